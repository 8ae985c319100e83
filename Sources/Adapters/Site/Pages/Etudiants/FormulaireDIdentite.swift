internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// The fields of an identity, and of the person to call.
enum FormulaireDIdentite {
  /// The fields as acts name them, with the names of the form.
  static let champsDesActes = [
    "nom": "nom", "prenom": "prenom", "nomDUsage": "nom-usage", "prenomDUsage": "prenom-usage",
  ]

  /// What stands in the form at first.
  static func saisie(_ identite: IdentiteDEtudiant, _ version: Int64) -> SaisieLue {
    SaisieLue([
      "nip": identite.nip, "ine": identite.ine ?? "", "nom": identite.nomCivil,
      "prenom": identite.prenomCivil, "nom-usage": identite.nomDUsage ?? "",
      "prenom-usage": identite.prenomDUsage ?? "",
      "naissance": identite.naissance?.description ?? "", "courriel": identite.courriel ?? "",
      "telephone": identite.telephone ?? "", "baccalaureat": identite.baccalaureat ?? "",
      "version": String(version),
    ])
  }

  /// What was typed; a date that is none is noted at its field.
  static func identite(_ saisie: inout SaisieLue) -> IdentiteDEtudiant {
    let naissance = saisie.facultatif("naissance").map { Jour($0) }
    if case .some(nil) = naissance { saisie.fautes["naissance"] = "Cette date n’existe pas." }
    return IdentiteDEtudiant(
      ine: saisie.facultatif("ine"),
      nip: saisie["nip"],
      nomCivil: saisie["nom"],
      prenomCivil: saisie["prenom"],
      nomDUsage: saisie.facultatif("nom-usage"),
      prenomDUsage: saisie.facultatif("prenom-usage"),
      naissance: naissance ?? nil,
      courriel: saisie.facultatif("courriel"),
      telephone: saisie.facultatif("telephone"),
      baccalaureat: saisie.facultatif("baccalaureat"),
    )
  }

  /// Says what is wrong with a date of birth in the words of its field.
  static func direLAge(_ saisie: inout SaisieLue) {
    guard saisie.fautes["naissance"] != nil else { return }
    saisie.fautes["naissance"] =
      "Cette date ne donne pas un âge de 10 à 100 ans : vérifiez le jour, le mois et l’année."
  }

  static func formulaire(_ vu: DossierVu, _ saisie: SaisieLue, _ jeton: Jeton) -> some HTML {
    let champs = [
      Champ("nom", "Nom", .texte(saisie["nom"]), erreur: saisie.fautes["nom"]),
      Champ("prenom", "Prénom", .texte(saisie["prenom"]), erreur: saisie.fautes["prenom"]),
      facultatif("nom-usage", "Nom d’usage", .texte(saisie["nom-usage"]), saisie),
      facultatif("prenom-usage", "Prénom d’usage", .texte(saisie["prenom-usage"]), saisie),
      Champ("nip", "Numéro d’étudiant", .texte(saisie["nip"]), erreur: saisie.fautes["nip"]),
      facultatif("ine", "INE", .texte(saisie["ine"]), saisie),
      facultatif("courriel", "Courriel", .courriel(saisie["courriel"]), saisie),
      facultatif("telephone", "Téléphone", .texte(saisie["telephone"]), saisie),
      facultatif("naissance", "Date de naissance", .date(saisie["naissance"]), saisie),
      facultatif("baccalaureat", "Baccalauréat", .texte(saisie["baccalaureat"]), saisie),
    ]
    return HTMLGroup(
      ResumeDesErreurs(de: champs),
      Formulaire(vers: vu.adresse("identite"), jeton: jeton) {
        input(.type("hidden"), .name("version"), .value(saisie["version"]))
        for rang in stride(from: 0, to: champs.count, by: 2) {
          Rangee {
            champs[rang]
            champs[rang + 1]
          }
        }
        Boutons(Bouton("Enregistrer l’identité", .premier))
      },
    )
  }

  private static func facultatif(
    _ nom: String,
    _ libelle: String,
    _ valeur: Saisie,
    _ saisie: SaisieLue,
  ) -> Champ {
    Champ(nom, libelle, valeur, erreur: saisie.fautes[nom], estFacultatif: true)
  }

  /// The identity for whoever may not change it.
  static func lecture(_ etudiant: Etudiant) -> some HTML {
    let identite = etudiant.identite
    let termes: [(String, String?)] = [
      ("Nom", identite?.nomCivil), ("Prénom", identite?.prenomCivil),
      ("Nom d’usage", identite?.nomDUsage), ("Prénom d’usage", identite?.prenomDUsage),
      ("Numéro d’étudiant", identite?.nip), ("INE", identite?.ine),
      ("Courriel", identite?.courriel), ("Téléphone", identite?.telephone),
      ("Date de naissance", identite?.naissance.map { $0.enLettres }),
      ("Baccalauréat", identite?.baccalaureat),
    ]
    return Definitions(
      termes.compactMap { terme, valeur in valeur.map { (terme, "\($0)") } }
    )
  }

  // MARK: Whom to call

  @HTMLBuilder static func confiance(
    _ vu: DossierVu,
    _ personne: PersonneDeConfiance?,
    _ envoyee: SaisieLue?,
    _ gere: Bool,
    _ jeton: Jeton,
  ) -> some HTML {
    if gere {
      formulaireDeConfiance(vu, envoyee ?? saisie(personne), jeton)
    } else if let personne {
      Definitions(
        [
          ("Nom", "\(personne.nom)"), ("Lien", "\(personne.lien)"),
          ("Téléphone", "\(personne.telephone)"),
        ] + (personne.courriel.map { [("Courriel", "\($0)")] } ?? [])
      )
    } else {
      EtatVide("Personne n’est désigné", "Le secrétariat enregistre qui appeler en cas d’absence.")
    }
  }

  private static func saisie(_ personne: PersonneDeConfiance?) -> SaisieLue {
    SaisieLue([
      "confiance-nom": personne?.nom ?? "", "confiance-lien": personne?.lien ?? "",
      "confiance-telephone": personne?.telephone ?? "",
      "confiance-courriel": personne?.courriel ?? "",
    ])
  }

  private static func formulaireDeConfiance(
    _ vu: DossierVu,
    _ saisie: SaisieLue,
    _ jeton: Jeton,
  ) -> some HTML {
    let champs = [
      facultatif("confiance-nom", "Nom", .texte(saisie["confiance-nom"]), saisie),
      facultatif("confiance-lien", "Lien", .texte(saisie["confiance-lien"]), saisie),
      facultatif(
        "confiance-telephone",
        "Téléphone",
        .texte(saisie["confiance-telephone"]),
        saisie,
      ),
      facultatif(
        "confiance-courriel",
        "Courriel",
        .courriel(saisie["confiance-courriel"]),
        saisie,
      ),
    ]
    return HTMLGroup(
      ResumeDesErreurs(de: champs),
      p { "Qui appeler quand une absence inquiète. Tout vider : plus personne n’est désigné." },
      Formulaire(vers: vu.adresse("confiance"), jeton: jeton) {
        HTMLList(champs)
        Boutons(Bouton("Enregistrer"))
      },
    )
  }
}
