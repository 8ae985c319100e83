internal import Scolarite

/// Gives what a jury sealed as one JSON text, which a program can verify without the register: the
/// closing and each seal, as their digests are taken of them.
public struct ExporterUnJury: Question {
  public static let nom = "exporter-un-jury"
  public let jury: Identifiant<SessionDeJury>

  public init(_ jury: Identifiant<SessionDeJury>) {
    self.jury = jury
  }

  public func executer(_ travail: Travail) throws -> String {
    let promotion = try travail.promotion(travail.jury(jury).promotion)
    _ = try travail.exiger(.voirLesDecisions, promotion.lieu)
    _ = try travail.exiger(.voirLesNotes, promotion.lieu)
    guard let cloture = try travail.registre.cloture(jury) else { throw Refus.etat(.juryOuvert) }
    let scelles = try travail.registre.scelles(jury)
    let faits: Faits = [
      "format": "delibere/jury/1",
      "cloture": .faits(cloture.canonique),
      "empreinte": .texte(travail.registre.empreinte(cloture.canonique)),
      "scelles": .liste(
        scelles.map { scelle in
          .faits([
            "scelle": .faits(scelle.canonique),
            "empreinte": .texte(travail.registre.empreinte(scelle.canonique)),
          ])
        }
      ),
    ]
    return travail.registre.texte(faits)
  }
}
