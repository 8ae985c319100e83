internal import Scolarite

extension Travail {
  /// The dossier of a student as far as the year of a promotion goes.
  func dossier(_ etudiant: Identifiant<Etudiant>, _ promotion: Promotion) throws -> Dossier {
    let inscription = try registre.inscriptions(etudiant: etudiant).first {
      $0.promotion == promotion.id
    }
    guard let inscription else { throw Refus.etat(.etudiantNonInscrit) }
    let absences = try registre.absences(etudiant, promotion)
    let semestres = inscription.semestres.map { numero in
      SemestreSuivi(
        numero: numero,
        statut: inscription.statut(le: moment.jour),
        absences: Absences(creneaux: absences.parSemestre[numero] ?? []),
      )
    }
    let annee = AnneeSuivie(
      annee: promotion.annee,
      anneeBUT: promotion.anneeBUT,
      programme: try programme(promotion),
      semestres: semestres,
      bonus: try registre.bonus(etudiant, promotion.id),
      session2: try registre.sessionDeux(etudiant, promotion.id),
      decisions: try registre.decisions(etudiant, promotion.id),
    )
    return Dossier(etudiant: etudiant.description, annees: [annee])
  }

  /// The règlement of a promotion.
  func reglement(_ promotion: Promotion) throws -> Reglement {
    guard let profil = try registre.profil(promotion) else { throw Refus.etat(.aucunReglement) }
    return Reglement(
      courant: try formats.reglages(profil.texte, le: Jour(ouvrant: promotion.annee))
    )
  }
}
