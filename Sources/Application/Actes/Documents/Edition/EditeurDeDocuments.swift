/// The one door through which documents leave: composes them, gives each its code, has them printed.
public struct EditeurDeDocuments: Sendable {
  private let bureau: Bureau
  private let secrets: any Secrets
  private let imprimerie: any Imprimerie
  /// Where the site is reached, without a final slash; empty where there is none.
  private let adresse: String

  public init(
    _ bureau: Bureau,
    _ secrets: any Secrets,
    _ imprimerie: any Imprimerie,
    adresse: String,
  ) {
    self.bureau = bureau
    self.secrets = secrets
    self.imprimerie = imprimerie
    self.adresse = adresse
  }

  /// What was handed over, and who got none.
  public struct Edition: Sendable {
    public let titre: String
    /// Each a file, in the order of names; the same for the same document.
    public let documents: [DocumentAImprimer]
    public let etudiants: [Etudiant?]
    public let ecartes: [DocumentsComposes.Ecarte]
  }

  /// Hands documents over.
  ///
  /// One that says what it said keeps its code and its day; of another, the
  /// code before says from now on that it was replaced.
  /// - Throws: a `Refus`: the reason, where the only document asked for is withheld or has no ground;
  ///   `.etat(.aucunDocument)` where nobody gets any.
  public func editer(
    _ demande: DemandeDeDocuments,
    par demandeur: Demandeur,
    dans etablissement: Identifiant<Etablissement>,
  ) async throws -> Edition {
    let composes = try await bureau.demander(
      ComposerDesDocuments(demande),
      par: demandeur,
      dans: etablissement,
    )
    if composes.documents.isEmpty {
      throw composes.ecartes.count == 1
        ? composes.ecartes[0].raison.refus : Refus.etat(.aucunDocument)
    }
    let nouveaux = composes.documents.count { $0.emis == nil }
    let emis =
      nouveaux == 0
      ? composes.documents.compactMap(\.emis)
      : try await bureau.faire(
        EmettreDesDocuments(
          composes: composes,
          codes: (0..<nouveaux).map { _ in secrets.code() },
        ),
        par: demandeur,
        dans: etablissement,
      )
    return Edition(
      titre: composes.titre,
      documents: zip(composes.documents, emis).map { $0.imprimable($1, adresse: adresse) },
      etudiants: composes.documents.map(\.etudiant),
      ecartes: composes.ecartes,
    )
  }

  /// One file of what was handed over: the document itself, or all of them one after the other.
  /// - Throws: an `ErreurDImpression`.
  public func imprimer(
    _ edition: Edition,
    _ avancement: @escaping @Sendable (Int) -> Void = { _ in },
  ) async throws -> [UInt8] {
    if edition.documents.count == 1 {
      return try await imprimerie.imprimer(edition.documents, avancement).first ?? []
    }
    return try await imprimerie.relier(edition.documents, edition.titre, avancement)
  }

  /// As many files as documents.
  /// - Throws: an `ErreurDImpression`.
  public func imprimerChacun(
    _ edition: Edition,
    _ avancement: @escaping @Sendable (Int) -> Void = { _ in },
  ) async throws -> [[UInt8]] {
    try await imprimerie.imprimer(edition.documents, avancement)
  }

  /// What a code confirms, for anybody who holds it; `nil` for a code of no document.
  public func confirmer(_ code: String, dans etablissement: Identifiant<Etablissement>)
    async throws -> DocumentConfirme?
  {
    let empreinte = secrets.empreinte(code: code)
    return try await bureau.registre.lire(etablissement) { try $0.confirmer(empreinte) }
  }

  /// A template as it would be printed, with an example of what documents of its kind say.
  public func apercevoir(
    _ apercu: ApercevoirUnModele,
    par demandeur: Demandeur,
    dans etablissement: Identifiant<Etablissement>,
  ) async throws -> [UInt8] {
    let exemple = try await bureau.demander(apercu, par: demandeur, dans: etablissement)
    return try await imprimerie.imprimer([exemple]) { _ in }.first ?? []
  }

  /// An image that was given for a logo or a signature.
  /// - Throws: `Refus.donnees` where it is none, or too large.
  public func image(_ octets: [UInt8], lieu: String) throws(Refus) -> ImageDeDocument {
    let limite = ImageDeDocument.limite
    guard octets.count <= limite else {
      throw .donnees([
        .init(
          lieu,
          .horsBornes(vu: "\(octets.count) octets", bornes: "\(limite / 1_000) Ko au plus"),
        )
      ])
    }
    if let raison = imprimerie.refuser(image: octets) {
      throw .donnees([.init(lieu, .illisible(vu: raison))])
    }
    return ImageDeDocument(octets: octets)
  }
}

extension RaisonDEcart {
  /// What somebody is told who asked for that one document.
  fileprivate var refus: Refus {
    switch self {
    case .retenu(let depuis):
      .regle(article: "règlement des études, article 5", .procedureEnCours(depuis: depuis))
    case .sansJury, .anneeNonValidee, .sansDiplome, .sansRefus, .rectifie, .sansEpreuve,
      .sansProcedure, .efface:
      .etat(.documentSansObjet(self))
    }
  }
}
