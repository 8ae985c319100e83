public import JSON
public import Scolarite

extension MaquetteJSON {
  /// The curriculum in its JSON format; figures not printed are `null`.
  public static func encode(_ maquette: Maquette) -> JSONNode {
    let identite = maquette.identite
    return [
      "source": .string(identite.source),
      "etablissement": .string(identite.etablissement),
      "annee_universitaire": .string(identite.anneeUniversitaire.description),
      "diplome": .string(identite.diplome.rawValue),
      "annee_but": .number(String(identite.annee.valeur)),
      "mention": .string(identite.mention),
      "parcours": .text(identite.parcours?.description),
      "modalite": .string(identite.modalite.rawValue),
      "rncp": .text(identite.rncp),
      "entete_ects_imprime": .decimale(maquette.entete.ects),
      "entete_volumes_imprimes": volumes(maquette.entete),
      "texte_cite": .text(identite.texteCite),
      "semestres": .array(maquette.semestres.map(semestre)),
      "total_niveau_imprime": totalNiveau(maquette.totalNiveau),
    ]
  }

  private static func volumes(_ entete: Maquette.EnTete) -> JSONNode {
    guard let volumes = entete.volumes else { return nil }
    return [
      "cm": .decimale(volumes[.cm]), "td": .decimale(volumes[.td]), "tp": .decimale(volumes[.tp]),
      "cours_integres": .decimale(entete.coursIntegres), "projet": .decimale(volumes[.projet]),
      "total_hors_projet": .decimale(volumes[.total]),
    ]
  }

  private static func totalNiveau(_ total: Maquette.TotalNiveau?) -> JSONNode {
    guard let total else { return nil }
    return .object(
      [.init("libelle", .string(total.libelle))] + membres(total.chiffres, Colonne.allCases)
    )
  }

  private static func semestre(_ semestre: Maquette.Semestre) -> JSONNode {
    var membres: [JSONNode.Member] = [
      .init("numero", .number(String(semestre.numero.valeur))),
      .init("ues", .array(semestre.ues.map(ue))),
    ]
    if let total = semestre.total {
      let type = semestre.typeEvaluationDuTotal.map {
        [JSONNode.Member("type_eval", .string($0.sigle))]
      }
      membres.append(
        .init("total_imprime", .object(Self.membres(total, Colonne.allCases) + (type ?? [])))
      )
    }
    return .object(membres)
  }

  private static func ue(_ ue: UE) -> JSONNode {
    let heures: [Colonne] = [.cm, .td, .tp, .total, .coef]
    let totaux: [(String, Chiffres?, [Colonne])] = [
      ("total_ressources_imprime", ue.totaux.ressources, heures),
      ("total_sae_imprime", ue.totaux.saes, Module.Nature.sae.colonnes),
      ("total_ue_imprime", ue.totaux.ue, Colonne.allCases),
    ]
    let imprimes = totaux.compactMap { cle, chiffres, colonnes in
      chiffres.map { JSONNode.Member(cle, .object(membres($0, colonnes))) }
    }
    return .object(
      [
        .init("code", .string(ue.code.texte)),
        .init("competence", competence(ue)),
        .init("ects", .decimale(ue.ects)),
        .init("ressources", .array(ue.ressources.map(module))),
        .init("saes", .array(ue.saes.map(module))),
      ] + imprimes
        + (ue.noteImpression.map { [.init("note_impression", .string($0))] } ?? [])
    )
  }

  private static func competence(_ ue: UE) -> JSONNode {
    [
      "numero": .number(String(ue.competence.numero)), "code": .string(ue.competence.code),
      "libelle": .string(ue.competence.libelle), "niveau": .number(String(ue.niveau.valeur)),
    ]
  }

  private static func module(_ module: Module) -> JSONNode {
    var membres: [JSONNode.Member] = [
      .init("code", .string(module.code.imprime)), .init("titre", .string(module.titre)),
    ]
    membres += Self.membres(module.chiffres, [.cm, .td, .tp, .projet, .total])
    membres.append(.init("type_eval", .text(module.typeEvaluation?.sigle)))
    membres.append(.init("coef", .decimale(module.chiffres[.coef])))
    if let note = module.noteImpression { membres.append(.init("note_impression", .string(note))) }
    if let prevues = module.evaluationsPrevues {
      membres.append(.init("evaluations_prevues", .number(String(prevues))))
    }
    return .object(membres)
  }

  private static func membres(_ chiffres: Chiffres, _ colonnes: [Colonne]) -> [JSONNode.Member] {
    colonnes.map { .init($0.rawValue, .decimale(chiffres[$0])) }
  }
}

extension JSONNode {
  /// An exact number, or `null`.
  static func decimale(_ valeur: Decimale?) -> JSONNode {
    valeur.map { .number($0.litteralJSON) } ?? nil
  }

  /// A text, or `null`.
  static func text(_ texte: String?) -> JSONNode { texte.map { .string($0) } ?? nil }
}
