internal import Actes
internal import Scolarite

/// What the rules propose, and absences, as the API writes them.
enum ModelesDeResultat {
  /// A student and what is proposed.
  typealias Resultat = (etudiant: Identifiant<Etudiant>, proposition: Proposition)

  static let resultat = Modele<Resultat>.objet(
    "Resultat",
    [
      .init("etudiant", .identifiant, "Le numéro de l’étudiant.") { $0.etudiant.valeur },
      .init("ues", ue.liste, "Ses UE, dans l’ordre de la maquette.") { $0.proposition.ues },
      .init("rcues", rcue.liste, "Ses regroupements d’UE.") { $0.proposition.rcues },
      .init("semestres", semestre.liste, "Ce que les absences font à chaque semestre.") {
        $0.proposition.semestres
      },
      .init("ects", ouNul: .exact, "Les crédits de l’année.") { $0.proposition.ects.siDefinie },
      .init("ectsCumules", ouNul: .exact, "Les crédits depuis le début.") {
        $0.proposition.ectsCumules.siDefinie
      },
      .init("vers", ouNul: Modele<Int>.semestre, "Le semestre où entrer ; null après le sixième.") {
        $0.proposition.vers?.valeur
      },
      .init(
        "passage",
        ouNul: .booleen,
        "Si le passage est permis ; null quand il manque un résultat.",
      ) {
        $0.proposition.autorisee
      },
      .init("codeAnnee", ouNul: .texte, "Le code de l’année.") { $0.proposition.codeAnnee },
      .init("ouvertes", Modele<String>.texte.liste, "Les UE ouvertes à la session 2.") {
        $0.proposition.ouvertes.map(\.texte)
      },
    ],
  )

  private static let ue = Modele<Proposition.UEProposee>.objet(
    "ResultatDUE",
    [
      .init("ue", .texte, "Le code de l’UE.") { $0.code.texte },
      .init("moyenne", ouNul: .exact, "Sa moyenne ; null tant qu’une note est attendue.") {
        $0.moyenne?.siDefinie
      },
      .init("mention", .texte, "Le code proposé : « ADM », « CMP », « AJ »…") { $0.mention },
      .init("acquise", .booleen, "Si elle est acquise.") { $0.acquise },
      .init("mode", ouNul: .texte, "Comment elle l’est.") { $0.mode?.rawValue },
      .init("capitalisee", .booleen, "Si elle vient d’une autre année.") { $0.capitalisee },
      .init("bloquee", .booleen, "Si la règle des 30 % empêche de la valider.") { $0.bloquee },
      .init("incomplete", .booleen, "Si une note est attendue.") { $0.incomplete },
    ],
  )

  private static let rcue = Modele<Proposition.RCUEProposee>.objet(
    "ResultatDeRCUE",
    [
      .init("competence", .compte, "Le numéro de la compétence.") { $0.cle.competence },
      .init("niveau", .entier(1...3), "Le niveau.") { $0.cle.niveau.valeur },
      .init("moyenne", ouNul: .exact, "Sa moyenne.") { $0.moyenne?.siDefinie },
      .init("mention", .texte, "Le code proposé.") { $0.mention },
      .init("valide", .booleen, "S’il est validé.") { $0.valide },
    ],
  )

  private static let semestre = Modele<Proposition.SemestrePropose>.objet(
    "AbsencesDeSemestre",
    [
      .init("semestre", .semestre, "Le semestre.") { $0.numero.valeur },
      .init("heuresInjustifiees", .decimal, "Les heures d’absence injustifiée.") { $0.heuresABI },
      .init("heuresJustifiees", .decimal, "Les heures d’absence justifiée.") { $0.heuresABJ },
      .init("malus", ouNul: .exact, "Les points retirés à chaque UE.") { $0.malus.siDefinie },
      .init("seuilAtteint", .booleen, "Si la règle des 30 % s’applique.") { $0.seuilAtteint },
    ],
  )

  static let absence = Modele<PresenceSituee>.objet(
    "Absence",
    [
      .init("seance", .identifiant, "Le numéro de la séance.") { $0.presence.seance.valeur },
      .init("debut", .minute, "Le début de la séance, heure de Paris.") { $0.debut },
      .init("minutes", .compte, "Sa durée.") { $0.minutes },
      .init("minutesManquees", .compte, "Ce qui en est manqué.") { $0.minutesManquees },
      .init("module", ouNul: .texte, "Le code du module.") { $0.module },
      .init("exclusion", .booleen, "Si l’étudiant n’a pas été admis, ou a été renvoyé.") {
        $0.presence.estUneExclusion
      },
      .init(
        "justification",
        .choix(["aucune", "justifiee", "indisponibilite"]),
        "Ce qui fait qu’elle ne lui est pas comptée.",
      ) { $0.presence.justification.nom },
      .init("version", .version, "Sa version.") { $0.presence.version },
    ],
  )
}

extension Presence {
  fileprivate var estUneExclusion: Bool {
    if case .exclu = pointage { true } else { false }
  }
}

extension Presence.Justification {
  fileprivate var nom: String {
    switch self {
    case .aucune: "aucune"
    case .abj: "justifiee"
    case .iti: "indisponibilite"
    }
  }
}
