internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

// What completes a report: names, damage, the procès-verbal.
extension FormulairesDIncident {
  var identification: some HTML {
    let cle = Etape.identification.cle(nil)
    let lue = lue(cle, ["inconnus": incident.inconnus])
    let choix = fiche.autres.map { Choix("\($0.id)", $0.nomAffiche) }
    let champs = [
      champ(
        cle,
        lue,
        "etudiant",
        "Étudiant",
        .choix(choix, choisi: lue.facultatif("etudiant")),
      ),
      champ(
        cle,
        lue,
        "inconnus",
        "Personnes encore à identifier",
        .texte(lue["inconnus"]),
        estFacultatif: true,
      ),
    ]
    return formulaire(.identification, nil, champs, Bouton("Ajouter au dossier"))
  }

  var degat: some HTML {
    let cle = Etape.degat.cle(nil)
    let actuel = incident.degat
    func euros(_ centimes: Int64?) -> String {
      centimes.map { $0 == 0 ? "" : String(Incident.Degat.euros($0).dropLast(2)) } ?? ""
    }
    let lue = lue(
      cle,
      [
        "designation": actuel?.designation ?? "", "valeur": euros(actuel?.valeur),
        "montant": euros(actuel?.montant), "suite": actuel?.etat.rawValue ?? "",
        "facture": actuel?.facture ?? "",
      ],
    )
    let suites = Incident.Degat.Etat.allCases.map {
      Choix($0.rawValue, $0.phrase.enPhraseSansPoint)
    }
    let champs = [
      champ(cle, lue, "designation", "Matériel", .texte(lue["designation"])),
      champ(cle, lue, "valeur", "Sa valeur, en euros", .nombre(lue["valeur"])),
      champ(
        cle,
        lue,
        "montant",
        "Demandé à l’étudiant, en euros",
        .nombre(lue["montant"]),
        "À hauteur de la valeur du matériel dégradé, au plus.",
        estFacultatif: true,
      ), champ(cle, lue, "suite", "Suite", .choix(suites, choisi: lue.facultatif("suite"))),
      champ(
        cle,
        lue,
        "facture",
        "Numéro de la facture",
        .texte(lue["facture"]),
        estFacultatif: true,
      ),
    ]
    return formulaire(.degat, nil, champs, Bouton("Enregistrer"))
  }

  var procesVerbal: some HTML {
    let cle = Etape.procesVerbal.cle(nil)
    let lue = lue(cle, procesVerbalActuel)
    var champs = [
      champ(cle, lue, "date", "Dressé le", .date(lue["date"])),
      champ(
        cle,
        lue,
        "mesures",
        "Mesures prises pour faire cesser la fraude",
        .texteLong(lue["mesures"], lignes: 3),
      ),
      champ(
        cle,
        lue,
        "pieces",
        "Pièces et matériels saisis",
        .texteLong(lue["pieces"], lignes: 3),
        "Ou pourquoi rien ne pouvait l’être.",
      ),
      champ(
        cle,
        lue,
        "participation",
        "Le candidat",
        .parmi(
          [
            Choix("continuee", "A terminé l’épreuve : sa copie est notée comme toute autre"),
            Choix(
              "expulsion",
              "A été expulsé de la salle",
              aide: "Seulement pour substitution de personne ou trouble affectant l’épreuve.",
            ),
          ],
          choisi: lue["participation"].isEmpty ? "continuee" : lue["participation"],
        ),
      ),
      champ(
        cle,
        lue,
        "expulsion",
        "Motif de l’expulsion",
        .texte(lue["expulsion"]),
        estFacultatif: true,
      ),
      champ(
        cle,
        lue,
        "surveillants",
        "Surveillants qui contresignent",
        .texteLong(lue["surveillants"], lignes: 2),
        "Un nom par ligne.",
      ),
      champ(
        cle,
        lue,
        "refusants",
        "Surveillants qui refusent de contresigner",
        .texteLong(lue["refusants"], lignes: 2),
        "Un nom par ligne ; leur refus est mentionné.",
        estFacultatif: true,
      ),
    ]
    for etudiant in fiche.etudiants {
      let nom = "auteur-\(etudiant.id)"
      champs.append(
        champ(
          cle,
          lue,
          nom,
          etudiant.nomAffiche,
          .parmi(
            [
              Choix("signe", "A contresigné"),
              Choix("refuse", "A refusé : mention en est portée au procès-verbal"),
            ],
            choisi: lue.facultatif(nom),
          ),
        )
      )
    }
    return formulaire(
      .procesVerbal,
      nil,
      champs,
      Bouton(incident.procesVerbal == nil ? "Dresser le procès-verbal" : "Corriger"),
      caches: [("auteurs", fiche.etudiants.map { "\($0.id)" }.joined(separator: ","))],
    )
  }

  var procesVerbalActuel: [String: String] {
    guard let actuel = incident.procesVerbal else {
      return ["date": incident.date.jour.description, "surveillants": incident.surveillant]
    }
    let surveillants = actuel.signatures.filter { $0.etudiant == nil }
    var valeurs = [
      "date": actuel.jour.description, "mesures": actuel.mesures, "pieces": actuel.pieces,
      "surveillants": surveillants.filter(\.aSigne).map(\.nom).joined(separator: "\n"),
      "refusants": surveillants.filter { !$0.aSigne }.map(\.nom).joined(separator: "\n"),
    ]
    if case .expulsion(let motif) = actuel.participation {
      valeurs["participation"] = "expulsion"
      valeurs["expulsion"] = motif
    }
    for signataire in actuel.signatures {
      guard let etudiant = signataire.etudiant else { continue }
      valeurs["auteur-\(etudiant)"] = signataire.aSigne ? "signe" : "refuse"
    }
    return valeurs
  }
}
