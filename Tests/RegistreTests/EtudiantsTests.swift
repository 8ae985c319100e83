import Actes
import Demonstration
import Echanges
import SQL
import Scolarite
import Spreadsheets
import Testing

struct EtudiantsTests {
  private static func identite(_ nip: String, ine: String? = nil, nom: String = "Aubépin")
    -> IdentiteDEtudiant
  {
    IdentiteDEtudiant(ine: ine, nip: nip, nomCivil: nom, prenomCivil: "Élise")
  }

  private static func nouveau(_ identite: IdentiteDEtudiant, _ groupes: [String] = ["TD1"])
    -> NouvelEtudiant
  {
    NouvelEtudiant(identite: identite, statut: .initial, groupes: groupes, lieu: "ligne")
  }

  @Test(
    "une liste se prévoit puis s’inscrit, et se redonne sans rien changer",
    arguments: SQLEngine.allCases,
  )
  func liste(_ moteur: SQLEngine) async throws {
    let essai = try await RegistreDEssai(moteur)
    let promotion = try await PromotionEnregistree(essai, effectif: 1).installee.promotion.id
    let csv = """
      INE;N° étudiant;Nom;Prénom;Né(e) le;Statut;Groupe TD
      080000001AA;22500001;DE L’ORMEAU;Zoé;03/05/2007;FI;TD2
      080000002BB;22500002;ŒUVRARD;Anaël;17/11/2006;alternant;TD2

      """
    let liste = try ListeDEtudiants.lire(
      Workbook.read(Array(csv.utf8), name: "liste.csv"),
      nom: "liste.csv",
    )
    let prevu = try await essai.bureau.demander(
      PrevoirDesInscriptions(promotion: promotion, etudiants: liste.nouveaux),
      par: .console("essai"),
      dans: essai.iut,
    )
    #expect(prevu.nouveaux.count == 2)
    let import1 = ImporterDesEtudiants(
      promotion: promotion,
      etudiants: liste.nouveaux,
      source: "liste.csv",
    )
    #expect(try await essai.faire(import1) == prevu)
    let encore = try await essai.faire(import1)
    #expect(encore.dejaInscrits.count == 2)
    #expect(encore.dejaInscrits.allSatisfy { $0.changements.isEmpty })
    let etudiants = try await essai.lire { try $0.etudiants(promotion) }
    let noms = etudiants.compactMap { $0.identite?.nomCivil }
    #expect(noms.contains("ŒUVRARD"))
    let statuts = try await essai.lire { try $0.inscriptions(promotion) }
    let suivis = statuts.flatMap(\.statuts).map(\.statut)
    #expect(suivis.contains(.alternant))
    let membres = try await essai.lire { try $0.membres(promotion).count }
    #expect(membres == 3)
  }

