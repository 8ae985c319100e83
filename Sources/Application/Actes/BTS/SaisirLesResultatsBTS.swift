internal import Scolarite

/// Writes the results of a candidate at the normal session, and the appreciation of the livret; after
/// the proclamation, only where the case is reopened.
public struct SaisirLesResultatsBTS: Acte {
  public static let nom = "saisir-les-resultats-bts"
  public let inscription: Identifiant<InscriptionBTS>
  /// By code of épreuve; those not named have none.
  public let resultats: [String: InscriptionBTS.Resultat]
  public let livret: String
  /// The version that was read.
  public let version: Int64

  public init(
    _ inscription: Identifiant<InscriptionBTS>,
    _ resultats: [String: InscriptionBTS.Resultat],
    livret: String,
    version: Int64,
  ) {
    self.inscription = inscription
    self.resultats = resultats
    self.livret = livret
    self.version = version
  }

  public func executer(_ travail: Travail) throws {
    let avant = try travail.inscriptionBTS(inscription)
    let (session, specialite) = try travail.sessionBTS(avant.session)
    let permis = try travail.exiger(.saisirLesNotes, session.lieu)
    try session.exigerResultatsOuverts(avant)
    let fautes = fautes(specialite)
    guard fautes.isEmpty else { throw Refus.donnees(fautes) }
    var apres = avant
    apres.resultats = resultats
    apres.livret = livret
    // What the jury decided rested on other results.
    if apres.resultats != avant.resultats || apres.livret != avant.livret { apres.decision = nil }
    apres.version = version
    try travail.remplacer(Self.nom, permis, avant, par: apres)
  }

  private func fautes(_ specialite: SpecialiteBTS) -> [Refus.Faute] {
    var fautes = resultats.keys.sorted().compactMap { code -> Refus.Faute? in
      guard specialite.epreuve(code) != nil else { return .init(code, .inconnue(vu: code)) }
      guard let resultat = resultats[code] else { return nil }
      switch resultat {
      case .note(let note):
        return note.bareme == 20
          ? nil : .init(code, .horsBornes(vu: "\(note)", bornes: "une note sur 20"))
      case .absence(let piece):
        guard let piece else { return nil }
        if piece.isEmpty { return .init(code, .absente) }
        return piece.count > Travail.longueurDeNom
          ? .init(code, .tropLongue(vu: piece, limite: Travail.longueurDeNom)) : nil
      }
    }
    if livret.count > InscriptionBTS.longueurDeTexte {
      fautes.append(
        .init("livret", .tropLongue(vu: livret, limite: InscriptionBTS.longueurDeTexte))
      )
    }
    return fautes
  }
}

extension InscriptionBTS {
  /// The characters of an appreciation or a reason at most.
  static let longueurDeTexte = 2_000
}
