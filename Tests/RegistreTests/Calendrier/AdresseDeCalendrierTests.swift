import Actes
import Hashing
import SQL
import Scolarite
import Testing

@testable import Coffre

@Suite("Adresse de calendrier")
struct AdresseDeCalendrierTests {
  private struct Porte {
    let terrain: TerrainDeCalendrier
    let portier: Portier

    init(_ moteur: SQLEngine) async throws {
      terrain = try await TerrainDeCalendrier(moteur)
      let cout = try #require(PasswordHash.Cost(passes: 1, memoryBytes: 8_192))
      portier = Portier(
        bureau: terrain.bureau.essai.bureau,
        secrets: Coffre(attente: 20, cout: cout),
      )
    }

    /// Asks for an address; gives its secret.
    func demander() async throws -> String {
      let secret = portier.secrets.secret()
      try await terrain.bureau.essai.faire(
        DemanderUneAdresseDeCalendrier(secret.empreinte),
        par: terrain.soi,
      )
      return secret.texte
    }

    func ouvre(_ secret: String) async throws -> Bool {
      let trouvee = try await portier.reconnaitre(
        calendrier: secret,
        dans: terrain.bureau.essai.iut,
      )
      return trouvee?.adresse.utilisateur == terrain.soi.id
    }

    func adresse() async throws -> AdresseDeCalendrier? {
      try await terrain.bureau.essai.faire(VoirSonAdresseDeCalendrier(), par: terrain.soi)
    }

    func entree() async throws -> Int64 {
      try await terrain.bureau.essai.lire { try $0.repere() }.entree
    }
  }

  @Test(
    "renouveler tue l’ancienne adresse, retirer la tue aussi, et le journal le dit",
    arguments: SQLEngine.allCases,
  )
  func vie(_ moteur: SQLEngine) async throws {
    let porte = try await Porte(moteur)
    #expect(try await porte.adresse() == nil)
    let premiere = try await porte.demander()
    #expect(premiere.utf8.count >= 32, "128 bits at least")
    #expect(try await porte.ouvre(premiere))
    let seconde = try await porte.demander()
    #expect(try await !porte.ouvre(premiere))
    #expect(try await porte.ouvre(seconde))
    try await porte.terrain.bureau.essai.faire(
      RetirerSonAdresseDeCalendrier(),
      par: porte.terrain.soi,
    )
    #expect(try await !porte.ouvre(seconde))
    #expect(try await porte.adresse() == nil)
    let etudiant = porte.terrain.bureau.etudiant
    let actes = try await porte.terrain.bureau.essai.lire { try $0.journal(sujet: etudiant) }
    #expect(
      actes.suffix(3).map(\.acte) == [
        "demander-une-adresse-de-calendrier", "demander-une-adresse-de-calendrier",
        "retirer-son-adresse-de-calendrier",
      ]
    )
    #expect(!actes.contains { $0.contenu?.contains(premiere) ?? false })
  }

  @Test("une lecture se garde au jour, sans entrée au journal", arguments: SQLEngine.allCases)
  func lecture(_ moteur: SQLEngine) async throws {
    let porte = try await Porte(moteur)
    let secret = try await porte.demander()
    #expect(try await porte.adresse()?.lue == nil)
    let avant = try await porte.entree()
    #expect(try await porte.ouvre(secret))
    let jour = porte.terrain.bureau.essai.horloge.moment.jour
    #expect(try await porte.adresse()?.lue == jour)
    try porte.terrain.bureau.essai.horloge.regler("2025-12-01")
    #expect(try await porte.ouvre(secret))
    #expect(try await porte.adresse()?.lue?.description == "2025-12-01")
    #expect(try await porte.entree() == avant)
  }

  @Test(
    "un compte fermé ou un étudiant effacé n’a plus de calendrier",
    arguments: SQLEngine.allCases,
  )
  func fermeture(_ moteur: SQLEngine) async throws {
    let porte = try await Porte(moteur)
    let essai = porte.terrain.bureau.essai
    let secret = try await porte.demander()
    _ = try await essai.faire(ActiverUnUtilisateur(porte.terrain.soi.id, actif: false))
    #expect(try await !porte.ouvre(secret))
    await #expect(throws: Refus.interdit(.gererSonCompte)) {
      try await porte.terrain.agenda(porte.terrain.soi)
    }
    _ = try await essai.faire(ActiverUnUtilisateur(porte.terrain.soi.id, actif: true))
    #expect(try await porte.ouvre(secret))
    try await essai.faire(
      EffacerUnePersonne(porte.terrain.bureau.etudiant, motif: "demande", memeInscrit: true)
    )
    #expect(try await !porte.ouvre(secret))
    let soi = porte.terrain.soi.id
    #expect(try await essai.lire { try $0.adresseDeCalendrier(de: soi) } == nil)
  }

  @Test("qui reprend le compte par un code y trouve l’adresse retirée")
  func code() async throws {
    let porte = try await Porte(.sqlite)
    let essai = porte.terrain.bureau.essai
    let secret = try await porte.demander()
    let code = porte.portier.secrets.code()
    _ = try await essai.faire(DonnerUnCode(a: porte.terrain.soi.id, code.empreinte))
    _ = try await porte.portier.entrer(
      code: code.texte,
      nouveau: "quatre chats gris",
      encore: "quatre chats gris",
      dans: essai.iut,
    )
    #expect(try await !porte.ouvre(secret))
  }

  @Test(
    "l’export d’une personne dit son adresse et sa dernière lecture, et aucun secret",
    arguments: SQLEngine.allCases,
  )
  func export(_ moteur: SQLEngine) async throws {
    let porte = try await Porte(moteur)
    let essai = porte.terrain.bureau.essai
    let code = porte.portier.secrets.code()
    _ = try await essai.faire(DonnerUnCode(a: porte.terrain.soi.id, code.empreinte))
    let entree = try await porte.portier.entrer(
      code: code.texte,
      nouveau: "quatre chats gris",
      encore: "quatre chats gris",
      dans: essai.iut,
    )
    let secret = try await porte.demander()
    #expect(try await porte.ouvre(secret))
    let texte = try await essai.faire(ExporterUnePersonne(porte.terrain.bureau.etudiant))
    #expect(texte.contains("adresse_de_calendrier"))
    let jour = essai.horloge.moment.jour
    #expect(texte.contains("\"lue\": \"\(jour)\""))
    for cache in [
      secret, porte.portier.secrets.empreinte(secret).texte, entree.secret.empreinte.texte,
      "argon2",
    ] {
      #expect(!texte.contains(cache), "\(cache)")
    }
  }

  @Test("un jeton de programme ne gère ni ne lit l’adresse de son propriétaire")
  func programme() async throws {
    let porte = try await Porte(.sqlite)
    let essai = porte.terrain.bureau.essai
    let programme = Demandeur.programme(porte.terrain.soi.id, droits: Set(Droit.allCases))
    await #expect(throws: Refus.interdit(.gererSonCompte)) {
      try await essai.bureau.faire(
        DemanderUneAdresseDeCalendrier(porte.portier.secrets.secret().empreinte),
        par: programme,
        dans: essai.iut,
      )
    }
    await #expect(throws: Refus.interdit(.gererSonCompte)) {
      _ = try await essai.bureau.demander(VoirSonCalendrier(), par: programme, dans: essai.iut)
    }
  }
}
