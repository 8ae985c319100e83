internal import Text

extension Etudiant {
  /// What lists are sorted by: the name without case or accents.
  var rangement: String { nomAffiche.folded }
}

extension Sequence {
  /// The elements by the names of their students, then by their numbers.
  func parNom(_ etudiant: (Element) -> Etudiant) -> [Element] {
    // A name is folded once, not at each comparison.
    map { element in
      let sien = etudiant(element)
      return (element: element, nom: sien.rangement, id: sien.id)
    }.sorted { ($0.nom, $0.id) < ($1.nom, $1.id) }.map(\.element)
  }
}

extension IdentiteDEtudiant {
  /// Whether the names are those of somebody, civil or in use, without case or accents.
  func porteLesNoms(de autre: IdentiteDEtudiant) -> Bool {
    let noms = [autre.nomCivil, autre.nomUsuel].map(\.folded)
    let prenoms = [autre.prenomCivil, autre.prenomUsuel].map(\.folded)
    return noms.contains(nomCivil.folded) && prenoms.contains(prenomCivil.folded)
  }
}
