internal import Scolarite

/// Reads what a jury sealed for a student; its digests are checked.
///
/// The sealed facts hold every mark, those of tests that are not published too: a student asks
/// `VoirLesDecisionsDUnEtudiant` instead.
public struct LireUnScelle: Question {
  public static let nom = "lire-un-scelle"
  public let jury: Identifiant<SessionDeJury>
  public let etudiant: Identifiant<Etudiant>

  public init(jury: Identifiant<SessionDeJury>, etudiant: Identifiant<Etudiant>) {
    self.jury = jury
    self.etudiant = etudiant
  }

  public func executer(_ travail: Travail) throws -> DecisionScellee {
    let lieu = try travail.promotion(travail.jury(jury).promotion).lieu
    _ = try travail.exiger(.voirLesDecisions, lieu)
    guard let cloture = try travail.registre.cloture(jury),
      let scelle = try travail.registre.scelle(jury, etudiant)
    else { throw Refus.inconnu(.decision) }
    return DecisionScellee(cloture: cloture, scelle: scelle)
  }
}

/// What was sealed for a student, with how the jury was closed.
public struct DecisionScellee: Hashable, Sendable {
  public let cloture: ClotureDeJury
  public let scelle: Scelle
}

/// The students of a promotion whose facts have changed since the last jury sealed them.
///
/// A request to repeat follows what the jury decided: it makes no decision stale.
public struct ScellesPerimes: Question {
  public static let nom = "scelles-perimes"
  public let promotion: Identifiant<Promotion>

  public init(_ promotion: Identifiant<Promotion>) {
    self.promotion = promotion
  }

  public func executer(_ travail: Travail) throws -> [Perime] {
    let promotion = try travail.promotion(promotion)
    _ = try travail.exiger(.voirLesDecisions, promotion.lieu)
    let lue = try travail.lire(promotion, avecLesPartis: true)
    let dossiers = Dictionary(uniqueKeysWithValues: zip(lue.etudiants, lue.dossiers))
    let deliberees = Dictionary(
      grouping: try travail.registre.deliberees(promotion: promotion.id),
      by: \.etudiant,
    )
    return try deliberees.sorted { $0.key < $1.key }.compactMap { etudiant, siennes in
      guard let derniere = siennes.last,
        let scelle = try travail.registre.scelle(derniere.jury, etudiant),
        let profil = try travail.registre.cloture(derniere.jury)?.profil
      else { return nil }
      let avant = siennes.dropLast().filter { $0.origine != derniere.rectifie }
      let dossier = dossiers[etudiant]?.decidant(DecisionsDeliberees.enVigueur(avant))
      let present = try dossier.map { try travail.formats.texte($0, profil: profil) } ?? ""
      guard try !travail.formats.memesFaits(scelle.dossier, present) else { return nil }
      return Perime(etudiant: etudiant, jury: derniere.jury, present: present)
    }
  }

  /// A student whose facts have changed.
  public struct Perime: Hashable, Sendable {
    public let etudiant: Identifiant<Etudiant>
    /// The last jury that sealed them.
    public let jury: Identifiant<SessionDeJury>
    /// The dossier as it would be sealed now, but for what that jury decided.
    public let present: String

    public init(
      etudiant: Identifiant<Etudiant>,
      jury: Identifiant<SessionDeJury>,
      present: String,
    ) {
      self.etudiant = etudiant
      self.jury = jury
      self.present = present
    }
  }
}
