internal import Calendrier
internal import Spreadsheets
internal import Text

// Periods, rooms, supervisors and candidates: what exams refer to.
extension LectureDeSession {
  mutating func lirePeriodes() -> [Periode] {
    guard let table = table(.periodes, exigee: true) else { return [] }
    return table.lignes.enumerated().map { rang, ligne in
      let code = creneaux.ajouter(table, ligne, .creneau, &fautes)
      return Periode(
        date: jour(table, ligne) ?? "",
        debut: heure(table, ligne) ?? 0,
        duree: table.nombre(ligne, .duree, &fautes) ?? 0,
        penalite: table.nombre(ligne, .penalite, vide: 0, &fautes) ?? 0,
        code: code == Periode.codeParDefaut(rang) ? nil : code,
      )
    }
  }

  /// The day of a cell, as a date or as a text; « 2026-07-06 » where it is one.
  mutating func jour(_ table: TableDeSession, _ ligne: Int) -> String? {
    switch table.cellule(ligne, .jour) {
    case .date(let jour), .dateTime(let jour, _): return jour.description
    case .text(let texte):
      let morceaux = texte.trimmed.split(separator: "/", omittingEmptySubsequences: false)
      let iso = morceaux.reversed().joined(separator: "-")
      if morceaux.count == 3, let jour = SpreadsheetDate(iso: iso) { return jour.description }
      return String(texte.trimmed).nonEmpty
    case .empty, .number, .boolean, .error: return table.texte(ligne, .jour, &fautes)
    }
  }

  /// Seconds since midnight: « 9:30 », « 09:30:00 », « 9h30 », a cell of time.
  mutating func heure(_ table: TableDeSession, _ ligne: Int) -> Int? {
    let cellule = table.cellule(ligne, .heure)
    if cellule.isBlank { return nil }
    if case .dateTime(_, let minute) = cellule { return minute * 60 }
    guard let texte = table.texte(ligne, .heure, &fautes) else { return nil }
    let morceaux = texte.split(omittingEmptySubsequences: false) { ":hH".contains($0) }
    var nombres = morceaux.map { $0.utf8.count <= 3 ? Int($0) ?? -1 : -1 }
    if morceaux.count == 2, morceaux[1].isEmpty { nombres[1] = 0 }
    let bornes = [277, 59, 59]
    guard (2...3).contains(nombres.count),
      zip(nombres, bornes).allSatisfy({ (0...$1).contains($0) })
    else {
      fautes.noter(
        .valeur(attendu: "une heure, comme 09:30"),
        table.place(ligne, .heure),
        lu: cellule,
      )
      return nil
    }
    return nombres[0] * 3600 + nombres[1] * 60 + (nombres.count > 2 ? nombres[2] : 0)
  }

  mutating func lireSalles() -> [Salle] {
    guard let table = table(.salles, exigee: false) else { return [] }
    return table.lignes.map { ligne in
      Salle(
        nom: salles.ajouter(table, ligne, .nom, &fautes),
        capacite: table.nombre(ligne, .places, &fautes) ?? 0,
        penalite: table.nombre(ligne, .penalite, vide: 0, &fautes) ?? 0,
        indisponible: rangs(table, ligne, .indisponible, \.creneaux),
      )
    }
  }

  mutating func lireSurveillants() -> [Surveillant] {
    guard let table = table(.surveillants, exigee: false) else { return [] }
    return table.lignes.map { ligne in
      Surveillant(
        nom: surveillants.ajouter(table, ligne, .nom, &fautes),
        indisponible: rangs(table, ligne, .indisponible, \.creneaux),
      )
    }
  }

  mutating func lireCandidats() -> [Candidat] {
    guard let table = table(.candidats, exigee: true) else { return [] }
    return table.lignes.map { ligne in
      Candidat(
        nom: candidats.ajouter(table, ligne, .numero, &fautes),
        majoration: majoration(table, ligne),
        installation: installation(table, ligne),
        indisponible: rangs(table, ligne, .indisponible, \.creneaux),
        identite: table.texte(ligne, .nom, &fautes) ?? "",
      )
    }
  }

  private mutating func majoration(_ table: TableDeSession, _ ligne: Int) -> Candidat.Majoration {
    guard let texte = table.texte(ligne, .majoration, &fautes) else { return .aucune }
    switch texte.folded {
    case MotsDeSession.non, MotsDeSession.aucun: return .aucune
    case MotsDeSession.oui, MotsDeSession.tiersTemps, "tiers temps": return .tiersTemps
    case let fraction:
      let nombres = fraction.split(separator: "/", omittingEmptySubsequences: false)
        .map { $0.utf8.count <= 4 ? Int($0.trimmed) ?? -1 : -1 }
      if nombres.count == 2,
        let majoration = Candidat.Majoration(nombres[0], sur: nombres[1])
      {
        return majoration
      }
      fautes.noter(
        .valeur(attendu: "« tiers-temps », « non », ou une fraction de la durée comme 1/2"),
        table.place(ligne, .majoration),
        lu: .text(texte),
      )
      return .aucune
    }
  }

  private mutating func installation(_ table: TableDeSession, _ ligne: Int)
    -> Candidat.Installation
  {
    let rang = mot(table, ligne, .place, MotsDeSession.installations)
    return [.commune, .aPart, .seul][rang]
  }

  /// The rank of a word among those expected; the first for a blank cell.
  mutating func mot(
    _ table: TableDeSession,
    _ ligne: Int,
    _ titre: TitreDeSession,
    _ mots: [String],
  ) -> Int {
    guard let texte = table.texte(ligne, titre, &fautes) else { return 0 }
    if let rang = mots.firstIndex(where: { $0.folded == texte.folded }) { return rang }
    let attendu = mots.map { "« \($0) »" }.joined(separator: " ou ")
    fautes.noter(.valeur(attendu: attendu), table.place(ligne, titre), lu: .text(texte))
    return 0
  }
}
