internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// Accounts: who may sign in, what they may do, codes that are handed over.
enum PagesDesComptes {
  static let routes: [Route] = [
    .lecture("/administration/comptes") { visite in
      let filtre = VoirLesComptes.Filtre(visite)
      let page = Int(visite.question("page")) ?? 1
      return visite.comptes(try await visite.demander(VoirLesComptes(filtre, page: page)), filtre)
    },
    .lecture("/administration/comptes/nouveau") { visite in
      try await visite.exigerDAdministrer()
      return visite.nouveauCompte(FormulaireDeCompte())
    },
    .envoi("/administration/comptes/nouveau", par: creer),
    .lecture("/administration/comptes/inviter") { visite in
      visite.promotionsAConfier(try await visite.demander(VoirLesPromotionsAConfier()))
    },
    .lecture("/administration/comptes/inviter/{promotion}") { visite in
      let (promotion, modules) = try await visite.modulesAConfier()
      return visite.invitation(FormulaireDInvitation(promotion, modules))
    },
    .envoi("/administration/comptes/inviter/{promotion}", par: inviter),
    .lecture("/administration/comptes/{compte}") { visite in
      let etat = try await visite.lireLeCompte()
      return visite.compteSuivi(etat, FormulaireDeRole(etat, visite.aujourdHui))
    },
    .envoi("/administration/comptes/{compte}/roles", par: donnerUnRole),
    .envoi("/administration/comptes/{compte}/roles/terminer", par: terminerUnRole),
    .envoi("/administration/comptes/{compte}/code", par: donnerUnCode),
    .envoi("/administration/comptes/{compte}/debloquer") { visite in
      let id: Identifiant<Utilisateur> = try visite.identifiant("compte", .utilisateur)
      try await visite.faire(DebloquerUnCompte(id))
      return visite.versLaPage(Chemin.compte(id), fait: .compteDebloque)
    },
    .envoi("/administration/comptes/{compte}/activer") { visite in
      try await activer(visite, true)
    },
    .envoi("/administration/comptes/{compte}/fermer") { visite in
      try await activer(visite, false)
    },
  ]

  private static func creer(_ visite: Visite) async throws -> HTTPResponse {
    try await visite.exigerDAdministrer()
    var formulaire = FormulaireDeCompte(try visite.formulaire())
    guard let valeurs = formulaire.lire() else {
      return visite.nouveauCompte(formulaire, .unprocessableContent)
    }
    do {
      var etudiant: Identifiant<Etudiant>?
      if let nip = valeurs.nip {
        etudiant = try await visite.demander(DesignerUnEtudiant(nip: nip))
      }
      let compte = try await visite.faire(
        CreerUnUtilisateur(
          NouvelUtilisateur(
            identifiant: valeurs.identifiant,
            nom: valeurs.nom,
            etudiant: etudiant,
          )
        )
      )
      return visite.versLaPage(Chemin.compte(compte.id), fait: .compteCree)
    } catch let refus as Refus {
      guard formulaire.prendre(refus) else { throw refus }
      return visite.nouveauCompte(formulaire, .unprocessableContent)
    }
  }

  private static func inviter(_ visite: Visite) async throws -> HTTPResponse {
    let (promotion, modules) = try await visite.modulesAConfier()
    var formulaire = FormulaireDInvitation(try visite.formulaire(), promotion, modules)
    guard let valeurs = formulaire.lire() else {
      return visite.invitation(formulaire, .unprocessableContent)
    }
    let code = visite.site.portier.secrets.code()
    do {
      let invitation = try await visite.faire(
        InviterUnEnseignant(
          NouvelUtilisateur(identifiant: valeurs.identifiant, nom: valeurs.nom),
          promotion: promotion.id,
          modules: valeurs.modules,
          role: valeurs.role,
          jusqua: valeurs.jusqua,
          code: code.empreinte,
        )
      )
      return visite.codeARemettre(invitation.utilisateur, code.texte, invitation.expire)
    } catch let refus as Refus {
      guard formulaire.prendre(refus) else { throw refus }
      return visite.invitation(formulaire, .unprocessableContent)
    }
  }

