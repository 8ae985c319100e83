internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

/// What is read on copies, and how readings differ.
extension GrilleDeCopies {
  @HTMLBuilder func lectures(_ copies: CopiesDEpreuve) -> some HTML {
    if grille.peutSaisir {
      if let faute = saisie.fautes["rang"] {
        Encart(.erreur, titre: "Rien n’a été enregistré.", annonce: .alerte, faute)
      }
      p(.class("aide")) {
        Typographie.phrase(
          (copies.mode == .simple
            ? ""
            : grille.rang == .seconde ? "Vous faites la seconde lecture. " : "Première lecture. ")
            + "Attendu, sur 20 : \(attendu). Une case vide ne change rien."
        )
      }
      Formulaire(vers: adresse("lectures"), jeton: jeton) {
        input(.type("hidden"), .name("rang"), .value("\(grille.rang.rawValue)"))
        tableau(copies, saisissable: true)
        Boutons(Bouton("Enregistrer les notes", .premier))
      }
    } else {
      tableau(copies, saisissable: false)
    }
  }

  private func tableau(_ copies: CopiesDEpreuve, saisissable: Bool) -> some HTML {
    Tableau(
      "Copies de \(grille.epreuve.ue.texte)",
      colonnes: [
        .init(copies.cacheLesNoms ? "Copie" : "Étudiant"),
        .init("Autre lecture", .chiffres, estSecondaire: true),
        .init("Note sur 20", .chiffres), .init("État"),
      ],
      lignes: rangees.map {
        ligne(
          $0,
          copies,
          saisissable: saisissable,
        )
      },
      vide: EtatVide("Personne n’est inscrit à cette épreuve"),
    )
  }

  private func ligne(
    _ ligne: OuvrirUneGrilleDeCopies.Ligne,
    _ copies: CopiesDEpreuve,
    saisissable: Bool,
  ) -> Tableau.Ligne {
    let autre: LectureDeCopie.Rang = grille.rang == .premiere ? .seconde : .premiere
    let sienne = ligne.lectures[grille.rang]
    let montree =
      copies.mode == .simple
      ? "–"
      : ligne.cachees.contains(autre)
        ? "faite" : ligne.lectures[autre]?.entree.texte(sur: 20) ?? "–"
    return Tableau.Ligne([
      "\(ligne.intitule)", "\(montree)",
      saisissable ? champ(ligne, sienne) : "\(sienne?.entree.texte(sur: 20) ?? "–")",
      Cellule(ligne.pastille),
    ])
  }

  private func champ(_ ligne: OuvrirUneGrilleDeCopies.Ligne, _ sienne: LectureDeCopie?)
    -> Cellule
  {
    let nom = "copie-\(ligne.numero)"
    return Cellule(
      HTMLGroup(
        SaisieEnTableau(
          nom,
          "Note de \(ligne.intitule)",
          valeur: saisie.facultatif(nom) ?? sienne?.entree.texte(sur: 20) ?? "",
          erreur: saisie.fautes[nom],
        ),
        input(
          .type("hidden"),
          .name("version-\(ligne.numero)"),
          .value("\(sienne?.version ?? 0)"),
        ),
      )
    )
  }

  @HTMLBuilder func ecarts(_ copies: CopiesDEpreuve) -> some HTML {
    let ecarts = grille.lignes.filter { $0.estARegler }
    if !ecarts.isEmpty {
      Carte("Écarts à régler") {
        Tableau(
          "Écarts entre les deux lectures",
          colonnes: [
            .init("Copie"), .init("Première", .chiffres), .init("Seconde", .chiffres),
            .init("Motif exigé"),
          ],
          lignes: ecarts.map { ligne in
            Tableau.Ligne([
              "\(ligne.intitule)",
              "\(ligne.lectures[.premiere]?.entree.texte(sur: 20) ?? "–")",
              "\(ligne.lectures[.seconde]?.entree.texte(sur: 20) ?? "–")",
              "\(ligne.etat == .aRegler(exigeUnMotif: true) ? "oui" : "non")",
            ])
          },
        )
        if grille.peutSaisir { accord(ecarts, "Régler la copie", "Note retenue") }
      }
    }
  }

  /// The form that settles one copy.
  func accord(
    _ lignes: [OuvrirUneGrilleDeCopies.Ligne],
    _ bouton: String,
    _ titre: String,
  ) -> some HTML {
    let champs = [
      Champ(
        "numero",
        "Copie",
        .choix(
          lignes.map { Choix("\($0.numero)", $0.intitule) },
          choisi: saisie.facultatif("numero"),
        ),
        erreur: saisie.fautes["numero"],
      ),
      Champ(
        "accord",
        titre,
        .nombre(saisie["accord"]),
        aide: "Attendu, sur 20 : \(attendu).",
        erreur: saisie.fautes["accord"],
      ),
      Champ(
        "motif",
        "Motif",
        .texte(saisie["motif"]),
        erreur: saisie.fautes["motif"],
        estFacultatif: grille.copies?.versees == nil,
      ),
    ]
    return HTMLGroup(
      ResumeDesErreurs(de: champs),
      Formulaire(vers: adresse("accord"), jeton: jeton) {
        HTMLList(champs.map { AnyHTML($0) })
        HTMLList(
          lignes.map { ligne in
            AnyHTML(
              input(
                .type("hidden"),
                .name("accord-version-\(ligne.numero)"),
                .value("\(ligne.lectures[.accord]?.version ?? 0)"),
              )
            )
          }
        )
        Boutons(Bouton(bouton, .second))
      },
    )
  }
}
