import Testing

/// One fault put in a sound dossier.
struct Faute: Sendable, CustomTestStringConvertible {
  let nom: String
  /// The text of the sound dossier that is replaced.
  let cible: String
  let remplacement: String
  /// What the message must name.
  let nomme: String
  /// What the line reported must hold; the end of the replacement by default.
  let ligne: String

  init(_ nom: String, _ cible: String, _ remplacement: String, nomme: String, ligne: String? = nil)
  {
    self.nom = nom
    self.cible = cible
    self.remplacement = remplacement
    self.nomme = nomme
    self.ligne = ligne ?? remplacement
  }

  var testDescription: String { nom }

  /// A sound dossier of one year, one thing a line.
  static let base = """
    {
      "format": "delibere/dossier/1",
      "etudiant": "essai",
      "profil": "but-informatique-session2",
      "reglages": { "partRessources": "40" },
      "date": "2025-09-01",
      "annees": [
        {
          "annee_universitaire": "2025-2026",
          "annee_but": 1,
          "statut": "initial",
          "maquette": {
            "ues": [
              { "code": "UE11", "competence": 1, "niveau": 1, "ects": 5, "modules":
                { "R101": 3, "SAE101": 2 } },
              { "code": "UE12", "competence": 2, "niveau": 1, "ects": 5 },
              { "code": "UE21", "competence": 1, "niveau": 1, "ects": 5 },
              { "code": "UE22", "competence": 2, "niveau": 1, "ects": 5 }
            ],
            "volumes": { "S1": "100" }
          },
          "semestres": [
            {
              "numero": 1,
              "notes": {
                "R101": "12",
                "SAE101": [
                  { "evaluation": "E1", "note": "10", "coefficient": "2" },
                  { "evaluation": "E2", "note": { "ABJ": { "refus": "motif" } } }
                ]
              },
              "moyennes": { "UE12": "8" },
              "absences": { "abi_heures": "1", "creneaux": [
                { "debut": "2025-10-02T08:00", "heures": "2", "motif": "ITI",
                  "declaree": "2025-10-02T13:59" }
              ] },
              "avis_contraire": { "auteur": "commission", "date": "2026-07-01", "motif": "avis" }
            },
            { "numero": 2, "moyennes": { "UE21": "9", "UE22": "7" } }
          ],
          "bonus": { "sport": "0.5", "engagement": [{ "type": "élu", "points": "0.5" }] },
          "session2": {
            "inscriptions": ["UE12"],
            "notes": { "UE12": "11" }
          },
          "decisions": [
            { "sur": "UE22", "code": "ADJ", "auteur": "jury", "date": "2026-07-03", "motif": "m" }
          ]
        }
      ],
      "redoublement": {
        "demande": ["S1"],
        "supplement": { "auteur": "directeur", "date": "2026-07-03", "motif": "m",
          "document": "certificat" }
      }
    }
    """

  private static let secondSemestre =
    "{ \"numero\": 2, \"moyennes\": { \"UE21\": \"9\", \"UE22\": \"7\" } }"
}

extension Faute {
  static let codes = [
    Faute("module inconnu", "\"R101\": \"12\"", "\"R199\": \"12\"", nomme: "R199"),
    Faute("UE inconnue", "\"UE21\": \"9\"", "\"UE29\": \"9\"", nomme: "UE29"),
    Faute("UE d’un autre semestre", "{ \"UE12\": \"8\" }", "{ \"UE21\": \"8\" }", nomme: "UE21"),
    Faute("inscription inconnue", "[\"UE12\"]", "[\"UE19\"]", nomme: "UE19"),
    Faute(
      "décision sur une UE inconnue",
      "\"sur\": \"UE22\"",
      "\"sur\": \"UE29\"",
      nomme: "UE29",
    ),
    Faute(
      "décision sur un regroupement inconnu",
      "\"sur\": \"UE22\"",
      "\"sur\": \"C9\"",
      nomme: "C9",
    ),
    Faute("objet de décision inconnu", "\"sur\": \"UE22\"", "\"sur\": \"S2\"", nomme: "S2"),
    Faute(
      "semestre hors du BUT",
      "\"UE22\", \"competence\"",
      "\"UE72\", \"competence\"",
      nomme: "UE72",
    ),
    Faute(
      "UE écrite deux fois",
      "\"UE22\", \"competence\": 2",
      "\"UE21\", \"competence\": 2",
      nomme: "UE21",
    ),
    Faute("profil inconnu", "\"but-informatique-session2\"", "\"but-lune\"", nomme: "but-lune"),
    Faute("statut inconnu", "\"initial\"", "\"présent\"", nomme: "présent"),
    Faute("réglage inconnu", "\"partRessources\"", "\"partSAE\"", nomme: "partSAE"),
    Faute("demande inconnue", "[\"S1\"]", "[\"S7\"]", nomme: "S7"),
    Faute("volume inconnu", "{ \"S1\": \"100\" }", "{ \"S9\": \"100\" }", nomme: "S9"),
    Faute("format inconnu", "dossier/1", "dossier/2", nomme: "delibere/dossier/1"),
    Faute("motif d’absence inconnu", "\"motif\": \"ITI\"", "\"motif\": \"XYZ\"", nomme: "XYZ"),
  ]

