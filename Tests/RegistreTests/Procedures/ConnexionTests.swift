import Actes
import Hashing
import SQL
import Scolarite
import Testing

@testable import Coffre

@Suite("Connexion")
struct ConnexionTests {
  /// A user with a password, at the door.
  struct Porte {
    static let motDePasse = "quatre chats gris"
    let essai: RegistreDEssai
    let portier: Portier
    let utilisateur: Utilisateur

    init(_ moteur: SQLEngine) async throws {
      essai = try await RegistreDEssai(moteur)
      let cout = try #require(PasswordHash.Cost(passes: 1, memoryBytes: 8_192))
      portier = Portier(bureau: essai.bureau, secrets: Coffre(attente: 20, cout: cout))
      utilisateur = try await essai.utilisateur(.enseignant, sur: .etablissement)
      let code = try await donnerUnCode()
      _ = try await portier.entrer(
        code: code,
        nouveau: Self.motDePasse,
        encore: Self.motDePasse,
        dans: essai.iut,
      )
    }

    func donnerUnCode() async throws -> String {
      let code = portier.secrets.code()
      _ = try await essai.faire(DonnerUnCode(a: utilisateur.id, code.empreinte))
      return code.texte
    }

    func entrer(
      _ motDePasse: String = Self.motDePasse,
      secondFacteur: String? = nil,
    ) async throws -> Portier.Entree {
      try await portier.entrer(
        utilisateur.identifiant,
        motDePasse,
        secondFacteur: secondFacteur,
        dans: essai.iut,
      )
    }

