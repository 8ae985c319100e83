internal import Scolarite
internal import Text

/// Asks a bonus for an engagement, in its campaign and with every proof (R1.7.4 to R1.7.13).
public struct DeposerUnEngagement: ActeALimite {
  public static let nom = "deposer-un-engagement"
  public let campagne: Identifiant<Campagne>
  public let etudiant: Identifiant<Etudiant>
  public let objet: DemandeDEngagement.Objet
  public let pieces: [PieceDEngagement]
  /// What of the exclusions the student says of the activity.
  public let exclusions: [MotifDIrrecevabilite]

  public init(
    campagne: Identifiant<Campagne>,
    etudiant: Identifiant<Etudiant>,
    _ objet: DemandeDEngagement.Objet,
    pieces: [PieceDEngagement],
    exclusions: [MotifDIrrecevabilite] = [],
  ) {
    self.campagne = campagne
    self.etudiant = etudiant
    self.objet = objet
    self.pieces = pieces
    self.exclusions = exclusions
  }

  public func executer(_ travail: Travail) throws -> DemandeDEngagement {
    let campagne = try travail.campagne(campagne)
    let promotion = try travail.promotion(campagne.promotion)
    let permis = try travail.exiger(.deposerUneDemande, promotion.lieu.etudiant(etudiant))
    guard campagne.nature == .bonus else { throw Refus.inconnu(.campagne) }
    try travail.verifierLInscription(etudiant, dans: promotion.id)
    try travail.verifierLaPeriode(campagne)
    if let exclusion = exclusions.first { throw exclusion.refus }
    try travail.verifier(objet, promotion)
    try travail.verifier(pieces, objet.type, etudiant)
    try travail.verifierLUnicite(objet, etudiant)
    let demande = DemandeDEngagement(
      id: try travail.registre.nouvelIdentifiant(),
      campagne: campagne.id,
      promotion: promotion.id,
      etudiant: etudiant,
      objet: objet,
      depose: travail.arrivee.instant,
      pieces: pieces,
    )
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.engagement, demande.id),
      sujet: etudiant,
      apres: demande.faits,
    )
    try travail.registre.ajouter(demande, ecriture)
    return demande
  }
}

extension MotifDIrrecevabilite {
  var refus: Refus { .regle(article: article, .engagementIrrecevable(self)) }
}

extension Travail {
  /// The campaign is open, to the minute of Paris: the one of its closing included.
  func verifierLaPeriode(_ campagne: Campagne) throws(Refus) {
    guard arrivee.estEntre(campagne.ouverture, campagne.cloture) else {
      throw .regle(
        article: "règlement des études, article 7-2-B",
        .horsDeLaPeriode(du: campagne.ouverture, au: campagne.cloture),
      )
    }
  }

  /// Names, days in the year, and the hours of paid work.
  func verifier(_ objet: DemandeDEngagement.Objet, _ promotion: Promotion) throws {
    try nommer([("activité", objet.activite), ("organisme", objet.organisme)])
    guard !objet.description.isEmpty else { throw Refus.donnees([.init("description", .absente)]) }
    let bornes = Jour(ouvrant: promotion.annee)...Jour(cloturant: promotion.annee)
    guard objet.du <= objet.au, bornes.contains(objet.du), bornes.contains(objet.au) else {
      throw Refus.donnees([
        .init(
          "début",
          .horsBornes(
            vu: "du \(objet.du.enFrancais) au \(objet.au.enFrancais)",
            bornes: "des jours dans l’ordre, du \(bornes.lowerBound.enFrancais) au "
              + bornes.upperBound.enFrancais,
          ),
        )
      ])
    }
    guard objet.type == .emploi else {
      guard objet.travail.isEmpty else {
        throw Refus.donnees([.init("heures", .inconnue(vu: "h"))])
      }
      return
    }
    let decompte = try decompte(objet, promotion)
    guard decompte.suffit else { throw MotifDIrrecevabilite.heuresInsuffisantes.refus }
  }

  /// The hours that count of a request for paid work.
  func decompte(_ objet: DemandeDEngagement.Objet, _ promotion: Promotion) throws -> DecompteDHeures
  {
    guard let annee = try registre.annee(promotion.annee) else { throw Refus.inconnu(.annee) }
    return try DecompteDHeures(objet.travail, annee)
  }

  /// Every proof that the type needs, none drawn up by the student, all in the student’s record.
  func verifier(
    _ pieces: [PieceDEngagement],
    _ type: TypeDEngagement,
    _ etudiant: Identifiant<Etudiant>,
  ) throws {
    for piece in pieces { try verifierLeFichier(piece.fichier, etudiant) }
    guard pieces.allSatisfy({ $0.etabliePar != .etudiant }) else {
      throw MotifDIrrecevabilite.attestationDeLEtudiant.refus
    }
    var vues: Set<PieceDEngagement.Nature> = []
    for piece in pieces where !vues.insert(piece.nature).inserted {
      throw Refus.donnees([.init(piece.nature.lieu, .enDouble(vu: type.phrase(piece.nature)))])
    }
    let fautes = type.pieces.compactMap { nature -> Refus.Faute? in
      guard let piece = pieces.first(where: { $0.nature == nature }) else {
        return .init(nature.lieu, .absente)
      }
      guard nature != .engagement || piece.etabliePar == .organisme else {
        return .init(
          nature.lieu,
          .horsBornes(vu: piece.etabliePar.phrase, bornes: "établie par l’organisme lui-même"),
        )
      }
      return nil
    }
    guard fautes.isEmpty else { throw Refus.donnees(fautes) }
  }

  /// The same activity is neither asked for twice nor counted twice, whatever the year.
  func verifierLUnicite(
    _ objet: DemandeDEngagement.Objet,
    _ etudiant: Identifiant<Etudiant>,
    sauf soi: Identifiant<DemandeDEngagement>? = nil,
  ) throws {
    let pliee = objet.cle
    let autres = try registre.engagements(etudiant: etudiant).filter { $0.id != soi }
    let reprise = autres.contains { autre in
      guard autre.objet.cle == pliee else { return false }
      return autre.estOuverte || autre.bonus != nil
    }
    let validee = try registre.bonus(etudiant: etudiant).contains { bonus in
      guard case .engagement(_, let activite, _) = bonus.nature else { return false }
      return activite.folded == pliee || activite.folded == objet.activite.folded
    }
    guard !reprise, !validee else { throw MotifDIrrecevabilite.dejaValidee.refus }
  }
}

extension PieceDEngagement.Nature {
  /// The field of the form.
  public var lieu: String { "piece-" + rawValue }
}

extension DemandeDEngagement.Objet {
  /// What a bonus calls it: the activity and where it is done.
  public var intitule: String { "\(activite), \(organisme)" }

  fileprivate var cle: String { intitule.folded }
}
