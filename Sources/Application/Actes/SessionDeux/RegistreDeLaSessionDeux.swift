public import Scolarite

/// The sessions 2 that are conducted: dates, exams, those eligible, what they answered.
public protocol RegistreDeLaSessionDeux {
  func sessionDeRattrapage(_ campagne: Identifiant<Campagne>) throws -> SessionDeRattrapage?
  func sessionsDeRattrapage(_ promotion: Identifiant<Promotion>) throws -> [SessionDeRattrapage]
  /// Those of the whole establishment, the latest first day first.
  func sessionsDeRattrapage() throws -> [SessionDeRattrapage]
  /// Adds what a campaign that was just opened needs to be conducted.
  func ajouter(_ session: SessionDeRattrapage, _ ecriture: Ecriture) throws
  /// Replaces everything but the version, which is that of the campaign.
  func remplacer(_ session: SessionDeRattrapage, _ ecriture: Ecriture) throws

  /// The tracks that are done, and since when.
  func etapesDeSession2(_ campagne: Identifiant<Campagne>) throws -> [PisteDeSession2: Jour]
  /// Writes that a track is done since a day; over the day before where there is one.
  func marquer(
    _ piste: PisteDeSession2,
    de campagne: Identifiant<Campagne>,
    faiteLe jour: Jour,
    _ ecriture: Ecriture,
  ) throws
  /// Takes back that a track is done.
  func demarquer(
    _ piste: PisteDeSession2,
    de campagne: Identifiant<Campagne>,
    _ ecriture: Ecriture,
  ) throws

  /// The exams of a session, in the order of their UE.
  func epreuvesDeSession2(_ campagne: Identifiant<Campagne>) throws -> [EpreuveDeSession2]
  func epreuveDeSession2(_ id: Identifiant<EpreuveDeSession2>) throws -> EpreuveDeSession2?
  func ajouter(_ epreuve: EpreuveDeSession2, _ ecriture: Ecriture) throws
  /// - Returns: whether the version was still the one given.
  func remplacer(_ epreuve: EpreuveDeSession2, _ ecriture: Ecriture) throws -> Bool

  /// The frozen list, in the order of students and UE; empty until it is published.
  func admissibilites(_ campagne: Identifiant<Campagne>) throws -> [AdmissibiliteDeSession2]
  /// The lines of one student.
  func admissibilites(_ etudiant: Identifiant<Etudiant>, _ campagne: Identifiant<Campagne>) throws
    -> [AdmissibiliteDeSession2]
  func ajouter(_ lignes: [AdmissibiliteDeSession2], _ ecriture: Ecriture) throws
  /// The entry of the journal under which the lines of each student were last written.
  func entreesDAdmissibilite(_ campagne: Identifiant<Campagne>) throws
    -> [Identifiant<Etudiant>: Int64]
  /// Writes the lines of one student over those that were published.
  func remplacer(
    _ lignes: [AdmissibiliteDeSession2],
    de etudiant: Identifiant<Etudiant>,
    _ campagne: Identifiant<Campagne>,
    _ ecriture: Ecriture,
  ) throws
  /// What became of the list after new deliberations, in the order of students.
  func revuesDAdmissibilite(_ campagne: Identifiant<Campagne>) throws -> [RevueDAdmissibilite]
  func revueDAdmissibilite(_ etudiant: Identifiant<Etudiant>, _ campagne: Identifiant<Campagne>)
    throws -> RevueDAdmissibilite?
  /// Writes a review, over the one before where there is one.
  func ecrire(_ revue: RevueDAdmissibilite, _ ecriture: Ecriture) throws

  /// Those enrolled for some UE, in the order of students.
  func inscritsEnSession2(_ campagne: Identifiant<Campagne>) throws -> [InscriptionEnSession2]
  /// What each student answered; those who did not, and of whom nothing is recorded, are not there.
  func reponsesDeSession2(_ campagne: Identifiant<Campagne>) throws
    -> [Identifiant<Etudiant>: ReponseDeSession2]
  /// The acknowledgement of the last answer of a student.
  func accuseDeSession2(_ etudiant: Identifiant<Etudiant>, _ campagne: Identifiant<Campagne>) throws
    -> AccuseDeSession2?
  /// Records that a student said nothing by the limit.
  func constaterLeSilence(
    de etudiant: Identifiant<Etudiant>,
    _ campagne: Identifiant<Campagne>,
    _ ecriture: Ecriture,
  ) throws
  /// Those eligible for some UE who neither answered nor were recorded as silent, nor have a limit of
  /// their own that is not past.
  func sansReponse(_ campagne: Identifiant<Campagne>, a moment: Instant) throws
    -> [Identifiant<Etudiant>]

