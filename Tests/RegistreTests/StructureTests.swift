import Actes
import Demonstration
import Echanges
import SQL
import Scolarite
import Testing

struct StructureTests {
  @Test("un établissement est fondé avec son administrateur", arguments: SQLEngine.allCases)
  func fondation(_ moteur: SQLEngine) async throws {
    let essai = try await RegistreDEssai(moteur)
    let etablissement = try await essai.lire { try $0.etablissement() }
    #expect(etablissement.nom == "IUT de Nulle-Part")
    let entrees = try await essai.lire { try $0.journal(avant: nil, limite: 10) }
    #expect(entrees.map(\.acte) == ["donner-un-role", "creer-un-utilisateur", "fonder"])
  }

  @Test(
    "une maquette change pendant un mois, puis seulement comme irrégulière (L. 613-1)",
    arguments: [("2025-10-01", false), ("2025-10-02", true)],
  )
  func gel(_ jour: String, _ fige: Bool) async throws {
    let essai = try await RegistreDEssai(.sqlite)
    let promotion = try await PromotionEnregistree(essai, effectif: 1).installee.promotion
    try essai.horloge.regler(jour)
    let texte = try PromotionEnregistree.maquetteDe2025()
    let nouvelle = DeposerUneMaquette(formation: promotion.formation, texte: texte)
    if fige {
      let limite = try #require(Jour("2025-10-01"))
      await #expect(
        throws: Refus.regle(
          article: "code de l’éducation, article L. 613-1",
          .figeDepuis(limite),
        )
      ) { try await essai.faire(nouvelle) }
      let irreguliere = try await essai.faire(
        DeposerUneMaquette(
          formation: promotion.formation,
          texte: texte,
          irregularite: "vote tardif de la CFVU",
        )
      )
      #expect(irreguliere.irregularite == "vote tardif de la CFVU")
      #expect(irreguliere.numero == 2)
    } else {
      #expect(try await essai.faire(nouvelle).irregularite == nil)
    }
  }

  @Test(
    "les dates d’adoption d’un profil se complètent en cours d’année",
    arguments: SQLEngine.allCases,
  )
  func adoption(_ moteur: SQLEngine) async throws {
    let essai = try await RegistreDEssai(moteur)
    let promotion = try await PromotionEnregistree(essai, effectif: 1).installee.promotion
    try essai.horloge.regler("2026-03-02")
    let enVigueur = try await essai.lire { try $0.profils(.essai) }
    let profil = try #require(enVigueur.first)
    let cfvu = try #require(Jour("2026-02-10"))
    func adoption(_ texte: String, version: Int64) -> AdopterUnProfil {
      AdopterUnProfil(
        departement: promotion.departement,
        annee: .essai,
        profil: profil.nom,
        texte: texte,
        conseil: profil.conseil,
        cfvu: cfvu,
        version: version,
      )
    }
    _ = try await essai.faire(adoption(profil.texte, version: profil.version))
    let apres = try await essai.lire { try $0.profils(.essai) }
    #expect(apres.first?.cfvu == cfvu)
    await #expect(throws: Refus.self, "un second qui a lu la même version") {
      try await essai.faire(adoption(profil.texte, version: profil.version))
    }
    let autre = try Bibliotheque { _ in nil }.recueil("iut-dijon-2022")
    await #expect(throws: Refus.self, "le texte ne change plus") {
      try await essai.faire(adoption(autre, version: profil.version + 1))
    }
  }

  @Test("le dernier administrateur reste")
  func dernierAdministrateur() async throws {
    let essai = try await RegistreDEssai(.sqlite)
    let admin = try await essai.lire { try $0.utilisateur(identifiant: "admin") }
    let id = try #require(admin?.id)
    await #expect(throws: Refus.etat(.dernierAdministrateur)) {
      try await essai.faire(ActiverUnUtilisateur(id, actif: false))
    }
    let autre = try await essai.utilisateur(.administrateur, sur: .etablissement)
    try await essai.faire(ActiverUnUtilisateur(id, actif: false))
    await #expect(throws: Refus.interdit(.administrer)) {
      try await essai.faire(
        CreerUnUtilisateur(.init(identifiant: "x", nom: "X")),
        par: try #require(admin),
      )
    }
    _ = autre
  }

  @Test("deux semestres d’une année du BUT ne se chevauchent pas")
  func calendrier() async throws {
    let essai = try await RegistreDEssai(.sqlite)
    let (un, deux) = (try #require(NumeroSemestre(1)), try #require(NumeroSemestre(2)))
    func jour(_ texte: String) throws -> Jour { try #require(Jour(texte)) }
    let debut = try jour("2025-09-01")
    func ouverture(_ finDuPremier: String) throws -> OuvrirUneAnnee {
      OuvrirUneAnnee(
        .essai,
        debut: debut,
        fin: try jour("2026-08-31"),
        periodes: [
          .init(nature: .semestre(un), nom: "S1", debut: debut, fin: try jour(finDuPremier)),
          .init(
            nature: .semestre(deux),
            nom: "S2",
            debut: try jour("2026-01-26"),
            fin: try jour("2026-07-03"),
          ),
        ],
      )
    }
    await #expect(throws: Refus.self) { try await essai.faire(ouverture("2026-01-26")) }
    let ouverte = try await essai.faire(ouverture("2026-01-25"))
    let relue = try await essai.lire { try $0.annee(.essai) }
    #expect(relue == ouverte)
  }
}
