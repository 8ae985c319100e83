internal import Actes
internal import Habillage
internal import Scolarite

/// How the person wants the results: which group, in which order.
struct VueDesResultats {
  /// The rows, filtered and in order.
  let lignes: [ResultatsDePromotion.Ligne]
  let groupe: Groupe?
  let tri: Tri

  /// What puts the rows in order.
  enum Tri: Equatable {
    case nom
    case moyenne
    case ue(CodeUE)

    init(_ texte: String, _ programme: Programme) {
      if texte == "moyenne" {
        self = .moyenne
      } else if let ue = CodeUE(texte).flatMap({ programme.ue($0) }) {
        self = .ue(ue.code)
      } else {
        self = .nom
      }
    }

    var texte: String {
      switch self {
      case .nom: "nom"
      case .moyenne: "moyenne"
      case .ue(let ue): ue.texte
      }
    }
  }

  /// The rows as the query asks: by « nom », « moyenne » or a UE, of a group or of all.
  init(_ resultats: ResultatsDePromotion, tri: String, groupe: String) {
    self.tri = Tri(tri, resultats.programme)
    let choisi = resultats.groupes.first { "\($0.id)" == groupe }
    self.groupe = choisi
    let retenues = resultats.lignes.filter { ligne in
      choisi.map { ligne.groupes.contains($0.id) } ?? true
    }
    let ordre = self.tri
    lignes = retenues.map { (ligne: $0, valeur: Self.valeur($0, ordre)) }
      .sorted { gauche, droite in
        guard gauche.valeur == droite.valeur else { return gauche.valeur > droite.valeur }
        let (un, autre) = (gauche.ligne.etudiant, droite.ligne.etudiant)
        return (un.cleDeTri, un.id) < (autre.cleDeTri, autre.id)
      }.map(\.ligne)
  }

  /// The highest first; those without average last.
  private static func valeur(_ ligne: ResultatsDePromotion.Ligne, _ tri: Tri) -> Fraction {
    switch tri {
    case .nom: .zero
    case .moyenne: ligne.moyenneDesUE ?? -1
    case .ue(let ue): ligne.ue(ue)?.moyenne ?? -1
    }
  }
}
