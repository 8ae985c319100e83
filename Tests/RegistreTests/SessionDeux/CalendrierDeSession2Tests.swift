import Actes
import SQL
import Scolarite
import Testing

@Suite("Calendrier de session 2")
struct CalendrierDeSession2Tests {
  private typealias Terrain = TerrainDeCalendrierDeSession2

  @Test(
    "sans salles ni créneaux, rien ne se cherche ; ils se relisent",
    arguments: SQLEngine.allCases,
  )
  func lieux(_ moteur: SQLEngine) async throws {
    let terrain = try await Terrain(moteur)
    let sans = try await terrain.bureau.refus { try await terrain.chercher() }
    #expect(sans == .etat(.calendrierDeSession2(.sansLieux)))
    let ecrits = try await terrain.meubler()
    let campagne = terrain.campagne
    #expect(try await terrain.essai.lire { try $0.lieuxDeSession2(campagne) } == ecrits)
    let perdue = try await terrain.bureau.refus {
      _ = try await terrain.essai.faire(
        DefinirLesLieuxDeSession2(
          LieuxDeSession2(
            campagne: campagne,
            salles: [],
            creneaux: ecrits.creneaux,
            version: 0,
          )
        )
      )
    }
    #expect(perdue?.estUnConflit == true)
    let dehors = try await terrain.bureau.refus {
      _ = try await terrain.essai.faire(
        DefinirLesLieuxDeSession2(
          LieuxDeSession2(
            campagne: campagne,
            salles: [],
            creneaux: [.init(try BureauDEssai.instant("2026-07-07T09:00"), minutes: 120)],
            version: ecrits.version,
          )
        )
      )
    }
    guard case .donnees(let fautes) = dehors else {
      Issue.record("a day out of the session is refused")
      return
    }
    #expect(fautes.map(\.lieu) == ["créneaux"])
  }

  @Test("de la recherche à la publication, relu tel quel", arguments: SQLEngine.allCases)
  func publication(_ moteur: SQLEngine) async throws {
    let terrain = try await Terrain(moteur)
    let essai = terrain.essai
    let campagne = terrain.campagne
    try await terrain.meubler()
    let garde = try await terrain.chercher()
    #expect(try terrain.debut("UE11-ecrit", garde) != terrain.debut("UE12-ecrit", garde))
    let majore = try #require(garde.seances.first { $0.epreuve.ue.texte == "UE11" })
    #expect(majore.horaire(de: terrain.etudiants[1])?.fin == majore.debut.minute + 120)
    let nonSigne = try await terrain.bureau.refus {
      _ = try await essai.faire(PublierLeCalendrier(campagne))
    }
    #expect(nonSigne == .etat(.calendrierDeSession2(.nonSigne)))
    let perime = try await terrain.bureau.refus {
      _ = try await essai.faire(
        SignerLeCalendrier(campagne, empreinte: String(repeating: "0", count: 64))
      )
    }
    #expect(perime == .etat(.calendrierDeSession2(.empreinteChangee)))
    let signe = try await terrain.signer()
    #expect(signe.signature?.empreinte.count == 64)
    let publie = try await essai.faire(PublierLeCalendrier(campagne))
    let lus = try await essai.lire { try $0.calendriersDeSession2(campagne) }
    #expect(lus == [publie])
    let faites = try await essai.lire { try $0.etapesDeSession2(campagne) }
    #expect(faites[.calendrier] == essai.horloge.moment.jour)
    let encore = try await terrain.bureau.refus {
      _ = try await essai.faire(PublierLeCalendrier(campagne))
    }
    #expect(encore == .etat(.calendrierDeSession2(.dejaPublie)))
  }

