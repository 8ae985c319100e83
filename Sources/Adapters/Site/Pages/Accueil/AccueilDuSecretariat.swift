internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// What waits for whoever manages promotions.
struct AccueilDuSecretariat {
  private let liste: AFaire.Liste
  private let jour: Jour
  /// How many rows of a kind are shown at once.
  private static let limite = 20

  init(_ liste: AFaire.Liste, _ visite: Visite) {
    self.liste = liste
    jour = visite.site.bureau.horloge.maintenant().jour
  }

  @HTMLBuilder var corps: some HTML {
    Chiffres([
      ChiffreCle("Justificatifs à traiter", String(liste.justificatifs.count)),
      ChiffreCle("Évaluations sans toutes leurs notes", String(liste.sansNotes.count)),
      ChiffreCle("Évaluations à publier", String(liste.aPublier.count)),
      ChiffreCle("Demandes sans réponse", String(liste.demandes.count)),
    ])
    if !liste.sansReglement.isEmpty || !liste.sansGroupe.isEmpty { structure }
    if !liste.campagnes.isEmpty { campagnes }
    if !liste.justificatifs.isEmpty { justificatifs }
    if !liste.demandes.isEmpty { demandes }
    if !liste.sansNotes.isEmpty { evaluations("Notes à saisir", liste.sansNotes) }
    if !liste.aPublier.isEmpty { evaluations("Notes à publier", liste.aPublier) }
  }

  private var structure: some HTML {
    Encart(.attention, titre: "Avant de commencer l’année") {
      ul {
        for promotion in liste.sansReglement {
          li {
            "\(promotion.nom) n’a pas de règlement en vigueur : aucun résultat n’est calculé."
              .enPhraseSuite
          }
        }
        for promotion in liste.sansGroupe {
          li {
            Lien(promotion.nom, vers: Chemin.promotion(promotion.id, "etudiants"))
            " n’a aucun groupe."
          }
        }
      }
    }
  }

  private var campagnes: some HTML {
    Carte("Campagnes, d’ici \(AFaire.joursDAvance) jours") {
      Tableau(
        "Campagnes qui ouvrent ou ferment",
        colonnes: [.init("Campagne"), .init("Promotion"), .init("Ouvre"), .init("Ferme")],
        lignes: liste.campagnes.map { une in
          Tableau.Ligne([
            "\(une.chose.intitule)", "\(une.promotion.nom)",
            "\(une.chose.ouverture.enLettres)", "\(une.chose.cloture.enLettres)",
          ])
        },
      )
    }
  }

  private var justificatifs: some HTML {
    Carte("Justificatifs à traiter") {
      Tableau(
        "Justificatifs, du plus ancien au plus récent",
        colonnes: [
          .init("Étudiant"), .init("Promotion", estSecondaire: true), .init("Absence"),
          .init("Déposé"), .init("Attend depuis"),
        ],
        lignes: liste.justificatifs.prefix(Self.limite).map { une in
          Tableau.Ligne([
            Cellule(Lien(une.etudiant.nomAffiche, vers: Chemin.justificatif(une.chose.id))),
            "\(une.promotion.nom)", "\(une.chose.periode)",
            Cellule(delai(une)), "\(age(une.chose.depose))",
          ])
        },
      )
      reste(liste.justificatifs.count)
    }
  }

  @HTMLBuilder private func delai(_ une: AFaire.AvecEtudiant<Justificatif>) -> some HTML {
    let delais = liste.delais[une.promotion.id] ?? DelaisDAbsence()
    attente(delais.heuresDAttente(une.chose))
      + (delais.depuisLaFin ? " après la fin " : " après le début ")
    if delais.respecte(une.chose) {
      Pastille("dans le délai", .succes)
    } else {
      Pastille(
        "hors du délai de \(DelaisDAbsence.enMots(minutes: delais.justificatif))",
        .attention,
      )
    }
  }

  private func attente(_ heures: Int) -> String {
    heures < 72 ? "\(heures)\u{A0}h" : compte(heures / 24, "jour")
  }

  private func age(_ depose: Instant) -> String {
    let jours = jour.ecart(depuis: depose.jour)
    return jours <= 0 ? "aujourd’hui" : compte(jours, "jour")
  }

  private var demandes: some HTML {
    Carte("Demandes sans réponse") {
      Tableau(
        "Demandes, de la plus ancienne à la plus récente",
        colonnes: [
          .init("Étudiant"), .init("Campagne"), .init("Demande"), .init("Attend depuis"),
        ],
        lignes: liste.demandes.prefix(Self.limite).map { une in
          Tableau.Ligne([
            Cellule(Lien(une.etudiant.nomAffiche, vers: Chemin.etudiant(une.etudiant.id))),
            "\(une.chose.campagne.intitule)", "\(une.chose.demande.texte)",
            "\(age(une.chose.demande.depose))",
          ])
        },
      )
      reste(liste.demandes.count)
    }
  }

  private func evaluations(
    _ titre: String,
    _ suivies: [AFaire.AvecPromotion<EvaluationSuivie>],
  ) -> some HTML {
    Carte(titre) {
      Tableau(
        "\(titre), de la plus ancienne à la plus récente",
        colonnes: [
          .init("Évaluation"), .init("Promotion", estSecondaire: true), .init("Date"),
          .init("À faire"),
        ],
        lignes: suivies.prefix(Self.limite).map { une in
          Tableau.Ligne([
            Cellule(
              Lien(
                "\(une.chose.evaluation.module), \(une.chose.evaluation.nom)",
                vers: Chemin.evaluation(une.chose.evaluation.id),
              )
            ),
            "\(une.promotion.nom)", "\(une.chose.evaluation.date?.enLettres ?? "")",
            "\(une.chose.aFaire)",
          ])
        },
      )
      reste(suivies.count)
    }
  }

  @HTMLBuilder private func reste(_ nombre: Int) -> some HTML {
    if nombre > Self.limite {
      p(.class("aide")) { "Et \(compte(nombre - Self.limite, "autre")), plus récents." }
    }
  }
}
