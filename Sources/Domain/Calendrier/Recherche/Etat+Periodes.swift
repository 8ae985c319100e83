extension Etat {
  @inline(__always)
  func legal(_ g: Int, _ p: Int) -> Bool { conflits[g &* pas &+ p] == 0 }

  /// Places a group without period, or takes it away, in the tables of its neighbours.
  func inscrire(_ g: Int, _ p: Int, signe: Int32) {
    basculer(g, p)
    let bloc = pas * pas
    for i in Int(debut[g])..<Int(debut[g + 1]) {
      let ligne = Int(voisin[i]) * pas
      let source = Int(classe[i]) * bloc + p * pas
      for q in 0..<pas {
        conflits[ligne + q] += Int16(signe) * interdits[source + q]
      }
      couts.ajouter(signe * poids[i], fois: prix, de: source, a: ligne, nombre: pas)
    }
  }

  /// Adds a group to those of a period, or takes it away.
  @inline(__always)
  private func basculer(_ g: Int, _ p: Int) {
    presence[p &* mots &+ (g &>> 6)] ^= 1 &<< UInt64(truncatingIfNeeded: g & 63)
  }

  /// Moves a group from one period to another in the tables of its neighbours.
  func deplacer(_ g: Int, de p: Int, a q: Int) {
    basculer(g, p)
    basculer(g, q)
    let bas = max(0, min(p, q) - portee) & ~3
    let haut = min(pas, (max(p, q) + portee + 4) & ~3)
    for k in bas..<haut { ecart[k] = prix[q &* pas &+ k] &- prix[p &* pas &+ k] }
    let fin = Int(debut[g &+ 1])
    var i = Int(debut[g])
    while i < fin {
      let ligne = Int(voisin[i]) &* pas
      if classe[i] == 0 {
        conflits[ligne &+ p] &-= 1
        conflits[ligne &+ q] &+= 1
        let w = poids[i]
        if w != 0 {
          couts.ajouter(w, fois: ecart, de: bas, a: ligne &+ bas, nombre: haut &- bas)
        }
      } else {
        deplacerSpecial(i, ligne, de: p, a: q)
      }
      i &+= 1
    }
    periode[g] = Int32(truncatingIfNeeded: q)
  }

  private func deplacerSpecial(_ i: Int, _ ligne: Int, de p: Int, a q: Int) {
    let base = Int(classe[i]) * pas * pas
    let avant = base + p * pas
    let apres = base + q * pas
    let w = poids[i]
    for k in 0..<pas {
      conflits[ligne + k] += interdits[apres + k] - interdits[avant + k]
      couts[ligne + k] += w * (prix[apres + k] - prix[avant + k])
    }
  }

  /// First edge from one group to another, or nil.
  @inline(__always)
  func lien(_ g: Int, _ h: Int) -> Int? {
    if premierLien.nombre != 0 {
      let i = Int(premierLien[g &* groupes &+ h])
      return i == 0 ? nil : i &- 1
    }
    return lienCherche(g, h)
  }

  private func lienCherche(_ g: Int, _ h: Int) -> Int? {
    var bas = Int(debut[g])
    var haut = Int(debut[g + 1])
    while bas < haut {
      let milieu = (bas + haut) / 2
      if Int(voisin[milieu]) < h { bas = milieu + 1 } else { haut = milieu }
    }
    return bas < Int(debut[g + 1]) && Int(voisin[bas]) == h ? bas : nil
  }
}
