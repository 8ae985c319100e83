public import Scolarite

/// What the year of a student would be with some marks still to come, and what is needed of them.
public struct SimulationDeNotes: Sendable {
  public let etudiant: Etudiant
  public let promotion: Promotion
  /// Those that the year allows, the year first.
  public let objectifs: [Objectif]
  public let objectif: Objectif
  /// The modules that wait for marks, in the order of the curriculum.
  public let modules: [ModuleSimule]
  public let ues: [UESimulee]
  public let rcues: [(cle: CleRCUE, moyenne: Fraction?)]
  /// Whether the objective is reached with the marks supposed.
  public let estAtteint: Bool
  public let partout: Partout
  /// What a session 2 could still change, where no mark is awaited and the règlement has one;
  /// `nil` once a jury made its marks known.
  public let session2: Besoin?

  /// A module with the mark supposed there.
  public struct ModuleSimule: Sendable {
    public let attendu: ModuleAttendu
    public let titre: String
    public let note: Note
    /// The average of the module with that mark.
    public let moyenne: Fraction?
    /// The least mark that is enough here while the others have theirs; `nil` when 20 is not.
    public let auMoins: Decimale?
  }

  /// A UE with the marks supposed, and as it stands without them.
  public struct UESimulee: Sendable {
    public let ue: UEDeProgramme
    public let moyenne: Fraction?
    public let presente: MoyenneProvisoire
  }

  /// What the same mark wherever one is awaited must be.
  public enum Partout: Hashable, Sendable {
    /// No mark is awaited.
    case aucune
    /// Whatever the marks are, the objective is reached.
    case assure
    case auMoins(Decimale)
    /// Not even 20 everywhere is enough.
    case impossible
  }
}

/// Supposes marks where a student waits for some: « and if I had 12 in R213? ».
public struct SimulerSesNotes: Question {
  public static let nom = "simuler-ses-notes"
  public let etudiant: Identifiant<Etudiant>
  public let promotion: Identifiant<Promotion>
  /// `nil` for the whole year.
  public let objectif: Objectif?
  /// By canonical code; the least mark that is enough everywhere stands for the others.
  public let notes: Projection.Notes

  public init(
    _ etudiant: Identifiant<Etudiant>,
    promotion: Identifiant<Promotion>,
    pour objectif: Objectif?,
    notes: Projection.Notes = [:],
  ) {
    self.etudiant = etudiant
    self.promotion = promotion
    self.objectif = objectif
    self.notes = notes
  }

  /// Published marks only, whoever asks.
  public func executer(_ travail: Travail) throws -> SimulationDeNotes {
    let promotion = try travail.promotion(promotion)
    _ = try travail.exiger(.voirLesNotes, promotion.lieu.etudiant(etudiant))
    guard let connu = try travail.registre.etudiant(etudiant) else {
      throw Refus.inconnu(.etudiant)
    }
    let (projection, reglement) = try travail.projection(etudiant, promotion)
    let objectifs = projection.objectifs
    let vise = objectif ?? objectifs.first ?? .annee
    guard objectifs.contains(vise) else {
      throw Refus.donnees([.init("objectif", .inconnue(vu: vise.nom))])
    }
    let connus = Set(projection.modules.map(\.code.canonique))
    if let inconnu = notes.keys.sorted().first(where: { !connus.contains($0) }) {
      throw Refus.donnees([.init(inconnu, .inconnue(vu: inconnu))])
    }
    return try simulation(connu.nomme, promotion, projection, reglement, objectifs, vise, travail)
  }

  private func simulation(
    _ etudiant: Etudiant,
    _ promotion: Promotion,
    _ projection: Projection,
    _ reglement: Reglement,
    _ objectifs: [Objectif],
    _ objectif: Objectif,
    _ travail: Travail,
  ) throws -> SimulationDeNotes {
    let partout = partout(projection, objectif)
    let supposees = supposees(projection, partout)
    let etat = projection.etat(supposees)
    let auMoins = projection.auMoins(objectif, avec: supposees, pas: Projection.pas)
    let titres = Dictionary(
      try travail.modules(promotion).map { ($0.code, $0.titre) },
      uniquingKeysWith: { premier, _ in premier },
    )
    return SimulationDeNotes(
      etudiant: etudiant,
      promotion: promotion,
      objectifs: objectifs,
      objectif: objectif,
      modules: projection.modules.compactMap { attendu in
        let code = attendu.code.canonique
        return supposees[code].map { note in
          .init(
            attendu: attendu,
            titre: titres[code] ?? code,
            note: note,
            moyenne: projection.moyenne(code, note),
            auMoins: auMoins[code],
          )
        }
      },
      ues: projection.ues.map { ue, presente in
        .init(ue: ue, moyenne: etat.ues[ue.code]?.moyenne?.valeur, presente: presente)
      },
      rcues: etat.rcues.values.sorted { $0.cle < $1.cle }.map { ($0.cle, $0.moyenne?.valeur) },
      estAtteint: projection.estAtteint(objectif, supposees),
      partout: partout,
      session2: try travail.session2Publiee(etudiant.id, promotion, reglement) == nil
        ? session2(projection, reglement.reglages(promotion.annee), reglement, objectif) : nil,
    )
  }

  private func partout(_ projection: Projection, _ objectif: Objectif)
    -> SimulationDeNotes.Partout
  {
    guard !projection.modules.isEmpty else { return .aucune }
    switch projection.partout(objectif, pas: Projection.pas) {
    case nil: return .impossible
    case let note?: return note == .zero ? .assure : .auMoins(note)
    }
  }

  /// What was given, else what would be enough everywhere, else the middle.
  private func supposees(_ projection: Projection, _ partout: SimulationDeNotes.Partout)
    -> Projection.Notes
  {
    var valeur: Decimale = 10
    if case .auMoins(let note) = partout { valeur = note }
    return Dictionary(
      projection.modules.compactMap { module in
        let code = module.code.canonique
        return (notes[code] ?? Note(valeur)).map { (code, $0) }
      },
      uniquingKeysWith: { premier, _ in premier },
    )
  }

  private func session2(
    _ projection: Projection,
    _ reglages: Reglages,
    _ reglement: Reglement,
    _ objectif: Objectif,
  ) -> Besoin? {
    guard projection.modules.isEmpty, reglages.aUneSession2 else { return nil }
    return projection.rattrapages(reglement).map { Besoin(objectif, $0, pas: Projection.pas) }
  }
}
