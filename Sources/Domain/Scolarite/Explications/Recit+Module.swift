/// One test of a module as a proof has it: « E1 : 12,5 » and what it is worth.
private struct NoteRacontee {
  let nom: String
  /// The entry as it was written: « 12,5 », « 13/15 », « ABI », « ABJ 12 ».
  let mot: String
  /// `nil` where it is left out or awaited.
  let valeur: Fraction?
  let poids: Fraction

  init(_ terme: Preuve.Terme) {
    let morceaux = terme.nom.split(separator: " : ", omittingEmptySubsequences: false)
    mot = morceaux.count > 1 ? String(morceaux[morceaux.count - 1]) : ""
    nom = morceaux.count > 1 ? morceaux.dropLast().joined(separator: " : ") : terme.nom
    valeur = terme.valeur.nombre
    poids = terme.poids ?? 1
  }

  /// Whether the entry is a mark on 20, taken as it is.
  var estOrdinaire: Bool { Decimale(mot) != nil }

  /// « 12,5 », « 13 sur 15, soit 17,33 sur 20 ».
  var note: String {
    guard let valeur else { return mot }
    let ecrite = mot.hasPrefix("ABJ ") ? String(mot.dropFirst(4)) : mot
    let parties = ecrite.split(separator: "/")
    guard parties.count == 2 else { return valeur.surVingt }
    return "\(parties[0]) sur \(parties[1]), soit \(valeur.surVingt) sur 20"
  }

  /// « E1 (12, coefficient 2) ».
  func ligne(avecCoefficient: Bool) -> String {
    let rattrapage = mot.hasPrefix("ABJ ") ? " au rattrapage" : ""
    return "\(nom) (\(note)\(rattrapage)"
      + (avecCoefficient ? ", coefficient \(poids.courte))" : ")")
  }

  /// Why there is a zero, or nothing, in place of a mark.
  var raison: String? {
    if let valeur {
      guard valeur == 0 else { return nil }
      switch mot {
      case "ABI": return "Votre absence injustifiée à \(nom) compte pour 0."
      case "ITI": return "Votre indisponibilité déclarée pour \(nom) compte pour 0."
      case "NUL": return "L’évaluation \(nom) a été annulée pour fraude et compte pour 0."
      default: return nil
      }
    }
    let ecartee = "L’évaluation \(nom) n’entre pas dans le calcul : "
    switch mot {
    case "EXC": return ecartee + "votre absence y était excusée."
    case "ITI": return ecartee + "vous aviez déclaré une indisponibilité (ITI)."
    case "": return nil
    default: return ecartee + "votre absence était justifiée et il n’y a pas eu de rattrapage."
    }
  }
}

extension Preuve {
  /// Whether a mark of the module is anything but a plain mark.
  var aUneEntreeParticuliere: Bool { termes.map(NoteRacontee.init).contains { !$0.estOrdinaire } }

  /// The marks, their weights, what was left out and why.
  var recitDeModule: Recit {
    guard let moyenne = nombre else {
      return Recit(
        titre: "La moyenne du module \(sujet) n’est pas encore connue.",
        phrases: attentes(dans: "le module"),
      )
    }
    let epreuves = termes.map(NoteRacontee.init)
    let comptees = epreuves.filter { $0.valeur != nil }
    return Recit(
      titre: "Votre moyenne au module \(sujet) est de \(moyenne.moyenneAffichee).",
      phrases: calcul(comptees, moyenne) + comptees.compactMap(\.raison)
        + [sansZero(comptees)].compactMap(\.self)
        + epreuves.filter { $0.valeur == nil }.compactMap(\.raison),
      reglages: epreuves.contains { $0.mot == "ITI" } ? reglages(.rattrapageITI) : [],
      estMuet: epreuves.count == 1 && epreuves.allSatisfy(\.estOrdinaire),
    )
  }

