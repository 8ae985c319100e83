extension Regle {
  static let moyenneUE = Regle(
    "moyenne-ue",
    .arreteBUT("4.3"),
    exigences: ["R2.7", "R2.12", "R2.17", "R4.7", "R4.9"],
    lectures: ["A2", "A3", "A29", "A30"],
    """
    La moyenne d’une UE est celle de ses ressources et de ses SAÉ ensemble, pesées par leurs \
    coefficients.
    """,
  )
  static let moyenneFinale = Regle(
    "moyenne-finale",
    .arreteBUT("4.3"),
    exigences: ["R1.3.2", "R1.7.18", "R2.12", "R4.9"],
    lectures: ["A1", "A18"],
    """
    Le malus est retiré et la bonification ajoutée à la moyenne de l’UE, qui reste entre 0 et 20, \
    avant toute comparaison.
    """,
  )
}

extension Regle {
  static let moyenneReprise = Regle(
    "moyenne-reprise",
    .arreteBUT("4.3"),
    exigences: ["R2.12"],
    lectures: ["A36"],
    """
    De plusieurs moyennes d’une UE reprise, la meilleure est retenue, ou la dernière où le règlement \
    le dit ; une moyenne qu’un taux d’absence bloquait ne l’est qu’à défaut d’autre.
    """,
  )
}

extension Moteur {
  /// The attempt that counts, of those at a UE taken again; `nil` for none.
  func retenue(_ ue: CodeUE, _ tentatives: [Tentative<M>]) -> Tentative<M>? {
    guard tentatives.count > 1 else { return tentatives.first }
    let libres = tentatives.filter { !$0.bloque.valeur }
    let choisie =
      reglages.choisit(.moyenneRedoublant, "derniere")
      ? tentatives.last
      : (libres.isEmpty ? tentatives : libres).max { $0.moyenne.valeur < $1.moyenne.valeur }
    guard let choisie else { return nil }
    let moyenne = Etabli<Fraction, M>(choisie.moyenne.valeur) {
      Preuve(
        .moyenneReprise,
        ue.texte,
        termes: tentatives.enumerated().map { rang, tentative in
          .init(
            "\(tentative.annee)\(tentative.bloque.valeur ? " (bloquée)" : "")",
            .nombre(tentative.moyenne.valeur),
            premisse: rang,
          )
        },
        parametres: [reglages.reglage(.moyenneRedoublant)],
        conclusion: .nombre(choisie.moyenne.valeur),
        premisses: tentatives.flatMap(\.moyenne.preuves),
      )
    }
    return Tentative(
      annee: choisie.annee,
      brute: choisie.brute,
      malus: choisie.malus,
      bonus: choisie.bonus,
      moyenne: moyenne,
      bloque: choisie.bloque,
    )
  }

  /// The raw average of a UE from its modules; a missing mark leaves it unknown and is named.
  func moyenneBrute(
    _ ue: UEDeProgramme,
    modules: [String: Etabli<Issue<Fraction>, M>],
  ) -> Etabli<Issue<Fraction>, M> {
    var lignes: [LigneDeMoyenne<M>] = []
    var manque: [String] = []
    for module in ue.modules where module.coefficient > 0 {
      guard let moyenne = modules[module.code.canonique] else {
        manque.append("\(module.code.imprime) : aucune note")
        continue
      }
      switch moyenne.valeur {
      case .valeur(let valeur): lignes.append(LigneDeMoyenne(module, valeur, moyenne))
      case .incomplet(let attendues): manque += attendues
      }
    }
    guard manque.isEmpty, let moyenne = moyenne(lignes), moyenne.estManiable else {
      let raison = lignes.isEmpty ? "aucune note" : "barèmes trop nombreux pour un calcul exact"
      let motifs = manque.isEmpty ? ["\(ue.code.texte) : \(raison)"] : manque
      return Etabli(.incomplet(manque: motifs)) {
        Preuve(
          .moyenneUE,
          ue.code.texte,
          termes: motifs.map(Preuve.Terme.init(manquant:)),
          parametres: [reglages.reglage(.partRessources)],
          conclusion: .texte("incomplète"),
        )
      }
    }
    return Etabli(.valeur(moyenne)) { preuve(ue, lignes, moyenne) }
  }

