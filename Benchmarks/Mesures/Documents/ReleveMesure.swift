internal import Actes
internal import Echanges
internal import Scolarite
internal import Terrain

/// A definitive transcript of the first year of MMI, with the marks of one invented student.
struct ReleveMesure {
  private let releve: Actes.Releve
  private let rang: Int

  /// - Throws: when the curriculum that ships is not read.
  static func semestres() throws -> [Maquette.Semestre] {
    let texte = exige(Bibliotheque.texte(maquette: "mmi-but1"), "the curriculum ships")
    let referentiel = Referentiel(specialites: [], etablissements: [])
    return try MaquetteJSON.read(Array(texte.utf8), referentiel: referentiel).maquette.semestres
  }

  init(_ semestres: [Maquette.Semestre], _ rang: Int) {
    self.rang = rang
    releve = Actes.Releve(
      titulaire: Titulaire(
        nom: "Essai-\(rang)",
        prenom: "Camille",
        nip: "\(22_000_000 + rang)",
        ine: "0AB\(10_000_000 + rang)",
        naissance: Jour(2007, 1 + rang % 12, 1 + rang % 28),
      ),
      cursus: Cursus(
        formation: "BUT Métiers du multimédia et de l’internet",
        departement: "Département MMI",
        annee: exige(AnneeUniversitaire(debut: 2025), "it is a year"),
        anneeBUT: exige(AnneeBUT(1), "it is a year"),
        statut: .initial,
      ),
      semestres: semestres.map { semestre in
        .init(numero: semestre.numero, ues: semestre.ues.map { Self.ue($0, rang) })
      },
      bilan: Self.bilan(semestres, rang),
    )
  }

  private static func ue(_ ue: UE, _ rang: Int) -> Actes.Releve.UE {
    let modules = ue.modules.filter { $0.coefficient > 0 }
    return Actes.Releve.UE(
      code: ue.code,
      libelle: ue.competence.libelle,
      moyenne: note(rang, ue.competence.numero),
      bonus: "+0,10",
      decision: "ADM",
      credits: ue.ects.description,
      creditsPossibles: ue.ects.description,
      modules: modules.enumerated().map { indice, module in
        .init(
          code: module.code.imprime,
          titre: module.titre,
          coefficient: module.coefficient.description,
          moyenne: note(rang, 31 * ue.competence.numero + indice),
        )
      },
    )
  }

  private static func bilan(_ semestres: [Maquette.Semestre], _ rang: Int) -> Actes.Releve.Bilan {
    Actes.Releve.Bilan(
      jury: exige(Jour(2026, 7, 3), "it is a day"),
      rcues: semestres.first?.ues.map { ue in
        .init(
          competence: ue.competence.libelle,
          moyenne: note(rang, 7 * ue.competence.numero),
          decision: "ADM",
        )
      } ?? [],
      annee: .init(code: "ADM", sens: "année validée"),
      passage: "inscription au semestre 3",
      credits: "60",
      creditsCumules: "60",
      absences: semestres.map { .init(semestre: $0.numero, heures: "\(rang % 9)", malus: nil) },
      diplome: nil,
    )
  }

  /// A mark that differs from one student to the next.
  private static func note(_ rang: Int, _ sel: Int) -> String {
    let centiemes = (rang &* 7919 &+ sel &* 104_729) % 2000
    return "\(centiemes / 100),\(centiemes % 100 < 10 ? "0" : "")\(centiemes % 100)"
  }

  var document: DocumentAImprimer {
    DocumentAImprimer(
      nature: .releveDefinitif,
      date: exige(Jour(2026, 7, 6), "it is a day"),
      cadre: CadreDeDocument(
        entete: ["IUT fictif", "Université fictive"],
        pied: "IUT fictif, 1, place du Marché",
        titre: "Relevé de notes définitif",
        apres: ["Établi d’après les décisions du jury du 3 juillet 2026."],
        ville: "Nulle-Part",
        qualiteDuSignataire: "La direction de l’IUT",
        nomDuSignataire: "Camille Dubreuil",
      ),
      contenu: .releve(releve),
      verification: .init(
        code: "7KQ2-M9FD-4XWT-\(1000 + rang % 9000)",
        adresse: "https://notes.iut.exemple/verifier/7KQ2-M9FD-4XWT-\(1000 + rang % 9000)",
      ),
    )
  }

  /// The texts of its two pages, each a semester, without any page to make of them.
  var pages: [[ReleveDEssai.Texte]] {
    releve.semestres.enumerated().map { rang, semestre in
      var textes = Textes()
      for texte in rang == 0 ? tete : fin { textes.ajouter(texte) }
      textes.ajouter("Semestre\u{A0}\(semestre.numero.valeur)", gras: true)
      for ue in semestre.ues { textes.ajouter(ue) }
      for texte in pied + ["page\u{A0}\(rang + 1)/2"] { textes.ajouter(texte) }
      return textes.textes
    }
  }

  private var tete: [String] {
    document.cadre.entete + [
      document.cadre.titre, "Camille \(releve.titulaire.nom)", "Date de naissance : 3 mai 2007",
      "NIP : \(releve.titulaire.nip)", "INE : \(releve.titulaire.ine ?? "")",
      releve.cursus.formation, "1re année · 2025-2026 · formation initiale",
      releve.cursus.departement,
    ]
  }

  private var fin: [String] {
    let bilan = exige(releve.bilan, "it is definitive")
    return [
      "Décisions du jury du 3 juillet 2026", "Regroupement (RCUE)", "Moyenne", "Décision", "Année",
      "ADM : année validée", "Suite", "inscription au semestre 3", "Crédits de l’année", "60",
      "Crédits cumulés", "60", "Absences injustifiées", "Heures", "Malus",
      "À Nulle-Part, le 6 juillet 2026",
      document.cadre.apres[0], document.cadre.qualiteDuSignataire, document.cadre.nomDuSignataire,
    ] + bilan.rcues.flatMap { [$0.competence, $0.moyenne ?? "", $0.decision] }
      + bilan.absences.flatMap { ["Semestre\u{A0}\($0.semestre.valeur)", $0.heures, "aucun"] }
  }

  private var pied: [String] {
    let verification = document.verification
    return [
      "Vérifiez ce document : \(verification.adresse)", "Code \(verification.code)",
      document.cadre.pied,
    ]
  }
}

/// Texts shown one after the other.
private struct Textes {
  private(set) var textes: [ReleveDEssai.Texte] = []

  mutating func ajouter(_ texte: String, gras: Bool = false) {
    let rang = textes.count
    textes.append(
      .init(
        texte: texte,
        x: 48 + 120 * Double(rang % 4),
        y: 46 + 3 * Double(rang),
        estGras: gras,
        largeur: texte.count > 28 ? 140 : nil,
      )
    )
  }

  mutating func ajouter(_ ue: Actes.Releve.UE) {
    for texte in ["\(ue.code.texte)  \(ue.libelle)", ue.moyenne ?? ""] {
      ajouter(texte, gras: true)
    }
    for texte in ["Code", "Module", "Coef.", "Note"] { ajouter(texte, gras: true) }
    for module in ue.modules {
      for texte in [module.code, module.titre, module.coefficient, module.moyenne] {
        ajouter(texte)
      }
    }
    let credits = "\(ue.credits ?? "")/\(ue.creditsPossibles)\u{A0}crédits"
    ajouter("bonification \(ue.bonus ?? "")  ·  \(ue.decision ?? "")  ·  \(credits)")
  }
}
