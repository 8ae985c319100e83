internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

/// The marks and absences of the ordinary session, and the report.
extension FormulairesDeBTS {
  @HTMLBuilder var resultats: some HTML {
    if fiche.aSesResultatsOuverts, fiche.droits.contains(.saisirLesNotes) {
      if saisie.fautes.keys.contains(where: { fiche.specialite.epreuve($0) != nil }) {
        Encart(
          .erreur,
          titre: "Des résultats sont à corriger.",
          annonce: .alerte,
          "Rien n’a été écrit.",
        )
      }
      Formulaire(vers: adresse("resultats"), jeton: jeton) {
        version
        table {
          Cellule(saisieDe($0))
        } piece: {
          Cellule(pieceDe($0))
        }
        Champ(
          "livret",
          "Livret scolaire ou de formation : appréciation",
          .texteLong(saisie.facultatif("livret") ?? inscription.livret),
          erreur: saisie.fautes["livret"],
          estFacultatif: true,
        )
        if inscription.decision != nil {
          p {
            "Changer un résultat ou le livret retire la décision du jury, qui décide de nouveau."
          }
        }
        Boutons(Bouton("Enregistrer les résultats", .premier))
      }
    } else {
      table {
        "\(inscription.resultats[$0.code]?.mot ?? "–")"
      } piece: { epreuve in
        guard case .absence(let piece) = inscription.resultats[epreuve.code] else { return "" }
        return "\(piece ?? "sans justificatif")"
      }
      p {
        Typographie.phrase(
          "Livret : " + (inscription.livret.isEmpty ? "non fourni." : inscription.livret.enPhrase)
        )
      }
    }
  }

  private func table(
    _ resultat: (SpecialiteBTS.Epreuve) -> Cellule,
    piece: (SpecialiteBTS.Epreuve) -> Cellule,
  ) -> some HTML {
    Tableau(
      "Résultats de la session normale",
      colonnes: [
        .init("Épreuve"), .init("Domaine", estSecondaire: true),
        .init("Forme", estSecondaire: true),
        .init("Coefficient", .chiffres, estSecondaire: true), .init("Résultat", .chiffres),
        .init("Justificatif d’absence", estSecondaire: true),
      ],
      lignes: fiche.specialite.epreuves.map { epreuve in
        Tableau.Ligne([
          "\(epreuve.nomEntier)", "\(epreuve.domaine.mot)", "\(epreuve.forme.mot)",
          "\(epreuve.coefficient)", resultat(epreuve), piece(epreuve),
        ])
      },
    )
  }

  private func saisieDe(_ epreuve: SpecialiteBTS.Epreuve) -> some HTML {
    SaisieEnTableau(
      epreuve.code,
      "\(epreuve.nomEntier) : note sur 20, ou ABS",
      valeur: saisie.facultatif(epreuve.code)
        ?? inscription.resultats[epreuve.code].map { resultat in
          if case .note(let note) = resultat { note.description } else { "ABS" }
        } ?? "",
      erreur: saisie.fautes[epreuve.code],
    )
  }

  private func pieceDe(_ epreuve: SpecialiteBTS.Epreuve) -> some HTML {
    var piece = ""
    if case .absence(let donnee) = inscription.resultats[epreuve.code] { piece = donnee ?? "" }
    return PieceEnTableau(
      "piece-\(epreuve.code)",
      "\(epreuve.nomEntier) : pièce qui justifie l’absence",
      valeur: saisie.facultatif("piece-\(epreuve.code)") ?? piece,
      erreur: saisie.fautes["piece-\(epreuve.code)"],
    )
  }
}

/// A box for words in a cell, named by its row for those who do not see it.
private struct PieceEnTableau: Composant {
  private let nom: String
  private let libelle: String
  private let valeur: String
  private let erreur: String?

  init(_ nom: String, _ libelle: String, valeur: String, erreur: String?) {
    (self.nom, self.libelle, self.valeur, self.erreur) = (nom, libelle, valeur, erreur)
  }

  @HTMLBuilder var corps: some HTML {
    input(
      .class("saisie mots"),
      .type("text"),
      .id("saisie-" + nom),
      .name(nom),
      .value(valeur),
      .autocomplete("off"),
      .aria("label", libelle),
      .aria("invalid", "true").when(erreur != nil),
      .aria("describedby", "saisie-\(nom)-erreur").when(erreur != nil),
    )
    if let erreur {
      span(.class("faute"), .id("saisie-\(nom)-erreur")) { Typographie.phrase(erreur) }
    }
  }
}
