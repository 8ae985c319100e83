internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// The calendar of a session: where it stands, what is left to settle, who signed it.
enum PagesDuCalendrierDeSession2 {
  static let routes: [Route] =
    [
      .lecture("/session-2/{campagne}/calendrier") { try await montrer($0) },
      .envoi("/session-2/{campagne}/calendrier/solution", par: accepter),
      .envoi("/session-2/{campagne}/calendrier/signer", par: signer),
      .envoi("/session-2/{campagne}/calendrier/publier", par: publier),
      .envoi("/session-2/{campagne}/calendrier/confirmer", par: confirmer),
      .envoi("/session-2/{campagne}/calendrier/mise-a-jour", par: mettreAJour),
      .envoi("/session-2/{campagne}/calendrier/signalements/{signalement}", par: repondre),
    ] + PageDesLieux.routes + PageDeRecherches.routes + PageDeGrille.routes
    + PageDeSonCalendrierDeSession2.routes + PagesDuJourDEpreuve.routes

  private static func montrer(
    _ visite: Visite,
    _ statut: HTTPStatus = .ok,
    faute: String? = nil,
  ) async throws -> HTTPResponse {
    let id = try visite.campagneDeSession2()
    let vue = try await visite.demander(VoirLeCalendrierDeSession2(id))
    return visite.page(
      "Calendrier de la session 2",
      fil: visite.filDeSession2(vue, jusquAuCalendrier: false),
      avis: faute.map { [Avis(.erreur, $0)] } ?? [],
      statut: statut,
    ) {
      Bouton("Salles et créneaux", vers: Chemin.calendrierDeSession2(id, "lieux"))
      Bouton("Recherches", vers: Chemin.calendrierDeSession2(id, "recherches"))
      Bouton("Grille", vers: Chemin.calendrierDeSession2(id, "grille"))
      if vue.publie != nil { Bouton("Jour des épreuves", vers: Chemin.jourDeSession2(id)) }
    } contenu: {
      Carte("Où il en est") { EtatDuCalendrier(vue, visite.jeton).corps }
      if let jugement = vue.jugement {
        Carte("Chevauchements", ancre: "chevauchements") {
          chevauchements(jugement.chevauchements, vue, visite.jeton)
        }
      }
      Carte("Signalés par les étudiants", ancre: "signalements") {
        signalements(vue, visite.jeton)
      }
      Carte("Contraintes déclarées") { contraintes(vue) }
    }
  }

  // MARK: What is left to settle

  private static func chevauchements(
    _ vus: [JugementDeCalendrier.ChevauchementVu],
    _ vue: VoirLeCalendrierDeSession2.Vue,
    _ jeton: Jeton,
  ) -> some HTML {
    Tableau(
      "Chevauchements qui restent",
      colonnes: [
        .init("Étudiant"), .init("Chevauchement"), .init("Proposition", estSecondaire: true),
        .init("Accepter"),
      ],
      lignes: vus.map { vu in
        Tableau.Ligne([
          "\(vu.nom)", "\(vu.constat.enPhraseSuite)", "\(vu.proposition.enPhraseSuite)",
          Cellule(acceptation(vu, nil, vue, jeton)),
        ])
      },
      vide: EtatVide("Aucun chevauchement"),
    )
  }

  @HTMLBuilder private static func acceptation(
    _ vu: JugementDeCalendrier.ChevauchementVu,
    _ signalement: SignalementDeSession2?,
    _ vue: VoirLeCalendrierDeSession2.Vue,
    _ jeton: Jeton,
  ) -> some HTML {
    if let champs = vu.solution.champs {
      Formulaire(
        vers: Chemin.calendrierDeSession2(vue.session.campagne, "solution"),
        jeton: jeton,
      ) {
        input(.type("hidden"), .name("etudiant"), .value("\(vu.etudiant)"))
        input(.type("hidden"), .name("version"), .value("\(vue.version)"))
        input(.type("hidden"), .name("signalement"), .value(signalement.map { "\($0.id)" } ?? ""))
        HTMLList(champs.map { input(.type("hidden"), .name($0.0), .value($0.1)) })
        Bouton("Accepter")
      }
    } else {
      Typographie.phrase("À régler avec l’étudiant")
    }
  }

