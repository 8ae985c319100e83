internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// What the form of the simulator holds: an objective, and a mark by module.
struct SaisieDeSimulation {
  /// `nil` where none was asked for.
  private(set) var objectif: Objectif?
  private(set) var notes: Projection.Notes = [:]
  /// As they were typed, by canonical code.
  private(set) var tapees: [String: String] = [:]
  private(set) var fautes: [String: String] = [:]

  static let prefixe = "note-"

  init(_ question: HTTPItems) {
    for item in question.items {
      let valeur = item.value.sansBords
      if item.name == "objectif", !valeur.isEmpty {
        objectif = Objectif(nom: valeur)
        if objectif == nil { refuserLObjectif() }
      } else if item.name.hasPrefix(Self.prefixe) {
        lire(String(item.name.dropFirst(Self.prefixe.count)), valeur)
      }
    }
  }

  private mutating func lire(_ module: String, _ valeur: String) {
    guard !valeur.isEmpty else { return }
    tapees[module] = valeur
    if valeur.utf8.count <= 12, let nombre = Decimale(valeur), let note = Note(nombre) {
      notes[module] = note
    } else {
      fautes[module] = "Donnez une note de 0 à 20, par exemple 11,5."
    }
  }

  private mutating func refuserLObjectif() {
    fautes["objectif"] = "Choisissez un objectif de la liste."
  }

  /// Notes what the question says of the values: an objective or a module that the year has not.
  /// - Returns: whether something was noted.
  mutating func prendre(_ refus: Refus) -> Bool {
    guard case .donnees(let siennes) = refus else { return false }
    for faute in siennes {
      if faute.lieu == "objectif" {
        objectif = nil
        refuserLObjectif()
      } else {
        notes[faute.lieu] = nil
        tapees[faute.lieu] = nil
        etrangers.append(faute.lieu)
      }
    }
    return !siennes.isEmpty
  }

  /// Notes that what was typed for another module than these stands at no field.
  mutating func verifier(_ modules: Set<String>) {
    for module in tapees.keys.sorted() where !modules.contains(module) {
      fautes[module] = nil
      if !etrangers.contains(module) { etrangers.append(module) }
    }
  }

  /// The modules asked for that wait for no mark.
  private(set) var etrangers: [String] = []

  var avis: [Avis] {
    etrangers.map { Avis(.erreur, "\($0) n’attend pas de note dans cette année.") }
  }

  var estJuste: Bool { fautes.isEmpty && etrangers.isEmpty }
}
