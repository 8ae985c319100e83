extension Controle {
  /// Finds what is taught and weighs nothing, and UE that no average can be computed for (A29).
  static let coefficients = Controle(
    nom: "coefficients",
    article: .arreteBUT("4.3"),
    enonce: "Ce qui est enseigné dans une UE compte dans sa moyenne.",
  ) { controlee in
    controlee.maquette.uesSituees.flatMap { lieu, ue in
      guard ue.sommeDesCoefficients > 0 else {
        return [Constat(.erreur, a: lieu.dans(.coef), .ueSansCoefficient)]
      }
      return ue.modulesSitues(dans: lieu).compactMap(sansPoids)
    }
  }

  private static func sansPoids(_ lieu: Lieu, _ module: Module) -> Constat? {
    guard module.chiffres[.coef] == 0 else { return nil }
    let heures = module.chiffres.heuresEncadrees
    let projet = module.chiffres[.projet] ?? .zero
    guard heures + projet > 0 else {
      return Constat(.information, a: lieu, .niHeureNiCoefficient)
    }
    return Constat(
      .avertissement,
      a: lieu.dans(.coef),
      .enseigneSansCoefficient(heures: heures, projet: projet),
    )
  }
}
