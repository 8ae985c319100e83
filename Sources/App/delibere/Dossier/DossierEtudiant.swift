internal import Echanges
internal import Files
internal import JSON
internal import Scolarite
internal import Text

/// `delibere dossier`: the rules applied to one dossier.
enum DossierEtudiant {
  /// A dossier is a few kilobytes: more than this is not one.
  private static let limite = 8 * 1_048_576

  static func run(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    let chemin = saisie.arguments[0]
    guard !saisie.porte("expliquer") || saisie.valeur("format") != "json" else {
      throw .usage(
        "« --expliquer » donne un texte à lire ; avec « --format json », demander « --preuves »",
        ["delibere", "dossier"],
      )
    }
    let lu = try lire(chemin)
    if saisie.porte("preuves") || saisie.porte("expliquer") {
      try repondre(lu, AvecPreuve.self, saisie, console, chemin)
    } else {
      try repondre(lu, SansPreuve.self, saisie, console, chemin)
    }
    return .succes
  }

  static func lire(_ chemin: String) throws(Abandon) -> DossierLu {
    let bibliotheque = Bibliotheque { nom in try? readFile(nom, limit: limite) }
    let octets: [UInt8]
    do throws(FileError) {
      octets = try readFile(chemin, limit: limite)
    } catch {
      throw .fichier(["\(chemin) : \(error.description)"])
    }
    do throws(DataFileError) {
      return try DossierJSON.read(octets, bibliotheque)
    } catch {
      let place = error.position.map { "\(chemin):\($0)" } ?? chemin
      throw .fichier(["\(place) : \(error.description)"])
    }
  }

  private static func repondre<M: Motivation>(
    _ lu: DossierLu,
    _ motivation: M.Type,
    _ saisie: Saisie,
    _ console: Console,
    _ chemin: String,
  ) throws(Abandon) {
    let enJSON = saisie.valeur("format") == "json"
    let motifs = MotifsDemandes(
      preuves: saisie.porte("preuves"),
      explications: saisie.porte("expliquer"),
      sujet: saisie.valeur("sur"),
    )
    switch lu.demande {
    case .but(let dossier):
      let resultats = Deliberation<M>.resultats(dossier, lu.reglement)
      console.print(
        enJSON
          ? ResultatsJSON.encode(resultats, de: lu).rendered()
          : TexteDeDossier.texte(resultats, de: lu, avec: motifs)
      )
    case .bts(let candidat):
      guard let resultat = Moteur<M>.sessionExceptionnelle(candidat) else {
        throw .fichier(["\(chemin) : aucune épreuve n’a de coefficient"])
      }
      console.print(
        enJSON
          ? ResultatsJSON.encode(resultat, de: lu).rendered()
          : TexteDeDossier.texte(resultat, de: lu, avec: motifs)
      )
    }
  }
}
