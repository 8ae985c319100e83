/// A calendar under search: the model in flat tables, what is placed, and what each move would cost.
///
/// For each group and period, `conflits` counts the neighbours that forbid it (0: legal) and
/// `couts` is what the group would cost there against all others, so that the cost of a move of
/// period is one difference; only an accepted move pays, for the rows of its neighbours.
struct Etat: ~Copyable {
  let modele: Modele
  let groupes: Int
  let periodes: Int
  let pas: Int
  let salles: Int
  var alea: Alea
  /// Cost of what is placed, fixed part included.
  var cout = 0
  /// Moves of period accepted since the beginning.
  var acceptations = 0

  // Periods.
  let periode: Tableau<Int32>
  let conflits: Tableau<Int16>
  let couts: Tableau<Int32>
  let debut: Tableau<Int32>
  let voisin: Tableau<Int32>
  let poids: Tableau<Int32>
  let classe: Tableau<Int32>
  let interdits: Tableau<Int16>
  let prix: Tableau<Int32>
  let ecart: Tableau<Int32>
  let premierLien: Tableau<Int32>
  /// For each group, its neighbours as bits; for each period, the groups that stand there.
  let mots: Int
  let adjacence: Tableau<UInt64>
  let presence: Tableau<UInt64>
  /// 1 where a group has an edge that is not simple.
  let special: Tableau<UInt8>
  /// How far apart two periods of a simple edge still cost something.
  let portee: Int

  // Parts and rooms.
  let debutMembres: Tableau<Int32>
  let membre: Tableau<Int32>
  /// The only part of a group that needs a room and nothing else; −1: none; −2: not so simple.
  let seul: Tableau<Int32>
  let salle: Tableau<Int32>
  let places: Tableau<Int32>
  let exclusive: Tableau<UInt8>
  let tenue: Tableau<Int32>
  let rangDeDuree: Tableau<Int32>
  let durees: Int
  let debutSalles: Tableau<Int32>
  let possible: Tableau<Int32>
  let penalite: Tableau<Int32>
  let libre: Tableau<Int32>
  let occupants: Tableau<Int16>
  let exclusifs: Tableau<Int16>
  let compteDeDuree: Tableau<Int16>
  let distinctes: Tableau<Int16>
  let dureesMelees: Int32
  let gainMaximal: Int32
  let salleDeReference: Tableau<Int32>
  let prixDeSalle: Int32

  // People.
  let besoin: Tableau<Int32>
  /// Seats of the largest part of each group.
  let taille: Tableau<Int32>
  let presents: Tableau<Int32>
  let aSurveillants: Bool
  let debutEtudiants: Tableau<Int32>
  let etudiant: Tableau<Int32>
  let parJour: Tableau<Int16>
  let jour: Tableau<Int32>
  let jours: Int
  let plafond: Int16
  let prixDuPlafond: Int32

  // What a compound move writes, and the best calendar.
  let chaine: Chaine
  let meilleurePeriode: Tableau<Int32>
  let meilleureSalle: Tableau<Int32>
  var meilleurCout = Int.max

  deinit { liberer() }
}

/// The groups of a compound move, and the rooms to give back if it is refused.
struct Chaine {
  static let capacite = 512
  let groupe = Tableau<Int32>(repeating: 0, count: capacite)
  let ancienne = Tableau<Int32>(repeating: 0, count: capacite)
  let nouvelle = Tableau<Int32>(repeating: 0, count: capacite)
  let marque: Tableau<UInt8>
  /// The groups of a Kempe chain, as bits.
  let pris: Tableau<UInt64>
  let ancienneSalle: Tableau<Int32>

  init(groupes: Int, parties: Int) {
    marque = Tableau(repeating: 0, count: groupes)
    pris = Tableau(repeating: 0, count: (groupes + 63) / 64)
    ancienneSalle = Tableau(repeating: -1, count: parties)
  }

  func liberer() {
    groupe.liberer()
    ancienne.liberer()
    nouvelle.liberer()
    marque.liberer()
    pris.liberer()
    ancienneSalle.liberer()
  }
}
