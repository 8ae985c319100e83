internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// The small forms beside the list of a promotion.
enum FormulairesDInscrits {
  static func groupe(_ liste: VoirLesInscrits.Liste, _ envoyee: SaisieLue?, _ visite: Visite)
    -> some HTML
  {
    let saisie = envoyee ?? SaisieLue(["nature": "td"])
    let choix = Groupe.Nature.allCases.map { Choix($0.rawValue, $0.phrase) }
    let champs = [
      Champ(
        "nom",
        "Nom",
        .texte(saisie["nom"]),
        aide: "« TD 1 », « TP A », « Parcours IOM »",
        erreur: saisie.fautes["nom"],
        cle: "groupe-nom",
      ),
      Champ(
        "nature",
        "Nature",
        .choix(choix, choisi: saisie["nature"]),
        erreur: saisie.fautes["nature"],
      ),
    ]
    return HTMLGroup(
      ResumeDesErreurs(de: champs),
      Formulaire(vers: Chemin.promotion(liste.promotion.id, "groupes"), jeton: visite.jeton) {
        HTMLList(champs)
        Boutons(Bouton("Créer le groupe"))
      },
    )
  }

  static func inscription(
    _ liste: VoirLesInscrits.Liste,
    _ envoyee: SaisieLue?,
    _ visite: Visite,
  ) -> some HTML {
    let jour = visite.site.bureau.horloge.maintenant().jour
    let saisie = envoyee ?? SaisieLue(["statut": "initial", "debut": jour.description])
    let champs = [
      Champ(
        "nip",
        "Numéro d’étudiant",
        .texte(saisie["nip"]),
        aide: "Pour un étudiant que vous suivez déjà, il suffit.",
        erreur: saisie.fautes["nip"],
      ),
      Champ(
        "nom",
        "Nom",
        .texte(saisie["nom"]),
        erreur: saisie.fautes["nom"],
        estFacultatif: true,
        cle: "inscription-nom",
      ),
      Champ(
        "prenom",
        "Prénom",
        .texte(saisie["prenom"]),
        erreur: saisie.fautes["prenom"],
        estFacultatif: true,
      ),
      Champ("statut", "Statut", .choix(Statut.tous, choisi: saisie["statut"])),
      Champ("debut", "À partir du", .date(saisie["debut"]), erreur: saisie.fautes["debut"]),
    ]
    return HTMLGroup(
      ResumeDesErreurs(de: champs),
      Formulaire(vers: Chemin.promotion(liste.promotion.id, "inscriptions"), jeton: visite.jeton) {
        champs[0]
        Rangee {
          champs[1]
          champs[2]
        }
        Rangee {
          champs[3]
          champs[4]
        }
        Boutons(Bouton("Inscrire"))
      },
    )
  }

  /// The student who is to be enrolled; `nil` once faults are noted.
  static func identite(_ saisie: inout SaisieLue) -> IdentiteDEtudiant? {
    if saisie["nip"].isEmpty { saisie.fautes["nip"] = "Donnez le numéro d’étudiant." }
    if Jour(saisie["debut"]) == nil { saisie.fautes["debut"] = "Cette date n’existe pas." }
    if Statut(rawValue: saisie["statut"]) == nil {
      saisie.fautes["statut"] = "Choisissez un statut."
    }
    guard saisie.fautes.isEmpty else { return nil }
    return IdentiteDEtudiant(
      nip: saisie["nip"],
      nomCivil: saisie["nom"],
      prenomCivil: saisie["prenom"],
    )
  }
}

extension Statut {
  /// Every way to follow a year, to choose from.
  static var tous: [Choix] { allCases.map { Choix($0.rawValue, $0.phrase) } }
}

extension Groupe.Nature {
  /// What a group is made for, in French.
  var phrase: String {
    switch self {
    case .td: "TD"
    case .tp: "TP"
    case .parcours: "parcours"
    case .option: "option"
    case .autre: "autre"
    }
  }
}
