public import Scolarite

/// Lifts anonymity once every copy has its mark, and makes these the marks of the students.
///
/// Nothing is written while one is missing or unsettled.
public struct VerserLesNotes: Acte {
  public static let nom = "verser-les-notes"
  public let epreuve: Identifiant<EpreuveDeSession2>
  /// The version that was read.
  public let version: Int64

  public init(_ epreuve: Identifiant<EpreuveDeSession2>, version: Int64) {
    self.epreuve = epreuve
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> CopiesDEpreuve {
    let epreuve = try travail.epreuveDeSession2(epreuve)
    let promotion = try travail.promotion(de: epreuve)
    let permis = try travail.exiger(.gererLesCampagnes, promotion.lieu)
    _ = try travail.exiger(.saisirLesNotes, promotion.lieu)
    let avant = try travail.copies(de: epreuve)
    guard avant.versees == nil else { throw Refus.etat(.copiesVersees) }
    let conclues = try conclure(epreuve, avant, promotion, travail)
    var apres = avant
    apres.versees = travail.moment.instant
    apres.version = version + 1
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.copies, epreuve.id),
      avant: avant.faits,
      apres: apres.faits,
    )
    guard version == avant.version, try travail.registre.ecrire(apres, ecriture) else {
      throw try travail.conflit(
        Objet(.copies, epreuve.id),
        avant.faits,
        apres.faits,
        avant.version,
      )
    }
    for (copie, entree) in conclues { try travail.verser(entree, copie, epreuve, promotion) }
    try marquer(epreuve, ecriture, travail)
    return apres
  }

  /// What each copy concludes; those who are absent need none.
  private func conclure(
    _ epreuve: EpreuveDeSession2,
    _ copies: CopiesDEpreuve,
    _ promotion: Promotion,
    _ travail: Travail,
  ) throws -> [(copie: Copie, entree: Entree)] {
    let situees = try travail.copiesSituees(epreuve, copies, promotion)
    let sansNumero = try travail.inscrits(a: epreuve, promotion).count - situees.count
    let contradictoires = situees.filter(\.etat.estContradictoire).map(\.copie.numero)
    let manquantes = situees.count { !$0.etat.estPrete } - contradictoires.count + sansNumero
    guard manquantes == 0 else { throw Refus.etat(.copiesIncompletes(manquantes)) }
    guard contradictoires.isEmpty else {
      throw Refus.etat(.copiesContradictoires(contradictoires))
    }
    return situees.compactMap { situee in
      guard case .conclue(let entree) = situee.etat else { return nil }
      return (situee.copie, entree)
    }
  }

  /// The marks of the session are done once those of every exam that somebody sits are.
  private func marquer(_ epreuve: EpreuveDeSession2, _ ecriture: Ecriture, _ travail: Travail)
    throws
  {
    guard try travail.registre.sessionDeRattrapage(epreuve.campagne) != nil else { return }
    let promotion = try travail.promotion(de: epreuve)
    let versees = Set(
      try travail.registre.copies(campagne: epreuve.campagne).filter { $0.versees != nil }
        .map(\.epreuve)
    )
    let reste = try travail.registre.epreuvesDeSession2(epreuve.campagne).contains { autre in
      try !versees.contains(autre.id) && !travail.inscrits(a: autre, promotion).isEmpty
    }
    if !reste { try travail.marquer(.notes, de: epreuve.campagne, ecriture) }
  }
}

/// A copy beside what the day of the exam says of its student.
public struct CopieSituee: Hashable, Sendable {
  public let copie: Copie
  public let etat: Etat

  /// Where it stands, once what stands for the student is known.
  public enum Etat: Hashable, Sendable {
    case attendue
    case aRegler(exigeUnMotif: Bool)
    case conclue(Entree)
    /// Nobody handed it in.
    case absente(Entree)
    /// It is marked, though its student was noted absent.
    case contradictoire(Entree)

    /// Whether the marks can be handed over as far as it goes.
    public var estPrete: Bool {
      switch self {
      case .conclue, .absente: true
      case .attendue, .aRegler, .contradictoire: false
      }
    }

    public var estContradictoire: Bool {
      if case .contradictoire = self { true } else { false }
    }
  }

  init(_ copie: Copie, _ copies: CopiesDEpreuve, enPlace: Entree?) {
    self.copie = copie
    let lue = copie.etat(copies)
    let absence = enPlace.flatMap { $0.estUneAbsence ? $0 : nil }
    etat =
      switch (lue, absence) {
      case (.attendue, .some(let absence)) where copie.lectures.isEmpty: .absente(absence)
      case (.attendue, _): .attendue
      case (.aRegler(let exigeUnMotif), _): .aRegler(exigeUnMotif: exigeUnMotif)
      // Of two absences, the day of the exam knows whether there was a good reason.
      case (.conclue(let entree), .some(let absence)) where entree.estUneAbsence: .absente(absence)
      case (.conclue, .some(let absence)) where copies.versees == nil: .contradictoire(absence)
      case (.conclue(let entree), _): .conclue(entree)
      }
  }
}

extension Travail {
  /// The copies of those who are enrolled, with what stands for them already.
  func copiesSituees(
    _ epreuve: EpreuveDeSession2,
    _ copies: CopiesDEpreuve,
    _ promotion: Promotion,
  ) throws -> [CopieSituee] {
    let inscrits = Set(try inscrits(a: epreuve, promotion))
    let notees = Set(epreuve.notees)
    var enPlace: [Identifiant<Etudiant>: Entree] = [:]
    for note in try registre.notesDeSession2(promotion.id) where notees.contains(note.epreuve) {
      enPlace[note.etudiant] = note.entree
    }
    return try registre.copiesUneAUne(epreuve.id).filter { inscrits.contains($0.etudiant) }
      .map { CopieSituee($0, copies, enPlace: enPlace[$0.etudiant]) }
  }
}
