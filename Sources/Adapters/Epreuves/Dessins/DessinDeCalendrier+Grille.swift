internal import Calendrier
internal import HTML

// Rooms and periods.
extension DessinDeCalendrier {
  var entetes: some HTML {
    HTMLGroup(
      HTMLList(charge.jours.indices.map { jour($0) }),
      HTMLList(probleme.periodes.indices.map { periode($0) }),
    )
  }

  @HTMLBuilder private func jour(_ jour: Int) -> some HTML {
    let periodes = probleme.periodes.indices.filter { probleme.jours[$0] == jour }
    let debut = periodes.first.map { grille.colonnes[$0] } ?? 0
    let fin = (periodes.last.map { grille.colonnes[$0] } ?? 0) + GrilleDeCalendrier.largeurDeCase
    cadre("jour", debut, 108, fin - debut, 20)
    texte("nomDeJour", debut + 6, 122, charge.jours[jour])
    cadre("fond", debut, 128, fin - debut, grille.bas - 128)
  }

  @HTMLBuilder private func periode(_ p: Int) -> some HTML {
    let periode = probleme.periodes[p]
    let presents = calendrier.placements.filter { $0.periode == p }
      .reduce(0) { $0 + $1.candidats.count }
    let nom = periode.date.isEmpty ? "période \(p)" : String(periode.heure.prefix(5))
    texte("heure", grille.colonnes[p] + 6, 144, nom)
    texte("petit", grille.colonnes[p] + 46, 144, "\(presents) étud.")
    line(
      .class("trait"),
      .x1("\(grille.colonnes[p])"),
      .y1("128"),
      .x2("\(grille.colonnes[p])"),
      .y2("\(grille.bas)"),
    ) {}
  }

  var rangees: some HTML {
    HTMLList(
      grille.rangees.map { rangee in
        HTMLGroup(
          line(
            .class("trait"),
            .x1("16"),
            .y1("\(rangee.y)"),
            .x2("\(grille.droite)"),
            .y2("\(rangee.y)"),
          ) {},
          texte("salle", 16, rangee.y + 14, nom(rangee)),
          texte("petit", 16, rangee.y + 27, capacite(rangee)),
        )
      }
    )
  }

  private func nom(_ rangee: GrilleDeCalendrier.Rangee) -> String {
    guard let salle = rangee.salle else { return "sans salle" }
    let nom = probleme.salles[salle].nom
    return coupe(Int(nom) == nil ? nom : "salle \(nom)", 16)
  }

  private func capacite(_ rangee: GrilleDeCalendrier.Rangee) -> String {
    rangee.salle.map { "\(probleme.salles[$0].capacite) places" } ?? ""
  }

  /// How full a room is, as a bar under what sits there.
  @HTMLBuilder func occupation(_ occupation: GrilleDeCalendrier.Occupation) -> some HTML {
    let rangee = grille.rangees[occupation.rangee]
    if let salle = rangee.salle {
      let places = max(probleme.salles[salle].capacite, 1)
      let pleine = GrilleDeCalendrier.largeurDeCase - 4
      let x = grille.colonnes[occupation.periode] + 2
      cadre("jauge", x, rangee.y + rangee.hauteur - 5, pleine, 3)
      cadre(
        occupation.candidats > places ? "plein trop" : "plein",
        x,
        rangee.y + rangee.hauteur - 5,
        max(pleine * min(occupation.candidats, places) / places, 1),
        3,
      )
      if occupation.candidats > places {
        texte(
          "tropDeCandidats",
          x + pleine,
          rangee.y + rangee.hauteur - 1,
          "\(occupation.candidats - places) de trop",
        )
      }
    }
  }

  @HTMLBuilder func boite(_ boite: GrilleDeCalendrier.Boite) -> some HTML {
    let place = boite.placement
    let epreuve = probleme.epreuves[place.epreuve]
    let ailleurs = attendusAilleurs(place)
    let largeur = GrilleDeCalendrier.largeurDeCase - 4
    let suite = boite.partie.sur > 1 ? " (\(boite.partie.numero)/\(boite.partie.sur))" : ""
    g(.class(ailleurs > 0 ? "enConflit" : "")) {
      title { phrase(description(boite)) }
      rect(
        .class("boite \(teinte(place.epreuve))"),
        .x("\(boite.x)"),
        .y("\(boite.y)"),
        .width(largeur),
        .height(GrilleDeCalendrier.hauteurDeBoite),
        .rx("3"),
      ) {}
      texte("code", boite.x + 5, boite.y + 13, coupe(epreuve.nom, 13 - suite.count) + suite)
      texte("petit", boite.x + 5, boite.y + 25, effectif(place))
      if ailleurs > 0 {
        alerte(boite.x + largeur - 19, boite.y + 2)
        texte("compteDAlerte", boite.x + largeur - 4, boite.y + 26, "\(ailleurs)")
      }
    }
  }

  /// How many of those who sit there have another exam at once.
  private func attendusAilleurs(_ place: CalendrierDExamens.Placement) -> Int {
    guard let siens = simultanees[place.epreuve] else { return 0 }
    return place.candidats.count(where: siens.contains)
  }

  private func effectif(_ place: CalendrierDExamens.Placement) -> String {
    let nombre = place.candidats.count
    let places = place.salle.map { " / \(probleme.salles[$0].capacite)" } ?? ""
    return "\(nombre)\(places)" + (estAPart(place) ? " à part" : "")
  }

  private func estAPart(_ place: CalendrierDExamens.Placement) -> Bool {
    probleme.epreuves[place.epreuve].forme == .ecrit && !place.candidats.isEmpty
      && place.candidats.allSatisfy { probleme.candidats[$0].installation != .commune }
  }

  /// What a box says when it is pointed at.
  private func description(_ boite: GrilleDeCalendrier.Boite) -> String {
    let place = boite.placement
    let epreuve = probleme.epreuves[place.epreuve]
    let ailleurs = attendusAilleurs(place)
    return [
      epreuve.nom, epreuve.intitule, epreuve.formation, probleme.nommer(periode: place.periode),
      place.salle.map { "salle \(probleme.salles[$0].nom)" } ?? "", "\(epreuve.duree) min",
      "\(place.candidats.count) candidats",
      ailleurs > 0 ? "étudiants attendus ailleurs à la même heure : \(ailleurs)" : "",
    ].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
