internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage

/// The journal: who did what, when, and what it changed.
enum PagesDuJournal {
  static let routes: [Route] = [
    .lecture("/administration/journal") { visite in
      let question = QuestionAuJournal(visite)
      let lu = try await visite.demander(question.demande)
      let noms = try await visite.demander(NommerDesObjets(lu.entrees.map(\.entree.objet)))
      return visite.journal(lu, noms, question)
    },
    .lecture("/administration/journal/{numero}") { visite in
      let numero = Int64(visite.valeurs["numero"] ?? "") ?? 0
      let lue = try await visite.demander(LireUneEntree(numero))
      let noms = try await visite.demander(NommerDesObjets([lue.entree.objet]))
      return visite.entree(lue, noms[lue.entree.objet])
    },
  ]
}

extension Visite {
  fileprivate func journal(
    _ lu: VoirLeJournal.Page,
    _ noms: [String: ObjetNomme],
    _ question: QuestionAuJournal,
  ) -> HTTPResponse {
    page("Journal") {
      onglets(.journal)
      recherche(question, lu.auteurInconnu)
      Carte("Entrées") {
        if question.avant != nil || question.estFiltree {
          Bouton("Tout, depuis la dernière", vers: Administration.journal.adresse)
        }
      } contenu: {
        entrees(lu, noms, question)
        if lu.aUneSuite, let derniere = lu.entrees.last {
          div(.class("actions")) {
            Bouton(
              "Entrées avant la \(derniere.entree.numero)",
              vers: question.adresse(avant: derniere.entree.numero),
            )
          }
        }
      }
      Carte("Ce que le journal prouve") { preuve(lu.tete) }
    }
  }

  private func recherche(_ question: QuestionAuJournal, _ auteurInconnu: Bool) -> some HTML {
    Recherche(vers: Administration.journal.adresse) {
      Champ("acte", "Acte", .recherche(question.acte))
      Champ(
        "auteur",
        "Identifiant de l’auteur",
        .recherche(question.auteur),
        erreur: auteurInconnu ? "Personne n’a cet identifiant." : nil,
      )
      Champ("objet", "Objet", .recherche(question.objet))
      Champ(
        "avant",
        "Avant le numéro",
        .entier(question.avant.map { "\($0)" } ?? ""),
        estFacultatif: true,
      )
      Bouton("Chercher")
    }
  }

  private func entrees(
    _ lu: VoirLeJournal.Page,
    _ noms: [String: ObjetNomme],
    _ question: QuestionAuJournal,
  ) -> some HTML {
    Tableau(
      "Entrées du journal, la plus récente d’abord",
      colonnes: [
        .init("N°", .chiffres), .init("Quand", estSecondaire: true), .init("Qui"), .init("Acte"),
        .init("Objet", estSecondaire: true), .init("Ce qui change"),
      ],
      lignes: lu.entrees.map { nommee in
        let entree = nommee.entree
        let numero = "\(entree.numero)"
        return Tableau.Ligne([
          Cellule(Lien(numero, vers: Chemin.administration("journal", numero))),
          "\(enLettres(entree.horodatage))",
          nommee.auteur.map {
            Cellule(Lien($0.nom, vers: question.adresse(\.auteur, $0.identifiant)))
          } ?? "console",
          Cellule(Lien(entree.acte.enMots, vers: question.adresse(\.acte, entree.acte))),
          Cellule(objet(entree.objet, noms[entree.objet], question)),
          "\(RecitDEntree(entree.contenu).resume)",
        ])
      },
      vide: EtatVide(
        "Aucune entrée ne correspond",
        "L’acte et l’objet s’écrivent comme dans le journal : « saisir une note », « evaluation/12 ».",
      ),
    )
  }

  /// The thing by its name, and the way to all its entries.
  private func objet(_ objet: String, _ nomme: ObjetNomme?, _ question: QuestionAuJournal)
    -> some HTML
  {
    HTMLGroup(
      nomme?.lien,
      span(.class("dessous")) { Lien(objet, vers: question.adresse(\.objet, objet)) },
    )
  }

  @HTMLBuilder
  private func preuve(_ tete: EntreeDeJournal?) -> some HTML {
    if let tete {
      Definitions([
        ("Dernière entrée", "\(tete.numero)"),
        ("Son empreinte", Cellule(Element("code", [], tete.empreinte))),
      ])
    }
    p {
      "Chaque entrée est liée à la précédente par une empreinte. Gardez ce numéro et cette "
        + "empreinte hors du serveur : ils prouveront que rien de ce qui précède n’a changé depuis."
    }
    p {
      "La vérification se fait sur le serveur, par deux programmes qui ne partagent rien ; le "
        + "chapitre « Ce que le journal prouve » de docs/administration.md la décrit."
    }
    pre {
      code {
        "delibere journal verifier --tete tete.json\n"
          + "delibere journal exporter > journal.jsonl\n"
          + "python3 tools/verifier_journal.py journal.jsonl tete.json"
      }
    }
  }

  // MARK: One entry

  fileprivate func entree(_ nommee: EntreeNommee, _ nomme: ObjetNomme?) -> HTTPResponse {
    let entree = nommee.entree
    let recit = RecitDEntree(entree.contenu)
    return page("Entrée \(entree.numero)", fil: fil(.journal)) {
      Carte(entree.acte.enMots) {
        Definitions(
          [
            ("Quand", "\(enLettres(entree.horodatage))"),
            ("Qui", "\(nommee.auteur.map { "\($0.nom) (\($0.identifiant))" } ?? "la console")"),
            ("Objet", nomme.map { Cellule($0.lien) } ?? "\(entree.objet)"),
            ("Son nom au journal", Cellule(Element("code", [], entree.objet))),
          ] + recit.autour.map { ($0.nom, Cellule($0.valeur)) } + [
            ("Empreinte", Cellule(Element("code", [], entree.empreinte)))
          ]
        )
      }
      Carte("Ce qui change") {
        Tableau(
          "Avant et après l’entrée \(entree.numero)",
          colonnes: [.init("Champ"), .init("Avant"), .init("Après")],
          lignes: recit.changements.map { ["\($0.nom)", "\($0.avant)", "\($0.apres)"] }
            .map { Tableau.Ligne($0) },
          vide: EtatVide(recit.estEfface ? "Contenu effacé" : "Rien d’écrit", recit.pourquoiVide),
        )
      }
    }
  }
}

extension String {
  /// « saisir-une-note » as « saisir une note ».
  fileprivate var enMots: String { split(separator: "-").joined(separator: " ") }
}
