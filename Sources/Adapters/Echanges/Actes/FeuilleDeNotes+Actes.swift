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
  public init(
    _ notes: NotesLues,
    nom: String,
    promotion: Identifiant<Promotion>,
    remplacer: Bool,
  ) {
    self.init(
      promotion: promotion,
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
