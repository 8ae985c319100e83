public import Scolarite

/// Enters what stands for several students at a test, each with the version that was read: all of
/// them or none.
public struct SaisirDesNotes: Acte {
  public static let nom = "saisir-des-notes"
  public let evaluation: Identifiant<EvaluationDeModule>
  public let lignes: [Ligne]
  /// Why; required where a published mark changes.
  public let motif: String?

  /// What is to stand for a student.
  public struct Ligne: Hashable, Sendable {
    public let etudiant: Identifiant<Etudiant>
    public let entree: Entree
    /// The version that was read; 0 where nothing stood.
    public let version: Int64

    public init(_ etudiant: Identifiant<Etudiant>, _ entree: Entree, version: Int64) {
      self.etudiant = etudiant
      self.entree = entree
      self.version = version
    }
  }

  public init(
    evaluation: Identifiant<EvaluationDeModule>,
    _ lignes: [Ligne],
    motif: String? = nil,
  ) {
    self.evaluation = evaluation
    self.lignes = lignes
    self.motif = motif
  }

  /// - Returns: what stands now, in the order of the lines.
  /// - Throws: a `LotRefuse` with every line that cannot be written; nothing is.
  public func executer(_ travail: Travail) throws -> [NoteInscrite] {
    let evaluation = try travail.evaluation(evaluation)
    _ = try travail.exiger(.saisirLesNotes, travail.lieu(de: evaluation))
    guard !evaluation.verrouillee else { throw Refus.etat(.evaluationVerrouillee) }
    var notes: [NoteInscrite] = []
    var refus: [LotRefuse.Ligne] = []
    for (rang, ligne) in lignes.enumerated() {
      do {
        notes.append(try saisie(ligne).executer(travail))
      } catch let sien as Refus {
        refus.append(.init(rang: rang, refus: sien))
      }
    }
    guard refus.isEmpty else { throw LotRefuse(lignes: refus) }
    return notes
  }

  private func saisie(_ ligne: Ligne) -> SaisirUneNote {
    SaisirUneNote(
      evaluation: evaluation,
      etudiant: ligne.etudiant,
      entree: ligne.entree,
      version: ligne.version,
      motif: motif,
    )
  }
}

/// Why several things that go together were not done; nothing was written.
public struct LotRefuse: Error, Hashable, Sendable {
  /// The lines that cannot be written, in their order; never none.
  public let lignes: [Ligne]

  /// A line and why.
  public struct Ligne: Hashable, Sendable {
    /// From 0.
    public let rang: Int
    public let refus: Refus
  }
}
