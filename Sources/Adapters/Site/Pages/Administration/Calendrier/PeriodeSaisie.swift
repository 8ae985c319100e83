internal import Actes
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// One span of the calendar, as it is typed.
struct PeriodeSaisie {
  var nature = ""
  var nom = ""
  var debut = ""
  var fin = ""

  /// What is wrong with a span, and the field where.
  struct Faute: Error {
    let champ: String
    let phrase: String
  }

  /// Whether nothing was typed; the nature alone says nothing.
  var estVide: Bool { nom.isEmpty && debut.isEmpty && fin.isEmpty }

  func lire() -> Result<AnneeOuverte.Periode, Faute> {
    guard let nature = AnneeOuverte.Nature(mot: nature) else {
      return .failure(Faute(champ: "nature", phrase: "Dites ce qu’est la période."))
    }
    guard !nom.isEmpty else { return .failure(Faute(champ: "nom", phrase: "Donnez un nom.")) }
    guard let debut = Jour(debut) else {
      return .failure(Faute(champ: "debut", phrase: "Donnez le premier jour de « \(nom) »."))
    }
    guard let fin = Jour(fin), debut <= fin else {
      let phrase = "Donnez le dernier jour de « \(nom) », pas avant le premier."
      return .failure(Faute(champ: "fin", phrase: phrase))
    }
    return .success(AnneeOuverte.Periode(nature: nature, nom: nom, debut: debut, fin: fin))
  }

  func champs(_ rang: Int, _ fautes: [String: String]) -> [Champ] {
    [
      Champ(
        "nature-\(rang)",
        "Nature",
        .choix([Choix("", "–")] + AnneeOuverte.Nature.choix, choisi: nature),
        erreur: fautes["nature-\(rang)"],
        cle: "nature-p\(rang)",
      ),
      Champ("nom-\(rang)", "Nom", .texte(nom), erreur: fautes["nom-\(rang)"], cle: "nom-p\(rang)"),
      Champ(
        "debut-\(rang)",
        "Du",
        .date(debut),
        erreur: fautes["debut-\(rang)"],
        cle: "du-\(rang)",
      ),
      Champ("fin-\(rang)", "Au", .date(fin), erreur: fautes["fin-\(rang)"], cle: "au-\(rang)"),
    ]
  }
}

extension PeriodeSaisie {
  init(_ periode: AnneeOuverte.Periode) {
    self.init(
      nature: periode.nature.mot,
      nom: periode.nom,
      debut: periode.debut.description,
      fin: periode.fin.description,
    )
  }

  init(_ envoi: HTTPForm, _ rang: Int) {
    self.init(
      nature: envoi.ligne("nature-\(rang)"),
      nom: envoi.ligne("nom-\(rang)"),
      debut: envoi.ligne("debut-\(rang)"),
      fin: envoi.ligne("fin-\(rang)"),
    )
  }
}

extension AnneeOuverte.Nature {
  /// As forms send it.
  fileprivate var mot: String {
    switch self {
    case .semestre(let numero): "semestre-\(numero.valeur)"
    case .vacances: "vacances"
    case .fenetre: "fenetre"
    }
  }

  private static let toutes =
    (1...6).compactMap { NumeroSemestre($0).map(Self.semestre) }
    + [.vacances, .fenetre]

  fileprivate static var choix: [Choix] { toutes.map { Choix($0.mot, $0.phrase) } }

  fileprivate init?(mot: String) {
    guard let nature = Self.toutes.first(where: { $0.mot == mot }) else { return nil }
    self = nature
  }
}
