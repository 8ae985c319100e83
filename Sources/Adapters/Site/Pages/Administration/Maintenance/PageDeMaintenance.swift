internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

extension Visite {
  func maintenance(
    _ etat: VoirLaMaintenance.Etat,
    _ formulaire: FormulaireDeConservation,
    _ statut: HTTPStatus = .ok,
    confirmation: String? = nil,
  ) -> HTTPResponse {
    page("Maintenance", statut: statut) {
      onglets(.maintenance)
      Grille {
        Carte("La base") { base(etat.base) }
        Carte("Ce qu’elle contient") {
          Definitions(etat.base.comptes.map { ($0.quoi.titre, "\($0.nombre.parMilliers)") })
        }
      }
      Carte("Sauvegardes") { sauvegardes }
      Carte("Durées de conservation") {
        ResumeDesErreurs(de: formulaire.champs)
        Formulaire(vers: Chemin.administration("maintenance", "conservation"), jeton: jeton) {
          HTMLList(formulaire.champs)
          p(.class("aide")) { "Une durée laissée vide n’efface rien ; rien ne s’efface tout seul." }
          Boutons(Bouton("Enregistrer les durées", .premier))
        }
      }
      if let aEffacer = etat.aEffacer {
        Carte("Au-delà de la durée") { effacement(etat, aEffacer, confirmation) }
      }
    }
  }

  private func base(_ base: EtatDeLaBase) -> some HTML {
    Definitions([
      ("Programme", "Délibéré \(site.reglages.version)"), ("Moteur", "\(base.moteur)"),
      ("Schéma", "\(compte(base.schema, "étape"))"), ("Taille", "\(base.octets.enOctets)"),
    ])
  }

  @HTMLBuilder private var sauvegardes: some HTML {
    p {
      "Elles se font sur le serveur, en marche, et le site ne les voit pas : une page ouverte dans un "
        + "navigateur ne doit pas pouvoir les atteindre. Gardez-les sur une autre machine."
    }
    pre {
      code {
        "delibere base sauvegarder --base \"$BASE\" /sauvegardes/iut.sqlite\n"
          + "delibere base verifier --base \"$BASE\"\n"
          + "delibere base restaurer --base /tmp/exercice.sqlite /sauvegardes/iut.sqlite"
      }
    }
  }

  @HTMLBuilder
  private func effacement(
    _ etat: VoirLaMaintenance.Etat,
    _ personnes: [PersonneAEffacer],
    _ confirmation: String?,
  ) -> some HTML {
    if etat.conservations.isEmpty {
      EtatVide("Aucune durée n’est fixée", "Sans durée, rien n’est jamais au-delà.")
    } else {
      Tableau(
        "Étudiants partis depuis plus longtemps que la durée",
        colonnes: [.init("Étudiant"), .init("Dernier jour")],
        lignes: personnes.prefix(Self.montrees).map {
          Tableau.Ligne(["\($0.nom)", "\($0.dernierJour.enLettres)"])
        },
        vide: EtatVide("Aucun étudiant n’est au-delà de la durée"),
      )
      if personnes.count > Self.montrees {
        p { "Et \(personnes.count - Self.montrees) autres." }
      }
      Encart(
        .attention,
        titre: "Effacer ne se défait pas.",
        "Identités, comptes fermés et contenus du journal au-delà de leur durée disparaissent ; les "
          + "notes restent sous un numéro, pour les statistiques. Les sauvegardes d’avant les ont "
          + "encore.",
      )
      Formulaire(vers: Chemin.administration("maintenance", "effacement"), jeton: jeton) {
        Champ(
          "confirmation",
          "Pour confirmer, écrivez « \(PagesDeMaintenance.motAttendu) »",
          .texte(),
          erreur: confirmation,
        )
        Boutons(Bouton("Effacer ce qui est au-delà", .danger))
      }
    }
  }

  /// The people whom the page names.
  private static let montrees = 100
}

extension EtatDeLaBase.Quoi {
  fileprivate var titre: String {
    switch self {
    case .utilisateur: "Comptes"
    case .etudiant: "Étudiants"
    case .promotion: "Promotions"
    case .evaluation: "Évaluations"
    case .note: "Notes"
    case .presence: "Présences relevées"
    case .fichier: "Fichiers déposés"
    case .journal: "Entrées du journal"
    }
  }
}

extension Int64 {
  /// « 12 345 », kept on one line.
  fileprivate var parMilliers: String {
    let chiffres = Array(String(self))
    var texte = ""
    for (rang, chiffre) in chiffres.enumerated() {
      if rang > 0, (chiffres.count - rang).isMultiple(of: 3) { texte += "\u{202F}" }
      texte.append(chiffre)
    }
    return texte
  }

  /// « 3,4 Mo ».
  fileprivate var enOctets: String {
    guard self >= 1_000_000 else { return "\((self + 999) / 1_000)\u{A0}ko" }
    let dixiemes = self / 100_000
    return "\((dixiemes / 10).parMilliers),\(dixiemes % 10)\u{A0}Mo"
  }
}
