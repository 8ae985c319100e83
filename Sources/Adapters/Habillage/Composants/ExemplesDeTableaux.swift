internal import HTML

/// Tables: of marks to type, of averages in colours, of one page among several.
struct ExemplesDeTableaux: Composant {
  var corps: some HTML {
    Carte("Notes", ancre: "notes") {
      Bouton("Feuille à remplir", .discret, vers: "/composants")
    } contenu: {
      Progression("Notes saisies", fait: 27, sur: 30)
      notes
      Pagination(page: 4, sur: 12) { _ in "/composants" }
    }
    Carte("Moyennes par UE") { chaleur }
  }

  private var notes: some HTML {
    Tableau(
      "Contrôle du 3 novembre, note sur 20",
      colonnes: [
        .init("Étudiant"), .init("Groupe", estSecondaire: true), .init("Note", .chiffres),
        .init("Moyenne", .chiffres),
        .init("État"),
      ],
      lignes: [
        ligne("AUBÉPIN Élise", "TD 1", "12,5", "11,80", Pastille("enregistrée", .succes)),
        ligne("DE L’ORMEAU Zoé", "TD 2", "ABI", "9,95", Pastille("absence injustifiée", .erreur)),
        ligne(
          "ŒUVRARD Anaël",
          "TD 2",
          "22",
          "10,00",
          Pastille("refusée", .attention),
          erreur: "Entre 0 et 20",
        ),
        ligne(
          "MONTMORENCY-BEAUSOLEIL DE LA ROCHEFOUCAULD Marie-Charlotte Bérengère",
          "TD 10 (alternance)",
          "",
          "–",
          Pastille("en attente"),
        ),
      ],
      pied: .init(["Moyenne du groupe", "", "12,50", "10,58", ""]),
    )
  }

  private func ligne(
    _ nom: String,
    _ groupe: String,
    _ note: String,
    _ moyenne: String,
    _ etat: Pastille,
    erreur: String? = nil,
  ) -> Tableau.Ligne {
    let cle = nom.split(separator: " ").last.map(String.init) ?? nom
    let saisie = SaisieEnTableau(cle, "Note de \(nom)", valeur: note, erreur: erreur)
    return .init([.init(nom), .init(groupe), .init(saisie), .init(moyenne), .init(etat)])
  }

  private var chaleur: some HTML {
    CarteDeChaleur(
      "Moyennes du semestre 1",
      coin: "Étudiant",
      colonnes: (1...10).map { "UE 1.\($0)" },
      lignes: [
        .init("AUBÉPIN Élise", vers: "/composants", cases((0...9).map { $0 })),
        .init("DE L’ORMEAU Zoé", vers: "/composants", cases((0...9).map { 10 - $0 })),
        .init("ŒUVRARD Anaël", vers: "/composants", cases([5, 6, 5, 4, 5, 7, nil, 5, 3, nil])),
        .init(
          "MONTMORENCY-BEAUSOLEIL DE LA ROCHEFOUCAULD Marie-Charlotte",
          cases([8, 9, 10, 7, 8, 8, 9, 6, 7, 8]),
        ),
      ],
      bornes: ("0 sur 20", "20 sur 20"),
    )
  }

  private func cases(_ pas: [Int?]) -> [CarteDeChaleur.Case] {
    pas.map { pas in .init(pas.map { "\($0 * 2),00" } ?? "–", pas: pas) }
  }
}
