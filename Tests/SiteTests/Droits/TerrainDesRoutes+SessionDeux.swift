import Actes
import Scolarite
import Soutien
import Testing

extension TerrainDesRoutes {
  /// A mark of session 2, which no jury made known.
  static let noteCachee = "13,37"

  static func choixDeSession2(_ promotion: Promotion) throws -> ChoixDeSession2 {
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
  static func convoquer(
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

  /// Copies of an exam, a request to see one and support; another test may have made them.
  static func rattraper(
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
}
