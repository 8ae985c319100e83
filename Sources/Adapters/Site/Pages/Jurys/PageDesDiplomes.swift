internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// The diplomas of a promotion, to read and take away.
enum DiplomesDuneAnnee {
  static let routes: [Route] = [
    .lecture("/promotions/{promotion}/diplomes") { visite in
      visite.diplomes(try await lire(visite))
    },
    .lecture("/promotions/{promotion}/diplomes.xlsx") { visite in
      try visite.fichier(Feuillet(try await lire(visite)), .xlsx)
    },
    .lecture("/promotions/{promotion}/diplomes.csv") { visite in
      try visite.fichier(Feuillet(try await lire(visite)), .csv)
    },
  ]

  private static func lire(_ visite: Visite) async throws -> DiplomesDePromotion {
    try await visite.demander(VoirLesDiplomes(visite.identifiant("promotion", .promotion)))
  }
}

extension Visite {
  fileprivate func diplomes(_ diplomes: DiplomesDePromotion) -> HTTPResponse {
    let (promotion, titre) = (diplomes.promotion, diplomes.diplome.rawValue)
    return page(
      "\(titre), \(promotion.nomEntier)",
      fil: [Lien("Jurys", vers: Chemin.jurys)],
    ) {
      Bouton("XLSX", vers: Chemin.promotion(promotion.id, "diplomes.xlsx"))
      Bouton("CSV", vers: Chemin.promotion(promotion.id, "diplomes.csv"))
    } contenu: {
      if diplomes.lignes.isEmpty {
        EtatVide(
          "Aucun jury de fin d’année n’est clos",
          "La liste paraît quand un jury est clos, sur ce qu’il a scellé.",
        )
      } else {
        Encart(.information, titre: "D’après les scellés.", regle(diplomes.diplome))
        Chiffres([
          ChiffreCle(
            "\(titre) attribués",
            "\(diplomes.obtenus.count)",
            precision: "sur \(compte(diplomes.lignes.count, "étudiant"))",
          )
        ])
        obtenus(diplomes)
        autres(diplomes)
      }
    }
  }

  private func regle(_ diplome: DiplomeAttribue) -> String {
    switch diplome {
    case .dut: "Le DUT est attribué quand les 120 crédits des semestres 1 à 4 sont acquis."
    case .but: "Le BUT est attribué quand toutes ses UE sont acquises."
    }
  }

  private func obtenus(_ diplomes: DiplomesDePromotion) -> some HTML {
    Carte("Diplômes attribués") {
      Tableau(
        "Étudiants qui ont obtenu le \(diplomes.diplome.rawValue)",
        colonnes: [
          .init("Étudiant"), .init("Jury", estSecondaire: true), .init("Crédits", .chiffres),
        ],
        lignes: diplomes.obtenus.map { ligne in
          .init([
            Cellule(etudiant(ligne)), "\(ligne.jury.date.enLettres)",
            "\(ligne.ects.affichee(decimales: 0))",
          ])
        },
        vide: EtatVide("Aucun diplôme attribué"),
      )
    }
  }

  @HTMLBuilder private func autres(_ diplomes: DiplomesDePromotion) -> some HTML {
    let autres = diplomes.lignes.filter { !$0.estObtenu }
    if !autres.isEmpty {
      Carte("Sans le diplôme") {
        Tableau(
          "Ce qui manque aux autres",
          colonnes: [.init("Étudiant"), .init("Crédits", .chiffres), .init("Non acquises")],
          lignes: autres.map { ligne in
            .init([
              Cellule(etudiant(ligne)), "\(ligne.ects.affichee(decimales: 0))",
              "\(ligne.manque)",
            ])
          },
        )
      }
    }
  }

  private func etudiant(_ ligne: DiplomesDePromotion.Ligne) -> Lien {
    Lien(ligne.etudiant.nomAffiche, vers: Chemin.etudiant(ligne.etudiant.id))
  }
}

extension DiplomesDePromotion.Ligne {
  /// The UE that lack; where none is known, it is whole years that the register does not hold.
  fileprivate var manque: String {
    manquantes.isEmpty
      ? "années antérieures inconnues" : manquantes.map(\.texte).joined(separator: ", ")
  }
}

extension Feuillet {
  fileprivate init(_ diplomes: DiplomesDePromotion) {
    self.init(
      titre: "\(diplomes.diplome.rawValue) \(diplomes.promotion.nomEntier)",
      colonnes: [
        "Nom civil", "Prénom civil", "NIP", "Diplôme", "Attribué", "Jury", "Crédits",
        "Non acquises",
      ],
      lignes: diplomes.lignes.map { ligne in
        let etudiant = ligne.etudiant.identite
        return [
          etudiant?.nomCivil ?? "", etudiant?.prenomCivil ?? "", etudiant?.nip ?? "",
          diplomes.diplome.rawValue,
          ligne.estObtenu ? "oui" : "non", ligne.jury.date.description,
          ligne.ects.affichee(decimales: 0), ligne.estObtenu ? "" : ligne.manque,
        ]
      },
    )
  }
}
