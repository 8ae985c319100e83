internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage

/// An account to be made, as it is typed.
struct FormulaireDeCompte {
  private var nom = ""
  private var identifiant = ""
  private var nip = ""
  private var fautes: [String: String] = [:]

  /// What was typed, once it can be taken.
  struct Valeurs {
    let nom: String
    let identifiant: String
    let nip: String?
  }

  init() {}

  init(_ envoi: HTTPForm) {
    nom = envoi.ligne("nom")
    identifiant = envoi.ligne("identifiant")
    nip = envoi.ligne("nip")
  }

  /// What was typed; `nil` once faults are noted at their fields.
  mutating func lire() -> Valeurs? {
    if nom.isEmpty { fautes["nom"] = "Donnez le nom de la personne." }
    if identifiant.isEmpty { fautes["identifiant"] = "Donnez ce qu’elle tapera pour entrer." }
    guard fautes.isEmpty else { return nil }
    return Valeurs(nom: nom, identifiant: identifiant, nip: nip.isEmpty ? nil : nip)
  }

  /// Notes a refusal of the act at its field.
  /// - Returns: whether it has one here.
  mutating func prendre(_ refus: Refus) -> Bool {
    switch refus {
    case .etat(.identifiantDejaPris): fautes["identifiant"] = refus.phrase.enPhrase
    case .donnees(let siennes):
      for faute in siennes {
        fautes[faute.lieu == "numéro d’étudiant" ? "nip" : faute.lieu] =
          "\(faute.lieu) \(faute.nature.phrase)".enPhrase
      }
    case .interdit, .inconnu, .conflit, .etat, .regle: return false
    }
    return true
  }

  func corps(jeton: Jeton) -> some HTML {
    let champs = [
      Champ("nom", "Nom", .texte(nom), erreur: fautes["nom"]),
      Champ(
        "identifiant",
        "Identifiant",
        .texte(identifiant),
        aide: "Celui de l’université, si la personne entre par elle ; sinon son courriel convient.",
        erreur: fautes["identifiant"],
      ),
      Champ(
        "nip",
        "Numéro d’étudiant",
        .texte(nip),
        aide: "Pour le compte d’un étudiant : il verra son propre dossier.",
        erreur: fautes["nip"],
        estFacultatif: true,
      ),
    ]
    return HTMLGroup(
      ResumeDesErreurs(de: champs),
      Formulaire(vers: Chemin.nouveauCompte, jeton: jeton) {
        HTMLList(champs)
        Boutons(Bouton("Créer le compte", .premier))
      },
    )
  }
}

extension Visite {
  func nouveauCompte(_ formulaire: FormulaireDeCompte, _ statut: HTTPStatus = .ok) -> HTTPResponse {
    page("Nouveau compte", fil: fil(.comptes), statut: statut) {
      Carte("Qui") {
        p { "Le rôle et le code pour entrer se donnent ensuite, sur la page du compte." }
        formulaire.corps(jeton: jeton)
      }
    }
  }
}
