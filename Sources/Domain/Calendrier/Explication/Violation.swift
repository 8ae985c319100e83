/// What a calendar may not do and does; all numbers are ranks in the problem.
public enum Violation: Hashable, Sendable {
  /// A candidate of an exam is in none of its parts, or in several.
  case candidatMalPlace(candidat: Int, epreuve: Int)
  case epreuveNonPlacee(Int)
  case partiesDispersees(epreuve: Int)
  case periodeInterdite(epreuve: Int, periode: Int)
  case periodeTropCourte(epreuve: Int, periode: Int)
  case conflit(epreuve: Int, autre: Int, candidats: Int)
  case candidatIndisponible(candidat: Int, epreuve: Int)
  case salleManquante(epreuve: Int)
  case salleInterdite(epreuve: Int, salle: Int)
  case sallePrise(salle: Int, periode: Int)
  case sallePleine(salle: Int, periode: Int, enTrop: Int)
  case salleNonPartageable(epreuve: Int, salle: Int, periode: Int)
  case relation(Relation)
  case surveillantIndisponible(surveillant: Int, epreuve: Int)
  case surveillantDeuxFois(surveillant: Int, epreuve: Int, autre: Int)
  case surveillantsManquants(periode: Int, nombre: Int)
}
