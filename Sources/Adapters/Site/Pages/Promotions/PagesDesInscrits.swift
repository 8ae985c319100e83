internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// The students of a promotion: groups, enrolments.
enum PagesDesInscrits {
  static let routes: [Route] =
    [
      .lecture("/promotions/{promotion}/etudiants") { try await montrer($0) },
      .envoi("/promotions/{promotion}/etudiants", par: placer),
      .envoi("/promotions/{promotion}/groupes", par: creerUnGroupe),
      .envoi("/promotions/{promotion}/inscriptions", par: inscrire),
      .lecture("/promotions/{promotion}/etudiants/importer") {
        try await ImportDEtudiants.montrer($0)
      },
      .envoi("/promotions/{promotion}/etudiants/importer", par: ImportDEtudiants.recevoir),
    ] + PageDUneInscription.routes

  static func adresse(_ promotion: Identifiant<Promotion>, _ groupe: Identifiant<Groupe>?)
    -> SafeURL
  {
    let liste = Chemin.promotion(promotion, "etudiants")
    return groupe.flatMap { SafeURL(liste.text + "?groupe=\($0)") } ?? liste
  }

  /// What was sent, where something was wrong.
  struct Saisies {
    var groupe: SaisieLue?
    var inscription: SaisieLue?
    var avis: String?
  }

  static func montrer(_ visite: Visite, _ saisies: Saisies = Saisies(), _ statut: HTTPStatus = .ok)
    async throws -> HTTPResponse
  {
    let liste = try await visite.demander(
      VoirLesInscrits(visite.identifiant("promotion", .promotion))
    )
    let vue = ListeDesInscrits(
      liste,
      groupe: visite.question("groupe"),
      jour: visite.site.bureau.horloge.maintenant().jour,
      jeton: visite.jeton,
    )
    return visite.page(
      "Étudiants de \(liste.promotion.nom)",
      fil: visite.fil(desInscritsDe: liste.promotion),
      avis: importes(visite) + (saisies.avis.map { [Avis(.erreur, $0)] } ?? []),
      scripts: liste.peutGerer ? [Fichiers.script("placement.js")] : [],
      statut: statut,
    ) {
      if liste.peutGerer {
        Bouton(
          "Importer une liste",
          vers: Chemin.promotion(liste.promotion.id, "etudiants", "importer"),
        )
      }
    } contenu: {
      Carte("\(compte(liste.inscrits.count, "étudiant")), \(liste.promotion.annee)") { vue.corps }
      if liste.peutStructurer || liste.peutGerer {
        Grille {
          if liste.peutStructurer {
            Carte("Créer un groupe") { FormulairesDInscrits.groupe(liste, saisies.groupe, visite) }
          }
          if liste.peutGerer {
            Carte("Inscrire un étudiant") {
              FormulairesDInscrits.inscription(liste, saisies.inscription, visite)
            }
          }
        }
      }
    }
  }

  /// What an import has just done, by the numbers that its address carries.
  private static func importes(_ visite: Visite) -> [Avis] {
    let nombres = ["nouveaux", "connus", "changes"].map { Int(visite.question($0)) }
    guard let nouveaux = nombres[0], let connus = nombres[1], let changes = nombres[2] else {
      return []
    }
    return [
      Avis(
        .succes,
        "La liste est importée : \(compte(nouveaux, "nouvel étudiant", "nouveaux étudiants")), "
          + "\(compte(connus, "étudiant")) déjà connu\(connus > 1 ? "s" : "") et maintenant "
          + "inscrit\(connus > 1 ? "s" : ""), \(compte(changes, "fiche")) mise"
          + "\(changes > 1 ? "s" : "") à jour.",
      )
    ]
  }

  // MARK: What is sent

  /// The promotion, once it is known that the form may be answered with what is wrong in it.
  private static func promotion(
    _ visite: Visite,
    _ droit: Droit,
    _ permet: (VoirLesInscrits.Liste) -> Bool,
  ) async throws -> Identifiant<Promotion> {
    let liste = try await visite.demander(
      VoirLesInscrits(visite.identifiant("promotion", .promotion))
    )
    guard permet(liste) else { throw Refus.interdit(droit) }
    return liste.promotion.id
  }

