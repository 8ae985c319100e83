internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// The days of a session 2 as they are typed.
struct FormulaireDeSession2 {
  let saisie: SaisieLue
  /// The promotions among which one is chosen; none where the session stands.
  var promotions: [Promotion] = []

  init(_ saisie: SaisieLue, promotions: [Promotion]) {
    self.saisie = saisie
    self.promotions = promotions
  }

  /// The session as it stands.
  static func saisie(_ session: SessionDeRattrapage) -> SaisieLue {
    SaisieLue([
      "intitule": session.intitule, "premier": session.premierJour.description,
      "dernier": session.dernierJour.description,
      "publication": session.publicationPrevue.description,
      "limite": session.limiteInscription.jour.description,
      "limite-heure": session.limiteInscription.heureDite,
      "adoptee": session.adoptee?.description ?? "",
      "jury": session.jury?.description ?? "",
      "delai": session.delaiDeConsultation.map { "\($0)" } ?? "",
      "derogation": session.derogation.rawValue,
    ])
  }

  var champs: [Champ] {
    (promotions.isEmpty ? [] : [promotion]) + jours + conditions
  }

  private var promotion: Champ {
    Champ(
      "promotion",
      "Promotion",
      .choix(
        promotions.map { Choix("\($0.id)", "\($0.nom), \($0.annee)") },
        choisi: saisie.facultatif("promotion"),
      ),
      erreur: saisie.fautes["promotion"],
    )
  }

  private func date(
    _ nom: String,
    _ libelle: String,
    _ aide: String? = nil,
    facultatif: Bool = false,
  )
    -> Champ
  {
    Champ(
      nom,
      libelle,
      .date(saisie[nom]),
      aide: aide,
      erreur: saisie.fautes[nom],
      estFacultatif: facultatif,
    )
  }

  private var jours: [Champ] {
    [
      Champ(
        "intitule",
        "Intitulé",
        .texte(saisie.facultatif("intitule") ?? "Session 2"),
        erreur: saisie.fautes["intitule"],
      ), date("premier", "Premier jour des épreuves"),
      date("dernier", "Dernier jour des épreuves"),
      date(
        "publication",
        "Publication des résultats de la session 1, prévue le",
      ),
      date(
        "limite",
        "Inscriptions jusqu’au",
        "Une à deux semaines après la publication des résultats (procédure, § 3).",
      ),
      Champ(
        "limite-heure",
        "à",
        .texte(saisie.facultatif("limite-heure") ?? "23 h 59"),
        aide: "Minute comprise.",
        erreur: saisie.fautes["limite-heure"],
      ),
    ]
  }

  private var conditions: [Champ] {
    let roles = SessionDeRattrapage.rolesDeDerogation.map { Choix($0.rawValue, $0.phrase) }
    return [
      date(
        "adoptee",
        "Procédure adoptée par le conseil de département le",
        "Sans cette date, la liste des admissibles ne peut pas être publiée.",
        facultatif: true,
      ), date("jury", "Jury de session 2 le", facultatif: true),
      Champ(
        "delai",
        "Jours pour demander à consulter sa copie",
        .entier(saisie["delai"]),
        aide: "Ceux du règlement intérieur de l’IUT.",
        erreur: saisie.fautes["delai"],
        estFacultatif: true,
      ),
      Champ(
        "derogation",
        "Peut passer outre une limite, avec un motif écrit",
        .choix(roles, choisi: saisie.facultatif("derogation") ?? Role.direction.rawValue),
        aide: "Seule la direction change ce réglage.",
        erreur: saisie.fautes["derogation"],
      ),
      Self.motif(saisie),
    ]
  }

  /// Why a limit of the procedure is passed over.
  static func motif(_ saisie: SaisieLue) -> Champ {
    Champ(
      "motif",
      "Motif, pour passer outre une limite",
      .texteLong(saisie["motif"], lignes: 2),
      erreur: saisie.fautes["motif"],
      estFacultatif: true,
    )
  }

  /// What was typed; faults are noted.
  static func lire(_ saisie: inout SaisieLue) -> ChoixDeSession2? {
    let premier = saisie.jour("premier")
    let dernier = saisie.facultatif("dernier") == nil ? premier : saisie.jour("dernier")
    let publication = saisie.jour("publication")
    let limite = saisie.instant("limite", "limite-heure")
    var delai: Int?
    if let texte = saisie.facultatif("delai") {
      delai = Int(texte)
      if delai == nil { saisie.fautes["delai"] = "Écrivez un nombre de jours : « 15 »." }
    }
    let adoptee = saisie.facultatif("adoptee") == nil ? nil : saisie.jour("adoptee")
    let jury = saisie.facultatif("jury") == nil ? nil : saisie.jour("jury")
    guard let premier, let dernier, let publication, let limite, saisie.fautes.isEmpty else {
      return nil
    }
    return ChoixDeSession2(
      intitule: saisie["intitule"],
      premierJour: premier,
      dernierJour: dernier,
      publicationPrevue: publication,
      limiteInscription: limite,
      adoptee: adoptee,
      jury: jury,
      delaiDeConsultation: delai,
      derogation: Role(rawValue: saisie["derogation"]) ?? .direction,
    )
  }

  /// Which field a fault is shown at.
  static let lieux = [
    "intitulé": "intitule", "dernier jour": "dernier", "limite": "limite", "jury": "jury",
    "délai": "delai", "dérogation": "derogation",
  ]
}

extension Instant {
  /// « 23 h 59 ».
  var heureDite: String { Typographie.heure(minute / 60, minute % 60) }
}
