import Actes
import Echanges
import Hashing
import SQL
import Soutien
import Testing
import Threads

@testable import Registre

/// A register on a given address.
struct EssaiSurServeur {
  let registre: RegistreSQL
  let bureau: Bureau

  init(_ adresse: AdresseDeBase) throws {
    registre = try RegistreSQL(adresse)
    bureau = Bureau(
      registre: registre,
      horloge: HorlogeDEssai().horloge,
      formats: FormatsDEchange(),
    )
  }

  func fonder() async throws -> Identifiant<Etablissement> {
    let fondation = try #require(Fondation(code: "iut", nom: "IUT", ville: "V"))
    return try await bureau.fonder(
      Fonder(fondation: fondation, administrateur: .init(identifiant: "a", nom: "A")),
      console: "essai",
    ).id
  }

  func ecrire(_ code: String, _ iut: Identifiant<Etablissement>) async throws -> Int64 {
    _ = try await bureau.faire(
      CreerUnDepartement(code: code, intitule: code),
      par: .console("essai"),
      dans: iut,
    )
    return try await registre.lire(iut) {
      try $0.journal(avant: nil, limite: 1).first?.numero ?? 0
    }
  }

  /// Writes once every lost connection has been noticed and opened again.
  func ecrireApresUneCoupure(_ code: String, _ iut: Identifiant<Etablissement>) async throws
    -> Int64
  {
    for _ in 0..<20 {
      do {
        return try await ecrire(code, iut)
      } catch let erreur as ErreurDeRegistre {
        #expect([.interrompue, .injoignable, .issueInconnue].contains(erreur))
      }
    }
    throw ErreurDeRegistre.injoignable
  }
}

