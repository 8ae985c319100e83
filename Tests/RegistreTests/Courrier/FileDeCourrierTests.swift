import Actes
import Registre
import SQL
import Scolarite
import Soutien
import Testing

@Suite("File du courrier")
struct FileDeCourrierTests {
  @Test("un message part une fois, puis n’est plus gardé", arguments: SQLEngine.allCases)
  func envoi(_ moteur: SQLEngine) async throws {
    let courrier = try await CourrierDEssai(moteur)
    try await courrier.essayer()
    #expect(try await courrier.comptes() == [.enAttente: 1])
    #expect(try await courrier.expedition.envoyer().remis == 1)
    #expect(try await courrier.expedition.envoyer().estVide)
    let lettre = try #require(courrier.facteur.lettres.first)
    #expect(courrier.facteur.lettres.count == 1)
    #expect(lettre.adresse == "ada@iut.example")
    #expect(lettre.objet == "Essai du courrier de Délibéré")
    #expect(lettre.reference.hasSuffix("@iut.example"))
    #expect(lettre.texte.contains("https://site.example\n"))
    #expect(try await courrier.comptes() == [.envoye: 1])
  }

  @Test(
    "ce qui échoue est retenté de plus en plus tard, sous le même numéro, puis abandonné",
    arguments: SQLEngine.allCases,
  )
  func reprises(_ moteur: SQLEngine) async throws {
    let courrier = try await CourrierDEssai(moteur)
    try await courrier.essayer()
    var attendues: [Int64] = [1, 5, 15, 60, 240, 720] + Array(repeating: 1_440, count: 9)
    var minutes: Int64 = 0
    while !attendues.isEmpty {
      courrier.facteur.repondre(.plusTard(code: 450, "réponse 450 à RCPT", deTous: false))
      #expect(try await courrier.expedition.envoyer().remisAPlusTard == 1)
      let attente = attendues.removeFirst()
      guard minutes + attente < 5 * 1_440 else { break }
      courrier.avancer(minutes: attente - 1)
      #expect(try await courrier.expedition.envoyer().estVide, "\(minutes) min")
      courrier.avancer(minutes: 1)
      minutes += attente
    }
    #expect(try await courrier.comptes() == [.abandonne: 1])
    #expect(Set(courrier.facteur.lettres.map(\.reference)).count == 1)
    #expect(Set(courrier.facteur.lettres).count == 1, "the same bytes each time")
    #expect(courrier.facteur.lettres.count > 8)
    let echec = try #require(try await courrier.essai.faire(VoirLeCourrier()).echecs.first)
    #expect(echec.reponse == "réponse 450 à RCPT" && echec.code == 450)
    // The administrator has it sent again, from the start.
    try await courrier.essai.faire(RelancerUnCourrier(echec.id), par: courrier.admin)
    #expect(try await courrier.expedition.envoyer().remis == 1)
  }

  @Test("un refus n’est jamais retenté et se montre", arguments: SQLEngine.allCases)
  func refus(_ moteur: SQLEngine) async throws {
    let courrier = try await CourrierDEssai(moteur)
    try await courrier.essayer()
    courrier.facteur.repondre(.refusee(code: 550, "550 5.1.1 à RCPT"))
    #expect(try await courrier.expedition.envoyer().refuses == 1)
    courrier.avancer(minutes: 10_000)
    #expect(try await courrier.expedition.envoyer().estVide)
    let echec = try #require(try await courrier.essai.faire(VoirLeCourrier()).echecs.first)
    #expect(echec.etat == .refuse && echec.essais == 1 && echec.peutEtreRelance)
    for personne in [
      courrier.soi, try await courrier.essai.utilisateur(.direction, sur: .etablissement),
    ] {
      let interdit = try await courrier.bureau.refus {
        try await courrier.essai.faire(RelancerUnCourrier(echec.id), par: personne)
      }
      #expect(interdit == .interdit(.administrer))
      let essai = try await courrier.bureau.refus {
        try await courrier.essai.faire(EnvoyerUnEssai(courrier.poste), par: personne)
      }
      #expect(essai == .interdit(.administrer))
    }
  }

  @Test("un serveur qui ne prend rien arrête la tournée : le reste n’a pas été essayé")
  func serveurArrete() async throws {
    let courrier = try await CourrierDEssai(.sqlite)
    for _ in 0..<3 { try await courrier.essayer() }
    courrier.facteur.repondre(.plusTard(code: nil, "serveur injoignable", deTous: true))
    let tournee = try await courrier.expedition.envoyer()
    #expect(tournee.estArretee && tournee.remisAPlusTard == 1)
    #expect(courrier.facteur.lettres.count == 1)
    #expect(try await courrier.expedition.envoyer().remis == 2)
    courrier.avancer(minutes: 2)
    #expect(try await courrier.expedition.envoyer().remis == 1)
  }

