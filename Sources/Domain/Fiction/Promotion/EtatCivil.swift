/// Names put together at random; whoever bears both is a coincidence.
enum EtatCivil {
  static func identifiant(_ rang: Int) -> String {
    let numero = String(rang + 1)
    return "E" + String(repeating: "0", count: max(0, 5 - numero.utf8.count)) + numero
  }

  static let noms = [
    "Aubrévant", "Auvernel", "Bâcheret", "Barlaudier", "Béraudon", "Boissenard", "Bréchemont",
    "Brindelac", "Cachenoix", "Carvignol", "Castelorin", "Chaillebois", "Chantegrive", "Charvolet",
    "Clérembault", "Corbinelle", "Courtalon", "Crépinard", "Daubervel", "Delaprune", "Desmarillon",
    "Doucervent", "Durochet", "Échevin", "Esparvier", "Estourbel", "Fauverolle", "Ferrandeau",
    "Fontanglard", "Froidecombe", "Gâtineau", "Gerbevoie", "Gouvernal", "Grandchêne", "Guérinel",
    "Hauteclaire", "Hérissard", "Houdremont", "Jacquelain", "Jolivault", "Lachenaye", "Lamoricel",
    "Larcheveau", "Lestrange", "L’Hermineau", "Loiselance", "Maillochon", "Malvoisin", "Marcheval",
    "Mésangeot", "Montgraveur", "Morandelle", "Nérondeau", "Noiraubert", "Orfeuillan", "Pâquereau",
    "Pellegrain", "Pérussel", "Pontavoine", "Quesnelais", "Rabouinel", "Ravinelle", "Rochebrane",
    "Rougevin", "Saint-Aubrac", "Sauvageol", "Taillandeau", "Thébaurel", "Tourmelin", "Trémorin",
    "Vaucresse", "Verdelhac", "Vieuxpré", "Villarcher", "Vossagne",
  ]

  static let prenoms = [
    "Adèle", "Adrien", "Agathe", "Alban", "Alizée", "Amélie", "Anaïs", "André", "Anselme",
    "Apolline", "Aurélien", "Bastien", "Béatrice", "Benoît", "Bérénice", "Camille", "Cécile",
    "Céleste", "Chloé", "Clément", "Clémence", "Corentin", "Cyprien", "Damien", "Delphine",
    "Édith", "Élise", "Éloïse", "Émile", "Étienne", "Eugénie", "Fabien", "Faustine", "Félicité",
    "Firmin", "Flavie", "François", "Gaëlle", "Gaspard", "Gérald", "Héloïse", "Honoré", "Hugo",
    "Inès", "Irène", "Jérémie", "Joël", "Jules", "Juliette", "Killian", "Léa", "Léonie", "Loïc",
    "Maël", "Maëlys", "Marin", "Mathéo", "Maxence", "Mélanie", "Nathanaël", "Noé", "Noémie",
    "Océane", "Octave", "Pénélope", "Quentin", "Raphaël", "Régis", "Rémi", "Romane", "Sébastien",
    "Séverine", "Solène", "Théo", "Timothée", "Valérie", "Victoire", "Xavier", "Yaël", "Zoé",
  ]
}
