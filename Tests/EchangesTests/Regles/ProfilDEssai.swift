import Echanges
import JSON
import Scolarite
import Testing

/// A profile file written for a test.
struct ProfilDEssai: Sendable {
  var nom = "essai"
  var couche = "departement"
  var herite: String? = DossierDEssai.avecSession2
  var parametres: [String: JSONNode] = [:]
  var exceptions: [JSONNode] = []

  var texte: String {
    let membres: JSONNode = [
      "format": "delibere/profil/1", "nom": .string(nom), "titre": "essai",
      "couche": .string(couche), "herite": herite.map { .string($0) } ?? nil,
      "parametres": .objet(parametres), "exceptions": .array(exceptions),
    ]
    return membres.rendered()
  }

  /// A dated value.
  static func valeur(_ valeur: JSONNode, depuis: String, jusqua: String? = nil) -> JSONNode {
    [
      "depuis": .string(depuis), "jusqua": jusqua.map { .string($0) } ?? nil, "valeur": valeur,
      "source": "essai",
    ]
  }

  /// A value of « modeNoteSession2 » for some UE.
  static func exception(
    _ valeur: String,
    _ ues: [String],
    depuis: String = "2025-09-01",
    jusqua: String? = nil,
  ) -> JSONNode {
    let cible: JSONNode = [
      "parametre": "modeNoteSession2", "ues": .array(ues.map { .string($0) }),
    ]
    return cible.avec(Self.valeur(.string(valeur), depuis: depuis, jusqua: jusqua))
  }

  /// The règlement that a chain of files gives on a day.
  static func reglages(_ fichiers: [String: String], _ nom: String = "essai", le jour: String)
    throws -> Reglages
  {
    let bibliotheque = Bibliotheque { chemin in fichiers[chemin].map { Array($0.utf8) } }
    return try Reglages(try bibliotheque.couches(nom), le: try #require(Jour(jour)))
  }
}
