internal import Scolarite

/// Opens the sign-in of a slot: from then on its screen shows codes.
public struct OuvrirLEmargement: Acte {
  public static let nom = "ouvrir-l-emargement"
  public let seance: Identifiant<Seance>
  /// A new key, in base 32: no entry of the journal holds it.
  public let cle: String
  public let pas: Int

  public init(
    _ seance: Identifiant<Seance>,
    cle: String,
    pas: Int = Emargement.pasHabituel,
  ) {
    self.seance = seance
    self.cle = cle
    self.pas = pas
  }

  public func executer(_ travail: Travail) throws -> Emargement {
    let seance = try travail.seance(seance)
    let permis = try travail.exiger(.faireLAppel, travail.lieu(de: seance))
    guard Emargement.pasPossibles.contains(pas) else {
      let bornes =
        "de \(Emargement.pasPossibles.lowerBound) à \(Emargement.pasPossibles.upperBound) secondes"
      throw Refus.donnees([.init("pas", .horsBornes(vu: "\(pas)", bornes: bornes))])
    }
    if let ancien = try travail.registre.emargement(seance.id), ancien.estOuvert,
      seance.seSigne(a: travail.moment.instant)
    {
      return ancien
    }
    guard seance.seSigne(a: travail.moment.instant) else { throw Refus.etat(.horsDuCreneau) }
    let emargement = Emargement(
      seance: seance.id,
      cle: cle,
      pas: pas,
      ouvert: travail.moment.instant,
      ferme: nil,
    )
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.seance, seance.id),
      apres: ["emargement": .texte("ouvert"), "pas": .entier(Int64(pas))],
    )
    try travail.registre.ecrire(emargement, ecriture)
    return emargement
  }
}

/// Closes a sign-in; whoever was not seen may be written absent at once.
public struct FermerLEmargement: Acte {
  public static let nom = "fermer-l-emargement"
  public let seance: Identifiant<Seance>
  public let noterLesAbsents: Bool

  public init(_ seance: Identifiant<Seance>, noterLesAbsents: Bool) {
    self.seance = seance
    self.noterLesAbsents = noterLesAbsents
  }

  public func executer(_ travail: Travail) throws -> [Presence] {
    let seance = try travail.seance(seance)
    let permis = try travail.exiger(.faireLAppel, travail.lieu(de: seance))
    guard let ouvert = try travail.registre.emargement(seance.id), ouvert.estOuvert else {
      throw Refus.etat(.emargementFerme)
    }
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.seance, seance.id),
      apres: ["emargement": .texte("fermé")],
    )
    try travail.registre.ecrire(
      Emargement(
        seance: seance.id,
        cle: "",
        pas: ouvert.pas,
        ouvert: ouvert.ouvert,
        ferme: travail.moment.instant,
      ),
      ecriture,
    )
    guard noterLesAbsents else { return [] }
    let vus = Set(try travail.registre.presences(seance.id).map(\.etudiant))
    let absents = try travail.attendus(seance.promotion, seance.groupes).values
      .filter { !vus.contains($0.etudiant) && $0.couvre(seance.debut.jour) }
      .map { FaireLAppel.Pointage($0.etudiant, .absent) }
    guard !absents.isEmpty else { return [] }
    return try FaireLAppel(
      seance: seance.id,
      absents.sorted { $0.etudiant < $1.etudiant },
    ).executer(travail)
  }
}

extension Seance {
  /// Whether one may sign: from half an hour before it begins to its end.
  func seSigne(a instant: Instant) -> Bool {
    let ecart = instant.minutesAffichees(depuis: debut)
    return ecart >= -30 && ecart <= minutes
  }
}

extension Instant {
  /// The minutes between two times as clocks show them.
  func minutesAffichees(depuis autre: Instant) -> Int {
    1440 * jour.ecart(depuis: autre.jour) + minute - autre.minute
  }
}
