import Actes
import Foundation
import Scolarite
import Testing

@Suite("Droits")
struct DroitsTests {
  /// The acts that the table does not hold: they need a thing that two departments do not have, or
  /// leave out what the person may not see instead of refusing.
  private static let horsTable: Set<String> = [
    "fonder", "changer-le-calendrier", "activer-un-utilisateur", "retirer-un-role",
    "voir-les-promotions", "voir-les-promotions-suivies", "voir-les-evaluations",
    "voir-ses-modules", "nommer-des-auteurs", "changer-de-mot-de-passe",
    "changer-de-second-facteur", "creer-un-jeton", "revoquer-un-jeton", "voir-son-compte",
    "chercher-des-etudiants", "a-faire", "voir-qui-on-est", "defaire-l-annee-suivante",
    "voir-ses-nouvelles", "marquer-ses-nouvelles", "voir-les-voies-de-recours",
    "voir-les-jurys", "voir-les-parcours", "demander-une-adresse-de-calendrier",
    "retirer-son-adresse-de-calendrier", "voir-son-adresse-de-calendrier", "voir-son-calendrier",
    "voir-ses-courriers", "choisir-ses-courriers", "envoyer-un-essai", "relancer-un-courrier",
    "voir-une-image-de-document", "voir-la-discipline", "voir-les-bonifications",
    "voir-le-sport", "prevoir-la-liste-du-sport", "importer-la-liste-du-sport",
    "voir-les-demandes-d-amenagement", "voir-les-appels", "voir-les-modules-a-appeler",
    "voir-les-promotions-absentes", "voir-les-sessions-2", "voir-les-sessions-du-jour",
    "voir-les-sessions-bts",
  ]

