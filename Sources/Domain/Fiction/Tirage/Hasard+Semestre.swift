public import Scolarite

extension Hasard {
  /// A semester of a curriculum as odd as a dossier may hold it.
  public mutating func semestre(
    _ numero: NumeroSemestre,
    _ programme: Programme,
    _ annee: AnneeUniversitaire,
  ) -> SemestreSuivi {
    let etrangete: Etrangete = chance(surCent: 50) ? .complete : .entiere
    let ues = programme.ues.filter { $0.semestre == numero }
    var notes: [String: [Evaluation]] = [:]
    for module in ues.flatMap(\.modules) where notes[module.code.canonique] == nil {
      if etrangete == .entiere, chance(surCent: 2) { continue }
      notes[module.code.canonique] = evaluations(etrangete)
    }
    var moyennes: [CodeUE: SemestreSuivi.MoyenneConnue] = [:]
    for ue in ues where chance(surCent: 8) { moyennes[ue.code] = moyenneConnue(annee) }
    return SemestreSuivi(
      numero: numero,
      statut: parmi([.initial, .initial, .initial, .initial, .alternant, .continu]),
      notes: notes,
      moyennes: moyennes,
      absences: absences(numero, annee),
      avisContraire: chance(surCent: 10) ? acte("commission", annee) : nil,
    )
  }

  private mutating func moyenneConnue(
    _ annee: AnneeUniversitaire
  ) -> SemestreSuivi.MoyenneConnue {
    let proches = [0, 7_995, 8_000, 9_500, 9_994, 9_995, 9_999, 10_000, 20_000]
    let valeur = Fraction(
      Decimale(milliemes: chance(surCent: 50) ? parmi(proches) : entier(0...20_000))
    )
    guard chance(surCent: 30) else { return .moyenne(valeur) }
    return .equivalence(acte("commission", annee), note: chance(surCent: 50) ? valeur : nil)
  }

  /// An act of any day of the university year or of the autumn after it.
  mutating func acte(_ auteur: String, _ annee: AnneeUniversitaire) -> ActeMotive {
    guard let acte = ActeMotive(auteur: auteur, date: jour(annee), motif: "tirage") else {
      preconditionFailure("an act has an author and a reason")
    }
    return acte
  }

  /// A day from September to the November of the next calendar year.
  mutating func jour(_ annee: AnneeUniversitaire) -> Jour {
    let mois = entier(9...23)
    guard let jour = Jour(annee.debut + (mois - 1) / 12, (mois - 1) % 12 + 1, entier(1...28)) else {
      preconditionFailure("every month has 28 days")
    }
    return jour
  }
}

extension Hasard {
  private mutating func absences(
    _ numero: NumeroSemestre,
    _ annee: AnneeUniversitaire,
  ) -> Absences {
    let nombre = chance(surCent: 20) ? entier(4...9) : entier(0...2)
    return Absences(
      heuresABI: chance(surCent: 50) ? heures() : .zero,
      heuresABJ: chance(surCent: 50) ? heures() : .zero,
      creneaux: (0..<nombre).map { _ in creneau(numero, annee) },
    )
  }

  /// Near a step of the malus or of the 30 % rule, now and then far beyond.
  private mutating func heures() -> Decimale {
    chance(surCent: 5) ? Decimale(entier(100...900)) : quarts(0...140)
  }

  private mutating func creneau(
    _ numero: NumeroSemestre,
    _ annee: AnneeUniversitaire,
  ) -> Absences.Creneau {
    let impair = numero.valeur % 2 == 1
    let mois = impair ? "\(annee.debut)-10" : "\(annee.debut + 1)-03"
    let jour = "\(mois)-0\(entier(1...9))"
    return Absences.Creneau(
      debut: instant("\(jour)T\(parmi(["08:00", "10:15", "23:59"]))"),
      heures: chance(surCent: 3) ? 24 : quarts(1...16),
      motif: parmi([
        .injustifiee, .justifiee, .indisponibilite(declaree: instant("\(jour)T13:59")),
        .indisponibilite(declaree: instant("\(jour)T14:00")), .indisponibilite(declaree: nil),
      ]),
    )
  }

  private func instant(_ texte: String) -> Instant {
    guard let instant = Instant(texte) else { preconditionFailure("« \(texte) » is an instant") }
    return instant
  }
}
