internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// What is planned of a test, as it is typed.
struct FormulaireDEvaluation {
  private var nom = ""
  private var nature = NatureDEvaluation.nonPrecisee.rawValue
  private var date = ""
  private var coefficient = "1"
  private var bareme = "20"
  private var motif = ""
  private var choisis: Set<String> = []
  private let groupes: [Groupe]
  private var fautes: [String: String] = [:]
  /// Whether a reason is asked for: students see the test.
  private var demandeUnMotif = false
  /// The version of the test that was read.
  private(set) var version: Int64 = 0

  /// What was typed, once it can be taken.
  struct Valeurs {
    let nom: String
    let nature: NatureDEvaluation
    let date: Jour?
    let coefficient: Decimale
    let bareme: Decimale
    let groupes: [Identifiant<Groupe>]
    let motif: String?
  }

  /// For a new test.
  init(_ etat: VoirUnModule.Etat) {
    groupes = etat.groupes
  }

  /// For a test that is there.
  init(_ evaluation: EvaluationDeModule, _ groupes: [Groupe]) {
    self.groupes = groupes
    nom = evaluation.nom
    nature = evaluation.nature.rawValue
    date = evaluation.date?.description ?? ""
    coefficient = evaluation.coefficient.description
    bareme = evaluation.bareme.description
    choisis = Set(evaluation.groupes.map(\.description))
    demandeUnMotif = evaluation.publiee
    version = evaluation.version
  }

  /// As a browser sends it.
  init(
    _ envoi: HTTPForm,
    _ groupes: [Groupe],
    demandeUnMotif: Bool = false,
    version: Int64 = 0,
  ) {
    self.groupes = groupes
    self.version = version
    self.demandeUnMotif = demandeUnMotif
    nom = (envoi["nom"] ?? "").sansBords
    nature = envoi["nature"] ?? ""
    date = (envoi["date"] ?? "").sansBords
    coefficient = (envoi["coefficient"] ?? "").sansBords
    bareme = (envoi["bareme"] ?? "").sansBords
    motif = (envoi["motif"] ?? "").sansBords
    choisis = Set(envoi.fields.all("groupe"))
  }

  /// What was typed; `nil` once faults are noted at their fields.
  mutating func lire() -> Valeurs? {
    if nom.isEmpty { fautes["nom"] = "Donnez un nom : « DS 1 »." }
    if nom.count > 100 { fautes["nom"] = "Le nom est trop long : 100 signes au plus." }
    let sorte = NatureDEvaluation(rawValue: nature)
    if sorte == nil { fautes["nature"] = "Choisissez dans la liste." }
    let jour = Jour(date)
    if !date.isEmpty, jour == nil { fautes["date"] = "Cette date n’existe pas." }
    let poids = Decimale(coefficient)
    if poids.map({ $0 < 0 }) ?? true {
      fautes["coefficient"] = "Le coefficient est un nombre, 0 ou plus."
    }
    let sur = Decimale(bareme)
    if sur.map({ $0 <= 0 }) ?? true { fautes["bareme"] = "Le barème est un nombre au-dessus de 0." }
    if demandeUnMotif, motif.isEmpty {
      fautes["motif"] = "Les étudiants voient cette évaluation : dites pourquoi elle change."
    }
    guard fautes.isEmpty, let sorte, let poids, let sur else { return nil }
    return Valeurs(
      nom: nom,
      nature: sorte,
      date: jour,
      coefficient: poids,
      bareme: sur,
      groupes: groupes.filter { choisis.contains($0.id.description) }.map(\.id),
      motif: motif.isEmpty ? nil : motif,
    )
  }

  /// Notes a refusal of the act at its field.
  /// - Returns: whether it has one here.
  mutating func prendre(_ refus: Refus) -> Bool {
    switch refus {
    case .etat(.nomDejaPris(let nom)):
      fautes["nom"] = "Le module a déjà une évaluation « \(nom) »."
    case .etat(.horsPeriode), .donnees([.init("date", .absente)]):
      fautes["date"] = refus.phrase.enPhrase
    case .etat(.evaluationNotee), .etat(.figeDepuis):
      fautes["bareme"] = refus.phrase.enPhrase
    case .donnees(let siennes):
      for faute in siennes {
        let champ = Self.champs[faute.lieu] ?? "nom"
        fautes[champ] = "\(faute.lieu) \(faute.nature.phrase)".enPhrase
      }
    case .interdit, .inconnu, .conflit, .etat, .regle: return false
    }
    return true
  }

  private static let natures = NatureDEvaluation.allCases.map {
    Choix($0.rawValue, $0.phrase.enPhraseSuite)
  }

  private static let champs = [
    "nom": "nom", "date": "date", "coefficient": "coefficient", "barème": "bareme",
  ]

  // MARK: The form

  func corps(vers adresse: SafeURL, jeton: Jeton, bouton: String) -> some HTML {
    let champs = self.champs
    return HTMLGroup(
      ResumeDesErreurs(de: champs + (demandeUnMotif ? [champDuMotif] : [])),
      Formulaire(vers: adresse, jeton: jeton) {
        input(.type("hidden"), .name("version"), .value(String(version)))
        Rangee {
          champs[0]
          champs[1]
        }
        Rangee {
          champs[2]
          champs[3]
          champs[4]
        }
        if !groupes.isEmpty { choixDesGroupes }
        if demandeUnMotif { champDuMotif }
        Boutons(Bouton(bouton, .premier))
      },
    )
  }

  private var champs: [Champ] {
    [
      Champ("nom", "Nom", .texte(nom), erreur: fautes["nom"]),
      Champ("nature", "Nature", .choix(Self.natures, choisi: nature), erreur: fautes["nature"]),
      Champ("date", "Date", .date(date), erreur: fautes["date"], estFacultatif: true),
      Champ("coefficient", "Coefficient", .nombre(coefficient), erreur: fautes["coefficient"]),
      Champ("bareme", "Notée sur", .nombre(bareme), erreur: fautes["bareme"]),
    ]
  }

  private var champDuMotif: Champ {
    Champ(
      "motif",
      "Pourquoi ce changement ?",
      .texte(motif),
      aide: "Les étudiants voient cette évaluation ; le journal gardera le motif.",
      erreur: fautes["motif"],
    )
  }

  private var choixDesGroupes: some HTML {
    fieldset(.class("champ")) {
      legend { "Groupes" }
      p(.class("aide")) { "Aucun coché : toute la promotion." }
      for groupe in groupes {
        div(.class("coche")) {
          input(
            .type("checkbox"),
            .id("groupe-\(groupe.id)"),
            .name("groupe"),
            .value("\(groupe.id)"),
            .checked(choisis.contains("\(groupe.id)")),
          )
          label(.for("groupe-\(groupe.id)")) { groupe.nom }
        }
      }
    }
  }
}
