/// What a proof says, told to the person it concerns.
public struct Explication: Hashable, Sendable {
  /// The answer in one sentence: « L’UE12 est acquise par compensation. »
  public let titre: String
  /// The account in order: why, how it was computed, what would change it.
  let recit: [String]
  /// The settings that played a part and that the establishment has still to confirm, in words.
  let aConfirmer: [String]
  /// The steps that it rests on and that matter, told the same way.
  public let details: [Explication]
  /// The place in the text that the rule applies, as a reader cites it.
  public let reference: String

  /// The account in whole sentences, the last one naming what is still to be confirmed.
  public var phrases: [String] {
    recit + [Francais.aConfirmer(aConfirmer)].compactMap(\.self)
  }
}

extension Preuve {
  /// What the proof says, in words that a student understands.
  public var explication: Explication {
    let racontee = raconter(recit(nil), seuil: nil)
    return Explication(
      titre: racontee.explication.titre,
      recit: racontee.explication.recit,
      aConfirmer: Francais.aConfirmer(reglages: racontee.reglages),
      details: racontee.explication.details,
      reference: racontee.explication.reference,
    )
  }

  /// An explanation and the settings that made a difference in it.
  private typealias Racontee = (explication: Explication, reglages: [Reglage])

  private func raconter(_ recit: Recit, seuil: Fraction?) -> Racontee {
    let suites = recit.suites.flatMap { $0.racontees(seuil: recit.seuil ?? seuil) }
    let explication = Explication(
      titre: recit.titre,
      recit: recit.phrases,
      aConfirmer: [],
      details: suites.map(\.explication),
      reference: regle.article.citation,
    )
    return (explication, recit.reglages + suites.flatMap(\.reglages))
  }

  /// The step told, or what it rests on where it adds nothing of its own.
  private func racontees(seuil: Fraction?) -> [Racontee] {
    let recit = recit(seuil)
    guard recit.estMuet else { return [raconter(recit, seuil: seuil)] }
    return recit.suites.flatMap { $0.racontees(seuil: recit.seuil ?? seuil) }
  }
}

extension Explication {
  /// The same explanations where nothing that was told before is told again.
  public static func sansRepetition(_ explications: [Explication]) -> [Explication] {
    sansRepetition(parGroupe: [explications]).flatMap(\.self)
  }

  /// The same, group by group: what a group told is not told again in a later one.
  public static func sansRepetition(parGroupe groupes: [[Explication]]) -> [[Explication]] {
    var dites: Set<[String]> = []
    var gardes: [[Explication]] = []
    for groupe in groupes {
      var garde: [Explication] = []
      for explication in groupe {
        if let nouvelle = explication.nouvelle(&dites) { garde.append(nouvelle) }
      }
      gardes.append(garde)
    }
    return gardes
  }

  private func nouvelle(_ dites: inout Set<[String]>) -> Explication? {
    guard dites.insert([titre] + recit).inserted else { return nil }
    var gardes: [Explication] = []
    for detail in details {
      if let garde = detail.nouvelle(&dites) { gardes.append(garde) }
    }
    var reserves: [String] = []
    for reserve in aConfirmer where dites.insert([reserve]).inserted { reserves.append(reserve) }
    return Explication(
      titre: titre,
      recit: recit,
      aConfirmer: reserves,
      details: gardes,
      reference: reference,
    )
  }
}

extension Article {
  /// The reference as a student can look it up: « programme national du BUT, annexe 1, point 4.4 ».
  var citation: String {
    switch texte {
    case .arreteBUT: "programme national du BUT, annexe 1, point \(point)"
    case .reglementDesEtudes, .procedureSession2, .decretBTS, .feuilleDeMaquette: description
    }
  }
}

extension Explication {
  /// The same account, its steps told down to so many levels only.
  public func coupee(a profondeur: Int) -> Explication {
    guard profondeur < .max else { return self }
    return Explication(
      titre: titre,
      recit: recit,
      aConfirmer: aConfirmer,
      details: profondeur > 0 ? details.map { $0.coupee(a: profondeur - 1) } : [],
      reference: reference,
    )
  }
}
