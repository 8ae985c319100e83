internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// The first page of everybody: what waits for them.
enum PagesDAccueil {
  static let routes: [Route] = [.lecture("/", par: montrer)]

  private static func montrer(_ visite: Visite) async throws -> HTTPResponse {
    guard let visiteur = visite.visiteur else { return visite.versLaConnexion() }
    let modules = visiteur.aDesModules ? try await visite.demander(VoirSesModules()) : []
    let liste = try await visite.demander(AFaire())
    let nouvelles =
      visiteur.utilisateur.etudiant == nil ? nil : try await visite.demander(VoirSesNouvelles())
    let sessions = try await visite.sessions2(visiteur)
    let cases = modules.flatMap(\.evaluations).filter { visite.attend($0) }
    return visite.page("Bonjour \(visiteur.utilisateur.nom)") {
      if let nouvelles {
        BlocDeNouvelles(nouvelles, visite).corps
        sien
      }
      HTMLList(sessions.filter { $0.aChoisir > 0 }.map { AnyHTML(aChoisir($0)) })
      HTMLList(sessions.filter { !$0.aCorriger.isEmpty }.map { AnyHTML(aCorriger($0)) })
      if !modules.isEmpty { AccueilDesModules.carte(cases) }
      if liste.gere { AccueilDuSecretariat(liste, visite).corps }
      if liste.gere, liste.nombre == 0 {
        EtatVide(
          "Rien n’attend",
          "Justificatifs, notes, demandes et campagnes : tout est à jour.",
        )
      }
      if modules.isEmpty, !liste.gere, visiteur.utilisateur.etudiant == nil {
        EtatVide("Rien à faire pour l’instant", "Le menu mène à ce que vos rôles vous ouvrent.")
      }
    }
  }

  /// The exams of a session 2 whose form the person may choose.
  private static func aChoisir(_ resume: VoirLesSessionsDeux.Resume) -> some HTML {
    Encart(
      .attention,
      titre: "Session 2 : \(compte(resume.aChoisir, "épreuve")) à choisir.",
    ) {
      p {
        Typographie.phrase(
          "En \(resume.promotion.nomEntier), au plus tard le "
            + "\(resume.session.limiteCalendrier.enLettres). "
        )
        Lien(
          "Choisir les formes",
          vers: Chemin.session2(resume.session.campagne, "epreuves"),
        )
      }
    }
  }

  /// The copies of a session 2 that the person marks.
  private static func aCorriger(_ resume: VoirLesSessionsDeux.Resume) -> some HTML {
    let nombre = resume.aCorriger.reduce(0) { $0 + $1.nombre }
    return Encart(.attention, titre: "Session 2 : \(compte(nombre, "copie")) à corriger.") {
      ul {
        for copies in resume.aCorriger {
          li {
            Lien(
              "\(copies.epreuve.ue.texte), \(resume.promotion.nomEntier)",
              vers: Chemin.copies(copies.epreuve.campagne, "\(copies.epreuve.id)"),
            )
            Typographie.phrase(" : \(compte(copies.nombre, "copie"))")
          }
        }
      }
    }
  }

  private static var sien: some HTML {
    Carte("Mon dossier") {
      p { "Vos notes publiées, vos moyennes, vos absences et les décisions du jury." }
      Boutons(
        Bouton("Mes résultats", .premier, vers: "/moi/resultats"),
        Bouton("Signer ma présence", vers: Chemin.emarger),
        Bouton("Ce qu’il me faut", vers: "/moi/objectifs"),
        Bouton("Ouvrir mon dossier", vers: Chemin.moi),
      )
    }
  }
}

extension Visite {
  /// The sessions 2 where something may wait for a teacher; a role may reach no promotion.
  fileprivate func sessions2(_ visiteur: Visiteur) async throws
    -> [VoirLesSessionsDeux.Resume]
  {
    guard visiteur.aQuelqueRole(.choisirUneEpreuve) || visiteur.aDesModules else { return [] }
    do {
      return try await demander(VoirLesSessionsDeux()).sessions
    } catch Refus.interdit {
      return []
    }
  }

  /// Whether a test of one’s own waits for marks, or to be published.
  fileprivate func attend(_ suivie: EvaluationSuivie) -> Bool {
    let jour = site.bureau.horloge.maintenant().jour
    let estPassee = suivie.evaluation.date.map { $0 <= jour } ?? false
    return estPassee && (!suivie.estComplete || !suivie.evaluation.publiee)
  }
}

/// What waits in one’s own modules.
enum AccueilDesModules {
  static func carte(_ suivies: [EvaluationSuivie]) -> some HTML {
    Carte("Dans mes modules") {
      Bouton("Mes modules", .discret, vers: Chemin.modules)
    } contenu: {
      Tableau(
        "Évaluations qui attendent",
        colonnes: [.init("Évaluation"), .init("Date"), .init("À faire")],
        lignes: suivies.map { suivie in
          Tableau.Ligne([
            Cellule(
              Lien(
                "\(suivie.evaluation.module), \(suivie.evaluation.nom)",
                vers: Chemin.evaluation(suivie.evaluation.id),
              )
            ),
            "\(suivie.evaluation.date?.enLettres ?? "")", "\(suivie.aFaire)",
          ])
        },
        vide: EtatVide("Tout est saisi et publié"),
      )
    }
  }
}

extension EvaluationSuivie {
  /// What is to be done of a test that has passed.
  var aFaire: String {
    estComplete ? "publier" : "saisir \(compte(attendus - saisies, "note"))"
  }
}
