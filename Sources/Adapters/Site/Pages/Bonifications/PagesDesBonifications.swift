internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// Bonuses: campaigns, requests, sessions of the commission, sport.
enum PagesDesBonifications {
  static let routes: [Route] =
    [
      .lecture("/bonifications") { try await lister($0) },
      .envoi("/bonifications/campagnes", par: ouvrir),
      .envoi("/bonifications/commissions", par: reunir),
    ] + PageDeSonEngagement.routes + PageDUnEngagement.routes + PageDeCommission.routes
    + PageDuSport.routes

  private static func lister(
    _ visite: Visite,
    _ envoyee: SaisieLue? = nil,
    _ statut: HTTPStatus = .ok,
  ) async throws -> HTTPResponse {
    let tableau = try await visite.demander(VoirLesBonifications())
    let saisie = envoyee ?? SaisieLue([:])
    return visite.page("Bonifications", statut: statut) {
      if tableau.gereLeSport {
        Bouton("Sport", .second, vers: Chemin.sport)
      }
    } contenu: {
      if tableau.gereLaCommission {
        Carte("Commissions") { commissions(tableau, saisie, visite.jeton) }
      }
      Carte("Demandes pour engagement") { demandes(tableau) }
      if !tableau.promotions.isEmpty || !tableau.campagnes.isEmpty {
        Carte("Périodes de demande") { campagnes(tableau, saisie, visite.jeton) }
      }
    }
  }

  private static func demandes(_ tableau: VoirLesBonifications.Tableau) -> some HTML {
    Tableau(
      "Demandes de bonification pour engagement",
      colonnes: [
        .init("Étudiant"), .init("Activité"), .init("Type", estSecondaire: true),
        .init("Promotion", estSecondaire: true), .init("État"),
      ],
      lignes: tableau.demandes.map { resume in
        let demande = resume.demande
        return Tableau.Ligne([
          Cellule(Lien(resume.etudiant.nomAffiche, vers: Chemin.engagement(demande.id))),
          "\(demande.objet.intitule)", "\(demande.objet.type.phrase)",
          "\(resume.promotion.nomEntier)", Cellule(demande.pastille),
        ])
      },
      vide: EtatVide(
        "Aucune demande",
        "Les étudiants les font pendant la période de leur promotion.",
      ),
    )
  }

  private static func commissions(
    _ tableau: VoirLesBonifications.Tableau,
    _ saisie: SaisieLue,
    _ jeton: Jeton,
  ) -> some HTML {
    let annees = tableau.annees.map { Choix($0.description, $0.description) }
    let champs = [
      Champ(
        "annee",
        "Année",
        .choix(
          annees,
          choisi: saisie.facultatif("annee")
            ?? annees.first.map { _ in
              tableau.annees[0].description
            },
        ),
        erreur: saisie.fautes["annee"],
      ),
      Champ("jour", "Le", .date(saisie["jour"]), erreur: saisie.fautes["jour"]),
      Champ("lieu", "Lieu", .texte(saisie["lieu"]), estFacultatif: true),
    ]
    return HTMLGroup(
      Tableau(
        "Commissions des bonifications",
        colonnes: [.init("Date"), .init("Année"), .init("Lieu"), .init("État")],
        lignes: tableau.commissions.map { commission in
          Tableau.Ligne([
            Cellule(Lien(commission.jour.enLettres, vers: Chemin.commission(commission.id))),
            "\(commission.annee)", "\(commission.lieu)",
            Cellule(
              commission.close == nil
                ? Pastille("ouverte", .attention) : Pastille("close", .neutre)
            ),
          ])
        },
        vide: EtatVide("Aucune commission", "Elle se réunit en fin d’année universitaire."),
      ),
      ResumeDesErreurs(de: champs),
      Formulaire(vers: "/bonifications/commissions", jeton: jeton) {
        Rangee { HTMLList(champs.map { AnyHTML($0) }) }
        Boutons(Bouton("Réunir une commission", .second))
      },
    )
  }

