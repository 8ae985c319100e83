internal import Calendrier
internal import Spreadsheets

// One row of each sheet, its cells in the order of the titles.
extension EcritureDeSession {
  func epreuve(_ e: Epreuve) -> [Cell] {
    let forme =
      switch e.forme {
      case .ecrit: MotsDeSession.formes[0]
      case .oral: MotsDeSession.formes[1]
      case .projet: MotsDeSession.formes[2]
      }
    return [
      .text(e.nom), .ecrit(e.intitule), .ecrit(e.formation), .nombre(e.duree), .text(forme),
      .text(e.exclusive ? MotsDeSession.oui : MotsDeSession.non),
      e.salles.map { salles in
        salles.isEmpty
          ? .text(MotsDeSession.aucun) : liste(salles.map { probleme.salles[$0].nom })
      } ?? .empty,
      .nombre(e.sallesAuPlus), creneaux(e.periodes ?? []), .empty,
      liste(e.surveillants.map { probleme.surveillants[$0].nom }),
      .nombre(e.surveillantsParSalle),
    ]
  }

  func candidat(_ c: Candidat) -> [Cell] {
    let majoration =
      switch c.majoration {
      case .aucune: MotsDeSession.non
      case .tiersTemps: MotsDeSession.tiersTemps
      case let autre: "\(autre.numerateur)/\(autre.denominateur)"
      }
    let installation =
      switch c.installation {
      case .commune: MotsDeSession.installations[0]
      case .aPart: MotsDeSession.installations[1]
      case .seul: MotsDeSession.installations[2]
      }
    return [
      .text(c.nom), .ecrit(c.identite), .text(majoration), .text(installation),
      creneaux(c.indisponible),
    ]
  }

  func periode(_ rang: Int, _ p: Periode) -> [Cell] {
    [
      .text(probleme.code(periode: rang)), .jour(p.date), .text(p.heureCourte), .nombre(p.duree),
      .nombre(p.penalite),
    ]
  }

  func relation(_ relation: Relation) -> [Cell] {
    let mot =
      switch relation {
      case .coincidence: MotsDeSession.relations[0]
      case .exclusion: MotsDeSession.relations[1]
      case .apres: MotsDeSession.relations[2]
      }
    let (a, b) = relation.epreuves
    return [.text(probleme.epreuves[a].nom), .text(mot), .text(probleme.epreuves[b].nom)]
  }

  func valeur(_ reglage: ReglageDeSession) -> Cell {
    let poids = probleme.poids
    return switch reglage {
    case .horaire: .text(MotsDeSession.horaires[probleme.horaire == .parHeure ? 0 : 1])
    case .chevauchement: poids.chevauchement.map(Cell.nombre) ?? .text(MotsDeSession.interdit)
    case .indisponibilite: poids.indisponibilite.map(Cell.nombre) ?? .text(MotsDeSession.interdit)
    case .plafond:
      poids.plafondParJour.map { .nombre($0.nombre) } ?? .text(MotsDeSession.sansLimite)
    case .prixDuPlafond: .nombre(poids.plafondParJour?.prix ?? 0)
    case .deuxDeSuite: .nombre(poids.deuxDeSuite)
    case .deuxParJour: .nombre(poids.deuxParJour)
    case .ecart: .nombre(poids.ecart)
    case .proximite: liste(poids.proximite.map(String.init))
    case .dureesMelees: .nombre(poids.dureesMelees)
    case .grandesEpreuves: .nombre(poids.chargeFinale.epreuves)
    case .derniersCreneaux: .nombre(poids.chargeFinale.periodes)
    case .grandeTardive: .nombre(poids.chargeFinale.prix)
    }
  }
}

extension Cell {
  static func nombre(_ nombre: Int) -> Cell { .number(String(nombre)) }

  /// Nothing for an empty text.
  static func ecrit(_ texte: String) -> Cell { texte.isEmpty ? .empty : .text(texte) }

  /// A day where the text is one; the text as it is otherwise.
  static func jour(_ texte: String) -> Cell {
    guard let jour = SpreadsheetDate(iso: texte), jour.year >= 1900 else { return .ecrit(texte) }
    return .date(jour)
  }
}

extension Periode {
  /// « 09:30 », with its seconds only when it has some.
  var heureCourte: String { debut % 60 == 0 ? String(heure.dropLast(3)) : heure }
}
