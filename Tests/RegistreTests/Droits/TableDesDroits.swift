import Actes
import Coffre
import Echanges
import Scolarite
import Soutien
import Testing

/// Who may do an act, and how far a role must reach for it.
struct LigneDeDroits: Sendable {
  let nom: String
  let roles: Set<Role>
  let portee: Portee
  let acte: @Sendable (TerrainDEssai) throws -> any Acte

  enum Portee {
    case etablissement, promotion
    /// A role on the module is enough.
    case module
    /// A role on any module of the promotion is enough.
    case unModule
  }

  init<A: Acte>(
    _ type: A.Type,
    _ roles: Set<Role>,
    _ portee: Portee = .promotion,
    _ acte: @escaping @Sendable (TerrainDEssai) throws -> A,
  ) {
    nom = A.nom
    self.roles = roles
    self.portee = portee
    self.acte = acte
  }
}

extension Set<Role> {
  fileprivate static let admin: Self = [.administrateur]
  fileprivate static let voientLesReglages: Self = structurent.union([.administrateur])
  fileprivate static let lisentLeJournal: Self = [
    .administrateur, .direction, .directeurDesEtudes, .responsableDeDepartement,
  ]
  fileprivate static let direction: Self = [.direction]
  fileprivate static let structurent: Self = [
    .direction, .directeurDesEtudes, .responsableDeDepartement, .secretariat,
  ]
  fileprivate static let gerentLesEtudiants: Self = [.directeurDesEtudes, .secretariat]
  fileprivate static let gerentLesEvaluations: Self = [
    .directeurDesEtudes, .responsableDeModule, .enseignant, .secretariat,
  ]
  fileprivate static let deverrouillent: Self = [
    .direction, .directeurDesEtudes, .responsableDeDepartement,
  ]
  fileprivate static let saisissent: Self = [.responsableDeModule, .enseignant, .secretariat]
  fileprivate static let voientLesNotes: Self = [
    .direction, .directeurDesEtudes, .responsableDeDepartement, .responsableDeModule, .enseignant,
    .secretariat, .jury,
  ]
  fileprivate static let voientLesEtudiants: Self = Set(Role.allCases).subtracting([
    .administrateur, .etudiant,
  ])
  fileprivate static let voientLesAbsences: Self = [
    .direction, .directeurDesEtudes, .responsableDeDepartement, .responsableDeModule,
    .secretariat, .jury,
  ]
  fileprivate static let justifient: Self = [
    .directeurDesEtudes, .responsableDeDepartement, .secretariat,
  ]
  fileprivate static let signalent: Self = [
    .direction, .directeurDesEtudes, .responsableDeDepartement, .responsableDeModule, .enseignant,
    .secretariat, .surveillant,
  ]
  fileprivate static let suiventLaDiscipline: Self = [.direction, .responsableDeDepartement]
  fileprivate static let gerentLeBTS: Self = [
    .direction, .directeurDesEtudes, .responsableDeDepartement, .secretariat,
  ]
  fileprivate static let voientLesDecisions: Self = [
    .direction, .directeurDesEtudes, .responsableDeDepartement, .secretariat, .jury,
  ]
}

/// The rights of every act, written beside the code that checks them.
enum TableDesDroits {
  static let toutes =
    etablissement + structure + etudiants + notes + lectures + assiduite + emargement + absences
    + procedures + discipline + bonifications + amenagements
    + jury + copies
    + redoublement + anneeSuivante + documents + sessionDeux + calendrierDeSession2 + bts

  private static let chefs: Set<Role> = [.direction, .responsableDeDepartement]

  private static let sessionDeux: [LigneDeDroits] = [
    .init(OuvrirUneSessionDeux.self, .structurent) {
      OuvrirUneSessionDeux(promotion: $0.promotion.id, try TerrainDeSession2.choix())
    },
    .init(ModifierUneSessionDeux.self, .structurent) {
      ModifierUneSessionDeux(
        $0.rattrapage.campagne,
        try TerrainDeSession2.choix(),
        version: 1,
      )
    },
    .init(PublierLAdmissibilite.self, .structurent) {
      PublierLAdmissibilite($0.rattrapage.campagne, version: 1)
    },
    .init(ConstaterLesRenoncements.self, .structurent) {
      ConstaterLesRenoncements($0.rattrapage.campagne)
    },
    .init(RappelerLesEpreuves.self, .structurent) {
      RappelerLesEpreuves($0.rattrapage.campagne)
    },
    // The other module is of the same UE.
    .init(ChoisirUneEpreuve.self, [.directeurDesEtudes, .responsableDeModule], .unModule) {
      ChoisirUneEpreuve($0.epreuve2)
    },
    .init(DemanderUneInscriptionTardive.self, [.secretariat, .etudiant]) {
      DemanderUneInscriptionTardive(
        campagne: $0.rattrapage.campagne,
        etudiant: $0.etudiant,
        ues: [$0.epreuve2.ue],
        texte: "hospitalisation",
        fichier: $0.fichier,
      )
    },
    .init(DeciderDUneInscriptionTardive.self, chefs) {
      DeciderDUneInscriptionTardive(
        $0.tardive.id,
        accepte: false,
        motif: "sans preuve",
        version: 1,
      )
    },
    .init(DemanderUnAmenagementDeSession2.self, [.secretariat, .etudiant]) {
      DemanderUnAmenagementDeSession2(
        campagne: $0.rattrapage.campagne,
        etudiant: $0.etudiant,
        texte: "au calme",
        souhaits: [.salleIsolee],
      )
    },
    .init(JustifierUnEcartDAmenagement.self, [.serviceHandicap]) {
      JustifierUnEcartDAmenagement(
        EcartDAmenagement(
          campagne: $0.rattrapage.campagne,
          etudiant: $0.etudiant,
          nature: .tiersTemps,
          maintenu: true,
          precision: "un quart",
          motif: "oral court",
          version: 0,
        )
      )
    },
    .init(ArreterLesAmenagements.self, [.serviceHandicap]) {
      ArreterLesAmenagements($0.rattrapage.campagne)
    },
    .init(VoirUneSessionDeux.self, .structurent.union([.serviceHandicap])) {
      VoirUneSessionDeux($0.rattrapage.campagne)
    },
    .init(VoirLAdmissibilite.self, .structurent) {
      VoirLAdmissibilite($0.rattrapage.campagne)
    },
    .init(
      VoirLesEpreuvesDeSession2.self,
      .structurent.union([.responsableDeModule]),
      .unModule,
    ) { VoirLesEpreuvesDeSession2($0.rattrapage.campagne) },
    .init(VoirLesAmenagementsDeSession2.self, .structurent.union([.serviceHandicap])) {
      VoirLesAmenagementsDeSession2($0.rattrapage.campagne)
    },
    .init(VoirSaSessionDeux.self, .structurent.union([.etudiant])) {
      VoirSaSessionDeux($0.etudiant)
    },
  ]

