public import Scolarite

/// What a jury has before it: each student with what the rules propose, what was prepared, and what
/// it is about to decide.
public struct VoirUneDeliberation: Question {
  public static let nom = "voir-une-deliberation"
  public let jury: Identifiant<SessionDeJury>

  public init(_ jury: Identifiant<SessionDeJury>) {
    self.jury = jury
  }

  public func executer(_ travail: Travail) throws -> SeanceDeJury {
    try travail.seance(jury).seance
  }
}

/// A student before a jury, with all that it may ask: history, credits, diplomas, what half a point
/// would change.
public struct ExaminerUnEtudiant: Question {
  public static let nom = "examiner-un-etudiant"
  public let jury: Identifiant<SessionDeJury>
  public let etudiant: Identifiant<Etudiant>

  /// The student among the others.
  public struct Examen: Sendable {
    public let seance: SeanceDeJury
    public let ligne: SeanceDeJury.Ligne
    /// What the rules give with what the jury is about to decide.
    public let resultats: Resultats<SansPreuve>
    /// What half a point more on the average of a UE would change.
    public let demiPoints: [PointsEnPlus]
    /// The decisions of juries in force for the year.
    public let decisions: [DecisionDeJury]
    public let statut: Statut?
  }

  public init(_ jury: Identifiant<SessionDeJury>, _ etudiant: Identifiant<Etudiant>) {
    self.jury = jury
    self.etudiant = etudiant
  }

  public func executer(_ travail: Travail) throws -> Examen {
    let (seance, lue) = try travail.seance(jury)
    guard let ligne = seance.lignes.first(where: { $0.etudiant.id == etudiant }),
      let rang = lue.etudiants.firstIndex(of: etudiant)
    else { throw Refus.etat(.horsDuJury) }
    let dossier = lue.dossiers[rang]
    let decide = ligne.projet.map { dossier.avec($0, seance.session) } ?? dossier
    return Examen(
      seance: seance,
      ligne: ligne,
      resultats: Deliberation<SansPreuve>.resultats(decide, lue.reglement),
      demiPoints: dossier.pointsEnPlus(Fraction(PointAVoir.marge), lue.reglement),
      decisions: dossier.annees.last?.decisions ?? [],
      statut: dossier.annees.last?.semestres.last?.statut,
    )
  }
}

/// A jury and all that it has before it.
public struct SeanceDeJury: Sendable {
  public let session: SessionDeJury
  public let promotion: Promotion
  public let programme: Programme
  public let groupes: [Groupe]
  public let reglages: Reglages
  /// What of the adoption of the règlement is not recorded: it cannot be closed without a reason.
  public let adoptionManquante: AdoptionManquante?
  /// By name.
  public let lignes: [Ligne]
  public let peutPreparer: Bool
  public let peutDecider: Bool
  public let peutClore: Bool
  public let peutDonnerUnAvis: Bool

  /// A student before the jury.
  public struct Ligne: Sendable {
    public let etudiant: Etudiant
    public let groupes: Set<Identifiant<Groupe>>
    /// The day on which the student left; `nil` while there.
    public let depart: Jour?
    public let estRedoublant: Bool
    /// What the rules propose.
    public let proposition: Proposition
    /// What the jury must look at.
    public let points: [PointAVoir]
    public let situations: [SituationSignalee]
    public let commission: PropositionDeCommission?
    /// What the jury is about to decide; `nil` until it has taken position.
    public let projet: ProjetDeDecision?
    /// What the rules give once the jury has decided; the proposal where it decides nothing else.
    public let decidee: Proposition
    /// The UE whose code is no longer that of the semester jury: bonuses came, for instance.
    public let revues: [PointsEnPlus.Effet]
  }

  /// The UE on which the jury deliberates.
  public var ues: [UEDeProgramme] {
    switch session.nature {
    case .semestre(let numero): programme.ues.filter { $0.semestre == numero }
    case .annee: programme.ues
    }
  }

  /// The RCUE of the year, by competence and level; none at a semester jury.
  public var rcues: [CleRCUE] {
    switch session.nature {
    case .semestre: []
    case .annee: Set(lignes.flatMap { $0.proposition.rcues.map(\.cle) }).sorted()
    }
  }

  /// Whether the student waits for a decision that the rules cannot propose.
  public func attendUneDecision(_ ligne: Ligne) -> Bool {
    ligne.projet == nil && session.nature.laisseOuverte(ligne.decidee)
  }

  /// Those who wait for such a decision.
  public var enAttente: [Ligne] { lignes.filter(attendUneDecision) }
}

