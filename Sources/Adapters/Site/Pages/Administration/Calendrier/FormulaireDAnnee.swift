internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// A year and its spans, as they are typed.
struct FormulaireDAnnee {
  /// The year that changes; `nil` for one to be opened.
  private let fixe: AnneeUniversitaire?
  private var annee = ""
  private var debut = ""
  private var fin = ""
  private var version: Int64 = 0
  private var periodes: [PeriodeSaisie] = []
  private var fautes: [String: String] = [:]
  private(set) var avis: [Avis] = []

  /// The rows left empty for spans to be added.
  private static let vides = 3
  private static let maximum = 60

  /// What was typed, once it can be taken.
  struct Valeurs {
    let annee: AnneeUniversitaire
    let debut: Jour
    let fin: Jour
    let periodes: [AnneeOuverte.Periode]
    let version: Int64
  }

  /// For a year to be opened: the one after the last, with the spans that semesters usually have.
  init(apres derniere: AnneeOuverte?, _ jour: Jour) {
    fixe = nil
    let ouverture = derniere.map { $0.annee.debut + 1 } ?? jour.annee
    guard let nouvelle = AnneeUniversitaire(debut: ouverture) else { return }
    annee = nouvelle.description
    debut = Jour(ouvrant: nouvelle).description
    fin = Jour(cloturant: nouvelle).description
    periodes = (1...6).map { numero in
      let estImpair = !numero.isMultiple(of: 2)
      return PeriodeSaisie(
        nature: "semestre-\(numero)",
        nom: "Semestre \(numero)",
        debut: estImpair ? debut : "\(ouverture + 1)-02-01",
        fin: estImpair ? "\(ouverture + 1)-01-31" : "\(ouverture + 1)-06-30",
      )
    }
  }

  /// For a year that is open.
  init(_ ouverte: AnneeOuverte) {
    fixe = ouverte.annee
    debut = ouverte.debut.description
    fin = ouverte.fin.description
    version = ouverte.version
    periodes = ouverte.periodes.map(PeriodeSaisie.init)
  }

  /// As a browser sends it.
  init(_ envoi: HTTPForm, de fixe: AnneeUniversitaire? = nil) {
    self.fixe = fixe
    annee = envoi.ligne("annee")
    debut = envoi.ligne("debut")
    fin = envoi.ligne("fin")
    version = Int64(envoi.ligne("version")) ?? 0
    periodes = (0..<Self.maximum).map { PeriodeSaisie(envoi, $0) }.filter { !$0.estVide }
  }

  /// What was typed; `nil` once faults are noted at their fields.
  mutating func lire() -> Valeurs? {
    let lue = fixe ?? AnneeUniversitaire(annee)
    if lue == nil { fautes["annee"] = "Une année s’écrit « 2026-2027 »." }
    let (premier, dernier) = (Jour(debut), Jour(fin))
    if premier == nil { fautes["debut"] = "Donnez le premier jour." }
    if dernier == nil { fautes["fin"] = "Donnez le dernier jour." }
    var lues: [AnneeOuverte.Periode] = []
    for rang in periodes.indices {
      switch periodes[rang].lire() {
      case .success(let periode): lues.append(periode)
      case .failure(let faute): fautes["\(faute.champ)-\(rang)"] = faute.phrase
      }
    }
    guard fautes.isEmpty, let lue, let premier, let dernier else { return nil }
    return Valeurs(annee: lue, debut: premier, fin: dernier, periodes: lues, version: version)
  }

  /// Notes a refusal of the act.
  /// - Returns: whether it is one of the form.
  mutating func prendre(_ refus: Refus) -> Bool {
    switch refus {
    case .etat(.nomDejaPris): fautes["annee"] = "Cette année est déjà ouverte."
    case .etat(.horsPeriode(let du, let au)):
      avis = [
        Avis(
          .erreur,
          titre: "Des dates ne vont pas ensemble",
          "Chaque période tient dans l’année, et deux semestres d’une même année du BUT ne se "
            + "chevauchent pas : voyez du \(du.enLettres) au \(au.enLettres). Rien n’a été "
            + "enregistré.",
        )
      ]
    case .regle: fautes["debut"] = refus.phrase.enPhrase
    case .interdit, .inconnu, .conflit, .etat, .donnees: return false
    }
    return true
  }

  /// Takes the version that stands, so that who reads again may confirm.
  mutating func prendre(_ conflit: Refus.Conflit) {
    version = conflit.version
    avis = [
      Avis(
        .attention,
        titre: "Modifié entre-temps",
        conflit.phraseSansContenu + " En place : \(conflit.actuelle).",
      )
    ]
  }

  // MARK: The form

  func corps(vers adresse: SafeURL, jeton: Jeton, bouton: String) -> some HTML {
    let jours = champsDesJours
    let rangees = (periodes + Array(repeating: PeriodeSaisie(), count: Self.vides)).prefix(
      Self.maximum
    )
    .enumerated().map { rang, periode in periode.champs(rang, fautes) }
    return HTMLGroup(
      ResumeDesErreurs(de: jours + rangees.flatMap(\.self)),
      Formulaire(vers: adresse, jeton: jeton) {
        input(.type("hidden"), .name("version"), .value("\(version)"))
        Rangee { HTMLList(jours) }
        p(.class("aide")) {
          "Une période dont tout est effacé disparaît ; d’autres lignes vides viennent une fois le "
            + "calendrier enregistré."
        }
        HTMLList(
          rangees.enumerated().map { rang, champs in
            fieldset(.class("periode")) {
              legend(.class("invisible")) { "Période \(rang + 1)" }
              Rangee { HTMLList(champs) }
            }
          }
        )
        Boutons(Bouton(bouton, .premier))
      },
    )
  }

  private var champsDesJours: [Champ] {
    let jours = [
      Champ("debut", "Premier jour", .date(debut), erreur: fautes["debut"]),
      Champ("fin", "Dernier jour", .date(fin), erreur: fautes["fin"]),
    ]
    guard fixe == nil else { return jours }
    return [Champ("annee", "Année", .texte(annee), erreur: fautes["annee"])] + jours
  }
}
