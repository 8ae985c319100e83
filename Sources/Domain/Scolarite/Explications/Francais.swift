/// The small words of the accounts: lists, counts, dates, names of things.
enum Francais {
  /// « a, b et c »; beyond a maximum, « a, b et 4 autres ».
  static func liste(_ mots: [String], auPlus maximum: Int = .max) -> String {
    guard mots.count <= maximum else {
      return mots.prefix(maximum - 1).joined(separator: ", ")
        + " et \(mots.count - maximum + 1) autres"
    }
    guard let dernier = mots.last, mots.count > 1 else { return mots.first ?? "" }
    return mots.dropLast().joined(separator: ", ") + " et " + dernier
  }

  /// « 1 module », « 3 modules ».
  static func compte(_ nombre: Int, _ nom: String, _ pluriel: String? = nil) -> String {
    "\(nombre) \(nombre > 1 ? pluriel ?? nom + "s" : nom)"
  }

  /// « l’UE11 et l’UE12 ».
  static func ues(_ codes: [String], auPlus maximum: Int = 8) -> String {
    liste(codes.map { "l’\($0)" }, auPlus: maximum)
  }

  /// « semestre 3 » from « S3 ».
  static func semestre(_ sujet: String) -> String {
    sujet.hasPrefix("S") ? "semestre \(sujet.dropFirst())" : "semestre"
  }

  /// « regroupement des deux UE de la compétence C2 » from « C2 niveau 1 ».
  static func regroupement(_ sujet: String) -> String {
    "regroupement des deux UE de la compétence \(premierMot(sujet))"
  }

  /// « 1er », « 2e ».
  static func ordinal(_ rang: Int) -> String { rang == 1 ? "1er" : "\(rang)e" }

  static func premierMot(_ texte: String) -> String {
    texte.split(separator: " ").first.map(String.init) ?? texte
  }

  /// A text that people typed, ready to stand before a full stop.
  static func sansPoint(_ texte: String) -> String {
    var texte = texte.split(separator: " ").joined(separator: " ")[...]
    while texte.last == "." || texte.last == " " { texte.removeLast() }
    return String(texte)
  }

  /// A sentence as it goes on after a colon.
  static func suite(_ phrase: String) -> String {
    guard let premiere = phrase.first, !phrase.hasPrefix("UE") else { return sansPoint(phrase) }
    return sansPoint(premiere.lowercased() + phrase.dropFirst())
  }

  /// « 1er juillet 2026 » from « 2026-07-01 »; any other text stays.
  static func date(_ texte: String) -> String {
    guard let jour = Jour(texte) else { return texte }
    let quantieme = jour.quantieme == 1 ? ordinal(1) : "\(jour.quantieme)"
    return "\(quantieme) \(mois[jour.mois - 1]) \(jour.annee)"
  }

  private static let mois = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
  ]

  /// The arithmetic of a mean: « (12 × 2 + 9) ÷ 3 ».
  static func moyenne(_ lignes: [(texte: String, poids: Fraction)]) -> String {
    let total = lignes.reduce(Fraction.zero) { $0 + $1.poids }
    let egaux = lignes.allSatisfy { $0.poids == lignes[0].poids }
    guard lignes.count > 1 else { return lignes.first?.texte ?? "" }
    let sommes = lignes.map { ligne in
      egaux || ligne.poids == 1 ? ligne.texte : "\(ligne.texte) × \(ligne.poids.courte)"
    }
    let diviseur = egaux ? Fraction(lignes.count) : total
    return "(\(sommes.joined(separator: " + "))) ÷ \(diviseur.courte)"
  }
}

extension Jour {
  /// « 3 novembre 2026 », « 1er juillet 2026 ».
  public var enFrancais: String { Francais.date(description) }
}

extension Fraction {
  /// The shortest decimal that is exact to four digits, or two digits that do not read as zero.
  var courte: String { courte(sansFranchir: []) }

  /// The same, on its side of the thresholds.
  func courte(sansFranchir seuils: [Fraction]) -> String {
    let exacte = (0...4).first { arrondie(decimales: $0) == self }
    return affichee(decimales: exacte ?? 2, sansFranchir: seuils + [0])
  }

  /// « 0,4 point », « 2 points »: exact where four digits are enough.
  var points: String { courte + unite }

  /// « 0,37 point »: what a module brings or takes, to the hundredth.
  var pointsArrondis: String {
    guard arrondie(decimales: 3) != self else { return points }
    let centiemes = arrondie(decimales: 2)
    return (centiemes > 0 ? centiemes.courte : affichee(decimales: 2, sansFranchir: [0])) + unite
  }

  private var unite: String { self >= 2 ? " points" : " point" }

  /// « 2,5 h ».
  var heures: String { "\(courte) h" }

  /// The smallest hundredth that is not under the value.
  var centiemesAuDessus: Fraction {
    let centiemes = Fraction.zero - (Fraction.zero - self * 100).partieEntiere
    return centiemes.divise(par: 100) ?? self
  }

  /// « = 10,05 » or « ≈ 9,98 »: what an arithmetic gives, as it is shown.
  func resultat(_ seuil: Fraction?) -> String {
    let montree = face(seuil)
    let decimales = montree.split(separator: ",").last?.count ?? 0
    return (arrondie(decimales: decimales) == self ? "= " : "≈ ") + montree
  }

  /// An average beside the threshold that it is compared with.
  func face(_ seuil: Fraction?) -> String {
    moyenneAffichee(sansFranchir: seuil.map { [$0] } ?? [])
  }
}