    func refus(_ motDePasse: String, secondFacteur: String? = nil) async throws -> RefusDEntree {
      try #require(
        await #expect(throws: RefusDEntree.self) {
          try await entrer(motDePasse, secondFacteur: secondFacteur)
        }
      )
    }
  }

  @Test(
    "on entre par son mot de passe, et le navigateur est reconnu",
    arguments: SQLEngine.allCases,
  )
  func entrer(_ moteur: SQLEngine) async throws {
    let porte = try await Porte(moteur)
    let entree = try await porte.entrer()
    let reconnue = try await porte.portier.reconnaitre(entree.secret.texte, dans: porte.essai.iut)
    #expect(reconnue?.utilisateur.id == porte.utilisateur.id)
    try await porte.portier.quitter(entree.secret.texte, dans: porte.essai.iut)
    #expect(
      try await porte.portier.reconnaitre(entree.secret.texte, dans: porte.essai.iut) == nil
    )
  }

  @Test("un inconnu, un compte fermé et un mauvais mot de passe ne se distinguent pas")
  func nonReconnu() async throws {
    let porte = try await Porte(.sqlite)
    #expect(try await porte.refus("un autre mot de passe") == .nonReconnu)
    await #expect(throws: RefusDEntree.nonReconnu) {
      try await porte.portier.entrer("personne", "un mot de passe", dans: porte.essai.iut)
    }
    try await porte.essai.faire(ActiverUnUtilisateur(porte.utilisateur.id, actif: false))
    #expect(try await porte.refus(Porte.motDePasse) == .nonReconnu)
  }

  @Test("trop d’essais bloquent un temps, qui s’allonge ; un code rend la main")
  func blocage() async throws {
    let porte = try await Porte(.sqlite)
    for _ in 0..<Serrure.essais {
      #expect(try await porte.refus("faux mot de passe") == .nonReconnu)
    }
    #expect(try await porte.refus(Porte.motDePasse) == .bloque(minutes: 1))
    porte.essai.horloge.avancer(secondes: 61)
    #expect(try await porte.refus("faux mot de passe") == .nonReconnu)
    #expect(try await porte.refus(Porte.motDePasse) == .bloque(minutes: 2))
    let code = try await porte.donnerUnCode()
    let nouveau = "cinq chiens noirs"
    _ = try await porte.portier.entrer(
      code: code,
      nouveau: nouveau,
      encore: nouveau,
      dans: porte.essai.iut,
    )
    _ = try await porte.entrer(nouveau)
  }

  @Test("un code ne sert qu’une fois, n’ouvre qu’un temps, et le dernier remplace les autres")
  func code() async throws {
    let porte = try await Porte(.sqlite)
    func essayer(_ code: String, _ motDePasse: String = "six oies blanches") async throws {
      _ = try await porte.portier.entrer(
        code: code,
        nouveau: motDePasse,
        encore: motDePasse,
        dans: porte.essai.iut,
      )
    }
    let premier = try await porte.donnerUnCode()
    let second = try await porte.donnerUnCode()
    await #expect(throws: RefusDEntree.codeInvalide) { try await essayer(premier) }
    await #expect(throws: RefusDEntree.motDePasse(.tropCourt)) {
      try await essayer(second, "court")
    }
    try await essayer(second)
    await #expect(throws: RefusDEntree.codeInvalide) { try await essayer(second) }
    let tardif = try await porte.donnerUnCode()
    porte.essai.horloge.avancer(secondes: 73 * 3_600)
    await #expect(throws: RefusDEntree.codeInvalide) { try await essayer(tardif) }
  }

  @Test("le second facteur est demandé, ne sert qu’une fois, et un code l’enlève")
  func secondFacteur() async throws {
    let porte = try await Porte(.sqlite)
    let cle = porte.portier.secrets.cleDuSecondFacteur()
    try await porte.essai.faire(ChangerDeSecondFacteur(cle), par: porte.utilisateur)
    #expect(try await porte.refus(Porte.motDePasse) == .secondFacteurAttendu)
    #expect(
      try await porte.refus(Porte.motDePasse, secondFacteur: "000000x") == .secondFacteurFaux
    )
    let pas = porte.essai.horloge.moment.horodatage.millisecondes / 30_000
    let chiffres = porte.portier.secrets.secondFacteur(cle, pas: pas)
    _ = try await porte.entrer(secondFacteur: chiffres)
    #expect(
      try await porte.refus(Porte.motDePasse, secondFacteur: chiffres) == .secondFacteurFaux
    )
    let code = try await porte.donnerUnCode()
    _ = try await porte.portier.entrer(
      code: code,
      nouveau: "sept loups roux",
      encore: "sept loups roux",
      dans: porte.essai.iut,
    )
    _ = try await porte.entrer("sept loups roux")
  }

  @Test("une connexion s’éteint avec l’inactivité, et au bout d’une journée")
  func duree() async throws {
    let porte = try await Porte(.sqlite)
    let entree = try await porte.entrer()
    func tient() async throws -> Bool {
      try await porte.portier.reconnaitre(entree.secret.texte, dans: porte.essai.iut) != nil
    }
    for _ in 0..<11 {
      porte.essai.horloge.avancer(secondes: 3_600)
      #expect(try await tient())
    }
    porte.essai.horloge.avancer(secondes: 3_600)
    #expect(try await !tient())
    let autre = try await porte.entrer()
    porte.essai.horloge.avancer(secondes: 7_300)
    #expect(
      try await porte.portier.reconnaitre(autre.secret.texte, dans: porte.essai.iut) == nil
    )
  }

  @Test("changer de mot de passe ferme les autres navigateurs, pas celui-ci")
  func changer() async throws {
    let porte = try await Porte(.sqlite)
    let ici = try await porte.entrer()
    let ailleurs = try await porte.entrer()
    let hachage = try await porte.portier.secrets.hacher("huit ours bruns")
    try await porte.essai.faire(
      ChangerDeMotDePasse(hachage, depuis: ici.connexion.empreinte),
      par: porte.utilisateur,
    )
    let iut = porte.essai.iut
    #expect(try await porte.portier.reconnaitre(ici.secret.texte, dans: iut) != nil)
    #expect(try await porte.portier.reconnaitre(ailleurs.secret.texte, dans: iut) == nil)
    _ = try await porte.entrer("huit ours bruns")
  }

  @Test("un jeton agit dans ses droits, ceux de la personne, et pas au-delà de sa date")
  func jeton() async throws {
    let porte = try await Porte(.sqlite)
    let essai = porte.essai
    let secret = porte.portier.secrets.secret()
    let jusqua = essai.horloge.moment.jour.plus(jours: 30)
    let jeton = try await essai.faire(
      CreerUnJeton("tableau", secret.empreinte, droits: [.voirLesEtudiants], jusqua: jusqua),
      par: porte.utilisateur,
    )
    let demandeur = try #require(
      try await porte.portier.reconnaitre(jeton: secret.texte, dans: essai.iut)
    )
    #expect(demandeur == .programme(porte.utilisateur.id, droits: [.voirLesEtudiants]))
    await #expect(throws: Refus.interdit(.gererSonCompte)) {
      try await essai.bureau.faire(RevoquerUnJeton(jeton.id), par: demandeur, dans: essai.iut)
    }
    try await essai.faire(RevoquerUnJeton(jeton.id), par: porte.utilisateur)
    #expect(try await porte.portier.reconnaitre(jeton: secret.texte, dans: essai.iut) == nil)
  }

  @Test("ni mot de passe, ni code, ni jeton n’est au journal")
  func journal() async throws {
    let porte = try await Porte(.sqlite)
    let code = try await porte.donnerUnCode()
    let textes = try await porte.essai.lire { registre in
      try registre.journal(avant: nil, limite: 100).map { $0.acte + ($0.contenu ?? "") }
    }
    #expect(textes.contains { $0.hasPrefix("utiliser-un-code") })
    #expect(!textes.contains { $0.contains(code) || $0.contains("argon2") })
    #expect(
      !textes.contains { $0.contains(porte.portier.secrets.empreinte(code: code).texte) }
    )
  }

  @Test(
    "un mot de passe qui se devine est refusé",
    arguments: [
      "court", "motdepasse12", "azerty123456", "aaaaaaaaaaaaaa", "enseignant-essai",
    ],
  )
  func devinable(_ texte: String) throws {
    let utilisateur = Utilisateur(
      id: try #require(Identifiant(1)),
      identifiant: "enseignant",
      nom: "Noé Essai",
      etudiant: nil,
      actif: true,
    )
    #expect(throws: MotDePasse.Defaut.self) {
      try MotDePasse(texte, encore: texte, de: utilisateur)
    }
  }
}

