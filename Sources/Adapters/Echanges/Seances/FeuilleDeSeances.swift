internal import Actes
internal import Scolarite
internal import Spreadsheets
internal import Text

/// The slots that the visible sheets of a workbook hold, a row each.
struct FeuilleDeSeances {
  private let feuille: Sheet
  private let entete: Int
  private let colonnes: [Champ: Int]

  /// What a column says.
  private enum Champ: CaseIterable {
    case date, debut, fin, duree, module, nature, groupes, enseignant

    var titres: [String] {
      switch self {
      case .date: ["Date", "Jour", "Le"]
      case .debut: ["Début", "Heure", "Heure de début", "Horaire", "De"]
      case .fin: ["Fin", "Heure de fin", "À"]
      case .duree: ["Durée", "Durée en minutes", "Minutes"]
      case .module: ["Module", "Ressource", "Matière", "Enseignement", "Code"]
      case .nature: ["Type", "Nature", "Activité"]
      case .groupes: ["Groupe", "Groupes"]
      case .enseignant: ["Enseignant", "Enseignante", "Intervenant", "Professeur"]
      }
    }
  }

  private static let champs = Dictionary(
    Champ.allCases.flatMap { champ in champ.titres.map { (Intitule($0), champ) } },
    uniquingKeysWith: { premier, _ in premier },
  )

  static func lire(_ classeur: Workbook, nom: String) throws(FautesDeFeuille) -> SeancesLues {
    var fautes = FautesEnCours()
    let trouvees = classeur.visibleSheets.compactMap { FeuilleDeSeances($0) }
    if trouvees.isEmpty {
      fautes.add(
        .sansEntete(attendu: "« Date », « Début », « Fin » ou « Durée », « Module »"),
        nil,
      )
    }
    var lignes: [LigneDeSeance] = []
    for trouvee in trouvees where trouvee.estEntiere(&fautes) {
      for rang in trouvee.lignes {
        if let ligne = trouvee.lire(rang, &fautes) { lignes.append(ligne) }
      }
    }
    if lignes.isEmpty, !trouvees.isEmpty {
      fautes.add(.celluleVide(attendu: "au moins un créneau sous la ligne de titres"), nil)
    }
    try fautes.verifier(nom)
    return SeancesLues(lignes: lignes, ignorees: trouvees.flatMap(\.ignorees))
  }

  /// Takes a sheet where a row names a module and something else.
  private init?(_ feuille: Sheet) {
    let titres = feuille.rows.prefix(60).map(Self.colonnes)
    let rang = titres.firstIndex { $0[.module] != nil && $0.count > 1 }
    guard let rang else { return nil }
    self.feuille = feuille
    entete = rang
    colonnes = titres[rang]
  }

  /// What the titles of a row name, the first of each.
  private static func colonnes(_ cellules: [Cell]) -> [Champ: Int] {
    var colonnes: [Champ: Int] = [:]
    for (colonne, cellule) in cellules.enumerated() {
      guard case .text(let titre) = cellule, let champ = champs[Intitule(titre)] else { continue }
      colonnes[champ] = colonnes[champ] ?? colonne
    }
    return colonnes
  }

  private func estEntiere(_ fautes: inout FautesEnCours) -> Bool {
    let manquantes =
      [Champ.date, .debut].filter { colonnes[$0] == nil }.map { $0.titres[0] }
      + (colonnes[.fin] == nil && colonnes[.duree] == nil ? ["Fin"] : [])
    for manquante in manquantes { fautes.add(.colonneManquante(manquante), place(entete, 0)) }
    return manquantes.isEmpty
  }

  private var lignes: [Int] {
    feuille.rows.indices.filter { rang in
      rang > entete && colonnes.values.contains { !feuille[rang, $0].isBlank }
    }
  }

  private var ignorees: [String] {
    let lues = Set(colonnes.values)
    return feuille.rows[entete].indices.filter { !lues.contains($0) }
      .map { feuille[entete, $0] }.filter { !$0.isBlank }
      .map { "colonne « \($0.displayed) »" }
  }

  private func place(_ ligne: Int, _ colonne: Int) -> CellPlace {
    CellPlace(sheet: feuille.name, cell: CellReference(row: ligne, column: colonne))
  }

  // MARK: A row

