internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite
internal import Text

extension Visite {
  func vue(_ resultats: ResultatsDePromotion) -> VueDesResultats {
    VueDesResultats(resultats, tri: question("tri"), groupe: question("groupe"))
  }

  func resultats(_ resultats: ResultatsDePromotion) -> HTTPResponse {
    let vue = vue(resultats)
    let decisions = Typographie.phrase(
      "Ce que le règlement propose d’après les notes saisies, publiées ou non ; le jury décide. "
        + "Une moyenne mène à son explication."
    )
    return page(resultats.promotion, .resultats) {
      Carte("Moyennes des UE") {
        telechargementsDesResultats(resultats, vue)
      } contenu: {
        choix(resultats, vue)
        p { decisions }
        CarteDeChaleur(
          "Moyennes de \(vue.groupe?.nom ?? resultats.promotion.nom), "
            + compte(vue.lignes.count, "étudiant"),
          coin: "Étudiant",
          colonnes: titres(resultats, vue),
          lignes: vue.lignes.map { ligne($0, resultats, vue) },
          bornes: (bas: "0", haut: "20"),
        )
        codes(vue.lignes)
      }
    }
  }

  private func choix(_ resultats: ResultatsDePromotion, _ vue: VueDesResultats) -> some HTML {
    let ordres =
      [Choix("nom", "Nom"), Choix("moyenne", "Moyenne des UE")]
      + resultats.programme.ues.map { Choix($0.code.texte, $0.code.texte) }
    let groupes =
      [Choix("tous", "Toute la promotion")]
      + resultats.groupes.map { Choix("\($0.id)", $0.nom) }
    return Recherche(vers: Chemin.promotion(resultats.promotion.id, "resultats")) {
      Rangee {
        Champ(
          "groupe",
          "Groupe",
          .choix(groupes, choisi: vue.groupe.map { "\($0.id)" } ?? "tous"),
        )
        Champ("tri", "Classer par", .choix(ordres, choisi: vue.tri.texte))
      }
      Bouton("Afficher")
    }
  }

  @HTMLBuilder private func telechargementsDesResultats(
    _ resultats: ResultatsDePromotion,
    _ vue: VueDesResultats,
  ) -> some HTML {
    for format in ["xlsx", "csv"] {
      Bouton(
        format.uppercased(),
        .discret,
        vers: Chemin.avec(
          Chemin.promotion(resultats.promotion.id, "resultats." + format),
          [("groupe", vue.groupe.map { "\($0.id)" } ?? ""), ("tri", vue.tri.texte)],
        ),
      )
    }
  }

  // MARK: The map

  private func titres(_ resultats: ResultatsDePromotion, _ vue: VueDesResultats) -> [String] {
    resultats.programme.ues.map(\.code.texte) + resultats.rcues.map(\.titre)
      + (vue.tri == .moyenne ? ["Moyenne des UE"] : []) + ["ECTS"]
  }

  private func ligne(
    _ ligne: ResultatsDePromotion.Ligne,
    _ resultats: ResultatsDePromotion,
    _ vue: VueDesResultats,
  ) -> CarteDeChaleur.Ligne {
    let ues = resultats.programme.ues.map { ue -> CarteDeChaleur.Case in
      guard let sienne = ligne.ue(ue.code) else { return .init("–", pas: nil) }
      return .init(
        sienne.moyenne?.moyenneAffichee ?? "…",
        pas: sienne.moyenne?.pas,
        precision: sienne.etat,
        vers: Chemin.pourquoi(resultats.promotion.id, ligne.etudiant.id, ue.code),
      )
    }
    let rcues = resultats.rcues.map { cle -> CarteDeChaleur.Case in
      guard let sien = ligne.rcue(cle) else { return .init("–", pas: nil) }
      return .init(
        sien.moyenne?.moyenneAffichee ?? "…",
        pas: sien.moyenne?.pas,
        precision: sien.moyenne == nil && sien.mention.isEmpty ? "incomplet" : sien.mention,
      )
    }
    let moyenne = ligne.moyenneDesUE
    let triee: [CarteDeChaleur.Case] =
      vue.tri == .moyenne
      ? [.init(moyenne?.surDeuxDecimales ?? "…", pas: moyenne?.pas)] : []
    return CarteDeChaleur.Ligne(
      ligne.etudiant.nomAffiche,
      vers: Chemin.etudiant(ligne.etudiant.id),
      ues + rcues + triee + [
        .init(ligne.proposition.ects.affichee(decimales: 0), pas: nil)
      ],
    )
  }

