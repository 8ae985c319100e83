internal import Scolarite

/// Chooses the form of an exam of session 2: a responsable of a module of the UE (R0.8).
public struct ChoisirUneEpreuve: Acte {
  public static let nom = "choisir-une-epreuve"
  /// As it is to be, at the version that was read.
  public let epreuve: EpreuveDeSession2
  /// Why it changes once the calendar is published, where the person may do so.
  public let motif: String?

  public init(_ epreuve: EpreuveDeSession2, motif: String? = nil) {
    self.epreuve = epreuve
    self.motif = motif
  }

  public func executer(_ travail: Travail) throws -> EpreuveDeSession2 {
    guard let avant = try travail.registre.epreuveDeSession2(epreuve.id) else {
      throw Refus.inconnu(.epreuveDeSession2)
    }
    let session = try travail.sessionDeRattrapage(avant.campagne)
    let promotion = try travail.promotion(session.promotion)
    let permis = try travail.exiger(choixDe: avant.ue, promotion)
    let apres = try verifiee(avant, promotion, travail)
    if let publie = try travail.registre.etapesDeSession2(session.campagne)[.calendrier] {
      try travail.deroger(
        session,
        article: "procédure de session 2, § 1",
        .calendrierPublie(publie),
        motif: motif,
      )
    }
    let objet = Objet(.epreuveDeSession2, avant.id)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      objet,
      avant: avant.faits,
      apres: apres.faits,
      motif: motif,
    )
    guard try travail.registre.remplacer(apres, ecriture) else {
      throw try travail.conflit(objet, avant.faits, apres.faits, avant.version)
    }
    let toutes = try travail.registre.epreuvesDeSession2(session.campagne)
    if toutes.allSatisfy(\.estChoisie) {
      try travail.marquer(.formes, de: session.campagne, ecriture)
    }
    var ecrite = apres
    ecrite.version += 1
    return ecrite
  }

  private func verifiee(
    _ avant: EpreuveDeSession2,
    _ promotion: Promotion,
    _ travail: Travail,
  ) throws -> EpreuveDeSession2 {
    guard epreuve.estChoisie else { throw Refus.donnees([.init("formes", .absente)]) }
    try verifierLesDurees()
    for (lieu, texte) in [("matériel", epreuve.materiel), ("besoins", epreuve.besoins)]
    where texte.count > 500 {
      throw Refus.donnees([.init(lieu, .tropLongue(vu: String(texte.prefix(20)), limite: 500))])
    }
    if case .modules(let codes) = epreuve.porteSur {
      try verifierLesModules(codes, avant, promotion, travail)
    }
    if epreuve.porteSur != avant.porteSur { try verifierLesNotes(avant, promotion, travail) }
    var apres = avant
    apres.durees = epreuve.durees
    apres.materiel = epreuve.materiel
    apres.besoins = epreuve.besoins
    apres.porteSur = epreuve.porteSur
    apres.choisiePar = travail.auteur
    apres.version = epreuve.version
    return apres
  }

  /// Some, of the UE, none of which the exam of another UE marks.
  private func verifierLesModules(
    _ codes: [String],
    _ avant: EpreuveDeSession2,
    _ promotion: Promotion,
    _ travail: Travail,
  ) throws {
    guard !codes.isEmpty else { throw Refus.donnees([.init("modules", .absente)]) }
    let siens = Set(
      try travail.programme(promotion).ue(avant.ue)?.modules.map(\.code.canonique) ?? []
    )
    let pris = try travail.registre.epreuvesDeSession2(avant.campagne)
      .modulesPris(saufPar: avant.id)
    for code in codes {
      guard siens.contains(code) else { throw Refus.etat(.moduleInconnu(code)) }
      if let ue = pris[code] { throw Refus.etat(.moduleDUneAutreEpreuve(code, ue)) }
    }
  }

  /// Marks and absences stand where the exam bears: it does not bear elsewhere once there are some.
  private func verifierLesNotes(
    _ avant: EpreuveDeSession2,
    _ promotion: Promotion,
    _ travail: Travail,
  ) throws {
    let saisies = try travail.registre.notesDeSession2(promotion.id).count {
      avant.notees.contains($0.epreuve) && $0.entree != .enAttente
    }
    guard saisies == 0 else { throw Refus.etat(.evaluationNotee(saisies)) }
  }

  private func verifierLesDurees() throws(Refus) {
    let fautes = epreuve.formes.compactMap { forme -> Refus.Faute? in
      let (minutes, permises) = (epreuve.durees[forme, default: 0], forme.dureesPermises)
      guard !permises.contains(minutes) else { return nil }
      let bornes = "de \(permises.lowerBound) à \(permises.upperBound) minutes"
      return .init("durée-" + forme.rawValue, .horsBornes(vu: "\(minutes)", bornes: bornes))
    }
    guard fautes.isEmpty else { throw .donnees(fautes) }
  }
}

