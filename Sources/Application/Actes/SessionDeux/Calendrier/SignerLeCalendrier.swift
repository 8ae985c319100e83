internal import Scolarite

/// Signs the calendar in hand: the direction des études answers for what it read (R0.4).
public struct SignerLeCalendrier: Acte {
  public static let nom = "signer-le-calendrier-de-session-2"
  public let campagne: Identifiant<Campagne>
  /// The digest that was read beside the calendar.
  public let empreinte: String

  public init(_ campagne: Identifiant<Campagne>, empreinte: String) {
    self.campagne = campagne
    self.empreinte = empreinte
  }

  public func executer(_ travail: Travail) throws -> CalendrierDeSession2 {
    let session = try travail.sessionACalendrier(campagne)
    let permis = try travail.exiger(.signerLeCalendrier, session.promotion.lieu)
    guard let avant = try travail.calendriers(campagne).enCours else {
      throw Refus.etat(.calendrierDeSession2(.sansBrouillon))
    }
    guard travail.registre.empreinte(Array(avant.texte.utf8)) == empreinte else {
      throw Refus.etat(.calendrierDeSession2(.empreinteChangee))
    }
    let brouillon = try BrouillonDeCalendrier(session, avant, travail)
    let manques = brouillon.manques
    guard manques.isEmpty else { throw Refus.etat(.calendrierDeSession2(.incomplet(manques))) }
    var apres = avant
    apres.signature = .init(
      auteur: travail.auteur,
      nom: try travail.nom(travail.auteur),
      moment: travail.moment.instant,
      empreinte: empreinte,
    )
    return try travail.remplacer(
      avant,
      apres,
      Self.nom,
      permis,
      faits: ["numero": .entier(Int64(avant.numero)), "empreinte": .texte(empreinte)],
    )
  }
}

/// Tells the signed calendar to those whom it calls, at least three weeks before the session.
public struct PublierLeCalendrier: Acte {
  public static let nom = "publier-le-calendrier-de-session-2"
  /// What is written about each student whose exams it fixes or changes.
  public static let annonce = "convoquer-en-session-2"
  public let campagne: Identifiant<Campagne>
  /// Why it comes too late, from whom the session allows to say so.
  public let derogation: String?

  public init(_ campagne: Identifiant<Campagne>, derogation: String? = nil) {
    self.campagne = campagne
    self.derogation = derogation
  }

  public func executer(_ travail: Travail) throws -> CalendrierDeSession2 {
    let session = try travail.sessionACalendrier(campagne)
    let permis = try travail.exiger(.gererLesCampagnes, session.promotion.lieu)
    let (publie, enCours) = try travail.calendriers(campagne)
    guard let avant = enCours else {
      throw Refus.etat(.calendrierDeSession2(publie == nil ? .sansBrouillon : .dejaPublie))
    }
    guard let signature = avant.signature,
      signature.empreinte == travail.registre.empreinte(Array(avant.texte.utf8))
    else { throw Refus.etat(.calendrierDeSession2(.nonSigne)) }
    let ecarts = MiseAJourDeCalendrier(try BrouillonDeCalendrier(session, avant, travail)).ecarts
    guard ecarts.isEmpty else {
      throw Refus.etat(.calendrierDeSession2(.perime(ecarts.map(\.phrase))))
    }
    let motif = try motif(session, estLaPremiere: publie == nil, travail)
    var apres = avant
    apres.publication = .init(moment: travail.moment.instant, derogation: motif)
    let ecrit = try travail.remplacer(
      avant,
      apres,
      Self.nom,
      permis,
      faits: ["numero": .entier(Int64(avant.numero)), "empreinte": .texte(signature.empreinte)],
      motif: motif,
      pistes: [.calendrier],
    )
    try annoncer(publie, ecrit, session, permis, travail)
    return ecrit
  }

  /// The reason for which the first publication may come after its limit; `nil` in time.
  private func motif(
    _ session: SessionACalendrier,
    estLaPremiere: Bool,
    _ travail: Travail,
  ) throws -> String? {
    let limite = session.session.limiteCalendrier
    guard estLaPremiere, travail.moment.jour > limite else { return nil }
    try travail.deroger(
      session.session,
      article: PisteDeSession2.calendrier.article,
      .calendrierDeSession2(.tropTard(limite: limite)),
      motif: derogation,
    )
    return derogation
  }