extension SessionDeJury.Nature {
  /// Whether the rules leave a proposal without conclusion.
  func laisseOuverte(_ proposition: Proposition) -> Bool {
    switch self {
    case .semestre(let numero):
      proposition.ues.contains { $0.code.semestre == numero && $0.incomplete }
    case .annee: proposition.codeAnnee == nil
    }
  }
}

extension Travail {
  /// A jury with all that it has before it, and the promotion that it was read from.
  fileprivate func seance(_ jury: Identifiant<SessionDeJury>) throws
    -> (seance: SeanceDeJury, lue: PromotionLue)
  {
    let session = try self.jury(jury)
    let promotion = try promotion(session.promotion)
    _ = try exiger(.voirLesDecisions, promotion.lieu)
    _ = try exiger(.voirLesNotes, promotion.lieu)
    let lue = try lire(session, promotion)
    let reglages = lue.reglement.reglages(promotion.annee)
    let seance = SeanceDeJury(
      session: session,
      promotion: promotion,
      programme: lue.programme,
      groupes: try registre.groupes(promotion.id),
      reglages: reglages,
      adoptionManquante: try profil(promotion).adoptionManquante(reglages),
      lignes: try lignes(session, lue),
      peutPreparer: peut(.preparerUnJury, promotion.lieu),
      peutDecider: peut(.deciderEnJury, promotion.lieu),
      peutClore: peut(.cloreUnJury, promotion.lieu),
      peutDonnerUnAvis: peut(.donnerUnAvis, promotion.lieu),
    )
    return (seance, lue)
  }

  /// The promotion as a jury deliberates on it: all its students, even gone, and without what the
  /// jury that it puts right had decided.
  func lire(_ session: SessionDeJury, _ promotion: Promotion) throws -> PromotionLue {
    let lue = try lire(promotion, avecLesPartis: true)
    let siens = Set(try etudiants(de: session))
    let deliberees = Dictionary(
      grouping: try registre.deliberees(promotion: promotion.id),
      by: \.etudiant,
    )
    return lue.filtree { etudiant, dossier in
      guard siens.contains(etudiant) else { return nil }
      guard let rectifie = session.rectification?.jury else { return dossier }
      let autres = (deliberees[etudiant] ?? []).filter { $0.origine != rectifie }
      return dossier.decidant(DecisionsDeliberees.enVigueur(autres))
    }
  }

  fileprivate func lignes(_ session: SessionDeJury, _ lue: PromotionLue) throws
    -> [SeanceDeJury.Ligne]
  {
    let promotion = lue.promotion
    let propositions = Propositions(lue.cohorte)
    let aVoir = Dictionary(
      uniqueKeysWithValues: propositions.aVoir(marge: PointAVoir.marge).map {
        ($0.rang, $0.points)
      }
    )
    let etudiants = Dictionary(
      uniqueKeysWithValues: try registre.etudiants(promotion.id).map { ($0.id, $0) }
    )
    let preparees = try Preparees(session, promotion, self)
    return lue.etudiants.indices.compactMap { rang -> SeanceDeJury.Ligne? in
      let id = lue.etudiants[rang]
      guard let etudiant = etudiants[id] else { return nil }
      let proposition = propositions[rang]
      let projet = preparees.projets[id]
      return SeanceDeJury.Ligne(
        etudiant: etudiant.nomme,
        groupes: preparees.groupes[id] ?? [],
        depart: preparees.departs[id],
        estRedoublant: lue.dossiers[rang].estRedoublee,
        proposition: proposition,
        points: session.nature.retient(aVoir[rang] ?? []),
        situations: preparees.situations[id] ?? [],
        commission: preparees.commissions[id],
        projet: projet,
        decidee: lue.dossiers[rang].decidee(projet, session, lue.reglement) ?? proposition,
        revues: preparees.revues(id, proposition),
      )
    }.sorted { ($0.etudiant.rangement, $0.etudiant.id) < ($1.etudiant.rangement, $1.etudiant.id) }
  }

  /// The règlement in force for a promotion.
  func profil(_ promotion: Promotion) throws -> ProfilAdopte {
    guard let profil = try registre.profil(promotion.departement, promotion.annee) else {
      throw Refus.etat(.aucunReglement)
    }
    return profil
  }
}

