internal import Scolarite
internal import Text

/// Builds semesters and UE from the rows of a sheet, in order, keeping every fault it meets.
struct SheetAssembler {
  private(set) var semestres: [Maquette.Semestre] = []
  private(set) var totalNiveau: Maquette.TotalNiveau?
  private(set) var constats: [Constat] = []
  private(set) var positions: [Lieu: TextPosition] = [:]
  private(set) var faults: [SheetError] = []

  private let etapes: [Int: Referentiel.EtapeDeCompetence]
  private let end: TextPosition
  private var semestre: SemestreEnCours?
  private var ue: UEEnCours?
  /// After a semester that is none, until the next that is one.
  private var isPassingOver = false

  /// The semester being read.
  private struct SemestreEnCours {
    let numero: NumeroSemestre
    var ues: [UE] = []
    /// UE that were read and refused, each with its fault.
    var refusees = 0
    var total: Chiffres?
    var typeDuTotal: TypeEvaluation?
    var labels: [LabelArea] = []
  }

  /// The UE being read.
  private struct UEEnCours {
    let code: CodeUE
    let position: TextPosition
    var lignes: [Module.Nature: [ModuleRow]] = [:]
    var totaux: [Module.Nature: Chiffres] = [:]

    /// What the reader waits for next.
    var suite: String {
      if totaux[.sae] != nil { return "TOTAL \(code.texte)" }
      return totaux[.ressource] != nil ? "SAÉ ou TOTAL SAÉ" : "ressource ou TOTAL RESSOURCES"
    }
  }

  init(
    _ rows: [SheetRow],
    etapes: [Int: Referentiel.EtapeDeCompetence],
    end: TextPosition,
  ) {
    self.etapes = etapes
    self.end = end
    for row in rows {
      do throws(SheetError) { try add(row) } catch { faults.append(error) }
    }
    close()
  }
}

// MARK: - Rows

extension SheetAssembler {
  private mutating func add(_ row: SheetRow) throws(SheetError) {
    if isPassingOver {
      guard case .semestre = row.kind else { return }
      isPassingOver = false
    }
    switch row.kind {
    case .semestre(let numero): open(numero, row)
    case .unknownSemestre(let texte):
      closeSemestre(before: row.position)
      isPassingOver = true
      throw SheetError(at: row.position, .misplacedLine(texte, expected: "un semestre de 1 à 6"))
    case .ue(let code): try open(code, row)
    case .module(let nature): try addModule(row, nature)
    case .totalPole(let nature): try addTotal(row, nature)
    case .totalUE(let code): try closeUE(row, code)
    case .totalSemestre(let numero): try addTotalSemestre(row, numero)
    case .totalNiveau: try addTotalNiveau(row)
    case .labels: semestre?.labels.append(LabelArea(row))
    }
  }

  private mutating func open(_ numero: NumeroSemestre, _ row: SheetRow) {
    closeSemestre(before: row.position)
    semestre = SemestreEnCours(numero: numero)
    positions[Lieu(semestre: numero)] = row.position
  }

  private mutating func open(_ code: CodeUE, _ row: SheetRow) throws(SheetError) {
    if let ue {
      self.ue = UEEnCours(code: code, position: row.position)
      throw SheetError(
        at: row.position,
        .misplacedLine(code.texte, expected: "\(ue.suite) attendu"),
      )
    }
    guard semestre != nil else {
      throw SheetError(
        at: row.position,
        .misplacedLine(code.texte, expected: "« SEMESTRE n » attendu"),
      )
    }
    ue = UEEnCours(code: code, position: row.position)
  }

  private mutating func addModule(
    _ row: SheetRow,
    _ nature: Module.Nature,
  ) throws(SheetError) {
    let ligne = try ModuleRow(row, nature: nature)
    guard let ue else {
      throw SheetError(
        at: row.position,
        .misplacedLine(ligne.code.imprime, expected: "un code d’UE attendu avant ses modules"),
      )
    }
    guard ue.totaux[nature] == nil, nature == .sae || ue.lignes[.sae] == nil else {
      throw SheetError(
        at: row.position,
        .misplacedLine(ligne.code.imprime, expected: "\(ue.suite) attendu"),
      )
    }
    self.ue?.lignes[nature, default: []].append(ligne)
  }

  private mutating func addTotal(_ row: SheetRow, _ nature: Module.Nature) throws(SheetError) {
    let total = try TotalRow.read(row, nature.colonnes).figures
    let libelle = nature == .ressource ? "TOTAL RESSOURCES" : "TOTAL SAÉ"
    guard let ue, let semestre, ue.totaux[nature] == nil else {
      throw SheetError(
        at: row.position,
        .misplacedLine(libelle, expected: "\(ue?.suite ?? "un code d’UE") attendu"),
      )
    }
    self.ue?.totaux[nature] = total
    positions[Lieu(semestre: semestre.numero, ue: ue.code, ligne: .totalDuPole(nature))] =
      row.position
  }

