internal import Scolarite

/// Records, once the limit is past, that those who said nothing give up (R0.12).
///
/// Doing it again writes nothing more.
public struct ConstaterLesRenoncements: Acte {
  public static let nom = "constater-les-renoncements"
  public let campagne: Identifiant<Campagne>

  public init(_ campagne: Identifiant<Campagne>) {
    self.campagne = campagne
  }

  /// Whose silence was recorded now.
  public func executer(_ travail: Travail) throws -> [Identifiant<Etudiant>] {
    let session = try travail.sessionDeRattrapage(campagne)
    let promotion = try travail.promotion(session.promotion)
    let permis = try travail.exiger(.gererLesCampagnes, promotion.lieu)
    guard session.publicationSession1 != nil else {
      throw Refus.etat(.admissibiliteNonPubliee)
    }
    guard travail.moment.instant > session.limiteInscription else {
      throw Refus.etat(.inscriptionOuverte(jusqua: session.limiteInscription))
    }
    let muets = try travail.registre.sansReponse(
      campagne,
      a: ClotureDesInscriptions.echeance(a: travail.moment.instant),
    )
    var derniere: Ecriture?
    for etudiant in muets {
      let ecriture = try travail.inscrire(
        Self.nom,
        permis,
        Objet(.session2, promotion.id, etudiant),
        sujet: etudiant,
        apres: ["campagne": Faits.Valeur(campagne), "reponse": "silence"],
      )
      try travail.registre.constaterLeSilence(de: etudiant, campagne, ecriture)
      derniere = ecriture
    }
    if try travail.registre.etapesDeSession2(campagne)[.inscriptions] == nil {
      let ecriture = try derniere ?? cloture(permis, travail)
      try travail.marquer(.inscriptions, de: campagne, ecriture)
    }
    return muets
  }

  private func cloture(_ permis: Permis, _ travail: Travail) throws -> Ecriture {
    try travail.inscrire(
      Self.nom,
      permis,
      Objet(.campagne, campagne),
      apres: ["silences": .entier(0)],
    )
  }
}

/// Closes the enrolments whose limit is past, from time to time.
public struct ClotureDesInscriptions: Sendable {
  private let bureau: Bureau
  private let etablissement: Identifiant<Etablissement>

  public init(_ bureau: Bureau, dans etablissement: Identifiant<Etablissement>) {
    self.bureau = bureau
    self.etablissement = etablissement
  }

  /// How many whole minutes pass first: who answered in the last second may still wait for their
  /// turn to write, and is not silent.
  private static let repit = 1

  /// The latest limit of a student that counts as past at a moment, for who has one of their own.
  static func echeance(a present: Instant) -> Instant { present.apres(minutes: -repit) }

  /// Records the silences of every session whose limit is past and that was not closed.
  /// - Returns: how many sessions were closed.
  @discardableResult
  public func relever() async throws -> Int {
    let present = bureau.horloge.maintenant().instant
    let echues = try await bureau.registre.lire(etablissement) { registre in
      try registre.sessionsDeRattrapage().filter { session in
        let fin = session.limiteInscription.apres(minutes: Self.repit)
        guard session.publicationSession1 != nil, present > fin else { return false }
        let estClose = try registre.etapesDeSession2(session.campagne)[.inscriptions] != nil
        return try !estClose
          || !registre.sansReponse(session.campagne, a: Self.echeance(a: present)).isEmpty
      }.map(\.campagne)
    }
    for campagne in echues {
      _ = try await bureau.faire(
        ConstaterLesRenoncements(campagne),
        par: .console("session-2"),
        dans: etablissement,
      )
    }
    return echues.count
  }
}
