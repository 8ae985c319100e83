internal import Scolarite

/// Asks to see the copy of an exam, within the délai of the local règlement (A28).
public struct DemanderSaCopie: ActeALimite {
  public static let nom = "demander-sa-copie"
  public let epreuve: Identifiant<EpreuveDeSession2>
  public let etudiant: Identifiant<Etudiant>
  public let texte: String

  public init(
    _ epreuve: Identifiant<EpreuveDeSession2>,
    de etudiant: Identifiant<Etudiant>,
    texte: String = "",
  ) {
    self.epreuve = epreuve
    self.etudiant = etudiant
    self.texte = texte
  }

  public func executer(_ travail: Travail) throws -> ConsultationDeCopie {
    let epreuve = try travail.epreuveDeSession2(epreuve)
    let promotion = try travail.promotion(de: epreuve)
    let permis = try travail.exiger(.deposerUneDemande, promotion.lieu.etudiant(etudiant))
    try ProposerEnCommission.mesurer("texte", texte)
    guard try travail.inscrits(a: epreuve, promotion).contains(etudiant) else {
      throw Refus.inconnu(.copies)
    }
    let siennes = try travail.registre.consultationsDeCopie(etudiant: etudiant)
    guard !siennes.contains(where: { $0.epreuve == epreuve.id && $0.issue == nil }) else {
      throw Refus.etat(.consultationDejaDemandee)
    }
    try verifierLeDelai(epreuve, promotion, travail)
    let consultation = ConsultationDeCopie(
      id: try travail.registre.nouvelIdentifiant(),
      epreuve: epreuve.id,
      campagne: epreuve.campagne,
      etudiant: etudiant,
      texte: texte,
      depose: travail.arrivee.instant,
    )
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.consultationDeCopie, consultation.id),
      sujet: etudiant,
      apres: consultation.faits,
    )
    try travail.registre.ajouter(consultation, ecriture)
    return consultation
  }

  /// After the publication, until the last minute of the last day.
  private func verifierLeDelai(
    _ epreuve: EpreuveDeSession2,
    _ promotion: Promotion,
    _ travail: Travail,
  ) throws {
    guard let publication = try travail.publication(de: epreuve, etudiant, promotion) else {
      throw Refus.regle(article: ArticleDeSession2.contestation, .session2NonPubliee)
    }
    guard let limite = try travail.limiteDeConsultation(epreuve.campagne, publication) else {
      throw Refus.etat(.delaiDeConsultationInconnu)
    }
    guard travail.arrivee.jour <= limite else {
      throw Refus.regle(
        article: "règlement intérieur ; procédure de session 2, § 5",
        .consultationTardive(limite),
      )
    }
  }
}

/// Says when and where a copy is shown; the student reads it.
public struct FixerUneConsultation: Acte {
  public static let nom = "fixer-une-consultation-de-copie"
  public let consultation: Identifiant<ConsultationDeCopie>
  public let rendezVous: ConsultationDeCopie.RendezVous
  public let version: Int64

  public init(
    _ consultation: Identifiant<ConsultationDeCopie>,
    _ rendezVous: ConsultationDeCopie.RendezVous,
    version: Int64,
  ) {
    self.consultation = consultation
    self.rendezVous = rendezVous
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> ConsultationDeCopie {
    let (avant, promotion) = try travail.consultationDeCopie(consultation)
    let permis = try travail.exiger(.gererLesCampagnes, promotion.lieu)
    guard avant.issue == nil, avant.tenue == nil else {
      throw Refus.etat(.consultationTenue)
    }
    try travail.nommer([("lieu", rendezVous.lieu)])
    guard travail.moment.instant.description <= rendezVous.quand.description else {
      let bornes = "à partir du \(travail.moment.enToutesLettres)"
      let vu = rendezVous.quand.enToutesLettres
      throw Refus.donnees([.init("date", .horsBornes(vu: vu, bornes: bornes))])
    }
    var apres = avant
    apres.rendezVous = rendezVous
    apres.version = version
    return try travail.remplacer(avant, apres, Self.nom, permis)
  }
}

/// Records that a copy was shown to its student, and what they observed.
public struct ConstaterUneConsultation: Acte {
  public static let nom = "constater-une-consultation-de-copie"
  public let consultation: Identifiant<ConsultationDeCopie>
  public let tenue: ConsultationDeCopie.Tenue
  public let version: Int64

  public init(
    _ consultation: Identifiant<ConsultationDeCopie>,
    _ tenue: ConsultationDeCopie.Tenue,
    version: Int64,
  ) {
    self.consultation = consultation
    self.tenue = tenue
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> ConsultationDeCopie {
    let (avant, promotion) = try travail.consultationDeCopie(consultation)
    let permis = try travail.exiger(.gererLesCampagnes, promotion.lieu)
    guard avant.issue == nil else { throw Refus.etat(.consultationTenue) }
    guard avant.rendezVous != nil else { throw Refus.etat(.consultationSansDate) }
    guard tenue.quand.description <= travail.moment.instant.description else {
      throw Refus.etat(.dateAVenir)
    }
    var apres = avant
    apres.tenue = tenue
    apres.version = version
    return try travail.remplacer(avant, apres, Self.nom, permis)
  }
}

/// Answers that the mark stands: nothing material was wrong.
public struct MaintenirUneNote: Acte {
  public static let nom = "maintenir-une-note-de-session-2"
  public let consultation: Identifiant<ConsultationDeCopie>
  public let motif: String
  public let version: Int64

  public init(_ consultation: Identifiant<ConsultationDeCopie>, motif: String, version: Int64) {
    self.consultation = consultation
    self.motif = motif
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> ConsultationDeCopie {
    let (avant, promotion) = try travail.consultationDeCopie(consultation)
    let permis = try travail.exiger(.gererLesCampagnes, promotion.lieu)
    guard avant.issue == nil else { throw Refus.etat(.consultationTenue) }
    guard avant.tenue != nil else { throw Refus.etat(.consultationSansDate) }
    guard !motif.allSatisfy(\.isWhitespace) else { throw Refus.etat(.motifManquant) }
    var apres = avant
    apres.issue = .maintenue(le: travail.moment.jour, motif: motif)
    apres.version = version
    return try travail.remplacer(avant, apres, Self.nom, permis)
  }
}
