public import Scolarite

/// What closed juries decided for a student, with the grounds: read from what was sealed.
public struct DecisionsRendues: Hashable, Sendable {
  /// The last jury that decided.
  public let jury: SessionDeJury
  /// Those of the UE on which a closed jury deliberated.
  public let ues: [Verdict]
  /// Empty while no end-of-year jury is closed.
  public let rcues: [Verdict]
  public let annee: Verdict?
  /// Entry into the next year; `nil` where the year has none, or is not decided yet.
  public let passage: Passage?
  public let ects: Fraction?
  /// The diploma that the year gave; `nil` while no end-of-year jury gave one.
  public let diplome: DiplomeAttribue?
  /// What the jury wrote of its own hand, with its reasons.
  public let motivees: [DecisionDeJury]
  /// The material error that made the jury deliberate again; `nil` for a first deliberation.
  public let rectification: String?

  /// What was decided of one thing.
  public struct Verdict: Hashable, Sendable {
    /// « UE11 », « C1 », « annee ».
    public let sur: String
    public let code: String
    public let moyenne: Fraction?
    public let estAcquis: Bool
    /// The rule that gives it, or that the jury decided.
    public let enonce: String
    public let article: String
    /// What the jury wrote; `nil` where the rule alone speaks.
    public let motif: String?
  }

  /// Whether the student enters a semester.
  public struct Passage: Hashable, Sendable {
    public let vers: NumeroSemestre
    public let estAutorise: Bool
    public let enonce: String
    public let article: String
    public let motif: String?
  }
}

extension Travail {
  /// What closed juries decided for a student; `nil` before any has.
  func decisionsRendues(_ etudiant: Identifiant<Etudiant>, _ promotion: Promotion) throws
    -> DecisionsRendues?
  {
    let siennes = try registre.deliberees(etudiant: etudiant, promotion: promotion.id)
    let closes = try siennes.compactMap { deliberee -> Deliberee? in
      guard let jury = try registre.jury(deliberee.jury), jury.close else { return nil }
      return Deliberee(deliberee: deliberee, jury: jury)
    }
    guard let derniere = closes.last,
      let cloture = try registre.cloture(derniere.jury.id),
      let scelle = try registre.scelle(derniere.jury.id, etudiant)
    else { return nil }
    let enVigueur = DecisionsDeliberees.enVigueur(closes.map(\.deliberee))
    guard
      let (lu, reglement) = try formats.dossiers(
        [scelle.dossier],
        sous: cloture.reglement,
        anterieurs: cloture.anterieurs,
      ).first
    else { return nil }
    let resultats = Deliberation<AvecPreuve>.resultats(
      lu.avec(enVigueur, en: promotion.annee),
      reglement,
    )
    guard let annee = resultats.annees.last(where: { $0.annee == promotion.annee }) else {
      return nil
    }
    let diplome = DiplomeAttribue(fin: promotion.anneeBUT).flatMap {
      resultats.attribue($0) ? $0 : nil
    }
    return DecisionsRendues(annee.finale, closes.map(\.jury), enVigueur, diplome)
  }

  private struct Deliberee {
    let deliberee: DecisionsDeliberees
    let jury: SessionDeJury
  }
}

extension DecisionsRendues {
  fileprivate init?(
    _ etat: EtatDAnnee<AvecPreuve>,
    _ jurys: [SessionDeJury],
    _ decisions: [DecisionDeJury],
    _ diplome: DiplomeAttribue?,
  ) {
    guard let dernier = jurys.last else { return nil }
    let natures = jurys.map(\.nature)
    let estFinie = natures.contains(.annee)
    jury = dernier
    rectification = dernier.rectification?.preuve
    ues = etat.ues.values.sorted { $0.ue.code.texte < $1.ue.code.texte }
      .filter { ue in estFinie || natures.contains(.semestre(ue.ue.semestre)) }
      .map { ue in
        Verdict(
          sur: ue.ue.code.texte,
          code: ue.code,
          moyenne: ue.moyenne?.valeur,
          estAcquis: ue.acquise,
          preuve: AvecPreuve.preuve(ue.trace).first,
          motif: decisions.last { $0.sur == .ue(ue.ue.code) }?.acte.motif,
        )
      }
    rcues =
      !estFinie
      ? []
      : etat.rcues.values.sorted { $0.cle < $1.cle }.map { rcue in
        Verdict(
          sur: rcue.cle.nom,
          code: rcue.code,
          moyenne: rcue.moyenne?.valeur,
          estAcquis: rcue.valide,
          preuve: AvecPreuve.preuve(rcue.trace).first,
          motif: decisions.last { $0.sur == .rcue(competence: rcue.cle.competence) }?.acte.motif,
        )
      }
    let poursuite = estFinie ? etat.poursuite : nil
    let preuve = poursuite.flatMap { AvecPreuve.preuve($0.trace).first }
    annee =
      !estFinie
      ? nil
      : etat.codeAnnee.map { code in
        Verdict(
          sur: "annee",
          code: code,
          moyenne: nil,
          estAcquis: ["ADM", "ADJ"].contains(code),
          preuve: preuve,
          motif: decisions.last { $0.sur == .annee }?.acte.motif,
        )
      }
    passage = poursuite.flatMap { poursuite in
      poursuite.autorisee.map { autorisee in
        Passage(
          vers: poursuite.vers,
          estAutorise: autorisee,
          enonce: poursuite.regle.enonce,
          article: poursuite.regle.article.description,
          motif: decisions.last { $0.sur == .passage || $0.sur == .annee }?.acte.motif,
        )
      }
    }
    ects = estFinie ? etat.ects.valeur : nil
    self.diplome = estFinie ? diplome : nil
    motivees = decisions
  }
}

extension DecisionsRendues.Verdict {
  fileprivate init(
    sur: String,
    code: String,
    moyenne: Fraction?,
    estAcquis: Bool,
    preuve: Preuve?,
    motif: String?,
  ) {
    self.sur = sur
    self.code = code
    self.moyenne = moyenne
    self.estAcquis = estAcquis
    enonce = preuve?.regle.enonce ?? ""
    article = preuve?.regle.article.description ?? ""
    self.motif = motif
  }
}
