import Testing

@testable import Text

@Suite("Texte UTF-8")
struct UTF8TextTests {
  @Test("un texte correct est rendu sans sa marque d’ordre")
  func dropsByteOrderMark() throws {
    #expect(try decodeUTF8Text([0xEF, 0xBB, 0xBF, 0x61]) == "a")
  }

  @Test(
    "une autre forme d’Unicode est nommée",
    arguments: [
      ([0xFF, 0xFE, 0x41, 0x00], "UTF-16"), ([0xFE, 0xFF, 0x00, 0x41], "UTF-16"),
      ([0xFF, 0xFE, 0x00, 0x00], "UTF-32"), ([0x00, 0x00, 0xFE, 0xFF], "UTF-32"),
    ] as [([UInt8], String)],
  )
  func namesOtherEncodings(bytes: [UInt8], name: String) {
    #expect(throws: UTF8TextError.otherUnicodeEncoding(name: name)) { try decodeUTF8Text(bytes) }
  }

  @Test("le premier octet illisible est situé par ligne et colonne")
  func locatesInvalidByte() {
    let bytes = Array("é1\nabc".utf8) + [0xE9, 0x20]
    #expect(throws: UTF8TextError.invalidByte(0xE9, at: TextPosition(line: 2, column: 4))) {
      try decodeUTF8Text(bytes)
    }
  }

  @Test(
    "ce que UTF-8 interdit est refusé",
    arguments: [[0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82]]
      as [[UInt8]],
  )
  func refusesIllFormedSequences(bytes: [UInt8]) {
    #expect(throws: UTF8TextError.invalidByte(bytes[0], at: .start)) { try decodeUTF8Text(bytes) }
  }

  @Test("un caractère de commande dénonce un fichier binaire")
  func refusesControlCharacters() {
    #expect(throws: UTF8TextError.controlCharacter(0, at: TextPosition(line: 1, column: 2))) {
      try decodeUTF8Text([0x41, 0x00])
    }
  }

  @Test("un fichier vide ou blanc est refusé", arguments: [[], [0x20, 0x0A]] as [[UInt8]])
  func refusesEmpty(bytes: [UInt8]) {
    #expect(throws: UTF8TextError.empty) { try decodeUTF8Text(bytes) }
  }
}

@Suite("Comparer ce que des gens ont écrit")
struct FoldingTests {
  @Test(
    "casse, accents, ligatures, apostrophes et espaces ne comptent pas",
    arguments: [
      ("RESEAUX ET TELECOMMUNICATIONS", "Réseaux  et télécommunications"),
      ("Mise en œuvre", "mise en oeuvre"), ("l’internet", "L'INTERNET"), (" SAÉ ", "sae"),
    ],
  )
  func foldsAlike(left: String, right: String) {
    #expect(left.folded == right.folded)
  }

  @Test(
    "la distance compte les lettres à changer",
    arguments: [
      ("", "", 0), ("abc", "abc", 0), ("infrastrutures", "infrastructures", 1), ("abc", "", 3),
      ("chat", "chien", 3),
    ],
  )
  func countsEdits(left: String, right: String, expected: Int) {
    #expect(editDistance(left, right) == expected)
    #expect(editDistance(right, left) == expected)
  }

  @Test("les espaces insécables du français sont posées et elles seules")
  func spacesAsFrench() {
    #expect(
      frenchSpacing("« R1 » : 30 % ; a-t-il ?")
        == "«\u{A0}R1\u{A0}»\u{A0}: 30\u{A0}%\u{A0}; a-t-il\u{A0}?"
    )
    #expect(frenchSpacing("12:7 a:b") == "12:7 a:b")
    #expect(frenchSpacing("« » é ! a  ;") == "«\u{A0}» é\u{A0}! a \u{A0};")
    #expect(frenchSpacing("") == "" && frenchSpacing(" ") == " ")
    #expect(frenchSpacing("fin «") == "fin «" && frenchSpacing("©» €») = ") == "©» €») = ")
  }
}

@Suite("Tableaux de texte")
struct TextTableTests {
  @Test("les colonnes s’alignent, les longues cellules passent à la ligne entre les mots")
  func laysOut() {
    var table = TextTable([.init("Code"), .init("Titre", maximumWidth: 7), .init("h", .right)])
    table.add(["R1", "un deux trois", "7,5"])
    table.addRule()
    table.add(["", "", "10"])
    #expect(
      table.render() == """
        Code  Titre      h
        ──────────────────
        R1    un deux  7,5
              trois
        ──────────────────
                        10

        """
    )
  }
}
