import CSV
import Echanges
import Scolarite

private let bibliotheque = Bibliotheque { _ in nil }

/// Reads any bytes as the files of a cohort, each after a line « ### nom »; what can be read is
/// deliberated, and comes back the same from what is written.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzCohorte(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  lireCommeCSV(bytes)
  guard let cohorte = lire(fichiers(bytes)) else { return 0 }
  do {
    let ecrits = try CohorteCSV.write(cohorte)
    let relue = lire(Dictionary(uniqueKeysWithValues: ecrits.map { ($0.nom, $0.octets) }))
    guard let relue else { preconditionFailure("a cohort that was written cannot be read") }
    comparer(cohorte, relue)
  } catch {
    preconditionFailure("a cohort that was read cannot be written: \(error)")
  }
  return 0
}

/// The rows of any file come back the same through the writer.
private func lireCommeCSV(_ bytes: [UInt8]) {
  guard let lues = lignes(bytes) else { return }
  var writer = CSVWriter(separator: ",")
  for ligne in lues { writer.add(ligne) }
  precondition(lignes(writer.bytes) == lues)
}

/// The rows that can be read; `nil` when the heading cannot.
private func lignes(_ bytes: [UInt8]) -> [[String]]? {
  guard var reader = try? CSVReader(bytes) else { return nil }
  var lignes = [(0..<reader.count).map { CSVFormula.unguarded(reader.text($0)) }]
  while true {
    do throws(CSVError) {
      guard try reader.advance() else { return lignes }
      lignes.append((0..<reader.count).map { CSVFormula.unguarded(reader.text($0)) })
    } catch {
      precondition(!error.description.isEmpty && error.position != nil)
    }
  }
}

/// The files that « ### nom » lines part; a sound heading where there is no `cohorte.json`.
private func fichiers(_ bytes: [UInt8]) -> [String: [UInt8]] {
  var fichiers = ["cohorte.json": Array(entete.utf8)]
  var nom = ""
  for ligne in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
    if ligne.starts(with: "### ".utf8) {
      nom = String(decoding: ligne.dropFirst(4), as: UTF8.self)
      fichiers[nom] = []
    } else {
      fichiers[nom, default: []] += ligne + [0x0A]
    }
  }
  return fichiers
}

private let entete = """
  { "format": "delibere/cohorte/1", "nom": "n", "annee_universitaire": "2025-2026",
    "annee_but": 1, "maquette": "mmi-but1", "profil": "but-national-2022" }
  """

private func lire(_ fichiers: [String: [UInt8]]) -> CohorteLue? {
  do throws(CohorteError) {
    return try CohorteCSV.read({ nom in fichiers[nom] }, bibliotheque)
  } catch {
    precondition(!error.fautes.isEmpty && error.fautes.count <= CohorteError.nombreMaximal)
    precondition(error.fautes.allSatisfy { !$0.phrase.isEmpty })
    return nil
  }
}

/// The same students, with the same results.
private func comparer(_ cohorte: CohorteLue, _ relue: CohorteLue) {
  precondition(cohorte.etudiants.map(\.identifiant) == relue.etudiants.map(\.identifiant))
  for (etudiant, relu) in zip(cohorte.etudiants, relue.etudiants) {
    let avant = Deliberation<SansPreuve>.resultats(etudiant.dossier, cohorte.reglement)
    let apres = Deliberation<SansPreuve>.resultats(relu.dossier, relue.reglement)
    precondition(etudiant.nom == relu.nom && etudiant.prenom == relu.prenom)
    precondition(avant.ects == apres.ects && avant.annees.count == apres.annees.count)
    for (une, autre) in zip(avant.annees, apres.annees) {
      precondition(une.finale.codeAnnee == autre.finale.codeAnnee)
      precondition(une.finale.signalements == autre.finale.signalements)
      let moyennes = une.finale.ues.mapValues { $0.moyenne?.valeur }
      precondition(moyennes == autre.finale.ues.mapValues { $0.moyenne?.valeur })
    }
  }
}
