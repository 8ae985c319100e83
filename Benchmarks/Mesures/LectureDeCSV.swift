internal import Echanges
internal import Fiction
internal import Scolarite
internal import Terrain

/// A file of a million marks, read whole, or refused for one wrong line.
struct LectureDeCSV {
  private static let nombre = 1_000_000
  private static let entete = """
    {"format": "delibere/cohorte/1", "nom": "mesure", "annee_universitaire": "2025-2026",
    "annee_but": 1, "maquette": "mmi-but1", "profil": "iut-larochesuryon-2025"}
    """
  private let notes: [UInt8]

  static func section() throws -> Section {
    let juste = LectureDeCSV(try texte(faute: nil))
    let faux = LectureDeCSV(try texte(faute: nombre / 2))
    precondition(juste.lire() == 0, "a file without fault is read")
    precondition(faux.lire() == 1, "a file with one wrong line has one fault")
    let limite = Releve(5) { PasseSimple.octets(juste.notes) }.mediane
    let reference = "additionner les \(enMilliers(juste.notes.count)) octets"
    return Section([
      Ligne(
        "notes.csv d’un million de lignes, lu",
        Releve(3) { juste.lire() }.mediane,
        limite: limite,
        reference,
      ),
      Ligne(
        "… avec une ligne fausse, refusé",
        Releve(3) { faux.lire() }.mediane,
        limite: limite,
        reference,
      ),
    ])
  }

  private init(_ texte: String) {
    notes = Array(texte.utf8)
  }

  /// The number of faults found.
  private func lire() -> Int64 {
    do throws(CohorteError) {
      let cohorte = try CohorteCSV.read(
        { nom throws(Never) in
          switch nom {
          case "cohorte.json": Array(Self.entete.utf8)
          case "notes.csv": notes
          default: nil
          }
        },
        Reglements.bibliotheque,
      )
      precondition(!cohorte.etudiants.isEmpty, "marks have students")
      return 0
    } catch {
      return Int64(error.fautes.count + error.autres)
    }
  }

  /// Three tests a module, a line each; that of rank `faute` has a mark above its scale.
  private static func texte(faute: Int?) throws -> String {
    let programme = try Programmes.embarque("mmi-but1")
    let promotion = Promotions.premiereAnnee(programme, evaluations: 3...3)
    let colonnes = Promotions.disposition(promotion, programme).colonnes
    var hasard = Hasard(graine: 4)
    var texte = "etudiant;module;evaluation;note;coefficient\n"
    for rang in 0..<nombre {
      let colonne = colonnes[rang % colonnes.count]
      let note: Decimale = rang == faute ? 21 : hasard.quarts(0...80)
      texte += "E\(rang / colonnes.count);\(colonne.module);\(colonne.evaluation);\(note);"
      texte += "\(colonne.coefficient)\n"
    }
    return texte
  }
}
