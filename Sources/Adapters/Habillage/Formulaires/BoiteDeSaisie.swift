internal import HTML

/// The box of a field, without its label.
struct BoiteDeSaisie: HTML {
  private let champ: Champ

  init(_ champ: Champ) { self.champ = champ }

  func render(into output: inout HTMLOutput) { boite.render(into: &output) }

  private var boite: AnyHTML {
    switch champ.saisie {
    case .texte(let valeur): ligne("text", valeur)
    case .nombre(let valeur): ligne("text", valeur, .inputMode("decimal"))
    case .entier(let valeur): ligne("text", valeur, .inputMode("numeric"))
    case .date(let valeur): ligne("date", valeur)
    case .courriel(let valeur): ligne("email", valeur)
    case .recherche(let valeur): ligne("search", valeur)
    case .texteLong(let valeur, let lignes): AnyHTML(texteLong(valeur, lignes))
    case .choix(let choix, let choisi): AnyHTML(liste(choix, choisi))
    case .fichier(let accepte): ligne("file", nil, .accept(accepte))
    case .motDePasse: ligne("password", nil)
    case .parmi, .coche: AnyHTML(EmptyHTML())
    }
  }

  private func ligne(_ type: String, _ valeur: String?, _ propre: Attribute? = nil) -> AnyHTML {
    AnyHTML(
      VoidElement(
        "input",
        [.type(type), .value(valeur ?? "").when(valeur != nil)] + communs
          + (propre.map { [$0] } ?? []),
      )
    )
  }

  private func texteLong(_ valeur: String, _ lignes: Int) -> some HTML {
    Element("textarea", communs + [.rows(lignes)], valeur)
  }

  private func liste(_ choix: [Choix], _ choisi: String?) -> some HTML {
    let options = HTMLList(
      choix.map { un in
        option(.value(un.valeur), .selected(un.valeur == choisi)) { phrase(un.libelle) }
      }
    )
    let invite = option(.value(""), .selected) { "Choisir…" }
    return Element("select", communs, HTMLGroup(choisi == nil ? invite : nil, options))
  }

  private var communs: [Attribute] {
    [
      .id(champ.cle), .name(champ.nom), .required(!champ.estFacultatif && !estUneRecherche),
      .disabled(champ.estDesactive), .class("nombre").when(estUnNombre),
      .autocomplete(remplissage ?? "").when(remplissage != nil), champ.invalide, champ.decritPar,
    ]
  }

  private var remplissage: String? {
    if case .motDePasse(let estNouveau) = champ.saisie {
      return estNouveau ? "new-password" : "current-password"
    }
    return champ.remplissage
  }

  private var estUnNombre: Bool {
    switch champ.saisie {
    case .nombre, .entier: true
    case .texte, .date, .courriel, .recherche, .texteLong, .choix, .parmi, .coche, .fichier,
      .motDePasse:
      false
    }
  }

  private var estUneRecherche: Bool {
    if case .recherche = champ.saisie { true } else { false }
  }
}