  @Test("un numéro en double, ou de deux étudiants à la fois, refuse la liste entière")
  func fautes() async throws {
    let essai = try await RegistreDEssai(.sqlite)
    let promotion = try await PromotionEnregistree(essai, effectif: 1).installee.promotion.id
    func inscrire(_ nouveaux: [NouvelEtudiant]) async throws {
      _ = try await essai.faire(
        ImporterDesEtudiants(promotion: promotion, etudiants: nouveaux, source: "essai")
      )
    }
    await #expect(throws: Refus.donnees([.init("ligne", .enDouble(vu: "1"))])) {
      try await inscrire([Self.nouveau(Self.identite("1")), Self.nouveau(Self.identite("1"))])
    }
    try await inscrire([
      Self.nouveau(Self.identite("1", ine: "A")), Self.nouveau(Self.identite("2", ine: "B")),
    ])
    await #expect(throws: Refus.donnees([.init("ligne", .contraire(vu: "1", enPlace: "2"))])) {
      try await inscrire([Self.nouveau(Self.identite("1", ine: "B"))])
    }
    await #expect(throws: Refus.donnees([.init("ligne, nom", .absente)])) {
      try await inscrire([Self.nouveau(Self.identite("3", nom: ""))])
    }
    let etudiants = try await essai.lire { try $0.etudiants(promotion).count }
    #expect(etudiants == 3)
  }

  @Test(
    "deux secrétaires sur une même fiche : la seconde voit les deux",
    arguments: SQLEngine.allCases,
  )
  func conflit(_ moteur: SQLEngine) async throws {
    let essai = try await RegistreDEssai(moteur)
    let etudiant = try await PromotionEnregistree(essai, effectif: 1).installee.etudiants[0]
    let premiere = try await essai.utilisateur(.secretariat, sur: .etablissement)
    let seconde = try await essai.utilisateur(.secretariat, sur: .etablissement)
    func modification(_ nom: String) -> ModifierUnEtudiant {
      ModifierUnEtudiant(etudiant, identite: Self.identite("9", nom: nom), version: 1)
    }
    try await essai.faire(modification("Première"), par: premiere)
    let refus = await #expect(throws: Refus.self) {
      try await essai.faire(modification("Seconde"), par: seconde)
    }
    guard case .conflit(let conflit) = refus else {
      Issue.record("\(String(describing: refus))")
      return
    }
    #expect(conflit.actuelle.contains("Première"))
    #expect(conflit.proposee.contains("Seconde"))
    #expect(conflit.auteur == premiere.nom)
  }

  @Test(
    "le statut change en cours d’année et l’inscription se termine",
    arguments: SQLEngine.allCases,
  )
  func parcours(_ moteur: SQLEngine) async throws {
    let essai = try await RegistreDEssai(moteur)
    let etudiant = try await PromotionEnregistree(essai, effectif: 1).installee.etudiants[0]
    let inscription = try #require(
      try await essai.lire { try $0.inscriptions(etudiant: etudiant) }.first
    )
    let janvier = try #require(Jour("2026-01-05"))
    try await essai.faire(
      ChangerDeStatut(inscription.id, statut: .alternant, depuis: janvier, version: 1)
    )
    let relue = try #require(try await essai.lire { try $0.inscription(inscription.id) })
    #expect(relue.statut(le: try #require(Jour("2026-01-04"))) == inscription.statuts[0].statut)
    #expect(relue.statut(le: janvier) == .alternant)
    let fin = Inscription.Fin(jour: janvier, cause: .demission, motif: "courrier du 5 janvier")
    try await essai.faire(TerminerUneInscription(inscription.id, fin: fin, version: 2))
    await #expect(throws: Refus.etat(.inscriptionTerminee(janvier))) {
      try await essai.faire(
        ChangerDeStatut(inscription.id, statut: .initial, depuis: janvier, version: 3)
      )
    }
    let finie = try await essai.lire { try $0.inscription(inscription.id) }
    #expect(finie?.fin == fin)
  }

  @Test(
    "aménagement et personne de confiance se donnent et se reprennent",
    arguments: SQLEngine.allCases,
  )
  func aides(_ moteur: SQLEngine) async throws {
    let essai = try await RegistreDEssai(moteur)
    let etudiant = try await PromotionEnregistree(essai, effectif: 1).installee.etudiants[0]
    let service = try await essai.utilisateur(.serviceHandicap, sur: .etablissement)
    let jour = try #require(Jour("2025-10-01"))
    let accorde = try await essai.faire(
      AccorderUnAmenagement(
        .tiersTemps,
        a: etudiant,
        precision: "écrits",
        depuis: jour,
        jusqua: nil,
      ),
      par: service,
    )
    #expect(try await essai.lire { try $0.amenagements(etudiant) } == [accorde])
    let secretariat = try await essai.utilisateur(.secretariat, sur: .etablissement)
    await #expect(throws: Refus.interdit(.gererLesAmenagements)) {
      try await essai.faire(
        TerminerUnAmenagement(accorde.id, de: etudiant, le: jour),
        par: secretariat,
      )
    }
    let personne = PersonneDeConfiance(
      nom: "Noé Aubépin",
      lien: "frère",
      telephone: "0600000000",
      courriel: nil,
    )
    try await essai.faire(
      DesignerUnePersonneDeConfiance(personne, de: etudiant),
      par: secretariat,
    )
    #expect(try await essai.lire { try $0.personneDeConfiance(etudiant) } == personne)
    try await essai.faire(DesignerUnePersonneDeConfiance(nil, de: etudiant), par: secretariat)
    #expect(try await essai.lire { try $0.personneDeConfiance(etudiant) } == nil)
  }
}
