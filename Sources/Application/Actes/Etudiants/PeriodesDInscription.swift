internal import Scolarite

/// Where a student was enrolled, and when: what happened then belongs to that place.
struct PeriodesDInscription {
  let etudiant: Identifiant<Etudiant>
  private var periodes: [(lieu: Lieu, jours: ClosedRange<Jour>)] = []

  init(_ etudiant: Identifiant<Etudiant>, _ registre: any Transaction) throws {
    self.etudiant = etudiant
    for inscription in try registre.inscriptions(etudiant: etudiant) {
      guard let promotion = try registre.promotion(inscription.promotion) else { continue }
      let fin = inscription.fin?.jour ?? Jour(cloturant: promotion.annee)
      let jours = inscription.debut...max(inscription.debut, fin)
      periodes.append((promotion.lieu.etudiant(etudiant), jours))
    }
  }

  /// One’s own record, which goes with the student.
  private var soi: Lieu { Lieu(etudiant: etudiant) }

  /// The places of the enrolments that have not ended before a day; those of the last one where all
  /// have, so that somebody still answers for a former student.
  func lieux(depuis jour: Jour) -> [Lieu] {
    let presentes = periodes.filter { $0.jours.upperBound >= jour }
    let derniere = periodes.map(\.jours.upperBound).max()
    let siennes =
      presentes.isEmpty ? periodes.filter { $0.jours.upperBound == derniere } : presentes
    return siennes.map(\.lieu) + [soi]
  }

  /// The places where the student was enrolled within a span; all of them where it was in none,
  /// so that nothing is left that nobody may treat.
  func lieux(du: Jour, au: Jour) -> [Lieu] {
    let siens = periodes.filter { $0.jours.lowerBound <= au && du <= $0.jours.upperBound }
    return (siens.isEmpty ? periodes : siens).map(\.lieu) + [soi]
  }

  /// The places to which a document given for an absence belongs.
  func lieux(de justificatif: Justificatif) -> [Lieu] {
    lieux(du: justificatif.du.jour, au: justificatif.au.jour)
  }
}

extension Travail {
  /// The places where a student is enrolled at present, and one’s own record.
  func lieuxPresents(de etudiant: Identifiant<Etudiant>) throws -> [Lieu] {
    try PeriodesDInscription(etudiant, registre).lieux(depuis: moment.jour)
  }

  /// The places where a student was enrolled during what a document covers, and one’s own record.
  func lieux(de justificatif: Justificatif) throws -> [Lieu] {
    try PeriodesDInscription(justificatif.etudiant, registre).lieux(de: justificatif)
  }

  /// The documents given while a student was enrolled where the person holds a right: those of
  /// another department, before or since, are not theirs to read.
  func justificatifs(de etudiant: Identifiant<Etudiant>, _ droit: Droit) throws -> [Justificatif] {
    let periodes = try PeriodesDInscription(etudiant, registre)
    return try registre.justificatifs(etudiant: etudiant).filter { justificatif in
      peut(droit, unDe: periodes.lieux(de: justificatif))
    }
  }
}
