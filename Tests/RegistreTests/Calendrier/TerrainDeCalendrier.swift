import Actes
import Demonstration
import SQL
import Scolarite
import Testing

/// A promotion with a timetable, and a student with an account.
struct TerrainDeCalendrier {
  let bureau: BureauDEssai
  let soi: Utilisateur
  let module: String
  let autreModule: String
  /// The group of the student, and another.
  let groupe: Groupe
  let autre: Groupe

  init(_ moteur: SQLEngine) async throws {
    bureau = try await BureauDEssai(moteur)
    let essai = bureau.essai
    let (promotion, etudiant) = (bureau.promotion, bureau.etudiant)
    soi = try await essai.faire(
      CreerUnUtilisateur(.init(identifiant: "soi", nom: "Soi", etudiant: etudiant))
    )
    _ = try await essai.faire(
      DonnerUnRole(
        .etudiant,
        sur: .etudiant(etudiant),
        a: soi.id,
        depuis: essai.horloge.moment.jour,
      )
    )
    module = try #require(bureau.enregistree.installee.evaluations.first).module
    let (evaluations, module) = (bureau.enregistree.installee.evaluations, module)
    autreModule = try #require(evaluations.first { $0.module != module }).module
    groupe = try await essai.faire(
      CreerUnGroupe(promotion: promotion.id, nature: .option, intitule: "Option A")
    )
    autre = try await essai.faire(
      CreerUnGroupe(promotion: promotion.id, nature: .option, intitule: "Option B")
    )
    _ = try await essai.faire(PlacerDansUnGroupe(etudiant, groupe: groupe.id))
  }

  var promotion: Promotion { bureau.promotion }

  func seance(
    _ debut: String,
    _ groupes: [Groupe] = [],
    enseignant: Utilisateur? = nil,
    evaluation: EvaluationDeModule? = nil,
  ) async throws -> Seance {
    let seances = try await bureau.essai.faire(
      CreerDesSeances(
        promotion: promotion.id,
        seances: [
          .init(
            module: module,
            groupes: groupes.map(\.id),
            debut: BureauDEssai.instant(debut),
            minutes: 90,
            enseignant: enseignant?.id,
            nature: .td,
            evaluation: evaluation?.id,
          )
        ],
      )
    )
    return try #require(seances.first)
  }

  func evaluation(_ nom: String, _ jour: String, _ groupes: [Groupe] = []) async throws
    -> EvaluationDeModule
  {
    try await bureau.essai.faire(
      CreerUneEvaluation(
        promotion: promotion.id,
        semestre: try #require(NumeroSemestre(1)),
        module: module,
        intitule: nom,
        date: BureauDEssai.jour(jour),
        groupes: groupes.map(\.id),
      )
    )
  }

  func agenda(_ utilisateur: Utilisateur) async throws -> Agenda {
    try await bureau.essai.faire(VoirSonCalendrier(), par: utilisateur)
  }

  /// What names the events of a kind in the calendar of a user.
  func cles(_ utilisateur: Utilisateur, _ sorte: String) async throws -> Set<String> {
    Set(try await agenda(utilisateur).evenements.map(\.cle).filter { $0.hasPrefix(sorte) })
  }
}
