import Actes
import Hashing
import SQL
import Scolarite
import Soutien
import Synchronization
import Testing

@testable import Coffre

/// A server of mail that keeps what it takes, and answers what a test asks.
final class FacteurDEssai: Facteur {
  private let etat = Mutex<(lettres: [Lettre], issues: [Remise])>(([], []))

  var lettres: [Lettre] { etat.withLock { $0.lettres } }

  /// The next answers; then everything is taken.
  func repondre(_ issues: Remise...) { etat.withLock { $0.issues += issues } }

  func remettre(_ lettre: Lettre) async -> Remise {
    etat.withLock { etat in
      etat.lettres.append(lettre)
      return etat.issues.isEmpty ? .remise(code: 250) : etat.issues.removeFirst()
    }
  }
}

/// A promotion whose first student and administrator can be written to.
struct CourrierDEssai {
  let bureau: BureauDEssai
  let facteur = FacteurDEssai()
  let secrets: Coffre
  let poste: Poste
  let expedition: Expedition
  let portier: Portier
  let soi: Utilisateur
  let admin: Utilisateur

  static let reglages = ReglagesDeCourrier(
    site: "https://site.example",
    etablissement: "IUT de Nulle-Part",
    domaine: "iut.example",
    parMinute: 1_000,
  )

  init(_ moteur: SQLEngine, reglages: ReglagesDeCourrier = Self.reglages) async throws {
    bureau = try await BureauDEssai(moteur)
    let essai = bureau.essai
    let cout = try #require(PasswordHash.Cost(passes: 1, memoryBytes: 8_192))
    secrets = Coffre(attente: 20, cout: cout)
    poste = Poste(reglages, secrets)
    expedition = Expedition(essai.bureau, poste, facteur, dans: essai.iut)
    portier = Portier(bureau: essai.bureau, secrets: secrets, courrier: reglages)
    let etudiant = bureau.etudiant
    let compte = try await essai.faire(
      CreerUnUtilisateur(.init(identifiant: "soi", nom: "Noé Aubépin", etudiant: etudiant))
    )
    _ = try await essai.faire(
      DonnerUnRole(
        .etudiant,
        sur: .etudiant(etudiant),
        a: compte.id,
        depuis: essai.horloge.moment.jour,
      )
    )
    soi = compte
    admin = try #require(try await essai.lire { try $0.utilisateur(identifiant: "admin") })
    _ = try await essai.faire(FixerUneAdresse("noe@etu.example", de: soi.id))
    _ = try await essai.faire(FixerUneAdresse("ada@iut.example", de: admin.id))
    // What the trial starts with is known.
    try await expedition.annoncer()
  }

  var essai: RegistreDEssai { bureau.essai }

  func avancer(minutes: Int64) { essai.horloge.avancer(secondes: minutes * 60) }

  /// Lets quiet come, notes and writes the notices.
  func annoncer() async throws {
    try await expedition.annoncer()
    avancer(minutes: 11)
    try await expedition.annoncer()
  }

  /// Puts a message to the administrator in the queue.
  func essayer() async throws { _ = try await essai.faire(EnvoyerUnEssai(poste), par: admin) }

  func comptes() async throws -> [EtatDeCourrier: Int] {
    try await essai.faire(VoirLeCourrier()).comptes
  }

  /// A test of the promotion where the student has a mark.
  func notee() async throws -> EvaluationDeModule {
    let (promotion, etudiant) = (bureau.promotion.id, bureau.etudiant)
    return try await essai.lire { registre in
      let notees = Set(
        try registre.notes(etudiant: etudiant, promotion: promotion)
          .filter { $0.entree != .enAttente }.map(\.evaluation)
      )
      return try #require(try registre.evaluations(promotion).first { notees.contains($0.id) })
    }
  }

  /// Publishes a test afresh.
  func publier(_ evaluation: EvaluationDeModule) async throws {
    if evaluation.publiee {
      try await essai.faire(PublierUneEvaluation(evaluation.id, publiee: false))
    }
    try await essai.faire(PublierUneEvaluation(evaluation.id))
  }
}
