import Calendrier

/// Reads any bytes as exams, students and a calendar of Carter’s benchmark, between lines « ### ».
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzToronto(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  var parties: [[UInt8]] = [[]]
  for ligne in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
    if ligne.elementsEqual("###".utf8) {
      parties.append([])
    } else {
      parties[parties.count - 1] += ligne + [0x0A]
    }
  }
  guard parties.count > 1 else { return 0 }
  do throws(FauteDInstance) {
    let probleme = try lire(parties[0], parties[1])
    guard let textes = probleme.textesToronto() else { preconditionFailure("it was just said so") }
    guard let relu = try? lire(Array(textes.epreuves.utf8), Array(textes.etudiants.utf8)),
      relu == probleme
    else { preconditionFailure("what was written is read otherwise") }
    guard parties.count > 2 else { return 0 }
    let calendrier = try CalendrierDExamens.lireToronto(parties[2], pour: probleme)
    let solution = Array(calendrier.texteToronto(probleme).utf8)
    let encore = try? CalendrierDExamens.lireToronto(solution, pour: probleme)
    // Without any exam in the first period, periods are taken to be counted from 1.
    precondition(encore == calendrier || !calendrier.placements.contains { $0.periode == 0 })
    guard probleme.epreuves.count < 100 else { return 0 }
    precondition(probleme.bilan(calendrier).cout.total >= 0)
  } catch {
    precondition(error.ligne >= 0 && error.description.count > 10)
    precondition(error.ligne <= bytes.count { $0 == 0x0A } + 1)
  }
  return 0
}

private func lire(_ epreuves: [UInt8], _ etudiants: [UInt8]) throws(FauteDInstance)
  -> ProblemeDExamens
{
  try .lireToronto(epreuves: epreuves, etudiants: etudiants, periodes: 8)
}
