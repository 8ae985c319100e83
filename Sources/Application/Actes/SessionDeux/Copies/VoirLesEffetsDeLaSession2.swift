public import Scolarite

/// What session 2 changes for each of those who sat it: averages with the malus and the bonuses of
/// the year, codes, passage, before and after.
public struct VoirLesEffetsDeLaSession2: Question {
  public static let nom = "voir-les-effets-de-la-session-2"
  public let campagne: Identifiant<Campagne>

  /// A session 2 and a line for each student enrolled.
  public struct Tableau: Sendable {
    public let campagne: Campagne
    public let promotion: Promotion
    public let lignes: [Ligne]
  }

  /// What session 2 changes for one student.
  public struct Ligne: Sendable {
    public let etudiant: Etudiant
    public let ues: [EffetSurUneUE]
    /// The averages of RCUE that change.
    public let rcues: [EffetSurUnRCUE]
    /// Codes of UE, of RCUE and of the year, and the passage, where they change.
    public let effets: [PointsEnPlus.Effet]
  }

  /// A UE sat again.
  public struct EffetSurUneUE: Hashable, Sendable {
    public let code: CodeUE
    public let note: Entree?
    public let avant: Fraction?
    public let apres: Fraction?
  }

  /// An RCUE before and after.
  public struct EffetSurUnRCUE: Hashable, Sendable {
    public let cle: CleRCUE
    public let avant: Fraction?
    public let apres: Fraction?
  }

  public init(_ campagne: Identifiant<Campagne>) {
    self.campagne = campagne
  }

  public func executer(_ travail: Travail) throws -> Tableau {
    let campagne = try travail.campagne(campagne)
    let promotion = try travail.promotion(campagne.promotion)
    _ = try travail.exiger(.voirLesNotes, promotion.lieu)
    let lue = try travail.lire(promotion, avecLesPartis: true)
    let epreuves = try travail.registre.epreuvesDeSession2(campagne.id)
    let personnes = Dictionary(
      uniqueKeysWithValues: try travail.registre.etudiants(promotion.id).map { ($0.id, $0) }
    )
    let lignes = zip(lue.etudiants, lue.dossiers).compactMap { id, dossier -> Ligne? in
      guard let etudiant = personnes[id], let session = dossier.annees.last?.session2,
        !session.inscriptions.isEmpty
      else { return nil }
      return ligne(etudiant.nomme, dossier, session, epreuves, lue.reglement)
    }
    return Tableau(campagne: campagne, promotion: promotion, lignes: lignes)
  }

  private func ligne(
    _ etudiant: Etudiant,
    _ dossier: Dossier,
    _ session: SessionDeux,
    _ epreuves: [EpreuveDeSession2],
    _ reglement: Reglement,
  ) -> Ligne? {
    guard let avant = dossier.sansSessionDeux.proposition(reglement),
      let apres = dossier.proposition(reglement)
    else { return nil }
    return Ligne(
      etudiant: etudiant,
      ues: session.inscriptions.map { code in
        EffetSurUneUE(
          code: code,
          note: session.note(de: code, epreuves),
          avant: avant.ues.first { $0.code == code }?.moyenne,
          apres: apres.ues.first { $0.code == code }?.moyenne,
        )
      },
      rcues: apres.rcues.compactMap { rcue in
        let ancienne = avant.rcues.first { $0.cle == rcue.cle }?.moyenne
        guard ancienne != rcue.moyenne else { return nil }
        return EffetSurUnRCUE(cle: rcue.cle, avant: ancienne, apres: rcue.moyenne)
      },
      effets: avant.effets(vers: apres),
    )
  }
}

extension SessionDeux {
  /// What stands at the exam of a UE, wherever it is written.
  func note(de ue: CodeUE, _ epreuves: [EpreuveDeSession2]) -> Entree? {
    guard let epreuve = epreuves.first(where: { $0.ue == ue }) else { return notesUE[ue] }
    return epreuve.notees.lazy.compactMap { notee in
      switch notee {
      case .ue(let code): notesUE[code]
      case .module(let code): notesModules[code]
      }
    }.first
  }
}

extension Dossier {
  /// The same as it stood before session 2 of its last year.
  var sansSessionDeux: Dossier {
    guard var annee = annees.last, annee.session2 != nil else { return self }
    annee.session2 = nil
    return Dossier(
      etudiant: etudiant,
      annees: annees.dropLast() + [annee],
      redoublement: redoublement,
    )
  }
}
