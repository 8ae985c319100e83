/// Gathers the edges of a model, then sorts them into tables.
struct LiensEnCours {
  private struct Cle: Hashable {
    let groupe: Int
    let voisin: Int
    let classe: ClasseDeLien
  }

  private let probleme: ProblemeDExamens
  private let parties: [Partie]
  private let groupe: [Int]
  private let membres: [[Int]]
  private let pas: Int
  private var sommes: [Cle: Int] = [:]

  init(_ modele: Modele) {
    probleme = modele.probleme
    parties = modele.parties
    groupe = modele.groupe
    membres = modele.membres
    pas = modele.pas
    ajouterCandidats()
    ajouterSurveillants()
    ajouterRelations()
  }

  private var parHeure: Bool { probleme.horaire == .parHeure }

  private mutating func ajouter(_ a: Int, _ b: Int, _ classe: ClasseDeLien, _ poids: Int) {
    guard a != b else { return }
    sommes[Cle(groupe: a, voisin: b, classe: classe), default: 0] += poids
    sommes[Cle(groupe: b, voisin: a, classe: classe.inverse), default: 0] += poids
  }

  private mutating func ajouterCandidats() {
    var presences: [[(partie: Int, minutes: Int)]] = Array(
      repeating: [],
      count: probleme.candidats.count,
    )
    for (m, partie) in parties.enumerated() {
      for c in partie.candidats {
        guard let minutes = probleme.dureePour(c, partie) else { continue }
        presences[c].append((m, parHeure ? minutes : 0))
      }
    }
    let nature: ClasseDeLien.Nature =
      probleme.poids.chevauchement == nil ? .incompatible : .chevauchement
    for liste in presences {
      for (i, a) in liste.enumerated() {
        for b in liste[(i + 1)...] {
          let classe = ClasseDeLien(
            nature: nature,
            minutes: a.minutes,
            minutesDeLAutre: b.minutes,
          )
          ajouter(groupe[a.partie], groupe[b.partie], classe, 1)
        }
      }
    }
  }

  private mutating func ajouterSurveillants() {
    for s in probleme.surveillants.indices {
      let tenues = parties.indices.filter { parties[$0].surveillants.contains(s) }
      for (i, a) in tenues.enumerated() {
        for b in tenues[(i + 1)...] {
          let classe = ClasseDeLien(
            nature: .incompatible,
            minutes: parHeure ? parties[a].tenue : 0,
            minutesDeLAutre: parHeure ? parties[b].tenue : 0,
          )
          ajouter(groupe[a], groupe[b], classe, 0)
        }
      }
    }
  }

  private mutating func ajouterRelations() {
    for relation in probleme.relations {
      let (x, y) = relation.epreuves
      for a in parties.indices where parties[a].epreuve == x {
        for b in parties.indices where parties[b].epreuve == y {
          guard let classe = classe(relation, a, b) else { continue }
          ajouter(groupe[a], groupe[b], classe, 0)
        }
      }
    }
  }

  private func classe(_ relation: Relation, _ a: Int, _ b: Int) -> ClasseDeLien? {
    switch relation {
    case .coincidence: nil
    case .exclusion: ClasseDeLien(nature: .incompatible, minutes: 0, minutesDeLAutre: 0)
    case .apres:
      ClasseDeLien(
        nature: .apres,
        minutes: parHeure ? parties[a].tenue : 0,
        minutesDeLAutre: parHeure ? parties[b].tenue : 0,
      )
    }
  }

  /// The edges in tables; class 0 is always the simple one.
  func achever() -> Liens {
    var liens = Liens()
    var rang: [ClasseDeLien: Int32] = [:]
    func numero(_ classe: ClasseDeLien) -> Int32 {
      if let connu = rang[classe] { return connu }
      rang[classe] = Int32(liens.classes.count)
      liens.classes.append(classe)
      return Int32(liens.classes.count - 1)
    }
    _ = numero(ClasseDeLien(nature: .incompatible, minutes: 0, minutesDeLAutre: 0))
    let tries = sommes.sorted {
      ($0.key.groupe, $0.key.voisin, $0.key.classe.ordre)
        < ($1.key.groupe, $1.key.voisin, $1.key.classe.ordre)
    }
    liens.debut = [0]
    for (cle, poids) in tries {
      while liens.debut.count <= cle.groupe { liens.debut.append(liens.voisin.count) }
      liens.voisin.append(Int32(cle.voisin))
      liens.poids.append(Int32(poids))
      liens.classe.append(numero(cle.classe))
    }
    while liens.debut.count <= membres.count { liens.debut.append(liens.voisin.count) }
    remplirTables(&liens)
    return liens
  }

  private func remplirTables(_ liens: inout Liens) {
    let periodes = probleme.periodes.count
    for classe in liens.classes {
      for p in 0..<pas {
        for q in 0..<pas {
          let reel = p < periodes && q < periodes
          liens.interdits.append(reel && classe.interdit(probleme, p, q) ? 1 : 0)
          liens.prix.append(reel ? Int32(clamping: classe.prix(probleme, p, q)) : 0)
        }
      }
    }
  }
}

extension ClasseDeLien {
  /// A total order, so that tables do not depend on hashing.
  fileprivate var ordre: Int {
    let rang =
      switch nature {
      case .incompatible: 0
      case .chevauchement: 1
      case .apres: 2
      case .avant: 3
      }
    return (rang * 1_000_000 + minutes) * 1_000_000 + minutesDeLAutre
  }
}
