/// A family of fonts, where its files stand and which package of Debian brings them.
public struct PDFFont: Hashable, Sendable {
  public let family: String
  public let files: [String]
  public let package: String
  /// What of its OpenType features is always on: « lnum=1 » for figures as high as capitals.
  public let features: String

  /// - Parameters:
  ///   - family: its name as the files say it.
  ///   - folder: where the files stand.
  ///   - files: their names in the folder.
  ///   - package: of Debian.
  ///   - features: of OpenType, always on.
  public init(
    family: String,
    in folder: String,
    files: [String],
    package: String,
    features: String = "",
  ) {
    self.family = family
    self.files = files.map { "\(folder)/\($0)" }
    self.package = package
    self.features = features
  }

  /// The same files, with other features always on.
  public func with(features: String) -> PDFFont { PDFFont(self, features: features) }

  private init(_ font: PDFFont, features: String) {
    family = font.family
    files = font.files
    package = font.package
    self.features = features
  }

  /// A calm sans serif with tabular figures.
  public static let inter = PDFFont(
    family: "Inter",
    in: "/usr/share/fonts/opentype/inter",
    files: [
      "Inter-Regular.otf", "Inter-Italic.otf", "Inter-SemiBold.otf", "Inter-SemiBoldItalic.otf",
      "Inter-Bold.otf", "Inter-BoldItalic.otf",
    ],
    package: "fonts-inter",
  )

  /// A serif for diplomas and letters.
  public static let libertine = PDFFont(
    family: "Linux Libertine O",
    in: "/usr/share/fonts/opentype/linux-libertine",
    files: [
      "LinLibertine_R.otf", "LinLibertine_RI.otf", "LinLibertine_RZ.otf", "LinLibertine_RZI.otf",
      "LinLibertine_RB.otf", "LinLibertine_RBI.otf",
    ],
    package: "fonts-linuxlibertine",
  )

  /// Letters of many scripts: Greek, Cyrillic, Arabic, Hebrew, Armenian, Georgian.
  public static let dejaVu = PDFFont(
    family: "DejaVu Sans",
    in: "/usr/share/fonts/truetype/dejavu",
    files: ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"],
    package: "fonts-dejavu-core",
  )
}
