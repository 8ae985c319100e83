internal import Actes
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// What the forms of a candidate send.
enum EnvoisDeBTS {
  /// Reads the form of somebody who may send it.
  static func lire(_ visite: Visite, _ droit: Droit) async throws
    -> (fiche: FicheBTS, saisie: SaisieLue)
  {
    let fiche = try await visite.demander(VoirUnCandidatBTS(visite.candidatBTS()))
    try fiche.droits.exiger(droit)
    return (fiche, SaisieLue(try visite.formulaire()))
  }

  /// Does an act; what it refuses is shown at its field.
  static func faire<A: Acte>(
    _ acte: A,
    _ visite: Visite,
    _ saisie: SaisieLue,
    fait: Fait,
    champs: [String: String] = [:],
    defaut: String = "general",
  ) async throws -> HTTPResponse {
    do {
      try await visite.faire(acte)
      return visite.versLaPage(Chemin.candidatBTS(try visite.candidatBTS()), fait: fait)
    } catch let refus as Refus {
      var saisie = saisie
      guard saisie.prendreToutRefus(refus, champs: champs, defaut: defaut) else { throw refus }
      return try await PageDUnCandidatBTS.montrer(visite, saisie, .unprocessableContent)
    }
  }

  static func saisir(_ visite: Visite) async throws -> HTTPResponse {
    var (fiche, saisie) = try await lire(visite, .saisirLesNotes)
    var resultats: [String: InscriptionBTS.Resultat] = [:]
    for epreuve in fiche.specialite.epreuves {
      guard let tapee = saisie.facultatif(epreuve.code) else { continue }
      let piece = saisie.facultatif("piece-\(epreuve.code)")
      switch visite.site.feuilles.entree(tapee: tapee, bareme: 20) {
      case .note(let note) where note.bareme == 20: resultats[epreuve.code] = .note(note)
      case .absenceInjustifiee: resultats[epreuve.code] = .absence(piece: piece)
      case .absenceJustifiee:
        resultats[epreuve.code] = .absence(piece: piece)
        if piece == nil {
          saisie.fautes["piece-\(epreuve.code)"] =
            "Une absence n’est justifiée qu’avec sa pièce."
          saisie.fautes[epreuve.code] = "Donnez la pièce, ou écrivez « ABI »."
        }
      case _: saisie.fautes[epreuve.code] = "Une note sur 20, comme « 12,5 », ou « ABS »."
      }
    }
    guard saisie.fautes.isEmpty else {
      return try await PageDUnCandidatBTS.montrer(visite, saisie, .unprocessableContent)
    }
    return try await faire(
      SaisirLesResultatsBTS(
        fiche.inscription.id,
        resultats,
        livret: saisie["livret"],
        version: saisie.version,
      ),
      visite,
      saisie,
      fait: .resultatsBTSSaisis,
    )
  }

  static func decider(_ visite: Visite) async throws -> HTTPResponse {
    var (fiche, saisie) = try await lire(visite, .deciderEnJury)
    guard ["oui", "non"].contains(saisie["decision"]) else {
      saisie.fautes["decision"] = "Choisissez la décision."
      return try await PageDUnCandidatBTS.montrer(visite, saisie, .unprocessableContent)
    }
    if saisie["decision"] == "non", saisie["motif"].isEmpty {
      saisie.fautes["motif"] = "Un refus donne son motif."
      return try await PageDUnCandidatBTS.montrer(visite, saisie, .unprocessableContent)
    }
    return try await faire(
      DeciderPourUnCandidatBTS(
        fiche.inscription.id,
        autorise: saisie["decision"] == "oui",
        motif: saisie["motif"],
        version: saisie.version,
      ),
      visite,
      saisie,
      fait: .decisionBTSPrise,
      defaut: "decision",
    )
  }

  static func choisir(_ visite: Visite) async throws -> HTTPResponse {
    let (fiche, saisie) = try await lire(visite, .deposerUneDemande)
    return try await faire(
      ChoisirUneDisciplineBTS(
        fiche.inscription.id,
        saisie["discipline"],
        version: saisie.version,
      ),
      visite,
      saisie,
      fait: .disciplineBTSChoisie,
      defaut: "discipline",
    )
  }

  static func fixer(_ visite: Visite) async throws -> HTTPResponse {
    var (fiche, saisie) = try await lire(visite, .gererLesCampagnes)
    guard let domaine = CandidatBTS.Domaine(rawValue: saisie["domaine"]) else {
      return visite.erreur(.unprocessableContent, "Choisissez l’oral, général ou professionnel.")
    }
    var lieu: FixerUnOralBTS.Lieu?
    if saisie["effet"] != "retirer" {
      guard let debut = saisie.instant("jour", "heure") else {
        return try await PageDUnCandidatBTS.montrer(visite, saisie, .unprocessableContent)
      }
      lieu = .init(debut: debut, salle: saisie["salle"])
    }
    return try await faire(
      FixerUnOralBTS(fiche.inscription.id, domaine, lieu, version: saisie.version),
      visite,
      saisie,
      fait: .oralBTSFixe,
      defaut: "jour",
    )
  }

  static func noter(_ visite: Visite) async throws -> HTTPResponse {
    var (fiche, saisie) = try await lire(visite, .saisirLesNotes)
    guard let domaine = CandidatBTS.Domaine(rawValue: saisie["domaine"]) else {
      return visite.erreur(.unprocessableContent, "Choisissez l’oral, général ou professionnel.")
    }
    var issue: InscriptionBTS.Oral.Issue?
    if let tapee = saisie.facultatif("note") {
      switch visite.site.feuilles.entree(tapee: tapee, bareme: 20) {
      case .note(let note): issue = .note(note)
      case .absenceInjustifiee, .absenceJustifiee: issue = .absence
      case _:
        saisie.fautes["note"] = "Une note sur 20, comme « 12,5 », ou « ABS »."
        return try await PageDUnCandidatBTS.montrer(visite, saisie, .unprocessableContent)
      }
    }
    return try await faire(
      NoterUnOralBTS(fiche.inscription.id, domaine, issue, version: saisie.version),
      visite,
      saisie,
      fait: .oralBTSNote,
      defaut: "note",
    )
  }

  static func accompagner(_ visite: Visite) async throws -> HTTPResponse {
    var (fiche, saisie) = try await lire(visite, .gererLesCampagnes)
    let nature = InscriptionBTS.Accompagnement.Nature(rawValue: saisie["nature"])
    if nature == nil { saisie.fautes["nature"] = "Choisissez la nature." }
    if saisie["texte"].isEmpty { saisie.fautes["texte"] = "Dites ce qui est proposé." }
    let suite = InscriptionBTS.Accompagnement.Suite(rawValue: saisie["suite"]) ?? .propose
    guard let jour = saisie.jour("offert"), let nature, saisie.fautes.isEmpty else {
      return try await PageDUnCandidatBTS.montrer(visite, saisie, .unprocessableContent)
    }
    return try await faire(
      AccompagnerUnCandidatBTS(
        fiche.inscription.id,
        .init(nature: nature, jour: jour, texte: saisie["texte"], suite: suite),
        rang: Int(saisie["rang"]),
        version: saisie.version,
      ),
      visite,
      saisie,
      fait: .accompagnementBTSEnregistre,
    )
  }
}
