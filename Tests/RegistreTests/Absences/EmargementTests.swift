import Actes
import Coffre
import SQL
import Scolarite
import Testing

@Suite("Émargement")
struct EmargementTests {
  private static let secrets = Coffre()

  /// A slot of the whole promotion whose sign-in is open, ten minutes after it began.
  private struct Ouvert {
    let bureau: BureauDEssai
    let seance: Seance
    let emargement: Emargement

    init(_ moteur: SQLEngine, minutes: Int = 90) async throws {
      bureau = try await BureauDEssai(moteur)
      seance = try #require(
        try await bureau.essai.faire(
          CreerDesSeances(
            promotion: bureau.promotion.id,
            seances: [
              .init(
                module: nil,
                debut: BureauDEssai.instant("2025-10-06T08:00"),
                minutes: minutes,
                nature: .cm,
              )
            ],
          )
        ).first
      )
      let horloge = bureau.essai.horloge
      try horloge.regler(a: "2025-10-06T08:10")
      // At the beginning of a code, since each reading of the clock takes a second.
      horloge.avancer(secondes: 20 - horloge.moment.horodatage.millisecondes / 1000 % 20)
      emargement = try await bureau.essai.faire(
        OuvrirLEmargement(
          seance.id,
          cle: EmargementTests.secrets.texte(
            cle: EmargementTests.secrets.cleDuSecondFacteur()
          ),
          pas: 20,
        )
      )
    }

    func signer(
      _ rang: Int = 0,
      code: String? = nil,
      appareil: Character = "a",
      adresse: Character = "c",
    ) async throws -> SignatureDePresence {
      let moment = bureau.essai.horloge.moment.horodatage
      return try await bureau.essai.faire(
        SignerSaPresence(
          a: seance.id,
          bureau.etudiants[rang],
          code: try code ?? #require(emargement.code(a: moment, EmargementTests.secrets)),
          appareil: try #require(Empreinte(String(repeating: appareil, count: 64))),
          adresse: try #require(Empreinte(String(repeating: adresse, count: 64))),
          secrets: EmargementTests.secrets,
        )
      )
    }
  }

  @Test("le code affiché signe une fois, et l’appel le dit", arguments: SQLEngine.allCases)
  func signer(_ moteur: SQLEngine) async throws {
    let ouvert = try await Ouvert(moteur)
    let signature = try await ouvert.signer()
    #expect(signature.moment.description == "2025-10-06T08:10")
    let refus = try await ouvert.bureau.refus { _ = try await ouvert.signer() }
    #expect(refus == .etat(.dejaSigne(signature.moment)))
    let feuille = try await ouvert.bureau.essai.faire(VoirLEmargement(ouvert.seance.id))
    #expect(feuille.presents == 1 && feuille.lignes.count == 3)
  }

  @Test("un code d’avant est refusé comme périmé, un autre comme faux")
  func perimer() async throws {
    let ouvert = try await Ouvert(.sqlite)
    let horloge = ouvert.bureau.essai.horloge
    let ancien = try #require(
      ouvert.emargement.code(a: horloge.moment.horodatage, Self.secrets)
    )
    horloge.avancer(secondes: 19)
    _ = try await ouvert.signer(0, code: ancien)
    horloge.avancer(secondes: 19)
    let refus = try await ouvert.bureau.refus { _ = try await ouvert.signer(1, code: ancien) }
    #expect(refus == .etat(.codePerime))
    let faux = try await ouvert.bureau.refus { _ = try await ouvert.signer(1, code: "12") }
    #expect(faux == .etat(.codeFaux))
  }

  @Test("on signe jusqu’à la dernière minute du créneau, pas après", arguments: [30, 31])
  func borne(_ minute: Int) async throws {
    let ouvert = try await Ouvert(.sqlite)
    try ouvert.bureau.essai.horloge.regler(a: "2025-10-06T09:\(minute)")
    let refus = try await ouvert.bureau.refus { _ = try await ouvert.signer() }
    #expect(refus == (minute == 30 ? nil : .etat(.emargementFerme)))
  }

  @Test("un appareil qui signe pour deux est signalé, et lui seul")
  func appareils() async throws {
    let ouvert = try await Ouvert(.sqlite)
    _ = try await ouvert.signer(0)
    _ = try await ouvert.signer(1)
    _ = try await ouvert.signer(2, appareil: "b")
    let feuille = try await ouvert.bureau.essai.faire(VoirLEmargement(ouvert.seance.id))
    let partages = feuille.lignes.filter(\.appareilPartage).map(\.etudiant.id)
    #expect(Set(partages) == Set(ouvert.bureau.etudiants.prefix(2)))
    #expect(feuille.lignes.allSatisfy { !$0.adressePartagee })
  }

  @Test("fermer note absents ceux qui n’ont pas signé, et plus personne ne signe")
  func fermer() async throws {
    let ouvert = try await Ouvert(.sqlite)
    _ = try await ouvert.signer(0)
    let notes = try await ouvert.bureau.essai.faire(
      FermerLEmargement(ouvert.seance.id, noterLesAbsents: true)
    )
    #expect(Set(notes.map(\.etudiant)) == Set(ouvert.bureau.etudiants.dropFirst()))
    #expect(notes.allSatisfy { $0.pointage == .absent })
    let refus = try await ouvert.bureau.refus {
      _ = try await ouvert.signer(1, code: "123456")
    }
    #expect(refus == .etat(.emargementFerme))
  }
}
