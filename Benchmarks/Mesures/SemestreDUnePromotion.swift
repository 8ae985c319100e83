internal import Fiction
internal import Scolarite
internal import Terrain

/// The semester of a department: 150 students, 24 modules of three tests each.
struct SemestreDUnePromotion {
  private static let effectif = 150
  private let programme: Programme
  private let reglement: Reglement
  private let promotion: PromotionFictive
  private let dossiers: [Dossier]

  init() throws {
    programme = Programmes.semestre(1, de: try Programmes.embarque("mmi-but1"))
    reglement = try Reglements.reglement("iut-larochesuryon-2025")
    promotion = Promotions.premiereAnnee(programme, evaluations: 3...3)
    dossiers = promotion.etudiants(Self.effectif).map(\.dossier)
  }

  private func remplie() -> Cohorte {
    var cohorte = Promotions.cohorte(promotion, programme, reglement, Disposition(dossiers))
    cohorte.reserver(Self.effectif)
    for dossier in dossiers { cohorte.ajouter(dossier) }
    return cohorte
  }

  func section() -> Section {
    // Nothing of the columns has run yet in this process: the first run is as cold as can be.
    let dossiers = releve { remplie() }
    let cohorte = remplie()
    let colonnes = releve { cohorte }
    let epreuves = Disposition(self.dossiers).colonnes.count
    let grille = Grille(
      lignes: Self.effectif,
      poids: programme.ues.indices.map { ue in
        (0..<epreuves).map { Int32(truncatingIfNeeded: 1 + ($0 + 1) * (ue + 1) % 12) }
      },
    )
    let limite = Releve(20, avant: Processus.viderLesCaches) { grille.sommesPonderees() }.mediane
    let reference = "faire les cinq sommes pondérées de \(epreuves) notes de chaque étudiant"
    let aPart = cohorte.effectifAPart
    return Section(
      [
        ligne(
          "Semestre de 150 étudiants × \(epreuves) évaluations, à froid, colonnes remplies",
          colonnes.premier,
          limite,
          reference,
        ),
        ligne("… médiane, caches vidés", colonnes.mediane, limite, reference),
        ligne("… des dossiers aux propositions, à froid", dossiers.premier, limite, reference),
        ligne("… médiane, caches vidés", dossiers.mediane, limite, reference),
      ],
      [
        "Semestre : moyennes et propositions viennent d’un seul passage, aucune des deux n’a de "
          + "temps à part ; la cible est celle des moyennes, 5 ms, les propositions ont 10 ms en "
          + "tout. « À froid » : le premier calcul du processus (pour les colonnes remplies, le "
          + "premier après les avoir remplies), après une passe sur 64 Mio qui vide les caches. "
          + "\(aPart) étudiants sur \(Self.effectif) sont délibérés à part."
      ],
    )
  }

  private func ligne(
    _ objet: String,
    _ temps: Duration,
    _ limite: Duration,
    _ reference: String,
  ) -> Ligne {
    Ligne(objet, temps, limite: limite, reference, cible: .milliseconds(5))
  }

  private func releve(_ cohorte: () -> Cohorte) -> Releve {
    Releve(20, avant: Processus.viderLesCaches) {
      let propositions = Propositions(cohorte())
      return propositions[0].ects.numerateur == 0 ? 1 : Int64(propositions.cohorte.effectif)
    }
  }
}
