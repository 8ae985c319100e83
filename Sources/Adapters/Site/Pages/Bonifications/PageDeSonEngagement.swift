internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// A student asks a bonus for an engagement, or the secretariat for them, and follows it.
enum PageDeSonEngagement {
  static let routes: [Route] = [
    .lecture("/moi/engagement") { try await montrer($0) },
    .envoi("/moi/engagement", par: deposer),
    .lecture("/etudiants/{etudiant}/engagement") { try await montrer($0) },
    .envoi("/etudiants/{etudiant}/engagement", par: deposer),
    .envoi("/bonifications/demandes/{engagement}/suite", par: changer),
  ]

  private static func montrer(
    _ visite: Visite,
    _ envoyee: SaisieLue? = nil,
    _ statut: HTTPStatus = .ok,
  ) async throws -> HTTPResponse {
    let vu = try visite.dossierVu()
    let siens = try await visite.demander(VoirSesEngagements(vu.etudiant))
    let type = TypeDEngagement(rawValue: envoyee?["type"] ?? visite.question("type"))
    return visite.page(
      vu.estLeSien ? "Mon engagement" : "Engagement de \(siens.etudiant.nomAffiche)",
      fil: [
        Lien(vu.estLeSien ? "Mon dossier" : siens.etudiant.nomAffiche, vers: vu.adresse())
      ],
      scripts: [Fichiers.script("envoi.js")],
      statut: statut,
    ) {
      HTMLList(siens.demandes.map { AnyHTML(carte($0, visite.jeton)) })
      if let campagne = siens.ouvertes.first {
        if let type {
          Carte("Demander une bonification : \(type.phrase)") {
            FormulaireDEngagement(
              campagne: campagne,
              type: type,
              saisie: envoyee ?? SaisieLue([:]),
              vu: vu,
              jeton: visite.jeton,
            )
          }
        } else {
          Carte("Demander une bonification") { types(campagne, vu) }
        }
      } else {
        fermee(siens)
      }
    }
  }

  @HTMLBuilder private static func fermee(_ siens: VoirSesEngagements.Siens) -> some HTML {
    if let campagne = siens.campagnes.first {
      Encart(
        .information,
        titre: "Les demandes ne sont pas ouvertes.",
        "La période du calendrier universitaire va du \(campagne.ouverture.enLettres) au "
          + "\(campagne.cloture.enLettres).",
      )
    } else {
      EtatVide(
        "Aucune période de demande",
        "Le calendrier universitaire n’a pas encore fixé la période des demandes de bonification.",
      )
    }
  }

  private static func types(_ campagne: Campagne, _ vu: DossierVu) -> some HTML {
    HTMLGroup(
      p {
        Typographie.phrase(
          "Jusqu’au \(campagne.cloture.enLettres). Choisissez le type de votre activité : ses pièces "
            + "sont toutes exigées."
        )
      },
      Tableau(
        "Types d’activité et pièces exigées",
        colonnes: [.init("Type"), .init("Pièces exigées")],
        lignes: TypeDEngagement.allCases.map { type in
          Tableau.Ligne([
            Cellule(
              Lien(
                type.phrase.enPhraseSansPoint,
                vers: Chemin.avec(vu.adresse("engagement"), [("type", type.rawValue)]),
              )
            ), "\(type.pieces.map { type.phrase($0) }.joined(separator: " ; "))",
          ])
        },
      ),
    )
  }

