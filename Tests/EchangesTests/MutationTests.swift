import Echanges
import JSON
import Scolarite
import Testing

/// Changes each number of a curriculum by one, in turn.
struct Mutation {
  let chemin: String
  let racine: JSONNode

  /// Every number of the document plus one, and minus one where that stays positive.
  static func toutes(_ racine: JSONNode) -> [Mutation] {
    var mutations: [Mutation] = []
    visiter(racine, "") { chemin, litteral, remplacer in
      for ecart in [Decimale(1), Decimale.zero - 1] {
        guard let valeur = Decimale(litteral), valeur + ecart >= 0 else { continue }
        let mutee = remplacer(.number((valeur + ecart).litteralJSON))
        mutations.append(Mutation(chemin: chemin, racine: mutee))
      }
    }
    return mutations
  }

  static func visiter(
    _ node: JSONNode,
    _ chemin: String,
    _ remplacer: @escaping (JSONNode) -> JSONNode = { $0 },
    _ voir: (String, String, (JSONNode) -> JSONNode) -> Void,
  ) {
    switch node.value {
    case .number(let litteral): voir(chemin, litteral, remplacer)
    case .array(let nodes):
      for (index, element) in nodes.enumerated() {
        visiter(
          element,
          "\(chemin)[]",
          { nouveau in
            var copie = nodes
            copie[index] = nouveau
            return remplacer(.array(copie))
          },
          voir,
        )
      }
    case .object(let members):
      for (index, member) in members.enumerated() {
        visiter(
          member.node,
          "\(chemin).\(member.key)",
          { nouveau in
            var copie = members
            copie[index].node = nouveau
            return remplacer(.object(copie))
          },
          voir,
        )
      }
    default: break
    }
  }

  /// Whether the number is one of the table rather than of the identity or the first page.
  static func estDansLeTableau(_ chemin: String) -> Bool {
    ![".annee_but", ".entete_", ".numero", ".niveau"].contains { chemin.contains($0) }
  }
}

@Suite("Changer un seul chiffre")
struct MutationTests {
  @Test("les deux feuilles ont 1 255 nombres dans leurs tableaux")
  func countsNumbers() throws {
    let chemins = try Exemples.noms.map { nom in
      var chemins: [String] = []
      Mutation.visiter(MaquetteJSON.encode(try Exemples.lecture(nom).maquette), "") {
        chemin,
        _,
        _ in
        chemins.append(chemin)
      }
      return chemins.filter(Mutation.estDansLeTableau).count
    }
    #expect(chemins.reduce(0, +) == 1255)
  }

  @Test("tout nombre changé d’une unité est vu", arguments: Exemples.noms)
  func catchesEveryMutation(nom: String) throws {
    let referentiel = try Referentiel.embarque()
    var echappees: [String] = []
    for mutation in Mutation.toutes(MaquetteJSON.encode(try Exemples.lecture(nom).maquette)) {
      let lecture: MaquetteReading
      do {
        lecture = try MaquetteJSON.read(mutation.racine, referentiel: referentiel)
      } catch {
        continue
      }
      if !lecture.rapport().aUneErreur { echappees.append(mutation.chemin) }
    }
    #expect(echappees.isEmpty)
  }
}
