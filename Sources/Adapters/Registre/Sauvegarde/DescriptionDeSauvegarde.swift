public import Actes
internal import JSON

/// What stands beside a backup, in « .tete.json »: enough to know that the file is whole and that
/// its journal is the one that was saved.
public struct DescriptionDeSauvegarde: Hashable, Sendable {
  /// When it was made.
  public let moment: Horodatage
  /// The same on the clocks of Paris, to the minute.
  public let date: String
  /// The number of steps of the schema.
  public let schema: Int
  /// The digest of the file, in hexadecimal.
  public let sha256: String
  /// The heads of every journal.
  public let tetes: [TeteDeChaine]

  /// What stands in the file, heads apart.
  static let champs = ["horodatage", "date", "schema", "sha256"]

  private static let format = "delibere-sauvegarde-1"

  /// The name of the file that goes with a backup.
  public static func chemin(de sauvegarde: String) -> String { sauvegarde + ".tete.json" }
}

extension DescriptionDeSauvegarde {
  var json: String {
    JSONNode(
      .object([
        .init("format", .string(Self.format)),
        .init("date", .string(date)),
        .init("horodatage", .number(String(moment.millisecondes))),
        .init("schema", .number(String(schema))),
        .init("sha256", .string(sha256)),
        .init("tetes", TeteDeChaine.noeud(tetes)),
      ])
    ).rendered()
  }

  init(json texte: String) throws {
    let objet = try JSONCursor(JSONNode(parsing: texte)).object(
      knowing: ["format", "tetes"] + Self.champs
    )
    let format = try objet.required("format")
    guard try format.string() == Self.format else {
      throw format.invalid("« \(Self.format) »")
    }
    self.init(
      moment: Horodatage(millisecondes: Int64(try objet.required("horodatage").integer())),
      date: try objet.required("date").string(),
      schema: try objet.required("schema").integer(),
      sha256: try objet.required("sha256").string(),
      tetes: try TeteDeChaine.lire(objet.required("tetes")),
    )
  }
}
