import Echanges
import Fiction
import JSON
import Scolarite
import Testing

/// Marks as a year of R&T IOM may hold them, finer and finer.
enum Precision {
  /// Marks in quarters, whole coefficients.
  case quarts
  /// Marks in hundredths, coefficients in tenths.
  case centiemes
  /// Marks on scales of every kind.
  case baremes

  /// Computes years drawn at random; every UE must have its exact average.
  func deliberer(_ nombre: UInt64) throws {
    let annee = AnneeDEssai(but: 2, maquette: "rt-iom-but2", semestres: [3, 4])
    let lu = try DossierDEssai(DossierDEssai.laRoche, [:], annee).lire()
    guard case .but(let dossier) = lu.demande, let modele = dossier.annees.first else { return }
    for graine in 0..<nombre {
      var hasard = Hasard(graine: graine)
      let tiree = modele.changee { semestre in
        semestre.avec(notes: notes(&hasard, modele.programme, semestre.numero))
      }
      let resultats = Deliberation<SansPreuve>.resultats(
        Dossier(etudiant: "tirage", annees: [tiree]),
        lu.reglement,
      )
      let ues = try #require(resultats.annees.first).finale.ues.values
      for ue in ues where ue.moyenne == nil {
        // Only scales of every kind may need more than 128 bits: then the UE says so.
        try #require(self == .baremes, "graine \(graine)")
        try #require(ue.manque.allSatisfy { $0.contains("barèmes trop nombreux") })
      }
    }
  }

  private func notes(
    _ hasard: inout Hasard,
    _ programme: Programme,
    _ numero: NumeroSemestre,
  ) -> [String: [Evaluation]] {
    var notes: [String: [Evaluation]] = [:]
    for module in programme.ues.filter({ $0.semestre == numero }).flatMap(\.modules) {
      notes[module.code.canonique] = (1...hasard.entier(1...4)).map { rang in
        evaluation("E\(rang)", &hasard)
      }
    }
    return notes
  }

  private func evaluation(_ nom: String, _ hasard: inout Hasard) -> Evaluation {
    let bareme: Decimale
    let coefficient: Decimale
    let valeur: Decimale
    switch self {
    case .quarts:
      bareme = 20
      valeur = hasard.quarts(0...80)
      coefficient = Decimale(hasard.entier(1...5))
    case .centiemes:
      bareme = 20
      valeur = hasard.decimale(0...2000, 2)
      coefficient = hasard.decimale(1...60, 1)
    case .baremes:
      bareme = Decimale([13, 15, 17, 22, 25, 30, 33, 37, 40, 60, 70][hasard.entier(0...10)])
      valeur = hasard.decimale(0...1300, 2)
      coefficient = hasard.decimale(1...99, 1)
    }
    let note = Note(valeur, sur: bareme).map(Entree.note) ?? .excuse
    return Evaluation(nom: nom, entree: note, coefficient: coefficient)
  }
}

extension Hasard {
  /// A number with so many decimals.
  fileprivate mutating func decimale(_ plage: ClosedRange<Int>, _ decimales: Int) -> Decimale {
    let chiffres = String(entier(plage))
    let zeros = String(repeating: "0", count: max(0, decimales + 1 - chiffres.count))
    let entiers = (zeros + chiffres).dropLast(decimales)
    return Decimale("\(entiers).\((zeros + chiffres).suffix(decimales))") ?? .zero
  }
}

@Suite("Règles : précision du calcul")
struct PrecisionTests {
  @Test("une année aux notes en quarts de point se calcule toujours")
  func quarters() throws {
    try Precision.quarts.deliberer(300)
  }

  @Test("une année aux notes en centièmes, aux coefficients en dixièmes, se calcule toujours")
  func hundredths() throws {
    try Precision.centiemes.deliberer(300)
  }

  @Test("une année aux barèmes variés se calcule, ou dit que l’exactitude n’y suffit pas")
  func scales() throws {
    try Precision.baremes.deliberer(300)
  }

  @Test("des barèmes à six décimales sont calculés ou refusés, sans interrompre le programme")
  func sixDecimals() async {
    await #expect(processExitsWith: .success) {
      let notes: JSONNode = .array(
        ["13.000001", "17.000003", "19.000009", "23.000011"].map { bareme in
          [
            "evaluation": .string(bareme), "note": .string("7.123457/\(bareme)"),
            "coefficient": "1.000003",
          ]
        }
      )
      let annee = AnneeDEssai(modules: ["UE11": ["R101": "3"]], notes: [1: ["R101": notes]])
      _ = try? DossierDEssai(DossierDEssai.national, [:], annee).resultats()
    }
  }
}
