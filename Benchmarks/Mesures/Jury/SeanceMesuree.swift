internal import Actes
internal import Coffre
internal import Demonstration
internal import Documents
internal import Echanges
internal import HTTPServer
internal import Registre
internal import SQL
internal import Scolarite
internal import Site
internal import Terrain

/// A year-end jury of three hundred, as its pages ask for it.
struct SeanceMesuree {
  private static let effectif = 300
  private static let passages = 20
  private let base: BaseDeMesure
  private let site: Site
  private let secret: String
  private let jeton: String
  private let jury: SessionDeJury

  init(_ moteur: SQLEngine) async throws {
    base = try await BaseDeMesure(
      moteur,
      effectif: Self.effectif,
      evaluations: 1...2,
      contenu: .notes,
    )
    let coffre = Coffre()
    let iut = exige(try await base.registre.etablissements().first, "there is one")
    site = Site(
      bureau: base.bureau,
      secrets: coffre,
      feuilles: FeuillesDEchange(),
      imprimerie: Presse(),
      reglages: ReglagesDuSite(etablissement: iut, adresse: "http://localhost"),
      journal: { _ in },
    )
    let direction = try await base.bureau.faire(
      NommerUneDirection(),
      par: .console(BaseDeMesure.compte),
      dans: base.iut,
    )
    let secret = coffre.secret()
    let maintenant = base.bureau.horloge.maintenant().horodatage
    try await base.registre.ecrire(base.iut) { registre in
      try registre.ouvrir(
        Connexion(
          empreinte: secret.empreinte,
          utilisateur: direction,
          moyen: .motDePasse,
          ouverte: maintenant,
          vue: maintenant,
        )
      )
    }
    self.secret = secret.texte
    jeton = coffre.empreinte("formulaire:" + secret.texte).texte
    jury = try await base.bureau.faire(
      OuvrirUnJury(
        promotion: base.installee.promotion.id,
        nature: .annee,
        date: base.bureau.horloge.maintenant().jour,
        membres: [.init(nom: "Dominique Chaire", qualite: .president, present: true)],
      ),
      par: .console(BaseDeMesure.compte),
      dans: base.iut,
    )
    try await base.registre.actualiserLesStatistiques()
  }

  func section() async throws -> Section {
    let adresse = "/jurys/\(jury.id)"
    let relue = try await relectures("\(adresse)/deliberation")
    let liste = try await pages(["\(adresse)/deliberation"])
    let filtre = try await pages(["\(adresse)/deliberation?filtre=limites"])
    let etudiants = base.installee.etudiants
    let examens = try await pages(
      etudiants.prefix(Self.passages).map { "\(adresse)/etudiants/\($0)" }
    )
    let decisions = try await decisions(etudiants.prefix(Self.passages + 1), adresse)
    let seance = try await base.bureau.demander(
      VoirUneDeliberation(jury.id),
      par: .console(BaseDeMesure.compte),
      dans: base.iut,
    )
    for ligne in seance.enAttente {
      _ = try await base.bureau.faire(
        DeciderEnJury(jury: jury.id, etudiant: ligne.etudiant.id, decisions: []),
        par: .console(BaseDeMesure.compte),
        dans: base.iut,
      )
    }
    _ = try await base.bureau.faire(
      AdopterLesPropositions(jury.id, etudiants),
      par: .console(BaseDeMesure.compte),
      dans: base.iut,
    )
    let cloture = try await chronometrer {
      _ = try await demander(.post, "\(adresse)/cloture", "version=1")
    }
    let scelles = try await chronometrer { _ = try await demander(.get, "\(adresse)/scelles") }
    base.registre.fermer()
    let nom = base.moteur.enseigne
    let cible = Duration.milliseconds(100)
    return Section([
      Ligne(
        "\(nom) : ouvrir la délibération, une note venant de changer",
        relue.mediane,
        limite: nil,
        cible: cible,
      ),
      Ligne("… la rouvrir", liste.mediane, limite: nil, cible: cible),
      Ligne("… la filtrer", filtre.mediane, limite: nil, cible: cible),
      Ligne("… ouvrir un étudiant", examens.mediane, limite: nil, cible: cible),
      Ligne(
        "… décider, et voir l’étudiant suivant",
        decisions.mediane,
        limite: nil,
        cible: cible,
      ),
      Ligne("… 95e centile", decisions.centile(95), limite: nil, cible: cible),
      Ligne("… clore et sceller", cloture, limite: nil, cible: .seconds(1)),
      Ligne("… rejouer et montrer les scellés", scelles, limite: nil),
    ])
  }

