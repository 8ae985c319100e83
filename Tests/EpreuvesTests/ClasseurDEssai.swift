import Calendrier
import Spreadsheets
import Testing

@testable import Epreuves

/// A workbook in memory, whose cells tests change.
struct ClasseurDEssai {
  private var feuilles: [FeuilleDeSession: [[Cell]]] = [:]

  init(_ probleme: ProblemeDExamens, _ calendrier: CalendrierDExamens? = nil) {
    let ecriture = EcritureDeSession(probleme)
    for nom in FeuilleDeSession.allCases {
      let lignes =
        nom == .calendrier
        ? calendrier.map { ecriture.calendrier($0) } ?? [] : ecriture.lignes(nom)
      feuilles[nom] = [nom.titres.map { .text($0.rawValue) }] + lignes
    }
  }

  mutating func poser(_ nom: FeuilleDeSession, _ place: String, _ cellule: Cell) throws {
    let reference = try #require(CellReference(place))
    var lignes = try #require(feuilles[nom])
    while lignes.count <= reference.row {
      lignes.append(Array(repeating: .empty, count: nom.titres.count))
    }
    lignes[reference.row][reference.column] = cellule
    feuilles[nom] = lignes
  }

  mutating func retirer(_ nom: FeuilleDeSession) { feuilles[nom] = nil }

  /// What is read, or the faults that were told.
  func lire() -> (contenu: SessionEnClasseur.Contenu?, fautes: [String]) {
    let classeur = Workbook(
      sheets: FeuilleDeSession.allCases.compactMap { nom in
        feuilles[nom].map { Sheet(name: nom.rawValue, rows: $0) }
      }
    )
    do throws(FautesDeSession) {
      return (try SessionEnClasseur.lire(classeur, fichier: "s.xlsx"), [])
    } catch {
      return (nil, error.lignes)
    }
  }
}
