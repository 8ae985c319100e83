import Actes
import SQL
import Scolarite
import Testing

@Suite("Démarches d’absence")
struct DemarchesTests {
  @Test(
    "48 heures sont des heures réelles, à la minute, aux changements d’heure",
    arguments: [
      ("2026-03-10T08:00", "2026-03-12T08:00", 48), ("2026-03-10T08:00", "2026-03-12T08:01", 49),
      ("2026-03-28T08:00", "2026-03-30T09:00", 48), ("2026-03-28T08:00", "2026-03-30T09:01", 49),
      ("2026-10-24T08:00", "2026-10-26T07:00", 48), ("2026-10-24T08:00", "2026-10-26T07:01", 49),
    ],
  )
  func delai(_ debut: String, _ fin: String, _ heures: Int) throws {
    let (du, depose) = (try BureauDEssai.instant(debut), try BureauDEssai.instant(fin))
    let minutes = depose.minutesEcoulees(depuis: du)
    #expect((minutes + 59) / 60 == heures)
    #expect(heures > 48 || du.apres(minutes: 48 * 60) == depose)
  }

  private static let cas: [(Justificatif.Nature, Int, Statut, RegimeDeJustificatif)] = [
    (.medical, 2, .initial, .surAutorisation),
    (.medical, 3, .initial, .deDroit), (.medical, 4, .initial, .deDroit),
    (.medical, 2, .alternant, .surAutorisation), (.arretDeTravail, 1, .alternant, .deDroit),
    (.deces, 1, .initial, .deDroit), (.deces, 1, .alternant, .deDroit),
    (.permis, 1, .initial, .deDroit), (.permis, 1, .alternant, .sansEffet),
    (.autre, 1, .initial, .surAutorisation), (.autorisation, 1, .alternant, .sansEffet),
  ]

  @Test(
    "un justificatif vaut de droit, sur autorisation ou rien selon sa nature, ses jours et le statut",
    arguments: cas,
  )
  func regime(
    _ nature: Justificatif.Nature,
    _ jours: Int,
    _ statut: Statut,
    _ attendu: RegimeDeJustificatif,
  ) {
    #expect(RegimeDeJustificatif(nature, jours: jours, statut) == attendu)
  }

  @Test("une ITI se déclare avant 14 h le jour même", arguments: ["13:59", "14:00"])
  func limite(_ heure: String) async throws {
    let bureau = try await BureauDEssai(.sqlite)
    try bureau.essai.horloge.regler(a: "2025-10-06T\(heure)")
    let jour = try BureauDEssai.jour("2025-10-06")
    let refus = try await bureau.refus {
      _ = try await bureau.essai.faire(DeclarerUneIndisponibilite(bureau.etudiant, le: jour))
    }
    let limite = Refus.etat(.declarationTardive(try BureauDEssai.instant("2025-10-06T14:00")))
    #expect(refus == (heure == "13:59" ? nil : limite))
  }

