import Actes
import Scolarite

extension TableDesDroits {
  static let bonifications: [LigneDeDroits] = [
    .init(DeposerUnEngagement.self, [.secretariat, .etudiant]) {
      try TerrainDEssai.engagement($0.campagne, $0.etudiant, "Conseil central", $0.fichier)
    },
    .init(VoirSesEngagements.self, [.secretariat, .etudiant]) { VoirSesEngagements($0.etudiant) },
    .init(LireSonEngagement.self, [.secretariat, .etudiant]) {
      LireSonEngagement($0.engagement.id)
    },
    .init(CompleterUnEngagement.self, [.secretariat, .etudiant]) {
      CompleterUnEngagement($0.engagement.id, description: "Chaque mois.", pieces: [], version: 1)
    },
    .init(RetirerUnEngagement.self, [.secretariat, .etudiant]) {
      RetirerUnEngagement($0.engagement.id, version: 1)
    },
    .init(DemanderUnComplement.self, .structurent.union([.commissionDesBonifications])) {
      DemanderUnComplement(
        $0.engagement.id,
        motif: "pièce illisible",
        avant: $0.bonus.date,
        version: 1,
      )
    },
    .init(JugerLAssiduite.self, [.direction, .jury]) {
      JugerLAssiduite($0.engagement.id, estAssidu: true, motif: "présent", version: 1)
    },
    .init(VoirUnEngagement.self, .structurent.union([.commissionDesBonifications, .jury])) {
      VoirUnEngagement($0.engagement.id)
    },
    .init(ReunirUneCommission.self, [.commissionDesBonifications], .etablissement) {
      ReunirUneCommission(.essai, le: $0.bonus.date, lieu: "")
    },
    .init(ModifierUneCommission.self, [.commissionDesBonifications], .etablissement) {
      ModifierUneCommission($0.commission)
    },
    .init(VoirUneCommission.self, [.commissionDesBonifications], .etablissement) {
      VoirUneCommission($0.commission.id)
    },
    .init(StatuerSurUnEngagement.self, [.commissionDesBonifications], .etablissement) {
      StatuerSurUnEngagement(
        $0.engagement.id,
        .init(commission: $0.commission.id, .rejetee, motif: "trop peu"),
        version: 1,
      )
    },
    .init(ReprendreUnEngagement.self, [.commissionDesBonifications], .etablissement) {
      ReprendreUnEngagement($0.engagement.id, version: 1)
    },
    .init(CloreUneCommission.self, [.commissionDesBonifications], .etablissement) {
      CloreUneCommission($0.commission.id, version: 1)
    },
    .init(CorrigerUnBonusDeSport.self, [.suaps]) {
      CorrigerUnBonusDeSport($0.bonus.id, .seances(18), motif: "erreur de liste")
    },
  ]

  static let amenagements: [LigneDeDroits] = [
    .init(DemanderUnAmenagement.self, [.secretariat, .etudiant]) {
      TerrainDEssai.amenagement($0.promotion, $0.etudiant, .chargeDeFamille)
    },
    .init(RetirerUneDemandeDAmenagement.self, [.secretariat, .etudiant]) {
      RetirerUneDemandeDAmenagement($0.amenagementDemande.id, version: 1)
    },
    .init(
      VoirSesAmenagements.self,
      .structurent.union([.serviceHandicap, .etudiant]),
    ) { VoirSesAmenagements($0.etudiant) },
    .init(VoirUneDemandeDAmenagement.self, [.direction, .responsableDeDepartement]) {
      VoirUneDemandeDAmenagement($0.amenagementDemande.id)
    },
    .init(VoirUneDemandeDAmenagement.self, [.serviceHandicap]) {
      VoirUneDemandeDAmenagement($0.handicap.id)
    },
    .init(DeciderDUnAmenagement.self, [.direction, .responsableDeDepartement]) {
      DeciderDUnAmenagement($0.amenagementDemande.id, [], motif: "sans pièce", version: 1)
    },
    .init(DeciderDUnAmenagement.self, [.serviceHandicap]) {
      DeciderDUnAmenagement($0.handicap.id, [], motif: "sans pièce", version: 1)
    },
  ]
}