  @Test("un arrêt au milieu rend les messages, et un bail qui finit les libère")
  func arret() async throws {
    let courrier = try await CourrierDEssai(.sqlite)
    try await courrier.essayer()
    courrier.facteur.repondre(.interrompue)
    #expect(try await courrier.expedition.envoyer().estVide)
    #expect(try await courrier.expedition.envoyer().remis == 1)
    // A process that dies with a message in hand: another sends it once the time is up.
    try await courrier.essayer()
    let moment = courrier.essai.horloge.moment.horodatage
    let jusqua = Horodatage(millisecondes: moment.millisecondes + 900_000)
    let pris = try await courrier.essai.registre.ecrire(courrier.essai.iut) {
      try $0.prendreDesCourriers(5, bail: "mort", jusqua: jusqua, a: moment)
    }
    #expect(pris.count == 1)
    #expect(try await courrier.expedition.envoyer().estVide)
    courrier.avancer(minutes: 16)
    #expect(try await courrier.expedition.envoyer().remis == 1)
    // Who had it comes back too late to say anything.
    let dit = try await courrier.essai.registre.ecrire(courrier.essai.iut) {
      try $0.regler(
        pris[0].courrier.id,
        bail: "mort",
        SuiteDePli(.refuse, prochain: moment, code: 550, reponse: nil),
        a: moment,
      )
    }
    #expect(!dit)
    #expect(try await courrier.comptes() == [.envoye: 2])
  }

  @Test("le débit est celui de tous les processus", arguments: SQLEngine.allCases)
  func debit(_ moteur: SQLEngine) async throws {
    var reglages = CourrierDEssai.reglages
    reglages.parMinute = 3
    let courrier = try await CourrierDEssai(moteur, reglages: reglages)
    for _ in 0..<5 { try await courrier.essayer() }
    let autre = Expedition(
      courrier.essai.bureau,
      courrier.poste,
      courrier.facteur,
      dans: courrier.essai.iut,
    )
    #expect(try await courrier.expedition.envoyer().remis == 3)
    #expect(try await autre.envoyer().estVide)
    courrier.avancer(minutes: 1)
    #expect(try await autre.envoyer().remis == 2)
  }

  @Test(
    "plusieurs expéditeurs à la fois n’envoient jamais deux fois",
    arguments: SQLEngine.allCases,
  )
  func concurrence(_ moteur: SQLEngine) async throws {
    let courrier = try await CourrierDEssai(moteur)
    for _ in 0..<30 { try await courrier.essayer() }
    // A second process on the same base.
    let registre = try RegistreSQLDeux.ouvrir(courrier.essai.base)
    defer { registre.fermer() }
    let second = Bureau(
      registre: registre,
      horloge: courrier.essai.horloge.horloge,
      formats: courrier.essai.bureau.formats,
    )
    let bureaux = [courrier.essai.bureau, second, courrier.essai.bureau, second]
    try await withThrowingTaskGroup { groupe in
      for bureau in bureaux {
        let expedition = Expedition(
          bureau,
          courrier.poste,
          courrier.facteur,
          dans: courrier.essai.iut,
        )
        groupe.addTask { while try await !expedition.envoyer().estVide {} }
      }
      try await groupe.waitForAll()
    }
    let references = courrier.facteur.lettres.map(\.reference)
    #expect(references.count == 30 && Set(references).count == 30)
    #expect(try await courrier.comptes() == [.envoye: 30])
  }

  @Test("la file survit à un arrêt", arguments: SQLEngine.allCases)
  func survie(_ moteur: SQLEngine) async throws {
    let courrier = try await CourrierDEssai(moteur)
    try await courrier.essayer()
    let registre = try RegistreSQLDeux.ouvrir(courrier.essai.base)
    defer { registre.fermer() }
    let bureau = Bureau(
      registre: registre,
      horloge: courrier.essai.horloge.horloge,
      formats: courrier.essai.bureau.formats,
    )
    let expedition = Expedition(
      bureau,
      courrier.poste,
      courrier.facteur,
      dans: courrier.essai.iut,
    )
    #expect(try await expedition.envoyer().remis == 1)
  }

  @Test("sans adresse, rien ne part et l’administrateur le lit")
  func sansAdresse() async throws {
    let courrier = try await CourrierDEssai(.sqlite)
    try await courrier.essayer()
    try await courrier.essai.faire(FixerUneAdresse(nil, de: courrier.admin.id))
    #expect(try await courrier.expedition.envoyer().refuses == 1)
    #expect(courrier.facteur.lettres.isEmpty)
    #expect(
      try await courrier.essai.faire(VoirLeCourrier()).echecs.first?.reponse == "aucune adresse"
    )
    let refus = try await courrier.bureau.refus { try await courrier.essayer() }
    #expect(refus == .donnees([.init("adresse", .absente)]))
  }

  @Test(
    "une adresse qui n’en est pas une est refusée",
    arguments: [
      "ada", "ada@iut", "a b@c.fr", "a@b.fr\r\nBcc: c@d.fr", "é@iut.fr", "@iut.fr", "a@.fr",
    ],
  )
  func adresses(_ texte: String) async throws {
    let courrier = try await CourrierDEssai(.sqlite)
    let refus = try await courrier.bureau.refus {
      try await courrier.essai.faire(FixerUneAdresse(texte, de: courrier.admin.id))
    }
    #expect(refus == .donnees([.init("adresse", .illisible(vu: texte))]))
  }
}
