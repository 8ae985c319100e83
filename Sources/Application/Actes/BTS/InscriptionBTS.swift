public import Scolarite

/// A candidate in a session of the BTS: results, livret, what the jury decided, orals, support, and
/// the errors for which it deliberated again.
public struct InscriptionBTS: Hashable, Sendable {
  public let id: Identifiant<InscriptionBTS>
  public let session: Identifiant<SessionBTS>
  public let etudiant: Identifiant<Etudiant>
  /// By code of épreuve.
  public var resultats: [String: Resultat]
  /// The appreciation of the livret scolaire or de formation; empty where none was given.
  public var livret: String
  public var decision: Decision?
  public var convocation: Convocation?
  public var choix: Choix?
  public var oraux: [CandidatBTS.Domaine: Oral]
  /// In the order in which they were offered.
  public var accompagnements: [Accompagnement]
  /// In order; only the last may wait for its deliberation.
  public var reouvertures: [ReouvertureBTS]
  public var version: Int64

  /// What stands for a candidate at an épreuve.
  public enum Resultat: Hashable, Sendable {
    case note(Note)
    /// An absence, with the document that justifies it; `nil` where there is none.
    case absence(piece: String?)
  }

  /// Whether the jury lets the candidate sit the session.
  public struct Decision: Hashable, Sendable {
    public let autorise: Bool
    /// Why; never empty for a refusal.
    public let motif: String
    public let jour: Jour

    public init(autorise: Bool, motif: String, jour: Jour) {
      self.autorise = autorise
      self.motif = motif
      self.jour = jour
    }
  }

  /// The day on which the candidate was summoned.
  public struct Convocation: Hashable, Sendable {
    public let jour: Jour
    /// Why it came after the eight days; `nil` for one that came in time.
    public let retard: String?

    public init(jour: Jour, retard: String? = nil) {
      self.jour = jour
      self.retard = retard
    }
  }

  /// The general discipline of the oral.
  public struct Choix: Hashable, Sendable {
    public let discipline: String
    /// Whether the candidate chose; the secretariat on their behalf otherwise.
    public let parLeCandidat: Bool
    public let jour: Jour

    public init(discipline: String, parLeCandidat: Bool, jour: Jour) {
      self.discipline = discipline
      self.parLeCandidat = parLeCandidat
      self.jour = jour
    }
  }

  /// One of the two orals.
  public struct Oral: Hashable, Sendable {
    public let debut: Instant
    public let salle: String
    public let issue: Issue?

    /// What came of it.
    public enum Issue: Hashable, Sendable {
      case note(Note)
      /// The candidate did not come: nothing is replaced.
      case absence
    }

    public init(debut: Instant, salle: String, issue: Issue? = nil) {
      self.debut = debut
      self.salle = salle
      self.issue = issue
    }

    public var note: Note? {
      if case .note(let note) = issue { note } else { nil }
    }
  }

  /// What was offered to prepare for the session (R3.9).
  public struct Accompagnement: Hashable, Sendable {
    public let nature: Nature
    public let jour: Jour
    /// The points of the programme, with whom.
    public let texte: String
    public let suite: Suite

    public enum Nature: String, CaseIterable, Hashable, Sendable {
      case entretien, seance
    }

    public enum Suite: String, CaseIterable, Hashable, Sendable {
      case propose, suivi, decline
    }

    public init(nature: Nature, jour: Jour, texte: String, suite: Suite) {
      self.nature = nature
      self.jour = jour
      self.texte = texte
      self.suite = suite
    }
  }

  public init(
    id: Identifiant<InscriptionBTS>,
    session: Identifiant<SessionBTS>,
    etudiant: Identifiant<Etudiant>,
    resultats: [String: Resultat] = [:],
    livret: String = "",
    decision: Decision? = nil,
    convocation: Convocation? = nil,
    choix: Choix? = nil,
    oraux: [CandidatBTS.Domaine: Oral] = [:],
    accompagnements: [Accompagnement] = [],
    reouvertures: [ReouvertureBTS] = [],
    version: Int64,
  ) {
    self.id = id
    self.session = session
    self.etudiant = etudiant
    self.resultats = resultats
    self.livret = livret
    self.decision = decision
    self.convocation = convocation
    self.choix = choix
    self.oraux = oraux
    self.accompagnements = accompagnements
    self.reouvertures = reouvertures
    self.version = version
  }
}

extension InscriptionBTS.Resultat {
  /// As the rules take it: an absence counts as justified only with its document.
  var selonLesRegles: CandidatBTS.Epreuve.Resultat {
    switch self {
    case .note(let note): .note(note)
    case .absence(let piece): piece == nil ? .absenceInjustifiee : .absenceJustifiee
    }
  }

  var fait: Faits.Valeur {
    switch self {
    case .note(let note): .nombre(note.valeur)
    case .absence(let piece): .texte("absence" + (piece.map { ", \($0)" } ?? ""))
    }
  }
}

extension InscriptionBTS {
  var faits: Faits {
    var faits: Faits = [
      "session": Faits.Valeur(session), "etudiant": Faits.Valeur(etudiant),
      "resultats": .faits(
        Faits(resultats.sorted { $0.key < $1.key }.map { .init($0.key, $0.value.fait) })
      ),
      "livret": .texte(livret),
    ]
    if let decision {
      faits =
        faits + [
          "autorise": .verdict(decision.autorise), "motif": .texte(decision.motif),
          "decide": Faits.Valeur(decision.jour),
        ]
    }
    if let convocation {
      faits =
        faits + [
          "convocation": Faits.Valeur(convocation.jour),
          "retard": Faits.Valeur(convocation.retard),
        ]
    }
    if let choix {
      faits =
        faits + [
          "discipline": .texte(choix.discipline),
          "par-le-candidat": .verdict(choix.parLeCandidat),
        ]
    }
    for (domaine, oral) in oraux.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      faits = faits + ["oral-\(domaine.rawValue)": oral.fait]
    }
    if !accompagnements.isEmpty {
      faits = faits + ["accompagnements": .liste(accompagnements.map(\.fait))]
    }
    if !reouvertures.isEmpty {
      faits = faits + ["reouvertures": .liste(reouvertures.map(\.fait))]
    }
    return faits
  }
}

extension InscriptionBTS.Oral {
  fileprivate var fait: Faits.Valeur {
    let base = "\(debut), \(salle)"
    return switch issue {
    case nil: .texte(base)
    case .note(let note): .texte("\(base), \(note)")
    case .absence: .texte("\(base), absence")
    }
  }
}

extension InscriptionBTS.Accompagnement {
  fileprivate var fait: Faits.Valeur {
    .texte("\(nature.rawValue), \(jour), \(suite.rawValue), \(texte)")
  }
}
