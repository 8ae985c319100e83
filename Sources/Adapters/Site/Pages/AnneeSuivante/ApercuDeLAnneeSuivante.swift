internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

/// What would be made, what was made, and the students by where they go.
struct ApercuDeLAnneeSuivante: HTML {
  private let plan: PlanDAnneeSuivante
  private let saisie: SaisieLue
  private let jeton: Jeton

  init(_ plan: PlanDAnneeSuivante, _ envoyee: SaisieLue?, _ jeton: Jeton) {
    self.plan = plan
    saisie = envoyee ?? SaisieLue(["groupes": "oui"])
    self.jeton = jeton
  }

  func render(into output: inout HTMLOutput) { corps.render(into: &output) }

  private var annee: String { plan.annee?.description ?? "suivante" }

  @HTMLBuilder private var corps: some HTML {
    if !plan.faites.isEmpty { Carte("Ce qui est fait") { faites } }
    if plan.peutFaire, plan.juryClos, !plan.aInscrire.isEmpty {
      Carte("Faire l’année \(annee)") { fabrique }
    }
    HTMLList(GenreDeSuite.allCases.map { groupe($0) })
  }

  // MARK: What was made

  private var faites: some HTML {
    ul(.class("etapes")) {
      for faite in plan.faites {
        li {
          p {
            Typographie.phrase(
              "Le \(faite.annee.faite.enLettres) : "
                + "\(compte(faite.annee.inscriptions.count, "inscription")), "
                + "\(compte(faite.annee.promotions.count, "promotion créée", "promotions créées")), "
                + "\(compte(faite.annee.groupes.count, "groupe créé", "groupes créés"))."
            )
          }
          if !faite.obstacles.isEmpty {
            p(.class("aide")) {
              Typographie.phrase(
                "Ne peut plus être défait, on y a écrit : "
                  + faite.obstacles.joined(separator: ", ") + "."
              )
            }
          } else if plan.peutFaire {
            Formulaire(
              vers: Chemin.promotion(plan.promotion.id, "annee-suivante", "defaire"),
              jeton: jeton,
            ) {
              input(.type("hidden"), .name("annee"), .value("\(faite.annee.id)"))
              Boutons(Bouton("Défaire", .danger))
            }
          }
        }
      }
    }
  }

  // MARK: What would be

  private var fabrique: some HTML {
    HTMLGroup(
      p {
        Typographie.phrase(
          "\(compte(plan.aInscrire.count, "étudiant")) à inscrire. Les indécis et ceux qui partent ne "
            + "le sont pas ; ceux qui sont déjà inscrits en \(annee) restent où ils sont. Les UE "
            + "acquises suivent chaque étudiant."
        )
      },
      Formulaire(vers: Chemin.promotion(plan.promotion.id, "annee-suivante"), jeton: jeton) {
        input(.type("hidden"), .name("empreinte"), .value(plan.empreinte))
        HTMLList(plan.cibles.map { champs($0) })
        if plan.cibles.contains(where: \.peutAccueillir) {
          Champ(
            "groupes",
            "Garder les groupes de ceux qui passent, sous les mêmes noms",
            .coche(saisie["groupes"] == "oui"),
          )
          Boutons(Bouton("Faire l’année \(annee)", .premier))
        }
      },
    )
  }

  @HTMLBuilder private func champs(_ cible: PlanDAnneeSuivante.Cible) -> some HTML {
    let nom = "accueil\(cible.anneeBUT.valeur)"
    let choix =
      cible.promotions.map { Choix("p\($0.id)", $0.nom) }
      + cible.maquettes.map {
        Choix("m\($0.id)", "Promotion à créer, sur la maquette \($0.annee) version \($0.numero)")
      }
    let accueil = "\(compte(cible.effectif, "étudiant")) en année \(cible.anneeBUT.valeur) du BUT"
    if choix.isEmpty {
      Encart(
        .attention,
        titre: accueil,
        "Ni promotion ni maquette de \(annee) pour cette année du BUT : déposez la maquette, puis "
          + "revenez ici. Les autres peuvent être inscrits dès maintenant.",
      )
    } else {
      Rangee {
        Champ(
          nom,
          accueil,
          .choix(
            choix,
            choisi: saisie.facultatif(nom) ?? cible.promotions.first.map { "p\($0.id)" },
          ),
          aide: "Sans choix, ils sont laissés pour plus tard.",
          estFacultatif: true,
        )
        if !cible.maquettes.isEmpty {
          Champ(
            nom + "-nom",
            "Nom de la promotion à créer",
            .texte(saisie.facultatif(nom + "-nom") ?? propose(cible)),
            estFacultatif: true,
          )
        }
      }
    }
  }

