import Calendrier

/// Reads any bytes as an instance of ITC 2007 and, after a line « ### », a calendar of it; what can
/// be written again is read the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzITC2007(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let parties = parties(bytes)
  do throws(FauteDInstance) {
    let probleme = try ProblemeDExamens.lireITC2007(parties[0])
    guard let texte = probleme.texteITC2007() else { preconditionFailure("it was just said so") }
    guard let relu = try? ProblemeDExamens.lireITC2007(Array(texte.utf8)), relu == probleme else {
      preconditionFailure("what was written is read otherwise")
    }
    guard parties.count > 1 else { return 0 }
    let calendrier = try CalendrierDExamens.lireITC2007(parties[1], pour: probleme)
    let solution = Array(calendrier.texteITC2007().utf8)
    let encore = try? CalendrierDExamens.lireITC2007(solution, pour: probleme)
    precondition(encore == calendrier)
    examiner(probleme, calendrier)
  } catch {
    precondition(error.ligne >= 0 && error.description.count > 10)
    precondition(error.ligne <= bytes.count { $0 == 0x0A } + 1)
  }
  return 0
}

/// Costs and loads agree on small problems.
private func examiner(_ probleme: ProblemeDExamens, _ calendrier: CalendrierDExamens) {
  guard probleme.epreuves.count < 100 else { return }
  let bilan = probleme.bilan(calendrier)
  precondition(bilan.cout.total >= 0)
  for violation in bilan.violations { precondition(!violation.phrase(probleme).isEmpty) }
  let charge = ChargeDesCandidats(probleme, calendrier)
  precondition(charge.plusGrandNombre <= probleme.epreuves.count)
  precondition(charge.parJour.count == probleme.candidats.count)
}

/// What lines « ### » separate; never none.
private func parties(_ bytes: [UInt8]) -> [[UInt8]] {
  var parties: [[UInt8]] = [[]]
  for ligne in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
    if ligne.elementsEqual("###".utf8) {
      parties.append([])
    } else {
      parties[parties.count - 1] += ligne + [0x0A]
    }
  }
  return parties
}
