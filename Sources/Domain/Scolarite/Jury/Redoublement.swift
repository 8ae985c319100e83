extension Regle {
  static let redoublement = Regle(
    "redoublement",
    .arreteBUT("4.5"),
    exigences: ["R1.1.5", "R1.1.6", "R2.25", "R2.26", "R4.20"],
    lectures: ["A7"],
    """
    Chaque semestre peut être redoublé une fois, dans une limite comptée en semestres ; en cas de \
    force majeure le directeur peut autoriser un redoublement supplémentaire.
    """,
  )
  static let refusDeRedoublement = Regle(
    "refus-redoublement",
    .arreteBUT("4.5"),
    exigences: ["R1.1.7", "R2.27", "R4.21"],
    """
    Un refus d’autorisation de redoubler est précédé de l’audition de l’étudiant qui la demande, \
    motivé et assorti de conseils d’orientation.
    """,
  )
}

/// What is asked, and what was decided, about repeating.
public struct DemandeDeRedoublement: Sendable {
  /// The semesters that would be repeated.
  public let demande: [NumeroSemestre]
  /// Semesters repeated before the years of the dossier.
  public let deja: [NumeroSemestre]
  /// The director's authorisation for force majeure.
  public let supplement: ActeMotive?
  public let refus: Refus?

  /// A refusal, as it was made.
  public struct Refus: Sendable {
    public let auditionDemandee: Bool
    public let entendu: Bool
    public let motivation: String
    public let conseils: String

    public init(auditionDemandee: Bool, entendu: Bool, motivation: String, conseils: String) {
      self.auditionDemandee = auditionDemandee
      self.entendu = entendu
      self.motivation = motivation
      self.conseils = conseils
    }

    /// What makes the refusal irregular.
    public var manques: [String] {
      var manques: [String] = []
      if auditionDemandee, !entendu { manques.append("audition demandée non tenue") }
      if motivation.isEmpty { manques.append("motivation") }
      if conseils.isEmpty { manques.append("conseils d’orientation") }
      return manques
    }
  }

  public init(
    demande: [NumeroSemestre],
    deja: [NumeroSemestre],
    supplement: ActeMotive?,
    refus: Refus?,
  ) {
    self.demande = demande
    self.deja = deja
    self.supplement = supplement
    self.refus = refus
  }
}

/// Whether a repetition can be authorised, and what remains after it.
public struct Redoublement<M: Motivation>: Sendable {
  public let possible: Bool
  /// Semesters repeated, the demand included when it is possible.
  public let compteur: Int
  public let reste: Int
  public let motifs: [String]
  public let refus: DemandeDeRedoublement.Refus?
  public let trace: M.Trace
  /// The grounds of the regularity of a refusal; `nil` when there is none.
  public let traceDuRefus: M.Trace?
}

extension Reglages {
  /// How many semesters may be repeated in all, the director’s extra aside.
  public var redoublementsPermis: Int {
    Int(nombre(.redoublementsMaximum).partieEntiere.numerateur)
  }
}

extension Moteur {
  /// Counts in semesters; the director's extra covers one more (A7).
  func redoublement(
    _ demande: DemandeDeRedoublement,
    deja: [NumeroSemestre],
  ) -> Redoublement<M> {
    let maximum = reglages.redoublementsPermis
    let total = deja.count + demande.demande.count
    let repetes = demande.demande.filter(deja.contains)
    let depassement = max(0, total - maximum)
    let supplement = demande.supplement == nil ? 0 : 1
    let memeSemestre = supplement == 1 && reglages.actif(.supplementCouvreMemeSemestre) ? 1 : 0
    var motifs: [String] = []
    if depassement > supplement { motifs.append("\(maximum) redoublements atteints") }
    if repetes.count > memeSemestre {
      motifs += repetes.map { "S\($0.valeur) déjà redoublé une fois" }
    }
    let possible = motifs.isEmpty
    if possible, depassement > 0 { motifs = ["force majeure, décision du directeur"] }
    let compteur = possible ? total : deja.count
    return Redoublement(
      possible: possible,
      compteur: compteur,
      reste: max(0, maximum - compteur),
      motifs: motifs,
      refus: demande.refus,
      trace: M.trace {
        Preuve(
          .redoublement,
          demande.demande.map { "S\($0.valeur)" }.joined(separator: " + "),
          termes: [
            .init("deja", .nombre(Fraction(deja.count))),
            .init("demandes", .nombre(Fraction(demande.demande.count))),
            .init("dejaRedoubles", .nombre(Fraction(repetes.count))),
            .init("supplement", .verdict(supplement == 1)),
          ] + (demande.supplement?.termes ?? []),
          parametres: [.redoublementsMaximum, .supplementCouvreMemeSemestre].map {
            reglages.reglage($0)
          },
          conclusion: .verdict(possible),
          changerait: possible ? nil : "une autorisation du directeur pour force majeure",
        )
      },
      traceDuRefus: demande.refus.map { refus in M.trace { refus.preuve } },
    )
  }
}

extension DemandeDeRedoublement.Refus {
  /// Whether the refusal is regular, and on what.
  fileprivate var preuve: Preuve {
    Preuve(
      .refusDeRedoublement,
      "refus",
      termes: [
        .init("auditionDemandee", .verdict(auditionDemandee)),
        .init("entendu", .verdict(entendu)),
        .init("motivation", .texte(motivation)), .init("conseils", .texte(conseils)),
      ],
      conclusion: .verdict(manques.isEmpty),
      changerait: manques.isEmpty ? nil : manques.joined(separator: ", "),
    )
  }
}