  @HTMLBuilder private static func signalements(
    _ vue: VoirLeCalendrierDeSession2.Vue,
    _ jeton: Jeton,
  ) -> some HTML {
    if vue.signalements.isEmpty {
      EtatVide(
        "Aucun signalement",
        "Un étudiant signale d’un clic un chevauchement de ses épreuves.",
      )
    } else {
      HTMLList(vue.signalements.map { un in signalement(un, vue, jeton) })
    }
  }

  @HTMLBuilder private static func signalement(
    _ un: VoirLeCalendrierDeSession2.Signalement,
    _ vue: VoirLeCalendrierDeSession2.Vue,
    _ jeton: Jeton,
  ) -> some HTML {
    let signalement = un.signalement
    div(.class("signalement-session2")) {
      p {
        strong { un.nom }
        ", le \(signalement.depose.enLettres) : ".enPhraseSuite
        signalement.epreuves.map(\.phrase).joined(separator: " et ").enPhraseSuite
        if !signalement.texte.isEmpty { " — \(signalement.texte)".enPhraseSuite }
      }
      if let reponse = signalement.reponse {
        p {
          Pastille("répondu", .succes)
          " \(reponse)".enPhraseSuite
        }
      } else {
        HTMLList(
          un.propositions.map { proposition in
            div {
              p { Typographie.phrase("Proposition : \(proposition.proposition).") }
              acceptation(proposition, signalement, vue, jeton)
            }
          }
        )
        Formulaire(
          vers: Chemin.calendrierDeSession2(
            vue.session.campagne,
            "signalements",
            "\(signalement.id)",
          ),
          jeton: jeton,
        ) {
          input(.type("hidden"), .name("version"), .value("\(signalement.version)"))
          Champ("reponse", "Répondre autrement", .texte(), cle: "reponse-\(signalement.id)")
          Boutons(Bouton("Répondre"))
        }
      }
    }
  }

  private static func contraintes(_ vue: VoirLeCalendrierDeSession2.Vue) -> some HTML {
    Tableau(
      "Quand des étudiants ne peuvent pas venir",
      colonnes: [
        .init("Étudiant"), .init("Raison"), .init("Du", estSecondaire: true),
        .init("Au", estSecondaire: true), .init("Épreuves touchées"),
      ],
      lignes: vue.contraintes.map { une in
        let contrainte = une.contrainte
        let precision = contrainte.precision.isEmpty ? "" : " (\(contrainte.precision))"
        return Tableau.Ligne([
          "\(une.nom)", "\(contrainte.nature.phrase)\(precision)",
          "\(contrainte.du.enLettres)", "\(contrainte.au.enLettres)",
          une.touchees.isEmpty
            ? "aucune"
            : Cellule(
              Pastille(une.touchees.map(\.phrase).joined(separator: ", "), .attention)
            ),
        ])
      },
      vide: EtatVide(
        "Aucune contrainte",
        "Les étudiants déclarent un stage, une alternance ou un contrat depuis leur espace.",
      ),
    )
  }

  // MARK: What is done

