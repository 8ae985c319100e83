public import Scolarite

/// Opens a jury on a semester or a year of a promotion.
///
/// One of each kind is open at a time. Once one is closed, another says why it meets: what it decides
/// takes the place of what was decided, which only session 2 or a like cause explains; a material
/// error is put right by `RouvrirPourErreurMaterielle`.
public struct OuvrirUnJury: Acte {
  public static let nom = "ouvrir-un-jury"
  public let promotion: Identifiant<Promotion>
  public let nature: SessionDeJury.Nature
  public let date: Jour
  public let nomination: String?
  public let membres: [SessionDeJury.Membre]
  /// Why it meets though a jury of that kind was closed already.
  public let motif: String?

  public init(
    promotion: Identifiant<Promotion>,
    nature: SessionDeJury.Nature,
    date: Jour,
    nomination: String? = nil,
    membres: [SessionDeJury.Membre] = [],
    motif: String? = nil,
  ) {
    self.promotion = promotion
    self.nature = nature
    self.date = date
    self.nomination = nomination
    self.membres = membres
    self.motif = motif.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
  }

  public func executer(_ travail: Travail) throws -> SessionDeJury {
    let promotion = try travail.promotion(promotion)
    let permis = try travail.exiger(.preparerUnJury, promotion.lieu)
    if case .semestre(let numero) = nature, numero.annee != promotion.anneeBUT {
      throw Refus.etat(.semestreEtranger(numero))
    }
    try ProposerEnCommission.mesurer("motif", motif ?? "", limite: Self.longueurDuMotif)
    let freres = try travail.registre.jurys(promotion.id).filter {
      $0.nature == nature && $0.rectification == nil
    }
    guard freres.allSatisfy(\.close) else { throw Refus.etat(.juryDejaOuvert) }
    guard freres.isEmpty || motif != nil else { throw Refus.etat(.motifManquant) }
    let jury = SessionDeJury(
      id: try travail.registre.nouvelIdentifiant(),
      promotion: promotion.id,
      nature: nature,
      date: date,
      nomination: nomination,
      membres: membres,
      motif: freres.isEmpty ? nil : motif,
      rectification: nil,
      close: false,
      version: 1,
    )
    try travail.ajouter(jury, Self.nom, permis)
    return jury
  }

  /// A sentence.
  static let longueurDuMotif = 500
}

/// Says when a jury meets, by which decision its members are named, who is called, and who came.
public struct ModifierUnJury: Acte {
  public static let nom = "modifier-un-jury"
  /// As it is to be, at the version that was read.
  public let session: SessionDeJury

  public init(_ session: SessionDeJury) {
    self.session = session
  }

  public func executer(_ travail: Travail) throws -> SessionDeJury {
    let avant = try travail.jury(session.id)
    let permis = try travail.exiger(.preparerUnJury, travail.promotion(avant.promotion).lieu)
    guard !avant.close else { throw Refus.etat(.juryClos) }
    var apres = avant
    apres.date = session.date
    apres.nomination = session.nomination
    apres.membres = session.membres
    apres.version = session.version
    try apres.verifier(travail)
    let objet = Objet(.jury, avant.id)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      objet,
      avant: avant.faits,
      apres: apres.faits,
    )
    guard try travail.registre.remplacer(apres, ecriture) else {
      throw try travail.conflit(objet, avant.faits, apres.faits, avant.version)
    }
    apres.version += 1
    return apres
  }
}

/// Opens a new deliberation on students of a closed jury, for a material error that is proved; what
/// it seals takes the place of what the first had decided for them.
public struct RouvrirPourErreurMaterielle: Acte {
  public static let nom = "rouvrir-pour-erreur-materielle"
  public let jury: Identifiant<SessionDeJury>
  public let etudiants: [Identifiant<Etudiant>]
  public let date: Jour
  public let preuve: String

