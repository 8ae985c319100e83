internal import Scolarite

/// What the journal keeps of a student where the person reads it, the latest entry first.
public struct VoirLeJournalDUnEtudiant: Question {
  public static let nom = "voir-le-journal-d-un-etudiant"
  public let etudiant: Identifiant<Etudiant>

  /// An entry with the name of whoever did it.
  public struct Entree: Hashable, Sendable {
    public let entree: EntreeDeJournal
    /// `nil` at the console.
    public let auteur: String?
  }

  public init(_ etudiant: Identifiant<Etudiant>) {
    self.etudiant = etudiant
  }

  public func executer(_ travail: Travail) throws -> [Entree] {
    _ = try travail.exiger(.voirLeJournal, parmi: travail.lieux(de: etudiant))
    let visibles = try EntreesVisibles(etudiant, travail)
    let noms = Dictionary(
      uniqueKeysWithValues: try travail.registre.utilisateurs().map { ($0.id, $0.nom) }
    )
    return try travail.registre.journal(sujet: etudiant).filter(visibles.contient).reversed().map {
      entree in
      Entree(entree: entree, auteur: entree.auteur.flatMap { noms[$0] })
    }
  }
}
