import Echanges
import JSON
import Scolarite
import Testing

@Suite("Règles : suite après une année")
struct SuiteTests {
  private static let premiere = [1, 2].compactMap { NumeroSemestre($0) }
  private static let seconde = [3, 4].compactMap { NumeroSemestre($0) }

  private func suite(
    _ annee: AnneeDEssai,
    _ procedure: FinDAnnee.Procedure = .aucune,
    _ deliberation: FinDAnnee.Deliberee = .close,
    depart: String? = nil,
    avant: [AnneeDEssai] = [],
    deja: String = "",
  ) throws -> Suite {
    var essai = DossierDEssai(DossierDEssai.national)
    essai.annees = avant + [annee]
    if !deja.isEmpty {
      essai.redoublement = [
        "demande": ["S1"],
        "deja": .array(deja.split(separator: " ").map { .string(String($0)) }),
      ]
    }
    let lu = try essai.lire()
    guard case .but(let dossier) = lu.demande else { throw Autre() }
    let fin = FinDAnnee(deliberation: deliberation, procedure: procedure, depart: depart)
    return Suite.apres(dossier, lu.reglement, fin)
  }

  private struct Autre: Error {}

  private func annee(_ rcues: [(String, String)], but: Int = 1, _ code: String? = nil)
    -> AnneeDEssai
  {
    var annee = AnneeDEssai.rcues(rcues, but: but)
    if let code { annee.decisions = [("annee", code)] }
    return annee
  }

  @Test(
    "qui a le droit de passer passe, et le jury peut faire passer",
    arguments: [nil, "ADJ", "PAS1NCI"],
  )
  func passe(_ code: String?) throws {
    let faible = code == nil ? ("9", "9") : ("6", "6")
    let suite = try suite(annee([("12", "11"), ("11", "10"), faible], code))
    #expect(suite.destination == .passe(Self.seconde))
    #expect(suite.motif == "\(code ?? "PASD") : passage en semestre 3")
  }

  @Test(
    "le jury fait partir",
    arguments: ["NAR", "DEM", "ABAN", "DEF", "EXCLU"],
  )
  func part(_ code: String) throws {
    let suite = try suite(annee([("12", "11"), ("6", "6")], code))
    #expect(suite.destination == .quitte && suite.motif.hasPrefix(code))
    let contraire = try self.suite(
      annee([("12", "11"), ("6", "6")], code),
      .autorisee(Self.premiere),
    )
    #expect(contraire.destination == .indecis)
  }

  @Test("RED fait redoubler les semestres où il reste des UE, avec celles qui sont acquises")
  func red() throws {
    let suite = try suite(annee([("12", "13"), ("14", "4"), ("11", "3")], "RED"))
    #expect(suite.destination == .redouble(Array(Self.premiere.suffix(1))))
    #expect(suite.capitalisees.map(\.texte) == ["UE11", "UE12", "UE13", "UE21"])
    let deux = try self.suite(annee([("12", "2"), ("4", "4")], "RED"))
    #expect(deux.destination == .redouble(Self.premiere))
    #expect(deux.capitalisees.map(\.texte) == ["UE11"])
  }

  @Test("RED ne va pas contre les compteurs ni contre une réponse à la demande")
  func redEmpeche() throws {
    let rate = annee([("12", "2"), ("4", "4")], "RED")
    let deja = try suite(rate, deja: "S1")
    #expect(deja.destination == .indecis && deja.motif.contains("S1 déjà redoublé une fois"))
    #expect(try suite(rate, .refusee).destination == .indecis)
    #expect(try suite(rate, .enCours).destination == .indecis)
    let premier = Array(Self.premiere.prefix(1))
    #expect(try suite(rate, .autorisee(premier)).destination == .redouble(premier))
    let acquis = try suite(annee([("12", "12")], "RED"))
    #expect(acquis.destination == .indecis)
  }

  @Test("sans passage, la demande de redoublement décide")
  func sansPassage() throws {
    let rate = annee([("12", "2"), ("4", "4")])
    let autorisee = try suite(rate, .autorisee(Self.premiere))
    #expect(autorisee.destination == .redouble(Self.premiere))
    #expect(autorisee.capitalisees.map(\.texte) == ["UE11"])
    #expect(try suite(rate, .refusee).destination == .quitte)
    #expect(try suite(rate, .enCours).destination == .indecis)
    let aucune = try suite(rate)
    #expect(aucune.destination == .indecis)
    #expect(aucune.motif.hasPrefix("ni passage ni demande de redoublement"))
    let deux = try suite(annee([("12", "12")]), .autorisee(Self.premiere))
    #expect(deux.destination == .indecis)
  }

  @Test("tout acquis en troisième année, on part avec le BUT ; sinon on redouble ou non")
  func troisieme() throws {
    let avant = [annee([("12", "12")]), annee([("12", "12")], but: 2)]
    var derniere = annee([("12", "12")], but: 3)
    derniere.ects = ["UE51": "30", "UE61": "30"]
    var cursus = avant
    cursus[0].ects = ["UE11": "30", "UE21": "30"]
    cursus[1].ects = ["UE31": "30", "UE41": "30"]
    let diplome = try suite(derniere, avant: cursus)
    #expect(diplome.destination == .quitte && diplome.motif == "BUT obtenu")
    let rate = annee([("12", "4")], but: 3)
    #expect(try suite(rate, avant: cursus).destination == .indecis)
    let troisieme = [5, 6].compactMap { NumeroSemestre($0) }
    let reprise = try suite(rate, .autorisee(troisieme), avant: cursus)
    #expect(reprise.destination == .redouble(troisieme))
    #expect(reprise.capitalisees.map(\.texte) == ["UE51"])
  }

  @Test("rien n’est dit sans jury, sur des faits changés, ni d’un résultat incomplet")
  func inconnu() throws {
    let bonne = annee([("12", "12")])
    let jamais = try suite(bonne, .aucune, .jamais)
    #expect(jamais.destination == .indecis && jamais.motif.contains("jury"))
    let perimee = try suite(bonne, .aucune, .perimee)
    #expect(perimee.destination == .indecis && perimee.motif.contains("changé"))
    #expect(try suite(annee([("12", "x")])).destination == .indecis)
    #expect(try suite(annee([("12", "12")], "ABL")).destination == .indecis)
    var seul = annee([("12", "12")])
    seul.semestres = [1]
    seul.moyennes = ["UE11": "12"]
    #expect(try suite(seul).destination == .indecis)
    let parti = try suite(bonne, .aucune, .jamais, depart: "démission le 03/03/2026")
    #expect(parti.destination == .quitte && parti.motif == "démission le 03/03/2026")
  }
}
