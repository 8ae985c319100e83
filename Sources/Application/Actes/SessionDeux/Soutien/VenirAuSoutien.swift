internal import Scolarite

/// A student says that they come to a support session, or no longer.
public struct VenirAuSoutien: Acte {
  public static let nom = "venir-au-soutien"
  public let seance: Identifiant<SeanceDeSoutien>
  public let etudiant: Identifiant<Etudiant>
  public let vient: Bool

  public init(
    _ seance: Identifiant<SeanceDeSoutien>,
    _ etudiant: Identifiant<Etudiant>,
    vient: Bool,
  ) {
    self.seance = seance
    self.etudiant = etudiant
    self.vient = vient
  }

  public func executer(_ travail: Travail) throws {
    let (seance, promotion) = try travail.seanceDeSoutien(seance)
    let permis = try travail.exiger(.deposerUneDemande, promotion.lieu.etudiant(etudiant))
    let registre = travail.registre
    let enSession2 = try registre.inscriptionEnSession2(etudiant, promotion.id)
    guard let enSession2, enSession2.campagne == seance.campagne else {
      throw Refus.inconnu(.soutien)
    }
    guard enSession2.ues.contains(seance.ue) else {
      throw Refus.regle(article: ArticleDeSession2.soutien, .soutienReserve(seance.ue))
    }
    guard seance.annulee == nil else { throw Refus.etat(.soutienAnnule) }
    guard travail.moment.instant.description < seance.debut.description else {
      throw Refus.etat(.soutienCommence)
    }
    let inscrits = try registre.inscriptionsAuSoutien(seance.campagne)
      .filter { $0.seance == seance.id }
    let yEst = inscrits.contains { $0.etudiant == etudiant }
    guard vient != yEst else { return }
    if vient, let places = seance.places, inscrits.count >= places {
      throw Refus.etat(.soutienComplet(places))
    }
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.soutien, seance.id, etudiant),
      sujet: etudiant,
      apres: ["vient": .verdict(vient)],
    )
    let inscription = InscriptionAuSoutien(seance: seance.id, etudiant: etudiant)
    if vient {
      try registre.ecrire(inscription, ecriture)
    } else {
      try registre.retirer(inscription, ecriture)
    }
  }
}

/// Takes attendance at a support session, for all of those who were to come.
public struct PointerLeSoutien: Acte {
  public static let nom = "pointer-le-soutien"
  public let seance: Identifiant<SeanceDeSoutien>
  public let presents: Set<Identifiant<Etudiant>>

  public init(_ seance: Identifiant<SeanceDeSoutien>, presents: Set<Identifiant<Etudiant>>) {
    self.seance = seance
    self.presents = presents
  }

  public func executer(_ travail: Travail) throws {
    let (seance, promotion) = try travail.seanceDeSoutien(seance)
    guard let permis = try travail.pointeLeSoutien(seance.ue, promotion) else {
      throw Refus.interdit(.faireLAppel)
    }
    guard seance.annulee == nil else { throw Refus.etat(.soutienAnnule) }
    guard seance.debut.description <= travail.moment.instant.description else {
      throw Refus.etat(.dateAVenir)
    }
    let inscrits = try travail.registre.inscriptionsAuSoutien(seance.campagne)
      .filter { $0.seance == seance.id }
    let inconnus = presents.subtracting(inscrits.map(\.etudiant))
    guard inconnus.isEmpty else { throw Refus.etat(.etudiantNonInscrit) }
    for inscrit in inscrits where inscrit.present != presents.contains(inscrit.etudiant) {
      let present = presents.contains(inscrit.etudiant)
      let ecriture = try travail.inscrire(
        Self.nom,
        permis,
        Objet(.soutien, seance.id, inscrit.etudiant),
        sujet: inscrit.etudiant,
        avant: ["present": inscrit.present.map { .verdict($0) } ?? .vide],
        apres: ["present": .verdict(present)],
      )
      try travail.registre.ecrire(
        InscriptionAuSoutien(seance: seance.id, etudiant: inscrit.etudiant, present: present),
        ecriture,
      )
    }
  }
}
