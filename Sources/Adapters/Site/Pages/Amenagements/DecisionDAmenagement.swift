internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// One request for arrangements, and the answer to it.
enum DecisionDAmenagement {
  static func montrer(
    _ visite: Visite,
    _ envoyee: SaisieLue? = nil,
    _ statut: HTTPStatus = .ok,
  ) async throws -> HTTPResponse {
    let fiche = try await visite.demander(
      VoirUneDemandeDAmenagement(visite.identifiant("demande", .demandeDAmenagement))
    )
    let demande = fiche.demande
    let jour = visite.site.bureau.horloge.maintenant().jour
    let fin = Jour(cloturant: fiche.promotion.annee)
    let saisie =
      envoyee
      ?? SaisieLue(
        [
          "depuis": jour.description, "jusqua": fin.description, "seances": "oui",
          "evaluations": "oui", "examens": "oui",
        ].merging(demande.souhaits.map { ("accord-" + $0.rawValue, "oui") }) { un, _ in un }
      )
    return visite.page(
      "Demande de \(fiche.etudiant.nomAffiche)",
      fil: [Lien("Aménagements", vers: Chemin.amenagements)],
      statut: statut,
    ) {
      Carte("La demande") {
        demande.pastille
      } contenu: {
        Definitions([
          ("Étudiant", "\(fiche.etudiant.nomAffiche), \(fiche.promotion.nomEntier)"),
          ("Situation", "\(demande.situation.phrase)"), ("Demande", "\(demande.texte)"),
          ("Souhaits", "\(demande.souhaitsEnMots)"),
          ("Déposée le", "\(demande.depose.enLettres)"),
        ])
        if let fichier = demande.fichier {
          p { Lien("Lire la pièce", vers: Chemin.fichier(fichier)) }
        }
        if let reponse = demande.reponse { Encart(.information, titre: "Réponse.", reponse) }
      }
      if demande.estOuverte {
        Carte("Répondre") { formulaire(demande, saisie, visite.jeton) }
      }
    }
  }

  private static func formulaire(
    _ demande: DemandeDAmenagement,
    _ saisie: SaisieLue,
    _ jeton: Jeton,
  ) -> some HTML {
    let accords = Amenagement.Nature.allCases.map { nature in
      Champ(
        "accord-" + nature.rawValue,
        nature.phrase.enPhraseSansPoint,
        .coche(saisie["accord-" + nature.rawValue] == "oui"),
      )
    }
    let champs = [
      Champ(
        "precision",
        "Précision",
        .texte(saisie["precision"]),
        aide: "Horaires de l’emploi du temps, modalités de l’évaluation de remplacement…",
        estFacultatif: true,
      ),
      Champ(
        "modules",
        "Modules dispensés",
        .texte(saisie["modules"]),
        aide:
          "Pour une dispense d’assiduité : les codes, séparés par des espaces, comme « R101 R203 ». "
          + "Sans code, elle vaut pour tous les créneaux ; ses absences sont justifiées d’elles-mêmes.",
        erreur: saisie.fautes["modules"],
        estFacultatif: true,
      ),
      Champ("depuis", "Depuis", .date(saisie["depuis"]), erreur: saisie.fautes["depuis"]),
      Champ("jusqua", "Jusqu’au", .date(saisie["jusqua"]), erreur: saisie.fautes["jusqua"]),
      Champ("seances", "S’applique aux séances", .coche(saisie["seances"] == "oui")),
      Champ("evaluations", "S’applique aux évaluations", .coche(saisie["evaluations"] == "oui")),
      Champ("examens", "S’applique aux examens", .coche(saisie["examens"] == "oui")),
      Champ(
        "motif",
        "Motif de la réponse",
        .texteLong(saisie["motif"], lignes: 3),
        aide: "L’étudiant le lira.",
        erreur: saisie.fautes["motif"],
      ),
    ]
    return HTMLGroup(
      p { "Cochez ce que vous accordez ; rien de coché refuse la demande." },
      ResumeDesErreurs(de: champs),
      Formulaire(vers: Chemin.demandeDAmenagement(demande.id), jeton: jeton) {
        input(.type("hidden"), .name("version"), .value("\(demande.version)"))
        HTMLList(accords.map { AnyHTML($0) })
        HTMLList(champs.map { AnyHTML($0) })
        Boutons(Bouton("Enregistrer la réponse", .premier))
      },
    )
  }

  static func decider(_ visite: Visite) async throws -> HTTPResponse {
    let id: Identifiant<DemandeDAmenagement> = try visite.identifiant(
      "demande",
      .demandeDAmenagement,
    )
    var saisie = SaisieLue(try visite.formulaire())
    let (depuis, jusqua) = (saisie.jour("depuis"), saisie.jour("jusqua"))
    guard let depuis, let jusqua else {
      return try await montrer(visite, saisie, .unprocessableContent)
    }
    var porte: Amenagement.Porte = []
    if saisie["seances"] == "oui" { porte.insert(.seances) }
    if saisie["evaluations"] == "oui" { porte.insert(.evaluations) }
    if saisie["examens"] == "oui" { porte.insert(.examens) }
    let accordes = Amenagement.Nature.allCases.filter { saisie["accord-" + $0.rawValue] == "oui" }
      .map { nature in
        DeciderDUnAmenagement.Accord(
          nature,
          precision: saisie["precision"],
          depuis: depuis,
          jusqua: jusqua,
          porte: porte,
          modules: saisie["modules"].split { " ,;".contains($0) }.map(String.init),
        )
      }
    do {
      try await visite.faire(
        DeciderDUnAmenagement(id, accordes, motif: saisie["motif"], version: saisie.version)
      )
      return visite.versLaPage(Chemin.demandeDAmenagement(id), fait: .amenagementDecide)
    } catch let refus as Refus {
      guard saisie.prendre(refus, champs: ["porte": "seances"], defaut: "motif") else {
        throw refus
      }
      return try await montrer(visite, saisie, .unprocessableContent)
    }
  }
}
