public import Actes
public import Scolarite
internal import Spreadsheets

/// The sheets of the acts, as XLSX, ODS and CSV files.
public struct FeuillesDEchange: Feuilles {
  public init() {}

  public func feuille(_ contenu: PreparerUneFeuille.Contenu, le jour: Jour) throws -> [UInt8] {
    let date = try Self.date(jour)
    return try FeuilleDeNotes(contenu).ecrire(leJour: date)
  }

  public func evaluation(de feuille: FeuilleRecue) throws -> Identifiant<EvaluationDeModule>? {
    FeuilleDeNotes.numero(de: try classeur(feuille))
  }

  public func releve(
    _ feuille: FeuilleRecue,
    _ contenu: PreparerUneFeuille.Contenu,
    remplacer: Bool,
  ) throws -> ReleveRapporte {
    let classeur = try classeur(feuille)
    return try expliquer {
      guard FeuilleDeNotes.numero(de: classeur) == nil else {
        return try ReleveRapporte(
          feuille: classeur,
          nom: feuille.nom,
          contenu,
          remplacer: remplacer,
        )
      }
      let lues = try NotesLues.lire(classeur, nom: feuille.nom)
      return try ReleveRapporte(
        lues,
        nom: feuille.nom,
        contenu.promotion,
        remplacer: remplacer,
      )
    }
  }

  public func releve(
    _ feuille: FeuilleRecue,
    _ contenu: PreparerUnReleve.Contenu,
    remplacer: Bool,
  ) throws -> ReleveRapporte {
    let classeur = try classeur(feuille)
    return try expliquer {
      try ReleveRapporte(
        NotesLues.lire(classeur, nom: feuille.nom),
        nom: feuille.nom,
        contenu.promotion,
        contenu.evaluations,
        remplacer: remplacer,
      )
    }
  }

  public func feuille(_ contenu: PreparerUnReleve.Contenu, le jour: Jour) throws -> [UInt8] {
    let identites = contenu.etudiants.compactMap(\.identite)
      .sorted { ($0.nomUsuel, $0.prenomUsuel) < ($1.nomUsuel, $1.prenomUsuel) }
    let vides = Array(repeating: "", count: contenu.evaluations.count)
    return try tableau(
      contenu.promotion.nom,
      colonnes: [ChampDEtudiant.nip, .nom, .prenom].map(\.nom)
        + contenu.evaluations.map(\.intituleDeColonne),
      lignes: identites.map { [$0.nip, $0.nomUsuel, $0.prenomUsuel] + vides },
      le: jour,
    )
  }

  public func etudiants(_ feuille: FeuilleRecue) throws
    -> (nouveaux: [NouvelEtudiant], ignorees: [String])
  {
    let classeur = try classeur(feuille)
    guard FeuilleDeNotes.numero(de: classeur) == nil else {
      throw FeuilleRefusee(lignes: [
        "\(feuille.nom) : c’est une feuille de notes, non une liste d’étudiants"
      ])
    }
    let liste = try expliquer { try ListeDEtudiants.lire(classeur, nom: feuille.nom) }
    let sans = liste.lignes.filter { $0.nip ?? "" == "" }
    guard sans.isEmpty, !liste.lignes.isEmpty else {
      let vide = ["\(feuille.nom) : aucun étudiant sous la ligne de titres"]
      throw FeuilleRefusee(
        lignes: liste.lignes.isEmpty
          ? vide
          : sans.map { "\($0.place(.nom)) : \($0.nom) \($0.prenom) n’a pas de numéro d’étudiant" }
      )
    }
    return (liste.nouveaux, liste.ignorees.map(\.intitule))
  }

  public func listeDuSport(_ feuille: FeuilleRecue) throws
    -> (lignes: [LigneDeSport], ignorees: [String])
  {
    let classeur = try classeur(feuille)
    return try expliquer { try ListeDuSport.lire(classeur, nom: feuille.nom) }
  }

  public func seances(_ feuille: FeuilleRecue, du: Jour, au: Jour) throws -> SeancesLues {
    guard !SeancesDAgenda.estUnAgenda(feuille.octets) else {
      return try SeancesDAgenda.lire(feuille, du: du, au: au)
    }
    let classeur = try classeur(feuille)
    return try expliquer { try FeuilleDeSeances.lire(classeur, nom: feuille.nom) }
  }

  public func candidatsBTS(_ feuille: FeuilleRecue, _ specialite: SpecialiteBTS) throws
    -> (lignes: [LigneDeBTS], ignorees: [String])
  {
    let classeur = try classeur(feuille)
    return try expliquer { try ListeBTS.lire(classeur, specialite, nom: feuille.nom) }
  }

  public func tableau(_ nom: String, colonnes: [String], lignes: [[String]], le jour: Jour) throws
    -> [UInt8]
  {
    let date = try Self.date(jour)
    return try TableauExporte(titre: nom, intitules: colonnes, lignes: lignes.map(Self.cellules))
      .xlsx(leJour: date)
  }

  public func csv(colonnes: [String], lignes: [[String]]) -> [UInt8] {
    TableauExporte(titre: "", intitules: colonnes, lignes: lignes.map(Self.cellules)).csv()
  }

  /// A figure is a number, so that it can be added up; « 0042 » is a name.
  private static func cellules(_ ligne: [String]) -> [Cell] {
    ligne.map { texte in
      let estUnNom = texte.hasPrefix("0") && texte.dropFirst().first?.isNumber == true
      return (estUnNom ? nil : Decimale(texte)).map { Cell.number($0.litteralJSON) }
        ?? (texte.isEmpty ? .empty : .text(texte))
    }
  }

  public func entree(tapee texte: String, bareme: Decimale) -> Entree? {
    Entree(tapee: texte, bareme: bareme)
  }

  public func attendu(bareme: Decimale) -> String { Entree.attendueTapee(bareme: bareme) }

  private static func date(_ jour: Jour) throws -> SpreadsheetDate {
    guard let date = SpreadsheetDate(jour) else {
      throw FeuilleRefusee(lignes: ["le \(jour) n’est pas un jour des tableurs"])
    }
    return date
  }

  private func classeur(_ feuille: FeuilleRecue) throws -> Workbook {
    try expliquer { try Workbook.read(feuille.octets, name: feuille.nom) }
  }

  /// Turns the faults of sheets into their lines.
  private func expliquer<Resultat>(_ corps: () throws -> Resultat) throws -> Resultat {
    do {
      return try corps()
    } catch let fautes as FautesDeFeuille {
      throw FeuilleRefusee(lignes: fautes.lignes)
    } catch let erreur as SpreadsheetError {
      throw FeuilleRefusee(lignes: [erreur.description])
    }
  }
}
