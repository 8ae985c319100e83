import Testing

@testable import Scolarite

@Suite("Contrôles de conformité d’une maquette")
struct ControlesTests {
  @Test("une maquette en règle ne reçoit aucun constat")
  func acceptsGoodOne() throws {
    let essai = try MaquetteDEssai()
    #expect(essai.constats().isEmpty)
    let rapport = RapportDeConformite(de: MaquetteControlee(essai.maquette, etapes: nil))
    #expect(rapport.bilanDesChiffres.sur == rapport.bilanDesChiffres.concordent)
    #expect(rapport.bilanDesChiffres.sur > 200)
  }

  @Test("chaque contrôle a un nom, un énoncé et un article")
  func describesItself() {
    let noms = Controle.tous.map(\.nom)
    #expect(Set(noms).count == noms.count)
    #expect(Controle.tous.allSatisfy { !$0.enonce.isEmpty && !$0.article.point.isEmpty })
  }

  @Test(
    "le poids des SAÉ est admis de 40 à 60 %, bornes comprises",
    arguments: [
      ("2", "3", true), ("3", "2", true), ("2", "3,000001", false), ("3,000001", "2", false),
    ],
  )
  func boundsPoleWeights(sae: String, ressource: String, admis: Bool) throws {
    var essai = try MaquetteDEssai()
    essai.maquette.semestres[0].ues[0].saes[0].chiffres[.coef] = Decimale(sae)
    essai.maquette.semestres[0].ues[0].ressources[0].chiffres[.coef] = Decimale(ressource)
    let poids = essai.constats().filter {
      if case .poidsHorsBornes = $0.nature { true } else { false }
    }
    #expect(poids.isEmpty == admis)
    #expect(poids.allSatisfy { !$0.nature.phrase.contains("pèsent 40,0") })
    #expect(poids.allSatisfy { !$0.nature.phrase.contains("pèsent 60,0 ") })
  }

  @Test(
    "en troisième année, le poids s’apprécie sur les deux UE de la compétence",
    arguments: [2, 3],
  )
  func weighsPairsInThirdYear(annee: Int) throws {
    var essai = try MaquetteDEssai(annee: annee)
    essai.maquette.semestres[0].ues[0].saes[0].chiffres[.coef] = 8
    essai.maquette.semestres[0].ues[0].ressources[0].chiffres[.coef] = 2
    essai.maquette.semestres[1].ues[0].ressources[0].chiffres[.coef] = 8
    let poids = essai.constats().filter {
      if case .poidsHorsBornes = $0.nature { true } else { false }
    }
    #expect(poids.count == (annee == 3 ? 0 : 2))
  }

