internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import JSON

/// What the journal keeps of a student.
enum OngletDuJournal {
  private static let parPage = 50

  static func montrer(_ visite: Visite) async throws -> HTTPResponse {
    let vu = try visite.dossierVu()
    let fiche = try await visite.demander(VoirUnEtudiant(vu.etudiant))
    let entrees = try await visite.demander(VoirLeJournalDUnEtudiant(vu.etudiant))
    let pages = max(1, (entrees.count + parPage - 1) / parPage)
    let page = min(max(1, Int(visite.question("page")) ?? 1), pages)
    let montrees = entrees.dropFirst((page - 1) * parPage).prefix(parPage)
    let noms = try await visite.demander(
      NommerDesObjets(montrees.map(\.entree.objet), etudiant: vu.etudiant)
    )
    return visite.dossier(vu, fiche, .journal) {
      Carte("Journal, \(compte(entrees.count, "entrée"))") {
        Tableau(
          "Entrées du journal",
          colonnes: [.init("Quand"), .init("Acte"), .init("Par"), .init("Ce qui change")],
          lignes: montrees.map { ligne($0, noms[$0.entree.objet], visite) },
          vide: EtatVide("Le journal ne dit encore rien de cet étudiant"),
        )
        Pagination(page: page, sur: pages) { numero in
          SafeURL(vu.adresse("journal").text + "?page=\(numero)") ?? vu.adresse("journal")
        }
      }
    }
  }

  private static func ligne(
    _ entree: VoirLeJournalDUnEtudiant.Entree,
    _ nomme: ObjetNomme?,
    _ visite: Visite,
  ) -> Tableau.Ligne {
    Tableau.Ligne([
      "\(visite.enLettres(entree.entree.horodatage))",
      Cellule(
        HTMLGroup(
          p { entree.entree.acte.replacing("-", with: " ") },
          p(.class("aide")) { nomme.map { AnyHTML($0.lien) } ?? AnyHTML(entree.entree.objet) },
        )
      ),
      "\(entree.auteur ?? "la console")",
      Cellule(HTMLList(changements(entree.entree.contenu).map { un in p { un } })),
    ])
  }

  /// What an entry says changed, a line for each field.
  static func changements(_ contenu: String?) -> [String] {
    guard let contenu else { return ["Contenu effacé"] }
    guard let faits = (try? JSONNode(parsing: contenu)) else { return [] }
    let avant = faits["avant"]?.champs ?? []
    let apres = faits["apres"]?.champs ?? []
    var lignes: [String] = []
    for (nom, valeur) in apres {
      let ancienne = avant.first { $0.nom == nom }?.valeur
      guard ancienne != valeur, !valeur.isEmpty || ancienne != nil else { continue }
      let debut = ancienne.flatMap { $0.isEmpty ? nil : "\($0) → " } ?? ""
      lignes.append("\(nom) : \(debut)\(valeur.isEmpty ? "(vide)" : valeur)".enPhraseSuite)
    }
    for (nom, valeur) in avant where !apres.contains(where: { $0.nom == nom }) && !valeur.isEmpty {
      lignes.append("\(nom) : \(valeur) → retiré".enPhraseSuite)
    }
    if let motif = faits["motif"]?.enTexte { lignes.append("Motif : \(motif)".enPhraseSuite) }
    return lignes
  }
}

extension JSONNode {
  fileprivate subscript(nom: String) -> JSONNode? {
    guard case .object(let membres) = value else { return nil }
    return membres.first { $0.key == nom }?.node
  }

  /// The members as texts.
  fileprivate var champs: [(nom: String, valeur: String)] {
    guard case .object(let membres) = value else { return [] }
    return membres.map { ($0.key, $0.node.enTexte) }
  }

  fileprivate var enTexte: String {
    switch value {
    case .null: ""
    case .bool(let verdict): verdict ? "oui" : "non"
    case .number(let litteral): litteral.replacing(".", with: ",")
    case .string(let texte): texte
    case .array(let valeurs): valeurs.map(\.enTexte).joined(separator: ", ")
    case .object: champs.map { "\($0.nom) \($0.valeur)" }.joined(separator: ", ")
    }
  }
}
