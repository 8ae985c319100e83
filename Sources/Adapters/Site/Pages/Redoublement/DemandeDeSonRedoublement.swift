internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// A student asks to repeat, or the secretariat for them, and follows what becomes of it.
enum DemandeDeSonRedoublement {
  static let routes: [Route] = [
    .lecture("/moi/redoublement") { try await montrer($0) },
    .envoi("/moi/redoublement", par: deposer),
    .lecture("/etudiants/{etudiant}/redoublement") { try await montrer($0) },
    .envoi("/etudiants/{etudiant}/redoublement", par: deposer),
    .envoi("/redoublements/{redoublement}/demande", par: changer),
  ]

  static func montrer(_ visite: Visite, _ envoyee: SaisieLue? = nil, _ statut: HTTPStatus = .ok)
    async throws -> HTTPResponse
  {
    let vu = try visite.dossierVu()
    let siens = try await visite.demander(VoirSesRedoublements(vu.etudiant))
    return visite.page(
      vu.estLeSien ? "Redoubler" : "Redoublement de \(siens.etudiant.nomAffiche)",
      fil: [
        Lien(vu.estLeSien ? "Mon dossier" : siens.etudiant.nomAffiche, vers: vu.adresse())
      ],
      scripts: [Fichiers.script("envoi.js")],
      statut: statut,
    ) {
      for sienne in siens.demandes {
        SuiviDeRedoublement(sienne, siens.maximum ?? 0, vu, visite.jeton)
      }
      if siens.ouvertes.isEmpty, siens.demandes.isEmpty {
        EtatVide(
          "Aucune demande possible",
          "Il faut une inscription en cours pour demander à redoubler.",
        )
      }
      if let ouverte = siens.ouvertes.first {
        Carte("Demander à redoubler en \(ouverte.promotion.nom), \(ouverte.promotion.annee)") {
          FormulaireDeRedoublement(ouverte, envoyee, vu, visite.jeton)
        }
      }
    }
  }

  private static func deposer(_ visite: Visite) async throws -> HTTPResponse {
    let vu = try visite.dossierVu()
    let siens = try await visite.demander(VoirSesRedoublements(vu.etudiant))
    let envoi = try visite.formulaire()
    var saisie = SaisieLue(envoi)
    guard let ouverte = siens.ouvertes.first(where: { "\($0.promotion.id)" == saisie["promotion"] })
    else { return try await montrer(visite, saisie, .unprocessableContent) }
    let semestres = ouverte.semestres.filter { saisie["s\($0.valeur)"] == "oui" }
    let anterieurs = saisie["anterieurs"].split { !$0.isNumber }.map { chiffre in
      Int(chiffre).flatMap(NumeroSemestre.init)
    }
    if semestres.isEmpty, let premier = ouverte.semestres.first {
      saisie.fautes["s\(premier.valeur)"] = "Choisissez au moins un semestre."
    }
    if saisie["motif"].isEmpty { saisie.fautes["motif"] = "Dites pourquoi." }
    if anterieurs.contains(nil) {
      saisie.fautes["anterieurs"] = "Un semestre est un chiffre de 1 à 6 : « 1, 2 »."
    }
    guard saisie.fautes.isEmpty else {
      return try await montrer(visite, saisie, .unprocessableContent)
    }
    do {
      try await visite.faire(
        DemanderUnRedoublement(
          promotion: ouverte.promotion.id,
          etudiant: vu.etudiant,
          semestres: semestres,
          anterieurs: anterieurs.compactMap(\.self),
          motif: saisie["motif"],
          auditionDemandee: saisie["audition"] == "oui",
          fichier: try await piece(envoi, vu.etudiant, visite),
        )
      )
      return visite.versLaPage(vu.adresse("redoublement"), fait: .redoublementDemande)
    } catch let refus as Refus {
      guard saisie.prendre(refus, champs: ["fichier": "piece"], defaut: "motif") else {
        throw refus
      }
      return try await montrer(visite, saisie, .unprocessableContent)
    }
  }