  /// What the codes that are shown stand for.
  @HTMLBuilder private func codes(_ lignes: [ResultatsDePromotion.Ligne]) -> some HTML {
    let montres = Set(
      lignes.flatMap { $0.proposition.ues.map(\.mention) + $0.proposition.rcues.map(\.mention) }
    )
    let connus = Self.sensDesCodes.filter { montres.contains($0.0) }
    if !lignes.isEmpty {
      details(.class("donnees")) {
        summary { "Lire ce tableau" }
        Definitions(
          connus.map { ($0.0, "\(Typographie.phrase($0.1))") } + [
            ("…", "incomplète : une note au moins est attendue"),
            ("–", "l’étudiant ne suit pas cette UE"),
            (
              "Moyenne des UE",
              "moyenne simple des UE connues, pour classer seulement : le BUT n’a pas de moyenne générale",
            ),
          ]
        )
      }
    }
  }

  private static let sensDesCodes = [
    ("ADM", "acquise par sa moyenne"), ("CMP", "acquise par compensation"),
    ("ADSUP", "acquise par le niveau supérieur"), ("ADJ", "acquise par décision du jury"),
    ("ADJR", "acquise par décision du jury sur le regroupement"), ("AJ", "non acquise"),
    ("ATJ", "non acquise, le jury attend"), ("ATT", "en attente d’une note"),
    ("DEM", "démission"), ("DEF", "défaillance"), ("ABAN", "abandon"),
  ]

  // MARK: The sheet

  func feuilletDesResultats(_ resultats: ResultatsDePromotion) -> Feuillet {
    let vue = vue(resultats)
    let noms = Dictionary(uniqueKeysWithValues: resultats.groupes.map { ($0.id, $0.nom) })
    return Feuillet(
      titre: "Résultats \(resultats.promotion.nomEntier)",
      colonnes: ["Numéro", "Étudiant", "Groupes"]
        + resultats.programme.ues.flatMap { [$0.code.texte, "\($0.code.texte) code"] }
        + resultats.rcues.flatMap { [$0.titre, "\($0.titre) code"] } + ["ECTS"],
      lignes: vue.lignes.map { ligne in
        let groupes = ligne.groupes.compactMap { noms[$0] }.sorted().joined(separator: ", ")
        return [
          ligne.etudiant.identite?.nip ?? "", ligne.etudiant.nomAffiche, groupes,
        ]
          + resultats.programme.ues.flatMap { ue -> [String] in
            let sienne = ligne.ue(ue.code)
            return [sienne?.moyenne?.moyenneAffichee ?? "", sienne?.mention ?? ""]
          }
          + resultats.rcues.flatMap { cle -> [String] in
            let sien = ligne.rcue(cle)
            return [sien?.moyenne?.moyenneAffichee ?? "", sien?.mention ?? ""]
          } + [ligne.proposition.ects.affichee(decimales: 0)]
      },
    )
  }
}

extension Etudiant {
  /// By surname, then by first name, as a French list goes.
  var cleDeTri: String { nomAffiche.folded }
}

extension CleRCUE {
  /// The competence with its level, for a heading.
  var titre: String { "\(nom) niv. \(niveau.valeur)" }
}

extension Fraction {
  /// The step of a heat map, where 10 out of 20 is the middle.
  var pas: Int? { divise(par: 2).flatMap { Int(exactly: $0.partieEntiere.numerateur) } }
}

extension Proposition.UEProposee {
  /// What a cell says under the average.
  fileprivate var etat: String {
    let code = incomplete && moyenne == nil ? "incomplète" : mention
    return code + (bloquee ? ", absences" : "") + (moyenneAnterieure ? ", antérieure" : "")
  }
}
