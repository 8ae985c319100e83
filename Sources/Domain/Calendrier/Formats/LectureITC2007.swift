extension ProblemeDExamens {
  /// Reads an instance of the examination track of the International Timetabling Competition 2007.
  public static func lireITC2007(_ octets: [UInt8]) throws(FauteDInstance) -> ProblemeDExamens {
    var lecture = LectureITC2007()
    try lecture.repartir(try LigneDInstance.lignes(de: octets))
    return try lecture.probleme()
  }
}

/// The sections of a file, then what they say.
struct LectureITC2007 {
  private struct Section {
    let titre: Int
    let annonce: Int?
    var lignes: [LigneDInstance] = []
  }

  private enum Nom: String, CaseIterable {
    case exams = "Exams"
    case periods = "Periods"
    case rooms = "Rooms"
    case periodConstraints = "PeriodHardConstraints"
    case roomConstraints = "RoomHardConstraints"
    case weightings = "InstitutionalWeightings"
  }

  private var sections: [Nom: Section] = [:]
  private var rangDuCandidat: [Int: Int] = [:]
  private var candidats: [Candidat] = []

  /// Puts each line in its section.
  mutating func repartir(_ lignes: [LigneDInstance]) throws(FauteDInstance) {
    var courante: Nom?
    for ligne in lignes {
      if ligne.octets.first == UInt8(ascii: "[") {
        courante = try ouvrir(ligne)
      } else {
        guard let courante else {
          throw FauteDInstance(ligne: ligne.numero, raison: .sectionAttendue)
        }
        sections[courante]?.lignes.append(ligne)
      }
    }
    for nom in [Nom.exams, .periods, .rooms, .weightings] where sections[nom] == nil {
      throw FauteDInstance(ligne: 0, raison: .sectionManquante(nom.rawValue))
    }
    for section in sections.values {
      guard let annonce = section.annonce, annonce != section.lignes.count else { continue }
      throw FauteDInstance(
        ligne: section.titre,
        raison: .effectifFaux(annonce: annonce, lu: section.lignes.count),
      )
    }
  }

  private mutating func ouvrir(_ ligne: LigneDInstance) throws(FauteDInstance) -> Nom {
    let interieur = ligne.octets.dropFirst().prefix { $0 != UInt8(ascii: "]") }
    let morceaux = interieur.split(separator: UInt8(ascii: ":"), maxSplits: 1)
    let texte = String(decoding: morceaux.first ?? [], as: UTF8.self)
    guard let nom = Nom(rawValue: texte) else {
      throw FauteDInstance(ligne: ligne.numero, raison: .sectionInconnue(texte))
    }
    guard sections[nom] == nil else {
      throw FauteDInstance(ligne: ligne.numero, raison: .sectionDeuxFois(texte))
    }
    let annonce = morceaux.count > 1 ? try ligne.nombre(morceaux[1]) : nil
    sections[nom] = Section(titre: ligne.numero, annonce: annonce)
    return nom
  }

  /// The problem that the sections state.
  mutating func probleme() throws(FauteDInstance) -> ProblemeDExamens {
    let exclusives = try epreuvesExclusives()
    var epreuves: [Epreuve] = []
    for ligne in lignes(.exams) { epreuves.append(try epreuve(ligne, epreuves.count, exclusives)) }
    var periodes: [Periode] = []
    for ligne in lignes(.periods) { periodes.append(try periode(ligne)) }
    var salles: [Salle] = []
    for ligne in lignes(.rooms) {
      let n = try valeurs(ligne, 2)
      salles.append(Salle(nom: "\(salles.count)", capacite: n[0], penalite: n[1]))
    }
    guard !salles.isEmpty else {
      throw FauteDInstance(ligne: sections[.rooms]?.titre ?? 0, raison: .aucuneSalle)
    }
    var relations: [Relation] = []
    for ligne in lignes(.periodConstraints) { relations.append(try relation(ligne)) }
    let poids = try ponderations()
    do throws(ProblemeDExamens.Faute) {
      return try ProblemeDExamens(
        epreuves: epreuves,
        periodes: periodes,
        salles: salles,
        candidats: candidats,
        relations: relations,
        poids: poids,
      )
    } catch {
      throw FauteDInstance(ligne: ligneDe(error.lieu), raison: .probleme(error))
    }
  }

  private func lignes(_ nom: Nom) -> [LigneDInstance] { sections[nom]?.lignes ?? [] }

  private func valeurs(_ ligne: LigneDInstance, _ nombre: Int) throws(FauteDInstance) -> [Int] {
    let n = try ligne.nombres()
    guard n.count == nombre else {
      throw FauteDInstance(
        ligne: ligne.numero,
        raison: .valeursAttendues(nombre, lues: n.count),
      )
    }
    return n
  }

  private func epreuvesExclusives() throws(FauteDInstance) -> Set<Int> {
    var resultat: Set<Int> = []
    for ligne in lignes(.roomConstraints) {
      let champs = ligne.champs
      guard champs.count == 2 else {
        throw FauteDInstance(
          ligne: ligne.numero,
          raison: .valeursAttendues(2, lues: champs.count),
        )
      }
      guard champs[1] == "ROOM_EXCLUSIVE" else {
        throw FauteDInstance(ligne: ligne.numero, raison: .contrainteInconnue(champs[1]))
      }
      let rang = try ligne.nombre(Array(champs[0].utf8))
      guard rang < lignes(.exams).count else {
        throw FauteDInstance(ligne: ligne.numero, raison: .epreuveInconnue(champs[0]))
      }
      resultat.insert(rang)
    }
    return resultat
  }

