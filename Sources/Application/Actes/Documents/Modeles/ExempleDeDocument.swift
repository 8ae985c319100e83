internal import Scolarite

/// What documents of each kind could say, of somebody who does not exist: to see a template.
enum ExempleDeDocument {
  static let champs: [ChampDeModele: String] = [
    .departement: "Métiers du multimédia et de l’internet", .formation: "BUT MMI",
    .annee: "2025-2026", .etudiant: "Anaïs Lévêque", .nom: "Lévêque", .prenom: "Anaïs",
    .nip: "22000417", .ine: "0ABCDE12345", .naissance: "14 février 2006", .jury: "3 juillet 2026",
    .diplome: "BUT", .semestre: "S1 et S2",
  ]

  static func contenu(_ nature: NatureDeDocument, _ jour: Jour) -> ContenuDeDocument {
    switch nature {
    case .releveProvisoire: .releve(releve(nil))
    case .releveDefinitif: .releve(releve(bilan(jour)))
    case .attestationDeReussite:
      .attestation(
        AttestationDeReussite(titulaire: titulaire, cursus: cursus, jury: jour, credits: "60")
      )
    case .certificatDeDUT: .diplome(certificat(.dut, jour, "120"))
    case .certificatDeBUT: .diplome(certificat(.but, jour, "180"))
    case .supplementAuDiplome: .supplement(supplement(jour))
    case .procesVerbal, .procesVerbalAnonyme: .procesVerbal(procesVerbal(nature, jour))
    case .lettreDeDecision: .lettre(lettre(jour))
    case .refusDeRedoublement: .refus(refus(jour))
    case .convocation:
      .convocation(
        Convocation(
          titulaire: titulaire,
          cursus: cursus,
          epreuves: [epreuve(jour)],
          amenagements: ["tiers-temps"],
        )
      )
    case .listeDeSalle, .feuilleDEmargement: .presence(presence(jour))
    case .calendrierOfficiel: .calendrier(calendrier(jour))
    case .procesVerbalDeFraude, .saisineDisciplinaire: .discipline(piece(jour, nil))
    case .invitationAExpliquer, .notificationDeSanction: .discipline(piece(jour, titulaire))
    case .decisionDeBonification: .bonification(bonification(jour))
    case .procesVerbalDeCommission: .commission(commission(jour))
    case .accuseDeSession2, .decisionDInscriptionTardive, .amenagementsDeSession2,
      .convocationAConsulter, .reponseAContestation:
      .session2(session2(nature, jour))
    }
  }

  private static let titulaire = Titulaire(
    nom: "Lévêque",
    prenom: "Anaïs",
    nip: "22000417",
    ine: "0ABCDE12345",
    naissance: Jour("2006-02-14"),
  )

  private static let annee = exige(AnneeUniversitaire(debut: 2025))
  private static let premier = exige(NumeroSemestre(1))
  private static let ue = exige(CodeUE("UE11"))

  private static let cursus = Cursus(
    formation: "BUT Métiers du multimédia et de l’internet",
    departement: "MMI",
    annee: annee,
    anneeBUT: exige(AnneeBUT(1)),
    statut: .initial,
  )

  /// What the examples are made of is right, or none could be shown.
  private static func exige<Valeur>(_ valeur: Valeur?) -> Valeur {
    guard let valeur else { preconditionFailure("an example is made of values that exist") }
    return valeur
  }

  private static func releve(_ bilan: Releve.Bilan?) -> Releve {
    Releve(
      titulaire: titulaire,
      cursus: cursus,
      semestres: [
        Releve.Semestre(
          numero: premier,
          ues: [
            Releve.UE(
              code: ue,
              libelle: "Comprendre",
              moyenne: "12,34",
              decision: bilan == nil ? nil : "ADM",
              credits: bilan == nil ? nil : "6",
              creditsPossibles: "6",
              modules: [
                .init(code: "R101", titre: "Anglais", coefficient: "2", moyenne: "13,50"),
                .init(code: "R103", titre: "Ergonomie", coefficient: "3", moyenne: "11,57"),
              ],
            )
          ],
        )
      ],
      bilan: bilan,
    )
  }