  private func calcul(_ comptees: [NoteRacontee], _ moyenne: Fraction) -> [String] {
    guard comptees.count > 1 else {
      return comptees.filter { $0.raison == nil }.map {
        "Elle vient d’une seule note : \($0.note)."
      }
    }
    let egaux = comptees.allSatisfy { $0.poids == comptees[0].poids }
    let lignes = comptees.map { $0.ligne(avecCoefficient: !egaux) }
    guard comptees.count <= 5 else {
      let poids = egaux ? " : " : ", chacune selon son coefficient : "
      return ["Elle réunit \(comptees.count) évaluations\(poids)\(Francais.liste(lignes))."]
    }
    let calcul = Francais.moyenne(comptees.map { (($0.valeur ?? 0).surVingt, $0.poids) })
    return ["Elle réunit \(Francais.liste(lignes)) : \(calcul) \(moyenne.resultat(nil))."]
  }

  /// What the average would be without the zeros of unjustified absences.
  private func sansZero(_ comptees: [NoteRacontee]) -> String? {
    let autres = comptees.filter { $0.mot != "ABI" || $0.valeur != 0 }
    let poids = autres.reduce(Fraction.zero) { $0 + $1.poids }
    let points = autres.reduce(Fraction.zero) { $0 + ($1.valeur ?? 0) * $1.poids }
    guard autres.count < comptees.count, let sans = points.divise(par: poids) else { return nil }
    let zeros = comptees.count - autres.count > 1 ? "ces zéros" : "ce zéro"
    return "Sans \(zeros), elle serait de \(sans.moyenneAffichee)."
  }
}

extension Fraction {
  /// A mark on 20 in a list: « 12 », « 12,5 », « 17,33 ».
  fileprivate var surVingt: String { courte(sansFranchir: [8, 10]) }
}

// MARK: - What is missing

extension Preuve {
  /// What is awaited, that it is no failure, and what comes next.
  func attentes(dans lieu: String) -> [String] {
    let manques = termes.filter { $0.poids == nil }.compactMap { terme in
      terme.valeur.texte.map { (nom: terme.nom, mot: $0) }
    }
    guard !manques.isEmpty else { return ["Aucune note ne peut encore y être calculée."] }
    var mots: [String] = []
    for manque in manques where !mots.contains(manque.mot) { mots.append(manque.mot) }
    let groupes = mots.map { mot in
      let noms = manques.filter { $0.mot == mot }.map { Self.manquant($0.nom) }
      return "\(Francais.liste(noms, auPlus: 7)) (\(Self.attente(mot)))"
    }
    let nombre = Francais.compte(manques.count, "résultat")
    let constat = "Il manque \(nombre) : \(groupes.joined(separator: " ; "))."
    guard manques.contains(where: { !["DEM", "DEF"].contains($0.mot) }) else {
      return [constat, "Plus aucune note n’est attendue : la suite appartient au jury."]
    }
    return [
      constat,
      "Ce n’est pas un échec : sans ces éléments, \(lieu) n’a pas encore de moyenne.",
      "Elle sera calculée dès que tout sera connu.",
    ]
  }

  /// « E2 de R101 » from « R101 (E2) ».
  private static func manquant(_ nom: String) -> String {
    let parties = nom.split(separator: " (", maxSplits: 1)
    guard nom.hasSuffix(")"), parties.count == 2 else { return nom }
    return "\(parties[1].dropLast()) de \(parties[0])"
  }

  private static func attente(_ mot: String) -> String {
    let mots = [
      "ATT": "note attendue", "ABJ": "absence justifiée, rattrapage à venir",
      "ABI": "absence injustifiée, à voir par le jury",
      "ITI": "indisponibilité déclarée, suite à venir", "DEM": "démission", "DEF": "défaillance",
      "aucune note": "aucune note", "neutralisée": "évaluation non comptée",
    ]
    return mots[mot] ?? mot
  }
}
