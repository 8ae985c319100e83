public import Actes
internal import Fiction
public import Scolarite

/// Fills an establishment with an IUT that does not exist: two departments, three promotions, a
/// person for each role, and a branch that is to hold a session 2.
///
/// The MMI promotion of last year is complete and its jury closed; that of the current year and the
/// apprentices of R&T are in the middle of the semester of the day that is given.
public struct InstallerUnIUT: Acte {
  public static let nom = "installer-un-iut"
  public let jour: Jour
  public let textes: Textes

  /// What the IUT follows, whatever the year that the curricula say.
  public struct Textes: Sendable {
    /// The curriculum of the first year of MMI, as JSON.
    public let mmi: String
    /// The curriculum of the second year of R&T in apprenticeship, as JSON.
    public let rt: String
    /// The name of the règlement and its text.
    public let profil: (nom: String, texte: String)
    /// The règlement of a branch that holds a session 2; no branch without.
    public let avecSession2: (nom: String, texte: String)?

    public init(
      mmi: String,
      rt: String,
      profil: (nom: String, texte: String),
      avecSession2: (nom: String, texte: String)? = nil,
    ) {
      self.mmi = mmi
      self.rt = rt
      self.profil = profil
      self.avecSession2 = avecSession2
    }
  }

  /// What was installed.
  public struct Installe: Sendable {
    /// A person for each role at least, in the order of the roles.
    public let comptes: [CompteDeDemonstration]
    /// MMI of last year, MMI of the current year, R&T of the current year, then the branch.
    public let promotions: [Promotion]
  }

  public init(le jour: Jour, _ textes: Textes) {
    self.jour = jour
    self.textes = textes
  }

  /// « IUT de Nulle-Part » with the administrator who founds it.
  public static let fondation: Fonder? = Fondation(
    code: "iut-nulle-part",
    nom: "IUT de Nulle-Part",
    ville: "Nulle-Part",
  ).map {
    Fonder(
      fondation: $0,
      administrateur: .init(identifiant: "irene.castelorin", nom: "Irène Castelorin"),
    )
  }

  /// - Throws: `Refus.etat` when the establishment already has departments, or on a day for which
  ///   no year can be told.
  public func executer(_ travail: Travail) throws -> Installe {
    guard try travail.registre.departements().isEmpty else { throw Refus.etat(.baseNonVide) }
    let (annee, precedente) = try annees()
    for departement in DepartementFictif.tous { try departement.executer(travail) }
    let passee = try installer(.mmiPassee, precedente, .terminee, travail)
    try InstallerLeJury(promotion: passee.promotion).executer(travail)
    let mmi = try installer(.mmi, annee, .enCours(jour), travail)
    let rt = try installer(.rt, annee, .enCours(jour), travail)
    for promotion in [mmi, rt] {
      try InstallerLaVie(installee: promotion, jour: jour).executer(travail)
      try InstallerLesDemandes(installee: promotion, jour: jour).executer(travail)
    }
    try InstallerLaCommission(mmi: mmi, rt: rt).executer(travail)
    let comptes = InstallerLesComptes(
      passee: passee,
      mmi: mmi,
      rt: rt,
      depuis: Jour(ouvrant: precedente),
    )
    let montres = try comptes.executer(travail)
    for etudiant in montres.compactMap(\.utilisateur.etudiant) {
      for promotion in [mmi, rt] where promotion.etudiants.contains(etudiant) {
        try InstallerLesAbsences(installee: promotion, etudiant: etudiant, jour: jour)
          .executer(travail)
      }
    }
    let temoins = try textes.avecSession2.map { profil in
      try InstallerLesTemoins(
        annee: InstallerLesTemoins.annee(le: jour, annee, precedente),
        maquette: { try maquette(textes.mmi, $0, travail) },
        profil: profil,
        depuis: comptes.depuis,
      ).executer(travail)
    }
    return Installe(
      comptes: (montres + (temoins?.comptes ?? [])).parRole,
      promotions: [passee, mmi, rt].map(\.promotion) + (temoins.map { [$0.promotion] } ?? []),
    )
  }

  private func annees() throws -> (AnneeUniversitaire, AnneeUniversitaire) {
    let debut = jour.mois >= 9 ? jour.annee : jour.annee - 1
    guard debut >= Self.premiere, let annee = AnneeUniversitaire(debut: debut),
      let precedente = AnneeUniversitaire(debut: debut - 1)
    else {
      let bornes = "de \(Self.premiere) à 2100"
      throw Refus.donnees([.init("jour", .horsBornes(vu: jour.description, bornes: bornes))])
    }
    return (annee, precedente)
  }

  /// The first year of which students can have begun theirs in this century.
  private static let premiere = 2005

  private func installer(
    _ fictive: PromotionDeDemonstration,
    _ annee: AnneeUniversitaire,
    _ avancement: Avancement,
    _ travail: Travail,
  ) throws -> InstallerUnePromotion.Installee {
    let source = fictive.departement.code == DepartementFictif.mmi.code ? textes.mmi : textes.rt
    let dite = try travail.formats.maquette(source).identite
    let maquette = try maquette(source, annee, travail)
    let programme = try travail.formats.programme(maquette)
    guard
      let promotion = PromotionFictive(
        fictive.modele,
        annee: annee,
        anneeBUT: dite.annee,
        programme: programme,
      )
    else { throw Refus.inconnu(.maquette) }
    return try fictive.installation(promotion, maquette, textes.profil, avancement)
      .executer(travail)
  }

  /// A curriculum as that of another year.
  private func maquette(_ source: String, _ annee: AnneeUniversitaire, _ travail: Travail) throws
    -> String
  {
    source.replacing(
      "\"\(try travail.formats.maquette(source).identite.anneeUniversitaire)\"",
      with: "\"\(annee)\"",
      maxReplacements: 1,
    )
  }
}
