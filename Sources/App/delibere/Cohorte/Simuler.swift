internal import Echanges
internal import JSON
internal import Scolarite
internal import Text

/// `delibere simuler`: what would change, and what is still needed.
enum Simuler {
  private static let chemin = ["delibere", "simuler"]

  static func run(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    let hypotheses = try hypotheses(saisie)
    let objectif = try objectif(saisie)
    let pas = try pas(saisie)
    guard !hypotheses.isEmpty || objectif != nil else {
      throw .usage("il manque « --si » (une hypothèse) ou « --pour » (un objectif)", chemin)
    }
    for option in ["epreuves", "pas"] where objectif == nil && saisie.valeur(option) != nil {
      throw .usage("« --\(option) » demande « --pour »", chemin)
    }
    let etude = try etude(saisie)
    var dossier = etude.dossier
    var difference: Difference?
    do throws(Hypothese.Refus) {
      if !hypotheses.isEmpty {
        let trouvee = try Difference(dossier, hypotheses, etude.reglement)
        dossier = try dossier.supposant(hypotheses, etude.reglement)
        difference = trouvee
      }
    } catch {
      throw .fichier([error.phrase])
    }
    let besoin = try besoin(objectif, dossier, etude.reglement, saisie, pas: pas)
    let enJSON = saisie.valeur("format") == "json"
    console.print(
      enJSON
        ? json(etude, difference, besoin, saisie).rendered()
        : frenchSpacing(texte(etude, difference, besoin, saisie))
    )
    return .succes
  }

  private static func besoin(
    _ objectif: Objectif?,
    _ dossier: Dossier,
    _ reglement: Reglement,
    _ saisie: Saisie,
    pas: Decimale,
  ) throws(Abandon) -> Besoin? {
    guard let objectif else { return nil }
    guard objectif.existe(dossier),
      let situation = Situation(dossier, reglement, terrain(saisie))
    else {
      throw .fichier(["« \(saisie.valeur("pour") ?? "") » n’est pas dans l’année de l’étudiant"])
    }
    return Besoin(objectif, situation, pas: pas)
  }

  private static func texte(
    _ etude: Etude,
    _ difference: Difference?,
    _ besoin: Besoin?,
    _ saisie: Saisie,
  ) -> String {
    let parties = [
      difference.map { TexteDeDifference($0, saisie.valeurs("si")).texte },
      besoin.map { TexteDeBesoin($0).texte },
    ]
    return ([etude.titre + "\n"] + parties.compactMap(\.self)).joined(separator: "\n")
  }

  private static func json(
    _ etude: Etude,
    _ difference: Difference?,
    _ besoin: Besoin?,
    _ saisie: Saisie,
  ) -> JSONNode {
    var membres: [JSONNode.Member] = [
      .init("format", "delibere/simulation/1"),
      .init("etudiant", .string(etude.dossier.etudiant)),
    ]
    if let difference {
      let node = SimulationJSON.encode(difference, saisie.valeurs("si"))
      membres.append(.init("difference", node))
    }
    if let besoin {
      let node = SimulationJSON.encode(besoin, saisie.valeur("pour") ?? "")
      membres.append(.init("besoin", node))
    }
    return .object(membres)
  }

  // MARK: What is asked

  private static func hypotheses(_ saisie: Saisie) throws(Abandon) -> [Hypothese] {
    var hypotheses: [Hypothese] = []
    for ecrite in saisie.valeurs("si") {
      do throws(HypotheseError) {
        hypotheses.append(try Hypothese(texte: ecrite))
      } catch {
        throw .usage(error.phrase, chemin)
      }
    }
    return hypotheses
  }

  private static func objectif(_ saisie: Saisie) throws(Abandon) -> Objectif? {
    guard let ecrit = saisie.valeur("pour") else { return nil }
    guard let objectif = Objectif(texte: ecrit) else {
      throw .usage(
        "« --pour \(ecrit) » : « UE12 », « C2 », « passage » ou « annee » est attendu",
        chemin,
      )
    }
    return objectif
  }

  private static func pas(_ saisie: Saisie) throws(Abandon) -> Decimale {
    let ecrit = saisie.valeur("pas") ?? "0.01"
    guard let pas = Decimale(ecrit), Situation.admet(pas: pas) else {
      throw .usage(
        "« --pas \(ecrit) » : un pas d’au moins 0,01 qui divise 20 est attendu (0,01, 0,25, 0,5, 1)",
        chemin,
      )
    }
    return pas
  }

  private static func terrain(_ saisie: Saisie) -> Situation.Terrain {
    switch saisie.valeur("epreuves") {
    case "ue": .rattrapagesDUE
    case "notes": .notes
    default: .rattrapagesDeModules
    }
  }

  /// The student of a cohort, or the dossier of a file.
  private static func etude(_ saisie: Saisie) throws(Abandon) -> Etude {
    let source = saisie.arguments[0]
    guard !source.hasSuffix(".json") else {
      if let option = ["etudiant", "profil", "maquette"].first(where: { saisie.valeur($0) != nil })
      {
        throw .usage("« --\(option) » ne va qu’avec une cohorte, non avec \(source)", chemin)
      }
      let lu = try DossierEtudiant.lire(source)
      guard case .but(let dossier) = lu.demande else {
        throw .fichier(["\(source) : un candidat au BTS ne se simule pas"])
      }
      return Etude(titre: lu.etudiant, dossier: dossier, reglement: lu.reglement)
    }
    guard let cherche = saisie.valeur("etudiant") else {
      throw .usage("il manque « --etudiant », dont la cohorte est simulée", chemin)
    }
    let fichier = try FichierDeCohorte.lire(source, saisie)
    let etudiant = try fichier.etudiant(cherche)
    return Etude(
      titre: "\(etudiant.designation), \(fichier.lue.nom), \(fichier.lue.annee)",
      dossier: etudiant.dossier,
      reglement: fichier.lue.reglement,
    )
  }

  private struct Etude {
    let titre: String
    let dossier: Dossier
    let reglement: Reglement
  }
}

extension Objectif {
  /// Whether the last year of a dossier has it.
  fileprivate func existe(_ dossier: Dossier) -> Bool {
    let ues = dossier.annees.last?.programme.ues ?? []
    return switch self {
    case .ue(let code): ues.contains { $0.code == code }
    case .rcue(let competence): ues.contains { $0.competence == competence }
    case .passage: dossier.annees.last.map { $0.anneeBUT.valeur < 3 } ?? false
    case .annee: true
    }
  }
}
