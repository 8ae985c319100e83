import Echanges
import Foundation
import Scolarite
import Spreadsheets
import Testing

@Suite("Lire les fichiers d’autres programmes")
struct FichiersTests {
  private func classeur(_ nom: String) throws -> Workbook {
    let dossier = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fichiers")
    return try Workbook.read(Array(Data(contentsOf: dossier.appending(path: nom))), name: nom)
  }

  @Test("une liste en ODS")
  func readsODS() throws {
    let liste = try ListeDEtudiants.lire(classeur("liste.ods"), nom: "liste.ods")
    #expect(liste.lignes.map(\.nom) == ["LÉVÊQUE", "ABADIE"])
    #expect(liste.lignes.map(\.nip) == ["22300123", "22300124"])
    #expect(liste.lignes.map(\.naissance) == [Jour(2006, 2, 28), Jour(2005, 11, 3)])
    #expect(liste.lignes.map(\.statut) == [.alternant, .initial])
    #expect(liste.lignes[1].place(.naissance).description == "feuille « BUT1 », cellule C5")
  }

  @Test("des notes en XLSX, sous le seul numéro d’étudiant, dont une devenue date")
  func readsXLSX() throws {
    let classeur = try classeur("notes.xlsx")
    let error = #expect(throws: FautesDeFeuille.self) {
      try NotesLues.lire(classeur, nom: "notes.xlsx")
    }
    #expect(error?.fautes.map(\.nature) == [.devenueDate(saisie: "12.5")])
    #expect(error?.fautes.map(\.place?.cell.description) == ["B4"])
    let sans = Workbook(sheets: [
      Sheet(name: "DS1", rows: Array(classeur.sheets[0].rows.dropLast()))
    ])
    let lues = try NotesLues.lire(sans, nom: "notes.xlsx")
    #expect(lues.lignes.map { $0.entrees.map(\.entree.mot) } == [["12,3"], ["13/15"]])
    #expect(lues.colonnes.map(\.module) == ["R101"])
  }

  @Test("une feuille d’effectifs à côté de la liste est passée")
  func passesOtherSheets() throws {
    let liste = try classeur("liste.ods").sheets[0]
    let effectifs = Sheet(
      name: "Effectifs",
      rows: [[.text("Groupe"), .text("Parcours"), .text("Nombre")], [.text("A"), .text("B")]],
    )
    let classeur = Workbook(sheets: [effectifs, liste])
    #expect(try ListeDEtudiants.lire(classeur, nom: "l").lignes.count == 2)
  }
}
