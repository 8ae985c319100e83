internal import Scolarite

/// Hands documents over: each that says something new gets a code, under which it is confirmed.
///
/// Only an `EditeurDeDocuments` makes one, of what was composed. Withholding is checked again, in the
/// transaction that writes (R1.5.9).
struct EmettreDesDocuments: Acte {
  static let nom = "emettre-des-documents"
  let composes: DocumentsComposes
  /// As many as there are documents to hand over for the first time.
  let codes: [SecretDonne]

  /// Those of `composes` in their order, the ones handed over earlier included.
  func executer(_ travail: Travail) throws -> [DocumentEmis] {
    let demande = composes.demande
    let promotion = try travail.promotion(de: demande.sur)
    let retenues =
      demande.nature.estRetenu
      ? try promotion.map { try travail.registre.retenues(promotion: $0.id) } ?? [:] : [:]
    var derniers = try travail.registre.documents(demande.nature, promotion?.id)
    var restants = codes[...]
    return try composes.documents.map { compose in
      let permis = try permis(compose, promotion, travail)
      if let depuis = compose.etudiant.flatMap({ retenues[$0.id] }) {
        throw Refus.regle(
          article: "règlement des études, article 5",
          .procedureEnCours(depuis: depuis),
        )
      }
      let dernier = derniers.last {
        $0.etudiant == compose.etudiant?.id && $0.objet == compose.objet
      }
      if let dernier, dernier.empreinte == compose.empreinte { return dernier }
      guard let code = restants.popFirst() else { throw Refus.etat(.documentsChanges) }
      let emis = try emettre(compose, code, permis, travail)
      derniers.append(emis)
      return emis
    }
  }

  private func permis(_ compose: DocumentCompose, _ promotion: Promotion?, _ travail: Travail)
    throws -> Permis
  {
    if compose.nature.estDisciplinaire { return try travail.exigerLaPiece(composes.demande) }
    if compose.nature.estDeCommission {
      return try travail.exigerUnPapierDeCommission(composes.demande)
    }
    if case .sessionBTS(let id) = composes.demande.sur {
      let (session, _) = try travail.sessionBTS(id)
      let lieu = compose.etudiant.map { session.lieu.etudiant($0.id) } ?? session.lieu
      return try travail.exiger(.editerLesDocuments, lieu)
    }
    guard let promotion else {
      let promotions = try travail.registre.promotions()
      return try travail.exiger(
        .editerLesDocuments,
        parmi: [.etablissement] + promotions.map(\.lieu),
      )
    }
    let lieu = compose.etudiant.map { promotion.lieu.etudiant($0.id) } ?? promotion.lieu
    return try travail.exiger(.editerLesDocuments, lieu)
  }

  /// Papers of a procedure are journalled with those who read it.
  private func objet(_ emis: DocumentEmis) -> Objet {
    guard case .incident(let incident) = composes.demande.sur else {
      return Objet(.document, emis.id)
    }
    return Objet(.consultation, incident)
  }

  private func emettre(
    _ compose: DocumentCompose,
    _ code: SecretDonne,
    _ permis: Permis,
    _ travail: Travail,
  ) throws -> DocumentEmis {
    let emis = DocumentEmis(
      id: try travail.registre.nouvelIdentifiant(),
      nature: compose.nature,
      etudiant: compose.etudiant?.id,
      promotion: compose.promotion,
      objet: compose.objet,
      code: code.texte,
      empreinteDuCode: code.empreinte,
      empreinte: compose.empreinte,
      date: travail.moment.jour,
    )
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      objet(emis),
      sujet: emis.etudiant,
      apres: [
        "nature": .texte(emis.nature.rawValue), "promotion": Faits.Valeur(emis.promotion),
        "objet": .texte(emis.objet), "empreinte": .texte(emis.empreinte),
      ],
    )
    try travail.registre.ajouter(emis, ecriture)
    return emis
  }
}
