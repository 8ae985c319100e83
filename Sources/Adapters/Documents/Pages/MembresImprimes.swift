internal import Actes
internal import PDF

/// The members of a jury: who was there, and room for their hands.
struct MembresImprimes {
  private let membres: [SessionDeJury.Membre]

  /// Whoever presides comes first.
  init(_ membres: [SessionDeJury.Membre]) {
    self.membres =
      membres.filter { $0.qualite == .president } + membres.filter { $0.qualite != .president }
  }

  var liste: [PDFBlock] {
    guard !membres.isEmpty else {
      return [.ligne(PDFText(francais: "Aucun membre n’est enregistré."))]
    }
    return groupe("Membres présents", membres.filter(\.present))
      + groupe("Membres absents", membres.filter { !$0.present })
  }

  private func groupe(_ titre: String, _ membres: [SessionDeJury.Membre]) -> [PDFBlock] {
    guard !membres.isEmpty else { return [] }
    return [.ligne(PDFText(francais: titre).semibold)]
      + membres.map { membre in
        .ligne(PDFText(membre.nom) + PDFText(francais: ", \(membre.qualite.phrase)").discret)
      }
  }

  /// One line for each member who was there, under where and when they sign.
  func signatures(_ lieu: String) -> [PDFBlock] {
    let presents = membres.filter(\.present)
    let date = PDFBlock.paragraph(
      PDFParagraph(PDFText(francais: lieu), before: 4, keepsWithNext: true)
    )
    guard !presents.isEmpty else { return [date] }
    let table = PDFTable(
      [.init(.fixed(240)), .init(.fixed(200)), .init()],
      header: [["Membre", "Qualité", "Signature"].enTete],
      rows: presents.map { membre in
        [.init(PDFText(membre.nom), isHeader: true), .init(PDFText(membre.qualite.phrase)), ""]
      },
      rules: .grid,
      size: 8.5,
      padding: 8,
    )
    return [.heading("Signatures des membres présents", level: 2), date, .table(table)]
  }
}

extension SessionDeJury.Membre.Qualite {
  /// As what somebody sits, whoever they are.
  fileprivate var phrase: String {
    switch self {
    case .president: "présidence"
    case .enseignant: "corps enseignant"
    case .professionnel: "milieu professionnel"
    case .autre: "autre qualité"
    }
  }
}
