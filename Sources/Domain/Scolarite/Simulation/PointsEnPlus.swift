/// What some points more on the raw average of a UE would change to a proposal.
public struct PointsEnPlus: Sendable {
  public let ue: CodeUE
  /// What changes, the UE first, the year last.
  public let effets: [Effet]

  /// The code of a UE, of an RCUE or of the year, or the passage, before and after.
  public struct Effet: Hashable, Sendable {
    public let sujet: String
    public let avant: String
    public let apres: String

    public init(sujet: String, avant: String, apres: String) {
      self.sujet = sujet
      self.avant = avant
      self.apres = apres
    }
  }
}

extension Dossier {
  /// The UE followed in the last year that are not acquired, and on which some points more would
  /// change something.
  /// - Parameters:
  ///   - points: how many more, before malus and bonus; the average stays at 20 at most.
  ///   - reglement: that of every year.
  /// - Returns: one for each of these UE, in the order of the curriculum.
  public func pointsEnPlus(_ points: Fraction, _ reglement: Reglement) -> [PointsEnPlus] {
    guard let derniere = annees.last,
      let annee = Deliberation<SansPreuve>.resultats(self, reglement).annees.last
    else { return [] }
    let avant = Proposition(annee, derniere.programme)
    return derniere.programme.ues.compactMap { ue in
      guard let resultat = annee.finale.ues[ue.code], !resultat.acquise,
        resultat.annee == derniere.annee, let brute = resultat.brute,
        let suppose = avec(moyenne: min(20, brute + points), en: ue),
        let apres = Deliberation<SansPreuve>.resultats(suppose, reglement).annees.last
      else { return nil }
      let effets = avant.effets(vers: Proposition(apres, derniere.programme))
      return effets.isEmpty ? nil : PointsEnPlus(ue: ue.code, effets: effets)
    }
  }

  /// The same dossier, the raw average of a UE of the last year known to be another.
  private func avec(moyenne: Fraction, en ue: UEDeProgramme) -> Dossier? {
    guard var annee = annees.last,
      let rang = annee.semestres.firstIndex(where: { $0.numero == ue.semestre })
    else { return nil }
    annee.semestres[rang].moyennes[ue.code] = .moyenne(moyenne)
    if let session = annee.session2, session.inscriptions.contains(ue.code) { annee.session2 = nil }
    return Dossier(
      etudiant: etudiant,
      annees: annees.dropLast() + [annee],
      redoublement: redoublement,
    )
  }

  /// The same dossier, other decisions of juries in its last year.
  public func decidant(_ decisions: [DecisionDeJury]) -> Dossier {
    guard var annee = annees.last else { return self }
    annee.decisions = decisions
    return Dossier(
      etudiant: etudiant,
      annees: annees.dropLast() + [annee],
      redoublement: redoublement,
    )
  }

  /// What the rules propose for its last year; `nil` for a dossier without year.
  public func proposition(_ reglement: Reglement) -> Proposition? {
    guard let derniere = annees.last,
      let annee = Deliberation<SansPreuve>.resultats(self, reglement).annees.last
    else { return nil }
    return Proposition(annee, derniere.programme)
  }
}

extension Proposition {
  /// What differs from this proposal to another on the same curriculum.
  public func effets(vers autre: Proposition) -> [PointsEnPlus.Effet] {
    var effets: [PointsEnPlus.Effet] = []
    func noter(_ sujet: String, _ avant: String, _ apres: String) {
      guard avant != apres else { return }
      effets.append(.init(sujet: sujet, avant: avant, apres: apres))
    }
    for ue in autre.ues {
      noter(ue.code.texte, ues.first { $0.code == ue.code }?.mention ?? "", ue.mention)
    }
    for rcue in autre.rcues {
      noter(rcue.cle.nom, rcues.first { $0.cle == rcue.cle }?.mention ?? "", rcue.mention)
    }
    if let vers {
      noter("S\(vers.valeur)", Self.passage(autorisee), Self.passage(autre.autorisee))
    }
    noter("année", codeAnnee ?? "", autre.codeAnnee ?? "")
    return effets
  }

  private static func passage(_ autorisee: Bool?) -> String {
    switch autorisee {
    case true?: "passe"
    case false?: "ne passe pas"
    case nil: "en attente"
    }
  }
}
