internal import Scolarite

/// Something new for a student; it names the thing and never says what stands in it, so that it can
/// be sent by mail.
public struct Nouvelle: Hashable, Sendable {
  /// The entry of the journal that made it.
  public let entree: Int64
  public let horodatage: Horodatage
  public let nature: Nature

  /// What is new.
  public enum Nature: Hashable, Sendable {
    /// A mark can be read; corrected where it was already published before.
    case note(EpreuveNommee, estCorrigee: Bool)
    case justificatif(Identifiant<Justificatif>, Reponse)
    /// A commission decided on a request for engagement, or it is to be completed.
    case engagement(Identifiant<DemandeDEngagement>, Reponse)
    /// A request for arrangements was answered.
    case amenagement(Identifiant<DemandeDAmenagement>, Reponse)
    /// A request to see a copy was answered: a day, an error recognised, or the mark stands.
    case copie(Identifiant<ConsultationDeCopie>, Reponse)
    /// An error that had been recognised on a copy is no longer: the request waits again.
    case erreurReprise(Identifiant<ConsultationDeCopie>)
    /// A support session to which one was to come is called off.
    case soutienAnnule(Identifiant<SeanceDeSoutien>)
    /// Session 2: who may sit what, the answer to a late enrolment, a silence that was recorded.
    case session2(SuiteDeSession2)
    /// A closed jury decided, or decided again.
    case decision(Identifiant<Promotion>, estUneRectification: Bool)
    /// The calendar of session 2 calls the student, or calls them otherwise than before.
    case convocation(Identifiant<Campagne>, estUnChangement: Bool)
    case bts(EtapeDuBTS)
  }

  /// What a session of the BTS came to.
  public enum EtapeDuBTS: Hashable, Sendable {
    case proclamation, convocation, oral, accompagnement, cloture
    /// The jury takes the case up again, then deliberates on it.
    case reouverture, deliberation
  }

  /// A test, by what names it.
  public struct EpreuveNommee: Hashable, Sendable {
    public let promotion: Identifiant<Promotion>
    public let evaluation: Identifiant<EvaluationDeModule>
    public let module: String
    public let nom: String
  }

  /// What is new about session 2.
  public enum SuiteDeSession2: Hashable, Sendable {
    case admissibilite, renoncement
    /// A new deliberation changed what is open.
    case admissibiliteRevue
    /// One may enrol until another minute than was announced.
    case limite
    /// The arrangements are settled, the student’s as at session 1.
    case amenagements
    /// An arrangement is not as at session 1.
    case amenagement
    case tardive(Reponse)
  }

  /// What became of a document.
  public enum Reponse: Hashable, Sendable {
    case accepte, aCompleter, refuse
  }
}

/// What is new for oneself, and up to which entry of the journal that was told.
public struct Nouvelles: Sendable {
  /// The latest first.
  public let liste: [Nouvelle]
  /// To be given back once it is read.
  public let jusqua: Int64
  /// Whether something was ever marked as read.
  public let estUneSuite: Bool
}

/// What is new for the student who asks, since they last said that they had read.
///
/// Not a kept answer: where one has read up to is no entry of the journal.
public struct VoirSesNouvelles: Question {
  public static let nom = "voir-ses-nouvelles"

  public init() {}

  public func executer(_ travail: Travail) throws -> Nouvelles {
    guard let id = travail.auteur, let soi = try travail.registre.utilisateur(id),
      let etudiant = soi.etudiant
    else { throw Refus.inconnu(.etudiant) }
    let lue = try travail.registre.nouvellesLues(id)
    return Nouvelles(
      liste: try NouvellesDUnEtudiant(etudiant, apres: lue).executer(travail),
      jusqua: try travail.registre.repere().entree,
      estUneSuite: lue != nil,
    )
  }
}

/// What is new for a student after an entry of the journal.
public struct NouvellesDUnEtudiant: Question {
  public static let nom = "nouvelles-d-un-etudiant"
  public let etudiant: Identifiant<Etudiant>
  /// `nil` for what the last month brought.
  public let apres: Int64?

  private static let mois: Int64 = 31 * 86_400_000

  public init(_ etudiant: Identifiant<Etudiant>, apres: Int64?) {
    self.etudiant = etudiant
    self.apres = apres
  }

  public func executer(_ travail: Travail) throws -> [Nouvelle] {
    let lieux = try travail.lieux(de: etudiant)
    _ = try travail.exiger(.voirLesNotes, parmi: lieux)
    let debut = travail.moment.horodatage.millisecondes - Self.mois
    return try (notes(travail) + dossier(travail)).filter { nouvelle in
      apres.map { nouvelle.entree > $0 } ?? (nouvelle.horodatage.millisecondes >= debut)
    }.sorted { $0.entree > $1.entree }
  }

