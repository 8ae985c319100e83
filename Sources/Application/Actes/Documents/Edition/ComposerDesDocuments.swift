internal import Scolarite

/// Draws up documents: what each says, and who gets none, with the reason.
///
/// Nothing is handed over.
///
/// Whoever edits documents of a promotion may ask for those of all; a student, for their own.
public struct ComposerDesDocuments: Question {
  public static let nom = "composer-des-documents"
  public let demande: DemandeDeDocuments

  public init(_ demande: DemandeDeDocuments) {
    self.demande = demande
  }

  public func executer(_ travail: Travail) throws -> DocumentsComposes {
    if case .sessionBTS(let id) = demande.sur { return try travail.convocationsBTS(demande, id) }
    if demande.nature.estUneLettreDeSession2 { return try travail.lettresDeSession2(demande) }
    if demande.nature.estDeCommission { return try travail.papiersDeCommission(demande) }
    guard let promotion = try travail.promotion(de: demande.sur) else {
      return try travail.calendrierOfficiel(demande)
    }
    let lieu = promotion.lieu
    if demande.nature.estDisciplinaire {
      _ = try travail.exigerLaPiece(demande)
      return try Composition(demande, promotion, travail).composes()
    }
    switch demande.sur {
    case .incident, .engagement, .commission, .consultationDeCopie, .inscriptionTardive:
      throw Refus.inconnu(.document)
    case .promotion, .jury, .evaluation, .seance, .annee, .session2, .sessionBTS: break
    }
    let siens = demande.nature.estIndividuel ? demande.seul.map { lieu.etudiant($0) } : nil
    _ = try travail.exiger(.editerLesDocuments, siens ?? lieu)
    return try Composition(demande, promotion, travail).composes()
  }
}

extension Travail {
  /// The promotion that a demand is about; `nil` where it is about a whole year.
  func promotion(de cible: DemandeDeDocuments.Cible) throws -> Promotion? {
    switch cible {
    case .promotion(let id): try promotion(id)
    case .jury(let id): try promotion(jury(id).promotion)
    case .evaluation(let id): try promotion(evaluation(id).promotion)
    case .seance(let id): try promotion(seance(id).promotion)
    case .annee, .sessionBTS, .commission: nil
    case .incident(let id): try promotion(incident(id).promotion)
    case .session2(let id, _): try promotion(campagne(id).promotion)
    case .engagement(let id): try promotion(engagement(id).promotion)
    case .consultationDeCopie(let id): try consultationDeCopie(id).1
    case .inscriptionTardive(let id):
      try promotion(campagne(inscriptionTardive(id).campagne).promotion)
    }
  }
}

/// Documents of a promotion, as they are drawn up.
struct Composition {
  let demande: DemandeDeDocuments
  let promotion: Promotion
  let travail: Travail
  /// Whether the person asks as a student, for what concerns them alone.
  let estPourSoi: Bool
  /// Those of the promotion whom the demand names, whoever has left included, by name.
  let etudiants: [Etudiant]
  private let cadres: Cadres
  private let formation: Formation?
  private let departement: Departement?
  private let parcours: [Identifiant<Etudiant>: String]

  var nature: NatureDeDocument { demande.nature }

  /// What a document says, before its frame.
  struct Brut {
    let etudiant: Etudiant?
    var objet = ""
    let contenu: ContenuDeDocument
    var champs: [ChampDeModele: String] = [:]
  }

  /// What came of a demand for a student.
  typealias Issue = Result<Brut, Ecart>

  /// Why there is none.
  struct Ecart: Error {
    let etudiant: Etudiant
    let raison: RaisonDEcart
  }

  init(_ demande: DemandeDeDocuments, _ promotion: Promotion, _ travail: Travail) throws {
    self.demande = demande
    self.promotion = promotion
    self.travail = travail
    estPourSoi = !travail.peut(.editerLesDocuments, promotion.lieu)
    let registre = travail.registre
    etudiants = try registre.etudiants(promotion.id)
      .filter { demande.etudiants?.contains($0.id) ?? true }.parNom(\.self)
    if let seul = demande.seul, !etudiants.contains(where: { $0.id == seul }) {
      throw Refus.etat(.etudiantNonInscrit)
    }
    cadres = try Cadres(demande.nature, promotion.departement, travail)
    formation = try registre.formations().first { $0.id == promotion.formation }
    departement = try registre.departements().first { $0.id == promotion.departement }
    parcours = try Self.parcours(promotion, registre)
  }

  private static func parcours(_ promotion: Promotion, _ registre: any Transaction) throws
    -> [Identifiant<Etudiant>: String]
  {
    let noms = Dictionary(
      uniqueKeysWithValues: try registre.groupes(promotion.id)
        .filter { $0.nature == .parcours }.map { ($0.id, $0.nom) }
    )
    return Dictionary(
      try registre.membres(promotion.id).compactMap { membre in
        noms[membre.groupe].map { (membre.etudiant, $0) }
      },
      uniquingKeysWith: { premier, _ in premier },
    )
  }

  // MARK: What is drawn up

