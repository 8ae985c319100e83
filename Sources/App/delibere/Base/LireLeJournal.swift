internal import Registre
internal import Text

/// `delibere journal`: verifies and exports the journals of a base.
enum LireLeJournal {
  static func verifier(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    let entretien = try AccesALaBase.entretienDUneBase(saisie)
    let tetes = try AccesALaBase.tetes(saisie)
    let bilan = try AccesALaBase.tenter { try entretien.verifierLeJournal(contre: tetes) }
    console.print(frenchSpacing(bilan.texte))
    return bilan.estIntact ? .succes : .erreursTrouvees
  }

  /// Lines are written many at a time.
  static func exporter(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    let entretien = try AccesALaBase.entretienDUneBase(saisie)
    try AccesALaBase.tenter {
      var tampon = ""
      try entretien.exporterLeJournal { ligne in
        tampon += ligne
        guard tampon.utf8.count > 65_536 else { return }
        console.print(tampon)
        tampon = ""
      }
      console.print(tampon)
    }
    return .succes
  }

  static func tete(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    let entretien = try AccesALaBase.entretienDUneBase(saisie)
    let tetes = try AccesALaBase.tenter { try entretien.tetes() }
    console.print(TeteDeChaine.json(tetes))
    return .succes
  }
}