  static let valeurs = [
    Faute(
      "note au-dessus de 20",
      "\"R101\": \"12\"",
      "\"R101\": \"20.000001\"",
      nomme: "20.000001",
    ),
    Faute("note au-dessus de son barème", "\"12\",", "\"15.01/15\",", nomme: "15.01/15"),
    Faute("note négative", "\"12\",", "\"-0.5\",", nomme: "-0.5"),
    Faute("barème nul", "\"12\",", "\"0/0\",", nomme: "0/0"),
    Faute("note en lettres", "\"12\",", "\"douze\",", nomme: "douze"),
    Faute("note trop précise", "\"12\",", "\"12.1234567\",", nomme: "12.1234567"),
    Faute("nombre au-dessus de 20", "\"12\",", "21,", nomme: "21"),
    Faute("note d’évaluation", "\"note\": \"10\"", "\"note\": \"25\"", nomme: "25"),
    Faute("note de session 2", "{ \"UE12\": \"11\" }", "{ \"UE12\": \"21\" }", nomme: "21"),
    Faute("moyenne au-dessus de 20", "\"UE21\": \"9\"", "\"UE21\": \"20.01\"", nomme: "20.01"),
    Faute(
      "heures négatives",
      "\"abi_heures\": \"1\"",
      "\"abi_heures\": \"-1\"",
      nomme: "abi_heures",
    ),
    Faute(
      "coefficients de somme nulle",
      "{ \"R101\": 3, \"SAE101\": 2 }",
      "{ \"R101\": 0, \"SAE101\": 0 }",
      nomme: "modules",
    ),
    Faute("jour qui n’existe pas", "\"2025-09-01\"", "\"2025-02-29\"", nomme: "2025-02-29"),
    Faute("instant qui n’existe pas", "T13:59", "T24:00", nomme: "T24:00"),
    Faute("année du BUT", "\"annee_but\": 1", "\"annee_but\": 4", nomme: "4"),
    Faute("semestre au-delà de 6", "\"numero\": 2", "\"numero\": 7", nomme: "7"),
    Faute(
      "niveau au-delà de 3",
      "\"competence\": 1, \"niveau\": 1, \"ects\": 5, \"modules\"",
      "\"competence\": 1, \"niveau\": 4, \"ects\": 5, \"modules\"",
      nomme: "4",
    ),
    Faute("année universitaire", "\"2025-2026\"", "\"2025-2027\"", nomme: "2025-2027"),
    Faute(
      "réglage sous sa borne",
      "\"partRessources\": \"40\"",
      "\"partRessources\": \"39.999999\"",
      nomme: "partRessources",
    ),
    Faute(
      "réglage au-dessus de sa borne",
      "\"partRessources\": \"40\"",
      "\"partRessources\": \"60.000001\"",
      nomme: "partRessources",
    ),
    Faute(
      "réglage d’un autre type",
      "\"partRessources\": \"40\"",
      "\"malusActif\": \"oui\"",
      nomme: "malusActif",
    ),
    Faute(
      "réglage hors de ses choix",
      "\"partRessources\": \"40\"",
      "\"ponderationRCUE\": \"moitié\"",
      nomme: "ponderationRCUE",
    ),
    Faute(
      "séances négatives",
      "\"sport\": \"0.5\"",
      "\"sport\": { \"seances\": -1 }",
      nomme: "seances",
    ),
  ]

  static let decisions = [
    Faute("code qu’une UE ne prend pas", "\"ADJ\"", "\"RED\"", nomme: "RED"),
    Faute("code inconnu", "\"ADJ\"", "\"ADMIS\"", nomme: "ADMIS"),
    Faute(
      "code qu’un regroupement ne prend pas",
      "\"UE22\", \"code\": \"ADJ\"",
      "\"C2\", \"code\": \"DEF\"",
      nomme: "DEF",
    ),
    Faute(
      "code que l’année ne prend pas",
      "\"UE22\", \"code\": \"ADJ\"",
      "\"annee\", \"code\": \"ATJ\"",
      nomme: "ATJ",
    ),
    Faute(
      "code que le passage ne prend pas",
      "\"UE22\", \"code\": \"ADJ\"",
      "\"passage\", \"code\": \"RED\"",
      nomme: "RED",
    ),
    Faute(
      "décision d’avant l’année",
      "\"jury\", \"date\": \"2026-07-03\"",
      "\"jury\", \"date\": \"2025-08-31\"",
      nomme: "2025-2026",
    ),
    Faute(
      "motif vide",
      "\"2026-07-03\", \"motif\": \"m\" }",
      "\"2026-07-03\", \"motif\": \"\" }",
      nomme: "motif",
    ),
    Faute("auteur vide", "\"jury\"", "\"\"", nomme: "auteur", ligne: "\"auteur\": \"\""),
    Faute("avis sans motif", "\"motif\": \"avis\"", "\"motif\": \"\"", nomme: "motif"),
    Faute(
      "refus de rattrapage sans motif",
      "{ \"refus\": \"motif\" }",
      "{ \"refus\": \"\" }",
      nomme: "refus",
    ),
    Faute(
      "force majeure sans document",
      "\"certificat\"",
      "\"\"",
      nomme: "document",
      ligne: "document",
    ),
  ]