  /// Marks of tests that are published now: by the later of the mark and the publication.
  private func notes(_ travail: Travail) throws -> [Nouvelle] {
    let notes = try travail.registre.notes(etudiant: etudiant, a: travail.moment.horodatage)
    let promotions = try travail.registre.inscriptions(etudiant: etudiant).map(\.promotion)
    var nouvelles: [Nouvelle] = []
    for promotion in Set(promotions) {
      let publications = try travail.registre.publications(promotion)
      let publiees = Dictionary(
        uniqueKeysWithValues: try travail.registre.evaluations(promotion).filter(\.publiee)
          .map { ($0.id, $0) }
      )
      nouvelles += notes.compactMap { signee in
        guard signee.note.entree != .enAttente, let evaluation = publiees[signee.note.evaluation]
        else { return nil }
        return nouvelle(signee, evaluation, publications[evaluation.id])
      }
    }
    return nouvelles
  }

  private func nouvelle(
    _ signee: NoteSignee,
    _ evaluation: EvaluationDeModule,
    _ publication: Publication?,
  ) -> Nouvelle {
    let epreuve = Nouvelle.EpreuveNommee(
      promotion: evaluation.promotion,
      evaluation: evaluation.id,
      module: evaluation.module,
      nom: evaluation.nom,
    )
    guard let publication, publication.entree > signee.entree else {
      let estCorrigee = publication != nil && signee.note.version > 1
      return Nouvelle(
        entree: signee.entree,
        horodatage: signee.horodatage,
        nature: .note(epreuve, estCorrigee: estCorrigee),
      )
    }
    return Nouvelle(
      entree: publication.entree,
      horodatage: publication.horodatage,
      nature: .note(epreuve, estCorrigee: false),
    )
  }

  /// What the journal says of the student: documents treated, juries closed.
  private func dossier(_ travail: Travail) throws -> [Nouvelle] {
    let entrees = try travail.registre.journal(
      sujet: etudiant,
      actes: [
        TraiterUnJustificatif.nom, CloreUnJury.nom, NotifierUnEngagement.nom,
        DemanderUnComplement.nom, DeciderDUnAmenagement.nom, FixerUneConsultation.nom,
        MaintenirUneNote.nom, ReconnaitreUneErreur.nom, AnnulerUnJury.reconnaissance,
        AnnulerUneSeanceDeSoutien.nom, PublierLAdmissibilite.nom, RevoirLAdmissibilite.nom,
        ModifierUneSessionDeux.annonce, ConstaterLesRenoncements.nom,
        JustifierUnEcartDAmenagement.nom, ArreterLesAmenagements.annonce,
        DeciderDUneInscriptionTardive.nom,
        PublierLeCalendrier.annonce, ProclamerUneSessionBTS.nom, ConvoquerDesCandidatsBTS.nom,
        FixerUnOralBTS.nom, AccompagnerUnCandidatBTS.nom, CloreUneSessionBTS.nom,
        RouvrirPourUnCandidatBTS.nom, DelibererDeNouveauBTS.nom,
      ],
      apres: apres ?? 0,
    )
    let justificatifs = try travail.registre.justificatifs(etudiant: etudiant)
    return try entrees.compactMap { entree in
      guard let nature = try nature(entree, justificatifs, travail) else { return nil }
      return Nouvelle(entree: entree.numero, horodatage: entree.horodatage, nature: nature)
    }
  }

  private func nature(
    _ entree: EntreeDeJournal,
    _ justificatifs: [Justificatif],
    _ travail: Travail,
  ) throws -> Nouvelle.Nature? {
    switch entree.acte {
    case ProclamerUneSessionBTS.nom: return .bts(.proclamation)
    case ConvoquerDesCandidatsBTS.nom: return .bts(.convocation)
    case FixerUnOralBTS.nom: return .bts(.oral)
    case AccompagnerUnCandidatBTS.nom: return .bts(.accompagnement)
    case CloreUneSessionBTS.nom: return .bts(.cloture)
    case RouvrirPourUnCandidatBTS.nom: return .bts(.reouverture)
    case DelibererDeNouveauBTS.nom: return .bts(.deliberation)
    case _: break
    }
    let parties = entree.objet.split(separator: "/")
    guard parties.count > 1, let numero = Int64(parties[1]) else { return nil }
    if entree.acte == TraiterUnJustificatif.nom {
      guard let justificatif = justificatifs.first(where: { $0.id.valeur == numero }),
        let reponse = justificatif.reponse
      else { return nil }
      return .justificatif(justificatif.id, reponse)
    }
    if entree.acte == PublierLeCalendrier.annonce {
      return try convocation(entree, numero, travail)
    }
    if let nouvelle = try demande(entree.acte, numero, travail) { return nouvelle }
    guard entree.acte == CloreUnJury.nom, let id = Identifiant<SessionDeJury>(numero),
      let jury = try travail.registre.jury(id),
      jury.close,
      travail.peut(
        .voirLesDecisions,
        try travail.promotion(jury.promotion).lieu.etudiant(etudiant),
      )
    else { return nil }
    return .decision(jury.promotion, estUneRectification: jury.rectification != nil)
  }
}

