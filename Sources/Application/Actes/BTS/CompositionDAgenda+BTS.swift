internal import Scolarite

extension CompositionDAgenda {
  /// The orals of the BTS to which the person is summoned as a candidate.
  func orauxDuBTS() throws -> [Agenda.Evenement] {
    guard let etudiant = utilisateur.etudiant,
      travail.peut(.voirLesDecisions, Lieu(etudiant: etudiant))
    else { return [] }
    let limite = travail.moment.jour.plus(jours: -Self.memoire)
    return try travail.registre.inscriptionsBTS(etudiant: etudiant)
      .filter { $0.convocation != nil }
      .flatMap { inscription -> [Agenda.Evenement] in
        let entree = try travail.registre.derniereEntree(Objet(.candidatBTS, inscription.id))
        return inscription.oraux.compactMap { domaine, oral in
          guard oral.debut.jour >= limite, let entree else { return nil }
          let discipline = domaine == .general ? inscription.choix.map(\.discipline) : nil
          return Agenda.Evenement(
            cle: "oral-bts-\(inscription.id)-\(domaine.rawValue)",
            quand: .creneau(oral.debut, minutes: SessionBTS.minutesDOral),
            titre: "BTS, oral \(domaine == .general ? "général" : "professionnel")",
            details: ["Salle \(oral.salle)"] + [discipline].compactMap(\.self),
            occupe: true,
            version: inscription.version,
            ecrit: entree.horodatage,
          )
        }
      }
  }
}
