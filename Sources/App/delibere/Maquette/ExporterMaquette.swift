internal import Echanges
internal import Files
internal import JSON
internal import Scolarite

/// `delibere maquette exporter`: the curriculum for another program.
enum ExporterMaquette {
  static func run(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    for fichier in try FichierDeMaquette.lire(saisie) {
      let maquette = fichier.lecture.maquette
      let contenu =
        saisie.valeur("format") == "table"
        ? tableau(maquette) : MaquetteJSON.encode(maquette).rendered()
      guard let sortie = saisie.valeur("sortie") else {
        console.print(contenu)
        continue
      }
      do throws(FileError) {
        try writeFile(sortie, contenu.utf8)
      } catch {
        throw .fichier(["\(sortie) : \(error.description), rien n’a été écrit"])
      }
    }
    return .succes
  }

  /// One line a module and UE, tabulations between the columns, decimal commas.
  private static func tableau(_ maquette: Maquette) -> String {
    let titres = [
      "Semestre", "UE", "Compétence", "Niveau", "ECTS", "Pôle", "Code", "Intitulé", "CM", "TD",
      "TP", "Projet", "Total hors projet", "Type éval", "Coeff",
    ]
    let lignes = maquette.uesSituees.flatMap { lieu, ue in
      ue.modules.map { identification(lieu, ue, $0) + chiffres($0) }
    }
    return ([titres] + lignes).map { $0.joined(separator: "\t") + "\n" }.joined()
  }

  private static func identification(_ lieu: Lieu, _ ue: UE, _ module: Module) -> [String] {
    [
      lieu.semestre.map { "S\($0.valeur)" } ?? "", ue.code.texte, ue.competence.code,
      String(ue.niveau.valeur), ue.ects.description, module.nature.rawValue,
      module.code.imprime, module.titre,
    ]
  }

  private static func chiffres(_ module: Module) -> [String] {
    let heures: [Colonne] = [.cm, .td, .tp, .projet, .total]
    var cellules = heures.map { module.chiffres[$0]?.description ?? "" }
    cellules.append(module.typeEvaluation?.sigle ?? "")
    cellules.append(module.chiffres[.coef]?.description ?? "")
    return cellules
  }
}
