import Echanges
import Scolarite
import Testing

@Suite("Profils embarqués")
struct ProfilsEmbarquesTests {
  private static let bibliotheque = Bibliotheque { _ in nil }

  @Test(
    "chaque profil se résout à chacune de ses dates",
    arguments: Bibliotheque.profils.filter { $0 != "bts-exceptionnel-2021" },
  )
  func resolves(nom: String) throws {
    let couches = try Self.bibliotheque.couches(nom)
    let siennes = couches.last?.parametres.values.flatMap { $0 } ?? []
    var jours = Set(siennes.map(\.depuis))
    if jours.isEmpty { jours = [try #require(Jour("2021-09-01"))] }
    for jour in jours {
      let reglages = try Reglages(couches, le: jour)
      for parametre in NomDeReglage.allCases {
        #expect(reglages.reglage(parametre).nom == parametre.nom)
      }
    }
  }

  @Test("chaque réglage que lit une règle est décrit, et réciproquement")
  func describesEveryParameter() {
    #expect(Set(Parametre.tous.map(\.nom)) == Set(NomDeReglage.allCases.map(\.nom)))
    #expect(Parametre.tous.count == NomDeReglage.allCases.count)
  }

  @Test(
    "une valeur vaut du jour où elle entre en vigueur",
    arguments: [
      (DossierDEssai.laRoche, "2025-08-31", "malusActif", "false"),
      (DossierDEssai.laRoche, "2025-09-01", "malusActif", "true"),
      (DossierDEssai.laRoche, "2025-08-31", "regle30", "signale"),
      (DossierDEssai.laRoche, "2025-09-01", "regle30", "bloque"),
      (DossierDEssai.avecSession2, "2021-09-01", "session2Active", "true"),
      (DossierDEssai.arrondi, "2021-09-01", "arrondiAvantComparaison", "2"),
      (DossierDEssai.national, "2021-09-01", "arrondiAvantComparaison", "aucun"),
      ("iut-dijon-2022", "2022-09-01", "malusActif", "false"),
    ],
  )
  func dated(profil: String, jour: String, reglage: String, valeur: String) throws {
    let lu = try Reglages(Self.bibliotheque.couches(profil), le: try #require(Jour(jour)))
    let nom = try #require(NomDeReglage(nom: reglage))
    #expect(lu.reglage(nom).valeur.description == valeur)
  }

  @Test(
    "la source change avec l’arrêté, le 1er septembre 2022",
    arguments: [("2022-08-31", "27 mai 2021"), ("2022-09-01", "15 avril 2022")],
  )
  func sources(jour: String, arrete: String) throws {
    let couches = try Self.bibliotheque.couches(DossierDEssai.national)
    let lu = try Reglages(couches, le: try #require(Jour(jour)))
    #expect(lu.reglage(.seuilUE).source.contains(arrete))
    #expect(lu.nombre(.seuilUE) == 10)
  }

  @Test("avant le BUT, aucun profil n’a de valeur")
  func beforeEverything() throws {
    let couches = try Self.bibliotheque.couches(DossierDEssai.laRoche)
    let veille = try #require(Jour("2021-08-31"))
    #expect(throws: Reglages.Defaut.sansValeur("seuilUE", le: veille)) {
      try Reglages(couches, le: veille)
    }
  }
}