  private mutating func closeUE(_ row: SheetRow, _ code: CodeUE) throws(SheetError) {
    guard let ue, let semestre else {
      throw SheetError(
        at: row.position,
        .misplacedLine("TOTAL \(code.texte)", expected: "un code d’UE attendu avant son total"),
      )
    }
    self.ue = nil
    self.semestre?.refusees += 1
    guard ue.code == code else {
      throw SheetError(
        at: row.position,
        .totalOfAnotherUE(found: code.texte, expected: ue.code.texte),
      )
    }
    let total = try TotalRow.read(row, Colonne.allCases).figures
    let lieu = Lieu(semestre: semestre.numero, ue: code)
    var complete = try complete(ue, total, lieu)
    positions[lieu] = ue.position
    positions[lieu.ligne(.totalUE)] = row.position
    self.semestre?.refusees -= 1
    defer { self.semestre?.ues.append(complete) }
    guard row.isAnnouncedTwice else { return }
    complete.noteImpression = "libellé « TOTAL \(code.texte) » imprimé deux fois"
    constats.append(
      Constat(
        .information,
        a: lieu.ligne(.totalUE),
        .totalImprimeDeuxFois("TOTAL \(code.texte)"),
      )
    )
  }

  private mutating func complete(
    _ ue: UEEnCours,
    _ total: Chiffres,
    _ lieu: Lieu,
  ) throws(SheetError) -> UE {
    guard let etape = etapes[ue.code.competence] else {
      throw SheetError(
        at: ue.position,
        .unknownCompetence(numero: ue.code.competence, ue: ue.code.texte),
      )
    }
    var modules: [Module.Nature: [Module]] = [:]
    for nature in Module.Nature.allCases {
      let lignes = ue.lignes[nature] ?? []
      let pole = PoleResolver.resolve(lignes, total: ue.totaux[nature])
      modules[nature] = pole.modules
      if let fault = pole.fault { faults.append(fault) }
      for (rang, ligne) in lignes.enumerated() {
        positions[lieu.ligne(.module(ligne.code, nature, rang: rang))] = ligne.position
      }
    }
    return UE(
      code: ue.code,
      competence: etape.competence,
      niveau: etape.niveau,
      ects: total[.ects] ?? .zero,
      ressources: modules[.ressource] ?? [],
      saes: modules[.sae] ?? [],
      totaux: .init(ressources: ue.totaux[.ressource], saes: ue.totaux[.sae], ue: total),
    )
  }

  private mutating func addTotalSemestre(_ row: SheetRow, _ numero: Int) throws(SheetError) {
    let (total, type) = try TotalRow.read(row, Colonne.allCases)
    guard let semestre, ue == nil, semestre.total == nil, semestre.numero.valeur == numero else {
      let attendu = ue?.suite ?? "TOTAL S\(semestre?.numero.valeur ?? numero)"
      throw SheetError(
        at: row.position,
        .misplacedLine("TOTAL S\(numero)", expected: "\(attendu) attendu"),
      )
    }
    self.semestre?.total = total
    self.semestre?.typeDuTotal = type
    positions[Lieu(semestre: semestre.numero, ligne: .totalSemestre)] = row.position
  }

  private mutating func addTotalNiveau(_ row: SheetRow) throws(SheetError) {
    guard totalNiveau == nil, let number = row.tokens.first else {
      throw SheetError(
        at: row.position,
        .misplacedLine("TOTAL NIVEAU", expected: "une seule ligne attendue"),
      )
    }
    var rest = row
    rest.tokens.removeFirst()
    let total = try TotalRow.read(rest, Colonne.allCases).figures
    totalNiveau = Maquette.TotalNiveau(libelle: "TOTAL NIVEAU \(number.text)", chiffres: total)
    positions[Lieu(ligne: .totalNiveau)] = row.position
  }
}

// MARK: - Closing

extension SheetAssembler {
  private mutating func closeSemestre(before position: TextPosition) {
    guard let courant = semestre else { return }
    semestre = nil
    if let missing = missing(in: courant) {
      ue = nil
      faults.append(SheetError(at: position, .truncated(missing: missing)))
      return
    }
    let termine = Maquette.Semestre(
      numero: courant.numero,
      ues: courant.ues,
      total: courant.total,
      typeEvaluationDuTotal: courant.typeDuTotal,
    )
    semestres.append(termine)
    if let fault = headingFault(courant.labels, before: position) { faults.append(fault) }
    let labels = CompetenceLabels(courant.labels, semestre: termine)
    constats += labels.constats
    positions.merge(labels.positions) { first, _ in first }
  }

  /// What a semester that ends still waits for.
  private func missing(in courant: SemestreEnCours) -> String? {
    if let ue { return "\(ue.suite) de \(ue.code.texte)" }
    if courant.ues.isEmpty && courant.refusees == 0 { return "une UE" }
    return courant.total == nil ? "TOTAL S\(courant.numero.valeur)" : nil
  }

  private func headingFault(_ areas: [LabelArea], before position: TextPosition) -> SheetError? {
    guard let area = areas.first(where: { !$0.headings.isEmpty }) else {
      return SheetError(at: areas.first?.position ?? position, .headingMissing)
    }
    guard !area.isInExpectedOrder else { return nil }
    return SheetError(
      at: area.headings.first?.position,
      .headingOrder(found: area.headings.map(\.name)),
    )
  }

  private mutating func close() {
    closeSemestre(before: end)
    guard faults.isEmpty, semestres.isEmpty || totalNiveau == nil else { return }
    let missing = SheetError.Problem.truncated(missing: "TOTAL NIVEAU")
    faults.append(SheetError(at: end, semestres.isEmpty ? .noTable : missing))
  }
}
