public import Scolarite

/// The roll of a slot: who is expected, what was seen, who signed, and what was announced.
public struct VoirLEmargement: Question {
  public static let nom = "voir-l-emargement"
  public let seance: Identifiant<Seance>

  /// A slot as whoever takes attendance needs it.
  public struct Feuille: Sendable {
    public let seance: Seance
    public let promotion: Promotion
    public let emargement: Emargement?
    /// In the order of names.
    public let lignes: [Ligne]

    /// How many were seen there, late ones included.
    public var presents: Int { lignes.count { $0.presence.map { !$0.estUneAbsence } ?? false } }
  }

  /// A student who is expected, or was seen.
  public struct Ligne: Sendable {
    public let etudiant: Etudiant
    public let presence: Presence?
    public let signature: SignatureDePresence?
    /// The device signed for others too.
    public let appareilPartage: Bool
    /// Signed with others from an address which is not the one of the room.
    public let adressePartagee: Bool
    /// What was announced of an absence that the slot falls in.
    public let signalements: [SignalementDAbsence]
    /// Declared unavailable that day.
    public let indisponible: Bool
    /// Need not attend: an absence is justified as it is written.
    public let estDispense: Bool
  }

  public init(_ seance: Identifiant<Seance>) {
    self.seance = seance
  }

  public func executer(_ travail: Travail) throws -> Feuille {
    let seance = try travail.seance(seance)
    _ = try travail.exiger(.faireLAppel, travail.lieu(de: seance))
    let presences = Dictionary(
      uniqueKeysWithValues: try travail.registre.presences(seance.id).map { ($0.etudiant, $0) }
    )
    let signatures = try travail.registre.signatures(seance.id)
    let parEtudiant = Dictionary(uniqueKeysWithValues: signatures.map { ($0.etudiant, $0) })
    let (appareils, adresses) = (
      signatures.surUnMemeAppareil, signatures.aUneMemeAdresseAilleurs,
    )
    let annonces = Dictionary(
      grouping: try travail.registre.signalements(promotion: seance.promotion).filter {
        $0.couvre(seance.debut)
      },
      by: \.etudiant,
    )
    let indisponibles = Set(
      try travail.registre.indisponibilites(seance.promotion, le: seance.debut.jour)
        .map(\.etudiant)
    )
    let dispenses = try travail.dispenses(seance)
    let attendus = try travail.attendus(seance.promotion, seance.groupes).filter {
      $0.value.couvre(seance.debut.jour)
    }
    let concernes = try travail.registre.etudiants(seance.promotion).filter {
      attendus[$0.id] != nil || presences[$0.id] != nil
    }
    return Feuille(
      seance: seance,
      promotion: try travail.promotion(seance.promotion),
      emargement: try travail.registre.emargement(seance.id),
      lignes: concernes.map(\.nomme).parNom(\.self).map { etudiant in
        Ligne(
          etudiant: etudiant,
          presence: presences[etudiant.id],
          signature: parEtudiant[etudiant.id],
          appareilPartage: appareils.contains(etudiant.id),
          adressePartagee: adresses.contains(etudiant.id),
          signalements: annonces[etudiant.id] ?? [],
          indisponible: indisponibles.contains(etudiant.id),
          estDispense: dispenses[etudiant.id] != nil,
        )
      },
    )
  }
}

/// The slots of a day where the person may take attendance.
public struct VoirLesAppels: Question {
  public static let nom = "voir-les-appels"
  public let jour: Jour

  /// A slot and how far its roll has come.
  public struct Appel: Sendable {
    public let seance: Seance
    public let promotion: Promotion
    public let groupes: [Groupe]
    public let vus: Int
    public let emargement: Emargement?
  }

  public init(le jour: Jour) {
    self.jour = jour
  }

  public func executer(_ travail: Travail) throws -> [Appel] {
    try travail.registre.seances(le: jour).compactMap { seance in
      guard travail.peut(.faireLAppel, try travail.lieu(de: seance)) else { return nil }
      return Appel(
        seance: seance,
        promotion: try travail.promotion(seance.promotion),
        groupes: try seance.groupes.compactMap { try travail.registre.groupe($0) },
        vus: try travail.registre.presences(seance.id).count,
        emargement: try travail.registre.emargement(seance.id),
      )
    }
  }
}

/// The slots where a student may sign now.
public struct VoirSesEmargements: Question {
  public static let nom = "voir-ses-emargements"
  public let etudiant: Identifiant<Etudiant>
  /// The slot whose code was read.
  public let seance: Identifiant<Seance>?

  /// A slot that may be signed, and whether it was.
  public struct ASigner: Sendable {
    public let seance: Seance
    public let signe: Instant?
  }

  public init(_ etudiant: Identifiant<Etudiant>, seance: Identifiant<Seance>? = nil) {
    self.etudiant = etudiant
    self.seance = seance
  }

  public func executer(_ travail: Travail) throws -> [ASigner] {
    _ = try travail.exiger(.signerSaPresence, Lieu(etudiant: etudiant))
    if let seance {
      let lue = try travail.seance(seance)
      guard
        try travail.registre.inscriptions(etudiant: etudiant)
          .contains(where: { $0.promotion == lue.promotion })
      else { throw Refus.inconnu(.seance) }
    }
    let groupes = Set(try travail.registre.groupes(etudiant: etudiant))
    var trouves: [ASigner] = []
    for inscription in try travail.registre.inscriptions(etudiant: etudiant)
    where inscription.couvre(travail.moment.jour) {
      for emargement in try travail.registre.emargementsOuverts(inscription.promotion) {
        let seance = try travail.seance(emargement.seance)
        guard seance.seSigne(a: travail.moment.instant),
          seance.groupes.isEmpty || !groupes.isDisjoint(with: seance.groupes)
        else { continue }
        let sienne = try travail.registre.signature(seance.id, etudiant)
        trouves.append(ASigner(seance: seance, signe: sienne?.moment))
      }
    }
    return trouves
  }
}

/// The modules where the person may take attendance, in the promotions of the year that runs.
public struct VoirLesModulesAAppeler: Question {
  public static let nom = "voir-les-modules-a-appeler"

  /// A module of a promotion, with the groups that a slot may name.
  public struct AAppeler: Sendable {
    public let promotion: Promotion
    /// The canonical code.
    public let module: String
    public let groupes: [Groupe]
  }

  public init() {}

  public func executer(_ travail: Travail) throws -> [AAppeler] {
    let ouvertes = Set(
      try travail.registre.annees().filter {
        $0.debut <= travail.moment.jour && travail.moment.jour <= $0.fin
      }.map(\.annee)
    )
    var trouves: [AAppeler] = []
    for promotion in try travail.registre.promotions().sorted(by: { $0.nom < $1.nom })
    where ouvertes.contains(promotion.annee)
      && travail.peut(.faireLAppel, dansUnModuleDe: promotion)
    {
      let groupes = try travail.registre.groupes(promotion.id)
      let codes = try travail.programme(promotion).ues.flatMap(\.modules).map(\.code.canonique)
      for code in Set(codes).sorted()
      where travail.peut(.faireLAppel, promotion.lieu.module(code)) {
        trouves.append(AAppeler(promotion: promotion, module: code, groupes: groupes))
      }
    }
    return trouves
  }
}
