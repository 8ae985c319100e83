import Echanges
import Fiction
import JSON
import Scolarite
import Testing

@Suite("Règles : propriétés sur des dossiers tirés au hasard")
struct ProprietesTests {
  typealias Etat = EtatDAnnee<SansPreuve>

  /// Looks for a dossier that breaks a property: its seed and what is wrong.
  private func contreExemple(
    sur nombre: UInt64,
    _ chercher: (inout Hasard) throws -> String?,
  ) throws -> String? {
    for graine in 0..<nombre {
      var hasard = Hasard(graine: graine)
      if let faute = try chercher(&hasard) { return "graine \(graine) : \(faute)" }
    }
    return nil
  }

  private func etat(_ annee: AnneeSuivie, _ reglages: Reglement) throws -> Etat {
    let dossier = Dossier(etudiant: "tirage", annees: [annee])
    return try #require(Deliberation<SansPreuve>.resultats(dossier, reglages).annees.last).finale
  }

  /// What is worse in one state than in another; `nil` when nothing is.
  private func recul(_ avant: Etat, _ apres: Etat) -> String? {
    for (code, ue) in avant.ues {
      guard let nouvelle = apres.ues[code] else { return "\(code.texte) a disparu" }
      if let ancienne = ue.moyenne?.valeur, let moyenne = nouvelle.moyenne?.valeur {
        guard moyenne >= ancienne else { return "\(code.texte) : la moyenne baisse" }
      }
      guard nouvelle.acquise || !ue.acquise else { return "\(code.texte) n’est plus acquise" }
    }
    for (cle, rcue) in avant.rcues {
      guard apres.rcues[cle]?.valide == true || !rcue.valide else { return "\(cle.nom) se perd" }
    }
    guard apres.ects.valeur >= avant.ects.valeur else { return "des crédits se perdent" }
    let rang: (Bool?) -> Int = { $0 == true ? 2 : ($0 == nil ? 1 : 0) }
    guard rang(apres.poursuite?.autorisee) >= rang(avant.poursuite?.autorisee) else {
      return "le passage se ferme"
    }
    return nil
  }

  @Test("monter une note ne fait rien perdre", arguments: Terrain.tous)
  func raisingAMark(terrain: Terrain) throws {
    let (lu, programmes) = try terrain.lire()
    let faute = try contreExemple(sur: 300) { hasard in
      let annee = hasard.annee(2025, programmes[0])
      let rang = hasard.entier(0...(annee.semestres.count - 1))
      let module = annee.semestres[rang].notes.keys.sorted().randomElement(using: &hasard)
      let meilleure = annee.changee { semestre in
        guard semestre.numero == annee.semestres[rang].numero, let module else { return semestre }
        var notes = semestre.notes
        notes[module] = notes[module]?.map { $0.montee(de: hasard.quarts(1...16)) }
        return semestre.avec(notes: notes)
      }
      return recul(try etat(annee, lu.reglement), try etat(meilleure, lu.reglement))
    }
    #expect(faute == nil)
  }

  @Test("plus d’absences n’aide jamais", arguments: Terrain.tous)
  func moreAbsence(terrain: Terrain) throws {
    let (lu, programmes) = try terrain.lire()
    let faute = try contreExemple(sur: 300) { hasard in
      let annee = hasard.annee(2025, programmes[0])
      let numero = hasard.parmi(annee.semestres).numero
      let abi = hasard.quarts(0...40)
      let abj = hasard.quarts(0...80)
      let absente = annee.changee { semestre in
        guard semestre.numero == numero else { return semestre }
        let absences = semestre.absences
        return semestre.avec(
          absences: Absences(
            heuresABI: absences.heuresABI + abi,
            heuresABJ: absences.heuresABJ + abj,
            creneaux: absences.creneaux,
          )
        )
      }
      return recul(try etat(absente, lu.reglement), try etat(annee, lu.reglement))
    }
    #expect(faute == nil)
  }

  @Test(
    "l’ordre des évaluations, des créneaux et des activités n’importe pas",
    arguments: Terrain.tous,
  )
  func orderDoesNotMatter(terrain: Terrain) throws {
    let (lu, programmes) = try terrain.lire()
    let faute = try contreExemple(sur: 80) { hasard in
      let dossier = hasard.cursus(programmes)
      let melange = Dossier(
        etudiant: "tirage",
        annees: dossier.annees.map { hasard.melange($0) },
        redoublement: dossier.redoublement,
      )
      return difference(
        champs(SansPreuve.self, dossier, lu),
        champs(SansPreuve.self, melange, lu),
      )
    }
    #expect(faute == nil)
  }

  @Test("la preuve ne change aucun résultat", arguments: Terrain.tous)
  func proofChangesNothing(terrain: Terrain) throws {
    let (lu, programmes) = try terrain.lire()
    let faute = try contreExemple(sur: 30) { hasard in
      let dossier = hasard.cursus(programmes)
      return difference(
        champs(SansPreuve.self, dossier, lu),
        champs(AvecPreuve.self, dossier, lu),
      )
    }
    #expect(faute == nil)
  }

