public import Scolarite

/// A row of a sheet of candidates with their results.
public struct LigneDeBTS: Hashable, Sendable {
  public let nip: String
  public let nom: String
  public let prenom: String
  /// By code of épreuve; those whose cell is empty are not named.
  public let resultats: [String: InscriptionBTS.Resultat]
  /// `nil` where the sheet has no such column or the cell is empty.
  public let livret: String?
  /// Where it stands: « Feuil1, A5 ».
  public let lieu: String

  public init(
    nip: String,
    nom: String,
    prenom: String,
    resultats: [String: InscriptionBTS.Resultat] = [:],
    livret: String? = nil,
    lieu: String,
  ) {
    self.nip = nip
    self.nom = nom
    self.prenom = prenom
    self.resultats = resultats
    self.livret = livret
    self.lieu = lieu
  }
}

/// What a sheet of candidates would change.
public struct PlanDeBTS: Hashable, Sendable {
  public let session: SessionBTS
  public let specialite: SpecialiteBTS
  public let lignes: [Ligne]

  /// A candidate of the sheet.
  public struct Ligne: Hashable, Sendable {
    public let lue: LigneDeBTS
    /// What stands; `nil` for a new candidate.
    public let actuelle: InscriptionBTS?
    /// Whether the register knows the person.
    public let estConnu: Bool
    /// The results and the livret as they will be.
    public let resultats: [String: InscriptionBTS.Resultat]
    public let livret: String

    public var effet: Effet {
      guard let actuelle else { return .ajout }
      return actuelle.resultats == resultats && actuelle.livret == livret ? .rien : .changement
    }

    /// What the jury had decided, which rests on what changes.
    public var decisionRetiree: InscriptionBTS.Decision? {
      effet == .changement ? actuelle?.decision : nil
    }

    /// The épreuves whose result changes, in the order of the speciality.
    public func changees(_ specialite: SpecialiteBTS) -> [SpecialiteBTS.Epreuve] {
      specialite.epreuves.filter { resultats[$0.code] != actuelle?.resultats[$0.code] }
    }
  }

  /// What the import does to a candidate.
  public enum Effet: Hashable, Sendable {
    case ajout, changement, rien
  }

  public func lignes(_ effet: Effet) -> [Ligne] { lignes.filter { $0.effet == effet } }
}

/// Tells what a sheet of candidates would change, without changing it.
public struct PrevoirUneListeBTS: Question {
  public static let nom = "prevoir-une-liste-bts"
  public let session: Identifiant<SessionBTS>
  public let lignes: [LigneDeBTS]

  public init(_ session: Identifiant<SessionBTS>, _ lignes: [LigneDeBTS]) {
    self.session = session
    self.lignes = lignes
  }

  public func executer(_ travail: Travail) throws -> PlanDeBTS {
    try travail.planBTS(session, lignes)
  }
}

/// Takes over a sheet of candidates with their results: all of it or nothing.
public struct ImporterUneListeBTS: Acte {
  public static let nom = "importer-une-liste-bts"
  public let session: Identifiant<SessionBTS>
  public let lignes: [LigneDeBTS]
  /// The name of the file.
  public let source: String

  public init(_ session: Identifiant<SessionBTS>, _ lignes: [LigneDeBTS], source: String) {
    self.session = session
    self.lignes = lignes
    self.source = source
  }

  public func executer(_ travail: Travail) throws -> PlanDeBTS {
    let plan = try travail.planBTS(session, lignes)
    let permis = try travail.exiger(.gererLesCampagnes, plan.session.lieu)
    for ligne in plan.lignes where ligne.effet != .rien {
      let avant: InscriptionBTS
      if let actuelle = ligne.actuelle {
        avant = actuelle
      } else {
        avant = try travail.inscrireAuBTS(
          try travail.etudiantBTS(ligne.lue, permis),
          plan.session,
          Self.nom,
          permis,
        )
      }
      var apres = avant
      apres.resultats = ligne.resultats
      apres.livret = ligne.livret
      apres.decision = nil
      if apres != avant {
        try travail.remplacer(Self.nom, permis, avant, par: apres, motif: source)
      }
    }
    return plan
  }
}

