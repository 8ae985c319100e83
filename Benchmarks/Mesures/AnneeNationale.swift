internal import Fiction
internal import Scolarite
internal import Terrain

/// A whole country: every student of a year of the BUT, deliberated at once.
struct AnneeNationale {
  static let effectif = 150_000
  let promotion: PromotionFictive
  let grille: Grille
  var propositions: Propositions
  private let tirage: Duration
  private let releve: Releve
  private let memoire: Int?

  init() throws {
    let programme = Programmes.national
    let promotion = Promotions.premiereAnnee(programme, evaluations: 1...1)
    let reglement = try Reglements.reglement("iut-larochesuryon-2025")
    let disposition = Promotions.disposition(promotion, programme)
    var cohorte = Promotions.cohorte(promotion, programme, reglement, disposition)
    tirage = ContinuousClock().measure {
      cohorte.reserver(Self.effectif)
      for rang in 0..<Self.effectif { cohorte.ajouter(promotion.etudiant(rang).dossier) }
    }
    var propositions: Propositions?
    releve = Releve(
      5,
      avant: { propositions = nil },
      travail: {
        let calculees = Propositions(cohorte)
        propositions = calculees
        return Int64(calculees.cohorte.effectif)
      },
    )
    memoire = Processus.memoireMaximale
    self.promotion = promotion
    self.propositions = exige(propositions, "a measure was taken")
    grille = Grille(lignes: 2 * Self.effectif, poids: Self.poids(programme))
  }

  /// The coefficients of the first semester, UE after UE.
  private static func poids(_ programme: Programme) -> [[Int32]] {
    programme.ues.filter { $0.semestre.valeur == 1 }.map { ue in
      ue.modules.map { Int32(truncatingIfNeeded: $0.coefficient.millioniemes / 1_000_000) }
    }
  }

  func section() -> Section {
    let somme = Releve(5) { grille.somme() }.mediane
    let ponderees = Releve(5) { grille.sommesPonderees() }.mediane
    let objet = "150 000 étudiants, 2 semestres × 6 UE × 30 modules : moyennes et propositions"
    let cellules = "additionner les \(enMilliers(Self.effectif * 60)) notes"
    let temps = releve.mediane
    return Section(
      [
        Ligne(objet, temps, limite: somme, cellules, cible: .seconds(1)),
        Ligne(
          "Le même calcul",
          temps,
          limite: ponderees,
          "faire les six sommes pondérées de chaque semestre, sans règle",
          cible: .seconds(1),
        ),
      ]
        + [memoire].compactMap(\.self).map { octets in
          Ligne(
            "Mémoire du processus, au plus",
            .memoire(octets: octets),
            limite: .memoire(octets: grille.octets),
            "garder les notes, 32 bits chacune",
            cible: .memoire(octets: 1 << 30),
          )
        },
      [remarque],
    )
  }

  private var remarque: String {
    let colonnes = propositions.cohorte.effectif - propositions.cohorte.effectifAPart
    return "Année nationale : \(enMilliers(colonnes)) étudiants sur \(enMilliers(Self.effectif)) "
      + "tiennent en colonnes, les autres sont délibérés un à un dans le même temps ; les tirer et "
      + "les ranger, qui n’est pas mesuré, a pris \(Grandeur.duree(tirage).texte)."
  }
}
