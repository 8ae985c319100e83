internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// Requests to see copies: days, what was observed, errors recognised, marks that stand.
enum PagesDesContestations {
  static let routes: [Route] = [
    .lecture("/session-2/{campagne}/contestations") { try await montrer($0) },
    .envoi("/session-2/{campagne}/contestations/{consultation}/fixer", par: fixer),
    .envoi("/session-2/{campagne}/contestations/{consultation}/constater", par: constater),
    .envoi("/session-2/{campagne}/contestations/{consultation}/maintenir", par: maintenir),
    .envoi("/session-2/{campagne}/contestations/{consultation}/reconnaitre", par: reconnaitre),
    .envoi("/session-2/{campagne}/contestations/{consultation}/reporter", par: reporter),
    .envoi("/session-2/{campagne}/contestations/{consultation}/reprendre", par: reprendre),
  ]

  private static func montrer(
    _ visite: Visite,
    _ envoi: Envoi? = nil,
    _ statut: HTTPStatus = .ok,
  ) async throws -> HTTPResponse {
    let tableau = try await visite.demander(VoirLesConsultations(visite.campagneDeSession2()))
    return visite.page("Contestations, \(tableau.promotion.nomEntier)", statut: statut) {
      LiensDeSession2(tableau.campagne.id, .contestations)
      delai(tableau)
      if tableau.demandes.isEmpty {
        EtatVide(
          "Aucune demande de consultation",
          "Les étudiants demandent à voir leur copie après la publication des résultats.",
        )
      }
      HTMLList(
        tableau.demandes.map { ligne in
          let sien = envoi.flatMap { $0.id == ligne.consultation.id ? $0 : nil }
          return AnyHTML(
            CarteDeContestation(
              ligne,
              tableau,
              sien.map { ($0.demarche, $0.saisie) },
              visite.jeton,
            )
          )
        }
      )
    }
  }

  @HTMLBuilder private static func delai(_ tableau: VoirLesConsultations.Tableau) -> some HTML {
    if let delai = tableau.delai {
      Encart(
        .information,
        titre: "Délai de consultation : \(compte(delai, "jour")).",
        "Il court de la publication et vaut jusqu’à la dernière minute du dernier jour. La note "
          + "n’est modifiée qu’en cas d’erreur matérielle avérée.",
      )
    } else {
      Encart(
        .attention,
        titre: "Le délai de consultation n’est pas fixé.",
        "Il est celui du règlement intérieur : fixez-le dans les dates de la session, sinon personne "
          + "ne peut demander sa copie.",
      )
    }
  }

  // MARK: What is sent

  /// What came from one of the forms of a request.
  private struct Envoi {
    let id: Identifiant<ConsultationDeCopie>
    let demarche: CarteDeContestation.Demarche
    var saisie: SaisieLue

    init(_ visite: Visite, _ demarche: CarteDeContestation.Demarche) throws {
      id = try visite.identifiant("consultation", .consultationDeCopie)
      self.demarche = demarche
      saisie = SaisieLue(try visite.formulaire())
    }
  }

  /// Does it, or shows the page again with what is wrong.
  private static func essayer<A: Acte>(
    _ visite: Visite,
    _ envoi: Envoi,
    _ acte: A,
    champs: [String: String] = [:],
    defaut: String,
    fait: Fait,
  ) async throws -> HTTPResponse {
    var envoi = envoi
    do {
      try await visite.faire(acte)
      return visite.versLaPage(
        Chemin.contestations(try visite.campagneDeSession2()),
        fait: fait,
      )
    } catch let refus as Refus {
      guard envoi.saisie.prendreToutRefus(refus, champs: champs, defaut: defaut) else {
        throw refus
      }
      return try await montrer(visite, envoi, .unprocessableContent)
    }
  }

  /// Does what is done at a day and an hour, once both are read.
  private static func dater<A: Acte>(
    _ visite: Visite,
    _ demarche: CarteDeContestation.Demarche,
    fait: Fait,
    _ acte: (Identifiant<ConsultationDeCopie>, Instant, SaisieLue) -> A,
  ) async throws -> HTTPResponse {
    var envoi = try Envoi(visite, demarche)
    guard let quand = envoi.saisie.instant("date", "heure") else {
      return try await montrer(visite, envoi, .unprocessableContent)
    }
    return try await essayer(
      visite,
      envoi,
      acte(envoi.id, quand, envoi.saisie),
      defaut: "date",
      fait: fait,
    )
  }

  private static func fixer(_ visite: Visite) async throws -> HTTPResponse {
    try await dater(visite, .fixer, fait: .consultationFixee) { id, quand, saisie in
      FixerUneConsultation(
        id,
        .init(quand: quand, lieu: saisie["lieu"]),
        version: saisie.version,
      )
    }
  }

  private static func constater(_ visite: Visite) async throws -> HTTPResponse {
    try await dater(visite, .constater, fait: .consultationConstatee) { id, quand, saisie in
      ConstaterUneConsultation(
        id,
        .init(quand: quand, observations: saisie["observations"]),
        version: saisie.version,
      )
    }
  }

  private static func maintenir(_ visite: Visite) async throws -> HTTPResponse {
    let envoi = try Envoi(visite, .maintenir)
    return try await essayer(
      visite,
      envoi,
      MaintenirUneNote(envoi.id, motif: envoi.saisie["motif"], version: envoi.saisie.version),
      defaut: "motif",
      fait: .noteMaintenue,
    )
  }

  private static func reconnaitre(_ visite: Visite) async throws -> HTTPResponse {
    let tableau = try await visite.demander(VoirLesConsultations(visite.campagneDeSession2()))
    guard tableau.reconnait else { throw Refus.interdit(.cloreUnJury) }
    var envoi = try Envoi(visite, .reconnaitre)
    let nature = ErreurMaterielle.Nature(rawValue: envoi.saisie["nature"])
    if nature == nil { envoi.saisie.fautes["nature"] = "Choisissez l’erreur." }
    let entree = visite.entreeDeCopie(&envoi.saisie, "note")
    let jury = envoi.saisie.jour("jury")
    guard let nature, let entree, let jury else {
      return try await montrer(visite, envoi, .unprocessableContent)
    }
    return try await essayer(
      visite,
      envoi,
      ReconnaitreUneErreur(
        envoi.id,
        nature,
        preuve: envoi.saisie["preuve"],
        motif: envoi.saisie["motif-erreur"],
        entree: entree,
        jury: jury,
        version: envoi.saisie.version,
      ),
      champs: ["date": "jury"],
      defaut: "nature",
      fait: .erreurReconnue,
    )
  }

  private static func reporter(_ visite: Visite) async throws -> HTTPResponse {
    let envoi = try Envoi(visite, .reporter)
    return try await essayer(
      visite,
      envoi,
      ReporterUneCorrection(envoi.id, version: envoi.saisie.version),
      defaut: "note",
      fait: .correctionReportee,
    )
  }

  private static func reprendre(_ visite: Visite) async throws -> HTTPResponse {
    let envoi = try Envoi(visite, .reprendre)
    return try await essayer(
      visite,
      envoi,
      ReprendreUneCorrection(
        envoi.id,
        motif: envoi.saisie["motif-de-reprise"],
        version: envoi.saisie.version,
      ),
      defaut: "motif-de-reprise",
      fait: .correctionReprise,
    )
  }
}