  @Test("la table tient tous les actes")
  func complete() throws {
    let racine = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let actes = racine.appending(path: "Sources/Application/Actes")
    let fichiers = try #require(FileManager.default.enumerator(atPath: actes.path))
    var noms: Set<String> = []
    for case let fichier as String in fichiers where fichier.hasSuffix(".swift") {
      let texte = try String(contentsOf: actes.appending(path: fichier), encoding: .utf8)
      noms.formUnion(
        texte.matches(of: /public static let nom = "([^"]*)"/).map { String($0.1) }
      )
    }
    #expect(noms == Self.horsTable.union(TableDesDroits.toutes.map(\.nom)))
  }

  @Test("chaque acte est permis aux rôles qui l’ont, sur leur portée, et à personne d’autre")
  func table() async throws {
    let terrains = try await DeuxDepartements()
    let ici = terrains.ici
    let personnes = try await Self.personnes(terrains)
    for ligne in TableDesDroits.toutes {
      let acte = try ligne.acte(ici)
      let libre = try await terrains.issue(acte, par: .console("essai"))
      #expect(libre.estPermise, "\(ligne.nom) : \(libre)")
      for personne in personnes {
        let issue = try await terrains.issue(acte, par: .utilisateur(personne.compte.id))
        let attendu = ligne.roles.contains(personne.role) && personne.atteint(ligne.portee)
        #expect(issue.estPermise == attendu, "\(ligne.nom), \(personne.nom) : \(issue)")
      }
    }
  }

  /// A user with one role, and whether it reaches the first department.
  private struct Personne {
    let role: Role
    let compte: Utilisateur
    let portee: Etendue

    enum Etendue: String {
      case etablissement, departement, module
      /// Another module of the promotion.
      case autreModule
      /// Another department, module or student.
      case ailleurs
      case soi
    }

    var nom: String { "\(role.rawValue) (\(portee.rawValue))" }

    func atteint(_ portee: LigneDeDroits.Portee) -> Bool {
      switch (self.portee, portee) {
      case (.etablissement, _): true
      case (.departement, .promotion), (.departement, .module), (.soi, .promotion): true
      case (.departement, .unModule), (.module, .module), (.module, .unModule): true
      case (.autreModule, .unModule), (.soi, .unModule): true
      case (.departement, .etablissement), (.ailleurs, _), (.module, _), (.autreModule, _),
        (.soi, _):
        false
      }
    }
  }

  private static func personnes(_ terrains: DeuxDepartements) async throws -> [Personne] {
    let (ici, ailleurs) = (terrains.ici, terrains.ailleurs)
    var personnes: [Personne] = []
    func ajouter(_ role: Role, _ portee: Personne.Etendue, _ sur: Portee) async throws {
      let compte = try await terrains.essai.utilisateur(role, sur: sur)
      personnes.append(Personne(role: role, compte: compte, portee: portee))
    }
    for role in Role.allCases where role != .etudiant {
      try await ajouter(role, .etablissement, .etablissement)
      try await ajouter(role, .departement, .departement(ici.promotion.departement))
      try await ajouter(role, .ailleurs, .departement(ailleurs.promotion.departement))
    }
    for role in [Role.enseignant, .responsableDeModule] {
      try await ajouter(role, .module, .module(ici.promotion.id, ici.module))
      try await ajouter(role, .autreModule, .module(ici.promotion.id, ici.autreModule))
      try await ajouter(role, .ailleurs, .module(ailleurs.promotion.id, ici.module))
    }
    try await ajouter(.etudiant, .soi, .etudiant(ici.etudiant))
    try await ajouter(.etudiant, .ailleurs, .etudiant(ici.voisin))
    try await ajouter(.etudiant, .ailleurs, .etudiant(ailleurs.etudiant))
    return personnes
  }

  @Test("un acte ne touche rien hors du lieu qui a été vérifié")
  func horsDuLieu() async throws {
    let terrains = try await DeuxDepartements()
    for (rang, acte) in try Self.etrangers(terrains.ici, terrains.ailleurs).enumerated() {
      let issue = try await terrains.issue(acte, par: .console("essai"))
      #expect(issue != .faite, "\(rang + 1) : \(type(of: acte).nom)")
    }
  }

  /// Acts on the first department with something of the second.
  private static func etrangers(_ ici: TerrainDEssai, _ eux: TerrainDEssai) throws -> [any Acte] {
    let note = try TerrainDEssai.note()
    let jour = ici.inscription.debut
    var modifiee = ici.vide
    modifiee.groupes = [eux.groupe.id]
    func evaluation(_ groupes: [Identifiant<Groupe>]) -> CreerUneEvaluation {
      CreerUneEvaluation(
        promotion: ici.promotion.id,
        semestre: ici.vide.semestre,
        module: ici.module,
        intitule: "Autre",
        date: nil,
        groupes: groupes,
      )
    }
    func seance(
      _ groupes: [Identifiant<Groupe>] = [],
      _ evaluation: Identifiant<EvaluationDeModule>? = nil,
    ) -> CreerDesSeances {
      CreerDesSeances(
        promotion: ici.promotion.id,
        seances: [
          .init(
            module: ici.module,
            groupes: groupes,
            debut: ici.seance.debut,
            minutes: 60,
            nature: .td,
            evaluation: evaluation,
          )
        ],
      )
    }
    func demande(_ etudiant: Identifiant<Etudiant>, _ fichier: String?) -> DeposerUneDemande {
      DeposerUneDemande(
        campagne: ici.campagne.id,
        etudiant: etudiant,
        texte: "?",
        fichier: fichier,
      )
    }
    return [
      evaluation([eux.groupe.id]),
      ModifierUneEvaluation(modifiee),
      ChargerDesNotes(
        promotion: ici.promotion.id,
        notes: [.init(evaluation: eux.vide.id, etudiant: ici.etudiant, entree: note)],
        source: "x",
      ),
      ChargerDesNotes(
        promotion: ici.promotion.id,
        notes: [.init(evaluation: ici.vide.id, etudiant: eux.etudiant, entree: note)],
        source: "x",
      ),
      SaisirUneNote(
        evaluation: ici.vide.id,
        etudiant: eux.etudiant,
        entree: note,
        version: 0,
      ),
      PlacerDansUnGroupe(eux.etudiant, groupe: ici.groupe.id),
      seance([eux.groupe.id]),
      seance([], eux.vide.id),
      seance([], ici.ailleurs.id),
      FaireLAppel(seance: ici.aVenir.id, [.init(eux.etudiant, .absent)]),
      JustifierUneAbsence(
        seance: ici.seance.id,
        etudiant: eux.etudiant,
        justification: .abj,
        version: 1,
        motif: "?",
      ),
      TerminerUnAmenagement(eux.amenagement.id, de: ici.etudiant, le: jour),
      DeposerUnJustificatif(
        etudiant: ici.etudiant,
        du: ici.justificatif.du,
        au: ici.justificatif.au,
        nature: .autre,
        fichier: eux.fichier,
      ),
      demande(eux.etudiant, nil),
      demande(ici.etudiant, eux.fichier),
      InscrireEnSession2(campagne: ici.session2.id, etudiant: eux.etudiant, ues: []),
      try TerrainDEssai.sport(ici.promotion, eux.etudiant),
      try TerrainDEssai.avis(ici.promotion, eux.etudiant),
      try TerrainDEssai.incident(ici.promotion, [ici.etudiant, eux.etudiant]),
      try TerrainDEssai.incident(ici.promotion, [ici.etudiant], evaluation: eux.vide.id),
      SaisirLaSection(
        incident: ici.incident.id,
        etudiants: [eux.etudiant],
        date: jour,
        version: 1,
      ),
      ChangerDeMaquette(promotion: ici.promotion.id, maquette: eux.seconde.id),
      DeciderEnJury(jury: ici.jury.id, etudiant: eux.etudiant, decisions: []),
      RouvrirPourErreurMaterielle(
        jury: ici.clos.id,
        etudiants: [eux.etudiant],
        date: jour,
        preuve: "?",
      ),
      LireUnScelle(jury: ici.clos.id, etudiant: eux.etudiant),
      LireUnDossier(eux.etudiant, promotion: ici.promotion.id),
      DonnerUnRole(
        .enseignant,
        sur: .module(ici.promotion.id, "R999"),
        a: try #require(Identifiant(1)),
        depuis: jour,
      ),
      DonnerUnRole(.etudiant, sur: .etablissement, a: try #require(Identifiant(1)), depuis: jour),
      SaisirLaSection(incident: ici.incident.id, etudiants: [], date: jour, version: 1),
    ]
  }

  @Test("on ne voit que les promotions et les évaluations qu’on a en charge")
  func listes() async throws {
    let terrains = try await DeuxDepartements()
    let ici = terrains.ici
    func vues(_ role: Role, _ portee: Portee) async throws -> (Set<Int64>, Set<String>) {
      let compte = try await terrains.essai.utilisateur(role, sur: portee)
      let promotions = try await terrains.essai.faire(VoirLesPromotions(), par: compte)
      let evaluations = try await terrains.essai.faire(
        VoirLesEvaluations(ici.promotion.id),
        par: compte,
      )
      return (Set(promotions.map(\.id.valeur)), Set(evaluations.map(\.module)))
    }
    let parModule = try await vues(.enseignant, .module(ici.promotion.id, ici.module))
    #expect(parModule == ([ici.promotion.id.valeur], [ici.module]))
    let autre = try await vues(
      .secretariat,
      .departement(terrains.ailleurs.promotion.departement),
    )
    #expect(autre == ([terrains.ailleurs.promotion.id.valeur], []))
    let etudiant = try await vues(.etudiant, .etudiant(ici.etudiant))
    #expect(etudiant == ([], []))
  }

  @Test("un ancien département ne voit pas les notes que l’étudiant a eues ailleurs depuis")
  func ancienDepartement() async throws {
    let terrains = try await DeuxDepartements()
    let (ici, ailleurs) = (terrains.ici, terrains.ailleurs)
    let essai = terrains.essai
    _ = try await essai.faire(
      InscrireUnEtudiant(
        ici.etudiant,
        promotion: ailleurs.promotion.id,
        semestres: ici.inscription.semestres,
        statut: .initial,
        debut: ici.inscription.debut,
      )
    )
    _ = try await essai.faire(
      SaisirUneNote(
        evaluation: ailleurs.vide.id,
        etudiant: ici.etudiant,
        entree: TerrainDEssai.note(),
        version: 0,
      )
    )
    try await essai.faire(PublierUneEvaluation(ailleurs.vide.id))
    func vues(_ role: Role, _ portee: Portee) async throws -> [Int64] {
      let compte = try await essai.utilisateur(role, sur: portee)
      return try await essai.faire(VoirLesNotesDUnEtudiant(ici.etudiant), par: compte)
        .map(\.note.evaluation.valeur)
    }
    let departement = Portee.departement(ici.promotion.departement)
    #expect(try await vues(.secretariat, departement) == [ici.notee.id.valeur])
    #expect(try await vues(.etudiant, .etudiant(ici.etudiant)) == [ailleurs.vide.id.valeur])
  }
}
