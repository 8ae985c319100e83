import Echanges
import JSON
import Testing

@testable import Scolarite

/// The statistics of a UE, worked by hand.
@Suite("Statistiques d’une promotion")
struct StatistiquesTests {
  private func statistiques(_ moyennes: [String], _ mentions: [String] = []) throws -> Statistiques
  {
    Statistiques(
      try moyennes.map { Fraction(try #require(Decimale($0))) },
      mentions: mentions,
      acquises: 0,
      incompletes: 0,
      capitalisees: 0,
    )
  }

  /// Minimum, lower quartile, median, upper quartile, maximum, mean.
  private func chiffres(_ statistiques: Statistiques) -> [String] {
    [
      statistiques.minimum, statistiques.premierQuartile, statistiques.mediane,
      statistiques.troisiemeQuartile, statistiques.maximum, statistiques.moyenne,
    ].map { $0?.exacte ?? "–" }
  }

  @Test(
    "extrêmes, quartiles, médiane et moyenne, quel que soit l’ordre",
    arguments: [
      ([], ["–", "–", "–", "–", "–", "–"]),
      (["12.5"], ["25/2", "25/2", "25/2", "25/2", "25/2", "25/2"]),
      (["14", "9"], ["9", "9", "23/2", "14", "14", "23/2"]),
      (["12", "8", "13"], ["8", "8", "12", "13", "13", "11"]),
      (["12", "8", "13", "9"], ["8", "8", "21/2", "12", "13", "21/2"]),
      (["5", "4", "3", "2", "1"], ["1", "2", "3", "4", "5", "3"]),
      (["8", "7", "6", "5", "4", "3", "2", "1"], ["1", "2", "9/2", "6", "8", "9/2"]),
      (["10", "10", "10"], ["10", "10", "10", "10", "10", "10"]),
    ] as [([String], [String])],
  )
  func figures(moyennes: [String], attendus: [String]) throws {
    let statistiques = try statistiques(moyennes)
    #expect(chiffres(statistiques) == attendus)
    #expect(statistiques.effectif == moyennes.count)
    #expect(statistiques.histogramme.reduce(0, +) == moyennes.count)
  }

  @Test(
    "l’histogramme a vingt classes : 10 ouvre la sienne, 20 est dans la dernière",
    arguments: [
      ("0", 0), ("0.99", 0), ("1", 1), ("9.999999", 9), ("10", 10), ("10.99", 10), ("19", 19),
      ("19.99", 19), ("20", 19),
    ],
  )
  func histogram(moyenne: String, classe: Int) throws {
    let histogramme = try statistiques([moyenne]).histogramme
    #expect(histogramme.count == 20)
    #expect(histogramme.firstIndex(of: 1) == classe)
  }

  @Test("les codes sont comptés, du plus fréquent au moins, puis par ordre alphabétique")
  func codes() throws {
    let mentions = try statistiques([], ["AJ", "CMP", "ADM", "ADM", "AJ", "ATT", "ADM"]).mentions
    #expect(mentions.map { "\($0.nombre) \($0.mention)" } == ["3 ADM", "2 AJ", "1 ATT", "1 CMP"])
  }

  @Test("la moyenne tient quand les dénominateurs sont trop nombreux pour un calcul exact")
  func unlikeDenominators() throws {
    let premiers: [Int128] = [
      1_000_003, 1_000_033, 1_000_037, 1_000_039, 1_000_081, 1_000_099, 1_000_117, 1_000_121,
      1_000_133,
    ]
    let moyennes = try premiers.map { try #require(Fraction(10 * $0 + 1, sur: $0)) }
    let statistiques = Statistiques(
      moyennes,
      mentions: [],
      acquises: 0,
      incompletes: 0,
      capitalisees: 0,
    )
    #expect(statistiques.moyenne == Fraction(10_000_001, sur: 1_000_000))
  }

  @Test("une UE gardée d’une autre année est comptée à part, une note attendue aussi")
  func ofACohort() throws {
    var acquise = AnneeDEssai.rcues([("12", "7")])
    acquise.debut = 2024
    let dossiers = [
      [AnneeDEssai.rcues([("12", "11")])], [.rcues([("9", "11")])], [.rcues([("7", "x")])],
      [acquise, .rcues([("5", "14")])],
    ]
    let statistiques = try Promotion(dossiers).propositions.statistiquesDesUE
    #expect(statistiques.map(\.ue.texte) == ["UE11", "UE21"])
    let ue11 = statistiques[0].statistiques
    #expect(ue11.effectif == 3)
    #expect(ue11.moyenne == Fraction(28, sur: 3))
    #expect([ue11.acquises, ue11.incompletes, ue11.capitalisees] == [3, 0, 1])
    #expect(
      ue11.mentions.map { "\($0.nombre) \($0.mention)" } == ["2 ADM", "1 AJ", "1 CMP"]
    )
    let ue21 = statistiques[1].statistiques
    // 11, 11, 14 et une note attendue.
    #expect([ue21.acquises, ue21.incompletes, ue21.capitalisees] == [3, 1, 0])
    #expect(ue21.effectif == 3)
    #expect(ue21.maximum == 14)
  }
}

/// What the jury must look at, on both sides of each bound.
@Suite("Points à voir par le jury")
struct PointAVoirTests {
  private func points(
    _ annee: AnneeDEssai,
    _ profil: String = DossierDEssai.national,
    marge: String = "0.25",
  ) throws -> [String] {
    let promotion = try Promotion([[annee]], profil)
    let aVoir = promotion.propositions.aVoir(marge: try #require(Decimale(marge)))
    return aVoir.first?.points.map { $0.phrase } ?? []
  }

  /// Four competences, so that the passage depends on more than one of them.
  private static func annee(_ ue11: String, _ ue21: String) -> AnneeDEssai {
    .rcues([(ue11, ue21), ("12", "12"), ("12", "12")])
  }

  @Test(
    "une UE est signalée jusqu’à la marge sous 10",
    arguments: [
      ("9.75", "0.25", true), ("9.749999", "0.25", false), ("9.999999", "0.25", true),
      ("10", "0.25", false), ("9", "1", true), ("8.99", "1", false), ("9.99", "0", false),
    ],
  )
  func nearUE(moyenne: String, marge: String, signalee: Bool) throws {
    let points = try points(Self.annee(moyenne, "6.5"), marge: marge)
    #expect(points.contains { $0.hasPrefix("UE11 à ") } == signalee)
    #expect(!points.contains { $0.hasPrefix("UE12") })
  }

  @Test(
    "un regroupement est signalé jusqu’à la marge sous 10, ou sous le plancher",
    arguments: [
      ("8", "8", []), ("7.99", "8", ["regroupement C1 sous le plancher, à 7,995"]),
      ("9.75", "9.75", ["regroupement C1 à 9,75", "UE11 à 9,75", "UE21 à 9,75"]),
      ("9.5", "9.99", ["UE21 à 9,99"]), ("9.5", "10", ["regroupement C1 à 9,75"]),
      ("9", "11", []), ("9.74", "9.75", ["UE21 à 9,75"]),
    ] as [(String, String, [String])],
  )
  func nearRCUE(ue11: String, ue21: String, attendus: [String]) throws {
    var points = try points(Self.annee(ue11, ue21))
    points.removeAll { $0.hasPrefix("passage") }
    #expect(points == attendus)
  }

  @Test(
    "un passage refusé est signalé, un passage inconnu ne l’est pas",
    arguments: [("7.99", "8", true), ("8", "8", false), ("x", "8", false)],
  )
  func passage(ue11: String, ue21: String, refuse: Bool) throws {
    let points = try points(Self.annee(ue11, ue21))
    #expect(points.contains("passage en S3 refusé") == refuse)
    #expect(points.contains("incomplet : UE11") == (ue11 == "x"))
  }

  @Test(
    "30 % d’absences exactement sont signalés, avec les UE que la règle bloque",
    arguments: [
      ("29.99", "iut-larochesuryon-2025", nil),
      ("30", "iut-larochesuryon-2025", "S1 : seuil d’absence atteint, UE11, UE12 non validées"),
      ("30", "but-national-2022", "S1 : seuil d’absence atteint"),
    ],
  )
  func absences(heures: String, profil: String, phrase: String?) throws {
    var annee = AnneeDEssai.rcues([("12", "12"), ("9.9", "12")])
    annee.absences = [1: .heures(abj: heures)]
    annee.volumes = ["S1": "100"]
    let points = try points(annee, profil)
    #expect(points == (phrase.map { [$0] } ?? []))
  }
}

/// A promotion of hand-made dossiers of the same curriculum.
private struct Promotion {
  let programme: Programme
  let propositions: Propositions

  init(_ etudiants: [[AnneeDEssai]], _ profil: String = DossierDEssai.national) throws {
    let lus = try etudiants.map { annees in
      var essai = DossierDEssai(profil)
      essai.annees = annees
      return try essai.lireBUT()
    }
    let dossiers = lus.map(\.dossier)
    let derniere = try #require(dossiers.first?.annees.last)
    programme = derniere.programme
    var cohorte = Cohorte(
      annee: derniere.annee,
      anneeBUT: derniere.anneeBUT,
      programme: programme,
      reglement: try #require(lus.first).lu.reglement,
      disposition: Disposition(dossiers),
    )
    for dossier in dossiers { cohorte.ajouter(dossier) }
    propositions = Propositions(cohorte)
  }
}
