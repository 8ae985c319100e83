internal import Scolarite

extension Travail {
  /// A jury with all that it has before it, and the promotion that it was read from.
  func seance(_ jury: Identifiant<SessionDeJury>) throws
    -> (seance: SeanceDeJury, lue: PromotionLue)
  {
    let session = try self.jury(jury)
    let promotion = try promotion(session.promotion)
    _ = try exiger(.voirLesDecisions, promotion.lieu)
    _ = try exiger(.voirLesNotes, promotion.lieu)
    let deliberee = try deliberer(session, promotion)
    let lue = deliberee.lue
    let reglages = lue.reglement.reglages(promotion.annee)
    let seance = SeanceDeJury(
      session: session,
      promotion: promotion,
      programme: lue.programme,
      groupes: try registre.groupes(promotion.id),
      reglages: reglages,
      adoptionManquante: try profil(promotion).adoptionManquante(reglages),
      lignes: try lignes(session, deliberee),
      rcues: session.nature == .annee ? deliberee.rcues : [],
      erreurs: try erreurs(de: session),
      vue: vue(deliberee),
      peutPreparer: peut(.preparerUnJury, promotion.lieu),
      peutDecider: peut(.deciderEnJury, promotion.lieu),
      peutClore: peut(.cloreUnJury, promotion.lieu),
      peutDonnerUnAvis: peut(.donnerUnAvis, promotion.lieu),
    )
    return (seance, lue)
  }

  /// The promotion as a jury deliberates on it: all its students, even gone, and without what the
  /// jury that it puts right had decided.
  func lire(_ session: SessionDeJury, _ promotion: Promotion) throws -> PromotionLue {
    let lue = try lire(promotion, avecLesPartis: true)
    let siens = Set(try etudiants(de: session))
    let deliberees = Dictionary(
      grouping: try registre.deliberees(promotion: promotion.id),
      by: \.etudiant,
    )
    let avantSession2 = try precedeLaSession2(session)
    return lue.filtree { etudiant, lu in
      guard siens.contains(etudiant) else { return nil }
      let dossier = avantSession2 ? lu.sansSessionDeux : lu
      guard let rectifie = session.rectification?.jury else { return dossier }
      let autres = (deliberees[etudiant] ?? []).filter { $0.origine != rectifie }
      return dossier.decidant(DecisionsDeliberees.enVigueur(autres))
    }
  }

  private func lignes(_ session: SessionDeJury, _ deliberee: PromotionDeliberee) throws
    -> [SeanceDeJury.Ligne]
  {
    let lue = deliberee.lue
    let promotion = lue.promotion
    let etudiants = Dictionary(
      uniqueKeysWithValues: try registre.etudiants(promotion.id).map { ($0.id, $0) }
    )
    let preparees = try Preparees(session, promotion, self)
    return lue.etudiants.indices.compactMap { rang -> SeanceDeJury.Ligne? in
      let id = lue.etudiants[rang]
      guard let etudiant = etudiants[id] else { return nil }
      let proposition = deliberee.propositions[rang]
      let projet = preparees.projets[id]
      return SeanceDeJury.Ligne(
        etudiant: etudiant.nomme,
        groupes: preparees.groupes[id] ?? [],
        depart: preparees.departs[id],
        estRedoublant: lue.dossiers[rang].estRedoublee,
        proposition: proposition,
        vue: deliberee.vues[rang],
        points: session.nature.retient(deliberee.points[rang] ?? []),
        situations: preparees.situations[id] ?? [],
        commission: preparees.commissions[id],
        projet: projet,
        decidee: lue.dossiers[rang].decidee(projet, session, lue.reglement) ?? proposition,
        revues: deliberee.revues(id, proposition),
        demandeARedoubler: preparees.demandes.contains(id),
      )
    }.parNom(\.etudiant)
  }

  /// The règlement in force for a promotion.
  func profil(_ promotion: Promotion) throws -> ProfilAdopte {
    guard let profil = try registre.profil(promotion.departement, promotion.annee) else {
      throw Refus.etat(.aucunReglement)
    }
    return profil
  }
}

extension Dossier {
  /// Whether the last year is one that the student had followed before.
  fileprivate var estRedoublee: Bool {
    guard let derniere = annees.last else { return false }
    return annees.dropLast().contains { $0.anneeBUT == derniere.anneeBUT }
  }

  /// What the rules give with what a jury is about to decide; `nil` where it decides nothing.
  fileprivate func decidee(
    _ projet: ProjetDeDecision?,
    _ session: SessionDeJury,
    _ reglement: Reglement,
  ) -> Proposition? {
    guard let projet, !projet.decisions.isEmpty else { return nil }
    return avec(projet, session).proposition(reglement)
  }

  /// The dossier with what a jury is about to decide, in place of what it contradicts.
  func avec(_ projet: ProjetDeDecision, _ session: SessionDeJury) -> Dossier {
    let prises = projet.decisions.compactMap { $0.decision(auteur: "jury", le: session.date) }
    let gardees = (annees.last?.decisions ?? []).filter { ancienne in
      !prises.contains { $0.contredit(ancienne) }
    }
    return decidant(gardees + prises)
  }
}

extension SessionDeJury.Nature {
  /// Of what there is to see, what a jury of that kind deliberates on.
  fileprivate func retient(_ points: [PointAVoir]) -> [PointAVoir] {
    guard case .semestre(let numero) = self else { return points }
    return points.compactMap { point in
      switch point {
      case .incomplete(let ues):
        let siennes = ues.filter { $0.semestre == numero }
        return siennes.isEmpty ? nil : .incomplete(siennes)
      case .limiteUE(let ue, _): return ue.semestre == numero ? point : nil
      case .absences(let semestre, _): return semestre == numero ? point : nil
      case .limiteRCUE, .sousLePlancher, .passageRefuse: return nil
      }
    }
  }
}
