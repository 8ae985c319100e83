internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// Runs of the scheduler: started, followed, stopped, compared, one kept.
enum PageDeRecherches {
  static let routes: [Route] = [
    .lecture("/session-2/{campagne}/calendrier/recherches") { try await montrer($0) },
    .envoi("/session-2/{campagne}/calendrier/recherches", par: lancer),
    .envoi("/session-2/{campagne}/calendrier/recherches/{course}", par: agir),
  ]

  private static func montrer(
    _ visite: Visite,
    _ envoyee: SaisieLue? = nil,
    _ statut: HTTPStatus = .ok,
  ) async throws -> HTTPResponse {
    let id = try visite.campagneDeSession2()
    let vue = try await visite.demander(VoirLeCalendrierDeSession2(id))
    let courses = visite.site.reglages.chercheur?.courses(id) ?? []
    let saisie = envoyee ?? SaisieLue(["secondes": "30", "graine": "\(courses.count + 1)"])
    let suivre = courses.contains(where: \.vaEncore) && visite.question("suivre") != "non"
    var reponse = visite.page("Recherches", fil: visite.filDeSession2(vue), statut: statut) {
      if !courses.isEmpty {
        Carte("Recherches de ce calendrier") {
          if courses.contains(where: \.vaEncore) { suivi(id, suivre) }
          comparaison(courses, vue, visite.jeton)
        }
      }
      if visite.site.reglages.chercheur == nil {
        EtatVide("Ce serveur ne fait pas de recherche", "La grille permet de placer à la main.")
      } else {
        Carte("Lancer une recherche") { formulaire(saisie, vue, visite.jeton) }
      }
    }
    if suivre { reponse.headers.add("refresh", "3") }
    return reponse
  }

  private static func suivi(_ id: Identifiant<Campagne>, _ suivre: Bool) -> some HTML {
    let adresse = Chemin.calendrierDeSession2(id, "recherches")
    return p(.class("aide"), .role("status")) {
      Typographie.phrase(
        suivre
          ? "Cette page se met à jour toutes les trois secondes ; vous pouvez la quitter, la recherche continue. "
          : "Cette page ne se met plus à jour. "
      )
      Lien(
        suivre ? "Ne plus mettre à jour" : "Mettre à jour",
        vers: suivre ? Chemin.avec(adresse, [("suivre", "non")]) : adresse,
      )
    }
  }

  @HTMLBuilder private static func formulaire(
    _ saisie: SaisieLue,
    _ vue: VoirLeCalendrierDeSession2.Vue,
    _ jeton: Jeton,
  ) -> some HTML {
    let champs = [
      Champ(
        "secondes",
        "Durée, en secondes",
        .entier(saisie["secondes"]),
        aide: "De 5 à 600. La recherche peut être arrêtée : le meilleur calendrier trouvé reste.",
        erreur: saisie.fautes["secondes"],
      ),
      Champ(
        "graine",
        "Graine",
        .entier(saisie["graine"]),
        aide: "Un nombre. Deux graines donnent deux recherches à comparer.",
        erreur: saisie.fautes["graine"],
      ),
    ]
    p(.class("aide")) {
      Typographie.phrase(
        vue.estSurInscrits
          ? "Sur \(compte(vue.candidats, "inscrit"))."
          : "Sur \(compte(vue.candidats, "admissible")) : les inscriptions ne sont pas closes."
      )
    }
    if !vue.sansForme.isEmpty {
      Encart(
        .attention,
        "Aucune forme d’épreuve n’est choisie pour "
          + vue.sansForme.map(\.texte).joined(separator: ", ")
          + " : ces UE ne sont pas placées, et le calendrier ne pourra être signé sans elles.",
      )
    }
    vue.besoinsSansSalle.avis
    ResumeDesErreurs(de: champs)
    Formulaire(
      vers: Chemin.calendrierDeSession2(vue.session.campagne, "recherches"),
      jeton: jeton,
    ) {
      HTMLList(champs.map { AnyHTML($0) })
      if vue.calendrier != nil {
        Champ(
          "garde",
          "Partir du calendrier actuel et le changer le moins possible",
          .coche(saisie["garde"] == "oui"),
        )
      }
      Boutons(Bouton("Lancer", .premier))
    }
  }

