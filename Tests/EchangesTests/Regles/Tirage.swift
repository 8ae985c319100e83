import Echanges
import JSON
import Scolarite
import Testing

/// Numbers that depend only on a seed (SplitMix64).
struct Hasard: RandomNumberGenerator {
  private var etat: UInt64

  init(graine: UInt64) {
    etat = graine
  }

  mutating func next() -> UInt64 {
    etat &+= 0x9E37_79B9_7F4A_7C15
    var melange = etat
    melange = (melange ^ (melange >> 30)) &* 0xBF58_476D_1CE4_E5B9
    melange = (melange ^ (melange >> 27)) &* 0x94D0_49BB_1331_11EB
    return melange ^ (melange >> 31)
  }

  mutating func entier(_ plage: ClosedRange<Int>) -> Int { Int.random(in: plage, using: &self) }

  mutating func chance(surCent: Int) -> Bool { entier(1...100) <= surCent }

  /// A number of quarters.
  mutating func quarts(_ plage: ClosedRange<Int>) -> Decimale {
    let (unites, reste) = entier(plage).quotientAndRemainder(dividingBy: 4)
    return Decimale("\(unites).\(["0", "25", "5", "75"][reste])") ?? .zero
  }

  /// Mostly a mark near 10, on 20 or 15, and now and then what stands for one.
  mutating func entree() -> Entree {
    let sort = entier(1...100)
    if sort <= 4 { return .absenceInjustifiee }
    if sort <= 6 { return [.enAttente, .absenceJustifiee][entier(0...1)] }
    if sort <= 12 {
      return [.excuse, .indisponibilite, .nulle, .sansRattrapage(motif: "refus")][entier(0...3)]
    }
    let note =
      sort <= 30
      ? Note(quarts(0...60), sur: 15) : Note(sort <= 40 ? quarts(0...80) : quarts(24...56))
    return note.map(Entree.note) ?? .enAttente
  }

  mutating func evaluations() -> [Evaluation] {
    (1...entier(1...3)).map { rang in
      Evaluation(nom: "E\(rang)", entree: entree(), coefficient: quarts(1...12))
    }
  }
}

/// A règlement and two curricula on which dossiers are drawn.
struct Terrain: Sendable, CustomTestStringConvertible {
  let profil: String
  let reglages: [String: JSONNode]

  var testDescription: String { "\(profil) \(reglages.keys.sorted())" }

  static let tous: [Terrain] = [
    Terrain(profil: DossierDEssai.national, reglages: [:]),
    Terrain(profil: DossierDEssai.laRoche, reglages: [:]),
    Terrain(
      profil: DossierDEssai.laRoche,
      reglages: [
        "ponderationRCUE": "ects", "arrondiAvantComparaison": "2", "moyenneRedoublant": "derniere",
        "article3Alternants": true, "rattrapageITI": "zero", "session2Active": true,
      ],
    ),
    Terrain(
      profil: DossierDEssai.laRoche,
      reglages: [
        "partRessources": "60", "assietteSport": "rcue", "borneTranche": "superieureIncluse",
        "session2Active": true, "modeNoteSession2": "meilleure", "prorataSport": true,
      ],
    ),
    Terrain(
      profil: DossierDEssai.avecSession2,
      reglages: [
        "ponderationRCUE": "coefficient", "critereSession2": "moyenneSemestrielle",
        "malusActif": true, "zeroABI": true, "franchiseABI": "2", "plafondMalus": "1",
        "regle30": "bloque", "induiteParJury": false, "arrondiAvantComparaison": "3",
      ],
    ),
  ]

  /// What the format reads of the règlement and of the two first years.
  func lire() throws -> (lu: DossierLu, programmes: [Programme]) {
    let lu = try DossierDEssai(profil, reglages, Self.annee(1), Self.annee(2)).lire()
    guard case .but(let dossier) = lu.demande else { return (lu, []) }
    return (lu, dossier.annees.map(\.programme))
  }

  private static func annee(_ but: Int) -> AnneeDEssai {
    var annee = AnneeDEssai(debut: 2024 + but, but: but)
    for semestre in (2 * but - 1)...(2 * but) {
      annee.volumes["S\(semestre)"] = "100"
      for competence in 1...3 {
        let code = "UE\(semestre)\(competence)"
        annee.ects[code] = competence == 1 ? "12" : "9"
        annee.modules[code] = [
          "R\(code)1": "3", "R\(code)2": "2", "SAE\(code)": "4", "PORTFOLIO\(code)": "0",
        ]
      }
    }
    return annee
  }
}

extension Hasard {
  mutating func semestre(_ numero: NumeroSemestre, _ programme: Programme) -> SemestreSuivi {
    var notes: [String: [Evaluation]] = [:]
    for ue in programme.ues where ue.semestre == numero {
      for module in ue.modules where chance(surCent: 99) {
        notes[module.code.canonique] = evaluations()
      }
    }
    let statut: Statut = chance(surCent: 15) ? .alternant : .initial
    return SemestreSuivi(numero: numero, statut: statut, notes: notes, absences: absences(numero))
  }