  private static func carte(_ demande: DemandeDEngagement, _ jeton: Jeton) -> some HTML {
    Carte("\(demande.objet.intitule)") {
      demande.pastille
    } contenu: {
      Definitions([
        ("Type", "\(demande.objet.type.phrase)"),
        ("Déposée le", "\(demande.depose.enLettres)"),
        ("Pièces", Cellule(PageDUnEngagement.pieces(demande))),
      ])
      if case .aCompleter(let motif, let avant) = demande.etat {
        Encart(
          .attention,
          titre: "À compléter avant le \(avant.enLettres) inclus.",
          motif.enPhrase,
        )
      }
      if let decision = demande.decision {
        Encart(
          demande.bonus == nil ? .information : .succes,
          titre: "Décision de la commission : \(decision.enMots).",
          decision.raison,
        )
      }
      PageDUnEngagement.lettre(demande, jeton)
      if demande.estOuverte { formulaires(demande, jeton) }
    }
  }

  private static func formulaires(_ demande: DemandeDEngagement, _ jeton: Jeton) -> some HTML {
    let auteurs = PieceDEngagement.Auteur.allCases.map { Choix($0.rawValue, $0.phrase) }
    let adresse = Chemin.engagement(demande.id, "suite")
    return HTMLGroup(
      details {
        summary { "Compléter ou corriger" }
        Formulaire(vers: adresse, jeton: jeton, aDesFichiers: true) {
          input(.type("hidden"), .name("version"), .value("\(demande.version)"))
          Champ(
            "description",
            "Description",
            .texteLong(demande.objet.description, lignes: 6),
            cle: "description-\(demande.id)",
          )
          HTMLList(
            demande.objet.type.pieces.map { nature in
              AnyHTML(
                Rangee {
                  Champ(
                    nature.lieu,
                    "Remplacer : \(demande.objet.type.phrase(nature))",
                    .fichier(accepte: "application/pdf,image/jpeg,image/png"),
                    estFacultatif: true,
                    cle: "\(nature.lieu)-\(demande.id)",
                  )
                  Champ(
                    nature.lieu + "-par",
                    "Établie par",
                    .choix(auteurs, choisi: PieceDEngagement.Auteur.organisme.rawValue),
                    cle: "\(nature.lieu)-par-\(demande.id)",
                  )
                }
              )
            }
          )
          Boutons(Bouton("Enregistrer", .second))
        }
      },
      Formulaire(vers: adresse, jeton: jeton) {
        input(.type("hidden"), .name("version"), .value("\(demande.version)"))
        input(.type("hidden"), .name("effet"), .value("retirer"))
        Boutons(Bouton("Retirer la demande", .discret))
      },
    )
  }

  // MARK: What is sent

  private static func deposer(_ visite: Visite) async throws -> HTTPResponse {
    let vu = try visite.dossierVu()
    let envoi = try visite.formulaire()
    var saisie = SaisieLue(envoi)
    let campagne = Int64(saisie["campagne"]).flatMap { Identifiant<Campagne>($0) }
    guard let campagne, let type = TypeDEngagement(rawValue: saisie["type"]) else {
      return try await montrer(visite, saisie, .unprocessableContent)
    }
    do {
      let (pieces, gardees) = try await pieces(envoi, type, vu.etudiant, &saisie, visite)
      saisie = saisie.avec(gardees)
      guard let objet = objet(type, &saisie), saisie.fautes.isEmpty else {
        return try await montrer(visite, saisie, .unprocessableContent)
      }
      try await visite.faire(
        DeposerUnEngagement(
          campagne: campagne,
          etudiant: vu.etudiant,
          objet,
          pieces: pieces,
          exclusions: FormulaireDEngagement.exclusions(type).filter {
            saisie["exclu-" + $0.rawValue] == "oui"
          },
        )
      )
      return visite.versLaPage(vu.adresse("engagement"), fait: .engagementDepose)
    } catch let refus as Refus {
      let champs = [
        "activité": "activite", "début": "du", "fichier": "description", "heures": "travail-1",
      ]
      guard saisie.prendreToutRefus(refus, champs: champs, defaut: "activite") else { throw refus }
      return try await montrer(visite, saisie, .unprocessableContent)
    }
  }

