internal import Scolarite

extension Travail {
  /// A session with its speciality.
  func sessionBTS(_ id: Identifiant<SessionBTS>) throws -> (SessionBTS, SpecialiteBTS) {
    guard let session = try registre.sessionBTS(id) else { throw Refus.inconnu(.sessionBTS) }
    return (session, try formats.specialiteBTS(session.specialite))
  }

  func inscriptionBTS(_ id: Identifiant<InscriptionBTS>) throws -> InscriptionBTS {
    guard let inscription = try registre.inscriptionBTS(id) else {
      throw Refus.inconnu(.candidatBTS)
    }
    return inscription
  }

  /// Writes a candidate over the version that was read.
  func remplacer(
    _ acte: String,
    _ permis: Permis,
    _ avant: InscriptionBTS,
    par apres: InscriptionBTS,
    motif: String? = nil,
  ) throws {
    let objet = Objet(.candidatBTS, avant.id)
    let ecriture = try inscrire(
      acte,
      permis,
      objet,
      sujet: avant.etudiant,
      avant: avant.faits,
      apres: apres.faits,
      motif: motif,
    )
    guard try registre.remplacer(apres, ecriture) else {
      throw try conflit(objet, avant.faits, apres.faits, avant.version)
    }
  }

  /// Writes the days of a session over the version that was read.
  func remplacer(_ acte: String, _ permis: Permis, _ avant: SessionBTS, par apres: SessionBTS)
    throws
  {
    let objet = Objet(.sessionBTS, avant.id)
    let ecriture = try inscrire(acte, permis, objet, avant: avant.faits, apres: apres.faits)
    guard try registre.remplacer(apres, ecriture) else {
      throw try conflit(objet, avant.faits, apres.faits, avant.version)
    }
  }
}

extension SessionBTS {
  /// The results may still change.
  func exigerNonProclamee() throws(Refus) {
    if let proclamation { throw .etat(.bts(.proclamee(proclamation))) }
  }

  /// The results are proclaimed, and the jury has not closed the session.
  @discardableResult
  func exigerEnRattrapage() throws(Refus) -> Jour {
    guard let proclamation else { throw .etat(.bts(.nonProclamee)) }
    if let close { throw .etat(.bts(.close(close))) }
    return proclamation
  }
}

extension InscriptionBTS {
  /// Only those whom the jury authorised go on.
  func exigerAutorisation() throws(Refus) {
    guard decision?.autorise == true else {
      throw .regle(article: ArticleBTS.autorisation, .bts(.nonAutorise))
    }
  }

  /// What the rules make of the results, as far as they are known; `nil` while one is missing.
  ///
  /// `avecLesOraux`: with the marks of the orals that were sat.
  func resultat<M: Motivation>(
    _ specialite: SpecialiteBTS,
    _ session: SessionBTS,
    avecLesOraux: Bool = true,
    _ type: M.Type = M.self,
  ) -> ResultatBTS<M>? {
    var notes: [CandidatBTS.Domaine: CandidatBTS.Oral] = [:]
    if avecLesOraux, decision?.autorise == true {
      for (domaine, oral) in oraux {
        guard let note = oral.note else { continue }
        let discipline = domaine == .general ? choix?.discipline : nil
        notes[domaine] = CandidatBTS.Oral(discipline: discipline, note: note)
      }
    }
    return specialite.candidat(
      resultats.mapValues(\.selonLesRegles),
      oraux: notes,
      proclamation: session.proclamation,
      convocation: convocation?.jour,
    ).flatMap { Moteur<M>.sessionExceptionnelle($0) }
  }

  /// The épreuves missed without a document, in the order of the speciality.
  func absencesSansPiece(_ specialite: SpecialiteBTS) -> [String] {
    specialite.epreuves.filter { resultats[$0.code] == .absence(piece: nil) }.map(\.code)
  }
}
