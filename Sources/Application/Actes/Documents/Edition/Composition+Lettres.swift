internal import Scolarite

/// What students are told of what was decided.
extension Composition {
  /// What a jury decided for each of its students.
  /// - Throws: `Refus.etat(.juryOuvert)` while it is not closed.
  func lettres() throws -> [Issue] {
    let (session, cloture) = try juryClos()
    let voies = try travail.registre.voiesDeRecours()
    let siens = Dictionary(
      uniqueKeysWithValues: try travail.rejouer(cloture, seuls: demande.etudiants)
        .map { ($0.scelle.etudiant, $0) }
    )
    let corrigees = try travail.registre.jurys(promotion.id).filter {
      $0.close && $0.rectification?.jury == session.id
    }
    return try etudiants.compactMap { etudiant in
      guard let rejoue = siens[etudiant.id] else {
        guard demande.seul != nil else { return nil }
        return .failure(Ecart(etudiant: etudiant, raison: .sansJury))
      }
      return try issue(etudiant) {
        let suivante = corrigees.last { $0.rectification?.etudiants.contains(etudiant.id) == true }
        if let suivante {
          throw Ecart(etudiant: etudiant, raison: .rectifie(le: suivante.date))
        }
        return try lettre(etudiant, session, rejoue, voies)
      }
    }
  }

  private func lettre(
    _ etudiant: Etudiant,
    _ session: SessionDeJury,
    _ rejoue: ScelleRejoue,
    _ voies: VoiesDeRecours?,
  ) throws -> Brut {
    let suivie = rejoue.dossier.annees.last { $0.annee == promotion.annee }
    let lettre = LettreDeDecision(
      titulaire: try titulaire(etudiant),
      cursus: cursus(etudiant.id, suivie?.semestres.last?.statut),
      jury: session.date,
      decisions: decisions(session, rejoue),
      motifs: rejoue.scelle.decisions.map(\.motif),
      recours: voies,
    )
    return Brut(
      etudiant: etudiant,
      objet: "jury/\(session.id)",
      contenu: .lettre(lettre),
      champs: [.jury: session.date.enFrancais],
    )
  }

  /// What was decided, in sentences: the year first, then what it rests on.
  private func decisions(_ session: SessionDeJury, _ rejoue: ScelleRejoue) -> [String] {
    let decidee = rejoue.decidee
    let ues = decidee.ues.filter { ue in
      guard case .semestre(let numero) = session.nature else { return true }
      return ue.code.semestre == numero
    }
    let phrases = ues.map { phrase($0.code.texte, $0.mention, $0.moyenne) }
    guard session.nature == .annee else { return phrases }
    var annee: [String] = []
    let resultats = Deliberation<SansPreuve>.resultats(rejoue.decide, rejoue.reglement)
    if let diplome = DiplomeAttribue(fin: promotion.anneeBUT), resultats.attribue(diplome) {
      annee.append(PhrasesDeJury.attribution(diplome))
    }
    if let code = decidee.codeAnnee { annee.append("\(PhrasesDeJury.annee(code)) (\(code))") }
    if let vers = decidee.vers, let autorisee = decidee.autorisee {
      annee.append(PhrasesDeJury.passage(vers: vers, estAutorise: autorisee))
    }
    annee.append("Crédits obtenus dans l’année : \(decidee.ects.abregee).")
    return annee
      + decidee.rcues.map { phrase("Compétence \($0.cle.nom)", $0.mention, $0.moyenne) } + phrases
  }

  /// « UE11 : acquise (ADM), moyenne 12,34. »
  private func phrase(_ sujet: String, _ code: String, _ moyenne: Fraction?) -> String {
    let note = moyenne.map { ", moyenne \($0.moyenneAffichee)" } ?? ""
    return "\(sujet) : \(PhrasesDeJury.ue(code)) (\(code.isEmpty ? "–" : code))\(note)."
  }

  /// The jury of the demand, with how it was closed.
  func juryClos() throws -> (session: SessionDeJury, cloture: ClotureDeJury) {
    guard case .jury(let id) = demande.sur else { throw Refus.inconnu(.jury) }
    guard let cloture = try travail.registre.cloture(id) else { throw Refus.etat(.juryOuvert) }
    return (cloture.session, cloture)
  }

  // MARK: Requests to repeat

  /// The student reads nothing of a refusal before it was notified.
  func refus() throws -> [Issue] {
    let voies = try travail.registre.voiesDeRecours()
    let procedures = Dictionary(
      try travail.registre.redoublements(promotion.id).map { ($0.etudiant, $0) },
      uniquingKeysWith: { _, derniere in derniere },
    )
    return try etudiants.compactMap { etudiant in
      guard let procedure = procedures[etudiant.id], let decision = procedure.decision,
        decision.sens == .refuser, procedure.retiree == nil,
        !estPourSoi || procedure.notifiee != nil
      else {
        guard demande.seul != nil else { return nil }
        return .failure(Ecart(etudiant: etudiant, raison: .sansRefus))
      }
      return try issue(etudiant) {
        let refus = RefusDeRedoublement(
          titulaire: try titulaire(etudiant),
          cursus: cursus(etudiant.id),
          demande: procedure.depose.jour,
          decision: decision.date,
          audition: procedure.audition.tenue ? procedure.audition.date : nil,
          motivation: decision.motivation,
          conseils: decision.conseils,
          recours: voies,
        )
        return Brut(
          etudiant: etudiant,
          objet: "redoublement/\(procedure.id)",
          contenu: .refus(refus),
        )
      }
    }
  }
}