  private static func bilan(_ jour: Jour) -> Releve.Bilan {
    Releve.Bilan(
      jury: jour,
      rcues: [.init(competence: "C1 – Comprendre", moyenne: "12,34", decision: "ADM")],
      annee: .init(code: "ADM", sens: PhrasesDeJury.sens("ADM") ?? ""),
      passage: "entrée en semestre 3 autorisée",
      credits: "60",
      creditsCumules: "60",
      absences: [.init(semestre: premier, heures: "4 h", malus: nil)],
      diplome: nil,
    )
  }

  private static func certificat(_ diplome: DiplomeAttribue, _ jour: Jour, _ credits: String)
    -> CertificatDeDiplome
  {
    CertificatDeDiplome(
      titulaire: titulaire,
      cursus: cursus,
      diplome: diplome,
      jury: jour,
      credits: credits,
    )
  }

  private static func supplement(_ jour: Jour) -> SupplementAuDiplome {
    SupplementAuDiplome(
      titulaire: titulaire,
      cursus: cursus,
      diplome: .but,
      jury: jour,
      credits: "180",
      etablissement: "IUT de Nulle-Part",
      langues: ["français"],
      competences: [.init(libelle: "Comprendre", niveau: Niveau(3))],
      annees: [],
      echelle: .init(bareme: "20", seuil: "10", codes: []),
    )
  }

  private static func procesVerbal(_ nature: NatureDeDocument, _ jour: Jour) -> ProcesVerbal {
    let estAnonyme = nature == .procesVerbalAnonyme
    return ProcesVerbal(
      cursus: cursus,
      session: SessionDeJury(
        id: exige(Identifiant(1)),
        promotion: exige(Identifiant(1)),
        nature: .semestre(premier),
        date: jour,
        nomination: "arrêté 2026-12",
        membres: [
          .init(nom: "Dominique Chaire", qualite: .president, present: true),
          .init(nom: "Alix Banc", qualite: .enseignant, present: true),
        ],
        rectification: nil,
        close: true,
        version: 1,
      ),
      reglement: "Règlement des études",
      conseil: jour,
      cfvu: jour,
      derogation: nil,
      empreinte: "",
      ues: [ue],
      rcues: [],
      lignes: [
        .init(
          etudiant: estAnonyme ? "22000417" : "LÉVÊQUE Anaïs",
          nip: estAnonyme ? "" : "22000417",
          ues: [.init(moyenne: "12,34", code: "ADM")],
          rcues: [],
          annee: "",
          credits: "30",
        )
      ],
      ecarts: [],
      codes: [],
    )
  }

  private static func lettre(_ jour: Jour) -> LettreDeDecision {
    LettreDeDecision(
      titulaire: titulaire,
      cursus: cursus,
      jury: jour,
      decisions: [PhrasesDeJury.annee("ADM"), "UE11 : acquise (ADM), moyenne 12,34."],
      motifs: [],
      recours: nil,
    )
  }

  private static func refus(_ jour: Jour) -> RefusDeRedoublement {
    RefusDeRedoublement(
      titulaire: titulaire,
      cursus: cursus,
      demande: jour,
      decision: jour,
      audition: jour,
      motivation: "Ici, les motifs de la décision.",
      conseils: "Ici, les conseils d’orientation.",
      recours: nil,
    )
  }

  private static func piece(_ jour: Jour, _ titulaire: Titulaire?)
    -> PieceDisciplinaire
  {
    PieceDisciplinaire(
      titulaire: titulaire,
      cursus: cursus,
      parties: [
        .init("", ["Le \(jour.enFrancais)."]), .init("Faits", ["Ici, ce qui s’est passé."]),
      ],
      signatures: titulaire == nil
        ? [.init(nom: "Alix Banc", qualite: "surveillance", mention: "")] : [],
    )
  }

