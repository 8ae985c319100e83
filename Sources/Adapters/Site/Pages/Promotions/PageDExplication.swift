internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

extension Visite {
  /// The proof of a figure, told and then step by step.
  func pourquoi(_ expliquee: ExpliquerUneUE.Expliquee) -> HTTPResponse {
    let nom = expliquee.etudiant.nomAffiche
    return page(
      "Pourquoi ? \(expliquee.ue.code.texte) de \(nom)",
      fil: fil(expliquee),
    ) {
      Bouton("Dossier de \(nom)", vers: Chemin.etudiant(expliquee.etudiant.id))
    } contenu: {
      Chiffres(chiffres(expliquee))
      if expliquee.vue == .publiee {
        Encart(
          .information,
          "Seules comptent ici les notes publiées ; le jury voit les autres aussi, et lui seul décide.",
        )
      }
      if expliquee.recit.isEmpty, expliquee.preuves.isEmpty {
        EtatVide("Rien à expliquer", "Aucun résultat ne porte encore sur cette UE.")
      }
      if !expliquee.recit.isEmpty, expliquee.vue == .interne {
        p { Typographie.phrase("Ce récit est écrit pour l’étudiant : « vous » le désigne.") }
      }
      for chapitre in expliquee.recit {
        Carte(chapitre.titre) {
          for explication in chapitre.explications { RecitDePreuve(explication) }
        }
      }
      if !expliquee.preuves.isEmpty {
        Carte("Données et calculs") {
          for preuve in expliquee.preuves { EtapeDePreuve(preuve, estOuverte: true) }
        }
      }
    }
  }
}

extension Visite {
  /// Students have their own record above; others have the promotion.
  private func fil(_ expliquee: ExpliquerUneUE.Expliquee) -> [Lien] {
    guard expliquee.vue == .interne else {
      return [Lien("Mes résultats", vers: "/moi/resultats")]
    }
    let promotion = expliquee.promotion
    return [
      Lien("Promotions", vers: Chemin.promotions),
      Lien(promotion.nom, vers: Chemin.promotion(promotion.id)),
      Lien("Résultats", vers: Chemin.promotion(promotion.id, "resultats")),
    ]
  }

  private func chiffres(_ expliquee: ExpliquerUneUE.Expliquee) -> [ChiffreCle] {
    let moyenne = ChiffreCle("Moyenne", expliquee.moyenne?.moyenneAffichee, unite: "/20")
    let credits = ChiffreCle("Crédits", expliquee.ue.ects.description, unite: "ECTS")
    guard expliquee.vue == .interne else { return [moyenne, credits] }
    let code = ChiffreCle(
      "Code proposé",
      expliquee.mention,
      precision: expliquee.acquise ? "acquise" : "non acquise",
    )
    return [moyenne, code, credits]
  }
}

/// An explanation and the steps below it, told.
struct RecitDePreuve: HTML {
  private let explication: Explication

  init(_ explication: Explication) { self.explication = explication }

  func render(into output: inout HTMLOutput) { corps.render(into: &output) }

  private var corps: some HTML {
    HTMLGroup(
      h3 { Typographie.phrase(explication.titre) },
      p { Typographie.phrase(explication.phrases.joined(separator: " ")) },
      etapes(explication),
      p(.class("aide")) { Typographie.phrase(explication.reference.enPhrase) },
    )
  }

  private func etapes(_ explication: Explication) -> AnyHTML? {
    guard !explication.details.isEmpty else { return nil }
    return AnyHTML(
      ul(.class("etapes")) {
        for detail in explication.details {
          li {
            p { strong { Typographie.phrase(detail.titre) } }
            p {
              Typographie.phrase(
                detail.phrases.joined(separator: " ") + " [\(detail.reference)]"
              )
            }
            etapes(detail)
          }
        }
      }
    )
  }
}

/// A step of a proof: its rule, its inputs, its arithmetic, and the steps that it rests on.
struct EtapeDePreuve: HTML {
  private let preuve: Preuve
  private let estOuverte: Bool
  private let rang: String

  /// `rang`: « 1.2 », where several steps of a page are about the same thing.
  init(_ preuve: Preuve, estOuverte: Bool = false, rang: String = "") {
    self.preuve = preuve
    self.estOuverte = estOuverte
    self.rang = rang
  }

  func render(into output: inout HTMLOutput) { corps.render(into: &output) }

  private var corps: some HTML {
    details(.class("preuve"), .open(estOuverte)) {
      summary {
        Typographie.phrase("\(preuve.sujet) : \(VocabulaireDePreuve.conclusion(preuve))")
      }
      Definitions(definitions)
      if !preuve.termes.isEmpty { donnees }
      HTMLList(
        preuve.premisses.enumerated().map { place, premisse in
          AnyHTML(EtapeDePreuve(premisse, rang: rang.isEmpty ? "" : "\(rang).\(place + 1)"))
        }
      )
    }
  }

  private var definitions: [(String, Cellule)] {
    var termes: [(String, String)] = [
      ("Règle", preuve.regle.enonce), ("Article", preuve.regle.article.description),
    ]
    if let calcul = preuve.calcul {
      let valeur = VocabulaireDePreuve.valeur(preuve.conclusion)
      termes.append(("Calcul", "\(VocabulaireDePreuve.calcul(calcul)) → \(valeur)"))
    }
    for reglage in preuve.parametres {
      termes.append(("Réglage", VocabulaireDePreuve.phrase(reglage)))
    }
    if let changerait = preuve.changerait { termes.append(("Changerait", changerait)) }
    return termes.map { ($0.0, "\(Typographie.phrase($0.1))") }
  }

  private var donnees: some HTML {
    let aDesPoids = preuve.termes.contains { $0.poids != nil }
    return Tableau(
      "Données de l’étape \(rang.isEmpty ? "" : rang + " ")« \(preuve.sujet) »",
      colonnes: [.init("Donnée"), .init("Valeur", .chiffres)]
        + (aDesPoids ? [.init("Poids", .chiffres)] : []),
      lignes: preuve.termes.map { terme in
        Tableau.Ligne([
          "\(VocabulaireDePreuve.terme(terme.nom))",
          "\(VocabulaireDePreuve.valeur(terme.valeur))",
          "\(VocabulaireDePreuve.poids(terme) ?? "")",
        ])
      },
    )
  }
}