/// What stands beside the proposals of a jury, by student.
private struct Preparees {
  let projets: [Identifiant<Etudiant>: ProjetDeDecision]
  let commissions: [Identifiant<Etudiant>: PropositionDeCommission]
  let situations: [Identifiant<Etudiant>: [SituationSignalee]]
  let groupes: [Identifiant<Etudiant>: Set<Identifiant<Groupe>>]
  let departs: [Identifiant<Etudiant>: Jour]
  /// The codes that earlier semester juries of the year sealed.
  private let scelles: [Identifiant<Etudiant>: [CodeUE: String]]

  init(_ session: SessionDeJury, _ promotion: Promotion, _ travail: Travail) throws {
    let registre = travail.registre
    projets = Dictionary(
      uniqueKeysWithValues: try registre.projets(session.id).map { ($0.etudiant, $0) }
    )
    commissions = Dictionary(
      uniqueKeysWithValues: try registre.preparations(session.id).map { ($0.etudiant, $0) }
    )
    situations = Dictionary(
      grouping: try registre.situations(promotion.id).filter { !$0.levee },
      by: \.etudiant,
    )
    groupes = Dictionary(grouping: try registre.membres(promotion.id), by: \.etudiant)
      .mapValues { Set($0.map(\.groupe)) }
    departs = Dictionary(
      try registre.inscriptions(promotion.id).compactMap { inscription in
        guard let fin = inscription.fin?.jour, fin < travail.moment.jour else { return nil }
        return (inscription.etudiant, fin)
      }
    ) { premier, _ in premier }
    scelles = try Self.scelles(session, promotion, travail)
  }

  private static func scelles(
    _ session: SessionDeJury,
    _ promotion: Promotion,
    _ travail: Travail,
  ) throws -> [Identifiant<Etudiant>: [CodeUE: String]] {
    guard session.nature == .annee else { return [:] }
    let registre = travail.registre
    var codes: [Identifiant<Etudiant>: [CodeUE: String]] = [:]
    for jury in try registre.jurys(promotion.id) where jury.close {
      guard case .semestre(let numero) = jury.nature else { continue }
      for (etudiant, texte) in try registre.propositionsScellees(jury.id) {
        let siens = try travail.formats.codes(proposition: texte).filter {
          $0.key.semestre == numero
        }
        codes[etudiant, default: [:]].merge(siens) { $1 }
      }
    }
    return codes
  }

  /// The UE whose code has changed since their semester jury.
  func revues(_ etudiant: Identifiant<Etudiant>, _ proposition: Proposition)
    -> [PointsEnPlus.Effet]
  {
    guard let scelles = scelles[etudiant] else { return [] }
    return proposition.ues.compactMap { ue in
      guard let avant = scelles[ue.code], avant != ue.mention else { return nil }
      return .init(sujet: ue.code.texte, avant: avant, apres: ue.mention)
    }
  }
}

extension Dossier {
  /// Whether the last year is one that the student had followed before.
  fileprivate var estRedoublee: Bool {
    guard let derniere = annees.last else { return false }
    return annees.dropLast().contains { $0.anneeBUT == derniere.anneeBUT }
  }

  /// What the rules give with what a jury is about to decide; `nil` where it decides nothing.
  fileprivate func decidee(
    _ projet: ProjetDeDecision?,
    _ session: SessionDeJury,
    _ reglement: Reglement,
  ) -> Proposition? {
    guard let projet, !projet.decisions.isEmpty else { return nil }
    return avec(projet, session).proposition(reglement)
  }

  /// The dossier with what a jury is about to decide, in place of what it contradicts.
  func avec(_ projet: ProjetDeDecision, _ session: SessionDeJury) -> Dossier {
    let prises = projet.decisions.compactMap { $0.decision(auteur: "jury", le: session.date) }
    let gardees = (annees.last?.decisions ?? []).filter { ancienne in
      !prises.contains { $0.contredit(ancienne) }
    }
    return decidant(gardees + prises)
  }
}

extension SessionDeJury.Nature {
  /// Of what there is to see, what a jury of that kind deliberates on.
  fileprivate func retient(_ points: [PointAVoir]) -> [PointAVoir] {
    guard case .semestre(let numero) = self else { return points }
    return points.compactMap { point in
      switch point {
      case .incomplete(let ues):
        let siennes = ues.filter { $0.semestre == numero }
        return siennes.isEmpty ? nil : .incomplete(siennes)
      case .limiteUE(let ue, _): return ue.semestre == numero ? point : nil
      case .absences(let semestre, _): return semestre == numero ? point : nil
      case .limiteRCUE, .sousLePlancher, .passageRefuse: return nil
      }
    }
  }
}
