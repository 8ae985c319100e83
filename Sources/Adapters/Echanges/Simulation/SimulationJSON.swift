public import JSON
public import Scolarite

/// What a simulation answers, as JSON described by `docs/schemas/simulation.schema.json`.
public enum SimulationJSON {
  /// What hypotheses change, and why.
  public static func encode(_ difference: Difference, _ hypotheses: [String]) -> JSONNode {
    [
      "hypotheses": .array(hypotheses.map { .string($0) }),
      "ecarts": .array(difference.ecarts.map(json)),
      "deplacements": .array(
        difference.deplacements.map {
          [
            "sujet": .string($0.sujet), "avant": .fraction($0.avant), "apres": .fraction($0.apres),
          ]
        }
      ),
    ]
  }

  private static func json(_ ecart: Ecart) -> JSONNode {
    let faits = ecart.faits
    return [
      "regle": .string(ecart.regle.nom),
      "sujet": .string(ecart.sujet),
      "avant": ecart.avant.map { $0.conclusion.json } ?? nil,
      "apres": ecart.apres.map { $0.conclusion.json } ?? nil,
      "faits_avant": .array(faits.avant.map(\.json)),
      "faits_apres": .array(faits.apres.map(\.json)),
      "causes": .array(ecart.causes.map(json)),
    ]
  }

  /// What is still needed for an objective.
  public static func encode(_ besoin: Besoin, _ objectif: String) -> JSONNode {
    [
      "objectif": .string(objectif),
      "notes_attendues": json(besoin.attendues),
      "ensemble": json(besoin.moindre, besoin.objectif),
      "seules": .array(besoin.seules.map(json)),
    ]
  }

  private static func json(_ attendues: NotesAttendues) -> JSONNode {
    switch attendues {
    case .dejaAtteint: return ["reponse": "deja_atteint"]
    case .aucune: return ["reponse": "aucune"]
    case .assure(let noms): return ["reponse": "assure", "epreuves": .textes(noms)]
    case .auMoins(let note, let noms):
      return [
        "reponse": "au_moins", "note": .string(note.litteralJSON), "epreuves": .textes(noms),
      ]
    case .impossible(let preuves, let noms):
      return [
        "reponse": "impossible", "epreuves": .textes(noms),
        "preuves": .array(preuves.map(\.json)),
      ]
    }
  }

  private static func json(_ reponse: Reponse, _ objectif: Objectif) -> JSONNode {
    switch reponse {
    case .dejaAtteint: return ["reponse": "deja_atteint"]
    case .aucuneEpreuve: return ["reponse": "aucune_epreuve"]
    case .impossible(let preuves):
      return ["reponse": "impossible", "preuves": .array(preuves.map(\.json))]
    case .ensemble(let ensemble):
      return [
        "reponse": "trouve",
        "note": .string(ensemble.note.litteralJSON),
        "epreuves": .array(
          ensemble.epreuves.map { demandee in
            .object(
              membres(demandee.epreuve)
                + [.init("au_moins", .string(demandee.auMoins.litteralJSON))]
            )
          }
        ),
        "preuves": .array(ensemble.etat.preuves(objectif).map(\.json)),
      ]
    }
  }

  private static func json(_ seule: NoteNecessaire) -> JSONNode {
    .object(
      membres(seule.epreuve) + [
        .init("au_moins", seule.auMoins.map { .string($0.litteralJSON) } ?? nil),
        .init(
          "risques",
          .array(
            seule.risques.map {
              [
                "perdu": .string($0.perdu.nom),
                "sujet": .text($0.perdu.sujet),
                "sous": .string($0.sous.litteralJSON),
              ]
            }
          ),
        ),
      ]
    )
  }

  private static func membres(_ epreuve: Epreuve) -> [JSONNode.Member] {
    [
      .init("epreuve", .string(epreuve.nom)),
      .init("ues", .textes(epreuve.ues.map(\.texte))),
      .init("actuelle", .fraction(epreuve.actuelle)),
    ]
  }
}

extension NoteNecessaire.Perte {
  fileprivate var nom: String {
    switch self {
    case .moyenne: "moyenne"
    case .passage: "passage"
    case .rcue: "regroupement"
    case .ue: "ue"
    }
  }

  fileprivate var sujet: String? {
    switch self {
    case .moyenne(let ue): ue.texte
    case .passage: nil
    case .rcue(let cle): cle.sujet
    case .ue(let ue): ue.texte
    }
  }
}

extension JSONNode {
  fileprivate static func textes(_ textes: [String]) -> JSONNode {
    .array(textes.map { .string($0) })
  }
}
