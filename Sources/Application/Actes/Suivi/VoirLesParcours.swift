public import Scolarite

/// The way of the students of a formation through its semesters, on the promotions whose students
/// and decisions the person may see.
public struct VoirLesParcours: QuestionGardee {
  public static let nom = "voir-les-parcours"
  public var cle: String {
    "\(formation.map { "\($0)" } ?? "") \(depuis.map { "\($0.debut)" } ?? "")"
  }
  /// `nil` for the first that the person may see.
  public let formation: Identifiant<Formation>?
  /// The first year that is counted; `nil` for the last four.
  public let depuis: AnneeUniversitaire?

  /// How many years are counted where none is asked for.
  private static let recul = 4

  /// The flow of a formation, and what else may be asked for.
  public struct Parcours: Sendable {
    /// Those of which the person sees a promotion, by name.
    public let formations: [Formation]
    /// `nil` where the person sees none.
    public let formation: Formation?
    /// The years of its promotions, the latest first.
    public let annees: [AnneeUniversitaire]
    public let depuis: AnneeUniversitaire?
    /// Those that are counted.
    public let promotions: [Promotion]
    /// How many students there are in all.
    public let effectif: Int
    public let flux: FluxDesParcours

    public func promotion(_ id: Identifiant<Promotion>) -> Promotion? {
      promotions.first { $0.id == id }
    }
  }

  public init(
    _ formation: Identifiant<Formation>? = nil,
    depuis: AnneeUniversitaire? = nil,
  ) {
    self.formation = formation
    self.depuis = depuis
  }

  /// - Throws: `Refus.inconnu(.formation)` for a formation of which the person sees nothing.
  public func executer(_ travail: Travail) throws -> Parcours {
    let visibles = try travail.registre.promotions().filter {
      travail.peut(.voirLesEtudiants, $0.lieu) && travail.peut(.voirLesDecisions, $0.lieu)
    }
    let vues = Set(visibles.map(\.formation))
    let formations = try travail.registre.formations().filter { vues.contains($0.id) }
      .sorted { ($0.nom, $0.id) < ($1.nom, $1.id) }
    guard
      let choisie = formation.map({ id in formations.first { $0.id == id } })
        ?? formations.first
    else {
      if formation != nil { throw Refus.inconnu(.formation) }
      return Parcours(
        formations: [],
        formation: nil,
        annees: [],
        depuis: nil,
        promotions: [],
        effectif: 0,
        flux: ComptageDesParcours().flux([]),
      )
    }
    let siennes = visibles.filter { $0.formation == choisie.id }
    let annees = Set(siennes.map(\.annee)).sorted(by: >)
    let debut = depuis ?? annees.prefix(Self.recul).last
    let promotions = siennes.filter { promotion in debut.map { promotion.annee >= $0 } ?? true }
    let (flux, effectif) = try travail.flux(promotions)
    return Parcours(
      formations: formations,
      formation: choisie,
      annees: annees,
      depuis: debut,
      promotions: promotions,
      effectif: effectif,
      flux: flux,
    )
  }
}

extension Travail {
  /// The flow through some promotions, and of how many students.
  fileprivate func flux(_ promotions: [Promotion]) throws
    -> (flux: FluxDesParcours, effectif: Int)
  {
    let calendrier = CalendrierDesSemestres(try registre.annees())
    var suivis: [Identifiant<Etudiant>: [PassageEnSemestre]] = [:]
    for promotion in promotions.sorted(by: { ($0.annee, $0.id) < ($1.annee, $1.id) }) {
      for inscription in try registre.inscriptions(promotion.id) {
        suivis[inscription.etudiant, default: []] +=
          calendrier.suivis(inscription, promotion.annee, le: moment.jour)
      }
    }
    let parcours = suivis.mapValues(Self.ordonner)
    var aDire: [Identifiant<Promotion>: Set<Identifiant<Etudiant>>] = [:]
    for (etudiant, siens) in parcours {
      guard let dernier = siens.last, dernier.inscription.fin == nil else { continue }
      aDire[dernier.inscription.promotion, default: []].insert(etudiant)
    }
    let issues = try issues(promotions, aDire)
    var comptage = ComptageDesParcours()
    for siens in parcours.values {
      comptage.compter(siens, le: moment.jour) { dernier in
        issues[dernier.inscription.etudiant]
      }
    }
    return (comptage.flux(promotions), parcours.count { !$0.value.isEmpty })
  }

