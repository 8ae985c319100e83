extension ProblemeDExamens {
  /// Reads an instance of Carter’s benchmark: exams (.crs) and students (.stu).
  ///
  /// The cost is that of 1996: 16, 8, 4, 2, 1 for two exams 1 to 5 periods apart, not yet divided
  /// by the number of students. Enrolments of the first file are read but not believed: published
  /// copies differ from the second by a few students.
  public static func lireToronto(
    epreuves: [UInt8],
    etudiants: [UInt8],
    periodes: Int,
  ) throws(FauteDInstance) -> ProblemeDExamens {
    var lecture = LectureToronto()
    try lecture.lireEpreuves(try LigneDInstance.lignes(de: epreuves))
    try lecture.lireEtudiants(try LigneDInstance.lignes(de: etudiants))
    return try lecture.probleme(periodes)
  }
}

struct LectureToronto {
  private var noms: [String] = []
  private var lignes: [Int] = []
  private var rang: [Int: Int] = [:]
  private var inscrits: [[Int]] = []
  private var candidats: [Candidat] = []

  mutating func lireEpreuves(_ contenu: [LigneDInstance]) throws(FauteDInstance) {
    for ligne in contenu {
      let n = try ligne.nombres()
      guard n.count == 2 else {
        throw FauteDInstance(ligne: ligne.numero, raison: .valeursAttendues(2, lues: n.count))
      }
      let nom = ligne.premierMot
      guard rang[n[0]] == nil else {
        throw FauteDInstance(ligne: ligne.numero, raison: .epreuveDeuxFois(nom))
      }
      rang[n[0]] = noms.count
      noms.append(nom)
      lignes.append(ligne.numero)
      inscrits.append([])
    }
  }

  mutating func lireEtudiants(_ contenu: [LigneDInstance]) throws(FauteDInstance) {
    for ligne in contenu {
      let numeros = try ligne.nombres()
      // Nothing but commas: no more a student than an empty line.
      if numeros.isEmpty { continue }
      var vus: Set<Int> = []
      for numero in numeros {
        guard let epreuve = rang[numero] else {
          throw FauteDInstance(ligne: ligne.numero, raison: .epreuveInconnue("\(numero)"))
        }
        guard vus.insert(epreuve).inserted else {
          throw FauteDInstance(ligne: ligne.numero, raison: .epreuveDeuxFois("\(numero)"))
        }
        inscrits[epreuve].append(candidats.count)
      }
      candidats.append(Candidat(nom: "\(candidats.count + 1)"))
    }
  }

  func probleme(_ periodes: Int) throws(FauteDInstance) -> ProblemeDExamens {
    var poids = Poids()
    poids.proximite = [16, 8, 4, 2, 1]
    do throws(ProblemeDExamens.Faute) {
      return try ProblemeDExamens(
        epreuves: zip(noms, inscrits).map { Epreuve(nom: $0, duree: 0, candidats: $1) },
        periodes: (0..<max(periodes, 0)).map { _ in Periode(date: "", debut: 0, duree: 0) },
        candidats: candidats,
        poids: poids,
      )
    } catch {
      var ligne = 0
      if case .epreuve(let rang) = error.lieu, lignes.indices.contains(rang) {
        ligne = lignes[rang]
      }
      throw FauteDInstance(ligne: ligne, raison: .probleme(error))
    }
  }
}
