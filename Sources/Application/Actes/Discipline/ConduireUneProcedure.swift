public import Scolarite

/// Invites students to explain themselves, by letter or mail (R1.6.2).
public struct InviterASExpliquer: Acte {
  public static let nom = "inviter-a-s-expliquer"
  public let incident: Identifiant<Incident>
  public let etudiants: [Identifiant<Etudiant>]
  /// The day on which it is sent.
  public let date: Jour
  /// How it is sent, and where and when they are expected.
  public let texte: String
  /// The version that was read.
  public let version: Int64

  public init(
    incident: Identifiant<Incident>,
    etudiants: [Identifiant<Etudiant>],
    date: Jour,
    texte: String,
    version: Int64,
  ) {
    self.incident = incident
    self.etudiants = etudiants
    self.date = date
    self.texte = texte
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> Incident {
    let acte = ActeDisciplinaire(incident, etudiants, version, Self.nom, .suivreLaDiscipline)
    return try acte.executer(
      travail,
      .invitation,
      le: date,
      texte,
      apres: nil,
      si: { suite in
        try suite.exigerAvantLeDirecteur()
        guard !texte.isEmpty else { throw Refus.donnees([.init("texte", .absente)]) }
      },
    )
  }
}

/// Writes what a student answered, or that there was no answer.
public struct ConsignerLesExplications: Acte {
  public static let nom = "consigner-les-explications"
  public let incident: Identifiant<Incident>
  public let etudiant: Identifiant<Etudiant>
  public let date: Jour
  public let texte: String
  /// The version that was read.
  public let version: Int64

  public init(
    incident: Identifiant<Incident>,
    etudiant: Identifiant<Etudiant>,
    date: Jour,
    texte: String,
    version: Int64,
  ) {
    self.incident = incident
    self.etudiant = etudiant
    self.date = date
    self.texte = texte
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> Incident {
    let acte = ActeDisciplinaire(incident, [etudiant], version, Self.nom, .suivreLaDiscipline)
    return try acte.executer(
      travail,
      .explications,
      le: date,
      texte,
      apres: .invitation,
      si: { suite in
        try suite.exigerAvantLaSection()
        guard !texte.isEmpty else { throw Refus.donnees([.init("texte", .absente)]) }
      },
    )
  }
}

/// Lays the matter before the director of the IUT, under a head (R1.6.1).
public struct SaisirLaDirection: Acte {
  public static let nom = "saisir-la-direction"
  public let incident: Identifiant<Incident>
  public let etudiants: [Identifiant<Etudiant>]
  public let chef: ChefDeSaisine
  public let date: Jour
  public let texte: String
  /// The version that was read.
  public let version: Int64

  public init(
    incident: Identifiant<Incident>,
    etudiants: [Identifiant<Etudiant>],
    chef: ChefDeSaisine,
    date: Jour,
    texte: String,
    version: Int64,
  ) {
    self.incident = incident
    self.etudiants = etudiants
    self.chef = chef
    self.date = date
    self.texte = texte
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> Incident {
    let acte = ActeDisciplinaire(incident, etudiants, version, Self.nom, .suivreLaDiscipline)
    return try acte.executer(
      travail,
      .saisineDuDirecteur,
      le: date,
      texte,
      apres: .invitation,
      si: { try $0.exigerAvantLeDirecteur() },
      changer: { $0.chef = chef },
    )
  }
}

/// Reports to the president of the university, who is asked to seize the section.
public struct RapporterALaPresidence: Acte {
  public static let nom = "rapporter-a-la-presidence"
  public let incident: Identifiant<Incident>
  public let etudiants: [Identifiant<Etudiant>]
  public let date: Jour
  public let texte: String
  /// The version that was read.
  public let version: Int64

