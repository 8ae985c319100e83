internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// Slots taken from a calendar in ICS or from a sheet: seen before they are written, all or nothing.
enum PageDImportDeCreneaux {
  static let routes: [Route] = [
    .lecture("/appels/importer") { try await montrer($0) },
    .envoi("/appels/importer", par: recevoir),
  ]

  /// The most rows that a page shows.
  private static let limite = 200

  private static func montrer(
    _ visite: Visite,
    _ saisie: SaisieLue = SaisieLue([:]),
    _ fautes: [String] = [],
    _ statut: HTTPStatus = .ok,
  ) async throws -> HTTPResponse {
    let promotions = try await promotions(visite)
    return page("Reprendre un emploi du temps", visite, statut) {
      if !fautes.isEmpty {
        Encart(.erreur, titre: "Rien n’a été écrit.", annonce: .alerte) {
          ul { for faute in fautes.prefix(100) { li { Typographie.phrase(faute.enPhrase) } } }
        }
      }
      Carte("Le fichier") {
        if promotions.isEmpty {
          EtatVide("Aucune promotion dont vous fassiez l’appel cette année")
        } else {
          envoi(promotions, saisie, visite.jeton)
        }
      }
      Carte("Ce qui se lit") { aide }
    }
  }

  private static func promotions(_ visite: Visite) async throws -> [Promotion] {
    var vues: Set<Identifiant<Promotion>> = []
    return try await visite.demander(VoirLesModulesAAppeler()).map(\.promotion)
      .filter { vues.insert($0.id).inserted }
  }

  private static func page<Contenu: HTML>(
    _ titre: String,
    _ visite: Visite,
    _ statut: HTTPStatus = .ok,
    @HTMLBuilder _ contenu: () -> Contenu,
  ) -> HTTPResponse {
    visite.page(
      titre,
      fil: [Lien("Appels", vers: Chemin.appels)],
      scripts: [Fichiers.script("envoi.js")],
      statut: statut,
      contenu: contenu,
    )
  }

  private static func envoi(_ promotions: [Promotion], _ saisie: SaisieLue, _ jeton: Jeton)
    -> some HTML
  {
    Formulaire(vers: Chemin.importDeCreneaux, jeton: jeton, aDesFichiers: true) {
      Rangee {
        Champ(
          "promotion",
          "Promotion",
          .choix(
            promotions.map { Choix("\($0.id)", $0.nom) },
            choisi: saisie.facultatif("promotion"),
          ),
        )
        Champ("feuille", "Fichier", .fichier(accepte: ".ics,.xlsx,.ods,.csv"))
      }
      Champ(
        "ecarter",
        "Laisser de côté ce qui ne nomme aucun module de la promotion",
        .coche(saisie["ecarter"] == "oui"),
      )
      Boutons(Bouton("Voir ce qui change", .premier))
      p(.role("status"), .data("progres", "Lecture du fichier…")) {}
    }
  }

  private static var aide: some HTML {
    HTMLGroup(
      p {
        Typographie.phrase(
          "Un agenda ICS, tel que l’exporte un logiciel d’emploi du temps : le titre de chaque "
            + "évènement contient le code du module ; le type (CM, TD, TP), le groupe et l’enseignant "
            + "se lisent dans le titre ou la description."
        )
      },
      p {
        Typographie.phrase(
          "Ou un tableau XLSX, ODS ou CSV, avec une ligne de titres : « Date », « Début », « Fin » "
            + "(ou « Durée », en minutes), « Module », et au besoin « Type », « Groupe », « Enseignant »."
        )
      },
      p {
        Typographie.phrase(
          "Rien n’est écrit avant que vous ayez vu ce qui change. Un fichier repris une seconde fois "
            + "n’ajoute rien ; un créneau que l’agenda a déplacé l’est aussi, sauf si l’appel y est fait."
        )
      },
    )
  }

  // MARK: What is sent

  private static func recevoir(_ visite: Visite) async throws -> HTTPResponse {
    let envoi = try visite.formulaire()
    let saisie = SaisieLue(envoi)
    let choisie = try await promotions(visite).first { "\($0.id)" == saisie["promotion"] }
    guard let promotion = choisie, let recue = FeuilleRecue(envoi), !recue.octets.isEmpty else {
      let faute = "Choisissez la promotion et un fichier de 4 Mo au plus."
      return try await montrer(visite, saisie, [faute], .unprocessableContent)
    }
    let ecarter = saisie["ecarter"] == "oui"
    do {
      let lues = try visite.site.feuilles.seances(
        recue,
        du: Jour(ouvrant: promotion.annee),
        au: Jour(cloturant: promotion.annee),
      )
      guard envoi["confirme"] == "oui" else {
        let plan = try await visite.demander(
          PrevoirDesSeances(promotion.id, lues.lignes, ecarterSansModule: ecarter)
        )
        return apercu(plan, lues.ignorees, recue, ecarter, visite)
      }
      try await visite.faire(
        ImporterDesSeances(promotion.id, lues.lignes, ecarterSansModule: ecarter)
      )
      return visite.versLaPage(Chemin.appels, fait: .creneauxRepris)
    } catch let refusee as FeuilleRefusee {
      return try await montrer(visite, saisie, refusee.lignes, .unprocessableContent)
    } catch Refus.donnees(let fautes) {
      let lignes = fautes.map { "\(recue.nom) : \($0.lieu) : \($0.nature.phrase)" }
      return try await montrer(visite, saisie, lignes, .unprocessableContent)
    }
  }