  /// In order of time; a semester that was changed of place is counted where it ended.
  private static func ordonner(_ suivis: [PassageEnSemestre]) -> [PassageEnSemestre] {
    let tries = suivis.sorted { un, autre in
      (un.annee, un.semestre, un.inscription.debut, un.inscription.id)
        < (autre.annee, autre.semestre, autre.inscription.debut, autre.inscription.id)
    }
    return tries.enumerated().filter { rang, suivi in
      guard rang + 1 < tries.count else { return true }
      let suivant = tries[rang + 1]
      return (suivant.annee, suivant.semestre) != (suivi.annee, suivi.semestre)
    }.map(\.element)
  }

  /// Where the closed year-end juries lead those who are enrolled nowhere afterwards.
  private func issues(
    _ promotions: [Promotion],
    _ aDire: [Identifiant<Promotion>: Set<Identifiant<Etudiant>>],
  ) throws -> [Identifiant<Etudiant>: FluxDesParcours.Issue] {
    var issues: [Identifiant<Etudiant>: FluxDesParcours.Issue] = [:]
    for promotion in promotions {
      guard let siens = aDire[promotion.id],
        try registre.jurys(promotion.id).contains(where: { $0.close && $0.nature == .annee })
      else { continue }
      let suites = try SuitesDePromotion(promotion, self, avecLesPerimes: false)
      for inscription in try registre.inscriptions(promotion.id)
      where siens.contains(inscription.etudiant) {
        issues[inscription.etudiant] = try suites.suite(inscription).issue
      }
    }
    return issues
  }
}

extension Suite {
  /// `nil` where nothing that was decided says it.
  fileprivate var issue: FluxDesParcours.Issue? {
    if diplome { return .diplome }
    return switch destination {
    case .passe: .passe
    case .redouble: .redouble
    case .quitte: .sortie
    case .indecis: nil
    }
  }
}

/// When semesters begin, as the calendar of each year says.
struct CalendrierDesSemestres {
  private let annees: [AnneeUniversitaire: AnneeOuverte]

  init(_ annees: [AnneeOuverte]) {
    self.annees = Dictionary(annees.map { ($0.annee, $0) }) { premiere, _ in premiere }
  }

  /// The first day of a semester; where the calendar does not say it, that of the year, or the first
  /// of February.
  func debut(_ semestre: NumeroSemestre, _ annee: AnneeUniversitaire) -> Jour {
    let dite = annees[annee]?.periodes.first { $0.nature == .semestre(semestre) }?.debut
    let ouverture = annees[annee]?.debut ?? Jour(ouvrant: annee)
    guard semestre.valeur.isMultiple(of: 2) else { return min(dite ?? ouverture, ouverture) }
    return dite ?? Jour(annee.debut + 1, 2, 1) ?? ouverture
  }

  /// The semesters of an enrolment that have begun while it held; somebody who left before the first
  /// one is counted there.
  func suivis(_ inscription: Inscription, _ annee: AnneeUniversitaire, le jour: Jour)
    -> [PassageEnSemestre]
  {
    let fin = inscription.fin?.jour
    let semestres = inscription.semestres.sorted()
    let commences = semestres.filter { semestre in
      let debut = debut(semestre, annee)
      guard debut <= jour, fin.map({ debut <= $0 }) ?? true else { return false }
      guard let suivant = semestres.first(where: { $0 > semestre }) else { return true }
      return inscription.debut < self.debut(suivant, annee)
    }
    let partiAvant = fin.map { $0 < jour } ?? false
    let comptes = commences.isEmpty && partiAvant ? Array(semestres.prefix(1)) : commences
    return comptes.map { PassageEnSemestre(inscription: inscription, annee: annee, semestre: $0) }
  }
}