  private static let bts: [LigneDeDroits] = [
    .init(OuvrirUneSessionBTS.self, .gerentLeBTS) {
      OuvrirUneSessionBTS(departement: $0.promotion.departement, specialite: .fournie("ELT"))
    },
    .init(InscrireUnCandidatBTS.self, .gerentLeBTS) {
      InscrireUnCandidatBTS(session: $0.bts.normale, nip: "b9", nom: "Alix", prenom: "Essai")
    },
    .init(SaisirLesResultatsBTS.self, .saisissent) {
      SaisirLesResultatsBTS($0.bts.aDecider.id, [:], livret: "", version: $0.bts.aDecider.version)
    },
    .init(PrevoirUneListeBTS.self, [.secretariat]) {
      PrevoirUneListeBTS($0.bts.normale, [])
    },
    .init(ImporterUneListeBTS.self, [.secretariat]) {
      ImporterUneListeBTS($0.bts.normale, [], source: "liste.csv")
    },
    .init(DeciderPourUnCandidatBTS.self, [.direction, .jury]) {
      DeciderPourUnCandidatBTS(
        $0.bts.aDecider.id,
        autorise: true,
        version: $0.bts.aDecider.version,
      )
    },
    .init(ProclamerUneSessionBTS.self, .direction) {
      ProclamerUneSessionBTS(
        $0.bts.aProclamer,
        le: try BureauDEssai.jour("2021-07-05"),
        version: 1,
      )
    },
    .init(ConvoquerDesCandidatsBTS.self, .gerentLeBTS) {
      ConvoquerDesCandidatsBTS(
        $0.bts.proclamee,
        [$0.bts.enRattrapage.id],
        le: try BureauDEssai.jour("2021-07-13"),
      )
    },
    .init(ChoisirUneDisciplineBTS.self, [.secretariat, .etudiant]) {
      ChoisirUneDisciplineBTS(
        $0.bts.enRattrapage.id,
        "Culture générale et expression",
        version: $0.bts.enRattrapage.version,
      )
    },
    .init(AccompagnerUnCandidatBTS.self, .gerentLeBTS) {
      AccompagnerUnCandidatBTS(
        $0.bts.enRattrapage.id,
        .init(
          nature: .entretien,
          jour: try BureauDEssai.jour("2021-07-07"),
          texte: "méthode",
          suite: .propose,
        ),
        version: $0.bts.enRattrapage.version,
      )
    },
    .init(FixerUnOralBTS.self, .gerentLeBTS) {
      FixerUnOralBTS(
        $0.bts.enRattrapage.id,
        .professionnel,
        .init(debut: try BureauDEssai.instant("2021-07-16T09:00"), salle: "B12"),
        version: $0.bts.enRattrapage.version,
      )
    },
    .init(NoterUnOralBTS.self, .saisissent) {
      NoterUnOralBTS($0.bts.note.id, .general, nil, version: $0.bts.note.version)
    },
    .init(CloreUneSessionBTS.self, .direction) {
      CloreUneSessionBTS($0.bts.aClore, version: 2)
    },
    .init(VoirUneSessionBTS.self, .voientLesDecisions) { VoirUneSessionBTS($0.bts.normale) },
    .init(VoirUnCandidatBTS.self, .voientLesDecisions) { VoirUnCandidatBTS($0.bts.note.id) },
    .init(VoirSesSessionsBTS.self, .voientLesDecisions.union([.etudiant])) {
      VoirSesSessionsBTS($0.etudiant)
    },
  ]

