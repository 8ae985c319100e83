internal import Scolarite

/// Documents of what end-of-year juries sealed.
extension Composition {
  /// A document for each student on whom an end-of-year jury has decided.
  func desScelles(
    _ retenues: [Identifiant<Etudiant>: Jour],
    _ composer: (AnneeEtablie) throws -> Brut,
  ) throws -> [Issue] {
    let annees = Dictionary(
      uniqueKeysWithValues: try travail.derniersScelles(promotion, seuls: demande.etudiants)
        .map { ($0.rejoue.scelle.etudiant, $0) }
    )
    return try etudiants.map { etudiant in
      try issue(etudiant, retenues) {
        guard let (jury, rejoue) = annees[etudiant.id],
          let annee = AnneeEtablie(
            etudiant,
            rejoue.decide,
            rejoue.reglement,
            promotion.annee,
            jury: jury,
          )
        else { throw Ecart(etudiant: etudiant, raison: .sansJury) }
        return try composer(annee)
      }
    }
  }

  func relevesDefinitifs(_ retenues: [Identifiant<Etudiant>: Jour]) throws -> [Issue] {
    let mots = try MotsDeMaquette(promotion, travail)
    return try desScelles(retenues) { try releve($0, mots) }
  }

  func attestation(_ annee: AnneeEtablie) throws -> Brut {
    let code = annee.etat.codeAnnee
    guard let jury = annee.jury, ["ADM", "ADJ", "ADSUP"].contains(code) else {
      throw Ecart(etudiant: annee.etudiant, raison: .anneeNonValidee(code))
    }
    return Brut(
      etudiant: annee.etudiant,
      contenu: .attestation(
        AttestationDeReussite(
          titulaire: try titulaire(annee.etudiant),
          cursus: cursus(annee.etudiant.id, annee.statut),
          jury: jury.date,
          credits: annee.etat.ects.valeur.abregee,
        )
      ),
      champs: [.jury: jury.date.enFrancais],
    )
  }

  func certificat(_ diplome: DiplomeAttribue, _ annee: AnneeEtablie) throws -> Brut {
    guard let jury = annee.jury, DiplomeAttribue(fin: promotion.anneeBUT) == diplome,
      annee.resultats.attribue(diplome)
    else { throw Ecart(etudiant: annee.etudiant, raison: .sansDiplome(diplome)) }
    return Brut(
      etudiant: annee.etudiant,
      contenu: .diplome(
        CertificatDeDiplome(
          titulaire: try titulaire(annee.etudiant),
          cursus: cursus(annee.etudiant.id, annee.statut),
          diplome: diplome,
          jury: jury.date,
          credits: annee.resultats.ects(pour: diplome).abregee,
        )
      ),
      champs: [.jury: jury.date.enFrancais, .diplome: diplome.rawValue],
    )
  }

  // MARK: Letters

  /// What a jury decided for each of its students.
  /// - Throws: `Refus.etat(.juryOuvert)` while it is not closed.
  func lettres() throws -> [Issue] {
    let (session, cloture) = try juryClos()
    let voies = try travail.registre.voiesDeRecours()
    let siens = Dictionary(
      uniqueKeysWithValues: try travail.rejouer(cloture, seuls: demande.etudiants)
        .map { ($0.scelle.etudiant, $0) }
    )
    let corrigees = try travail.registre.jurys(promotion.id).filter {
      $0.close && $0.rectification?.jury == session.id
    }
    return try etudiants.compactMap { etudiant in
      guard let rejoue = siens[etudiant.id] else {
        guard demande.seul != nil else { return nil }
        return .failure(Ecart(etudiant: etudiant, raison: .sansJury))
      }
      return try issue(etudiant) {
        let suivante = corrigees.last { $0.rectification?.etudiants.contains(etudiant.id) == true }
        if let suivante {
          throw Ecart(etudiant: etudiant, raison: .rectifie(le: suivante.date))
        }
        return try lettre(etudiant, session, rejoue, voies)
      }
    }
  }

  private func lettre(
    _ etudiant: Etudiant,
    _ session: SessionDeJury,
    _ rejoue: ScelleRejoue,
    _ voies: VoiesDeRecours?,
  ) throws -> Brut {
    let suivie = rejoue.dossier.annees.last { $0.annee == promotion.annee }
    let lettre = LettreDeDecision(
      titulaire: try titulaire(etudiant),
      cursus: cursus(etudiant.id, suivie?.semestres.last?.statut),
      jury: session.date,
      decisions: decisions(session, rejoue),
      motifs: rejoue.scelle.decisions.map(\.motif),
      recours: voies,
    )
    return Brut(
      etudiant: etudiant,
      objet: "jury/\(session.id)",
      contenu: .lettre(lettre),
      champs: [.jury: session.date.enFrancais],
    )
  }

