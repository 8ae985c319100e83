public import HTML

/// A field: its label, what helps, what is wrong, and its box.
public struct Champ: Composant, Sendable {
  public let nom: String
  let libelle: String
  let saisie: Saisie
  let aide: String?
  public let erreur: String?
  let estFacultatif: Bool
  let estDesactive: Bool
  let remplissage: String?
  /// Makes the ids of the field, when a page has two of one name.
  let cle: String

  /// `remplissage`: what the browser may fill in by itself (`autocomplete`).
  public init(
    _ nom: String,
    _ libelle: String,
    _ saisie: Saisie,
    aide: String? = nil,
    erreur: String? = nil,
    estFacultatif: Bool = false,
    estDesactive: Bool = false,
    remplissage: String? = nil,
    cle: String? = nil,
  ) {
    self.nom = nom
    self.libelle = libelle
    self.saisie = saisie
    self.aide = aide
    self.erreur = erreur
    self.estFacultatif = estFacultatif
    self.estDesactive = estDesactive
    self.remplissage = remplissage
    self.cle = "champ-" + (cle ?? nom)
  }

  public var corps: some HTML {
    switch saisie {
    case .parmi(let choix, let choisi): AnyHTML(groupe(choix, choisi))
    case .coche(let estCochee): AnyHTML(coche(estCochee))
    case .texte, .nombre, .entier, .date, .courriel, .recherche, .texteLong, .choix, .fichier,
      .motDePasse:
      AnyHTML(boite)
    }
  }

  private var boite: some HTML {
    div(.class("champ")) {
      label(.for(cle)) { intitule }
      BoiteDeSaisie(self)
      indications
    }
  }

  private func coche(_ estCochee: Bool) -> some HTML {
    div(.class("champ champ-coche")) {
      div(.class("coche")) {
        input(
          .type("checkbox"),
          .id(cle),
          .name(nom),
          .value("oui"),
          .checked(estCochee),
          .disabled(estDesactive),
          invalide,
          decritPar,
        )
        label(.for(cle)) { phrase(libelle) }
      }
      indications
    }
  }

  private func groupe(_ choix: [Choix], _ choisi: String?) -> some HTML {
    fieldset(.class("champ champ-groupe"), .disabled(estDesactive), decritPar) {
      legend { intitule }
      for (rang, un) in choix.enumerated() {
        div(.class("coche")) {
          input(
            .type("radio"),
            .id(cle(rang)),
            .name(nom),
            .value(un.valeur),
            .checked(un.valeur == choisi),
            .aria("describedby", cle(rang) + "-precision").when(un.aide != nil),
          )
          label(.for(cle(rang))) { phrase(un.libelle) }
          if let aide = un.aide {
            span(.class("aide"), .id(cle(rang) + "-precision")) { phrase(aide) }
          }
        }
      }
      indications
    }
  }

  /// The first box bears the id of the field, to which the summary of faults leads.
  private func cle(_ rang: Int) -> String { rang == 0 ? cle : "\(cle)-\(rang)" }
}

extension Champ {
  @HTMLBuilder private var intitule: some HTML {
    phrase(libelle)
    if estFacultatif { span(.class("facultatif")) { " (facultatif)" } }
  }

  @HTMLBuilder private var indications: some HTML {
    if aide != nil || erreur != nil {
      div(.class("indications")) {
        if let erreur {
          p(.class("faute"), .id(cle + "-erreur")) {
            span(.class("invisible")) { phrase("Erreur : ") }
            phrase(erreur)
          }
        }
        if let aide { p(.class("aide"), .id(cle + "-aide")) { phrase(aide) } }
      }
    }
  }

  var invalide: Attribute { .aria("invalid", "true").when(erreur != nil) }

  /// The ids of what is wrong and of what helps.
  var decritPar: Attribute {
    let ids = (erreur == nil ? [] : [cle + "-erreur"]) + (aide == nil ? [] : [cle + "-aide"])
    return .aria("describedby", ids.joined(separator: " ")).when(!ids.isEmpty)
  }
}