  private static let etablissement: [LigneDeDroits] = [
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

  private static let structure: [LigneDeDroits] = [
    .init(CreerUneFormation.self, .structurent) {
      CreerUneFormation(departement: $0.promotion.departement, code: "LP", intitule: "LP")
    },
    .init(DeposerUneMaquette.self, .structurent) {
      DeposerUneMaquette(
        formation: $0.promotion.formation,
        texte: try PromotionEnregistree.maquetteDe2025(),
      )
    },
    .init(AdopterUnProfil.self, .direction) {
      AdopterUnProfil(
        departement: $0.promotion.departement,
        annee: .essai,
        profil: TerrainDEssai.profil,
        texte: try TerrainDEssai.reglement(),
        conseil: nil,
        cfvu: nil,
        version: 1,
      )
    },
    .init(CreerUnePromotion.self, .structurent) {
      CreerUnePromotion(maquette: $0.seconde.id, intitule: "bis")
    },
    .init(ChangerDeMaquette.self, .structurent) {
      ChangerDeMaquette(promotion: $0.promotion.id, maquette: $0.seconde.id)
    },
    .init(CreerUnGroupe.self, .structurent) {
      CreerUnGroupe(promotion: $0.promotion.id, nature: .tp, intitule: "TP 9")
    },
  ]

  private static func nouveau(_ terrain: TerrainDEssai) -> NouvelEtudiant {
    NouvelEtudiant(
      identite: IdentiteDEtudiant(nip: "neuf", nomCivil: "Neuf", prenomCivil: "Noé"),
      statut: .initial,
      groupes: [],
      lieu: "ligne 2",
    )
  }

  private static let etudiants: [LigneDeDroits] = [
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

  private static func releve(_ terrain: TerrainDEssai) throws -> ReleveRapporte {
    ReleveRapporte(
      promotion: terrain.promotion.id,
      notes: [
        NoteRapportee(
          etudiant: .init(id: terrain.etudiant),
          evaluation: .numero(terrain.vide.id),
          entree: try TerrainDEssai.note(),
          lieu: "B2",
        )
      ],
      source: "x",
      depuis: nil,
      remplacer: false,
    )
  }

  private static let notes: [LigneDeDroits] = [
    .init(CreerUneEvaluation.self, .gerentLesEvaluations, .module) {
      CreerUneEvaluation(
        promotion: $0.promotion.id,
        semestre: $0.vide.semestre,
        module: $0.module,
        intitule: "Nouveau",
        date: nil,
      )
    },
    .init(ModifierUneEvaluation.self, .gerentLesEvaluations, .module) {
      var autre = $0.vide
      autre.coefficient = 2
      return ModifierUneEvaluation(autre)
    },
    .init(SupprimerUneEvaluation.self, .gerentLesEvaluations, .module) {
      SupprimerUneEvaluation($0.vide.id)
    },
    .init(PublierUneEvaluation.self, .gerentLesEvaluations, .module) {
      PublierUneEvaluation($0.vide.id)
    },
    .init(VerrouillerUneEvaluation.self, .gerentLesEvaluations, .module) {
      VerrouillerUneEvaluation($0.vide.id)
    },
    .init(VerrouillerUneEvaluation.self, .deverrouillent, .module) {
      VerrouillerUneEvaluation($0.vide.id, verrouillee: false, motif: "erreur")
    },
    .init(SaisirUneNote.self, .saisissent, .module) {
      SaisirUneNote(
        evaluation: $0.vide.id,
        etudiant: $0.etudiant,
        entree: try TerrainDEssai.note(),
        version: 0,
      )
    },
    .init(VoirUnModule.self, .voientLesNotes, .module) {
      VoirUnModule($0.promotion.id, $0.module)
    },
    .init(OuvrirUneGrille.self, .voientLesNotes, .module) { OuvrirUneGrille($0.vide.id) },
    .init(SaisirDesNotes.self, .saisissent, .module) {
      SaisirDesNotes(
        evaluation: $0.vide.id,
        [.init($0.etudiant, try TerrainDEssai.note(), version: 0)],
      )
    },
    .init(ChargerDesNotes.self, .saisissent) {
      ChargerDesNotes(
        promotion: $0.promotion.id,
        notes: [
          .init(evaluation: $0.vide.id, etudiant: $0.etudiant, entree: try TerrainDEssai.note())
        ],
        source: "x",
      )
    },
    .init(PrevoirDesNotes.self, .saisissent, .module) { PrevoirDesNotes(try releve($0)) },
    .init(ImporterDesNotes.self, .saisissent, .module) { ImporterDesNotes(try releve($0)) },
    .init(PreparerUneFeuille.self, .saisissent, .module) { PreparerUneFeuille($0.vide.id) },
    .init(PreparerUnReleve.self, .saisissent, .unModule) { PreparerUnReleve($0.promotion.id) },
  ]

  private static let lectures: [LigneDeDroits] = [
    .init(VoirUneEvaluation.self, .voientLesNotes, .module) { VoirUneEvaluation($0.notee.id) },
    .init(LireUneEvaluation.self, .voientLesNotes, .module) { LireUneEvaluation($0.notee.id) },
    .init(VoirLesNotesSituees.self, .voientLesNotes.union([.etudiant])) {
      VoirLesNotesSituees($0.etudiant)
    },
    .init(VoirLHistoireDUneNote.self, .voientLesNotes, .module) {
      VoirLHistoireDUneNote($0.notee.id, de: $0.etudiant)
    },
    .init(VoirLesNotesDUnEtudiant.self, .voientLesNotes.union([.etudiant])) {
      VoirLesNotesDUnEtudiant($0.etudiant)
    },
    .init(LireUnDossier.self, .voientLesNotes.union([.etudiant])) {
      LireUnDossier($0.etudiant, promotion: $0.promotion.id)
    },
    .init(VoirLesNotesParModule.self, .voientLesNotes.union([.etudiant]), .unModule) {
      VoirLesNotesParModule($0.etudiant, promotion: $0.promotion.id)
    },
    .init(VoirSonBilan.self, .voientLesNotes.union([.etudiant])) {
      VoirSonBilan($0.etudiant, promotion: $0.promotion.id)
    },
    .init(SimulerSesNotes.self, .voientLesNotes.union([.etudiant])) {
      SimulerSesNotes($0.etudiant, promotion: $0.promotion.id, pour: nil)
    },
    .init(SeComparer.self, .voientLesNotes.union([.etudiant])) {
      SeComparer($0.etudiant, promotion: $0.promotion.id)
    },
    .init(NouvellesDUnEtudiant.self, .voientLesNotes.union([.etudiant])) {
      NouvellesDUnEtudiant($0.etudiant, apres: nil)
    },
    .init(VoirUnEtudiant.self, .voientLesEtudiants.union([.etudiant]), .unModule) {
      VoirUnEtudiant($0.etudiant)
    },
    .init(VoirLesInscrits.self, .voientLesEtudiants, .unModule) {
      VoirLesInscrits($0.promotion.id)
    },
    .init(VoirLeJournalDUnEtudiant.self, .deverrouillent.union([.administrateur])) {
      VoirLeJournalDUnEtudiant($0.etudiant)
    },
    .init(DecrireUnePromotion.self, .voientLesEtudiants, .unModule) {
      DecrireUnePromotion($0.promotion.id)
    },
    .init(VoirLesAbsencesDUnEtudiant.self, .voientLesAbsences.union([.etudiant])) {
      VoirLesAbsencesDUnEtudiant($0.etudiant)
    },
    .init(VoirUnJustificatif.self, .justifient.union([.etudiant])) {
      VoirUnJustificatif($0.justificatif.id)
    },
    .init(
      VoirLesDocumentsEmis.self,
      .structurent.union([.etudiant]),
    ) { VoirLesDocumentsEmis($0.etudiant) },
    .init(
      ProposerDesDocuments.self,
      .structurent.union([.etudiant]),
    ) { ProposerDesDocuments($0.etudiant, $0.promotion.id) },
    .init(PreparerLesDocuments.self, .structurent) { PreparerLesDocuments($0.promotion.id) },
    .init(VoirLesSeancesDUneEvaluation.self, .structurent) {
      VoirLesSeancesDUneEvaluation($0.notee.id)
    },
    .init(
      VoirLesDocumentsDUnEtudiant.self,
      .structurent.union([.etudiant]),
    ) { VoirLesDocumentsDUnEtudiant($0.etudiant) },
    .init(DelibererUnePromotion.self, .voientLesNotes) { DelibererUnePromotion($0.promotion.id) },
    .init(SuivreUnePromotion.self, .voientLesNotes) { SuivreUnePromotion($0.promotion.id) },
    .init(VoirUneMaquette.self, .voientLesNotes) { VoirUneMaquette($0.promotion.id) },
    .init(VoirLesResultats.self, .voientLesNotes) { VoirLesResultats($0.promotion.id) },
    .init(VoirLaReussite.self, .voientLesDecisions) { VoirLaReussite($0.promotion.id) },
    .init(VoirLesDiplomes.self, .voientLesDecisions) { VoirLesDiplomes($0.promotion.id) },
    .init(ComparerLesAnnees.self, .voientLesNotes) { ComparerLesAnnees($0.promotion.id) },
    .init(ExpliquerUneUE.self, .voientLesNotes.union([.etudiant])) {
      ExpliquerUneUE($0.promotion.id, de: $0.etudiant, try #require(CodeUE("UE11")))
    },
  ]

  private static let assiduite: [LigneDeDroits] = [
    .init(CreerDesSeances.self, .saisissent.union([.surveillant]), .module) {
      CreerDesSeances(
        promotion: $0.promotion.id,
        seances: [
          .init(
            module: $0.module,
            debut: try BureauDEssai.instant("2025-10-09T08:00"),
            minutes: 60,
            nature: .td,
          )
        ],
      )
    },
    .init(PrevoirDesSeances.self, .saisissent.union([.surveillant]), .module) {
      PrevoirDesSeances(
        $0.promotion.id,
        [try .dEssai($0.module, "2025-10-10T08:00")],
        ecarterSansModule: false,
      )
    },
    .init(ImporterDesSeances.self, .saisissent.union([.surveillant]), .module) {
      ImporterDesSeances(
        $0.promotion.id,
        [try .dEssai($0.module, "2025-10-10T08:00")],
        ecarterSansModule: false,
      )
    },
    .init(SupprimerUneSeance.self, .saisissent.union([.surveillant]), .module) {
      SupprimerUneSeance($0.aVenir.id)
    },
    .init(FaireLAppel.self, .saisissent.union([.surveillant]), .module) {
      FaireLAppel(seance: $0.aVenir.id, [.init($0.etudiant, .absent)])
    },
    .init(JustifierUneAbsence.self, .justifient) {
      JustifierUneAbsence(
        seance: $0.seance.id,
        etudiant: $0.etudiant,
        justification: .abj,
        version: 1,
        motif: "grève",
      )
    },
    .init(DeposerUnFichier.self, [.secretariat, .etudiant]) {
      DeposerUnFichier(etudiant: $0.etudiant, octets: Array("%PDF-1.7 autre".utf8))
    },
    .init(LireUnFichier.self, .justifient.union([.etudiant])) { LireUnFichier($0.fichier) },
    .init(DeposerUnJustificatif.self, [.secretariat, .etudiant]) {
      DeposerUnJustificatif(
        etudiant: $0.etudiant,
        du: $0.justificatif.du,
        au: $0.justificatif.au,
        nature: .autre,
      )
    },
    .init(CompleterUnJustificatif.self, [.secretariat, .etudiant]) {
      CompleterUnJustificatif(
        $0.justificatif.id,
        fichier: String(repeating: "0", count: 64),
        version: 1,
      )
    },
    .init(TraiterUnJustificatif.self, .justifient) {
      TraiterUnJustificatif($0.justificatif.id, .accepte, version: 1)
    },
  ]

  private static let emargement: [LigneDeDroits] = [
    .init(OuvrirLEmargement.self, .saisissent.union([.surveillant]), .module) {
      OuvrirLEmargement($0.aVenir.id, cle: "A")
    },
    .init(FermerLEmargement.self, .saisissent.union([.surveillant]), .module) {
      FermerLEmargement($0.aVenir.id, noterLesAbsents: true)
    },
    .init(VoirLEmargement.self, .saisissent.union([.surveillant]), .module) {
      VoirLEmargement($0.aVenir.id)
    },
    .init(SignerSaPresence.self, [.etudiant]) {
      SignerSaPresence(
        a: $0.aVenir.id,
        $0.etudiant,
        code: "000000",
        appareil: try #require(Empreinte(String(repeating: "a", count: 64))),
        adresse: try #require(Empreinte(String(repeating: "b", count: 64))),
        secrets: Coffre(),
      )
    },
    .init(VoirSesEmargements.self, [.etudiant]) { VoirSesEmargements($0.etudiant) },
  ]

  private static let absences: [LigneDeDroits] = [
    .init(AnnoncerUneAbsence.self, [.secretariat, .etudiant]) {
      AnnoncerUneAbsence($0.etudiant, du: $0.aVenir.debut, au: $0.aVenir.debut, texte: "oral")
    },
    .init(SignalerUneAbsence.self, .justifient) {
      SignalerUneAbsence(
        $0.etudiant,
        .appel,
        du: $0.aVenir.debut,
        au: $0.aVenir.debut,
        texte: "fièvre",
      )
    },
    .init(DeclarerUneIndisponibilite.self, [.secretariat, .etudiant]) {
      DeclarerUneIndisponibilite($0.etudiant, le: $0.aVenir.debut.jour)
    },
    .init(VoirSesIndisponibilites.self, [.secretariat, .etudiant]) {
      VoirSesIndisponibilites($0.etudiant, le: $0.aVenir.debut.jour)
    },
    .init(DemanderUneAutorisation.self, [.secretariat, .etudiant]) {
      DemanderUneAutorisation(
        $0.etudiant,
        du: $0.aVenir.debut,
        au: $0.aVenir.debut,
        motif: "concours",
      )
    },
    .init(DeciderDUneAutorisation.self, [.responsableDeDepartement]) {
      DeciderDUneAutorisation($0.autorisation.id, .accorder, version: 1)
    },
    .init(ConstaterUneCondition.self, [.responsableDeDepartement]) {
      ConstaterUneCondition($0.autorisation.id, remplie: true, version: 1)
    },
    .init(VoirUneAutorisation.self, .justifient.union([.etudiant])) {
      VoirUneAutorisation($0.autorisation.id)
    },
    .init(VoirLesDemarches.self, .justifient.union([.etudiant])) {
      VoirLesDemarches($0.etudiant)
    },
    .init(DemanderUnRattrapage.self, [.secretariat, .etudiant]) {
      DemanderUnRattrapage($0.notee.id, $0.etudiant)
    },
    .init(OrganiserUnRattrapage.self, .gerentLesEvaluations, .module) {
      OrganiserUnRattrapage(
        $0.notee.id,
        $0.etudiant,
        .init(date: $0.aVenir.debut, salle: "B12", forme: "oral"),
      )
    },
    .init(RefuserUnRattrapage.self, [.responsableDeDepartement]) {
      RefuserUnRattrapage($0.notee.id, $0.etudiant, motif: "déjà rattrapée")
    },
    .init(
      VoirLesRattrapages.self,
      .gerentLesEvaluations.union([.responsableDeDepartement]),
      .module,
    ) { VoirLesRattrapages($0.notee.id) },
    .init(SuivreLesAbsences.self, .justifient) { SuivreLesAbsences($0.promotion.id) },
    .init(EtablirUnEtatDAssiduite.self, .justifient) {
      EtablirUnEtatDAssiduite(
        $0.promotion.id,
        du: $0.seance.debut.jour,
        au: $0.aVenir.debut.jour,
        alternantsSeuls: false,
      )
    },
  ]

  private static let calendrierDeSession2: [LigneDeDroits] = [
    .init(DefinirLesLieuxDeSession2.self, .structurent) {
      DefinirLesLieuxDeSession2(
        LieuxDeSession2(
          campagne: $0.session2.id,
          salles: [],
          creneaux: [.init($0.calendrier.debut, minutes: 120)],
          version: 1,
        )
      )
    },
    .init(PreparerLeCalendrier.self, .structurent) { PreparerLeCalendrier($0.session2.id) },
    .init(GarderUnCalendrier.self, .structurent) {
      GarderUnCalendrier(campagne: $0.session2.id, seances: [], origine: "essai")
    },
    .init(VoirLeCalendrierDeSession2.self, .structurent) {
      VoirLeCalendrierDeSession2($0.session2.id)
    },
    .init(EstimerUnDeplacement.self, .structurent) {
      EstimerUnDeplacement(
        campagne: $0.session2.id,
        epreuve: $0.calendrier.cle,
        vers: $0.calendrier.debut,
        salle: nil,
      )
    },
    .init(DeplacerUneEpreuve.self, .structurent) {
      DeplacerUneEpreuve(
        campagne: $0.session2.id,
        epreuve: $0.calendrier.cle,
        vers: $0.calendrier.debut,
        salle: nil,
        version: 0,
      )
    },
    .init(FairePasserSeul.self, .structurent) {
      FairePasserSeul(
        campagne: $0.session2.id,
        epreuve: $0.calendrier.cle,
        etudiant: $0.etudiant,
        le: $0.calendrier.debut,
        salle: "Amphi A",
        version: 0,
      )
    },
    .init(RepondreAUnSignalement.self, .structurent) {
      RepondreAUnSignalement($0.calendrier.signalement, "Décalée.", version: 1)
    },
    .init(ConfirmerLeCalendrier.self, .structurent) {
      ConfirmerLeCalendrier($0.session2.id, version: 0)
    },
    .init(SignerLeCalendrier.self, [.directeurDesEtudes]) {
      SignerLeCalendrier($0.session2.id, empreinte: "")
    },
    .init(PublierLeCalendrier.self, .structurent) { PublierLeCalendrier($0.session2.id) },
    .init(CloreLesEpreuves.self, .structurent) { CloreLesEpreuves($0.session2.id) },
    .init(TirerLesPlaces.self, .structurent) { TirerLesPlaces($0.session2.id, graine: 1) },
    .init(DeclarerUneContrainte.self, [.secretariat, .etudiant]) {
      DeclarerUneContrainte(
        campagne: $0.session2.id,
        etudiant: $0.etudiant,
        nature: .contrat,
        du: $0.calendrier.debut,
        au: $0.calendrier.debut,
      )
    },
    .init(RetirerUneContrainte.self, [.secretariat, .etudiant]) {
      RetirerUneContrainte($0.calendrier.contrainte)
    },
    .init(SignalerUnChevauchement.self, [.secretariat, .etudiant]) {
      SignalerUnChevauchement(
        campagne: $0.session2.id,
        etudiant: $0.etudiant,
        epreuves: [$0.calendrier.cle],
      )
    },
    .init(PointerAUneEpreuve.self, .saisissent.union([.surveillant]), .unModule) {
      PointerAUneEpreuve(
        EmargementDeSession2(
          campagne: $0.session2.id,
          epreuve: $0.calendrier.cle,
          etudiant: $0.etudiant,
        )
      )
    },
    .init(ConstaterUneAbsenceDeSession2.self, .saisissent) {
      ConstaterUneAbsenceDeSession2(
        campagne: $0.session2.id,
        epreuve: $0.calendrier.cle,
        etudiant: $0.etudiant,
        estJustifiee: false,
      )
    },
    .init(
      VoirLesSeancesDeSession2.self,
      Set<Role>.structurent.union(Set<Role>.saisissent).union([.surveillant]),
      .unModule,
    ) { VoirLesSeancesDeSession2($0.session2.id) },
    .init(
      VoirLeJourDEpreuve.self,
      Set<Role>.structurent.union(Set<Role>.saisissent).union([.surveillant]),
      .unModule,
    ) { VoirLeJourDEpreuve($0.session2.id, $0.calendrier.cle) },
    .init(
      VoirSonCalendrierDeSession2.self,
      .voientLesNotes.union([.etudiant]),
    ) { VoirSonCalendrierDeSession2($0.etudiant) },
  ]

  private static let procedures: [LigneDeDroits] = [
    .init(OuvrirUneCampagne.self, .structurent) {
      OuvrirUneCampagne(
        promotion: $0.promotion.id,
        nature: .autre,
        intitule: "Autre",
        ouverture: $0.campagne.ouverture,
        cloture: $0.campagne.cloture,
      )
    },
    .init(ModifierUneCampagne.self, .structurent) { ModifierUneCampagne($0.campagne) },
    .init(DeposerUneDemande.self, [.secretariat, .etudiant]) {
      DeposerUneDemande(campagne: $0.campagne.id, etudiant: $0.etudiant, texte: "Élu")
    },
    .init(TraiterUneDemande.self, .structurent) {
      TraiterUneDemande($0.demande.id, .acceptee(le: $0.inscription.debut), version: 1)
    },
    .init(InscrireEnSession2.self, .structurent.union([.etudiant])) {
      InscrireEnSession2(campagne: $0.session2.id, etudiant: $0.etudiant, ues: [])
    },
    .init(SaisirUneNoteDeSession2.self, .saisissent, .module) {
      SaisirUneNoteDeSession2(
        promotion: $0.promotion.id,
        etudiant: $0.etudiant,
        epreuve: .module($0.module),
        entree: try TerrainDEssai.note(),
      )
    },
    .init(AttribuerUnBonus.self, [.suaps]) {
      try TerrainDEssai.sport($0.promotion, $0.voisin)
    },
    .init(AttribuerUnBonus.self, [.commissionDesBonifications]) {
      AttribuerUnBonus(
        promotion: $0.promotion.id,
        etudiant: $0.etudiant,
        nature: .engagement(type: "association", activite: "trésorier", points: 1),
        date: $0.bonus.date,
        motif: "commission",
      )
    },
    .init(RetirerUnBonus.self, [.suaps]) { RetirerUnBonus($0.bonus.id, motif: "erreur") },
    .init(DonnerUnAvis.self, .deverrouillent) {
      try TerrainDEssai.avis($0.promotion, $0.etudiant, version: 1)
    },
    .init(RetirerUnAvis.self, .deverrouillent) { RetirerUnAvis($0.avis, motif: "erreur") },
    .init(SignalerUnIncident.self, .signalent, .module) {
      try TerrainDEssai.incident($0.promotion, [$0.etudiant], evaluation: $0.vide.id)
    },
  ]

  private static let copies: [LigneDeDroits] = [
    .init(PreparerLesCopies.self, .structurent) {
      PreparerLesCopies(
        $0.epreuve2.id,
        mode: .simple,
        estAnonyme: false,
        graine: 1,
        version: 1,
      )
    },
    .init(SaisirDesCopies.self, .saisissent, .unModule) {
      SaisirDesCopies($0.epreuve2.id, .premiere, [])
    },
    .init(ReglerUneCopie.self, .saisissent, .unModule) {
      ReglerUneCopie(
        $0.epreuve2.id,
        numero: $0.copie,
        try TerrainDEssai.note(),
        motif: "?",
      )
    },
    .init(VerserLesNotes.self, [.secretariat]) { VerserLesNotes($0.epreuve2.id, version: 1) },
    .init(VoirLesCopies.self, .structurent.union(Set<Role>.saisissent), .unModule) {
      VoirLesCopies($0.rattrapage.campagne)
    },
    .init(
      OuvrirUneGrilleDeCopies.self,
      .structurent.union(Set<Role>.saisissent),
      .unModule,
    ) {
      OuvrirUneGrilleDeCopies($0.epreuve2.id)
    },
    .init(VoirLesNumerosDeCopie.self, .structurent) { VoirLesNumerosDeCopie($0.epreuve2.id) },
    .init(VoirLesEffetsDeLaSession2.self, .voientLesNotes) {
      VoirLesEffetsDeLaSession2($0.rattrapage.campagne)
    },
    .init(DemanderSaCopie.self, [.secretariat, .etudiant]) {
      DemanderSaCopie($0.epreuve2.id, de: $0.etudiant)
    },
    .init(FixerUneConsultation.self, .structurent) {
      FixerUneConsultation(
        $0.consultation2.id,
        .init(quand: $0.aVenir.debut, lieu: "B12"),
        version: 1,
      )
    },
    .init(ConstaterUneConsultation.self, .structurent) {
      ConstaterUneConsultation(
        $0.consultation2.id,
        .init(quand: $0.campagne.ouverture, observations: ""),
        version: 1,
      )
    },
    .init(MaintenirUneNote.self, .structurent) {
      MaintenirUneNote($0.consultation2.id, motif: "juste", version: 1)
    },
    .init(ReconnaitreUneErreur.self, .direction) {
      ReconnaitreUneErreur(
        $0.consultation2.id,
        .total,
        preuve: "page 2",
        motif: "total",
        entree: try TerrainDEssai.note(),
        jury: $0.aVenir.debut.jour,
        version: 1,
      )
    },
    .init(ReporterUneCorrection.self, .saisissent) {
      ReporterUneCorrection($0.consultation2.id, version: 1)
    },
    .init(VoirLesConsultations.self, .structurent) { VoirLesConsultations($0.rattrapage.campagne) },
    .init(VoirSesCopies.self, .voientLesNotes.union([.etudiant])) { VoirSesCopies($0.etudiant) },
    .init(FixerLesUEFondamentales.self, .structurent) {
      FixerLesUEFondamentales($0.rattrapage.campagne, [$0.epreuve2.ue])
    },
    .init(OffrirUneSeanceDeSoutien.self, .structurent) {
      try TerrainDEssai.soutien($0.epreuve2)
    },
    .init(AnnulerUneSeanceDeSoutien.self, .structurent) {
      AnnulerUneSeanceDeSoutien($0.soutien.id, motif: "grève", version: 1)
    },
    .init(VenirAuSoutien.self, [.secretariat, .etudiant]) {
      VenirAuSoutien($0.soutien.id, $0.etudiant, vient: true)
    },
    .init(
      PointerLeSoutien.self,
      .structurent.union(Set<Role>.saisissent).union([.surveillant]),
      .unModule,
    ) { PointerLeSoutien($0.soutien.id, presents: []) },
    .init(
      VoirLeSoutien.self,
      .structurent.union(Set<Role>.saisissent).union([.surveillant]),
      .unModule,
    ) { VoirLeSoutien($0.rattrapage.campagne) },
    .init(VoirSonSoutien.self, [.secretariat, .etudiant]) { VoirSonSoutien($0.etudiant) },
  ]

  private static let bonifications: [LigneDeDroits] = [
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

  private static let amenagements: [LigneDeDroits] = [
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

  private static let discipline: [LigneDeDroits] = [
    .init(LireUnDossierDisciplinaire.self, .suiventLaDiscipline) {
      LireUnDossierDisciplinaire($0.incident.id)
    },
    .init(PreparerUnSignalement.self, .signalent, .unModule) {
      PreparerUnSignalement($0.promotion.id)
    },
    .init(LireSesProcedures.self, [.etudiant]) { LireSesProcedures($0.etudiant) },
    .init(CompterSesProcedures.self, [.etudiant]) { CompterSesProcedures($0.etudiant) },
    .init(VoirLaSalle.self, .signalent, .module) { VoirLaSalle($0.vide.id) },
    .init(ConstaterEnSalle.self, .signalent, .module) {
      ConstaterEnSalle(
        .copieBlanche,
        a: $0.vide.id,
        de: $0.etudiant,
        le: try BureauDEssai.instant("2025-09-01T07:45"),
      )
    },
    .init(RetirerUnConstat.self, .signalent, .module) {
      RetirerUnConstat($0.constat.id, motif: "erreur")
    },
    .init(IdentifierUnEtudiant.self, .suiventLaDiscipline) {
      IdentifierUnEtudiant(
        incident: $0.incident.id,
        etudiant: $0.voisin,
        inconnus: "",
        version: 1,
      )
    },
    .init(ReglerUnDegat.self, .suiventLaDiscipline) {
      ReglerUnDegat(
        incident: $0.incident.id,
        degat: .init(designation: "écran", valeur: 1),
        version: 1,
      )
    },
    .init(DresserLeProcesVerbal.self, .suiventLaDiscipline) {
      DresserLeProcesVerbal(
        incident: $0.incident.id,
        .init(
          jour: $0.inscription.debut,
          mesures: "Téléphone retiré.",
          pieces: "Un téléphone.",
          participation: .continuee,
          signatures: [
            .init(nom: "Sam Veille", aSigne: true),
            .init(nom: "", etudiant: $0.etudiant, aSigne: false),
          ],
        ),
        version: 1,
      )
    },
    .init(InviterASExpliquer.self, .suiventLaDiscipline) {
      InviterASExpliquer(
        incident: $0.incident.id,
        etudiants: [$0.etudiant],
        date: $0.inscription.debut,
        texte: "Le 8, bureau 12.",
        version: 1,
      )
    },
    .init(ConsignerLesExplications.self, .suiventLaDiscipline) {
      ConsignerLesExplications(
        incident: $0.incident.id,
        etudiant: $0.etudiant,
        date: $0.inscription.debut,
        texte: "Il regrette.",
        version: 1,
      )
    },
    .init(SaisirLaDirection.self, .suiventLaDiscipline) {
      SaisirLaDirection(
        incident: $0.incident.id,
        etudiants: [$0.etudiant],
        chef: .fraude,
        date: $0.inscription.debut,
        texte: "",
        version: 1,
      )
    },
    .init(RapporterALaPresidence.self, .direction) {
      RapporterALaPresidence(
        incident: $0.incident.id,
        etudiants: [$0.etudiant],
        date: $0.inscription.debut,
        texte: "Rapport.",
        version: 1,
      )
    },
    .init(NotifierLaSanction.self, .direction) {
      NotifierLaSanction(
        incident: $0.incident.id,
        etudiant: $0.etudiant,
        date: $0.inscription.debut,
        version: 1,
      )
    },
    .init(EnregistrerUnRecours.self, .direction) {
      EnregistrerUnRecours(
        incident: $0.incident.id,
        etudiant: $0.etudiant,
        date: $0.inscription.debut,
        texte: "Tribunal administratif.",
        version: 1,
      )
    },
    .init(AnnulerUneEtape.self, .suiventLaDiscipline) {
      AnnulerUneEtape(
        incident: $0.incident.id,
        etudiant: $0.etudiant,
        motif: "erreur",
        version: 1,
      )
    },
    .init(SaisirLaSection.self, .direction) {
      SaisirLaSection(
        incident: $0.incident.id,
        etudiants: [$0.etudiant],
        date: $0.inscription.debut,
        version: 1,
      )
    },
    // The head of department drops what was not laid before the director.
    .init(ConclureUnIncident.self, .suiventLaDiscipline) {
      ConclureUnIncident(
        incident: $0.incident.id,
        etudiant: $0.etudiant,
        issue: .classe(motif: "sans preuve"),
        date: $0.inscription.debut,
        version: 1,
      )
    },
    .init(ConclureUnIncident.self, .direction) {
      ConclureUnIncident(
        incident: $0.incident.id,
        etudiant: $0.etudiant,
        issue: .relaxe(motif: "sans preuve"),
        date: $0.inscription.debut,
        version: 1,
      )
    },
  ]

  private static let jury: [LigneDeDroits] = [
    .init(OuvrirUnJury.self, .structurent) { try TerrainDEssai.jury($0.promotion) },
    .init(ModifierUnJury.self, .structurent) {
      ModifierUnJury($0.jury)
    },
    .init(DeciderEnJury.self, [.direction, .jury]) {
      DeciderEnJury(jury: $0.jury.id, etudiant: $0.etudiant, decisions: [])
    },
    .init(AdopterLesPropositions.self, [.direction, .jury]) {
      AdopterLesPropositions($0.jury.id, [$0.etudiant])
    },
    .init(ReprendreUnExamen.self, [.direction, .jury]) {
      ReprendreUnExamen(jury: $0.pret.id, etudiant: $0.etudiant, version: 1)
    },
    .init(AnnulerUnJury.self, .structurent) { AnnulerUnJury($0.jury.id) },
    .init(ProposerEnCommission.self, .structurent) {
      ProposerEnCommission(
        jury: $0.jury.id,
        etudiant: $0.etudiant,
        decisions: [],
        avis: "À entendre.",
      )
    },
    .init(SignalerUneSituation.self, .structurent) {
      SignalerUneSituation(promotion: $0.promotion.id, etudiant: $0.etudiant, texte: "Malade.")
    },
    .init(LeverUneSituation.self, .structurent) { LeverUneSituation($0.situation.id) },
    .init(CloreUnJury.self, .direction) { CloreUnJury($0.pret.id, version: 1) },
    .init(RouvrirPourErreurMaterielle.self, .direction) {
      RouvrirPourErreurMaterielle(
        jury: $0.clos.id,
        etudiants: [$0.etudiant],
        date: $0.clos.date,
        preuve: "note mal reportée",
      )
    },
    .init(VoirLesDecisionsDUnEtudiant.self, .voientLesDecisions.union([.etudiant])) {
      VoirLesDecisionsDUnEtudiant($0.etudiant, promotion: $0.promotion.id)
    },
    .init(LireUnScelle.self, .voientLesDecisions) {
      LireUnScelle(jury: $0.clos.id, etudiant: $0.etudiant)
    },
    .init(ScellesPerimes.self, .voientLesDecisions) { ScellesPerimes($0.promotion.id) },
    .init(PreparerLOuverture.self, .structurent) { PreparerLOuverture($0.promotion.id) },
    .init(VoirUneDeliberation.self, .voientLesDecisions) { VoirUneDeliberation($0.jury.id) },
    .init(ExaminerUnEtudiant.self, .voientLesDecisions) {
      ExaminerUnEtudiant($0.jury.id, $0.etudiant)
    },
    .init(ExporterUnJury.self, .voientLesDecisions) { ExporterUnJury($0.clos.id) },
    .init(VerifierUnJury.self, .voientLesDecisions) { VerifierUnJury($0.clos.id) },
    .init(SynthetiserUnJury.self, .voientLesDecisions) { SynthetiserUnJury($0.clos.id) },
  ]

  private static let redoublement: [LigneDeDroits] = [
    .init(DemanderUnRedoublement.self, [.secretariat, .etudiant]) {
      DemanderUnRedoublement(
        promotion: $0.promotion.id,
        etudiant: $0.etudiant,
        semestres: $0.inscription.semestres,
        motif: "une année difficile",
      )
    },
    .init(JoindreUnePieceAuRedoublement.self, [.secretariat, .etudiant]) {
      JoindreUnePieceAuRedoublement($0.redoublement.id, fichier: $0.fichier, version: 1)
    },
    .init(RetirerUneDemandeDeRedoublement.self, [.secretariat, .etudiant]) {
      RetirerUneDemandeDeRedoublement($0.redoublement.id, version: 1)
    },
    .init(DemanderUneAudition.self, [.secretariat, .etudiant]) {
      DemanderUneAudition($0.redoublement.id, version: 1)
    },
    .init(ConsignerUneAudition.self, .structurent) {
      ConsignerUneAudition($0.redoublement.id, .init(demandee: true), version: 1)
    },
    .init(ProposerSurUnRedoublement.self, .deverrouillent) {
      ProposerSurUnRedoublement($0.redoublement.id, $0.refus, version: 1)
    },
    .init(AccorderUnSupplement.self, .direction) {
      AccorderUnSupplement(
        $0.redoublement.id,
        accorde: true,
        motif: "force majeure",
        auteur: "le directeur",
        version: 1,
      )
    },
    .init(DeciderDUnRedoublement.self, [.direction, .jury]) {
      DeciderDUnRedoublement($0.redoublement.id, $0.refus, version: 1)
    },
    .init(NotifierUnRedoublement.self, .structurent) {
      NotifierUnRedoublement($0.redoublement.id, le: $0.inscription.debut, version: 1)
    },
    .init(VoirLesRedoublements.self, .structurent.union([.jury])) {
      VoirLesRedoublements($0.promotion.id)
    },
    .init(VoirUnRedoublement.self, .structurent.union([.jury])) {
      VoirUnRedoublement($0.redoublement.id)
    },
    .init(VoirSesRedoublements.self, [.secretariat, .etudiant]) {
      VoirSesRedoublements($0.etudiant)
    },
  ]

  private static let anneeSuivante: [LigneDeDroits] = [
    .init(PreparerLAnneeSuivante.self, .voientLesDecisions) {
      PreparerLAnneeSuivante($0.promotion.id)
    },
    .init(ChoisirUneSuite.self, .gerentLesEtudiants) {
      ChoisirUneSuite(
        promotion: $0.promotion.id,
        etudiant: $0.etudiant,
        destination: .quitte,
        motif: "part à l’étranger",
      )
    },
    .init(FaireLAnneeSuivante.self, .gerentLesEtudiants) {
      FaireLAnneeSuivante(
        promotion: $0.promotion.id,
        cibles: [],
        garderLesGroupes: false,
        empreinte: "",
      )
    },
  ]

  private static let documents: [LigneDeDroits] = [
    .init(ComposerDesDocuments.self, .structurent) {
      ComposerDesDocuments(.init(.releveProvisoire, sur: .promotion($0.promotion.id)))
    },
    .init(VoirLesModeles.self, .structurent, .etablissement) { _ in VoirLesModeles() },
    .init(VoirLesVersions.self, .structurent, .etablissement) { _ in
      VoirLesVersions(.convocation, nil)
    },
    .init(EcrireUnModele.self, .structurent) {
      EcrireUnModele(
        ModeleDeDocument(
          nature: .convocation,
          departement: $0.promotion.departement,
          titre: "Convocation",
        )
      )
    },
    .init(EcrireUnEnTete.self, .structurent, .etablissement) { _ in
      EcrireUnEnTete(EnTeteDeDocument(lignes: "IUT"))
    },
    .init(ApercevoirUnModele.self, .structurent, .etablissement) { _ in
      ApercevoirUnModele(.fourni(.convocation))
    },
  ]
}