extension Travail {
  /// What a sheet would change, or every fault of it by place.
  func planBTS(_ id: Identifiant<SessionBTS>, _ lignes: [LigneDeBTS]) throws -> PlanDeBTS {
    let (session, specialite) = try sessionBTS(id)
    _ = try exiger(.gererLesCampagnes, session.lieu)
    _ = try exiger(.saisirLesNotes, session.lieu)
    try session.exigerNonProclamee()
    let actuelles = Dictionary(
      try registre.inscriptionsBTS(session.id).map { ($0.etudiant, $0) }
    ) { premiere, _ in premiere }
    var fautes: [Refus.Faute] = []
    var vus: Set<String> = []
    var prevues: [PlanDeBTS.Ligne] = []
    for ligne in lignes {
      if let faute = try faute(ligne) {
        fautes.append(faute)
        continue
      }
      guard vus.insert(ligne.nip).inserted else {
        fautes.append(.init(ligne.lieu, .enDouble(vu: ligne.nip)))
        continue
      }
      let connu = try registre.etudiant(nip: ligne.nip)?.id
      let actuelle = connu.flatMap { actuelles[$0] }
      prevues.append(
        PlanDeBTS.Ligne(
          lue: ligne,
          actuelle: actuelle,
          estConnu: connu != nil,
          resultats: (actuelle?.resultats ?? [:]).merging(ligne.resultats) { enPlace, lu in
            enPlace.estEcrit(lu) ? enPlace : lu
          },
          livret: Self.livret(actuelle?.livret ?? "", ligne.livret),
        )
      )
    }
    guard fautes.isEmpty else { throw Refus.donnees(fautes) }
    return PlanDeBTS(session: session, specialite: specialite, lignes: prevues)
  }

  /// The livret as a sheet leaves it: a cell keeps words, not the lines that they stand on.
  private static func livret(_ enPlace: String, _ lu: String?) -> String {
    guard let lu else { return enPlace }
    return enPlace.estEcrit(lu) ? enPlace : lu
  }

  /// What is wrong with who a row names; the name proves that the number is the right one.
  func faute(_ ligne: LigneDeBTS) throws -> Refus.Faute? {
    let identite = IdentiteDEtudiant(
      nip: ligne.nip,
      nomCivil: ligne.nom,
      prenomCivil: ligne.prenom,
    )
    if let faute = identite.fautes(ligne.lieu, le: moment.jour).first { return faute }
    if let livret = ligne.livret, livret.count > InscriptionBTS.longueurDeTexte {
      return .init(
        ligne.lieu,
        .tropLongue(vu: livret, limite: InscriptionBTS.longueurDeTexte),
      )
    }
    for case .absence(let piece?) in ligne.resultats.values where piece.count > Self.longueurDeNom {
      return .init(ligne.lieu, .tropLongue(vu: piece, limite: Self.longueurDeNom))
    }
    guard let connu = try registre.etudiant(nip: ligne.nip)?.identite else { return nil }
    let noms = [connu.nomUsuel, connu.nomCivil]
    guard noms.contains(where: { $0.memeMot(que: ligne.nom) }) else {
      return .init(
        ligne.lieu,
        .contraire(vu: "\(ligne.nom), n° \(ligne.nip)", enPlace: "un autre nom"),
      )
    }
    return nil
  }
}

extension String {
  /// Whether a cell says the same: the same words, or the same number.
  fileprivate func estEcrit(_ lu: String) -> Bool {
    if let nombre = Decimale(self) { return nombre == Decimale(lu) }
    return split(whereSeparator: \.isWhitespace) == lu.split(whereSeparator: \.isWhitespace)
  }
}

extension InscriptionBTS.Resultat {
  /// Whether a cell says the same.
  fileprivate func estEcrit(_ lu: Self) -> Bool {
    if case .absence(let piece?) = self, case .absence(let lue?) = lu { return piece.estEcrit(lue) }
    return self == lu
  }
}
