public import Scolarite

/// Says how the copies of an exam are marked, and draws a number for each of those enrolled.
///
/// Done again, it draws numbers for those who enrolled since. Once something is written of a copy,
/// how they are marked no longer changes.
public struct PreparerLesCopies: Acte {
  public static let nom = "preparer-les-copies"
  public let epreuve: Identifiant<EpreuveDeSession2>
  public let mode: CopiesDEpreuve.Mode
  public let estAnonyme: Bool
  public let ecartSansMotif: Decimale?
  /// What numbers are drawn with; no entry of the journal holds it.
  public let graine: UInt64
  /// The version that was read; 0 where nothing stood.
  public let version: Int64

  public init(
    _ epreuve: Identifiant<EpreuveDeSession2>,
    mode: CopiesDEpreuve.Mode,
    estAnonyme: Bool,
    ecartSansMotif: Decimale? = nil,
    graine: UInt64,
    version: Int64 = 0,
  ) {
    self.epreuve = epreuve
    self.mode = mode
    self.estAnonyme = estAnonyme
    self.ecartSansMotif = ecartSansMotif
    self.graine = graine
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> CopiesDEpreuve {
    let epreuve = try travail.epreuveDeSession2(epreuve)
    let promotion = try travail.promotion(de: epreuve)
    let permis = try travail.exiger(.gererLesCampagnes, promotion.lieu)
    try verifierLEcart()
    let avant = try travail.registre.copies(epreuve: epreuve.id)
    let tirees = try travail.registre.copiesUneAUne(epreuve.id)
    let apres = CopiesDEpreuve(
      epreuve: epreuve.id,
      campagne: epreuve.campagne,
      mode: mode,
      estAnonyme: estAnonyme,
      ecartSansMotif: mode == .doubleCorrection ? ecartSansMotif : nil,
      versees: avant?.versees,
      version: version + 1,
    )
    try verifier(avant, apres, tirees)
    let nouvelles = try nouvelles(epreuve, tirees, promotion, travail)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.copies, epreuve.id),
      avant: avant?.faits,
      apres: apres.faits + ["copies": .entier(Int64(tirees.count + nouvelles.count))],
    )
    guard version == avant?.version ?? 0, try travail.registre.ecrire(apres, ecriture) else {
      throw try travail.conflit(
        Objet(.copies, epreuve.id),
        avant?.faits ?? ["copies": .vide],
        apres.faits,
        avant?.version ?? 0,
      )
    }
    try travail.registre.ajouter(nouvelles, ecriture)
    return apres
  }

  private func verifierLEcart() throws(Refus) {
    guard mode == .doubleCorrection else { return }
    guard let ecartSansMotif else { throw .donnees([.init("ecart", .absente)]) }
    guard ecartSansMotif >= 0, ecartSansMotif <= 20 else {
      let vu = "\(ecartSansMotif)"
      throw .donnees([.init("ecart", .horsBornes(vu: vu, bornes: "de 0 à 20 points"))])
    }
  }

  private func verifier(_ avant: CopiesDEpreuve?, _ apres: CopiesDEpreuve, _ tirees: [Copie])
    throws(Refus)
  {
    guard let avant else { return }
    guard avant.versees == nil else { throw .etat(.copiesVersees) }
    let change =
      avant.mode != apres.mode || avant.estAnonyme != apres.estAnonyme
      || avant.ecartSansMotif != apres.ecartSansMotif
    let lues = tirees.count { !$0.lectures.isEmpty }
    guard !change || lues == 0 else { throw .etat(.evaluationNotee(lues)) }
  }

  /// A number that nobody has for each of those enrolled who have none.
  private func nouvelles(
    _ epreuve: EpreuveDeSession2,
    _ tirees: [Copie],
    _ promotion: Promotion,
    _ travail: Travail,
  ) throws -> [Copie] {
    let connus = Set(tirees.map(\.etudiant))
    let pris = Set(tirees.map(\.numero))
    let attendus = try travail.inscrits(a: epreuve, promotion).filter { !connus.contains($0) }
    var hasard = HasardDeCopies(etat: graine)
    let fin = Self.premier + max(900, 4 * (attendus.count + pris.count))
    let libres = (Self.premier..<fin).filter { !pris.contains($0) }.shuffled(using: &hasard)
    return zip(attendus, libres).map { etudiant, numero in
      Copie(epreuve: epreuve.id, etudiant: etudiant, numero: numero)
    }
  }

  private static let premier = 100
}

/// SplitMix64: the same seed draws the same numbers.
private struct HasardDeCopies: RandomNumberGenerator {
  var etat: UInt64

  mutating func next() -> UInt64 {
    etat &+= 0x9E37_79B9_7F4A_7C15
    var tire = etat
    tire = (tire ^ (tire >> 30)) &* 0xBF58_476D_1CE4_E5B9
    tire = (tire ^ (tire >> 27)) &* 0x94D0_49BB_1331_11EB
    return tire ^ (tire >> 31)
  }
}

extension Travail {
  func epreuveDeSession2(_ id: Identifiant<EpreuveDeSession2>) throws -> EpreuveDeSession2 {
    guard let epreuve = try registre.epreuveDeSession2(id) else {
      throw Refus.inconnu(.epreuveDeSession2)
    }
    return epreuve
  }

  func promotion(de epreuve: EpreuveDeSession2) throws -> Promotion {
    try promotion(campagne(epreuve.campagne).promotion)
  }

  /// Those enrolled for an exam, in the order of their numbers.
  func inscrits(a epreuve: EpreuveDeSession2, _ promotion: Promotion) throws
    -> [Identifiant<Etudiant>]
  {
    try registre.inscriptionsEnSession2(promotion.id)
      .filter { $0.campagne == epreuve.campagne && $0.ues.contains(epreuve.ue) }
      .map(\.etudiant).sorted()
  }

  /// Where whoever marks an exam holds a right: the promotion, or a module of its UE.
  func lieux(de epreuve: EpreuveDeSession2, _ promotion: Promotion) throws -> [Lieu] {
    let ue = try programme(promotion).ue(epreuve.ue)
    let modules = ue?.modules.map(\.code.canonique) ?? []
    return [promotion.lieu] + modules.map { promotion.lieu.module($0) }
  }
}

extension CopiesDEpreuve {
  var faits: Faits {
    [
      "mode": .texte(mode.rawValue), "anonyme": .verdict(estAnonyme),
      "ecart": Faits.Valeur(ecartSansMotif), "versees": Faits.Valeur(versees?.description),
    ]
  }
}
