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
      let sansObjet = ue.modules.lazy.flatMap { semestre.notes[$0.code.canonique] ?? [] }
        .compactMap { if case .sansObjet(let mot) = $0.entree { mot } else { nil } }.first
      return incomplete(ue, contexte.annee.annee, brute, code: sansObjet ?? "ATT")
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
      premiere = Etabli(.valeur(connue), trace: donnee(ue.code, connue).trace)
    } else {
      premiere = moteur.moyenneBrute(ue, modules: modules)
    }
    let entree = inscrite ? session2?.notesUE[ue.code] : nil
    return moteur.retenue(ue.code.texte, ue: ue.code, session1: premiere, session2: entree)
  }

  /// An average that comes from elsewhere than marks.
  private func donnee(_ ue: CodeUE, _ moyenne: Fraction) -> Etabli<Fraction, M> {
    Etabli(moyenne) {
      Preuve(
        .moyenneUE,
        ue.texte,
        termes: [.init("moyenne donnée", .nombre(moyenne), poids: 1)],
        parametres: [moteur.reglages.reglage(.partRessources)],
        calcul: "(\(Calcul.nombre(moyenne))*1)/(1)",
        conclusion: .nombre(moyenne),
      )
    }
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
    let bloque =
      contexte.absences[ue.semestre]?.bloque
      ?? Etabli(false) {
        Preuve(
          .regle30,
          ue.code.texte,
          termes: [.init("volume", .texte("inconnu"))],
          conclusion: .verdict(false),
        )
      }
    let nouvelle = Tentative<M>(
      annee: contexte.annee.annee,
      brute: brute,
      malus: malus.valeur,
      bonus: bonus.valeur,
      moyenne: moteur.moyenneFinale(ue, brute: brute, trace: trace, malus: malus, bonus: bonus),
      bloque: bloque,
    )
    let tentatives = (acquis[ue.code]?.tentatives ?? []) + [nouvelle]
    return verdict(ue, tentatives, manque: [], sinon: nouvelle)
  }

  /// The state that the attempt retained gives a UE.
  private func verdict(
    _ ue: UEDeProgramme,
    _ tentatives: [Tentative<M>],
    manque: [String],
    sinon derniere: Tentative<M>,
  ) -> ResultatUE<M> {
    let retenue = moteur.retenue(ue.code, tentatives) ?? derniere
    let directe = moteur.acquise(ue.code, moyenne: retenue.moyenne, bloque: retenue.bloque)
    let bloque = retenue.bloque.valeur
    return ResultatUE(
      ue: ue,
      tentatives: tentatives,
      annee: retenue.annee,
      brute: retenue.brute,
      malus: retenue.malus,
      bonus: retenue.bonus,
      moyenne: retenue.moyenne,
      manque: manque,
      bloque: bloque,
      mode: directe.valeur ? .directe : nil,
      code: directe.valeur ? "ADM" : (bloque ? "ATJ" : "AJ"),
      capitalisee: false,
      trace: directe.trace,
    )
  }

  private func capitalisee(_ avant: ResultatUE<M>) -> ResultatUE<M> {
    var resultat = avant
    resultat.capitalisee = true
    resultat.trace =
      moteur.acquise(
        avant.ue.code,
        par: .capitalisation,
        termes: [
          .init("annee", .texte(avant.annee.description)),
          .init("acquise", .verdict(true), premisse: 0),
        ],
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
      moyenne: note.map { donnee(ue.code, $0) },
      manque: [],
      bloque: false,
      mode: .equivalence,
      code: ModeDAcquisition.equivalence.code(parSonRCUE: false),
      capitalisee: false,
      trace: acquise.trace,
    )
  }

  /// A UE that waits for a mark; an earlier average stays where the best one counts (A36).
  private func incomplete(
    _ ue: UEDeProgramme,
    _ annee: AnneeUniversitaire,
    _ brute: Etabli<Issue<Fraction>, M>,
    code: String,
  ) -> ResultatUE<M> {
    let manque = brute.valeur.manque
    if let avant = acquis[ue.code], let derniere = avant.tentatives.last,
      moteur.reglages.choisit(.moyenneRedoublant, "meilleure")
    {
      return verdict(ue, avant.tentatives, manque: manque, sinon: derniere)
    }
    return ResultatUE(
      ue: ue,
      tentatives: acquis[ue.code]?.tentatives ?? [],
      annee: annee,
      brute: nil,
      malus: 0,
      bonus: 0,
      moyenne: nil,
      manque: manque,
      bloque: false,
      mode: nil,
      code: code,
      capitalisee: false,
      trace: brute.trace,
    )
  }
}
