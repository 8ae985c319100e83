import HTML
import HTTPServer
import Habillage

extension Cadre {
  /// A visit of nobody, with a menu and someone signed in.
  static var exemple: Cadre {
    Cadre(
      nonce: Nonce(),
      menu: [
        Lien("Mes modules", vers: "/modules", estCourant: true),
        Lien("Étudiants", vers: "/etudiants"), Lien("Calendrier", vers: "/calendrier"),
        Lien("Jurys", vers: "/jurys"),
      ],
      personne: .init("Noé Aubépin, enseignant", deconnexion: "/sortir", jeton: Jeton("abc")),
      etablissement: "IUT de Nulle-Part",
      scripts: [],
    )
  }
}
