extension Controle {
  /// Checks the credits of UE, semesters, year and first page.
  static let credits = Controle(
    nom: "credits",
    article: .arreteBUT("4.3"),
    enonce: "Le BUT confère 180 ECTS : 30 par semestre, que ses UE se partagent.",
  ) { controlee in
    let maquette = controlee.maquette
    let faux = controlee.recalculs.filter { !$0.concorde && $0.estUnCredit }
    return faux.map { Constat(.erreur, a: $0.lieu, nature(du: $0)) }
      + maquette.semestres.compactMap(sommeInattendue) + cumulEnEnTete(maquette)
  }

  private static func nature(du recalcul: Recalcul) -> Constat.Nature {
    recalcul.lieu.ligne == .totalUE
      ? .creditsDeLUEIncoherents(ue: recalcul.recalcule, total: recalcul.imprime)
      : .chiffreFaux(recalcul)
  }

  private static func sommeInattendue(_ semestre: Maquette.Semestre) -> Constat? {
    let somme = semestre.ues.map(\.ects).somme()
    guard somme != 30 else { return nil }
    return Constat(
      .erreur,
      a: Lieu(semestre: semestre.numero, colonne: .ects),
      .creditsDuSemestre(somme),
    )
  }

  private static func cumulEnEnTete(_ maquette: Maquette) -> [Constat] {
    let annuels = maquette.ues.map(\.ects).somme()
    guard let imprime = maquette.entete.ects, imprime != annuels,
      imprime == maquette.identite.annee.creditsCumules
    else { return [] }
    let lieu = Lieu(ligne: .entete, colonne: .ects)
    return [
      Constat(.information, a: lieu, .creditsCumulesEnEnTete(imprime: imprime, annuels: annuels))
    ]
  }
}