  @Test(
    "les notes d’une compétence ne changent rien aux autres",
    // Une moyenne de semestre ouvrirait ou fermerait la session 2 d’une compétence par une autre.
    arguments: Terrain.tous.filter { $0.reglages["critereSession2"] == nil },
  )
  func competencesAreApart(terrain: Terrain) throws {
    let (lu, programmes) = try terrain.lire()
    let faute = try contreExemple(sur: 80) { hasard in
      let dossier = hasard.cursus(programmes)
      let change = Dossier(
        etudiant: "tirage",
        annees: dossier.annees.map { hasard.autresNotes($0, competence: 2) },
      )
      return difference(
        champs(SansPreuve.self, dossier, lu),
        champs(SansPreuve.self, change, lu),
      ) {
        chemin in
        let parties = chemin.split(separator: ".")
        guard parties.count > 3, ["ues", "rcues"].contains(parties[2]) else { return false }
        return !parties[3].hasSuffix("2")
      }
    }
    #expect(faute == nil)
  }

  @Test(
    "toute moyenne est entre 0 et 20, et les crédits sont ceux des UE acquises, jamais repris",
    arguments: Terrain.tous,
  )
  func bounds(terrain: Terrain) throws {
    let (lu, programmes) = try terrain.lire()
    let faute = try contreExemple(sur: 300) { hasard in
      let dossier = hasard.cursus(programmes)
      let resultats = Deliberation<SansPreuve>.resultats(dossier, lu.reglement)
      var gagnees: Set<CodeUE> = []
      for annee in resultats.annees {
        for etat in [annee.session1, annee.finale].compactMap({ $0 }) {
          let moyennes =
            etat.ues.values.compactMap { $0.moyenne?.valeur }
            + etat.rcues.values.compactMap { $0.moyenne?.valeur }
          guard moyennes.allSatisfy({ $0 >= 0 && $0 <= 20 }) else { return "hors de l’échelle" }
          let acquises = etat.ues.values.filter { $0.acquise && !gagnees.contains($0.ue.code) }
          let ects = Fraction(acquises.map(\.ue.ects).somme())
          guard etat.ects.valeur == ects else { return "\(etat.ects.valeur.exacte) crédits" }
        }
        gagnees.formUnion(annee.finale.ues.values.filter(\.acquise).map(\.ue.code))
      }
      let cumules = resultats.annees.map(\.finale.ectsCumules)
      guard cumules == cumules.sorted() else { return "les crédits cumulés baissent" }
      return cumules.last == resultats.ects ? nil : "cumul différent du total"
    }
    #expect(faute == nil)
  }

  /// The results as fields, without grounds, nor what names things in the order they were written.
  private func champs<M: Motivation>(
    _ motivation: M.Type,
    _ dossier: Dossier,
    _ lu: DossierLu,
  ) -> [String: String] {
    let resultats = Deliberation<M>.resultats(dossier, lu.reglement)
    guard case .object(let membres) = ResultatsJSON.encode(resultats, de: lu).value else {
      return [:]
    }
    let utiles = JSONNode.object(membres.filter { $0.key != "preuves" })
    return Champs(utiles).valeurs.filter { chemin, _ in
      !chemin.contains("manque[") && !chemin.contains("signalements[")
    }
  }

  private func difference(
    _ gauche: [String: String],
    _ droite: [String: String],
    _ retenus: (String) -> Bool = { _ in true },
  ) -> String? {
    Set(gauche.keys).union(droite.keys).sorted().first {
      retenus($0) && gauche[$0] != droite[$0]
    }.map { "\($0) : \(gauche[$0] ?? "rien") et \(droite[$0] ?? "rien")" }
  }
}

extension Evaluation {
  /// The same test, its mark raised within its scale.
  fileprivate func montee(de points: Decimale) -> Evaluation {
    guard case .note(let note) = entree else { return self }
    let plus = Note(min(note.valeur + points, note.bareme), sur: note.bareme) ?? note
    return Evaluation(nom: nom, entree: .note(plus), coefficient: coefficient)
  }
}

extension Hasard {
  /// The same year, whatever has no order written otherwise.
  fileprivate mutating func melange(_ annee: AnneeSuivie) -> AnneeSuivie {
    let semestres = annee.semestres.map { semestre in
      semestre.avec(
        notes: semestre.notes.mapValues { $0.shuffled(using: &self) },
        absences: Absences(
          heuresABI: semestre.absences.heuresABI,
          heuresABJ: semestre.absences.heuresABJ,
          creneaux: semestre.absences.creneaux.shuffled(using: &self),
        ),
      )
    }
    return AnneeSuivie(
      annee: annee.annee,
      anneeBUT: annee.anneeBUT,
      programme: annee.programme,
      semestres: semestres,
      bonus: Bonus(
        sport: annee.bonus.sport,
        engagements: annee.bonus.engagements.shuffled(using: &self),
      ),
      session2: annee.session2,
      decisions: annee.decisions,
    )
  }

  /// The same year, the marks of one competence drawn again.
  fileprivate mutating func autresNotes(_ annee: AnneeSuivie, competence: Int) -> AnneeSuivie {
    let modules = annee.programme.ues.filter { $0.competence == competence }
      .flatMap(\.modules).map(\.code.canonique)
    return annee.changee { semestre in
      var notes = semestre.notes
      for module in modules where notes[module] != nil { notes[module] = evaluations() }
      return semestre.avec(notes: notes)
    }
  }
}
