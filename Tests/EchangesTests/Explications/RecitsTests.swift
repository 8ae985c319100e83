import Echanges
import JSON
import Scolarite
import Testing

@Suite("Récits gardés")
struct RecitsTests {
  @Test("une UE compensée : elle, l’autre, leur moyenne, ce qui est acquis")
  func tellsCompensation() throws {
    let explication = try Recits.explication("compensation", "UE11", de: Recits.cas("W10"))
    let texte = Recits.texte(explication)
    #expect(
      texte == """
        L’UE11 est acquise par compensation.
        Seule, elle a 8,50 de moyenne : il lui manque 1,5 point pour atteindre 10.
        Mais avec l’UE21 (11,50), elle forme le regroupement des deux UE de la compétence C1, et \
        leur moyenne est (8,50 + 11,50) ÷ 2 = 10,00.
        Elle atteint exactement 10 : ce que l’une des deux UE a en plus compense ce qui manque à \
        l’autre.
        L’UE11 et ses crédits sont à vous définitivement.
        L’établissement doit encore confirmer ce réglage : le poids de chaque UE dans la moyenne \
        du regroupement.
        """
    )
    #expect(explication.reference == "programme national du BUT, annexe 1, point 4.4")
  }

  @Test("un passage refusé : les deux conditions, et celle qui manque")
  func tellsRefusedPassage() throws {
    let explication = try Recits.explication("poursuite-impaire", "S3", de: Recits.cas("W31"))
    let texte = Recits.texte(explication)
    #expect(
      texte == """
        Les conditions pour entrer au semestre 3 ne sont pas réunies.
        Il faut 10 de moyenne dans plus de la moitié des regroupements de l’année, et au moins 8 \
        dans chacun ; un regroupement réunit les deux UE d’une même compétence.
        Vous avez la moyenne dans 3 regroupements sur 5 (C1, C2 et C3) : il en fallait 3, cette \
        condition est remplie.
        Mais C5 est à 7,99 : il lui manque 0,01 point pour atteindre 8.
        La décision revient au jury, qui peut en juger autrement.
        L’établissement doit encore confirmer ce réglage : le poids de chaque UE dans la moyenne \
        du regroupement.
        • La moyenne du regroupement des deux UE de la compétence C5 est de 7,99.
        """
    )
  }

  @Test("un malus : les heures, les tranches, les points et la tranche suivante")
  func tellsMalus() throws {
    let explication = try Recits.explication("malus", "S2", de: Recits.cas("W53"))
    let texte = Recits.texte(explication)
    #expect(
      texte == """
        Vos absences retirent 0,4 point à chaque UE du semestre 2.
        Vous avez 5 h d’absence injustifiée, ce qui entame 2 tranches de 4 h.
        Chaque tranche entamée retire 0,2 point.
        Encore 3 h et ce sera 0,6.
        L’établissement doit encore confirmer ce réglage : la décision de l’université qui fonde \
        le malus et la règle des absences.
        """
    )
  }

  @Test(
    "la tranche suivante du malus commence où la borne le dit",
    arguments: [
      ("4 h", "Encore 4 h et ce sera 0,6.", "encore 4,00 h"),
      (
        "4 h, borne supérieure incluse", "À la moindre absence de plus, ce sera 0,4.",
        "à la moindre absence",
      ),
      (
        "7,99 h, borne supérieure incluse", "Au-delà de 0,01 h de plus, ce sera 0,6.",
        "encore 0,01 h",
      ),
    ],
  )
  func tellsNextSlice(variante: String, phrase: String, changerait: String) throws {
    let lu = try Recits.cas("W50", variante)
    #expect(try Recits.explication("malus", "S1", de: lu).phrases.contains(phrase))
    let preuves = try Recits.preuves(lu).flatMap(Recits.toutes)
    let malus = try #require(preuves.first { $0.regle.nom == "malus" })
    #expect(malus.changerait?.hasPrefix(changerait) == true)
  }

  @Test("un semestre bloqué : la moyenne qui suffirait, le taux, ce qui lèverait le blocage")
  func tellsBlockedSemester() throws {
    let lu = try Recits.cas("W56", "a : sans décision")
    let texte = Recits.texte(try Recits.explication("acquisition", "UE31", de: lu))
    #expect(
      texte == """
        L’UE31 n’est pas validée : vos absences bloquent son semestre.
        Votre moyenne de 11,00 suffirait à l’acquérir.
        Vous avez manqué 107,7 h sur les 359 h de cours du semestre 3, soit 30 % : 17,7 h sans \
        justification et 90 h avec.
        À partir de 30 %, le règlement ne valide pas les UE du semestre 3, même quand leur \
        moyenne suffit.
        Un avis contraire de la commission ou du jury de passage peut lever ce blocage : vous \
        pouvez leur expliquer votre situation.
        L’établissement doit encore confirmer ces réglages : la décision de l’université qui \
        fonde le malus et la règle des absences ; les heures auxquelles les absences sont \
        rapportées.
        • Votre moyenne dans l’UE31 est de 11,00.
        """
    )
  }

  @Test("une UE incomplète : ce qui manque, et que ce n’est pas un échec")
  func tellsIncompleteUE() throws {
    var annee = AnneeDEssai()
    annee.modules = ["UE11": ["R101": "3", "R102": "2", "R103": "1"]]
    annee.notes = [
      1: [
        "R101": JSONNode.evaluations([("12", "1"), ("ATT", "2")]),
        "R102": .entree("ABJ"),
      ]
    ]
    let lu = try DossierDEssai(DossierDEssai.national, [:], annee).lire()
    let texte = Recits.texte(try Recits.explication("moyenne-ue", "UE11", de: lu))
    #expect(
      texte == """
        La moyenne de l’UE11 n’est pas encore connue.
        Il manque 3 résultats : E2 de R101 (note attendue) ; R102 (absence justifiée, rattrapage \
        à venir) ; R103 (aucune note).
        Ce n’est pas un échec : sans ces éléments, l’UE n’a pas encore de moyenne.
        Elle sera calculée dès que tout sera connu.
        """
    )
  }

  @Test("une note de session 2 : les deux notes, la règle, ce qui est gagné")
  func tellsSession2() throws {
    let lu = try Recits.cas("W92", "remplacement")
    let texte = Recits.texte(try Recits.explication("note-session2", "UE12", de: lu))
    #expect(
      texte == """
        Après la session 2, la moyenne retenue pour l’UE12 est de 7,50.
        Vous aviez 9,00 à la session 1 et vous obtenez 7,50 à la session 2.
        La note de la session 2 remplace celle de la session 1, même plus basse : vous perdez \
        1,5 point.
        L’établissement doit encore confirmer ce réglage : la note gardée après la session 2.
        """
    )
  }

  @Test("un S5 refusé : l’UE qui manque et les trois façons d’y arriver")
  func tellsRefusedS5() throws {
    let lu = try Recits.cas("W37", "a : une UE de S1 manque")
    let texte = Recits.texte(try Recits.explication("poursuite-s5", "S5", de: lu))
    #expect(
      texte == """
        Les conditions pour entrer au semestre 5 ne sont pas réunies.
        Pour entrer au semestre 5, il faut avoir validé toutes les UE des semestres 1 et 2.
        Il vous reste à valider l’UE12.
        Pour le reste, les conditions sont réunies : vous avez la moyenne dans 3 regroupements \
        sur 5 (C1, C3 et C4), et aucun n’est sous 8 ; un regroupement réunit les deux UE d’une \
        même compétence.
        Vous pouvez encore y arriver en reprenant l’UE12 ou en réussissant le niveau supérieur \
        de la même compétence ; le jury peut aussi vous autoriser à passer.
        • L’UE12 n’est pas acquise.
        """
    )
  }

  @Test("une moyenne d’UE : les modules lourds, ce que chacun coûte, la note qui suffirait")
  func tellsModules() throws {
    var annee = AnneeDEssai()
    annee.modules = ["UE11": ["R101": "8", "R102": "4", "R103": "2", "SAE101": "6"]]
    annee.notes = [1: ["R101": "8", "R102": "9", "R103": "13", "SAE101": "11"]]
    let lu = try DossierDEssai(DossierDEssai.national, [:], annee).lire()
    let texte = Recits.texte(try Recits.explication("acquisition", "UE11", de: lu))
    #expect(
      texte == """
        L’UE11 n’est pas acquise.
        Votre moyenne est de 9,60 : il manque 0,4 point pour atteindre le seuil de 10.
        Elle réunit 4 modules, chacun selon son coefficient ; les plus lourds sont R101 \
        (coefficient 8) et SAE101 (coefficient 6).
        Par rapport à 10, R101 (8,00, coefficient 8) vous coûte 0,8 point et R102 (9,00, \
        coefficient 4) 0,2 point ; R103 (13,00, coefficient 2) vous rapporte 0,3 point et SAE101 \
        (11,00, coefficient 6) 0,3 point.
        Avec 9,00 en R101 au lieu de 8,00, elle atteindrait 10.
        """
    )
  }

  @Test("un module : les notes, les zéros, ce qui n’entre pas, et la moyenne sans le zéro")
  func tellsModule() throws {
    var annee = AnneeDEssai()
    annee.modules = ["UE11": ["R101": "1"]]
    annee.notes = [
      1: [
        "R101": JSONNode.evaluations([
          ("13/15", "2"), ("ABI", "1"), ("EXC", "1"), ("ABJ 12", "1"),
        ])
      ]
    ]
    let lu = try DossierDEssai(DossierDEssai.laRoche, [:], annee).lire()
    let texte = Recits.texte(try Recits.explication("moyenne-module", "R101", de: lu))
    #expect(
      texte == """
        Votre moyenne au module R101 est de 11,67.
        Elle réunit E1 (13 sur 15, soit 17,33 sur 20, coefficient 2), E2 (0, coefficient 1) et \
        E4 (12 au rattrapage, coefficient 1) : (17,33 × 2 + 0 + 12) ÷ 4 ≈ 11,67.
        Votre absence injustifiée à E2 compte pour 0.
        Sans ce zéro, elle serait de 15,56.
        L’évaluation E3 n’entre pas dans le calcul : votre absence y était excusée.
        """
    )
  }
}
