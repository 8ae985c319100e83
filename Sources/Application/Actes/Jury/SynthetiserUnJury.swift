public import Scolarite

/// What came of a closed jury, on what it sealed: who sat, the codes, the UE, the departures from
/// the proposals, the credits.
public struct SynthetiserUnJury: QuestionGardee {
  public static let nom = "synthetiser-un-jury"
  public var cle: String { "\(jury)" }
  public let jury: Identifiant<SessionDeJury>

  public init(_ jury: Identifiant<SessionDeJury>) {
    self.jury = jury
  }

  /// - Throws: `Refus.etat(.juryOuvert)` while the jury is not closed.
  public func executer(_ travail: Travail) throws -> SyntheseDeJury {
    let session = try travail.jury(jury)
    let promotion = try travail.promotion(session.promotion)
    _ = try travail.exiger(.voirLesDecisions, promotion.lieu)
    _ = try travail.exiger(.voirLesNotes, promotion.lieu)
    guard let cloture = try travail.registre.cloture(jury) else { throw Refus.etat(.juryOuvert) }
    let etudiants = Dictionary(
      uniqueKeysWithValues: try travail.registre.etudiants(promotion.id).map { ($0.id, $0) }
    )
    let lignes = try travail.rejouer(cloture).compactMap { rejoue in
      etudiants[rejoue.scelle.etudiant].map { etudiant in
        SyntheseDeJury.Ligne(
          etudiant: etudiant.nomme,
          proposee: rejoue.proposee,
          decidee: rejoue.decidee,
          decisions: rejoue.scelle.decisions,
        )
      }
    }
    let ues = try travail.programme(promotion).ues.filter { ue in
      guard case .semestre(let numero) = session.nature else { return true }
      return ue.semestre == numero
    }
    return SyntheseDeJury(
      promotion: promotion,
      cloture: cloture,
      empreinte: travail.registre.empreinte(cloture.canonique),
      lignes: lignes.parNom(\.etudiant),
      rectifications: try travail.registre.jurys(promotion.id).filter {
        $0.close && $0.rectification?.jury == jury
      },
      ues: ues.map(\.code),
    )
  }
}

/// The synthesis of a closed jury.
public struct SyntheseDeJury: Sendable {
  public let promotion: Promotion
  public let cloture: ClotureDeJury
  /// The digest of the closing.
  public let empreinte: String
  /// By name.
  public let lignes: [Ligne]
  /// The closed juries that have put right what this one decided for some.
  public let rectifications: [SessionDeJury]
  let ues: [CodeUE]

  /// What was sealed for a student.
  public struct Ligne: Sendable {
    public let etudiant: Etudiant
    public let proposee: Proposition
    /// What the rules give with what the jury decided.
    public let decidee: Proposition
    public let decisions: [DecisionPrise]
  }

  /// A decision that departs from what was proposed.
  public struct Ecart: Sendable {
    public let etudiant: Etudiant
    public let decision: DecisionPrise
    /// The code that was proposed on the same thing; `nil` where none was.
    public let propose: String?
  }

  /// The students of each code of the year, the most frequent first.
  public var issues: [(code: String?, etudiants: [Etudiant])] {
    Dictionary(grouping: lignes, by: \.decidee.codeAnnee)
      .map { (code: $0.key, etudiants: $0.value.map(\.etudiant)) }
      .sorted { un, autre in
        (autre.etudiants.count, un.code ?? "") < (un.etudiants.count, autre.code ?? "")
      }
  }

  /// How many students had each code proposed and have it in the end.
  public var codes: [(code: String?, proposes: Int, decides: Int)] {
    let proposes = Dictionary(grouping: lignes, by: \.proposee.codeAnnee).mapValues(\.count)
    let decides = Dictionary(grouping: lignes, by: \.decidee.codeAnnee).mapValues(\.count)
    return Set(proposes.keys).union(decides.keys)
      .map { (code: $0, proposes: proposes[$0] ?? 0, decides: decides[$0] ?? 0) }
      .sorted { ($1.decides, $0.code ?? "") < ($0.decides, $1.code ?? "") }
  }

  /// In the order of the curriculum; a UE that nobody follows is left out.
  public var reussite: [(ue: CodeUE, taux: Taux)] {
    let decidees = lignes.map(\.decidee)
    return ues.map { (ue: $0, taux: Taux(.ue($0), decidees)) }.filter { $0.taux.suivies > 0 }
  }

  /// By name.
  public var ecarts: [Ecart] {
    lignes.flatMap { ligne in
      ligne.decisions.compactMap { decision in
        let propose = ligne.proposee.code(sur: decision.sur)
        guard propose != decision.code.rawValue else { return nil }
        return Ecart(etudiant: ligne.etudiant, decision: decision, propose: propose)
      }
    }
  }

  /// How many students have gained how many credits in the year, six by six.
  public var credits: [(de: Int, a: Int, nombre: Int)] {
    let gagnes = lignes.map { Int($0.decidee.ects.partieEntiere.numerateur) }
    let haut = max(60, gagnes.max() ?? 0)
    return stride(from: 0, through: haut, by: 6).map { bas in
      let sommet = min(bas + 5, haut)
      return (de: bas, a: sommet, nombre: gagnes.count { bas...sommet ~= $0 })
    }
  }
}

extension Proposition {
  /// The code that is proposed on something; `nil` where there is none.
  func code(sur objet: DecisionDeJury.Objet) -> String? {
    switch objet {
    case .ue(let code): ues.first { $0.code == code }?.mention
    case .rcue(let competence): rcues.first { $0.cle.competence == competence }?.mention
    case .annee, .passage: codeAnnee
    }
  }
}
