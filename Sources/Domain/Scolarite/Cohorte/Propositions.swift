/// The proposals of a whole promotion, computed in columns, and kept up to date student by student.
public struct Propositions: Sendable {
  public private(set) var cohorte: Cohorte
  private var ligne: LigneEnCours
  /// Row by row, the UE of the curriculum.
  private var ues: [EtatEnColonnes]
  /// Row by row, the RCUE of all UE known.
  private var rcues: [EtatRCUEEnColonnes]
  private var bilans: [BilanEnColonnes]
  /// Those of students who do not fit in columns.
  private var aPart: [Int: Proposition] = [:]

  /// Deliberates every student of a promotion.
  public init(_ cohorte: Cohorte) {
    self.cohorte = cohorte
    ligne = LigneEnCours(cohorte)
    let effectif = cohorte.effectif
    ues = Array(repeating: EtatEnColonnes(), count: effectif * ligne.plan.programme.ues.count)
    rcues = Array(repeating: EtatRCUEEnColonnes(), count: effectif * ligne.plan.rcues.count)
    bilans = Array(repeating: BilanEnColonnes(), count: effectif)
    for rang in 0..<effectif { deliberer(rang) }
  }

  private mutating func deliberer(_ rang: Int) {
    if let dossier = cohorte.aPart[rang] {
      aPart[rang] = cohorte.proposition(seul: dossier)
      return
    }
    guard ligne.deliberer(rang, cohorte) else {
      preconditionFailure("a row that was accepted does not fit any more")
    }
    let largeur = ligne.plan.programme.ues.count
    for ue in 0..<largeur { ues[rang * largeur + ue] = ligne.ues[ue] }
    let regroupements = ligne.plan.rcues.count
    for rcue in 0..<regroupements { rcues[rang * regroupements + rcue] = ligne.rcues[rcue] }
    bilans[rang] = ligne.bilan
  }
}

extension Propositions {
  /// Changes one entry of a student, and computes that student again only.
  ///
  /// - Returns: whether the entry fits in the columns; where it does not, nothing has changed, and
  ///   `remplacer` takes the dossier.
  public mutating func noter(
    _ rang: Int,
    _ semestre: NumeroSemestre,
    module: String,
    evaluation: String,
    _ entree: Entree,
  ) -> Bool {
    guard
      cohorte.noter(rang, semestre, module: module, evaluation: evaluation, entree, &ligne)
    else { return false }
    deliberer(rang)
    return true
  }

  /// Replaces what is known of a student, and computes that student again only.
  public mutating func remplacer(_ rang: Int, par dossier: Dossier) {
    cohorte.remplacer(rang, par: dossier)
    aPart[rang] = nil
    guard cohorte.plan.ues.count == ligne.plan.ues.count else {
      // The student brought UE that nobody had: every row is wider.
      self = Propositions(cohorte)
      return
    }
    deliberer(rang)
  }

  /// What is proposed for the student of a row.
  public subscript(rang: Int) -> Proposition {
    if let proposition = aPart[rang] { return proposition }
    let plan = ligne.plan
    let largeur = plan.programme.ues.count
    let regroupements = plan.rcues.count
    return Proposition(
      plan,
      ues[(rang * largeur)..<((rang + 1) * largeur)],
      rcues[(rang * regroupements)..<((rang + 1) * regroupements)],
      bilans[rang],
      plan.semestres(cohorte.faits[rang]),
    )
  }
}

extension Cohorte {
  /// What the rules propose for one dossier of the promotion, by the one-student path.
  public func proposition(seul dossier: Dossier) -> Proposition {
    let resultats = Deliberation<SansPreuve>.resultats(dossier, reglement)
    guard let annee = resultats.annees.last, let suivie = dossier.annees.last else {
      preconditionFailure("a student of a promotion follows a year")
    }
    return Proposition(annee, suivie.programme)
  }
}

extension Proposition {
  fileprivate init(
    _ plan: Plan,
    _ ues: ArraySlice<EtatEnColonnes>,
    _ rcues: ArraySlice<EtatRCUEEnColonnes>,
    _ bilan: BilanEnColonnes,
    _ semestres: [SemestrePropose],
  ) {
    self.semestres = semestres
    self.ues = zip(plan.ues, ues).compactMap { ue, etat in
      guard etat.estDeLAnnee else { return nil }
      return UEProposee(
        code: ue.ue.code,
        moyenne: etat.moyenne,
        mode: etat.mode == 0 ? nil : ModeDAcquisition.parRang[Int(etat.mode) - 1],
        mention: CodeEnColonnes.textes[Int(etat.code)],
        capitalisee: etat.marques.contains(.capitalisee),
        moyenneAnterieure: etat.marques.contains(.anterieure),
        bloquee: etat.marques.contains(.bloquee),
        incomplete: etat.marques.contains(.incomplete) && !etat.acquise,
      )
    }
    self.rcues = zip(plan.rcues, rcues).compactMap { rcue, etat in
      guard etat.deLAnnee else { return nil }
      return RCUEProposee(
        cle: rcue.cle,
        moyenne: etat.moyenne,
        valide: etat.valide,
        valideAutrement: etat.valideAutrement,
        mention: CodeEnColonnes.textes[Int(etat.code)],
      )
    }
    ects = Fraction(Decimale(millioniemes: bilan.credits))
    ectsCumules = Fraction(Decimale(millioniemes: bilan.creditsCumules))
    vers = NumeroSemestre(Int(bilan.vers))
    autorisee = bilan.autorisee
    rcueValides = Int(bilan.rcueValides)
    codeAnnee = bilan.code == 0 ? nil : CodeEnColonnes.textes[Int(bilan.code)]
    ouvertes = plan.programme.ues.enumerated()
      .filter { bilan.ouvertes & 1 << UInt64($0.offset) != 0 }.map(\.element.code)
  }
}
