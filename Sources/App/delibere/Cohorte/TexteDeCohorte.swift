internal import Echanges
internal import Scolarite
internal import Text

/// The results of a promotion for a person to read.
enum TexteDeCohorte {
  static func texte(_ resultats: ResultatsDeCohorte, resume: Bool) -> String {
    let lue = resultats.lue
    var texte =
      "\(lue.nom) : BUT \(lue.anneeBUT.valeur), \(lue.annee), règlement « \(lue.profil) » "
      + "au \(lue.date)\n" + effectif(resultats) + "\n"
    if !resume { texte += "\n" + ues(resultats) + "\n" + bilan(resultats) }
    return texte + "\nUE par UE\n" + statistiques(resultats) + "\n" + aVoir(resultats)
  }

  private static func effectif(_ resultats: ResultatsDeCohorte) -> String {
    let tous = resultats.lignes
    let validees = tous.count { ligne in
      !ligne.proposition.rcues.isEmpty && ligne.proposition.rcues.allSatisfy(\.valide)
    }
    let refus = tous.count { $0.proposition.autorisee == false }
    let inconnus = tous.count {
      $0.proposition.vers != nil && $0.proposition.autorisee == nil
    }
    return "\(compte(tous.count, "étudiant")) : \(validees) ont toute l’année, "
      + "\(compte(refus, "passage")) refusé\(refus > 1 ? "s" : ""), "
      + "\(inconnus) impossible\(inconnus > 1 ? "s" : "") à dire"
  }

  // MARK: Students

  /// « 10,70 ADM » in each UE.
  private static func ues(_ resultats: ResultatsDeCohorte) -> String {
    let codes = resultats.lue.programme.ues.map(\.code)
    var table = TextTable(
      [.init("Étudiant", maximumWidth: 26)] + codes.map { .init($0.texte, .right) }
    )
    for ligne in resultats.lignes {
      table.add(
        [ligne.etudiant.etiquette]
          + codes.map { code in
            ligne.proposition.ues.first { $0.code == code }.map(cellule) ?? ""
          }
      )
    }
    return table.render()
  }

  private static func cellule(_ ue: Proposition.UEProposee) -> String {
    let mention = ue.capitalisee ? "(\(ue.mention))" : ue.mention
    return (ue.moyenne.map(\.moyenneAffichee) ?? "–") + " " + mention
  }

  private static func bilan(_ resultats: ResultatsDeCohorte) -> String {
    let cles = resultats.cles
    var table = TextTable(
      [.init("Étudiant", maximumWidth: 26)] + cles.map { .init($0.nom, .right) } + [
        .init("Malus"), .init("ECTS", .right), .init("Passage"), .init("Année"),
        .init("Session 2 ouverte", maximumWidth: 24),
      ]
    )
    for ligne in resultats.lignes {
      let proposition = ligne.proposition
      table.add(
        [ligne.etudiant.etiquette]
          + cles.map { cle in
            proposition.rcues.first { $0.cle == cle }.map {
              ($0.moyenne.map(\.moyenneAffichee) ?? "–") + " " + $0.mention
            } ?? ""
          } + [
            malus(proposition), proposition.ects.affichee(decimales: 0, sansFranchir: []),
            proposition.passage, proposition.codeAnnee ?? "–",
            proposition.ouvertes.map(\.texte).joined(separator: " "),
          ]
      )
    }
    return table.render()
  }

  private static func malus(_ proposition: Proposition) -> String {
    proposition.semestres.filter { $0.malus > 0 }.map {
      "S\($0.numero.valeur) : \($0.malus.affichee(decimales: 1, sansFranchir: [$0.malus]))"
    }.joined(separator: ", ")
  }

  // MARK: Statistics

  private static func statistiques(_ resultats: ResultatsDeCohorte) -> String {
    var table = TextTable([
      .init("UE"), .init("Notés", .right), .init("Moyenne", .right), .init("Min.", .right),
      .init("Quart inf.", .right), .init("Médiane", .right), .init("Quart sup.", .right),
      .init("Max.", .right), .init("De 0 à 20"), .init("Acquise", .right),
      .init("Codes", maximumWidth: 40),
    ])
    for (ue, siennes) in resultats.statistiques {
      let suivent = siennes.mentions.reduce(0) { $0 + $1.nombre }
      table.add([
        ue.texte, "\(siennes.effectif)", siennes.moyenne.cellule, siennes.minimum.cellule,
        siennes.premierQuartile.cellule, siennes.mediane.cellule,
        siennes.troisiemeQuartile.cellule, siennes.maximum.cellule, profil(siennes.histogramme),
        taux(siennes.acquises, sur: suivent),
        siennes.mentions.map { "\($0.nombre) \($0.mention)" }.joined(separator: ", "),
      ])
    }
    return table.render()
  }

  private static func taux(_ part: Int, sur tout: Int) -> String {
    Fraction(part).divise(par: Fraction(tout)).map {
      ($0 * 100).affichee(decimales: 0, sansFranchir: [0, 100]) + " %"
    } ?? "–"
  }

  /// A histogram in one line, a sign for each point of the scale; the threshold stands before 10.
  private static func profil(_ classes: [Int]) -> String {
    let plus = max(classes.max() ?? 0, 1)
    let signes = classes.map { nombre in
      nombre == 0 ? "·" : "▁▂▃▄▅▆▇█".map(String.init)[(nombre * 8 - 1) / plus]
    }
    return signes[..<10].joined() + "|" + signes[10...].joined()
  }

  /// A bar for each point of the scale.
  static func histogramme(_ titre: String, _ classes: [Int]) -> String {
    let plus = classes.max() ?? 0
    let premiere = classes.firstIndex { $0 > 0 } ?? 0
    let derniere = classes.lastIndex { $0 > 0 } ?? 0
    guard plus > 0 else { return "" }
    let largeur = 40
    let lignes = (premiere...derniere).map { point in
      let huitiemes = (classes[point] * largeur * 8 + plus - 1) / plus
      let barre = String(repeating: "█", count: huitiemes / 8) + fraction(huitiemes % 8)
      let nom = (point < 10 ? " " : "") + "\(point)"
      let seuil = point == 10 ? "┤" : "│"
      return "  \(nom) \(seuil)\(barre)" + (classes[point] > 0 ? " \(classes[point])" : "")
    }
    return titre + "\n" + lignes.joined(separator: "\n") + "\n"
  }

  private static func fraction(_ huitiemes: Int) -> String {
    huitiemes == 0 ? "" : ["▏", "▎", "▍", "▌", "▋", "▊", "▉"][huitiemes - 1]
  }

  // MARK: What the jury must look at

  private static func aVoir(_ resultats: ResultatsDeCohorte) -> String {
    guard !resultats.aVoir.isEmpty else { return "Rien de particulier à voir par le jury.\n" }
    var table = TextTable([
      .init("À voir par le jury", maximumWidth: 30), .init("", maximumWidth: 66),
    ])
    for (ligne, points) in resultats.aVoir {
      table.add([
        ligne.etudiant.designation,
        PointAVoir.phrases(points).joined(separator: " ; "),
      ])
    }
    return table.render()
  }
}

extension Fraction? {
  /// An average for a cell of a table; « – » where there is none.
  fileprivate var cellule: String { map(\.moyenneAffichee) ?? "–" }
}

extension EtudiantLu {
  /// What tells the student apart in a table.
  var etiquette: String { nom.isEmpty ? identifiant : "\(identifiant) \(nom)" }
}
