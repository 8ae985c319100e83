internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// A teacher without a university account to be let in, as it is typed.
struct FormulaireDInvitation {
  let promotion: Promotion
  private let modules: [ModuleEnseigne]
  private var nom = ""
  private var identifiant = ""
  private var role = Role.enseignant.rawValue
  private var jusqua: String
  private var choisis: Set<String> = []
  private var fautes: [String: String] = [:]

  /// What was typed, once it can be taken.
  struct Valeurs {
    let nom: String
    let identifiant: String
    let role: Role
    let modules: [String]
    let jusqua: Jour
  }

  init(_ promotion: Promotion, _ modules: [ModuleEnseigne]) {
    self.promotion = promotion
    self.modules = modules
    jusqua = Jour(cloturant: promotion.annee).description
  }

  init(_ envoi: HTTPForm, _ promotion: Promotion, _ modules: [ModuleEnseigne]) {
    self.promotion = promotion
    self.modules = modules
    nom = envoi.ligne("nom")
    identifiant = envoi.ligne("identifiant")
    role = envoi.ligne("role")
    jusqua = envoi.ligne("jusqua")
    choisis = Set(envoi.fields.all("module"))
  }

  /// What was typed; `nil` once faults are noted at their fields.
  mutating func lire() -> Valeurs? {
    if nom.isEmpty { fautes["nom"] = "Donnez le nom de la personne." }
    if identifiant.isEmpty { fautes["identifiant"] = "Donnez ce qu’elle tapera pour entrer." }
    let jour = Jour(jusqua)
    if jour == nil { fautes["jusqua"] = "Donnez le dernier jour." }
    let choisi = Role(rawValue: role)
    if choisi == nil { fautes["role"] = "Choisissez un rôle." }
    let codes = modules.map(\.code).filter(choisis.contains)
    if codes.isEmpty { fautes["module"] = "Choisissez au moins un module." }
    guard fautes.isEmpty, let jour, let choisi else { return nil }
    return Valeurs(nom: nom, identifiant: identifiant, role: choisi, modules: codes, jusqua: jour)
  }

  /// Notes a refusal of the act at its field.
  /// - Returns: whether it has one here.
  mutating func prendre(_ refus: Refus) -> Bool {
    switch refus {
    case .etat(.identifiantDejaPris): fautes["identifiant"] = refus.phrase.enPhrase
    case .etat(.horsPeriode): fautes["jusqua"] = refus.phrase.enPhrase
    case .donnees(let siennes):
      for faute in siennes {
        fautes[faute.lieu] = "\(faute.lieu) \(faute.nature.phrase)".enPhrase
      }
    case .interdit, .inconnu, .conflit, .etat, .regle: return false
    }
    return true
  }

  func corps(jeton: Jeton) -> some HTML {
    let champs = self.champs
    return HTMLGroup(
      ResumeDesErreurs(de: champs),
      Formulaire(vers: Chemin.inviter(promotion.id), jeton: jeton) {
        HTMLList(champs)
        Coches(
          "module",
          "Modules",
          modules.map { ($0.code, "\($0.nomEntier), semestre \($0.semestre.valeur)") },
          cochees: choisis,
          erreur: fautes["module"],
        )
        Boutons(Bouton("Inviter", .premier))
      },
    )
  }

  private var champs: [Champ] {
    [
      Champ("nom", "Nom", .texte(nom), erreur: fautes["nom"]),
      Champ(
        "identifiant",
        "Identifiant",
        .texte(identifiant),
        aide: "Ce que la personne tapera pour entrer : son courriel convient.",
        erreur: fautes["identifiant"],
      ),
      Champ(
        "role",
        "Rôle",
        .parmi(
          InviterUnEnseignant.roles.map { Choix($0.rawValue, $0.phrase) },
          choisi: role,
        ),
        erreur: fautes["role"],
      ),
      Champ("jusqua", "Jusqu’au", .date(jusqua), erreur: fautes["jusqua"]),
    ]
  }
}

extension Visite {
  /// The choice of the promotion, before the form.
  func promotionsAConfier(_ promotions: [Promotion]) -> HTTPResponse {
    page("Inviter un enseignant", fil: fil(.comptes)) {
      Carte("Dans quelle promotion ?") {
        p {
          "Pour un vacataire sans compte à l’université : un compte, ses modules jusqu’à une date, "
            + "et un code à lui remettre."
        }
        Tableau(
          "Promotions",
          colonnes: [.init("Promotion"), .init("Année")],
          lignes: promotions.map { promotion in
            Tableau.Ligne([
              Cellule(Lien(promotion.nom, vers: Chemin.inviter(promotion.id))),
              "\(promotion.annee.description)",
            ])
          },
          vide: EtatVide(
            "Aucune promotion",
            "Aucune promotion d’une année en cours ou à venir n’a été créée.",
          ),
        )
      }
    }
  }

  func invitation(_ formulaire: FormulaireDInvitation, _ statut: HTTPStatus = .ok)
    -> HTTPResponse
  {
    page(
      "Inviter un enseignant",
      fil: fil(.comptes) + [Lien("Promotion", vers: Chemin.inviter)],
      statut: statut,
    ) {
      Carte("\(formulaire.promotion.nom), \(formulaire.promotion.annee)") {
        formulaire.corps(jeton: jeton)
      }
    }
  }
}
