internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

/// How marks are handed over.
extension GrilleDeCopies {
  @HTMLBuilder func versement(_ copies: CopiesDEpreuve) -> some HTML {
    let contraires = rangees.filter(\.etat.estContradictoire)
    let reste =
      grille.lignes.count { !$0.etat.estPrete } - contraires.count + grille.sansNumero
    if grille.lignes.isEmpty && grille.sansNumero == 0 {
      p { "Personne n’est inscrit à cette épreuve." }
    } else if reste > 0 || !contraires.isEmpty {
      if reste > 0 { attente(reste, copies) }
      if !contraires.isEmpty { contradiction(contraires) }
    } else {
      p {
        Typographie.phrase(
          "Toutes les copies sont notées."
            + (copies.estAnonyme
              ? " Le versement lève l’anonymat ; le journal le garde." : "")
            + " Les étudiants ne verront rien avant la clôture du jury."
        )
      }
      Formulaire(vers: adresse("verser"), jeton: jeton) {
        input(.type("hidden"), .name("version"), .value("\(copies.version)"))
        Boutons(
          Bouton(
            copies.estAnonyme ? "Lever l’anonymat et verser les notes" : "Verser les notes",
            .premier,
          )
        )
      }
    }
  }

  private func attente(_ reste: Int, _ copies: CopiesDEpreuve) -> some HTML {
    p {
      Typographie.phrase(
        "\(compte(reste, "copie")) \(reste > 1 ? "attendent encore leur" : "attend encore sa") note"
          + (copies.estAnonyme ? " : les noms restent cachés." : ".")
      )
    }
  }

  /// Copies that are marked though their students are noted absent: two ways out.
  private func contradiction(_ lignes: [OuvrirUneGrilleDeCopies.Ligne]) -> some HTML {
    Encart(
      .attention,
      titre: "Notée, alors que l’étudiant est noté absent : "
        + lignes.map(\.intitule).joined(separator: ", ") + ".",
    ) {
      p {
        Typographie.phrase(
          "S’il était là, retirez son absence, avec le motif, sur la page de l’épreuve. S’il était "
            + "absent, saisissez ABI ou ABJ à la place de la note."
        )
      }
      p { Lien("Jour des épreuves", vers: Chemin.jourDeSession2(grille.campagne.id)) }
    }
  }

  @HTMLBuilder func versees(_ copies: CopiesDEpreuve) -> some HTML {
    Tableau(
      "Notes de \(grille.epreuve.ue.texte)",
      colonnes: [
        .init("Étudiant"), .init("Copie", .chiffres, estSecondaire: true),
        .init("Note", .chiffres), .init("Motif", estSecondaire: true),
      ],
      lignes: rangees.map { ligne in
        Tableau.Ligne([
          "\(ligne.intitule)", "\(ligne.numero)", "\(ligne.conclue?.texte(sur: 20) ?? "–")",
          "\(ligne.lectures[.accord]?.motif ?? "–")",
        ])
      },
      vide: EtatVide("Personne n’est inscrit à cette épreuve"),
    )
    if grille.estPubliee {
      Encart(
        .information,
        titre: "Publiées à la clôture du jury.",
        "Une note ne change plus que pour une erreur matérielle avérée, par une nouvelle délibération.",
      )
      p { Lien("Contestations", vers: Chemin.contestations(grille.campagne.id)) }
    } else if grille.corrige {
      details {
        summary { "Corriger une note avant le jury" }
        accord(grille.lignes, "Corriger la note", "Note exacte")
      }
    } else if grille.peutSaisir {
      p(.class("aide")) {
        Typographie.phrase(
          "Une note versée est corrigée par le secrétariat jusqu’au jury : dites-lui la note exacte "
            + "et son motif."
        )
      }
    }
  }
}
