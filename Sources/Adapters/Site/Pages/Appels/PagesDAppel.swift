internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// The slots of a day where one takes attendance, and a slot that nobody had entered.
enum PagesDAppel {
  static let routes: [Route] =
    [
      .lecture("/appels", par: lister),
      .lecture("/appels/nouveau") { try await preparer($0) },
      .envoi("/appels/nouveau", par: creer),
    ] + PageDImportDeCreneaux.routes + PageDAppel.routes + PageDeCode.routes
    + PageDEmargement.routes

  private static func lister(_ visite: Visite) async throws -> HTTPResponse {
    let aujourdhui = visite.site.bureau.horloge.maintenant().jour
    let jour = Jour(visite.question("jour")) ?? aujourdhui
    let appels = try await visite.demander(VoirLesAppels(le: jour))
    let sessions = try await visite.demander(VoirLesSessionsDuJour(le: jour))
    return visite.page("Appels du \(jour.enLettres)") {
      Bouton("Reprendre un emploi du temps", vers: Chemin.importDeCreneaux)
      Bouton("Nouveau créneau", vers: Chemin.nouvelAppel)
    } contenu: {
      Recherche(vers: Chemin.appels) {
        Champ("jour", "Jour", .date(jour.description))
        Bouton("Voir")
      }
      if !sessions.isEmpty {
        Carte("Épreuves de session 2") {
          ul {
            for une in sessions {
              li {
                Lien(
                  "\(une.session.intitule), \(une.promotion.nom)",
                  vers: Chemin.jourDeSession2(une.session.campagne),
                )
              }
            }
          }
        }
      }
      Carte("Créneaux") {
        Tableau(
          "Créneaux du jour",
          colonnes: [
            .init("Créneau"), .init("Promotion"), .init("Groupes"), .init("Pointés", .chiffres),
            .init("Émargement"),
          ],
          lignes: appels.map { appel in
            Tableau.Ligne([
              Cellule(Lien(appel.seance.intitule, vers: Chemin.appel(appel.seance.id))),
              "\(appel.promotion.nom)",
              "\(appel.groupes.isEmpty ? "tous" : appel.groupes.map(\.nom).joined(separator: ", "))",
              "\(appel.vus)", Cellule(pastille(appel.emargement)),
            ])
          },
          vide: EtatVide(
            "Aucun créneau ce jour-là",
            "Choisissez un autre jour, ou créez le créneau dont vous faites l’appel.",
          ),
        )
      }
    }
  }

  static func pastille(_ emargement: Emargement?) -> Pastille {
    guard let emargement else { return Pastille("pas ouvert", .neutre) }
    return emargement.estOuvert ? Pastille("ouvert", .succes) : Pastille("fermé", .neutre)
  }

  // MARK: A slot that nobody had entered

  private static func preparer(
    _ visite: Visite,
    _ envoyee: SaisieLue? = nil,
    _ statut: HTTPStatus = .ok,
  ) async throws -> HTTPResponse {
    let modules = try await visite.demander(VoirLesModulesAAppeler())
    let maintenant = visite.site.bureau.horloge.maintenant().instant
    let saisie =
      envoyee
      ?? SaisieLue([
        "date": maintenant.jour.description, "heure": "\(maintenant.minute / 60) h",
        "minutes": "90", "nature": Seance.Nature.td.rawValue,
      ])
    let champs = champs(saisie, modules)
    return visite.page(
      "Nouveau créneau",
      fil: [Lien("Appels", vers: Chemin.appels)],
      statut: statut,
    ) {
      Carte("Le créneau") {
        ResumeDesErreurs(de: champs)
        Formulaire(vers: Chemin.nouvelAppel, jeton: visite.jeton) {
          HTMLList(champs.map { AnyHTML($0) })
          Boutons(Bouton("Créer le créneau", .premier))
        }
      }
    }
  }

  private static func champs(_ saisie: SaisieLue, _ modules: [VoirLesModulesAAppeler.AAppeler])
    -> [Champ]
  {
    let choix = modules.flatMap { sien in
      [(nom: "tous", cle: "")]
        .map { Choix(sien.cle(""), "\(sien.promotion.nom), \(sien.module), \($0.nom)") }
        + sien.groupes.map {
          Choix(sien.cle("\($0.id)"), "\(sien.promotion.nom), \(sien.module), \($0.nom)")
        }
    }
    return [
      Champ(
        "module",
        "Module et groupe",
        .choix(choix, choisi: saisie.facultatif("module")),
        erreur: saisie.fautes["module"],
      ),
      Champ(
        "nature",
        "Activité",
        .parmi(
          Seance.Nature.allCases.map { Choix($0.rawValue, $0.phrase) },
          choisi: saisie.facultatif("nature"),
        ),
        erreur: saisie.fautes["nature"],
      ),
      Champ("date", "Le", .date(saisie["date"]), erreur: saisie.fautes["date"]),
      Champ("heure", "À", .texte(saisie["heure"]), erreur: saisie.fautes["heure"]),
      Champ(
        "minutes",
        "Durée, en minutes",
        .entier(saisie["minutes"]),
        aide: "Par multiples de 3.",
        erreur: saisie.fautes["minutes"],
      ),
    ]
  }

  private static func creer(_ visite: Visite) async throws -> HTTPResponse {
    var saisie = SaisieLue(try visite.formulaire())
    let modules = try await visite.demander(VoirLesModulesAAppeler())
    let parties = saisie["module"].split(separator: "/", omittingEmptySubsequences: false)
      .map(String.init)
    let choisi = modules.first {
      parties.count == 3 && "\($0.promotion.id)" == parties[0] && $0.module == parties[1]
    }
    let groupe = parties.count == 3 ? Int64(parties[2]).flatMap { Identifiant<Groupe>($0) } : nil
    let nature = Seance.Nature(rawValue: saisie["nature"])
    let minutes = Int(saisie["minutes"])
    if choisi == nil { saisie.fautes["module"] = "Choisissez le module." }
    if nature == nil { saisie.fautes["nature"] = "Choisissez l’activité." }
    if minutes == nil { saisie.fautes["minutes"] = "Écrivez un nombre de minutes." }
    guard let debut = saisie.instant("date", "heure"), let choisi, let nature, let minutes else {
      return try await preparer(visite, saisie, .unprocessableContent)
    }
    do {
      let seances = try await visite.faire(
        CreerDesSeances(
          promotion: choisi.promotion.id,
          seances: [
            .init(
              module: choisi.module,
              groupes: groupe.map { [$0] } ?? [],
              debut: debut,
              minutes: minutes,
              enseignant: visite.visiteur?.utilisateur.id,
              nature: nature,
            )
          ],
        )
      )
      guard let seance = seances.first else { return visite.versLaPage(Chemin.appels) }
      return visite.versLaPage(Chemin.appel(seance.id), fait: .creneauCree)
    } catch let refus as Refus {
      guard saisie.prendre(refus, champs: ["séance 1": "minutes"], defaut: "minutes") else {
        throw refus
      }
      return try await preparer(visite, saisie, .unprocessableContent)
    }
  }
}

extension VoirLesModulesAAppeler.AAppeler {
  /// What names it, with a group, in a form.
  fileprivate func cle(_ groupe: String) -> String { "\(promotion.id)/\(module)/\(groupe)" }
}