  /// What was decided, in sentences: the year first, then what it rests on.
  private func decisions(_ session: SessionDeJury, _ rejoue: ScelleRejoue) -> [String] {
    let decidee = rejoue.decidee
    let ues = decidee.ues.filter { ue in
      guard case .semestre(let numero) = session.nature else { return true }
      return ue.code.semestre == numero
    }
    let phrases = ues.map { phrase($0.code.texte, $0.mention, $0.moyenne) }
    guard session.nature == .annee else { return phrases }
    var annee: [String] = []
    let resultats = Deliberation<SansPreuve>.resultats(rejoue.decide, rejoue.reglement)
    if let diplome = DiplomeAttribue(fin: promotion.anneeBUT), resultats.attribue(diplome) {
      annee.append(PhrasesDeJury.attribution(diplome))
    }
    if let code = decidee.codeAnnee { annee.append("\(PhrasesDeJury.annee(code)) (\(code))") }
    if let vers = decidee.vers, let autorisee = decidee.autorisee {
      annee.append(PhrasesDeJury.passage(vers: vers, estAutorise: autorisee))
    }
    annee.append("Crédits obtenus dans l’année : \(decidee.ects.abregee).")
    return annee
      + decidee.rcues.map { phrase("Compétence \($0.cle.nom)", $0.mention, $0.moyenne) } + phrases
  }

  /// « UE11 : acquise (ADM), moyenne 12,34. »
  private func phrase(_ sujet: String, _ code: String, _ moyenne: Fraction?) -> String {
    let note = moyenne.map { ", moyenne \($0.moyenneAffichee)" } ?? ""
    return "\(sujet) : \(PhrasesDeJury.ue(code)) (\(code.isEmpty ? "–" : code))\(note)."
  }

  /// The jury of the demand, with how it was closed.
  func juryClos() throws -> (session: SessionDeJury, cloture: ClotureDeJury) {
    guard case .jury(let id) = demande.sur else { throw Refus.inconnu(.jury) }
    guard let cloture = try travail.registre.cloture(id) else { throw Refus.etat(.juryOuvert) }
    return (cloture.session, cloture)
  }

  // MARK: Requests to repeat

  /// The student reads nothing of a refusal before it was notified.
  func refus() throws -> [Issue] {
    let voies = try travail.registre.voiesDeRecours()
    let procedures = Dictionary(
      try travail.registre.redoublements(promotion.id).map { ($0.etudiant, $0) },
      uniquingKeysWith: { _, derniere in derniere },
    )
    return try etudiants.compactMap { etudiant in
      guard let procedure = procedures[etudiant.id], let decision = procedure.decision,
        decision.sens == .refuser, procedure.retiree == nil,
        !estPourSoi || procedure.notifiee != nil
      else {
        guard demande.seul != nil else { return nil }
        return .failure(Ecart(etudiant: etudiant, raison: .sansRefus))
      }
      return try issue(etudiant) {
        let refus = RefusDeRedoublement(
          titulaire: try titulaire(etudiant),
          cursus: cursus(etudiant.id),
          demande: procedure.depose.jour,
          decision: decision.date,
          audition: procedure.audition.tenue ? procedure.audition.date : nil,
          motivation: decision.motivation,
          conseils: decision.conseils,
          recours: voies,
        )
        return Brut(
          etudiant: etudiant,
          objet: "redoublement/\(procedure.id)",
          contenu: .refus(refus),
        )
      }
    }
  }

  // MARK: Minutes

