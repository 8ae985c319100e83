internal import Scolarite

extension NatureDeDocument {
  /// « Relevé de notes provisoire ».
  public var phrase: String {
    switch self {
    case .releveProvisoire: "Relevé de notes provisoire"
    case .releveDefinitif: "Relevé de notes définitif"
    case .attestationDeReussite: "Attestation de réussite"
    case .certificatDeDUT: "Certificat de DUT"
    case .certificatDeBUT: "Certificat de BUT"
    case .supplementAuDiplome: "Supplément au diplôme"
    case .procesVerbal: "Procès-verbal de jury"
    case .procesVerbalAnonyme: "Procès-verbal de jury, version anonyme"
    case .lettreDeDecision: "Lettre de notification du jury"
    case .refusDeRedoublement: "Réponse à une demande de redoublement"
    case .convocation: "Convocation"
    case .listeDeSalle: "Liste de salle"
    case .feuilleDEmargement: "Feuille d’émargement"
    case .calendrierOfficiel: "Calendrier officiel"
    case .procesVerbalDeFraude: "Procès-verbal de fraude"
    case .invitationAExpliquer: "Invitation à s’expliquer"
    case .saisineDisciplinaire: "Saisine disciplinaire"
    case .notificationDeSanction: "Notification de la section disciplinaire"
    case .decisionDeBonification: "Décision de la commission des bonifications"
    case .procesVerbalDeCommission: "Procès-verbal de la commission des bonifications"
    case .accuseDeSession2: "Accusé de réception de la session 2"
    case .decisionDInscriptionTardive: "Réponse à une inscription tardive"
    case .amenagementsDeSession2: "Aménagements à la session 2"
    case .convocationAConsulter: "Convocation à consulter une copie"
    case .reponseAContestation: "Réponse à une contestation"
    }
  }
}

extension RaisonDEcart {
  /// Why there is no document, in French.
  public var phrase: String {
    switch self {
    case .retenu(let depuis):
      "une procédure disciplinaire est en cours depuis le \(depuis.enFrancais) : ni relevé ni "
        + "attestation avant sa conclusion (règlement des études, article 5)"
    case .sansJury: "aucun jury clos n’a encore décidé"
    case .anneeNonValidee(let code):
      "l’année n’est pas validée" + (code.map { " (\($0))" } ?? "")
    case .sansDiplome(let diplome): "le \(diplome.rawValue) n’est pas obtenu cette année-là"
    case .sansRefus: "aucun redoublement n’a été refusé"
    case .rectifie(let jour): "une nouvelle délibération, le \(jour.enFrancais), l’a remplacée"
    case .sansEpreuve: "aucune épreuve datée n’est à venir"
    case .sansProcedure: "la procédure n’en est pas là"
    case .efface: "la personne a été effacée"
    }
  }
}

extension ChampDeModele {
  /// What takes its place.
  public var phrase: String {
    switch self {
    case .etablissement: "nom de l’établissement"
    case .ville: "ville de l’établissement"
    case .departement: "nom du département"
    case .formation: "nom de la formation"
    case .annee: "année universitaire"
    case .date: "date du document"
    case .etudiant: "prénom et nom"
    case .nom: "nom"
    case .prenom: "prénom"
    case .nip: "NIP"
    case .ine: "INE"
    case .naissance: "date de naissance"
    case .jury: "date du jury"
    case .diplome: "sigle du diplôme"
    case .semestre: "semestres"
    }
  }
}
