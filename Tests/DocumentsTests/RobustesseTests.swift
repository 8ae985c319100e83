import Actes
import Documents
import Scolarite
import Testing

@Suite("Des documents que rien ne casse")
struct RobustesseTests {
  private static let long = String(repeating: "Wolfeschlegelsteinhausen", count: 42)
  private static let phrase = String(repeating: "Très long nom composé ", count: 46)

  private func titulaire(_ nom: String) -> [DocumentAImprimer] {
    let personne = Titulaire.nomme(nom, "Zoé")
    return [
      .exemple(.releveDefinitif, .releve(.mmi(personne))),
      .exemple(.certificatDeBUT, .diplome(Exemples.certificat(.but, personne))),
      .exemple(
        .convocation,
        .convocation(
          Convocation(titulaire: personne, cursus: .mmi(), epreuves: [], amenagements: [])
        ),
      ),
      .exemple(
        .feuilleDEmargement,
        .presence(
          ListeDePresence(
            cursus: .mmi(),
            epreuve: Exemples.convocation.epreuves[2],
            lignes: [.init(nom: nom, nip: nom, place: nom, amenagements: [nom])],
            surveillants: [nom],
          )
        ),
      ),
    ]
  }

  @Test("Un nom de mille caractères reste dans la page", arguments: [long, phrase])
  func nomImmense(_ nom: String) async throws {
    for document in titulaire(nom) {
      let fichier = try await Imprime(document)
      #expect(fichier.estValide)
      #expect(fichier.horsDePage.isEmpty, "\(document.nature) : \(fichier.horsDePage)")
    }
  }

  @Test(
    "Les noms s’impriment dans leur écriture",
    arguments: ["ليلى حداد", "Παπαδοπούλου", "Достоевская", "Փաշինյան"],
  )
  func ecritures(_ nom: String) async throws {
    for document in titulaire(nom) {
      let fichier = try await Imprime(document)
      #expect(fichier.estValide)
      #expect(fichier.horsDePage.isEmpty)
    }
  }

