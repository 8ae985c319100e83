public import Scolarite
internal import Text

/// The printed curriculum sheet, as the text that a PDF extraction leaves.
public enum MaquetteSheet {
  /// Reads a whole sheet: first page, tables, names of competences.
  ///
  /// Nothing is guessed: a figure that is not printed stays empty, a table that cannot be read is
  /// refused whole with every fault and its place.
  /// - Parameters:
  ///   - bytes: the text in UTF-8.
  ///   - source: the name of the document, kept with the curriculum.
  ///   - referentiel: where levels and full names of competences come from.
  /// - Returns: the curriculum, the place of each line and the oddities of form.
  /// - Throws: every fault with its place, a hundred at most.
  public static func read(
    _ bytes: [UInt8],
    source: String,
    referentiel: Referentiel,
  ) throws(SheetReadingError) -> MaquetteReading {
    let content: String
    do throws(UTF8TextError) {
      content = try decodeUTF8Text(bytes)
    } catch {
      throw .text(error)
    }
    let text = SheetText(content)
    let cut = SheetRows(text)
    guard !cut.rows.isEmpty else { throw .faults([SheetError(at: text.end, .noTable)]) }
    let identity: SheetIdentity
    do throws(SheetError) {
      identity = try SheetIdentity(cut.header, source: source, referentiel: referentiel)
    } catch {
      throw .faults([error])
    }
    return try assemble(cut.rows, identity, end: text.end)
  }

  private static let reportedFaultLimit = 100

  private static func assemble(
    _ rows: [SheetRow],
    _ identity: SheetIdentity,
    end: TextPosition,
  ) throws(SheetReadingError) -> MaquetteReading {
    let etapes = identity.specialite.etapes(
      annee: identity.identite.annee,
      parcours: identity.identite.parcours,
    )
    let assembler = SheetAssembler(rows, etapes: etapes, end: end)
    let maquette = Maquette(
      identite: identity.identite,
      entete: identity.entete,
      semestres: assembler.semestres,
      totalNiveau: assembler.totalNiveau,
    )
    var positions = assembler.positions
    positions[Lieu(ligne: .entete)] = identity.volumesPosition
    if let (lieu, problem) = SwappedColumns.fault(in: maquette) {
      throw .faults([SheetError(at: positions[lieu], problem)])
    }
    guard assembler.faults.isEmpty else {
      throw .faults(Array(assembler.faults.prefix(reportedFaultLimit)))
    }
    var constats = assembler.constats
    if let misprint = identity.misprintedDiploma {
      let expected = "BACHELOR UNIVERSITAIRE DE TECHNOLOGIE"
      constats.insert(
        Constat(
          .information,
          a: Lieu(ligne: .entete),
          .motMalEcrit(lu: misprint, attendu: expected),
        ),
        at: 0,
      )
    }
    return MaquetteReading(
      maquette: maquette,
      constats: constats,
      positions: positions,
      etapes: etapes,
    )
  }
}