  private static func donnerUnCode(_ visite: Visite) async throws -> HTTPResponse {
    let etat = try await visite.lireLeCompte()
    let code = visite.site.portier.secrets.code()
    let expire = try await visite.faire(
      DonnerUnCode(a: etat.compte.utilisateur.id, code.empreinte)
    )
    return visite.codeARemettre(etat.compte.utilisateur, code.texte, expire)
  }

  private static func donnerUnRole(_ visite: Visite) async throws -> HTTPResponse {
    let etat = try await visite.lireLeCompte()
    var formulaire = FormulaireDeRole(try visite.formulaire(), etat)
    guard let valeurs = formulaire.lire() else {
      return visite.compteSuivi(etat, formulaire, .unprocessableContent)
    }
    let id = etat.compte.utilisateur.id
    do {
      try await visite.faire(
        DonnerUnRole(
          valeurs.role,
          sur: valeurs.portee,
          a: id,
          depuis: valeurs.depuis,
          jusqua: valeurs.jusqua,
        )
      )
      return visite.versLaPage(Chemin.compte(id), fait: .roleDonne)
    } catch let refus as Refus {
      guard formulaire.prendre(refus) else { throw refus }
      return visite.compteSuivi(etat, formulaire, .unprocessableContent)
    }
  }

  private static func terminerUnRole(_ visite: Visite) async throws -> HTTPResponse {
    let etat = try await visite.lireLeCompte()
    let envoi = try visite.formulaire()
    let choisi = Int64(envoi.ligne("role")).flatMap { Identifiant<Habilitation>($0) }
    guard let choisi, etat.compte.roles.contains(where: { $0.id == choisi }) else {
      throw Refus.donnees([.init("rôle", .absente)])
    }
    guard let jour = Jour(envoi.ligne("jour")) else {
      throw Refus.donnees([.init("dernier jour", .absente)])
    }
    try await visite.faire(RetirerUnRole(choisi, le: jour))
    return visite.versLaPage(Chemin.compte(etat.compte.utilisateur.id), fait: .roleTermine)
  }

  private static func activer(_ visite: Visite, _ actif: Bool) async throws -> HTTPResponse {
    let id: Identifiant<Utilisateur> = try visite.identifiant("compte", .utilisateur)
    try await visite.faire(ActiverUnUtilisateur(id, actif: actif))
    return visite.versLaPage(Chemin.compte(id), fait: actif ? .compteOuvert : .compteFerme)
  }
}

extension Visite {
  /// Refuses whoever may not send a form, before what they typed is looked at.
  fileprivate func exigerDAdministrer() async throws {
    _ = try await demander(VoirLesPromotionsAConfier())
  }

  fileprivate func lireLeCompte() async throws -> VoirUnCompte.Etat {
    try await demander(VoirUnCompte(identifiant("compte", .utilisateur)))
  }

  fileprivate func modulesAConfier() async throws -> (Promotion, [ModuleEnseigne]) {
    try await demander(VoirLesModulesAConfier(identifiant("promotion", .promotion)))
  }
}

extension VoirLesComptes.Filtre {
  /// What the address asks.
  fileprivate init(_ visite: Visite) {
    self.init()
    texte = visite.question("texte")
    role = Role(rawValue: visite.question("role"))
    situation = VoirLesComptes.Situation(rawValue: visite.question("situation"))
  }
}

extension Chemin {
  static let nouveauCompte: SafeURL = "/administration/comptes/nouveau"
  static let inviter: SafeURL = "/administration/comptes/inviter"

  static func compte(_ id: Identifiant<Utilisateur>, _ suite: String...) -> SafeURL {
    de(["administration", "comptes", "\(id)"] + suite)
  }

  static func inviter(_ promotion: Identifiant<Promotion>) -> SafeURL {
    de(["administration", "comptes", "inviter", "\(promotion)"])
  }
}
