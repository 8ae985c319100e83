/// The règlement of each year of a dossier: a year keeps the one it was followed under (A26).
public struct Reglement: Sendable {
  private let parAnnee: [AnneeUniversitaire: Reglages]
  /// What applies outside any year: diplomas, repetitions asked for.
  public let courant: Reglages

  /// No setting at all, where rules read none: the BTS of 2021.
  public init() {
    self.init(courant: .vide)
  }

  public init(courant: Reglages, parAnnee: [AnneeUniversitaire: Reglages] = [:]) {
    self.courant = courant
    self.parAnnee = parAnnee
  }

  /// The règlement of a year.
  public func reglages(_ annee: AnneeUniversitaire) -> Reglages { parAnnee[annee] ?? courant }
}

/// Applies the rules to a whole dossier, year after year.
///
/// What is acquired stays acquired; an average that was not enough is kept beside the next one.
public struct Deliberation<M: Motivation>: Sendable {
  var moteur: Moteur<M>
  /// The state of every UE met so far, by code.
  var acquis: [CodeUE: ResultatUE<M>] = [:]
  /// The RCUE validated so far, as they were when they were.
  var valides: [CleRCUE: ResultatRCUE<M>] = [:]
  /// Every UE that a year of the dossier has on its programme.
  var programme: [CodeUE: UEDeProgramme] = [:]

  init(_ moteur: Moteur<M>) {
    self.moteur = moteur
  }

  /// The results of a dossier under its règlement.
  @specialized(where M == SansPreuve)
  @specialized(where M == AvecPreuve)
  public static func resultats(_ dossier: Dossier, _ reglement: Reglement) -> Resultats<M> {
    var deliberation = Deliberation(Moteur<M>(reglement.courant))
    let annees = deliberation.deliberer(dossier.annees[...], reglement)
    let moteur = Moteur<M>(reglement.courant)
    let pourDiplome = deliberation.uesPourDiplome
    let s1s4 = pourDiplome.filter { $0.ue.semestre.valeur <= 4 }
    return Resultats(
      annees: deliberation.deriver(annees),
      dut: moteur.diplome(.dut, semestres: 1...4, pourDiplome),
      but: moteur.diplome(.but, semestres: 1...6, pourDiplome),
      ectsS1S4: moteur.credits("S1 à S4", s1s4).valeur,
      ects: moteur.credits("cursus", pourDiplome).valeur,
      pourDiplome: pourDiplome,
      redoublement: dossier.redoublement.map {
        moteur.redoublement($0, deja: redoubles(dossier) + $0.deja)
      },
    )
  }

  /// What is acquired and known after some years.
  @specialized(where M == SansPreuve)
  static func apres(_ annees: ArraySlice<AnneeSuivie>, _ reglement: Reglement) -> Deliberation {
    var deliberation = Deliberation(Moteur<M>(reglement.courant))
    _ = deliberation.deliberer(annees, reglement)
    return deliberation
  }

  private mutating func deliberer(
    _ annees: ArraySlice<AnneeSuivie>,
    _ reglement: Reglement,
  ) -> [ResultatDAnnee<M>] {
    annees.map { annee in deliberer(annee, Moteur(reglement.reglages(annee.annee))) }
  }

  /// Every UE of the programmes; one that was never followed is not acquired.
  private var uesPourDiplome: [UEPourDiplome<M>] {
    programme.values.sorted { $0.code.texte < $1.code.texte }.map { ue in
      guard let resultat = acquis[ue.code] else {
        let jamais = M.trace {
          Preuve(.moyenneUE, ue.code.texte, conclusion: .texte("non suivie"))
        }
        return UEPourDiplome(ue: ue, acquise: false, trace: jamais)
      }
      return UEPourDiplome(ue: ue, acquise: resultat.acquise, trace: resultat.trace)
    }
  }

  /// The semesters that the years of the dossier follow again.
  private static func redoubles(_ dossier: Dossier) -> [NumeroSemestre] {
    var suivis: Set<NumeroSemestre> = []
    return dossier.annees.flatMap(\.semestres).map(\.numero).filter {
      !suivis.insert($0).inserted
    }
  }

  /// Opens a year: its UE are on the programme, under its règlement.
  mutating func entrer(_ annee: AnneeSuivie, _ moteur: Moteur<M>) {
    self.moteur = moteur
    for ue in annee.programme.ues { programme[ue.code] = ue }
  }

