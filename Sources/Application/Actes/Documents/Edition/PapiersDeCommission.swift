internal import Scolarite

extension Travail {
  /// What the commission answers a student, or the minutes of one of its sessions.
  func papiersDeCommission(_ demande: DemandeDeDocuments) throws -> DocumentsComposes {
    _ = try exigerUnPapierDeCommission(demande)
    switch demande.sur {
    case .commission(let id): return try procesVerbal(commission(id), demande)
    case .engagement(let id):
      let engagement = try engagement(id)
      let sienne = DemandeDeDocuments(
        demande.nature,
        sur: demande.sur,
        etudiants: [engagement.etudiant],
      )
      return try Composition(sienne, promotion(engagement.promotion), self).composes()
    case .promotion, .jury, .evaluation, .seance, .annee, .incident, .session2, .sessionBTS,
      .consultationDeCopie, .inscriptionTardive:
      throw Refus.inconnu(.document)
    }
  }

  /// The answer is for its student, for who edits the documents of the promotion and for the
  /// commission; the minutes, which name everybody, are for the commission alone.
  func exigerUnPapierDeCommission(_ demande: DemandeDeDocuments) throws -> Permis {
    switch (demande.nature, demande.sur) {
    case (.procesVerbalDeCommission, .commission):
      return try exiger(.bonifierLEngagement, .etablissement)
    case (.decisionDeBonification, .engagement(let id)):
      let engagement = try engagement(id)
      guard demande.etudiants.map({ $0 == [engagement.etudiant] }) ?? true else {
        throw Refus.inconnu(.engagement)
      }
      let lieu = try promotion(engagement.promotion).lieu.etudiant(engagement.etudiant)
      return try exiger(unDe: [.editerLesDocuments, .bonifierLEngagement], lieu)
    case (_, _): throw Refus.inconnu(.document)
    }
  }

  // MARK: The minutes

  /// - Throws: `Refus.etat(.documentSansObjet)` while the session is not closed.
  private func procesVerbal(
    _ commission: CommissionDesBonifications,
    _ demande: DemandeDeDocuments,
  ) throws -> DocumentsComposes {
    guard let close = commission.close else {
      throw Refus.etat(.documentSansObjet(.sansProcedure))
    }
    let cadres = try Cadres(demande.nature, nil, self)
    let brut = Composition.Brut(
      etudiant: nil,
      objet: "commission/\(commission.id)",
      contenu: .commission(
        SeanceDeCommission(
          annee: commission.annee,
          jour: commission.jour,
          close: close,
          lieu: commission.lieu,
          membres: try membres(commission),
          decisions: try decisions(commission),
          observations: commission.observations,
        )
      ),
    )
    let dernier = try registre.documents(demande.nature, nil).last { $0.objet == brut.objet }
    let cadre = cadres.cadre([.annee: commission.annee.description])
    return DocumentsComposes(
      demande: demande,
      promotion: nil,
      titre: "\(cadres.modele.titre), \(commission.jour.enFrancais)",
      documents: [compose(brut, demande.nature, nil, cadre, dernier)],
      ecartes: [],
    )
  }

  private func membres(_ commission: CommissionDesBonifications) throws
    -> [SeanceDeCommission.Membre]
  {
    let departements = try registre.departements()
    return commission.membres.map { membre in
      let departement = departements.first { $0.id == membre.departement }
      let parle = membre.represente ? "représentant du responsable" : "responsable"
      return SeanceDeCommission.Membre(
        nom: membre.nom,
        qualite: departement.map { "\(parle) du département \($0.code)" }
          ?? membre.qualite.phrase,
        estPresent: membre.estPresent,
      )
    }
  }

  private func decisions(_ commission: CommissionDesBonifications) throws
    -> [SeanceDeCommission.Decision]
  {
    let decidees = try registre.engagements(annee: commission.annee).filter {
      $0.decision?.commission == commission.id
    }
    var lignes: [(etudiant: Etudiant, decision: SeanceDeCommission.Decision)] = []
    for demande in decidees {
      guard let decision = demande.decision,
        let etudiant = try registre.etudiant(demande.etudiant)
      else { continue }
      lignes.append(
        (
          etudiant.nomme,
          SeanceDeCommission.Decision(
            etudiant: etudiant.nomAffiche,
            promotion: try promotion(demande.promotion).nom,
            activite: "\(demande.objet.intitule) (\(demande.objet.type.phrase))",
            sens: decision.sens.phrase,
            motif: decision.motif,
          ),
        )
      )
    }
    return lignes.parNom(\.etudiant).map(\.decision)
  }
}

extension Composition {
  /// The answer of the commission, once it is closed.
  func decisionsDeBonification() throws -> [Issue] {
    guard case .engagement(let id) = demande.sur else { throw Refus.inconnu(.engagement) }
    let engagement = try travail.engagement(id)
    return try etudiants.map { etudiant in
      guard case .decidee(let jour) = engagement.etat, let decision = engagement.decision else {
        return .failure(Ecart(etudiant: etudiant, raison: .sansProcedure))
      }
      return try issue(etudiant) {
        Brut(
          etudiant: etudiant,
          objet: "engagement/\(engagement.id)",
          contenu: .bonification(
            DecisionDeBonification(
              titulaire: try titulaire(etudiant),
              cursus: cursus(etudiant.id),
              demande: engagement.depose.jour,
              activite: engagement.objet.intitule,
              type: engagement.objet.type.phrase,
              commission: try travail.commission(decision.commission).jour,
              decision: jour,
              sens: decision.sens,
              motif: decision.motif,
              recours: try travail.registre.voiesDeRecours(),
            )
          ),
        )
      }
    }
  }
}

extension DemandeDEngagement.Decision.Sens {
  /// « accordée : 0,5 point ».
  var phrase: String {
    switch self {
    case .accordee(let points): "accordée : \(points) point"
    case .rejetee: "non accordée"
    case .irrecevable(let cause): "irrecevable : \(cause.phrase) (\(cause.article))"
    }
  }
}
