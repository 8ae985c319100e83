internal import Scolarite

/// Gives everything that is kept about a student (RGPD, articles 15 and 20), as JSON.
///
/// It is journalled: somebody has read a whole record. Whoever may not read disciplinary files, or
/// requests for a disability, gets the rest: the direction gives the first to the person, who reads
/// the others on their own pages.
public struct ExporterUnePersonne: Acte {
  public static let nom = "exporter-une-personne"
  public let etudiant: Identifiant<Etudiant>

  public init(_ etudiant: Identifiant<Etudiant>) {
    self.etudiant = etudiant
  }

  public func executer(_ travail: Travail) throws -> String {
    let permis = try travail.exiger(
      .exporterUnePersonne,
      parmi: travail.lieuxPresents(de: etudiant),
    )
    guard try travail.registre.etudiant(etudiant) != nil else { throw Refus.inconnu(.etudiant) }
    _ = try travail.inscrire(Self.nom, permis, Objet(.etudiant, etudiant), sujet: etudiant)
    let presents = try travail.lieuxPresents(de: etudiant)
    return try travail.registre.toutSur(
      etudiant,
      discipline: travail.peut(.suivreLaDiscipline, unDe: presents),
      handicap: travail.peut(DemandeDAmenagement.Situation.handicap.droit, unDe: presents),
    )
  }
}
