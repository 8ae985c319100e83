internal import JSON

/// The content of an entry of the journal, as people read it.
struct RecitDEntree {
  /// What a field held and holds.
  struct Changement {
    let nom: String
    let avant: String
    let apres: String
  }

  let changements: [Changement]
  /// What goes with the act: right, reason, account of the console.
  let autour: [(nom: String, valeur: String)]
  /// Whether the content is gone, with a person or for its age.
  let estEfface: Bool

  init(_ contenu: String?) {
    estEfface = contenu == nil
    let champs = contenu.flatMap { try? JSONNode(parsing: $0) }?.membres ?? []
    func faits(_ nom: String) -> [JSONNode.Member] {
      champs.first { $0.key == nom }?.node.membres ?? []
    }
    let (avant, apres) = (faits("avant"), faits("apres"))
    let noms =
      apres.map(\.key)
      + avant.map(\.key).filter { nom in
        !apres.contains { $0.key == nom }
      }
    changements = noms.map { nom in
      Changement(
        nom: nom,
        avant: avant.first { $0.key == nom }?.node.phrase ?? "",
        apres: apres.first { $0.key == nom }?.node.phrase ?? "",
      )
    }
    autour = champs.filter { $0.key != "avant" && $0.key != "apres" }.map {
      (nom: Self.titres[$0.key] ?? $0.key, valeur: $0.node.phrase)
    }
  }

  private static let titres = ["droit": "Droit", "motif": "Motif", "console": "Compte du serveur"]

  /// « nom : DS 1 → DS 2 ; coefficient : 2 », what did not change left out.
  var resume: String {
    guard !estEfface else { return "contenu effacé" }
    let parties = changements.filter { $0.avant != $0.apres }.map { un in
      let (avant, apres) = (un.avant.abrege, un.apres.abrege)
      if un.avant.isEmpty { return "\(un.nom) : \(apres)" }
      return "\(un.nom) : \(avant) → \(un.apres.isEmpty ? "rien" : apres)"
    }
    let montrees = parties.prefix(Self.montres).joined(separator: " ; ")
    let reste = parties.count - Self.montres
    return reste > 0
      ? "\(montrees) ; et \(compte(reste, "autre champ", "autres champs"))" : montrees
  }

  /// The changes that a line of the list tells.
  private static let montres = 4

  /// Why there is nothing to show.
  var pourquoiVide: String {
    estEfface
      ? "Il est parti avec une personne effacée, ou avec l’âge ; l’entrée et son empreinte restent."
      : "Cet acte n’écrit que son nom et son objet."
  }
}

extension JSONNode {
  fileprivate var membres: [Member]? {
    if case .object(let membres) = value { membres } else { nil }
  }

  /// The value in words.
  fileprivate var phrase: String {
    switch value {
    case .null: "rien"
    case .bool(let verdict): verdict ? "oui" : "non"
    case .number(let litteral): litteral.split(separator: ".").joined(separator: ",")
    case .string(let texte): texte
    case .array(let elements): elements.map(\.phrase).joined(separator: ", ")
    case .object(let membres):
      membres.map { "\($0.key) : \($0.node.phrase)" }.joined(separator: ", ")
    }
  }
}

extension String {
  /// At most 60 signs.
  fileprivate var abrege: String { count > 60 ? prefix(60) + "…" : self }
}
