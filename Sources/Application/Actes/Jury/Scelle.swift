public import Scolarite

/// How a jury was closed: under which règlement, by whom.
public struct ClotureDeJury: Hashable, Sendable {
  /// The jury as it was closed.
  public let session: SessionDeJury
  /// The name of the règlement.
  public let profil: String
  /// The règlement with those that it inherits from, as JSON.
  public let reglement: String
  /// Those of earlier years of its students, where they are another.
  public let anterieurs: [AnneeUniversitaire: String]
  public let conseil: Jour?
  public let cfvu: Jour?
  /// Why it was closed though a date of adoption is missing (A10), or a request to repeat unanswered.
  public let derogation: String?
  /// Those on whom it decided: none of their seals can be left out unseen.
  public let etudiants: [Identifiant<Etudiant>]

  public init(
    session: SessionDeJury,
    profil: String,
    reglement: String,
    anterieurs: [AnneeUniversitaire: String] = [:],
    conseil: Jour?,
    cfvu: Jour?,
    derogation: String?,
    etudiants: [Identifiant<Etudiant>] = [],
  ) {
    self.session = session
    self.profil = profil
    self.reglement = reglement
    self.anterieurs = anterieurs
    self.conseil = conseil
    self.cfvu = cfvu
    self.derogation = derogation
    self.etudiants = etudiants
  }
}

/// What a jury decided for a student, with all that it knew: never changed.
public struct Scelle: Hashable, Sendable {
  public let jury: Identifiant<SessionDeJury>
  public let etudiant: Identifiant<Etudiant>
  /// The digest of the closing of the jury.
  public let cloture: String
  /// The dossier as JSON, as the jury had it.
  public let dossier: String
  /// What the rules proposed, as JSON.
  public let proposition: String
  public let decisions: [DecisionPrise]

  public init(
    jury: Identifiant<SessionDeJury>,
    etudiant: Identifiant<Etudiant>,
    cloture: String,
    dossier: String,
    proposition: String,
    decisions: [DecisionPrise],
  ) {
    self.jury = jury
    self.etudiant = etudiant
    self.cloture = cloture
    self.dossier = dossier
    self.proposition = proposition
    self.decisions = decisions
  }
}

extension ClotureDeJury {
  /// What its digest is taken of.
  public var canonique: Faits {
    [
      "format": "delibere/cloture/1", "jury": Faits.Valeur(session.id),
      "session": .faits(session.faits), "profil": .texte(profil), "reglement": .texte(reglement),
      "conseil": Faits.Valeur(conseil), "cfvu": Faits.Valeur(cfvu),
      "derogation": Faits.Valeur(derogation),
    ]
      + (anterieurs.isEmpty
        ? [:]
        : [
          "anterieurs": .faits(
            Faits(
              anterieurs.sorted { $0.key < $1.key }.map { .init("\($0.key)", .texte($0.value)) }
            )
          )
        ])
      + (etudiants.isEmpty ? [:] : ["etudiants": .liste(etudiants.map { Faits.Valeur($0) })])
  }
}

extension Scelle {
  /// What its digest is taken of.
  public var canonique: Faits {
    [
      "format": "delibere/scelle/1", "cloture": .texte(cloture), "etudiant": Faits.Valeur(etudiant),
      "dossier": .texte(dossier), "proposition": .texte(proposition),
      "decisions": .liste(decisions.map { .faits($0.faits) }),
    ]
  }
}

extension DecisionPrise {
  var faits: Faits {
    ["sur": .texte(sur.nom), "code": .texte(code.rawValue), "motif": .texte(motif)]
  }
}

extension SessionDeJury {
  var faits: Faits {
    [
      "promotion": Faits.Valeur(promotion), "nature": .texte(nature.phrase),
      "date": Faits.Valeur(date), "membres": .liste(membres.map { .faits($0.faits) }),
      "rectifie": Faits.Valeur(rectification?.jury), "preuve": Faits.Valeur(rectification?.preuve),
    ] + (nomination.map { ["nomination": .texte($0)] } ?? [:])
      + (motif.map { ["motif": .texte($0)] } ?? [:])
  }
}

extension SessionDeJury.Nature {
  fileprivate var phrase: String {
    switch self {
    case .semestre(let numero): "S\(numero.valeur)"
    case .annee: "année"
    }
  }
}

extension SessionDeJury.Membre {
  fileprivate var faits: Faits {
    [
      "nom": .texte(nom), "qualite": .texte(qualite.rawValue), "present": .verdict(present),
      "utilisateur": Faits.Valeur(utilisateur),
    ]
  }
}
