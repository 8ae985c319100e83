internal import Actes
internal import HTTPServer
internal import Scolarite

/// One student before a jury.
enum ExamenEnJury {
  static let routes: [Route] = [
    .lecture("/jurys/{jury}/etudiants/{etudiant}") { visite in
      visite.examen(try await visite.examen())
    },
    .envoi("/jurys/{jury}/etudiants/{etudiant}", par: decider),
    .envoi("/jurys/{jury}/etudiants/{etudiant}/commission", par: proposer),
    .envoi("/jurys/{jury}/etudiants/{etudiant}/situations", par: signaler),
    .envoi("/jurys/{jury}/etudiants/{etudiant}/avis", par: donnerUnAvis),
    .envoi("/jurys/{jury}/situations/{situation}/lever") { visite in
      let situation = try await visite.faire(
        LeverUneSituation(visite.identifiant("situation", .situation))
      )
      return visite.versLaPage(
        Chemin.examen(try visite.numeroDeJury(), situation.etudiant),
        fait: .situationLevee,
      )
    },
  ]

  private static func decider(_ visite: Visite) async throws -> HTTPResponse {
    let (jury, etudiant) = (try visite.numeroDeJury(), try visite.numeroDEtudiant())
    let envoi = try visite.formulaire()
    let version = envoi["version"].flatMap { Int64($0) } ?? 0
    if envoi["effet"] == "reprendre" {
      try await visite.faire(
        ReprendreUnExamen(jury: jury, etudiant: etudiant, version: version)
      )
      return visite.versLExamen(envoi, de: etudiant, fait: .examenRepris)
    }
    let examen = try await visite.examen()
    guard examen.seance.peutDecider else { throw Refus.interdit(.deciderEnJury) }
    let suivant = envoi["suite"].flatMap { Int64($0) }.flatMap { Identifiant<Etudiant>($0) }
    let question = ["filtre", "groupe"].map { ($0, envoi[$0] ?? "") }
    var formulaire = FormulaireDeDecision(envoi, examen, suivant, question)
    guard let decisions = envoi["effet"] == "adopter" ? [] : formulaire.lire() else {
      return visite.examen(examen, formulaire, .unprocessableContent)
    }
    do {
      _ = try await visite.faire(
        DeciderEnJury(
          jury: jury,
          etudiant: etudiant,
          decisions: decisions,
          vue: envoi["vue"],
          version: version,
        )
      )
    } catch let refus as Refus {
      guard formulaire.prendre(refus) else { throw refus }
      return visite.examen(examen, formulaire, .unprocessableContent)
    }
    return visite.versLExamen(envoi, fait: .decisionPrise)
  }

  private static func proposer(_ visite: Visite) async throws -> HTTPResponse {
    try await preparer(visite, .preparerUnJury, "avis", .commissionEntendue) {
      $0.lireLaProposition($1)
    }
  }

  private static func signaler(_ visite: Visite) async throws -> HTTPResponse {
    try await preparer(visite, .preparerUnJury, "situation", .situationSignalee) {
      $0.lireLaSituation($1)
    }
  }

  private static func donnerUnAvis(_ visite: Visite) async throws -> HTTPResponse {
    let jour = visite.site.bureau.horloge.maintenant().jour
    let semestre = try visite.formulaire()["semestre"] ?? ""
    return try await preparer(visite, .donnerUnAvis, "avis-\(semestre)", .avisDonne) {
      try $0.lireLAvis($1, le: jour)
    }
  }

  /// Takes one of the forms of what is prepared; `champ` shows what the act refuses.
  private static func preparer<A: Acte>(
    _ visite: Visite,
    _ droit: Droit,
    _ champ: String,
    _ fait: Fait,
    _ lire: (inout FormulaireDePreparation, HTTPForm) throws -> A?,
  ) async throws -> HTTPResponse {
    let examen = try await visite.examen()
    let (seance, etudiant) = (examen.seance, examen.ligne.etudiant.id)
    guard droit == .donnerUnAvis ? seance.peutDonnerUnAvis : seance.peutPreparer else {
      throw Refus.interdit(droit)
    }
    var formulaire = FormulaireDePreparation(examen)
    guard let acte = try lire(&formulaire, try visite.formulaire()) else {
      return visite.examen(examen, preparation: formulaire, .unprocessableContent)
    }
    do {
      _ = try await visite.faire(acte)
    } catch let refus as Refus {
      guard formulaire.prendre(refus, a: champ) else { throw refus }
      return visite.examen(examen, preparation: formulaire, .unprocessableContent)
    }
    return visite.versLaPage(Chemin.examen(seance.session.id, etudiant), fait: fait)
  }
}
