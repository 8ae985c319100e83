import Actes
import Registre
import SQL
import Scolarite
import Soutien
import Testing

/// A change made behind the program’s back, and what the verification must say of it.
struct Falsification: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let requetes: String
  let attendu: @Sendable (Anomalie) -> Bool

  init(_ nom: String, _ requetes: String, _ attendu: @escaping @Sendable (Anomalie) -> Bool) {
    testDescription = nom
    self.requetes = requetes
    self.attendu = attendu
  }

  init(_ nom: String, _ requetes: String, entree: Int64, _ nature: Anomalie.Nature) {
    self.init(nom, requetes) { $0.entree == entree && $0.nature == nature }
  }

  private static let derniereSaisie =
    "(SELECT max(numero) FROM journal WHERE acte = 'saisir-une-note' AND objet LIKE 'note/%')"

  static let toutes: [Falsification] = [
    .init(
      "la date d’une entrée",
      "UPDATE journal SET horodatage = horodatage + 1 WHERE numero = 3",
      entree: 3,
      .entreeAlteree,
    ),
    .init(
      "l’auteur d’une entrée",
      "UPDATE journal SET auteur = 1 WHERE numero = 3",
      entree: 3,
      .entreeAlteree,
    ),
    .init(
      "le sujet d’une entrée",
      "UPDATE journal SET sujet = 7 WHERE numero = 3",
      entree: 3,
      .entreeAlteree,
    ),
    .init(
      "le contenu d’une entrée",
      "UPDATE journal_contenu SET contenu = '{}' WHERE numero = 3",
      entree: 3,
      .contenuAltere,
    ),
    .init(
      "le sel d’une entrée",
      "UPDATE journal_contenu SET sel = (SELECT sel FROM journal_contenu WHERE numero = 4) WHERE numero = 3",
      entree: 3,
      .contenuAltere,
    ),
    .init(
      "l’engagement d’une entrée",
      "UPDATE journal SET engagement = (SELECT empreinte FROM journal WHERE numero = 4) WHERE numero = 3",
      entree: 3,
      .entreeAlteree,
    ),
    .init(
      "une empreinte refaite",
      "UPDATE journal SET empreinte = (SELECT engagement FROM journal WHERE numero = 4) WHERE numero = 3",
      entree: 4,
      .suiteRompue,
    ),
    .init(
      "des entrées retirées",
      "DELETE FROM journal_contenu WHERE numero IN (3, 4); DELETE FROM journal WHERE numero IN (3, 4)",
      entree: 3,
      .manquantes(jusqua: 4),
    ),
    .init(
      "deux entrées échangées",
      """
      UPDATE journal SET numero = 9999 WHERE numero = 3; UPDATE journal SET numero = 3
      WHERE numero = 4; UPDATE journal SET numero = 4 WHERE numero = 9999
      """,
      entree: 4,
      .suiteRompue,
    ),
    .init(
      "la fin du journal coupée",
      "DELETE FROM journal WHERE numero = (SELECT max(numero) FROM journal)",
    ) { $0.nature == .coupee(attendue: $0.entree + 1) },
    .init("la tête reculée", "UPDATE chaine SET dernier = dernier - 1") { $0.nature == .enTrop },
    .init(
      "l’empreinte de la tête changée",
      "UPDATE chaine SET empreinte = (SELECT engagement FROM journal WHERE numero = 3)",
    ) { $0.nature == .teteDifferente },
    .init(
      "un contenu effacé sans acte",
      "DELETE FROM journal_contenu WHERE numero = 3",
      entree: 3,
      .effaceeSansActe,
    ),
    .init(
      "une note saisie",
      "UPDATE note SET valeur = 20000000 WHERE entree = \(derniereSaisie)",
    ) {
      if case .noteDifferente = $0.nature { true } else { false }
    },
    .init(
      "une note chargée avec d’autres",
      "UPDATE note SET valeur = valeur + 1000000 WHERE version = 1",
    ) { $0.nature == .notesDifferentes },
    .init(
      "une note ancienne",
      "UPDATE note_ancienne SET valeur = valeur - 1000000",
    ) { $0.nature == .notesDifferentes },
    .init("une note retirée", "DELETE FROM note WHERE entree = \(derniereSaisie)") {
      $0.nature == .noteDisparue
    },
    .init(
      "une note rattachée à un acte qui n’en écrit pas",
      "UPDATE note SET entree = 1 WHERE entree = \(derniereSaisie)",
    ) {
      if case .noteHorsActe = $0.nature { $0.entree == 1 } else { false }
    },
    .init(
      "une note rattachée à rien",
      "UPDATE note SET entree = 9999 WHERE entree = \(derniereSaisie)",
    ) {
      if case .noteSansEntree = $0.nature { $0.entree == 9_999 } else { false }
    },
  ]
}

