internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// The règlements in force, their adoption and their values.
enum PagesDesReglements {
  static let routes: [Route] = [
    .lecture("/administration/reglements") { visite in
      visite.reglements(try await visite.demander(VoirLesReglements()))
    },
    .lecture("/administration/reglements/{annee}") { visite in
      visite.reglements(try await visite.lireLesReglements())
    },
    .lecture("/administration/reglements/{annee}/adopter") { visite in
      let etat = try await visite.lireLesReglements(pourAdopter: true)
      return visite.adoption(etat, FormulaireDAdoption(etat, visite.site.bureau.formats))
    },
    .envoi("/administration/reglements/{annee}/adopter", par: adopter),
    .lecture("/administration/reglements/{annee}/{profil}") { visite in
      let (etat, reglement) = try await visite.lireUnReglement()
      return visite.reglement(etat, reglement, FormulaireDeDates(reglement.profil))
    },
    .envoi("/administration/reglements/{annee}/{profil}", par: completer),
  ]

  private static func adopter(_ visite: Visite) async throws -> HTTPResponse {
    let etat = try await visite.lireLesReglements(pourAdopter: true)
    let formats = visite.site.bureau.formats
    var formulaire = FormulaireDAdoption(try visite.formulaire(), etat, formats)
    guard let acte = formulaire.lire(formats) else {
      return visite.adoption(etat, formulaire, .unprocessableContent)
    }
    do {
      let profil = try await visite.faire(acte)
      return visite.versLaPage(Chemin.reglement(etat.annee, profil), fait: .reglementAdopte)
    } catch Refus.conflit(let conflit) {
      formulaire.prendre(conflit)
      return visite.adoption(etat, formulaire, .conflict)
    } catch let refus as Refus {
      guard formulaire.prendre(refus) else { throw refus }
      return visite.adoption(etat, formulaire, .unprocessableContent)
    }
  }

  private static func completer(_ visite: Visite) async throws -> HTTPResponse {
    let (etat, reglement) = try await visite.lireUnReglement()
    guard etat.peutAdopter else { throw Refus.interdit(.adopterUnProfil) }
    var formulaire = FormulaireDeDates(try visite.formulaire())
    guard let valeurs = formulaire.lire() else {
      return visite.reglement(etat, reglement, formulaire, .unprocessableContent)
    }
    let profil = reglement.profil
    do {
      try await visite.faire(
        AdopterUnProfil(
          departement: profil.departement,
          annee: profil.annee,
          profil: profil.nom,
          texte: profil.texte,
          conseil: valeurs.conseil,
          cfvu: valeurs.cfvu,
          version: valeurs.version,
        )
      )
      return visite.versLaPage(
        Chemin.reglement(profil.annee, profil.id),
        fait: .reglementAdopte,
      )
    } catch Refus.conflit(let conflit) {
      formulaire.prendre(conflit)
      return visite.reglement(etat, reglement, formulaire, .conflict)
    }
  }
}

extension Visite {
  fileprivate func lireLesReglements(pourAdopter: Bool = false) async throws
    -> VoirLesReglements.Etat
  {
    guard let annee = AnneeUniversitaire(valeurs["annee"] ?? "") else {
      throw Refus.inconnu(.annee)
    }
    let etat = try await demander(VoirLesReglements(annee))
    guard etat.peutAdopter || !pourAdopter else { throw Refus.interdit(.adopterUnProfil) }
    return etat
  }

  fileprivate func lireUnReglement() async throws -> (VoirLesReglements.Etat, ReglementEnVigueur) {
    let etat = try await lireLesReglements()
    let id: Identifiant<ProfilAdopte> = try identifiant("profil", .profil)
    guard let reglement = etat.enVigueur.first(where: { $0.profil.id == id }) else {
      throw Refus.inconnu(.profil)
    }
    return (etat, reglement)
  }
}

extension VoirLesReglements.Etat {
  /// Whom a règlement is of.
  func nom(_ departement: Identifiant<Departement>?) -> String {
    guard let departement else { return "Tout l’établissement" }
    return departements.first { $0.id == departement }?.nom ?? "Département \(departement)"
  }
}

extension Chemin {
  static func reglements(_ annee: AnneeUniversitaire, _ suite: String...) -> SafeURL {
    de(["administration", "reglements", annee.description] + suite)
  }

  static func reglement(_ annee: AnneeUniversitaire, _ profil: Identifiant<ProfilAdopte>)
    -> SafeURL
  {
    reglements(annee, "\(profil)")
  }
}
