extension Regle {
  static let moyenneBTS = Regle(
    "moyenne-bts",
    .bts("2-2"),
    exigences: ["R3.2", "R3.8"],
    "La moyenne générale est celle des épreuves, pesées par leurs coefficients.",
  )
  static let autorisationBTS = Regle(
    "autorisation-bts",
    .bts("2-2"),
    exigences: ["R3.2"],
    lectures: ["A22"],
    """
    La session exceptionnelle est ouverte à qui n’a pas atteint la moyenne, sauf absence non \
    justifiée à une épreuve obligatoire.
    """,
  )
  static let remplacementBTS = Regle(
    "remplacement-bts",
    .bts("2-1"),
    exigences: ["R3.4", "R3.5", "R3.6", "R3.7", "R3.8"],
    lectures: ["A22"],
    """
    La note de l’oral remplace la moyenne des épreuves ponctuelles de son domaine quand elle lui \
    est strictement supérieure.
    """,
  )
  static let admissionBTS = Regle(
    "admission-bts",
    .bts("2-2"),
    exigences: ["R3.2"],
    "Le candidat dont la moyenne générale atteint 10 est admis.",
  )
  static let delaiBTS = Regle(
    "delai-bts",
    .bts("2-2"),
    exigences: ["R3.3"],
    lectures: ["A22"],
    "La convocation est faite au plus tard huit jours après la proclamation des résultats.",
  )
}

/// What the exceptional session gives a candidate.
public struct ResultatBTS<M: Motivation>: Sendable {
  /// Below the average at the normal session.
  public let concerne: Bool
  public let autorise: Etabli<Bool, M>
  public let avant: Etabli<Fraction, M>
  public let apres: Etabli<Fraction, M>
  public let remplace: [CandidatBTS.Domaine: Bool]
  public let admis: Etabli<Bool, M>
  /// `nil` when a date is missing.
  public let convocationDansLeDelai: Etabli<Bool, M>?
}

extension Moteur {
  /// The normal session, the right to the exceptional one, and the average after it.
  public static func sessionExceptionnelle(_ candidat: CandidatBTS) -> ResultatBTS<M>? {
    guard let avant = moyenneBTS(candidat, oraux: [:]) else { return nil }
    let concerne = avant.moyenne.valeur < CandidatBTS.seuil
    let absent = candidat.epreuves.contains { $0.resultat == .absenceInjustifiee }
    let autorise = autorisation(avant.moyenne, absent: absent)
    let apres = autorise.valeur ? moyenneBTS(candidat, oraux: candidat.oraux) ?? avant : avant
    return ResultatBTS(
      concerne: concerne,
      autorise: autorise,
      avant: avant.moyenne,
      apres: apres.moyenne,
      remplace: apres.remplace,
      admis: admission(apres.moyenne, absent: absent),
      convocationDansLeDelai: delai(candidat),
    )
  }

  private typealias MoyenneBTS = (
    moyenne: Etabli<Fraction, M>, remplace: [CandidatBTS.Domaine: Bool]
  )

  /// The overall average, each field's single examinations replaced where its oral is better.
  private static func moyenneBTS(
    _ candidat: CandidatBTS,
    oraux: [CandidatBTS.Domaine: CandidatBTS.Oral],
  ) -> MoyenneBTS? {
    var lignes: [LigneBTS<M>] = []
    var remplace: [CandidatBTS.Domaine: Bool] = [:]
    for domaine in CandidatBTS.Domaine.allCases {
      let siennes = candidat.epreuves.filter { $0.domaine == domaine }
      let ponctuelles = siennes.filter(\.ponctuelle)
      let remplacement = remplacement(domaine, ponctuelles, oraux[domaine])
      remplace[domaine] = remplacement?.remplace ?? false
      if let remplacement, remplacement.remplace {
        lignes.append(remplacement.ligne)
        lignes += siennes.filter { !$0.ponctuelle }.map(LigneBTS.init)
      } else {
        lignes += siennes.map(LigneBTS.init)
      }
    }
    let points = lignes.reduce(Fraction.zero) { $0 + $1.note * $1.coefficient }
    let poids = lignes.reduce(Fraction.zero) { $0 + $1.coefficient }
    guard let moyenne = points.divise(par: poids), moyenne.estDefinie else { return nil }
    return (Etabli(moyenne) { preuve(lignes, moyenne) }, remplace)
  }

