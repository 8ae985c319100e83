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

  /// An exact number written as a number or as a text, with a comma or a point.
  func nombre() throws(JSONDecodingError) -> Decimale {
    let texte: String
    switch node.value {
    case .number(let literal): texte = literal
    case .string(let ecrit): texte = ecrit
    default: throw invalid("un nombre")
    }
    guard let valeur = Decimale(texte), valeur >= 0 else {
      throw invalid("un nombre positif de moins d’un million, six décimales au plus")
    }
    return valeur
  }

  /// One of the words of a list.
  func valeur<Valeur: CaseIterable & RawRepresentable<String>>(
    de type: Valeur.Type
  ) throws(JSONDecodingError) -> Valeur {
    guard let valeur = Valeur(rawValue: try string()) else {
      throw invalid(type.allCases.map { "« \($0.rawValue) »" }.joined(separator: " ou "))
    }
    return valeur
  }

  /// A text that is not empty.
  func texte(_ attendu: String) throws(JSONDecodingError) -> String {
    let texte = try string()
    guard !texte.isEmpty else { throw invalid(attendu) }
    return texte
  }

  func jour() throws(JSONDecodingError) -> Jour {
    guard let jour = Jour(try string()) else { throw invalid("une date (2026-07-01)") }
    return jour
  }

  func instant() throws(JSONDecodingError) -> Instant {
    guard let instant = Instant(try string()) else {
      throw invalid("un instant (2026-03-02T13:59)")
    }
    return instant
  }

  func codeUE() throws(JSONDecodingError) -> CodeUE {
    guard let code = CodeUE(try string()) else { throw invalid("un code d’UE (UE31)") }
    return code
  }

  func anneeUniversitaire() throws(JSONDecodingError) -> AnneeUniversitaire {
    guard let annee = AnneeUniversitaire(try string()) else {
      throw invalid("une année universitaire (2022-2023)")
    }
    return annee
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
