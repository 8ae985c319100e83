extension Deliberation {
  /// The UE that a year takes: of a semester followed, and not acquired before.
  func resultat(
    _ ue: UEDeProgramme,
    _ semestre: SemestreSuivi,
    _ contexte: ContexteDAnnee<M>,
    session2: SessionDeux?,
  ) -> ResultatUE<M> {
    if let avant = acquis[ue.code], avant.acquise { return capitalisee(avant) }
    if case .equivalence(let acte, let note) = semestre.moyennes[ue.code] {
      return equivalente(ue, contexte.annee.annee, acte, note)
    }
    let brute = brute(ue, semestre, contexte, session2: session2)
    guard let valeur = brute.valeur.connue else {
      return incomplete(ue, contexte.annee.annee, brute)
    }
    return evaluee(ue, contexte, brute: valeur, trace: brute.trace)
  }

  private func brute(
    _ ue: UEDeProgramme,
    _ semestre: SemestreSuivi,
    _ contexte: ContexteDAnnee<M>,
    session2: SessionDeux?,
  ) -> Etabli<Issue<Fraction>, M> {
    let inscrite = session2?.inscriptions.contains(ue.code) == true
    var modules = contexte.modules[semestre.numero] ?? [:]
    if inscrite, let session2 {
      for module in ue.modules {
        let code = module.code.canonique
        guard let entree = session2.notesModules[code] else { continue }
        let avant =
          modules[code]
          ?? Etabli(.incomplet(manque: ["\(module.code.imprime) : aucune note"])) {
            Preuve(.moyenneModule, module.code.imprime, conclusion: .texte("incomplète"))
          }
        modules[code] = moteur.retenue(code, ue: ue.code, session1: avant, session2: entree)
      }
    }
    let premiere: Etabli<Issue<Fraction>, M>
    if case .moyenne(let connue) = semestre.moyennes[ue.code] {
      premiere = Etabli(.valeur(connue)) {
        Preuve(
          .moyenneUE,
          ue.code.texte,
          termes: [.init("moyenne donnée", .nombre(connue), poids: 1)],
          calcul: "(\(Calcul.nombre(connue))*1)/(1)",
          conclusion: .nombre(connue),
        )
      }
    } else {
      premiere = moteur.moyenneBrute(ue, modules: modules)
    }
    let entree = inscrite ? session2?.notesUE[ue.code] : nil
    return moteur.retenue(ue.code.texte, ue: ue.code, session1: premiere, session2: entree)
  }

  private func evaluee(
    _ ue: UEDeProgramme,
    _ contexte: ContexteDAnnee<M>,
    brute: Fraction,
    trace: M.Trace,
  ) -> ResultatUE<M> {
    let malus =
      contexte.malus[ue.semestre]
      ?? Etabli(0) { Preuve(.malus, ue.code.texte, conclusion: .nombre(0)) }
    let bonus = moteur.bonus(ue, contexte.annee.bonus, sport: contexte.sport)
    let finale = moteur.moyenneFinale(ue, brute: brute, trace: trace, malus: malus, bonus: bonus)
    let bloque =
      contexte.absences[ue.semestre]?.bloque
      ?? Etabli(false) { Preuve(.regle30, ue.code.texte, conclusion: .verdict(false)) }
    let nouvelle = ResultatUE<M>(
      ue: ue,
      annee: contexte.annee.annee,
      brute: brute,
      malus: malus.valeur,
      bonus: bonus.valeur,
      moyenne: finale,
      manque: [],
      bloque: bloque.valeur,
      mode: nil,
      code: "AJ",
      capitalisee: false,
      trace: finale.trace,
    )
    return verdict(retenue(nouvelle), bloque: bloque)
  }

  /// The attempt kept of a UE taken again: the best, or the last (A36).
  private func retenue(_ nouvelle: ResultatUE<M>) -> ResultatUE<M> {
    guard let avant = acquis[nouvelle.ue.code], let ancienne = avant.moyenne,
      let moyenne = nouvelle.moyenne, ancienne.valeur > moyenne.valeur,
      moteur.reglages.choisit(.moyenneRedoublant, "meilleure")
    else { return nouvelle }
    var retenue = nouvelle
    retenue.annee = avant.annee
    retenue.brute = avant.brute
    retenue.malus = avant.malus
    retenue.bonus = avant.bonus
    retenue.moyenne = ancienne
    return retenue
  }

  private func verdict(
    _ resultat: ResultatUE<M>,
    bloque: Etabli<Bool, M>,
  ) -> ResultatUE<M> {
    guard let moyenne = resultat.moyenne else { return resultat }
    let directe = moteur.acquise(resultat.ue.code, moyenne: moyenne, bloque: bloque)
    var resultat = resultat
    resultat.mode = directe.valeur ? .directe : nil
    resultat.code = directe.valeur ? "ADM" : (resultat.bloque ? "ATJ" : "AJ")
    resultat.trace = directe.trace
    return resultat
  }

  private func capitalisee(_ avant: ResultatUE<M>) -> ResultatUE<M> {
    var resultat = avant
    resultat.capitalisee = true
    resultat.trace =
      moteur.acquise(
        avant.ue.code,
        par: .capitalisation,
        termes: [.init("annee", .texte(avant.annee.description))],
        premisses: [avant.trace],
      ).trace
    return resultat
  }

  private func equivalente(
    _ ue: UEDeProgramme,
    _ annee: AnneeUniversitaire,
    _ acte: ActeMotive,
    _ note: Fraction?,
  ) -> ResultatUE<M> {
    let acquise = moteur.acquise(
      ue.code,
      par: .equivalence,
      termes: [
        .init("auteur", .texte(acte.auteur)), .init("date", .texte(acte.date.description)),
        .init("motif", .texte(acte.motif)),
      ],
      premisses: [],
    )
    return ResultatUE(
      ue: ue,
      annee: annee,
      brute: note,
      malus: 0,
      bonus: 0,
      moyenne: note.map { Etabli($0, trace: acquise.trace) },
      manque: [],
      bloque: false,
      mode: .equivalence,
      code: ModeDAcquisition.equivalence.code(parSonRCUE: false),
      capitalisee: false,
      trace: acquise.trace,
    )
  }

  private func incomplete(
    _ ue: UEDeProgramme,
    _ annee: AnneeUniversitaire,
    _ brute: Etabli<Issue<Fraction>, M>,
  ) -> ResultatUE<M> {
    let avant = acquis[ue.code]
    return ResultatUE(
      ue: ue,
      annee: avant?.annee ?? annee,
      brute: nil,
      malus: 0,
      bonus: 0,
      moyenne: nil,
      manque: brute.valeur.manque,
      bloque: false,
      mode: nil,
      code: "ATT",
      capitalisee: false,
      trace: brute.trace,
    )
  }
}