  @Test(
    "publié 21 jours avant, pas 20, sauf de qui la session le permet, avec un motif",
    arguments: SQLEngine.allCases,
  )
  func delai(_ moteur: SQLEngine) async throws {
    let terrain = try await Terrain(moteur)
    let essai = terrain.essai
    let campagne = terrain.campagne
    try await terrain.meubler()
    try await terrain.chercher()
    try await terrain.signer()
    let promotion = Portee.promotion(terrain.bureau.promotion.id)
    let secretariat = try await essai.utilisateur(.secretariat, sur: promotion)
    let direction = try await essai.utilisateur(.direction, sur: .etablissement)
    try essai.horloge.regler(a: "2026-06-16T08:00")
    let tard = Refus.regle(
      article: "procédure de session 2, § 1",
      .calendrierDeSession2(.tropTard(limite: try BureauDEssai.jour("2026-06-15"))),
    )
    for (qui, motif) in [(secretariat, "grève"), (direction, nil), (direction, "")] {
      let refus = try await terrain.bureau.refus {
        _ = try await essai.faire(PublierLeCalendrier(campagne, derogation: motif), par: qui)
      }
      #expect(refus == tard)
    }
    try essai.horloge.regler(a: "2026-06-15T23:59")
    _ = try await essai.faire(PublierLeCalendrier(campagne), par: secretariat)

    let second = try await Terrain(moteur)
    try await second.meubler()
    try await second.chercher()
    try await second.signer()
    try second.essai.horloge.regler(a: "2026-06-16T08:00")
    let chef = try await second.essai.utilisateur(.direction, sur: .etablissement)
    let publie = try await second.essai.faire(
      PublierLeCalendrier(second.campagne, derogation: "grève du 10 au 14 juin"),
      par: chef,
    )
    #expect(publie.publication?.derogation == "grève du 10 au 14 juin")
  }

