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
  func remplacer(
    _ acte: String,
    _ permis: Permis,
    _ avant: SessionBTS,
    par apres: SessionBTS,
    motif: String? = nil,
  ) throws {
    let objet = Objet(.sessionBTS, avant.id)
    let ecriture = try inscrire(
      acte,
      permis,
      objet,
      avant: avant.faits,
      apres: apres.faits,
      motif: motif,
    )
    guard try registre.remplacer(apres, ecriture) else {
      throw try conflit(objet, avant.faits, apres.faits, avant.version)
    }
  }

  /// Results are proclaimed in the year of the session, and not before it happens.
  func verifierLaProclamation(_ jour: Jour) throws(Refus) {
    guard jour <= moment.jour else { throw .etat(.dateAVenir) }
    guard jour.annee != CandidatBTS.millesime else { return }
    guard let debut = Jour(CandidatBTS.millesime, 1, 1),
      let fin = Jour(CandidatBTS.millesime, 12, 31)
    else { preconditionFailure("a year has its first and last days") }
    throw .regle(article: ArticleBTS.session, .horsPeriode(du: debut, au: fin))
  }
}

extension SessionBTS {
  /// The results may still change.
  func exigerNonProclamee() throws(Refus) {
    if let proclamation { throw .etat(.bts(.proclamee(proclamation))) }
  }

  /// The results of a candidate may still change, or the case is reopened.
  func exigerResultatsOuverts(_ inscription: InscriptionBTS) throws(Refus) {
    if !inscription.estRouverte { try exigerNonProclamee() }
  }

  /// The results are proclaimed, and the jury has not closed the session, or has reopened the case
  /// of that candidate.
  @discardableResult
  func exigerEnRattrapage(_ inscription: InscriptionBTS? = nil) throws(Refus) -> Jour {
    guard let proclamation else { throw .etat(.bts(.nonProclamee)) }
    if let close, inscription?.estRouverte != true { throw .etat(.bts(.close(close))) }
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

  /// Refuses words that are missing or too long, by the field that holds them.
  static func verifier(_ textes: [(champ: String, texte: String)]) throws(Refus) {
    let fautes = textes.compactMap { champ, texte -> Refus.Faute? in
      if texte.allSatisfy(\.isWhitespace) { return .init(champ, .absente) }
      guard texte.count > longueurDeTexte else { return nil }
      return .init(champ, .tropLongue(vu: texte, limite: longueurDeTexte))
    }
    guard fautes.isEmpty else { throw .donnees(fautes) }
  }

  /// How many of both orals have neither a mark nor an absence.
  var orauxManquants: Int { CandidatBTS.Domaine.allCases.count { oraux[$0]?.issue == nil } }

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