  private func lire(_ rang: Int, _ fautes: inout FautesEnCours) -> LigneDeSeance? {
    let jour = valeur(.date, rang, "une date, comme « 28/02/2026 »", &fautes) {
      ValeurDEtudiant.jour($0)
    }
    let debut = valeur(.debut, rang, "une heure, comme « 8 h 30 »", &fautes, Self.heure)
    let minutes = minutes(rang, debut, &fautes)
    let module = valeur(.module, rang, "le code d’un module", &fautes) { $0.texteSimple }
    let nature = nature(rang, &fautes)
    guard let jour, let debut, let minutes, let module, let nature,
      let instant = Instant("\(jour)T\(Self.horloge(debut))")
    else { return nil }
    return LigneDeSeance(
      lieu: place(rang, colonnes[.module] ?? 0).description,
      debut: instant,
      minutes: minutes,
      module: module,
      groupes: .nommes(
        texte(.groupes, rang).split { ",;/+&".contains($0) }.map { String($0.trimmed) }
          .filter { !$0.isEmpty }
      ),
      nature: nature,
      enseignant: .nomme(texte(.enseignant, rang)),
    )
  }

  private func texte(_ champ: Champ, _ rang: Int) -> String {
    String((colonnes[champ].flatMap { feuille[rang, $0].texteSimple } ?? "").trimmed)
  }

  private func valeur<Valeur>(
    _ champ: Champ,
    _ rang: Int,
    _ attendu: String,
    _ fautes: inout FautesEnCours,
    _ lire: (Cell) -> Valeur?,
  ) -> Valeur? {
    guard let colonne = colonnes[champ] else { return nil }
    let cellule = feuille[rang, colonne]
    if let valeur = lire(cellule) { return valeur }
    fautes.add(
      cellule.isBlank ? .celluleVide(attendu: attendu) : .valeur(attendu: attendu),
      place(rang, colonne),
      lu: cellule,
    )
    return nil
  }

  private func minutes(_ rang: Int, _ debut: Int?, _ fautes: inout FautesEnCours) -> Int? {
    if let colonne = colonnes[.fin], !feuille[rang, colonne].isBlank {
      let fin = valeur(.fin, rang, "une heure, comme « 10 h »", &fautes, Self.heure)
      guard let fin, let debut else { return nil }
      guard fin > debut else {
        fautes.add(.valeur(attendu: "une heure après le début"), place(rang, colonne))
        return nil
      }
      return fin - debut
    }
    guard colonnes[.duree] != nil else {
      return valeur(.fin, rang, "une heure, comme « 10 h »", &fautes) { _ in Int?.none }
    }
    return valeur(.duree, rang, "une durée, comme « 90 » minutes ou « 1 h 30 »", &fautes) {
      if case .number(let chiffres) = $0 { return Int(chiffres) }
      return Self.heure($0) ?? $0.texteSimple.flatMap { Int($0.trimmed) }
    }
  }

  private func nature(_ rang: Int, _ fautes: inout FautesEnCours) -> LigneDeSeance.Nature? {
    let lue = texte(.nature, rang)
    guard !lue.isEmpty else { return .dans(texte(.module, rang)) }
    return valeur(.nature, rang, "« CM », « TD », « TP », « examen » ou « autre »", &fautes) { _ in
      Seance.Nature(mot: lue).map { LigneDeSeance.Nature.lue($0) }
    }
  }

  /// The minutes since midnight that « 8 h 30 », « 08:30 » or a time of the spreadsheet say.
  private static func heure(_ cellule: Cell) -> Int? {
    switch cellule {
    case .dateTime(_, let minute): return minute
    case .text(let texte):
      let parties = texte.folded.split(omittingEmptySubsequences: false) {
        $0 == "h" || $0 == ":"
      }.map { String($0.trimmed) }
      guard (2...3).contains(parties.count), let heures = Int(parties[0]),
        let minutes = parties[1].isEmpty ? 0 : Int(parties[1]),
        (0...23).contains(heures), (0...59).contains(minutes)
      else { return nil }
      return 60 * heures + minutes
    case .empty, .number, .boolean, .date, .error: return nil
    }
  }

  private static func horloge(_ minute: Int) -> String {
    func deux(_ nombre: Int) -> String { (nombre < 10 ? "0" : "") + String(nombre) }
    return deux(minute / 60) + ":" + deux(minute % 60)
  }
}
