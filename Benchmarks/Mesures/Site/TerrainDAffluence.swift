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

/// The site before a whole promotion at once: its students and some teachers, all signed in.
struct TerrainDAffluence {
  /// Somebody and what their browser sends.
  struct Personne {
    let etudiant: Identifiant<Etudiant>?
    let secret: String
    private let jeton: String

    init(_ etudiant: Identifiant<Etudiant>?, _ secret: String, _ coffre: Coffre) {
      self.etudiant = etudiant
      self.secret = secret
      jeton = coffre.empreinte("formulaire:" + secret).texte
    }

    func lire(_ chemin: String) -> [UInt8] {
      Array("GET \(chemin) HTTP/1.1\r\n\(enTetes)\r\n".utf8)
    }

    /// A form of fields that need no escape.
    func envoyer(_ chemin: String, _ champs: [(String, String)]) -> [UInt8] {
      let corps = (champs + [("jeton", jeton)]).map { "\($0)=\($1)" }.joined(separator: "&")
      return Array(
        """
        POST \(chemin) HTTP/1.1\r\n\(enTetes)\
        Content-Type: application/x-www-form-urlencoded\r\n\
        Content-Length: \(corps.utf8.count)\r\n\r\n\(corps)
        """.utf8
      )
    }

    private var enTetes: String {
      "Host: localhost\r\nConnection: close\r\nCookie: delibere=\(secret)\r\n"
    }
  }

  let base: BaseDeMesure
  let coffre = Coffre()
  let serveur: HTTPServer
  let etudiants: [Personne]
  /// Each with the test whose marks they enter.
  let enseignants: [(personne: Personne, evaluation: Identifiant<EvaluationDeModule>)]

  var promotion: Promotion { base.installee.promotion }

  init(_ moteur: SQLEngine, effectif: Int, enseignants nombre: Int) async throws {
    let coffre = coffre
    let base = try await BaseDeMesure(
      moteur,
      effectif: effectif,
      evaluations: 1...1,
      contenu: .rien,
    )
    self.base = base
    let site = Site(
      bureau: base.bureau,
      secrets: coffre,
      feuilles: FeuillesDEchange(),
      imprimerie: Presse(),
      reglages: ReglagesDuSite(
        etablissement: exige(
          try await base.registre.etablissements().first,
          "there is an establishment",
        ),
        adresse: "http://localhost",
      ),
      journal: { _ in },
    )
    let promotion = base.installee.promotion
    _ = try await base.bureau.faire(
      InscrireDesComptes(promotion: promotion.id),
      par: .console(BaseDeMesure.compte),
      dans: base.iut,
    )
    let comptes = try await base.registre.lire(base.iut) { try $0.utilisateurs() }
    var etudiants: [Personne] = []
    for compte in comptes {
      guard let etudiant = compte.etudiant else { continue }
      let secret = try await base.registre.connecter(compte.id, dans: base.iut, coffre)
      etudiants.append(Personne(etudiant, secret, coffre))
    }
    self.etudiants = etudiants
    var enseignants: [(Personne, Identifiant<EvaluationDeModule>)] = []
    for evaluation in base.installee.evaluations.prefix(nombre) {
      let enseignant = try await base.bureau.faire(
        EngagerUnEnseignant(promotion: promotion.id, evaluation: evaluation),
        par: .console(BaseDeMesure.compte),
        dans: base.iut,
      )
      let secret = try await base.registre.connecter(enseignant, dans: base.iut, coffre)
      enseignants.append((Personne(nil, secret, coffre), evaluation.id))
    }
    self.enseignants = enseignants
    try await base.registre.actualiserLesStatistiques()
    serveur = try HTTPServer(HTTPServerConfiguration())
    try serveur.start { await site.repondre($0) }
  }

  func faire<A: Acte>(_ acte: A) async throws -> A.Resultat {
    try await base.bureau.faire(acte, par: .console(BaseDeMesure.compte), dans: base.iut)
  }

  func fermer() async {
    await serveur.stop()
    base.registre.fermer()
  }
}

/// An account that teaches the module of a test.
private struct EngagerUnEnseignant: Acte {
  static let nom = "engager-un-enseignant"
  let promotion: Identifiant<Promotion>
  let evaluation: EvaluationDeModule

  func executer(_ travail: Travail) throws -> Identifiant<Utilisateur> {
    let utilisateur = try CreerUnUtilisateur(
      .init(identifiant: "ens\(evaluation.id)", nom: "Enseignant \(evaluation.id)")
    ).executer(travail)
    _ = try DonnerUnRole(
      .enseignant,
      sur: .module(promotion, evaluation.module),
      a: utilisateur.id,
      depuis: travail.moment.jour,
    ).executer(travail)
    return utilisateur.id
  }
}
