internal import Scolarite
internal import Terrain

/// How many students were compared, and how many differ.
struct BilanDAccord {
  var dossiers = 0
  var enColonnes = 0
  /// Students compared again after a change, and those of them whose columns took it.
  var changes = 0
  var notes = 0
  private(set) var desaccords = 0
  /// Where the first disagreement is, and what it is.
  private(set) var premier: String?

  mutating func noter(_ desaccord: String) {
    desaccords += 1
    premier = premier ?? desaccord
  }

  static func += (somme: inout BilanDAccord, autre: BilanDAccord) {
    somme.dossiers += autre.dossiers
    somme.enColonnes += autre.enColonnes
    somme.changes += autre.changes
    somme.notes += autre.notes
    somme.desaccords += autre.desaccords
    somme.premier = somme.premier ?? autre.premier
  }

  /// Whether nothing differs, and most students stood in columns.
  var estTenu: Bool { desaccords == 0 && enColonnes * 2 > dossiers }

  /// In French, one line for each figure.
  var texte: String {
    let lignes = [
      "\(enMilliers(dossiers)) dossiers tirés, dont \(enMilliers(enColonnes)) en colonnes",
      "\(enMilliers(changes)) comparés de nouveau après un changement, dont "
        + "\(enMilliers(notes)) par une seule case",
      desaccords == 0
        ? "les deux calculs proposent la même chose pour tous"
        : "\(enMilliers(desaccords)) désaccords",
    ]
    let suite = premier.map { ["premier désaccord : \($0)"] } ?? []
    let colonnes = enColonnes * 2 > dossiers ? [] : ["trop peu de dossiers en colonnes"]
    return (lignes + suite + colonnes).joined(separator: "\n") + "\n"
  }
}

extension Proposition {
  /// The first thing that differs, this proposal first; `nil` when both are the same.
  func ecart(avec autre: Proposition) -> String? {
    guard self != autre else { return nil }
    for (une, seconde) in zip(ues, autre.ues) where une != seconde {
      return "\(une)\n  au lieu de \(seconde)"
    }
    for (une, seconde) in zip(rcues, autre.rcues) where une != seconde {
      return "\(une)\n  au lieu de \(seconde)"
    }
    return "\(reste)\n  au lieu de \(autre.reste)"
  }

  private var reste: String {
    "\(ues.count) UE, \(rcues.count) RCUE, crédits \(ects.exacte) et \(ectsCumules.exacte), "
      + "vers \(vers.map { "S\($0.valeur)" } ?? "rien") : \(autorisee.map { "\($0)" } ?? "inconnu"), "
      + "\(rcueValides) RCUE valides, code \(codeAnnee ?? "aucun"), ouvertes \(ouvertes.map(\.texte))"
  }
}
