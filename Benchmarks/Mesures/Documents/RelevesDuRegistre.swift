internal import Actes
internal import Coffre
internal import Demonstration
internal import Documents
internal import Files
internal import Registre
internal import SQL
internal import Scolarite

/// Definitive transcripts from what juries sealed in a base to their files: composed, handed over
/// under their codes, printed.
struct RelevesDuRegistre {
  private let base: BaseDeMesure
  private let promotions: [Identifiant<Promotion>]

  /// As many promotions as there must be, each of 150 at most, their end-of-year juries closed.
  init(_ nombre: Int) async throws {
    base = try await BaseDeMesure(
      .sqlite,
      effectif: min(nombre, 150),
      evaluations: 1...2,
      contenu: .notes,
    )
    var promotions = [base.installee.promotion.id]
    for debut in stride(from: 150, to: nombre, by: 150) {
      let installee = try await base.bureau.faire(
        try BaseDeMesure.installation(
          min(150, nombre - debut),
          1...2,
          .notes,
          intitule: "MMI \(1 + debut / 150)",
        ),
        par: .console(BaseDeMesure.compte),
        dans: base.iut,
      )
      promotions.append(installee.promotion.id)
    }
    self.promotions = promotions
    for promotion in promotions { try await clore(promotion) }
    try await base.registre.actualiserLesStatistiques()
  }

  private func faire<A: Acte>(_ acte: A) async throws -> A.Resultat {
    try await base.bureau.faire(acte, par: .console(BaseDeMesure.compte), dans: base.iut)
  }

  private func clore(_ promotion: Identifiant<Promotion>) async throws {
    let jury = try await faire(
      OuvrirUnJury(
        promotion: promotion,
        nature: .annee,
        date: base.bureau.horloge.maintenant().jour,
        membres: [.init(nom: "Dominique Chaire", qualite: .president, present: true)],
      )
    )
    let seance = try await base.bureau.demander(
      VoirUneDeliberation(jury.id),
      par: .console(BaseDeMesure.compte),
      dans: base.iut,
    )
    for ligne in seance.enAttente {
      _ = try await faire(
        DeciderEnJury(jury: jury.id, etudiant: ligne.etudiant.id, decisions: [])
      )
    }
    _ = try await faire(AdopterLesPropositions(jury.id, seance.lignes.map(\.etudiant.id)))
    _ = try await faire(CloreUnJury(jury.id, version: 1))
  }

  /// What each promotion costs, the first with a press that nobody used before, and how many
  /// transcripts there were.
  func editer(_ presse: Presse) async throws -> (premiere: Temps, toutes: Temps, releves: Int) {
    let editeur = EditeurDeDocuments(
      base.bureau,
      Coffre(),
      presse,
      adresse: "https://notes.iut.exemple",
    )
    var premiere: Temps?
    var toutes = Temps()
    var releves = 0
    for promotion in promotions {
      let depart = Temps.Depart()
      let edition = try await editeur.editer(
        DemandeDeDocuments(.releveDefinitif, sur: .promotion(promotion)),
        par: .console(BaseDeMesure.compte),
        dans: base.iut,
      )
      releves += try await editeur.imprimerChacun(edition).count
      let temps = depart.temps
      premiere = premiere ?? temps
      toutes += temps
      Journal.dire("\(releves) relevés")
    }
    return (premiere ?? toutes, toutes, releves)
  }

  func fermer() { base.registre.fermer() }
}

/// How far a long measure has come, apart from its result.
private enum Journal {
  static func dire(_ texte: String) { try? writeStandard(2, "\(texte)\n") }
}
