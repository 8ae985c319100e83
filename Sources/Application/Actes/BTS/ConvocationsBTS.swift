internal import Scolarite

extension Travail {
  /// The convocations of the candidates who were summoned, by name; each of them has their own.
  func convocationsBTS(_ demande: DemandeDeDocuments, _ id: Identifiant<SessionBTS>) throws
    -> DocumentsComposes
  {
    let (session, specialite) = try sessionBTS(id)
    guard demande.nature == .convocation else { throw Refus.inconnu(.document) }
    _ = try exiger(
      .editerLesDocuments,
      demande.seul.map { session.lieu.etudiant($0) } ?? session.lieu,
    )
    let cadres = try Cadres(.convocation, session.departement, self)
    let departement = try registre.departements().first { $0.id == session.departement }
    let emis = try registre.documents(.convocation, nil)
    let objet = "session-bts/\(session.id)"
    var documents: [(etudiant: Etudiant, compose: DocumentCompose)] = []
    var ecartes: [DocumentsComposes.Ecarte] = []
    let personnes = Dictionary(
      uniqueKeysWithValues: try registre.candidatsBTS(session.id).map { ($0.id, $0) }
    )
    for inscription in try registre.inscriptionsBTS(session.id) {
      guard demande.etudiants?.contains(inscription.etudiant) ?? true,
        let etudiant = personnes[inscription.etudiant]
      else { continue }
      guard let identite = etudiant.identite, inscription.convocation != nil else {
        if inscription.decision?.autorise == true || demande.seul != nil {
          let raison: RaisonDEcart = etudiant.identite == nil ? .efface : .sansEpreuve
          ecartes.append(.init(etudiant: etudiant.nomme, raison: raison))
        }
        continue
      }
      let convocation = Convocation(
        titulaire: Titulaire(identite),
        cursus: Cursus(
          formation: session.intitule,
          departement: departement?.nom ?? "",
          annee: try Self.anneeDuBTS(),
          anneeBUT: nil,
        ),
        epreuves: inscription.epreuvesAConvoquer(specialite),
        amenagements: try registre.amenagements(etudiant.id).filter { amenagement in
          !amenagement.porte.isDisjoint(with: .epreuves) && amenagement.vaut(le: moment.jour)
        }.map(\.nature.phrase),
      )
      let brut = Composition.Brut(
        etudiant: etudiant,
        objet: objet,
        contenu: .convocation(convocation),
      )
      let compose = compose(
        brut,
        .convocation,
        nil,
        cadres.cadre([
          .departement: departement?.nom ?? "", .formation: session.intitule,
          .etudiant: "\(identite.prenomCivil) \(identite.nomCivil)", .nom: identite.nomCivil,
          .prenom: identite.prenomCivil, .nip: identite.nip,
        ]),
        emis.last { $0.etudiant == etudiant.id && $0.objet == objet },
      )
      documents.append((etudiant, compose))
    }
    return DocumentsComposes(
      demande: demande,
      promotion: nil,
      titre: "\(cadres.modele.titre), \(session.intitule)",
      documents: documents.parNom(\.etudiant).map(\.compose),
      ecartes: ecartes,
    )
  }

  private static func anneeDuBTS() throws(Refus) -> AnneeUniversitaire {
    guard let annee = AnneeUniversitaire(debut: CandidatBTS.millesime - 1) else {
      throw .inconnu(.annee)
    }
    return annee
  }
}

extension InscriptionBTS {
  /// Both orals, with what is not fixed left blank.
  fileprivate func epreuvesAConvoquer(_ specialite: SpecialiteBTS) -> [Epreuve] {
    CandidatBTS.Domaine.allCases.map { domaine in
      let oral = oraux[domaine]
      let objet =
        switch domaine {
        case .general: choix?.discipline ?? "discipline à choisir parmi celles de la spécialité"
        case .professionnel: specialite.intitule
        }
      return Epreuve(
        module: "Interrogation orale, domaine \(domaine == .general ? "général" : "professionnel")",
        intitule: objet,
        jour: oral?.debut.jour,
        heure: oral?.debut.heure ?? "",
        duree: "",
        lieu: oral?.salle ?? "",
        consignes: "La note remplace la moyenne de vos épreuves ponctuelles de ce domaine si elle "
          + "lui est supérieure (décret n° 2021-417 modifié, article 2-1).",
      )
    }
  }
}
