internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

extension Visite {
  func reglements(_ etat: VoirLesReglements.Etat) -> HTTPResponse {
    page("Règlements") {
      if etat.peutAdopter {
        Bouton("Adopter un règlement", .premier, vers: Chemin.reglements(etat.annee, "adopter"))
      }
    } contenu: {
      onglets(.reglements)
      if etat.annees.count > 1 || etat.annees.first != etat.annee {
        Onglets(
          "Années",
          etat.annees.map {
            Lien($0.description, vers: Chemin.reglements($0), estCourant: $0 == etat.annee)
          },
        )
      }
      Carte("En vigueur en \(etat.annee)") { enVigueur(etat) }
    }
  }

  private func enVigueur(_ etat: VoirLesReglements.Etat) -> some HTML {
    Tableau(
      "Règlements en vigueur en \(etat.annee)",
      colonnes: [
        .init("Pour"), .init("Règlement"), .init("Conseil de l’IUT"), .init("CFVU"),
        .init("À compléter"),
      ],
      lignes: etat.enVigueur.map { reglement in
        let profil = reglement.profil
        return Tableau.Ligne([
          "\(etat.nom(profil.departement))",
          Cellule(Lien(profil.nom, vers: Chemin.reglement(etat.annee, profil.id))),
          adoption(profil.conseil), adoption(profil.cfvu),
          Cellule(HTMLList(aCompleter(reglement))),
        ])
      },
      vide: EtatVide(
        "Aucun règlement en \(etat.annee)",
        "Sans règlement en vigueur, aucune moyenne ne peut être calculée.",
        action: etat.peutAdopter
          ? Bouton(
            "Adopter un règlement",
            .premier,
            vers: Chemin.reglements(etat.annee, "adopter"),
          ) : nil,
      ),
    )
  }

  private func adoption(_ jour: Jour?) -> Cellule {
    guard let jour else { return Cellule(Pastille("non enregistrée", .attention)) }
    return "\(jour.enLettres)"
  }

  private func aCompleter(_ reglement: ReglementEnVigueur) -> [AnyHTML] {
    var choses: [AnyHTML] = []
    if reglement.profil.irregularite != nil {
      choses.append(AnyHTML(Pastille("changé hors délai", .attention)))
    }
    if !reglement.manque.isEmpty {
      choses.append(AnyHTML(p { compte(reglement.manque.count, "date") + " d’adoption" }))
    }
    let valeurs = reglement.aConfirmer.count
    if valeurs > 0 {
      choses.append(AnyHTML(p { compte(valeurs, "valeur") + " à confirmer" }))
    }
    return choses.isEmpty ? [AnyHTML("rien")] : choses
  }

  // MARK: One of them

  func reglement(
    _ etat: VoirLesReglements.Etat,
    _ reglement: ReglementEnVigueur,
    _ formulaire: FormulaireDeDates,
    _ statut: HTTPStatus = .ok,
  ) -> HTTPResponse {
    let profil = reglement.profil
    return page(
      profil.nom,
      fil: fil(.reglements) + [
        Lien(etat.annee.description, vers: Chemin.reglements(etat.annee))
      ],
      avis: formulaire.avis,
      statut: statut,
    ) {
      Grille {
        Carte("Adoption") { definitions(etat, profil) }
        if etat.peutAdopter {
          Carte("Compléter les dates") {
            formulaire.corps(vers: Chemin.reglement(etat.annee, profil.id), jeton: jeton)
          }
        }
      }
      Carte("Ce qu’il règle") { parametres(reglement.reglages) }
    }
  }

  private func definitions(_ etat: VoirLesReglements.Etat, _ profil: ProfilAdopte) -> some HTML {
    Definitions(
      [
        ("Pour", "\(etat.nom(profil.departement))"), ("Année", "\(etat.annee.description)"),
        ("Conseil de l’IUT", adoption(profil.conseil)), ("CFVU", adoption(profil.cfvu)),
      ] + (profil.irregularite.map { [("Changé hors délai", "\($0)")] } ?? [])
    )
  }

  private func parametres(_ reglages: Reglages) -> some HTML {
    Tableau(
      "Valeur de chaque réglage et d’où elle vient",
      colonnes: [
        .init("Réglage"), .init("Valeur"), .init("Fixée par"), .init("Source"),
        .init("Référence", estSecondaire: true),
      ],
      lignes: NomDeReglage.allCases.map { nom in
        let reglage = reglages.reglage(nom)
        let parametre = Parametre.nomme(nom.nom)
        return Tableau.Ligne([
          Cellule(
            HTMLGroup(Typographie.phrase(parametre?.enonce ?? nom.nom), " ", code { nom.nom })
          ),
          Cellule(
            HTMLGroup(
              reglage.valeur.phrase,
              reglage.aConfirmer ? Pastille("à confirmer", .attention) : nil,
            )
          ),
          "\(reglage.phraseDeCouche)", "\(Typographie.phrase(reglage.source))",
          "\(parametre?.reference ?? "")",
        ])
      },
    )
  }
}

extension ValeurDeParametre {
  /// The value as people read it.
  var phrase: String {
    switch self {
    case .nombre(let nombre): nombre.description
    case .booleen(let valeur): valeur ? "oui" : "non"
    case .mot(let mot): mot
    case .date(let jour): jour.enLettres
    case .rien: "aucune"
    }
  }
}

extension Reglage {
  /// Who sets it.
  fileprivate var phraseDeCouche: String {
    switch couche {
    case "national": "l’arrêté national"
    case "etablissement": "l’établissement"
    case "departement": "le département"
    case _: couche
    }
  }
}
