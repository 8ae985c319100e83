internal import Scolarite

/// Says that the exams of a session are over: everybody who was called signed in, or is absent.
public struct CloreLesEpreuves: Acte {
  public static let nom = "clore-les-epreuves-de-session-2"
  public let campagne: Identifiant<Campagne>

  public init(_ campagne: Identifiant<Campagne>) {
    self.campagne = campagne
  }

  public func executer(_ travail: Travail) throws {
    let (session, permis) = try travail.sessionAConduire(campagne)
    let publie = try travail.calendrierPublie(campagne)
    guard
      publie.seances.allSatisfy({
        $0.debut.a(minute: $0.finDuJour).rangs < travail.moment.instant.rangs
      })
    else { throw Refus.etat(.dateAVenir) }
    let attendus = try travail.sansSuite(publie, session)
    guard attendus == 0 else {
      throw Refus.etat(.calendrierDeSession2(.sansSuite(attendus)))
    }
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.calendrierDeSession2, campagne),
      apres: ["numero": .entier(Int64(publie.numero))],
    )
    try travail.marquer(.epreuves, de: campagne, ecriture)
  }
}

extension Travail {
  /// How many students called to a room for a UE neither signed in at one of its forms nor have a
  /// mark or an absence; each once for each UE.
  func sansSuite(_ publie: CalendrierDeSession2, _ session: SessionACalendrier) throws -> Int {
    let presents = Set(
      try registre.emargementsDeSession2(session.id).filter(\.estPresent)
        .map { "\($0.epreuve.ue.texte)/\($0.etudiant)" }
    )
    let notes = Set(
      try registre.notesDeSession2(session.promotion.id).filter { $0.entree != .enAttente }
        .map { "\($0.epreuve.code)/\($0.etudiant)" }
    )
    let notees = Dictionary(
      try registre.epreuvesDeSession2(session.id).map { ($0.ue, $0.notees) },
      uniquingKeysWith: { premiere, _ in premiere },
    )
    var attendus: Set<String> = []
    for seance in publie.seances where seance.epreuve.forme != .projet {
      let notees = notees[seance.epreuve.ue] ?? []
      for convoque in seance.convoques
      where !notees.contains(where: { notes.contains("\($0.code)/\(convoque.etudiant)") }) {
        attendus.insert("\(seance.epreuve.ue.texte)/\(convoque.etudiant)")
      }
    }
    return attendus.subtracting(presents).count
  }
}