  private static func piece(
    _ envoi: HTTPForm,
    _ etudiant: Identifiant<Etudiant>,
    _ visite: Visite,
  ) async throws -> String? {
    guard let piece = envoi.file("piece") else { return nil }
    return try await visite.faire(
      DeposerUnFichier(etudiant: etudiant, octets: piece.bytes())
    )
  }

  /// Asks for a hearing, gives a document, or gives the request up.
  private static func changer(_ visite: Visite) async throws -> HTTPResponse {
    let id: Identifiant<ProcedureDeRedoublement> = try visite.identifiant(
      "redoublement",
      .redoublement,
    )
    let envoi = try visite.formulaire()
    let version = Int64(envoi["version"] ?? "") ?? 0
    let procedure: ProcedureDeRedoublement
    let fait: Fait
    switch envoi["effet"] {
    case "retirer":
      procedure = try await visite.faire(RetirerUneDemandeDeRedoublement(id, version: version))
      fait = .redoublementRetire
    case "piece":
      let etudiant = Identifiant<Etudiant>(Int64(envoi["etudiant"] ?? "") ?? 0)
      guard let etudiant, let fichier = try await piece(envoi, etudiant, visite) else {
        throw Refus.donnees([.init("pièce", .absente)])
      }
      procedure = try await visite.faire(
        JoindreUnePieceAuRedoublement(id, fichier: fichier, version: version)
      )
      fait = .pieceJointe
    case _:
      procedure = try await visite.faire(DemanderUneAudition(id, version: version))
      fait = .auditionDemandee
    }
    let estLeSien = visite.visiteur?.utilisateur.etudiant == procedure.etudiant
    let vu = DossierVu(etudiant: procedure.etudiant, estLeSien: estLeSien)
    return visite.versLaPage(vu.adresse("redoublement"), fait: fait)
  }
}

/// The form of a request.
struct FormulaireDeRedoublement: HTML {
  private let ouverte: VoirSesRedoublements.Ouverte
  private let saisie: SaisieLue
  private let vu: DossierVu
  private let jeton: Jeton

  init(
    _ ouverte: VoirSesRedoublements.Ouverte,
    _ envoyee: SaisieLue?,
    _ vu: DossierVu,
    _ jeton: Jeton,
  ) {
    self.ouverte = ouverte
    saisie = envoyee ?? SaisieLue([:])
    self.vu = vu
    self.jeton = jeton
  }

  func render(into output: inout HTMLOutput) { corps.render(into: &output) }

  private var corps: some HTML {
    let semestres = semestres
    let autres = autres
    return HTMLGroup(
      p {
        Typographie.phrase(
          "Un redoublement n’est jamais automatique : la demande est examinée. Un refus serait motivé, "
            + "avec des conseils d’orientation ; l’étudiant peut demander à être entendu avant."
        )
      },
      ResumeDesErreurs(de: semestres + autres),
      Formulaire(vers: vu.adresse("redoublement"), jeton: jeton, aDesFichiers: true) {
        input(.type("hidden"), .name("promotion"), .value("\(ouverte.promotion.id)"))
        for champ in semestres { champ }
        for champ in autres { champ }
        Boutons(Bouton("Déposer la demande", .premier))
        p(.role("status"), .data("progres", "Envoi de la demande…")) {}
      },
    )
  }

  private var semestres: [Champ] {
    ouverte.semestres.map { semestre in
      let nom = "s\(semestre.valeur)"
      return Champ(
        nom,
        "Redoubler le semestre \(semestre.valeur)",
        .coche(saisie[nom] == "oui"),
        erreur: saisie.fautes[nom],
      )
    }
  }

  private var autres: [Champ] {
    [
      Champ(
        "motif",
        "Pourquoi",
        .texteLong(saisie["motif"]),
        aide: "Ce qui s’est passé cette année, et ce qui changera.",
        erreur: saisie.fautes["motif"],
      ),
      Champ(
        "anterieurs",
        "Semestres déjà redoublés dans un autre établissement",
        .texte(saisie["anterieurs"]),
        aide: "« 1, 2 » ; ceux que l’IUT connaît sont comptés sans vous.",
        erreur: saisie.fautes["anterieurs"],
        estFacultatif: true,
      ),
      Champ(
        "audition",
        vu.estLeSien
          ? "Je demande à être entendu avant la décision"
          : "L’étudiant demande à être entendu avant la décision",
        .coche(saisie["audition"] == "oui"),
      ),
      Champ(
        "piece",
        "Pièce",
        .fichier(accepte: "application/pdf,image/jpeg,image/png"),
        aide: "PDF, JPEG ou PNG ; elle est nécessaire pour invoquer une force majeure.",
        erreur: saisie.fautes["piece"],
        estFacultatif: true,
      ),
    ]
  }
}

