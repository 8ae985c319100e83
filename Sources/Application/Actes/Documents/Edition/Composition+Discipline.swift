internal import Scolarite

/// Papers of a disciplinary procedure: never withheld, read by few.
extension Composition {
  private typealias Partie = PieceDisciplinaire.Partie

  private func incident() throws -> Incident {
    guard case .incident(let id) = demande.sur else { throw Refus.inconnu(.incident) }
    return try travail.incident(id)
  }

  // MARK: About the incident

  /// The procès-verbal of a fraud.
  func procesVerbalDeFraude() throws -> Brut {
    let incident = try incident()
    guard let procesVerbal = incident.procesVerbal else {
      throw Refus.etat(.documentSansObjet(.sansProcedure))
    }
    var participation = "La participation à l’épreuve n’a pas été interrompue : la copie est notée "
    participation += "comme toute autre, et le jury délibère comme pour tout autre candidat."
    if case .expulsion(let motif) = procesVerbal.participation {
      participation = "L’expulsion de la salle a été prononcée, pour substitution de personne ou "
      participation += "trouble affectant l’épreuve : \(motif)"
    }
    return brut(
      incident,
      [
        Partie("", try circonstances(incident)), Partie("Faits", incident.description.paragraphes),
        Partie("Mesures prises", procesVerbal.mesures.paragraphes + [participation]),
        Partie("Pièces et matériels saisis", procesVerbal.pieces.paragraphes),
        Partie("Suites", [Self.transmission]),
      ],
      try procesVerbal.signatures.map(signature),
    )
  }

  private static let transmission = """
    Ce procès-verbal est transmis à la section disciplinaire de l’université. Ni relevé de notes ni \
    certificat de réussite ne sont remis avant sa décision (règlement des études, article 5 ; décret \
    n° 92-657, article 22, aujourd’hui code de l’éducation, article R. 811-12).
    """

  private func signature(_ signataire: Incident.ProcesVerbal.Signataire) throws
    -> PieceDisciplinaire.Signature
  {
    let nom = try signataire.etudiant.flatMap { try travail.registre.etudiant($0)?.nomAffiche }
    return PieceDisciplinaire.Signature(
      nom: nom ?? signataire.nom,
      qualite: signataire.etudiant == nil ? "surveillance" : "candidat",
      mention: signataire.aSigne ? "" : "a refusé de contresigner",
    )
  }

  /// What is laid before the director, then the president and the section.
  func saisine() throws -> Brut {
    let incident = try incident()
    let nommes = incident.suites.filter { $0.a(.saisineDuDirecteur) }
    guard !nommes.isEmpty else { throw Refus.etat(.documentSansObjet(.sansProcedure)) }
    let penal = incident.penal ? ["Les faits peuvent aussi relever du droit pénal."] : []
    var parties = [
      Partie("", try circonstances(incident)),
      Partie("Faits", incident.description.paragraphes + penal),
      Partie("Fondement", ["\(incident.chef.phrase) (\(incident.chef.reference))."]),
    ]
    for suite in nommes {
      parties.append(
        Partie("Procédure : \(try nom(suite.etudiant))", suite.etapes.map(\.phrase))
      )
    }
    return brut(incident, parties)
  }

  private func circonstances(_ incident: Incident) throws -> [String] {
    var lignes = ["Le \(incident.date.jour.enFrancais) à \(incident.date.heure)"]
    if let lieu = incident.lieu { lignes[0] += ", \(lieu)" }
    lignes[0] += "."
    if let id = incident.evaluation {
      let evaluation = try travail.evaluation(id)
      lignes.append("Épreuve : \(evaluation.nom), module \(evaluation.module).")
    }
    lignes.append("Objet : \(incident.comportement.phrase) (\(incident.comportement.article)).")
    let noms = try incident.suites.map { try nom($0.etudiant) }
    if !noms.isEmpty { lignes.append("Étudiants concernés : \(noms.joined(separator: ", ")).") }
    if !incident.inconnus.isEmpty { lignes.append("Non identifiés : \(incident.inconnus)") }
    lignes.append("Surveillance : \(incident.surveillant).")
    if !incident.temoins.isEmpty { lignes.append("Témoins : \(incident.temoins)") }
    return lignes
  }

  private func nom(_ etudiant: Identifiant<Etudiant>) throws -> String {
    try travail.registre.etudiant(etudiant)?.nomAffiche ?? "personne effacée"
  }

  private func brut(
    _ incident: Incident,
    _ parties: [Partie],
    _ signatures: [PieceDisciplinaire.Signature] = [],
  ) -> Brut {
    Brut(
      etudiant: nil,
      objet: "incident/\(incident.id)",
      contenu: .discipline(
        PieceDisciplinaire(
          titulaire: nil,
          cursus: cursus(),
          parties: parties,
          signatures: signatures,
        )
      ),
    )
  }

  // MARK: To one student

