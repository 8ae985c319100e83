import Actes
import Scolarite
import Testing

extension TableDesDroits {
  private static func nouveau(_ terrain: TerrainDEssai) -> NouvelEtudiant {
    NouvelEtudiant(
      identite: IdentiteDEtudiant(nip: "neuf", nomCivil: "Neuf", prenomCivil: "Noé"),
      statut: .initial,
      groupes: [],
      lieu: "ligne 2",
    )
  }

  static let etudiants: [LigneDeDroits] = [
    .init(PrevoirDesInscriptions.self, .gerentLesEtudiants) {
      PrevoirDesInscriptions(promotion: $0.promotion.id, etudiants: [nouveau($0)])
    },
    .init(ImporterDesEtudiants.self, .gerentLesEtudiants) {
      ImporterDesEtudiants(promotion: $0.promotion.id, etudiants: [nouveau($0)], source: "x")
    },
    .init(InscrireUnEtudiant.self, .gerentLesEtudiants) {
      InscrireUnEtudiant(
        $0.etudiant,
        promotion: $0.promotion.id,
        semestres: [try #require(TerrainDEssai.semestre)],
        statut: .initial,
        debut: $0.inscription.debut,
      )
    },
    .init(InscrireParNumero.self, .gerentLesEtudiants) {
      InscrireParNumero(
        promotion: $0.promotion.id,
        identite: nouveau($0).identite,
        statut: .initial,
        debut: $0.inscription.debut,
      )
    },
    .init(TerminerUneInscription.self, .gerentLesEtudiants) {
      TerminerUneInscription(
        $0.inscription.id,
        fin: .init(jour: $0.inscription.debut, cause: .demission, motif: "départ"),
        version: 1,
      )
    },
    .init(ChangerDeStatut.self, .gerentLesEtudiants) {
      ChangerDeStatut(
        $0.inscription.id,
        statut: .alternant,
        depuis: $0.inscription.debut,
        version: 1,
      )
    },
    .init(PlacerDansUnGroupe.self, .gerentLesEtudiants) {
      PlacerDansUnGroupe($0.voisin, groupe: $0.groupe.id)
    },
    .init(PlacerDesEtudiants.self, .gerentLesEtudiants) {
      PlacerDesEtudiants([$0.voisin, $0.etudiant], groupe: $0.groupe.id)
    },
    .init(ModifierUnEtudiant.self, .gerentLesEtudiants) {
      ModifierUnEtudiant(
        $0.etudiant,
        identite: IdentiteDEtudiant(nip: "autre", nomCivil: "Autre", prenomCivil: "Axel"),
        version: 1,
      )
    },
    .init(DesignerUnePersonneDeConfiance.self, .gerentLesEtudiants) {
      DesignerUnePersonneDeConfiance(
        PersonneDeConfiance(nom: "Ami", lien: "ami", telephone: "01", courriel: nil),
        de: $0.etudiant,
      )
    },
    .init(AccorderUnAmenagement.self, [.serviceHandicap]) {
      AccorderUnAmenagement(
        .tiersTemps,
        a: $0.etudiant,
        precision: "",
        depuis: $0.inscription.debut,
        jusqua: nil,
      )
    },
    .init(TerminerUnAmenagement.self, [.serviceHandicap]) {
      TerminerUnAmenagement($0.amenagement.id, de: $0.etudiant, le: $0.amenagement.depuis)
    },
    .init(ExporterUnePersonne.self, [.administrateur, .secretariat]) {
      ExporterUnePersonne($0.etudiant)
    },
  ]
}
