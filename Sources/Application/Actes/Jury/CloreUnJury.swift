internal import Scolarite

/// Closes a jury and seals, for each student, what it knew and what it decided.
///
/// A règlement whose dates of adoption are missing cannot be sealed without a reason, which the
/// seal shows (A10). On students whom the jury has not examined one by one, what the rules propose
/// stands; it is refused while some of them wait for a decision that no rule proposes, and once what
/// was proposed has changed since it was seen. Opened for a material error on a copy of session 2, it
/// waits for the exact mark: it would make the wrong one known again (R0.23).
public struct CloreUnJury: Acte {
  public static let nom = "clore-un-jury"
  public let jury: Identifiant<SessionDeJury>
  /// The version that was read.
  public let version: Int64
  /// The digest of the proposals that were read; `nil` for those of now.
  public let vue: String?
  /// Why it is closed though a date of adoption is missing, or a request to repeat is unanswered.
  public let derogation: String?

  public init(
    _ jury: Identifiant<SessionDeJury>,
    version: Int64,
    vue: String? = nil,
    derogation: String? = nil,
  ) {
    self.jury = jury
    self.version = version
    self.vue = vue
    self.derogation = derogation.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
  }

  public func executer(_ travail: Travail) throws -> [Scelle] {
    let avant = try travail.jury(jury)
    let promotion = try travail.promotion(avant.promotion)
    let permis = try travail.exiger(.cloreUnJury, promotion.lieu)
    guard !avant.close else { throw Refus.etat(.juryClos) }
    guard avant.president?.present == true else { throw Refus.etat(.sansPresident) }
    try verifierLesCorrections(avant, travail)
    var apres = avant
    apres.close = true
    apres.version = version
    let deliberee = try travail.deliberer(apres, promotion)
    try verifier(deliberee, travail)
    let lue = deliberee.lue
    let cloture = try cloture(apres, promotion, lue, travail)
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
    let scelles = try scelles(cloture, empreinte, lue, travail)
    guard try travail.registre.remplacer(apres, ecriture) else {
      throw try travail.conflit(objet, avant.faits, apres.faits, avant.version)
    }
    try travail.registre.sceller(cloture, empreinte: empreinte, ecriture)
    for scelle in scelles { try sceller(scelle, permis, travail) }
    try travail.publierLaSession2(apres, lue, ecriture)
    return scelles
  }

  private func verifierLesCorrections(_ session: SessionDeJury, _ travail: Travail) throws {
    let attendues = try travail.erreurs(de: session).filter { !$0.estReportee }
    guard attendues.isEmpty else {
      throw Refus.regle(
        article: ArticleDeSession2.contestation,
        .correctionsAReporter(attendues.map(\.etudiant)),
      )
    }
  }

  /// What is sealed is what was seen: by the jury when it took position, then by whoever closes; and
  /// nobody is refused to repeat who has asked and waits for the answer, unless a reason is given.
  private func verifier(_ deliberee: PromotionDeliberee, _ travail: Travail) throws {
    let presentes = Dictionary(uniqueKeysWithValues: zip(deliberee.lue.etudiants, deliberee.vues))
    let projets = try travail.registre.projets(jury)
    let demandes = try travail.demandesSansReponse(deliberee.lue.promotion)
    let refuses = projets.count {
      demandes.contains($0.etudiant) && $0.decisions.refusentDeRedoubler
    }
    if refuses > 0, derogation == nil {
      throw Refus.regle(
        article: DeciderDUnRedoublement.article,
        .refusSansReponse(refuses),
      )
    }
    let changees = projets.count { projet in
      projet.vue.map { $0 != presentes[projet.etudiant] } ?? false
    }
    guard changees == 0 else { throw Refus.etat(.propositionsChangees(changees)) }
    guard vue == nil || vue == travail.vue(deliberee) else { throw Refus.etat(.clotureAReprendre) }
  }

  private func cloture(
    _ session: SessionDeJury,
    _ promotion: Promotion,
    _ lue: PromotionLue,
    _ travail: Travail,
  ) throws -> ClotureDeJury {
    let profil = try travail.profil(promotion)
    let manque = profil.adoptionManquante(lue.reglement.reglages(promotion.annee))
    let annees = Set(lue.dossiers.flatMap { $0.annees.map(\.annee) })
    if let manque, derogation == nil {
      throw Refus.regle(article: Travail.articleDuGel, .adoptionInconnue(manque))
    }
    var anterieurs: [AnneeUniversitaire: String] = [:]
    for annee in annees where annee != promotion.annee {
      guard let autre = try travail.registre.profil(promotion.departement, annee),
        autre.texte != profil.texte
      else { continue }
      anterieurs[annee] = autre.texte
    }
    return ClotureDeJury(
      session: session,
      profil: profil.nom,
      reglement: profil.texte,
      anterieurs: anterieurs,
      conseil: profil.conseil,
      cfvu: profil.cfvu,
      derogation: derogation,
      etudiants: lue.etudiants.sorted(),
    )
  }

  /// Each student with what the jury knew; none may wait for a decision that no rule proposes.
  private func scelles(
    _ cloture: ClotureDeJury,
    _ empreinte: String,
    _ lue: PromotionLue,
    _ travail: Travail,
  ) throws -> [Scelle] {
    let projets = Dictionary(
      uniqueKeysWithValues: try travail.registre.projets(jury).map { ($0.etudiant, $0.decisions) }
    )
    let manquantes = zip(lue.etudiants, lue.dossiers).count { etudiant, dossier in
      projets[etudiant] == nil
        && dossier.proposition(lue.reglement).map(cloture.session.nature.laisseOuverte) ?? true
    }
    guard manquantes == 0 else { throw Refus.etat(.decisionsManquantes(manquantes)) }
    return try zip(lue.etudiants, lue.dossiers).sorted { $0.0 < $1.0 }.map { etudiant, dossier in
      Scelle(
        jury: jury,
        etudiant: etudiant,
        cloture: empreinte,
        dossier: try travail.formats.texte(dossier, profil: cloture.profil),
        proposition: try travail.formats.proposition(
          dossier,
          lue.reglement,
          profil: cloture.profil,
        ),
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
  func adoptionManquante(_ reglages: Reglages) -> AdoptionManquante? {
    if conseil == nil { return .conseil }
    let assiduite = reglages.actif(.malusActif) || !reglages.choisit(.regle30, "inactive")
    return assiduite && cfvu == nil ? .cfvu : nil
  }
}
