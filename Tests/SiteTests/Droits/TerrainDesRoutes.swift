import Actes
import Coffre
import Scolarite
import Soutien
import Testing

@testable import Site

/// What the addresses of routes name: things of a department, and of another.
struct TerrainDesRoutes {
  let essai: SiteDEssai
  let ailleurs: [String: String]
  private let chezSoi: [String: String]
  private let etudiant: Identifiant<Etudiant>

  init(_ essai: SiteDEssai) async throws {
    self.essai = essai
    let commun = try await Self.administration(essai)
    chezSoi = try await Self.valeurs(essai.mmi, essai).merging(commun) { sien, _ in sien }
    ailleurs = try await Self.valeurs(essai.rt, essai).merging(commun) { sien, _ in sien }
    etudiant = try #require(Identifiant(Int64(chezSoi["etudiant"] ?? "") ?? 0))
  }

  /// What a jury that is not closed has before it, and that nobody else may read.
  static let secret = "Confidence d’avant clôture"

  /// Another student of the same promotion.
  func camarade() async throws -> [String: String] {
    let promotion = essai.mmi.id
    let autres = try await essai.lire { try $0.inscriptions(promotion).map(\.etudiant) }
    let autre = try #require(autres.first { $0 != etudiant })
    return chezSoi.merging(["etudiant": "\(autre)"]) { $1 }
  }

  func ici(_ role: Role) -> [String: String] { chezSoi }

