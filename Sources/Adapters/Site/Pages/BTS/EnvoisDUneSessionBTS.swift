internal import Actes
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// What the forms of a session send.
enum EnvoisDUneSessionBTS {
  /// What the person may do, asked before the form is read.
  private static func exiger(_ droit: Droit, _ visite: Visite) async throws
    -> VoirUneSessionBTS.Vue
  {
    let vue = try await visite.demander(VoirUneSessionBTS(visite.sessionBTS()))
    try vue.droits.exiger(droit)
    return vue
  }

  static func inscrire(_ visite: Visite) async throws -> HTTPResponse {
    let vue = try await exiger(.gererLesCampagnes, visite)
    var saisie = SaisieLue(try visite.formulaire())
    do {
      let inscription = try await visite.faire(
        InscrireUnCandidatBTS(
          session: vue.session.id,
          nip: saisie["numero"],
          nom: saisie["nom"],
          prenom: saisie["prenom"],
        )
      )
      return visite.versLaPage(Chemin.candidatBTS(inscription.id), fait: .candidatBTSInscrit)
    } catch let refus as Refus {
      let champs = ["nip": "numero", "numéro": "numero"]
      guard saisie.prendreToutRefus(refus, champs: champs, defaut: "numero") else { throw refus }
      return try await PageDUneSessionBTS.montrer(visite, saisie, .unprocessableContent)
    }
  }

  static func proclamer(_ visite: Visite) async throws -> HTTPResponse {
    let vue = try await exiger(.cloreUnJury, visite)
    var saisie = SaisieLue(try visite.formulaire())
    guard let jour = saisie.jour("proclamation") else {
      return try await PageDUneSessionBTS.montrer(visite, saisie, .unprocessableContent)
    }
    do {
      try await visite.faire(
        ProclamerUneSessionBTS(vue.session.id, le: jour, version: saisie.version)
      )
      return visite.versLaPage(Chemin.sessionBTS(vue.session.id), fait: .btsProclame)
    } catch let refus as Refus {
      guard saisie.prendreToutRefus(refus, defaut: "proclamation") else { throw refus }
      return try await PageDUneSessionBTS.montrer(visite, saisie, .unprocessableContent)
    }
  }

  static func corriger(_ visite: Visite) async throws -> HTTPResponse {
    let vue = try await exiger(.cloreUnJury, visite)
    var saisie = SaisieLue(try visite.formulaire())
    let jour = saisie.jour("corrigee")
    if saisie["motif-corrigee"].isEmpty { saisie.fautes["motif-corrigee"] = "Donnez le motif." }
    guard let jour, saisie.fautes.isEmpty else {
      return try await PageDUneSessionBTS.montrer(visite, saisie, .unprocessableContent)
    }
    do {
      try await visite.faire(
        CorrigerLaProclamationBTS(
          vue.session.id,
          le: jour,
          motif: saisie["motif-corrigee"],
          version: saisie.version,
        )
      )
      return visite.versLaPage(Chemin.sessionBTS(vue.session.id), fait: .proclamationBTSCorrigee)
    } catch let refus as Refus {
      let champs = ["motif": "motif-corrigee"]
      guard saisie.prendreToutRefus(refus, champs: champs, defaut: "corrigee") else {
        throw refus
      }
      return try await PageDUneSessionBTS.montrer(visite, saisie, .unprocessableContent)
    }
  }

  static func convoquer(_ visite: Visite) async throws -> HTTPResponse {
    let vue = try await exiger(.gererLesCampagnes, visite)
    var saisie = SaisieLue(try visite.formulaire())
    guard let jour = saisie.jour("convocation") else {
      return try await PageDUneSessionBTS.montrer(visite, saisie, .unprocessableContent)
    }
    do {
      try await visite.faire(
        ConvoquerDesCandidatsBTS(
          vue.session.id,
          vue.aConvoquer.map(\.inscription.id),
          le: jour,
          retard: saisie.facultatif("retard"),
        )
      )
      return visite.versLaPage(Chemin.sessionBTS(vue.session.id), fait: .candidatsBTSConvoques)
    } catch let refus as Refus {
      guard saisie.prendreToutRefus(refus, defaut: "convocation") else { throw refus }
      return try await PageDUneSessionBTS.montrer(visite, saisie, .unprocessableContent)
    }
  }

  static func imprimer(_ visite: Visite) async throws -> HTTPResponse {
    let vue = try await exiger(.editerLesDocuments, visite)
    return try await visite.imprimer(
      DemandeDeDocuments(.convocation, sur: .sessionBTS(vue.session.id))
    )
  }

  static func clore(_ visite: Visite) async throws -> HTTPResponse {
    let vue = try await exiger(.cloreUnJury, visite)
    var saisie = SaisieLue(try visite.formulaire())
    do {
      try await visite.faire(CloreUneSessionBTS(vue.session.id, version: saisie.version))
      return visite.versLaPage(Chemin.sessionBTS(vue.session.id), fait: .btsClos)
    } catch let refus as Refus {
      guard saisie.prendreToutRefus(refus, defaut: "cloture") else { throw refus }
      return try await PageDUneSessionBTS.montrer(visite, saisie, .unprocessableContent)
    }
  }
}
