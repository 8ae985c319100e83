import Actes
import SQL
import Testing

@Suite("Compte")
struct CompteTests {
  /// Somebody who is signed in.
  private struct Entree {
    let porte: ConnexionTests.Porte
    let visiteur: Visiteur

    init() async throws {
      porte = try await ConnexionTests.Porte(.sqlite)
      let entree = try await porte.entrer()
      visiteur = try #require(
        try await porte.portier.reconnaitre(entree.secret.texte, dans: porte.essai.iut)
      )
    }

    func chiffres(_ cle: [UInt8]) -> String {
      let pas = porte.essai.horloge.moment.horodatage.millisecondes / 30_000
      return porte.portier.secrets.secondFacteur(cle, pas: pas)
    }

    func changer(_ ancien: String, _ nouveau: String) async throws {
      try await porte.portier.changerDeMotDePasse(
        ancien,
        nouveau: nouveau,
        encore: nouveau,
        de: visiteur,
        dans: porte.essai.iut,
      )
    }

    func poser(_ cle: [UInt8], _ chiffres: String, _ motDePasse: String) async throws {
      try await porte.portier.poserUnSecondFacteur(
        cle,
        chiffres: chiffres,
        motDePasse: motDePasse,
        de: visiteur,
        dans: porte.essai.iut,
      )
    }
  }

  @Test("changer de mot de passe demande l’ancien, et un nouveau qui ne se devine pas")
  func motDePasse() async throws {
    let entree = try await Entree()
    await #expect(throws: RefusDEntree.nonReconnu) {
      try await entree.changer("un autre mot", "dix poules rousses")
    }
    await #expect(throws: RefusDEntree.motDePasse(.tropCourt)) {
      try await entree.changer(ConnexionTests.Porte.motDePasse, "court")
    }
    try await entree.changer(ConnexionTests.Porte.motDePasse, "dix poules rousses")
    _ = try await entree.porte.entrer("dix poules rousses")
  }

  @Test("se tromper d’ancien mot de passe trop souvent bloque, comme à la porte")
  func essais() async throws {
    let entree = try await Entree()
    for _ in 0..<Serrure.essais {
      await #expect(throws: RefusDEntree.nonReconnu) {
        try await entree.changer("un autre mot", "dix poules rousses")
      }
    }
    await #expect(throws: RefusDEntree.bloque(minutes: 1)) {
      try await entree.changer(ConnexionTests.Porte.motDePasse, "dix poules rousses")
    }
  }

  @Test("poser un second facteur demande le mot de passe et les six chiffres de sa clé")
  func second() async throws {
    let entree = try await Entree()
    let porte = entree.porte
    let cle = porte.portier.secrets.cleDuSecondFacteur()
    let sien = ConnexionTests.Porte.motDePasse
    await #expect(throws: RefusDEntree.nonReconnu) {
      try await entree.poser(cle, entree.chiffres(cle), "un autre mot")
    }
    await #expect(throws: RefusDEntree.secondFacteurFaux) {
      try await entree.poser(cle, "rien", sien)
    }
    let chiffres = entree.chiffres(cle)
    try await entree.poser(cle, chiffres, sien)
    #expect(try await porte.refus(sien) == .secondFacteurAttendu)
    // The digits that confirmed it have served.
    #expect(try await porte.refus(sien, secondFacteur: chiffres) == .secondFacteurFaux)
    await #expect(throws: RefusDEntree.nonReconnu) {
      try await porte.portier.retirerLeSecondFacteur(
        motDePasse: "un autre mot",
        de: entree.visiteur,
        dans: porte.essai.iut,
      )
    }
    try await porte.portier.retirerLeSecondFacteur(
      motDePasse: sien,
      de: entree.visiteur,
      dans: porte.essai.iut,
    )
    _ = try await porte.entrer()
  }

  @Test("déconnecter les autres navigateurs garde celui qui le demande")
  func autres() async throws {
    let entree = try await Entree()
    let porte = entree.porte
    let ailleurs = try await porte.entrer()
    try await porte.portier.fermerLesAutres(entree.visiteur, dans: porte.essai.iut)
    #expect(
      try await porte.portier.reconnaitre(ailleurs.secret.texte, dans: porte.essai.iut) == nil
    )
    let restantes = try await porte.essai.faire(VoirSonCompte(), par: porte.utilisateur).connexions
    #expect(restantes.map(\.empreinte) == [entree.visiteur.connexion.empreinte])
  }
}
