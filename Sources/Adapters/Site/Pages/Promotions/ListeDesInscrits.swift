internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// The list of a promotion: boxes to tick, a group to place them in.
struct ListeDesInscrits {
  private let liste: VoirLesInscrits.Liste
  private let filtre: Groupe?
  private let jour: Jour
  private let jeton: Jeton

  /// `groupe`: the number of the group that is shown alone, as the address has it.
  init(_ liste: VoirLesInscrits.Liste, groupe: String, jour: Jour, jeton: Jeton) {
    self.liste = liste
    self.jour = jour
    self.jeton = jeton
    filtre = liste.groupes.first { "\($0.id)" == groupe }
  }

  private var montres: [VoirLesInscrits.Inscrit] {
    liste.inscrits.filter { inscrit in filtre.map { inscrit.groupes.contains($0.id) } ?? true }
  }

  @HTMLBuilder var corps: some HTML {
    if !liste.groupes.isEmpty { filtres }
    if liste.peutGerer, !liste.inscrits.isEmpty, !liste.groupes.isEmpty {
      formulaire
    } else {
      tableau(choix: false)
    }
  }

  private var filtres: some HTML {
    Onglets(
      "Groupes",
      [
        Lien(
          "Tous",
          vers: PagesDesInscrits.adresse(liste.promotion.id, nil),
          estCourant: filtre == nil,
        )
      ]
        + liste.groupes.map { groupe in
          Lien(
            "\(groupe.nom) (\(effectif(groupe)))",
            vers: PagesDesInscrits.adresse(liste.promotion.id, groupe.id),
            estCourant: filtre == groupe,
          )
        },
    )
  }

  private func effectif(_ groupe: Groupe) -> Int {
    liste.inscrits.count { $0.groupes.contains(groupe.id) && $0.inscription.fin == nil }
  }

  private var formulaire: some HTML {
    Formulaire(
      vers: Chemin.promotion(liste.promotion.id, "etudiants"),
      jeton: jeton,
      attributs: [.id("placement")],
    ) {
      input(.type("hidden"), .name("filtre"), .value(filtre.map { "\($0.id)" } ?? ""))
      div(.class("placement")) {
        div {
          p(.id("combien"), .role("status")) { "Cochez des étudiants, puis choisissez le groupe." }
          div(.class("champ champ-coche"), .hidden) {
            div(.class("coche")) {
              input(.type("checkbox"), .id("tous"))
              label(.for("tous")) { "Cocher tous ceux qui sont montrés" }
            }
          }
          tableau(choix: true)
        }
        div(.class("placement-cote")) {
          Champ("groupe", "Groupe", .choix(liste.groupes.map { Choix("\($0.id)", $0.nom) }))
          Boutons(
            Bouton("Placer dans le groupe", .premier, nom: "effet", valeur: "placer"),
            Bouton("Retirer du groupe", nom: "effet", valeur: "retirer"),
          )
          p(.class("aide")) {
            "Un étudiant a un seul TD, un seul TP, un seul parcours : le placer lui fait quitter l’autre."
              .enPhraseSuite
          }
          colonnes
        }
      }
    }
  }

  /// Where students are dropped; a script shows it.
  private var colonnes: some HTML {
    div(.id("colonnes"), .hidden) {
      p(.class("aide")) { "Ou faites glisser une ligne sur un groupe." }
      ul(.class("colonnes")) {
        for groupe in liste.groupes {
          li(.data("groupe", "\(groupe.id)")) { "\(groupe.nom) (\(effectif(groupe)))" }
        }
      }
    }
  }

  private func tableau(choix: Bool) -> some HTML {
    Tableau(
      "Étudiants de \(liste.promotion.nom)",
      colonnes: [
        .init("Étudiant"), .init("Numéro", estSecondaire: true), .init("Groupes"),
        .init("Statut", estSecondaire: true), .init("État"),
      ],
      lignes: montres.map { ligne($0, choix: choix) },
      vide: EtatVide(
        filtre == nil ? "Personne n’est encore inscrit" : "Le groupe est vide",
        liste.peutGerer ? "Importez une liste, ou inscrivez un étudiant ci-dessous." : nil,
      ),
    )
  }

  private func ligne(_ inscrit: VoirLesInscrits.Inscrit, choix: Bool) -> Tableau.Ligne {
    let groupes = liste.groupes.filter { inscrit.groupes.contains($0.id) }.map(\.nom)
    return Tableau.Ligne([
      Cellule(nom(inscrit, choix)), "\(inscrit.etudiant.identite?.nip ?? "")",
      "\(groupes.joined(separator: ", "))", "\(inscrit.inscription.statut(le: jour).phrase)",
      Cellule(etat(inscrit.inscription)),
    ])
  }

  @HTMLBuilder private func nom(_ inscrit: VoirLesInscrits.Inscrit, _ choix: Bool) -> some HTML {
    let id = "etudiant-\(inscrit.etudiant.id)"
    if choix {
      input(
        .type("checkbox"),
        .id(id),
        .name("etudiant"),
        .value("\(inscrit.etudiant.id)"),
        .aria("label", "Choisir \(inscrit.etudiant.nomAffiche)"),
      )
      " "
    }
    Lien(inscrit.etudiant.nomAffiche, vers: Chemin.etudiant(inscrit.etudiant.id))
  }

  @HTMLBuilder private func etat(_ inscription: Inscription) -> some HTML {
    if let fin = inscription.fin {
      Pastille(fin.cause.phrase, .attention)
    } else {
      Pastille("inscrit", .succes)
    }
    if liste.peutGerer {
      " "
      Lien("changer", vers: Chemin.inscription(inscription))
    }
  }
}
