public import Actes
internal import Scolarite
public import Spreadsheets

extension FeuilleDeNotes {
  /// The sheet of a test, for a teacher to fill in.
  public init(_ contenu: PreparerUneFeuille.Contenu) {
    let evaluation = contenu.releve.evaluation
    self.init(
      titre: "\(contenu.promotion.nom), semestre \(evaluation.semestre.valeur)",
      module: evaluation.module,
      evaluation: evaluation.nom,
      identite: contenu.marque,
      version: String(contenu.derniereEntree),
      date: evaluation.date,
      bareme: evaluation.bareme,
      coefficient: evaluation.coefficient,
      lignes: contenu.releve.lignes.map { ligne in
        Ligne(
          identite: ligne.etudiant.id.description,
          nom: ligne.etudiant.identite?.nomUsuel ?? ligne.etudiant.nomAffiche,
          prenom: ligne.etudiant.identite?.prenomUsuel ?? "",
          groupe: (contenu.groupes[ligne.etudiant.id] ?? []).joined(separator: ", "),
          valeur: ligne.note?.entree,
        )
      },
    )
  }

  /// The test that a returned sheet is of; `nil` for any other sheet.
  public static func numero(de classeur: Workbook) -> Identifiant<EvaluationDeModule>? {
    evaluation(de: classeur)?.split(separator: " ").first.flatMap { Int64($0) }
      .flatMap { Identifiant($0) }
  }
}

extension PreparerUneFeuille.Contenu {
  /// What the sheet is of: the number of the test in its base, and what the test is there, so that
  /// a sheet of another base is not taken for it.
  fileprivate var marque: String {
    let evaluation = releve.evaluation
    return "\(evaluation.id) \(evaluation.module) \(promotion.nom) \(promotion.annee)"
  }
}

extension ReleveRapporte {
  /// The marks of a returned sheet; empty cells change nothing.
  /// - Parameters:
  ///   - classeur: the sheet.
  ///   - nom: the name of the file.
  ///   - contenu: the test as it stands now.
  ///   - remplacer: whether its marks take the place of those written since it was made.
  /// - Throws: every cell that cannot be taken.
  public init(
    feuille classeur: Workbook,
    nom: String,
    _ contenu: PreparerUneFeuille.Contenu,
    remplacer: Bool = false,
  ) throws(FautesDeFeuille) {
    let evaluation = contenu.releve.evaluation
    let relecture = try FeuilleDeNotes.lire(
      classeur,
      nom: nom,
      attendu: .init(
        evaluation: contenu.marque,
        bareme: evaluation.bareme,
        identites: Set(contenu.releve.lignes.map(\.etudiant.id.description)),
      ),
    )
    self.init(
      promotion: contenu.promotion.id,
      notes: relecture.lignes.compactMap { ligne in
        ligne.valeur.map {
          NoteRapportee(
            etudiant: .init(id: Int64(ligne.identite).flatMap { Identifiant($0) }),
            evaluation: .numero(evaluation.id),
            entree: $0,
            lieu: ligne.place.description,
          )
        }
      },
      source: nom,
      depuis: Int64(relecture.version),
      remplacer: remplacer,
    )
  }

  /// The marks of a sheet made elsewhere.
  /// - Parameters:
  ///   - notes: what was read.
  ///   - nom: the name of the file.
  ///   - promotion: that of the students.
  ///   - evaluations: the tests that a column may name; `nil` for any of the promotion.
  ///   - remplacer: whether its marks take the place of others.
  /// - Throws: a `FeuilleRefusee`, with the columns that name none of these tests.
  public init(
    _ notes: NotesLues,
    nom: String,
    _ promotion: Promotion,
    _ evaluations: [EvaluationDeModule]? = nil,
    remplacer: Bool,
  ) throws(FeuilleRefusee) {
    if let evaluations { try notes.verifier(nom, promotion, evaluations) }
    self.init(
      promotion: promotion.id,
      notes: notes.lignes.flatMap { ligne in
        ligne.entrees.map { valeur in
          let colonne = notes.colonnes[valeur.colonne]
          return NoteRapportee(
            etudiant: .init(
              id: ligne.identite.flatMap { Int64($0) }.flatMap { Identifiant($0) },
              ine: ligne.ine,
              nip: ligne.nip,
              nom: ligne.nom,
              prenom: ligne.prenom,
            ),
            evaluation: .intitule(module: colonne.module, nom: colonne.evaluation),
            entree: valeur.entree,
            lieu: valeur.place.description,
          )
        }
      },
      source: nom,
      depuis: nil,
      remplacer: remplacer,
    )
  }
}

extension NotesLues {
  /// Each column must name a test, and there must be one.
  fileprivate func verifier(
    _ nom: String,
    _ promotion: Promotion,
    _ evaluations: [EvaluationDeModule],
  ) throws(FeuilleRefusee) {
    guard !colonnes.isEmpty else {
      throw FeuilleRefusee(lignes: [
        "\(nom) : aucune colonne de notes ; une colonne de notes a pour titre son évaluation, « R101 "
          + "— DS 1 »"
      ])
    }
    let absentes = colonnes.filter { colonne in
      !evaluations.contains { evaluation in
        evaluation.nom == colonne.evaluation
          && colonne.module.map { evaluation.module == $0 } ?? true
      }
    }
    guard absentes.isEmpty else {
      throw FeuilleRefusee(
        lignes: absentes.map {
          "\(nom) : \($0.place) : aucune évaluation « \($0.intitule) » dans « \(promotion.nom) »"
        }
      )
    }
  }
}

extension EvaluationDeModule {
  /// The title of its column in a sheet, as `NotesLues` reads it.
  var intituleDeColonne: String {
    "\(module) — \(nom)" + (bareme == 20 ? "" : " (sur \(bareme))")
  }
}
