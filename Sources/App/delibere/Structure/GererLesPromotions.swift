internal import Actes
internal import Scolarite
internal import Text

/// `delibere promotion`: makes promotions and lists them.
enum GererLesPromotions {
  static func creer(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    let fil = ["delibere", "promotion", "creer"]
    let nom = saisie.arguments[0]
    let (code, annee) = (try saisie.exiger("formation", fil), try saisie.annee("annee", fil))
    let creee = try Guichet.ouvrir(saisie) { guichet in
      let formation = try guichet.demander(VoirLaStructure()).formation(code)
      let maquettes = try guichet.demander(VoirLesMaquettes(formation: formation.id, annee: annee))
      let maquette = try choisir(maquettes, saisie.valeur("but"), "\(formation.code), \(annee)")
      return try guichet.faire(CreerUnePromotion(maquette: maquette.id, intitule: nom))
    }
    console.print(
      frenchSpacing(
        "Promotion « \(creee.nom) » créée : BUT \(creee.anneeBUT.valeur), \(creee.annee).\n"
      )
    )
    return .succes
  }

  /// The curriculum of the BUT year asked for, or the only one.
  private static func choisir(
    _ maquettes: [MaquetteDeposee],
    _ but: String?,
    _ lieu: String,
  ) throws(Abandon) -> MaquetteDeposee {
    let retenues = maquettes.filter { but == nil || String($0.anneeBUT.valeur) == but }
    guard let seule = retenues.first, retenues.count == 1 else {
      let connues = maquettes.map { "BUT \($0.anneeBUT.valeur)" }.joined(separator: ", ")
      let message =
        maquettes.isEmpty
        ? "aucune maquette n’est déposée (\(lieu)) ; déposez-la avec « delibere maquette deposer », et "
          + "--annee si la feuille est d’une autre année"
        : "choisissez avec --but l’année de la maquette (\(lieu)) : \(connues)"
      throw Abandon(code: .refus, messages: ["\(message) ; rien n’a été fait"])
    }
    return seule
  }

  static func lister(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    let promotions = try Guichet.ouvrir(saisie) { try $0.demander(VoirLesPromotions()) }
    guard !promotions.isEmpty else {
      console.print("Aucune promotion.\n")
      return .succes
    }
    var table = TextTable([.init("Promotion"), .init("BUT", .right), .init("Année")])
    for promotion in promotions.sorted(by: { ($1.annee, $0.nom) < ($0.annee, $1.nom) }) {
      table.add([promotion.nom, String(promotion.anneeBUT.valeur), promotion.annee.description])
    }
    console.print(frenchSpacing(table.render()))
    return .succes
  }
}
