import Actes
import SQL
import Scolarite
import Testing

@testable import Registre

/// What the journal keeps of acts that touch several people, and what goes with them.
@Suite("Journal des actes")
struct JournalDesActesTests {
  private static func terrain(_ moteur: SQLEngine) async throws -> (RegistreDEssai, TerrainDEssai) {
    let essai = try await RegistreDEssai(moteur)
    return (essai, try await TerrainDEssai("MMI", essai))
  }

  private static func derniere(_ essai: RegistreDEssai) async throws -> EntreeDeJournal {
    try #require(try await essai.lire { try $0.journal(avant: nil, limite: 1) }.first)
  }

  @Test("la raison d’une exclusion est écrite à part, et s’efface avec la personne")
  func exclusion() async throws {
    let (essai, terrain) = try await Self.terrain(.sqlite)
    _ = try await essai.faire(
      FaireLAppel(
        seance: terrain.aVenir.id,
        [.init(terrain.etudiant, .exclu(motif: "propos tenus")), .init(terrain.voisin, .absent)],
      )
    )
    let entrees = try await essai.lire { try $0.journal(avant: nil, limite: 2) }
    let siennes = entrees.filter { $0.contenu?.contains("propos tenus") == true }
    #expect(siennes.map(\.sujet) == [terrain.etudiant])
    #expect(entrees.map(\.acte) == ["faire-l-appel", "faire-l-appel"])
  }

  @Test(
    "le récit d’un incident s’efface du journal avec le dernier de ceux qu’il nomme",
    arguments: SQLEngine.allCases,
  )
  func recit(_ moteur: SQLEngine) async throws {
    let (essai, terrain) = try await Self.terrain(moteur)
    let tous = [terrain.etudiant, terrain.voisin]
    let incident = try await essai.faire(TerrainDEssai.incident(terrain.promotion, tous))
    func recits() async throws -> Int {
      try await essai.lire { try $0.journal(avant: nil, limite: 1_000) }.count {
        $0.objet == "incident/\(incident.id)" && $0.contenu?.contains("Téléphone") == true
      }
    }
    try await essai.faire(EffacerUnePersonne(tous[0], motif: "demande", memeInscrit: true))
    #expect(try await recits() == 1, "l’autre y est encore")
    try await essai.faire(EffacerUnePersonne(tous[1], motif: "demande", memeInscrit: true))
    #expect(try await recits() == 0)
    let efface = try await essai.lire { try $0.incident(incident.id) }
    #expect(efface?.description == "effacé")
    let bilan = try EntretienDeBase(RegistreDEssai.adresse(essai.base)).verifier()
    #expect(bilan.estIntact, "\(bilan.texte)")
  }

  @Test("un import dit qui il inscrit, et comment")
  func inscrits() async throws {
    let (essai, terrain) = try await Self.terrain(.sqlite)
    _ = try await essai.faire(
      ImporterDesEtudiants(
        promotion: terrain.promotion.id,
        etudiants: [
          NouvelEtudiant(
            identite: IdentiteDEtudiant(nip: "neuf", nomCivil: "Neuf", prenomCivil: "Noé"),
            statut: .alternant,
            groupes: [],
            lieu: "ligne 2",
          )
        ],
        source: "x",
      )
    )
    let neuf = try #require(try await essai.lire { try $0.etudiant(nip: "neuf") })
    let siennes = try await essai.lire { try $0.journal(sujet: neuf.id) }
    let inscription = try #require(siennes.first { $0.objet.hasPrefix("inscription/") })
    #expect(inscription.contenu?.contains("alternant") == true)
  }

  @Test("une délibération rouverte dit pour qui")
  func rectification() async throws {
    let (essai, terrain) = try await Self.terrain(.sqlite)
    _ = try await essai.faire(
      RouvrirPourErreurMaterielle(
        jury: terrain.clos.id,
        etudiants: [terrain.voisin],
        date: terrain.clos.date,
        preuve: "note mal reportée",
      )
    )
    let entree = try await Self.derniere(essai)
    #expect(entree.contenu?.contains("\"etudiants\":[\(terrain.voisin)]") == true)
  }

  @Test("un conflit nomme qui a écrit ce qui est là", arguments: SQLEngine.allCases)
  func auteurs(_ moteur: SQLEngine) async throws {
    let (essai, terrain) = try await Self.terrain(moteur)
    let appelant = try await essai.utilisateur(.enseignant, sur: .etablissement)
    let secretaire = try await essai.utilisateur(.secretariat, sur: .etablissement)
    let admin = try await essai.utilisateur(.administrateur, sur: .etablissement)
    func auteur(_ acte: some Acte) async throws -> String? {
      do {
        _ = try await essai.faire(acte, par: appelant)
      } catch Refus.conflit(let conflit) {
        return conflit.auteur
      }
      return nil
    }
    _ = try await essai.faire(
      JustifierUneAbsence(
        seance: terrain.seance.id,
        etudiant: terrain.etudiant,
        justification: .abj,
        version: 1,
        motif: "grève",
      ),
      par: secretaire,
    )
    _ = try await essai.faire(
      FaireLAppel(seance: terrain.seance.id, [.init(terrain.voisin, .present)]),
      par: appelant,
    )
    let appel = FaireLAppel(
      seance: terrain.seance.id,
      [.init(terrain.etudiant, .present, version: 1)],
    )
    #expect(try await auteur(appel) == secretaire.nom)
    func identite(_ nom: String) -> ModifierUnEtudiant {
      ModifierUnEtudiant(
        terrain.etudiant,
        identite: IdentiteDEtudiant(nip: "un", nomCivil: nom, prenomCivil: "Une"),
        version: 1,
      )
    }
    _ = try await essai.faire(identite("Un"), par: secretaire)
    _ = try await essai.faire(ExporterUnePersonne(terrain.etudiant), par: admin)
    do {
      _ = try await essai.faire(identite("Deux"))
      Issue.record("la seconde écrase la première")
    } catch Refus.conflit(let conflit) {
      #expect(conflit.auteur == secretaire.nom)
    }
  }
}
