/// The value; a measure that has no ground to stand on stops the program.
package func exige<Valeur>(_ valeur: Valeur?, _ raison: @autoclosure () -> String) -> Valeur {
  guard let valeur else { preconditionFailure(raison()) }
  return valeur
}