  @Test("Un caractère qu’aucune police n’a désigne le document par son rang")
  func caractereInconnu() async throws {
    let documents = titulaire("Durand") + titulaire("李明")
    let erreur = await #expect(throws: ErreurDImpression.self) {
      try await Imprime.presse.imprimer(documents) { _ in }
    }
    #expect(erreur?.rang == 4)
    #expect(erreur?.phrase.contains("李") == true)
    #expect(erreur?.phrase.contains("récrivez-le") == true)
    let reliee = await #expect(throws: ErreurDImpression.self) {
      try await Imprime.presse.relier(documents, "Essai") { _ in }
    }
    #expect(reliee == erreur)
  }

  @Test("Un caractère de contrôle est refusé, pas imprimé")
  func controle() async throws {
    let erreur = await #expect(throws: ErreurDImpression.self) {
      try await Imprime.imprimer(titulaire("Du\u{7}rand")[0])
    }
    #expect(erreur?.rang == 0)
  }

  @Test("Ce qui est vide se dit en une phrase")
  func vides() async throws {
    let vide = Releve(titulaire: .anais, cursus: .mmi(), semestres: [], bilan: nil)
    let sansUE = Releve(
      titulaire: .anais,
      cursus: .mmi(),
      semestres: [
        Releve.semestre(1, [], definitif: false),
        Releve.semestre(
          2,
          [UEDeMaquette(code: "UE21", libelle: "Comprendre", ects: "4", modules: [])],
          definitif: false,
        ),
      ],
      bilan: .init(
        jury: jour("2026-07-03"),
        rcues: [],
        annee: nil,
        passage: nil,
        credits: "0",
        creditsCumules: "0",
        absences: [],
        diplome: nil,
      ),
    )
    let sansPersonne = ListeDePresence(
      cursus: .mmi(),
      epreuve: Exemples.convocation.epreuves[2],
      lignes: [],
      surveillants: [],
    )
    let lettre = LettreDeDecision(
      titulaire: .anais,
      cursus: .mmi(),
      jury: jour("2026-07-03"),
      decisions: [],
      motifs: [],
      recours: nil,
    )
    let attendus: [(DocumentAImprimer, [String])] = [
      (.exemple(.releveProvisoire, .releve(vide)), ["Aucun semestre n’a encore de notes."]),
      (
        .exemple(.releveDefinitif, .releve(sansUE)),
        [
          "Aucune UE n’est connue pour ce semestre.", "Aucun module.",
          "Aucune absence injustifiée n’est relevée.", "n’a pas pris de décision sur l’année",
          "Aucun regroupement de compétences",
        ],
      ), (.exemple(.procesVerbal, .procesVerbal(.vide)), ["n’a délibéré sur aucun étudiant"]),
      (.exemple(.listeDeSalle, .presence(sansPersonne)), ["Personne n’est attendu."]),
      (.exemple(.lettreDeDecision, .lettre(lettre)), ["Il n’a pris aucune décision"]),
      (titulaire("Roy")[2], ["Aucune épreuve n’est prévue."]),
    ]
    for (document, phrases) in attendus {
      let fichier = try await Imprime(document)
      #expect(fichier.estValide)
      for phrase in phrases { #expect(fichier.mots.contains(phrase), "\(phrase)") }
    }
  }

  @Test("Un cadre vide donne un document sans en-tête, sans pied et sans code")
  func cadreVide() async throws {
    let document = DocumentAImprimer(
      nature: .releveDefinitif,
      date: jour("2026-07-06"),
      cadre: CadreDeDocument(entete: [], titre: "Relevé", ville: ""),
      contenu: .releve(.mmi()),
      verification: .init(code: "", adresse: ""),
    )
    let fichier = try await Imprime(document)
    #expect(fichier.estValide)
    #expect(!fichier.mots.contains("Vérifiez"))
    #expect(fichier.mots.contains("Le 6 juillet 2026"))
    #expect(fichier.mots.contains("page 1/2"))
  }

  @Test("Un procès-verbal supporte plus de cases que de titres, et vingt-six colonnes")
  func procesVerbalLarge() async throws {
    let fichier = try await Imprime(.exemple(.procesVerbal, .procesVerbal(.large)))
    #expect(fichier.estValide)
    #expect(fichier.horsDePage.isEmpty)
    #expect(fichier.mots.contains("UE39"))
  }

  @Test("Une UE de soixante modules se poursuit d’une page à l’autre")
  func soixanteModules() async throws {
    let modules = (1...60).map { ("R\($0)", "Ressource \($0)", "1") }
    let ue = UEDeMaquette(code: "UE11", libelle: "Comprendre", ects: "30", modules: modules)
    let releve = Releve(
      titulaire: .anais,
      cursus: .mmi(),
      semestres: [Releve.semestre(1, [ue], definitif: true)],
      bilan: nil,
    )
    let fichier = try await Imprime(.exemple(.releveDefinitif, .releve(releve)))
    #expect(fichier.mots.contains("Ressource 1 "))
    #expect(fichier.mots.contains("Ressource 60"))
    #expect(fichier.horsDePage.isEmpty)
  }

  @Test("Un logo qui n’est pas une image est refusé en français")
  func logo() async throws {
    #expect(Imprime.presse.refuser(image: Dessins.logo) == nil)
    #expect(
      Imprime.presse.refuser(image: Array("GIF89a".utf8))?.contains("ni une image PNG") == true
    )
    let cadre = CadreDeDocument.exemple(.convocation, logo: [1, 2, 3])
    let erreur = await #expect(throws: ErreurDImpression.self) {
      try await Imprime.imprimer(
        .exemple(.convocation, .convocation(Exemples.convocation), cadre: cadre)
      )
    }
    #expect(erreur?.phrase.contains("PNG") == true)
  }
}

extension ProcesVerbal {
  fileprivate static let vide = ProcesVerbal(
    cursus: .mmi(),
    session: .exemple,
    reglement: "",
    conseil: nil,
    cfvu: nil,
    derogation: nil,
    empreinte: "",
    ues: [],
    rcues: [],
    lignes: [],
    ecarts: [],
    codes: [],
  )

  /// Eighteen UE, of which the rows have twenty, and six RCUE.
  fileprivate static let large = ProcesVerbal(
    cursus: .mmi(3),
    session: .exemple,
    reglement: "Règlement",
    conseil: nil,
    cfvu: nil,
    derogation: nil,
    empreinte: "",
    ues: (1...9).flatMap { [exige(CodeUE("UE1\($0)")), exige(CodeUE("UE3\($0)"))] },
    rcues: (1...6).map { "C\($0)" },
    lignes: (1...60).map { rang in
      let cases = Array(repeating: Case(moyenne: "12,34", code: "ADM"), count: 20)
      return Ligne(
        etudiant: "ESSAI-\(rang) Zoé",
        nip: "\(22_000_000 + rang)",
        ues: cases,
        rcues: Array(cases.prefix(6)),
        annee: "PASD",
        credits: "60",
      )
    },
    ecarts: [],
    codes: [],
  )
}
