import Actes
import Scolarite
import Soutien
import Testing

@testable import Site

extension TerrainDesRoutes {
  static func valeurs(_ promotion: Promotion, _ essai: SiteDEssai) async throws
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

  /// What stands in the register already.
  static func prises(_ promotion: Promotion, _ essai: SiteDEssai) async throws
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

  /// A slot to come.
  static func seance(
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
  static func code(
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
}
