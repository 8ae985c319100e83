public import Scolarite

/// Writes many marks where none stood, under one entry of the journal that keeps their digest.
///
/// What a sheet brings goes through `ImporterDesNotes`, which compares with what stands; this one
/// is the bulk part of it, and that of a first load.
public struct ChargerDesNotes: Acte {
  public static let nom = "charger-des-notes"
  public let promotion: Identifiant<Promotion>
  public let notes: [Ligne]
  /// Where they come from: the name of a file.
  public let source: String

  /// A mark to write.
  public struct Ligne: Hashable, Sendable {
    public let evaluation: Identifiant<EvaluationDeModule>
    public let etudiant: Identifiant<Etudiant>
    public let entree: Entree

    public init(
      evaluation: Identifiant<EvaluationDeModule>,
      etudiant: Identifiant<Etudiant>,
      entree: Entree,
    ) {
      self.evaluation = evaluation
      self.etudiant = etudiant
      self.entree = entree
    }
  }

  public init(promotion: Identifiant<Promotion>, notes: [Ligne], source: String) {
    self.promotion = promotion
    self.notes = notes
    self.source = source
  }

  public func executer(_ travail: Travail) throws -> Int {
    let promotion = try travail.promotion(promotion)
    let permis = try travail.exiger(.saisirLesNotes, promotion.lieu)
    try verifier(promotion, travail)
    return try travail.charger(
      notes.map {
        NoteInscrite(
          evaluation: $0.evaluation,
          etudiant: $0.etudiant,
          entree: $0.entree,
          version: 1,
        )
      },
      Self.nom,
      permis,
      promotion,
      source: source,
    )
  }

  private func verifier(_ promotion: Promotion, _ travail: Travail) throws {
    let evaluations = Dictionary(
      uniqueKeysWithValues: try travail.registre.evaluations(promotion.id).map { ($0.id, $0) }
    )
    for (id, lignes) in Dictionary(grouping: notes, by: \.evaluation) {
      guard let evaluation = evaluations[id] else { throw Refus.inconnu(.evaluation) }
      guard !evaluation.verrouillee else { throw Refus.etat(.evaluationVerrouillee) }
      let attendus = try travail.attendus(evaluation)
      var prises = Set(try travail.registre.notes(id).map(\.etudiant))
      for ligne in lignes {
        guard let inscription = attendus[ligne.etudiant],
          inscription.admet(ligne.entree, evaluation)
        else { throw Refus.etat(.etudiantNonInscrit) }
        try evaluation.verifier(ligne.entree)
        guard prises.insert(ligne.etudiant).inserted else {
          let vu = "étudiant \(ligne.etudiant)"
          throw Refus.donnees([.init("évaluation \(evaluation.nom)", .enDouble(vu: vu))])
        }
      }
    }
  }
}

extension Travail {
  /// Writes first marks together, under one entry of the journal with their digest.
  func charger(
    _ notes: [NoteInscrite],
    _ acte: String,
    _ permis: Permis,
    _ promotion: Promotion,
    source: String,
  ) throws -> Int {
    let rangees = notes.sorted { ($0.evaluation, $0.etudiant) < ($1.evaluation, $1.etudiant) }
    let ecriture = try inscrire(
      acte,
      permis,
      Objet(.promotion, promotion.id),
      apres: [
        "source": .texte(source), "notes": .entier(Int64(rangees.count)),
        "empreinte": .texte(registre.empreinte(rangees)),
      ],
    )
    try registre.charger(rangees, ecriture)
    return rangees.count
  }
}
