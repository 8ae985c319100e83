public import Scolarite

/// Sends a student elsewhere than the decisions lead, with the reason; or lets the decisions lead
/// again.
public struct ChoisirUneSuite: Acte {
  public static let nom = "choisir-une-suite"
  public let promotion: Identifiant<Promotion>
  public let etudiant: Identifiant<Etudiant>
  /// `nil` where the decisions lead again.
  public let destination: Suite.Destination?
  public let motif: String
  /// The version that was read; 0 where none stood.
  public let version: Int64

  public init(
    promotion: Identifiant<Promotion>,
    etudiant: Identifiant<Etudiant>,
    destination: Suite.Destination?,
    motif: String,
    version: Int64 = 0,
  ) {
    self.promotion = promotion
    self.etudiant = etudiant
    self.destination = destination
    self.motif = motif
    self.version = version
  }

  public func executer(_ travail: Travail) throws {
    let promotion = try travail.promotion(promotion)
    let permis = try travail.exiger(.gererLesEtudiants, promotion.lieu)
    guard
      try travail.registre.inscriptions(etudiant: etudiant)
        .contains(where: { $0.promotion == promotion.id })
    else { throw Refus.etat(.etudiantNonInscrit) }
    guard !motif.isEmpty else { throw Refus.etat(.motifManquant) }
    if let destination { try verifier(destination, promotion) }
    let avant = try travail.registre.suitesChoisies(promotion.id)
      .first { $0.etudiant == etudiant }
    guard avant != nil || destination != nil else { return }
    let objet = Objet(.suite, promotion.id, etudiant)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      objet,
      sujet: etudiant,
      avant: avant?.faits,
      apres: ["destination": Faits.Valeur(destination?.mot)],
      motif: motif,
    )
    guard version == avant?.version ?? 0, try ecrire(avant, ecriture, travail) else {
      throw try travail.conflit(
        objet,
        avant?.faits ?? ["destination": .vide],
        ["destination": Faits.Valeur(destination?.mot)],
        avant?.version ?? 0,
      )
    }
  }

  private func ecrire(_ avant: SuiteChoisie?, _ ecriture: Ecriture, _ travail: Travail) throws
    -> Bool
  {
    guard let destination else {
      return try avant.map { try travail.registre.supprimer($0, ecriture) } ?? true
    }
    let suite = SuiteChoisie(
      promotion: promotion,
      etudiant: etudiant,
      destination: destination,
      motif: motif,
      version: version + 1,
    )
    return try travail.registre.ecrire(suite, ecriture)
  }

  /// One passes into the next year of the BUT whole, and repeats semesters of this one.
  private func verifier(_ destination: Suite.Destination, _ promotion: Promotion) throws(Refus) {
    switch destination {
    case .passe(let semestres):
      let suivante = AnneeBUT(promotion.anneeBUT.valeur + 1)
      guard let suivante, semestres == suivante.semestres else {
        throw .donnees([.init("destination", .inconnue(vu: destination.mot))])
      }
    case .redouble(let semestres):
      let siens = semestres.allSatisfy { $0.annee == promotion.anneeBUT }
      guard !semestres.isEmpty, siens, Set(semestres).count == semestres.count else {
        throw .donnees([.init("semestres", .absente)])
      }
    case .quitte, .indecis: return
    }
  }
}

extension SuiteChoisie {
  fileprivate var faits: Faits {
    ["destination": .texte(destination.mot), "motif": .texte(motif)]
  }
}