  /// One column of costs a run, so that they are read beside each other.
  private static func comparaison(
    _ courses: [CourseSuivie],
    _ vue: VoirLeCalendrierDeSession2.Vue,
    _ jeton: Jeton,
  ) -> some HTML {
    Tableau(
      "Recherches comparées",
      colonnes: [
        .init("Recherche"), .init("État"), .init("Coût", .chiffres),
        .init("Ce qui coûte", estSecondaire: true), .init("Agir"),
      ],
      lignes: courses.map { course in
        Tableau.Ligne([
          "nº \(course.numero), graine \(course.demande.graine)\(course.demande.garde ? ", depuis l’actuel" : "")",
          Cellule(etat(course)), "\(course.meilleur.map { "\($0)" } ?? "–")",
          "\(composantes(course))", Cellule(actions(course, vue.session.campagne, jeton)),
        ])
      }
        + (vue.jugement.map { jugement in
          [
            Tableau.Ligne([
              "Calendrier actuel", Cellule(Pastille("en place", .neutre)), "\(jugement.cout)",
              "\(jugement.composantes.enClair)",
              Cellule(
                Lien(
                  "Voir la grille",
                  vers: Chemin.calendrierDeSession2(vue.session.campagne, "grille"),
                )
              ),
            ])
          ]
        } ?? []),
    )
  }

  private static func etat(_ course: CourseSuivie) -> some HTML {
    switch course.etat {
    case .enCours:
      Pastille("en cours, \(course.secondes) s sur \(course.demande.secondes)", .information)
    case .trouve: Pastille("terminée", .succes)
    case .impossible: Pastille("aucun calendrier", .erreur)
    }
  }

  private static func composantes(_ course: CourseSuivie) -> String {
    switch course.etat {
    case .enCours: "–"
    case .trouve(_, _, let composantes): composantes.enClair
    case .impossible(let raison): raison
    }
  }

  private static func actions(
    _ course: CourseSuivie,
    _ id: Identifiant<Campagne>,
    _ jeton: Jeton,
  ) -> some HTML {
    Formulaire(
      vers: Chemin.calendrierDeSession2(id, "recherches", "\(course.numero)"),
      jeton: jeton,
    ) {
      switch course.etat {
      case .enCours: Bouton("Arrêter", nom: "geste", valeur: "arreter")
      case .trouve:
        Bouton("Garder celui-ci", .premier, nom: "geste", valeur: "garder")
        Bouton("Oublier", .discret, nom: "geste", valeur: "oublier")
      case .impossible: Bouton("Oublier", .discret, nom: "geste", valeur: "oublier")
      }
    }
  }

  private static func lancer(_ visite: Visite) async throws -> HTTPResponse {
    let id = try visite.campagneDeSession2()
    let preparation = try await visite.demander(PreparerLeCalendrier(id))
    guard let chercheur = visite.site.reglages.chercheur else {
      return visite.versLaPage(Chemin.calendrierDeSession2(id, "recherches"))
    }
    var saisie = SaisieLue(try visite.formulaire())
    let secondes = Int(saisie["secondes"])
    if secondes.map(DemandeDeRecherche.secondesPermises.contains) != true {
      saisie.fautes["secondes"] = "Écrivez un nombre de secondes, de 5 à 600."
    }
    let graine = UInt64(saisie["graine"])
    if graine == nil { saisie.fautes["graine"] = "Écrivez un nombre." }
    guard saisie.fautes.isEmpty, let secondes, let graine else {
      return try await montrer(visite, saisie, .unprocessableContent)
    }
    do {
      try chercheur.lancer(
        preparation.probleme,
        depuis: preparation.depart,
        DemandeDeRecherche(secondes: secondes, graine: graine, garde: saisie["garde"] == "oui"),
      )
    } catch {
      saisie.fautes["secondes"] = error.phrase.enPhrase
      return try await montrer(visite, saisie, .conflict)
    }
    return visite.versLaPage(
      Chemin.calendrierDeSession2(id, "recherches"),
      fait: .rechercheLancee,
    )
  }

  private static func agir(_ visite: Visite) async throws -> HTTPResponse {
    let id = try visite.campagneDeSession2()
    _ = try await visite.demander(VoirLeCalendrierDeSession2(id))
    let page = Chemin.calendrierDeSession2(id, "recherches")
    guard let chercheur = visite.site.reglages.chercheur,
      let numero = visite.valeurs["course"].flatMap({ Int($0) }),
      let course = chercheur.courses(id).first(where: { $0.numero == numero })
    else { return visite.versLaPage(page) }
    switch try visite.formulaire().ligne("geste") {
    case "arreter":
      chercheur.arreter(numero, id)
      return visite.versLaPage(page)
    case "garder":
      guard case .trouve(let seances, let cout, _) = course.etat else {
        return visite.versLaPage(page)
      }
      let origine =
        "recherche de \(course.secondes) s, graine \(course.demande.graine), coût \(cout)"
      try await visite.faire(
        GarderUnCalendrier(campagne: id, seances: seances, origine: origine)
      )
      return visite.versLaPage(
        Chemin.calendrierDeSession2(id, "grille"),
        fait: .calendrierGarde,
      )
    case _:
      chercheur.oublier(numero, id)
      return visite.versLaPage(page)
    }
  }
}

extension [JugementDeCalendrier.Composante] {
  /// « deux épreuves de suite : 8, salles : 2 ».
  var enClair: String {
    isEmpty ? "rien" : map { "\($0.nom) : \($0.prix)" }.joined(separator: ", ")
  }
}
