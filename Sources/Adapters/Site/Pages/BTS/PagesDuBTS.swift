internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// The exceptional session of the BTS of 2021: sessions, candidates, jury, orals, admission.
enum PagesDuBTS {
  static let routes: [Route] =
    [
      .lecture("/bts") { try await lister($0) },
      .envoi("/bts", par: ouvrir),
    ] + PageDUneSessionBTS.routes + ImportDeBTS.routes + PageDUnCandidatBTS.routes
    + PageDeSonBTS.routes

  private static func lister(
    _ visite: Visite,
    _ envoyee: SaisieLue? = nil,
    _ statut: HTTPStatus = .ok,
  ) async throws -> HTTPResponse {
    let liste = try await visite.demander(VoirLesSessionsBTS())
    let saisie = envoyee ?? SaisieLue([:])
    return visite.page(
      "BTS, session exceptionnelle de 2021",
      fil: [Lien("Jurys", vers: Chemin.jurys)],
      statut: statut,
    ) {
      p {
        Typographie.phrase(
          "La session de rattrapage du BTS de 2021 : deux oraux, dont la note remplace la moyenne "
            + "des épreuves ponctuelles de son domaine lorsqu’elle lui est supérieure (décret "
            + "n° 2021-786 du 19 juin 2021). Ce n’est pas le droit actuel du BTS."
        )
      }
      Carte("Sessions") { sessions(liste) }
      if !liste.ouvrables.isEmpty {
        Carte("Ouvrir une session") { ouverture(liste, saisie, visite.jeton) }
      }
    }
  }

  private static func sessions(_ liste: VoirLesSessionsBTS.Liste) -> some HTML {
    Tableau(
      "Sessions du BTS",
      colonnes: [
        .init("Session"), .init("Département", estSecondaire: true),
        .init("Candidats", .chiffres), .init("État"),
      ],
      lignes: liste.sessions.map { vue in
        Tableau.Ligne([
          Cellule(Lien(vue.session.intitule, vers: Chemin.sessionBTS(vue.session.id))),
          "\(vue.departement.nom)", "\(vue.candidats)", Cellule(vue.session.pastille),
        ])
      },
      vide: EtatVide("Aucune session", "Ouvrez-en une pour une spécialité."),
    )
  }

  private static func ouverture(
    _ liste: VoirLesSessionsBTS.Liste,
    _ saisie: SaisieLue,
    _ jeton: Jeton,
  ) -> some HTML {
    let departements = liste.ouvrables.map { Choix("\($0.id)", $0.nom) }
    let specialites = liste.specialites.map {
      Choix($0.code, $0.intitule + ($0.aConfirmer ? " (coefficients à confirmer)" : ""))
    }
    let seul = departements.count == 1 ? liste.ouvrables.first.map { "\($0.id)" } : nil
    let champs = [
      Champ(
        "departement",
        "Département",
        .choix(departements, choisi: saisie.facultatif("departement") ?? seul),
        erreur: saisie.fautes["departement"],
      ),
      Champ(
        "specialite",
        "Spécialité",
        .choix(specialites, choisi: saisie.facultatif("specialite")),
        aide: "Deux spécialités sont données en exemple.",
        erreur: saisie.fautes["specialite"],
        estFacultatif: true,
      ),
      Champ(
        "fichier",
        "Ou une spécialité en JSON",
        .fichier(accepte: ".json"),
        aide: "Épreuves, coefficients et liste des disciplines au choix : le format est dans la "
          + "documentation du BTS.",
        erreur: saisie.fautes["fichier"],
        estFacultatif: true,
      ),
    ]
    return HTMLGroup(
      ResumeDesErreurs(de: champs),
      Formulaire(vers: Chemin.bts, jeton: jeton, aDesFichiers: true) {
        HTMLList(champs.map { AnyHTML($0) })
        Boutons(Bouton("Ouvrir la session", .premier))
      },
    )
  }

  private static func ouvrir(_ visite: Visite) async throws -> HTTPResponse {
    let liste = try await visite.demander(VoirLesSessionsBTS())
    guard !liste.ouvrables.isEmpty else { throw Refus.interdit(.gererLesCampagnes) }
    let envoi = try visite.formulaire()
    var saisie = SaisieLue(envoi)
    let departement = Int64(saisie["departement"]).flatMap { Identifiant<Departement>($0) }
    if departement == nil { saisie.fautes["departement"] = "Choisissez le département." }
    var specialite = saisie.facultatif("specialite").map {
      OuvrirUneSessionBTS.Specialite.fournie($0)
    }
    if let fichier = envoi.file("fichier"), fichier.count > 0 {
      specialite = .json(String(decoding: fichier.bytes(), as: UTF8.self))
    }
    if specialite == nil {
      saisie.fautes["specialite"] = "Choisissez une spécialité, ou donnez son fichier."
    }
    guard let departement, let specialite else {
      return try await lister(visite, saisie, .unprocessableContent)
    }
    do {
      let session = try await visite.faire(
        OuvrirUneSessionBTS(departement: departement, specialite: specialite)
      )
      return visite.versLaPage(Chemin.sessionBTS(session.id), fait: .sessionBTSOuverte)
    } catch let refus as Refus {
      guard saisie.prendreToutRefus(refus, defaut: "specialite") else { throw refus }
      return try await lister(visite, saisie, .unprocessableContent)
    }
  }
}

extension SessionBTS {
  var pastille: Pastille {
    if close != nil { return Pastille("close", .succes) }
    return proclamation == nil
      ? Pastille("session normale", .attention) : Pastille("rattrapage", .information)
  }
}
