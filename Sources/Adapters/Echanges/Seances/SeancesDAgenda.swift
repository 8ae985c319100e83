internal import Actes
internal import ICalendar
internal import Scolarite

/// The slots that a calendar in ICS holds.
enum SeancesDAgenda {
  /// Whether a file is a calendar, whatever its name.
  static func estUnAgenda(_ octets: [UInt8]) -> Bool {
    let debut = octets.starts(with: [0xEF, 0xBB, 0xBF]) ? octets.dropFirst(3) : octets[...]
    let mots = debut.prefix(64).drop { [0x20, 0x09, 0x0D, 0x0A].contains($0) }
    return mots.starts(with: Array("BEGIN:VCALENDAR".utf8))
  }

  static func lire(_ feuille: FeuilleRecue, du: Jour, au: Jour) throws(FeuilleRefusee)
    -> SeancesLues
  {
    let lecture = ICSReading(feuille.octets)
    guard lecture.losses.isEmpty else {
      let autres = lecture.untoldLosses
      throw FeuilleRefusee(
        lignes: lecture.losses.map { "\(feuille.nom) : \($0.phrase)" }
          + (autres > 0 ? ["et \(autres) autres fautes"] : [])
      )
    }
    guard let premier = CivilDate(du.annee, du.mois, du.quantieme),
      let dernier = CivilDate(au.annee, au.mois, au.quantieme)
    else { throw FeuilleRefusee(lignes: ["\(feuille.nom) : l’année est hors du calendrier"]) }
    var occurrences: [ICSOccurrence]
    do {
      occurrences = try lecture.occurrences(within: premier...dernier, limit: 20_000)
    } catch {
      throw FeuilleRefusee(lignes: ["\(feuille.nom) : plus de \(error.limit) créneaux"])
    }
    var ignorees: [String] = []
    let annulees = occurrences.count { $0.entry.status == .cancelled }
    let entieres = occurrences.count { $0.isWholeDay && $0.entry.status != .cancelled }
    occurrences.removeAll { $0.entry.status == .cancelled || $0.isWholeDay }
    if annulees > 0 { ignorees.append("évènements annulés : \(annulees)") }
    if entieres > 0 { ignorees.append("évènements d’une journée entière : \(entieres)") }
    guard !occurrences.isEmpty else {
      throw FeuilleRefusee(lignes: [
        "\(feuille.nom) : aucun évènement avec une heure entre le \(du) et le \(au)"
      ])
    }
    var (lignes, fautes): ([LigneDeSeance], [String]) = ([], [])
    for occurrence in occurrences {
      if let ligne = LigneDeSeance(occurrence) {
        lignes.append(ligne)
      } else {
        fautes.append("\(feuille.nom) : ligne \(occurrence.entry.line) : créneau sans durée")
      }
    }
    guard fautes.isEmpty else { throw FeuilleRefusee(lignes: fautes) }
    return SeancesLues(lignes: lignes, ignorees: ignorees)
  }
}

extension LigneDeSeance {
  fileprivate init?(_ occurrence: ICSOccurrence) {
    let entree = occurrence.entry
    guard let debut = Instant(occurrence.start), let fin = Instant(occurrence.end) else {
      return nil
    }
    let minutes = 1440 * fin.jour.ecart(depuis: debut.jour) + fin.minute - debut.minute
    guard minutes > 0 else { return nil }
    // One occurrence of several is named by its first start, which a move does not change.
    let origine = entree.replaces?.local ?? (entree.rule == nil ? nil : occurrence.start)
    let suite = origine.flatMap { Instant($0) }.map { "/\($0)" } ?? ""
    let texte = [entree.summary, entree.categories.joined(separator: ", "), entree.details ?? ""]
      .filter { !$0.isEmpty }.joined(separator: " · ")
    self.init(
      lieu: "ligne \(entree.line)",
      reference: String(entree.identifier.prefix(255)) + suite,
      debut: debut,
      minutes: minutes,
      module: texte,
      groupes: .dans(texte),
      nature: .dans(texte),
      enseignant: .dans(texte),
    )
  }
}

extension Instant {
  fileprivate init?(_ temps: CivilDateTime) {
    guard let jour = Jour(temps.date.year, temps.date.month, temps.date.day) else { return nil }
    func deux(_ nombre: Int) -> String { (nombre < 10 ? "0" : "") + String(nombre) }
    self.init("\(jour)T\(deux(temps.hour)):\(deux(temps.minute))")
  }
}
