internal import CSV
public import Scolarite

/// What the rules propose for a cohort, ready to be shown or exchanged.
public struct ResultatsDeCohorte: Sendable {
  public let lue: CohorteLue
  /// One for each student, in the order of the cohort.
  public let lignes: [Ligne]
  public let statistiques: [(ue: CodeUE, statistiques: Statistiques)]
  /// The students that the jury must look at.
  public let aVoir: [(ligne: Ligne, points: [PointAVoir])]
  /// How far under a threshold an average is still near it.
  public let marge: Decimale

  /// A student and what is proposed.
  public struct Ligne: Sendable {
    public let etudiant: EtudiantLu
    public let proposition: Proposition
  }

  /// A quarter of a point.
  public static let margeUsuelle = Decimale("0.25") ?? .zero

  /// - Parameters:
  ///   - lue: the cohort as it was read.
  ///   - propositions: its proposals, in the same order.
  ///   - marge: how far under a threshold an average is still near it, in points.
  public init(_ lue: CohorteLue, _ propositions: Propositions, marge: Decimale) {
    self.lue = lue
    self.marge = marge
    let lignes = lue.etudiants.enumerated().map { rang, etudiant in
      Ligne(etudiant: etudiant, proposition: propositions[rang])
    }
    self.lignes = lignes
    statistiques = propositions.statistiquesDesUE
    aVoir = propositions.aVoir(marge: marge).map { (ligne: lignes[$0.rang], points: $0.points) }
  }

  /// The RCUE that students of the cohort have, by competence and level.
  public var cles: [CleRCUE] { Set(lignes.flatMap(\.proposition.rcues).map(\.cle)).sorted() }
}

extension Proposition {
  /// « S3 », « S3 refusé », « S3 ? » while a result is missing; empty at the end of the diploma.
  public var passage: String {
    guard let vers else { return "" }
    switch autorisee {
    case true?: return "S\(vers.valeur)"
    case false?: return "S\(vers.valeur) refusé"
    case nil: return "S\(vers.valeur) ?"
    }
  }
}

extension PointAVoir {
  /// The name of the kind of point, in exchanges.
  var sorte: String {
    switch self {
    case .incomplete: "incomplet"
    case .limiteUE: "limite_ue"
    case .limiteRCUE: "limite_regroupement"
    case .sousLePlancher: "sous_le_plancher"
    case .absences: "absences"
    case .passageRefuse: "passage_refuse"
    }
  }
}

extension ResultatsDeCohorte {
  /// One row a student, for a spreadsheet: UTF-8 with its mark, semicolons, decimal commas.
  public var csv: String {
    var writer = CSVWriter(byteOrderMark: true)
    let ues = lue.programme.ues.map(\.code)
    writer.add(
      ["etudiant", "nom", "prenom"] + ues.flatMap { [$0.texte, "\($0.texte) code"] }
        + cles.flatMap { [$0.nom, "\($0.nom) code"] }
        + ["malus", "ects", "ects_cumules", "passage", "code_annee", "session2", "a_voir"]
    )
    let points = Dictionary(aVoir.map { ($0.ligne.etudiant.identifiant, $0.points) }) { $1 }
    for ligne in lignes {
      let siens = points[ligne.etudiant.identifiant] ?? []
      writer.add(cellules(ligne, ues, siens))
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private func cellules(_ ligne: Ligne, _ ues: [CodeUE], _ points: [PointAVoir]) -> [String] {
    let proposition = ligne.proposition
    let parUE = ues.flatMap { code -> [String] in
      let ue = proposition.ues.first { $0.code == code }
      return [ue?.moyenne?.moyenneAffichee ?? "", ue?.mention ?? ""]
    }
    let parRCUE = cles.flatMap { cle -> [String] in
      let rcue = proposition.rcues.first { $0.cle == cle }
      return [rcue?.moyenne?.moyenneAffichee ?? "", rcue?.mention ?? ""]
    }
    let malus = proposition.semestres.filter { $0.malus > 0 }.map {
      "S\($0.numero.valeur) \($0.malus.affichee(decimales: 1, sansFranchir: [$0.malus]))"
    }
    return [ligne.etudiant.identifiant, ligne.etudiant.nom, ligne.etudiant.prenom] + parUE
      + parRCUE + [
        malus.joined(separator: " "), proposition.ects.affichee(decimales: 0),
        proposition.ectsCumules.affichee(decimales: 0), proposition.passage,
        proposition.codeAnnee ?? "", proposition.ouvertes.map(\.texte).joined(separator: " "),
        PointAVoir.phrases(points).joined(separator: " ; "),
      ]
  }
}
