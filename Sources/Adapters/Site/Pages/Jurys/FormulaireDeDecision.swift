internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// What a jury is about to decide for a student, as it is typed: a key for the year, a list for the
/// UE and their groupings, one reason for what departs.
struct FormulaireDeDecision {
  private let examen: ExaminerUnEtudiant.Examen
  private let suivant: Identifiant<Etudiant>?
  private let question: [(String, String)]
  /// The code chosen for each object, by its name.
  private var choisis: [String: String] = [:]
  private var motif = ""
  private(set) var faute: String?

  init(
    _ examen: ExaminerUnEtudiant.Examen,
    _ suivant: Identifiant<Etudiant>?,
    _ question: [(String, String)],
  ) {
    self.examen = examen
    self.suivant = suivant
    self.question = question
    let prises = examen.ligne.projet?.decisions ?? examen.ligne.commission?.decisions ?? []
    for prise in prises { choisis[prise.sur.nom] = prise.code.rawValue }
    motif = prises.first?.motif ?? ""
  }

  /// As a browser sends it.
  init(
    _ envoi: HTTPForm,
    _ examen: ExaminerUnEtudiant.Examen,
    _ suivant: Identifiant<Etudiant>?,
    _ question: [(String, String)],
  ) {
    self.examen = examen
    self.suivant = suivant
    self.question = question
    motif = (envoi["motif"] ?? "").sansBords
    for objet in Self.objets(examen.seance) {
      let code = envoi["sur-\(objet.nom)"] ?? ""
      if !code.isEmpty { choisis[objet.nom] = code }
    }
    if let code = envoi["annee"] ?? envoi["annee-prise"], !code.isEmpty {
      choisis["annee"] = code
    }
  }

  /// What the jury may decide on.
  private static func objets(_ seance: SeanceDeJury) -> [DecisionDeJury.Objet] {
    let ues = seance.ues.map { DecisionDeJury.Objet.ue($0.code) }
    guard seance.session.nature == .annee else { return ues }
    let competences = Set(seance.ues.map(\.competence)).sorted()
    return [.annee, .passage] + competences.map { .rcue(competence: $0) } + ues
  }

  /// The decisions; `nil` once what is wrong is noted.
  mutating func lire() -> [DecisionPrise]? {
    guard !choisis.isEmpty else {
      faute = "Choisissez une décision, ou adoptez la proposition."
      return nil
    }
    guard !motif.isEmpty else {
      faute = "Une décision qui s’écarte de la proposition demande un motif : le jury le signe."
      return nil
    }
    guard motif.count <= 500 else {
      faute = "Le motif est trop long : 500 signes au plus."
      return nil
    }
    let prises = Self.objets(examen.seance).compactMap { objet in
      choisis[objet.nom].flatMap(DecisionDeJury.Code.init).map {
        DecisionPrise(sur: objet, code: $0, motif: motif)
      }
    }
    // Less than what was sent would let the proposal stand where something was decided.
    guard prises.count == choisis.count else {
      faute = "Ce jury ne prend pas cette décision : choisissez-en une qui est proposée ici."
      return nil
    }
    return prises
  }

  /// Notes a refusal of the act; whether it has a place here.
  mutating func prendre(_ refus: Refus) -> Bool {
    switch refus {
    case .etat(.motifManquant), .etat(.decisionsContraires), .etat(.propositionChangee), .donnees:
      faute = refus.phrase.enPhrase
      return true
    case .interdit, .inconnu, .conflit, .etat, .regle: return false
    }
  }

  // MARK: The form

  func corps(vers adresse: SafeURL, jeton: Jeton) -> some HTML {
    let seance = examen.seance
    return Formulaire(vers: adresse, jeton: jeton, attributs: [.id("decision")]) {
      input(.type("hidden"), .name("version"), .value("\(examen.ligne.projet?.version ?? 0)"))
      input(.type("hidden"), .name("vue"), .value(examen.ligne.vue))
      input(.type("hidden"), .name("suite"), .value(suivant.map { "\($0)" } ?? ""))
      input(.type("hidden"), .name("annee-prise"), .value(choisis["annee"] ?? ""))
      for (nom, valeur) in question { input(.type("hidden"), .name(nom), .value(valeur)) }
      // Without a script, Enter in the reason presses the first button: never the adoption.
      button(.type("submit"), .name("effet"), .value("decider"), .hidden) {
        "Enregistrer ces décisions"
      }
      premiers
      Champ(
        "motif",
        "Motif de ce qui s’écarte de la proposition",
        .texte(motif),
        erreur: faute,
        estFacultatif: faute == nil,
      )
      if seance.session.nature == .annee { codesDAnnee }
      p(.id("touche"), .role("status"), .class("aide")) {}
      details(.id("autres"), .open(aDAutresChoix || faute != nil)) {
        summary {
          "Décider sur une UE\(seance.session.nature == .annee ? ", un regroupement ou le passage" : "")"
        }
        listes
        Boutons(Bouton("Enregistrer ces décisions", nom: "effet", valeur: "decider"))
      }
    }
  }

  private var premiers: some HTML {
    let attend = examen.seance.attendUneDecision(examen.ligne)
    return div(.class("actions")) {
      Bouton(
        attend ? "Laisser sans décision" : "Adopter la proposition",
        attend ? .discret : .premier,
        nom: "effet",
        valeur: "adopter",
        touche: "a",
      )
      if examen.ligne.projet != nil {
        Bouton("Reprendre l’examen", .discret, nom: "effet", valeur: "reprendre", touche: "x")
      }
    }
  }

  /// The keys of the codes of a year.
  private static let touches: [(code: DecisionDeJury.Code, touche: String)] = [
    (.adj, "j"), (.pas1nci, "p"), (.red, "r"), (.nar, "n"), (.def, "d"), (.aban, "b"),
    (.dem, "m"), (.abl, "y"), (.ajourne, "o"), (.exclu, "e"),
  ]

  private var codesDAnnee: some HTML {
    div(.class("actions codes"), .role("group"), .aria("label", "Décision sur l’année")) {
      for (code, touche) in Self.touches {
        Bouton(
          "\(code.rawValue), \(code.rawValue.sensDAnnee)",
          choisis["annee"] == code.rawValue ? .premier : .second,
          nom: "annee",
          valeur: code.rawValue,
          touche: touche,
        )
      }
    }
  }

  /// Whether something else than the year is chosen.
  private var aDAutresChoix: Bool { choisis.keys.contains { $0 != "annee" } }

  private var listes: some HTML {
    let objets = Self.objets(examen.seance).filter { $0 != .annee }
    return div(.class("rangee")) {
      for objet in objets {
        Champ(
          "sur-\(objet.nom)",
          objet.titre.prefix(1).uppercased() + objet.titre.dropFirst(),
          .choix(
            [Choix("", "proposition")]
              + DecisionDeJury.codes(objet).map {
                Choix($0.rawValue, "\($0.rawValue), \(PhrasesDeJury.sens($0))")
              },
            choisi: choisis[objet.nom] ?? "",
          ),
          estFacultatif: true,
        )
      }
    }
  }
}
