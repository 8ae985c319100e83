internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// Where a student stands in the promotion; nothing of anybody else.
enum PageDeComparaison {
  static func montrer(_ visite: Visite) async throws -> HTTPResponse {
    guard let annee = try await visite.anneeVue() else {
      return try await visite.sansInscription(.comparaison)
    }
    do {
      let comparaison = try await visite.demander(
        SeComparer(annee.vu.etudiant, promotion: annee.promotion.id)
      )
      return visite.dossier(annee.vu, annee.fiche, .comparaison) {
        annee.annees(.comparaison)
        Encart(
          .neutre,
          "Rien n’est montré à moins de \(DistributionAnonyme.effectifMinimal) moyennes connues ; les "
            + "parts sont arrondies à \(DistributionAnonyme.arrondi) % et la médiane au demi-point, pour "
            + "que personne ne puisse être reconnu. Les autres voient de vous ce que vous voyez d’eux : "
            + "rien de plus.",
        )
        Carte("Mes UE dans la promotion") { ues(comparaison) }
        Carte("Mes modules dans la promotion") { modules(comparaison) }
      }
    } catch Refus.etat(.etudiantNonInscrit) {
      return vide(visite, annee, "Vous n’êtes plus inscrit dans cette promotion")
    } catch Refus.etat(.aucunReglement) {
      return vide(visite, annee, "Aucune moyenne ne peut être calculée")
    }
  }

  private static func vide(_ visite: Visite, _ annee: AnneeVue, _ titre: String) -> HTTPResponse {
    visite.dossier(annee.vu, annee.fiche, .comparaison) {
      annee.annees(.comparaison)
      EtatVide(titre)
    }
  }

  @HTMLBuilder private static func ues(_ comparaison: ComparaisonALaPromotion) -> some HTML {
    let montrees = comparaison.ues.filter { $0.place.distribution != nil }
    if montrees.isEmpty {
      EtatVide(
        "Pas encore de comparaison",
        "Il faut au moins \(DistributionAnonyme.effectifMinimal) moyennes d’UE entières.",
      )
    }
    HTMLList(montrees.map { ue, place in AnyHTML(PlaceDite(ue.texte, place).corps) })
  }

  @HTMLBuilder private static func modules(_ comparaison: ComparaisonALaPromotion) -> some HTML {
    let montres = comparaison.modules.filter { $0.place.distribution != nil }
    if montres.isEmpty {
      EtatVide(
        "Pas encore de comparaison",
        "Il faut au moins \(DistributionAnonyme.effectifMinimal) notes publiées dans un module.",
      )
    }
    HTMLList(
      montres.map { module, place in AnyHTML(PlaceDite(module.nomEntier, place).corps) }
    )
  }
}

/// One’s own place in something, in words, with the spread below.
struct PlaceDite {
  private let titre: String
  private let place: PlaceDansLaPromotion

  init(_ titre: String, _ place: PlaceDansLaPromotion) {
    self.titre = titre
    self.place = place
  }

  @HTMLBuilder var corps: some HTML {
    if let distribution = place.distribution {
      details(.class("place")) {
        summary {
          span(.class("place-nom")) { Typographie.phrase(titre) }
          span(.class("place-valeur")) { place.sienne?.moyenneAffichee ?? "–" }
          span(.class("place-mediane")) {
            Typographie.phrase(" médiane \(distribution.mediane.abregee)")
          }
        }
        Histogramme(
          titre,
          resume: resume(distribution),
          classes: "Moyenne",
          compte: "Part des étudiants, en %",
          barres: distribution.classes.map { classe in
            .init(
              "\(classe.de)–\(classe.a)",
              classe.pourcentage,
              estMarquee: classe.estLaSienne,
            )
          },
        )
      }
    }
  }

  private func resume(_ distribution: DistributionAnonyme) -> String {
    let sienne =
      place.sienne.map { "Vous : \($0.moyenneAffichee). " } ?? "Vous n’y avez pas de moyenne. "
    return sienne + "La moitié de la promotion est au-dessus de \(distribution.mediane.abregee)."
      + (distribution.place.map { " Vous êtes \($0.phrase)." } ?? "")
  }
}

extension DistributionAnonyme.Place {
  fileprivate var phrase: String {
    switch self {
    case .premierQuart: "dans le quart le plus bas"
    case .deuxiemeQuart: "juste sous le milieu"
    case .troisiemeQuart: "juste au-dessus du milieu"
    case .dernierQuart: "dans le quart le plus haut"
    }
  }
}
