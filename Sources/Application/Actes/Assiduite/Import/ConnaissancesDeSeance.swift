internal import Scolarite
internal import Text

/// What the words of a slot may name: modules, groups and teachers.
struct ConnaissancesDeSeance {
  private let modules: Set<String>
  private let groupes: [(groupe: Groupe, mots: String)]
  private let enseignants: [(id: Identifiant<Utilisateur>, mots: String, identifiant: String)]
  private let jours: ClosedRange<Jour>

  init(_ promotion: Promotion, _ travail: Travail) throws {
    modules = Set(
      try travail.programme(promotion).ues.flatMap(\.modules).map(\.code.canonique)
    )
    groupes = try travail.registre.groupes(promotion.id).map { ($0, Self.mots($0.nom)) }
    enseignants = try travail.registre.utilisateurs().filter { $0.actif && $0.etudiant == nil }
      .map { ($0.id, Self.mots($0.nom), $0.identifiant.folded) }
    jours = Jour(ouvrant: promotion.annee)...Jour(cloturant: promotion.annee)
  }

  /// The first code of a module that a text writes, « SAÉ 1.01 » as « SAE1.01 ».
  func module(_ texte: String) -> String? {
    let mots = texte.split { !$0.isLetter && !$0.isNumber && $0 != "." }
    for rang in mots.indices {
      // The longest first: « SAE 1.01 » before « SAE ».
      for longueur in (1...3).reversed() where rang + longueur <= mots.count {
        let code = CodeModule(mots[rang..<rang + longueur].joined(separator: " "))
        if let code, modules.contains(code.canonique) { return code.canonique }
      }
    }
    return nil
  }

  /// The slot that a line is, or `nil` with its faults.
  func seance(_ ligne: LigneDeSeance, _ module: String, _ fautes: inout [Refus.Faute])
    -> (CreerDesSeances.NouvelleSeance, [Groupe])?
  {
    let avant = fautes.count
    let siens = groupes(ligne, &fautes)
    let enseignant = enseignant(ligne, &fautes)
    if !jours.contains(ligne.debut.jour) {
      let bornes = "du \(jours.lowerBound.enFrancais) au \(jours.upperBound.enFrancais)"
      fautes.append(
        .init(ligne.lieu, .horsBornes(vu: ligne.debut.jour.enFrancais, bornes: bornes))
      )
    }
    if ligne.minutes > 1440 || Seance.heures(minutes: ligne.minutes) == nil {
      let bornes = "de 3 à 1440 minutes, par multiples de 3"
      fautes.append(
        .init(ligne.lieu, .horsBornes(vu: "\(ligne.minutes) minutes", bornes: bornes))
      )
    }
    guard fautes.count == avant else { return nil }
    let seance = CreerDesSeances.NouvelleSeance(
      module: module,
      groupes: siens.map(\.id),
      debut: ligne.debut,
      minutes: ligne.minutes,
      enseignant: enseignant,
      nature: Self.nature(ligne.nature),
      reference: ligne.reference,
    )
    return (seance, siens)
  }

  private func groupes(_ ligne: LigneDeSeance, _ fautes: inout [Refus.Faute]) -> [Groupe] {
    switch ligne.groupes {
    case .dans(let texte):
      let mots = " \(Self.mots(texte)) "
      return groupes.filter { !$0.mots.isEmpty && mots.contains(" \($0.mots) ") }.map(\.groupe)
    case .nommes(let noms):
      return noms.compactMap { nom in
        let mots = Self.mots(nom)
        let trouve = groupes.first { $0.mots == mots }
        if trouve == nil { fautes.append(.init(ligne.lieu, .inconnue(vu: nom))) }
        return trouve?.groupe
      }
    }
  }

  private func enseignant(_ ligne: LigneDeSeance, _ fautes: inout [Refus.Faute])
    -> Identifiant<Utilisateur>?
  {
    switch ligne.enseignant {
    case .dans(let texte):
      let mots = " \(Self.mots(texte)) "
      let trouves = enseignants.filter { !$0.mots.isEmpty && mots.contains(" \($0.mots) ") }
      return trouves.count == 1 ? trouves.first?.id : nil
    case .nomme(let nom):
      guard !nom.isEmpty else { return nil }
      let mots = Self.mots(nom)
      let trouves = enseignants.filter { $0.mots == mots || $0.identifiant == nom.folded }
      guard trouves.count == 1, let trouve = trouves.first else {
        fautes.append(
          .init(ligne.lieu, trouves.isEmpty ? .inconnue(vu: nom) : .enDouble(vu: nom))
        )
        return nil
      }
      return trouve.id
    }
  }

  private static func nature(_ nature: LigneDeSeance.Nature) -> Seance.Nature {
    switch nature {
    case .lue(let lue): lue
    case .dans(let texte):
      Self.mots(texte).split(separator: " ").lazy.compactMap { Seance.Nature(mot: String($0)) }
        .first ?? .autre
    }
  }

  /// Words without case or accents, each parted by one space.
  private static func mots(_ texte: String) -> String {
    texte.folded.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }
}

extension Seance.Nature {
  /// The kind that a word stands for: « CM », « TD2 », « amphi », « partiel ».
  public init?(mot: String) {
    let plie = mot.folded
    switch plie {
    case "cm", "cour", "cours", "amphi", "magistral": self = .cm
    case "td": self = .td
    case "tp": self = .tp
    case "examen", "exam", "ds", "partiel", "controle", "evaluation", "interrogation":
      self = .examen
    case "autre": self = .autre
    default:
      guard plie.count <= 4, plie.dropFirst(2).allSatisfy(\.isNumber) else { return nil }
      if plie.hasPrefix("cm") {
        self = .cm
      } else if plie.hasPrefix("td") {
        self = .td
      } else if plie.hasPrefix("tp") {
        self = .tp
      } else {
        return nil
      }
    }
  }
}