  /// A user of one role, on MMI; the administrator on all, teachers on the module, the student on
  /// their own record.
  func utilisateur(_ role: Role) async throws -> Utilisateur {
    let portee: Portee =
      switch role {
      case .administrateur: .etablissement
      case .enseignant, .responsableDeModule: .module(essai.mmi.id, chezSoi["module"] ?? "")
      case .etudiant: .etudiant(etudiant)
      case .direction, .directeurDesEtudes, .responsableDeDepartement, .secretariat, .jury,
        .commissionDesBonifications, .suaps, .serviceHandicap, .surveillant:
        .departement(essai.mmi.departement)
      }
    let identifiant = "essai-\(role.rawValue)"
    if let connu = try await essai.lire({ try $0.utilisateur(identifiant: identifiant) }) {
      return connu
    }
    let nouveau = NouvelUtilisateur(
      identifiant: identifiant,
      nom: "Essai \(role.phrase)",
      etudiant: role == .etudiant ? etudiant : nil,
    )
    // Another test may make it meanwhile, and is then the one to be found.
    _ = try? await essai.bureau.faire(
      CreerAvecUnRole(nouveau: nouveau, role: role, portee: portee),
      par: .console("essai"),
      dans: essai.iut.id,
    )
    return try #require(
      try await essai.lire { try $0.utilisateur(identifiant: identifiant) }
    )
  }

  /// What the addresses of administration name; the account is nobody’s, since routes close it.
  private static func administration(_ essai: SiteDEssai) async throws -> [String: String] {
    let (annee, identifiant) = (essai.mmi.annee, "essai-sans-role")
    func connu() async throws -> Utilisateur? {
      try await essai.lire { try $0.utilisateur(identifiant: identifiant) }
    }
    if try await connu() == nil {
      // Another test may make it meanwhile, and is then the one to be found.
      _ = try? await essai.bureau.faire(
        CreerUnUtilisateur(.init(identifiant: identifiant, nom: "Sans Rôle")),
        par: .console("essai"),
        dans: essai.iut.id,
      )
    }
    let compte = try #require(try await connu())
    let profil = try await essai.lire { try $0.profils(annee).first?.id }
    let secret = essai.secrets.secret()
    try await essai.bureau.faire(
      DemanderUneAdresseDeCalendrier(secret.empreinte),
      par: .utilisateur(compteDeCalendrier(essai)),
      dans: essai.iut.id,
    )
    return [
      "compte": compte.id.description, "calendrier": secret.texte + ".ics",
      "annee": annee.description, "profil": try #require(profil).description, "numero": "1",
    ]
  }

  /// An account of its own: each run gives it another address.
  private static func compteDeCalendrier(_ essai: SiteDEssai) async throws
    -> Identifiant<Utilisateur>
  {
    let rang = essai.secrets.code().texte
    return try await essai.faire(
      CreerUnUtilisateur(.init(identifiant: "agenda-\(rang)", nom: "Agenda d’essai"))
    ).id
  }

  private static func valeurs(_ promotion: Promotion, _ essai: SiteDEssai) async throws
    -> [String: String]
  {
    var valeurs = try await prises(promotion, essai)
    let etudiant = try #require(
      Int64(valeurs["etudiant"] ?? "").flatMap { Identifiant<Etudiant>($0) }
    )
    let jour = try #require(Instant("\(SiteDEssai.jour)T08:00"))
    // The steps of absence are closed to an apprentice (article 2).
    for inscription in try await essai.lire({ try $0.inscriptions(etudiant: etudiant) })
    where inscription.promotion == promotion.id && inscription.statut(le: jour.jour) == .alternant {
      // Another test may do so meanwhile.
      _ = try? await essai.faire(
        ChangerDeStatut(
          inscription.id,
          statut: .initial,
          depuis: jour.jour,
          version: inscription.version,
        )
      )
    }
    let fichier = try await essai.faire(
      DeposerUnFichier(etudiant: etudiant, octets: Array("%PDF-1.7 \(etudiant)".utf8))
    )
    valeurs["fichier"] = fichier
    valeurs["justificatif"] = try await essai.faire(
      DeposerUnJustificatif(
        etudiant: etudiant,
        du: jour,
        au: jour,
        nature: .medical,
        fichier: fichier,
      )
    ).id.description
    valeurs["amenagement"] = try await essai.faire(
      AccorderUnAmenagement(
        .tiersTemps,
        a: etudiant,
        precision: "",
        depuis: jour.jour,
        jusqua: nil,
      )
    ).id.description
    let jury = try await jury(promotion, essai)
    valeurs["jury"] = jury.id.description
    // What is prepared keeps the jury from being taken away by the routes that are tried; another
    // test may have prepared the same.
    try? await essai.faire(
      ProposerEnCommission(jury: jury.id, etudiant: etudiant, decisions: [], avis: secret)
    )
    valeurs["situation"] = try await essai.faire(
      SignalerUneSituation(promotion: promotion.id, etudiant: etudiant, texte: secret)
    ).id.description
    _ = try? await essai.faire(
      DeciderEnJury(
        jury: jury.id,
        etudiant: etudiant,
        decisions: [.init(sur: .annee, code: .adj, motif: secret)],
      )
    )
    valeurs["inscription"] = try await essai.lire { registre in
      try registre.inscriptions(etudiant: etudiant).first { $0.promotion == promotion.id }?.id
    }?.description
    valeurs["seance"] = try await seance(promotion, valeurs["module"], essai).description
    valeurs["lieu"] = promotion.departement.description
    for (nom, nature) in [
      ("nature", NatureDeDocument.releveProvisoire), ("piece", .procesVerbal),
      ("liste", .feuilleDEmargement), ("modele", .convocation),
    ] { valeurs[nom] = nature.rawValue }
    valeurs["code"] = try await code(etudiant, promotion, essai)
    let signale = try await essai.faire(
      SignalerUnIncident(
        promotion: promotion.id,
        etudiants: [etudiant],
        date: jour,
        surveillant: "Sam Veille",
        recit: "Téléphone sur les genoux.",
      )
    )
    valeurs["incident"] = signale.id.description
    valeurs["papier"] = NatureDeDocument.saisineDisciplinaire.rawValue
    let evaluation = try #require(Int64(valeurs["evaluation"] ?? ""))
    valeurs["constat"] = try await essai.faire(
      ConstaterEnSalle(
        .materielsDeposes,
        a: try #require(Identifiant(evaluation)),
        le: jour,
      )
    ).id.description
    valeurs["autorisation"] = try await essai.faire(
      DemanderUneAutorisation(
        etudiant,
        du: try #require(Instant("2026-12-10T08:00")),
        au: try #require(Instant("2026-12-10T18:00")),
        motif: "concours",
      )
    ).id.description
    valeurs["redoublement"] = try await redoublement(etudiant, promotion, essai).description
    let piece = try await essai.faire(
      DeposerUnFichier(etudiant: etudiant, octets: Array("%PDF-1.7 mandat \(etudiant)".utf8))
    )
    try await bonifier(etudiant, promotion, piece, essai, &valeurs)
    let conduite = try await essai.faire(
      InstallerUneSession2(
        promotion: promotion.id,
        module: valeurs["module"] ?? "",
        etudiant: etudiant,
        choix: choixDeSession2(promotion),
      )
    )
    valeurs["campagne"] = conduite.session.campagne.description
    valeurs["epreuve"] = conduite.epreuve.id.description
    valeurs["tardive"] = conduite.tardive.id.description
    try await rattraper(etudiant, promotion, conduite.epreuve, essai, &valeurs)
    try await convoquer(etudiant, conduite.session.campagne, essai, &valeurs)
    let session = try await essai.faire(
      OuvrirUneSessionBTS(departement: promotion.departement, specialite: .fournie("ELT"))
    )
    valeurs["bts"] = session.id.description
    valeurs["candidat"] = try await essai.faire(
      InscrireUnCandidatBTS(
        session: session.id,
        nip: "bts-\(session.id)",
        nom: "Alix",
        prenom: "Essai",
      )
    ).id.description
    return valeurs
  }

  private static func choixDeSession2(_ promotion: Promotion) throws -> ChoixDeSession2 {
    let jour: Jour = try #require(Jour("2027-01-11"))
    return ChoixDeSession2(
      intitule: "Session 2",
      premierJour: jour,
      dernierJour: jour,
      publicationPrevue: try #require(Jour("2026-12-14")),
      limiteInscription: try #require(Instant("2026-12-23T23:59")),
      adoptee: Jour(ouvrant: promotion.annee),
    )
  }

  /// A published calendar of session 2, with a constraint and a report of the student.
  private static func convoquer(
    _ etudiant: Identifiant<Etudiant>,
    _ id: Identifiant<Campagne>,
    _ essai: SiteDEssai,
    _ valeurs: inout [String: String],
  ) async throws {
    let lue = try await essai.lire { try $0.campagne(id) }
    let campagne = try #require(lue)
    let pose = try await essai.faire(
      CalendrierPose.Poser(
        campagne: campagne,
        etudiant: etudiant,
        module: valeurs["module"] ?? "",
        jour: try #require(Jour("2027-01-11")),
      )
    )
    valeurs["cle"] = pose.cle.description
    valeurs["contrainte"] = pose.contrainte.description
    valeurs["signalement"] = pose.signalement.description
    valeurs["course"] = "1"
  }

  /// A request for engagement, one for arrangements, a bonus for sport and a session; another test may
  /// have made them.
  private static func bonifier(
    _ etudiant: Identifiant<Etudiant>,
    _ promotion: Promotion,
    _ fichier: String,
    _ essai: SiteDEssai,
    _ valeurs: inout [String: String],
  ) async throws {
    let (debut, fin) = (Jour(ouvrant: promotion.annee), Jour(cloturant: promotion.annee))
    let campagne = try await essai.faire(
      OuvrirUneCampagne(
        promotion: promotion.id,
        nature: .bonus,
        intitule: "Engagement",
        ouverture: try #require(Instant("\(debut)T08:00")),
        cloture: try #require(Instant("\(fin)T08:00")),
      )
    )
    _ = try? await essai.faire(
      DeposerUnEngagement(
        campagne: campagne.id,
        etudiant: etudiant,
        .init(
          type: .eluInstitut,
          activite: "Conseil d’institut",
          organisme: "IUT",
          description: "Chaque mois.",
          du: debut,
          au: fin,
        ),
        pieces: [
          .init(.engagement, par: .organisme, fichier: fichier),
          .init(.assiduite, par: .organisme, fichier: fichier),
        ],
      )
    )
    _ = try? await essai.faire(
      AttribuerUnBonus(
        promotion: promotion.id,
        etudiant: etudiant,
        nature: .sport(.seances(20)),
        date: debut,
        motif: "liste du service des sports",
      )
    )
    _ = try? await essai.faire(
      ReunirUneCommission(promotion.annee, le: fin, lieu: "Amphi")
    )
    valeurs["demande"] = try await essai.faire(
      DemanderUnAmenagement(
        promotion: promotion.id,
        etudiant: etudiant,
        .vieActive,
        texte: "Je travaille le matin.",
        souhaits: [.emploiDuTemps],
      )
    ).id.description
    let lus = try await essai.lire { registre in
      (
        try registre.engagements(etudiant: etudiant).first?.id,
        try registre.bonus(etudiant: etudiant).first(where: \.estDuSport)?.id,
        try registre.commissions().first?.id,
      )
    }
    valeurs["engagement"] = try #require(lus.0).description
    valeurs["bonus"] = try #require(lus.1).description
    valeurs["commission"] = try #require(lus.2).description
  }

  /// A mark of session 2, which no jury made known.
  static let noteCachee = "13,37"

  /// Copies of an exam, a request to see one and support; another test may have made them.
  private static func rattraper(
    _ etudiant: Identifiant<Etudiant>,
    _ promotion: Promotion,
    _ epreuve: EpreuveDeSession2,
    _ essai: SiteDEssai,
    _ valeurs: inout [String: String],
  ) async throws {
    let note: Note = try #require(Note(noteCachee))
    let posee = try await essai.faire(
      PoserUneSession2DuSite(
        promotion: promotion.id,
        etudiant: etudiant,
        module: valeurs["module"] ?? "",
        epreuve: epreuve,
        note: note,
      )
    )
    _ = try? await essai.faire(
      PreparerLesCopies(posee.epreuve.id, mode: .simple, estAnonyme: false, graine: 1)
    )
    valeurs["consultation"] = posee.consultation.id.description
    valeurs["soutien"] = try await essai.faire(
      OffrirUneSeanceDeSoutien(
        posee.epreuve.campagne,
        posee.epreuve.ue,
        debut: try #require(Instant("2026-12-01T14:00")),
        fin: try #require(Instant("2026-12-01T16:00")),
        salle: "B12",
        enseignant: "Camille Dutour",
      )
    ).id.description
  }

  /// A slot to come.
  private static func seance(
    _ promotion: Promotion,
    _ module: String?,
    _ essai: SiteDEssai,
  ) async throws -> Identifiant<Seance> {
    let debut = try #require(Instant("\(SiteDEssai.jour)T14:00"))
    let seances = try await essai.faire(
      CreerDesSeances(
        promotion: promotion.id,
        seances: [.init(module: module, debut: debut, minutes: 60, nature: .td)],
      )
    )
    return try #require(seances.first).id
  }

  /// The code of a document of a student.
  private static func code(
    _ etudiant: Identifiant<Etudiant>,
    _ promotion: Promotion,
    _ essai: SiteDEssai,
  ) async throws -> String {
    let edition = try await essai.site.editeur.editer(
      DemandeDeDocuments(
        .releveProvisoire,
        sur: .promotion(promotion.id),
        etudiants: [etudiant],
      ),
      par: .console("essai"),
      dans: essai.iut.id,
    )
    return try #require(edition.documents.first).verification.code
  }

  /// The open jury of a year; another test may have opened it.
  private static func jury(_ promotion: Promotion, _ essai: SiteDEssai) async throws
    -> SessionDeJury
  {
    _ = try? await essai.faire(
      OuvrirUnJury(
        promotion: promotion.id,
        nature: .annee,
        date: Jour(cloturant: promotion.annee),
        motif: "session 2",
      )
    )
    let jurys = try await essai.lire { [id = promotion.id] in try $0.jurys(id) }
    return try #require(jurys.first { !$0.close && $0.nature == .annee })
  }

  /// The request to repeat of a student; another test may have made it.
  private static func redoublement(
    _ etudiant: Identifiant<Etudiant>,
    _ promotion: Promotion,
    _ essai: SiteDEssai,
  ) async throws -> Identifiant<ProcedureDeRedoublement> {
    let demande = DemanderUnRedoublement(
      promotion: promotion.id,
      etudiant: etudiant,
      semestres: promotion.anneeBUT.semestres,
      motif: "une année difficile",
    )
    _ = try? await essai.faire(demande)
    let siennes = try await essai.lire { try $0.redoublements(etudiant: etudiant) }
    return try #require(siennes.first { $0.promotion == promotion.id }?.id)
  }

  /// What stands in the register already.
  private static func prises(_ promotion: Promotion, _ essai: SiteDEssai) async throws
    -> [String: String]
  {
    try await essai.lire { registre in
      // Neither marks to lose nor a lock: a test that nobody has begun.
      let evaluations = try registre.evaluations(promotion.id)
      let evaluation = try #require(
        try evaluations.first { try registre.notes($0.id).count > 3 && !$0.publiee }
      )
      let etudiant = try #require(try registre.notes(evaluation.id).first?.etudiant)
      return [
        "ue": promotion.anneeBUT.valeur == 1 ? "UE11" : "UE31", "fournisseur": "essai",
        "promotion": promotion.id.description, "module": evaluation.module,
        "evaluation": evaluation.id.description, "etudiant": etudiant.description,
      ]
    }
  }
}

/// A user with a role, at once.
private struct CreerAvecUnRole: Acte {
  static let nom = "creer-avec-un-role"
  let nouveau: NouvelUtilisateur
  let role: Role
  let portee: Portee

  func executer(_ travail: Travail) throws -> Utilisateur {
    let utilisateur = try CreerUnUtilisateur(nouveau).executer(travail)
    let debut = Jour(ouvrant: try #require(AnneeUniversitaire(debut: 2026)))
    _ = try DonnerUnRole(role, sur: portee, a: utilisateur.id, depuis: debut).executer(travail)
    return utilisateur
  }
}