  private static func accepter(_ visite: Visite) async throws -> HTTPResponse {
    let id = try visite.campagneDeSession2()
    let envoi = try visite.formulaire()
    guard let epreuve = CleDEpreuve(envoi.ligne("epreuve")),
      let debut = Instant(envoi.ligne("vers"))
    else { throw try await visite.epreuveAbsente(id) }
    let version = Int64(envoi.ligne("version")) ?? 0
    let signalement = Int64(envoi.ligne("signalement")).flatMap {
      Identifiant<SignalementDeSession2>($0)
    }
    do {
      if envoi.ligne("nature") == "individuel" {
        guard let etudiant = Int64(envoi.ligne("etudiant")).flatMap({ Identifiant<Etudiant>($0) })
        else { throw Refus.donnees([.init("étudiant", .absente)]) }
        try await visite.faire(
          FairePasserSeul(
            campagne: id,
            epreuve: epreuve,
            etudiant: etudiant,
            le: debut,
            salle: envoi.ligne("salle"),
            signalement: signalement,
            version: version,
          )
        )
      } else {
        try await visite.faire(
          DeplacerUneEpreuve(
            campagne: id,
            epreuve: epreuve,
            vers: debut,
            salle: nil,
            enReparant: true,
            signalement: signalement,
            version: version,
          )
        )
      }
    } catch Refus.etat(let etat) {
      return try await montrer(visite, .conflict, faute: etat.phrase.enPhrase)
    }
    return visite.versLaPage(Chemin.calendrierDeSession2(id), fait: .solutionAcceptee)
  }

  private static func repondre(_ visite: Visite) async throws -> HTTPResponse {
    let id = try visite.campagneDeSession2()
    let envoi = try visite.formulaire()
    do {
      try await visite.faire(
        RepondreAUnSignalement(
          visite.identifiant("signalement", .chevauchement),
          envoi.ligne("reponse").sansBords,
          version: Int64(envoi.ligne("version")) ?? 0,
        )
      )
    } catch Refus.etat(let etat) {
      return try await montrer(visite, .conflict, faute: etat.phrase.enPhrase)
    }
    return visite.versLaPage(Chemin.calendrierDeSession2(id), fait: .signalementRepondu)
  }

  private static func signer(_ visite: Visite) async throws -> HTTPResponse {
    let id = try visite.campagneDeSession2()
    return try await faire(
      visite,
      SignerLeCalendrier(id, empreinte: visite.formulaire().ligne("empreinte")),
      .calendrierSigne,
    )
  }

  private static func publier(_ visite: Visite) async throws -> HTTPResponse {
    let id = try visite.campagneDeSession2()
    let motif = try visite.formulaire().ligne("derogation").sansBords
    return try await faire(
      visite,
      PublierLeCalendrier(id, derogation: motif.isEmpty ? nil : motif),
      .calendrierPublie,
    )
  }

  private static func confirmer(_ visite: Visite) async throws -> HTTPResponse {
    let id = try visite.campagneDeSession2()
    let version = Int64(try visite.formulaire().ligne("version")) ?? 0
    return try await faire(
      visite,
      ConfirmerLeCalendrier(id, version: version),
      .calendrierConfirme,
    )
  }

  private static func mettreAJour(_ visite: Visite) async throws -> HTTPResponse {
    let id = try visite.campagneDeSession2()
    let version = Int64(try visite.formulaire().ligne("version")) ?? 0
    return try await faire(
      visite,
      MettreAJourLeCalendrier(id, version: version),
      .calendrierMisAJour,
    )
  }

  private static func faire<A: Acte>(_ visite: Visite, _ acte: A, _ fait: Fait) async throws
    -> HTTPResponse
  {
    do {
      try await visite.faire(acte)
    } catch let refus as Refus {
      switch refus {
      case .etat, .regle: return try await montrer(visite, .conflict, faute: refus.phrase.enPhrase)
      case .interdit, .inconnu, .conflit, .donnees: throw refus
      }
    }
    return visite.versLaPage(
      Chemin.calendrierDeSession2(try visite.campagneDeSession2()),
      fait: fait,
    )
  }
}

extension JugementDeCalendrier.Solution {
  /// What accepting it sends; `nil` where nobody but people can settle it.
  fileprivate var champs: [(String, String)]? {
    switch self {
    case .decalage(let epreuve, let debut):
      [("nature", "decalage"), ("epreuve", "\(epreuve)"), ("vers", "\(debut)")]
    case .individuel(let epreuve, let debut, let salle):
      [
        ("nature", "individuel"), ("epreuve", "\(epreuve)"), ("vers", "\(debut)"),
        ("salle", salle),
      ]
    case .autre: nil
    }
  }
}
