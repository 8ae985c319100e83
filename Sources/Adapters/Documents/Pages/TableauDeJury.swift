internal import Actes
internal import PDF
internal import Scolarite

/// Students in rows; UE, RCUE and the year in columns.
struct TableauDeJury {
  private let procesVerbal: ProcesVerbal
  private let estAnonyme: Bool
  /// As many as the row that has most.
  private let ues: Int
  private let rcues: Int

  init(_ procesVerbal: ProcesVerbal, estAnonyme: Bool) {
    self.procesVerbal = procesVerbal
    self.estAnonyme = estAnonyme
    let lignes = procesVerbal.lignes
    ues = lignes.reduce(procesVerbal.ues.count) { max($0, $1.ues.count) }
    rcues = lignes.reduce(procesVerbal.rcues.count) { max($0, $1.rcues.count) }
  }

  var blocs: [PDFBlock] {
    guard !procesVerbal.lignes.isEmpty else {
      return [.text(PDFText(francais: "Ce jury n’a délibéré sur aucun étudiant."))]
    }
    return tranches.map { .table(table($0)) } + legende
  }

  /// The columns of averages that each table shows: all of them, unless they would not be read.
  private var tranches: [Range<Int>] {
    let nombre = ues + rcues
    guard nombre > 20 else { return [0..<nombre] }
    return stride(from: 0, to: nombre, by: 16).map { $0..<min($0 + 16, nombre) }
  }

  private func table(_ tranche: Range<Int>) -> PDFTable {
    let serre = tranche.count > 16
    let cases = [PDFTable.Column](repeating: .init(.share(1), .centre), count: tranche.count)
    return PDFTable(
      [.init(.fixed(serre ? 96 : 138))] + (aLeNIP ? [.init(.fixed(serre ? 42 : 54))] : []) + cases
        + [.init(.fixed(serre ? 36 : 46), .centre), .init(.fixed(42), .centre)],
      header: [entete(tranche)],
      rows: procesVerbal.lignes.enumerated().map { ligne($1, tranche, estPaire: $0 % 2 == 1) },
      size: tranche.count < 12 ? 7.6 : serre ? 5.8 : 7,
      padding: 1.6,
    )
  }

  private var aLeNIP: Bool { !estAnonyme && procesVerbal.lignes.contains { !$0.nip.isEmpty } }

  /// Competences have long names: numbers stand for them, and a legend says which.
  private var noms: [String] {
    let longs = procesVerbal.rcues.contains { $0.count > 8 }
    return procesVerbal.rcues.enumerated().map { longs ? "RCUE\($0 + 1)" : $1 }
  }

  private func entete(_ tranche: Range<Int>) -> PDFTable.Row {
    let codes = procesVerbal.ues.map(\.texte)
    let tous =
      codes + Array(repeating: "", count: ues - codes.count)
      + noms + Array(repeating: "", count: rcues - noms.count)
    let titres =
      [estAnonyme ? "Numéro" : "Étudiant"] + (aLeNIP ? ["NIP"] : []) + tous[tranche]
      + ["Année", "Crédits"]
    return .init(titres.map { .init(PDFText(francais: $0)) })
  }

  private func ligne(
    _ ligne: ProcesVerbal.Ligne,
    _ tranche: Range<Int>,
    estPaire: Bool,
  ) -> PDFTable.Row {
    var cases: [PDFTable.Cell] = []
    for (groupe, nombre) in [(ligne.ues, ues), (ligne.rcues, rcues)] {
      cases += groupe.map { .init($0.texte) }
      cases += Array(repeating: "–", count: nombre - groupe.count)
    }
    let tete: [PDFTable.Cell] =
      [.init(PDFText(ligne.etudiant), isHeader: true)]
      + (aLeNIP ? [.init(PDFText(ligne.nip))] : [])
    return .init(
      tete + cases[tranche]
        + [.init(PDFText(ligne.annee).semibold), .init(PDFText(ligne.credits))],
      ground: estPaire ? PDFColour(0xf7, 0xf8, 0xfa) : nil,
    )
  }

  private var legende: [PDFBlock] {
    let textes = zip(noms, procesVerbal.rcues).filter { $0 != $1 }
      .map { PDFText($0).semibold + PDFText(francais: " : \($1)") }
    return textes.isEmpty ? [] : [.text(textes.joined.sized(7.2))]
  }
}

extension ProcesVerbal.Case {
  /// The average over the code; a dash alone where there is neither.
  fileprivate var texte: PDFText {
    if code.isEmpty { return PDFText(moyenne.isEmpty ? "–" : moyenne) }
    return moyenne.isEmpty || moyenne == code
      ? PDFText(code).semibold : PDFText("\(moyenne)\n") + PDFText(code).semibold
  }
}
