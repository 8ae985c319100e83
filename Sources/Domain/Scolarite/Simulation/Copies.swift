extension AnneeSuivie {
  /// The same year with one thing changed.
  func avec<Valeur>(
    _ champ: WritableKeyPath<AnneeSuivie, Valeur>,
    _ valeur: Valeur,
  ) -> AnneeSuivie {
    var copie = self
    copie[keyPath: champ] = valeur
    return copie
  }
}

extension SemestreSuivi {
  /// The same semester with one thing changed.
  func avec<Valeur>(
    _ champ: WritableKeyPath<SemestreSuivi, Valeur>,
    _ valeur: Valeur,
  ) -> SemestreSuivi {
    var copie = self
    copie[keyPath: champ] = valeur
    return copie
  }
}
