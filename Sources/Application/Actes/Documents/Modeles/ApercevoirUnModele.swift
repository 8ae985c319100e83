/// Draws up an example of what documents of a kind say, in a template that is being written.
public struct ApercevoirUnModele: Question {
  public static let nom = "apercevoir-un-modele"
  public let modele: ModeleDeDocument
  /// `nil` for the one in force.
  public let enTete: EnTeteDeDocument?
  public let signature: ChangementDImage
  public let logo: ChangementDImage

  public init(
    _ modele: ModeleDeDocument,
    _ enTete: EnTeteDeDocument? = nil,
    signature: ChangementDImage = .garder,
    logo: ChangementDImage = .garder,
  ) {
    self.modele = modele
    self.enTete = enTete
    self.signature = signature
    self.logo = logo
  }

  public func executer(_ travail: Travail) throws -> DocumentAImprimer {
    _ = try travail.exiger(.structurer, travail.lieu(duDepartement: modele.departement))
    try modele.verifier()
    var modele = modele
    if signature == .retirer { modele.signature = nil }
    var enTete =
      try enTete
      ?? EnTeteEnVigueur(
        modele.departement,
        parmi: travail.registre.enTetes(),
        travail.registre.etablissement(),
      ).enTete
    if logo == .retirer { enTete.logo = nil }
    let cadres = try Cadres(
      modele,
      enTete,
      travail,
      logo: logo.nouvelle,
      signature: signature.nouvelle,
    )
    return DocumentAImprimer(
      nature: modele.nature,
      date: travail.moment.jour,
      cadre: cadres.cadre(ExempleDeDocument.champs).cadre(le: travail.moment.jour),
      contenu: ExempleDeDocument.contenu(modele.nature, travail.moment.jour),
      verification: VerificationDeDocument(code: "EXEMPLE", adresse: ""),
    )
  }
}
