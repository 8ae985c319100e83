internal import Calendrier
internal import Spreadsheets
internal import Text

/// Reads the sheets of a session one after the other; each names what the next ones may use.
struct LectureDeSession {
  let classeur: Workbook
  var fautes = FautesDeSessionEnCours()
  var creneaux = RangsDeSession("un créneau", "aucun créneau")
  var salles = RangsDeSession("une salle", "aucune salle")
  var surveillants = RangsDeSession("un surveillant", "aucun surveillant")
  var candidats = RangsDeSession("un candidat", "aucun candidat")
  var epreuves = RangsDeSession("une épreuve", "aucune épreuve")

  /// Where each relation was written, for what the problem says of it.
  var lieuxDesRelations: [CellPlace] = []
  var lieuxDesReglages: CellPlace?

  init(_ classeur: Workbook) {
    self.classeur = classeur
  }

  /// The problem that the sheets state; nil when something was wrong.
  mutating func probleme() -> ProblemeDExamens? {
    let periodes = lirePeriodes()
    let lesSalles = lireSalles()
    let lesSurveillants = lireSurveillants()
    let lesCandidats = lireCandidats()
    let sansInscrits = lireEpreuves(periodes: periodes.count)
    let inscrits = lireInscriptions()
    let relations = lireRelations()
    let (poids, horaire) = lireReglages()
    guard fautes.estVide else { return nil }
    do throws(ProblemeDExamens.Faute) {
      return try ProblemeDExamens(
        epreuves: zip(sansInscrits, inscrits).map { $0.avec(candidats: $1) },
        periodes: periodes,
        salles: lesSalles,
        candidats: lesCandidats,
        surveillants: lesSurveillants,
        relations: relations,
        poids: poids,
        horaire: horaire,
      )
    } catch {
      let noms = epreuves.noms
      fautes.noter(.probleme(error.raison.phrase { "« \(noms[$0]) »" }), lieu(error.lieu))
      return nil
    }
  }

  /// A sheet that must be there, or may be left out.
  mutating func table(_ nom: FeuilleDeSession, exigee: Bool) -> TableDeSession? {
    let presente = classeur.sheets.contains { $0.name.folded == nom.rawValue.folded }
    if exigee, !presente { fautes.noter(.feuilleManquante(nom.rawValue), nil) }
    return presente ? TableDeSession(nom, classeur, &fautes) : nil
  }

  /// The ranks of the names of a list.
  mutating func rangs(
    _ table: TableDeSession,
    _ ligne: Int,
    _ titre: TitreDeSession,
    _ parmi: KeyPath<LectureDeSession, RangsDeSession>,
  ) -> [Int] {
    var resultat: [Int] = []
    var vus: Set<String> = []
    for nom in table.liste(ligne, titre, &fautes) {
      if !vus.insert(nom).inserted {
        fautes.noter(.deuxFoisDansLaListe(nom), table.place(ligne, titre))
      }
      if let rang = self[keyPath: parmi].rang(nom) {
        resultat.append(rang)
      } else {
        let aucun = self[keyPath: parmi].aucun
        fautes.noter(.inconnu(sorte: aucun), table.place(ligne, titre), lu: .text(nom))
      }
    }
    return resultat
  }

  /// One name that must be known.
  mutating func rang(
    _ table: TableDeSession,
    _ ligne: Int,
    _ titre: TitreDeSession,
    _ parmi: KeyPath<LectureDeSession, RangsDeSession>,
  ) -> Int? {
    let noms = self[keyPath: parmi]
    guard let nom = table.texte(ligne, titre, &fautes) else {
      if table.cellule(ligne, titre).isBlank {
        fautes.noter(.vide(attendu: noms.sorte), table.place(ligne, titre))
      }
      return nil
    }
    guard let rang = noms.rang(nom) else {
      fautes.noter(.inconnu(sorte: noms.aucun), table.place(ligne, titre), lu: .text(nom))
      return nil
    }
    return rang
  }

  private func lieu(_ lieu: ProblemeDExamens.Faute.Lieu) -> CellPlace? {
    func place(_ rangs: RangsDeSession, _ rang: Int) -> CellPlace? {
      rangs.places.indices.contains(rang) ? rangs.places[rang] : nil
    }
    return switch lieu {
    case .ensemble: nil
    case .epreuve(let rang): place(epreuves, rang)
    case .periode(let rang): place(creneaux, rang)
    case .salle(let rang): place(salles, rang)
    case .candidat(let rang): place(candidats, rang)
    case .surveillant(let rang): place(surveillants, rang)
    case .relation(let rang):
      lieuxDesRelations.indices.contains(rang) ? lieuxDesRelations[rang] : nil
    case .poids: lieuxDesReglages
    }
  }
}

extension Epreuve {
  fileprivate func avec(candidats: [Int]) -> Epreuve {
    Epreuve(
      nom: nom,
      duree: duree,
      candidats: candidats,
      forme: forme,
      exclusive: exclusive,
      salles: salles,
      sallesAuPlus: sallesAuPlus,
      periodes: periodes,
      surveillants: surveillants,
      surveillantsParSalle: surveillantsParSalle,
      intitule: intitule,
      formation: formation,
    )
  }
}
