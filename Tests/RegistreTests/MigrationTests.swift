import Actes
import Files
import SQL
import SQLite
import Soutien
import Testing

@testable import Registre

@Suite("Mise à niveau du schéma")
struct MigrationTests {
  /// The schema of a program to come.
  private static let futures =
    Migration.toutes + [
      Migration(
        numero: derniere + 1,
        nom: "essai",
        commune: "CREATE TABLE essai (etablissement INTEGER NOT NULL PRIMARY KEY) STRICT;\n",
        sqlite: "",
        postgresql: "",
      )
    ]
  private static let presente = Migration.toutes.count
  private static let derniere = Migration.toutes.last?.numero ?? 0

  @Test("une base ancienne est mise à niveau, et garde tout", arguments: SQLEngine.allCases)
  func monter(_ moteur: SQLEngine) async throws {
    let notee = try await PromotionNotee(moteur)
    let adresse = RegistreDEssai.adresse(notee.essai.base)
    let tetes = try notee.entretien.tetes()
    let entretien = EntretienDeBase(adresse, migrations: Self.futures)
    #expect(try entretien.verifier().schema == Self.presente)
    #expect(try entretien.migrer() == Self.presente)
    #expect(try entretien.migrer() == Self.presente + 1)
    #expect(try entretien.verifier(contre: tetes).estIntact)
    if moteur == .sqlite {
      let copie = "\(notee.essai.base.address).avant-migration-\(Self.presente + 1)"
      #expect(try EntretienDeBase(.sqlite(copie)).verifier(contre: tetes).estIntact)
    }
  }

  @Test("une base plus récente est refusée sans être touchée", arguments: SQLEngine.allCases)
  func refuser(_ moteur: SQLEngine) throws {
    let base = try BaseTemporaire(moteur)
    let adresse = RegistreDEssai.adresse(base)
    try RegistreSQL(adresse, migrations: Self.futures).fermer()
    let erreur = ErreurDeRegistre.plusRecente(base: Self.presente + 1, programme: Self.presente)
    #expect(throws: erreur) { try RegistreSQL(adresse) }
    #expect(throws: erreur) { try EntretienDeBase(adresse).verifier() }
    #expect(erreur.phrase.contains("plus récente"))
    #expect(try EntretienDeBase(adresse, migrations: Self.futures).schema() == Self.presente + 1)
  }

  @Test("une étape étrangère est refusée", arguments: SQLEngine.allCases)
  func etrangere(_ moteur: SQLEngine) throws {
    let base = try BaseTemporaire(moteur)
    let adresse = RegistreDEssai.adresse(base)
    try RegistreSQL(adresse).fermer()
    try base.falsifier("UPDATE schema_base SET empreinte = 'autre'")
    #expect(throws: ErreurDeRegistre.schemaEtranger(1)) { try RegistreSQL(adresse) }
  }

  @Test("une étape qui échoue ne laisse rien", arguments: SQLEngine.allCases)
  func echouer(_ moteur: SQLEngine) async throws {
    let notee = try await PromotionNotee(moteur)
    let fausse = Migration(
      numero: Self.derniere + 2,
      nom: "fausse",
      commune: "CREATE TABLE promotion (a INTEGER) STRICT;\n",
      sqlite: "",
      postgresql: "",
    )
    let adresse = RegistreDEssai.adresse(notee.essai.base)
    #expect(throws: ErreurDeRegistre.self) {
      try EntretienDeBase(adresse, migrations: Self.futures + [fausse]).migrer()
    }
    #expect(try notee.entretien.verifier().estIntact)
    #expect(try notee.entretien.schema() == Self.presente)
  }

  @Test(
    "une sauvegarde ancienne est restaurée au schéma du programme",
    arguments: SQLEngine.allCases,
  )
  func restaurerAncienne(_ moteur: SQLEngine) async throws {
    let notee = try await PromotionNotee(.sqlite)
    let chemin = "\(notee.essai.base.folder)/s.sqlite"
    let description = try notee.entretien.sauvegarder(
      vers: chemin,
      le: notee.essai.horloge.moment,
    )
    let base = try BaseTemporaire(moteur)
    let adresse: AdresseDeBase =
      moteur == .sqlite ? .sqlite("\(base.folder)/r.sqlite") : .postgresql(base.address)
    let entretien = EntretienDeBase(adresse, migrations: Self.futures)
    _ = try entretien.restaurer(chemin)
    #expect(try entretien.schema() == Self.presente + 1)
    #expect(try entretien.verifier(contre: description.tetes).estIntact)
  }

  @Test(
    "chaque forme d’une épreuve garde la durée qui était commune",
    arguments: SQLEngine.allCases,
  )
  func durees(_ moteur: SQLEngine) throws {
    let base = try BaseTemporaire(moteur)
    let connexion = try base.connect()
    try connexion.script(
      """
      CREATE TABLE epreuve_de_session2 (
        formes TEXT NOT NULL,
        duree BIGINT NOT NULL CHECK (duree BETWEEN 0 AND 600)
      );
      INSERT INTO epreuve_de_session2 VALUES ('', 0), ('ecrit oral', 90), ('projet', 0);
      """
    )
    try connexion.script(Migration.dureesDEpreuve.texte(pour: moteur))
    let formes = try connexion.rows("SELECT formes FROM epreuve_de_session2", []) { $0.text(0) }
    #expect(Set(formes) == ["", "ecrit:90 oral:90", "projet:0"])
  }

  @Test("des salles d’avant l’équipement n’en ont aucun", arguments: SQLEngine.allCases)
  func equipements(_ moteur: SQLEngine) throws {
    let base = try BaseTemporaire(moteur)
    let connexion = try base.connect()
    try connexion.script(
      """
      CREATE TABLE salle_de_session2 (nom TEXT NOT NULL);
      INSERT INTO salle_de_session2 VALUES ('B204');
      """
    )
    try connexion.script(Migration.equipementsDesSalles.texte(pour: moteur))
    let salles = try connexion.rows("SELECT equipements FROM salle_de_session2") { $0.text(0) }
    #expect(salles == [""])
  }

  @Test(
    "plusieurs programmes qui ouvrent la même base neuve s’entendent",
    arguments: SQLEngine.allCases,
  )
  func ensemble(_ moteur: SQLEngine) async throws {
    let base = try BaseTemporaire(moteur)
    let adresse = RegistreDEssai.adresse(base)
    try await withThrowingTaskGroup(of: Void.self) { groupe in
      for _ in 0..<6 {
        groupe.addTask { try RegistreSQL(adresse, lecteurs: 1).fermer() }
      }
      try await groupe.waitForAll()
    }
    #expect(try EntretienDeBase(adresse).schema() == Self.presente)
    try await withThrowingTaskGroup(of: Void.self) { groupe in
      for _ in 0..<6 {
        groupe.addTask {
          try RegistreSQL(adresse, lecteurs: 1, migrations: Self.futures).fermer()
        }
      }
      try await groupe.waitForAll()
    }
    #expect(
      try EntretienDeBase(adresse, migrations: Self.futures).schema() == Self.presente + 1
    )
  }
}
