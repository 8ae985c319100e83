public import Scolarite

/// What is noted of a student at an exam of session 2: papers, hours, copy.
public struct EmargementDeSession2: Hashable, Sendable {
  public let campagne: Identifiant<Campagne>
  /// The exam, that of the student alone where they sit it alone.
  public let epreuve: CleDEpreuve
  public let etudiant: Identifiant<Etudiant>
  /// The identity document was seen, and the student card (R0.18).
  public var pieceVue: Bool
  public var carteVue: Bool
  /// When the student signed in; `nil` while they have not.
  public var arrivee: Instant?
  public var copie: Copie?
  /// When the copy was handed in.
  public var sortie: Instant?
  public var observation: String
  public var version: Int64

  /// What became of the copy.
  public enum Copie: String, CaseIterable, Hashable, Sendable {
    case rendue
    /// Handed in without an answer, as must be (R1.5.1).
    case blanche
    case nonRendue = "non-rendue"
    /// Handed in after the hour that was told (R1.5.2).
    case refusee

    public var phrase: String {
      switch self {
      case .rendue: "copie rendue"
      case .blanche: "copie blanche rendue"
      case .nonRendue: "copie non rendue"
      case .refusee: "copie refusée, rendue après l’heure"
      }
    }
  }

  public init(
    campagne: Identifiant<Campagne>,
    epreuve: CleDEpreuve,
    etudiant: Identifiant<Etudiant>,
    pieceVue: Bool = false,
    carteVue: Bool = false,
    arrivee: Instant? = nil,
    copie: Copie? = nil,
    sortie: Instant? = nil,
    observation: String = "",
    version: Int64 = 0,
  ) {
    self.campagne = campagne
    self.epreuve = epreuve
    self.etudiant = etudiant
    self.pieceVue = pieceVue
    self.carteVue = carteVue
    self.arrivee = arrivee
    self.copie = copie
    self.sortie = sortie
    self.observation = observation
    self.version = version
  }

  public var estPresent: Bool { arrivee != nil }

  var faits: Faits {
    [
      "epreuve": .texte(epreuve.description), "piece": .verdict(pieceVue),
      "carte": .verdict(carteVue), "arrivee": Faits.Valeur(arrivee?.description),
      "copie": Faits.Valeur(copie?.rawValue), "sortie": Faits.Valeur(sortie?.description),
      "observation": .texte(observation),
    ]
  }
}

/// Notes that a student signs in, hands a copy in, or what else whoever supervises sees.
public struct PointerAUneEpreuve: Acte {
  public static let nom = "pointer-a-une-epreuve"
  /// As it is to be, at the version that was read; 0 where nothing stood.
  public let emargement: EmargementDeSession2

  public init(_ emargement: EmargementDeSession2) {
    self.emargement = emargement
  }

  public func executer(_ travail: Travail) throws -> EmargementDeSession2 {
    let session = try travail.sessionACalendrier(emargement.campagne)
    let permis = try travail.exigerALEpreuve(emargement.epreuve, session)
    let publie = try travail.calendrierPublie(emargement.campagne)
    let seance = publie.seances.first { seance in
      seance.epreuve == emargement.epreuve
        && seance.convoques.contains { $0.etudiant == emargement.etudiant }
    }
    guard let seance else { throw Refus.etat(.calendrierDeSession2(.horsDeLaSeance)) }
    try verifier(seance, travail)
    let avant = try travail.registre.emargementsDeSession2(emargement.campagne).first {
      $0.epreuve == emargement.epreuve && $0.etudiant == emargement.etudiant
    }
    if emargement.estPresent, avant?.estPresent != true { try verifierLAbsence(session, travail) }
    var apres = emargement
    apres.version = emargement.version + 1
    let objet = Objet(.calendrierDeSession2, emargement.campagne, emargement.etudiant)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      objet,
      sujet: emargement.etudiant,
      avant: avant?.faits,
      apres: apres.faits,
    )
    guard emargement.version == avant?.version ?? 0, try travail.registre.ecrire(apres, ecriture)
    else {
      throw try travail.conflit(
        objet,
        avant?.faits ?? ["arrivee": .vide],
        apres.faits,
        avant?.version ?? 0,
      )
    }
    return apres
  }

  /// Whoever is noted absent signs in once that is taken back.
  private func verifierLAbsence(_ session: SessionACalendrier, _ travail: Travail) throws {
    let enPlace = try NotesEnPlace(
      de: emargement.etudiant,
      a: emargement.epreuve.ue,
      session,
      travail,
    )
    guard enPlace.absence == nil else {
      throw Refus.etat(.calendrierDeSession2(.noteAbsent(estVerse: enPlace.sontVersees)))
    }
  }

  private func verifier(_ seance: SeanceDeSession2, _ travail: Travail) throws(Refus) {
    guard emargement.observation.count <= 2_000 else {
      throw .donnees([
        .init("observation", .tropLongue(vu: emargement.observation, limite: 2_000))
      ])
    }
    if let arrivee = emargement.arrivee {
      guard emargement.pieceVue, emargement.carteVue else {
        throw .regle(
          article: PisteDeSession2.epreuves.article,
          .calendrierDeSession2(.pieceManquante),
        )
      }
      guard arrivee.jour == seance.debut.jour else {
        throw .etat(.horsPeriode(du: seance.debut.jour, au: seance.debut.jour))
      }
      guard !arrivee.estApres(travail.moment.instant) else { throw .etat(.dateAVenir) }
    } else if emargement.copie != nil {
      throw .etat(.calendrierDeSession2(.copieSansPresence))
    }
    if let sortie = emargement.sortie, let arrivee = emargement.arrivee {
      guard arrivee.rangs <= sortie.rangs else {
        let (vu, bornes) = (sortie.enToutesLettres, "après le \(arrivee.enToutesLettres)")
        throw .donnees([.init("sortie", .horsBornes(vu: vu, bornes: bornes))])
      }
      guard !sortie.estApres(travail.moment.instant) else { throw .etat(.dateAVenir) }
    }
  }
}

extension SeanceDeSession2 {
  /// Its end, on its day.
  var finDuJour: Int { min(fin, 24 * 60 - 1) }
}

extension Travail {
  /// Whoever takes attendance in the promotion, or in a module of the UE.
  func exigerALEpreuve(_ epreuve: CleDEpreuve, _ session: SessionACalendrier) throws -> Permis {
    let modules = try programme(session.promotion).ues.first { $0.code == epreuve.ue }?.modules
    let lieux = (modules ?? []).map { session.promotion.lieu.module($0.code.canonique) }
    return try exiger(.faireLAppel, parmi: [session.promotion.lieu] + lieux)
  }
}
