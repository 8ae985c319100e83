internal import Scolarite

/// Closes a jury and seals, for each student, what it knew and what it decided.
///
/// A règlement whose dates of adoption are missing cannot be sealed without a reason, which the
/// seal shows (A10).
public struct CloreUnJury: Acte {
  public static let nom = "clore-un-jury"
  public let jury: Identifiant<SessionDeJury>
  /// The version that was read.
  public let version: Int64
  /// Why it is closed though a date of adoption is missing.
  public let derogation: String?

  public init(_ jury: Identifiant<SessionDeJury>, version: Int64, derogation: String? = nil) {
    self.jury = jury
    self.version = version
    self.derogation = derogation
  }

  public func executer(_ travail: Travail) throws -> [Scelle] {
    let avant = try travail.jury(jury)
    let promotion = try travail.promotion(avant.promotion)
    let permis = try travail.exiger(.cloreUnJury, promotion.lieu)
    guard !avant.close else { throw Refus.etat(.juryClos) }
    guard avant.president?.present == true else { throw Refus.etat(.sansPresident) }
    var apres = avant
    apres.close = true
    apres.version = version
    let reglement = try travail.reglement(promotion)
    let cloture = try cloture(apres, promotion, reglement, travail)
    let empreinte = travail.registre.empreinte(cloture.canonique)
    let objet = Objet(.jury, avant.id)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      objet,
      avant: avant.faits,
      apres: ["cloture": .texte(empreinte), "derogation": Faits.Valeur(cloture.derogation)],
      motif: cloture.derogation,
    )
    let scelles = try scelles(cloture, empreinte, promotion, reglement, travail)
    guard try travail.registre.remplacer(apres, ecriture) else {
      throw try travail.conflit(objet, avant.faits, apres.faits, avant.version)
    }
    try travail.registre.sceller(cloture, empreinte: empreinte, ecriture)
    for scelle in scelles { try sceller(scelle, permis, travail) }
    return scelles
  }

  private func cloture(
    _ session: SessionDeJury,
    _ promotion: Promotion,
    _ reglement: Reglement,
    _ travail: Travail,
  ) throws -> ClotureDeJury {
    guard let profil = try travail.registre.profil(promotion.departement, promotion.annee) else {
      throw Refus.etat(.aucunReglement)
    }
    let manque = profil.adoptionManquante(reglement.reglages(promotion.annee))
    if let manque, derogation ?? "" == "" {
      throw Refus.regle(article: Travail.articleDuGel, .adoptionInconnue(manque))
    }
    return ClotureDeJury(
      session: session,
      profil: profil.nom,
      reglement: profil.texte,
      conseil: profil.conseil,
      cfvu: profil.cfvu,
      derogation: manque == nil ? nil : derogation,
    )
  }

  private func scelles(
    _ cloture: ClotureDeJury,
    _ empreinte: String,
    _ promotion: Promotion,
    _ reglement: Reglement,
    _ travail: Travail,
  ) throws -> [Scelle] {
    let projets = Dictionary(
      uniqueKeysWithValues: try travail.registre.projets(jury).map { ($0.etudiant, $0.decisions) }
    )
    let dossiers = try travail.dossiers(promotion)
    return try travail.etudiants(de: cloture.session).map { etudiant in
      guard let dossier = dossiers[etudiant] else { throw Refus.etat(.etudiantNonInscrit) }
      return Scelle(
        jury: jury,
        etudiant: etudiant,
        cloture: empreinte,
        dossier: try travail.formats.texte(dossier, profil: cloture.profil),
        proposition: try travail.formats.proposition(dossier, reglement, profil: cloture.profil),
        decisions: projets[etudiant] ?? [],
      )
    }
  }

  private func sceller(_ scelle: Scelle, _ permis: Permis, _ travail: Travail) throws {
    let empreinte = travail.registre.empreinte(scelle.canonique)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.decision, jury, scelle.etudiant),
      sujet: scelle.etudiant,
      apres: [
        "scelle": .texte(empreinte), "decisions": .liste(scelle.decisions.map { .faits($0.faits) }),
      ],
    )
    try travail.registre.sceller(scelle, empreinte: empreinte, ecriture)
  }
}

extension ProfilAdopte {
  /// The date of adoption that a jury misses: that of the CFVU where malus or 30 % count.
  fileprivate func adoptionManquante(_ reglages: Reglages) -> AdoptionManquante? {
    if conseil == nil { return .conseil }
    let assiduite = reglages.actif(.malusActif) || !reglages.choisit(.regle30, "inactive")
    return assiduite && cfvu == nil ? .cfvu : nil
  }
}
