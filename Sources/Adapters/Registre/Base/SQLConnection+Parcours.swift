internal import SQL

extension SQLConnection {
  /// Lends every row of a query in constant memory, inside a transaction: PostgreSQL would hold the
  /// whole result, so it is asked through a cursor.
  func parcourir(
    _ nom: SQLText,
    _ requete: SQLText,
    _ valeurs: [SQLValue] = [],
    _ corps: (any SQLRow) throws -> Void,
  ) throws {
    guard engine == .postgresql else { return try query(requete, valeurs, corps) }
    let curseur = "parcours_" + nom
    try execute("DECLARE " + curseur + " NO SCROLL CURSOR FOR " + requete, valeurs)
    var lues = 0
    repeat {
      lues = 0
      try query("FETCH 2000 FROM " + curseur, []) { ligne in
        lues += 1
        try corps(ligne)
      }
    } while lues == 2_000
    try execute("CLOSE " + curseur)
  }
}