  @Test("cinq jours d’ITI par an, et l’appel les porte", arguments: SQLEngine.allCases)
  func quota(_ moteur: SQLEngine) async throws {
    let bureau = try await BureauDEssai(moteur)
    for jour in 6...10 {
      _ = try await bureau.essai.faire(
        DeclarerUneIndisponibilite(
          bureau.etudiant,
          le: BureauDEssai.jour(jour < 10 ? "2025-10-0\(jour)" : "2025-10-10"),
        )
      )
    }
    let refus = try await bureau.refus {
      _ = try await bureau.essai.faire(
        DeclarerUneIndisponibilite(bureau.etudiant, le: BureauDEssai.jour("2025-10-13"))
      )
    }
    #expect(refus == .etat(.indisponibilitesEpuisees(5)))
    let seance = try #require(
      try await bureau.essai.faire(
        CreerDesSeances(
          promotion: bureau.promotion.id,
          seances: [
            .init(
              module: nil,
              debut: BureauDEssai.instant("2025-10-06T08:00"),
              minutes: 60,
              nature: .cm,
            )
          ],
        )
      ).first
    )
    let presences = try await bureau.essai.faire(
      FaireLAppel(seance: seance.id, [.init(bureau.etudiant, .absent)])
    )
    #expect(
      presences.first?.justification
        == .iti(declaree: try BureauDEssai.instant("2025-09-01T08:00"))
    )
  }

  @Test(
    "une autorisation justifie l’absence, et plus si sa condition n’est pas remplie",
    arguments: SQLEngine.allCases,
  )
  func autoriser(_ moteur: SQLEngine) async throws {
    let bureau = try await BureauDEssai(moteur)
    let (du, au) = (
      try BureauDEssai.instant("2025-10-06T08:00"), try BureauDEssai.instant("2025-10-06T18:00"),
    )
    let demande = try await bureau.essai.faire(
      DemanderUneAutorisation(bureau.etudiant, du: du, au: au, motif: "concours")
    )
    let accordee = try await bureau.essai.faire(
      DeciderDUneAutorisation(
        demande.id,
        .accorderSous(condition: "rendre le TP", avant: nil),
        version: 1,
      )
    )
    guard case .accordee(let condition?) = accordee.etat else {
      Issue.record("the condition stands")
      return
    }
    #expect(condition.echeance.description == "2025-09-03T08:00")
    let seance = try #require(
      try await bureau.essai.faire(
        CreerDesSeances(
          promotion: bureau.promotion.id,
          seances: [.init(module: nil, debut: du, minutes: 60, nature: .cm)],
        )
      ).first
    )
    let presences = try await bureau.essai.faire(
      FaireLAppel(seance: seance.id, [.init(bureau.etudiant, .absent)])
    )
    #expect(presences.first?.justification == .abj)
    let constatee = try await bureau.essai.faire(
      ConstaterUneCondition(demande.id, remplie: false, version: accordee.version)
    )
    #expect(constatee.version == 3)
    let apres = try await bureau.essai.lire { try $0.presences(seance.id) }
    #expect(apres.first?.justification == .aucune)
  }

  @Test("la demande d’un mineur est celle de son responsable légal, nommé")
  func mineur() async throws {
    let bureau = try await BureauDEssai(.sqlite)
    let etudiant = bureau.etudiant
    let lu = try await bureau.essai.lire { try $0.etudiant(etudiant) }
    let connu = try #require(lu)
    var identite = try #require(connu.identite)
    identite.naissance = try BureauDEssai.jour("2008-01-15")
    _ = try await bureau.essai.faire(
      ModifierUnEtudiant(etudiant, identite: identite, version: connu.version)
    )
    func demander(_ responsable: String?) async throws -> AutorisationDAbsence {
      try await bureau.essai.faire(
        DemanderUneAutorisation(
          etudiant,
          du: BureauDEssai.instant("2025-10-06T08:00"),
          au: BureauDEssai.instant("2025-10-06T18:00"),
          motif: "concours",
          responsable: responsable,
        )
      )
    }
    let seul = try await bureau.refus { _ = try await demander(nil) }
    #expect(seul == .etat(.responsableLegalManquant))
    #expect(try await demander("Irène Marcheval").responsable == "Irène Marcheval")
  }

  @Test("ce qui s’annonce ou se demande d’avance ne l’est plus à la minute où l’absence commence")
  func avance() async throws {
    let bureau = try await BureauDEssai(.sqlite)
    try bureau.essai.horloge.regler(a: "2025-10-06T08:00")
    let debut = try BureauDEssai.instant("2025-10-06T08:00")
    let suivante = try BureauDEssai.instant("2025-10-06T08:01")
    let refus = try await bureau.refus {
      _ = try await bureau.essai.faire(
        AnnoncerUneAbsence(bureau.etudiant, du: debut, au: suivante, texte: "")
      )
    }
    #expect(refus == .etat(.absenceCommencee))
    let annonce = try await bureau.essai.faire(
      AnnoncerUneAbsence(bureau.etudiant, du: suivante, au: suivante, texte: "")
    )
    #expect(annonce.nature == .prevue)
  }

  @Test("un PDF qui porte un script est refusé, même si son nom est écrit autrement")
  func scripts() async throws {
    let bureau = try await BureauDEssai(.sqlite)
    func deposer(_ texte: String) async throws -> Refus? {
      try await bureau.refus {
        _ = try await bureau.essai.faire(
          DeposerUnFichier(etudiant: bureau.etudiant, octets: Array(texte.utf8))
        )
      }
    }
    #expect(try await deposer("%PDF-1.7 << /S /JavaScript >>") != nil)
    #expect(try await deposer("%PDF-1.7 << /S /#4Aava#53cript >>") != nil)
    #expect(try await deposer("%PDF-1.7 << /Launch >>") != nil)
    #expect(try await deposer("%PDF-1.7 stream /JS endstream << /JSX >>") == nil)
    #expect(try await deposer("%PDF-1.7 << /ObjStm >> stream /JS endstream") != nil)
    #expect(try await deposer("%PDF-1.7 << /ObjStm >> stream /Page endstream") == nil)
    let illisible = "%PDF-1.7 << /Type /ObjStm /Filter /FlateDecode >> stream xxxx endstream"
    #expect(try await deposer(illisible) != nil)
    let autre = "%PDF-1.7 << /ObjStm /Filter /ASCII85Decode >> stream xxxx endstream"
    #expect(try await deposer(autre) != nil)
  }

  /// « << /S /JS >> » and « << /S /Page >> », as zlib writes them, and what never ends.
  enum Flux: CaseIterable {
    case script
    case page
    case bombe

    var octets: [UInt8] {
      switch self {
      case .script: DemarchesTests.script
      case .page: DemarchesTests.page
      case .bombe: DemarchesTests.bombe
      }
    }
  }

  private static let script: [UInt8] = [
    0x78, 0x9C, 0x33, 0x54, 0x30, 0x50, 0xB0, 0xB1, 0x51, 0xD0, 0x0F, 0x56, 0xD0, 0xF7, 0x82, 0x60,
    0x8D, 0xC4, 0x82, 0x02, 0xBD, 0xC4, 0x9C, 0xD4, 0xA2, 0x12, 0x0D, 0x43, 0x4D, 0x4D, 0x05, 0x3B,
    0x3B, 0x00, 0x91, 0x6A, 0x08, 0xAA,
  ]
  private static let page: [UInt8] = [
    0x78, 0x9C, 0x33, 0x54, 0x30, 0x50, 0xB0, 0xB1, 0x51, 0xD0, 0x0F, 0xA9, 0x2C, 0x48, 0x55, 0xD0,
    0x0F, 0x48, 0x4C, 0x4F, 0x55, 0xB0, 0xB3, 0x03, 0x00, 0x37, 0x09, 0x05, 0x73,
  ]
  /// Forty million zeros, which is more than streams of objects may hold: matches of 258 bytes.
  private static let bombe: [UInt8] =
    [0x78, 0x9C, 0x63, 0x18]
    + Array(
      repeating: [0x05, 0xA3, 0x60, 0x14, 0x8C, 0x82, 0x51, 0x30, 0x0A, 0x46, 0xC1, 0x28, 0x18],
      count: 20_000,
    ).flatMap(\.self)

  @Test("un flux d’objets comprimé est lu, dans une limite", arguments: Flux.allCases)
  func fluxComprime(_ flux: Flux) async throws {
    let bureau = try await BureauDEssai(.sqlite)
    let tete = "%PDF-1.7 1 0 obj << /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >> stream\n"
    let octets = Array(tete.utf8) + flux.octets + Array("\nendstream endobj".utf8)
    let refus = try await bureau.refus {
      _ = try await bureau.essai.faire(
        DeposerUnFichier(etudiant: bureau.etudiant, octets: octets)
      )
    }
    #expect((refus != nil) == (flux != .page))
  }
}
