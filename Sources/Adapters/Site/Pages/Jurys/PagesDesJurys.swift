internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// The juries: prepared, deliberated, closed, put right.
enum PagesDesJurys {
  static let routes: [Route] =
    [
      .lecture("/jurys") { visite in visite.listeDesJurys(try await visite.demander(VoirLesJurys()))
      },
      .lecture("/promotions/{promotion}/jurys/nouveau") { visite in
        let ouverture = try await visite.ouverture()
        return visite.ouvrirUnJury(ouverture, FormulaireDeJury(ouverture))
      },
      .envoi("/promotions/{promotion}/jurys/nouveau", par: ouvrir),
      .lecture("/jurys/{jury}") { visite in visite.jury(try await visite.seance()) },
      .envoi("/jurys/{jury}/seance", par: modifier),
      .envoi("/jurys/{jury}/annuler", par: annuler),
      .lecture("/jurys/{jury}/deliberation") { visite in
        visite.deliberation(try await visite.seance())
      },
      .envoi("/jurys/{jury}/adopter", par: adopter),
    ] + ExamenEnJury.routes + ClotureEnJury.routes + SyntheseDuJury.routes
    + DiplomesDuneAnnee.routes

  private static func ouvrir(_ visite: Visite) async throws -> HTTPResponse {
    let ouverture = try await visite.ouverture()
    var formulaire = FormulaireDeJury(try visite.formulaire(), ouverture)
    guard let valeurs = formulaire.lire() else {
      return visite.ouvrirUnJury(ouverture, formulaire, .unprocessableContent)
    }
    let jury = try await visite.faire(
      OuvrirUnJury(
        promotion: ouverture.promotion.id,
        nature: valeurs.nature,
        date: valeurs.date,
        nomination: valeurs.nomination,
        membres: valeurs.membres,
        motif: valeurs.motif,
      )
    )
    return visite.versLaPage(Chemin.jury(jury.id), fait: .juryOuvert)
  }

  private static func modifier(_ visite: Visite) async throws -> HTTPResponse {
    let seance = try await visite.seance()
    guard seance.peutPreparer else { throw Refus.interdit(.preparerUnJury) }
    let envoi = try visite.formulaire()
    var formulaire = FormulaireDeJury(envoi, seance.promotion, seance.session)
    guard let valeurs = formulaire.lire() else {
      return visite.jury(seance, formulaire, .unprocessableContent)
    }
    var session = seance.session
    session.date = valeurs.date
    session.nomination = valeurs.nomination
    session.membres = valeurs.membres
    session.version = envoi["version"].flatMap { Int64($0) } ?? 0
    try await visite.faire(ModifierUnJury(session))
    return visite.versLaPage(Chemin.jury(session.id), fait: .juryModifie)
  }

  /// Whoever takes back an error says why; what forbids it is said beside the button.
  private static func annuler(_ visite: Visite) async throws -> HTTPResponse {
    let jury = try visite.numeroDeJury()
    var saisie = SaisieLue(try visite.formulaire())
    do {
      try await visite.faire(AnnulerUnJury(jury, motif: saisie["motif"]))
    } catch let refus as Refus where refus == .etat(.motifManquant) {
      saisie.fautes["motif"] = refus.phrase.enPhrase
      return visite.jury(try await visite.seance(), retrait: saisie, .unprocessableContent)
    }
    return visite.versLaPage(Chemin.jurys, fait: .juryRetire)
  }

  private static func adopter(_ visite: Visite) async throws -> HTTPResponse {
    let jury = try visite.numeroDeJury()
    let envoi = try visite.formulaire()
    let etudiants = envoi.fields.all("etudiant").compactMap {
      Int64($0).flatMap { Identifiant<Etudiant>($0) }
    }
    let vues = etudiants.compactMap { etudiant in
      envoi["vue-\(etudiant)"].map { (etudiant, $0) }
    }
    _ = try await visite.faire(
      AdopterLesPropositions(
        jury,
        etudiants,
        vues: Dictionary(vues) { premiere, _ in premiere },
      )
    )
    let suite = Chemin.avec(
      Chemin.jury(jury, "deliberation"),
      ["filtre", "groupe"].map { ($0, envoi[$0] ?? "") },
    )
    return visite.versLaPage(suite, fait: .propositionsAdoptees)
  }
}

extension Visite {
  func numeroDeJury() throws(Refus) -> Identifiant<SessionDeJury> {
    try identifiant("jury", .jury)
  }

  func numeroDEtudiant() throws(Refus) -> Identifiant<Etudiant> {
    try identifiant("etudiant", .etudiant)
  }

  func seance() async throws -> SeanceDeJury {
    try await demander(VoirUneDeliberation(numeroDeJury()))
  }

  func examen() async throws -> ExaminerUnEtudiant.Examen {
    try await demander(ExaminerUnEtudiant(numeroDeJury(), numeroDEtudiant()))
  }

  fileprivate func ouverture() async throws -> PreparerLOuverture.Ouverture {
    try await demander(PreparerLOuverture(identifiant("promotion", .promotion)))
  }

  fileprivate func ouvrirUnJury(
    _ ouverture: PreparerLOuverture.Ouverture,
    _ formulaire: FormulaireDeJury,
    _ statut: HTTPStatus = .ok,
  ) -> HTTPResponse {
    page("Ouvrir un jury", fil: [Lien("Jurys", vers: Chemin.jurys)], statut: statut) {
      Carte(ouverture.promotion.nomEntier) {
        formulaire.corps(
          vers: Chemin.promotion(ouverture.promotion.id, "jurys", "nouveau"),
          jeton: jeton,
          bouton: "Ouvrir le jury",
        )
      }
    }
  }

  /// The jury, for whoever may close it.
  func aClore() async throws -> SeanceDeJury {
    let seance = try await seance()
    guard seance.peutClore else { throw Refus.interdit(.cloreUnJury) }
    guard !seance.session.close else { throw Refus.etat(.juryClos) }
    return seance
  }

  /// The sealed jury, for whoever may put it right.
  func aRectifier() async throws -> VerifierUnJury.Verification {
    guard try await seance().peutClore else { throw Refus.interdit(.cloreUnJury) }
    return try await demander(VerifierUnJury(numeroDeJury()))
  }

  /// The next student of what was looked at, or the list when there is none; or a student again.
  func versLExamen(
    _ envoi: HTTPForm,
    de etudiant: Identifiant<Etudiant>? = nil,
    fait: Fait,
  ) -> HTTPResponse {
    let question = ["filtre", "groupe"].map { ($0, envoi[$0] ?? "") }
    guard let jury = try? numeroDeJury() else { return versLaPage(Chemin.jurys) }
    let suite = envoi["suite"].flatMap { Int64($0) }.flatMap { Identifiant<Etudiant>($0) }
    let adresse =
      (etudiant ?? suite).map { Chemin.examen(jury, $0) } ?? Chemin.jury(jury, "deliberation")
    return versLaPage(Chemin.avec(adresse, question), fait: fait)
  }
}
