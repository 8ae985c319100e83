internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// A grid as it is shown: what stands, and what was typed and could not be taken.
struct GrilleAffichee {
  let grille: OuvrirUneGrille.Grille
  let attendu: String
  var motif = ""
  var fautes: [Identifiant<Etudiant>: Faute] = [:]
  /// How many marks the form has just written.
  var enregistrees = 0

  /// A mark that was not taken.
  struct Faute {
    let tapee: String
    let message: String
  }

  init(_ grille: OuvrirUneGrille.Grille, _ feuilles: any Feuilles) {
    self.grille = grille
    attendu = feuilles.attendu(bareme: grille.evaluation.bareme)
  }

  /// Whether each change needs its reason: students see the marks.
  var demandeUnMotif: Bool { grille.evaluation.publiee }
}

extension Entree {
  /// What a cell of the grid shows: on the scale of the test, no « /15 ».
  func texte(sur bareme: Decimale) -> String {
    if case .note(let note) = self, note.bareme == bareme { return note.valeur.description }
    if case .rattrapee(let note) = self, note.bareme == bareme { return "ABJ \(note.valeur)" }
    return mot
  }

  /// The word in full, for those who do not know the codes; `nil` for a mark.
  var enClair: String? {
    switch self {
    case .note: nil
    case .rattrapee: "rattrapée"
    case .absenceInjustifiee: "absence injustifiée"
    case .excuse: "excusé"
    case .enAttente: "en attente"
    case .absenceJustifiee: "absence justifiée, à rattraper"
    case .sansRattrapage(let motif): "sans rattrapage : \(motif)"
    case .indisponibilite: "indisponibilité déclarée"
    case .nulle: "annulée"
    case .sansObjet(let mot): mot == "DEM" ? "démission" : "défaillance"
    }
  }
}

extension Visite {
  func grille(_ affichee: GrilleAffichee, _ statut: HTTPStatus = .ok) -> HTTPResponse {
    let grille = affichee.grille
    var avis: [Avis] = []
    if affichee.enregistrees > 0 {
      let pluriel = affichee.enregistrees > 1
      avis.append(
        Avis(.succes, "\(compte(affichee.enregistrees, "note")) enregistrée\(pluriel ? "s" : "").")
      )
    }
    if !affichee.fautes.isEmpty {
      let nombre = affichee.fautes.count
      avis.append(
        Avis(
          .erreur,
          titre: "\(compte(nombre, "note")) à corriger.",
          "Ce que vous avez tapé est gardé dans la grille ; le reste est enregistré.",
        )
      )
    }
    return page(
      grille.evaluation.nom,
      fil: fil(grille),
      avis: avis,
      scripts: grille.peutSaisir ? [Fichiers.script("grille.js")] : [],
      statut: statut,
    ) {
      ActionsDEvaluation(
        grille,
        peutEditer: peutEditer(grille.module.promotion),
        peutSignaler: peut(
          .signalerUnIncident,
          grille.module.promotion.lieu.module(grille.evaluation.module),
        ),
        jeton: jeton,
      )
    } contenu: {
      EtatDEvaluation(grille)
      div(.id("resume")) { ResumeDEvaluation(grille) }
      Carte("Notes") { TableDesNotes(affichee, jeton: jeton) }
    }
  }
}