  private static func objet(_ type: TypeDEngagement, _ saisie: inout SaisieLue)
    -> DemandeDEngagement.Objet?
  {
    let (du, au) = (saisie.jour("du"), saisie.jour("au"))
    var travail: [PeriodeDeTravail] = []
    for rang in 1...FormulaireDEngagement.lignesDeTravail where type == .emploi {
      let noms = ["travail-\(rang)", "travail-au-\(rang)", "heures-\(rang)"]
      guard noms.contains(where: { !saisie[$0].isEmpty }) else { continue }
      guard let du = Jour(saisie[noms[0]]), let au = Jour(saisie[noms[1]]),
        let heures = Decimale(saisie[noms[2]])
      else {
        saisie.fautes[noms[0]] = "Donnez les deux jours et les heures : « 45,5 »."
        continue
      }
      travail.append(PeriodeDeTravail(du: du, au: au, heures: heures))
    }
    guard let du, let au else { return nil }
    return DemandeDEngagement.Objet(
      type: type,
      activite: saisie["activite"],
      organisme: saisie["organisme"],
      description: saisie["description"],
      du: du,
      au: au,
      travail: travail,
    )
  }

  /// Gives the files to the record; what came before comes by its digest.
  private static func pieces(
    _ envoi: HTTPForm,
    _ type: TypeDEngagement,
    _ etudiant: Identifiant<Etudiant>,
    _ saisie: inout SaisieLue,
    _ visite: Visite,
  ) async throws -> ([PieceDEngagement], [String: String]) {
    var pieces: [PieceDEngagement] = []
    var gardees: [String: String] = [:]
    for nature in type.pieces {
      var empreinte = saisie.facultatif(nature.lieu + "-gardee")
      if let fichier = envoi.file(nature.lieu) {
        do {
          empreinte = try await visite.faire(
            DeposerUnFichier(etudiant: etudiant, octets: fichier.bytes())
          )
        } catch let refus as Refus {
          guard saisie.prendre(refus, champs: ["fichier": nature.lieu], defaut: nature.lieu) else {
            throw refus
          }
          continue
        }
      }
      guard let empreinte else { continue }
      gardees[nature.lieu + "-gardee"] = empreinte
      guard let auteur = PieceDEngagement.Auteur(rawValue: saisie[nature.lieu + "-par"]) else {
        saisie.fautes[nature.lieu + "-par"] = "Dites qui a établi la pièce."
        continue
      }
      pieces.append(PieceDEngagement(nature, par: auteur, fichier: empreinte))
    }
    return (pieces, gardees)
  }

  /// Completes a request, or gives it up.
  private static func changer(_ visite: Visite) async throws -> HTTPResponse {
    let id: Identifiant<DemandeDEngagement> = try visite.identifiant("engagement", .engagement)
    let envoi = try visite.formulaire()
    var saisie = SaisieLue(envoi)
    if saisie["effet"] == "retirer" {
      let demande = try await visite.faire(RetirerUnEngagement(id, version: saisie.version))
      return visite.versLaPage(adresse(demande, visite), fait: .engagementRetire)
    }
    let avant = try await visite.demander(LireSonEngagement(id))
    let (pieces, _) = try await pieces(
      envoi,
      avant.objet.type,
      avant.etudiant,
      &saisie,
      visite,
    )
    if let faute = saisie.fautes.values.first {
      return visite.erreur(.unprocessableContent, faute)
    }
    let demande = try await visite.faire(
      CompleterUnEngagement(
        id,
        description: saisie["description"],
        pieces: pieces,
        version: saisie.version,
      )
    )
    return visite.versLaPage(adresse(demande, visite), fait: .engagementComplete)
  }

  private static func adresse(_ demande: DemandeDEngagement, _ visite: Visite) -> SafeURL {
    let estLeSien = visite.visiteur?.utilisateur.etudiant == demande.etudiant
    return DossierVu(etudiant: demande.etudiant, estLeSien: estLeSien).adresse("engagement")
  }
}
