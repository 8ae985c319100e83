internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage

/// To whom students write to contest a decision, as the administrator fills it in.
enum PageDesRecours {
  static func montrer(
    _ visite: Visite,
    _ envoyee: SaisieLue? = nil,
    _ statut: HTTPStatus = .ok,
  ) async throws -> HTTPResponse {
    guard visite.peutAdministrer else { throw Refus.interdit(.administrer) }
    let voies = try await visite.demander(VoirLesVoiesDeRecours())
    let saisie =
      envoyee
      ?? SaisieLue([
        "autorite": voies?.autorite ?? "", "adresse": voies?.adresse ?? "",
        "tribunal": voies?.tribunal ?? "", "adresse-du-tribunal": voies?.adresseDuTribunal ?? "",
      ])
    return visite.page("Recours", statut: statut) {
      visite.onglets(.recours)
      if voies == nil, envoyee == nil {
        Encart(
          .attention,
          "Ces adresses ne sont pas remplies : après un jury, les étudiants lisent qu’elles manquent.",
        )
      }
      Carte("À qui les étudiants s’adressent") {
        ResumeDesErreurs(de: champs(saisie))
        Formulaire(vers: Administration.recours.adresse, jeton: visite.jeton) {
          HTMLList(champs(saisie).map { AnyHTML($0) })
          Boutons(Bouton("Enregistrer", .premier))
        }
      }
    }
  }

  private static func champs(_ saisie: SaisieLue) -> [Champ] {
    [
      Champ(
        "autorite",
        "Recours gracieux : autorité",
        .texte(saisie["autorite"]),
        aide: "Par exemple « Monsieur le directeur de l’IUT, président du jury ».",
        erreur: saisie.fautes["autorite"],
      ),
      Champ(
        "adresse",
        "Son adresse",
        .texteLong(saisie["adresse"], lignes: 3),
        erreur: saisie.fautes["adresse"],
      ),
      Champ(
        "tribunal",
        "Recours contentieux : tribunal",
        .texte(saisie["tribunal"]),
        aide: "Celui dans le ressort duquel l’établissement a son siège.",
        erreur: saisie.fautes["tribunal"],
      ),
      Champ(
        "adresse-du-tribunal",
        "Son adresse",
        .texteLong(saisie["adresse-du-tribunal"], lignes: 3),
        erreur: saisie.fautes["adresse-du-tribunal"],
      ),
    ]
  }

  static func fixer(_ visite: Visite) async throws -> HTTPResponse {
    var saisie = SaisieLue(try visite.formulaire())
    do {
      try await visite.faire(
        FixerLesVoiesDeRecours(
          VoiesDeRecours(
            autorite: saisie["autorite"],
            adresse: saisie["adresse"],
            tribunal: saisie["tribunal"],
            adresseDuTribunal: saisie["adresse-du-tribunal"],
          )
        )
      )
      return visite.versLaPage(Administration.recours.adresse, fait: .recoursFixes)
    } catch Refus.donnees(let fautes) {
      for faute in fautes {
        saisie.fautes[faute.lieu] =
          faute.nature == .absente
          ? "Remplissez ce champ : les étudiants doivent savoir où écrire."
          : "C’est trop long : \(VoiesDeRecours.longueurMaximale) caractères au plus."
      }
      return try await montrer(visite, saisie, .unprocessableContent)
    }
  }
}

extension Visite {
  fileprivate var peutAdministrer: Bool {
    visiteur?.habilitations.contains { $0.permet(.administrer, .etablissement) } ?? false
  }
}