  /// The letter that invites a student to explain themselves.
  func invitations() throws -> [Issue] {
    let incident = try incident()
    return try lettres(incident) { suite in
      guard let etape = suite.etapes.last(where: { $0.nature == .invitation }) else { return nil }
      return [
        Partie(
          "",
          [
            "Un rapport du \(incident.date.jour.enFrancais) vous met en cause : "
              + "\(incident.comportement.phrase) (\(incident.comportement.article)).",
            "Avant toute suite, vous êtes invité à vous en expliquer, par écrit ou de vive voix "
              + "(règlement des études, article 6). Vous pouvez vous faire assister.",
          ],
        ), Partie("Ce qui vous est proposé", etape.texte.paragraphes),
      ]
    }
  }

  /// The letter that tells a student what the section decided.
  func notifications() throws -> [Issue] {
    let incident = try incident()
    let suit = travail.peut(.suivreLaDiscipline, promotion.lieu)
    let voies = try travail.registre.voiesDeRecours()
    return try lettres(incident) { suite in
      guard suit || suite.a(.notification),
        let decision = suite.etapes.last(where: { [.sanction, .relaxe].contains($0.nature) })
      else { return nil }
      return [
        Partie(
          "",
          [
            "La section disciplinaire de l’université, saisie pour \(incident.chef.phrase) "
              + "(\(incident.chef.reference)), a statué le \(decision.jour.enFrancais).",
            Self.decision(suite),
          ],
        )
      ] + Self.recours(suite, voies)
    }
  }

  /// The section’s decision goes to the court: the IUT cannot change it.
  private static func recours(_ suite: Incident.Suite, _ voies: VoiesDeRecours?) -> [Partie] {
    guard case .sanctionne = suite.etat else { return [] }
    let tribunal =
      voies.map {
        "Tribunal compétent : \($0.tribunal), \($0.adresseDuTribunal.paragraphes.joined(separator: ", "))."
      }
      ?? PhrasesDeRecours.adresseManquante
    return [
      Partie(
        "Voies et délais de recours",
        [
          "Vous pouvez demander au tribunal administratif d’annuler cette décision, dans les deux "
            + "mois qui suivent sa notification (code de justice administrative, article R. 421-1). "
            + "La demande peut être déposée sur www.telerecours.fr.",
          tribunal,
        ],
      )
    ]
  }

  private static func decision(_ suite: Incident.Suite) -> String {
    switch suite.etat {
    case .relaxe(let motif): return "Vous êtes relaxé : \(motif)"
    case .sanctionne(let sanction):
      let nullite =
        sanction.annuleLEpreuve
        ? " L’épreuve est nulle : vous êtes réputé y avoir été présent sans l’avoir subie." : ""
      return "Sanction : \(sanction.phrase) (\(sanction.nature.reference)).\(nullite)"
    case .signale, .sectionSaisie, .classe: return ""
    }
  }

  private func lettres(
    _ incident: Incident,
    _ parties: (Incident.Suite) -> [PieceDisciplinaire.Partie]?,
  ) throws -> [Issue] {
    try etudiants.compactMap { etudiant in
      guard let suite = incident.suite(etudiant.id) else { return nil }
      guard let siennes = parties(suite) else {
        return .failure(Ecart(etudiant: etudiant, raison: .sansProcedure))
      }
      return try issue(etudiant) {
        Brut(
          etudiant: etudiant,
          objet: "incident/\(incident.id)",
          contenu: .discipline(
            PieceDisciplinaire(
              titulaire: try titulaire(etudiant),
              cursus: cursus(etudiant.id),
              parties: siennes,
            )
          ),
        )
      }
    }
  }
}

extension Incident.Etape {
  /// « 4 novembre 2026 : invitation à s’expliquer. Par courrier… »
  fileprivate var phrase: String {
    "\(jour.enFrancais) : \(nature.phrase)." + (texte.isEmpty ? "" : " \(texte)")
  }
}

extension String {
  /// Its lines, those without a word left out.
  var paragraphes: [String] {
    split(whereSeparator: \.isNewline).map(String.init).filter { !$0.allSatisfy(\.isWhitespace) }
  }
}

extension Travail {
  /// Whoever may have a paper of a procedure: who follows it, who reported for the procès-verbal, the
  /// student for their own letters.
  func exigerLaPiece(_ demande: DemandeDeDocuments) throws -> Permis {
    guard case .incident(let id) = demande.sur else { throw Refus.inconnu(.incident) }
    let incident = try incident(id)
    let lieu = try promotion(incident.promotion).lieu
    if demande.nature == .procesVerbalDeFraude { return try exigerLeRapport(incident) }
    if let seul = demande.seul, demande.nature.estIndividuel, incident.suite(seul) != nil,
      peut(.voirSaProcedure, Lieu(etudiant: seul))
    {
      return try exiger(.voirSaProcedure, Lieu(etudiant: seul))
    }
    return try exiger(.suivreLaDiscipline, lieu)
  }
}
