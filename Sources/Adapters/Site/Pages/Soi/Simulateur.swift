internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

/// The simulator: what is needed, the marks supposed, what they give.
struct Simulateur {
  private let simulation: SimulationDeNotes
  private let saisie: SaisieDeSimulation
  private let annee: AnneeVue

  init(_ simulation: SimulationDeNotes, _ saisie: SaisieDeSimulation, _ annee: AnneeVue) {
    self.simulation = simulation
    self.saisie = saisie
    self.annee = annee
  }

  @HTMLBuilder var corps: some HTML {
    Encart(
      .neutre,
      "Ceci est un calcul sur vos notes publiées et sur celles que vous imaginez : il n’annonce "
        + "aucune décision, et personne d’autre que vous ne le voit.",
    )
    ResumeDesErreurs(de: [champObjectif] + simulation.modules.map(champ))
    form(.class("simulateur"), .get, .action(annee.vu.adresse("objectifs")), .id("simulateur")) {
      if annee.fiche.parcours.count > 1 {
        input(.type("hidden"), .name("promotion"), .value("\(annee.promotion.id)"))
      }
      Carte("Mon objectif") {
        champObjectif
        Boutons(Bouton("Calculer", .premier))
      }
      div(.id("reponse"), .aria("live", "polite")) { reponse }
      if !simulation.modules.isEmpty {
        Carte("Mes notes à venir") {
          p(.class("aide")) {
            Typographie.phrase(
              "Changez une note pour voir ce qu’elle donnerait. Elle remplace toutes les notes qui "
                + "manquent dans le module."
            )
          }
          HTMLList(semestres.map { AnyHTML(notes($0)) })
          div(.class("etat-fixe")) {
            p(.id("etat")) { etat }
            Boutons(Bouton("Calculer avec ces notes", .premier))
          }
        }
      }
    }
    if let besoin = simulation.session2 { SessionDeuxDite(besoin, simulation).corps }
  }

  private var champObjectif: Champ {
    Champ(
      "objectif",
      "Je veux",
      .choix(
        simulation.objectifs.map { Choix($0.nom, $0.enClair) },
        choisi: simulation.objectif.nom,
      ),
      erreur: saisie.fautes["objectif"],
    )
  }

  private var semestres: [NumeroSemestre] {
    Set(simulation.modules.map(\.attendu.semestre)).sorted()
  }

  @HTMLBuilder private func notes(_ semestre: NumeroSemestre) -> some HTML {
    h3 { "Semestre \(semestre.valeur)" }
    div(.class("curseurs")) {
      HTMLList(
        simulation.modules.filter { $0.attendu.semestre == semestre }.map { curseur($0) }
      )
    }
  }

  private var etat: Pastille {
    Pastille(
      simulation.estAtteint ? "objectif atteint" : "objectif pas encore atteint",
      simulation.estAtteint ? .succes : .attention,
    )
  }

  // MARK: The answer

  @HTMLBuilder private var reponse: some HTML {
    Carte("Ce qu’il me faut") {
      p(.class("verdict")) { Typographie.phrase(besoin) }
      if let precision { p { Typographie.phrase(precision) } }
    }
    if !simulation.modules.isEmpty {
      Carte("Avec les notes ci-dessous") {
        p(.class("suite-de-verdict")) {
          etat
        }
        resultats
      }
    }
  }

  private var besoin: String {
    let but = simulation.objectif.enClair
    switch simulation.partout {
    case .aucune: return "Toutes vos notes sont publiées : aucune n’est attendue."
    case .assure: return "Quelles que soient vos notes à venir, vous avez de quoi \(but)."
    case .impossible: return "Même avec 20 partout, ces notes ne suffisent pas pour \(but)."
    case .auMoins(let note):
      guard simulation.modules.count > 1 else {
        let module = simulation.modules.first?.attendu.code.imprime ?? ""
        return "Il vous faut \(note) en \(module)."
      }
      return "Il vous faut \(note) partout où une note manque."
    }
  }

  private var precision: String? {
    switch simulation.partout {
    case .aucune, .assure: nil
    case .impossible:
      "Cela peut changer : une absence justifiée, un bonus, une compensation. Parlez-en à votre "
        + "directeur des études."
    case .auMoins:
      simulation.modules.count > 1
        ? "Pour \(simulation.objectif.enClair), c’est la plus petite note qui suffit si vous "
          + "l’avez dans chacun des \(simulation.modules.count) modules. Plus haut dans l’un, ce peut "
          + "être plus bas dans un autre : essayez plus bas."
        : "Pour \(simulation.objectif.enClair), c’est la plus petite note qui suffit."
    }
  }

  private var resultats: some HTML {
    Tableau(
      "Moyennes avec ces notes",
      colonnes: [
        .init("UE"), .init("Avant", .chiffres), .init("Avec", .chiffres),
      ],
      lignes: simulation.ues.map { une in
        Tableau.Ligne([
          "\(une.ue.code.texte)", "\(une.presente.valeur?.moyenneAffichee ?? "–")",
          Cellule(strong { une.moyenne?.moyenneAffichee ?? "–" }),
        ])
      }
        + simulation.rcues.map { cle, moyenne in
          Tableau.Ligne(
            [
              "\(Typographie.phrase("Compétence \(cle.competence), ensemble"))", "",
              Cellule(strong { moyenne?.moyenneAffichee ?? "–" }),
            ],
            estChoisie: true,
          )
        },
    )
  }

  // MARK: The marks

  private func champ(_ module: SimulationDeNotes.ModuleSimule) -> Champ {
    let code = module.attendu.code.canonique
    return Champ(
      SaisieDeSimulation.prefixe + code,
      titre(module),
      .nombre(saisie.tapees[code] ?? module.note.description),
      erreur: saisie.fautes[code],
    )
  }

  private func titre(_ module: SimulationDeNotes.ModuleSimule) -> String {
    let code = module.attendu.code
    return module.titre == code.canonique ? code.imprime : "\(code.imprime) \(module.titre)"
  }

  private func curseur(_ module: SimulationDeNotes.ModuleSimule) -> some HTML {
    let code = module.attendu.code.canonique
    let valeur = module.note.valeur.litteralJSON
    return div(.class("curseur")) {
      champ(module)
      input(
        .type("range"),
        .min("0"),
        .max("20"),
        .step("0.1"),
        .value(valeur),
        .aria("label", "Note en \(module.attendu.code.imprime)"),
        .data("pour", SaisieDeSimulation.prefixe + code),
        .hidden(true),
      )
      p(.class("aide"), .id("besoin-" + code)) { Typographie.phrase(besoin(module)) }
    }
  }

  private func besoin(_ module: SimulationDeNotes.ModuleSimule) -> String {
    let ues = module.attendu.ues.map(\.texte).joined(separator: ", ")
    let connue =
      module.attendu.connue.map { ", moyenne actuelle \($0.moyenneAffichee)" } ?? ""
    return "Compte dans \(ues)\(connue). " + suffisance(module)
  }

  private func suffisance(_ module: SimulationDeNotes.ModuleSimule) -> String {
    switch module.auMoins {
    case nil: "Seul, ce module ne suffit pas : même 20 ici demande plus ailleurs."
    case .some(let note):
      note == .zero
        ? "Avec vos autres notes, n’importe quelle note suffit ici."
        : "Avec vos autres notes, il vous faut \(note) ici."
    }
  }
}
