internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// Where one student goes after the year, and the choice to send them elsewhere.
enum PageDUneSuite {
  private static func lire(_ visite: Visite) async throws
    -> (plan: PlanDAnneeSuivante, ligne: PlanDAnneeSuivante.Ligne)
  {
    let plan = try await PagesDeLAnneeSuivante.lire(visite)
    guard plan.peutFaire else { throw Refus.interdit(.gererLesEtudiants) }
    let ligne = plan.lignes.first { "\($0.etudiant.id)" == visite.valeurs["etudiant"] }
    guard let ligne else { throw Refus.inconnu(.etudiant) }
    return (plan, ligne)
  }

  static func montrer(_ visite: Visite, _ envoyee: SaisieLue? = nil, _ statut: HTTPStatus = .ok)
    async throws -> HTTPResponse
  {
    let (plan, ligne) = try await lire(visite)
    let champs = champs(plan, ligne, envoyee)
    let promotion = plan.promotion
    return visite.page(
      "\(ligne.etudiant.nomAffiche) après \(promotion.nomEntier)",
      fil: [
        Lien("Promotions", vers: Chemin.promotions),
        Lien(promotion.nom, vers: Chemin.promotion(promotion.id)),
        Lien("Année suivante", vers: Chemin.promotion(promotion.id, "annee-suivante")),
      ],
      statut: statut,
    ) {
      Bouton("Son dossier", vers: Chemin.etudiant(ligne.etudiant.id))
    } contenu: {
      Carte("Ce que disent les décisions") { Definitions(termes(ligne)) }
      if let deja = ligne.deja {
        Encart(
          .information,
          "Déjà inscrit en \(deja.nomEntier) : un choix fait ici n’y change rien.",
        )
      }
      Carte("Choisir une autre suite") {
        ResumeDesErreurs(de: champs)
        Formulaire(
          vers: Chemin.promotion(promotion.id, "annee-suivante", "\(ligne.etudiant.id)"),
          jeton: visite.jeton,
        ) {
          input(.type("hidden"), .name("version"), .value(String(ligne.choix?.version ?? 0)))
          for champ in champs { champ }
          Boutons(Bouton("Enregistrer", .premier))
        }
      }
    }
  }

  private static func termes(_ ligne: PlanDAnneeSuivante.Ligne) -> [(String, Cellule)] {
    var termes: [(String, Cellule)] = [
      ("Suite", "\(ligne.suite.destination.enMots.enPhraseSansPoint)"),
      ("Pourquoi", "\(Typographie.phrase(ligne.suite.motif.enPhraseSansPoint))"),
    ]
    if !ligne.suite.capitalisees.isEmpty {
      let codes = ligne.suite.capitalisees.map(\.texte).joined(separator: ", ")
      termes.append(("UE acquises", "\(codes)"))
    }
    if let choix = ligne.choix {
      termes.append(("Choisi ici", "\(choix.destination.enMots.enPhraseSansPoint)"))
      termes.append(("Motif du choix", "\(choix.motif)"))
    }
    return termes
  }

  private static func champs(
    _ plan: PlanDAnneeSuivante,
    _ ligne: PlanDAnneeSuivante.Ligne,
    _ envoyee: SaisieLue?,
  ) -> [Champ] {
    let saisie =
      envoyee
      ?? SaisieLue([
        "destination": ligne.choix.map { valeur($0.destination) } ?? "",
        "motif": ligne.choix?.motif ?? "",
      ])
    let choix = possibles(plan.promotion).map {
      Choix(valeur($0), $0.enMots.enPhraseSansPoint)
    }
    return [
      Champ(
        "destination",
        "Suite",
        .parmi(
          choix + [Choix("decisions", "Suivre les décisions")],
          choisi: saisie.facultatif("destination"),
        ),
        erreur: saisie.fautes["destination"],
      ),
      Champ(
        "motif",
        "Motif",
        .texte(saisie["motif"]),
        aide: "Le journal le garde, et l’aperçu le montre à côté de ce que disent les décisions.",
        erreur: saisie.fautes["motif"],
      ),
    ]
  }

  /// Where a student of the promotion may be sent.
  private static func possibles(_ promotion: Promotion) -> [Suite.Destination] {
    let siens = promotion.anneeBUT.semestres
    let suivante = AnneeBUT(promotion.anneeBUT.valeur + 1).map {
      [Suite.Destination.passe($0.semestres)]
    }
    return (suivante ?? []) + [.redouble(siens)] + siens.map { .redouble([$0]) }
      + [.quitte, .indecis]
  }

  private static func valeur(_ destination: Suite.Destination) -> String {
    let chiffres = destination.semestres.map { String($0.valeur) }.joined()
    return switch destination {
    case .passe: "passe"
    case .redouble: "redouble-\(chiffres)"
    case .quitte: "quitte"
    case .indecis: "indecis"
    }
  }

  static func choisir(_ visite: Visite) async throws -> HTTPResponse {
    let (plan, ligne) = try await lire(visite)
    var saisie = SaisieLue(try visite.formulaire())
    let destination = possibles(plan.promotion).first { valeur($0) == saisie["destination"] }
    guard destination != nil || saisie["destination"] == "decisions" else {
      saisie.fautes["destination"] = "Choisissez la suite."
      return try await montrer(visite, saisie, .unprocessableContent)
    }
    do {
      try await visite.faire(
        ChoisirUneSuite(
          promotion: plan.promotion.id,
          etudiant: ligne.etudiant.id,
          destination: destination,
          motif: saisie["motif"],
          version: saisie.version,
        )
      )
      return visite.versLaPage(
        Chemin.promotion(plan.promotion.id, "annee-suivante"),
        fait: .suiteChoisie,
      )
    } catch let refus as Refus {
      guard saisie.prendre(refus, champs: [:], defaut: "motif") else { throw refus }
      return try await montrer(visite, saisie, .unprocessableContent)
    }
  }
}
