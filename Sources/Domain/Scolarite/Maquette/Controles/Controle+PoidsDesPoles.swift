extension Controle {
  /// Checks that each pole weighs 40 to 60 % of the UE, bounds included (A3).
  static let poidsDesPoles = Controle(
    nom: "poids-des-poles",
    article: .arreteBUT("4.3"),
    enonce: """
      Dans chaque UE, ressources et SAÉ pèsent chacune de 40 à 60 % ; en troisième année, le \
      rapport peut s’apprécier sur les deux UE de la compétence.
      """,
  ) { controlee in
    let maquette = controlee.maquette
    let annee = maquette.identite.annee
    return maquette.uesSituees.compactMap { lieu, ue in
      guard let poids = ue.poidsSAE, !estDansLesBornes(poids) else { return nil }
      let paire = maquette.rcues.first { $0.ues.contains(ue) }.flatMap(poidsSAE)
      if annee.valeur == 3, let paire, estDansLesBornes(paire) { return nil }
      return Constat(
        .avertissement,
        a: lieu,
        .poidsHorsBornes(sae: poids, surLaPaire: paire, annee: annee),
      )
    }
  }

  /// The share of the SAÉ over a whole RCUE; `nil` for one that has a single UE this year.
  private static func poidsSAE(_ rcue: RCUE) -> Fraction? {
    guard rcue.ues.count > 1 else { return nil }
    let saes = rcue.ues.flatMap(\.saes).map(\.coefficient).somme()
    return Fraction(saes, de: rcue.ues.map(\.sommeDesCoefficients).somme())
  }

  private static func estDansLesBornes(_ poids: Fraction) -> Bool {
    poids * 100 >= 40 && poids * 100 <= 60
  }
}
