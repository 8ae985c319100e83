internal import Scolarite

extension Travail {
  /// What session 2 answers a student: to them, and to who edits the documents of their promotion.
  ///
  /// What a letter answers names its student, whoever the demand names.
  func lettresDeSession2(_ demande: DemandeDeDocuments) throws -> DocumentsComposes {
    guard let promotion = try promotion(de: demande.sur) else { throw Refus.inconnu(.document) }
    let sienne = DemandeDeDocuments(
      demande.nature,
      sur: demande.sur,
      etudiants: try destinataire(demande).map { [$0] } ?? demande.etudiants,
    )
    guard demande.etudiants.map({ $0 == sienne.etudiants }) ?? true else {
      throw Refus.inconnu(.document)
    }
    let lieu = sienne.seul.map { promotion.lieu.etudiant($0) } ?? promotion.lieu
    _ = try exiger(.editerLesDocuments, lieu)
    if demande.nature == .amenagementsDeSession2 { _ = try exiger(.voirLesAmenagements, lieu) }
    return try Composition(sienne, promotion, self).composes()
  }

  private func destinataire(_ demande: DemandeDeDocuments) throws -> Identifiant<Etudiant>? {
    switch demande.sur {
    case .consultationDeCopie(let id): try consultationDeCopie(id).0.etudiant
    case .inscriptionTardive(let id): try inscriptionTardive(id).etudiant
    case .promotion, .jury, .evaluation, .seance, .annee, .incident, .session2, .sessionBTS,
      .engagement, .commission:
      nil
    }
  }
}

extension Composition {
  private typealias Partie = LettreDeSession2.Partie

  // MARK: Enrolments

  /// What each student answered, and when it was received to the second.
  func accusesDeSession2() throws -> [Issue] {
    guard case .session2(let campagne, nil) = demande.sur else { throw Refus.inconnu(.campagne) }
    let commune = try travail.sessionDeRattrapage(campagne)
    let titres = try TitresDUE(promotion, travail)
    return try lettres { etudiant in
      guard let accuse = try travail.registre.accuseDeSession2(etudiant.id, campagne) else {
        return nil
      }
      let session = try travail.session(commune, pour: etudiant.id)
      let revue = try travail.registre.revueDAdmissibilite(etudiant.id, campagne)
      let sansEpreuve =
        revue?.aLaisse(accuse) == true
        ? "Les UE que vous aviez choisies ne sont plus ouvertes : vous n’avez pas d’épreuve à passer."
        : "Vous renoncez à la session 2."
      return LettreDeSession2(
        titulaire: try titulaire(etudiant),
        cursus: cursus(etudiant.id),
        introduction: [
          "Votre réponse à la \(session.intitule) est reçue le \(aLaSeconde(accuse.recu)), sous la "
            + "référence \(accuse.reference).",
          "Elle peut changer jusqu’au \(session.limiteInscription.enToutesLettres), minute "
            + "comprise ; le dernier accusé remplace les précédents (procédure de session 2, § 3).",
        ],
        decision: accuse.ues.isEmpty ? sansEpreuve : "Vous vous inscrivez aux épreuves de :",
        liste: accuse.ues.map { titres.titre($0) },
      )
    }
  }

  /// « 26 juin 2026 à 14 h 05 min 09 s ».
  private func aLaSeconde(_ recu: Horodatage) -> String {
    let instant = travail.instant(recu)
    let deux = { (nombre: Int) in (nombre < 10 ? "0" : "") + String(nombre) }
    return "\(instant.jour.enFrancais) à \(instant.minute / 60) h \(deux(instant.minute % 60)) min "
      + "\(deux(Int(recu.millisecondes / 1_000 % 60))) s"
  }

