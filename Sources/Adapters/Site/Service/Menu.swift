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

  /// Whether some role deals with bonuses.
  var bonifie: Bool {
    let droits: Set<Droit> = [.bonifierLeSport, .bonifierLEngagement, .gererLesCampagnes]
    return suitPar(droits)
  }

  /// Whether some role has to do with sessions 2.
  var suitDesSessions2: Bool {
    suitPar([.gererLesCampagnes, .deciderEnSession2, .gererLesAmenagements])
      || aQuelqueRole(.choisirUneEpreuve) || aDesModules
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
    let procedures = Procedure.ouvertes(a: visiteur)
    if procedures.count <= Procedure.enMenu {
      liens += procedures.map { Lien($0.nom, vers: $0.adresse, estCourant: $0.tient(premier)) }
    } else {
      let estCourant = premier == "procedures" || procedures.contains { $0.tient(premier) }
      liens.append(Lien("Procédures", vers: Chemin.procedures, estCourant: estCourant))
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
