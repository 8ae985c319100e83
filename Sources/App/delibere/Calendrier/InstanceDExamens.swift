internal import Calendrier
internal import Epreuves

/// An exam problem as a file gives it.
struct InstanceDExamens {
  let probleme: ProblemeDExamens
  let format: Format

  /// The formats of instances, as options name them.
  enum Format: String, CaseIterable {
    case itc2007, toronto, xlsx

    /// What the end of the name of a file says.
    init?(extension chemin: String) {
      switch chemin.split(separator: ".").last?.lowercased() {
      case "xlsx", "ods": self = .xlsx
      case "crs", "stu": self = .toronto
      case "exam": self = .itc2007
      default: return nil
      }
    }
  }

  /// Reads the instance that a command names first; that of Toronto is two files, `.crs` and `.stu`.
  static func lire(_ saisie: Saisie, _ fil: [String]) throws(Abandon) -> InstanceDExamens {
    let chemin = saisie.arguments[0]
    let ecrit = saisie.valeur("format").flatMap(Format.init(rawValue:))
    let format = ecrit ?? Format(extension: chemin) ?? .itc2007
    switch format {
    case .itc2007:
      let octets = try octets(chemin)
      return InstanceDExamens(
        probleme: try expliquer(chemin) { () throws(FauteDInstance) in
          try ProblemeDExamens.lireITC2007(octets)
        },
        format: format,
      )
    case .toronto: return try lireToronto(chemin, saisie, fil)
    case .xlsx:
      let octets = try octets(chemin)
      return InstanceDExamens(
        probleme: try expliquer { () throws(FautesDeSession) in
          try SessionEnClasseur.lire(octets, fichier: chemin).probleme
        },
        format: format,
      )
    }
  }

  private static func lireToronto(_ chemin: String, _ saisie: Saisie, _ fil: [String])
    throws(Abandon) -> InstanceDExamens
  {
    guard let periodes = saisie.valeur("periodes").flatMap({ Int($0) }), periodes > 0 else {
      throw .usage("une instance de Toronto demande --periodes NOMBRE", fil)
    }
    let base = baseDeToronto(chemin)
    let (epreuves, etudiants) = (try octets("\(base).crs"), try octets("\(base).stu"))
    return InstanceDExamens(
      probleme: try expliquer(chemin) { () throws(FauteDInstance) in
        try ProblemeDExamens.lireToronto(
          epreuves: epreuves,
          etudiants: etudiants,
          periodes: periodes,
        )
      },
      format: .toronto,
    )
  }

  /// The name that both files of an instance of Toronto begin with.
  static func baseDeToronto(_ chemin: String) -> String {
    chemin.hasSuffix(".crs") || chemin.hasSuffix(".stu") ? String(chemin.dropLast(4)) : chemin
  }

  /// Reads the calendar that a command names second, in its format or in a workbook.
  func calendrier(_ chemin: String) throws(Abandon) -> CalendrierDExamens {
    let octets = try Self.octets(chemin)
    guard Format(extension: chemin) != .xlsx, format != .xlsx else {
      return try Self.expliquer { () throws(FautesDeSession) in
        try SessionEnClasseur.lireCalendrier(octets, fichier: chemin, pour: probleme)
      }
    }
    return try Self.expliquer(chemin) { () throws(FauteDInstance) in
      format == .toronto
        ? try CalendrierDExamens.lireToronto(octets, pour: probleme)
        : try CalendrierDExamens.lireITC2007(octets, pour: probleme)
    }
  }

  /// Writes a calendar in the format of the instance, or as a workbook when its name says so.
  func ecrire(_ calendrier: CalendrierDExamens, _ chemin: String) throws(Abandon) {
    if format == .xlsx || Format(extension: chemin) == .xlsx {
      try Self.ecrire(Self.classeur(probleme, calendrier), chemin)
    } else {
      let texte =
        format == .toronto ? calendrier.texteToronto(probleme) : calendrier.texteITC2007()
      try Self.ecrire(Array(texte.utf8), chemin)
    }
  }
}
