public import Scolarite

/// The rooms of a session and the periods in which its exams may sit.
public struct LieuxDeSession2: Hashable, Sendable {
  public let campagne: Identifiant<Campagne>
  /// In the order in which they were entered.
  public var salles: [Salle]
  /// In the order of time.
  public var creneaux: [Creneau]
  public var version: Int64

  /// A room with its seats and what it has.
  public struct Salle: Hashable, Sendable {
    public let nom: String
    public let places: Int
    /// In the order in which they were entered.
    public let equipements: [EquipementDeSalle]

    public init(_ nom: String, places: Int, equipements: [EquipementDeSalle] = []) {
      self.nom = nom
      self.places = places
      self.equipements = equipements
    }
  }

  /// A span of time.
  public struct Creneau: Hashable, Sendable {
    public let debut: Instant
    public let minutes: Int

    public init(_ debut: Instant, minutes: Int) {
      self.debut = debut
      self.minutes = minutes
    }

    /// Minutes since midnight of the day of its beginning.
    public var fin: Int { debut.minute + minutes }

    /// Whether some minute is in both.
    func recouvre(_ autre: Creneau) -> Bool {
      debut.jour == autre.debut.jour && debut.minute < autre.fin && autre.debut.minute < fin
    }
  }

  public init(
    campagne: Identifiant<Campagne>,
    salles: [Salle],
    creneaux: [Creneau],
    version: Int64,
  ) {
    self.campagne = campagne
    self.salles = salles
    self.creneaux = creneaux.sorted { $0.debut.rangs < $1.debut.rangs }
    self.version = version
  }

  /// How many exams may sit at most: days, hours and rooms beyond are a mistake.
  static let bornes = (salles: 200, places: 1...2_000, creneaux: 200, minutes: 15...600)
  /// A list of words: what is longer is a mistake.
  static let bornesDEquipement = (nombre: 20, signes: 60)
}

/// Says which rooms and which hours a session has.
public struct DefinirLesLieuxDeSession2: Acte {
  public static let nom = "definir-les-lieux-de-session-2"
  /// As they are to be, at the version that was read; 0 where none stood.
  public let lieux: LieuxDeSession2

  public init(_ lieux: LieuxDeSession2) {
    self.lieux = lieux
  }

  public func executer(_ travail: Travail) throws -> LieuxDeSession2 {
    let session = try travail.sessionACalendrier(lieux.campagne)
    let permis = try travail.exiger(.gererLesCampagnes, session.promotion.lieu)
    try verifier(session)
    let avant = try travail.registre.lieuxDeSession2(lieux.campagne)
    var apres = lieux
    apres.version = lieux.version + 1
    let objet = Objet(.calendrierDeSession2, lieux.campagne)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      objet,
      avant: avant?.faits,
      apres: apres.faits,
    )
    guard lieux.version == avant?.version ?? 0, try travail.registre.ecrire(apres, ecriture) else {
      throw try travail.conflit(
        objet,
        avant?.faits ?? ["salles": .vide],
        apres.faits,
        avant?.version ?? 0,
      )
    }
    return apres
  }

  private func verifier(_ session: SessionACalendrier) throws(Refus) {
    var fautes: [Refus.Faute] = []
    let bornes = LieuxDeSession2.bornes
    if lieux.creneaux.isEmpty { fautes.append(.init("créneaux", .absente)) }
    if lieux.salles.count > bornes.salles || lieux.creneaux.count > bornes.creneaux {
      fautes.append(
        .init(
          "salles",
          .horsBornes(vu: "\(lieux.salles.count)", bornes: "\(bornes.salles) au plus"),
        )
      )
    }
    var noms: Set<String> = []
    for salle in lieux.salles {
      if salle.nom.isEmpty || salle.nom.contains(where: \.estUneMarque) || salle.nom.count > 60 {
        fautes.append(.init("salles", .illisible(vu: salle.nom)))
      }
      if !noms.insert(salle.nom).inserted {
        fautes.append(.init("salles", .enDouble(vu: salle.nom)))
      }
      if !bornes.places.contains(salle.places) {
        fautes.append(
          .init("salles", .horsBornes(vu: "\(salle.places)", bornes: "de 1 à 2 000 places"))
        )
      }
      fautes += salle.fautesDEquipement
    }
    fautes += lieux.fautesDesCreneaux(session)
    guard fautes.isEmpty else { throw .donnees(fautes) }
  }
}

extension LieuxDeSession2 {
  fileprivate func fautesDesCreneaux(_ session: SessionACalendrier) -> [Refus.Faute] {
    var fautes: [Refus.Faute] = []
    let jours = session.premierJour...session.dernierJour
    for (rang, creneau) in creneaux.enumerated() {
      let vu = creneau.debut.enToutesLettres
      if !jours.contains(creneau.debut.jour) {
        let bornes = "du \(jours.lowerBound.enFrancais) au \(jours.upperBound.enFrancais)"
        fautes.append(.init("créneaux", .horsBornes(vu: vu, bornes: bornes)))
      }
      if !Self.bornes.minutes.contains(creneau.minutes) || creneau.fin > 24 * 60 {
        fautes.append(
          .init("créneaux", .horsBornes(vu: "\(creneau.minutes) min", bornes: "de 15 à 600 min"))
        )
      }
      if creneaux[(rang + 1)...].contains(where: creneau.recouvre) {
        fautes.append(.init("créneaux", .enDouble(vu: vu)))
      }
    }
    return fautes
  }

  fileprivate var faits: Faits {
    [
      "salles": .liste(salles.map { .texte($0.dite) }),
      "creneaux": .liste(creneaux.map { .texte("\($0.debut), \($0.minutes) min") }),
    ]
  }
}

extension LieuxDeSession2.Salle {
  /// « Amphi A (120) », « B204 (24 ; ordinateurs) ».
  fileprivate var dite: String {
    "\(nom) (\(places)" + (equipements.isEmpty ? "" : " ; \(equipements.enListe)") + ")"
  }

  fileprivate var fautesDEquipement: [Refus.Faute] {
    let bornes = LieuxDeSession2.bornesDEquipement
    let longs = equipements.filter { $0.nom.count > bornes.signes }.map { long in
      Refus.Faute("salles", .tropLongue(vu: String(long.nom.prefix(20)), limite: bornes.signes))
    }
    guard equipements.count > bornes.nombre else { return longs }
    return longs + [
      .init(
        "salles",
        .horsBornes(
          vu: "\(equipements.count)",
          bornes: "\(bornes.nombre) équipements au plus pour une salle",
        ),
      )
    ]
  }
}

extension Character {
  /// What would break the lines and fields of a signed text.
  var estUneMarque: Bool { isNewline || self == "\t" }
}
