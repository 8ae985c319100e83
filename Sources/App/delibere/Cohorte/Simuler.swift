internal import Echanges
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
    let etude = try etude(saisie)
    var texte = etude.titre + "\n"
    var dossier = etude.dossier
    if !hypotheses.isEmpty {
      do throws(Hypothese.Refus) {
        let difference = try Difference(dossier, hypotheses, etude.reglement)
        texte += "\n" + TexteDeDifference(difference, saisie.valeurs("si")).texte
        dossier = try dossier.supposant(hypotheses, etude.reglement)
      } catch {
        throw .fichier([error.phrase])
      }
    }
    if let objectif {
      guard objectif.existe(dossier) else {
        throw .fichier(["« \(saisie.valeur("pour") ?? "") » n’est pas dans l’année de l’étudiant"])
      }
      let terrain = terrain(saisie)
      texte += "\n" + TexteDeBesoin(objectif, dossier, etude.reglement, terrain, pas: pas).texte
    }
    console.print(frenchSpacing(texte))
    return .succes
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