  /// The name of those who begin the same year of the BUT again.
  private func propose(_ cible: PlanDAnneeSuivante.Cible) -> String {
    let libre = cible.promotions.isEmpty && cible.anneeBUT == plan.promotion.anneeBUT
    return libre ? plan.promotion.nom : ""
  }

  @HTMLBuilder private func groupe(_ genre: GenreDeSuite) -> some HTML {
    let lignes = plan.lignes.filter { GenreDeSuite($0.destination) == genre }
    if !lignes.isEmpty {
      Carte("\(genre.titre) (\(lignes.count))") {
        Tableau(
          "\(genre.titre) après \(plan.promotion.nomEntier)",
          colonnes: colonnes(genre),
          lignes: lignes.map { ligne($0, genre) },
        )
      }
    }
  }

  private func colonnes(_ genre: GenreDeSuite) -> [Tableau.Colonne] {
    switch genre {
    case .passe, .quitte, .indecis:
      [.init("Étudiant"), .init("Pourquoi"), .init("Déjà inscrit", estSecondaire: true)]
    case .redouble:
      [
        .init("Étudiant"), .init("Semestres"), .init("UE capitalisées"), .init("Pourquoi"),
        .init("Déjà inscrit", estSecondaire: true),
      ]
    }
  }

  private func ligne(_ ligne: PlanDAnneeSuivante.Ligne, _ genre: GenreDeSuite) -> Tableau.Ligne {
    let milieu: [Cellule] =
      switch genre {
      case .redouble:
        [
          "\(ProcedureDeRedoublement.enMots(ligne.destination.semestres))",
          "\(capitalisees(ligne))",
        ]
      case .passe, .quitte, .indecis: []
      }
    return Tableau.Ligne(
      [nom(ligne)] + milieu + [Cellule(pourquoi(ligne)), "\(ligne.deja?.nom ?? "–")"]
    )
  }

  private func capitalisees(_ ligne: PlanDAnneeSuivante.Ligne) -> String {
    let codes = ligne.suite.capitalisees.filter { code in
      code.semestre.map(ligne.destination.semestres.contains) ?? false
    }
    return codes.isEmpty ? "aucune" : codes.map(\.texte).joined(separator: ", ")
  }

  /// Leads to the choice of another destination, for whoever may make it.
  private func nom(_ ligne: PlanDAnneeSuivante.Ligne) -> Cellule {
    guard plan.peutFaire else {
      return Cellule(
        Lien(ligne.etudiant.nomAffiche, vers: Chemin.etudiant(ligne.etudiant.id))
      )
    }
    return Cellule(
      Lien(
        ligne.etudiant.nomAffiche,
        vers: Chemin.promotion(plan.promotion.id, "annee-suivante", "\(ligne.etudiant.id)"),
      )
    )
  }

  @HTMLBuilder private func pourquoi(_ ligne: PlanDAnneeSuivante.Ligne) -> some HTML {
    if let choix = ligne.choix {
      Pastille("changé", .attention)
      Typographie.phrase(
        " \(choix.motif) (les décisions disent : \(ligne.suite.destination.enMots), "
          + "\(ligne.suite.motif))"
      )
    } else {
      Typographie.phrase(ligne.suite.motif.enPhraseSansPoint)
    }
  }
}

extension PlanDAnneeSuivante.Cible {
  /// Whether a promotion stands, or can be made.
  fileprivate var peutAccueillir: Bool { !promotions.isEmpty || !maquettes.isEmpty }
}
