public import Scolarite

extension Hasard {
  /// A year of which the jury has decided nothing and nothing was sat again; sometimes one semester.
  ///
  /// The UE of the curriculum say which semesters there are; there is at least one.
  public mutating func annee(_ debut: Int, _ programme: Programme) -> AnneeSuivie {
    let numeros = Set(programme.ues.map(\.semestre)).sorted()
    guard let annee = AnneeUniversitaire(debut: debut), let premier = numeros.first else {
      preconditionFailure("a year of this century and a curriculum that has UE")
    }
    let suivis = chance(surCent: 12) ? [parmi(numeros)] : numeros
    return AnneeSuivie(
      annee: annee,
      anneeBUT: premier.annee,
      programme: programme,
      semestres: suivis.map { semestre($0, programme, annee) },
      bonus: bonusDeTirage(),
    )
  }

  private mutating func bonusDeTirage() -> Bonus {
    let points: [Bonus.Sport?] = [
      nil, .points(quarts(0...2)), .points(20), .points(Decimale(milliemes: 333)),
      .seances(entier(0...25)), .seances(366), .seances(entier(11...20)),
    ]
    let engagements = (0..<max(0, entier(-2...5))).map { _ in
      Bonus.Engagement(
        type: parmi(["a", "b", "c"]),
        points: quarts(0...(chance(surCent: 5) ? 80 : 3)),
      )
    }
    return Bonus(sport: parmi(points), engagements: engagements)
  }

  /// Years one after another, some of them two or three times, with resits and decisions.
  ///
  /// The curricula are those of the years of the BUT, the first one first.
  public mutating func cursus(_ programmes: [Programme]) -> Dossier {
    let fois = programmes.map { programme in
      programme.ues.isEmpty ? 0 : (chance(surCent: 50) ? 1 : (chance(surCent: 75) ? 2 : 3))
    }
    var debut = 2026 - fois.reduce(0, +) - entier(0...1)
    var annees: [AnneeSuivie] = []
    for (programme, fois) in zip(programmes, fois) {
      for _ in 0..<fois {
        let anterieurs = annees.map(\.programme)
        annees.append(avecLaSuite(annee(debut, programme), anterieurs))
        debut += 1
      }
    }
    return Dossier(etudiant: "tirage", annees: annees, redoublement: demande(annees.last))
  }

  private mutating func demande(_ annee: AnneeSuivie?) -> DemandeDeRedoublement? {
    guard let annee, chance(surCent: 20) else { return nil }
    let numeros = annee.semestres.map(\.numero)
    return DemandeDeRedoublement(
      demande: chance(surCent: 50) ? numeros : [parmi(numeros)],
      deja: (0..<entier(0...4)).map { _ in parmi(numeros) },
      supplement: chance(surCent: 30) ? acte("direction", annee.annee) : nil,
      refus: nil,
    )
  }

  private mutating func avecLaSuite(
    _ annee: AnneeSuivie,
    _ anterieurs: [Programme],
  ) -> AnneeSuivie {
    AnneeSuivie(
      annee: annee.annee,
      anneeBUT: annee.anneeBUT,
      programme: annee.programme,
      semestres: annee.semestres,
      bonus: annee.bonus,
      session2: chance(surCent: 50) ? session2(annee) : nil,
      decisions: chance(surCent: 40) ? decisions(annee, anterieurs) : [],
    )
  }
}

extension Hasard {
  /// Resits of UE or of modules, of UE that are open or not, acquired or not.
  private mutating func session2(_ annee: AnneeSuivie) -> SessionDeux {
    let inscrites = annee.programme.ues.filter { _ in chance(surCent: 40) }
    let connues = Set(annee.semestres.flatMap(\.moyennes.keys))
    var notesUE: [CodeUE: Entree] = [:]
    var notesModules: [String: Entree] = [:]
    for ue in inscrites {
      if chance(surCent: 50) { notesUE[ue.code] = entree() }
      guard !connues.contains(ue.code), chance(surCent: 50) else { continue }
      for module in ue.modules where chance(surCent: 30) {
        notesModules[module.code.canonique] = entree()
      }
    }
    return SessionDeux(
      date: chance(surCent: 50) ? jour(annee.annee) : nil,
      inscriptions: inscrites.map(\.code),
      notesUE: notesUE,
      notesModules: notesModules,
    )
  }

  /// Up to three decisions of different days that do not contradict each other.
  private mutating func decisions(
    _ annee: AnneeSuivie,
    _ anterieurs: [Programme],
  ) -> [DecisionDeJury] {
    let ues = annee.programme.ues + (chance(surCent: 20) ? anterieurs.flatMap(\.ues) : [])
    var decisions: [DecisionDeJury] = []
    for _ in 0..<entier(1...3) {
      let ue = parmi(ues)
      let objets: [DecisionDeJury.Objet] = [
        .ue(ue.code), .ue(ue.code), .rcue(competence: ue.competence), .annee, .passage,
      ]
      let objet = parmi(objets)
      let code = parmi(DecisionDeJury.codes(objet))
      let acte = acte("jury", annee.annee)
      guard let decision = DecisionDeJury(sur: objet, code: code, acte: acte),
        !decisions.contains(where: { $0.contredit(decision) || $0.acte.date == acte.date })
      else { continue }
      decisions.append(decision)
    }
    return decisions
  }
}
