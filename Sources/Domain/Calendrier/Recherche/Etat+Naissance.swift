/// What is to be kept of a published calendar, and at which price.
struct Fidelite: Sendable {
  /// Period of each group, −1 when free.
  var periodes: [Int32] = []
  /// Room of each part, −1 when free.
  var salles: [Int32] = []
  /// For each exam that changes period.
  var prixDePeriode = 0
  /// For each part that changes room.
  var prixDeSalle = 0
}

extension Etat {
  init(_ modele: Modele, graine: UInt64, fidelite: Fidelite = Fidelite()) {
    self.modele = modele
    groupes = modele.nombreDeGroupes
    periodes = modele.periodes
    pas = modele.pas
    salles = modele.probleme.salles.count
    alea = Alea(graine: graine)
    let liens = modele.liens
    let parties = modele.parties
    periode = Tableau(repeating: -1, count: groupes)
    conflits = Tableau(modele.interdit.map { $0 ? Self.jamais : 0 })
    couts = Tableau(modele.coutsDeDepart(fidelite))
    debut = Tableau(liens.debut.map { Int32($0) })
    voisin = Tableau(liens.voisin)
    poids = Tableau(liens.poids)
    classe = Tableau(liens.classe)
    interdits = Tableau(liens.interdits)
    prix = Tableau(liens.prix)
    ecart = Tableau(repeating: 0, count: modele.pas)
    premierLien = Tableau(modele.premiersLiens())
    mots = (groupes + 63) / 64
    adjacence = Tableau(modele.adjacence())
    presence = Tableau(repeating: 0, count: modele.periodes * mots)
    special = Tableau(modele.groupesSpeciaux())
    portee = modele.porteeSimple()

    debutMembres = Tableau(modele.membres.debuts())
    membre = Tableau(modele.membres.flatMap { $0.map { Int32($0) } })
    seul = Tableau(modele.partiesSeules())
    salle = Tableau(repeating: -1, count: parties.count)
    places = Tableau(parties.map { Int32($0.places ?? -1) })
    exclusive = Tableau(
      parties.map { $0.exclusive || modele.probleme.epreuves[$0.epreuve].exclusive ? 1 : 0 }
    )
    tenue = Tableau(modele.tenues)
    let distincts = Array(Set(parties.map(\.duree))).sorted()
    rangDeDuree = Tableau(parties.map { Int32(distincts.firstIndex(of: $0.duree) ?? 0) })
    durees = distincts.count
    debutSalles = Tableau(modele.sallesPossibles.debuts())
    possible = Tableau(modele.sallesPossibles.flatMap { $0.map { Int32($0) } })
    penalite = Tableau(modele.probleme.salles.map { Int32($0.penalite) })
    libre = Tableau(modele.placesLibres())
    let cases = modele.periodes * modele.probleme.salles.count
    occupants = Tableau(repeating: 0, count: cases)
    exclusifs = Tableau(repeating: 0, count: cases)
    distinctes = Tableau(repeating: 0, count: cases)
    compteDeDuree = Tableau(repeating: 0, count: cases * distincts.count)
    dureesMelees = Int32(modele.probleme.poids.dureesMelees)
    gainMaximal =
      Int32(modele.probleme.poids.dureesMelees + fidelite.prixDeSalle)
      + Int32(modele.probleme.salles.map(\.penalite).max() ?? 0)
    salleDeReference = Tableau(
      fidelite.salles.isEmpty
        ? Array(repeating: -1, count: parties.count) : fidelite.salles
    )
    prixDeSalle = Int32(fidelite.prixDeSalle)

    besoin = Tableau(parties.map { Int32($0.besoinDePersonnes) })
    taille = Tableau(modele.tailles())
    presents = Tableau(modele.presents.map { Int32($0) })
    aSurveillants = modele.besoins.contains { $0 > 0 }
    let limite = modele.probleme.poids.plafondParJour
    let etudiants = limite == nil ? [] : modele.etudiantsDesGroupes()
    debutEtudiants = Tableau(etudiants.debuts())
    etudiant = Tableau(etudiants.flatMap { $0 })
    jours = (modele.probleme.jours.last ?? 0) + 1
    jour = Tableau(modele.probleme.jours.map { Int32($0) })
    parJour = Tableau(
      repeating: 0,
      count: limite == nil ? 0 : modele.probleme.candidats.count * jours,
    )
    plafond = Int16(clamping: limite?.nombre ?? -1)
    prixDuPlafond = Int32(limite?.prix ?? 0)

    chaine = Chaine(groupes: groupes, parties: parties.count)
    meilleurePeriode = Tableau(repeating: -1, count: groupes)
    meilleureSalle = Tableau(repeating: -1, count: parties.count)
    cout = modele.coutFixe
  }

