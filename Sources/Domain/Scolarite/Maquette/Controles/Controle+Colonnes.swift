extension Controle {
  /// Finds the figures and types of assessment that the sheet does not print.
  static let colonnes = Controle(
    nom: "colonnes",
    article: .feuille("tableau"),
    enonce: "Chaque ligne du tableau porte toutes ses colonnes.",
  ) { controlee in
    controlee.maquette.modulesSitues.flatMap { lieu, module in
      let absentes = module.nature.colonnes.filter { module.chiffres[$0] == nil }
      var constats = absentes.map { Constat(.avertissement, a: lieu.dans($0), .colonneManquante) }
      if module.typeEvaluation == nil {
        constats.append(Constat(.avertissement, a: lieu, .typeEvaluationManquant))
      }
      return constats
    }
  }
}
