internal import Actes
internal import Habillage
internal import Scolarite

/// The flow of a formation as a drawing and as rows.
struct DessinDesParcours {
  private let parcours: VoirLesParcours.Parcours

  init(_ parcours: VoirLesParcours.Parcours) { self.parcours = parcours }

  private var flux: FluxDesParcours { parcours.flux }
  private var premiere: Int { flux.noeuds.map(\.etape.colonne).min() ?? 1 }
  private var derniere: Int { flux.noeuds.map(\.etape.colonne).max() ?? 0 }

  var sankey: Sankey {
    let rangs = Dictionary(
      uniqueKeysWithValues: flux.noeuds.enumerated().map { ($0.element.etape, $0.offset) }
    )
    return Sankey(
      titre,
      resume: resume,
      compte: "Étudiants",
      colonnes: flux.noeuds.isEmpty ? [] : (premiere...derniere).map(Self.colonne),
      noeuds: flux.noeuds.map(noeud),
      liens: flux.liens.compactMap { lien in
        guard let de = rangs[lien.de], let vers = rangs[lien.vers] else { return nil }
        return .init(de: de, vers: vers, lien.effectif)
      },
    )
  }

  var titre: String {
    let annees = parcours.promotions.map(\.annee)
    guard let formation = parcours.formation, let debut = annees.min(), let fin = annees.max()
    else { return "Parcours" }
    let quand = debut == fin ? "en \(debut)" : "de \(debut) à \(fin)"
    return "Parcours en \(formation.code), \(quand)"
  }

  var resume: String {
    let issues = [
      (nombre { if case .depart = $0 { true } else { false } }, "départ en cours d’année"),
      (nombre { $0 == .redouble }, "redoublement"),
      (nombre { $0 == .sortie }, "sortie après un jury"),
      (nombre { $0 == .diplome }, "diplôme"),
    ].filter { $0.0 > 0 }.map { nombre, nom in
      compte(nombre, nom, nom.enPluriel)
    }
    let etudiants = compte(parcours.effectif, "étudiant")
    return etudiants + (issues.isEmpty ? "." : " : \(issues.joined(separator: ", ")).")
  }

  private func nombre(_ compte: (FluxDesParcours.Issue) -> Bool) -> Int {
    flux.noeuds.filter { noeud in
      guard case .issue(let issue, _) = noeud.etape else { return false }
      return compte(issue)
    }.map(\.effectif).reduce(0, +)
  }

  private static func colonne(_ numero: Int) -> String {
    numero > 6 ? "Après le BUT" : "Semestre \(numero)"
  }

  // MARK: Places

  private func noeud(_ noeud: FluxDesParcours.Noeud) -> Sankey.Noeud {
    let redoublants =
      noeud.redoublants == 0 ? "" : ", dont \(compte(noeud.redoublants, "redoublant"))"
    return Sankey.Noeud(
      nom(noeud.etape),
      detail: compte(noeud.effectif, "étudiant") + redoublants,
      colonne: noeud.etape.colonne - premiere,
      poids: noeud.effectif,
      teinte: noeud.etape.teinte,
    )
  }

  /// The year of a semester, with its promotion where the year has several.
  private func nom(_ etape: FluxDesParcours.Etape) -> String {
    switch etape {
    case .issue(let issue, _): return issue.nom
    case .semestre(let id, _):
      guard let promotion = parcours.promotion(id) else { return "" }
      let soeurs = parcours.promotions.filter {
        $0.annee == promotion.annee && $0.anneeBUT == promotion.anneeBUT
      }
      return soeurs.count > 1 ? promotion.nomEntier : "\(promotion.annee)"
    }
  }

  fileprivate func entier(_ etape: FluxDesParcours.Etape) -> String {
    switch etape {
    case .issue(let issue, let apres): "\(issue.nom), après le S\(apres.valeur)"
    case .semestre(_, let semestre): "S\(semestre.valeur), \(nom(etape))"
    }
  }

  fileprivate var lignes: [[String]] {
    flux.liens.map { [entier($0.de), entier($0.vers), "\($0.effectif)"] }
      + flux.noeuds.map { [entier($0.etape), "(au total)", "\($0.effectif)"] }
  }
}

extension FluxDesParcours.Etape {
  fileprivate var teinte: Sankey.Teinte {
    guard case .issue(let issue, _) = self else { return .etape }
    return switch issue {
    case .diplome, .passe: .reussite
    case .redouble: .reprise
    case .sortie, .depart: .depart
    }
  }
}

extension FluxDesParcours.Issue {
  fileprivate var nom: String {
    switch self {
    case .passe: "Peut passer, à inscrire"
    case .diplome: "BUT obtenu"
    case .redouble: "Redouble"
    case .sortie: "Quitte après le jury"
    case .depart(.demission): "Départ : démission"
    case .depart(.transfert): "Départ : transfert"
    case .depart(.cesure): "Départ : césure"
    case .depart(.exclusion): "Départ : exclusion"
    case .depart(.autre): "Départ : autre cause"
    }
  }
}

extension String {
  /// The plural of a name whose first word alone changes.
  fileprivate var enPluriel: String {
    let mots = split(separator: " ", maxSplits: 1)
    return ([mots.first.map { $0 + "s" } ?? ""] + mots.dropFirst().map(String.init))
      .joined(separator: " ")
  }
}

extension Feuillet {
  /// How many went from where to where.
  init(_ parcours: VoirLesParcours.Parcours) {
    let dessin = DessinDesParcours(parcours)
    self.init(
      titre: dessin.titre,
      colonnes: ["De", "Vers", "Étudiants"],
      lignes: dessin.lignes,
    )
  }
}
