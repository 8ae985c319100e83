public import Scolarite

/// The documents that were handed over to a student, or about them, the last first.
///
/// Whoever edits documents sees those of the promotions where they do; a student, their own.
public struct VoirLesDocumentsEmis: Question {
  public static let nom = "voir-les-documents-emis"
  public let etudiant: Identifiant<Etudiant>

  /// A document as somebody finds it again.
  public struct Emis: Sendable {
    public let document: DocumentEmis
    public let promotion: Promotion?
    /// The day of the one that took its place; `nil` while it is the last of its kind.
    public let remplaceLe: Jour?
  }

  public init(_ etudiant: Identifiant<Etudiant>) {
    self.etudiant = etudiant
  }

  public func executer(_ travail: Travail) throws -> [Emis] {
    let soi = Lieu(etudiant: etudiant)
    _ = try travail.exiger(.editerLesDocuments, parmi: travail.lieux(de: etudiant))
    var derniers: [Cle: Jour] = [:]
    return try travail.registre.documents(etudiant: etudiant).compactMap { document in
      let promotion = try document.promotion.flatMap { try travail.registre.promotion($0) }
      let cle = Cle(document)
      let emis = Emis(document: document, promotion: promotion, remplaceLe: derniers[cle])
      derniers[cle] = document.date
      let lieu = promotion?.lieu.etudiant(etudiant) ?? soi
      if document.nature.estDisciplinaire {
        let lit =
          travail.peut(.suivreLaDiscipline, lieu) || travail.peut(.voirSaProcedure, lieu)
        return lit ? emis : nil
      }
      return travail.peut(.editerLesDocuments, lieu) ? emis : nil
    }
  }

  /// What a later document takes the place of.
  private struct Cle: Hashable {
    let nature: NatureDeDocument
    let promotion: Identifiant<Promotion>?
    let objet: String

    init(_ document: DocumentEmis) {
      nature = document.nature
      promotion = document.promotion
      objet = document.objet
    }
  }
}
