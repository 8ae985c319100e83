extension Passe {
  /// What the year gives once every rule and decision has been applied.
  var etat: EtatDAnnee<M> {
    let ues = deLAnnee.compactMap { toutes[$0] }
    let changees = toutes.values.filter { ue in
      !deLAnnee.contains(ue.ue.code) && ue.acquise && avant[ue.ue.code]?.acquise == false
    }.sorted { $0.ue.code.texte < $1.ue.code.texte }
    var etat = EtatDAnnee<M>(ects: credits(ues + changees))
    etat.ues = Dictionary((ues + changees).map { ($0.ue.code, $0) }) { _, derniere in derniere }
    etat.rcues = rcues
    etat.semestres = semestres
    etat.ectsCumules = Fraction(toutes.values.filter(\.acquise).map(\.ue.ects).somme())
    etat.poursuite = poursuite
    (etat.codeAnnee, etat.codeDecide) = codeDAnnee(etat.poursuite)
    let ouvertures = ues.map { ($0.ue.code, ouverture($0, ues)) }
    etat.ouvertes = ouvertures.filter(\.1.valeur).map(\.0)
    etat.signalements = signalements(ues, etat.poursuite)
    etat.traces =
      (ues + changees).map(\.trace) + rcues.keys.sorted().compactMap { rcues[$0]?.trace }
      + [etat.ects.trace] + (etat.poursuite.map { [$0.trace] } ?? [])
      + ouvertures.filter(\.1.valeur).map(\.1.trace) + contexte.decompte.traces
    return etat
  }

  /// The credits gained in the year: of the UE acquired now that were not before.
  private func credits(_ ues: [ResultatUE<M>]) -> Etabli<Fraction, M> {
    let nouvelles = ues.filter { avant[$0.ue.code]?.acquise != true }
    return moteur.credits(
      "année \(contexte.annee.annee)",
      nouvelles.map { UEPourDiplome(ue: $0.ue, acquise: $0.acquise, trace: $0.trace) },
    )
  }

  private var semestres: [ResultatSemestre] {
    contexte.annee.semestres.map { semestre in
      let numero = semestre.numero
      return ResultatSemestre(
        numero: numero,
        heuresABI: contexte.decompte.heuresABI[numero] ?? .zero,
        heuresABJ: contexte.decompte.heuresABJ[numero] ?? .zero,
        malus: contexte.malus[numero]?.valeur ?? .zero,
        taux: contexte.absences[numero]?.taux,
        seuilAtteint: contexte.absences[numero]?.atteint ?? false,
        bloque: contexte.absences[numero]?.bloque.valeur ?? false,
        itiRestantes: moteur.itiRestantes(contexte.decompte),
      )
    }
  }

  // MARK: Passage and year

  /// The last semester of the year: the one followed, or the even one when all its UE are known.
  private var dernierSemestre: Int? {
    guard let suivi = contexte.annee.semestres.map(\.numero.valeur).max() else { return nil }
    guard suivi % 2 == 1 else { return suivi }
    let paires = contexte.annee.programme.ues.filter { $0.semestre.valeur == suivi + 1 }
    let connues = paires.allSatisfy { toutes[$0.code] != nil }
    return !paires.isEmpty && connues ? suivi + 1 : suivi
  }

  /// Whether the student may go on; `nil` outside semesters 1 to 5.
  var poursuite: Poursuite<M>? {
    guard let dernier = dernierSemestre, let suivant = NumeroSemestre(dernier + 1) else {
      return nil
    }
    let decision = decisions.last { $0.autoriseLePassage || $0.fermeLePassage }
    guard dernier % 2 == 0 else {
      let deDroit = moteur.poursuitePaire(vers: suivant)
      guard let decision, decision.fermeLePassage else { return deDroit }
      return moteur.poursuite(deDroit, decidee: decision, conditions: true)
    }
    let conditions = moteur.poursuiteImpaire(
      vers: suivant,
      clesDeLAnnee.compactMap { cle in
        rcues[cle].map {
          RCUEPourPassage(cle: cle, moyenne: $0.moyenne, valideAutrement: $0.valideAutrement)
        }
      },
    )
    let proposee =
      suivant.valeur == 5 ? moteur.poursuiteS5(conditions, ues: premiereAnnee) : conditions
    guard let decision else { return proposee }
    return moteur.poursuite(proposee, decidee: decision, conditions: conditions.autorisee)
  }

  /// Every UE of semesters 1 and 2 on the programmes; unknown while it waits or was not followed.
  private var premiereAnnee: [UEPourS5<M>] {
    programme.values.filter { $0.semestre.valeur <= 2 }.sorted { $0.code.texte < $1.code.texte }
      .map { ue in
        let resultat = toutes[ue.code]
        let connu = resultat.map { $0.acquise || $0.moyenne != nil || $0.ecartee } ?? false
        let trace =
          resultat?.trace
          ?? M.trace { Preuve(.moyenneUE, ue.code.texte, conclusion: .texte("non suivie")) }
        return UEPourS5(code: ue.code, acquise: connu ? resultat?.acquise : nil, trace: trace)
      }
  }

  /// The code decided, or the one that the results give of themselves.
  private func codeDAnnee(_ poursuite: Poursuite<M>?) -> (String?, Bool) {
    if let decision = decisions.last(where: { $0.sur == .annee }) {
      return (decision.code.rawValue, true)
    }
    guard let dernier = dernierSemestre, dernier % 2 == 0, !rcues.isEmpty else {
      return (nil, false)
    }
    if rcues.values.allSatisfy(\.valide) { return ("ADM", false) }
    let deDroit = poursuite?.autorisee == true && poursuite?.regle != .decisionDeJury
    return (deDroit ? "PASD" : nil, false)
  }

  // MARK: Session 2

  private func ouverture(_ ue: ResultatUE<M>, _ ues: [ResultatUE<M>]) -> Etabli<Bool, M> {
    let ferme = decisions.contains { $0.sur == .annee && $0.code.fermeLaSession2 }
    return moteur.ouverte(
      ue.ue.code,
      acquise: ue.acquise,
      acquisition: ue.trace,
      ajourne: ferme,
      moyenneSemestrielle: moyenneSemestrielle(ue.ue.semestre, ues),
    )
  }

  /// The average of a semester weighed by credits; `nil` while a UE has none.
  private func moyenneSemestrielle(
    _ semestre: NumeroSemestre,
    _ ues: [ResultatUE<M>],
  ) -> Fraction? {
    let siennes = ues.filter { $0.ue.semestre == semestre }
    let moyennes = siennes.compactMap { ue in ue.moyenne.map { $0.valeur * Fraction(ue.ue.ects) } }
    guard moyennes.count == siennes.count else { return nil }
    let moyenne = moyennes.reduce(.zero, +)
      .divise(par: Fraction(siennes.map(\.ue.ects).somme()))
    return moyenne.flatMap { $0.estDefinie ? $0 : nil }
  }

  // MARK: What the jury must look at

  private func signalements(_ ues: [ResultatUE<M>], _ poursuite: Poursuite<M>?) -> [String] {
    var textes = ues.filter { !$0.manque.isEmpty }.map {
      "\($0.ue.code.texte) incomplète : \($0.manque.joined(separator: ", "))"
    }
    textes += regroupementsFaibles + absencesSignalees + sansEffet
    if poursuite?.hors45 == true {
      textes.append("passage décidé hors des conditions du point 4.5")
    }
    return textes
  }

  private var regroupementsFaibles: [String] {
    let plancher = moteur.reglages.nombre(.plancherRCUE)
    return rcues.values.sorted { $0.cle < $1.cle }.compactMap { rcue in
      guard !rcue.valide, let moyenne = rcue.moyenne?.valeur, moyenne < plancher else { return nil }
      let texte = moyenne.affichee(decimales: 2, sansFranchir: [plancher])
      return "\(rcue.cle.nom) à \(texte), sous \(plancher.affichee(decimales: 0))"
    }
  }

  private var absencesSignalees: [String] {
    var textes: [String] = []
    let sansCFVU = moteur.reglages.reglage(.decisionCFVU).valeur == .rien
    for semestre in semestres {
      let nom = "S\(semestre.numero.valeur)"
      if semestre.seuilAtteint {
        textes.append("\(nom) : le seuil d’absence est atteint")
      }
      if semestre.taux == nil, semestre.heuresABI + semestre.heuresABJ > 0,
        !moteur.reglages.choisit(.regle30, "inactive")
      {
        textes.append("\(nom) : volume horaire inconnu, taux d’absence non vérifié")
      }
      if sansCFVU, semestre.malus > 0 || semestre.bloque {
        textes.append("\(nom) : base CFVU non enregistrée")
      }
    }
    textes += contexte.decompte.refusees.map { creneau, raison in
      "ITI du \(creneau.debut.jour) refusée (\(raison)) : \(creneau.heures) h injustifiées"
    }
    let alternant = contexte.annee.semestres.contains { !moteur.article3($0.statut) }
    if alternant, contexte.decompte.heuresABI.values.contains(where: { $0 > 0 }) {
      textes.append("absences d’un alternant : règlement intérieur du CFA")
    }
    return textes
  }
}
