extension Etat {
  @inline(__always)
  func rangDeCase(_ p: Int, _ r: Int) -> Int { p &* salles &+ r }

  /// Whether a part fits in a room beside what is there.
  @inline(__always)
  func tient(_ m: Int, _ p: Int, _ r: Int) -> Bool {
    let n = Int(tenue[m &* pas &+ p])
    var k = 0
    repeat {
      let c = rangDeCase(p &+ k, r)
      if libre[c] < places[m] || exclusifs[c] != 0 { return false }
      if exclusive[m] != 0 && occupants[c] != 0 { return false }
      k &+= 1
    } while k < n
    return true
  }

  /// What a part would add to the cost in a room.
  @inline(__always)
  func coutEnSalle(_ m: Int, _ p: Int, _ r: Int) -> Int32 {
    var c = penalite[r]
    if dureesMelees != 0 {
      let ici = rangDeCase(p, r)
      if distinctes[ici] != 0, compteDeDuree[ici &* durees &+ Int(rangDeDuree[m])] == 0 {
        c &+= dureesMelees
      }
    }
    if prixDeSalle != 0, salleDeReference[m] >= 0, Int(salleDeReference[m]) != r {
      c &+= prixDeSalle
    }
    return c
  }

  /// What the cost loses when a part leaves its room.
  @inline(__always)
  func gainAuDepart(_ m: Int, _ p: Int) -> Int32 {
    let r = Int(salle[m])
    var c = penalite[r]
    if dureesMelees != 0 {
      let ici = rangDeCase(p, r)
      if distinctes[ici] > 1, compteDeDuree[ici &* durees &+ Int(rangDeDuree[m])] == 1 {
        c &+= dureesMelees
      }
    }
    if prixDeSalle != 0, salleDeReference[m] >= 0, Int(salleDeReference[m]) != r {
      c &+= prixDeSalle
    }
    return c
  }

  @inline(__always)
  func occuper(_ m: Int, _ p: Int, _ r: Int) {
    compter(m, p, r, 1)
    salle[m] = Int32(truncatingIfNeeded: r)
    let d = rangDeCase(p, r) &* durees &+ Int(rangDeDuree[m])
    if compteDeDuree[d] == 0 { distinctes[rangDeCase(p, r)] &+= 1 }
    compteDeDuree[d] &+= 1
  }

  @inline(__always)
  func quitter(_ m: Int, _ p: Int) {
    let r = Int(salle[m])
    compter(m, p, r, -1)
    salle[m] = -1
    let d = rangDeCase(p, r) &* durees &+ Int(rangDeDuree[m])
    compteDeDuree[d] &-= 1
    if compteDeDuree[d] == 0 { distinctes[rangDeCase(p, r)] &-= 1 }
  }

  @inline(__always)
  private func compter(_ m: Int, _ p: Int, _ r: Int, _ signe: Int16) {
    let n = Int(tenue[m &* pas &+ p])
    var k = 0
    repeat {
      let c = rangDeCase(p &+ k, r)
      libre[c] &-= Int32(signe) &* places[m]
      occupants[c] &+= signe
      if exclusive[m] != 0 { exclusifs[c] &+= signe }
      k &+= 1
    } while k < n
  }

  /// The cheapest room where a part fits, the smallest at equal cost; −1 when there is none.
  @inline(__always)
  func chercherSalle(_ m: Int, _ p: Int) -> (salle: Int, cout: Int32) {
    var trouvee = -1
    var moindre = Int32.max
    let fin = Int(debutSalles[m &+ 1])
    var i = Int(debutSalles[m])
    while i < fin {
      let r = Int(possible[i])
      if penalite[r] >= moindre { break }
      if tient(m, p, r) {
        let c = coutEnSalle(m, p, r)
        if c < moindre {
          moindre = c
          trouvee = r
          if c == 0 { break }
        }
      }
      i &+= 1
    }
    return (trouvee, moindre)
  }

  /// A random room of those that suit a part, or −1.
  @inline(__always)
  func salleAuHasard(_ m: Int, _ tirage: UInt64) -> Int {
    let n = Int(debutSalles[m &+ 1]) &- Int(debutSalles[m])
    guard n > 0 else { return -1 }
    let k = Int(truncatingIfNeeded: ((tirage & 0xffff) &* UInt64(truncatingIfNeeded: n)) &>> 16)
    return Int(possible[Int(debutSalles[m]) &+ k])
  }
}