  static let doublons = [
    Faute(
      "deux évaluations du même nom",
      "\"evaluation\": \"E2\"",
      "\"evaluation\": \"E1\"",
      nomme: "E1",
    ),
    Faute(
      "deux notes d’un module",
      "\"R101\": \"12\",",
      "\"R101\": \"12\",\n \"r 101\": \"13\",",
      nomme: "r 101",
      ligne: "r 101",
    ),
    Faute(
      "deux moyennes d’une UE",
      "{ \"UE21\": \"9\",",
      "{ \"UE21\": \"9\", \"UE 2.1\": \"15\",",
      nomme: "UE 2.1",
    ),
    Faute(
      "deux notes de session 2 d’une UE",
      "{ \"UE12\": \"11\" }",
      "{ \"UE12\": \"11\", \"UE 12\": \"15\" }",
      nomme: "UE 12",
    ),
    Faute(
      "deux coefficients d’un module",
      "{ \"R101\": 3, \"SAE101\": 2 }",
      "{ \"R101\": 3, \"SAE101\": 2, \"R 101\": 4 }",
      nomme: "R 101",
    ),
    Faute(
      "une clé écrite deux fois",
      "\"R101\": \"12\",",
      "\"R101\": \"12\",\n \"R101\": \"13\",",
      nomme: "R101",
      ligne: "\"R101\": \"13\"",
    ),
    Faute("un semestre deux fois", secondSemestre, "{ \"numero\": 1 }", nomme: "semestre 1"),
    Faute(
      "un semestre d’une autre année",
      secondSemestre,
      "{ \"numero\": 3 }",
      nomme: "semestre 3",
    ),
  ]

  /// What the schema of the format refuses.
  static let schema = [
    Faute("étudiant sans identifiant", "\"essai\"", "\"\"", nomme: "etudiant"),
    Faute("évaluation sans nom", "\"E2\"", "\"\"", nomme: "evaluation"),
    Faute("activité sans type", "\"élu\"", "\"\"", nomme: "type"),
    Faute("inscription double", "[\"UE12\"]", "[\"UE12\", \"UE12\"]", nomme: "UE12"),
    Faute(
      "déclaration d’une absence qui n’est pas une ITI",
      "\"motif\": \"ITI\"",
      "\"motif\": \"ABI\"",
      nomme: "declaree",
      ligne: "declaree",
    ),
  ]

  static let session2 = [
    Faute(
      "note d’une UE non inscrite",
      "{ \"UE12\": \"11\" }",
      "{ \"UE11\": \"11\" }",
      nomme: "UE11",
    ),
    Faute(
      "note d’un module d’une UE non inscrite",
      "{ \"UE12\": \"11\" }",
      "{ \"R101\": \"11\" }",
      nomme: "R101",
    ),
  ]

  static let cles = [
    Faute("clé inconnue à la racine", "\"etudiant\"", "\"eleve\"", nomme: "eleve"),
    Faute("clé inconnue d’une année", "\"annee_but\"", "\"annee_du_but\"", nomme: "annee_du_but"),
    Faute(
      "clé inconnue d’un semestre",
      "\"moyennes\": { \"UE12\"",
      "\"moyenne\": { \"UE12\"",
      nomme: "moyenne",
    ),
    Faute(
      "clé inconnue d’une évaluation",
      "\"coefficient\": \"2\"",
      "\"poids\": \"2\"",
      nomme: "poids",
    ),
    Faute(
      "clé inconnue d’une UE",
      "\"competence\": 1, \"niveau\": 1, \"ects\": 5, \"modules\"",
      "\"competence\": 1, \"niveau\": 1, \"credits\": 5, \"modules\"",
      nomme: "credits",
    ),
    Faute("clé inconnue des absences", "\"abi_heures\"", "\"abs_heures\"", nomme: "abs_heures"),
    Faute(
      "clé inconnue d’une décision",
      "\"auteur\": \"jury\"",
      "\"president\": \"jury\"",
      nomme: "president",
    ),
    Faute("clé inconnue du bonus", "\"sport\"", "\"musique\"", nomme: "musique"),
    Faute("entrée d’une autre forme", "{ \"ABJ\": {", "{ \"ITI\": {", nomme: "ITI"),
    Faute("clé manquante", "\"annee_but\": 1,", "", nomme: "annee_but", ligne: "{"),
  ]
}
