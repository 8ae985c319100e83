internal import Actes

extension ProblemeDAPI {
  /// Why an act did not happen.
  /// - Parameters:
  ///   - refus: what the act says.
  ///   - pointeur: where the body says what was refused.
  ///   - lieux: where the body says the fields that acts name otherwise.
  init(_ refus: Refus, a pointeur: String = "", lieux: [String: String] = [:]) {
    switch refus {
    case .interdit: self.init(.droitManquant, refus.phrase)
    case .inconnu(.groupe):
      self = .invalide([
        FauteDAPI(pointeur: pointeur + "/groupes", detail: "nomme un groupe inconnu")
      ])
    case .inconnu: self.init(.inconnu, refus.phrase)
    case .conflit(let conflit):
      self.init(.conflit, refus.phrase)
      conflits = [Conflit(pointeur: pointeur + "/version", conflit: conflit)]
    case .etat(.motifManquant):
      self = .invalide([FauteDAPI(pointeur: "/motif", detail: "manque : dites pourquoi")])
    case .etat, .regle: self.init(.etat, refus.phrase)
    case .donnees(let fautes):
      self = .invalide(
        fautes.map { faute in
          let place = lieux[faute.lieu] ?? "/" + faute.lieu.commePointeur
          return FauteDAPI(pointeur: pointeur + place, detail: faute.nature.phrase)
        }
      )
    }
  }

  /// Why several things were not done: a conflict where others wrote, faults for all the rest.
  init(_ lot: LotRefuse, dans cle: String, lieux: [String: String]) {
    let problemes = lot.lignes.map { ligne in
      (ligne, ProblemeDAPI(ligne.refus, a: "/\(cle)/\(ligne.rang)", lieux: lieux))
    }
    let conflits = problemes.flatMap(\.1.conflits)
    let fautes = problemes.flatMap { ligne, probleme in
      guard probleme.fautes.isEmpty, probleme.conflits.isEmpty else { return probleme.fautes }
      return [FauteDAPI(pointeur: "/\(cle)/\(ligne.rang)", detail: probleme.detail)]
    }
    self.init(
      conflits.isEmpty ? .invalide : .conflit,
      "Rien n’a été écrit : \(compte(lot.lignes.count, "ligne")) ne peuvent l’être.",
    )
    self.conflits = conflits
    self.fautes = Array(fautes.prefix(100))
  }
}
