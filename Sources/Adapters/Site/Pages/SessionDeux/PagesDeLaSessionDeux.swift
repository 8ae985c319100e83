internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// Sessions 2: those that the person has to do with, and a new one.
enum PagesDeLaSessionDeux {
  static let routes: [Route] =
    [
      .lecture("/session-2") { try await lister($0) },
      .envoi("/session-2", par: ouvrir),
    ] + PageDeSession2.routes + PageDAdmissibilite.routes + PageDesEpreuvesDeSession2.routes
    + PageDesAmenagementsDeSession2.routes + PageDeSaSession2.routes

  private static func lister(
    _ visite: Visite,
    _ envoyee: SaisieLue? = nil,
    _ statut: HTTPStatus = .ok,
  ) async throws -> HTTPResponse {
    let tableau = try await visite.demander(VoirLesSessionsDeux())
    let formulaire = FormulaireDeSession2(
      envoyee ?? SaisieLue([:]),
      promotions: tableau.ouvrables,
    )
    return visite.page("Session 2", statut: statut) {
      Carte("Sessions") { sessions(tableau) }
      if !tableau.ouvrables.isEmpty {
        Carte("Ouvrir une session 2", ancre: "ouvrir") {
          p {
            Typographie.phrase(
              "Toutes les échéances sont calculées à partir de ces dates : le calendrier trois "
                + "semaines avant le premier jour, les aménagements un mois avant."
            )
          }
          ResumeDesErreurs(de: formulaire.champs)
          Formulaire(vers: Chemin.sessions2, jeton: visite.jeton) {
            HTMLList(formulaire.champs.map { AnyHTML($0) })
            Boutons(Bouton("Ouvrir la session 2", .premier))
          }
        }
      }
    }
  }

  private static func sessions(_ tableau: VoirLesSessionsDeux.Tableau) -> some HTML {
    Tableau(
      "Sessions 2",
      colonnes: [
        .init("Session"), .init("Premier jour"), .init("Prochaine échéance", estSecondaire: true),
        .init("État"),
      ],
      lignes: tableau.sessions.map(ligne),
      vide: EtatVide(
        "Aucune session 2",
        "Elle s’ouvre pour une promotion dont le règlement l’organise.",
      ),
    )
  }

  private static func ligne(_ resume: VoirLesSessionsDeux.Resume) -> Tableau.Ligne {
    let campagne = resume.session.campagne
    let adresse =
      switch resume.acces {
      case .conduite, .suivi: Chemin.session2(campagne)
      case .epreuves: Chemin.session2(campagne, "epreuves")
      case .copies: Chemin.copies(campagne)
      }
    let prochaine = resume.prochaine.map { "\($0.piste.intitule) \($0.quand)" } ?? "–"
    let aChoisir =
      resume.aChoisir > 0
      ? [Pastille("\(compte(resume.aChoisir, "épreuve")) à choisir", .attention)] : []
    let retards = resume.conduit ? resume.retards : []
    let pastilles =
      retards.isEmpty
      ? aChoisir : [Pastille("\(compte(retards.count, "retard"))", .erreur)] + aChoisir
    return Tableau.Ligne([
      Cellule(Lien("\(resume.session.intitule), \(resume.promotion.nomEntier)", vers: adresse)),
      "\(resume.session.premierJour.enLettres)", "\(prochaine)",
      pastilles.isEmpty && resume.aCorriger.isEmpty
        ? "à jour"
        : Cellule(HTMLGroup(HTMLList(pastilles), HTMLList(resume.aCorriger.map(lien)))),
    ])
  }

  /// « 12 copies à corriger, UE21 ».
  private static func lien(_ copies: VoirLesSessionsDeux.CopiesACorriger) -> some HTML {
    p {
      Lien(
        "\(compte(copies.nombre, "copie")) à corriger, \(copies.epreuve.ue.texte)",
        vers: Chemin.copies(copies.epreuve.campagne, "\(copies.epreuve.id)"),
      )
    }
  }

  private static func ouvrir(_ visite: Visite) async throws -> HTTPResponse {
    let tableau = try await visite.demander(VoirLesSessionsDeux())
    guard tableau.conduit else { throw Refus.interdit(.gererLesCampagnes) }
    var saisie = SaisieLue(try visite.formulaire())
    let promotion = Int64(saisie["promotion"]).flatMap { Identifiant<Promotion>($0) }
    let choix = FormulaireDeSession2.lire(&saisie)
    if promotion == nil { saisie.fautes["promotion"] = "Choisissez la promotion." }
    guard let promotion, let choix else {
      return try await lister(visite, saisie, .unprocessableContent)
    }
    do {
      let session = try await visite.faire(
        OuvrirUneSessionDeux(
          promotion: promotion,
          choix,
          motif: saisie.facultatif("motif"),
        )
      )
      return visite.versLaPage(Chemin.session2(session.campagne), fait: .session2Ouverte)
    } catch let refus as Refus {
      let lieux = FormulaireDeSession2.lieux
      guard saisie.prendreToutRefus(refus, champs: lieux, defaut: refus.champDeSession2) else {
        throw refus
      }
      return try await lister(visite, saisie, .unprocessableContent)
    }
  }
}

extension Refus {
  /// The field of the days of a session at which a guard is shown.
  var champDeSession2: String {
    switch self {
    case .regle(_, .figeDepuis), .etat(.dateAVenir): "adoptee"
    case .regle(_, .horsPeriode), .etat(.horsPeriode), .regle(_, .limiteAnnoncee): "limite"
    case .regle, .etat, .interdit, .inconnu, .conflit, .donnees: "promotion"
    }
  }
}