@Suite("Connexion : ce qui a été attaqué")
struct ConnexionAttaqueeTests {
  @Test("des essais envoyés ensemble ne passent pas le blocage")
  func ensemble() async throws {
    let porte = try await ConnexionTests.Porte(.sqlite)
    let refus = await withTaskGroup(of: RefusDEntree?.self) { groupe in
      for rang in 0..<40 {
        groupe.addTask {
          do {
            _ = try await porte.entrer("faux mot de passe \(rang)")
            return nil
          } catch let refus as RefusDEntree {
            return refus
          } catch {
            return nil
          }
        }
      }
      return await groupe.reduce(into: [RefusDEntree?]()) { $0.append($1) }
    }
    #expect(refus.count { $0 == .nonReconnu } == Serrure.essais)
    let bloques = refus.count { issue in
      if case .bloque = issue { true } else { false }
    }
    #expect(bloques == 40 - Serrure.essais)
  }

  @Test("un identifiant que personne n’a attend comme les autres")
  func inconnu() async throws {
    let porte = try await ConnexionTests.Porte(.sqlite)
    func essayer() async throws -> RefusDEntree {
      try #require(
        await #expect(throws: RefusDEntree.self) {
          try await porte.portier.entrer("personne", "un mot de passe", dans: porte.essai.iut)
        }
      )
    }
    for _ in 0..<Serrure.essais { #expect(try await essayer() == .nonReconnu) }
    #expect(try await essayer() == .bloque(minutes: 1))
  }

  @Test("un code donné n’ôte le second facteur qu’une fois employé, et éteint tout le reste")
  func code() async throws {
    let porte = try await ConnexionTests.Porte(.sqlite)
    let essai = porte.essai
    let avant = try await porte.entrer()
    let cle = porte.portier.secrets.cleDuSecondFacteur()
    try await essai.faire(ChangerDeSecondFacteur(cle), par: porte.utilisateur)
    let secret = porte.portier.secrets.secret()
    _ = try await essai.faire(
      CreerUnJeton(
        "tableau",
        secret.empreinte,
        droits: [.voirLesNotes],
        jusqua: essai.horloge.moment.jour,
      ),
      par: porte.utilisateur,
    )
    let code = try await porte.donnerUnCode()
    #expect(
      try await porte.refus(ConnexionTests.Porte.motDePasse) == .secondFacteurAttendu
    )
    _ = try await porte.portier.entrer(
      code: code,
      nouveau: "neuf renards gris",
      encore: "neuf renards gris",
      dans: essai.iut,
    )
    _ = try await porte.entrer("neuf renards gris")
    #expect(try await porte.portier.reconnaitre(avant.secret.texte, dans: essai.iut) == nil)
    #expect(try await porte.portier.reconnaitre(jeton: secret.texte, dans: essai.iut) == nil)
  }
}