  /// The decision on a late enrolment, with its reason.
  func reponsesTardives() throws -> [Issue] {
    guard case .inscriptionTardive(let id) = demande.sur else {
      throw Refus.inconnu(.inscriptionTardive)
    }
    let tardive = try travail.inscriptionTardive(id)
    let titres = try TitresDUE(promotion, travail)
    return try lettres { etudiant in
      guard let (decision, motif, recours) = try decisionTardive(tardive) else { return nil }
      return LettreDeSession2(
        titulaire: try titulaire(etudiant),
        cursus: cursus(etudiant.id),
        introduction: [
          "Vous avez demandé, le \(tardive.depose.enToutesLettres), une inscription tardive en "
            + "session 2, pour force majeure (procédure de session 2, § 3)."
        ],
        decision: decision,
        liste: tardive.ues.map { titres.titre($0) },
        parties: [Partie("Motif de la décision", motif.paragraphes)],
        recours: recours,
      )
    }
  }

  private func decisionTardive(_ tardive: InscriptionTardive) throws
    -> (decision: String, motif: String, recours: LettreDeSession2.Recours)?
  {
    switch tardive.etat {
    case .deposee: nil
    case .acceptee(let jour, let motif):
      (
        "Cette demande est acceptée par décision du \(jour.enFrancais) ; vous êtes inscrit aux "
          + "épreuves de :",
        motif, .aucun,
      )
    case .refusee(let jour, let motif):
      (
        "Cette demande est refusée par décision du \(jour.enFrancais), pour les épreuves de :",
        motif, .ouvert(try travail.registre.voiesDeRecours()),
      )
    }
  }

  // MARK: Arrangements

  /// The arrangements of each student once they are settled; what differs from session 1, with why.
  func amenagementsDeSession2() throws -> [Issue] {
    guard case .session2(let campagne, nil) = demande.sur else { throw Refus.inconnu(.campagne) }
    let session = try travail.sessionDeRattrapage(campagne)
    guard let arretes = try travail.registre.etapesDeSession2(campagne)[.amenagements] else {
      throw Refus.etat(.documentSansObjet(.sansProcedure))
    }
    let accordes = try travail.amenagements(de: session)
    let ecartes = try travail.registre.ecartsDAmenagement(campagne).filter { !$0.maintenu }
    let voies = try travail.registre.voiesDeRecours()
    return try lettres { etudiant in
      let siens = accordes.filter { $0.etudiant == etudiant.id }
      let refuses = ecartes.filter { $0.etudiant == etudiant.id }
      guard !siens.isEmpty || !refuses.isEmpty else { return nil }
      let refus = Partie(
        "Ce qui n’est pas reproduit de la session 1",
        refuses.map { "\($0.nature.phrase) : \($0.motif)" },
      )
      let estCommeAvant = refuses.isEmpty && siens.allSatisfy { $0.motif == nil }
      return LettreDeSession2(
        titulaire: try titulaire(etudiant),
        cursus: cursus(etudiant.id),
        introduction: [
          "Les aménagements des épreuves de la \(session.intitule) sont arrêtés le "
            + "\(arretes.enFrancais) (procédure de session 2, § 3)."
        ],
        decision: siens.isEmpty
          ? "Aucun aménagement n’est retenu pour vous." : "Vous aurez :",
        liste: siens.map(\.dit),
        parties: refuses.isEmpty ? [] : [refus],
        recours: estCommeAvant ? .aucun : .ouvert(voies),
      )
    }
  }

  // MARK: Contestations

  /// When and where a copy is shown.
  func convocationsAConsulter() throws -> [Issue] {
    let consultation = try consultation()
    return try contestees(consultation) { etudiant, epreuve in
      guard let rendezVous = consultation.rendezVous else { return nil }
      return LettreDeSession2(
        titulaire: try titulaire(etudiant),
        cursus: cursus(etudiant.id),
        introduction: [demandee(consultation, epreuve)],
        decision: "La consultation a lieu le \(rendezVous.quand.enToutesLettres), "
          + "\(rendezVous.lieu).",
      )
    }
  }