  private static func placer(_ visite: Visite) async throws -> HTTPResponse {
    let promotion = try await promotion(visite, .gererLesEtudiants, \.peutGerer)
    let envoi = try visite.formulaire()
    let etudiants = envoi.fields.all("etudiant").compactMap { Int64($0) }
      .compactMap { Identifiant<Etudiant>($0) }
    guard !etudiants.isEmpty else {
      return try await montrer(
        visite,
        Saisies(avis: "Cochez d’abord les étudiants à placer : rien n’a été fait."),
        .unprocessableContent,
      )
    }
    guard let groupe = Int64(envoi["groupe"] ?? "").flatMap({ Identifiant<Groupe>($0) }) else {
      return try await montrer(
        visite,
        Saisies(avis: "Choisissez un groupe : rien n’a été fait."),
        .unprocessableContent,
      )
    }
    let present = envoi["effet"] != "retirer"
    try await visite.faire(PlacerDesEtudiants(etudiants, groupe: groupe, present: present))
    let filtre = Int64(envoi["filtre"] ?? "").flatMap { Identifiant<Groupe>($0) }
    return visite.versLaPage(
      adresse(promotion, filtre),
      fait: present ? .etudiantsPlaces : .etudiantsRetires,
    )
  }

  private static func creerUnGroupe(_ visite: Visite) async throws -> HTTPResponse {
    let promotion = try await promotion(visite, .structurer, \.peutStructurer)
    var saisie = SaisieLue(try visite.formulaire())
    guard let nature = Groupe.Nature(rawValue: saisie["nature"]) else {
      saisie.fautes["nature"] = "Choisissez la nature du groupe."
      return try await montrer(visite, Saisies(groupe: saisie), .unprocessableContent)
    }
    do {
      let groupe = try await visite.faire(
        CreerUnGroupe(promotion: promotion, nature: nature, intitule: saisie["nom"])
      )
      return visite.versLaPage(adresse(promotion, groupe.id), fait: .groupeCree)
    } catch let refus as Refus {
      guard saisie.prendre(refus, champs: ["nom": "nom"], defaut: "nom") else { throw refus }
      return try await montrer(visite, Saisies(groupe: saisie), .unprocessableContent)
    }
  }

  private static func inscrire(_ visite: Visite) async throws -> HTTPResponse {
    let promotion = try await promotion(visite, .gererLesEtudiants, \.peutGerer)
    var saisie = SaisieLue(try visite.formulaire())
    guard
      let identite = FormulairesDInscrits.identite(&saisie),
      let statut = Statut(rawValue: saisie["statut"]), let debut = Jour(saisie["debut"])
    else { return try await montrer(visite, Saisies(inscription: saisie), .unprocessableContent) }
    do {
      try await visite.faire(
        InscrireParNumero(promotion: promotion, identite: identite, statut: statut, debut: debut)
      )
      return visite.versLaPage(adresse(promotion, nil), fait: .etudiantInscrit)
    } catch Refus.etat(.identifiantDejaPris) {
      saisie.fautes["nip"] = "Ce numéro est celui de quelqu’un d’autre : vérifiez-le."
      return try await montrer(visite, Saisies(inscription: saisie), .unprocessableContent)
    } catch let refus as Refus {
      let champs = ["nom": "nom", "prenom": "prenom", "nip": "nip"]
      guard saisie.prendre(refus, champs: champs, defaut: "nip") else { throw refus }
      return try await montrer(visite, Saisies(inscription: saisie), .unprocessableContent)
    }
  }
}

extension Visite {
  /// The path to the list of a promotion: by its own page, for whoever may open it.
  func fil(desInscritsDe promotion: Promotion) -> [Lien] {
    guard visiteur?.suitDesPromotions == true else {
      return [Lien("Étudiants", vers: Chemin.etudiants)]
    }
    return [
      Lien("Promotions", vers: Chemin.promotions),
      Lien(promotion.nom, vers: Chemin.promotion(promotion.id)),
    ]
  }
}
