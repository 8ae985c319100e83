internal import Scolarite

/// What an act works with: who asks, when, and the register inside one transaction.
///
/// It never leaves the transaction: it is neither `Sendable` nor kept.
public struct Travail {
  public let demandeur: Demandeur
  public let moment: Moment
  /// When an act that a limit closes arrived; the present moment for any other.
  public let arrivee: Moment
  /// What the register holds.
  public let registre: any Transaction
  /// Readers and writers of documents: curricula, règlements, dossiers.
  public let formats: any Formats
  /// What the clocks of Paris show at a moment.
  let instant: @Sendable (Horodatage) -> Instant
  let habilitations: [Habilitation]
  /// What earlier questions read; none while writing, since a transaction may be undone.
  let deliberees: PromotionsDeliberees?

  /// Checks that the person holds a right on a place.
  public func exiger(_ droit: Droit, _ lieu: Lieu) throws(Refus) -> Permis {
    try exiger(droit, parmi: [lieu])
  }

  /// Checks that the person holds a right on one of the places where a thing stands: a student may
  /// be enrolled in several promotions.
  public func exiger(_ droit: Droit, parmi lieux: [Lieu]) throws(Refus) -> Permis {
    for lieu in lieux where peut(droit, lieu) { return Permis(droit, lieu) }
    throw .interdit(droit)
  }

  /// Checks that the person holds one of some rights on a place; the first is the one that lacks.
  func exiger(unDe droits: [Droit], _ lieu: Lieu) throws(Refus) -> Permis {
    for droit in droits where peut(droit, lieu) { return Permis(droit, lieu) }
    throw .interdit(droits.first ?? .administrer)
  }

  /// Whether the person holds a right on a place.
  public func peut(_ droit: Droit, _ lieu: Lieu) -> Bool {
    if case .console = demandeur { return true }
    return demandeur.peutAller(jusqua: droit)
      && habilitations.contains { $0.permet(droit, lieu) }
  }

  /// Whether the person holds a right on one of some places.
  func peut(_ droit: Droit, unDe lieux: [Lieu]) -> Bool { lieux.contains { peut(droit, $0) } }

  /// Whether the person holds a right on a promotion, or on some module of it.
  func peut(_ droit: Droit, dansUnModuleDe promotion: Promotion) -> Bool {
    peut(droit, promotion.lieu)
      || habilitations.contains { habilitation in
        guard demandeur.peutAller(jusqua: droit),
          case .module(promotion.id, let code) = habilitation.portee
        else { return false }
        return habilitation.permet(droit, promotion.lieu.module(code))
      }
  }

  /// Appends to the journal; what it returns lets the act write.
  /// - Parameters:
  ///   - acte: the name of the act.
  ///   - permis: the right that was checked.
  ///   - objet: what is written.
  ///   - sujet: the student whom it concerns.
  ///   - avant: what stood there.
  ///   - apres: what stands there now.
  ///   - motif: why, where the person says so.
  /// - Returns: the entry, under which the act may write.
  /// - Throws: when the register cannot.
  public func inscrire(
    _ acte: String,
    _ permis: Permis,
    _ objet: Objet,
    sujet: Identifiant<Etudiant>? = nil,
    avant: Faits? = nil,
    apres: Faits? = nil,
    motif: String? = nil,
  ) throws -> Ecriture {
    var champs = [Faits.Champ("droit", .texte(permis.droit.rawValue))]
    if let avant { champs.append(.init("avant", .faits(avant))) }
    if let apres { champs.append(.init("apres", .faits(apres))) }
    if let motif { champs.append(.init("motif", .texte(motif))) }
    if case .console(let compte) = demandeur { champs.append(.init("console", .texte(compte))) }
    let entree = EntreeAEcrire(
      horodatage: moment.horodatage,
      auteur: auteur,
      acte: acte,
      objet: objet,
      sujet: sujet,
      contenu: Faits(champs),
    )
    let numero = try registre.ajouter(entree)
    return Ecriture(numero: numero, horodatage: moment.horodatage)
  }

  /// The user who asks; none at the console.
  public var auteur: Identifiant<Utilisateur>? {
    switch demandeur {
    case .utilisateur(let identifiant), .programme(let identifiant, _): identifiant
    case .console: nil
    }
  }
}
