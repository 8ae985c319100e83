import Echanges
import JSON
import Scolarite

private let bibliotheque = Bibliotheque { _ in nil }

/// Reads any bytes as a dossier, as a profile and as specialities of the BTS; what can be read is deliberated, with its grounds.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDossier(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  _ = try? ProfilLu(json: bytes)
  if let specialites = try? SpecialiteBTS.lire(json: bytes) {
    for specialite in specialites {
      precondition((try? SpecialiteBTS.lire(json: Array(specialite.texte.utf8))) == [specialite])
    }
  }
  do {
    deliberer(try DossierJSON.read(bytes, bibliotheque))
  } catch {
    precondition(!error.description.isEmpty)
  }
  return 0
}

/// The proof changes nothing to the verdict, and every average stays within its bounds.
private func deliberer(_ lu: DossierLu) {
  switch lu.demande {
  case .but(let dossier):
    let nus = Deliberation<SansPreuve>.resultats(dossier, lu.reglement)
    let motives = Deliberation<AvecPreuve>.resultats(dossier, lu.reglement)
    precondition(nus.ects == motives.ects && nus.but.valeur == motives.but.valeur)
    for annee in nus.annees {
      for ue in annee.finale.ues.values {
        precondition(ue.moyenne.map { $0.valeur >= 0 && $0.valeur <= 20 } ?? true)
      }
    }
    _ = ResultatsJSON.encode(motives, de: lu).rendered()
  case .bts(let candidat):
    if let resultat = Moteur<AvecPreuve>.sessionExceptionnelle(candidat) {
      _ = ResultatsJSON.encode(resultat, de: lu).rendered()
    }
  }
}
