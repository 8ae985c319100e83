internal import Calendrier
internal import Spreadsheets
internal import Text

// Exams, who sits them, and what ties them.
extension LectureDeSession {
  /// The exams without their candidates.
  mutating func lireEpreuves(periodes: Int) -> [Epreuve] {
    guard let table = table(.epreuves, exigee: true) else { return [] }
    return table.lignes.map { ligne in
      Epreuve(
        nom: epreuves.ajouter(table, ligne, .code, &fautes),
        duree: table.nombre(ligne, .duree, &fautes) ?? 0,
        candidats: [],
        forme: [.ecrit, .oral, .projet][mot(table, ligne, .forme, MotsDeSession.formes)],
        exclusive: mot(table, ligne, .seule, [MotsDeSession.non, MotsDeSession.oui]) == 1,
        salles: sallesPermises(table, ligne),
        sallesAuPlus: table.nombre(ligne, .sallesAuPlus, vide: 1, &fautes) ?? 1,
        periodes: periodesPermises(table, ligne, periodes),
        surveillants: rangs(table, ligne, .jury, \.surveillants),
        surveillantsParSalle: table.nombre(ligne, .surveillantsParSalle, vide: 0, &fautes) ?? 0,
        intitule: table.texte(ligne, .intitule, &fautes) ?? "",
        formation: table.texte(ligne, .formation, &fautes) ?? "",
      )
    }
  }

  private mutating func sallesPermises(_ table: TableDeSession, _ ligne: Int) -> [Int]? {
    guard !table.cellule(ligne, .sallesPermises).isBlank else { return nil }
    let liste = table.liste(ligne, .sallesPermises, &fautes)
    if liste == [MotsDeSession.aucun], salles.rang(MotsDeSession.aucun) == nil { return [] }
    return rangs(table, ligne, .sallesPermises, \.salles)
  }

  private mutating func periodesPermises(_ table: TableDeSession, _ ligne: Int, _ nombre: Int)
    -> [Int]?
  {
    let permis = !table.cellule(ligne, .creneauxPermis).isBlank
    guard !table.cellule(ligne, .creneauxInterdits).isBlank else {
      return permis ? rangs(table, ligne, .creneauxPermis, \.creneaux) : nil
    }
    if permis { fautes.noter(.permisEtInterdits, table.place(ligne, .creneauxInterdits)) }
    let interdits = Set(rangs(table, ligne, .creneauxInterdits, \.creneaux))
    return (0..<nombre).filter { !interdits.contains($0) }
  }

  /// For each exam, its candidates in the order of rows.
  mutating func lireInscriptions() -> [[Int]] {
    var listes: [[Int]] = Array(repeating: [], count: epreuves.noms.count)
    guard let table = table(.inscriptions, exigee: true) else { return listes }
    var vues: [[Int]: Int] = [:]
    for ligne in table.lignes {
      guard let epreuve = rang(table, ligne, .epreuve, \.epreuves),
        let candidat = rang(table, ligne, .candidat, \.candidats)
      else { continue }
      if let autre = vues[[epreuve, candidat]] {
        fautes.noter(
          .doublon(autre: table.place(autre, .candidat)),
          table.place(ligne, .candidat),
          lu: .text("\(epreuves.noms[epreuve]), \(candidats.noms[candidat])"),
        )
        continue
      }
      vues[[epreuve, candidat]] = ligne
      listes[epreuve].append(candidat)
    }
    return listes
  }

  mutating func lireRelations() -> [Relation] {
    guard let table = table(.relations, exigee: false) else { return [] }
    var relations: [Relation] = []
    for ligne in table.lignes {
      if table.cellule(ligne, .relation).isBlank {
        fautes.noter(.vide(attendu: "une relation"), table.place(ligne, .relation))
      }
      let sorte = mot(table, ligne, .relation, MotsDeSession.relations)
      guard let premiere = rang(table, ligne, .epreuve, \.epreuves),
        let seconde = rang(table, ligne, .autre, \.epreuves)
      else { continue }
      lieuxDesRelations.append(table.place(ligne, .relation))
      switch sorte {
      case 0: relations.append(.coincidence(premiere, seconde))
      case 1: relations.append(.exclusion(premiere, seconde))
      default: relations.append(.apres(premiere, seconde))
      }
    }
    return relations
  }
}
