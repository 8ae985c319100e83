internal import Scolarite

/// The values of the trade that columns hold, checked as a dossier checks them.
extension TableCSV {
  /// An exact number from 0, under one million.
  func nombre(_ colonne: String) throws(Refus) -> Decimale {
    try valeur(colonne, Self.nombreAttendu, Self.positif)
  }

  /// The same, `nil` for an empty cell.
  func nombreFacultatif(_ colonne: String) throws(Refus) -> Decimale? {
    try valeurFacultative(colonne, Self.nombreAttendu, Self.positif)
  }

  static let nombreAttendu = "un nombre positif de moins d’un million, six décimales au plus"

  static func positif(_ texte: String) -> Decimale? {
    guard let valeur = Decimale(texte), valeur >= 0 else { return nil }
    return valeur
  }

  func jour(_ colonne: String) throws(Refus) -> Jour {
    try valeur(colonne, "une date (2026-07-01)") { Jour($0) }
  }

  func codeUE(_ colonne: String) throws(Refus) -> CodeUE {
    try valeur(colonne, "un code d’UE (UE31)") { CodeUE($0) }
  }

  /// The author, the date and the reason of an act, in columns of that prefix.
  func acte(_ prefixe: String = "") throws(Refus) -> ActeMotive {
    let auteur = try obligatoire(prefixe + "auteur")
    let date = try jour(prefixe + "date")
    let motif = try obligatoire(prefixe + "motif")
    guard let acte = ActeMotive(auteur: auteur, date: date, motif: motif) else {
      throw refus(prefixe + "auteur", "un auteur et un motif sont attendus")
    }
    return acte
  }

  /// A decision of the jury, dated within or after the year; messages name other words besides.
  func decision(
    sur objet: DecisionDeJury.Objet,
    _ annee: AnneeUniversitaire,
    autres: [String] = [],
  ) throws(Refus) -> DecisionDeJury {
    let codes = DecisionDeJury.codes(objet)
    let mots = codes.map(\.rawValue) + autres
    let attendus = mots.map { "« \($0) »" }.joined(separator: " ou ")
    let code = try valeur("code", attendus) { texte in codes.first { $0.rawValue == texte } }
    let acte = try acte()
    guard acte.date >= Jour(ouvrant: annee) else {
      throw refus("date", "la décision est datée d’avant l’année \(annee)")
    }
    guard let decision = DecisionDeJury(sur: objet, code: code, acte: acte) else {
      throw invalide("code", code.rawValue, attendus)
    }
    return decision
  }
}
