import Actes
import Scolarite

/// One document of each kind, and what is remarkable of some.
enum Exemples {
  static let tous: [(nom: String, document: DocumentAImprimer)] = [
    ("releve-provisoire", .exemple(.releveProvisoire, .releve(.mmi(definitif: false)))),
    (
      "releve-definitif",
      .exemple(
        .releveDefinitif,
        .releve(.mmi()),
        cadre: .exemple(.releveDefinitif, logo: Dessins.logo, signature: Dessins.signature),
      ),
    ),
    ("releve-rt", .exemple(.releveDefinitif, .releve(.rt()))),
    ("attestation-de-reussite", .exemple(.attestationDeReussite, .attestation(attestation))),
    ("certificat-de-dut", .exemple(.certificatDeDUT, .diplome(certificat(.dut)))),
    (
      "certificat-de-but",
      .exemple(
        .certificatDeBUT,
        .diplome(certificat(.but)),
        cadre: .exemple(.certificatDeBUT, logo: Dessins.logo, signature: Dessins.signature),
      ),
    ),
    (
      "supplement-au-diplome",
      .exemple(
        .supplementAuDiplome,
        .supplement(.but),
        cadre: .exemple(
          .supplementAuDiplome,
          logo: Dessins.logo,
          signature: Dessins.signature,
        ),
      ),
    ), ("proces-verbal", .exemple(.procesVerbal, .procesVerbal(.exemple(60)))),
    (
      "proces-verbal-anonyme",
      .exemple(.procesVerbalAnonyme, .procesVerbal(.exemple(12, estAnonyme: true))),
    ), ("lettre-de-decision", .exemple(.lettreDeDecision, .lettre(lettre(.exemple)))),
    ("refus-de-redoublement", .exemple(.refusDeRedoublement, .refus(refus(nil)))),
    ("convocation", .exemple(.convocation, .convocation(convocation))),
    ("liste-de-salle", .exemple(.listeDeSalle, .presence(.exemple(60)))),
    ("feuille-d-emargement", .exemple(.feuilleDEmargement, .presence(.exemple(28)))),
    ("calendrier-officiel", .exemple(.calendrierOfficiel, .calendrier(.annee))),
    (
      "decision-de-bonification", .exemple(.decisionDeBonification, .bonification(bonification())),
    ),
    ("reponse-a-contestation", .exemple(.reponseAContestation, .session2(contestation))),
    ("accuse-de-session-2", .exemple(.accuseDeSession2, .session2(accuse))),
    ("proces-verbal-de-commission", .exemple(.procesVerbalDeCommission, .commission(commission))),
    ("calendrier-de-session", .exemple(.calendrierOfficiel, .calendrier(.session))),
  ]

  static let contestation = LettreDeSession2(
    titulaire: .anais,
    cursus: .mmi(),
    introduction: [
      "Vous avez demandé, le 6 juillet 2026 à 17 h, à consulter votre copie de l’épreuve de session 2 "
        + "de l’UE11 – Comprendre (procédure de session 2, § 5).",
      "Vous l’avez consultée le 8 juillet 2026 à 10 h 30.",
    ],
    decision: "Votre note est maintenue par décision du 8 juillet 2026.",
    parties: [
      .init(
        "Motif de la décision",
        ["Le barème est celui de tous ; le total a été refait devant vous."],
      )
    ],
    recours: .ouvert(nil),
  )

  static let accuse = LettreDeSession2(
    titulaire: .anais,
    cursus: .mmi(),
    introduction: [
      "Votre réponse à la Session 2 de juillet est reçue le 26 juin 2026 à 23 h 58 min 09 s, sous la "
        + "référence S2-12-4031."
    ],
    decision: "Vous vous inscrivez aux épreuves de :",
    liste: ["UE11 – Comprendre", "UE13 – Exprimer"],
  )

  static func bonification(
    _ sens: DemandeDEngagement.Decision.Sens = .irrecevable(.ponctuelle)
  ) -> DecisionDeBonification {
    DecisionDeBonification(
      titulaire: .anais,
      cursus: .mmi(),
      demande: jour("2026-04-02"),
      activite: "Maraudes, Les Voisins",
      type: TypeDEngagement.benevolat.phrase,
      commission: jour("2026-06-25"),
      decision: jour("2026-06-26"),
      sens: sens,
      motif: "Deux sorties dans l’année.",
      recours: nil,
    )
  }

