internal import Actes

extension InstallerLesComptes {
  /// Those who direct, manage and help.
  var services: [Poste] {
    let departements = [mmi, rt].map { Portee.departement($0.promotion.departement) }
    return [
      poste(.direction, "beatrice.hauteclaire", "Béatrice Hauteclaire", "direction de l’IUT"),
      poste(
        .directeurDesEtudes,
        "etienne.marcheval",
        "Étienne Marcheval",
        "direction des études de MMI",
        [departements[0]],
      ),
      poste(
        .responsableDeDepartement,
        "anselme.gouvernal",
        "Anselme Gouvernal",
        "responsable du département MMI",
        [departements[0]],
      ),
      poste(
        .responsableDeDepartement,
        "solene.rochebrane",
        "Solène Rochebrane",
        "responsable du département R&T",
        [departements[1]],
      ),
      poste(
        .secretariat,
        "delphine.jolivault",
        "Delphine Jolivault",
        "secrétariat de MMI",
        [departements[0]],
      ),
      poste(
        .secretariat,
        "gerald.boissenard",
        "Gérald Boissenard",
        "secrétariat de MMI et de R&T",
        departements,
      ),
      poste(
        .jury,
        "edith.villarcher",
        "Édith Villarcher",
        "membre des jurys de MMI",
        [departements[0]],
      ),
      poste(
        .commissionDesBonifications,
        "firmin.courtalon",
        "Firmin Courtalon",
        "commission des bonifications",
      ),
      poste(.suaps, "maxence.taillandeau", "Maxence Taillandeau", "service des sports (SUAPS)"),
      poste(.serviceHandicap, "agathe.loiselance", "Agathe Loiselance", "service handicap"),
      poste(.surveillant, "regis.durochet", "Régis Durochet", "surveillance des épreuves"),
    ]
  }

  /// Those who teach, where marks are lacking first.
  var enseignants: [Poste] {
    let (siens, communs) = (mmi.modulesEnCours, rt.modulesEnCours)
    return [
      poste(
        .responsableDeModule,
        "damien.fontanglard",
        "Damien Fontanglard",
        "responsable de",
        modules: [(mmi, siens.dropFirst(1).prefix(3))],
      ),
      poste(
        .enseignant,
        "noe.aubrevant",
        "Noé Aubrévant",
        "enseignant de",
        modules: [(mmi, siens.prefix(2)), (rt, communs.prefix(2))],
      ),
      poste(
        .enseignant,
        "cecile.pontavoine",
        "Cécile Pontavoine",
        "enseignante de",
        modules: [(mmi, siens.dropFirst(2).prefix(2)), (rt, communs.dropFirst(2).prefix(1))],
      ),
    ]
  }

  private func poste(
    _ role: Role,
    _ identifiant: String,
    _ nom: String,
    _ fonction: String,
    _ portees: [Portee] = [.etablissement],
  ) -> Poste {
    Poste(role: role, identifiant: identifiant, nom: nom, fonction: fonction, portees: portees)
  }

  /// Somebody who teaches some modules of some promotions.
  private func poste(
    _ role: Role,
    _ identifiant: String,
    _ nom: String,
    _ fonction: String,
    modules: [(InstallerUnePromotion.Installee, ArraySlice<String>)],
  ) -> Poste {
    let ou = modules.map { installee, codes in
      "\(codes.sorted().joined(separator: ", ")) en \(installee.promotion.nom)"
    }
    let portees = modules.flatMap { installee, codes in
      codes.sorted().map { Portee.module(installee.promotion.id, $0) }
    }
    return poste(
      role,
      identifiant,
      nom,
      "\(fonction) \(ou.joined(separator: " et "))",
      portees,
    )
  }
}
