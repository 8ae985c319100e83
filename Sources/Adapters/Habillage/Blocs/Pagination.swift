public import HTML

/// Links to the pages of a long list: the first, the last, and those around this one.
public struct Pagination: Composant {
  private let page: Int
  private let total: Int
  private let adresse: (Int) -> SafeURL

  /// `page`: from 1.
  public init(page: Int, sur total: Int, adresse: @escaping (Int) -> SafeURL) {
    self.page = page
    self.total = total
    self.adresse = adresse
  }

  public var corps: some HTML {
    if total > 1 {
      nav(.class("pagination"), .aria("label", "Pages")) {
        ul {
          li { saut("Précédente", "prev", page - 1) }
          HTMLList(cases.map { une in li { numero(une) } })
          li { saut("Suivante", "next", page + 1) }
        }
      }
    }
  }

  /// The numbers shown, `nil` where some are left out.
  var cases: [Int?] {
    let montrees = Set([1, total] + (page - 1...page + 1)).filter { (1...total).contains($0) }
    var cases: [Int?] = []
    var derniere = 0
    for numero in montrees.sorted() {
      if numero == derniere + 2 { cases.append(numero - 1) }
      if numero > derniere + 2 { cases.append(nil) }
      cases.append(numero)
      derniere = numero
    }
    return cases
  }

  @HTMLBuilder private func numero(_ numero: Int?) -> some HTML {
    if let numero {
      a(
        .href(adresse(numero)),
        .aria("label", "Page \(numero)"),
        .aria("current", "page").when(numero == page),
      ) { String(numero) }
    } else {
      span(.class("lacune"), .aria("hidden", "true")) { "…" }
    }
  }

  @HTMLBuilder private func saut(_ texte: String, _ sens: String, _ but: Int) -> some HTML {
    if (1...total).contains(but) {
      a(.href(adresse(but)), .rel(sens)) { texte }
    } else {
      span(.class("impossible")) { texte }
    }
  }
}
