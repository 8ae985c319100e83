internal import Scolarite

/// Recognises a table two of whose columns were exchanged before it was read.
enum SwappedColumns {
  /// Names the two columns whose exchange would make sense of the whole table.
  /// - Returns: the fault, at the first line that does not add up; `nil` when the table is in order
  ///   or when its faults are others.
  static func fault(in maquette: Maquette) -> (lieu: Lieu, problem: SheetError.Problem)? {
    inLines(maquette) ?? inHeader(maquette)
  }

  /// Most lines do not add up, and all would if two columns were exchanged.
  private static func inLines(
    _ maquette: Maquette
  ) -> (lieu: Lieu, problem: SheetError.Problem)? {
    let lines = maquette.modulesSitues.filter { $0.module.chiffres[.total] != nil }
    let wrong = lines.filter { !addsUp($0.module.chiffres) }
    guard let first = wrong.first, wrong.count * 2 > lines.count else { return nil }
    for other in [Colonne.cm, .td, .tp, .projet, .coef] {
      let mended = lines.count {
        let figures = $0.module.chiffres
        guard figures[other] != nil else { return addsUp(figures) }
        return addsUp(exchanging(.total, other, in: figures))
      }
      guard mended * 20 >= lines.count * 19 else { continue }
      let proof = "\(wrong.count) lignes sur \(lines.count) ne s’additionnent qu’ainsi"
      return (
        first.lieu.dans(nil), .swappedColumns(Colonne.total.libelle, other.libelle, proof: proof),
      )
    }
    return nil
  }

  /// The first page prints two columns the other way round.
  private static func inHeader(
    _ maquette: Maquette
  ) -> (lieu: Lieu, problem: SheetError.Problem)? {
    guard let header = maquette.entete.volumes, let total = maquette.totalNiveau?.chiffres else {
      return nil
    }
    let columns: [Colonne] = [.cm, .td, .tp, .projet]
    for (rank, first) in columns.enumerated() {
      for second in columns.dropFirst(rank + 1)
      where total[first] != total[second] && header[first] == total[second]
        && header[second] == total[first]
      {
        let proof =
          "la première page donne \(first.libelle) "
          + "\(header[first]?.description ?? "–") et \(second.libelle) "
          + "\(header[second]?.description ?? "–"), le tableau l’inverse"
        return (
          Lieu(ligne: .totalNiveau),
          .swappedColumns(first.libelle, second.libelle, proof: proof),
        )
      }
    }
    return nil
  }

  private static func addsUp(_ figures: Chiffres) -> Bool {
    figures[.total] == figures.heuresEncadrees
  }

  private static func exchanging(
    _ first: Colonne,
    _ second: Colonne,
    in figures: Chiffres,
  ) -> Chiffres {
    var exchanged = figures
    exchanged[first] = figures[second]
    exchanged[second] = figures[first]
    return exchanged
  }
}