/// A request as its student follows it.
struct SuiviDeRedoublement: HTML {
  private let sienne: VoirSesRedoublements.Sienne
  private let maximum: Int
  private let vu: DossierVu
  private let jeton: Jeton

  init(
    _ sienne: VoirSesRedoublements.Sienne,
    _ maximum: Int,
    _ vu: DossierVu,
    _ jeton: Jeton,
  ) {
    self.sienne = sienne
    self.maximum = maximum
    self.vu = vu
    self.jeton = jeton
  }

  func render(into output: inout HTMLOutput) { corps.render(into: &output) }

  private var procedure: ProcedureDeRedoublement { sienne.procedure }

  private var corps: some HTML {
    Carte("Demande de \(sienne.promotion.nom), \(sienne.promotion.annee)") {
      Definitions([
        ("État", Cellule(procedure.pastilleDEtudiant)),
        ("Semestres", "\(procedure.semestresEnMots)"),
        ("Audition", "\(procedure.auditionEnMots)"),
        (
          "Pièce",
          procedure.fichier.map { Cellule(Lien("Lire la pièce", vers: Chemin.fichier($0))) }
            ?? "aucune",
        ),
      ])
      reponse
      Frise(EtapesDeRedoublement.moments(procedure))
      if let compteurs = sienne.compteurs {
        CompteursDeRedoublement(compteurs, maximum, procedure)
      }
      if procedure.etat == .deposee { actions }
    }
  }

  @HTMLBuilder private var reponse: some HTML {
    if let decision = procedure.decision {
      Encart(
        decision.sens == .autoriser ? .succes : .attention,
        titre: decision.sens == .autoriser
          ? "Le redoublement est autorisé" : "Le redoublement est refusé",
      ) {
        if !decision.motivation.isEmpty {
          p { Typographie.phrase("Motif : \(decision.motivation)".enPhrase) }
        }
        if !decision.conseils.isEmpty {
          p { Typographie.phrase("Conseils d’orientation : \(decision.conseils)".enPhrase) }
        }
        if decision.sens == .refuser { recours }
      }
    }
  }

  @HTMLBuilder private var recours: some HTML {
    if !procedure.manques.isEmpty {
      p {
        Typographie.phrase(
          "Il manque à ce refus : \(procedure.manques.joined(separator: ", ")). Vous pouvez demander "
            + "que cela soit corrigé."
        )
      }
    }
    p {
      Typographie.phrase(
        "Dans les deux mois qui suivent la notification, vous pouvez demander à la direction de l’IUT "
          + "de revoir sa décision, ou saisir le tribunal administratif."
      )
    }
  }

  private var actions: some HTML {
    HTMLGroup(
      Formulaire(
        vers: Chemin.redoublement(procedure.id, "demande"),
        jeton: jeton,
        aDesFichiers: true,
      ) {
        input(.type("hidden"), .name("version"), .value(String(procedure.version)))
        input(.type("hidden"), .name("etudiant"), .value("\(procedure.etudiant)"))
        Champ(
          "piece",
          procedure.fichier == nil ? "Joindre une pièce" : "Remplacer la pièce",
          .fichier(accepte: "application/pdf,image/jpeg,image/png"),
          aide: "PDF, JPEG ou PNG, \(Fichier.limite / 1_000_000) Mo au plus.",
          estFacultatif: true,
          cle: "suivi-piece",
        )
        div(.class("boutons")) {
          Bouton("Joindre la pièce", nom: "effet", valeur: "piece")
          if !procedure.audition.demandee {
            Bouton("Demander à être entendu", nom: "effet", valeur: "audition")
          }
          Bouton("Retirer la demande", .discret, nom: "effet", valeur: "retirer")
        }
      }
    )
  }
}
