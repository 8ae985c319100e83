internal import Text

extension Etudiant {
  /// What lists are sorted by: the name without case or accents.
  var rangement: String { nomAffiche.folded }
}

extension IdentiteDEtudiant {
  /// Whether the names are those of somebody, civil or in use, without case or accents.
  func porteLesNoms(de autre: IdentiteDEtudiant) -> Bool {
    let noms = [autre.nomCivil, autre.nomUsuel].map(\.folded)
    let prenoms = [autre.prenomCivil, autre.prenomUsuel].map(\.folded)
    return noms.contains(nomCivil.folded) && prenoms.contains(prenomCivil.folded)
  }
}
