/// The account of one step: its sentences, and the steps that are worth telling after it.
struct Recit: Sendable {
  let titre: String
  var phrases: [String] = []
  /// The premises to tell after it.
  var suites: [Preuve] = []
  /// The settings that made a difference.
  var reglages: [Reglage] = []
  /// The threshold that what follows is compared with.
  var seuil: Fraction?
  /// Whether the step adds nothing: inside another account, only what it rests on is told.
  var estMuet = false
}

extension Recit {
  /// Tells a proof, beside the threshold of the question it answers, if there is one.
  typealias Conteur = @Sendable (Preuve, Fraction?) -> Recit

  /// How each rule of the catalogue is told, by its name.
  static let conteurs: [String: Conteur] = Dictionary(
    uniqueKeysWithValues: (notes + jury).map { ($0.0.nom, $0.1) }
  )

  private static let notes: [(Regle, Conteur)] = [
    (.moyenneModule, { preuve, _ in preuve.recitDeModule }),
    (.moyenneUE, { preuve, seuil in preuve.recitDUE(seuil) }),
    (.noteSession2, { preuve, _ in preuve.recitDeSession2 }),
    (.iti, { preuve, _ in preuve.recitDITI }),
    (.malus, { preuve, _ in preuve.recitDuMalus }),
    (.tauxDAbsence, { preuve, _ in preuve.recitDuTaux }),
    (.regle30, { preuve, _ in preuve.recitDesAbsences }),
    (.seancesDeSport, { preuve, _ in preuve.recitDuSport }),
    (.bonus, { preuve, _ in preuve.recitDuBonus }),
    (.moyenneFinale, { preuve, seuil in preuve.recitDeMoyenneFinale(seuil) }),
    (.moyenneReprise, { preuve, seuil in preuve.recitDeReprise(seuil) }),
    (.moyenneRCUE, { preuve, seuil in preuve.recitDeMoyenneRCUE(seuil) }),
    (.moyenneBTS, { preuve, _ in preuve.recitDeMoyenneBTS }),
    (.remplacementBTS, { preuve, _ in preuve.recitDeRemplacementBTS }),
  ]

  private static let jury: [(Regle, Conteur)] = [
    (.acquisition, { preuve, _ in preuve.recitDAcquisition }),
    (.validationRCUE, { preuve, _ in preuve.recitDeRCUE }),
    (.compensation, { preuve, _ in preuve.recitDeCompensation }),
    (.validationInduite, { preuve, _ in preuve.recitDeValidationInduite }),
    (.capitalisation, { preuve, _ in preuve.recitDeCapitalisation }),
    (.equivalence, { preuve, _ in preuve.recitDEquivalence }),
    (.decisionDeJury, { preuve, _ in preuve.recitDeDecision }),
    (.credits, { preuve, _ in preuve.recitDesCredits }),
    (.poursuitePaire, { preuve, _ in preuve.recitDePoursuitePaire }),
    (.poursuiteImpaire, { preuve, _ in preuve.recitDePoursuiteImpaire }),
    (.poursuiteS5, { preuve, _ in preuve.recitDePoursuiteS5 }),
    (.redoublement, { preuve, _ in preuve.recitDeRedoublement }),
    (.refusDeRedoublement, { preuve, _ in preuve.recitDeRefus }),
    (.dut, { preuve, _ in preuve.recitDeDiplome }),
    (.but, { preuve, _ in preuve.recitDeDiplome }),
    (.ouvertureSession2, { preuve, _ in preuve.recitDOuverture }),
    (.autorisationBTS, { preuve, _ in preuve.recitDAutorisationBTS }),
    (.admissionBTS, { preuve, _ in preuve.recitDAdmissionBTS }),
    (.delaiBTS, { preuve, _ in preuve.recitDeDelaiBTS }),
  ]
}

extension Preuve {
  /// The account of this step; the statement of the rule for one that has no words of its own.
  func recit(_ seuil: Fraction?) -> Recit {
    Recit.conteurs[regle.nom]?(self, seuil) ?? Recit(titre: regle.enonce)
  }

  /// The account, or where the step adds nothing the one of what it rests on.
  func recitParlant(_ seuil: Fraction?) -> Recit? {
    let recit = recit(seuil)
    return recit.estMuet ? recit.suites.first?.recitParlant(seuil) : recit
  }
}
