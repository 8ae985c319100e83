internal import Scolarite
internal import Text

/// Explanations laid out for a plain terminal.
enum TexteDExplication {
  /// The columns that a line may take.
  private static let largeur = 92

  /// What the proofs say, or those about a subject only, without telling anything twice.
  static func explications(_ preuves: [Preuve], sur sujet: String?) -> [Explication] {
    Explication.sansRepetition(preuves.portant(sur: sujet).map(\.explication))
  }

  /// Each explanation under its underlined title, its steps indented below.
  static func texte(_ explications: [Explication]) -> String {
    explications.map { explication in
      let titre = lignes(explication.titre, marge: "")
      let trait = String(repeating: "─", count: titre.map(\.count).max() ?? 0)
      return (titre + [trait] + corps(explication, marge: "")).map { $0 + "\n" }.joined()
    }.joined(separator: "\n")
  }

  private static func corps(_ explication: Explication, marge: String) -> [String] {
    lignes(explication.phrases.joined(separator: " "), marge: marge)
      + explication.details.flatMap { detail(sousLe: marge, $0) }
      + lignes("[\(explication.reference)]", marge: marge)
  }

  private static func detail(sousLe marge: String, _ explication: Explication) -> [String] {
    let titre = lignes(explication.titre, marge: marge + "    ")
    let premiere = marge + "  • " + titre[0].dropFirst(marge.count + 4)
    return [premiere] + titre.dropFirst() + corps(explication, marge: marge + "    ")
  }

  /// A paragraph; a number is never cut from its unit.
  private static func lignes(_ texte: String, marge: String) -> [String] {
    let unites = /(\d) (?=(?:h|points?|crédits?|tranches?|UE|jours?|modules?|regroupements?)\b)/
    let lie = frenchSpacing(texte)
      .replacing(unites) { "\($0.1)\u{A0}" }
      .replacing(/([\d\)÷×+−=≈]) (?=[\d÷×+−=≈])/) { "\($0.1)\u{A0}" }
    return wrap(lie, width: max(40, largeur - marge.count)).map { marge + $0 }
  }
}

// MARK: - A whole dossier

extension TexteDExplication {
  /// The account of a dossier, state by state; a later state tells only what it changed.
  ///
  /// Steps deeper than `profondeur` are left out.
  static func texte<M: Motivation>(
    _ resultats: Resultats<M>,
    sur sujet: String?,
    profondeur: Int = .max,
  ) -> String {
    chapitres(resultats.chapitres(sur: sujet, profondeur: profondeur), sur: sujet)
  }

  /// The account of a candidate of the BTS.
  static func texte<M: Motivation>(_ resultat: ResultatBTS<M>, sur sujet: String?) -> String {
    let chapitre = Chapitre.composer(
      [("session exceptionnelle du BTS", resultat.preuves)],
      sur: sujet,
    )
    return chapitres(chapitre, sur: sujet)
  }

  private static func chapitres(_ chapitres: [Chapitre], sur sujet: String?) -> String {
    let textes = chapitres.map { chapitre in
      let titre = "Explications : \(chapitre.titre)"
      let trait = String(repeating: "═", count: titre.count)
      return "\n" + frenchSpacing(titre) + "\n\(trait)\n\n" + texte(chapitre.explications)
    }
    guard textes.isEmpty else { return textes.joined() }
    return sujet.map { frenchSpacing("\nAucun résultat ne porte sur « \($0) ».\n") } ?? ""
  }
}
