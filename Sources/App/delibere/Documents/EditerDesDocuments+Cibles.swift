internal import Actes
internal import Scolarite

extension EditerDesDocuments {
  /// What the line names, in the order in which it is edited.
  static func cibles(_ nature: NatureDeDocument, _ saisie: Saisie, _ guichet: Guichet) throws
    -> [CibleDEdition]
  {
    let nips = saisie.valeurs("etudiant")
    let etudiants = nips.isEmpty ? nil : Set(try nips.map { try guichet.etudiant(nip: $0) })
    func cible(_ nom: String, _ cible: DemandeDeDocuments.Cible) -> CibleDEdition {
      CibleDEdition(nom: nom, cible: cible, etudiants: etudiants)
    }
    if let numero = saisie.valeur("jury") {
      return [cible("jury-\(numero)", .jury(try identifiant(numero, "d’un jury")))]
    }
    if let numero = saisie.valeur("demande") {
      return [cible("demande-\(numero)", try demande(numero, nature))]
    }
    let nommees = try saisie.valeurs("promotion").map { try guichet.promotion($0) }
    if let intitule = saisie.valeur("evaluation") {
      guard let module = saisie.valeur("module"), let promotion = nommees.first else {
        throw Abandon.usage("--evaluation demande --promotion et --module", fil)
      }
      let evaluation = try guichet.evaluation(intitule, module, promotion)
      return [cible("\(module)-\(intitule)", .evaluation(evaluation.id))]
    }
    let annee = nommees.isEmpty ? try annee(saisie) : nil
    if let annee, nature == .calendrierOfficiel { return [cible("\(annee)", .annee(annee))] }
    let promotions =
      try annee.map { annee in
        try guichet.demander(VoirLesPromotions()).filter { $0.annee == annee }
      } ?? nommees
    guard nature.estUneLettreDeSession2 else {
      return promotions.map { cible($0.nom, .promotion($0.id)) }
    }
    return try promotions.flatMap { promotion in
      try LettresDeSession2(nature: nature, promotion: promotion, etudiants: etudiants)
        .cibles(guichet, estFacultative: annee != nil)
    }
  }

  private static func annee(_ saisie: Saisie) throws(Abandon) -> AnneeUniversitaire {
    guard let texte = saisie.valeur("annee") else {
      throw .usage("il manque --promotion, --annee ou --jury", fil)
    }
    guard let annee = AnneeUniversitaire(texte) else {
      throw .usage("« \(texte) » n’est pas une année : « 2025-2026 » attendu", fil)
    }
    return annee
  }

  /// What one student asked, by its number.
  private static func demande(_ numero: String, _ nature: NatureDeDocument) throws(Abandon)
    -> DemandeDeDocuments.Cible
  {
    if nature == .decisionDInscriptionTardive {
      return .inscriptionTardive(try identifiant(numero, "d’une demande"))
    }
    guard nature.repondAUneConsultation else {
      throw .usage("aucune demande ne mène à « \(nature.rawValue) » : enlevez --demande", fil)
    }
    return .consultationDeCopie(try identifiant(numero, "d’une demande"))
  }

  private static func identifiant<Sorte>(_ numero: String, _ deQuoi: String) throws(Abandon)
    -> Identifiant<Sorte>
  {
    guard let id = Int64(numero).flatMap({ Identifiant<Sorte>($0) }) else {
      throw .usage("« \(numero) » n’est pas le numéro \(deQuoi)", fil)
    }
    return id
  }
}

/// Where the letters of session 2 of a promotion are drawn from: its campaign, or each request.
private struct LettresDeSession2 {
  let nature: NatureDeDocument
  let promotion: Promotion
  /// `nil` for all.
  let etudiants: Set<Identifiant<Etudiant>>?

  /// - Throws: an `Abandon` where the promotion has no session 2, unless it is one among others.
  func cibles(_ guichet: Guichet, estFacultative: Bool) throws -> [CibleDEdition] {
    guard let campagne = try guichet.session2(promotion) else {
      if estFacultative { return [] }
      throw Abandon(
        code: .refus,
        messages: ["« \(promotion.nom) » n’a pas de session 2 ; rien n’a été fait"],
      )
    }
    if nature == .decisionDInscriptionTardive {
      return try guichet.demander(VoirUneSessionDeux(campagne)).tardives
        .compactMap { demande(.inscriptionTardive($0.demande.id), $0.demande.id, de: $0.etudiant) }
    }
    if nature.repondAUneConsultation {
      return try guichet.demander(VoirLesConsultations(campagne)).demandes
        .filter { nature == .reponseAContestation || $0.consultation.issue == nil }
        .compactMap {
          demande(.consultationDeCopie($0.consultation.id), $0.consultation.id, de: $0.etudiant)
        }
    }
    return [
      CibleDEdition(
        nom: promotion.nom,
        cible: .session2(campagne, nil),
        etudiants: etudiants,
        parmiDAutres: estFacultative ? promotion.nom : nil,
      )
    ]
  }

  /// The letter about a request; `nil` where its student is not asked for.
  private func demande<Sorte>(
    _ cible: DemandeDeDocuments.Cible,
    _ numero: Identifiant<Sorte>,
    de etudiant: Etudiant,
  ) -> CibleDEdition? {
    guard etudiants?.contains(etudiant.id) ?? true else { return nil }
    return CibleDEdition(
      nom: "\(promotion.nom)-demande-\(numero)",
      cible: cible,
      etudiants: [etudiant.id],
      parmiDAutres: etudiant.nomAffiche,
    )
  }
}

extension NatureDeDocument {
  /// Whether it answers a student who asked to see a copy.
  fileprivate var repondAUneConsultation: Bool {
    self == .convocationAConsulter || self == .reponseAContestation
  }
}