  /// One thing broken, and the finding that must name it.
  struct Faute: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let gravite: Constat.Gravite
    let lieu: String
    let casser: @Sendable (inout Maquette) -> Void
    let reconnait: @Sendable (Constat.Nature) -> Bool
  }

  @Test("une chose cassée est nommée à sa place", arguments: fautes)
  func names(faute: Faute) throws {
    var essai = try MaquetteDEssai()
    faute.casser(&essai.maquette)
    let constats = essai.constats().filter { faute.reconnait($0.nature) }
    #expect(constats.map(\.lieu.description).contains(faute.lieu))
    #expect(constats.allSatisfy { $0.gravite == faute.gravite })
    #expect(constats.allSatisfy { !$0.nature.phrase.isEmpty })
  }

  static let fautes: [Faute] = [
    Faute(testDescription: "somme", gravite: .erreur, lieu: "S1 › UE11 › R101 › Total hors projet")
    {
      $0.semestres[0].ues[0].ressources[0].chiffres[.total] = 7
    } reconnait: {
      if case .chiffreFaux(let recalcul) = $0 { recalcul.imprime == 7 } else { false }
    },
    Faute(testDescription: "total absent", gravite: .avertissement, lieu: "S2 › total semestre") {
      $0.semestres[1].total = nil
    } reconnait: {
      $0 == .totalAbsent
    },
    Faute(testDescription: "crédits du semestre", gravite: .erreur, lieu: "S1 › ECTS") {
      $0.semestres[0].ues[0].ects = 6
    } reconnait: {
      $0 == .creditsDuSemestre(31)
    },
    Faute(
      testDescription: "crédits de l’UE",
      gravite: .erreur,
      lieu: "S1 › UE11 › total UE › ECTS",
    ) {
      $0.semestres[0].ues[0].ects = 6
    } reconnait: {
      $0 == .creditsDeLUEIncoherents(ue: 6, total: 5)
    },
    Faute(
      testDescription: "coefficient nul",
      gravite: .avertissement,
      lieu: "S1 › UE11 › R101 › Coeff",
    ) {
      $0.semestres[0].ues[0].ressources[0].chiffres[.coef] = 0
    } reconnait: {
      $0 == .enseigneSansCoefficient(heures: 6, projet: 0)
    },
    Faute(testDescription: "UE sans poids", gravite: .erreur, lieu: "S1 › UE11 › Coeff") {
      $0.semestres[0].ues[0].ressources[0].chiffres[.coef] = 0
      $0.semestres[0].ues[0].saes[0].chiffres[.coef] = 0
    } reconnait: {
      $0 == .ueSansCoefficient
    },
    Faute(testDescription: "une seule épreuve", gravite: .avertissement, lieu: "S1 › UE11") {
      $0.semestres[0].ues[0].saes = []
    } reconnait: {
      $0 == .moinsDeDeuxEvaluations(1)
    },
    Faute(testDescription: "épreuves prévues", gravite: .avertissement, lieu: "S1 › UE11") {
      $0.semestres[0].ues[0].saes[0].evaluationsPrevues = 0
    } reconnait: {
      $0 == .moinsDeDeuxEvaluations(1)
    },
    Faute(testDescription: "examen", gravite: .avertissement, lieu: "S1 › UE11 › R101") {
      $0.semestres[0].ues[0].ressources[0].typeEvaluation = TypeEvaluation("ET")
    } reconnait: {
      if case .typeEvaluationInattendu = $0 { true } else { false }
    },
    Faute(testDescription: "colonne", gravite: .avertissement, lieu: "S1 › UE11 › SAE101 › Projet")
    {
      $0.semestres[0].ues[0].saes[0].chiffres[.projet] = nil
    } reconnait: {
      $0 == .colonneManquante
    },
    Faute(testDescription: "UE répétée", gravite: .erreur, lieu: "S1 › UE11") {
      $0.semestres[0].ues[1].code = $0.semestres[0].ues[0].code
    } reconnait: {
      $0 == .codeRepete("UE11")
    },
    Faute(testDescription: "module répété", gravite: .erreur, lieu: "S1 › UE11 › R101") {
      $0.semestres[0].ues[0].ressources.append($0.semestres[0].ues[0].ressources[0])
    } reconnait: {
      $0 == .codeRepete("R101")
    },
    Faute(testDescription: "code d’UE", gravite: .erreur, lieu: "S1 › UE11") {
      $0.semestres[0].ues[0].competence.numero = 9
    } reconnait: {
      if case .codeUEContredit = $0 { true } else { false }
    },
    Faute(testDescription: "RCUE à une UE", gravite: .avertissement, lieu: "S1 › UE11") {
      $0.semestres[1].ues.removeFirst()
    } reconnait: {
      if case .rcueIncomplet = $0 { true } else { false }
    },
    Faute(testDescription: "deux UE d’un semestre", gravite: .erreur, lieu: "S1 › UE11") {
      $0.semestres[0].ues[1].competence = $0.semestres[0].ues[0].competence
    } reconnait: {
      if case .rcueDeMemeSemestre = $0 { true } else { false }
    },
    Faute(testDescription: "intitulés", gravite: .information, lieu: "S1 › UE12 › R101") {
      $0.semestres[0].ues[1].ressources[0].code = $0.semestres[0].ues[0].ressources[0].code
    } reconnait: {
      $0 == .titresDifferents("Ressource 2", "Ressource 1")
    },
    Faute(testDescription: "niveau mal nommé", gravite: .information, lieu: "total de l’année") {
      $0.totalNiveau?.libelle = "TOTAL NIVEAU 2"
    } reconnait: {
      if case .niveauPourAnnee = $0 { true } else { false }
    },
  ]

  @Test("le semestre d’une autre année est une erreur")
  func refusesForeignSemester() throws {
    var essai = try MaquetteDEssai()
    essai.maquette.identite.annee = try #require(AnneeBUT(2))
    #expect(
      essai.constats().contains { if case .semestreHorsAnnee = $0.nature { true } else { false } }
    )
  }

  @Test(
    "des crédits cumulés en première page ne s’admettent qu’après la première année",
    arguments: [1, 2],
  )
  func admitsCumulatedCredits(annee: Int) throws {
    var essai = try MaquetteDEssai(annee: annee)
    essai.maquette.entete.ects = 120
    let faux = essai.constats().filter { $0.lieu.description == "en-tête › ECTS" }
    #expect(faux.map(\.gravite) == (annee == 1 ? [.erreur] : [.information]))
  }

  @Test("le niveau vient du référentiel")
  func checksLevels() throws {
    let essai = try MaquetteDEssai()
    let niveau = try #require(Niveau(2))
    let etapes = Dictionary(
      uniqueKeysWithValues: essai.maquette.semestres[0].ues.dropLast().map { ue in
        (
          ue.competence.numero,
          Referentiel.EtapeDeCompetence(competence: ue.competence, niveau: niveau),
        )
      }
    )
    let constats = essai.constats(etapes: etapes)
    #expect(constats.count { if case .niveauContredit = $0.nature { true } else { false } } == 10)
    #expect(constats.count { $0.nature == .competenceInconnue(6) } == 2)
  }

  @Test("les regroupements joignent les UE d’un niveau d’une compétence, chacune une fois")
  func derivesRCUE() throws {
    let maquette = try MaquetteDEssai().maquette
    #expect(
      maquette.rcues.map { $0.ues.map(\.code.texte) } == (1...6).map { ["UE1\($0)", "UE2\($0)"] }
    )
    let toutes = maquette.rcues.flatMap(\.ues).map(\.code)
    #expect(Set(toutes).count == toutes.count)
  }
}
