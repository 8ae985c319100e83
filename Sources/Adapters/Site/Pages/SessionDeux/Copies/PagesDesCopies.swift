internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// Copies of session 2, what they change, contestations and support.
enum PagesDesCopies {
  static let routes: [Route] =
    [
      .lecture("/session-2/{campagne}/copies", par: lister),
      .lecture("/session-2/{campagne}/effets", par: effets),
    ] + PageDeCopies.routes + PagesDesContestations.routes + PageDeSesCopies.routes
    + PagesDuSoutien.routes + PageDeSonSoutien.routes

  private static func lister(_ visite: Visite) async throws -> HTTPResponse {
    let tableau = try await visite.demander(VoirLesCopies(visite.campagneDeSession2()))
    return visite.page("Copies, \(tableau.promotion.nomEntier)") {
      if tableau.prepare { LiensDeSession2(tableau.campagne.id, .copies) }
      publication(tableau)
      Carte("Épreuves") { epreuves(tableau) }
    }
  }

  @HTMLBuilder private static func publication(_ tableau: VoirLesCopies.Tableau) -> some HTML {
    if let derniere = tableau.publications.last {
      Encart(
        .succes,
        titre: "Résultats publiés le \(derniere.moment.enLettres).",
        "Une note ne change plus que pour une erreur matérielle avérée, par une nouvelle délibération.",
      )
    } else {
      Encart(
        .information,
        titre: "Rien n’est visible des étudiants.",
        "Les notes de session 2 leur apparaissent à la clôture du jury, et pas avant.",
      )
    }
  }

  private static func epreuves(_ tableau: VoirLesCopies.Tableau) -> some HTML {
    Tableau(
      "Copies des épreuves",
      colonnes: [
        .init("UE"), .init("Correction", estSecondaire: true),
        .init("Anonymat", estSecondaire: true), .init("Inscrits", .chiffres),
        .init("Prêtes", .chiffres), .init("État"),
      ],
      lignes: tableau.epreuves.map { suivie in
        let epreuve = suivie.epreuve
        return Tableau.Ligne([
          Cellule(
            Lien(epreuve.ue.texte, vers: Chemin.copies(tableau.campagne.id, "\(epreuve.id)"))
          ), "\(suivie.copies?.mode.phrase ?? "à préciser")",
          "\(anonymat(suivie.copies))", "\(suivie.inscrits)", "\(suivie.pretes)",
          Cellule(etat(suivie)),
        ])
      },
      vide: EtatVide(
        "Aucune épreuve",
        "Elles viennent des UE ouvertes à la session 2, une fois l’admissibilité publiée.",
      ),
    )
  }

  private static func anonymat(_ copies: CopiesDEpreuve?) -> String {
    guard let copies, copies.estAnonyme else { return "non" }
    return copies.cacheLesNoms ? "oui" : "levé"
  }

  private static func etat(_ suivie: VoirLesCopies.EpreuveSuivie) -> Pastille {
    guard suivie.inscrits > 0 else { return Pastille("sans inscrit", .neutre) }
    guard let copies = suivie.copies else { return Pastille("à préparer", .attention) }
    if copies.versees != nil { return Pastille("versées", .succes) }
    if suivie.aRegler > 0 { return Pastille("\(suivie.aRegler) à régler", .attention) }
    return suivie.pretes == suivie.inscrits
      ? Pastille("à verser", .information) : Pastille("en cours", .neutre)
  }

  // MARK: Before and after

  private static func effets(_ visite: Visite) async throws -> HTTPResponse {
    let tableau = try await visite.demander(
      VoirLesEffetsDeLaSession2(visite.campagneDeSession2())
    )
    return visite.page("Effets de la session 2, \(tableau.promotion.nomEntier)") {
      LiensDeSession2(tableau.campagne.id, .effets)
      Encart(
        .information,
        titre: "Avant et après.",
        "Les moyennes tiennent compte du malus et des bonifications de l’année. Les codes sont ceux "
          + "que le règlement propose ; le jury décide.",
      )
      Tableau(
        "Ce que la session 2 change",
        colonnes: [
          .init("Étudiant"), .init("UE : note, moyenne"), .init("RCUE", estSecondaire: true),
          .init("Ce qui change"),
        ],
        lignes: tableau.lignes.parNom(\.etudiant).map(ligne),
        vide: EtatVide("Personne n’est inscrit en session 2"),
      )
    }
  }

  private static func ligne(_ ligne: VoirLesEffetsDeLaSession2.Ligne) -> Tableau.Ligne {
    Tableau.Ligne([
      "\(ligne.etudiant.nomAffiche)",
      Cellule(
        ul {
          for ue in ligne.ues {
            li {
              Typographie.phrase(
                "\(ue.code.texte) : \(ue.note?.texte(sur: 20) ?? "pas de note"), "
                  + "\(montre(ue.avant)) → \(montre(ue.apres))"
              )
            }
          }
        }
      ),
      Cellule(
        ul {
          for rcue in ligne.rcues {
            li {
              Typographie.phrase("\(rcue.cle.nom) : \(montre(rcue.avant)) → \(montre(rcue.apres))")
            }
          }
        }
      ),
      Cellule(
        HTMLGroup(
          ligne.effets.isEmpty ? "rien" : "",
          ul {
            for effet in ligne.effets {
              li {
                Typographie.phrase(
                  "\(effet.sujet) : \(effet.avant.isEmpty ? "–" : effet.avant) → "
                    + (effet.apres.isEmpty ? "–" : effet.apres)
                )
              }
            }
          },
        )
      ),
    ])
  }

  private static func montre(_ moyenne: Fraction?) -> String {
    moyenne?.moyenneAffichee ?? "sans moyenne"
  }
}