extension NouvellesDUnEtudiant {
  /// What a publication of the calendar of session 2 changed.
  private func convocation(_ entree: EntreeDeJournal, _ numero: Int64, _ travail: Travail) throws
    -> Nouvelle.Nature?
  {
    guard let campagne = Identifiant<Campagne>(numero) else { return nil }
    let siennes = try travail.registre.convocationsChangees(etudiant, campagne)
    guard let sienne = siennes.first(where: { $0.moment == entree.horodatage }) else { return nil }
    return .convocation(campagne, estUnChangement: !sienne.avant.isEmpty)
  }

  /// What became of a request for engagement or for arrangements, as it stands now.
  private func demande(_ acte: String, _ numero: Int64, _ travail: Travail) throws
    -> Nouvelle.Nature?
  {
    if acte == PublierLAdmissibilite.nom { return .session2(.admissibilite) }
    if acte == RevoirLAdmissibilite.nom { return .session2(.admissibiliteRevue) }
    if acte == ModifierUneSessionDeux.annonce { return .session2(.limite) }
    if acte == ArreterLesAmenagements.annonce { return .session2(.amenagements) }
    if acte == JustifierUnEcartDAmenagement.nom { return .session2(.amenagement) }
    if acte == ConstaterLesRenoncements.nom { return .session2(.renoncement) }
    if acte == DeciderDUneInscriptionTardive.nom {
      let demande = try Identifiant<InscriptionTardive>(numero).flatMap {
        try travail.registre.inscriptionTardive($0)
      }
      return switch demande?.etat {
      case .acceptee: .session2(.tardive(.accepte))
      case .refusee: .session2(.tardive(.refuse))
      case .deposee, nil: nil
      }
    }
    if acte == DeciderDUnAmenagement.nom {
      guard let id = Identifiant<DemandeDAmenagement>(numero) else { return nil }
      return switch try travail.registre.demandeDAmenagement(id)?.etat {
      case .accordee: .amenagement(id, .accepte)
      case .refusee: .amenagement(id, .refuse)
      case .deposee, .retiree, nil: nil
      }
    }
    if acte == AnnulerUneSeanceDeSoutien.nom {
      return Identifiant<SeanceDeSoutien>(numero).map { .soutienAnnule($0) }
    }
    if acte == AnnulerUnJury.reconnaissance {
      return Identifiant<ConsultationDeCopie>(numero).map { .erreurReprise($0) }
    }
    if [FixerUneConsultation.nom, MaintenirUneNote.nom, ReconnaitreUneErreur.nom].contains(acte) {
      guard let id = Identifiant<ConsultationDeCopie>(numero) else { return nil }
      return .copie(id, acte == MaintenirUneNote.nom ? .refuse : .accepte)
    }
    guard acte == NotifierUnEngagement.nom || acte == DemanderUnComplement.nom,
      let id = Identifiant<DemandeDEngagement>(numero),
      let demande = try travail.registre.engagement(id)
    else { return nil }
    switch demande.etat {
    case .aCompleter: return .engagement(id, .aCompleter)
    case .decidee:
      guard acte == NotifierUnEngagement.nom else { return nil }
      return .engagement(id, demande.bonus == nil ? .refuse : .accepte)
    case .deposee, .retiree: return nil
    }
  }
}

/// Says that one has read what was new, up to an entry.
///
/// Nothing of it goes to the journal: what a student reads and when is nobody’s business.
public struct MarquerSesNouvelles: Acte {
  public static let nom = "marquer-ses-nouvelles"
  public let jusqua: Int64

  public init(jusqua: Int64) {
    self.jusqua = jusqua
  }

  public func executer(_ travail: Travail) throws {
    let (utilisateur, _) = try travail.soi()
    guard utilisateur.etudiant != nil else { throw Refus.inconnu(.etudiant) }
    let derniere = try travail.registre.repere().entree
    let lue = try travail.registre.nouvellesLues(utilisateur.id) ?? 0
    let retenue = min(max(jusqua, lue), derniere)
    guard retenue >= 1 else { return }
    try travail.registre.marquerLesNouvelles(utilisateur.id, jusqua: retenue)
  }
}

extension Justificatif {
  /// `nil` while nobody has answered.
  fileprivate var reponse: Nouvelle.Reponse? {
    switch etat {
    case .depose: nil
    case .aCompleter: .aCompleter
    case .accepte: .accepte
    case .refuse: .refuse
    }
  }
}
