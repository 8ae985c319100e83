/// What changed from one set of grounds to another, and what made it change.
public struct Ecart: Sendable {
  /// The rule and the subject of the conclusion: « moyenne-finale », « UE12 ».
  public let regle: Regle
  public let sujet: String
  /// The grounds before and after; `nil` where there were none.
  public let avant: Preuve?
  public let apres: Preuve?
  /// The premises whose conclusion changed, each with its own causes.
  public let causes: [Ecart]

  /// The facts that no longer stand, and those that stand instead; with them what the grounds now
  /// call otherwise, as an attempt that absences block.
  public var faits: (avant: [Preuve.Terme], apres: [Preuve.Terme]) {
    let (anciens, nouveaux) = (avant?.termes ?? [], apres?.termes ?? [])
    return (
      anciens.filter { $0.manque(a: nouveaux) }, nouveaux.filter { $0.manque(a: anciens) },
    )
  }
}

/// A dossier and the same one supposed otherwise: what each gives, and why they differ.
public struct Difference: Sendable {
  public let avant: EtatDAnnee<AvecPreuve>
  public let apres: EtatDAnnee<AvecPreuve>
  /// One for each UE, RCUE, total of credits or passage whose conclusion, or its rule, changed.
  public let ecarts: [Ecart]

  /// The averages that moved, of UE then of RCUE, by subject.
  public var deplacements: [(sujet: String, avant: Fraction, apres: Fraction)] {
    let ues = apres.ues.values.sorted { $0.ue.code.texte < $1.ue.code.texte }.map {
      ($0.ue.code.texte, avant.ues[$0.ue.code]?.moyenne?.valeur, $0.moyenne?.valeur)
    }
    let rcues = apres.rcues.values.sorted { $0.cle < $1.cle }.map {
      ($0.cle.sujet, avant.rcues[$0.cle]?.moyenne?.valeur, $0.moyenne?.valeur)
    }
    return (ues + rcues).compactMap { sujet, ancienne, nouvelle in
      guard let ancienne, let nouvelle, ancienne != nouvelle else { return nil }
      return (sujet: sujet, avant: ancienne, apres: nouvelle)
    }
  }

  init(_ avant: EtatDAnnee<AvecPreuve>, _ apres: EtatDAnnee<AvecPreuve>) {
    self.avant = avant
    self.apres = apres
    let comparaison = Comparaison(avant.traces, apres.traces)
    ecarts = comparaison.ecarts
  }

  /// Compares the last year of a dossier with what it would be under some hypotheses.
  ///
  /// - Parameters:
  ///   - dossier: the facts as they are.
  ///   - hypotheses: taken in order.
  ///   - reglement: that of every year.
  /// - Throws: what the year does not have.
  public init(
    _ dossier: Dossier,
    _ hypotheses: [Hypothese],
    _ reglement: Reglement,
  ) throws(Hypothese.Refus) {
    let avant = Deliberation<AvecPreuve>.resultats(dossier, reglement)
    guard let derniere = avant.annees.last else { throw .anneeAbsente }
    let suppose = try dossier.supposant(hypotheses, reglement)
    let apres = Deliberation<AvecPreuve>.resultats(suppose, reglement)
    guard let supposee = apres.annees.last else { throw .anneeAbsente }
    self.init(derniere.finale, supposee.finale)
  }
}

extension Preuve.Terme {
  /// Whether other terms do not say it; what a premise concludes is looked for by its name only.
  fileprivate func manque(a autres: [Preuve.Terme]) -> Bool {
    !autres.contains { autre in
      nom == autre.nom && (premisse != nil || (valeur == autre.valeur && poids == autre.poids))
    }
  }
}

/// Two sets of grounds, each step found by its rule and subject.
private struct Comparaison {
  private let avant: [Preuve]
  private let apres: [Preuve]
  private let anciennes: [Cle: Preuve]
  private let nouvelles: [Cle: Preuve]

  private struct Cle: Hashable {
    let regle: String
    let sujet: String