  /// - Throws: `Refus.etat(.juryOuvert)` while it is not closed.
  func procesVerbal(estAnonyme: Bool) throws -> Brut {
    let (session, cloture) = try juryClos()
    let lignes = try lignes(cloture, estAnonyme: estAnonyme)
    let decidees = lignes.map(\.decidee)
    let ues = try travail.programme(promotion).ues.map(\.code).filter { code in
      decidees.contains { $0.ues.contains { $0.code == code } } && session.porte(sur: code)
    }
    let rcues =
      session.nature == .annee ? Set(decidees.flatMap { $0.rcues.map(\.cle) }).sorted() : []
    let procesVerbal = ProcesVerbal(
      cursus: cursus(),
      session: session,
      reglement: cloture.profil,
      conseil: cloture.conseil,
      cfvu: cloture.cfvu,
      derogation: cloture.derogation,
      empreinte: travail.registre.empreinte(cloture.canonique),
      ues: ues,
      rcues: rcues.map(\.nom),
      lignes: lignes.map { $0.imprimee(ues, rcues, session, estAnonyme: estAnonyme) },
      ecarts: lignes.flatMap { $0.ecarts(estAnonyme: estAnonyme) },
      codes: session.nature == .annee ? Self.comptes(decidees) : [],
    )
    return Brut(
      etudiant: nil,
      objet: "jury/\(session.id)",
      contenu: .procesVerbal(procesVerbal),
      champs: [.jury: session.date.enFrancais],
    )
  }

  /// By name; by number where nobody is named.
  private func lignes(_ cloture: ClotureDeJury, estAnonyme: Bool) throws -> [LigneDeJury] {
    let connus = Dictionary(uniqueKeysWithValues: etudiants.map { ($0.id, $0) })
    let lignes = try travail.rejouer(cloture).compactMap { rejoue in
      connus[rejoue.scelle.etudiant].map { LigneDeJury(etudiant: $0, rejoue: rejoue) }
    }
    return estAnonyme
      ? lignes.sorted { ($0.numero.count, $0.numero) < ($1.numero.count, $1.numero) }
      : lignes.parNom(\.etudiant)
  }

  private static func comptes(_ decidees: [Proposition]) -> [ProcesVerbal.Compte] {
    Dictionary(grouping: decidees) { $0.codeAnnee ?? "" }
      .map { code, siennes in
        ProcesVerbal.Compte(
          code: code.isEmpty ? "–" : code,
          sens: PhrasesDeJury.sens(code) ?? "sans décision",
          nombre: siennes.count,
        )
      }
      .sorted { ($1.nombre, $0.code) < ($0.nombre, $1.code) }
  }
}

extension SessionDeJury {
  fileprivate func porte(sur ue: CodeUE) -> Bool {
    switch nature {
    case .semestre(let numero): ue.semestre == numero
    case .annee: true
    }
  }
}

/// A student in the minutes of a jury.
private struct LigneDeJury {
  let etudiant: Etudiant
  let rejoue: ScelleRejoue

  var decidee: Proposition { rejoue.decidee }
  var numero: String { etudiant.identite?.nip ?? "\(etudiant.id)" }

  var nom: String {
    etudiant.identite.map { "\($0.nomCivil.uppercased()) \($0.prenomCivil)" } ?? etudiant.nomAffiche
  }

  func imprimee(
    _ ues: [CodeUE],
    _ rcues: [CleRCUE],
    _ session: SessionDeJury,
    estAnonyme: Bool,
  ) -> ProcesVerbal.Ligne {
    ProcesVerbal.Ligne(
      etudiant: estAnonyme ? numero : nom,
      nip: estAnonyme ? "" : numero,
      ues: ues.map { code in
        let ue = decidee.ues.first { $0.code == code }
        return .init(moyenne: ue?.moyenne?.moyenneAffichee ?? "–", code: ue?.mention ?? "")
      },
      rcues: rcues.map { cle in
        let rcue = decidee.rcues.first { $0.cle == cle }
        return .init(moyenne: rcue?.moyenne?.moyenneAffichee ?? "–", code: rcue?.mention ?? "")
      },
      annee: session.nature == .annee ? decidee.codeAnnee ?? "–" : "",
      credits: decidee.ects.abregee,
    )
  }

  /// Reasons tell of people: they are for those who may know who it is.
  func ecarts(estAnonyme: Bool) -> [ProcesVerbal.Ecart] {
    rejoue.scelle.decisions.compactMap { decision in
      let propose = rejoue.proposee.code(sur: decision.sur)
      guard propose != decision.code.rawValue else { return nil }
      return ProcesVerbal.Ecart(
        etudiant: estAnonyme ? numero : nom,
        objet: decision.sur.enClair,
        propose: propose ?? "–",
        decide: decision.code.rawValue,
        motif: estAnonyme ? "dans le procès-verbal complet" : decision.motif,
      )
    }
  }
}

extension DecisionDeJury.Objet {
  /// « UE11 », « compétence 2 », « année », « passage ».
  fileprivate var enClair: String {
    switch self {
    case .ue(let code): code.texte
    case .rcue(let competence): "compétence \(competence)"
    case .annee: "année"
    case .passage: "passage"
    }
  }
}
