internal import Scolarite

/// Documents of what end-of-year juries sealed.
extension Composition {
  /// A document for each student on whom an end-of-year jury has decided.
  func desScelles(
    _ retenues: [Identifiant<Etudiant>: Jour],
    _ composer: (AnneeEtablie) throws -> Brut,
  ) throws -> [Issue] {
    let annees = Dictionary(
      uniqueKeysWithValues: try travail.derniersScelles(promotion, seuls: demande.etudiants)
        .map { ($0.rejoue.scelle.etudiant, $0) }
    )
    return try etudiants.map { etudiant in
      try issue(etudiant, retenues) {
        guard let (jury, rejoue) = annees[etudiant.id],
          let annee = AnneeEtablie(
            etudiant,
            rejoue.decide,
            rejoue.reglement,
            promotion.annee,
            jury: jury,
          )
        else { throw Ecart(etudiant: etudiant, raison: .sansJury) }
        return try composer(annee)
      }
    }
  }

  func relevesDefinitifs(_ retenues: [Identifiant<Etudiant>: Jour]) throws -> [Issue] {
    let mots = try MotsDeMaquette(promotion, travail)
    return try desScelles(retenues) { try releve($0, mots) }
  }

  func attestation(_ annee: AnneeEtablie) throws -> Brut {
    let code = annee.etat.codeAnnee
    guard let jury = annee.jury, ["ADM", "ADJ", "ADSUP"].contains(code) else {
      throw Ecart(etudiant: annee.etudiant, raison: .anneeNonValidee(code))
    }
    return Brut(
      etudiant: annee.etudiant,
      contenu: .attestation(
        AttestationDeReussite(
          titulaire: try titulaire(annee.etudiant),
          cursus: cursus(annee.etudiant.id, annee.statut),
          jury: jury.date,
          credits: annee.etat.ects.valeur.abregee,
        )
      ),
      champs: [.jury: jury.date.enFrancais],
    )
  }

  func certificat(_ diplome: DiplomeAttribue, _ annee: AnneeEtablie) throws -> Brut {
    guard let jury = annee.jury, DiplomeAttribue(fin: promotion.anneeBUT) == diplome,
      annee.resultats.attribue(diplome)
    else { throw Ecart(etudiant: annee.etudiant, raison: .sansDiplome(diplome)) }
    return Brut(
      etudiant: annee.etudiant,
      contenu: .diplome(
        CertificatDeDiplome(
          titulaire: try titulaire(annee.etudiant),
          cursus: cursus(annee.etudiant.id, annee.statut),
          diplome: diplome,
          jury: jury.date,
          credits: annee.resultats.ects(pour: diplome).abregee,
        )
      ),
      champs: [.jury: jury.date.enFrancais, .diplome: diplome.rawValue],
    )
  }
}
