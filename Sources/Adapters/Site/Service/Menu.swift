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

  /// Whether the person sees whole promotions, not only modules or their own record.
  var suitDesPromotions: Bool {
    habilitations.contains { habilitation in
      switch habilitation.portee {
      case .etablissement, .departement, .promotion:
        habilitation.role.droits.contains(.voirLesEtudiants)
      case .module, .etudiant: false
      }
    }
  }

  /// Whether the person sees what juries decide of whole promotions.
  var voitDesJurys: Bool {
    habilitations.contains { habilitation in
      switch habilitation.portee {
      case .etablissement, .departement, .promotion:
        habilitation.role.droits.contains(.voirLesDecisions)
      case .module, .etudiant: false
      }
    }
  }

  /// Whether some role lets the person report incidents.
  var signaleDesIncidents: Bool {
    habilitations.contains { $0.role.droits.contains(.signalerUnIncident) }
  }

  /// Whether some role deals with bonuses.
  var bonifie: Bool {
    let droits: Set<Droit> = [.bonifierLeSport, .bonifierLEngagement, .gererLesCampagnes]
    return suitPar(droits)
  }

  /// Whether some role answers requests for arrangements.
  var amenage: Bool { suitPar([.gererLesAmenagements, .deciderDUnAmenagement]) }

  private func suitPar(_ droits: Set<Droit>) -> Bool {
    habilitations.contains { habilitation in
      switch habilitation.portee {
      case .etablissement, .departement, .promotion:
        !habilitation.role.droits.isDisjoint(with: droits)
      case .module, .etudiant: false
      }
    }
  }

  /// Whether some role gives a right, wherever.
  func aQuelqueRole(_ droit: Droit) -> Bool {
    habilitations.contains { $0.role.droits.contains(droit) }
  }

  /// Whether some role shows students.
  var voitDesEtudiants: Bool {
    habilitations.contains { $0.role.droits.contains(.voirLesEtudiants) }
  }
}

/// The menu of a person: the places where their roles let them go.
enum Menu {
  static func liens(_ visiteur: Visiteur, _ segments: [String]) -> [Lien] {
    let premier = segments.first ?? ""
    var liens = [Lien("Accueil", vers: "/", estCourant: premier.isEmpty)]
    if visiteur.aDesModules {
      liens.append(Lien("Mes modules", vers: Chemin.modules, estCourant: premier == "modules"))
    }
    if visiteur.suitDesPromotions {
      liens.append(
        Lien(
          "Promotions",
          vers: Chemin.promotions,
          estCourant: ["promotions", "parcours"].contains(premier),
        )
      )
    }
    if visiteur.voitDesEtudiants {
      liens.append(
        Lien("Étudiants", vers: Chemin.etudiants, estCourant: premier == "etudiants")
      )
    }
    if visiteur.voitDesJurys {
      liens.append(
        Lien("Jurys", vers: Chemin.jurys, estCourant: ["jurys", "bts"].contains(premier))
      )
    }
    if visiteur.aQuelqueRole(.faireLAppel) {
      liens.append(Lien("Appels", vers: Chemin.appels, estCourant: premier == "appels"))
    }
    if visiteur.aQuelqueRole(.suivreLesAbsences) {
      liens.append(Lien("Absences", vers: Chemin.absences, estCourant: premier == "absences"))
    }
    if visiteur.signaleDesIncidents {
      liens.append(
        Lien("Discipline", vers: Chemin.discipline, estCourant: premier == "discipline")
      )
    }
    if visiteur.bonifie {
      liens.append(
        Lien("Bonifications", vers: Chemin.bonifications, estCourant: premier == "bonifications")
      )
    }
    if visiteur.amenage {
      liens.append(
        Lien("Aménagements", vers: Chemin.amenagements, estCourant: premier == "amenagements")
      )
    }
    if visiteur.utilisateur.etudiant != nil {
      let estAuxDocuments = segments.starts(with: ["moi", "documents"])
      liens.append(
        Lien("Mon dossier", vers: Chemin.moi, estCourant: premier == "moi" && !estAuxDocuments)
      )
      liens.append(
        Lien("Mes documents", vers: Chemin.mesDocuments, estCourant: estAuxDocuments)
      )
    }
    if let lieu = Administration.allCases.first(where: { $0.sOuvre(a: visiteur) }) {
      let estCourant = premier == "administration"
      liens.append(Lien("Administration", vers: lieu.adresse, estCourant: estCourant))
    }
    return liens
  }
}
