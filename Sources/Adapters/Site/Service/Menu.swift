internal import Actes
internal import HTML
internal import Habillage

extension Visiteur {
  /// Whether modules were put in the person’s charge.
  var aDesModules: Bool {
    habilitations.contains { habilitation in
      guard case .module = habilitation.portee else { return false }
      return habilitation.role.droits.contains(.saisirLesNotes)
    }
  }
}

/// The menu of a person: the places where their roles let them go.
enum Menu {
  static func liens(_ visiteur: Visiteur, _ premier: String) -> [Lien] {
    var liens = [Lien("Accueil", vers: "/", estCourant: premier.isEmpty)]
    if visiteur.aDesModules {
      liens.append(Lien("Mes modules", vers: Chemin.modules, estCourant: premier == "modules"))
    }
    if let lieu = Administration.allCases.first(where: { $0.sOuvre(a: visiteur) }) {
      let estCourant = premier == "administration"
      liens.append(Lien("Administration", vers: lieu.adresse, estCourant: estCourant))
    }
    return liens
  }
}
