internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite
internal import Text

/// The marks of a test, to be typed where the person may.
struct TableDesNotes: Composant {
  private let affichee: GrilleAffichee
  private let jeton: Jeton

  init(_ affichee: GrilleAffichee, jeton: Jeton) {
    self.affichee = affichee
    self.jeton = jeton
  }

  private var grille: OuvrirUneGrille.Grille { affichee.grille }
  private var evaluation: EvaluationDeModule { grille.evaluation }

  @HTMLBuilder var corps: some HTML {
    if grille.peutSaisir { saisie } else { tableau }
  }

  @HTMLBuilder private var saisie: some HTML {
    Formulaire(
      vers: Chemin.evaluation(evaluation.id, "notes"),
      jeton: jeton,
      attributs: [
        .data("grille", evaluation.id.description),
        .data("resume", Chemin.evaluation(evaluation.id, "resume").text),
      ],
    ) {
      p(.class("aide")) {
        Typographie.phrase(
          "Attendu : \(affichee.attendu). Entrée et les flèches passent d’une ligne à l’autre ; une "
            + "colonne copiée d’un tableur se colle telle quelle."
        )
      }
      if affichee.demandeUnMotif {
        Champ(
          "motif",
          "Motif des changements",
          .texte(affichee.motif),
          aide: "Les étudiants voient déjà ces notes : le journal gardera le motif.",
        )
      }
      tableau
      mots
      div(.class("actions")) {
        button(
          .class("bouton premier"),
          .type("submit"),
          .data("sans-script", "oui"),
        ) { "Enregistrer les notes" }
        span(.id("bilan"), .class("aide"), .role("status")) {}
      }
    }
  }

  private var mots: some HTML {
    datalist(.id("mots")) {
      for (mot, sens) in Self.motsProposes { option(.value(mot)) { sens } }
    }
  }

  private static let motsProposes = [
    ("ABI", "absence injustifiée"), ("ABJ", "absence justifiée"), ("EXC", "excusé"),
    ("ATT", "en attente"),
  ]

  private var tableau: some HTML {
    Tableau(
      "Notes de \(evaluation.nom)",
      colonnes: [
        .init("Étudiant"), .init("Groupes", estSecondaire: true),
        .init("Note sur \(evaluation.bareme)", .chiffres), .init("État"),
        .init("Histoire", estSecondaire: true),
      ],
      lignes: grille.lignes.parNom(\.etudiant).map(ligne),
      vide: EtatVide(
        "Personne ne passe cette évaluation",
        "Inscrivez des étudiants, ou changez les groupes de l’évaluation.",
      ),
    )
  }

  private func ligne(_ ligne: OuvrirUneGrille.Ligne) -> Tableau.Ligne {
    Tableau.Ligne([
      "\(ligne.etudiant.nomAffiche)", "\(ligne.groupes.joined(separator: ", "))", note(ligne),
      Cellule(etat(ligne)), histoire(ligne),
    ])
  }

  private func note(_ ligne: OuvrirUneGrille.Ligne) -> Cellule {
    let id = ligne.etudiant.id
    let texte = ligne.note?.entree.texte(sur: evaluation.bareme) ?? ""
    guard grille.peutSaisir else { return "\(texte)" }
    let faute = affichee.fautes[id]
    return Cellule(
      HTMLGroup(
        SaisieEnTableau(
          "note-\(id)",
          "Note de \(ligne.etudiant.nomAffiche)",
          valeur: faute?.tapee ?? texte,
          erreur: faute?.message,
          estDesactivee: ligne.estParti && ligne.note == nil,
          attributs: [
            .list("mots"), .data("etudiant", id.description),
            .data("version", String(ligne.note?.version ?? 0)),
            .data("adresse", Chemin.evaluation(evaluation.id, "notes", id.description).text),
          ],
        ),
        input(
          .type("hidden"),
          .name("version-\(id)"),
          .value(String(ligne.note?.version ?? 0)),
        ),
      )
    )
  }

  private func etat(_ ligne: OuvrirUneGrille.Ligne) -> some HTML {
    let (texte, ton) = texteDEtat(ligne)
    return span(.id("etat-\(ligne.etudiant.id)"), .class("pastille ton-\(ton.rawValue)")) {
      Typographie.phrase(texte)
    }
  }

  private func histoire(_ ligne: OuvrirUneGrille.Ligne) -> Cellule {
    guard let note = ligne.note else { return "" }
    return Cellule(
      a(.href(Chemin.evaluation(evaluation.id, "notes", ligne.etudiant.id.description))) {
        note.version > 1 ? "\(note.version) versions" : "1 version"
        span(.class("invisible")) { " de la note de \(ligne.etudiant.nomAffiche)" }
      }
    )
  }

  private func texteDEtat(_ ligne: OuvrirUneGrille.Ligne) -> (String, Ton) {
    if ligne.estParti && ligne.note == nil { return ("parti avant l’évaluation", .neutre) }
    guard let note = ligne.note else { return ("à saisir", .attention) }
    if let doute = ligne.doute { return (doute.phrase, .attention) }
    guard let mot = note.entree.enClair else { return ("enregistrée", .succes) }
    return (mot, note.entree == .enAttente ? .attention : .neutre)
  }
}

extension Sequence {
  /// In the order of the names of students, as a French list has them.
  func parNom(_ etudiant: (Element) -> Etudiant) -> [Element] {
    map { (cle: etudiant($0).nomAffiche.folded, element: $0) }
      .sorted { ($0.cle, etudiant($0.element).id) < ($1.cle, etudiant($1.element).id) }
      .map(\.element)
  }
}

/// The figures of a test and of its module, and how the marks are spread.
struct ResumeDEvaluation: Composant {
  private let grille: OuvrirUneGrille.Grille

  init(_ grille: OuvrirUneGrille.Grille) { self.grille = grille }

  @HTMLBuilder var corps: some HTML {
    Chiffres([
      ChiffreCle(
        "Moyenne de l’évaluation",
        grille.statistiques.moyenne?.surDeuxDecimales,
        unite: "/20",
        precision: etendue,
      ),
      ChiffreCle("Médiane", grille.statistiques.mediane?.surDeuxDecimales, unite: "/20"),
      ChiffreCle(
        "Notes",
        "\(grille.suivie.saisies)",
        unite: "sur \(grille.suivie.attendus)",
        precision: reste,
      ),
      ChiffreCle(
        "Moyenne du module",
        grille.moyennes.moyenne?.surDeuxDecimales,
        unite: "/20",
        precision: "sur \(compte(grille.moyennes.effectif, "moyenne")) complète"
          + (grille.moyennes.effectif > 1 ? "s" : ""),
      ),
    ])
    if grille.statistiques.effectif > 0 {
      section(.class("carte")) { histogramme }
    }
  }

  private var etendue: String? {
    guard let bas = grille.statistiques.minimum, let haut = grille.statistiques.maximum else {
      return nil
    }
    return "de \(bas.surDeuxDecimales) à \(haut.surDeuxDecimales)"
  }

  private var reste: String {
    let manque = grille.suivie.attendus - grille.suivie.saisies
    return manque > 0 ? "\(compte(manque, "étudiant")) sans note" : "rien ne manque"
  }

  private var histogramme: some HTML {
    Histogramme(
      "Répartition des notes",
      resume: "\(compte(grille.statistiques.effectif, "note")) ramenées à 20, point par point.",
      classes: "Notes",
      compte: "Étudiants",
      barres: grille.statistiques.histogramme.enumerated().map { point, effectif in
        .init(point == 19 ? "19 à 20" : "\(point)", effectif)
      },
      repereTousLes: 5,
    )
  }
}
