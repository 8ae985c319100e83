internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

/// The tables of a session: those under the average, all candidates, the exams.
enum TableauxDUneSessionBTS {
  static func sousLaMoyenne(_ vue: VoirUneSessionBTS.Vue) -> some HTML {
    Tableau(
      "Candidats dont la moyenne n’atteint pas 10",
      colonnes: [
        .init("Candidat"), .init("Moyenne", .chiffres),
        .init("Absences", estSecondaire: true), .init("Livret", estSecondaire: true),
        .init("Jury"),
      ],
      lignes: vue.sousLaMoyenne.map { candidat in
        let inscription = candidat.inscription
        let absences = vue.specialite.epreuves.compactMap { epreuve -> String? in
          guard case .absence(let piece) = inscription.resultats[epreuve.code] else { return nil }
          return "\(epreuve.code) : \(piece ?? "sans justificatif")"
        }
        return Tableau.Ligne([
          Cellule(Lien(candidat.etudiant.nomAffiche, vers: Chemin.candidatBTS(inscription.id))),
          "\(candidat.resultat?.avant.valeur.moyenneAffichee ?? "–")",
          "\(absences.isEmpty ? "aucune" : absences.joined(separator: " ; "))",
          "\(inscription.livret.isEmpty ? "non fourni" : inscription.livret)",
          Cellule(candidat.pastille(vue.session)),
        ])
      },
    )
  }

  static func candidats(_ vue: VoirUneSessionBTS.Vue) -> some HTML {
    Tableau(
      "Candidats de la session",
      colonnes: [
        .init("Candidat"), .init("Session normale", .chiffres, estSecondaire: true),
        .init("Discipline", estSecondaire: true), .init("Oral général", estSecondaire: true),
        .init("Oral professionnel", estSecondaire: true),
        .init("Après", .chiffres), .init("État"),
      ],
      lignes: vue.candidats.map { candidat in
        let inscription = candidat.inscription
        func oral(_ domaine: CandidatBTS.Domaine) -> String {
          guard let oral = inscription.oraux[domaine] else { return "–" }
          let remplace = candidat.resultat?.remplace[domaine] == true
          return oral.enMots + (remplace ? ", retenu" : "")
        }
        return Tableau.Ligne([
          Cellule(Lien(candidat.etudiant.nomAffiche, vers: Chemin.candidatBTS(inscription.id))),
          "\(candidat.resultat?.avant.valeur.moyenneAffichee ?? "–")",
          "\(inscription.choix?.discipline ?? "–")", "\(oral(.general))",
          "\(oral(.professionnel))",
          "\(candidat.resultat?.apres.valeur.moyenneAffichee ?? "–")",
          Cellule(candidat.pastille(vue.session)),
        ])
      },
      vide: EtatVide(
        "Aucun candidat",
        "Ajoutez-les un par un, ou reprenez une liste XLSX, ODS ou CSV avec leurs résultats.",
      ),
    )
  }

  static func specialite(_ specialite: SpecialiteBTS) -> some HTML {
    HTMLGroup(
      Tableau(
        "Épreuves, \(specialite.intitule)",
        colonnes: [
          .init("Épreuve"), .init("Domaine", estSecondaire: true),
          .init("Forme", estSecondaire: true), .init("Coefficient", .chiffres),
        ],
        lignes: specialite.epreuves.map { epreuve in
          Tableau.Ligne([
            "\(epreuve.nomEntier)", "\(epreuve.domaine.mot)", "\(epreuve.forme.mot)",
            "\(epreuve.coefficient)",
          ])
        },
      ),
      p {
        Typographie.phrase(
          "Disciplines au choix pour l’oral général : "
            + specialite.disciplinesAuChoix.joined(separator: ", ")
            + (specialite.disciplines.isEmpty
              ? ". La liste de la spécialité n’est pas connue : celles de plus fort coefficient sont "
                + "proposées."
              : ".")
        )
      },
    )
  }
}