  private func pages(_ adresses: [String]) async throws -> Releve {
    var durees: [Duration] = []
    for passage in 0...Self.passages {
      let adresse = adresses[passage % adresses.count]
      durees.append(try await chronometrer { _ = try await demander(.get, adresse) })
    }
    return Releve(durees)
  }

  /// The page each time that a mark has changed: the promotion is read again.
  private func relectures(_ adresse: String) async throws -> Releve {
    let evaluation = exige(
      base.installee.evaluations.first { $0.bareme == 20 },
      "one is out of 20",
    )
    let notes = try await base.bureau.demander(
      VoirUneEvaluation(evaluation.id),
      par: .console(BaseDeMesure.compte),
      dans: base.iut,
    ).lignes.compactMap(\.note)
    var durees: [Duration] = []
    for note in notes.prefix(Self.passages + 1) {
      _ = try await base.bureau.faire(
        SaisirUneNote(
          evaluation: evaluation.id,
          etudiant: note.etudiant,
          entree: .note(exige(Note(7), "a mark on 20")),
          version: note.version,
        ),
        par: .console(BaseDeMesure.compte),
        dans: base.iut,
      )
      durees.append(try await chronometrer { _ = try await demander(.get, adresse) })
    }
    return Releve(durees)
  }

  /// One decision after the other, each with the page that it leads to.
  private func decisions(_ etudiants: ArraySlice<Identifiant<Etudiant>>, _ adresse: String)
    async throws -> Releve
  {
    var durees: [Duration] = []
    for (etudiant, suivant) in zip(etudiants, etudiants.dropFirst()) {
      durees.append(
        try await chronometrer {
          let suite = try await demander(
            .post,
            "\(adresse)/etudiants/\(etudiant)",
            "version=0&annee=ADJ&motif=progression&suite=\(suivant)",
          )
          _ = try await demander(.get, exige(suite, "a decision leads to the next student"))
        }
      )
    }
    return Releve(durees)
  }

  /// A page of the site; where it leads to, if it does.
  private func demander(_ methode: HTTPMethod, _ adresse: String, _ corps: String = "") async throws
    -> String?
  {
    let parties = adresse.split(separator: "?", maxSplits: 1).map(String.init)
    var headers = HTTPHeaders()
    headers.add("cookie", "delibere=\(secret)")
    headers.add("host", "localhost")
    headers.add("x-jeton", jeton)
    if methode == .post { headers.add("content-type", "application/x-www-form-urlencoded") }
    let reponse = await site.repondre(
      HTTPRequest(
        methode,
        exige(HTTPPath(parsing: parties[0]), "addresses of the site are paths"),
        query: try HTTPItems.parse(urlEncoded: Array((parties.count > 1 ? parties[1] : "").utf8)),
        headers: headers,
        body: .bytes(Array(corps.utf8)),
      )
    )
    precondition(reponse.status.code < 400, "\(adresse) : \(reponse.status.code)")
    return reponse.headers["location"]
  }
}

/// Somebody who directs the establishment.
private struct NommerUneDirection: Acte {
  static let nom = "nommer-une-direction"

  func executer(_ travail: Travail) throws -> Identifiant<Utilisateur> {
    let nouveau = NouvelUtilisateur(identifiant: "direction", nom: "Dominique Chaire")
    let utilisateur = try CreerUnUtilisateur(nouveau).executer(travail)
    _ = try DonnerUnRole(
      .direction,
      sur: .etablissement,
      a: utilisateur.id,
      depuis: travail.moment.jour,
    ).executer(travail)
    return utilisateur.id
  }
}
