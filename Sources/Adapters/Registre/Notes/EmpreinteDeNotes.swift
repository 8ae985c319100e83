internal import Actes
internal import Hashing
internal import Scolarite

/// The digest of marks written together, which the journal keeps for all of them: in the order of
/// tests and students, one line each.
struct EmpreinteDeNotes {
  private var empreinte = SHA256()
  private var tampon: [UInt8] = []

  private static let taille = 1 << 16

  init() {
    tampon.reserveCapacity(Self.taille + 256)
  }

  /// Adds a mark: numbers, word, value and scale in millionths, reason.
  mutating func ajouter(_ note: NoteInscrite) {
    let colonnes = NoteEnColonnes(note.entree)
    entier(note.evaluation.valeur)
    entier(note.etudiant.valeur)
    entier(note.version)
    tampon.append(contentsOf: colonnes.mot.utf8)
    tampon.append(UInt8(ascii: ";"))
    entier(colonnes.valeur ?? -1)
    entier(colonnes.bareme ?? -1)
    tampon.append(contentsOf: (colonnes.motif ?? "").utf8)
    tampon.append(UInt8(ascii: "\n"))
    if tampon.count >= Self.taille { vider() }
  }

  /// The digest in hexadecimal.
  var texte: String {
    var fin = self
    fin.vider()
    return Hexadecimal.text(fin.empreinte.digest())
  }

  private mutating func vider() {
    empreinte.update(tampon)
    tampon.removeAll(keepingCapacity: true)
  }

  private mutating func entier(_ entier: Int64) {
    let debut = tampon.count
    var reste = entier.magnitude
    repeat {
      tampon.append(UInt8(ascii: "0") + UInt8(reste % 10))
      reste /= 10
    } while reste > 0
    if entier < 0 { tampon.append(UInt8(ascii: "-")) }
    tampon[debut...].reverse()
    tampon.append(UInt8(ascii: ";"))
  }
}
