internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage

/// « Étudiants »: the search.
enum RechercheDEtudiants {
  /// What is asked for, as the address says it.
  struct Demande {
    let texte: String
    let promotion: String
    let groupe: String

    init(_ visite: Visite) {
      texte = String(visite.question("q").prefix(200))
      promotion = visite.question("promotion")
      groupe = promotion.isEmpty ? "" : visite.question("groupe")
    }

    func adresse(page: Int) -> SafeURL {
      Chemin.etudiants([
        ("q", texte), ("promotion", promotion), ("groupe", groupe),
        ("page", page > 1 ? String(page) : ""),
      ])
    }
  }

  static func montrer(_ visite: Visite) async throws -> HTTPResponse {
    let demande = Demande(visite)
    let trouvailles = try await visite.demander(
      ChercherDesEtudiants(
        demande.texte,
        promotion: Int64(demande.promotion).flatMap { Identifiant($0) },
        groupe: Int64(demande.groupe).flatMap { Identifiant($0) },
        page: Int(visite.question("page")) ?? 1,
      )
    )
    let liste = liste(trouvailles, demande)
    if visite.requete.headers["x-fragment"] != nil { return .html(liste.rendered()) }
    return visite.page("Étudiants") {
      Carte("Chercher") { formulaire(trouvailles, demande) }
      liste
      if !trouvailles.promotions.isEmpty { promotions(trouvailles.promotions) }
    }
  }

  private static func formulaire(
    _ trouvailles: ChercherDesEtudiants.Trouvailles,
    _ demande: Demande,
  ) -> some HTML {
    form(.class("formulaire"), .get, .action(Chemin.etudiants), .role("search")) {
      Rangee {
        boite(demande.texte)
        Champ(
          "promotion",
          "Promotion",
          .choix(
            [Choix("", "Toutes")]
              + trouvailles.promotions.map { Choix("\($0.id)", "\($0.nom), \($0.annee)") },
            choisi: demande.promotion,
          ),
        )
        if !trouvailles.groupes.isEmpty {
          Champ(
            "groupe",
            "Groupe",
            .choix(
              [Choix("", "Tous")] + trouvailles.groupes.map { Choix("\($0.id)", $0.nom) },
              choisi: demande.groupe,
            ),
          )
        }
      }
      Boutons(Bouton("Chercher", .premier))
    }
  }

  private static func boite(_ texte: String) -> some HTML {
    div(.class("champ")) {
      label(.for("champ-q")) { "Nom, prénom ou numéro" }
      input(
        .type("search"),
        .id("champ-q"),
        .name("q"),
        .value(texte),
        .autocomplete("off"),
        .autofocus,
        .aria("describedby", "champ-q-aide"),
      )
      div(.class("indications")) {
        p(.class("aide"), .id("champ-q-aide")) {
          "Une partie suffit, sans accents ni majuscules. Raccourci : « / ».".enPhraseSuite
        }
      }
    }
  }

  /// The lists of promotions, where groups are made and enrolments changed.
  private static func promotions(_ promotions: [Promotion]) -> some HTML {
    Carte("Groupes et inscriptions") {
      Tableau(
        "Par promotion, la dernière année d’abord",
        colonnes: [.init("Promotion"), .init("Année")],
        lignes: promotions.map { promotion in
          Tableau.Ligne([
            Cellule(Lien(promotion.nom, vers: Chemin.promotion(promotion.id, "etudiants"))),
            "\(promotion.annee)",
          ])
        },
      )
    }
  }

  private static func liste(
    _ trouvailles: ChercherDesEtudiants.Trouvailles,
    _ demande: Demande,
  ) -> some HTML {
    div(.id("trouvailles"), .class("carte"), .role("region"), .aria("label", "Résultats")) {
      p(.role("status")) { decompte(trouvailles) }
      Tableau(
        "Étudiants trouvés",
        colonnes: [
          .init("Étudiant"), .init("Numéro"), .init("Suit"),
          .init("Courriel", estSecondaire: true),
        ],
        lignes: trouvailles.etudiants.map(ligne),
        vide: vide(trouvailles, demande),
      )
      Pagination(
        page: trouvailles.page,
        sur: max(1, (trouvailles.total + 49) / 50),
        adresse: { demande.adresse(page: $0) },
      )
    }
  }

  private static func decompte(_ trouvailles: ChercherDesEtudiants.Trouvailles) -> String {
    compte(trouvailles.total, "étudiant")
  }

  private static func ligne(_ trouve: ChercherDesEtudiants.Trouve) -> Tableau.Ligne {
    let identite = trouve.etudiant.identite
    return Tableau.Ligne([
      Cellule(Lien(trouve.etudiant.nomAffiche, vers: Chemin.etudiant(trouve.etudiant.id))),
      "\(identite?.nip ?? "")",
      Cellule(
        HTMLGroup(
          trouve.promotions.first.map { "\($0.nom), \($0.annee)" } ?? "",
          trouve.estParti ? HTMLGroup(" ", Pastille("parti", .neutre)) : nil,
        )
      ),
      "\(identite?.courriel ?? "")",
    ])
  }

  private static func vide(
    _ trouvailles: ChercherDesEtudiants.Trouvailles,
    _ demande: Demande,
  ) -> EtatVide {
    if trouvailles.promotions.isEmpty {
      return EtatVide(
        "Aucune promotion ne vous est ouverte",
        "Vos rôles ne donnent pas à voir d’étudiants ; qui administre l’établissement peut en donner.",
      )
    }
    guard !demande.texte.isEmpty else { return EtatVide("Aucun étudiant n’est encore inscrit ici") }
    return EtatVide(
      "Personne ne correspond à « \(demande.texte) »",
      demande.promotion.isEmpty
        ? "Essayez une partie du nom seulement, ou le numéro."
        : "Essayez dans toutes les promotions.",
    )
  }
}
