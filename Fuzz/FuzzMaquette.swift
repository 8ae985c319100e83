import Echanges
import Scolarite

private let referentiel = try? Referentiel.embarque()

/// Reads any bytes as a sheet and as a curriculum in JSON: a clear error or a report, never a crash.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMaquette(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let referentiel else { preconditionFailure("the référentiel that ships is sound") }
  do {
    let lecture = try MaquetteSheet.read(bytes, source: "fuzz", referentiel: referentiel)
    examiner(lecture, referentiel)
  } catch {
    precondition(!error.lines.isEmpty && error.lines.allSatisfy { !$0.message.isEmpty })
  }
  do {
    examiner(try MaquetteJSON.read(bytes, referentiel: referentiel), referentiel)
  } catch {
    precondition(!error.description.isEmpty)
  }
  return 0
}

/// A curriculum that was read can be checked, and comes back the same through JSON.
private func examiner(_ lecture: MaquetteReading, _ referentiel: Referentiel) {
  for constat in lecture.constats + lecture.rapport().constats {
    precondition(!constat.nature.phrase.isEmpty && !constat.lieu.description.isEmpty)
  }
  let json = MaquetteJSON.encode(lecture.maquette).rendered()
  do {
    let relue = try MaquetteJSON.read(Array(json.utf8), referentiel: referentiel)
    precondition(relue.maquette == lecture.maquette)
  } catch {
    preconditionFailure("a curriculum that was written cannot be read: \(error)")
  }
}
