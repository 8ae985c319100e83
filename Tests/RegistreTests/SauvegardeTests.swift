import Actes
import Files
import JSON
import SQL
import SQLite
import Scolarite
import Soutien
import Testing

@testable import Registre

/// A folder of the system for one test, as the base of SQLite has one.
private struct Lieu {
  let base: BaseTemporaire
  init() throws { base = try BaseTemporaire(.sqlite) }
  func chemin(_ nom: String) -> String { "\(base.folder)/\(nom)" }
}

private let sens = SQLEngine.allCases.flatMap { de in SQLEngine.allCases.map { (de, $0) } }

@Suite("Sauvegarde et restauration")
struct SauvegardeTests {
  /// Everything that a base holds, table by table.
  private func contenu(_ adresse: AdresseDeBase) throws -> [String: [String]] {
    try EntretienDeBase(adresse).lire { connexion in
      var tables: [String: [String]] = [:]
      for table in try SchemaDeBase.present.get().tables {
        tables[table.nom] = try connexion.rows(table.selection) { ligne in
          table.colonnes.enumerated().map { rang, colonne in
            if ligne.isNull(rang) { return "∅" }
            return colonne.type == .octets ? "\(ligne.blob(rang))" : ligne.text(rang)
          }.joined(separator: "|")
        }
      }
      return tables
    }
  }

  private func cible(_ moteur: SQLEngine, _ lieu: Lieu) throws -> (BaseTemporaire?, AdresseDeBase) {
    switch moteur {
    case .sqlite: return (nil, .sqlite(lieu.chemin("restauree.sqlite")))
    case .postgresql:
      let base = try BaseTemporaire(.postgresql)
      return (base, .postgresql(base.address))
    }
  }

  @Test("une sauvegarde restaurée est la même base, d’un moteur à l’autre aussi", arguments: sens)
  func allerRetour(_ de: SQLEngine, _ vers: SQLEngine) async throws {
    let notee = try await PromotionNotee(de)
    let lieu = try Lieu()
    let description = try notee.entretien.sauvegarder(
      vers: lieu.chemin("s.sqlite"),
      le: notee.essai.horloge.moment,
    )
    #expect(description.tetes == (try notee.entretien.tetes()))
    let (base, adresse) = try cible(vers, lieu)
    defer { withExtendedLifetime(base) {} }
    let entretien = EntretienDeBase(adresse)
    let restauration = try entretien.restaurer(lieu.chemin("s.sqlite"))
    #expect(restauration.lignes("etudiant") == 3)
    #expect(restauration.lignes("note") == 4)
    #expect(try contenu(adresse) == contenu(notee.entretien.adresse))
    #expect(try entretien.verifier(contre: description.tetes).estIntact)
    let registre = try RegistreSQL(adresse)
    defer { registre.fermer() }
    #expect(try await registre.etablissements().map(\.code) == ["iut-nulle-part"])
  }

  @Test(
    "on travaille pendant qu’elle se fait, et elle est d’un seul instant",
    arguments: SQLEngine.allCases,
  )
  func enLigne(_ moteur: SQLEngine) async throws {
    let notee = try await PromotionNotee(moteur)
    let lieu = try Lieu()
    async let saisies: Void = {
      for version in 2..<40 {
        try await notee.saisir(
          10,
          notee.evaluations[1],
          notee.etudiants[0],
          version: Int64(version),
        )
      }
    }()
    for rang in 0..<4 {
      _ = try notee.entretien.sauvegarder(
        vers: lieu.chemin("s\(rang).sqlite"),
        le: notee.essai.horloge.moment,
      )
    }
    try await saisies
    for rang in 0..<4 {
      let entretien = EntretienDeBase(.sqlite(lieu.chemin("r\(rang).sqlite")))
      _ = try entretien.restaurer(lieu.chemin("s\(rang).sqlite"))
      #expect(try entretien.verifier().estIntact)
    }
  }

