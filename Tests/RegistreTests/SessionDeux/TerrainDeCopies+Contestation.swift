import Actes
import Scolarite
import Testing

extension TerrainDeCopies {
  /// A copy of the first student on which an error is recognised, once their marks are published: the
  /// mark was 7 and should have been another.
  struct Contestation {
    let consultation: ConsultationDeCopie
    let jury: Identifiant<SessionDeJury>
    /// As the request stood before the error was recognised.
    let avant: ConsultationDeCopie
    let direction: Utilisateur
    let lui: Utilisateur
  }

  /// Publishes 7, 8 and 15, then goes as far as the error.
  func contester(exacte: String) async throws -> Contestation {
    try await verser(["7", "8", "15"])
    try essai.horloge.regler(a: "2026-07-06T17:00")
    try await clore(try await jury(le: "2026-07-06"))
    let lui = try await bureau.enPersonne(bureau.etudiant)
    let direction = try await essai.utilisateur(
      .direction,
      sur: .departement(promotion.departement),
    )
    try essai.horloge.regler(a: "2026-07-07T09:00")
    let demandee = try await essai.faire(
      DemanderSaCopie(epreuve.id, de: bureau.etudiant),
      par: lui,
    )
    let quand = try BureauDEssai.instant("2026-07-08T10:00")
    let fixee = try await essai.faire(
      FixerUneConsultation(demandee.id, .init(quand: quand, lieu: "Bureau 12"), version: 1),
      par: secretariat,
    )
    try essai.horloge.regler(a: "2026-07-08T10:30")
    let tenue = try await essai.faire(
      ConstaterUneConsultation(
        demandee.id,
        .init(quand: quand, observations: "le total est faux"),
        version: fixee.version,
      ),
      par: secretariat,
    )
    let reconnue = try await reconnaitre(tenue, exacte: exacte, par: direction)
    return Contestation(
      consultation: reconnue,
      jury: try #require(reconnue.erreur).jury,
      avant: tenue,
      direction: direction,
      lui: lui,
    )
  }

  func reconnaitre(
    _ consultation: ConsultationDeCopie,
    exacte: String,
    par direction: Utilisateur,
  ) async throws -> ConsultationDeCopie {
    try await essai.faire(
      ReconnaitreUneErreur(
        consultation.id,
        .total,
        preuve: "copie, page 2",
        motif: "le total des points est faux",
        entree: try Self.entree(exacte),
        jury: BureauDEssai.jour("2026-07-09"),
        version: consultation.version,
      ),
      par: direction,
    )
  }

  /// The request as it stands.
  func relue(_ consultation: ConsultationDeCopie) async throws -> ConsultationDeCopie {
    let lue = try await essai.lire { [id = consultation.id] in try $0.consultationDeCopie(id) }
    return try #require(lue)
  }

  /// The jury with somebody to preside.
  func presider(_ jury: Identifiant<SessionDeJury>) async throws -> SessionDeJury {
    let lu = try await essai.lire { try $0.jury(jury) }
    var session = try #require(lu)
    session.membres = [.init(nom: "Dominique Chaire", qualite: .president, present: true)]
    return try await essai.faire(ModifierUnJury(session))
  }
}
