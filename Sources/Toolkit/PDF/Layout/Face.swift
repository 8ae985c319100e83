internal import CPango

/// The look of a text where its runs say nothing.
struct Face: Hashable {
  var family: String
  var size: Double
  var leading: Double
  var weight: PDFText.Weight = .regular
  var colour: PDFColour = .ink
  /// Features of OpenType: « tnum=1 » for figures of one width, which align in columns.
  var features = ""
}

extension PDFText.Weight {
  var pango: PangoWeight {
    switch self {
    case .regular: PANGO_WEIGHT_NORMAL
    case .semibold: PANGO_WEIGHT_SEMIBOLD
    case .bold: PANGO_WEIGHT_BOLD
    }
  }
}

extension PDFAlignment {
  var pango: PangoAlignment {
    switch self {
    case .leading, .justified: PANGO_ALIGN_LEFT
    case .centre: PANGO_ALIGN_CENTER
    case .trailing: PANGO_ALIGN_RIGHT
    }
  }
}
