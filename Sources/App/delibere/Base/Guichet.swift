internal import Actes
internal import Coffre
internal import Documents
internal import Echanges
internal import Glibc
internal import Registre

/// Where a command does acts on a base: which establishment, in whose name.
struct Guichet {
  private let bureau: Bureau
  private let registre: RegistreSQL
  private let etablissement: Identifiant<Etablissement>
  private let demandeur: Demandeur

  static let options = [
    AccesALaBase.option,
    Commande.Option(
      nom: "etablissement",
      valeur: "CODE",
      aide: "celui de la base, s’il n’y en a pas qu’un",
    ),
    Commande.Option(
      nom: "utilisateur",
      valeur: "IDENTIFIANT",
      aide: "au nom de qui ; par défaut, le compte de la machine, ce que le journal dira",
    ),
  ]

  /// Opens the base of a command, lends the place, and closes it.
  static func ouvrir<Resultat>(
    _ saisie: Saisie,
    _ corps: (Guichet) throws -> Resultat,
  ) throws(Abandon) -> Resultat {
    let adresse = try AccesALaBase.entretien(saisie).adresse
    return try AccesALaBase.tenter {
      try AccesALaBase.exigerUneBase(adresse)
      let registre = try RegistreSQL(adresse, lecteurs: 1)
      defer { registre.fermer() }
      return try corps(Guichet(saisie, registre))
    }
  }

  private init(_ saisie: Saisie, _ registre: RegistreSQL) throws {
    self.registre = registre
    bureau = Bureau(registre: registre, horloge: .reelle, formats: FormatsDEchange())
    etablissement = try Self.etablissement(saisie.valeur("etablissement"), registre)
    demandeur = try Self.demandeur(saisie.valeur("utilisateur"), registre, etablissement)
  }

  /// Does an act.
  func faire<A: Acte>(_ acte: A) throws -> A.Resultat {
    let (bureau, demandeur, etablissement) = (bureau, demandeur, etablissement)
    return try attendre { try await bureau.faire(acte, par: demandeur, dans: etablissement) }
  }

  /// Asks a question.
  func demander<Q: Question>(_ question: Q) throws -> Q.Resultat {
    let (bureau, demandeur, etablissement) = (bureau, demandeur, etablissement)
    return try attendre {
      try await bureau.demander(question, par: demandeur, dans: etablissement)
    }
  }

  /// The door of documents, whose codes lead to the page of a site.
  func editeur(site: String) -> EditeurDeDocuments {
    EditeurDeDocuments(bureau, Coffre(), Presse(), adresse: site)
  }

  /// Hands documents over.
  func editer(_ demande: DemandeDeDocuments, _ editeur: EditeurDeDocuments) throws
    -> EditeurDeDocuments.Edition
  {
    let (demandeur, etablissement) = (demandeur, etablissement)
    return try attendre {
      try await editeur.editer(demande, par: demandeur, dans: etablissement)
    }
  }

  /// What a code of a document confirms.
  func confirmer(_ code: String) throws -> DocumentConfirme? {
    let (editeur, etablissement) = (editeur(site: ""), etablissement)
    return try attendre { try await editeur.confirmer(code, dans: etablissement) }
  }

  /// The student of that number.
  func etudiant(nip: String) throws -> Identifiant<Etudiant> {
    let (registre, etablissement) = (registre, etablissement)
    let trouve = try attendre {
      try await registre.lire(etablissement) { try $0.etudiant(nip: nip) }
    }
    guard let trouve else {
      throw Abandon(
        code: .refus,
        messages: ["aucun étudiant n’a le NIP « \(nip) » ; rien n’a été fait"],
      )
    }
    return trouve.id
  }

  /// The account of that login.
  func compte(_ identifiant: String) throws -> Utilisateur? {
    let (registre, etablissement) = (registre, etablissement)
    return try attendre {
      try await registre.lire(etablissement) { try $0.utilisateur(identifiant: identifiant) }
    }
  }

  /// The promotion of that name, the latest where several years have one.
  func promotion(_ nom: String) throws -> Promotion {
    let promotions = try demander(VoirLesPromotions())
    guard let promotion = promotions.filter({ $0.nom == nom }).max(by: { $0.annee < $1.annee })
    else {
      throw Abandon.absent(
        "aucune promotion « \(nom) »",
        nom,
        parmi: promotions.map(\.nom),
        creer: "delibere promotion creer",
      )
    }
    return promotion
  }

  /// The session 2 of a promotion, where it has one.
  func session2(_ promotion: Promotion) throws -> Identifiant<Campagne>? {
    let (registre, etablissement, id) = (registre, etablissement, promotion.id)
    return try attendre {
      try await registre.lire(etablissement) { try $0.sessionsDeRattrapage(id).first?.campagne }
    }
  }

  private static func etablissement(_ code: String?, _ registre: RegistreSQL) throws
    -> Identifiant<Etablissement>
  {
    let tous = try attendre { try await registre.etablissements() }
    let codes = tous.map(\.code).joined(separator: ", ")
    guard let code else {
      guard let seul = tous.first, tous.count == 1 else {
        throw Abandon(
          code: .refus,
          messages: [
            tous.isEmpty
              ? "la base n’a pas encore d’établissement ; rien n’a été fait (delibere base creer)"
              : "la base a plusieurs établissements, choisissez avec --etablissement : "
                + "\(codes). Rien n’a été fait"
          ],
        )
      }
      return seul.id
    }
    guard let choisi = tous.first(where: { $0.code == code }) else {
      throw Abandon(
        code: .refus,
        messages: ["aucun établissement « \(code) » ; il y a : \(codes). Rien n’a été fait"],
      )
    }
    return choisi.id
  }

  private static func demandeur(
    _ identifiant: String?,
    _ registre: RegistreSQL,
    _ etablissement: Identifiant<Etablissement>,
  ) throws -> Demandeur {
    guard let identifiant else { return .console(compte) }
    let trouve = try attendre {
      try await registre.lire(etablissement) { try $0.utilisateur(identifiant: identifiant) }
    }
    guard let utilisateur = trouve else {
      throw Abandon(
        code: .refus,
        messages: ["aucun compte « \(identifiant) » ; rien n’a été fait (delibere compte creer)"],
      )
    }
    return .utilisateur(utilisateur.id)
  }

  /// The account on the machine, for the journal.
  static var compte: String {
    guard let compte = unsafe getpwuid(getuid()) else { return "uid \(getuid())" }
    return unsafe String(cString: compte.pointee.pw_name)
  }
}
