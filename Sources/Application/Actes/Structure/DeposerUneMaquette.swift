internal import Scolarite

/// Deposits a version of a curriculum.
///
/// From the second on, a change that comes more than one month after the year began is refused,
/// unless it is kept as irregular with its reason (code de l'éducation, L. 613-1).
public struct DeposerUneMaquette: Acte {
  public static let nom = "deposer-une-maquette"
  public let formation: Identifiant<Formation>
  /// The curriculum as JSON.
  public let texte: String
  /// Why it is changed out of time.
  public let irregularite: String?

  public init(formation: Identifiant<Formation>, texte: String, irregularite: String? = nil) {
    self.formation = formation
    self.texte = texte
    self.irregularite = irregularite
  }

  public func executer(_ travail: Travail) throws -> MaquetteDeposee {
    guard let formation = try travail.registre.formations().first(where: { $0.id == formation })
    else { throw Refus.inconnu(.formation) }
    let permis = try travail.exiger(.structurer, Lieu(departement: formation.departement))
    let lue = try travail.formats.maquette(texte)
    let (annee, but) = (lue.identite.anneeUniversitaire, lue.identite.annee)
    let anciennes = try travail.registre.maquettes(formation.id, annee, but)
    let retard = try anciennes.isEmpty ? nil : travail.retard(annee)
    if let retard, irregularite ?? "" == "" {
      throw Refus.regle(article: Travail.articleDuGel, .figeDepuis(retard))
    }
    let maquette = MaquetteDeposee(
      id: try travail.registre.nouvelIdentifiant(),
      formation: formation.id,
      annee: annee,
      anneeBUT: but,
      numero: anciennes.count + 1,
      texte: texte,
      irregularite: retard == nil ? nil : irregularite,
    )
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.maquette, maquette.id),
      apres: [
        "formation": .texte(formation.code), "annee": .texte(annee.description),
        "anneeBUT": .entier(Int64(but.valeur)), "numero": .entier(Int64(maquette.numero)),
        "irregularite": Faits.Valeur(maquette.irregularite), "texte": .texte(texte),
      ],
    )
    try travail.registre.ajouter(maquette, ecriture)
    return maquette
  }
}

extension Travail {
  /// What fixes rules one month after the year began.
  static let articleDuGel = "code de l’éducation, article L. 613-1"

  /// The last day on which the rules of a year could be changed, when it is past.
  func retard(_ annee: AnneeUniversitaire) throws -> Jour? {
    let debut = try registre.annee(annee)?.debut ?? Jour(ouvrant: annee)
    let limite = debut.unMoisApres
    return moment.jour > limite ? limite : nil
  }
}