  public init(
    incident: Identifiant<Incident>,
    etudiants: [Identifiant<Etudiant>],
    date: Jour,
    texte: String,
    version: Int64,
  ) {
    self.incident = incident
    self.etudiants = etudiants
    self.date = date
    self.texte = texte
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> Incident {
    let acte = ActeDisciplinaire(incident, etudiants, version, Self.nom, .gererLaDiscipline)
    return try acte.executer(
      travail,
      .rapport,
      le: date,
      texte,
      apres: .saisineDuDirecteur,
      si: { suite in
        try suite.exigerAvantLaSection()
        guard !texte.isEmpty else { throw Refus.donnees([.init("texte", .absente)]) }
        guard !suite.a(.rapport) else { throw Refus.etat(.procedureEngagee) }
      },
    )
  }
}

/// Records that the section disciplinaire is seized; the procès-verbal of a fraud goes to it (R1.5.7).
public struct SaisirLaSection: Acte {
  public static let nom = "saisir-la-section"
  public let incident: Identifiant<Incident>
  public let etudiants: [Identifiant<Etudiant>]
  public let date: Jour
  /// The version that was read.
  public let version: Int64

  public init(
    incident: Identifiant<Incident>,
    etudiants: [Identifiant<Etudiant>],
    date: Jour,
    version: Int64,
  ) {
    self.incident = incident
    self.etudiants = etudiants
    self.date = date
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> Incident {
    let acte = ActeDisciplinaire(incident, etudiants, version, Self.nom, .gererLaDiscipline)
    let ancien = try travail.incident(incident)
    let transmis = ancien.procesVerbal.map {
      "Procès-verbal du \($0.jour.enFrancais) transmis."
    }
    return try acte.executer(
      travail,
      .saisineDeLaSection,
      le: date,
      transmis ?? "",
      apres: .rapport,
      si: { suite in
        try suite.exigerAvantLaSection()
        guard ancien.comportement != .fraude || ancien.evaluation == nil || transmis != nil else {
          throw Refus.regle(
            article: "règlement des études, article 5",
            .procesVerbalManquant,
          )
        }
      },
      etat: .sectionSaisie,
    )
  }
}

/// Records that the decision reached the student, who reads it from then on.
public struct NotifierLaSanction: Acte {
  public static let nom = "notifier-la-sanction"
  public let incident: Identifiant<Incident>
  public let etudiant: Identifiant<Etudiant>
  public let date: Jour
  /// The version that was read.
  public let version: Int64

  public init(
    incident: Identifiant<Incident>,
    etudiant: Identifiant<Etudiant>,
    date: Jour,
    version: Int64,
  ) {
    self.incident = incident
    self.etudiant = etudiant
    self.date = date
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> Incident {
    let acte = ActeDisciplinaire(incident, [etudiant], version, Self.nom, .gererLaDiscipline)
    return try acte.executer(
      travail,
      .notification,
      le: date,
      "",
      apres: nil,
      si: { suite in
        guard suite.a(.sanction) || suite.a(.relaxe) else {
          throw Refus.etat(.sectionSansDecision)
        }
        guard !suite.a(.notification) else { throw Refus.etat(.procedureClose) }
      },
    )
  }
}

/// Records that the student contests the decision before the court.
public struct EnregistrerUnRecours: Acte {
  public static let nom = "enregistrer-un-recours"
  public let incident: Identifiant<Incident>
  public let etudiant: Identifiant<Etudiant>
  public let date: Jour
  public let texte: String
  /// The version that was read.
  public let version: Int64

  public init(
    incident: Identifiant<Incident>,
    etudiant: Identifiant<Etudiant>,
    date: Jour,
    texte: String,
    version: Int64,
  ) {
    self.incident = incident
    self.etudiant = etudiant
    self.date = date
    self.texte = texte
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> Incident {
    let acte = ActeDisciplinaire(incident, [etudiant], version, Self.nom, .gererLaDiscipline)
    return try acte.executer(
      travail,
      .recours,
      le: date,
      texte,
      apres: .notification,
      si: { _ in
        guard !texte.isEmpty else { throw Refus.donnees([.init("texte", .absente)]) }
      },
    )
  }
}
