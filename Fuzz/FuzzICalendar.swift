import ICalendar

/// Reads any bytes as a calendar and expands it: problems with lines, never a crash nor a long wait.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzICalendar(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let reading = ICSReading(bytes)
  for problem in reading.losses + reading.notices {
    precondition(problem.line > 0 && !problem.phrase.isEmpty)
  }
  precondition(reading.entries.isEmpty || !bytes.isEmpty)
  guard let first = CivilDate(1996, 1, 1), let last = CivilDate(2199, 12, 31) else {
    preconditionFailure("these days exist")
  }
  guard let found = try? reading.occurrences(within: first...last, limit: 10_000) else { return 0 }
  for (one, next) in zip(found, found.dropFirst()) { precondition(one.instant <= next.instant) }
  for occurrence in found {
    precondition((first...last).contains(occurrence.start.date))
    rewrite(occurrence)
  }
  return 0
}

/// What was read, once written again, is read the same.
private func rewrite(_ occurrence: ICSOccurrence) {
  guard let stamp = CivilDateTime(occurrence.start.date, hour: 0, minute: 0),
    let event = try? ICSEvent(
      identifier: occurrence.entry.identifier,
      stamp: stamp,
      span: .paris(occurrence.start, occurrence.start),
      summary: occurrence.entry.summary,
    )
  else { return }
  let again = ICSReading(ICSCalendar(product: "-//a//b//FR", events: [event]).rendered())
  precondition(again.entries.count == 1 && again.losses.isEmpty)
}
