internal import Calendrier
public import Scolarite

/// What a calendar costs, what it cannot be, and the clashes that it leaves.
public struct JugementDeCalendrier: Sendable {
  public let cout: Int
  /// What costs something, in the order of the engine.
  public let composantes: [Composante]
  /// What cannot hold, one phrase each.
  public let violations: [String]
  public let chevauchements: [ChevauchementVu]

  /// A part of the cost.
  public struct Composante: Hashable, Sendable {
    public let nom: String
    public let prix: Int
  }

  /// A student who is called where they cannot be, and what is proposed.
  public struct ChevauchementVu: Hashable, Sendable {
    public let etudiant: Identifiant<Etudiant>
    public let nom: String
    public let constat: String
    public let proposition: String
    public let epreuves: [CleDEpreuve]
    public let solution: Solution
  }

  /// What the secretariat may accept.
  public enum Solution: Hashable, Sendable {
    /// The whole exam begins at another hour.
    case decalage(CleDEpreuve, Instant)
    /// The student sits it alone, under continuous supervision.
    case individuel(CleDEpreuve, Instant, salle: String)
    /// Another form or another date.
    case autre(CleDEpreuve)
  }

  init(_ probleme: ProblemeDeSession2, _ seances: [SeanceDeSession2]) {
    let calendrier = probleme.calendrier(seances)
    let bilan = probleme.probleme.bilan(calendrier)
    cout = bilan.cout.total
    composantes = bilan.cout.composantes.filter { $0.valeur != 0 }.map {
      Composante(nom: $0.nom, prix: $0.valeur)
    }
    violations = bilan.violations.map { probleme.dire($0) }
    chevauchements = Calendrier.Explication(Recherche(probleme.probleme), calendrier)
      .chevauchements()
      .map { ChevauchementVu($0, probleme) }
  }
}

extension JugementDeCalendrier.ChevauchementVu {
  fileprivate init(_ vu: Chevauchement, _ probleme: ProblemeDeSession2) {
    etudiant = probleme.etudiants[vu.candidat]
    nom = probleme.probleme.candidats[vu.candidat].identite
    func dire(_ rang: Int) -> String { "« \(probleme.cles[rang].phrase) »" }
    switch vu.motif {
    case .deuxEpreuves(let une, let autre):
      epreuves = [probleme.cles[une], probleme.cles[autre]]
      constat = "\(dire(une)) et \(dire(autre)) en même temps"
    case .indisponible(let epreuve):
      epreuves = [probleme.cles[epreuve]]
      constat = "\(dire(epreuve)) pendant une contrainte déclarée"
    }
    switch vu.solution {
    case .deplacer(let epreuve, let periode, let variation):
      let debut = probleme.creneaux[periode].debut
      solution = .decalage(probleme.cles[epreuve], debut)
      proposition =
        "décaler \(dire(epreuve)) au \(debut.enToutesLettres) pour tous (coût "
        + "\(variation < 0 ? "−" : "+")\(abs(variation)))"
    case .aPart(let epreuve, let periode, let salle):
      let debut = probleme.creneaux[periode].debut
      let nom = salle.map { probleme.probleme.salles[$0].nom } ?? ""
      solution = .individuel(probleme.cles[epreuve].commune, debut, salle: nom)
      proposition =
        "faire passer \(dire(epreuve)) individuellement, sous surveillance continue, le "
        + debut.enToutesLettres + (nom.isEmpty ? "" : ", \(nom)")
    case .horsSession(let epreuve):
      solution = .autre(probleme.cles[epreuve])
      proposition =
        "aucun créneau ne lui reste pour \(dire(epreuve)) : une autre forme ou une autre date"
    }
  }
}

extension ProblemeDeSession2 {
  /// A phrase of the engine with exams as people call them, rather than by their keys.
  func dire(_ phrase: String) -> String {
    var dite = phrase
    for cle in cles.sorted(by: { $0.description.count > $1.description.count }) {
      let nom = cle.description
      while let place = dite.firstRange(of: "« \(nom) »") {
        dite.replaceSubrange(place, with: "« \(cle.phrase) »")
      }
    }
    return dite
  }
}