  private static func apercu(
    _ plan: PlanDeSeances,
    _ ignorees: [String],
    _ recue: FeuilleRecue,
    _ ecarter: Bool,
    _ visite: Visite,
  ) -> HTTPResponse {
    let parts: [(titre: String, lignes: [PlanDeSeances.Ligne])] = [
      ("Créneaux à ajouter", plan.lignes { $0 == .ajout }),
      ("Créneaux déplacés", plan.lignes { if case .changement = $0 { true } else { false } }),
      (
        "Déplacés, mais l’appel y est fait",
        plan.lignes { if case .fige = $0 { true } else { false } },
      ),
      ("Déjà là", plan.lignes { $0 == .connue }),
    ]
    let change = !(parts[0].lignes.isEmpty && parts[1].lignes.isEmpty)
    return page("Emploi du temps de \(plan.promotion.nom)", visite) {
      Chiffres(parts.map { ChiffreCle($0.titre, "\($0.lignes.count)") })
      laisses(plan.ecartees, ignorees)
      if change {
        Formulaire(vers: Chemin.importDeCreneaux, jeton: visite.jeton, aDesFichiers: true) {
          input(.type("hidden"), .name("confirme"), .value("oui"))
          input(.type("hidden"), .name("promotion"), .value("\(plan.promotion.id)"))
          input(.type("hidden"), .name("ecarter"), .value(ecarter ? "oui" : ""))
          input(.type("hidden"), .name("nom"), .value(recue.nom))
          input(.type("hidden"), .name("contenu"), .value(recue.enBase16))
          Boutons(
            Bouton("Reprendre cet emploi du temps", .premier),
            Bouton("Renoncer", .discret, vers: Chemin.importDeCreneaux),
          )
        }
      } else {
        Encart(.information, titre: "Rien ne change.") {
          "Tous les créneaux de ce fichier sont déjà là."
        }
        Boutons(Bouton("Revenir aux appels", vers: Chemin.appels))
      }
      HTMLList(
        parts.filter { !$0.lignes.isEmpty }.map { part in
          AnyHTML(Carte(part.titre) { tableau(part.titre, part.lignes) })
        }
      )
    }
  }

  @HTMLBuilder
  private static func laisses(_ ecartees: [LigneDeSeance], _ ignorees: [String]) -> some HTML {
    if !ignorees.isEmpty || !ecartees.isEmpty {
      Encart(.attention, titre: "Laissé de côté.") {
        ul {
          for ignoree in ignorees { li { Typographie.phrase(ignoree.enPhrase) } }
          for ecartee in ecartees.prefix(20) {
            li {
              Typographie.phrase(
                "\(ecartee.lieu) : « \(ecartee.module.prefix(80)) », sans module".enPhrase
              )
            }
          }
          if ecartees.count > 20 { li { "et \(compte(ecartees.count - 20, "autre"))." } }
        }
      }
    }
  }

  private static func tableau(_ titre: String, _ lignes: [PlanDeSeances.Ligne]) -> some HTML {
    HTMLGroup(
      Tableau(
        titre,
        colonnes: [
          .init("Le"), .init("Créneau"), .init("Groupes"),
          .init("Dans le fichier", estSecondaire: true),
        ],
        lignes: lignes.prefix(limite).map { ligne in
          Tableau.Ligne([
            "\(date(ligne))", "\(ligne.seance.intitule)",
            "\(ligne.groupes.isEmpty ? "tous" : ligne.groupes.map(\.nom).joined(separator: ", "))",
            "\(ligne.ligne.lieu)",
          ])
        },
      ),
      p {
        if lignes.count > limite { "Et \(compte(lignes.count - limite, "autre"))." }
      },
    )
  }

  private static func date(_ ligne: PlanDeSeances.Ligne) -> String {
    let jour = ligne.seance.debut.jour.enLettres
    switch ligne.effet {
    case .changement(let ancienne), .fige(let ancienne):
      return "\(jour) (avant : \(ancienne.debut.enLettres))"
    case .ajout, .connue: return jour
    }
  }
}

extension CreerDesSeances.NouvelleSeance {
  /// « R1.01, TD, 8 h à 9 h 30 ».
  fileprivate var intitule: String {
    let fin = debut.minute + minutes
    let heures =
      Typographie.heure(debut.minute / 60, debut.minute % 60) + " à "
      + Typographie.heure(fin / 60 % 24, fin % 60)
    return [module, nature.phrase, heures].compactMap(\.self).joined(separator: ", ")
  }
}
