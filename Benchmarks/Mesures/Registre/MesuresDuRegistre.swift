internal import SQL

/// What the register costs, both engines side by side.
enum MesuresDuRegistre {
  static func texte() async throws -> String {
    var sections: [Section] = []
    // Cold readings come first: nothing has warmed nor filled the process before them.
    for moteur in SQLEngine.allCases {
      sections.append(try await LectureDUnePromotion(moteur).section())
      sections.append(try await NoteDurable(moteur).section())
    }
    for moteur in SQLEngine.allCases {
      sections.append(try await ImportDeNotes(moteur).section())
    }
    return Section.texte([entete] + sections)
  }

  private static var entete: Section {
    Section(
      [],
      [
        "SQLite : journal WAL, synchronous=FULL. PostgreSQL : serveur local, fsync actif. Version "
          + "optimisée. Charge de la machine pendant la dernière minute : "
          + "\(Processus.charge ?? "inconnue")."
      ],
    )
  }
}

extension SQLEngine {
  /// The name that people give it.
  var enseigne: String {
    switch self {
    case .sqlite: "SQLite"
    case .postgresql: "PostgreSQL"
    }
  }
}

/// How long something that may wait takes.
func chronometrer(_ travail: () async throws -> Void) async rethrows -> Duration {
  let horloge = ContinuousClock()
  let debut = horloge.now
  try await travail()
  return debut.duration(to: horloge.now)
}