    init(_ preuve: Preuve) {
      regle = preuve.regle.nom
      sujet = preuve.sujet
    }
  }

  init(_ avant: [Preuve], _ apres: [Preuve]) {
    self.avant = avant
    self.apres = apres
    anciennes = Self.index(avant)
    nouvelles = Self.index(apres)
  }

  /// The last of each key: of several attempts at a UE, the one of the year.
  private static func index(_ preuves: [Preuve]) -> [Cle: Preuve] {
    var index: [Cle: Preuve] = [:]
    var vues: Set<ObjectIdentifier> = []
    func noter(_ preuve: Preuve) {
      guard vues.insert(ObjectIdentifier(preuve)).inserted else { return }
      index[Cle(preuve)] = preuve
      for premisse in preuve.premisses { noter(premisse) }
    }
    for preuve in preuves { noter(preuve) }
    return index
  }

  /// The conclusions that differ: by subject, since another rule may conclude now.
  var ecarts: [Ecart] {
    let avant = Self.parSujet(avant)
    let apres = Self.parSujet(apres)
    let sujets = self.apres.map(Self.objet) + self.avant.map(Self.objet)
    var vus: Set<String> = []
    return sujets.filter { vus.insert($0).inserted }.compactMap { sujet in
      let (ancienne, nouvelle) = (avant[sujet], apres[sujet])
      guard let dite = nouvelle ?? ancienne else { return nil }
      let memes =
        ancienne?.conclusion == nouvelle?.conclusion
        && ancienne?.regle.nom == nouvelle?.regle.nom
      guard !memes else { return nil }
      return Ecart(
        regle: dite.regle,
        sujet: dite.sujet,
        avant: ancienne,
        apres: nouvelle,
        causes: causes(ancienne, nouvelle),
      )
    }
  }

  /// What a conclusion is about; the opening of session 2 is not the UE itself.
  private static func objet(_ preuve: Preuve) -> String {
    preuve.regle == .ouvertureSession2 ? "session 2 \(preuve.sujet)" : preuve.sujet
  }

  private static func parSujet(_ preuves: [Preuve]) -> [String: Preuve] {
    Dictionary(preuves.map { (objet($0), $0) }) { premiere, _ in premiere }
  }

  /// The premises of either that differ, in the order of the new grounds.
  ///
  /// Premises of one key go by their order. One that only one side has is set beside what the other
  /// grounds conclude elsewhere of the same thing, unless it is that thing which is being told.
  private func causes(_ ancienne: Preuve?, _ nouvelle: Preuve?, dans: Set<Cle> = []) -> [Ecart] {
    var restantes = Dictionary(grouping: ancienne?.premisses ?? [], by: Cle.init)
    var paires = (nouvelle?.premisses ?? []).map { premisse -> (Preuve?, Preuve?) in
      let cle = Cle(premisse)
      guard restantes[cle]?.isEmpty == false else {
        return (dans.contains(cle) ? nil : anciennes[cle], premisse)
      }
      return (restantes[cle]?.removeFirst(), premisse)
    }
    for premisse in ancienne?.premisses ?? [] {
      let cle = Cle(premisse)
      guard restantes[cle]?.first === premisse else { continue }
      restantes[cle]?.removeFirst()
      paires.append((premisse, dans.contains(cle) ? nil : nouvelles[cle]))
    }
    return paires.compactMap { ecart($0, $1, dans) }
  }

  private func ecart(_ ancienne: Preuve?, _ nouvelle: Preuve?, _ dans: Set<Cle>) -> Ecart? {
    guard let dite = nouvelle ?? ancienne, ancienne?.conclusion != nouvelle?.conclusion else {
      return nil
    }
    return Ecart(
      regle: dite.regle,
      sujet: dite.sujet,
      avant: ancienne,
      apres: nouvelle,
      causes: causes(ancienne, nouvelle, dans: dans.union([Cle(dite)])),
    )
  }
}