  /// One pool with the printed coefficients, or two poles at the shares that a setting fixes (A3).
  private func moyenne(_ lignes: [LigneDeMoyenne<M>]) -> Fraction? {
    let poles = Module.Nature.allCases.compactMap { nature in
      moyenneSimple(lignes.filter { $0.module.nature == nature })
    }
    guard let part = reglages.nombreOuRien(.partRessources), poles.count == 2 else {
      return moyenneSimple(lignes)
    }
    return (poles[0] * part + poles[1] * (100 - part)).divise(par: 100)
  }

  private func moyenneSimple(_ lignes: [LigneDeMoyenne<M>]) -> Fraction? {
    let points = lignes.reduce(Fraction.zero) { $0 + $1.valeur * Fraction($1.module.coefficient) }
    return points.divise(par: Fraction(lignes.map(\.module.coefficient).somme()))
  }

  private func preuve(
    _ ue: UEDeProgramme,
    _ lignes: [LigneDeMoyenne<M>],
    _ moyenne: Fraction,
  ) -> Preuve {
    let premisses = lignes.flatMap(\.moyenne.preuves)
    let termes = lignes.enumerated().map { rang, ligne in
      Preuve.Terme(
        "\(ligne.module.nature.rawValue):\(ligne.module.code.imprime)",
        .nombre(ligne.valeur),
        poids: Fraction(ligne.module.coefficient),
        premisse: premisses.isEmpty ? nil : rang,
      )
    }
    return Preuve(
      .moyenneUE,
      ue.code.texte,
      termes: termes,
      parametres: [reglages.reglage(.partRessources)],
      calcul: reglages.nombreOuRien(.partRessources) == nil ? Calcul.moyenne(termes) : nil,
      conclusion: .nombre(moyenne),
      premisses: premisses,
    )
  }

  /// The raw average less the malus plus the bonus, kept between 0 and 20, rounded if a setting asks.
  func moyenneFinale(
    _ ue: UEDeProgramme,
    brute: Fraction,
    trace: M.Trace,
    malus: Etabli<Fraction, M>,
    bonus: Etabli<Fraction, M>,
  ) -> Etabli<Fraction, M> {
    let exacte = min(max(brute - malus.valeur + bonus.valeur, 0), 20)
    let moyenne = arrondie(exacte)
    return Etabli(moyenne) {
      let premisses = M.preuve(trace) + malus.preuves + bonus.preuves
      return Preuve(
        .moyenneFinale,
        ue.code.texte,
        termes: [
          .init("brute", .nombre(brute), premisse: 0),
          .init("malus", .nombre(malus.valeur), premisse: 1),
          .init("bonus", .nombre(bonus.valeur), premisse: 2),
        ],
        parametres: [reglages.reglage(.arrondiAvantComparaison)],
        calcul: moyenne == exacte
          ? "min(max(\(Calcul.nombre(brute))-\(Calcul.nombre(malus.valeur))"
            + "+\(Calcul.nombre(bonus.valeur)),0),20)" : nil,
        conclusion: .nombre(moyenne),
        premisses: premisses,
      )
    }
  }

  /// The average as it is compared: exact, or rounded half up where local practice asks (A1).
  func arrondie(_ moyenne: Fraction) -> Fraction {
    guard case .mot(let mot) = reglages.reglage(.arrondiAvantComparaison).valeur,
      let decimales = Int(mot)
    else { return moyenne }
    return moyenne.arrondie(decimales: decimales)
  }
}

extension Preuve.Terme {
  /// What is missing, as results name it: « R101 (E2) : ATT ».
  init(manquant: String) {
    let morceaux = manquant.split(separator: " : ", omittingEmptySubsequences: false)
    let mot = morceaux.count > 1 ? String(morceaux[morceaux.count - 1]) : manquant
    let nom = morceaux.count > 1 ? morceaux.dropLast().joined(separator: " : ") : manquant
    self.init(nom, .texte(mot))
  }
}

/// A module that counts in the average of a UE.
struct LigneDeMoyenne<M: Motivation>: Sendable {
  let module: ModuleDeProgramme
  let valeur: Fraction
  let moyenne: Etabli<Issue<Fraction>, M>

  init(_ module: ModuleDeProgramme, _ valeur: Fraction, _ moyenne: Etabli<Issue<Fraction>, M>) {
    self.module = module
    self.valeur = valeur
    self.moyenne = moyenne
  }
}
