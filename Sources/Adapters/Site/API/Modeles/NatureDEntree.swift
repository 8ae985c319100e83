internal import Actes
internal import Scolarite

/// What stands for a student at a test, by the name that programs give it.
enum NatureDEntree: String, CaseIterable, Sendable {
  case note
  case absenceInjustifiee = "absence-injustifiee"
  case excuse
  case enAttente = "en-attente"
  case absenceJustifiee = "absence-justifiee"
  case rattrapee
  case sansRattrapage = "sans-rattrapage"
  case indisponibilite
  case nulle
  case sansObjet = "sans-objet"

  init(_ entree: Entree) {
    self =
      switch entree {
      case .note: .note
      case .absenceInjustifiee: .absenceInjustifiee
      case .excuse: .excuse
      case .enAttente: .enAttente
      case .absenceJustifiee: .absenceJustifiee
      case .rattrapee: .rattrapee
      case .sansRattrapage: .sansRattrapage
      case .indisponibilite: .indisponibilite
      case .nulle: .nulle
      case .sansObjet: .sansObjet
      }
  }

  /// Whether it has a mark, or a word that says more.
  private var aUneValeur: Bool { self == .note || self == .rattrapee }
  private var aUnePrecision: Bool { self == .sansRattrapage || self == .sansObjet }

  /// Reads what a program wrote, on the scale of the test.
  static func lire(_ objet: ObjetLu, sur bareme: Decimale) throws(ProblemeDAPI) -> Entree {
    let nature = try objet.exiger("nature", objet.texte("nature").flatMap(NatureDEntree.init))
    let (valeur, precision) = (objet.decimale("valeur"), objet.texte("precision"))
    if valeur != nil, !nature.aUneValeur {
      throw .invalide([objet.faute("valeur", "ne va pas avec « \(nature.rawValue) »")])
    }
    if precision != nil, !nature.aUnePrecision {
      throw .invalide([objet.faute("precision", "ne va pas avec « \(nature.rawValue) »")])
    }
    switch nature {
    case .note: return .note(try note(objet, valeur, bareme))
    case .rattrapee: return .rattrapee(try note(objet, valeur, bareme))
    case .sansRattrapage:
      return .sansRattrapage(motif: try objet.exiger("precision", precision))
    case .sansObjet:
      let mot = try objet.exiger("precision", precision)
      guard mot == "DEM" || mot == "DEF" else {
        throw .invalide([objet.faute("precision", "doit être « DEM » ou « DEF »")])
      }
      return .sansObjet(mot)
    case .absenceInjustifiee: return .absenceInjustifiee
    case .excuse: return .excuse
    case .enAttente: return .enAttente
    case .absenceJustifiee: return .absenceJustifiee
    case .indisponibilite: return .indisponibilite
    case .nulle: return .nulle
    }
  }

  private static func note(_ objet: ObjetLu, _ valeur: Decimale?, _ bareme: Decimale)
    throws(ProblemeDAPI) -> Note
  {
    let valeur = try objet.exiger("valeur", valeur)
    guard let note = Note(valeur, sur: bareme) else {
      throw .invalide([objet.faute("valeur", "doit être de 0 à \(bareme)")])
    }
    return note
  }
}
