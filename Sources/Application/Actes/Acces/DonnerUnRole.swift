public import Scolarite

/// Gives a role to a user, on a scope.
public struct DonnerUnRole: Acte {
  public static let nom = "donner-un-role"
  public let role: Role
  public let portee: Portee
  public let utilisateur: Identifiant<Utilisateur>
  public let depuis: Jour
  public let jusqua: Jour?

  public init(
    _ role: Role,
    sur portee: Portee,
    a utilisateur: Identifiant<Utilisateur>,
    depuis: Jour,
    jusqua: Jour? = nil,
  ) {
    self.role = role
    self.portee = portee
    self.utilisateur = utilisateur
    self.depuis = depuis
    self.jusqua = jusqua
  }

  public func executer(_ travail: Travail) throws -> HabilitationDatee {
    let permis = try travail.exiger(.administrer, .etablissement)
    guard let utilisateur = try travail.registre.utilisateur(utilisateur) else {
      throw Refus.inconnu(.utilisateur)
    }
    if let jusqua, jusqua < depuis { throw Refus.etat(.horsPeriode(du: depuis, au: jusqua)) }
    try verifierLaPortee(utilisateur, travail)
    let habilitation = HabilitationDatee(
      id: try travail.registre.nouvelIdentifiant(),
      utilisateur: utilisateur.id,
      habilitation: Habilitation(role: role, portee: portee),
      depuis: depuis,
      jusqua: jusqua,
    )
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.habilitation, habilitation.id, utilisateur.id),
      sujet: utilisateur.etudiant,
      apres: habilitation.faits,
    )
    try travail.registre.ajouter(habilitation, ecriture)
    return habilitation
  }

  /// The scope must be of something that exists; that of a student is their own record.
  private func verifierLaPortee(_ utilisateur: Utilisateur, _ travail: Travail) throws {
    if role == .etudiant {
      guard case .etudiant(let id) = portee, utilisateur.etudiant.map({ $0 == id }) ?? true else {
        let vue = portee.texte
        throw Refus.donnees([.init("portée", .horsBornes(vu: vue, bornes: "son propre dossier"))])
      }
    }
    switch portee {
    case .etablissement: return
    case .departement(let id):
      guard try travail.registre.departements().contains(where: { $0.id == id }) else {
        throw Refus.inconnu(.departement)
      }
    case .promotion(let id): _ = try travail.promotion(id)
    case .module(let id, let code):
      let programme = try travail.programme(travail.promotion(id))
      guard programme.ues.contains(where: { programme.contient(code, $0.semestre) }) else {
        throw Refus.etat(.moduleInconnu(code))
      }
    case .etudiant(let id):
      guard try travail.registre.etudiant(id) != nil else { throw Refus.inconnu(.etudiant) }
    }
  }
}

/// Ends a role: the day given is the last.
public struct RetirerUnRole: Acte {
  public static let nom = "retirer-un-role"
  public let habilitation: Identifiant<Habilitation>
  public let jour: Jour

  public init(_ habilitation: Identifiant<Habilitation>, le jour: Jour) {
    self.habilitation = habilitation
    self.jour = jour
  }

  public func executer(_ travail: Travail) throws {
    let permis = try travail.exiger(.administrer, .etablissement)
    let toutes = try travail.registre.habilitations()
    guard let avant = toutes.first(where: { $0.id == habilitation }) else {
      throw Refus.inconnu(.habilitation)
    }
    guard jour >= avant.depuis else { throw Refus.etat(.horsPeriode(du: avant.depuis, au: jour)) }
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.habilitation, avant.id, avant.utilisateur),
      sujet: try travail.registre.utilisateur(avant.utilisateur)?.etudiant,
      avant: avant.faits,
      apres: ["jusqua": Faits.Valeur(jour)],
    )
    try travail.registre.terminer(habilitation, le: jour, ecriture)
    try travail.garderUnAdministrateur()
  }
}

extension HabilitationDatee {
  fileprivate var faits: Faits {
    [
      "role": .texte(habilitation.role.rawValue), "portee": .texte(habilitation.portee.texte),
      "depuis": Faits.Valeur(depuis), "jusqua": Faits.Valeur(jusqua),
    ]
  }
}

extension Portee {
  /// « module/3/R101 », as the journal writes it.
  var texte: String {
    switch self {
    case .etablissement: "etablissement"
    case .departement(let id): "departement/\(id)"
    case .promotion(let id): "promotion/\(id)"
    case .module(let id, let code): "module/\(id)/\(code)"
    case .etudiant(let id): "etudiant/\(id)"
    }
  }
}
