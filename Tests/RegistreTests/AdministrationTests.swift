import Actes
import Hashing
import SQL
import Scolarite
import Testing

@testable import Coffre

@Suite("Administration")
struct AdministrationTests {
  private static func portier(_ essai: RegistreDEssai) throws -> Portier {
    let cout = try #require(PasswordHash.Cost(passes: 1, memoryBytes: 8_192))
    return Portier(bureau: essai.bureau, secrets: Coffre(attente: 20, cout: cout))
  }

  @Test("inviter un enseignant lui ouvre ses modules et la porte", arguments: SQLEngine.allCases)
  func inviter(_ moteur: SQLEngine) async throws {
    let bureau = try await BureauDEssai(moteur)
    let (essai, portier) = (bureau.essai, try Self.portier(bureau.essai))
    let modules = try await essai.faire(VoirLesModulesAConfier(bureau.promotion.id)).modules
    let code = portier.secrets.code()
    let jusqua = essai.horloge.moment.jour.plus(jours: 60)
    let invitation = try await essai.faire(
      InviterUnEnseignant(
        .init(identifiant: "vera@mail.example", nom: "Véra Cataire"),
        promotion: bureau.promotion.id,
        modules: modules.prefix(2).map(\.code),
        jusqua: jusqua,
        code: code.empreinte,
      )
    )
    let etat = try await essai.faire(VoirUnCompte(invitation.utilisateur.id))
    #expect(etat.compte.roles.count == 2)
    #expect(etat.compte.roles.allSatisfy { $0.jusqua == jusqua })
    #expect(etat.compte.serrure.codeJusqua == invitation.expire)
    let entree = try await portier.entrer(
      code: code.texte,
      nouveau: "neuf merles bleus",
      encore: "neuf merles bleus",
      dans: essai.iut,
    )
    #expect(entree.connexion.utilisateur == invitation.utilisateur.id)
    let apres = try await essai.faire(VoirUnCompte(invitation.utilisateur.id)).compte.serrure
    #expect(apres.aUnMotDePasse && apres.codeJusqua == nil && !apres.aUnSecondFacteur)
  }