  private mutating func deliberer(
    _ annee: AnneeSuivie,
    _ moteur: Moteur<M>,
  ) -> ResultatDAnnee<M> {
    entrer(annee, moteur)
    let contexte = ContexteDAnnee(annee, moteur)
    let decisions = annee.decisions.sorted { $0.acte.date < $1.acte.date }
    var session1: EtatDAnnee<M>?
    var ouverte: SessionDeux?
    if let session2 = annee.session2 {
      let connues = decisions.filter { $0.estConnue(avant: session2.date) }
      let etat = etat(contexte, session2: nil, decisions: connues).etat
      ouverte = session2.limitee(aux: etat.ouvertes)
      session1 = etat
    }
    var finale = etat(contexte, session2: ouverte, decisions: decisions)
    if let session1, let session2 = annee.session2 {
      finale.etat.ouvertes = session1.ouvertes
      finale.etat.signalements += session2.signalements(ouvertes: session1.ouvertes)
    }
    acquis = finale.acquis
    valides.merge(finale.etat.rcues.filter(\.value.valide)) { ancien, _ in ancien }
    return ResultatDAnnee(
      annee: annee.annee,
      anneeBUT: annee.anneeBUT,
      session1: session1,
      finale: finale.etat,
    )
  }

  /// The codes that past years receive from the later ones.
  private func deriver(_ annees: [ResultatDAnnee<M>]) -> [ResultatDAnnee<M>] {
    annees.map { annee in
      var annee = annee
      let ouverts = annee.finale.rcues.values.filter { !$0.valide && $0.ues.count == 2 }
      let derives = ouverts.filter { rcue in
        rcue.ues.allSatisfy { acquis[$0]?.acquise == true }
          && rcue.ues.contains { acquis[$0]?.mode == .niveauSuperieur }
      }
      annee.ensuite.rcues = derives.map(\.cle).sorted()
      annee.ensuite.annee =
        !derives.isEmpty
        && annee.finale.rcues.values.allSatisfy { rcue in
          rcue.valide || derives.contains { $0.cle == rcue.cle }
        }
      return annee
    }
  }
}

extension DecisionDeJury {
  /// Whether session 2 finds the decision already taken: dated before it, or ending the studies.
  fileprivate func estConnue(avant date: Jour?) -> Bool {
    if let date, acte.date < date { return true }
    return sur == .annee && code.fermeLaSession2
  }
}

extension SessionDeux {
  /// The same session, for the UE open to the student only: nothing acquired can be lost.
  fileprivate func limitee(aux ouvertes: [CodeUE]) -> SessionDeux {
    SessionDeux(
      date: date,
      inscriptions: inscriptions.filter(ouvertes.contains),
      notesUE: notesUE,
      notesModules: notesModules,
    )
  }

  /// What the jury must know of the session: enrolments without effect, justified absences (A21).
  fileprivate func signalements(ouvertes: [CodeUE]) -> [String] {
    let sansEffet = inscriptions.filter { !ouvertes.contains($0) }.map {
      "\($0.texte) : inscription en session 2 sans effet, l’UE n’y est pas ouverte"
    }
    let entrees =
      notesUE.map { ($0.key.texte, $0.value) } + notesModules.map { ($0.key, $0.value) }
    let justifiees = entrees.filter { $0.1 == .absenceJustifiee }.map(\.0).sorted().map {
      "\($0) : absence justifiée en session 2, la session 1 est conservée"
    }
    return sansEffet + justifiees
  }
}

/// What does not change between the two sessions of a year.
struct ContexteDAnnee<M: Motivation>: Sendable {
  let annee: AnneeSuivie
  let decompte: DecompteDAbsences<M>
  let malus: [NumeroSemestre: Etabli<Fraction, M>]
  let absences: [NumeroSemestre: EffetDesAbsences<M>]
  let sport: Etabli<Fraction, M>
  /// The averages of the modules at session 1, by semester and canonical code.
  var modules: [NumeroSemestre: [String: Etabli<Issue<Fraction>, M>]]

  init(_ annee: AnneeSuivie, _ moteur: Moteur<M>) {
    self.annee = annee
    let decompte = DecompteDAbsences<M>(annee.semestres, moteur)
    self.decompte = decompte
    var malus: [NumeroSemestre: Etabli<Fraction, M>] = [:]
    var absences: [NumeroSemestre: EffetDesAbsences<M>] = [:]
    var modules: [NumeroSemestre: [String: Etabli<Issue<Fraction>, M>]] = [:]
    for semestre in annee.semestres {
      let abi = decompte.heuresABI[semestre.numero] ?? .zero
      malus[semestre.numero] = moteur.malus(semestre.numero, heures: abi, semestre.statut)
      absences[semestre.numero] = moteur.regle30(
        semestre,
        abi: abi,
        abj: decompte.heuresABJ[semestre.numero] ?? .zero,
        volume: annee.programme.volumes[semestre.numero],
      )
      modules[semestre.numero] = Dictionary(
        uniqueKeysWithValues: semestre.notes.map { code, evaluations in
          (code, moteur.moyenneModule(code, evaluations, semestre.statut))
        }
      )
    }
    self.malus = malus
    self.absences = absences
    self.modules = modules
    sport = moteur.pointsDeSport(annee.bonus, annee.anneeBUT)
  }
}
