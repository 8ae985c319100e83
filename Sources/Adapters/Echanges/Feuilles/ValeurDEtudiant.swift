internal import Scolarite
internal import Spreadsheets
internal import Text

extension ChampDEtudiant {
  /// What a cell of the field may hold, for messages.
  var attendu: String {
    switch self {
    case .ine:
      "un INE de 11 chiffres et lettres (« 0123456789A »), dans une cellule au format texte"
    case .nip: "un numéro d’étudiant, de chiffres et de lettres seulement"
    case .nom: "un nom"
    case .prenom: "un prénom"
    case .nomDUsage, .prenomDUsage, .groupeTD, .groupeTP, .groupe, .parcours, .bac: "un texte"
    case .civilite: "« Mme », « M. » ou « X »"
    case .naissance: "une date de naissance, comme « 28/02/2006 »"
    case .courriel: "une seule adresse, comme « prenom.nom@exemple.fr »"
    case .telephone: "un numéro de téléphone, comme « 06 12 34 56 78 »"
    case .statut: "« FI » (initial), « FA » (alternant) ou « FC » (formation continue)"
    case .boursier: "« oui » ou « non »"
    }
  }
}

/// The values that lists of students hold, read as secretaries write them.
enum ValeurDEtudiant {
  /// Eleven letters and digits, among which one letter at least.
  static func ine(_ cellule: Cell) -> String? {
    guard case .text(let texte) = cellule else { return nil }
    let ine = texte.filter { !$0.isWhitespace }.uppercased()
    let estEcritAinsi = ine.utf8.count == 11 && ine.allSatisfy(estChiffreOuLettre)
    return estEcritAinsi && ine.contains(where: \.isLetter) ? ine : nil
  }

  /// A whole number, or letters and digits.
  static func nip(_ cellule: Cell) -> String? {
    guard let texte = cellule.texteSimple else { return nil }
    let nip = texte.filter { !$0.isWhitespace }
    return nip.utf8.count <= 20 && nip.allSatisfy(estChiffreOuLettre) ? nip : nil
  }

  private static func estChiffreOuLettre(_ caractere: Character) -> Bool {
    caractere.isASCII && (caractere.isLetter || caractere.isNumber)
  }

  /// A date of the spreadsheet, « 28/02/2006 », « 28-02-2006 », « 28.02.2006 » or « 2006-02-28 ».
  static func jour(_ cellule: Cell) -> Jour? {
    switch cellule {
    case .date(let date), .dateTime(let date, _): return Jour(date.year, date.month, date.day)
    case .text(let texte):
      let propre = texte.trimmed
      if let jour = Jour(propre) { return jour }
      let parties = propre.split(omittingEmptySubsequences: false) { "/-.".contains($0) }
      guard parties.count == 3, parties[2].utf8.count == 4,
        parties.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
        let quantieme = Int(parties[0]), let mois = Int(parties[1]), let annee = Int(parties[2])
      else { return nil }
      return Jour(annee, mois, quantieme)
    case .empty, .number, .boolean, .error: return nil
    }
  }

  /// One address with one « @ » and a point after it.
  static func courriel(_ texte: String) -> String? {
    let parties = texte.split(separator: "@", omittingEmptySubsequences: false)
    let interdits: Set<Character> = [" ", ",", ";", "<", ">", "(", ")", "\""]
    guard parties.count == 2, !parties[0].isEmpty, texte.utf8.count <= 254,
      !texte.contains(where: interdits.contains)
    else { return nil }
    let domaine = parties[1].split(separator: ".", omittingEmptySubsequences: false)
    return domaine.count >= 2 && !domaine.contains("") ? texte : nil
  }

  /// Digits with spaces, points or hyphens; the zero that a number cell lost is put back.
  static func telephone(_ cellule: Cell) -> String? {
    guard let texte = cellule.texteSimple else { return nil }
    if case .number = cellule {
      guard texte.allSatisfy(\.isNumber) else { return nil }
      return texte.utf8.count == 9 ? "0" + texte : texte
    }
    let chiffres = texte.count { $0.isASCII && $0.isNumber }
    let admis = texte.allSatisfy { ($0.isASCII && $0.isNumber) || "+ .-/()".contains($0) }
    return admis && (6...15).contains(chiffres) ? texte : nil
  }

  static func ouiOuNon(_ cellule: Cell) -> Bool? {
    if case .boolean(let valeur) = cellule { return valeur }
    guard let texte = cellule.texteSimple?.folded else { return nil }
    if ["oui", "o", "x", "1", "vrai", "yes", "boursier", "boursiere"].contains(texte) {
      return true
    }
    if ["non", "n", "0", "faux", "no", "-"].contains(texte) { return false }
    return texte.hasPrefix("echelon") ? true : nil
  }
}

extension Civilite {
  /// Reads « Mme », « Monsieur », « F », « H », « X » and their like.
  init?(ecrite texte: String) {
    switch texte.folded.filter({ $0 != "." }) {
    case "mme", "madame", "mlle", "mademoiselle", "f", "femme", "feminin": self = .madame
    case "m", "mr", "monsieur", "h", "homme", "masculin": self = .monsieur
    case "x", "neutre", "autre", "nr": self = .neutre
    default: return nil
    }
  }
}

extension Statut {
  /// Reads « FI », « apprenti », « formation continue » and their like.
  init?(ecritParUnSecretariat texte: String) {
    switch Intitule(texte.filter { $0 != "." }).forme {
    case "fi", "initial", "initiale", "formation initiale", "etudiant", "etudiante",
      "temp plein", "classique":
      self = .initial
    case "fa", "alternant", "alternante", "alternance", "en alternance", "apprenti", "apprentie",
      "apprentissage", "formation par apprentissage", "formation en apprentissage",
      "formation initiale apprentissage", "formation en alternance", "fi apprentissage",
      "contrat d apprentissage", "contrat de professionnalisation", "contrat pro", "fia":
      self = .alternant
    case "fc", "continue", "continu", "formation continue", "reprise d etude", "reprise etude",
      "stagiaire de la formation continue", "stagiaire":
      self = .continu
    default: return nil
    }
  }
}
