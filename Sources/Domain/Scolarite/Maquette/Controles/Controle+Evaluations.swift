extension Controle {
  /// Checks that each UE rests on several tests, by contrôle continu (A40).
  static let evaluations = Controle(
    nom: "evaluations",
    article: .arreteBUT("4.1"),
    enonce: "Les UE sont évaluées en contrôle continu intégral, sur plusieurs épreuves.",
  ) { controlee in
    let types = controlee.maquette.modulesSitues.compactMap { lieu, module -> Constat? in
      guard let type = module.typeEvaluation, !type.estControleContinu else { return nil }
      return Constat(.avertissement, a: lieu, .typeEvaluationInattendu(type))
    }
    return types + controlee.maquette.uesSituees.compactMap(tropPeuDEpreuves)
  }

  /// A module that counts is assessed once at least, unless the teachers have planned otherwise.
  private static func tropPeuDEpreuves(_ lieu: Lieu, _ ue: UE) -> Constat? {
    let prevues = ue.modules.map { $0.evaluationsPrevues ?? ($0.coefficient > 0 ? 1 : 0) }
    let nombre = prevues.reduce(0, +)
    guard nombre < 2 else { return nil }
    return Constat(.avertissement, a: lieu, .moinsDeDeuxEvaluations(nombre))
  }
}
