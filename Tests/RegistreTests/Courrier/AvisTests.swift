import Actes
import SQL
import Scolarite
import Testing

@Suite("Avis par courrier")
struct AvisTests {
  @Test(
    "des notes publiées font un message, après dix minutes de calme, et un seul",
    arguments: SQLEngine.allCases,
  )
  func notes(_ moteur: SQLEngine) async throws {
    let courrier = try await CourrierDEssai(moteur)
    let evaluation = try await courrier.notee()
    try await courrier.publier(evaluation)
    try await courrier.expedition.annoncer()
    #expect(try await courrier.comptes().isEmpty, "not before quiet")
    courrier.avancer(minutes: 11)
    try await courrier.expedition.annoncer()
    #expect(try await courrier.comptes() == [.enAttente: 1])
    try await courrier.annoncer()
    #expect(try await courrier.comptes() == [.enAttente: 1], "told once")
    _ = try await courrier.expedition.envoyer()
    let lettre = try #require(courrier.facteur.lettres.first)
    #expect(lettre.adresse == "noe@etu.example")
    #expect(lettre.objet == "Nouvelles notes en \(evaluation.module)")
    #expect(lettre.texte.contains("https://site.example/moi\n"))
    #expect(
      lettre.desinscription?.hasPrefix("https://site.example/courrier/desinscription/") == true
    )
    // Published again: it is new again.
    try await courrier.publier(try await courrier.notee())
    try await courrier.annoncer()
    #expect(try await courrier.comptes() == [.enAttente: 1, .envoye: 1])
  }

  @Test("ce qui vient ensemble est dit ensemble", arguments: SQLEngine.allCases)
  func ensemble(_ moteur: SQLEngine) async throws {
    let courrier = try await CourrierDEssai(moteur)
    try await courrier.publier(try await courrier.notee())
    try await courrier.expedition.annoncer()
    courrier.avancer(minutes: 6)
    let (promotion, etudiant) = (courrier.bureau.promotion, courrier.bureau.etudiant)
    _ = try await courrier.essai.faire(
      AttribuerUnBonus(
        promotion: promotion.id,
        etudiant: etudiant,
        nature: .sport(.seances(20)),
        date: courrier.essai.horloge.moment.jour,
        motif: "escalade",
      )
    )
    try await courrier.expedition.annoncer()
    courrier.avancer(minutes: 6)
    try await courrier.expedition.annoncer()
    #expect(try await courrier.comptes().isEmpty, "quiet begins again")
    courrier.avancer(minutes: 6)
    try await courrier.expedition.annoncer()
    _ = try await courrier.expedition.envoyer()
    let lettre = try #require(courrier.facteur.lettres.first)
    #expect(courrier.facteur.lettres.count == 1)
    #expect(lettre.objet == "Du nouveau dans Délibéré")
    #expect(lettre.texte.contains("De nouvelles notes") && lettre.texte.contains("Un bonus"))
  }

  @Test("une note dépubliée avant le message n’est pas annoncée")
  func depubliee() async throws {
    let courrier = try await CourrierDEssai(.sqlite)
    let evaluation = try await courrier.notee()
    try await courrier.publier(evaluation)
    try await courrier.expedition.annoncer()
    try await courrier.essai.faire(PublierUneEvaluation(evaluation.id, publiee: false))
    try await courrier.annoncer()
    #expect(try await courrier.comptes().isEmpty)
  }

  @Test("un jury clos, un justificatif à compléter sont annoncés", arguments: SQLEngine.allCases)
  func procedures(_ moteur: SQLEngine) async throws {
    let courrier = try await CourrierDEssai(moteur)
    let etudiant = courrier.bureau.etudiant
    let justificatif = try await courrier.essai.faire(
      DeposerUnJustificatif(
        etudiant: etudiant,
        du: BureauDEssai.instant("2025-10-06T00:00"),
        au: BureauDEssai.instant("2025-10-06T23:59"),
        nature: .medical,
        fichier: nil,
      )
    )
    _ = try await courrier.essai.faire(
      TraiterUnJustificatif(
        justificatif.id,
        .aCompleter(motif: "secret-du-motif"),
        version: justificatif.version,
      )
    )
    try await courrier.annoncer()
    let jury = try await JuryOuvert(courrier.bureau)
    try await jury.decider(.red, motif: "trop d’UE en attente")
    try await jury.clore()
    try await courrier.annoncer()
    _ = try await courrier.expedition.envoyer()
    let textes = courrier.facteur.lettres.filter { $0.adresse == "noe@etu.example" }
    #expect(
      Set(textes.map(\.objet)) == ["Un justificatif est à compléter", "Décisions du jury"]
    )
    for lettre in textes {
      #expect(!lettre.texte.contains("secret-du-motif") && !lettre.texte.contains("UE en attente"))
      #expect(!lettre.texte.contains("RED"))
    }
  }

  @Test(
    "l’enseignant d’un créneau apprend l’absence annoncée, l’étudiant la réponse à sa demande",
    arguments: SQLEngine.allCases,
  )
  func absences(_ moteur: SQLEngine) async throws {
    let courrier = try await CourrierDEssai(moteur)
    let (bureau, essai) = (courrier.bureau, courrier.essai)
    let jour = essai.horloge.moment.jour.plus(jours: 2)
    let (debut, fin) = (
      try BureauDEssai.instant("\(jour)T08:00"), try BureauDEssai.instant("\(jour)T18:00"),
    )
    let enseignant = try await essai.faire(
      CreerUnUtilisateur(.init(identifiant: "prof@iut.example", nom: "Une Enseignante"))
    )
    _ = try await essai.faire(
      CreerDesSeances(
        promotion: bureau.promotion.id,
        seances: [
          .init(module: nil, debut: debut, minutes: 90, enseignant: enseignant.id, nature: .td)
        ],
      )
    )
    try await courrier.annoncer()
    _ = try await essai.faire(
      AnnoncerUneAbsence(bureau.etudiant, du: debut, au: fin, texte: "secret")
    )
    let demande = try await essai.faire(
      DemanderUneAutorisation(bureau.etudiant, du: debut, au: fin, motif: "concours")
    )
    _ = try await essai.faire(
      DeciderDUneAutorisation(
        demande.id,
        .refuser(motif: "examen ce jour-là"),
        version: demande.version,
      )
    )
    try await courrier.annoncer()
    _ = try await courrier.expedition.envoyer()
    let elle = courrier.facteur.lettres.filter { $0.adresse == "prof@iut.example" }
    #expect(elle.map(\.objet) == ["Une absence est annoncée à vos créneaux"])
    #expect(elle.allSatisfy { !$0.texte.contains("secret") })
    let lui = courrier.facteur.lettres.filter { $0.adresse == "noe@etu.example" }
    #expect(lui.map(\.objet) == ["Réponse à votre demande d’autorisation d’absence"])
    #expect(lui.allSatisfy { !$0.texte.contains("examen") })
  }

  @Test("aucune note, moyenne ni décision n’est dans un message", arguments: SQLEngine.allCases)
  func rienDeSecret(_ moteur: SQLEngine) async throws {
    let courrier = try await CourrierDEssai(moteur)
    let evaluation = try await courrier.notee()
    let etudiant = courrier.bureau.etudiant
    let note = try #require(
      try await courrier.essai.lire { try $0.note(evaluation.id, etudiant) }
    )
    // Figures that nothing else of a message can hold.
    let valeur = try #require(Decimale("17,83"))
    let nouvelle = try #require(Note(valeur))
    _ = try await courrier.essai.faire(
      SaisirUneNote(
        evaluation: evaluation.id,
        etudiant: etudiant,
        entree: .note(nouvelle),
        version: note.note.version,
        motif: "erreur de report",
      )
    )
    try await courrier.publier(evaluation)
    try await courrier.annoncer()
    _ = try await courrier.expedition.envoyer()
    #expect(!courrier.facteur.lettres.isEmpty)
    for lettre in courrier.facteur.lettres {
      let tout = lettre.objet + lettre.texte
      for secret in ["17,83", "17.83", "17", "83"] {
        #expect(!tout.replacing(lettre.desinscription ?? "-", with: "").contains(secret))
      }
    }
  }

  @Test("qui ne veut plus d’un avis n’en reçoit plus", arguments: SQLEngine.allCases)
  func preferences(_ moteur: SQLEngine) async throws {
    let courrier = try await CourrierDEssai(moteur)
    let essai = courrier.essai
    let choix = try await essai.faire(VoirSesCourriers(), par: courrier.soi)
    #expect(choix.adresse == "noe@etu.example" && choix.coupes.isEmpty)
    #expect(
      choix.sujets == [
        .notes, .bonus, .decisions, .justificatifs, .redoublements, .autorisations, .rattrapages,
        .paliers, .session2, .copies, .bts,
      ]
    )
    try await essai.faire(ChoisirSesCourriers(coupes: [.notes]), par: courrier.soi)
    try await courrier.publier(try await courrier.notee())
    try await courrier.annoncer()
    #expect(try await courrier.comptes().isEmpty)
    let entree = try await courrier.bureau.derniereEntree(de: courrier.bureau.etudiant)
    #expect(entree != nil)
    let tout = try await essai.faire(ExporterUnePersonne(courrier.bureau.etudiant))
    #expect(tout.contains("sujet_coupe") && tout.contains("adresse_de_courrier"))
    try await essai.faire(ChoisirSesCourriers(coupes: []), par: courrier.soi)
    try await courrier.publier(try await courrier.notee())
    try await courrier.annoncer()
    #expect(try await courrier.comptes() == [.enAttente: 1])
  }

  @Test("le lien d’un message coupe ses avis sans connexion, et rien d’autre")
  func desinscription() async throws {
    let courrier = try await CourrierDEssai(.sqlite)
    let (portier, iut) = (courrier.portier, courrier.essai.iut)
    try await courrier.publier(try await courrier.notee())
    try await courrier.annoncer()
    _ = try await courrier.expedition.envoyer()
    let lien = try #require(courrier.facteur.lettres.first?.desinscription)
    let droit = String(try #require(lien.split(separator: "/").last))
    #expect(try await portier.desinscription(droit, dans: iut) == [.notes])
    for faux in [
      droit + "0", String(droit.dropLast()), droit.replacing("notes", with: "decisions"),
      "1" + droit, "", "-", "x-notes-y", droit.uppercased(), "0\(droit)",
    ] {
      #expect(try await portier.desinscription(faux, dans: iut) == nil, "\(faux)")
      #expect(try await portier.desinscrire(faux, dans: iut) == nil)
    }
    #expect(try await portier.desinscrire(droit, dans: iut) == [.notes])
    #expect(try await portier.desinscrire(droit, dans: iut) == [.notes])
    let coupes = try await courrier.essai.faire(VoirSesCourriers(), par: courrier.soi).coupes
    #expect(coupes == [.notes])
    // Of an account that is closed, nothing is told.
    try await courrier.essai.faire(ActiverUnUtilisateur(courrier.soi.id, actif: false))
    #expect(try await portier.desinscription(droit, dans: iut) == nil)
  }

  @Test("un membre de jury est prévenu trois jours avant, une fois", arguments: SQLEngine.allCases)
  func jurys(_ moteur: SQLEngine) async throws {
    let courrier = try await CourrierDEssai(moteur)
    let jour = courrier.essai.horloge.moment.jour
    _ = try await courrier.essai.faire(
      OuvrirUnJury(
        promotion: courrier.bureau.promotion.id,
        nature: .annee,
        date: jour.plus(jours: 4),
        membres: [
          .init(
            nom: "Ada Ministre",
            qualite: .president,
            present: true,
            utilisateur: courrier.admin.id,
          )
        ],
      )
    )
    try await courrier.expedition.rappeler()
    try await courrier.annoncer()
    #expect(try await courrier.comptes().isEmpty, "four days before, nothing")
    try courrier.essai.horloge.regler(jour.plus(jours: 1).description)
    for _ in 0..<3 {
      try await courrier.expedition.rappeler()
      try await courrier.annoncer()
    }
    _ = try await courrier.expedition.envoyer()
    #expect(courrier.facteur.lettres.map(\.objet) == ["Un jury se réunit bientôt"])
    #expect(courrier.facteur.lettres.first?.adresse == "ada@iut.example")
  }

  @Test("qui saisit des notes en retard est prévenu une fois", arguments: SQLEngine.allCases)
  func retards(_ moteur: SQLEngine) async throws {
    let courrier = try await CourrierDEssai(moteur)
    let essai = courrier.essai
    let evaluation = try await courrier.notee()
    let prof = try await essai.utilisateur(
      .enseignant,
      sur: .module(courrier.bureau.promotion.id, evaluation.module),
    )
    try await essai.faire(FixerUneAdresse("prof@iut.example", de: prof.id))
    let jour = essai.horloge.moment.jour
    _ = try await essai.faire(
      CreerUneEvaluation(
        promotion: courrier.bureau.promotion.id,
        semestre: evaluation.semestre,
        module: evaluation.module,
        intitule: "Contrôle en retard",
        date: jour,
      )
    )
    try essai.horloge.regler(jour.plus(jours: 13).description)
    try await courrier.expedition.rappeler()
    try await courrier.annoncer()
    _ = try await courrier.expedition.envoyer()
    #expect(!courrier.facteur.lettres.contains { $0.texte.contains("Contrôle en retard") })
    try essai.horloge.regler(jour.plus(jours: 15).description)
    for _ in 0..<3 {
      try await courrier.expedition.rappeler()
      try await courrier.annoncer()
    }
    _ = try await courrier.expedition.envoyer()
    let lettres = courrier.facteur.lettres.filter { $0.texte.contains("Contrôle en retard") }
    #expect(lettres.map(\.adresse) == ["prof@iut.example"])
  }

  @Test("la session 2 est rappelée à qui ne s’y est pas inscrit", arguments: SQLEngine.allCases)
  func session2(_ moteur: SQLEngine) async throws {
    let courrier = try await CourrierDEssai(moteur)
    let jour = courrier.essai.horloge.moment.jour
    _ = try await courrier.essai.faire(
      OuvrirUneCampagne(
        promotion: courrier.bureau.promotion.id,
        nature: .session2,
        intitule: "Session 2",
        ouverture: BureauDEssai.instant("2025-08-01T08:00"),
        cloture: BureauDEssai.instant("\(jour.plus(jours: 2))T12:00"),
      )
    )
    for _ in 0..<2 {
      try await courrier.expedition.rappeler()
      try await courrier.annoncer()
    }
    _ = try await courrier.expedition.envoyer()
    let lettres = courrier.facteur.lettres
    #expect(lettres.map(\.objet) == ["Session 2 : les inscriptions ferment bientôt"])
  }

  @Test("effacer une personne efface son courrier", arguments: SQLEngine.allCases)
  func effacement(_ moteur: SQLEngine) async throws {
    let courrier = try await CourrierDEssai(moteur)
    try await courrier.publier(try await courrier.notee())
    try await courrier.annoncer()
    #expect(try await courrier.comptes() == [.enAttente: 1])
    _ = try await courrier.essai.faire(
      EffacerUnePersonne(courrier.bureau.etudiant, motif: "demande", memeInscrit: true)
    )
    #expect(try await courrier.comptes().isEmpty)
  }
}