  private static func preuve(_ lignes: [LigneBTS<M>], _ moyenne: Fraction) -> Preuve {
    let premisses = lignes.flatMap { $0.trace.map(M.preuve) ?? [] }
    var rang = 0
    let termes = lignes.map { ligne -> Preuve.Terme in
      guard ligne.trace != nil else {
        return .init(ligne.nom, .nombre(ligne.note), poids: ligne.coefficient)
      }
      defer { rang += 1 }
      return .init(ligne.nom, .nombre(ligne.note), poids: ligne.coefficient, premisse: rang)
    }
    return Preuve(
      .moyenneBTS,
      "candidat",
      termes: termes,
      calcul: Calcul.moyenne(termes),
      conclusion: .nombre(moyenne),
      premisses: premisses,
    )
  }

  private static func remplacement(
    _ domaine: CandidatBTS.Domaine,
    _ ponctuelles: [CandidatBTS.Epreuve],
    _ oral: CandidatBTS.Oral?,
  ) -> (ligne: LigneBTS<M>, remplace: Bool)? {
    let poids = Fraction(ponctuelles.map(\.coefficient).somme())
    let points = ponctuelles.reduce(Fraction.zero) { $0 + $1.note * Fraction($1.coefficient) }
    guard let oral, let moyenne = points.divise(par: poids) else { return nil }
    let note = oral.note.surVingt
    let remplace = note > moyenne
    let retenue = Etabli<Fraction, M>(remplace ? note : moyenne) {
      Preuve(
        .remplacementBTS,
        domaine.rawValue,
        termes: ponctuelles.map {
          .init($0.code, .nombre($0.note), poids: Fraction($0.coefficient))
        } + [.init("oral", .nombre(note))],
        conclusion: .nombre(remplace ? note : moyenne),
      )
    }
    return (LigneBTS("oral \(domaine.rawValue)", retenue, coefficient: poids), remplace)
  }

  private static func autorisation(
    _ moyenne: Etabli<Fraction, M>,
    absent: Bool,
  ) -> Etabli<Bool, M> {
    let autorise = moyenne.valeur < CandidatBTS.seuil && !absent
    return Etabli(autorise) {
      Preuve(
        .autorisationBTS,
        "candidat",
        termes: [
          .init("moyenne", .nombre(moyenne.valeur), premisse: 0),
          .init("absenceInjustifiee", .verdict(absent)),
        ],
        conclusion: .verdict(autorise),
        premisses: moyenne.preuves,
      )
    }
  }

  private static func admission(
    _ moyenne: Etabli<Fraction, M>,
    absent: Bool,
  ) -> Etabli<Bool, M> {
    let admis = moyenne.valeur >= CandidatBTS.seuil && !absent
    return Etabli(admis) {
      Preuve(
        .admissionBTS,
        "candidat",
        termes: [
          .init("moyenne", .nombre(moyenne.valeur), premisse: 0),
          .init("absenceInjustifiee", .verdict(absent)),
        ],
        conclusion: .verdict(admis),
        premisses: moyenne.preuves,
      )
    }
  }

  /// Calendar days, the day of the proclamation excluded, the last included (A22).
  private static func delai(_ candidat: CandidatBTS) -> Etabli<Bool, M>? {
    guard let proclamation = candidat.proclamation, let convocation = candidat.convocation else {
      return nil
    }
    let jours = convocation.ecart(depuis: proclamation)
    return Etabli(jours <= CandidatBTS.delai) {
      Preuve(
        .delaiBTS,
        "candidat",
        termes: [.init("jours", .nombre(Fraction(jours)))],
        calcul: "\(Calcul.nombre(Fraction(jours)))<=\(CandidatBTS.delai)",
        conclusion: .verdict(jours <= CandidatBTS.delai),
      )
    }
  }
}

/// A line of the overall average of a BTS.
private struct LigneBTS<M: Motivation>: Sendable {
  let nom: String
  let note: Fraction
  let coefficient: Fraction
  let trace: M.Trace?

  init(_ epreuve: CandidatBTS.Epreuve) {
    nom = epreuve.code
    note = epreuve.note
    coefficient = Fraction(epreuve.coefficient)
    trace = nil
  }

  init(_ nom: String, _ retenue: Etabli<Fraction, M>, coefficient: Fraction) {
    self.nom = nom
    note = retenue.valeur
    self.coefficient = coefficient
    trace = retenue.trace
  }
}