  private mutating func epreuve(
    _ ligne: LigneDInstance,
    _ rang: Int,
    _ exclusives: Set<Int>,
  ) throws(FauteDInstance) -> Epreuve {
    let n = try ligne.nombres()
    guard let duree = n.first else {
      throw FauteDInstance(ligne: ligne.numero, raison: .nombreManquant)
    }
    var inscrits: [Int] = []
    var vus: Set<Int> = []
    for numero in n.dropFirst() {
      let candidat = rangDuCandidat[numero] ?? candidats.count
      if candidat == candidats.count {
        rangDuCandidat[numero] = candidat
        candidats.append(Candidat(nom: "\(numero)"))
      }
      guard vus.insert(candidat).inserted else {
        throw FauteDInstance(ligne: ligne.numero, raison: .candidatDeuxFois("\(numero)"))
      }
      inscrits.append(candidat)
    }
    return Epreuve(
      nom: "\(rang)",
      duree: duree,
      candidats: inscrits,
      exclusive: exclusives.contains(rang),
    )
  }

  private func periode(_ ligne: LigneDInstance) throws(FauteDInstance) -> Periode {
    let champs = ligne.champs
    guard champs.count == 4 else {
      throw FauteDInstance(ligne: ligne.numero, raison: .valeursAttendues(4, lues: champs.count))
    }
    var debut = 0
    let heure = champs[1].utf8.split(separator: UInt8(ascii: ":"))
    var valide = heure.count == 3
    for (morceau, limite) in zip(heure, [24, 60, 60]) where valide {
      let n = try? ligne.nombre(Array(morceau))
      valide = (n ?? limite) < limite
      debut = debut * 60 + (n ?? 0)
    }
    guard valide else {
      throw FauteDInstance(ligne: ligne.numero, raison: .heureInvalide(champs[1]))
    }
    return Periode(
      date: champs[0],
      debut: debut,
      duree: try ligne.nombre(Array(champs[2].utf8)),
      penalite: try ligne.nombre(Array(champs[3].utf8)),
    )
  }

  private func relation(_ ligne: LigneDInstance) throws(FauteDInstance) -> Relation {
    let champs = ligne.champs
    guard champs.count == 3 else {
      throw FauteDInstance(ligne: ligne.numero, raison: .valeursAttendues(3, lues: champs.count))
    }
    let a = try ligne.nombre(Array(champs[0].utf8))
    let b = try ligne.nombre(Array(champs[2].utf8))
    switch champs[1] {
    case "AFTER": return .apres(a, b)
    case "EXAM_COINCIDENCE": return .coincidence(a, b)
    case "EXCLUSION": return .exclusion(a, b)
    case let inconnue:
      throw FauteDInstance(ligne: ligne.numero, raison: .contrainteInconnue(inconnue))
    }
  }

  private func ponderations() throws(FauteDInstance) -> Poids {
    var poids = Poids()
    var vus: Set<String> = []
    for ligne in lignes(.weightings) {
      let champs = ligne.champs
      guard vus.insert(champs[0]).inserted else {
        throw FauteDInstance(ligne: ligne.numero, raison: .poidsDeuxFois(champs[0]))
      }
      var n: [Int] = []
      for champ in champs.dropFirst() { n.append(try ligne.nombre(Array(champ.utf8))) }
      let attendu = champs[0] == "FRONTLOAD" ? 3 : 1
      guard n.count == attendu else {
        throw FauteDInstance(
          ligne: ligne.numero,
          raison: .valeursAttendues(attendu, lues: n.count),
        )
      }
      switch champs[0] {
      case "TWOINAROW": poids.deuxDeSuite = n[0]
      case "TWOINADAY": poids.deuxParJour = n[0]
      case "PERIODSPREAD": poids.ecart = n[0]
      case "NONMIXEDDURATIONS": poids.dureesMelees = n[0]
      case "FRONTLOAD":
        poids.chargeFinale = .init(epreuves: n[0], periodes: n[1], prix: n[2])
      case let inconnu:
        throw FauteDInstance(ligne: ligne.numero, raison: .poidsInconnu(inconnu))
      }
    }
    return poids
  }

  /// The line that states what is at fault.
  private func ligneDe(_ lieu: ProblemeDExamens.Faute.Lieu) -> Int {
    func ligne(_ nom: Nom, _ rang: Int) -> Int {
      let lignes = lignes(nom)
      return lignes.indices.contains(rang) ? lignes[rang].numero : sections[nom]?.titre ?? 0
    }
    switch lieu {
    case .ensemble, .candidat, .surveillant: return sections[.exams]?.titre ?? 0
    case .epreuve(let rang): return ligne(.exams, rang)
    case .periode(let rang): return ligne(.periods, rang)
    case .salle(let rang): return ligne(.rooms, rang)
    case .relation(let rang): return ligne(.periodConstraints, rang)
    case .poids: return sections[.weightings]?.titre ?? 0
    }
  }
}