@Suite("Vérification du journal")
struct VerificationDuJournalTests {
  @Test("ce que le programme écrit est intact", arguments: SQLEngine.allCases)
  func intact(_ moteur: SQLEngine) async throws {
    let notee = try await PromotionNotee(moteur)
    let bilan = try notee.entretien.verifierLeJournal()
    #expect(bilan.estIntact)
    let chaine = try #require(bilan.chaines.first)
    #expect(chaine.notes == 6)
    #expect(chaine.notesSansContenu == 0)
    let derniere = try await notee.essai.lire { try $0.journal(avant: nil, limite: 1) }
    #expect(Int64(chaine.entrees) == derniere.first?.numero)
    #expect(bilan.texte.contains("Le journal est intact"))
    #expect(try notee.entretien.verifier().estIntact)
  }

  @Test(
    "ce qui est changé derrière le programme est nommé",
    arguments: SQLEngine.allCases,
    Falsification.toutes,
  )
  func falsifie(_ moteur: SQLEngine, _ falsification: Falsification) async throws {
    let notee = try await PromotionNotee(moteur)
    try notee.essai.base.falsifier(falsification.requetes)
    let bilan = try notee.entretien.verifierLeJournal()
    #expect(!bilan.estIntact)
    let anomalies = bilan.chaines.flatMap(\.anomalies)
    #expect(anomalies.contains(where: falsification.attendu), "\(bilan.texte)")
    #expect(bilan.texte.contains("PAS intact"))
  }

  @Test(
    "une chaîne recoupée avec soin ne trompe pas une tête gardée ailleurs",
    arguments: SQLEngine.allCases,
  )
  func recoupee(_ moteur: SQLEngine) async throws {
    let notee = try await PromotionNotee(moteur)
    let avant = try notee.entretien.tetes()
    _ = try await notee.essai.faire(CreerUnDepartement(code: "X", intitule: "X"))
    let apres = try notee.entretien.tetes()
    #expect(try notee.entretien.verifierLeJournal(contre: avant + apres).estIntact)
    try notee.essai.base.falsifier(
      """
      DELETE FROM departement WHERE code = 'X';
      DELETE FROM journal_contenu WHERE numero = (SELECT max(numero) FROM journal);
      DELETE FROM journal WHERE numero = (SELECT max(numero) FROM journal);
      UPDATE chaine SET dernier = dernier - 1, empreinte =
        (SELECT empreinte FROM journal WHERE numero = (SELECT max(numero) FROM journal))
      """
    )
    #expect(try notee.entretien.verifierLeJournal(contre: avant).estIntact)
    let coupee = try notee.entretien.verifierLeJournal(contre: apres)
    #expect(
      coupee.chaines.flatMap(\.anomalies).map(\.nature)
        == [.coupee(attendue: try #require(apres.first).numero)]
    )
  }

  @Test("une tête d’un autre établissement n’est pas passée sous silence")
  func autreEtablissement() async throws {
    let notee = try await PromotionNotee(.sqlite)
    let tete = TeteDeChaine(
      etablissement: "ailleurs",
      numero: 1,
      empreinte: "00",
      horodatage: nil,
    )
    #expect(try notee.entretien.verifierLeJournal(contre: [tete]).absents == ["ailleurs"])
  }

  @Test("les têtes se relisent telles qu’elles sont écrites")
  func tetes() async throws {
    let notee = try await PromotionNotee(.sqlite)
    let tetes = try notee.entretien.tetes()
    #expect(tetes.count == 1)
    #expect(try TeteDeChaine.lire(json: TeteDeChaine.json(tetes)) == tetes)
  }

  @Test("les deux moteurs exportent la même forme, une ligne par entrée et une par tête")
  func export() async throws {
    for moteur in SQLEngine.allCases {
      let notee = try await PromotionNotee(moteur)
      var lignes: [String] = []
      try notee.entretien.exporterLeJournal { lignes.append($0) }
      let numero = try #require(try notee.entretien.tetes().first).numero
      #expect(lignes.count == Int(numero) + 1)
      #expect(lignes.allSatisfy { $0.hasSuffix("}\n") })
      #expect(lignes.last?.hasPrefix("{\"chaine\":1,\"tete\":{") == true)
    }
  }

  @Test("un déclencheur retiré ou désarmé est un dommage", arguments: SQLEngine.allCases)
  func protections(_ moteur: SQLEngine) async throws {
    let notee = try await PromotionNotee(moteur)
    let connexion = try notee.essai.base.connect()
    switch moteur {
    case .sqlite: try connexion.script("DROP TRIGGER journal_fige_maj")
    case .postgresql: try connexion.script("ALTER TABLE journal DISABLE TRIGGER journal_fige")
    }
    let bilan = try notee.entretien.verifier()
    #expect(!bilan.estIntact)
    #expect(bilan.dommages.contains { $0.contains("journal_fige") })
  }

  @Test(
    "une ligne dont la référence ne mène nulle part est un dommage",
    arguments: SQLEngine.allCases,
  )
  func references(_ moteur: SQLEngine) async throws {
    let notee = try await PromotionNotee(moteur)
    try notee.essai.base.falsifier("UPDATE membre SET groupe = 9999")
    #expect(try notee.entretien.verifier().dommages.contains { $0.contains("membre") })
  }
}
