internal import Spreadsheets

/// The names of things in the order of their rows.
struct RangsDeSession {
  let sorte: String
  let aucun: String
  private(set) var noms: [String] = []
  private(set) var places: [CellPlace] = []
  private var rangs: [String: Int] = [:]

  init(_ sorte: String, _ aucun: String) {
    self.sorte = sorte
    self.aucun = aucun
  }

  /// Names that a problem gives; at no place.
  func connaissant(_ noms: [String]) -> RangsDeSession {
    var copie = RangsDeSession(sorte, aucun)
    copie.noms = noms
    copie.rangs = Dictionary(
      noms.enumerated().map { ($1, $0) },
      uniquingKeysWith: { premier, _ in premier },
    )
    return copie
  }

  func rang(_ nom: String) -> Int? { rangs[nom] }

  /// Reads the name of a row; a fault when there is none, or it is taken.
  mutating func ajouter(
    _ table: TableDeSession,
    _ ligne: Int,
    _ titre: TitreDeSession,
    _ fautes: inout FautesDeSessionEnCours,
  ) -> String {
    let place = table.place(ligne, titre)
    let nom = table.texte(ligne, titre, &fautes) ?? ""
    if nom.isEmpty, table.cellule(ligne, titre).isBlank {
      fautes.noter(.vide(attendu: sorte), place)
    } else if nom.contains(where: { $0 == ";" || $0.isNewline }) {
      fautes.noter(.pointVirgule, place, lu: .text(nom))
    } else if let autre = rangs[nom] {
      fautes.noter(.doublon(autre: places[autre]), place, lu: .text(nom))
    }
    rangs[nom] = rangs[nom] ?? noms.count
    noms.append(nom)
    places.append(place)
    return nom
  }
}
