internal import Actes
internal import SQL
internal import Scolarite

extension SQLValue {
  init(_ entier: Int64?) { self = entier.map { .integer($0) } ?? .null }
  init(_ entier: Int) { self = .integer(Int64(entier)) }
  init(_ verdict: Bool) { self = .integer(verdict ? 1 : 0) }
  init(_ texte: String?) { self = texte.map { .text($0) } ?? .null }
  init(_ jour: Jour) { self = .text(jour.description) }
  init(_ jour: Jour?) { self = jour.map { .text($0.description) } ?? .null }
  init(_ nombre: Decimale) { self = .integer(nombre.millioniemes) }
  init(_ nombre: Decimale?) { self = nombre.map { .integer($0.millioniemes) } ?? .null }
  init<De>(_ identifiant: Identifiant<De>) { self = .integer(identifiant.valeur) }
  init<De>(_ identifiant: Identifiant<De>?) { self.init(identifiant?.valeur) }
}

extension SQLRow {
  /// A number of the register; a row without one is not as the schema has it.
  @inline(__always)
  func identifiant<De>(_ colonne: Int, _ type: De.Type = De.self) throws -> Identifiant<De> {
    try lu(Identifiant<De>(integer(colonne)))
  }

  @inline(__always)
  func identifiant<De>(facultatif colonne: Int, _ type: De.Type = De.self) throws
    -> Identifiant<De>?
  {
    isNull(colonne) ? nil : try identifiant(colonne, type)
  }

  @inline(__always)
  func verdict(_ colonne: Int) -> Bool { integer(colonne) == 1 }

  @inline(__always)
  func jour(_ colonne: Int) throws -> Jour { try lu(Jour(text(colonne))) }

  @inline(__always)
  func jour(facultatif colonne: Int) throws -> Jour? {
    isNull(colonne) ? nil : try jour(colonne)
  }

  @inline(__always)
  func decimale(_ colonne: Int) throws -> Decimale {
    try lu(Decimale(enMillioniemes: integer(colonne)))
  }

  @inline(__always)
  func annee(_ colonne: Int) throws -> AnneeUniversitaire {
    try lu(AnneeUniversitaire(debut: Int(integer(colonne))))
  }

  @inline(__always)
  func semestre(_ colonne: Int) throws -> NumeroSemestre {
    try lu(NumeroSemestre(Int(integer(colonne))))
  }

  @inline(__always)
  func horodatage(_ colonne: Int) -> Horodatage {
    Horodatage(millisecondes: integer(colonne))
  }

  /// A value that the type refuses was not written by this program.
  @inline(__always)
  func lu<Valeur>(_ valeur: Valeur?) throws -> Valeur {
    guard let valeur else { throw ErreurDeRegistre.incoherente("valeur hors de son domaine") }
    return valeur
  }
}
