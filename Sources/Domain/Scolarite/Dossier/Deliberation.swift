/// Applies the rules to a whole dossier, year after year.
///
/// What is acquired stays acquired; an average that was not enough is kept beside the next one.
public struct Deliberation<M: Motivation> {
  let moteur: Moteur<M>
  /// The state of every UE met so far, by code.
  var acquis: [CodeUE: ResultatUE<M>] = [:]

  public init(_ moteur: Moteur<M>) {
    self.moteur = moteur
  }

  /// The results of a dossier under the règlement of the engine.
  public static func resultats(_ dossier: Dossier, _ reglages: Reglages) -> Resultats<M> {
    var deliberation = Deliberation(Moteur<M>(reglages))
    var annees: [ResultatDAnnee<M>] = []
    for annee in dossier.annees { annees.append(deliberation.deliberer(annee)) }
    let moteur = deliberation.moteur
    let pourDiplome = deliberation.acquis.values
      .sorted { $0.ue.code.texte < $1.ue.code.texte }
      .map { UEPourDiplome<M>(ue: $0.ue, acquise: $0.acquise, trace: $0.trace) }
    let s1s4 = pourDiplome.filter { $0.ue.semestre.valeur <= 4 }
    return Resultats(
      annees: annees,
      dut: moteur.diplome(.dut, semestres: 1...4, pourDiplome),
      but: moteur.diplome(.but, semestres: 1...6, pourDiplome),
      ectsS1S4: moteur.credits("S1 à S4", s1s4).valeur,
      ects: moteur.credits("cursus", pourDiplome).valeur,
      redoublement: dossier.redoublement.map {
        moteur.redoublement($0, deja: redoubles(dossier) + $0.deja)
      },
    )
  }

  /// The semesters that the years of the dossier follow again.
  private static func redoubles(_ dossier: Dossier) -> [NumeroSemestre] {
    var suivis: Set<NumeroSemestre> = []
    return dossier.annees.flatMap(\.semestres).map(\.numero).filter {
      !suivis.insert($0).inserted
    }
  }

  private mutating func deliberer(_ annee: AnneeSuivie) -> ResultatDAnnee<M> {
    let contexte = ContexteDAnnee(annee, moteur)
    guard let session2 = annee.session2 else {
      let finale = etat(contexte, session2: nil, decisions: annee.decisions)
      acquis = finale.acquis
      return ResultatDAnnee(
        annee: annee.annee,
        anneeBUT: annee.anneeBUT,
        session1: nil,
        finale: finale.etat,
      )
    }
    let session1 = etat(contexte, session2: nil, decisions: []).etat
    let ouverte = session2.limitee(aux: session1.ouvertes)
    var finale = etat(contexte, session2: ouverte, decisions: annee.decisions)
    finale.etat.ouvertes = session1.ouvertes
    finale.etat.signalements += session2.inscriptions
      .filter { !session1.ouvertes.contains($0) }
      .map { "\($0.texte) : inscription en session 2 sans effet, l’UE n’y est pas ouverte" }
    acquis = finale.acquis
    return ResultatDAnnee(
      annee: annee.annee,
      anneeBUT: annee.anneeBUT,
      session1: session1,
      finale: finale.etat,
    )
  }
}

extension SessionDeux {
  /// The same session, for the UE open to the student only: nothing acquired can be lost.
  fileprivate func limitee(aux ouvertes: [CodeUE]) -> SessionDeux {
    SessionDeux(
      inscriptions: inscriptions.filter(ouvertes.contains),
      notesUE: notesUE,
      notesModules: notesModules,
    )
  }
}

/// What does not change between the two sessions of a year.
struct ContexteDAnnee<M: Motivation> {
  let annee: AnneeSuivie
  let decompte: DecompteDAbsences
  let malus: [NumeroSemestre: Etabli<Fraction, M>]
  let absences: [NumeroSemestre: EffetDesAbsences<M>]
  let sport: Etabli<Fraction, M>
  /// The averages of the modules at session 1, by semester and canonical code.
  let modules: [NumeroSemestre: [String: Etabli<Issue<Fraction>, M>]]

  init(_ annee: AnneeSuivie, _ moteur: Moteur<M>) {
    self.annee = annee
    let decompte = DecompteDAbsences(annee.semestres, moteur)
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