  private static func campagnes(
    _ tableau: VoirLesBonifications.Tableau,
    _ saisie: SaisieLue,
    _ jeton: Jeton,
  ) -> some HTML {
    let promotions = tableau.promotions.map {
      Choix("\($0.id)", "\($0.nom), \($0.annee)")
    }
    let champs = [
      Champ(
        "promotion",
        "Promotion",
        .choix(promotions, choisi: saisie.facultatif("promotion")),
        erreur: saisie.fautes["promotion"],
      ),
      Champ("du", "Ouvre le", .date(saisie["du"]), erreur: saisie.fautes["du"]),
      Champ(
        "du-heure",
        "à",
        .texte(saisie.facultatif("du-heure") ?? "8 h 00"),
        erreur: saisie.fautes["du-heure"],
        cle: "du-heure-campagne",
      ),
      Champ("au", "Ferme le", .date(saisie["au"]), erreur: saisie.fautes["au"]),
      Champ(
        "au-heure",
        "à",
        .texte(saisie.facultatif("au-heure") ?? "23 h 59"),
        erreur: saisie.fautes["au-heure"],
        cle: "au-heure-campagne",
      ),
    ]
    return HTMLGroup(
      Tableau(
        "Périodes de demande",
        colonnes: [.init("Promotion"), .init("Ouvre"), .init("Ferme")],
        lignes: tableau.campagnes.map { paire in
          Tableau.Ligne([
            "\(paire.promotion.nom), \(paire.promotion.annee)",
            "\(paire.campagne.ouverture.enLettres)", "\(paire.campagne.cloture.enLettres)",
          ])
        },
        vide: EtatVide("Aucune période n’est fixée"),
      ),
      ouverture(champs, promotions, jeton),
    )
  }

  @HTMLBuilder private static func ouverture(
    _ champs: [Champ],
    _ promotions: [Choix],
    _ jeton: Jeton,
  ) -> some HTML {
    if !promotions.isEmpty {
      ResumeDesErreurs(de: champs)
      Formulaire(vers: "/bonifications/campagnes", jeton: jeton) {
        champs[0]
        Rangee { HTMLList(champs.dropFirst().map { AnyHTML($0) }) }
        Boutons(Bouton("Fixer la période", .second))
      }
    }
  }

  private static func ouvrir(_ visite: Visite) async throws -> HTTPResponse {
    let tableau = try await visite.demander(VoirLesBonifications())
    guard !tableau.promotions.isEmpty else { throw Refus.interdit(.gererLesCampagnes) }
    var saisie = SaisieLue(try visite.formulaire())
    let (du, au) = (saisie.instant("du", "du-heure"), saisie.instant("au", "au-heure"))
    let promotion = Int64(saisie["promotion"]).flatMap { Identifiant<Promotion>($0) }
    if promotion == nil { saisie.fautes["promotion"] = "Choisissez la promotion." }
    guard let du, let au, let promotion else {
      return try await lister(visite, saisie, .unprocessableContent)
    }
    do {
      try await visite.faire(
        OuvrirUneCampagne(
          promotion: promotion,
          nature: .bonus,
          intitule: "Bonification pour engagement étudiant",
          ouverture: du,
          cloture: au,
        )
      )
      return visite.versLaPage(Chemin.bonifications, fait: .campagneOuverte)
    } catch let refus as Refus {
      let champs = ["clôture": "au"]
      guard saisie.prendreToutRefus(refus, champs: champs, defaut: "au") else { throw refus }
      return try await lister(visite, saisie, .unprocessableContent)
    }
  }

  private static func reunir(_ visite: Visite) async throws -> HTTPResponse {
    let tableau = try await visite.demander(VoirLesBonifications())
    guard tableau.gereLaCommission else { throw Refus.interdit(.bonifierLEngagement) }
    var saisie = SaisieLue(try visite.formulaire())
    let annee = AnneeUniversitaire(saisie["annee"])
    if annee == nil { saisie.fautes["annee"] = "Choisissez l’année." }
    guard let jour = saisie.jour("jour"), let annee else {
      return try await lister(visite, saisie, .unprocessableContent)
    }
    do {
      let commission = try await visite.faire(
        ReunirUneCommission(annee, le: jour, lieu: saisie["lieu"])
      )
      return visite.versLaPage(Chemin.commission(commission.id), fait: .commissionReunie)
    } catch let refus as Refus {
      guard saisie.prendreToutRefus(refus, defaut: "jour") else { throw refus }
      return try await lister(visite, saisie, .unprocessableContent)
    }
  }
}
