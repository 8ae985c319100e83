public import Scolarite
internal import Text

/// What a hypothesis written in words is not.
public struct HypotheseError: Error, Hashable, Sendable {
  /// What was written, and what could be.
  public let phrase: String
}

extension Hypothese {
  /// Reads « R103=11 », « R103/E2=ABI », « UE12=10,5 », « session2:R103=14 », « S1:abi=3 »,
  /// « S1:justifie=2 », « 2026-03-02=ABJ », « S1:avis=oui », « sport=0,5 » or
  /// « engagement:tutorat=0,5 ».
  public init(texte: some StringProtocol) throws(HypotheseError) {
    let parties = texte.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      .map { String($0.trimmed) }
    guard parties.count == 2, !parties[0].isEmpty, !parties[1].isEmpty else {
      throw HypotheseError(
        phrase: "« \(texte) » : une hypothèse s’écrit « R103=11 », ce qui change à gauche"
      )
    }
    self = try Self.lire(parties[0], parties[1])
  }

  private static func lire(
    _ sujet: String,
    _ valeur: String,
  ) throws(HypotheseError) -> Hypothese {
    if let jour = Jour(sujet) {
      guard valeur == "ABJ" else { throw refus(sujet, valeur, "« ABJ » : le jour justifié") }
      return .jourJustifie(jour)
    }
    let morceaux = try couper(sujet, ":", valeur)
    if morceaux.count == 2 { return try lire(morceaux[0], morceaux[1], valeur) }
    if sujet == "sport" {
      return .sport(try points(sujet, valeur))
    }
    if let ue = CodeUE(sujet) {
      guard let moyenne = Decimale(valeur), moyenne >= 0, moyenne <= 20 else {
        throw refus(sujet, valeur, "une moyenne de 0 à 20")
      }
      return .moyenne(ue, moyenne)
    }
    return try note(sujet, valeur)
  }

  /// « session2:… », « engagement:… » or « S1:… ».
  private static func lire(
    _ domaine: String,
    _ sujet: String,
    _ valeur: String,
  ) throws(HypotheseError) -> Hypothese {
    if domaine == "engagement" { return .engagement(type: sujet, try points(sujet, valeur)) }
    if domaine == "session2" {
      guard let entree = Entree(ecrite: valeur) else {
        throw refus(sujet, valeur, attendu)
      }
      if let ue = CodeUE(sujet) { return .session2(.ue(ue), entree) }
      guard let module = CodeModule(sujet) else { throw refus(sujet, valeur, attendu) }
      return .session2(.module(module), entree)
    }
    guard domaine.first == "S", let numero = Int(domaine.dropFirst()).flatMap(NumeroSemestre.init)
    else {
      throw HypotheseError(
        phrase: "« \(domaine):\(sujet) » : « S1: », « session2: » ou « engagement: » est attendu"
      )
    }
    return try semestre(numero, sujet, valeur)
  }

  private static func semestre(
    _ numero: NumeroSemestre,
    _ sujet: String,
    _ valeur: String,
  ) throws(HypotheseError) -> Hypothese {
    if sujet == "avis" {
      guard valeur == "oui",
        let jour = Jour(2000, 1, 1),
        let acte = ActeMotive(auteur: "hypothèse", date: jour, motif: "avis contraire supposé")
      else { throw refus(sujet, valeur, "« oui »") }
      return .avisContraire(numero, acte)
    }
    guard let heures = Decimale(valeur), heures >= 0 else {
      throw refus(sujet, valeur, "un nombre d’heures")
    }
    switch sujet {
    case "abi": return .heures(numero, abi: heures, abj: nil)
    case "abj": return .heures(numero, abi: nil, abj: heures)
    case "justifie": return .justificatif(numero, heures: heures)
    default:
      throw HypotheseError(
        phrase:
          "« S\(numero.valeur):\(sujet) » : « abi », « abj », « justifie » ou « avis » attendu"
      )
    }
  }

  /// « R103=11 », « R103/E2=ABI ».
  private static func note(
    _ sujet: String,
    _ valeur: String,
  ) throws(HypotheseError) -> Hypothese {
    let morceaux = try couper(sujet, "/", valeur)
    guard let module = morceaux.first.flatMap({ CodeModule($0) }) else {
      throw refus(sujet, valeur, attendu)
    }
    guard let entree = Entree(ecrite: valeur) else { throw refus(sujet, valeur, attendu) }
    return .note(module: module, evaluation: morceaux.count == 2 ? morceaux[1] : nil, entree)
  }

  /// What stands on both sides of the first separator, or the whole; no side is empty.
  private static func couper(
    _ sujet: String,
    _ separateur: Character,
    _ valeur: String,
  ) throws(HypotheseError) -> [String] {
    let morceaux = sujet.split(
      separator: separateur,
      maxSplits: 1,
      omittingEmptySubsequences: false,
    )
    .map { String($0.trimmed) }
    guard !morceaux.contains("") else {
      throw HypotheseError(
        phrase: "« \(sujet)=\(valeur) » : il manque un nom à côté de « \(separateur) »"
      )
    }
    return morceaux
  }

  private static func points(
    _ sujet: String,
    _ valeur: String,
  ) throws(HypotheseError) -> Decimale {
    guard let points = Decimale(valeur), points >= 0, points <= 20 else {
      throw refus(sujet, valeur, "un nombre de points")
    }
    return points
  }

  private static let attendu = "une note (« 12,5 », « 13/15 ») ou \(Entree.motsAdmis)"

  private static func refus(
    _ sujet: String,
    _ valeur: String,
    _ attendu: String,
  ) -> HypotheseError {
    HypotheseError(phrase: "« \(sujet)=\(valeur) » : \(attendu) est attendu")
  }
}

extension Objectif {
  /// Reads « UE12 », « C2 », « passage » or « annee ».
  public init?(texte: String) {
    switch texte {
    case "passage": self = .passage
    case "annee", "année": self = .annee
    default:
      if let ue = CodeUE(texte) {
        self = .ue(ue)
      } else if texte.first == "C", let competence = Int(texte.dropFirst()), competence > 0 {
        self = .rcue(competence: competence)
      } else {
        return nil
      }
    }
  }
}

extension Hypothese.Refus {
  /// Why it cannot be supposed, in French.
  public var phrase: String {
    switch self {
    case .anneeAbsente: "le dossier n’a pas d’année"
    case .moduleInconnu(let code): "« \(code.imprime) » n’est pas un module de l’année suivie"
    case .evaluationInconnue(let code, let nom):
      "« \(code.imprime) » n’a pas d’évaluation « \(nom) »"
    case .ueInconnue(let code): "« \(code.texte) » n’est pas une UE de l’année"
    case .moduleFerme(let code):
      "aucune UE ouverte en session 2 n’a « \(code.imprime) »"
    case .moyenneDonnee(let code):
      "la moyenne des UE de « \(code.imprime) » est donnée sans ses notes : supposez la moyenne "
        + "d’une UE (« UE12=11 »)"
    case .semestreNonSuivi(let numero): "le semestre \(numero.valeur) n’est pas suivi"
    case .tropDHeures(let numero, let restantes):
      "S\(numero.valeur) n’a que \(restantes) h d’absence injustifiée comptées en heures"
    case .creneauxSaisis(let numero):
      "les absences de S\(numero.valeur) sont données créneau par créneau : supposez un jour "
        + "justifié (« 2026-03-02=ABJ »)"
    case .jourSansAbsence(let jour): "aucun créneau manqué le \(jour) n’est à justifier"
    }
  }
}
