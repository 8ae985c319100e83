internal import JSON
internal import Scolarite

/// The small values of the curriculum, checked as they are read.
extension JSONCursor {
  /// Decodes each element of an array.
  func map<Value>(
    _ decode: (JSONCursor) throws(JSONDecodingError) -> Value
  ) throws(JSONDecodingError) -> [Value] {
    var values: [Value] = []
    for cursor in try array() { values.append(try decode(cursor)) }
    return values
  }

  /// An exact number from 0, under one million, with at most six decimals.
  func decimale() throws(JSONDecodingError) -> Decimale {
    guard let valeur = Decimale(try number()), valeur >= 0 else {
      throw invalid("un nombre positif de moins d’un million, six décimales au plus")
    }
    return valeur
  }

  func numeroDeCompetence() throws(JSONDecodingError) -> Int {
    let numero = try integer()
    guard (1...99).contains(numero) else { throw invalid("un numéro de compétence (1 à 99)") }
    return numero
  }

  func annee() throws(JSONDecodingError) -> AnneeBUT {
    guard let annee = AnneeBUT(try integer()) else { throw invalid("une année du BUT (1, 2 ou 3)") }
    return annee
  }

  func niveau() throws(JSONDecodingError) -> Niveau {
    guard let niveau = Niveau(try integer()) else { throw invalid("un niveau (1, 2 ou 3)") }
    return niveau
  }

  func numeroDeSemestre() throws(JSONDecodingError) -> NumeroSemestre {
    guard let numero = NumeroSemestre(try integer()) else { throw invalid("un semestre (1 à 6)") }
    return numero
  }
}
