import Actes
import SQL
import Scolarite
import Testing

@testable import Coffre

@Suite("Mot de passe oublié")
struct MotDePasseOublieTests {
  private static let nouveau = "quatre chats gris"

  private static func code(_ lettre: Lettre?) throws -> String {
    let lien = try #require(
      lettre?.texte.split(separator: "\n").first { $0.contains("/code?code=") }
    )
    return String(try #require(lien.split(separator: "=").last))
  }

  /// Asks for a code and gives the letter that leaves.
  private static func oublier(_ courrier: CourrierDEssai, _ saisi: String = "soi") async throws
    -> Lettre?
  {
    let avant = courrier.facteur.lettres.count
    try await courrier.portier.oublier(saisi, dans: courrier.essai.iut)
    _ = try await courrier.expedition.envoyer()
    return courrier.facteur.lettres.count > avant ? courrier.facteur.lettres.last : nil
  }

  @Test(
    "le code d’un message ouvre une fois, et le changement est dit",
    arguments: SQLEngine.allCases,
  )
  func parcours(_ moteur: SQLEngine) async throws {
    let courrier = try await CourrierDEssai(moteur)
    let (portier, iut) = (courrier.portier, courrier.essai.iut)
    let code = try Self.code(try await Self.oublier(courrier))
    func choisir() async throws -> Portier.Entree {
      try await portier.entrer(
        code: code,
        nouveau: Self.nouveau,
        encore: Self.nouveau,
        dans: iut,
      )
    }
    let entree = try await choisir()
    #expect(entree.connexion.utilisateur == courrier.soi.id)
    await #expect(throws: RefusDEntree.codeInvalide) { try await choisir() }
    _ = try await courrier.expedition.envoyer()
    #expect(courrier.facteur.lettres.last?.objet == "Votre mot de passe a changé")
    // Another change closes what was open.
    let autre = try Self.code(try await Self.oublier(courrier, "noe@etu.example"))
    _ = try await portier.entrer(
      code: autre,
      nouveau: "cinq chats roux ici",
      encore: "cinq chats roux ici",
      dans: iut,
    )
    #expect(try await portier.reconnaitre(entree.secret.texte, dans: iut) == nil)
  }

  @Test("le code vit trente minutes ; son message, s’il traîne, ne part plus")
  func duree() async throws {
    let courrier = try await CourrierDEssai(.sqlite)
    let code = try Self.code(try await Self.oublier(courrier))
    courrier.avancer(minutes: 31)
    await #expect(throws: RefusDEntree.codeInvalide) {
      try await courrier.portier.entrer(
        code: code,
        nouveau: Self.nouveau,
        encore: Self.nouveau,
        dans: courrier.essai.iut,
      )
    }
    try await courrier.portier.oublier("soi", dans: courrier.essai.iut)
    courrier.avancer(minutes: 31)
    let lettres = courrier.facteur.lettres.count
    _ = try await courrier.expedition.envoyer()
    #expect(courrier.facteur.lettres.count == lettres)
    let echec = try #require(try await courrier.essai.faire(VoirLeCourrier()).echecs.first)
    #expect(echec.etat == .abandonne && !echec.peutEtreRelance)
    let refus = try await courrier.bureau.refus {
      try await courrier.essai.faire(RelancerUnCourrier(echec.id))
    }
    #expect(refus == .etat(.courrierSansRelance))
  }

  @Test("rien ne part pour un inconnu, un compte fermé, sans adresse ou trop souvent")
  func rien() async throws {
    let courrier = try await CourrierDEssai(.sqlite)
    for saisi in ["personne", "", "personne@etu.example", "%", "soi "] {
      #expect(try await Self.oublier(courrier, saisi) == nil, "\(saisi)")
    }
    for _ in 0..<3 { #expect(try await Self.oublier(courrier) != nil) }
    #expect(try await Self.oublier(courrier) == nil, "three in an hour")
    courrier.avancer(minutes: 61)
    #expect(try await Self.oublier(courrier) != nil)
    courrier.avancer(minutes: 61)
    try await courrier.essai.faire(ActiverUnUtilisateur(courrier.soi.id, actif: false))
    #expect(try await Self.oublier(courrier) == nil)
  }

  @Test("qui entre par l’université en est averti, sans code", arguments: SQLEngine.allCases)
  func universite(_ moteur: SQLEngine) async throws {
    let courrier = try await CourrierDEssai(moteur)
    let portier = Portier(
      bureau: courrier.essai.bureau,
      secrets: courrier.secrets,
      courrier: CourrierDEssai.reglages,
      parLUniversite: true,
    )
    try await portier.oublier("soi", dans: courrier.essai.iut)
    _ = try await courrier.expedition.envoyer()
    let lettre = try #require(courrier.facteur.lettres.last)
    #expect(lettre.objet == "Vous entrez par l’université" && !lettre.texte.contains("code="))
  }

  @Test("le courrier ne fait pas tomber le second facteur", arguments: SQLEngine.allCases)
  func secondFacteur(_ moteur: SQLEngine) async throws {
    let courrier = try await CourrierDEssai(moteur)
    let (portier, iut) = (courrier.portier, courrier.essai.iut)
    let cle = courrier.secrets.cleDuSecondFacteur()
    try await courrier.essai.faire(ChangerDeSecondFacteur(cle), par: courrier.soi)
    let code = try Self.code(try await Self.oublier(courrier))
    await #expect(throws: RefusDEntree.motDePasseChoisi) {
      try await portier.entrer(
        code: code,
        nouveau: Self.nouveau,
        encore: Self.nouveau,
        dans: iut,
      )
    }
    await #expect(throws: RefusDEntree.secondFacteurAttendu) {
      try await portier.entrer("soi", Self.nouveau, dans: iut)
    }
  }

  @Test("le texte d’un code n’est plus gardé une fois parti", arguments: SQLEngine.allCases)
  func texteEfface(_ moteur: SQLEngine) async throws {
    let courrier = try await CourrierDEssai(moteur)
    let code = try Self.code(try await Self.oublier(courrier))
    let tout = try await courrier.essai.faire(ExporterUnePersonne(courrier.bureau.etudiant))
    #expect(tout.contains("mot-de-passe") && !tout.contains(code))
  }

  @Test("changer de mot de passe est dit par courrier")
  func changement() async throws {
    let courrier = try await CourrierDEssai(.sqlite)
    let poste = courrier.poste
    try await courrier.essai.faire(
      ChangerDeMotDePasse(
        try await courrier.secrets.hacher(Self.nouveau),
        depuis: nil,
        poste: poste,
      ),
      par: courrier.soi,
    )
    _ = try await courrier.expedition.envoyer()
    #expect(courrier.facteur.lettres.map(\.objet) == ["Votre mot de passe a changé"])
  }
}
