/// Reads the list of the sheets, and where the count of days starts.
final class XLSXWorkbookHandler: XMLHandler {
  struct Entry {
    let name: String
    let relation: String
    let isHidden: Bool
  }

  private(set) var sheets: [Entry] = []
  private(set) var usesDates1904 = false

  func start(_ name: XMLName, _ attributes: [XMLName: String]) throws(SpreadsheetError) {
    guard name.namespace == .spreadsheet else { return }
    if name.local == "workbookPr" {
      usesDates1904 = ["1", "true"].contains(attributes[XMLName(.none, "date1904")])
    } else if name.local == "sheet" {
      let state = attributes[XMLName(.none, "state")]
      sheets.append(
        Entry(
          name: attributes[XMLName(.none, "name")] ?? "",
          relation: attributes[XMLName(.relationshipReference, "id")] ?? "",
          isHidden: state == "hidden" || state == "veryHidden",
        )
      )
      try SpreadsheetLimit.sheets.check(sheets.count)
    }
  }
}

/// A link from one part to another.
struct XLSXRelationship {
  let id: String
  /// The last word of its type: « worksheet ».
  let kind: String
  let target: String
}

/// Reads the links of a part.
final class XLSXRelationshipsHandler: XMLHandler {
  private let folder: [String]
  private(set) var relationships: [XLSXRelationship] = []

  init(folder: [String]) {
    self.folder = folder
  }

  func start(_ name: XMLName, _ attributes: [XMLName: String]) throws(SpreadsheetError) {
    guard name == XMLName(.relationships, "Relationship"),
      attributes[XMLName(.none, "TargetMode")] != "External",
      let id = attributes[XMLName(.none, "Id")], let type = attributes[XMLName(.none, "Type")],
      let target = attributes[XMLName(.none, "Target")]
    else { return }
    let kind = type.split(separator: "/").last.map(String.init) ?? ""
    relationships.append(XLSXRelationship(id: id, kind: kind, target: resolved(target)))
    try SpreadsheetLimit.parts.check(relationships.count)
  }

  /// The path of a target in the archive, from the folder of the part or from its root.
  private func resolved(_ target: String) -> String {
    var path = target.hasPrefix("/") ? [] : folder
    for step in target.split(separator: "/") where step != "." {
      if step == ".." { _ = path.popLast() } else { path.append(String(step)) }
    }
    return path.joined(separator: "/")
  }
}
