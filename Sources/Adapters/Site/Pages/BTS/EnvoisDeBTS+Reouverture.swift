internal import Actes
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// What takes up a case again, closes it, or takes a candidate away.
extension EnvoisDeBTS {
  static func rouvrir(_ visite: Visite) async throws -> HTTPResponse {
    var (fiche, saisie) = try await lire(visite, .cloreUnJury)
    let nature = ReouvertureBTS.Nature(rawValue: saisie["erreur"])
    if nature == nil { saisie.fautes["erreur"] = "Choisissez l’erreur." }
    if saisie["preuve"].isEmpty { saisie.fautes["preuve"] = "Dites ce qui prouve l’erreur." }
    if saisie["motif-reouverture"].isEmpty {
      saisie.fautes["motif-reouverture"] = "Donnez le motif."
    }
    guard let nature, saisie.fautes.isEmpty else {
      return try await PageDUnCandidatBTS.montrer(visite, saisie, .unprocessableContent)
    }
    return try await faire(
      RouvrirPourUnCandidatBTS(
        fiche.inscription.id,
        nature,
        preuve: saisie["preuve"],
        motif: saisie["motif-reouverture"],
        version: saisie.version,
      ),
      visite,
      saisie,
      fait: .casBTSRouvert,
      champs: ["motif": "motif-reouverture"],
    )
  }

  static func deliberer(_ visite: Visite) async throws -> HTTPResponse {
    var (fiche, saisie) = try await lire(visite, .cloreUnJury)
    guard let jour = saisie.jour("deliberation") else {
      return try await PageDUnCandidatBTS.montrer(visite, saisie, .unprocessableContent)
    }
    return try await faire(
      DelibererDeNouveauBTS(fiche.inscription.id, le: jour, version: saisie.version),
      visite,
      saisie,
      fait: .casBTSDelibere,
      defaut: "deliberation",
    )
  }

  static func retirer(_ visite: Visite) async throws -> HTTPResponse {
    var (fiche, saisie) = try await lire(visite, .gererLesCampagnes)
    if saisie["retrait"].isEmpty { saisie.fautes["retrait"] = "Donnez le motif du retrait." }
    if saisie["confirme"] != "oui" {
      saisie.fautes["confirme"] = "Cochez la case pour confirmer le retrait."
    }
    guard saisie.fautes.isEmpty else {
      return try await PageDUnCandidatBTS.montrer(visite, saisie, .unprocessableContent)
    }
    do {
      try await visite.faire(
        RetirerUnCandidatBTS(
          fiche.inscription.id,
          motif: saisie["retrait"],
          version: saisie.version,
        )
      )
      return visite.versLaPage(Chemin.sessionBTS(fiche.session.id), fait: .candidatBTSRetire)
    } catch let refus as Refus {
      guard saisie.prendreToutRefus(refus, champs: ["motif": "retrait"], defaut: "retrait")
      else { throw refus }
      return try await PageDUnCandidatBTS.montrer(visite, saisie, .unprocessableContent)
    }
  }
}
