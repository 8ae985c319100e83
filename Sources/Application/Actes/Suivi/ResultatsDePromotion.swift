public import Scolarite

/// What the rules propose for every student of a promotion.
public struct ResultatsDePromotion: Sendable {
  public let promotion: Promotion
  public let programme: Programme
  public let groupes: [Groupe]
  /// The students who are still there, in the order of their numbers.
  public let lignes: [Ligne]
  /// In the order of the curriculum.
  public let statistiques: [(ue: CodeUE, statistiques: Statistiques)]

  /// A student, their groups, and what is proposed.
  public struct Ligne: Sendable {
    public let etudiant: Etudiant
    public let groupes: Set<Identifiant<Groupe>>
    public let proposition: Proposition

    /// What is proposed for a UE; `nil` where the student does not follow it.
    public func ue(_ code: CodeUE) -> Proposition.UEProposee? {
      proposition.ues.first { $0.code == code }
    }

    /// What is proposed for an RCUE.
    public func rcue(_ cle: CleRCUE) -> Proposition.RCUEProposee? {
      proposition.rcues.first { $0.cle == cle }
    }

    /// The mean of the averages that are known, only to put rows in order: no rule knows it.
    public var moyenneDesUE: Fraction? {
      let moyennes = proposition.ues.compactMap { $0.moyenne?.arrondie(decimales: 6) }
      return moyennes.reduce(.zero, +).divise(par: Fraction(moyennes.count))
    }
  }

  /// The RCUE of the year, by competence and level.
  public var rcues: [CleRCUE] { Set(lignes.flatMap { $0.proposition.rcues.map(\.cle) }).sorted() }

  /// Fewer averages than this would tell those of single students.
  public static let effectifMinimal = 5

  /// A group and how each UE went in it.
  public struct DeGroupe: Sendable {
    public let groupe: Groupe
    public let effectif: Int
    /// In the order of the curriculum; `nil` where too few have an average to be compared.
    public let ues: [(ue: CodeUE, statistiques: Statistiques?)]
  }

  /// The groups of a kind side by side, by name.
  public func comparaison(_ nature: Groupe.Nature) -> [DeGroupe] {
    groupes.filter { $0.nature == nature }.sorted { ($0.nom, $0.id) < ($1.nom, $1.id) }
      .map { groupe in
        let siennes = lignes.filter { $0.groupes.contains(groupe.id) }
        return DeGroupe(
          groupe: groupe,
          effectif: siennes.count,
          ues: programme.ues.map { ($0.code, Self.statistiques($0.code, siennes)) },
        )
      }
  }

  /// Of the averages obtained in the year, as `Propositions.statistiquesDesUE` takes them.
  private static func statistiques(_ ue: CodeUE, _ lignes: [Ligne]) -> Statistiques? {
    let moyennes = lignes.compactMap { $0.ue(ue) }.filter { !$0.moyenneAnterieure }
      .compactMap(\.moyenne)
    return moyennes.count < effectifMinimal ? nil : Statistiques(moyennes)
  }
}