  public init(
    jury: Identifiant<SessionDeJury>,
    etudiants: [Identifiant<Etudiant>],
    date: Jour,
    preuve: String,
  ) {
    self.jury = jury
    self.etudiants = etudiants
    self.date = date
    self.preuve = preuve
  }

  public func executer(_ travail: Travail) throws -> SessionDeJury {
    let ancien = try travail.jury(jury)
    let permis = try travail.exiger(.cloreUnJury, travail.promotion(ancien.promotion).lieu)
    guard ancien.close else { throw Refus.etat(.juryOuvert) }
    guard !preuve.allSatisfy(\.isWhitespace) else { throw Refus.etat(.motifManquant) }
    guard !etudiants.isEmpty else { throw Refus.donnees([.init("étudiants", .absente)]) }
    for etudiant in etudiants {
      let scelle = try travail.registre.deliberees(etudiant: etudiant, promotion: ancien.promotion)
        .contains { $0.jury == ancien.id }
      guard scelle else { throw Refus.etat(.horsDuJury) }
    }
    let jury = SessionDeJury(
      id: try travail.registre.nouvelIdentifiant(),
      promotion: ancien.promotion,
      nature: ancien.nature,
      date: date,
      nomination: ancien.nomination,
      membres: ancien.membres.map {
        .init(nom: $0.nom, qualite: $0.qualite, present: false, utilisateur: $0.utilisateur)
      },
      rectification: .init(
        jury: ancien.rectification?.jury ?? ancien.id,
        preuve: preuve,
        etudiants: Set(etudiants).sorted(),
      ),
      close: false,
      version: 1,
    )
    try travail.ajouter(jury, Self.nom, permis)
    return jury
  }
}

extension SessionDeJury {
  /// It does not meet before the year begins, nor before what it puts right; members are named, one
  /// presides at most, and users are known.
  fileprivate func verifier(_ travail: Travail) throws {
    let rentree = Jour(ouvrant: try travail.promotion(promotion).annee)
    let auPlusTot = try rectification.map { try travail.jury($0.jury).date } ?? rentree
    guard date >= auPlusTot else {
      throw Refus.donnees([
        .init("date", .horsBornes(vu: date.description, bornes: "\(auPlusTot) ou après"))
      ])
    }
    try travail.nommer(membres.map { ("membre", $0.nom) })
    let presidents = membres.filter { $0.qualite == .president }
    guard presidents.count <= 1 else {
      throw Refus.donnees([.init("président", .enDouble(vu: presidents[1].nom))])
    }
    for utilisateur in membres.compactMap(\.utilisateur) {
      guard try travail.registre.utilisateur(utilisateur) != nil else {
        throw Refus.inconnu(.utilisateur)
      }
    }
  }
}

extension Travail {
  /// The jury, or a refusal that it is not known.
  func jury(_ id: Identifiant<SessionDeJury>) throws -> SessionDeJury {
    guard let jury = try registre.jury(id) else { throw Refus.inconnu(.jury) }
    return jury
  }

  fileprivate func ajouter(_ jury: SessionDeJury, _ acte: String, _ permis: Permis) throws {
    try jury.verifier(self)
    let rectifies: Faits =
      jury.rectification.map { rectification in
        ["etudiants": .liste(rectification.etudiants.map { Faits.Valeur($0) })]
      } ?? [:]
    let apres = jury.faits + rectifies
    let ecriture = try inscrire(acte, permis, Objet(.jury, jury.id), apres: apres)
    try registre.ajouter(jury, ecriture)
  }

  /// The students on whom a jury deliberates: those who follow its semester or its year.
  func etudiants(de jury: SessionDeJury) throws -> [Identifiant<Etudiant>] {
    if let rectification = jury.rectification { return rectification.etudiants }
    return try registre.inscriptions(jury.promotion).filter { inscription in
      switch jury.nature {
      case .semestre(let numero): inscription.semestres.contains(numero)
      case .annee: true
      }
    }.map(\.etudiant).sorted()
  }
}