  @Test("une invitation qui ne peut aller au bout ne laisse rien")
  func inviterEnVain() async throws {
    let bureau = try await BureauDEssai(.sqlite)
    let essai = bureau.essai
    let avant = try await essai.faire(VoirLeJournal()).tete?.numero
    let empreinte = try #require(Empreinte(String(repeating: "c", count: 64)))
    func inviter(_ modules: [String], _ role: Role = .enseignant) async throws {
      _ = try await essai.faire(
        InviterUnEnseignant(
          .init(identifiant: "vera", nom: "Véra"),
          promotion: bureau.promotion.id,
          modules: modules,
          role: role,
          jusqua: essai.horloge.moment.jour,
          code: empreinte,
        )
      )
    }
    let connu = try #require(
      try await essai.faire(VoirLesModulesAConfier(bureau.promotion.id)).modules.first?.code
    )
    await #expect(throws: Refus.etat(.moduleInconnu("R999"))) {
      try await inviter([connu, "R999"])
    }
    await #expect(throws: Refus.self) { try await inviter([]) }
    await #expect(throws: Refus.self) { try await inviter([connu], .direction) }
    #expect(try await essai.faire(VoirLeJournal()).tete?.numero == avant)
    #expect(try await essai.lire { try $0.utilisateur(identifiant: "vera") } == nil)
  }

  @Test("on retrouve un compte sans ses accents, par son rôle, par son état")
  func rechercher() async throws {
    let essai = try await RegistreDEssai(.sqlite)
    let eleonore = try await essai.faire(
      CreerUnUtilisateur(.init(identifiant: "eb", nom: "Éléonore Bréchet"))
    )
    let jury = try await essai.utilisateur(.jury, sur: .etablissement)
    try await essai.faire(ActiverUnUtilisateur(jury.id, actif: false))
    func trouves(_ regler: (inout VoirLesComptes.Filtre) -> Void) async throws -> [String] {
      var filtre = VoirLesComptes.Filtre()
      regler(&filtre)
      return try await essai.faire(VoirLesComptes(filtre)).comptes.map(\.utilisateur.identifiant)
    }
    #expect(try await trouves { $0.texte = "eleonore BRE" } == [eleonore.identifiant])
    #expect(try await trouves { $0.role = .jury } == [jury.identifiant])
    #expect(try await trouves { $0.situation = .ferme } == [jury.identifiant])
    #expect(try await trouves { $0.situation = .sansRole } == [eleonore.identifiant])
    #expect(try await trouves { $0.texte = "personne" } == [])
    #expect(try await trouves { _ in }.count == 3)
    let auDela = try await essai.faire(VoirLesComptes(page: 99))
    #expect(auDela.page == 1 && auDela.pages == 1 && auDela.nombre == 3)
  }

  @Test("débloquer laisse essayer de nouveau, sans changer le mot de passe")
  func debloquer() async throws {
    let porte = try await ConnexionTests.Porte(.sqlite)
    for _ in 0..<Serrure.essais { _ = try await porte.refus("faux mot de passe") }
    #expect(try await porte.refus(ConnexionTests.Porte.motDePasse) == .bloque(minutes: 1))
    try await porte.essai.faire(DebloquerUnCompte(porte.utilisateur.id))
    _ = try await porte.entrer()
    let entrees = try await porte.essai.faire(VoirLeJournal(acte: "debloquer-un-compte")).entrees
    #expect(entrees.count == 1)
  }

  @Test("le journal se lit par acte, auteur, objet et numéro", arguments: SQLEngine.allCases)
  func journal(_ moteur: SQLEngine) async throws {
    let essai = try await RegistreDEssai(moteur)
    let admin = try #require(try await essai.lire { try $0.utilisateur(identifiant: "admin") })
    let ada = try await essai.faire(
      CreerUnUtilisateur(.init(identifiant: "a", nom: "A")),
      par: admin,
    )
    try await essai.faire(ActiverUnUtilisateur(ada.id, actif: false), par: admin)
    try await essai.faire(ActiverUnUtilisateur(ada.id, actif: true))
    func actes(_ question: VoirLeJournal) async throws -> [String] {
      try await essai.faire(question).entrees.map(\.entree.acte)
    }
    let activer = ActiverUnUtilisateur.nom
    #expect(try await actes(VoirLeJournal(acte: activer)) == [activer, activer])
    #expect(try await actes(VoirLeJournal(acte: activer, auteur: "admin")) == [activer])
    #expect(
      try await actes(VoirLeJournal(objet: "utilisateur/\(ada.id)"))
        == [activer, activer, CreerUnUtilisateur.nom]
    )
    #expect(try await actes(VoirLeJournal(objet: "habilitation")) == [DonnerUnRole.nom])
    #expect(try await actes(VoirLeJournal(objet: "util")).isEmpty)
    #expect(try await essai.faire(VoirLeJournal(auteur: "personne")).auteurInconnu)
    let tout = try await essai.faire(VoirLeJournal())
    #expect(tout.tete?.numero == tout.entrees.first?.entree.numero && !tout.aUneSuite)
    #expect(tout.entrees.first?.auteur == nil)
    let suite = try await essai.faire(VoirLeJournal(avant: tout.tete?.numero))
    #expect(suite.entrees.first?.auteur?.nom == "Ada Ministre")
    let une = try await essai.faire(LireUneEntree(2))
    #expect(une.entree.numero == 2)
    await #expect(throws: Refus.etat(.entreeInconnue(999))) {
      try await essai.faire(LireUneEntree(999))
    }
  }

  @Test("la base dit sa taille et ce qu’elle contient", arguments: SQLEngine.allCases)
  func base(_ moteur: SQLEngine) async throws {
    let bureau = try await BureauDEssai(moteur)
    let etat = try await bureau.essai.faire(VoirLaMaintenance())
    #expect(etat.base.moteur == (moteur == .sqlite ? "SQLite" : "PostgreSQL"))
    #expect(etat.base.octets > 50_000)
    #expect(etat.base.schema >= 2)
    let comptes = Dictionary(uniqueKeysWithValues: etat.base.comptes.map { ($0.quoi, $0.nombre) })
    #expect(comptes[.etudiant] == 3 && comptes[.promotion] == 1)
    #expect(comptes[.journal] == (try await bureau.essai.faire(VoirLeJournal()).tete?.numero))
  }

  @Test("un règlement en vigueur dit ce qui lui manque")
  func reglements() async throws {
    let essai = try await RegistreDEssai(.sqlite)
    let formats = essai.bureau.formats
    let lu = try formats.recueil(profil: "iut-larochesuryon-2025")
    _ = try await essai.faire(
      AdopterUnProfil(
        annee: .essai,
        profil: lu.nom,
        texte: lu.texte,
        conseil: Jour(ouvrant: .essai),
        cfvu: nil,
      )
    )
    let etat = try await essai.faire(VoirLesReglements(.essai))
    let reglement = try #require(etat.enVigueur.first)
    #expect(reglement.manque == [.cfvu])
    #expect(reglement.aConfirmer.map(\.nom).contains("decisionCFVU"))
    #expect(etat.peutAdopter && etat.annee == .essai)
  }

  @Test("un règlement donné en JSON hérite d’un règlement fourni ; le reste est refusé en français")
  func profilEnJSON() async throws {
    let formats = try await RegistreDEssai(.sqlite).bureau.formats
    let texte = """
      {"format": "delibere/profil/1", "nom": "iut-nulle-part", "titre": "IUT de Nulle-Part",
       "couche": "etablissement", "herite": "but-national-2022",
       "parametres": {"plafondBonus": [
         {"depuis": "2020-09-01", "valeur": 0.25, "source": "règlement de l’IUT, art. 7"}]}}
      """
    let national = try formats.recueil(profil: "but-national-2022")
    let jour = Jour(ouvrant: .essai)
    let lu = try formats.recueil(json: texte)
    #expect(lu.nom == "iut-nulle-part")
    let reglage = try formats.reglages(lu.texte, le: jour).reglage(.plafondBonus)
    #expect(reglage.couche == "etablissement")
    #expect(reglage.valeur == .nombre(try #require(Decimale("0,25"))))
    #expect(try formats.reglages(national.texte, le: jour).reglage(.plafondBonus) != reglage)
    for faux in [
      "", "{", texte.replacing("plafondBonus", with: "plafond"),
      texte.replacing("but-national-2022", with: "absent"),
      texte.replacing("iut-nulle-part", with: "but-national-2022"),
    ] {
      #expect(throws: ProfilRefuse.self) { try formats.recueil(json: faux) }
    }
  }
}
