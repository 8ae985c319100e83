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
    let jurys = try siennes.compactMap { try registre.jury($0.jury) }.filter(\.close)
    let decisions = DecisionsDeliberees.enVigueur(siennes)
    func resultats(_ jury: SessionDeJury) throws -> Resultats<AvecPreuve>? {
      try scelles(jury, etudiant, promotion, decisions)
    }
    let annee = try jurys.last { $0.nature == .annee }.flatMap(resultats)
    var semestres: [NumeroSemestre: EtatDAnnee<AvecPreuve>] = [:]
    for numero in promotion.anneeBUT.semestres {
      // Each UE as the last jury that deliberated on it knew it.
      let dernier = jurys.last { $0.nature == .annee || $0.nature == .semestre(numero) }
      guard let dernier, dernier.nature != .annee else { continue }
      semestres[numero] = try resultats(dernier)?.finale(promotion.annee)
    }
    return DecisionsRendues(
      jurys,
      decisions,
      semestres,
      annee: annee?.finale(promotion.annee),
      DiplomeAttribue(fin: promotion.anneeBUT).flatMap { diplome in
        annee?.attribue(diplome) == true ? diplome : nil
      },
    )
  }

  /// What the rules give on the facts that a jury sealed, with the decisions in force.
  private func scelles(
    _ jury: SessionDeJury,
    _ etudiant: Identifiant<Etudiant>,
    _ promotion: Promotion,
    _ decisions: [DecisionDeJury],
  ) throws -> Resultats<AvecPreuve>? {
    guard let cloture = try registre.cloture(jury.id),
      let scelle = try registre.scelle(jury.id, etudiant),
      let (dossier, reglement) = try formats.dossiers(
        [scelle.dossier],
        sous: cloture.reglement,
        anterieurs: cloture.anterieurs,
      ).first
    else { return nil }
    return Deliberation<AvecPreuve>.resultats(
      dossier.avec(decisions, en: promotion.annee),
      reglement,
    )
  }
}

extension Resultats<AvecPreuve> {
  /// How a year ends.
  fileprivate func finale(_ annee: AnneeUniversitaire) -> EtatDAnnee<AvecPreuve>? {
    annees.last { $0.annee == annee }?.finale
  }
}

extension DecisionsRendues {
  /// `annee`: the year, once decided; `semestres`: what the UE of some semesters are read from
  /// instead.
  fileprivate init?(
    _ jurys: [SessionDeJury],
    _ decisions: [DecisionDeJury],
    _ semestres: [NumeroSemestre: EtatDAnnee<AvecPreuve>],
    annee etat: EtatDAnnee<AvecPreuve>?,
    _ diplome: DiplomeAttribue?,
  ) {
    guard let dernier = jurys.last, etat != nil || !semestres.isEmpty else { return nil }
    jury = dernier
    rectification = dernier.rectification?.preuve
    let deLAnnee = (etat?.ues.values).map(Array.init) ?? []
    let suivies =
      deLAnnee.filter { semestres[$0.ue.semestre] == nil }
      + semestres.flatMap { numero, etat in etat.ues.values.filter { $0.ue.semestre == numero } }
    ues = suivies.sorted { $0.ue.code.texte < $1.ue.code.texte }.map { ue in
      Verdict(
        sur: ue.ue.code.texte,
        code: ue.code,
        moyenne: ue.moyenne?.valeur,
        estAcquis: ue.acquise,
        preuve: AvecPreuve.preuve(ue.trace).first,
        motif: decisions.motif(de: .ue(ue.ue.code)),
      )
    }
    rcues = (etat?.rcues.values.sorted { $0.cle < $1.cle } ?? []).map { rcue in
      Verdict(
        sur: rcue.cle.nom,
        code: rcue.code,
        moyenne: rcue.moyenne?.valeur,
        estAcquis: rcue.valide,
        preuve: AvecPreuve.preuve(rcue.trace).first,
        motif: decisions.motif(de: .rcue(competence: rcue.cle.competence)),
      )
    }
    annee = etat?.codeAnnee.map { code in
      Verdict(
        sur: "annee",
        code: code,
        moyenne: nil,
        estAcquis: ["ADM", "ADJ", "ADSUP"].contains(code),
        preuve: etat?.poursuite.flatMap { AvecPreuve.preuve($0.trace).first },
        motif: decisions.motif(de: .annee),
      )
    }
    passage = etat?.poursuite.flatMap { poursuite in
      poursuite.autorisee.map { autorisee in
        Passage(
          vers: poursuite.vers,
          estAutorise: autorisee,
          enonce: poursuite.regle.enonce,
          article: poursuite.regle.article.description,
          motif: decisions.motif(de: .passage) ?? decisions.motif(de: .annee),
        )
      }
    }
    ects = etat?.ects.valeur
    self.diplome = diplome
    motivees = decisions
  }
}

extension [DecisionDeJury] {
  /// What the jury wrote on something.
  fileprivate func motif(de objet: DecisionDeJury.Objet) -> String? {
    last { $0.sur == objet }?.acte.motif
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
