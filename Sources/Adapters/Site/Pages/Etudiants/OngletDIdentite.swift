internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// Who a student is, whom to call, what helps them.
enum OngletDIdentite {
  static let routes: [Route] = [
    .lecture("/etudiants/{etudiant}/identite") { try await montrer($0) },
    .lecture("/moi/identite") { try await montrer($0) },
    .envoi("/etudiants/{etudiant}/identite", par: modifier),
    .envoi("/etudiants/{etudiant}/confiance", par: designer),
    .envoi("/etudiants/{etudiant}/amenagements", par: accorder),
    .envoi("/etudiants/{etudiant}/amenagements/{amenagement}", par: terminer),
  ]

  /// The forms of the tab, as they were sent where something was wrong.
  struct Saisies {
    var identite: SaisieLue?
    var confiance: SaisieLue?
    var amenagement: SaisieLue?
  }

  static func montrer(_ visite: Visite, _ saisies: Saisies = Saisies(), _ statut: HTTPStatus = .ok)
    async throws -> HTTPResponse
  {
    let vu = try visite.dossierVu()
    let fiche = try await visite.demander(VoirUnEtudiant(vu.etudiant))
    guard fiche.connue else { throw Refus.interdit(.gererLesEtudiants) }
    let gere = fiche.droits.contains(.gererLesEtudiants) && !vu.estLeSien
    let amenage = fiche.droits.contains(.gererLesAmenagements) && !vu.estLeSien
    let jour = visite.site.bureau.horloge.maintenant().jour
    return visite.dossier(vu, fiche, .identite, statut: statut) {
      Grille {
        Carte("Identité") {
          if let identite = fiche.etudiant.identite, gere {
            FormulaireDIdentite.formulaire(
              vu,
              saisies.identite ?? FormulaireDIdentite.saisie(identite, fiche.etudiant.version),
              visite.jeton,
            )
          } else {
            FormulaireDIdentite.lecture(fiche.etudiant)
          }
        }
        if fiche.suivie {
          Carte("Personne de confiance") {
            FormulaireDIdentite.confiance(
              vu,
              fiche.confiance,
              saisies.confiance,
              gere,
              visite.jeton,
            )
          }
        }
      }
      if fiche.suivie {
        Carte("Aménagements") {
          Amenagements.tableau(vu, fiche.amenagements, amenage, jour, visite.jeton)
          if amenage { Amenagements.formulaire(vu, saisies.amenagement, jour, visite.jeton) }
        }
      }
    }
  }

  // MARK: What is sent

  private static func modifier(_ visite: Visite) async throws -> HTTPResponse {
    let vu = try visite.dossierVu()
    let fiche = try await visite.demander(VoirUnEtudiant(vu.etudiant))
    guard fiche.droits.contains(.gererLesEtudiants) else {
      throw Refus.interdit(.gererLesEtudiants)
    }
    var saisie = SaisieLue(try visite.formulaire())
    let identite = FormulaireDIdentite.identite(&saisie)
    if saisie.fautes.isEmpty {
      do {
        try await visite.faire(
          ModifierUnEtudiant(
            vu.etudiant,
            identite: identite,
            version: Int64(saisie["version"]) ?? 0,
          )
        )
        return visite.versLaPage(vu.adresse("identite"), fait: .identiteModifiee)
      } catch let refus as Refus {
        guard
          saisie.prendre(refus, champs: FormulaireDIdentite.champsDesActes, defaut: "nip")
        else { throw refus }
        FormulaireDIdentite.direLAge(&saisie)
      }
    }
    return try await montrer(visite, Saisies(identite: saisie), .unprocessableContent)
  }

  private static func designer(_ visite: Visite) async throws -> HTTPResponse {
    let vu = try visite.dossierVu()
    var saisie = SaisieLue(try visite.formulaire())
    let personne = PersonneDeConfiance(
      nom: saisie["confiance-nom"],
      lien: saisie["confiance-lien"],
      telephone: saisie["confiance-telephone"],
      courriel: saisie.facultatif("confiance-courriel"),
    )
    let estVide = ["nom", "lien", "telephone", "courriel"].allSatisfy {
      saisie["confiance-\($0)"].isEmpty
    }
    do {
      try await visite.faire(
        DesignerUnePersonneDeConfiance(estVide ? nil : personne, de: vu.etudiant)
      )
      return visite.versLaPage(vu.adresse("identite"), fait: .confianceDesignee)
    } catch let refus as Refus {
      let champs = ["nom": "confiance-nom", "téléphone": "confiance-telephone"]
      guard saisie.prendre(refus, champs: champs, defaut: "confiance-nom") else { throw refus }
      return try await montrer(visite, Saisies(confiance: saisie), .unprocessableContent)
    }
  }

  private static func accorder(_ visite: Visite) async throws -> HTTPResponse {
    let vu = try visite.dossierVu()
    let fiche = try await visite.demander(VoirUnEtudiant(vu.etudiant))
    guard fiche.droits.contains(.gererLesAmenagements) else {
      throw Refus.interdit(.gererLesAmenagements)
    }
    var saisie = SaisieLue(try visite.formulaire())
    let nature = Amenagement.Nature(rawValue: saisie["nature"])
    let depuis = Jour(saisie["depuis"])
    let jusqua = saisie.facultatif("jusqua").map { Jour($0) }
    if nature == nil { saisie.fautes["nature"] = "Choisissez ce qui est accordé." }
    if depuis == nil { saisie.fautes["depuis"] = "Cette date n’existe pas." }
    if case .some(nil) = jusqua { saisie.fautes["jusqua"] = "Cette date n’existe pas." }
    if let nature, let depuis, saisie.fautes.isEmpty {
      do {
        try await visite.faire(
          AccorderUnAmenagement(
            nature,
            a: vu.etudiant,
            precision: saisie["precision"],
            depuis: depuis,
            jusqua: jusqua ?? nil,
          )
        )
        return visite.versLaPage(vu.adresse("identite"), fait: .amenagementAccorde)
      } catch let refus as Refus {
        guard saisie.prendre(refus, champs: [:], defaut: "jusqua") else { throw refus }
      }
    }
    return try await montrer(visite, Saisies(amenagement: saisie), .unprocessableContent)
  }

  private static func terminer(_ visite: Visite) async throws -> HTTPResponse {
    let vu = try visite.dossierVu()
    try await visite.faire(
      TerminerUnAmenagement(
        visite.identifiant("amenagement", .amenagement),
        de: vu.etudiant,
        le: visite.site.bureau.horloge.maintenant().jour,
      )
    )
    return visite.versLaPage(vu.adresse("identite"), fait: .amenagementTermine)
  }
}
