import Echanges
import JSON
import Scolarite
import Testing

/// The explanations of a dossier, and the text of one.
enum Recits {
  static func preuves(_ lu: DossierLu) throws -> [Preuve] {
    switch lu.demande {
    case .but(let dossier):
      Deliberation<AvecPreuve>.resultats(dossier, lu.reglement).preuves
    case .bts(let candidat):
      try #require(Moteur<AvecPreuve>.sessionExceptionnelle(candidat)).preuves
    }
  }

  /// The explanation of the last proof of a rule about a subject, at any depth.
  static func explication(_ regle: String, _ sujet: String, de lu: DossierLu) throws -> Explication
  {
    let preuves = try preuves(lu).flatMap(toutes)
    return try #require(preuves.last { $0.regle.nom == regle && $0.sujet == sujet }).explication
  }

  /// A proof and all that it rests on.
  static func toutes(_ preuve: Preuve) -> [Preuve] {
    [preuve] + preuve.premisses.flatMap(toutes)
  }

  /// The title, the account and the titles of the details, one a line.
  static func texte(_ explication: Explication) -> String {
    let phrases = [explication.titre] + explication.phrases
    return (phrases + explication.details.map { "• " + $0.titre }).joined(separator: "\n")
  }

  /// A worked case, as a reading.
  static func cas(_ id: String, _ variante: String = "") throws -> DossierLu {
    let cas = try #require(try Cas.tous().first { $0.id == id && $0.variante == variante })
    return try lire(cas)
  }

  static func lire(_ cas: Cas) throws -> DossierLu {
    try DossierJSON.read(Array(cas.dossier.rendered().utf8), Bibliotheque { _ in nil })
  }
}
