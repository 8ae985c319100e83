internal import Actes
internal import Scolarite

/// Writes what students of a promotion ask for: bonuses for engagements, in a campaign that is open,
/// and arrangements.
struct InstallerLesDemandes {
  let installee: InstallerUnePromotion.Installee
  let jour: Jour

  func executer(_ travail: Travail) throws {
    let bornes = Jour(ouvrant: annee)...Jour(cloturant: annee)
    guard bornes.contains(travail.moment.jour) else { return }
    guard let campagne = try ouvrir(travail) else { return }
    let presents = try presents(travail)
    for (rang, objet) in objets.enumerated() where presents.count > Self.pas * rang {
      try demander(objet, campagne, presents[Self.pas * rang], travail)
    }
    try demanderDesAmenagements(presents, travail)
  }

  /// Ranks between two students who ask.
  private static let pas = 4

  private var annee: AnneeUniversitaire { installee.promotion.annee }

  private func presents(_ travail: Travail) throws -> [Identifiant<Etudiant>] {
    let partis = Set(
      try travail.registre.inscriptions(installee.promotion.id).filter { $0.fin != nil }
        .map(\.etudiant)
    )
    return installee.etudiants.filter { !partis.contains($0) }
  }

  /// A month before and a month and a half after the day.
  private func ouvrir(_ travail: Travail) throws -> Campagne? {
    let present = travail.moment.jour
    guard let ouverture = min(jour, present).plus(jours: -30).a("08:00"),
      let cloture = max(jour, present).plus(jours: 45).a("23:59")
    else { return nil }
    return try OuvrirUneCampagne(
      promotion: installee.promotion.id,
      nature: .bonus,
      intitule: "Bonification pour engagement étudiant",
      ouverture: ouverture,
      cloture: cloture,
    ).executer(travail)
  }

  // MARK: Engagements

  /// Help, paid work, a mandate: each with what the commission looks at.
  private var objets: [DemandeDEngagement.Objet] {
    guard let rentree = Jour(annee.debut, 9, 1), let noel = Jour(annee.debut, 12, 12),
      let automne = Jour(annee.debut, 10, 10), let hiver = Jour(annee.debut, 11, 15),
      let mai = Jour(annee.debut + 1, 5, 31)
    else { return [] }
    return [
      .init(
        type: .benevolat,
        activite: "Aide aux devoirs",
        organisme: "Les Mains tendues",
        description: "Deux heures chaque mercredi avec des collégiens.",
        du: rentree,
        au: mai,
      ),
      .init(
        type: .emploi,
        activite: "Équipier polyvalent",
        organisme: "Le Comptoir des halles",
        description: "Douze à quinze heures par semaine, le soir et le samedi.",
        du: rentree,
        au: noel,
        travail: [
          .init(du: rentree, au: automne, heures: 88), .init(du: hiver, au: noel, heures: 60),
        ],
      ),
      .init(
        type: .eluInstitut,
        activite: "Conseil d’institut",
        organisme: "IUT de Nulle-Part",
        description: "Représentation des étudiants aux séances du conseil.",
        du: rentree,
        au: mai,
      ),
    ]
  }

  private func demander(
    _ objet: DemandeDEngagement.Objet,
    _ campagne: Campagne,
    _ etudiant: Identifiant<Etudiant>,
    _ travail: Travail,
  ) throws {
    let fichier = try DeposerUnFichier(etudiant: etudiant, octets: PieceFictive.octets)
      .executer(travail)
    _ = try DeposerUnEngagement(
      campagne: campagne.id,
      etudiant: etudiant,
      objet,
      pieces: objet.type.pieces.map {
        .init($0, par: $0 == .engagement ? .organisme : .tiers, fichier: fichier)
      },
    ).executer(travail)
  }

  // MARK: Arrangements

  /// One for the head of department, one for the service in charge of disability.
  private func demanderDesAmenagements(
    _ presents: [Identifiant<Etudiant>],
    _ travail: Travail,
  ) throws {
    let demandes: [(DemandeDAmenagement.Situation, String, Set<Amenagement.Nature>)] = [
      (
        .sportDeHautNiveau, "Entraînements chaque matin avec le pôle espoir, de 8 h à 10 h.",
        [.emploiDuTemps, .dispenseDAssiduite],
      ), (.handicap, "Un traitement fatigue à l’écrit.", [.tiersTemps]),
    ]
    for (rang, demande) in demandes.enumerated() where presents.count > Self.pas * rang + 2 {
      _ = try DemanderUnAmenagement(
        promotion: installee.promotion.id,
        etudiant: presents[Self.pas * rang + 2],
        demande.0,
        texte: demande.1,
        souhaits: demande.2,
      ).executer(travail)
    }
  }
}

/// Calls the commission of the year that goes on; one of its members is still to be named.
struct InstallerLaCommission {
  let mmi: InstallerUnePromotion.Installee
  let rt: InstallerUnePromotion.Installee

  func executer(_ travail: Travail) throws {
    let annee = mmi.promotion.annee
    guard
      (Jour(ouvrant: annee)...Jour(cloturant: annee)).contains(travail.moment.jour)
    else { return }
    _ = try ReunirUneCommission(
      annee,
      le: travail.moment.jour,
      lieu: "Salle du conseil",
      membres: [
        .init(nom: "Béatrice Hauteclaire", .direction),
        .init(nom: "Firmin Courtalon", .poleFormation),
        .init(
          nom: "Anselme Gouvernal",
          .departement,
          departement: mmi.promotion.departement,
        ),
        .init(
          nom: "Solène Rochebrane",
          .departement,
          departement: rt.promotion.departement,
        ), .init(nom: "Maxence Taillandeau", .sportCultureSolidarite),
      ],
    ).executer(travail)
  }
}

/// A page that says that it proves nothing.
private enum PieceFictive {
  static let octets = Array(
    """
    %PDF-1.4
    1 0 obj
    << /Type /Catalog /Pages 2 0 R >>
    endobj
    2 0 obj
    << /Type /Pages /Kids [3 0 R] /Count 1 >>
    endobj
    3 0 obj
    << /Type /Page /Parent 2 0 R /MediaBox [0 0 420 200] /Contents 4 0 R
       /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>
    endobj
    4 0 obj
    << /Length 53 >>
    stream
    BT /F1 18 Tf 40 100 Td (Attestation de fiction) Tj ET
    endstream
    endobj
    trailer
    << /Root 1 0 R >>
    %%EOF

    """.utf8
  )
}