  func composes() throws -> DocumentsComposes {
    let retenues =
      nature.estRetenu ? try travail.registre.retenues(promotion: promotion.id) : [:]
    let issues = try issues(retenues)
    var bruts: [Brut] = []
    var ecartes: [DocumentsComposes.Ecarte] = []
    for issue in issues {
      switch issue {
      case .success(let brut): bruts.append(brut)
      case .failure(let ecart):
        ecartes.append(.init(etudiant: ecart.etudiant.nomme, raison: ecart.raison))
      }
    }
    let emis = Dictionary(
      try travail.registre.documents(nature, promotion.id).map {
        (Cle($0.etudiant, $0.objet), $0)
      },
      uniquingKeysWith: { _, dernier in dernier },
    )
    return DocumentsComposes(
      demande: demande,
      promotion: promotion,
      titre: "\(cadres.modele.titre), \(promotion.nom), \(promotion.annee)",
      documents: bruts.map { brut in
        travail.compose(
          brut,
          nature,
          promotion.id,
          cadres.cadre(champs(brut)),
          emis[Cle(brut.etudiant?.id, brut.objet)],
        )
      },
      ecartes: ecartes,
    )
  }

  private struct Cle: Hashable {
    let etudiant: Identifiant<Etudiant>?
    let objet: String

    init(_ etudiant: Identifiant<Etudiant>?, _ objet: String) {
      self.etudiant = etudiant
      self.objet = objet
    }
  }

  /// Withheld documents are not even drawn up.
  private func issues(_ retenues: [Identifiant<Etudiant>: Jour]) throws -> [Issue] {
    switch nature {
    case .releveProvisoire: return try relevesProvisoires(retenues)
    case .releveDefinitif: return try relevesDefinitifs(retenues)
    case .attestationDeReussite: return try desScelles(retenues, attestation)
    case .certificatDeDUT: return try desScelles(retenues) { try certificat(.dut, $0) }
    case .certificatDeBUT: return try desScelles(retenues) { try certificat(.but, $0) }
    case .supplementAuDiplome: return try supplements(retenues)
    case .procesVerbal: return [.success(try procesVerbal(estAnonyme: false))]
    case .procesVerbalAnonyme: return [.success(try procesVerbal(estAnonyme: true))]
    case .lettreDeDecision: return try lettres()
    case .refusDeRedoublement: return try refus()
    case .convocation:
      if case .session2(let campagne, _) = demande.sur { return try convocations(campagne) }
      return try convocations()
    case .listeDeSalle, .feuilleDEmargement:
      if case .session2(let campagne, let epreuve?) = demande.sur {
        return try presences(campagne, epreuve)
      }
      return [.success(try presence())]
    case .calendrierOfficiel:
      guard case .session2(let campagne, _) = demande.sur else { throw Refus.inconnu(.annee) }
      return [.success(try calendrierDeSession2(campagne))]
    case .procesVerbalDeFraude: return [.success(try procesVerbalDeFraude())]
    case .saisineDisciplinaire: return [.success(try saisine())]
    case .invitationAExpliquer: return try invitations()
    case .notificationDeSanction: return try notifications()
    case .decisionDeBonification: return try decisionsDeBonification()
    case .procesVerbalDeCommission: throw Refus.inconnu(.commission)
    case .accuseDeSession2: return try accusesDeSession2()
    case .decisionDInscriptionTardive: return try reponsesTardives()
    case .amenagementsDeSession2: return try amenagementsDeSession2()
    case .convocationAConsulter: return try convocationsAConsulter()
    case .reponseAContestation: return try reponsesAContestation()
    }
  }

  // MARK: Who and what

  /// Who a document is about.
  /// - Throws: `Ecart` for somebody who was erased.
  func titulaire(_ etudiant: Etudiant) throws(Ecart) -> Titulaire {
    guard let identite = etudiant.identite else {
      throw Ecart(etudiant: etudiant, raison: .efface)
    }
    return Titulaire(identite)
  }

  func cursus(_ etudiant: Identifiant<Etudiant>? = nil, _ statut: Statut? = nil) -> Cursus {
    Cursus(
      formation: formation?.nom ?? promotion.nom,
      parcours: etudiant.flatMap { parcours[$0] },
      departement: departement?.nom ?? "",
      annee: promotion.annee,
      anneeBUT: promotion.anneeBUT,
      statut: statut,
    )
  }

  /// Those that every document of the promotion has, and those of its own.
  private func champs(_ brut: Brut) -> [ChampDeModele: String] {
    var champs = brut.champs
    champs[.departement] = departement?.nom
    champs[.formation] = formation?.nom
    champs[.annee] = promotion.annee.description
    guard let identite = brut.etudiant?.identite else { return champs }
    champs[.etudiant] = "\(identite.prenomCivil) \(identite.nomCivil)"
    champs[.nom] = identite.nomCivil
    champs[.prenom] = identite.prenomCivil
    champs[.nip] = identite.nip
    champs[.ine] = identite.ine
    champs[.naissance] = identite.naissance?.enFrancais
    return champs
  }
}

extension Travail {
  /// A document with its frame, and the one that was handed over where it says the same.
  func compose(
    _ brut: Composition.Brut,
    _ nature: NatureDeDocument,
    _ promotion: Identifiant<Promotion>?,
    _ cadre: CadreCompose,
    _ dernier: DocumentEmis?,
  ) -> DocumentCompose {
    let empreinte = registre.empreinte([
      "format": "delibere/document/1", "nature": .texte(nature.rawValue),
      "cadre": .faits(cadre.faits), "contenu": .faits(brut.contenu.faits),
    ])
    let estLeMeme = dernier?.empreinte == empreinte
    return DocumentCompose(
      etudiant: brut.etudiant?.nomme,
      nature: nature,
      promotion: promotion,
      objet: brut.objet,
      contenu: brut.contenu,
      cadre: cadre,
      empreinte: empreinte,
      emis: estLeMeme ? dernier : nil,
      remplace: estLeMeme ? nil : dernier,
    )
  }
}
