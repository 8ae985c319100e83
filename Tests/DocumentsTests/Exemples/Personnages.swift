import Actes
import Scolarite

/// The value; an example that is none stops the tests.
func exige<Valeur>(_ valeur: Valeur?) -> Valeur {
  guard let valeur else { preconditionFailure("the examples are sound") }
  return valeur
}

func jour(_ texte: String) -> Jour { exige(Jour(texte)) }

extension Titulaire {
  static let anais = Titulaire(
    nom: "Lévêque",
    prenom: "Anaïs",
    nomDUsage: "Martin",
    nip: "22004317",
    ine: "0AB1CD2EF34",
    naissance: exige(Jour("2007-05-03")),
  )

  static func nomme(_ nom: String, _ prenom: String = "") -> Titulaire {
    Titulaire(nom: nom, prenom: prenom, nip: "22004318")
  }
}

extension Cursus {
  static func mmi(_ annee: Int = 1) -> Cursus {
    Cursus(
      formation: "BUT Métiers du multimédia et de l’internet",
      parcours: annee > 1 ? "Création numérique" : nil,
      departement: "Département MMI",
      annee: exige(AnneeUniversitaire("2025-2026")),
      anneeBUT: exige(AnneeBUT(annee)),
      statut: .initial,
    )
  }

  static let rt = Cursus(
    formation: "BUT Réseaux et télécommunications",
    parcours: "Internet des objets et mobilité",
    departement: "Département R&T",
    annee: exige(AnneeUniversitaire("2025-2026")),
    anneeBUT: exige(AnneeBUT(2)),
    statut: .alternant,
  )
}

extension CadreDeDocument {
  static func exemple(
    _ nature: NatureDeDocument,
    logo: [UInt8]? = nil,
    signature: [UInt8]? = nil,
  ) -> CadreDeDocument {
    let fourni = ModeleDeDocument.fourni(nature)
    let champs = [
      "{{jury}}": "3 juillet 2026", "{{etablissement}}": "l’IUT de Nulle-Part",
      "{{annee}}": "2025-2026",
    ]
    func rempli(_ texte: String) -> [String] {
      let texte = champs.reduce(texte) { texte, champ in
        texte.split(separator: champ.key, omittingEmptySubsequences: false)
          .joined(separator: champ.value)
      }
      return texte.split(separator: "\n").map(String.init)
    }
    return CadreDeDocument(
      entete: [
        "IUT de Nulle-Part", "Université de Nulle-Part", "1, place du Marché, 99000 Nulle-Part",
      ],
      logo: logo,
      pied: "IUT de Nulle-Part, 1, place du Marché, 99000 Nulle-Part – scolarite@iut.exemple",
      titre: fourni.titre,
      avant: rempli(fourni.avant),
      apres: rempli(fourni.apres),
      ville: "Nulle-Part",
      qualiteDuSignataire: fourni.qualite,
      nomDuSignataire: fourni.qualite.isEmpty ? "" : "Camille Dubreuil",
      signature: signature,
    )
  }
}

extension DocumentAImprimer {
  static func exemple(
    _ nature: NatureDeDocument,
    _ contenu: ContenuDeDocument,
    cadre: CadreDeDocument? = nil,
    adresse: String = "https://notes.iut.exemple/verifier/7KQ2-M9FD-4XWT-H3PB",
  ) -> DocumentAImprimer {
    DocumentAImprimer(
      nature: nature,
      date: jour("2026-07-06"),
      cadre: cadre ?? .exemple(nature),
      contenu: contenu,
      verification: .init(code: "7KQ2-M9FD-4XWT-H3PB", adresse: adresse),
    )
  }
}
