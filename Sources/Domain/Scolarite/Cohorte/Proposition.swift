/// What the rules propose to the jury for a student of a promotion.
public struct Proposition: Hashable, Sendable {
  /// The UE of the semesters followed, and those acquired this year without being followed, in the
  /// order of the curriculum.
  public let ues: [UEProposee]
  /// The RCUE of the year, by competence and level.
  public let rcues: [RCUEProposee]
  /// The semesters followed.
  public let semestres: [SemestrePropose]
  /// The credits gained in the year.
  public let ects: Fraction
  /// The credits gained since the beginning.
  public let ectsCumules: Fraction
  /// The semester that the student would enter; `nil` after the sixth.
  public let vers: NumeroSemestre?
  /// Whether the student may enter it; `nil` when a result that decides is missing.
  public let autorisee: Bool?
  /// How many RCUE have the average or are validated, where the passage depends on it.
  public let rcueValides: Int
  /// The code of the year; `nil` when nothing is proposed.
  public let codeAnnee: String?
  /// The UE open at session 2.
  public let ouvertes: [CodeUE]

  /// A UE as it is proposed.
  public struct UEProposee: Hashable, Sendable {
    public let code: CodeUE
    /// `nil` while a mark is awaited.
    public let moyenne: Fraction?
    public let mode: ModeDAcquisition?
    /// The code proposed: « ADM », « CMP » or « AJ », for instance.
    public let mention: String
    public let capitalisee: Bool
    /// The average was obtained in an earlier year.
    public let moyenneAnterieure: Bool
    /// The 30 % rule keeps it from being validated.
    public let bloquee: Bool
    /// It is not acquired, and a mark is awaited.
    public let incomplete: Bool

    public var acquise: Bool { mode != nil }
  }

  /// What absences do to a semester.
  public struct SemestrePropose: Hashable, Sendable {
    public let numero: NumeroSemestre
    public let heuresABI: Decimale
    public let heuresABJ: Decimale
    /// The points taken from each of its UE.
    public let malus: Fraction
    /// The rate of absence reaches the threshold of the 30 % rule.
    public let seuilAtteint: Bool
  }

  /// An RCUE as it is proposed.
  public struct RCUEProposee: Hashable, Sendable {
    public let cle: CleRCUE
    public let moyenne: Fraction?
    public let valide: Bool
    /// Validated otherwise than by its average.
    public let valideAutrement: Bool
    public let mention: String
  }
}

extension Proposition {
  /// What the one-student path proposes for a year, in the same terms.
  init<M: Motivation>(_ annee: ResultatDAnnee<M>, _ programme: Programme) {
    let etat = annee.finale
    ues = programme.ues.compactMap { ue in
      etat.ues[ue.code].map {
        UEProposee(
          code: ue.code,
          moyenne: $0.moyenne?.valeur,
          mode: $0.mode,
          mention: $0.code,
          capitalisee: $0.capitalisee,
          moyenneAnterieure: $0.moyenne != nil && $0.annee != annee.annee,
          bloquee: $0.bloque,
          incomplete: !$0.acquise && !$0.manque.isEmpty,
        )
      }
    }
    rcues = etat.rcues.values.sorted { $0.cle < $1.cle }.map {
      RCUEProposee(
        cle: $0.cle,
        moyenne: $0.moyenne?.valeur,
        valide: $0.valide,
        valideAutrement: $0.valideAutrement,
        mention: $0.code,
      )
    }
    semestres = etat.semestres.map {
      SemestrePropose(
        numero: $0.numero,
        heuresABI: $0.heuresABI,
        heuresABJ: $0.heuresABJ,
        malus: $0.malus,
        seuilAtteint: $0.seuilAtteint,
      )
    }.sorted { $0.numero < $1.numero }
    ects = etat.ects.valeur
    ectsCumules = etat.ectsCumules
    vers = etat.poursuite?.vers
    autorisee = etat.poursuite?.autorisee ?? nil
    rcueValides = etat.poursuite?.rcueValides ?? 0
    codeAnnee = etat.codeAnnee
    ouvertes = etat.ouvertes
  }
}
