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