  private mutating func absences(_ numero: NumeroSemestre) -> Absences {
    let creneaux = (1...6).compactMap { rang -> Absences.Creneau? in
      let jour = numero.valeur % 2 == 1 ? "2025-10-0\(rang)" : "2026-03-0\(rang)"
      guard chance(surCent: 15), let debut = Instant("\(jour)T08:00") else { return nil }
      let motifs: [Absences.Motif] = [
        .injustifiee, .justifiee, .indisponibilite(declaree: Instant("\(jour)T13:59")),
        .indisponibilite(declaree: Instant("\(jour)T14:00")),
      ]
      return Absences.Creneau(debut: debut, heures: quarts(1...16), motif: motifs[entier(0...3)])
    }
    return Absences(
      heuresABI: chance(surCent: 50) ? quarts(0...60) : .zero,
      heuresABJ: chance(surCent: 50) ? quarts(0...120) : .zero,
      creneaux: creneaux,
    )
  }

  private mutating func bonus() -> Bonus {
    let sport: [Bonus.Sport?] = [nil, .points(quarts(0...2)), .seances(entier(0...25))]
    let engagements = (0..<entier(0...3)).map { _ in
      Bonus.Engagement(type: ["a", "b"][entier(0...1)], points: quarts(0...3))
    }
    return Bonus(sport: sport[entier(0...2)], engagements: engagements)
  }

  /// A year of which the jury has decided nothing and nothing was sat again.
  mutating func annee(_ debut: Int, but: Int, _ programme: Programme) throws -> AnneeSuivie {
    let impair = try #require(NumeroSemestre(2 * but - 1))
    let pair = try #require(NumeroSemestre(2 * but))
    return AnneeSuivie(
      annee: try #require(AnneeUniversitaire(debut: debut)),
      anneeBUT: impair.annee,
      programme: programme,
      semestres: [semestre(impair, programme), semestre(pair, programme)],
      bonus: bonus(),
    )
  }

  /// Two years, the first sometimes twice, with resits and decisions.
  mutating func cursus(_ programmes: [Programme]) throws -> Dossier {
    var annees = [try annee(2023, but: 1, programmes[0])]
    if chance(surCent: 50) { annees.append(try annee(2024, but: 1, programmes[0])) }
    annees.append(try annee(2025, but: 2, programmes[1]))
    return Dossier(etudiant: "tirage", annees: try annees.map { try avecLaSuite($0) })
  }

  mutating func avecLaSuite(_ annee: AnneeSuivie) throws -> AnneeSuivie {
    let ues = annee.programme.ues
    let inscrites = ues.filter { _ in chance(surCent: 40) }
    var notesUE: [CodeUE: Entree] = [:]
    var notesModules: [String: Entree] = [:]
    for ue in inscrites {
      if chance(surCent: 50) {
        notesUE[ue.code] = entree()
      } else {
        notesModules[ue.modules[entier(0...3)].code.canonique] = entree()
      }
    }
    let session2 = SessionDeux(
      date: nil,
      inscriptions: inscrites.map(\.code),
      notesUE: notesUE,
      notesModules: notesModules,
    )
    return AnneeSuivie(
      annee: annee.annee,
      anneeBUT: annee.anneeBUT,
      programme: annee.programme,
      semestres: annee.semestres,
      bonus: annee.bonus,
      session2: chance(surCent: 50) ? session2 : nil,
      decisions: try decisions(annee),
    )
  }

  private mutating func decisions(_ annee: AnneeSuivie) throws -> [DecisionDeJury] {
    let acte = try #require(
      ActeMotive(auteur: "jury", date: Jour(ouvrant: annee.annee), motif: "délibération")
    )
    let ue = annee.programme.ues[entier(0...5)].code
    let possibles = [
      DecisionDeJury(sur: .ue(ue), code: .adj, acte: acte),
      DecisionDeJury(sur: .rcue(competence: entier(1...3)), code: .adj, acte: acte),
      DecisionDeJury(sur: .rcue(competence: entier(1...3)), code: .atj, acte: acte),
      DecisionDeJury(sur: .annee, code: .pas1nci, acte: acte),
      DecisionDeJury(sur: .passage, code: .adj, acte: acte),
    ]
    return possibles.compactMap { chance(surCent: 15) ? $0 : nil }
  }
}

extension AnneeSuivie {
  /// The same year, its semesters changed.
  func changee(_ changer: (SemestreSuivi) -> SemestreSuivi) -> AnneeSuivie {
    AnneeSuivie(
      annee: annee,
      anneeBUT: anneeBUT,
      programme: programme,
      semestres: semestres.map(changer),
      bonus: bonus,
      session2: session2,
      decisions: decisions,
    )
  }
}

extension SemestreSuivi {
  /// The same semester with other marks, or other absences.
  func avec(notes: [String: [Evaluation]]? = nil, absences: Absences? = nil) -> SemestreSuivi {
    SemestreSuivi(
      numero: numero,
      statut: statut,
      notes: notes ?? self.notes,
      moyennes: moyennes,
      absences: absences ?? self.absences,
      avisContraire: avisContraire,
    )
  }
}
