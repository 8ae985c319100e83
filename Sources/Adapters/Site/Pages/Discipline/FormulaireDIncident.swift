internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// The report of an incident: what, when, who, and what was damaged.
enum FormulaireDIncident {
  static let routes: [Route] = [
    .lecture("/promotions/{promotion}/incidents/nouveau") { visite in
      let jour = visite.site.bureau.horloge.maintenant().instant.jour
      let saisie = SaisieLue([
        "date": jour.description, "evaluation": visite.question("evaluation"),
        "comportement": visite.question("evaluation").isEmpty ? "" : Comportement.fraude.rawValue,
        "surveillant": visite.visiteur?.utilisateur.nom ?? "",
      ])
      return try await montrer(visite, saisie)
    },
    .envoi("/promotions/{promotion}/incidents/nouveau", par: signaler),
  ]

  /// How many students a report names at first; others are named on its page.
  private static let places = 4

  private static func montrer(
    _ visite: Visite,
    _ saisie: SaisieLue,
    _ statut: HTTPStatus = .ok,
  ) async throws -> HTTPResponse {
    let preparation = try await visite.demander(
      PreparerUnSignalement(visite.identifiant("promotion", .promotion))
    )
    let promotion = preparation.promotion
    let (faits, suites) = (faits(saisie, preparation), degats(saisie))
    return visite.page(
      "Signaler un incident, \(promotion.nom)",
      fil: [Lien("Discipline", vers: Chemin.discipline)],
      statut: statut,
    ) {
      ResumeDesErreurs(de: faits + suites)
      Formulaire(
        vers: Chemin.promotion(promotion.id, "incidents", "nouveau"),
        jeton: visite.jeton,
      ) {
        Carte("Ce qui s’est passé") { HTMLList(faits.map { AnyHTML($0) }) }
        Carte("Dégradation et plainte") {
          p {
            Typographie.phrase(
              "Le matériel dégradé est remplacé par l’étudiant, à hauteur de sa valeur, ou racheté "
                + "et facturé (règlement des études, article 4)."
            )
          }
          HTMLList(suites.map { AnyHTML($0) })
        }
        Boutons(Bouton("Signaler", .premier))
      }
    }
  }

  private static func faits(
    _ saisie: SaisieLue,
    _ preparation: PreparerUnSignalement.Preparation,
  ) -> [Champ] {
    func champ(
      _ nom: String,
      _ libelle: String,
      _ saisi: Saisie,
      _ aide: String? = nil,
      _ estFacultatif: Bool = false,
    ) -> Champ {
      Champ(
        nom,
        libelle,
        saisi,
        aide: aide,
        erreur: saisie.fautes[nom],
        estFacultatif: estFacultatif,
      )
    }
    let comportements = Comportement.allCases.map {
      Choix($0.rawValue, $0.phrase.enPhraseSansPoint)
    }
    let etudiants = preparation.etudiants.map { Choix("\($0.id)", $0.nomAffiche) }
    let epreuves = preparation.evaluations.map { Choix("\($0.id)", "\($0.module) – \($0.nom)") }
    return [
      champ(
        "comportement",
        "Comportement",
        .choix(comportements, choisi: saisie.facultatif("comportement")),
      ), champ("date", "Le", .date(saisie["date"])),
      champ("heure", "À", .texte(saisie["heure"]), "« 14 h 05 »"),
      champ("lieu", "Lieu", .texte(saisie["lieu"]), nil, true),
      champ(
        "evaluation",
        "Épreuve",
        .choix(epreuves, choisi: saisie.facultatif("evaluation")),
        "Pour une fraude ou un trouble pendant une épreuve.",
        true,
      ),
    ]
      + (1...places).map { rang in
        champ(
          "etudiant-\(rang)",
          rang == 1 ? "Étudiant" : "Étudiant \(rang)",
          .choix(etudiants, choisi: saisie.facultatif("etudiant-\(rang)")),
          nil,
          true,
        )
      } + [
        champ(
          "inconnus",
          "Personnes non identifiées",
          .texte(saisie["inconnus"]),
          "Ce que l’on sait d’elles ; elles pourront être nommées ensuite.",
          true,
        ), champ("surveillant", "Enseignant ou surveillant", .texte(saisie["surveillant"])),
        champ("temoins", "Témoins", .texte(saisie["temoins"]), nil, true),
        champ("recit", "Les faits", .texteLong(saisie["recit"], lignes: 6)),
      ]
  }

  private static func degats(_ saisie: SaisieLue) -> [Champ] {
    [
      Champ(
        "designation",
        "Matériel dégradé",
        .texte(saisie["designation"]),
        erreur: saisie.fautes["designation"],
        estFacultatif: true,
      ),
      Champ(
        "valeur",
        "Sa valeur, en euros",
        .nombre(saisie["valeur"]),
        aide: "« 120,50 »",
        erreur: saisie.fautes["valeur"],
        estFacultatif: true,
      ),
      Champ(
        "penal",
        "Les faits peuvent aussi relever du droit pénal",
        .coche(saisie["penal"] == "oui"),
        aide: "Par exemple une fausse signature : faux et usage de faux (article 6). La direction "
          + "décide d’une plainte.",
      ),
    ]
  }

  private static func signaler(_ visite: Visite) async throws -> HTTPResponse {
    var saisie = SaisieLue(try visite.formulaire())
    let promotion: Identifiant<Promotion> = try visite.identifiant("promotion", .promotion)
    guard let acte = acte(&saisie, promotion) else {
      return try await montrer(visite, saisie, .unprocessableContent)
    }
    do {
      let incident = try await visite.faire(acte)
      return visite.versLaPage(Chemin.incident(incident.id), fait: .incidentSignale)
    } catch let refus as Refus {
      guard
        saisie.prendreEnDiscipline(refus, defaut: refus == .etat(.dateAVenir) ? "date" : "recit")
      else { throw refus }
      return try await montrer(visite, saisie, .unprocessableContent)
    }
  }

  private static func acte(_ saisie: inout SaisieLue, _ promotion: Identifiant<Promotion>)
    -> SignalerUnIncident?
  {
    let comportement = Comportement(rawValue: saisie["comportement"])
    if comportement == nil { saisie.fautes["comportement"] = "Choisissez le comportement." }
    let date = saisie.instant("date", "heure")
    let valeur = saisie.centimes("valeur")
    let etudiants = (1...places).compactMap { rang in
      Int64(saisie["etudiant-\(rang)"]).flatMap { Identifiant<Etudiant>($0) }
    }
    guard let comportement, let date, let valeur else { return nil }
    let degat =
      saisie["designation"].isEmpty && valeur == 0
      ? nil : Incident.Degat(designation: saisie["designation"], valeur: valeur)
    return SignalerUnIncident(
      promotion: promotion,
      etudiants: etudiants,
      date: date,
      lieu: saisie.facultatif("lieu"),
      evaluation: Int64(saisie["evaluation"]).flatMap { Identifiant($0) },
      surveillant: saisie["surveillant"],
      recit: saisie["recit"],
      comportement: comportement,
      temoins: saisie["temoins"],
      inconnus: saisie["inconnus"],
      penal: saisie["penal"] == "oui",
      degat: degat,
    )
  }
}
