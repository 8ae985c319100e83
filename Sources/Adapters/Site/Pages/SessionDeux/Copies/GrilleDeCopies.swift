internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

/// What stands on the page of an exam of session 2.
struct GrilleDeCopies: Composant {
  let grille: OuvrirUneGrilleDeCopies.Grille
  let saisie: SaisieLue
  /// What may be typed for a mark.
  let attendu: String
  let jeton: Jeton

  init(
    _ grille: OuvrirUneGrilleDeCopies.Grille,
    _ saisie: SaisieLue,
    _ feuilles: any Feuilles,
    _ jeton: Jeton,
  ) {
    self.grille = grille
    self.saisie = saisie
    self.jeton = jeton
    attendu = feuilles.attendu(bareme: 20)
  }

  func adresse(_ suite: String) -> SafeURL {
    Chemin.copies(grille.campagne.id, "\(grille.epreuve.id)", suite)
  }

  @HTMLBuilder var corps: some HTML {
    if let copies = grille.copies {
      Carte("Correction") { resume(copies) }
      if copies.versees == nil {
        ecarts(copies)
        Carte("Copies") { lectures(copies) }
        if grille.verse { Carte("Verser les notes") { versement(copies) } }
      } else {
        Carte("Notes versées") { versees(copies) }
      }
    } else if grille.prepare {
      Carte("Comment les copies sont-elles notées ?") { preparation(nil) }
    } else {
      EtatVide(
        "Les copies ne sont pas encore préparées",
        "Le secrétariat dit d’abord comment elles sont notées et tire leurs numéros.",
      )
    }
  }

  /// By number while names are hidden, then by name.
  var rangees: [OuvrirUneGrilleDeCopies.Ligne] {
    grille.lignes.contains { $0.etudiant == nil }
      ? grille.lignes
      : grille.lignes.sorted {
        ($0.etudiant?.nomAffiche ?? "", $0.numero) < ($1.etudiant?.nomAffiche ?? "", $1.numero)
      }
  }
}

extension OuvrirUneGrilleDeCopies.Ligne {
  /// The name, or « copie 214 » while names are hidden.
  var intitule: String { etudiant?.nomAffiche ?? "copie \(numero)" }

  /// Whether nobody has read it yet.
  var estVierge: Bool { lectures.isEmpty && cachees.isEmpty }

  var estARegler: Bool {
    if case .aRegler = etat { true } else { false }
  }

  /// What stands for its student.
  var conclue: Entree? {
    switch etat {
    case .conclue(let entree), .absente(let entree): entree
    case .attendue, .aRegler, .contradictoire: nil
    }
  }

  var pastille: Pastille {
    switch etat {
    case .attendue: Pastille(estVierge ? "à noter" : "en cours", .attention)
    case .aRegler: Pastille("lectures différentes", .erreur)
    case .conclue: Pastille("notée", .succes)
    case .absente(let entree): Pastille(entree.mot + ", sans copie", .neutre)
    case .contradictoire(let entree):
      Pastille("notée, mais \(entree.mot) le jour de l’épreuve", .erreur)
    }
  }
}
