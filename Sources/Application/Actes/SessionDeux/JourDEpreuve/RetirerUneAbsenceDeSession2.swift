internal import Scolarite

/// Takes back that a student was absent from the exam of a UE, until the marks are handed over.
///
/// Their mark is awaited again: they sign in, or are absent after all. Exams that were over are open.
public struct RetirerUneAbsenceDeSession2: Acte {
  public static let nom = "retirer-une-absence-de-session-2"
  public let campagne: Identifiant<Campagne>
  public let epreuve: CleDEpreuve
  public let etudiant: Identifiant<Etudiant>
  /// Why, which the journal keeps.
  public let motif: String

  public init(
    campagne: Identifiant<Campagne>,
    epreuve: CleDEpreuve,
    etudiant: Identifiant<Etudiant>,
    motif: String,
  ) {
    self.campagne = campagne
    self.epreuve = epreuve
    self.etudiant = etudiant
    self.motif = motif
  }

  public func executer(_ travail: Travail) throws -> [NoteDeSession2] {
    let session = try travail.sessionACalendrier(campagne)
    let permis = try travail.exiger(.saisirLesNotes, session.promotion.lieu)
    let enPlace = try NotesEnPlace(de: etudiant, a: epreuve.ue, session, travail)
    guard enPlace.absence != nil else {
      throw Refus.etat(.calendrierDeSession2(.sansAbsence))
    }
    guard !enPlace.sontVersees else { throw Refus.etat(.copiesVersees) }
    guard !motif.allSatisfy(\.isWhitespace) else { throw Refus.etat(.motifManquant) }
    let notes = try enPlace.ecrire(.enAttente, motif: motif, travail)
    try rouvrir(permis, travail)
    return notes
  }

  /// Something is awaited of a student: the exams are no longer over.
  private func rouvrir(_ permis: Permis, _ travail: Travail) throws {
    guard try travail.registre.etapesDeSession2(campagne)[.epreuves] != nil else { return }
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.calendrierDeSession2, campagne),
      avant: ["epreuves": .texte("closes")],
      apres: ["epreuves": .vide],
    )
    try travail.registre.demarquer(.epreuves, de: campagne, ecriture)
  }
}