/// Reminds those who have not chosen, by mail and in what they have to do.
public struct RappelerLesEpreuves: Acte {
  public static let nom = "rappeler-les-epreuves"
  public let campagne: Identifiant<Campagne>

  public init(_ campagne: Identifiant<Campagne>) {
    self.campagne = campagne
  }

  /// How many people were reminded.
  public func executer(_ travail: Travail) throws -> Int {
    let session = try travail.sessionDeRattrapage(campagne)
    let promotion = try travail.promotion(session.promotion)
    let permis = try travail.exiger(.gererLesCampagnes, promotion.lieu)
    let attendues = try travail.registre.epreuvesDeSession2(campagne).filter { !$0.estChoisie }
    let responsables = try travail.responsables(promotion)
    let appels = attendues.flatMap { epreuve in
      (responsables[epreuve.ue] ?? []).map { (epreuve, $0) }
    }
    guard !appels.isEmpty else { throw Refus.etat(.rienAFaire) }
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.campagne, campagne),
      apres: ["epreuves": .liste(attendues.map { .texte($0.ue.texte) })],
    )
    try travail.registre.aviser(
      appels.map { epreuve, responsable in
        AvisParCourrier(
          utilisateur: responsable.id,
          sujet: .epreuves,
          objet: "\(Objet(.epreuveDeSession2, epreuve.id).nom)/\(ecriture.numero)",
          entree: ecriture.numero,
          horodatage: travail.moment.horodatage,
        )
      }
    )
    return Set(appels.map(\.1.id)).count
  }
}

extension Travail {
  /// Checks that the person may choose the exam of a UE: through one of its modules, or all of them.
  func exiger(choixDe ue: CodeUE, _ promotion: Promotion) throws -> Permis {
    let modules = try programme(promotion).ue(ue)?.modules.map(\.code.canonique) ?? []
    return try exiger(
      .choisirUneEpreuve,
      parmi: [promotion.lieu] + modules.map { promotion.lieu.module($0) },
    )
  }

  /// The responsables of the modules of each UE of a promotion.
  func responsables(_ promotion: Promotion) throws -> [CodeUE: [Utilisateur]] {
    let charges = try registre.charges(promotion.id, le: moment.jour)
      .filter { $0.role.droits.contains(.choisirUneEpreuve) }
    let parModule = Dictionary(grouping: charges, by: \.module)
    var responsables: [CodeUE: [Utilisateur]] = [:]
    for ue in try programme(promotion).ues {
      var vus: Set<Identifiant<Utilisateur>> = []
      responsables[ue.code] = ue.modules.flatMap { parModule[$0.code.canonique] ?? [] }
        .map(\.utilisateur).filter { vus.insert($0.id).inserted }
    }
    return responsables
  }
}

extension EpreuveDeSession2 {
  fileprivate var faits: Faits {
    [
      "campagne": Faits.Valeur(campagne), "ue": .texte(ue.texte),
      "formes": .liste(formes.map { .texte("\($0.rawValue), \(durees[$0, default: 0]) min") }),
      "materiel": .texte(materiel), "besoins": .texte(besoins),
      "modules": .liste(modules.map { .texte($0) }),
    ]
  }
}
