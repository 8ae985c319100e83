public import Actes
internal import JSON
public import Scolarite

// What a jury sealed, read again.

extension FormatsDEchange {
  public func codes(proposition texte: String) throws -> [CodeUE: String] {
    let racine = try JSONNode(parsing: texte)
    let ues = racine["annees"]?.elements.last?["finale"]?["ues"]?.members ?? []
    return Dictionary(
      ues.compactMap { membre in
        guard let ue = CodeUE(membre.key), case .string(let code)? = membre.node["code"]?.value
        else { return nil }
        return (ue, code)
      }
    ) { premier, _ in premier }
  }

  public func dossiers(
    _ textes: [String],
    sous recueil: String,
    anterieurs: [AnneeUniversitaire: String],
  ) throws -> [(dossier: Dossier, reglement: Reglement)] {
    let bibliotheque = try Bibliotheque.deRecueil(recueil)
    var courants: [AnneeUniversitaire: Reglages] = [:]
    var parAnnee: [AnneeUniversitaire: Reglages] = [:]
    return try textes.map { texte in
      let lu = try DossierJSON.read(Array(texte.utf8), bibliotheque)
      guard case .but(let dossier) = lu.demande, let derniere = dossier.annees.last?.annee else {
        throw DataFileError.unusable("le dossier scellé n’est pas celui d’un étudiant de BUT")
      }
      for annee in dossier.annees.map(\.annee) where parAnnee[annee] == nil {
        parAnnee[annee] = try reglages(anterieurs[annee] ?? recueil, le: Jour(ouvrant: annee))
      }
      let courant = try courants[derniere] ?? reglages(recueil, le: Jour(ouvrant: derniere))
      courants[derniere] = courant
      return (dossier, Reglement(courant: courant, parAnnee: parAnnee))
    }
  }

  public func faits(_ dossier: String, de nature: SessionDeJury.Nature) throws -> String {
    // A student who is no longer enrolled has no dossier.
    guard !dossier.isEmpty else { return dossier }
    var racine = try JSONNode(parsing: dossier).sans("redoublement")
    if case .semestre(let numero) = nature {
      racine = racine.changeant("annees") { annees in
        JSONNode(.array(annees.elements.dropLast() + annees.elements.suffix(1).map(numero.seul)))
      }
    }
    return racine.compact()
  }

  public func differences(_ avant: String, _ apres: String) throws -> [String] {
    guard !apres.isEmpty else { return ["l’étudiant n’est plus inscrit"] }
    if avant == apres { return ["le règlement a changé, et ce qu’il propose avec lui"] }
    var lignes: [String] = []
    Comparaison.comparer(try JSONNode(parsing: avant), try JSONNode(parsing: apres), [], &lignes)
    return lignes
  }
}

/// Tells two dossiers apart, fact by fact.
private enum Comparaison {
  static func comparer(
    _ avant: JSONNode?,
    _ apres: JSONNode?,
    _ chemin: [String],
    _ lignes: inout [String],
  ) {
    switch (avant?.value, apres?.value) {
    case (.object(let anciens)?, .object(let nouveaux)?):
      // A request to repeat is not a fact that a decision rests on.
      let (avant, apres) = (
        anciens.map { ($0.key, $0.node) }, nouveaux.map { ($0.key, $0.node) },
      )
      for nom in noms(apres, avant) where nom != "redoublement" {
        comparer(avant[nom], apres[nom], chemin + [titres[nom] ?? nom], &lignes)
      }
    case (.array(let anciens)?, .array(let nouveaux)?):
      let (avant, apres) = (nommes(anciens), nommes(nouveaux))
      for nom in noms(apres, avant) {
        comparer(avant[nom], apres[nom], chemin + [nom], &lignes)
      }
    case (let ancien, let nouveau):
      let (dit, redit) = (phrase(ancien), phrase(nouveau))
      guard dit != redit else { return }
      lignes.append("\(chemin.joined(separator: ", ")) : \(dit) devient \(redit)")
    }
  }

