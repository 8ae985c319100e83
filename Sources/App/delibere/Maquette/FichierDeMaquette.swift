internal import Echanges
internal import Files
internal import JSON
internal import Scolarite
internal import Text

/// A curriculum file named on the command line, read whatever its format.
struct FichierDeMaquette {
  let chemin: String
  let lecture: MaquetteReading

  /// A real sheet has about 100 KB: more than this is not one.
  private static let limite = 8 * 1_048_576

  /// Reads the files named, with the référentiel asked for.
  static func lire(_ saisie: Saisie) throws(Abandon) -> [FichierDeMaquette] {
    let referentiel = try referentiel(saisie)
    var fichiers: [FichierDeMaquette] = []
    for chemin in saisie.arguments {
      let octets = try contenu(chemin)
      fichiers.append(
        FichierDeMaquette(chemin: chemin, lecture: try lire(octets, chemin, referentiel))
      )
    }
    return fichiers
  }

  /// « feuille.txt:12 » for a place, « feuille.txt » when the line is not known.
  func emplacement(_ lieu: Lieu) -> String {
    guard let position = lecture.position(de: lieu) else { return chemin }
    return "\(chemin):\(position.line)"
  }

  private static func lire(
    _ octets: [UInt8],
    _ chemin: String,
    _ referentiel: Referentiel,
  ) throws(Abandon) -> MaquetteReading {
    let blancs: [UInt8] = [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF]
    guard octets.first(where: { !blancs.contains($0) }) == UInt8(ascii: "{") else {
      let nom = chemin.split(separator: "/").last.map(String.init) ?? chemin
      do throws(SheetReadingError) {
        return try MaquetteSheet.read(octets, source: nom, referentiel: referentiel)
      } catch {
        throw .fichier(error.lines.map { message(chemin, $0.position, $0.message) })
      }
    }
    do throws(DataFileError) {
      return try MaquetteJSON.read(octets, referentiel: referentiel)
    } catch {
      throw .fichier([message(chemin, error.position, error.description)])
    }
  }

  private static func referentiel(_ saisie: Saisie) throws(Abandon) -> Referentiel {
    let chemin = saisie.valeur("referentiel")
    var octets: [UInt8]?
    if let chemin { octets = try contenu(chemin) }
    do throws(DataFileError) {
      guard let octets else { return try Referentiel.embarque() }
      return try Referentiel(json: octets)
    } catch {
      let nom = chemin ?? "référentiel embarqué"
      throw .fichier([message(nom, error.position, error.description)])
    }
  }

  private static func contenu(_ chemin: String) throws(Abandon) -> [UInt8] {
    do throws(FileError) {
      return try readFile(chemin, limit: limite)
    } catch {
      throw .fichier(["\(chemin) : \(error.description)"])
    }
  }

  private static func message(
    _ chemin: String,
    _ position: TextPosition?,
    _ texte: String,
  ) -> String {
    (position.map { "\(chemin):\($0)" } ?? chemin) + " : \(texte)"
  }
}

extension Abandon {
  /// A file that cannot be read or written: nothing was changed.
  static func fichier(_ messages: [String]) -> Abandon {
    Abandon(code: .fichier, messages: messages)
  }
}
