internal import Text

extension Etudiant {
  /// What lists are sorted by: the name without case or accents.
  var rangement: String { nomAffiche.folded }
}
