internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// What is prepared for the jury about a student, as it is typed: what the commission says, a
/// situation to signal, an avis contraire for each semester.
struct FormulaireDePreparation {
  private let examen: ExaminerUnEtudiant.Examen
  private var avis: String
  private var code: String
  private var motif: String
  private var situation = ""
  private var motifsDAvis: [NumeroSemestre: String] = [:]
  /// By the key of the field.
  private var fautes: [String: String] = [:]

  private var etudiant: Identifiant<Etudiant> { examen.ligne.etudiant.id }
  private var jury: SessionDeJury { examen.seance.session }

  init(_ examen: ExaminerUnEtudiant.Examen) {
    self.examen = examen
    let commission = examen.ligne.commission
    let annee = commission?.decisions.first { $0.sur == .annee }
    avis = commission?.avis ?? ""
    code = annee?.code.rawValue ?? ""
    motif = annee?.motif ?? ""
  }

  // MARK: What was sent

  /// What the commission proposes; `nil` once what is wrong is noted.
  mutating func lireLaProposition(_ envoi: HTTPForm) -> ProposerEnCommission? {
    avis = (envoi["avis"] ?? "").sansBords
    code = envoi["code"] ?? ""
    motif = (envoi["motif"] ?? "").sansBords
    let propose = DecisionDeJury.Code(rawValue: code)
    if propose != nil, motif.isEmpty {
      fautes["commission-motif"] = "Dites pourquoi la commission s’écarte de la proposition."
      return nil
    }
    return ProposerEnCommission(
      jury: jury.id,
      etudiant: etudiant,
      decisions: propose.map { [DecisionPrise(sur: .annee, code: $0, motif: motif)] } ?? [],
      avis: avis,
      version: envoi["version"].flatMap { Int64($0) } ?? 0,
    )
  }

  /// The situation to signal; `nil` once what is wrong is noted.
  mutating func lireLaSituation(_ envoi: HTTPForm) -> SignalerUneSituation? {
    situation = (envoi["situation"] ?? "").sansBords
    guard !situation.isEmpty else {
      fautes["situation"] = "Écrivez ce que le jury doit savoir."
      return nil
    }
    return SignalerUneSituation(
      promotion: examen.seance.promotion.id,
      etudiant: etudiant,
      texte: situation,
    )
  }

  /// The avis of the commission; `nil` once what is wrong is noted.
  mutating func lireLAvis(_ envoi: HTTPForm, le jour: Jour) throws(Refus) -> DonnerUnAvis? {
    guard let semestre = envoi["semestre"].flatMap({ Int($0) }).flatMap({ NumeroSemestre($0) })
    else { throw .donnees([.init("semestre", .absente)]) }
    let motif = (envoi["motif"] ?? "").sansBords
    motifsDAvis[semestre] = motif
    guard !motif.isEmpty else {
      fautes[Self.cle(semestre)] = "Motivez l’avis : le motif est scellé avec la décision."
      return nil
    }
    return DonnerUnAvis(
      promotion: examen.seance.promotion.id,
      etudiant: etudiant,
      semestre: semestre,
      instance: "commission de passage",
      date: jour,
      motif: motif,
    )
  }

  /// Notes at its field what an act refuses; whether it has a place here.
  mutating func prendre(_ refus: Refus, a champ: String) -> Bool {
    switch refus {
    case .etat(.motifManquant), .donnees:
      fautes[champ] = refus.phrase.enPhrase
      return true
    case .interdit, .inconnu, .conflit, .etat, .regle: return false
    }
  }

  private static func cle(_ semestre: NumeroSemestre) -> String { "avis-\(semestre.valeur)" }

  // MARK: The forms

  func corps(jeton: Jeton) -> some HTML {
    details(.class("preparation"), .open(!fautes.isEmpty)) {
      summary { "Commission de passage, situation à signaler, avis contraire" }
      commission(jeton)
      signalement(jeton)
      if examen.seance.peutDonnerUnAvis {
        HTMLList(
          examen.ligne.proposition.semestres.filter(\.seuilAtteint).map {
            AnyHTML(avisContraire($0.numero, jeton))
          }
        )
      }
    }
  }

  private func commission(_ jeton: Jeton) -> some HTML {
    Formulaire(vers: Chemin.examen(jury.id, etudiant, "commission"), jeton: jeton) {
      input(
        .type("hidden"),
        .name("version"),
        .value("\(examen.ligne.commission?.version ?? 0)"),
      )
      Champ(
        "avis",
        "Ce que la commission dit au jury",
        .texteLong(avis, lignes: 2),
        erreur: fautes["avis"],
        estFacultatif: true,
      )
      if jury.nature == .annee {
        Champ(
          "code",
          "Ce qu’elle propose pour l’année",
          .choix(Self.codesDAnnee, choisi: code),
          estFacultatif: true,
          cle: "commission-code",
        )
        Champ(
          "motif",
          "Pourquoi",
          .texte(motif),
          erreur: fautes["commission-motif"],
          estFacultatif: fautes["commission-motif"] == nil,
          cle: "commission-motif",
        )
      }
      Boutons(Bouton("Enregistrer la proposition"))
    }
  }

  private func signalement(_ jeton: Jeton) -> some HTML {
    Formulaire(vers: Chemin.examen(jury.id, etudiant, "situations"), jeton: jeton) {
      Champ(
        "situation",
        "Situation à signaler au jury",
        .texteLong(situation, lignes: 2),
        aide: "Santé, deuil, travail… Les membres du jury la liront.",
        erreur: fautes["situation"],
      )
      Boutons(Bouton("Signaler"))
    }
  }

  private static let codesDAnnee: [Choix] =
    [Choix("", "Ce que propose le règlement")]
    + DecisionDeJury.codes(.annee).map {
      Choix($0.rawValue, "\($0.rawValue), \(PhrasesDeJury.sens($0))")
    }

  private func avisContraire(_ semestre: NumeroSemestre, _ jeton: Jeton) -> some HTML {
    Formulaire(vers: Chemin.examen(jury.id, etudiant, "avis"), jeton: jeton) {
      input(.type("hidden"), .name("semestre"), .value("\(semestre.valeur)"))
      Champ(
        "motif",
        "Avis contraire à la règle des 30 % au semestre \(semestre.valeur)",
        .texte(motifsDAvis[semestre] ?? ""),
        aide: "Il permet de valider le semestre malgré les absences ; le motif est scellé.",
        erreur: fautes[Self.cle(semestre)],
        cle: Self.cle(semestre),
      )
      Boutons(Bouton("Donner l’avis contraire"))
    }
  }
}
