extension Regle {
  /// Every rule of the engine, in the order of a deliberation: the published catalogue.
  public static let toutes: [Regle] = [
    .moyenneModule, .moyenneUE, .noteSession2, .iti, .malus, .tauxDAbsence, .regle30,
    .seancesDeSport, .bonus, .moyenneFinale, .moyenneReprise, .acquisition, .moyenneRCUE,
    .validationRCUE,
    .compensation, .validationInduite, .capitalisation, .equivalence, .decisionDeJury, .credits,
    .poursuitePaire, .poursuiteImpaire, .poursuiteS5, .redoublement, .refusDeRedoublement, .dut,
    .but, .ouvertureSession2, .moyenneBTS, .autorisationBTS, .remplacementBTS, .admissionBTS,
    .delaiBTS,
  ]
}
