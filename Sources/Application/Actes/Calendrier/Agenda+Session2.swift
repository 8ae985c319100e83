internal import Scolarite

extension SeanceDeSession2 {
  /// The exam of one student, at their own hours.
  func evenement(
    pour etudiant: Identifiant<Etudiant>,
    _ session: SessionDeRattrapage,
    _ promotion: Promotion,
    numero: Int,
    ecrite: Horodatage,
  ) -> Agenda.Evenement? {
    guard let horaire = horaire(de: etudiant) else { return nil }
    let estUnProjet = epreuve.forme == .projet
    return Agenda.Evenement(
      // The same exam keeps its name when the student comes to sit it alone.
      cle: "session-2-\(session.campagne)-\(epreuve.commune)",
      quand: .creneau(
        debut.a(minute: min(horaire.debut, 24 * 60 - 1)),
        minutes: max(1, horaire.fin - horaire.debut),
      ),
      titre: "Session 2 : \(epreuve.phrase)" + (estUnProjet ? " (à rendre)" : ""),
      details: [promotion.nom] + (salle.isEmpty ? [] : ["Salle : \(salle)"])
        + (estIndividuelle ? ["Passage individuel sous surveillance continue"] : []),
      occupe: !estUnProjet,
      version: Int64(numero),
      ecrit: ecrite,
    )
  }
}

extension Travail {
  /// The support sessions for which a student put down their name, unless called off.
  func soutiens(de etudiant: Identifiant<Etudiant>, _ session: SessionDeRattrapage) throws
    -> [Agenda.Evenement]
  {
    let siens = Set(
      try registre.inscriptionsAuSoutien(session.campagne).filter { $0.etudiant == etudiant }
        .map(\.seance)
    )
    return try registre.seancesDeSoutien(session.campagne).compactMap { seance in
      guard siens.contains(seance.id), seance.annulee == nil,
        let entree = try registre.derniereEntree(Objet(.soutien, seance.id))
      else { return nil }
      return Agenda.Evenement(
        cle: "soutien-\(seance.id)",
        quand: .creneau(seance.debut, minutes: max(1, seance.fin.minute - seance.debut.minute)),
        titre: "Soutien avant la session 2 : \(seance.ue.texte)",
        details: ["Salle : \(seance.salle)", seance.enseignant],
        occupe: true,
        version: seance.version,
        ecrit: entree.horodatage,
      )
    }
  }

  /// When and where a student is to see copies.
  func consultations(de etudiant: Identifiant<Etudiant>, _ session: SessionDeRattrapage) throws
    -> [Agenda.Evenement]
  {
    try registre.consultationsDeCopie(etudiant: etudiant).compactMap { consultation in
      guard consultation.campagne == session.campagne, let rendezVous = consultation.rendezVous,
        let entree = try registre.derniereEntree(Objet(.consultationDeCopie, consultation.id))
      else { return nil }
      return Agenda.Evenement(
        cle: "consultation-de-copie-\(consultation.id)",
        // Nobody says how long it lasts.
        quand: .creneau(rendezVous.quand, minutes: 30),
        titre: "Consultation de copie, session 2 : "
          + (try epreuveDeSession2(consultation.epreuve).ue.texte),
        details: [rendezVous.lieu],
        occupe: true,
        version: consultation.version,
        ecrit: entree.horodatage,
      )
    }
  }
}
