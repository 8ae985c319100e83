internal import Scolarite

/// What `anterieurs.csv` holds: the earlier years, and the UE granted in the year of the cohort.
extension CohorteEncoder {
  mutating func ecrireLesUEAccordees(
    _ semestre: SemestreSuivi,
    _ annee: AnneeSuivie,
    _ etudiant: EtudiantLu,
  ) {
    for (code, connue) in semestre.moyennes.sorted(by: { $0.key.texte < $1.key.texte }) {
      switch connue {
      case .moyenne: exiger(false, .notes, etudiant, "une moyenne connue sans ses notes")
      case .equivalence:
        let siennes = annee.programme.ue(code)?.semestre == semestre.numero
        exiger(siennes, .anterieurs, etudiant, "une UE d’un autre semestre")
        ligne(.anterieurs, debut(etudiant, annee, code.texte), connue, code, nil, etudiant)
      }
    }
  }

  /// An earlier year: the UE without decision, then the decisions in their order.
  mutating func ecrire(anterieure annee: AnneeSuivie, _ etudiant: EtudiantLu) {
    let trouve = programmes.first { programme in
      annee.programme.ues.contains { programme.ue($0.code) != nil }
    }
    exiger(trouve == annee.programme, .anterieurs, etudiant, "une maquette que nul ne nomme")
    exiger(annee.seResume, .anterieurs, etudiant, "le détail de \(annee.annee)")
    let contraires = annee.decisions.seContredisent
    exiger(!contraires, .anterieurs, etudiant, "deux décisions contraires en \(annee.annee)")
    let decidees = Set(annee.decisions.map(\.sur))
    for semestre in annee.semestres {
      let siennes = annee.programme.ues.filter { $0.semestre == semestre.numero }.map(\.code)
      let dites = siennes.filter { semestre.moyennes[$0] != nil || decidees.contains(.ue($0)) }
      exiger(!dites.isEmpty, .anterieurs, etudiant, "un semestre sans UE en \(annee.annee)")
      for code in dites where !decidees.contains(.ue(code)) {
        let connue = semestre.moyennes[code]
        ligne(.anterieurs, debut(etudiant, annee, code.texte), connue, code, nil, etudiant)
      }
    }
    for decision in annee.decisions { ecrire(decision, de: annee, etudiant) }
  }

  private mutating func ecrire(
    _ decision: DecisionDeJury,
    de annee: AnneeSuivie,
    _ etudiant: EtudiantLu,
  ) {
    let debut = debut(etudiant, annee, decision.sur.nom)
    switch decision.sur {
    case .ue(let code):
      let connue = annee.semestres.lazy.compactMap { $0.moyennes[code] }.first
      ligne(.anterieurs, debut, connue, code, decision, etudiant)
    case .rcue, .annee, .passage: ligne(.anterieurs, debut + [""] + decision.cellules)
    }
  }

  private func debut(_ etudiant: EtudiantLu, _ annee: AnneeSuivie, _ objet: String) -> [String] {
    [etudiant.identifiant, annee.annee.description, objet]
  }

  /// The row of a UE: what is known of it, and the decision on it.
  private mutating func ligne(
    _ fichier: Fichier,
    _ debut: [String],
    _ connue: SemestreSuivi.MoyenneConnue?,
    _ code: CodeUE,
    _ decision: DecisionDeJury?,
    _ etudiant: EtudiantLu,
  ) {
    let moyenne = connue?.moyenne?.decimale
    let seDit = moyenne != nil || connue?.moyenne == nil
    exiger(seDit, fichier, etudiant, "la moyenne de \(code.texte)")
    let acte = connue?.acte
    exiger(
      acte == nil || decision == nil,
      fichier,
      etudiant,
      "une décision du jury sur \(code.texte), accordée",
    )
    let equivalence = acte.map { [CohorteDecoder.equivalence] + $0.cellules }
    let suite = equivalence ?? decision?.cellules ?? ["", "", "", ""]
    ligne(fichier, debut + [moyenne?.description ?? ""] + suite)
  }
}

extension [DecisionDeJury] {
  /// Whether two of them cannot both hold.
  var seContredisent: Bool {
    indices.contains { rang in self[..<rang].contains { $0.contredit(self[rang]) } }
  }
}

extension Dossier {
  /// Whether each decision is on something that the curricula of its year or of one before have.
  var neDecideRienDInconnu: Bool {
    annees.indices.allSatisfy { rang in
      annees[rang].decisions.allSatisfy { decision in
        decision.sur.inconnu(parmi: annees[...rang].flatMap(\.programme.ues)) == nil
      }
    }
  }
}

extension AnneeSuivie {
  /// Whether there is nothing but what is known of UE, and decisions on what the year has.
  fileprivate var seResume: Bool {
    let suivies = programme.ues.filter { ue in semestres.contains { $0.numero == ue.semestre } }
    return session2 == nil && bonus.sport == nil && bonus.engagements.isEmpty
      && decisions.allSatisfy { decision in
        switch decision.sur {
        case .ue(let code): suivies.contains { $0.code == code }
        case .rcue, .annee, .passage: true
        }
      }
      && semestres.allSatisfy { semestre in
        semestre.notes.isEmpty && semestre.avisContraire == nil
          && semestre.absences.creneaux.isEmpty
          && [semestre.absences.heuresABI, semestre.absences.heuresABJ].allSatisfy { $0 == .zero }
      }
  }
}

extension SemestreSuivi.MoyenneConnue {
  /// The average, or the mark that the equivalence gives.
  fileprivate var moyenne: Fraction? {
    switch self {
    case .moyenne(let moyenne): moyenne
    case .equivalence(_, let note): note
    }
  }

  /// The act that grants the UE.
  fileprivate var acte: ActeMotive? {
    switch self {
    case .moyenne: nil
    case .equivalence(let acte, _): acte
    }
  }
}

extension Fraction {
  /// The same as an exact decimal number; `nil` when it is none.
  fileprivate var decimale: Decimale? {
    let entiere = partieEntiere
    let millioniemes = (self - entiere) * 1_000_000
    guard millioniemes.denominateur == 1, entiere.denominateur == 1 else { return nil }
    let chiffres = String(millioniemes.numerateur)
    let zeros = String(repeating: "0", count: max(0, 6 - chiffres.count))
    return Decimale("\(entiere.numerateur),\(zeros)\(chiffres)")
  }
}