  /// Writes to each student whose exams are not what they were, and to nobody else.
  private func annoncer(
    _ ancien: CalendrierDeSession2?,
    _ nouveau: CalendrierDeSession2,
    _ session: SessionACalendrier,
    _ permis: Permis,
    _ travail: Travail,
  ) throws {
    // Whoever did not enrol is told nothing of what goes away with them.
    let inscrits =
      nouveau.estConfirme
      ? Set(try travail.registre.inscritsEnSession2(campagne).map(\.etudiant)) : nil
    let concernes = nouveau.convoques.union(
      (ancien?.convoques ?? []).filter { inscrits?.contains($0) ?? true }
    )
    for etudiant in concernes.sorted() {
      let avant = ancien?.convocation(de: etudiant) ?? ""
      let apres = nouveau.convocation(de: etudiant)
      guard avant != apres else { continue }
      let ecriture = try travail.inscrire(
        Self.annonce,
        permis,
        Objet(.calendrierDeSession2, campagne),
        sujet: etudiant,
        avant: avant.isEmpty ? nil : ["convocation": .texte(avant)],
        apres: ["convocation": .texte(apres)],
      )
      try travail.registre.ajouter(
        ConvocationChangee(
          campagne: campagne,
          numero: nouveau.numero,
          etudiant: etudiant,
          avant: avant,
          apres: apres,
          moment: travail.moment.horodatage,
        ),
        ecriture,
      )
    }
  }
}

/// Thins the published calendar to those enrolled, once enrolment has closed: exams without anybody
/// go, none moves.
public struct ConfirmerLeCalendrier: Acte {
  public static let nom = "confirmer-le-calendrier-de-session-2"
  public let campagne: Identifiant<Campagne>
  /// The version that was read; 0 where nothing is in hand beside what is published.
  public let version: Int64

  public init(_ campagne: Identifiant<Campagne>, version: Int64) {
    self.campagne = campagne
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> CalendrierDeSession2 {
    let (session, permis) = try travail.sessionAConduire(campagne)
    let limite = session.session.limiteInscription
    guard limite.rangs < travail.moment.instant.rangs else {
      throw Refus.etat(.calendrierDeSession2(.inscriptionsOuvertes(jusqua: limite)))
    }
    let avant = try travail.calendrierACorriger(campagne)
    let ues = Dictionary(
      try travail.registre.inscritsEnSession2(campagne).map { ($0.etudiant, Set($0.ues)) },
      uniquingKeysWith: { premiere, _ in premiere },
    )
    let seances = avant.seances.compactMap { seance in
      seance.gardant { ues[$0]?.contains(seance.epreuve.ue) ?? false }
    }
    return try travail.corriger(
      avant,
      seances,
      confirme: true,
      Self.nom,
      permis,
      version: version,
    )
  }
}

/// What a publication changed for a student.
public struct ConvocationChangee: Hashable, Sendable {
  public let campagne: Identifiant<Campagne>
  public let numero: Int
  public let etudiant: Identifiant<Etudiant>
  /// One line a sitting; empty for the first.
  public let avant: String
  public let apres: String
  public let moment: Horodatage

  public init(
    campagne: Identifiant<Campagne>,
    numero: Int,
    etudiant: Identifiant<Etudiant>,
    avant: String,
    apres: String,
    moment: Horodatage,
  ) {
    self.campagne = campagne
    self.numero = numero
    self.etudiant = etudiant
    self.avant = avant
    self.apres = apres
    self.moment = moment
  }
}

extension BrouillonDeCalendrier {
  /// What keeps it from being signed: exams without a form, what is no longer so, students without
  /// a place.
  var manques: [String] {
    let jugement = JugementDeCalendrier(probleme, calendrier.seances)
    let formes = matiere.sansForme.map { "aucune forme d’épreuve n’est choisie pour \($0.texte)" }
    return formes + MiseAJourDeCalendrier(self).ecarts.map(\.phrase) + jugement.violations
  }
}

extension Travail {
  /// Writes a signature or a publication over the calendar in hand.
  fileprivate func remplacer(
    _ avant: CalendrierDeSession2,
    _ apres: CalendrierDeSession2,
    _ acte: String,
    _ permis: Permis,
    faits: Faits,
    motif: String? = nil,
    pistes: [PisteDeSession2] = [],
  ) throws -> CalendrierDeSession2 {
    let objet = Objet(.calendrierDeSession2, avant.campagne)
    let ecriture = try inscrire(acte, permis, objet, apres: faits, motif: motif)
    guard try registre.remplacer(apres, ecriture) else {
      throw try conflit(objet, faits, faits, avant.version)
    }
    for piste in pistes { try marquer(piste, de: avant.campagne, ecriture) }
    var ecrit = apres
    ecrit.version += 1
    return ecrit
  }
}
