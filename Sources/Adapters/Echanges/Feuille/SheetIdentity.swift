internal import Scolarite
internal import Text

/// The first page of a sheet: whose curriculum it is, its volumes and credits.
struct SheetIdentity {
  let identite: Identite
  let entete: Maquette.EnTete
  let specialite: Referentiel.Specialite
  /// Where the volumes stand.
  let volumesPosition: TextPosition?
  /// What the diploma's name is misprinted as.
  let misprintedDiploma: String?

  /// Reads the first page; the text cited and the register numbers may stand anywhere before the
  /// table.
  init(
    _ lines: [SheetLine],
    source: String,
    referentiel: Referentiel,
  ) throws(SheetError) {
    let page = FirstPage(lines)
    specialite = try page.specialite(in: referentiel)
    let parcours = page.parcours(of: specialite)
    let (volumes, integres, position) = try page.volumes()
    volumesPosition = position
    misprintedDiploma = page.misprintedDiploma
    entete = Maquette.EnTete(ects: page.credits, volumes: volumes, coursIntegres: integres)
    identite = Identite(
      source: source,
      etablissement: try page.etablissement(in: referentiel),
      anneeUniversitaire: try page.anneeUniversitaire(),
      diplome: .but,
      annee: try page.annee(),
      mention: specialite.mention,
      parcours: parcours,
      modalite: page.modalite,
      rncp: page.registerNumbers,
      texteCite: page.citedText,
    )
  }
}

/// Finds each piece of information among the lines before the first table.
private struct FirstPage {
  private let lines: [SheetLine]
  private let texts: [String]

  init(_ lines: [SheetLine]) {
    self.lines = lines
    texts = lines.map(\.text)
  }

  /// « Mention : RESEAUX ET TELECOMMUNICATIONS », printed without accents.
  func specialite(in referentiel: Referentiel) throws(SheetError) -> Referentiel.Specialite {
    guard let index = texts.firstIndex(where: { $0.hasPrefix("Mention :") }) else {
      throw missing("« Mention : … »")
    }
    let mention = String(texts[index].dropFirst("Mention :".count).trimmed)
    guard let found = referentiel.specialite(mention: mention, egale: { $0.folded == $1.folded })
    else {
      let known = referentiel.specialites.map(\.mention)
      throw SheetError(at: lines[index].position, .unknownMention(mention, known: known))
    }
    return found
  }

  /// The lines that name the course, between the mention and the volumes.
  private var courseLines: ArraySlice<SheetLine> {
    let start = texts.firstIndex { $0.hasPrefix("Mention :") } ?? 0
    let end = texts[start...].firstIndex { $0.hasPrefix("Volume horaire") } ?? texts.count
    return lines[start..<end].dropFirst()
  }

  /// A parcours named by its code as a word, or by its whole name; none for a year common to all.
  func parcours(of specialite: Referentiel.Specialite) -> Parcours? {
    let words = Set(courseLines.flatMap(\.tokens).map(\.text.folded))
    let text = courseLines.map(\.text).joined(separator: " ").folded
    return specialite.parcours.map(\.parcours).first {
      words.contains($0.code.folded) || text.contains($0.libelle.folded)
    }
  }

  var modalite: Modalite {
    let words = Set(courseLines.flatMap(\.tokens).map(\.text.folded))
    if words.contains("apprentissage") || words.contains("app") { return .apprentissage }
    return words.contains("continue") ? .formationContinue : .formationInitiale
  }

  func annee() throws(SheetError) -> AnneeBUT {
    for text in texts {
      let words = text.folded.split(separator: " ")
      for (index, word) in words.enumerated() where word.hasPrefix("but") {
        let digits = word == "but" ? words.dropFirst(index + 1).first : word.dropFirst(3)
        if let annee = digits.flatMap({ Int($0) }).flatMap(AnneeBUT.init) { return annee }
      }
    }
    throw missing("l’année du BUT (« BUT1 », « BUT2 » ou « BUT3 »)")
  }

  /// « Année 2022-2023 ».
  func anneeUniversitaire() throws(SheetError) -> AnneeUniversitaire {
    for line in lines {
      guard let index = line.tokens.firstIndex(where: { $0.text == "Année" }),
        let word = line.tokens.dropFirst(index + 1).first?.text
      else { continue }
      if let annee = AnneeUniversitaire(word) { return annee }
    }
    throw missing("l’année universitaire (« Année 2022-2023 »)")
  }

  /// « 120 ECTS ».
  var credits: Decimale? {
    for line in lines {
      for (number, unit) in zip(line.tokens, line.tokens.dropFirst()) where unit.text == "ECTS" {
        if let value = number.number { return value }
      }
    }
    return nil
  }

