internal import Actes
internal import SQL
internal import Scolarite

/// An entry as a row of `note` holds it.
struct NoteEnColonnes {
  let mot: String
  let valeur: Int64?
  let bareme: Int64?
  let motif: String?

  init(_ entree: Entree) {
    switch entree {
    case .note(let note): self.init("NOTE", note)
    case .rattrapee(let note): self.init("RAT", note)
    case .sansRattrapage(let motif): self.init("SANS", motif: motif)
    case .absenceInjustifiee: self.init("ABI")
    case .excuse: self.init("EXC")
    case .enAttente: self.init("ATT")
    case .absenceJustifiee: self.init("ABJ")
    case .indisponibilite: self.init("ITI")
    case .nulle: self.init("NUL")
    case .sansObjet(let mot): self.init(mot)
    }
  }

  private init(_ mot: String, _ note: Note? = nil, motif: String? = nil) {
    self.mot = mot
    valeur = note?.valeur.millioniemes
    bareme = note?.bareme.millioniemes
    self.motif = motif
  }
}

extension Entree {
  /// Reads the columns word, value, scale and reason of a row, from a column on.
  init(_ ligne: any SQLRow, aPartirDe colonne: Int) throws {
    let mot = ligne.text(colonne)
    switch mot {
    case "NOTE": self = .note(try Note(ligne, aPartirDe: colonne + 1))
    case "RAT": self = .rattrapee(try Note(ligne, aPartirDe: colonne + 1))
    case "SANS": self = .sansRattrapage(motif: ligne.text(colonne + 3))
    case "ABI": self = .absenceInjustifiee
    case "EXC": self = .excuse
    case "ATT": self = .enAttente
    case "ABJ": self = .absenceJustifiee
    case "ITI": self = .indisponibilite
    case "NUL": self = .nulle
    default: self = .sansObjet(mot)
    }
  }
}

extension Note {
  fileprivate init(_ ligne: any SQLRow, aPartirDe colonne: Int) throws {
    let valeur = try ligne.decimale(colonne)
    let bareme = try ligne.decimale(colonne + 1)
    self = try ligne.lu(Note(valeur, sur: bareme))
  }
}
