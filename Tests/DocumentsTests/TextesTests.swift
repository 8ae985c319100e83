import Actes
import Scolarite
import Testing

@Suite("Ce que disent les documents")
struct TextesTests {
  @Test(
    "Chaque document est un PDF valide, en français, structuré, sans rien hors de la page",
    arguments: Exemples.tous.map(\.nom),
  )
  func formes(_ nom: String) async throws {
    let exemple = try #require(Exemples.tous.first { $0.nom == nom }).document
    let fichier = try await Imprime(exemple)
    #expect(fichier.estValide)
    #expect(fichier.faits.contains("Title:           \(exemple.cadre.titre) – "))
    #expect(fichier.faits.contains("Author:          IUT de Nulle-Part"))
    #expect(fichier.faits.contains("Tagged:          yes"))
    #expect(
      fichier.lancer("qpdf --qdf --object-streams=disable % -").sortie.contains("/Lang (fr-FR)")
    )
    #expect(fichier.structure.contains("H1"))
    #expect(fichier.structure.contains(exemple.cadre.titre))
    #expect(fichier.horsDePage.isEmpty, "\(fichier.horsDePage)")
  }

  @Test(
    "Chaque document se vérifie : code carré, code en clair et adresse, lus une fois",
    arguments: Exemples.tous.map(\.nom),
  )
  func verification(_ nom: String) async throws {
    let exemple = try #require(Exemples.tous.first { $0.nom == nom }).document
    let fichier = try await Imprime(exemple)
    let code = exemple.verification.code
    #expect(fichier.mots.contains("Vérifiez ce document : \(exemple.verification.adresse)"))
    #expect(fichier.mots.contains("Code \(code)"))
    #expect(fichier.mots.contains("page 1/\(fichier.pages ?? 0)"))
    #expect(
      fichier.structure.split(separator: "\"Code \"", omittingEmptySubsequences: false).count == 2
    )
    #expect(fichier.faits.contains(code))
  }

  @Test("Sans adresse, le code se donne à l’établissement")
  func sansAdresse() async throws {
    let fichier = try await Imprime(
      .exemple(.releveDefinitif, .releve(.mmi()), adresse: "")
    )
    #expect(fichier.mots.contains("Vérifiez ce document : donnez ce code à l’établissement"))
    #expect(fichier.estValide)
  }

  @Test(
    "Un relevé définitif dit les moyennes, les points, la décision, les crédits et les absences"
  )
  func releveDefinitif() async throws {
    let fichier = try await Imprime(.exemple(.releveDefinitif, .releve(.mmi())))
    #expect(fichier.pages == 2)
    for attendu in [
      "Anaïs LÉVÊQUE", "Nom d’usage : Martin", "Date de naissance : 3 mai 2007", "NIP : 22004317",
      "INE : 0AB1CD2EF34", "1re année · 2025-2026 · formation initiale", "Semestre 1", "Semestre 2",
      "malus −0,20", "bonification +0,10", "capitalisée en 2024-2025", "8/8 crédits", "0/8 crédits",
      "Décisions du jury du 3 juillet 2026", "PASD : passe en deuxième année", "14,5 0,20 point",
      "Crédits cumulés 47", "À Nulle-Part, le 6 juillet 2026", "Camille Dubreuil",
    ] {
      #expect(fichier.mots.contains(attendu), "\(attendu)")
    }
    #expect(!fichier.mots.contains("PROVISOIRE"))
    for module in Maquettes.mmi1.flatMap(\.modules) { #expect(fichier.mots.contains(module.code)) }
  }

  @Test("Un relevé provisoire le dit en travers de la page, sans décision ni crédit obtenu")
  func releveProvisoire() async throws {
    let fichier = try await Imprime(.exemple(.releveProvisoire, .releve(.mmi(definitif: false))))
    // Its letters follow the diagonal of the page, each on its line.
    let lettres = fichier.lancer("pdftotext -raw % -").sortie.filter { !$0.isWhitespace }
    #expect(lettres.contains("PROVISOIRE"))
    #expect(fichier.mots.contains("en attente"))
    #expect(fichier.mots.contains("8 crédits possibles"))
    for absent in ["ADM", "malus −", "Décisions du jury", "Absences injustifiées"] {
      #expect(!fichier.mots.contains(absent), "\(absent)")
    }
  }

  @Test("Un semestre de R&T tient sur une page")
  func rt() async throws {
    let fichier = try await Imprime(.exemple(.releveDefinitif, .releve(.rt())))
    let premiere = fichier.lancer("pdftotext -layout -l 1 % -").sortie
    for ue in Maquettes.rt3 { #expect(premiere.contains(ue.code)) }
    #expect(premiere.contains("Saé 3.IOM.04"))
    #expect(fichier.mots.contains("2e année · 2025-2026 · alternance"))
  }

  @Test(
    "Attestation et certificats tiennent sur une page",
    arguments: ["attestation-de-reussite", "certificat-de-dut", "certificat-de-but"],
  )
  func unePage(_ nom: String) async throws {
    let fichier = try await Imprime(#require(Exemples.tous.first { $0.nom == nom }).document)
    #expect(fichier.pages == 1)
    #expect(fichier.mots.contains("Anaïs LÉVÊQUE"))
    #expect(fichier.mots.contains("par décision du jury du 3 juillet 2026"))
    #expect(fichier.lancer("pdffonts %").sortie.contains("LinLibertine"))
  }

  @Test("Un certificat nomme le diplôme, la spécialité et le parcours")
  func certificats() async throws {
    let dut = try await Imprime(.exemple(.certificatDeDUT, .diplome(Exemples.certificat(.dut))))
    #expect(dut.mots.contains("Diplôme universitaire de technologie"))
    #expect(dut.mots.contains("Spécialité « Réseaux et télécommunications »"))
    #expect(dut.mots.contains("Parcours Internet des objets et mobilité"))
    #expect(dut.mots.contains("120 crédits"))
    let but = try await Imprime(.exemple(.certificatDeBUT, .diplome(Exemples.certificat(.but))))
    #expect(but.mots.contains("Bachelor universitaire de technologie"))
    #expect(but.mots.contains("180 crédits"))
  }

  @Test("Un procès-verbal dit le jury, le règlement, chaque étudiant, les écarts et qui signe")
  func procesVerbal() async throws {
    let fichier = try await Imprime(.exemple(.procesVerbal, .procesVerbal(.exemple(60))))
    for attendu in [
      "Jury de fin d’année, réuni le 3 juillet 2026",
      "Adopté par le conseil de l’IUT le 18 septembre 2025",
      "Date d’adoption par la CFVU : non enregistrée", "Jury clos par dérogation : la CFVU",
      "arrêté 2026-12", "22000003", "22000062", "RCUE1 : Comprendre",
      "Hospitalisation de six semaines", "PASD passe sans avoir validé l’année 12", "4f1c9a3be077",
    ] {
      #expect(fichier.mots.contains(attendu), "\(attendu)")
    }
    let signatures = try #require(fichier.mots.split(separator: "Signatures des membres").last)
    let rangs = ["Camille Dubreuil", "Ahmed Benali", "Luc Moreau"]
      .map { signatures.firstRange(of: $0)?.lowerBound }
    let places = try rangs.map { try #require($0) }
    #expect(places == places.sorted())
    #expect(!signatures.contains("Jeanne Roy"))
    #expect(fichier.mots.split(separator: "Étudiant NIP").count > 3, "l’en-tête revient")
  }

  @Test("Un procès-verbal anonyme ne montre que les numéros donnés")
  func procesVerbalAnonyme() async throws {
    let fichier = try await Imprime(
      .exemple(.procesVerbalAnonyme, .procesVerbal(.exemple(12, estAnonyme: true)))
    )
    #expect(fichier.mots.contains("Numéro"))
    #expect(fichier.mots.contains("22000003"))
    #expect(!fichier.mots.contains("BERNARD"))
    #expect(!fichier.mots.contains("NIP"))
  }

  @Test("Une lettre dit les décisions, leurs motifs, et à qui écrire dans quel délai")
  func lettre() async throws {
    let fichier = try await Imprime(
      .exemple(.lettreDeDecision, .lettre(Exemples.lettre(.exemple)))
    )
    for attendu in [
      "Objet : Notification des décisions du jury", "Vous passez en deuxième année",
      "pour le motif suivant", "hospitalisation", "dans les deux mois", "Recours gracieux",
      "À écrire à : La directrice de l’IUT", "Recours contentieux",
      "Tribunal compétent : Tribunal administratif",
    ] {
      #expect(fichier.mots.contains(attendu), "\(attendu)")
    }
    #expect(fichier.pages == 1)
  }

  @Test("Sans adresse de recours, la lettre dit de la demander au secrétariat")
  func sansRecours() async throws {
    let refus = try await Imprime(.exemple(.refusDeRedoublement, .refus(Exemples.refus(nil))))
    #expect(refus.mots.contains("Demandez-la à votre secrétariat"))
    #expect(refus.mots.contains("Par décision du 15 juillet 2026, cette demande est refusée."))
    #expect(refus.mots.contains("Une audition a eu lieu le 13 juillet 2026"))
    #expect(refus.mots.contains("une entrée en BTS"))
    #expect(!refus.mots.contains("Erreur matérielle"))
  }

  @Test("Un procès-verbal de fraude dit les refus de contresigner, une lettre à qui elle va")
  func discipline() async throws {
    func piece(_ titulaire: Titulaire?) -> PieceDisciplinaire {
      PieceDisciplinaire(
        titulaire: titulaire,
        cursus: .mmi(),
        parties: [.init("Faits", ["Une antisèche sous la copie."])],
        signatures: titulaire == nil
          ? [
            .init(nom: "Alix Banc", qualite: "surveillance", mention: ""),
            .init(nom: "Lou Copie", qualite: "candidat", mention: "a refusé de contresigner"),
          ] : [],
      )
    }
    let procesVerbal = try await Imprime(
      .exemple(.procesVerbalDeFraude, .discipline(piece(nil)))
    )
    for attendu in ["Une antisèche", "Contreseings", "Lou Copie", "a refusé de contresigner"] {
      #expect(procesVerbal.mots.contains(attendu), "\(attendu)")
    }
    #expect(!procesVerbal.mots.contains("Madame, Monsieur"))
    let lettre = try await Imprime(
      .exemple(.notificationDeSanction, .discipline(piece(.anais)))
    )
    #expect(lettre.mots.contains("Madame, Monsieur") && !lettre.mots.contains("Contreseings"))
  }

  @Test("La décision d’une bonification dit ce qui est décidé, pourquoi et comment le contester")
  func bonification() async throws {
    let irrecevable = try await Imprime(
      .exemple(.decisionDeBonification, .bonification(Exemples.bonification()))
    )
    for attendu in [
      "le 2 avril 2026", "Maraudes, Les Voisins", "réunie le 25 juin 2026", "n’est pas recevable",
      "Deux sorties dans l’année.", "Recours gracieux", "Demandez-la à votre secrétariat",
    ] {
      #expect(irrecevable.mots.contains(attendu), "\(attendu)")
    }
    let points = try #require(Decimale("0,5"))
    let accordee = try await Imprime(
      .exemple(.decisionDeBonification, .bonification(Exemples.bonification(.accordee(points))))
    )
    #expect(
      accordee.mots.contains("0,5 point, qui compte dans vos moyennes depuis le 26 juin 2026")
    )
    let seance = try await Imprime(
      .exemple(.procesVerbalDeCommission, .commission(Exemples.commission))
    )
    for attendu in [
      "2025-2026", "25 juin 2026, salle du conseil", "Dominique Chaire", "absent",
      "Lévêque Anaïs 30", "accordée : 0,5 point", "La séance est levée à midi.",
    ] {
      #expect(seance.mots.contains(attendu), "\(attendu)")
    }
  }

  @Test("Une lettre de session 2 dit ce qui est décidé, et ses recours quand elle en a")
  func session2() async throws {
    let reponse = try await Imprime(
      .exemple(.reponseAContestation, .session2(Exemples.contestation))
    )
    for attendu in [
      "Madame, Monsieur", "consultée le 8 juillet 2026", "est maintenue", "Motif de la décision",
      "Le barème est celui de tous", "Voies et délais de recours", "Recours gracieux",
    ] {
      #expect(reponse.mots.contains(attendu), "\(attendu)")
    }
    let accuse = try await Imprime(.exemple(.accuseDeSession2, .session2(Exemples.accuse)))
    for attendu in ["23 h 58 min 09 s", "S2-12-4031", "UE13 – Exprimer"] {
      #expect(accuse.mots.contains(attendu), "\(attendu)")
    }
    #expect(!accuse.mots.contains("recours"))
  }

  @Test("Convocation, liste et feuille à signer disent où, quand, et qui")
  func epreuves() async throws {
    let convocation = try await Imprime(
      .exemple(.convocation, .convocation(Exemples.convocation))
    )
    for attendu in [
      "27 août 2026 8 h 30 1 h 30", "Amphithéâtre B", "à préciser", "Sujets agrandis",
    ] {
      #expect(convocation.mots.contains(attendu), "\(attendu)")
    }
    let liste = try await Imprime(.exemple(.listeDeSalle, .presence(.exemple(60))))
    #expect(liste.mots.contains("60 personnes attendues. Surveillance : Ahmed Benali, Luc Moreau."))
    #expect(!liste.mots.contains("Signature"))
    let feuille = try await Imprime(.exemple(.feuilleDEmargement, .presence(.exemple(28))))
    #expect(feuille.mots.contains("Aménagements Signature"))
    #expect(feuille.mots.contains("Copies remises"))
    #expect((feuille.pages ?? 0) > 1)
  }
}