  func inscriptionsTardives(_ campagne: Identifiant<Campagne>) throws -> [InscriptionTardive]
  func inscriptionsTardives(etudiant: Identifiant<Etudiant>) throws -> [InscriptionTardive]
  func inscriptionTardive(_ id: Identifiant<InscriptionTardive>) throws -> InscriptionTardive?
  func ajouter(_ demande: InscriptionTardive, _ ecriture: Ecriture) throws
  /// - Returns: whether the version was still the one given.
  func remplacer(_ demande: InscriptionTardive, _ ecriture: Ecriture) throws -> Bool

  /// How arrangements differ from those of session 1.
  func ecartsDAmenagement(_ campagne: Identifiant<Campagne>) throws -> [EcartDAmenagement]
  /// Writes a difference where none stood (version 1) or over the version before.
  /// - Returns: whether the version before was still the last.
  func ecrire(_ ecart: EcartDAmenagement, _ ecriture: Ecriture) throws -> Bool
}

extension RegistreDeLaSessionDeux {
  /// Those eligible for some UE: the UE open to each.
  public func admissibles(_ campagne: Identifiant<Campagne>) throws
    -> [Identifiant<Etudiant>: [CodeUE]]
  {
    Dictionary(
      grouping: try admissibilites(campagne).filter(\.estOuverte),
      by: \.etudiant,
    ).mapValues { $0.map(\.ue) }
  }
}

extension Travail {
  /// The session 2 of a campaign.
  public func sessionDeRattrapage(_ campagne: Identifiant<Campagne>) throws -> SessionDeRattrapage {
    guard let session = try registre.sessionDeRattrapage(campagne) else {
      throw Refus.inconnu(.campagne)
    }
    return session
  }

  /// Writes that a track is done today.
  public func marquer(
    _ piste: PisteDeSession2,
    de campagne: Identifiant<Campagne>,
    _ ecriture: Ecriture,
  ) throws {
    try registre.marquer(piste, de: campagne, faiteLe: moment.jour, ecriture)
  }

  /// Whether the person may go beyond a limit of a session 2: the role that its setting names.
  public func peutDeroger(_ session: SessionDeRattrapage) throws -> Bool {
    if case .console = demandeur { return true }
    let lieu = try promotion(session.promotion).lieu
    return habilitations.contains { $0.role == session.derogation && $0.portee.couvre(lieu) }
  }

  /// Lets a guard of the procedure be passed by whom it allows, with a written reason.
  /// - Parameters:
  ///   - session: the session.
  ///   - article: where the guard is written.
  ///   - etat: what it says.
  ///   - motif: the reason, for the journal.
  /// - Throws: the refusal of the guard, unless the person may pass it and says why.
  public func deroger(
    _ session: SessionDeRattrapage,
    article: String,
    _ etat: Etat,
    motif: String?,
  ) throws {
    guard let motif, !motif.isEmpty, try peutDeroger(session) else {
      throw Refus.regle(article: article, etat)
    }
  }

  /// The arrangements that hold at the tests of a session 2: those of session 1, save differences.
  public func amenagements(de session: SessionDeRattrapage) throws -> [AmenagementDeSession2] {
    let ecarts = try registre.ecartsDAmenagement(session.campagne)
    let repris = try registre.amenagements(session.promotion, le: session.premierJour)
      .filter { !$0.porte.isDisjoint(with: .epreuves) }
    let modifies = Set(ecarts.map { "\($0.etudiant)/\($0.nature.rawValue)" })
    let identiques = repris.filter { !modifies.contains("\($0.etudiant)/\($0.nature.rawValue)") }
      .map {
        AmenagementDeSession2(
          etudiant: $0.etudiant,
          nature: $0.nature,
          precision: $0.precision,
          motif: nil,
        )
      }
    let autres = ecarts.filter(\.maintenu).map {
      AmenagementDeSession2(
        etudiant: $0.etudiant,
        nature: $0.nature,
        precision: $0.precision,
        motif: $0.motif,
      )
    }
    return (identiques + autres).sorted {
      ($0.etudiant.valeur, $0.nature.rawValue) < ($1.etudiant.valeur, $1.nature.rawValue)
    }
  }
}
