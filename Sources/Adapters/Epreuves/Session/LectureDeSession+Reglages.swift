internal import Calendrier
internal import Spreadsheets
internal import Text

// What each fault of a calendar costs. A setting that is not written is that of a new session.
extension LectureDeSession {
  mutating func lireReglages() -> (Poids, ProblemeDExamens.Horaire) {
    var poids = Poids.deSession
    var horaire = ProblemeDExamens.Horaire.parHeure
    guard let table = table(.reglages, exigee: false) else { return (poids, horaire) }
    var lignes: [ReglageDeSession: Int] = [:]
    let connus = Dictionary(
      ReglageDeSession.allCases.map { ($0.rawValue.folded, $0) },
      uniquingKeysWith: { premier, _ in premier },
    )
    for ligne in table.lignes {
      let place = table.place(ligne, .reglage)
      let nom = table.texte(ligne, .reglage, &fautes) ?? ""
      guard let reglage = connus[nom.folded] else {
        fautes.noter(.inconnu(sorte: "aucun réglage"), place, lu: .text(nom))
        continue
      }
      if let autre = lignes[reglage] {
        fautes.noter(.doublon(autre: table.place(autre, .reglage)), place)
      }
      lignes[reglage] = ligne
      lieuxDesReglages = lieuxDesReglages ?? place
    }
    for (reglage, ligne) in lignes.sorted(by: { $0.value < $1.value })
    where reglage != .prixDuPlafond {
      poser(reglage, table, ligne, &poids, &horaire)
    }
    if let ligne = lignes[.prixDuPlafond] { poserLePrix(table, ligne, &poids) }
    return (poids, horaire)
  }

  private mutating func poser(
    _ reglage: ReglageDeSession,
    _ table: TableDeSession,
    _ ligne: Int,
    _ poids: inout Poids,
    _ horaire: inout ProblemeDExamens.Horaire,
  ) {
    switch reglage {
    case .horaire:
      let rang = mot(table, ligne, .valeur, MotsDeSession.horaires)
      horaire = rang == 0 ? .parHeure : .parPeriode
    case .chevauchement: poids.chevauchement = prix(table, ligne, sinon: MotsDeSession.interdit)
    case .indisponibilite:
      poids.indisponibilite = prix(table, ligne, sinon: MotsDeSession.interdit)
    case .plafond:
      let prix = poids.plafondParJour?.prix ?? 0
      poids.plafondParJour = self.prix(table, ligne, sinon: MotsDeSession.sansLimite)
        .map { .init(nombre: $0, prix: prix) }
    case .prixDuPlafond: poserLePrix(table, ligne, &poids)
    case .deuxDeSuite: poids.deuxDeSuite = nombre(table, ligne)
    case .deuxParJour: poids.deuxParJour = nombre(table, ligne)
    case .ecart: poids.ecart = nombre(table, ligne)
    case .proximite: poids.proximite = proximite(table, ligne)
    case .dureesMelees: poids.dureesMelees = nombre(table, ligne)
    case .grandesEpreuves: poids.chargeFinale.epreuves = nombre(table, ligne)
    case .derniersCreneaux: poids.chargeFinale.periodes = nombre(table, ligne)
    case .grandeTardive: poids.chargeFinale.prix = nombre(table, ligne)
    }
  }

  private mutating func nombre(_ table: TableDeSession, _ ligne: Int) -> Int {
    table.nombre(ligne, .valeur, vide: 0, &fautes) ?? 0
  }

  /// A number, or nil for the word that says there is none.
  private mutating func prix(_ table: TableDeSession, _ ligne: Int, sinon mot: String) -> Int? {
    if case .text(let texte) = table.cellule(ligne, .valeur), texte.folded == mot.folded {
      return nil
    }
    return table.nombre(ligne, .valeur, &fautes)
  }

  private mutating func poserLePrix(_ table: TableDeSession, _ ligne: Int, _ poids: inout Poids) {
    let prix = nombre(table, ligne)
    if poids.plafondParJour == nil, prix != 0 {
      fautes.noter(.prixSansPlafond, table.place(ligne, .valeur))
    }
    poids.plafondParJour?.prix = prix
  }

  private mutating func proximite(_ table: TableDeSession, _ ligne: Int) -> [Int] {
    var resultat: [Int] = []
    for texte in table.liste(ligne, .valeur, &fautes) {
      if let nombre = Int(texte), (0...TableDeSession.plusGrand).contains(nombre) {
        resultat.append(nombre)
      } else {
        fautes.noter(
          .nombre(maximum: TableDeSession.plusGrand),
          table.place(ligne, .valeur),
          lu: .text(texte),
        )
      }
    }
    return resultat
  }
}
