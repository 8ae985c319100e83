import Actes
import Scolarite
import Testing

extension TableDesDroits {
  static let etablissement: [LigneDeDroits] = [
    .init(CreerUnDepartement.self, .structurent, .etablissement) { _ in
      CreerUnDepartement(code: "GEA", intitule: "GEA")
    },
    .init(OuvrirUneAnnee.self, .structurent, .etablissement) { _ in
      let annee = try #require(AnneeUniversitaire(debut: 2031))
      return OuvrirUneAnnee(
        annee,
        debut: Jour(ouvrant: annee),
        fin: Jour(cloturant: annee),
        periodes: [],
      )
    },
    .init(CreerUnUtilisateur.self, .admin, .etablissement) { _ in
      CreerUnUtilisateur(.init(identifiant: "nouveau", nom: "Nouveau"))
    },
    .init(DonnerUnRole.self, .admin, .etablissement) {
      DonnerUnRole(
        .jury,
        sur: .promotion($0.promotion.id),
        a: try #require(Identifiant(1)),
        depuis: try BureauDEssai.jour("2025-09-01"),
      )
    },
    .init(DonnerUnCode.self, .admin, .etablissement) { _ in
      DonnerUnCode(
        a: try #require(Identifiant(1)),
        try #require(Empreinte(String(repeating: "a", count: 64))),
      )
    },
    .init(DebloquerUnCompte.self, .admin, .etablissement) { _ in
      DebloquerUnCompte(try #require(Identifiant(1)))
    },
    .init(InviterUnEnseignant.self, .admin, .etablissement) {
      InviterUnEnseignant(
        .init(identifiant: "vacataire", nom: "Vacataire"),
        promotion: $0.promotion.id,
        modules: [$0.module],
        jusqua: try BureauDEssai.jour("2026-08-31"),
        code: try #require(Empreinte(String(repeating: "b", count: 64))),
      )
    },
    .init(VoirLesComptes.self, .admin, .etablissement) { _ in VoirLesComptes() },
    .init(VoirUnCompte.self, .admin, .etablissement) { _ in
      VoirUnCompte(try #require(Identifiant(1)))
    },
    .init(DesignerUnEtudiant.self, .admin, .etablissement) { _ in DesignerUnEtudiant(nip: "0") },
    .init(VoirLesModulesAConfier.self, .admin, .etablissement) {
      VoirLesModulesAConfier($0.promotion.id)
    },
    .init(VoirLesPromotionsAConfier.self, .admin, .etablissement) { _ in
      VoirLesPromotionsAConfier()
    },
    .init(NommerDesObjets.self, .lisentLeJournal, .etablissement) { _ in
      NommerDesObjets(["evaluation/1"])
    },
    .init(VoirLeJournal.self, .lisentLeJournal, .etablissement) { _ in VoirLeJournal() },
    .init(LireUneEntree.self, .lisentLeJournal, .etablissement) { _ in LireUneEntree(1) },
    .init(VoirLeCourrier.self, .admin, .etablissement) { _ in VoirLeCourrier() },
    .init(FixerUneAdresse.self, .admin, .etablissement) { _ in
      FixerUneAdresse("ada@iut.example", de: try #require(Identifiant(1)))
    },
    .init(VoirLaMaintenance.self, .admin, .etablissement) { _ in VoirLaMaintenance() },
    .init(VoirLesReglements.self, .voientLesReglages, .etablissement) { _ in
      VoirLesReglements()
    },
    .init(VoirLeCalendrier.self, .voientLesReglages, .etablissement) { _ in
      VoirLeCalendrier()
    },
    .init(ExporterLeCalendrier.self, .voientLesReglages, .etablissement) { terrain in
      ExporterLeCalendrier(terrain.promotion.annee.description)
    },
    .init(FixerLesVoiesDeRecours.self, .admin, .etablissement) { _ in
      FixerLesVoiesDeRecours(
        VoiesDeRecours(
          autorite: "Le directeur",
          adresse: "1 rue de l’Essai",
          tribunal: "Tribunal administratif",
          adresseDuTribunal: "2 rue de l’Essai",
        )
      )
    },
    .init(FixerUneConservation.self, .admin, .etablissement) { _ in
      FixerUneConservation(try #require(Conservation(.journal, annees: 5)))
    },
    .init(LeverUneConservation.self, .admin, .etablissement) { _ in
      LeverUneConservation(.journal)
    },
    .init(PersonnesAEffacer.self, .admin, .etablissement) { _ in
      PersonnesAEffacer(le: try BureauDEssai.jour("2025-09-01"))
    },
    .init(AppliquerLaConservation.self, .admin, .etablissement) { _ in AppliquerLaConservation() },
    .init(EffacerUnePersonne.self, .admin, .etablissement) {
      EffacerUnePersonne($0.etudiant, motif: "à sa demande", memeInscrit: true)
    },
  ]
}
