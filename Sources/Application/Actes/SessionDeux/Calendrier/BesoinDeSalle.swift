public import Scolarite

/// What exams of a session need of a room, and which.
public struct BesoinDeSalle: Hashable, Sendable {
  public let equipement: EquipementDeSalle
  /// The UE whose exams need it, in order.
  public let ues: [CodeUE]
  /// Whether a room has it; what none has binds no exam, since nothing could be placed.
  public let estOffert: Bool
}

extension EpreuveDeSession2 {
  /// What its room must have; work handed in has no room.
  var besoinsDeSalle: [EquipementDeSalle] {
    formes.contains { $0 != .projet } ? EquipementDeSalle.liste(besoins) : []
  }
}

extension MatiereDeCalendrier {
  /// What its exams need, each once, in the order of UE.
  func besoins(_ salles: [LieuxDeSession2.Salle]) -> [BesoinDeSalle] {
    var ordre: [EquipementDeSalle] = []
    var ues: [String: [CodeUE]] = [:]
    for epreuve in epreuves {
      for besoin in epreuve.besoinsDeSalle {
        if ues[besoin.cle] == nil { ordre.append(besoin) }
        ues[besoin.cle, default: []].append(epreuve.ue)
      }
    }
    return ordre.map { besoin in
      BesoinDeSalle(
        equipement: besoin,
        ues: ues[besoin.cle] ?? [],
        estOffert: salles.offrent(besoin),
      )
    }
  }
}
