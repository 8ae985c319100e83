import Actes
import SQL
import Scolarite
import Soutien
import Testing

@testable import Registre

/// Reads as SQLite plans them, on a base without statistics: what it does there it does in the
/// first year of an establishment and in its tenth.
@Suite("Plans de lecture")
struct PlansDeLectureTests {
  @Test("aucune lecture courante ne parcourt tout l’établissement")
  func lectures() async throws {
    let essai = try await RegistreDEssai(.sqlite)
    let terrain = try await TerrainDEssai("MMI", essai)
    let temoin = ConnexionTemoin(try essai.base.connect())
    let registre = TransactionSQL(temoin, essai.iut)
    let (promotion, etudiant) = (terrain.promotion.id, terrain.etudiant)
    func lire(_ nom: String, _ corps: () throws -> Void) throws {
      temoin.parcours = []
      try corps()
      #expect(temoin.parcours.isEmpty, "\(nom)")
    }
    try lire("notes d’une promotion") { try registre.notes(promotion: promotion) { _ in } }
    try lire("notes d’un étudiant") {
      _ = try registre.notes(etudiant: etudiant, promotion: promotion)
      _ = try registre.notes(etudiant: etudiant, a: essai.horloge.moment.horodatage)
    }
    try lire("histoire d’une note") {
      _ = try registre.note(terrain.notee.id, etudiant)
      _ = try registre.histoire(terrain.notee.id, etudiant)
    }
    try lire("notes saisies par évaluation") { _ = try registre.saisies(promotion: promotion) }
    try lire("notes d’une évaluation") { _ = try registre.notes(terrain.notee.id) }
    try lire("évaluations") {
      _ = try registre.evaluations(promotion)
      _ = try registre.evaluation(terrain.notee.id)
      _ = try registre.avancement(promotion)
    }
    try lire("nouvelles") {
      _ = try registre.publications(promotion)
      _ = try registre.journal(sujet: etudiant, actes: ["a", "b"], apres: 0)
    }
    try lire("étudiants") {
      _ = try registre.etudiants(promotion)
      _ = try registre.inscrits(promotion)
      _ = try registre.promotions(desEtudiantsDe: promotion)
    }
    try lire("inscriptions") {
      _ = try registre.inscriptions(promotion)
      _ = try registre.inscriptions(etudiant: etudiant)
    }
    try lire("groupes") {
      _ = try registre.groupes(promotion)
      _ = try registre.membres(promotion)
      _ = try registre.groupes(etudiant: etudiant)
    }
    try lire("BTS") {
      _ = try registre.inscriptionsBTS(etudiant: etudiant)
      _ = try registre.inscriptionsBTS(terrain.bts.aClore)
      _ = try registre.candidatsBTS(terrain.bts.aClore)
    }
    try lire("séances") { _ = try registre.seances(promotion) }
    try lire("absences d’une promotion") { try registre.absences(promotion: promotion) { _ in } }
    try lire("absences d’un étudiant") {
      try registre.absences(etudiant: etudiant, promotion: promotion) { _ in }
      _ = try registre.presences(etudiant: etudiant)
      _ = try registre.presences(terrain.seance.id)
    }
    try lire("justificatifs") {
      _ = try registre.justificatifs(promotion: promotion)
      _ = try registre.justificatifs(etudiant: etudiant)
    }
    try lire("bonus et avis") {
      _ = try registre.bonus(promotion: promotion)
      _ = try registre.bonus(etudiant: etudiant)
      _ = try registre.avis(promotion: promotion)
      _ = try registre.avis(etudiant: etudiant, promotion: promotion)
    }
    try lire("incidents") {
      _ = try registre.incidents(promotion: promotion)
      _ = try registre.incidents(etudiant: etudiant)
      _ = try registre.retenues(etudiant)
      _ = try registre.citations(terrain.vide.id)
    }
    try lire("campagnes et session 2") {
      _ = try registre.campagnes(promotion)
      _ = try registre.demandes(terrain.campagne.id)
      _ = try registre.demandes(etudiant: etudiant)
      _ = try registre.sessionsDeux(promotion)
      _ = try registre.sessionDeux(etudiant, promotion)
    }
    try lire("jurys") {
      _ = try registre.jurys(promotion)
      _ = try registre.projets(terrain.jury.id)
      _ = try registre.scelle(terrain.clos.id, etudiant)
    }
    try lire("décisions") {
      _ = try registre.deliberees(promotion: promotion)
      _ = try registre.deliberees(etudiant: etudiant, promotion: promotion)
    }
    try lire("journal") {
      _ = try registre.journal(sujet: etudiant)
      _ = try registre.derniereEntree(Objet(.jury, terrain.jury.id))
      _ = try registre.derniereEntree(sur: .presence(terrain.seance.id, etudiant))
    }
    try lire("droits") {
      let un = try #require(Identifiant<Utilisateur>(1))
      _ = try registre.habilitations(un, le: essai.horloge.moment.jour)
    }
  }
}

/// A connection that notes the steps of its queries that go through a table, or through all that an
/// establishment has in it.
private final class ConnexionTemoin: SQLConnection {
  private let base: any SQLConnection
  var parcours: [String] = []

  init(_ base: any SQLConnection) {
    self.base = base
  }

  var engine: SQLEngine { base.engine }

  func query(
    _ statement: SQLText,
    _ values: [SQLValue],
    _ body: (any SQLRow) throws -> Void,
  ) throws {
    let etapes = try base.rows("EXPLAIN QUERY PLAN " + statement, values) { $0.text(3) }
    parcours += etapes.filter { etape in
      etape.hasSuffix("(etablissement=?)") || etape.contains("(etablissement=?) LEFT-JOIN")
        || (etape.hasPrefix("SCAN ") && !etape.hasPrefix("SCAN CONSTANT"))
    }
    try base.query(statement, values, body)
  }

  func begin(_ mode: SQLTransactionMode) throws(SQLError) { try base.begin(mode) }
  func commit() throws(SQLError) { try base.commit() }
  func rollback() { base.rollback() }
  func execute(_ statement: SQLText, _ values: [SQLValue]) throws(SQLError) -> Int {
    try base.execute(statement, values)
  }
  func script(_ text: SQLText) throws(SQLError) { try base.script(text) }
  func load(
    into table: SQLText,
    columns: [SQLText],
    _ rows: (any SQLRowWriter) throws -> Void,
  ) throws -> Int {
    try base.load(into: table, columns: columns, rows)
  }
}
