public import Scolarite

/// Corrects the day of the proclamation, from which the eight days run, while nobody is summoned
/// (R3.3).
public struct CorrigerLaProclamationBTS: Acte {
  public static let nom = "corriger-la-proclamation-bts"
  public let session: Identifiant<SessionBTS>
  public let jour: Jour
  public let motif: String
  /// The version that was read.
  public let version: Int64

  public init(
    _ session: Identifiant<SessionBTS>,
    le jour: Jour,
    motif: String,
    version: Int64,
  ) {
    self.session = session
    self.jour = jour
    self.motif = motif
    self.version = version
  }

  public func executer(_ travail: Travail) throws {
    let (avant, _) = try travail.sessionBTS(session)
    let permis = try travail.exiger(.cloreUnJury, avant.lieu)
    try avant.exigerEnRattrapage()
    try travail.verifierLaProclamation(jour)
    try InscriptionBTS.verifier([("motif", motif)])
    let inscriptions = try travail.registre.inscriptionsBTS(avant.id)
    let convoques = inscriptions.count { $0.convocation != nil }
    guard convoques == 0 else {
      throw Refus.regle(article: ArticleBTS.delai, .bts(.dejaConvoques(convoques)))
    }
    if let premier = inscriptions.flatMap(\.joursDApres).min(), jour > premier {
      throw Refus.regle(article: ArticleBTS.delai, .bts(.proclamationTropTard(premier)))
    }
    var apres = avant
    apres.proclamation = jour
    apres.version = version
    try travail.remplacer(Self.nom, permis, avant, par: apres, motif: motif)
  }
}

extension InscriptionBTS {
  /// The days of what cannot come before the proclamation.
  fileprivate var joursDApres: [Jour] {
    oraux.values.map(\.debut.jour) + reouvertures.compactMap(\.deliberee)
  }
}