  /// The names of both, each once, in the order of the first.
  private static func noms(_ apres: [(String, JSONNode)], _ avant: [(String, JSONNode)])
    -> [String]
  {
    var vus: Set<String> = []
    return (apres + avant).map(\.0).filter { vus.insert($0).inserted }
  }

  /// What tells the items of a list apart: what they are of, else their rank.
  private static func nommes(_ elements: [JSONNode]) -> [(String, JSONNode)] {
    elements.enumerated().map { rang, noeud in
      for cle in ["annee_universitaire", "evaluation", "code", "sur", "type", "debut"] {
        if case .string(let nom)? = noeud[cle]?.value { return (nom, noeud) }
      }
      if case .number(let numero)? = noeud["numero"]?.value { return ("S\(numero)", noeud) }
      return ("n° \(rang + 1)", noeud)
    }
  }

  private static let titres = [
    "annees": "dossier", "semestres": "semestre", "notes": "notes", "note": "note",
    "bonus": "bonus", "decisions": "décision", "session2": "session 2", "absences": "absences",
    "creneaux": "créneau", "motif": "motif", "moyennes": "moyenne", "statut": "statut",
    "avis_contraire": "avis contraire", "maquette": "maquette", "coefficient": "coefficient",
    "abi_heures": "heures d’absence injustifiée", "abj_heures": "heures d’absence justifiée",
  ]

  private static func phrase(_ valeur: JSONNode.Content?) -> String {
    switch valeur {
    case nil, .null?: "rien"
    case .bool(let verdict)?: verdict ? "oui" : "non"
    case .number(let litteral)?: litteral.split(separator: ".").joined(separator: ",")
    case .string(let texte)?: "« \(texte) »"
    case .array(let elements)?: elements.isEmpty ? "rien" : "\(elements.count) éléments"
    case .object(let membres)?:
      membres.map { "\(titres[$0.key] ?? $0.key) \(phrase($0.node.value))" }
        .joined(separator: ", ")
    }
  }
}

extension [(String, JSONNode)] {
  /// The first of that name.
  fileprivate subscript(nom: String) -> JSONNode? { first { $0.0 == nom }?.1 }
}

extension NumeroSemestre {
  /// A year with that semester alone, and the decisions on its UE.
  fileprivate func seul(_ annee: JSONNode) -> JSONNode {
    annee.sans("bonus", "session2").changeant("semestres") { semestres in
      JSONNode(.array(semestres.elements.filter { $0.estDuSemestre(self) }))
    }.changeant("decisions") { decisions in
      JSONNode(.array(decisions.elements.filter { $0.porte(sur: self) }))
    }.sansVides("decisions")
  }
}

extension JSONNode {
  fileprivate func sans(_ cles: String...) -> JSONNode {
    .object(members.filter { !cles.contains($0.key) })
  }

  fileprivate func sansVides(_ cle: String) -> JSONNode {
    self[cle]?.elements.isEmpty == true ? sans(cle) : self
  }

  /// The same object with another value of a member, where it has it.
  fileprivate func changeant(_ cle: String, _ changer: (JSONNode) -> JSONNode) -> JSONNode {
    .object(members.map { $0.key == cle ? Member(cle, changer($0.node)) : $0 })
  }

  fileprivate func estDuSemestre(_ numero: NumeroSemestre) -> Bool {
    guard case .number(let ecrit)? = self["numero"]?.value else { return false }
    return ecrit == "\(numero.valeur)"
  }

  fileprivate func porte(sur numero: NumeroSemestre) -> Bool {
    guard case .string(let sur)? = self["sur"]?.value, let ue = CodeUE(sur) else { return false }
    return ue.semestre == numero
  }

  fileprivate subscript(cle: String) -> JSONNode? { members.first { $0.key == cle }?.node }

  fileprivate var members: [Member] {
    guard case .object(let membres) = value else { return [] }
    return membres
  }

  fileprivate var elements: [JSONNode] {
    guard case .array(let elements) = value else { return [] }
    return elements
  }
}