  @Test("la direction des études signe, et personne d’autre")
  func signature() async throws {
    let terrain = try await Terrain(.sqlite)
    try await terrain.meubler()
    try await terrain.chercher()
    let empreinte = try #require(try await terrain.vue().empreinte)
    let promotion = Portee.promotion(terrain.bureau.promotion.id)
    let secretariat = try await terrain.essai.utilisateur(.secretariat, sur: promotion)
    let refus = try await terrain.bureau.refus {
      _ = try await terrain.essai.faire(
        SignerLeCalendrier(terrain.campagne, empreinte: empreinte),
        par: secretariat,
      )
    }
    #expect(refus == .interdit(.signerLeCalendrier))
    let etudes = try await terrain.essai.utilisateur(.directeurDesEtudes, sur: promotion)
    let signe = try await terrain.essai.faire(
      SignerLeCalendrier(terrain.campagne, empreinte: empreinte),
      par: etudes,
    )
    #expect(signe.signature?.nom == etudes.nom)
    // A correction asks for a new signature.
    let cle = try Terrain.cle("UE11-ecrit")
    let libre = try #require(
      try ["09:00", "11:00", "14:00"].map { try BureauDEssai.instant("2026-07-06T\($0)") }
        .first { heure in !signe.seances.contains { $0.debut == heure } }
    )
    let corrige = try await terrain.essai.faire(
      DeplacerUneEpreuve(
        campagne: terrain.campagne,
        epreuve: cle,
        vers: libre,
        salle: nil,
        version: signe.version,
      )
    )
    #expect(corrige.signature == nil)
  }

  @Test(
    "un changement n’avertit que ceux qu’il concerne, avec l’avant et l’après",
    arguments: SQLEngine.allCases,
  )
  func changement(_ moteur: SQLEngine) async throws {
    let terrain = try await Terrain(moteur)
    let essai = terrain.essai
    let publie = try await terrain.publier()
    let cle = try Terrain.cle("UE12-ecrit")
    let avant = try terrain.debut("UE12-ecrit", publie)
    let libre = try #require(
      try ["09:00", "11:00", "14:00"].map { try BureauDEssai.instant("2026-07-06T\($0)") }
        .first { heure in !publie.seances.contains { $0.debut == heure } }
    )
    let estimation = try await essai.bureau.demander(
      EstimerUnDeplacement(campagne: terrain.campagne, epreuve: cle, vers: libre, salle: nil),
      par: .console("essai"),
      dans: essai.iut,
    )
    #expect(estimation.empechements.isEmpty)
    _ = try await essai.faire(
      DeplacerUneEpreuve(
        campagne: terrain.campagne,
        epreuve: cle,
        vers: libre,
        salle: nil,
        version: 0,
      )
    )
    try await terrain.signer()
    try essai.horloge.regler(a: "2026-06-20T08:00")
    _ = try await essai.faire(PublierLeCalendrier(terrain.campagne))
    let campagne = terrain.campagne
    let tous = terrain.etudiants
    let changes = try await essai.lire { registre in
      try tous.map { try registre.convocationsChangees($0, campagne).filter { !$0.avant.isEmpty } }
    }
    #expect(changes.map(\.count) == [1, 0, 1])
    let sien = try #require(changes[2].first)
    #expect(sien.avant != sien.apres && sien.apres.contains("UE12"))
    #expect(avant != libre)
    func nouvelles(_ etudiant: Identifiant<Etudiant>) async throws -> [Nouvelle.Nature] {
      let lui = try await terrain.bureau.enPersonne(etudiant)
      return try await essai.faire(NouvellesDUnEtudiant(etudiant, apres: nil), par: lui)
        .map(\.nature)
    }
    let lues = try await nouvelles(tous[2])
    #expect(lues.first == .convocation(campagne, estUnChangement: true))
    #expect(try await nouvelles(tous[1]) == [.convocation(campagne, estUnChangement: false)])
  }

  @Test("confirmé à la clôture : ce qui n’a pas d’inscrit disparaît, rien d’autre ne bouge")
  func confirmation() async throws {
    let terrain = try await Terrain(.sqlite)
    let essai = terrain.essai
    let publie = try await terrain.publier()
    try await terrain.inscrire(terrain.etudiants[1], ["UE11"])
    let tropTot = try await terrain.bureau.refus {
      _ = try await essai.faire(ConfirmerLeCalendrier(terrain.campagne, version: 0))
    }
    #expect(
      tropTot
        == .etat(
          .calendrierDeSession2(
            .inscriptionsOuvertes(jusqua: try BureauDEssai.instant("2026-06-26T23:59"))
          )
        )
    )
    try essai.horloge.regler(a: "2026-06-27T00:00")
    let confirme = try await essai.faire(ConfirmerLeCalendrier(terrain.campagne, version: 0))
    #expect(confirme.estConfirme && Set(confirme.seances.map(\.epreuve.ue.texte)) == ["UE11"])
    #expect(
      try terrain.debut("UE11-ecrit", confirme) == terrain.debut("UE11-ecrit", publie)
    )
    try await terrain.signer()
    _ = try await essai.faire(PublierLeCalendrier(terrain.campagne))
    let campagne = terrain.campagne
    let tous = terrain.etudiants
    let changes = try await essai.lire { registre in
      try tous.map { try registre.convocationsChangees($0, campagne).count }
    }
    #expect(changes == [1, 1, 1], "nobody is told anew: nothing of theirs has changed")
  }

  @Test(
    "deux épreuves à la fois : signalé d’un clic, réglé d’un clic",
    arguments: SQLEngine.allCases,
  )
  func chevauchement(_ moteur: SQLEngine) async throws {
    let terrain = try await Terrain(moteur)
    let essai = terrain.essai
    try await terrain.meubler()
    let garde = try await terrain.chercher()
    let (un, deux) = (try Terrain.cle("UE11-ecrit"), try Terrain.cle("UE12-ecrit"))
    let debut = try terrain.debut("UE11-ecrit", garde)
    let occupee = try #require(garde.seances.first { $0.epreuve == un }).salle
    _ = try await essai.faire(
      DeplacerUneEpreuve(
        campagne: terrain.campagne,
        epreuve: deux,
        vers: debut,
        salle: occupee == "Amphi A" ? "B204" : "Amphi A",
        version: garde.version,
      )
    )
    let vue = try await terrain.vue()
    let vu = try #require(vue.jugement?.chevauchements.first)
    #expect(vu.etudiant == terrain.etudiants[0] && Set(vu.epreuves) == [un, deux])
    try await terrain.signer()
    _ = try await essai.faire(PublierLeCalendrier(terrain.campagne))
    let lui = try await terrain.bureau.enPersonne(terrain.etudiants[0])
    let siennes = try await essai.bureau.demander(
      VoirSonCalendrierDeSession2(terrain.etudiants[0]),
      par: .utilisateur(lui.id),
      dans: essai.iut,
    )
    let couple = try #require(siennes.first?.chevauchements.first)
    let signalement = try await essai.faire(
      SignalerUnChevauchement(
        campagne: terrain.campagne,
        etudiant: terrain.etudiants[0],
        epreuves: couple,
      ),
      par: lui,
    )
    let encore = try await terrain.bureau.refus {
      _ = try await essai.faire(
        SignalerUnChevauchement(
          campagne: terrain.campagne,
          etudiant: terrain.etudiants[0],
          epreuves: couple,
        ),
        par: lui,
      )
    }
    #expect(encore == .etat(.calendrierDeSession2(.dejaSignale)))
    let libre =
      try BureauDEssai.instant("2026-07-06T14:00") == debut
      ? BureauDEssai.instant("2026-07-06T09:00") : BureauDEssai.instant("2026-07-06T14:00")
    let apres = try await essai.faire(
      FairePasserSeul(
        campagne: terrain.campagne,
        epreuve: deux,
        etudiant: terrain.etudiants[0],
        le: libre,
        salle: "B204",
        signalement: signalement.id,
        version: 0,
      )
    )
    #expect(apres.seances(de: terrain.etudiants[0]).contains { $0.estIndividuelle })
    let regle = try await terrain.vue()
    #expect(regle.jugement?.chevauchements.isEmpty == true)
    #expect(regle.jugement?.violations.isEmpty == true)
    let lu = try await essai.lire { [id = signalement.id] in try $0.signalementDeSession2(id) }
    #expect(lu?.reponse?.contains("surveillance continue") == true)
  }

  @Test("une contrainte déclarée coûte, et se montre", arguments: SQLEngine.allCases)
  func contrainte(_ moteur: SQLEngine) async throws {
    let terrain = try await Terrain(moteur)
    let essai = terrain.essai
    try await terrain.meubler()
    let garde = try await terrain.chercher()
    let avant = try #require(try await terrain.vue().jugement)
    let lui = try await terrain.bureau.enPersonne(terrain.etudiants[1])
    let debut = try terrain.debut("UE11-ecrit", garde)
    let declaree = try await essai.faire(
      DeclarerUneContrainte(
        campagne: terrain.campagne,
        etudiant: terrain.etudiants[1],
        nature: .alternance,
        du: debut,
        au: BureauDEssai.instant("2026-07-06T23:00"),
        precision: "Entreprise",
      ),
      par: lui,
    )
    let vue = try await terrain.vue()
    #expect(vue.contraintes.first?.touchees == [try Terrain.cle("UE11-ecrit")])
    #expect(try #require(vue.jugement).cout > avant.cout)
    let voisin = try await terrain.bureau.enPersonne(terrain.etudiants[0])
    let refus = try await terrain.bureau.refus {
      _ = try await essai.faire(RetirerUneContrainte(declaree.id), par: voisin)
    }
    #expect(refus == .interdit(.deposerUneDemande))
    _ = try await essai.faire(RetirerUneContrainte(declaree.id), par: lui)
    #expect(try await terrain.vue().contraintes.isEmpty)
  }

  @Test("le texte signé se relit, et change dès qu’une place change")
  func texte() async throws {
    let terrain = try await Terrain(.sqlite)
    try await terrain.meubler()
    let garde = try await terrain.chercher()
    #expect(TexteDeCalendrier.lire(garde.texte) == garde.seances)
    #expect(garde.texte.contains("UE11-ecrit\t2026-07-06T"))
    #expect(TexteDeCalendrier.lire("autre chose\n") == nil)
  }
}
