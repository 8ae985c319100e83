import Actes
import Echanges
import SQL
import Scolarite
import Testing

@Suite("Bonifications : sport, et modalités particulières")
struct SportEtAmenagementsTests {
  @Test(
    "la liste du service des sports se voit, se reprend, se corrige",
    arguments: SQLEngine.allCases,
  )
  func sport(_ moteur: SQLEngine) async throws {
    let bureau = try await BureauDEssai(moteur)
    let essai = bureau.essai
    let suaps = try await essai.utilisateur(.suaps, sur: .etablissement)
    let nips = try await essai.lire { registre in
      try bureau.etudiants.map { try registre.etudiant($0)?.identite?.nip ?? "" }
    }
    func ligne(_ rang: Int, seances: Int? = nil, points: Decimale? = nil) -> LigneDeSport {
      LigneDeSport(nip: nips[rang], seances: seances, points: points, lieu: "B\(rang + 2)")
    }
    let lignes = [
      ligne(0, seances: 20), ligne(1, seances: 19), ligne(2, points: Decimale("0,25")),
    ]
    let prevu = try await essai.bureau.demander(
      PrevoirLaListeDuSport(.essai, lignes),
      par: .utilisateur(suaps.id),
      dans: essai.iut,
    )
    #expect(prevu.lignes(.ajout).count == 3)
    let points = Dictionary(uniqueKeysWithValues: prevu.lignes.map { ($0.etudiant.id, $0.points) })
    #expect(points[bureau.etudiants[0]] == Fraction(1, sur: 2))
    #expect(points[bureau.etudiants[1]] == .zero)
    #expect(points[bureau.etudiants[2]] == Fraction(1, sur: 4))
    #expect(try await essai.lire { try $0.bonus(promotion: bureau.promotion.id) }.isEmpty)
    let jour = try BureauDEssai.jour("2026-06-10")
    func importer(_ lignes: [LigneDeSport]) async throws -> PlanDuSport {
      try await essai.faire(
        ImporterLaListeDuSport(.essai, lignes, source: "suaps.xlsx", date: jour),
        par: suaps,
      )
    }
    _ = try await importer(lignes)
    let encore = try await importer([ligne(0, seances: 20), ligne(1, seances: 21)])
    #expect(encore.lignes(.rien).count == 1 && encore.lignes(.changement).count == 1)
    #expect(encore.absents.map(\.etudiant.id) == [bureau.etudiants[2]])
    let bonus = try await essai.lire { try $0.bonus(promotion: bureau.promotion.id) }
    #expect(
      bonus.map(\.nature) == [
        .sport(.seances(20)), .sport(.seances(21)), .sport(.points(try #require(Decimale("0,25")))),
      ]
    )
    let faux = [
      ligne(0, points: Decimale("0,6")), ligne(1), ligne(1, seances: 4),
      LigneDeSport(nip: "inconnu", seances: 3, points: nil, lieu: "B9"), ligne(2, seances: 400),
    ]
    let refus = try await bureau.refus { _ = try await importer(faux) }
    guard case .donnees(let fautes) = refus else {
      Issue.record("\(String(describing: refus))")
      return
    }
    #expect(fautes.map(\.lieu) == ["B2", "B3", "B9", "B4"])
    let premier = try #require(bonus.first)
    try await essai.faire(
      CorrigerUnBonusDeSport(premier.id, .seances(12), motif: "séances d’un homonyme"),
      par: suaps,
    )
    let trop = try #require(Decimale("0,51"))
    let dernier = try #require(bonus.last)
    let plafond = try await bureau.refus {
      try await essai.faire(
        CorrigerUnBonusDeSport(dernier.id, .points(trop), motif: "?"),
        par: suaps,
      )
    }
    #expect(plafond != nil)
    try await essai.faire(
      CorrigerUnBonusDeSport(dernier.id, nil, motif: "liste rectifiée"),
      par: suaps,
    )
    let apres = try await essai.lire { try $0.bonus(promotion: bureau.promotion.id) }
    #expect(Set(apres.map(\.nature)) == [.sport(.seances(12)), .sport(.seances(21))])
  }

  @Test("chaque cellule fautive de la liste est nommée")
  func cellules() throws {
    let feuilles = FeuillesDEchange()
    func lire(_ texte: String) throws -> (lignes: [LigneDeSport], ignorees: [String]) {
      try feuilles.listeDuSport(FeuilleRecue(nom: "suaps.csv", octets: Array(texte.utf8)))
    }
    let lues = try lire(
      "Numéro étudiant;Nom;Séances;Points;Activité\n22000417;Lévêque;18;0,5;Judo\n"
    )
    #expect(lues.ignorees == ["Activité"])
    #expect(lues.lignes.map(\.nip) == ["22000417"] && lues.lignes.map(\.seances) == [18])
    #expect(lues.lignes.map(\.points) == [Decimale("0,5")])
    do {
      _ = try lire("Numéro étudiant;Séances\n22000417;beaucoup\n;12\n")
      Issue.record("a word is no count")
    } catch let refusee as FeuilleRefusee {
      #expect(refusee.lignes.count == 2)
      #expect(refusee.lignes.contains { $0.contains("B2") && $0.contains("beaucoup") })
    }
    #expect(throws: FeuilleRefusee.self) { try lire("Numéro étudiant;Nom\n1;A\n") }
  }

  @Test(
    "une demande d’aménagement reçoit sa réponse, de qui en décide",
    arguments: SQLEngine.allCases,
  )
  func amenagements(_ moteur: SQLEngine) async throws {
    let bureau = try await BureauDEssai(moteur)
    let essai = bureau.essai
    let portee = Portee.promotion(bureau.promotion.id)
    let chef = try await essai.utilisateur(.responsableDeDepartement, sur: portee)
    let service = try await essai.utilisateur(.serviceHandicap, sur: .etablissement)
    let etudiant = try await TerrainDEngagement.soi(bureau)
    func demander(_ situation: DemandeDAmenagement.Situation) async throws -> DemandeDAmenagement {
      try await essai.faire(
        DemanderUnAmenagement(
          promotion: bureau.promotion.id,
          etudiant: bureau.etudiant,
          situation,
          texte: "Entraînements le matin.",
          souhaits: [.emploiDuTemps, .evaluationDeRemplacement],
        ),
        par: etudiant,
      )
    }
    let sportive = try await demander(.sportDeHautNiveau)
    let handicap = try await demander(.handicap)
    let (debut, fin) = (try BureauDEssai.jour("2025-09-01"), try BureauDEssai.jour("2026-01-31"))
    let accord = DeciderDUnAmenagement.Accord(
      .dispenseDAssiduite,
      precision: "cours du matin",
      depuis: debut,
      jusqua: fin,
      porte: .seances,
    )
    func decider(_ demande: DemandeDAmenagement, _ accords: [DeciderDUnAmenagement.Accord])
      -> DeciderDUnAmenagement
    {
      DeciderDUnAmenagement(demande.id, accords, motif: "sur pièces", version: demande.version)
    }
    for (demande, autre) in [(sportive, service), (handicap, chef)] {
      let refus = try await bureau.refus {
        _ = try await essai.faire(decider(demande, []), par: autre)
      }
      #expect(refus == .interdit(demande.situation.droit))
    }
    _ = try await essai.faire(decider(sportive, [accord]), par: chef)
    _ = try await essai.faire(decider(handicap, []), par: service)
    let encore = try await bureau.refus {
      _ = try await essai.faire(decider(sportive, []), par: chef)
    }
    #expect(encore == .etat(.demandeTraitee))
    for (jour, nombre) in [(debut, 1), (fin, 1), (fin.plus(jours: 1), 0)] {
      let lus = try await essai.lire { try $0.amenagements(bureau.promotion.id, le: jour) }
      #expect(lus.count == nombre, "\(jour)")
      #expect(lus.allSatisfy { $0.nature == .dispenseDAssiduite && $0.porte == .seances })
    }
    let siens = try await essai.faire(VoirSesAmenagements(bureau.etudiant), par: etudiant)
    #expect(siens.demandes.count == 2 && siens.demandes.allSatisfy { !$0.estOuverte })
    let vus = try await essai.faire(VoirSesAmenagements(bureau.etudiant), par: chef)
    #expect(vus.demandes.map(\.situation) == [.sportDeHautNiveau])
  }
}
