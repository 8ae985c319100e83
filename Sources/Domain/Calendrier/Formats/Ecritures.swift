extension ProblemeDExamens {
  /// The instance as the competition of 2007 writes it; nil when it says more than that can.
  public func texteITC2007() -> String? {
    guard raisonsDeNePasDireITC2007().isEmpty else { return nil }
    var lignes = ["[Exams:\(epreuves.count)]"]
    for e in epreuves {
      lignes.append(
        ([e.duree.description] + e.candidats.map { candidats[$0].nom }).joined(separator: ", ")
      )
    }
    lignes.append("[Periods:\(periodes.count)]")
    for p in periodes { lignes.append("\(p.date), \(p.heure), \(p.duree), \(p.penalite)") }
    lignes.append("[Rooms:\(salles.count)]")
    for s in salles { lignes.append("\(s.capacite), \(s.penalite)") }
    lignes.append("[PeriodHardConstraints]")
    lignes += relations.map(\.texteITC2007)
    lignes.append("[RoomHardConstraints]")
    for (rang, e) in epreuves.enumerated() where e.exclusive {
      lignes.append("\(rang), ROOM_EXCLUSIVE")
    }
    let charge = poids.chargeFinale
    lignes += [
      "[InstitutionalWeightings]", "TWOINAROW, \(poids.deuxDeSuite)",
      "TWOINADAY, \(poids.deuxParJour)", "PERIODSPREAD, \(poids.ecart)",
      "NONMIXEDDURATIONS, \(poids.dureesMelees)",
      "FRONTLOAD, \(charge.epreuves), \(charge.periodes), \(charge.prix)",
    ]
    return lignes.joined(separator: "\n") + "\n"
  }

  /// Both files of Carter’s benchmark, exams and students; nil when the problem says more.
  public func textesToronto() -> (epreuves: String, etudiants: String)? {
    guard raisonsDeNePasDireToronto().isEmpty else { return nil }
    var listes: [[String]] = Array(repeating: [], count: candidats.count)
    for e in epreuves {
      for c in e.candidats { listes[c].append(e.nom) }
    }
    return (
      epreuves.map { "\($0.nom) \($0.candidats.count)\n" }.joined(),
      listes.map { $0.joined(separator: " ") + "\n" }.joined(),
    )
  }
}

extension Relation {
  fileprivate var texteITC2007: String {
    switch self {
    case .coincidence(let a, let b): "\(a), EXAM_COINCIDENCE, \(b)"
    case .exclusion(let a, let b): "\(a), EXCLUSION, \(b)"
    case .apres(let a, let b): "\(a), AFTER, \(b)"
    }
  }
}

extension CalendrierDExamens {
  /// One line for each exam: period and room, from 0.
  public func texteITC2007() -> String {
    placements.map { "\($0.periode), \($0.salle ?? 0)\n" }.joined()
  }

  /// One line for each exam: its name and its period, from 0.
  public func texteToronto(_ probleme: ProblemeDExamens) -> String {
    placements.map { "\(probleme.epreuves[$0.epreuve].nom) \($0.periode)\n" }.joined()
  }

  /// Reads a solution of the competition of 2007, whether it is feasible or not.
  public static func lireITC2007(
    _ octets: [UInt8],
    pour probleme: ProblemeDExamens,
  ) throws(FauteDInstance) -> CalendrierDExamens {
    let lignes = try LigneDInstance.lignes(de: octets)
    var places: [(periode: Int, salle: Int?)] = []
    for ligne in lignes {
      let n = try ligne.nombres()
      guard n.count == 2 else {
        throw FauteDInstance(ligne: ligne.numero, raison: .valeursAttendues(2, lues: n.count))
      }
      guard n[0] < probleme.periodes.count, n[1] < probleme.salles.count else {
        throw FauteDInstance(ligne: ligne.numero, raison: .placeInvalide(ligne.texte))
      }
      places.append((n[0], n[1]))
    }
    guard places.count == probleme.epreuves.count else {
      throw FauteDInstance(
        ligne: 0,
        raison: .effectifFaux(annonce: probleme.epreuves.count, lu: places.count),
      )
    }
    return CalendrierDExamens(probleme, places: places)
  }

  /// Reads a solution of Carter’s benchmark, periods from 0 (from 1 when none is 0).
  public static func lireToronto(
    _ octets: [UInt8],
    pour probleme: ProblemeDExamens,
  ) throws(FauteDInstance) -> CalendrierDExamens {
    var rang: [Int: Int] = [:]
    for (k, e) in probleme.epreuves.enumerated() {
      if let numero = Int(e.nom) { rang[numero] = k }
    }
    var periodes = [Int?](repeating: nil, count: probleme.epreuves.count)
    for ligne in try LigneDInstance.lignes(de: octets) {
      let n = try ligne.nombres()
      guard n.count == 2 else {
        throw FauteDInstance(ligne: ligne.numero, raison: .valeursAttendues(2, lues: n.count))
      }
      guard let epreuve = rang[n[0]] else {
        throw FauteDInstance(ligne: ligne.numero, raison: .epreuveInconnue("\(n[0])"))
      }
      guard periodes[epreuve] == nil else {
        throw FauteDInstance(ligne: ligne.numero, raison: .epreuveDeuxFois("\(n[0])"))
      }
      guard n[1] <= probleme.periodes.count else {
        throw FauteDInstance(ligne: ligne.numero, raison: .placeInvalide(ligne.texte))
      }
      periodes[epreuve] = n[1]
    }
    let connues = periodes.compactMap(\.self)
    guard connues.count == periodes.count else {
      throw FauteDInstance(
        ligne: 0,
        raison: .effectifFaux(annonce: periodes.count, lu: connues.count),
      )
    }
    let base = connues.contains(0) ? 0 : 1
    guard connues.allSatisfy({ $0 - base < probleme.periodes.count }) else {
      throw FauteDInstance(ligne: 0, raison: .placeInvalide("\(probleme.periodes.count)"))
    }
    return CalendrierDExamens(probleme, places: connues.map { ($0 - base, nil) })
  }
}
