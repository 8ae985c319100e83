public import Scolarite

/// Enrols a student for UE of session 2: those that session 1 left open, and no other (A20).
///
/// The student does so, or the secretariat for them; where the session is conducted, by the list that
/// was published, and never after the limit.
public struct InscrireEnSession2: ActeALimite {
  public static let nom = "inscrire-en-session-2"
  public let campagne: Identifiant<Campagne>
  public let etudiant: Identifiant<Etudiant>
  /// All of them; none takes the enrolment back.
  public let ues: [CodeUE]
  /// The version that was read; 0 where none stood.
  public let version: Int64
  public let forceMajeure: String?
  /// The document that proves it, by its digest.
  public let fichier: String?

  public init(
    campagne: Identifiant<Campagne>,
    etudiant: Identifiant<Etudiant>,
    ues: [CodeUE],
    version: Int64 = 0,
    forceMajeure: String? = nil,
    fichier: String? = nil,
  ) {
    self.campagne = campagne
    self.etudiant = etudiant
    self.ues = ues
    self.version = version
    self.forceMajeure = forceMajeure
    self.fichier = fichier
  }

  public func executer(_ travail: Travail) throws -> InscriptionEnSession2 {
    let campagne = try travail.campagne(campagne)
    let promotion = try travail.promotion(campagne.promotion)
    let lieu = promotion.lieu.etudiant(etudiant)
    let permis = try travail.exiger(unDe: [.gererLesCampagnes, .deposerUneDemande], lieu)
    guard campagne.nature == .session2 else { throw Refus.inconnu(.campagne) }
    try travail.verifierLInscription(etudiant, dans: promotion.id)
    try travail.verifierLeFichier(fichier, etudiant)
    let avant = try travail.registre.inscriptionEnSession2(etudiant, promotion.id)
    if let avant, estRecueDeja(avant) { return avant }
    try verifierLaPeriode(campagne, promotion, travail)
    try travail.verifierLesNotesDeSession2(de: etudiant, parmi: ues, promotion)
    let apres = InscriptionEnSession2(
      promotion: promotion.id,
      etudiant: etudiant,
      campagne: campagne.id,
      ues: ues.sorted { $0.texte < $1.texte },
      version: version + 1,
      recu: travail.arrivee.horodatage,
    )
    let objet = Objet(.session2, promotion.id, etudiant)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      objet,
      sujet: etudiant,
      avant: avant?.faits,
      apres: apres.faits,
      motif: forceMajeure,
    )
    guard version == avant?.version ?? 0, try travail.registre.ecrire(apres, ecriture) else {
      throw try travail.conflit(
        objet,
        avant?.faits ?? ["ues": .vide],
        apres.faits,
        avant?.version ?? 0,
        sur: .inscriptionEnSession2(promotion.id, etudiant),
      )
    }
    return apres
  }

  /// The same answer sent twice is received once.
  private func estRecueDeja(_ avant: InscriptionEnSession2) -> Bool {
    avant.campagne == campagne && avant.version == version + 1
      && avant.ues == ues.sorted { $0.texte < $1.texte }
  }

  /// The window, and the UE that are open: of one student where the list was published.
  private func verifierLaPeriode(
    _ campagne: Campagne,
    _ promotion: Promotion,
    _ travail: Travail,
  ) throws {
    guard let session = try travail.registre.sessionDeRattrapage(campagne.id) else {
      try travail.verifierLaFenetre(campagne, forceMajeure: forceMajeure, fichier: fichier)
      return try verifierLOuverture(promotion, travail)
    }
    guard session.publicationSession1 != nil else {
      throw Refus.etat(.admissibiliteNonPubliee)
    }
    // Late, one asks: the head decides.
    let sienne = try travail.session(session, pour: etudiant).campagneEnBase
    try travail.verifierLaFenetre(sienne, forceMajeure: nil, fichier: nil)
    try travail.verifierLesUES(ues, de: etudiant, session)
  }

  /// Each UE once, and open after session 1.
  private func verifierLOuverture(_ promotion: Promotion, _ travail: Travail) throws {
    let dossier = try travail.dossier(etudiant, promotion)
    let reglement = try travail.reglement(promotion)
    let resultats = Deliberation<SansPreuve>.resultats(dossier, reglement)
    let annee = resultats.annees.first { $0.annee == promotion.annee }
    let ouvertes = (annee.map { $0.session1 ?? $0.finale })?.ouvertes ?? []
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

extension Travail {
  /// A UE with a mark stays among those enrolled for, and one of those that hold a module with a mark.
  func verifierLesNotesDeSession2(
    de etudiant: Identifiant<Etudiant>,
    parmi ues: [CodeUE],
    _ promotion: Promotion,
  ) throws {
    let notees = try registre.notesDeSession2(etudiant, promotion.id)
    guard !notees.isEmpty else { return }
    let inscrites = try programme(promotion).ues.filter { ues.contains($0.code) }
    let modules = Set(inscrites.flatMap(\.modules).map(\.code.canonique))
    let orphelines = notees.filter { note in
      switch note.epreuve {
      case .ue(let code): !ues.contains(code)
      case .module(let code): !modules.contains(code)
      }
    }
    guard orphelines.isEmpty else { throw Refus.etat(.evaluationNotee(orphelines.count)) }
  }
}

/// Enters what stands for a student at a test of session 2.
public struct SaisirUneNoteDeSession2: Acte {
  public static let nom = "saisir-une-note-de-session-2"
  public let promotion: Identifiant<Promotion>
  public let etudiant: Identifiant<Etudiant>
  public let epreuve: NoteDeSession2.Epreuve
  public let entree: Entree
  /// The version that was read; 0 where nothing stood.
  public let version: Int64
  /// Why it changes, for the journal.
  public let motif: String?

  public init(
    promotion: Identifiant<Promotion>,
    etudiant: Identifiant<Etudiant>,
    epreuve: NoteDeSession2.Epreuve,
    entree: Entree,
    version: Int64 = 0,
    motif: String? = nil,
  ) {
    self.promotion = promotion
    self.etudiant = etudiant
    self.epreuve = epreuve
    self.entree = entree
    self.version = version
    self.motif = motif
  }

  public func executer(_ travail: Travail) throws -> NoteDeSession2 {
    let promotion = try travail.promotion(promotion)
    let permis = try travail.exiger(.saisirLesNotes, epreuve.lieu(promotion))
    try verifier(promotion, travail)
    try travail.verifierQueCestModifiable(epreuve, de: etudiant, promotion)
    let avant = try travail.registre.notesDeSession2(etudiant, promotion.id).first {
      $0.epreuve == epreuve
    }
    let note = NoteDeSession2(
      promotion: promotion.id,
      etudiant: etudiant,
      epreuve: epreuve,
      entree: entree,
      version: version + 1,
    )
    let objet = Objet(.session2, promotion.id, etudiant)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      objet,
      sujet: etudiant,
      avant: avant?.faits,
      apres: note.faits,
      motif: motif,
    )
    guard version == avant?.version ?? 0, try travail.registre.ecrire(note, ecriture) else {
      throw try travail.conflit(
        objet,
        avant?.faits ?? ["note": .vide],
        note.faits,
        avant?.version ?? 0,
        sur: .noteDeSession2(promotion.id, etudiant, epreuve),
      )
    }
    return note
  }

  /// Only for a UE enrolled for, or one of its modules.
  private func verifier(_ promotion: Promotion, _ travail: Travail) throws {
    guard let inscription = try travail.registre.inscriptionEnSession2(etudiant, promotion.id)
    else {
      throw Refus.etat(.etudiantNonInscrit)
    }
    let programme = try travail.programme(promotion)
    let inscrites = programme.ues.filter { inscription.ues.contains($0.code) }
    let admise =
      switch epreuve {
      case .ue(let code): inscrites.contains { $0.code == code }
      case .module(let code):
        inscrites.flatMap(\.modules).contains { $0.code.canonique == code }
      }
    guard admise else { throw Refus.etat(.etudiantNonInscrit) }
    switch entree {
    case .sansRattrapage(let motif):
      guard !motif.isEmpty else { throw Refus.etat(.motifManquant) }
    case .sansObjet(let mot):
      guard mot == "DEM" || mot == "DEF" else {
        throw Refus.donnees([.init("note", .inconnue(vu: mot))])
      }
    case .note, .rattrapee, .absenceInjustifiee, .excuse, .enAttente, .absenceJustifiee,
      .indisponibilite, .nulle:
      return
    }
  }
}

extension NoteDeSession2.Epreuve {
  /// Where whoever writes its mark holds the right: all the promotion for a UE, else the module.
  func lieu(_ promotion: Promotion) -> Lieu {
    switch self {
    case .ue: promotion.lieu
    case .module(let code): promotion.lieu.module(code)
    }
  }
}

extension InscriptionEnSession2 {
  fileprivate var faits: Faits {
    ["campagne": Faits.Valeur(campagne), "ues": .liste(ues.map { .texte($0.texte) })]
  }
}

extension NoteDeSession2 {
  fileprivate var faits: Faits { ["epreuve": .texte(epreuve.code)] + entree.faits }
}