  /// What a consultation came to, with its grounds.
  ///
  /// No mark stands in it: the one that an error had spoilt is known when the jury has closed anew.
  func reponsesAContestation() throws -> [Issue] {
    let consultation = try consultation()
    return try contestees(consultation) { etudiant, epreuve in
      guard let issue = consultation.issue else { return nil }
      let (decision, parties) = try suite(issue)
      let tenue = consultation.tenue.map {
        ["Vous l’avez consultée le \($0.quand.enToutesLettres)."]
      }
      return LettreDeSession2(
        titulaire: try titulaire(etudiant),
        cursus: cursus(etudiant.id),
        introduction: [demandee(consultation, epreuve)] + (tenue ?? []),
        decision: decision,
        parties: parties,
        recours: .ouvert(try travail.registre.voiesDeRecours()),
      )
    }
  }

  private func consultation() throws -> ConsultationDeCopie {
    guard case .consultationDeCopie(let id) = demande.sur else {
      throw Refus.inconnu(.consultationDeCopie)
    }
    return try travail.consultationDeCopie(id).0
  }

  private func demandee(_ consultation: ConsultationDeCopie, _ epreuve: String) -> String {
    "Vous avez demandé, le \(consultation.depose.enToutesLettres), à consulter votre copie de "
      + "l’épreuve de session 2 de l’\(epreuve) (procédure de session 2, § 5)."
  }

  private func suite(_ issue: ConsultationDeCopie.Issue) throws -> (String, [Partie]) {
    switch issue {
    case .maintenue(let jour, let motif):
      return (
        "Votre note est maintenue par décision du \(jour.enFrancais).",
        [Partie("Motif de la décision", motif.paragraphes)],
      )
    case .erreur(let erreur):
      let jury = try travail.jury(erreur.jury).date
      return (
        "Une erreur matérielle est reconnue : \(erreur.nature.phrase).",
        [
          Partie("Ce qui la prouve", erreur.preuve.paragraphes),
          Partie("Motif de la décision", erreur.motif.paragraphes),
          Partie(
            "Suite",
            [
              "Le jury délibère de nouveau sur vos résultats, à une séance fixée au "
                + "\(jury.enFrancais). Vous lirez la note exacte et ses effets quand il aura clos."
            ],
          ),
        ],
      )
    }
  }

  private func contestees(
    _ consultation: ConsultationDeCopie,
    _ lettre: (Etudiant, String) throws -> LettreDeSession2?,
  ) throws -> [Issue] {
    let epreuve = try travail.epreuveDeSession2(consultation.epreuve)
    let titre = try TitresDUE(promotion, travail).titre(epreuve.ue)
    return try lettres { try lettre($0, titre) }
  }

  // MARK: Any letter

  /// The letter of each student whom it concerns; asked for alone, who has none is told so.
  private func lettres(_ lettre: (Etudiant) throws -> LettreDeSession2?) throws -> [Issue] {
    try etudiants.compactMap { etudiant in
      var estConcerne = true
      let issue = try issue(etudiant) {
        guard let lettre = try lettre(etudiant) else {
          estConcerne = false
          throw Ecart(etudiant: etudiant, raison: .sansProcedure)
        }
        return Brut(etudiant: etudiant, objet: objet, contenu: .session2(lettre))
      }
      return estConcerne || demande.seul != nil ? issue : nil
    }
  }
}

/// UE by their code and what they are about.
struct TitresDUE {
  private let competences: [CodeUE: String]

  init(_ promotion: Promotion, _ travail: Travail) throws {
    competences = try travail.competences(promotion)
  }

  /// « UE21 – Concevoir ».
  func titre(_ ue: CodeUE) -> String {
    competences[ue].map { "\(ue.texte) – \($0)" } ?? ue.texte
  }
}

extension AmenagementDeSession2 {
  /// « tiers-temps, comme à la session 1. »
  fileprivate var dit: String {
    motif.map { "\(phrase), différent de la session 1 : \($0)" }
      ?? "\(phrase), comme à la session 1."
  }
}
