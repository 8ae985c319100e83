public import Scolarite

/// Lifts the 30 % rule for a semester of a student: an « avis contraire », with its reason.
public struct DonnerUnAvis: Acte {
  public static let nom = "donner-un-avis"
  public let promotion: Identifiant<Promotion>
  public let etudiant: Identifiant<Etudiant>
  public let semestre: NumeroSemestre
  /// The body that gives it: « commission de passage ».
  public let instance: String
  public let date: Jour
  public let motif: String
  /// The version that was read; 0 where none stood.
  public let version: Int64

  public init(
    promotion: Identifiant<Promotion>,
    etudiant: Identifiant<Etudiant>,
    semestre: NumeroSemestre,
    instance: String,
    date: Jour,
    motif: String,
    version: Int64 = 0,
  ) {
    self.promotion = promotion
    self.etudiant = etudiant
    self.semestre = semestre
    self.instance = instance
    self.date = date
    self.motif = motif
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> AvisContraire {
    let promotion = try travail.promotion(promotion)
    let permis = try travail.exiger(.donnerUnAvis, promotion.lieu.etudiant(etudiant))
    try travail.nommer([("instance", instance)])
    guard let acte = ActeMotive(auteur: instance, date: date, motif: motif) else {
      throw Refus.etat(.motifManquant)
    }
    guard semestre.annee == promotion.anneeBUT else {
      throw Refus.etat(.semestreEtranger(semestre))
    }
    try travail.verifierLInscription(etudiant, dans: promotion.id)
    let avant = try travail.avis(promotion.id, etudiant, semestre)
    let avis = AvisContraire(
      promotion: promotion.id,
      etudiant: etudiant,
      semestre: semestre,
      acte: acte,
      version: version + 1,
    )
    let objet = Objet(.avis, promotion.id, etudiant)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      objet,
      sujet: etudiant,
      avant: avant?.faits,
      apres: avis.faits,
    )
    guard version == avant?.version ?? 0, try travail.registre.ecrire(avis, ecriture) else {
      throw try travail.conflit(
        objet,
        avant?.faits ?? ["avis": .vide],
        avis.faits,
        avant?.version ?? 0,
        sur: .avis(promotion.id, etudiant, semestre),
      )
    }
    return avis
  }
}

/// Takes an « avis contraire » back: the 30 % rule holds again.
public struct RetirerUnAvis: Acte {
  public static let nom = "retirer-un-avis"
  /// As it was read.
  public let avis: AvisContraire
  public let motif: String

  public init(_ avis: AvisContraire, motif: String) {
    self.avis = avis
    self.motif = motif
  }

  public func executer(_ travail: Travail) throws {
    let promotion = try travail.promotion(avis.promotion)
    let permis = try travail.exiger(.donnerUnAvis, promotion.lieu.etudiant(avis.etudiant))
    guard !motif.isEmpty else { throw Refus.etat(.motifManquant) }
    guard let avant = try travail.avis(promotion.id, avis.etudiant, avis.semestre) else {
      throw Refus.inconnu(.avis)
    }
    let objet = Objet(.avis, promotion.id, avis.etudiant)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      objet,
      sujet: avis.etudiant,
      avant: avant.faits,
      motif: motif,
    )
    guard try travail.registre.supprimer(avis, ecriture) else {
      throw try travail.conflit(
        objet,
        avant.faits,
        ["avis": .vide],
        avant.version,
        sur: .avis(promotion.id, avis.etudiant, avis.semestre),
      )
    }
  }
}

extension Travail {
  fileprivate func avis(
    _ promotion: Identifiant<Promotion>,
    _ etudiant: Identifiant<Etudiant>,
    _ semestre: NumeroSemestre,
  ) throws -> AvisContraire? {
    try registre.avis(etudiant: etudiant, promotion: promotion).first { $0.semestre == semestre }
  }
}

extension AvisContraire {
  fileprivate var faits: Faits {
    [
      "semestre": .entier(Int64(semestre.valeur)), "instance": .texte(acte.auteur),
      "date": Faits.Valeur(acte.date), "motif": .texte(acte.motif),
    ]
  }
}