  /// Five or six amounts in hours on one line; of six, one may be blank (« h »).
  func volumes() throws(SheetError) -> (Chiffres, Decimale?, TextPosition) {
    for line in lines {
      let amounts = Self.amounts(line)
      guard amounts.count >= 5 else { continue }
      guard amounts.count <= 6 else { break }
      var columns: [Colonne?] = [.cm, .td, .tp, nil, .projet, .total]
      if amounts.count == 5 { columns.remove(at: 3) }
      var figures = Chiffres([:])
      var integrated: Decimale?
      for (column, amount) in zip(columns, amounts) {
        if let column { figures[column] = amount } else { integrated = amount }
      }
      return (figures, integrated, line.position)
    }
    throw missing("les volumes horaires (« 28h 258h 275h h 124h 561h »)")
  }

  /// The amounts « 28h », « 153 h » or « h » of a line that holds nothing else.
  private static func amounts(_ line: SheetLine) -> [Decimale?] {
    var amounts: [Decimale?] = []
    var pending: Decimale?
    for token in line.tokens {
      if let number = token.number, pending == nil {
        pending = number
      } else if token.text == "h" {
        amounts.append(pending)
        pending = nil
      } else if token.text.last == "h", let number = Decimale(token.text.dropLast()),
        pending == nil
      {
        amounts.append(number)
      } else {
        return []
      }
    }
    return pending == nil ? amounts : []
  }

  /// « IUT DIJON-AUXERRE site d’AUXERRE département … », and the university of the mail addresses.
  func etablissement(in referentiel: Referentiel) throws(SheetError) -> String {
    guard let index = texts.firstIndex(where: { $0.hasPrefix("Composante(s) de rattachement :") })
    else { throw missing("« Composante(s) de rattachement : … »") }
    let words = lines[index].tokens.dropFirst(4).map(\.text)
      .prefix { $0.folded != "departement" }
    let parts = words.split { $0.folded == "site" }.map { part in
      part.map(Self.properName).joined(separator: " ")
    }
    let page = texts.joined(separator: " ")
    let university = referentiel.etablissements.first { page.contains($0.domaine) }
    return parts.joined(separator: ", site ") + (university.map { " (\($0.nom))" } ?? "")
  }

  /// « DIJON-AUXERRE » → « Dijon-Auxerre »; acronyms stay, small words lose their capitals.
  private static func properName(_ word: Substring) -> String {
    let plain = word.replacing("’", with: "'")
    let small: Set<String> = ["de", "du", "des", "la", "le", "les", "et", "en", "sur", "sous"]
    if small.contains(plain.lowercased()) { return plain.lowercased() }
    guard plain.count > 3 else { return String(plain) }
    var previous: Character = " "
    let letters = plain.map { letter -> String in
      defer { previous = letter }
      let startsWord = !previous.isLetter
      return startsWord || !letter.isUppercase ? String(letter) : letter.lowercased()
    }
    return letters.joined()
  }

  /// « RNCP 35457 » or « …/rncp/35500 », each number once, in order.
  var registerNumbers: String? {
    var numbers: [String] = []
    for text in texts {
      var rest = text.folded[...]
      while let range = rest.firstRange(of: "rncp") {
        rest = rest[range.upperBound...]
        let digits = rest.drop { " /:°n".contains($0) }.prefix { $0.isNumber }
        if (4...6).contains(digits.count), !numbers.contains(String(digits)) {
          numbers.append(String(digits))
        }
      }
    }
    return numbers.isEmpty ? nil : numbers.joined(separator: " / ")
  }

  /// « Arrêté du 15 avril 2022 - ANNEXE 1 » → « arrêté du 15 avril 2022, annexe 1 ».
  var citedText: String? {
    for line in lines {
      let words = line.tokens.map(\.text)
      guard let start = words.firstIndex(where: { $0.folded.hasSuffix("arrete") }),
        words.count >= start + 8, words[start + 1] == "du", words[start + 5] == "-",
        words[start + 6].folded == "annexe", let annexe = Int(words[start + 7])
      else { continue }
      let date = words[(start + 2)...(start + 4)].joined(separator: " ")
      return "arrêté du \(date), annexe \(annexe)"
    }
    return nil
  }

  /// The name of the diploma when it is close to « bachelor universitaire de technologie ».
  var misprintedDiploma: String? {
    guard let text = texts.first(where: { $0.hasPrefix("Niveau :") }) else { return nil }
    let rest = text.dropFirst("Niveau :".count)
    let name = String(rest[..<(rest.firstRange(of: "Année")?.lowerBound ?? rest.endIndex)].trimmed)
    let distance =
      name.count > 60
      ? 60 : editDistance(name.folded, "bachelor universitaire de technologie")
    return (1...4).contains(distance) ? name : nil
  }

  private func missing(_ what: String) -> SheetError {
    SheetError(at: lines.first?.position, .identityMissing(what))
  }
}
