internal import Calendrier
internal import Files

/// An exam problem as a file gives it.
struct InstanceDExamens {
  let probleme: ProblemeDExamens
  let format: Format

  /// The formats of instances, as options name them.
  enum Format: String, CaseIterable {
    case itc2007, toronto
  }

  /// Reads the instance that a command names first; that of Toronto is two files, `.crs` and `.stu`.
  static func lire(_ saisie: Saisie, _ fil: [String]) throws(Abandon) -> InstanceDExamens {
    let chemin = saisie.arguments[0]
    let format = Format(rawValue: saisie.valeur("format") ?? "") ?? .itc2007
    switch format {
    case .itc2007:
      let octets = try octets(chemin)
      return InstanceDExamens(
        probleme: try expliquer(chemin) { () throws(FauteDInstance) in
          try ProblemeDExamens.lireITC2007(octets)
        },
        format: format,
      )
    case .toronto:
      guard let periodes = saisie.valeur("periodes").flatMap({ Int($0) }), periodes > 0 else {
        throw .usage("une instance de Toronto demande --periodes NOMBRE", fil)
      }
      let base = chemin.hasSuffix(".crs") ? String(chemin.dropLast(4)) : chemin
      let (epreuves, etudiants) = (try octets("\(base).crs"), try octets("\(base).stu"))
      return InstanceDExamens(
        probleme: try expliquer(chemin) { () throws(FauteDInstance) in
          try ProblemeDExamens.lireToronto(
            epreuves: epreuves,
            etudiants: etudiants,
            periodes: periodes,
          )
        },
        format: format,
      )
    }
  }

  /// Reads the calendar that a command names second, in the format of the instance.
  func calendrier(_ saisie: Saisie) throws(Abandon) -> CalendrierDExamens {
    let chemin = saisie.arguments[1]
    let octets = try Self.octets(chemin)
    return try Self.expliquer(chemin) { () throws(FauteDInstance) in
      switch format {
      case .itc2007: try CalendrierDExamens.lireITC2007(octets, pour: probleme)
      case .toronto: try CalendrierDExamens.lireToronto(octets, pour: probleme)
      }
    }
  }

  /// A calendar in the format of the instance.
  func texte(_ calendrier: CalendrierDExamens) -> String {
    switch format {
    case .itc2007: calendrier.texteITC2007()
    case .toronto: calendrier.texteToronto(probleme)
    }
  }

  private static let limite = 64 * 1_048_576

  private static func octets(_ chemin: String) throws(Abandon) -> [UInt8] {
    do throws(FileError) {
      return try readFile(chemin, limit: limite)
    } catch {
      throw .fichier(["\(chemin) : \(error.description) ; rien n’a été fait"])
    }
  }

  private static func expliquer<Lu>(
    _ chemin: String,
    _ lire: () throws(FauteDInstance) -> Lu,
  ) throws(Abandon) -> Lu {
    do throws(FauteDInstance) {
      return try lire()
    } catch {
      throw .fichier(["\(chemin) : \(error)", "rien n’a été fait ; corrigez le fichier"])
    }
  }
}
