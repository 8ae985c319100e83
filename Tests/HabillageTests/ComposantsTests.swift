import HTML
import Testing

@testable import Habillage

@Suite struct ComposantsTests {
  private static let piege = "<script>\"&'"

  @Test(
    "un texte venu d’ailleurs est échappé partout",
    arguments: ([
      Tableau(piege, colonnes: [.init(piege)], lignes: [.init([.init(piege)])]),
      CarteDeChaleur(
        piege,
        coin: piege,
        colonnes: [piege],
        lignes: [.init(piege, [.init(piege, pas: 3)])],
        bornes: (piege, piege),
      ),
      Champ(piege, piege, .texte(piege), aide: piege, erreur: piege),
      Champ("a", piege, .choix([Choix(piege, piege)]), aide: piege),
      Champ("a", piege, .parmi([Choix(piege, piege, aide: piege)], choisi: piege)),
      Champ("a", piege, .texteLong(piege)),
      SaisieEnTableau(piege, piege, valeur: piege, erreur: piege),
      Histogramme(piege, resume: piege, classes: piege, compte: piege, barres: [.init(piege, 2)]),
      Encart(.erreur, titre: piege, piege), Pastille(piege), EtatVide(piege, piege),
      ChiffreCle(piege, piege, unite: piege, precision: piege),
      Definitions([(piege, .init(piege))]), Frise([.init(piege, piege, detail: .init(piege))]),
      Bouton(piege, nom: piege, valeur: piege), Lien(piege, vers: "/"),
      Progression(piege, fait: 1, sur: 2),
    ] as [any HTML]).map(\.markup),
  )
  func echappement(markup: String) {
    #expect(!markup.contains("<script"))
    #expect(markup.contains("&lt;script&gt;"))
    #expect(!markup.contains("\"&amp;'\""))
  }

  @Test("une faute est dite au champ, et en tête avec un lien")
  func fautes() {
    let champ = Champ("coef", "Coefficient", .nombre("-1"), aide: "Ou 0", erreur: "Trop bas")
    #expect(
      champ.markup
        == """
        <div class="champ"><label for="champ-coef">Coefficient</label><input type="text" \
        value="-1" id="champ-coef" name="coef" required class="nombre" aria-invalid="true" \
        aria-describedby="champ-coef-erreur champ-coef-aide" inputmode="decimal">\
        <div class="indications"><p class="faute" id="champ-coef-erreur"><span \
        class="invisible">Erreur\u{A0}: </span>Trop bas</p><p class="aide" \
        id="champ-coef-aide">Ou 0</p></div></div>
        """
    )
    let resume = ResumeDesErreurs(de: [champ, Champ("b", "B", .texte())]).markup
    #expect(resume.contains("role=\"alert\""))
    #expect(resume.contains("<ul><li><a href=\"#champ-coef\">Trop bas</a></li></ul>"))
    #expect(ResumeDesErreurs(de: [Champ("b", "B", .texte())]).markup.isEmpty)
  }

  @Test("un mot de passe n’est jamais récrit dans la page")
  func motDePasse() {
    let champ = Champ("p", "Mot de passe", .motDePasse(estNouveau: true)).markup
    #expect(!champ.contains("value="))
    #expect(champ.contains("autocomplete=\"new-password\""))
  }

  @Test("un tableau nomme ses colonnes et ses lignes et défile au clavier")
  func tableau() {
    let tableau = Tableau(
      "Notes : TD 1",
      colonnes: [.init("Étudiant"), .init("Note", .chiffres, estSecondaire: true)],
      lignes: [.init(["Zoé", "12"], estChoisie: true)],
    )
    #expect(
      tableau.markup
        == """
        <div class="defile" role="region" aria-label="Notes\u{A0}: TD 1" tabindex="0"><table class="plie plie-1">\
        <caption>Notes\u{A0}: TD 1</caption><thead><tr><th scope="col">Étudiant</th><th \
        scope="col" class="chiffres-alignes secondaire">Note</th></tr></thead><tbody><tr class="choisie">\
        <th scope="row">Zoé</th><td class="chiffres-alignes secondaire" \
        data-titre="Note">12</td></tr></tbody></table></div>
        """
    )
  }

  @Test(
    "un pas hors de l’échelle est ramené à son bord",
    arguments: [(-1, 0), (0, 0), (10, 10), (11, 10)],
  )
  func chaleur(pas: Int, attendu: Int) {
    let carte = CarteDeChaleur(
      "a",
      coin: "b",
      colonnes: ["c"],
      lignes: [.init("d", [.init("e", pas: pas), .init("f", pas: nil)])],
      bornes: ("0", "20"),
    )
    #expect(carte.markup.contains("<td class=\"chaleur-\(attendu)\">e</td><td>f</td>"))
  }

  @Test(
    "la pagination garde les bords et les voisines, sans lacune d’une seule page",
    arguments: [
      (1, 1, [1]), (1, 3, [1, 2, 3]), (1, 9, [1, 2, nil, 9]), (4, 9, [1, 2, 3, 4, 5, nil, 9]),
      (5, 9, [1, nil, 4, 5, 6, nil, 9]), (9, 9, [1, nil, 8, 9]),
    ] as [(Int, Int, [Int?])],
  )
  func pagination(page: Int, total: Int, cases: [Int?]) {
    #expect(Pagination(page: page, sur: total) { _ in "/" }.cases == cases)
  }

  @Test("un histogramme dit ses chiffres aussi dans un tableau")
  func histogramme() {
    let markup = Histogramme(
      "Notes",
      resume: "Trois notes.",
      classes: "Note",
      compte: "Étudiants",
      barres: [.init("8", 1), .init("9", 0), .init("10", 2, estMarquee: true)],
    ).markup
    #expect(markup.contains("role=\"img\""))
    #expect(markup.contains("<title>Notes</title><desc>Trois notes.</desc>"))
    #expect(markup.contains("<th scope=\"row\">10</th><td class=\"chiffres-alignes\">2</td>"))
    #expect(markup.matches(of: /<rect[ ]/).count == 2)
    #expect(
      markup.contains(
        "class=\"barre marquee\" x=\"69.99%\" y=\"28\" width=\"26.66%\" height=\"128\""
      )
    )
  }

  @Test("ce qui n’a pas de donnée le dit")
  func vide() {
    #expect(Repartition("a", echelle: [], valeurs: nil).markup.contains("Aucune donnée"))
    #expect(ChiffreCle("a", nil).markup.contains("inconnu"))
    #expect(Progression("a", fait: 0, sur: 0).markup.contains("rien à faire"))
    #expect(Tableau("a", colonnes: [], lignes: []).markup.contains("Rien à montrer"))
  }

  @Test("un ton a toujours un mot", arguments: Ton.allCases)
  func tons(ton: Ton) {
    #expect(Encart(ton, "a").markup.contains("<p class=\"invisible\">\(ton.mot)\u{A0}: </p>"))
  }
}