  static let commission = SeanceDeCommission(
    annee: exige(AnneeUniversitaire(debut: 2025)),
    jour: jour("2026-06-25"),
    close: jour("2026-06-26"),
    lieu: "salle du conseil",
    membres: [
      .init(nom: "Dominique Chaire", qualite: "direction de l’IUT, préside", estPresent: true),
      .init(nom: "Alix Banc", qualite: "responsable du département MMI", estPresent: false),
    ],
    decisions: (1...30).map { rang in
      .init(
        etudiant: "Lévêque Anaïs \(rang)",
        promotion: "MMI 1",
        activite: "Maraudes, Les Voisins (bénévolat dans une association)",
        sens: rang.isMultiple(of: 2) ? "accordée : 0,5 point" : "non accordée",
        motif: "Engagement régulier, utile à tous, attesté par l’association.",
      )
    },
    observations: "La séance est levée à midi.",
  )

  static let attestation = AttestationDeReussite(
    titulaire: .anais,
    cursus: .mmi(),
    jury: jour("2026-07-03"),
    credits: "60",
  )

  static func certificat(
    _ diplome: DiplomeAttribue,
    _ titulaire: Titulaire = .anais,
  ) -> CertificatDeDiplome {
    CertificatDeDiplome(
      titulaire: titulaire,
      cursus: diplome == .dut ? .rt : .mmi(3),
      diplome: diplome,
      jury: jour("2026-07-03"),
      credits: diplome == .dut ? "120" : "180",
    )
  }

  static func lettre(_ recours: VoiesDeRecours?) -> LettreDeDecision {
    LettreDeDecision(
      titulaire: .anais,
      cursus: .mmi(),
      jury: jour("2026-07-03"),
      decisions: [
        "Vous passez en deuxième année sans avoir validé la première (PASD).",
        "L’UE 13 est acquise par compensation : votre moyenne y est de 9,97.",
        "L’UE 14 n’est pas acquise ; vous la rattraperez l’an prochain.",
      ],
      motifs: ["Le jury a tenu compte d’une hospitalisation de six semaines au semestre 2."],
      recours: recours,
    )
  }

  static func refus(_ recours: VoiesDeRecours?) -> RefusDeRedoublement {
    RefusDeRedoublement(
      titulaire: .anais,
      cursus: .mmi(),
      demande: jour("2026-07-08"),
      decision: jour("2026-07-15"),
      audition: jour("2026-07-13"),
      motivation: """
        Vous avez été absente, sans justification, à 214 heures d’enseignement et à neuf épreuves.
        Vos moyennes de semestre sont inférieures à 6, et rien dans ce que vous avez dit le 13 juillet \
        n’annonce que l’année prochaine serait différente.
        """,
      conseils: """
        Le service d’orientation vous reçoit sans rendez-vous le mardi ; une entrée en BTS reste \
        possible jusqu’au 10 septembre.
        """,
      recours: recours,
    )
  }

  static let convocation = Convocation(
    titulaire: .anais,
    cursus: .mmi(),
    epreuves: [
      Epreuve(
        module: "R101 – Anglais",
        intitule: "Session 2",
        jour: jour("2026-08-27"),
        heure: "8 h 30",
        duree: "1 h 30",
        lieu: "Amphithéâtre B",
        consignes: "Aucun document, aucune calculatrice.",
      ),
      Epreuve(
        module: "R112 – Intégration web",
        intitule: "Session 2",
        jour: jour("2026-08-28"),
        heure: "14 h",
        duree: "2 h",
        lieu: "Salle 214",
        consignes: "",
      ),
      Epreuve(
        module: "SAE105 – Produire un site web",
        intitule: "Travail à rendre",
        jour: nil,
        heure: "",
        duree: "",
        lieu: "",
        consignes: "",
      ),
    ],
    amenagements: ["Un tiers de temps en plus", "Sujets agrandis en A3"],
  )
}

extension VoiesDeRecours {
  static let exemple = VoiesDeRecours(
    autorite: "La directrice de l’IUT, présidente du jury",
    adresse: "IUT de Nulle-Part\n1, place du Marché\n99000 Nulle-Part",
    tribunal: "Tribunal administratif de Nulle-Part",
    adresseDuTribunal: "2, rue de la Loi\n99000 Nulle-Part",
  )
}
