extension Preuve {
  /// The number concluded, where the conclusion is one.
  var nombre: Fraction? { conclusion.nombre }

  /// Whether the conclusion is a yes.
  var accorde: Bool { conclusion == .verdict(true) }

  /// Whether there is a verdict, yes or no.
  var tranche: Bool { accorde || conclusion == .verdict(false) }

  /// The number of a term.
  func nombre(_ nom: String) -> Fraction? { terme(nom)?.valeur.nombre }

  /// The number of a term that is a count.
  func compte(_ nom: String) -> Int {
    nombre(nom).flatMap { Int(exactly: $0.partieEntiere.numerateur) } ?? 0
  }

  /// Whether a term is true.
  func vrai(_ nom: String) -> Bool { terme(nom)?.valeur == .verdict(true) }

  /// The text of a term.
  func texte(_ nom: String) -> String? { terme(nom)?.valeur.texte }

  func terme(_ nom: String) -> Terme? { termes.first { $0.nom == nom } }

  /// The premise that concludes a term.
  func premisse(_ nom: String) -> Preuve? { terme(nom).flatMap(premisse) }

  /// The premise that concludes a term.
  func premisse(de terme: Terme) -> Preuve? {
    terme.premisse.flatMap { premisses.indices.contains($0) ? premisses[$0] : nil }
  }
}

// MARK: - Settings

extension Preuve {
  /// The settings of those names that the rule read.
  func reglages(_ noms: NomDeReglage...) -> [Reglage] { noms.compactMap(reglage) }

  /// The number that a setting gives.
  func seuil(_ nom: NomDeReglage) -> Fraction? {
    guard case .nombre(let valeur) = reglage(nom)?.valeur else { return nil }
    return Fraction(valeur)
  }

  func actif(_ nom: NomDeReglage) -> Bool { reglage(nom)?.valeur == .booleen(true) }

  func choisit(_ nom: NomDeReglage, _ mot: String) -> Bool { reglage(nom)?.valeur == .mot(mot) }

  private func reglage(_ nom: NomDeReglage) -> Reglage? {
    parametres.first { $0.nom == nom.nom }
  }
}

extension Preuve.Valeur {
  var nombre: Fraction? { if case .nombre(let nombre) = self { nombre } else { nil } }

  var texte: String? { if case .texte(let texte) = self { texte } else { nil } }
}
