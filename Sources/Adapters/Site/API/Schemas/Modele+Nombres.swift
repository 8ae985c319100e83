internal import Actes
internal import JSON
internal import Scolarite

extension Modele where Valeur == Horodatage {
  static var moment: Modele { Modele(schema: .texte(.moment)) { .string($0.rfc3339) } }
}

extension Modele where Valeur == Fraction {
  /// An exact number: as a ratio always, as a decimal number where it is one, and as people read it.
  static var exact: Modele {
    .objet(
      "NombreExact",
      [
        .init("fraction", .fraction, "La valeur exacte, « numérateur/dénominateur ».") { $0 },
        .init(
          "decimale",
          ouNul: .decimale,
          "La valeur exacte en décimal ; null quand aucun nombre fini de décimales ne la dit.",
        ) { $0.decimaleExacte },
        .init(
          "affichee",
          .texte,
          "La valeur à deux décimales, ou davantage pour ne pas franchir 8 ni 10 en arrondissant.",
        ) { $0.affichee(decimales: 2, sansFranchir: [8, 10]) },
      ],
    )
  }

  private static var fraction: Modele {
    Modele(schema: .texte(.fraction)) { .string("\($0.numerateur)/\($0.denominateur)") }
  }
}

extension Modele where Valeur == String {
  fileprivate static var decimale: Modele {
    Modele(schema: .texte(.decimale)) { .string($0) }
  }
}

extension Fraction {
  /// « 11.425 »; `nil` where no finite number of decimals says it, or more than thirty.
  var decimaleExacte: String? {
    guard estDefinie else { return nil }
    let (entier, premier) = numerateur.magnitude.quotientAndRemainder(
      dividingBy: denominateur.magnitude
    )
    var reste = premier
    var decimales = ""
    while reste != 0 {
      let (dixFois, deborde) = reste.multipliedReportingOverflow(by: 10)
      guard !deborde, decimales.count < 30 else { return nil }
      let (chiffre, suivant) = dixFois.quotientAndRemainder(dividingBy: denominateur.magnitude)
      decimales += String(chiffre)
      reste = suivant
    }
    return (numerateur < 0 ? "-" : "") + String(entier) + (decimales.isEmpty ? "" : "." + decimales)
  }

  /// Itself, unless an operation that led to it overflowed.
  var siDefinie: Fraction? { estDefinie ? self : nil }
}
