public import Scolarite

/// Asks to be enrolled after the limit, for force majeure and with its official document (R0.13).
public struct DemanderUneInscriptionTardive: ActeALimite {
  public static let nom = "demander-une-inscription-tardive"
  public let campagne: Identifiant<Campagne>
  public let etudiant: Identifiant<Etudiant>
  public let ues: [CodeUE]
  /// What happened.
  public let texte: String
  /// The document, by its digest.
  public let fichier: String?

  static let article = "procédure de session 2, § 3"

  public init(
    campagne: Identifiant<Campagne>,
    etudiant: Identifiant<Etudiant>,
    ues: [CodeUE],
    texte: String,
    fichier: String?,
  ) {
    self.campagne = campagne
    self.etudiant = etudiant
    self.ues = ues
    self.texte = texte
    self.fichier = fichier
  }

  public func executer(_ travail: Travail) throws -> InscriptionTardive {
    let session = try travail.session(
      travail.sessionDeRattrapage(campagne),
      pour: etudiant,
    )
    let promotion = try travail.promotion(session.promotion)
    let permis = try travail.exiger(.deposerUneDemande, promotion.lieu.etudiant(etudiant))
    try travail.verifierLInscription(etudiant, dans: promotion.id)
    guard session.publicationSession1 != nil else {
      throw Refus.etat(.admissibiliteNonPubliee)
    }
    guard travail.arrivee.instant > session.limiteInscription else {
      throw Refus.etat(.inscriptionOuverte(jusqua: session.limiteInscription))
    }
    if travail.arrivee.jour >= session.premierJour {
      throw Refus.regle(
        article: Self.article,
        .limitePassee(session.premierJour.plus(jours: -1)),
      )
    }
    guard !texte.isEmpty else { throw Refus.donnees([.init("texte", .absente)]) }
    guard let fichier else { throw Refus.regle(article: Self.article, .pieceManquante) }
    try travail.verifierLeFichier(fichier, etudiant)
    guard !ues.isEmpty else { throw Refus.donnees([.init("ues", .absente)]) }
    try travail.verifierLesUES(ues, de: etudiant, session)
    let siennes = try travail.registre.inscriptionsTardives(etudiant: etudiant)
    guard !siennes.contains(where: { $0.campagne == campagne && $0.estOuverte }) else {
      throw Refus.etat(.dejaInscrit)
    }
    let demande = InscriptionTardive(
      id: try travail.registre.nouvelIdentifiant(),
      campagne: campagne,
      etudiant: etudiant,
      ues: ues.sorted { $0.texte < $1.texte },
      texte: texte,
      fichier: fichier,
      depose: travail.arrivee.instant,
    )
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.inscriptionTardive, demande.id),
      sujet: etudiant,
      apres: demande.faits,
    )
    try travail.registre.ajouter(demande, ecriture)
    return demande
  }
}

extension Travail {
  /// Each UE once, and open in the list that was published: one student’s lines are read.
  func verifierLesUES(
    _ ues: [CodeUE],
    de etudiant: Identifiant<Etudiant>,
    _ session: SessionDeRattrapage,
  ) throws {
    let ouvertes = Set(
      try registre.admissibilites(etudiant, session.campagne).filter(\.estOuverte).map(\.ue)
    )
    var vues: Set<CodeUE> = []
    for ue in ues {
      guard vues.insert(ue).inserted else {
        throw Refus.donnees([.init("ues", .enDouble(vu: ue.texte))])
      }
      guard ouvertes.contains(ue) else {
        throw Refus.regle(article: "procédure de session 2, § 2", .ueFermee(ue))
      }
    }
  }
}

extension InscriptionTardive {
  var faits: Faits {
    let base: Faits = [
      "campagne": Faits.Valeur(campagne), "ues": .liste(ues.map { .texte($0.texte) }),
      "texte": .texte(texte), "fichier": Faits.Valeur(fichier),
      "depose": .texte(depose.description),
    ]
    return switch etat {
    case .deposee: base + ["etat": "deposee"]
    case .acceptee(let jour, let motif):
      base + ["etat": "acceptee", "le": Faits.Valeur(jour), "motif": .texte(motif)]
    case .refusee(let jour, let motif):
      base + ["etat": "refusee", "le": Faits.Valeur(jour), "motif": .texte(motif)]
    }
  }
}