  @Test("un fichier déjà là n’est pas remplacé")
  func dejaLa() async throws {
    let notee = try await PromotionNotee(.sqlite)
    let lieu = try Lieu()
    let chemin = lieu.chemin("s.sqlite")
    try writeFile(chemin, "ancien".utf8)
    #expect(throws: RefusDeSauvegarde.dejaLa(chemin)) {
      try notee.entretien.sauvegarder(vers: chemin, le: notee.essai.horloge.moment)
    }
    #expect(try readFile(chemin, limit: 100) == Array("ancien".utf8))
  }

  @Test("une sauvegarde qui ne peut être écrite ne laisse rien", arguments: SQLEngine.allCases)
  func dossierAbsent(_ moteur: SQLEngine) async throws {
    let notee = try await PromotionNotee(moteur)
    let lieu = try Lieu()
    #expect(throws: (any Error).self) {
      try notee.entretien.sauvegarder(
        vers: lieu.chemin("absent/s.sqlite"),
        le: notee.essai.horloge.moment,
      )
    }
    #expect(!fileExists(lieu.chemin("absent")))
  }

  @Test("on ne restaure que là où il n’y a rien", arguments: SQLEngine.allCases)
  func occupee(_ moteur: SQLEngine) async throws {
    let notee = try await PromotionNotee(moteur)
    let lieu = try Lieu()
    _ = try notee.entretien.sauvegarder(
      vers: lieu.chemin("s.sqlite"),
      le: notee.essai.horloge.moment,
    )
    let avant = try contenu(notee.entretien.adresse)
    #expect(throws: RefusDeSauvegarde.destinationOccupee) {
      try notee.entretien.restaurer(lieu.chemin("s.sqlite"))
    }
    #expect(try contenu(notee.entretien.adresse) == avant)
  }

  @Test("une sauvegarde altérée est refusée et ne laisse rien", arguments: SQLEngine.allCases)
  func alteree(_ moteur: SQLEngine) async throws {
    let notee = try await PromotionNotee(.sqlite)
    let lieu = try Lieu()
    let chemin = lieu.chemin("s.sqlite")
    _ = try notee.entretien.sauvegarder(vers: chemin, le: notee.essai.horloge.moment)
    var octets = try readFile(chemin, limit: 1 << 24)
    octets[octets.count - 100] ^= 1
    try writeFile(chemin, octets)
    let (base, adresse) = try cible(moteur, lieu)
    #expect(throws: RefusDeSauvegarde.empreinteDifferente) {
      try EntretienDeBase(adresse).restaurer(chemin)
    }
    try verifierLaPlaceVide(base, adresse)
  }

  @Test(
    "un journal récrit est refusé malgré une empreinte de fichier juste",
    arguments: SQLEngine.allCases,
  )
  func journalRecrit(_ moteur: SQLEngine) async throws {
    let notee = try await PromotionNotee(.sqlite)
    let lieu = try Lieu()
    let chemin = lieu.chemin("s.sqlite")
    try notee.essai.base.falsifier("UPDATE journal_contenu SET contenu = '{}' WHERE numero = 3")
    _ = try notee.entretien.sauvegarder(vers: chemin, le: notee.essai.horloge.moment)
    let (base, adresse) = try cible(moteur, lieu)
    #expect {
      try EntretienDeBase(adresse).restaurer(chemin)
    } throws: { erreur in
      guard case .journalAltere(let bilan)? = erreur as? RefusDeSauvegarde else { return false }
      return bilan.chaines.flatMap(\.anomalies) == [Anomalie(entree: 3, nature: .contenuAltere)]
    }
    try verifierLaPlaceVide(base, adresse)
  }

  @Test("sans son .tete.json, ou avec un autre, elle est refusée")
  func sansTete() async throws {
    let notee = try await PromotionNotee(.sqlite)
    let lieu = try Lieu()
    let chemin = lieu.chemin("s.sqlite")
    _ = try notee.entretien.sauvegarder(vers: chemin, le: notee.essai.horloge.moment)
    let tete = DescriptionDeSauvegarde.chemin(de: chemin)
    let entretien = EntretienDeBase(.sqlite(lieu.chemin("r.sqlite")))
    try writeFile(tete, "{}".utf8)
    #expect(throws: RefusDeSauvegarde.descriptionIllisible(tete)) {
      try entretien.restaurer(chemin)
    }
    removeFile(tete)
    #expect(throws: RefusDeSauvegarde.fichier(tete, .notFound)) { try entretien.restaurer(chemin) }
    #expect(!fileExists(lieu.chemin("r.sqlite")))
  }

  @Test("une restauration interrompue sur un serveur ne laisse rien")
  func interrompue() async throws {
    let notee = try await PromotionNotee(.sqlite)
    let lieu = try Lieu()
    let chemin = lieu.chemin("s.sqlite")
    _ = try notee.entretien.sauvegarder(vers: chemin, le: notee.essai.horloge.moment)
    let base = try BaseTemporaire(.postgresql)
    // The table of marks refuses a row: the copy stops on the way.
    let piegees = [Migration.premiere.avec(" ALTER TABLE note ADD CHECK (version < 2);")]
    #expect(throws: ErreurDeRegistre.self) {
      try EntretienDeBase(.postgresql(base.address), migrations: piegees).restaurer(chemin)
    }
    try verifierLaPlaceVide(base, .postgresql(base.address))
  }

  private func verifierLaPlaceVide(_ base: BaseTemporaire?, _ adresse: AdresseDeBase) throws {
    switch adresse {
    case .sqlite(let chemin):
      #expect(!fileExists(chemin))
      #expect(!fileExists(chemin + ".partiel"))
    case .postgresql:
      #expect(try EntretienDeBase(adresse).schema() == 0)
    }
    withExtendedLifetime(base) {}
  }
}

extension Migration {
  /// The same step with more for PostgreSQL only.
  fileprivate func avec(_ texte: String) -> Migration {
    Migration(
      numero: numero,
      nom: nom,
      commune: commune,
      sqlite: sqlite,
      postgresql: postgresql + texte,
    )
  }
}
