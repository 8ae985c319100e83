internal import Scolarite

/// What stands for a student wherever the mark of an exam of session 2 is written.
struct NotesEnPlace {
  private let promotion: Identifiant<Promotion>
  private let etudiant: Identifiant<Etudiant>
  private let notees: [NoteDeSession2.Epreuve]
  let notes: [NoteDeSession2]
  /// Whether the marks of the exam are those of the students already.
  let sontVersees: Bool

  init(
    de etudiant: Identifiant<Etudiant>,
    a ue: CodeUE,
    _ session: SessionACalendrier,
    _ travail: Travail,
  ) throws {
    let epreuve = try travail.registre.epreuvesDeSession2(session.id).first { $0.ue == ue }
    let notees = epreuve?.notees ?? []
    promotion = session.promotion.id
    self.etudiant = etudiant
    self.notees = notees
    notes = try travail.registre.notesDeSession2(etudiant, session.promotion.id)
      .filter { notees.contains($0.epreuve) }
    let copies = try epreuve.flatMap { try travail.registre.copies(epreuve: $0.id) }
    sontVersees = copies?.versees != nil
  }

  var absence: Entree? { notes.map(\.entree).first(where: \.estUneAbsence) }

  /// Whether something else than an absence stands.
  var ontUneNote: Bool {
    notes.contains { !$0.entree.estUneAbsence && $0.entree != .enAttente }
  }

  func sontToutes(_ entree: Entree) -> Bool {
    notes.count == notees.count && notes.allSatisfy { $0.entree == entree }
  }

  /// Makes an entry what stands, everywhere.
  func ecrire(_ entree: Entree, motif: String?, _ travail: Travail) throws -> [NoteDeSession2] {
    try notees.map { notee in
      try SaisirUneNoteDeSession2(
        promotion: promotion,
        etudiant: etudiant,
        epreuve: notee,
        entree: entree,
        version: notes.first { $0.epreuve == notee }?.version ?? 0,
        motif: motif,
      ).executer(travail)
    }
  }
}
