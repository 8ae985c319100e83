internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// What a token is to be, as it is typed.
struct FormulaireDeJeton {
  private var nom = ""
  private var jusqua: String
  private var choisis: Set<String> = []
  private var fautes: [String: String] = [:]
  /// The rights of the person, wherever they hold.
  private let possibles: [Droit]

  /// What was typed, once it can be taken.
  struct Valeurs {
    let nom: String
    let droits: Set<Droit>
    let jusqua: Jour
  }

  init(_ visiteur: Visiteur, _ jour: Jour) {
    possibles = Droit.allCases.filter(visiteur.aQuelquePart)
    jusqua = jour.plus(jours: 90).description
  }

  init(_ envoi: HTTPForm, _ visiteur: Visiteur) {
    possibles = Droit.allCases.filter(visiteur.aQuelquePart)
    nom = envoi.ligne("nom")
    jusqua = envoi.ligne("jusqua")
    choisis = Set(envoi.fields.all("droit"))
  }

  /// What was typed; `nil` once faults are noted at their fields.
  mutating func lire() -> Valeurs? {
    let droits = Set(possibles.filter { choisis.contains($0.rawValue) })
    let jour = Jour(jusqua)
    if nom.isEmpty { fautes["nom"] = "Dites à quoi il servira : « tableau de bord »." }
    if jour == nil { fautes["jusqua"] = "Donnez le dernier jour où il servira." }
    if droits.isEmpty { fautes["droit"] = "Choisissez au moins un droit." }
    guard fautes.isEmpty, let jour else { return nil }
    return Valeurs(nom: nom, droits: droits, jusqua: jour)
  }

  /// Notes a refusal of the act at its field.
  /// - Returns: whether it has one here.
  mutating func prendre(_ refus: Refus) -> Bool {
    switch refus {
    case .etat(.horsPeriode): fautes["jusqua"] = refus.phrase.enPhrase
    case .donnees: fautes["nom"] = refus.phrase.enPhrase
    case .interdit, .inconnu, .conflit, .etat, .regle: return false
    }
    return true
  }

  func corps(jeton: Jeton) -> some HTML {
    let champs = [
      Champ("nom", "À quoi il servira", .texte(nom), erreur: fautes["nom"]),
      Champ(
        "jusqua",
        "Jusqu’au",
        .date(jusqua),
        aide: "Un an au plus ; vous pourrez le révoquer avant.",
        erreur: fautes["jusqua"],
      ),
    ]
    return HTMLGroup(
      ResumeDesErreurs(de: champs),
      Formulaire(vers: Chemin.nouveauJeton, jeton: jeton) {
        HTMLList(champs)
        Coches(
          "droit",
          "Ce que le programme pourra faire",
          possibles.map { ($0.rawValue, $0.phrase) },
          cochees: choisis,
          aide: "Là où vous le pouvez vous-même, et tant que vous le pouvez.",
          erreur: fautes["droit"],
        )
        Boutons(Bouton("Créer le jeton", .premier))
      },
    )
  }
}

extension Visite {
  func nouveauJeton(_ formulaire: FormulaireDeJeton, _ statut: HTTPStatus = .ok) -> HTTPResponse {
    page("Nouveau jeton", fil: [Lien("Mon compte", vers: Chemin.compte)], statut: statut) {
      Carte("Jeton d’accès") { formulaire.corps(jeton: jeton) }
    }
  }

  /// The page that shows a token once: nothing keeps it.
  func jetonCree(_ jeton: JetonDAcces, _ secret: String) -> HTTPResponse {
    page("Jeton « \(jeton.nom) »", fil: [Lien("Mon compte", vers: Chemin.compte)]) {
      Carte("À copier maintenant") {
        Encart(
          .attention,
          titre: "Il ne sera plus montré.",
          "Le serveur n’en garde que l’empreinte. Perdu, il se révoque et se remplace.",
        )
        pre { code { secret } }
        p { "Il sert jusqu’au \(jeton.jusqua.enLettres)." }
        Boutons(Bouton("C’est copié", .premier, vers: Chemin.compte))
      }
    }
  }
}