  /// Count of conflicts that marks a period as never allowed.
  static var jamais: Int16 { 16_000 }

  func liberer() {
    for t in [
      periode, couts, debut, voisin, poids, classe, prix, ecart, premierLien, debutMembres,
      membre, seul, salle, places, tenue, rangDeDuree, debutSalles, possible, penalite, libre,
      salleDeReference, besoin, taille, presents, debutEtudiants, etudiant, jour, meilleurePeriode,
      meilleureSalle,
    ] { t.liberer() }
    for t in [
      conflits, interdits, occupants, exclusifs, compteDeDuree, distinctes, parJour,
    ] { t.liberer() }
    special.liberer()
    adjacence.liberer()
    presence.liberer()
    exclusive.liberer()
    chaine.liberer()
  }
}

extension Array {
  /// Where each list begins once all are joined, and where the last ends.
  func debuts<T>() -> [Int32] where Element == [T] {
    var resultat: [Int32] = [0]
    for liste in self { resultat.append(resultat[resultat.count - 1] + Int32(liste.count)) }
    return resultat
  }
}

extension Modele {
  fileprivate func coutsDeDepart(_ fidelite: Fidelite) -> [Int32] {
    guard !fidelite.periodes.isEmpty, fidelite.prixDePeriode > 0 else { return statique }
    var resultat = statique
    for g in membres.indices where fidelite.periodes[g] >= 0 {
      let epreuves = Set(membres[g].map { parties[$0].epreuve }).count
      for p in 0..<periodes where p != Int(fidelite.periodes[g]) {
        resultat[g * pas + p] += Int32(fidelite.prixDePeriode * epreuves)
      }
    }
    return resultat
  }

  /// First edge plus one for each pair of groups; empty when that would be too large.
  fileprivate func premiersLiens() -> [Int32] {
    let n = membres.count
    guard n <= 4096 else { return [] }
    var resultat = [Int32](repeating: 0, count: n * n)
    for g in 0..<n {
      for i in (liens.debut[g]..<liens.debut[g + 1]).reversed() {
        resultat[g * n + Int(liens.voisin[i])] = Int32(i + 1)
      }
    }
    return resultat
  }

  fileprivate func adjacence() -> [UInt64] {
    let mots = (membres.count + 63) / 64
    var resultat = [UInt64](repeating: 0, count: membres.count * mots)
    for g in membres.indices {
      for i in liens.debut[g]..<liens.debut[g + 1] {
        let h = Int(liens.voisin[i])
        resultat[g * mots + h / 64] |= 1 << UInt64(h % 64)
      }
    }
    return resultat
  }

  fileprivate func groupesSpeciaux() -> [UInt8] {
    membres.indices.map { g in
      (liens.debut[g]..<liens.debut[g + 1]).contains { liens.classe[$0] != 0 } ? 1 : 0
    }
  }

  fileprivate func porteeSimple() -> Int {
    var portee = 0
    for p in 0..<periodes {
      for q in 0..<periodes where liens.prix[p * pas + q] != 0 {
        portee = max(portee, abs(p - q))
      }
    }
    return portee
  }

  fileprivate func partiesSeules() -> [Int32] {
    membres.indices.map { g in
      guard besoins[g] == 0, probleme.poids.plafondParJour == nil else { return -2 }
      let avecSalle = membres[g].filter { parties[$0].places != nil }
      guard let m = avecSalle.first else { return -1 }
      guard avecSalle.count == 1 else { return -2 }
      let longue = (0..<periodes).contains { tenues[m * pas + $0] > 1 }
      return longue ? -2 : Int32(m)
    }
  }

  fileprivate func tailles() -> [Int32] {
    membres.map { Int32($0.map { parties[$0].places ?? 0 }.max() ?? 0) }
  }

  fileprivate func placesLibres() -> [Int32] {
    (0..<periodes).flatMap { p in
      probleme.salles.map { $0.indisponible.contains(p) ? -1_000_000 : Int32($0.capacite) }
    }
  }

  fileprivate func etudiantsDesGroupes() -> [[Int32]] {
    membres.map { membres in
      membres.flatMap { m in
        probleme.epreuves[parties[m].epreuve].forme == .projet
          ? [] : parties[m].candidats.map { Int32($0) }
      }
    }
  }
}