  private static func bonification(_ jour: Jour) -> DecisionDeBonification {
    DecisionDeBonification(
      titulaire: titulaire,
      cursus: cursus,
      demande: jour,
      activite: "Maraudes, Les Voisins",
      type: TypeDEngagement.benevolat.phrase,
      commission: jour,
      decision: jour,
      sens: .rejetee,
      motif: "Ici, le motif de la décision.",
      recours: nil,
    )
  }

  private static func session2(_ nature: NatureDeDocument, _ jour: Jour) -> LettreDeSession2 {
    let (date, epreuve) = (jour.enFrancais, "UE11 – Comprendre")
    let motif = LettreDeSession2.Partie("Motif de la décision", ["Ici, le motif de la décision."])
    func lettre(
      _ introduction: String,
      _ decision: String = "",
      liste: [String] = [],
      _ parties: [LettreDeSession2.Partie] = [],
      _ recours: LettreDeSession2.Recours = .aucun,
    ) -> LettreDeSession2 {
      LettreDeSession2(
        titulaire: titulaire,
        cursus: cursus,
        introduction: [introduction],
        decision: decision,
        liste: liste,
        parties: parties,
        recours: recours,
      )
    }
    return switch nature {
    case .decisionDInscriptionTardive:
      lettre(
        "Vous avez demandé une inscription tardive en session 2.",
        "Cette demande est refusée par décision du \(date).",
        [motif],
        .ouvert(nil),
      )
    case .amenagementsDeSession2:
      lettre(
        "Vos aménagements aux épreuves de la session 2 sont arrêtés.",
        liste: ["tiers-temps, comme à la session 1."],
      )
    case .convocationAConsulter:
      lettre(
        "Vous avez demandé à consulter votre copie de \(epreuve).",
        "La consultation a lieu le \(date) à 14 h, bureau 12.",
      )
    case .reponseAContestation:
      lettre(
        "Vous avez consulté votre copie de \(epreuve) le \(date).",
        "Votre note est maintenue.",
        [motif],
        .ouvert(nil),
      )
    case _:
      lettre("Votre réponse a été reçue le \(date).", "Vous vous inscrivez :", liste: [epreuve])
    }
  }

  private static func commission(_ jour: Jour) -> SeanceDeCommission {
    SeanceDeCommission(
      annee: annee,
      jour: jour,
      close: jour,
      lieu: "salle du conseil",
      membres: [
        .init(nom: "Dominique Chaire", qualite: "direction de l’IUT, préside", estPresent: true)
      ],
      decisions: [
        .init(
          etudiant: "Lévêque Anaïs",
          promotion: "MMI 1",
          activite: "Maraudes, Les Voisins",
          sens: "non accordée",
          motif: "Ici, le motif de la décision.",
        )
      ],
      observations: "",
    )
  }

  private static func epreuve(_ jour: Jour) -> Epreuve {
    Epreuve(
      module: "R101 – Anglais",
      intitule: "Contrôle 1",
      jour: jour,
      heure: "8 h 30",
      duree: "1 h 30",
      lieu: "",
      consignes: "",
    )
  }

  private static func presence(_ jour: Jour) -> ListeDePresence {
    ListeDePresence(
      cursus: cursus,
      epreuve: epreuve(jour),
      lignes: [
        .init(nom: "Lévêque Anaïs", nip: "22000417", place: "TD A", amenagements: ["tiers-temps"])
      ],
      surveillants: ["Alix Banc"],
    )
  }

  private static func calendrier(_ jour: Jour) -> CalendrierOfficiel {
    CalendrierOfficiel(
      objet: "Année universitaire \(annee)",
      rubriques: [
        .init(
          titre: "Jurys",
          lignes: [.init(periode: .jour(jour), libelle: "Jury de fin d’année")],
        )
      ],
    )
  }
}
