import Actes
import Scolarite

extension CalendrierOfficiel {
  /// A whole year of an IUT.
  static let annee = CalendrierOfficiel(
    objet: "Année universitaire 2025-2026",
    portee: ["IUT de Nulle-Part", "Tous les départements"],
    rubriques: [
      Rubrique(titre: "Semestres", lignes: semestres),
      Rubrique(
        titre: "Suspensions des cours",
        introduction: "Aucun cours ni aucune épreuve n’a lieu les jours fériés.",
        lignes: [
          Ligne(periode: .intervalle(jour("2025-10-27"), jour("2025-10-31")), libelle: "Automne"),
          Ligne(
            periode: .intervalle(jour("2025-12-22"), jour("2026-01-02")),
            libelle: "Fin d’année",
            note: "L’IUT est fermé.",
          ), Ligne(periode: .jour(jour("2026-05-15")), libelle: "Pont de l’Ascension"),
        ],
      ), Rubrique(titre: "Jurys et consultation des copies", lignes: jurys),
      Rubrique(titre: "Demandes des étudiants", lignes: demandes),
      Rubrique(titre: "Session 2", lignes: []),
    ],
    adoptions: [
      Adoption(instance: "Conseil de l’IUT", jour: jour("2025-06-19")),
      Adoption(instance: "CFVU", jour: nil),
    ],
  )

  private static let semestres = [
    Ligne(
      periode: .intervalle(jour("2025-09-01"), jour("2026-01-16")),
      libelle: "Semestres 1 et 3",
      concernes: "BUT 1re et 2e années",
    ),
    Ligne(
      periode: .intervalle(jour("2025-09-01"), jour("2026-02-06")),
      libelle: "Semestre 5",
      concernes: "BUT 3e année",
      note: "Les apprentis suivent le calendrier de leur contrat.",
    ),
    Ligne(
      periode: .intervalle(jour("2026-01-19"), jour("2026-06-19")),
      libelle: "Semestres 2 et 4",
      concernes: "BUT 1re et 2e années",
    ),
    Ligne(
      periode: .aPartirDu(jour("2026-03-02")),
      libelle: "Stages",
      concernes: "BUT 3e année",
      note: "Seize semaines au plus.",
    ),
  ]

  private static let jurys = [
    Ligne(
      periode: .jour(jour("2026-02-12"), heure: "9 h"),
      libelle: "Jurys des semestres impairs",
    ),
    Ligne(
      periode: .jour(jour("2026-07-03"), heure: "de 9 h à 17 h"),
      libelle: "Jurys de fin d’année",
    ),
    Ligne(
      periode: .intervalle(jour("2026-07-06"), jour("2026-07-08")),
      libelle: "Consultation des copies",
      note: "Sur rendez-vous, au secrétariat de chaque département.",
    ), Ligne(periode: .aFixer, libelle: "Jurys de la session 2"),
  ]

  private static let demandes = [
    Ligne(
      periode: .jusquAu(jour("2025-10-17")),
      libelle: "Aménagement des épreuves",
      note: "Auprès du service de santé.",
    ),
    Ligne(
      periode: .jusquAu(jour("2026-05-29"), heure: "12 h"),
      libelle: "Bonification pour engagement ou sport",
      note: "Formulaire en ligne, avec tous les justificatifs.",
    ),
    Ligne(
      periode: .jusquAu(jour("2026-07-10")),
      libelle: "Redoublement",
      concernes: "Étudiants ajournés",
    ),
  ]

  /// The second session of a formation, without public nor council.
  static let session = CalendrierOfficiel(
    objet: "Session 2",
    portee: ["BUT Métiers du multimédia et de l’internet, 1re année"],
    rubriques: [
      Rubrique(
        titre: "Épreuves",
        introduction: "Présentez-vous un quart d’heure avant le début de chaque épreuve.",
        lignes: [
          Ligne(
            periode: .jour(jour("2026-08-27"), heure: "8 h 30"),
            libelle: "UE11 – R103, R104",
            note: "Écrit de 2 h, amphithéâtre B",
          ),
          Ligne(
            periode: .intervalle(jour("2026-08-27"), jour("2026-08-28")),
            libelle: "UE12 – R101",
            note: "Oral de 20 min, salle 214, selon la liste affichée",
          ),
          Ligne(
            periode: .jusquAu(jour("2026-08-31"), heure: "12 h"),
            libelle: "UE14 – SAE105",
            note: "Projet à déposer en ligne",
          ),
        ],
      )
    ],
  )
}