@Suite("Pannes")
struct PannesTests {
  @Test(
    "disque plein : l’erreur le dit, rien n’est perdu, et l’on reprend quand il y a de la place"
  )
  func disquePlein() async throws {
    let notee = try await PromotionNotee(.sqlite)
    let adresse = RegistreDEssai.adresse(notee.essai.base)
    let tetes = try notee.entretien.tetes()
    let plein = try RegistreSQL(adresse, migrations: Migration.toutes) { connexion in
      let pages = try connexion.first("PRAGMA page_count") { $0.integer(0) } ?? 0
      try connexion.script(SQLText(trusted: "PRAGMA max_page_count = \(pages + 1)"))
    }
    let bureau = Bureau(
      registre: plein,
      horloge: notee.essai.horloge.horloge,
      formats: FormatsDEchange(),
    )
    await #expect(throws: ErreurDeRegistre.disquePlein) {
      for rang in 0..<200 {
        _ = try await bureau.faire(
          CreerUnDepartement(code: "D\(rang)", intitule: String(repeating: "x", count: 200)),
          par: .console("essai"),
          dans: notee.essai.iut,
        )
      }
    }
    plein.fermer()
    #expect(try notee.entretien.verifier(contre: tetes).estIntact)
    _ = try await notee.essai.faire(CreerUnDepartement(code: "APRES", intitule: "après"))
    #expect(try notee.entretien.verifierLeJournal().estIntact)
  }

  @Test(
    "une base qui ne peut être que lue se lit, et dit qu’on n’y écrit pas",
    arguments: SQLEngine.allCases,
  )
  func lectureSeule(_ moteur: SQLEngine) async throws {
    let essai = try await RegistreDEssai(moteur)
    let lue = try RegistreSQL(
      RegistreDEssai.adresse(essai.base),
      migrations: Migration.toutes,
    ) { connexion in
      switch connexion.engine {
      case .sqlite: try connexion.script("PRAGMA query_only = ON")
      case .postgresql: try connexion.script("SET default_transaction_read_only = on")
      }
    }
    defer { lue.fermer() }
    #expect(try await lue.lire(essai.iut) { try $0.etablissement().code } == "iut-nulle-part")
    let bureau = Bureau(
      registre: lue,
      horloge: essai.horloge.horloge,
      formats: FormatsDEchange(),
    )
    await #expect(throws: ErreurDeRegistre.lectureSeule) {
      try await bureau.faire(
        CreerUnDepartement(code: "A", intitule: "A"),
        par: .console("essai"),
        dans: essai.iut,
      )
    }
  }

  @Test("un fichier qui n’est pas une base est dit endommagé, un absent injoignable")
  func pasUneBase() throws {
    let base = try BaseTemporaire(.sqlite)
    try base.connect().script("CREATE TABLE t (a)")
    let absent = AdresseDeBase.sqlite("\(base.folder)/absent.sqlite")
    #expect(throws: ErreurDeRegistre.injoignable) { try EntretienDeBase(absent).verifier() }
    #expect(throws: ErreurDeRegistre.injoignable) { try RegistreSQL(absent, creer: false) }
    #expect(throws: ErreurDeRegistre.endommagee) {
      try EntretienDeBase(.sqlite(#filePath)).verifier()
    }
  }

  @Test("un mot de passe faux est dit tel, sans le montrer")
  func motDePasse() throws {
    let serveur = try ServeurPostgreSQL(password: "secret-juste")
    let faux = AdresseDeBase.postgresql(serveur.uri(password: "secret-faux"))
    #expect(throws: ErreurDeRegistre.motDePasseRefuse) { try RegistreSQL(faux) }
    #expect(throws: ErreurDeRegistre.motDePasseRefuse) { try EntretienDeBase(faux).tetes() }
    let juste = AdresseDeBase.postgresql(serveur.uri())
    try RegistreSQL(juste).fermer()
  }

  @Test("le serveur tombe en plein travail : l’erreur le dit, puis le travail reprend")
  func serveurTombe() async throws {
    let serveur = try ServeurPostgreSQL(fsync: true)
    let adresse = AdresseDeBase.postgresql(try serveur.newDatabase())
    let essai = try EssaiSurServeur(adresse)
    defer { essai.registre.fermer() }
    let iut = try await essai.fonder()
    _ = try await essai.ecrire("A", iut)
    await #expect(throws: ErreurDeRegistre.interrompue) {
      try await essai.registre.ecrire(iut) { transaction in
        _ = try transaction.reserver(1)
        try serveur.stop()
        _ = try transaction.departements()
      }
    }
    await #expect(throws: ErreurDeRegistre.self) { try await essai.ecrire("B", iut) }
    try serveur.start()
    _ = try await essai.ecrireApresUneCoupure("C", iut)
    let codes = try await essai.registre.lire(iut) { try $0.departements().map(\.code) }
    #expect(codes == ["A", "C"])
    #expect(try EntretienDeBase(adresse).verifier().estIntact)
  }

  @Test(
    "un enregistrement resté sans réponse est retrouvé ou démenti",
    arguments: SQLEngine.allCases,
  )
  func issue(_ moteur: SQLEngine) async throws {
    let essai = try await RegistreDEssai(moteur)
    let derniere = try #require(
      try await essai.lire { try $0.journal(avant: nil, limite: 1) }.first
    )
    let empreinte = try #require(Hexadecimal.bytes(derniere.empreinte))
    func sceau(_ numero: Int64, _ empreinte: [UInt8]) -> TransactionSQL.Sceau {
      TransactionSQL.Sceau(
        etablissement: essai.iut.valeur,
        numero: numero,
        empreinte: empreinte,
      )
    }
    let registre = essai.registre
    #expect(try await registre.retrouver(sceau(derniere.numero, empreinte)))
    #expect(try await !registre.retrouver(sceau(derniere.numero + 1, empreinte)))
    #expect(try await !registre.retrouver(sceau(derniere.numero, empreinte.reversed())))
    #expect(try await !registre.retrouver(nil))
    registre.fermer()
    await #expect(throws: ErreurDeRegistre.issueInconnue) {
      try await registre.retrouver(sceau(derniere.numero, empreinte))
    }
  }

  @Test("un enregistrement que le serveur achève encore est attendu avant d’être dit perdu")
  func acheve() async throws {
    let essai = try await RegistreDEssai(.postgresql)
    let autre = try essai.base.connect()
    try autre.begin(.write)
    let empreinte = [UInt8](repeating: 7, count: 32)
    try autre.query("SELECT dernier FROM chaine FOR UPDATE", []) { _ in }
    try autre.execute(
      """
      INSERT INTO journal (etablissement, numero, horodatage, acte, objet, engagement, precedente,
        empreinte)
      SELECT etablissement, 1000, 0, 'essai', 'essai/1', ?1, ?1, ?1 FROM etablissement
      """,
      [.blob(empreinte)],
    )
    let registre = essai.registre
    let sceau = TransactionSQL.Sceau(
      etablissement: essai.iut.valeur,
      numero: 1_000,
      empreinte: empreinte,
    )
    let recherche = Task { try await registre.retrouver(sceau) }
    try await Task.sleep(for: .milliseconds(300))
    try autre.commit()
    #expect(try await recherche.value)
  }

  @Test("qui attend trop longtemps un autre écrivain apprend que la base est occupée")
  func attente() async throws {
    let essai = try await RegistreDEssai(.postgresql)
    let vus = Monitor<[String]>([])
    let presse = try RegistreSQL(
      RegistreDEssai.adresse(essai.base),
      lecteurs: 1,
      migrations: Migration.toutes,
    ) { connexion in
      let delai = try connexion.first("SHOW lock_timeout") { $0.text(0) }
      vus.change { $0.append(delai ?? "") }
      try connexion.script("SET lock_timeout = '100ms'")
    }
    defer { presse.fermer() }
    let autre = try essai.base.connect()
    try autre.begin(.write)
    try autre.query("SELECT dernier FROM chaine FOR UPDATE", []) { _ in }
    await #expect(throws: ErreurDeRegistre.occupee) {
      try await presse.ecrire(essai.iut) { try $0.reserver(1) }
    }
    #expect(Set(vus.change { $0 }) == ["30s"])
    autre.rollback()
    _ = try await presse.ecrire(essai.iut) { try $0.reserver(1) }
  }
}
