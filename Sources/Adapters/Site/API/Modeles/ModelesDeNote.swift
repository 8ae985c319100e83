internal import Actes
internal import Scolarite

/// Marks as the API reads and writes them.
enum ModelesDeNote {
  static let entree = Modele<Entree>.objet(
    "Entree",
    [
      .init("nature", .choix(natures), "Une note, ou pourquoi il n’y en a pas.") {
        NatureDEntree($0).rawValue
      },
      .init("valeur", ouNul: .decimal, "La note, sur le barème de l’évaluation.") {
        $0.note?.valeur
      },
      .init("bareme", ouNul: .decimal, "Sur combien.") { $0.note?.bareme },
      .init("precision", ouNul: .texte, "Le motif, ou « DEM », « DEF ».") { $0.precision },
      .init("texte", .texte, "Comme on l’écrit : « 12,5 », « ABI ».") { $0.mot },
    ],
  )

  /// An entry that a program gives.
  static let entreeDonnee = Schema.nomme(
    "EntreeDonnee",
    .objet([
      .init(
        nom: "nature",
        schema: .choix(natures),
        description: "Une note, ou pourquoi il n’y en a pas.",
      ),
      .init(
        nom: "valeur",
        schema: .ouNul(.decimal(0...EvaluationDeModule.baremes.upperBound)),
        description: "La note, pour « note » et « rattrapee » seulement.",
        obligatoire: false,
      ),
      .init(
        nom: "precision",
        schema: .ouNul(.texte(.libre, auPlus: 500)),
        description: "Le motif de « sans-rattrapage » ; « DEM » ou « DEF » pour « sans-objet ».",
        obligatoire: false,
      ),
    ]),
  )

  static let versionLue = Schema.Membre(
    nom: "version",
    schema: .version,
    description: "La version qui a été lue ; 0 où il n’y avait rien.",
  )

  static let motif = Schema.Membre(
    nom: "motif",
    schema: .ouNul(.texte(.libre, auPlus: 500)),
    description: "Pourquoi ; nécessaire une fois l’évaluation publiée.",
    obligatoire: false,
  )

  private static let natures = NatureDEntree.allCases.map(\.rawValue)

  static let inscrite = Modele<NoteInscrite>.objet(
    "Note",
    [
      .init("evaluation", .identifiant, "Le numéro de l’évaluation.") { $0.evaluation.valeur },
      .init("etudiant", .identifiant, "Le numéro de l’étudiant.") { $0.etudiant.valeur },
      .init("note", entree, "Ce qu’il y a.") { $0.entree },
      .init("version", .version, "La version, à donner pour la changer.") { $0.version },
    ],
  )

  /// A student at a test; the version is 0 where nothing was entered.
  static let ligne = Modele<VoirUneEvaluation.Ligne>.objet(
    "LigneDeNotes",
    [
      .init("etudiant", .identifiant, "Le numéro de l’étudiant.") { $0.etudiant.id.valeur },
      .init("nom", .texte, "Son nom.") { $0.etudiant.nomAffiche },
      .init("note", ouNul: entree, "Ce qu’il y a ; null où rien n’a été saisi.") {
        $0.note?.entree
      },
      .init("version", .version, "La version, à donner pour la changer ; 0 où il n’y a rien.") {
        $0.note?.version ?? 0
      },
    ],
  )

  /// A state of a mark, with the name of who wrote it.
  static let ancienne = Modele<(signee: NoteSignee, auteur: String?)>.objet(
    "EtatDeNote",
    [
      .init("note", entree, "Ce qu’il y avait.") { $0.signee.note.entree },
      .init("version", .version, "La version.") { $0.signee.note.version },
      .init("le", .moment, "Quand elle a été écrite.") { $0.signee.horodatage },
      .init("auteur", ouNul: .texte, "Par qui, quand cela vous est montré.") { $0.auteur },
    ],
  )

  static let situee = Modele<VoirLesNotesSituees.NoteSituee>.objet(
    "NoteSituee",
    [
      .init("evaluation", ModelesDEvaluation.evaluation, "L’évaluation.") { $0.evaluation },
      .init("note", entree, "Ce qu’il y a.") { $0.signee.note.entree },
      .init("version", .version, "La version.") { $0.signee.note.version },
      .init("le", .moment, "Quand elle a été écrite.") { $0.signee.horodatage },
    ],
  )
}

extension Entree {
  fileprivate var note: Note? {
    switch self {
    case .note(let note), .rattrapee(let note): note
    case .absenceInjustifiee, .excuse, .enAttente, .absenceJustifiee, .sansRattrapage,
      .indisponibilite, .nulle, .sansObjet:
      nil
    }
  }

  fileprivate var precision: String? {
    switch self {
    case .sansRattrapage(let motif): motif
    case .sansObjet(let mot): mot
    case .note, .rattrapee, .absenceInjustifiee, .excuse, .enAttente, .absenceJustifiee,
      .indisponibilite, .nulle:
      nil
    }
  }
}
