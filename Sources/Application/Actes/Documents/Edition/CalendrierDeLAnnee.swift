internal import Scolarite

extension Travail {
  /// The official calendar of a year: for whoever edits documents somewhere in it.
  func calendrierOfficiel(_ demande: DemandeDeDocuments) throws -> DocumentsComposes {
    guard case .annee(let numero) = demande.sur, demande.nature == .calendrierOfficiel,
      let annee = try registre.annee(numero)
    else { throw Refus.inconnu(.annee) }
    let promotions = try registre.promotions().filter { $0.annee == numero }
    _ = try exiger(.editerLesDocuments, parmi: [.etablissement] + promotions.map(\.lieu))
    let cadres = try Cadres(.calendrierOfficiel, nil, self)
    let brut = Composition.Brut(
      etudiant: nil,
      objet: "annee/\(annee.id)",
      contenu: .calendrier(
        CalendrierOfficiel(
          objet: "Année universitaire \(numero)",
          portee: [try registre.etablissement().nom],
          rubriques: annee.rubriques + [try jurys(promotions)].filter { !$0.lignes.isEmpty },
          adoptions: try adoptions(numero),
        )
      ),
    )
    let dernier = try registre.documents(.calendrierOfficiel, nil).last { $0.objet == brut.objet }
    let cadre = cadres.cadre([.annee: numero.description])
    return DocumentsComposes(
      demande: demande,
      promotion: nil,
      titre: "\(cadres.modele.titre), \(numero)",
      documents: [compose(brut, .calendrierOfficiel, nil, cadre, dernier)],
      ecartes: [],
    )
  }

  private func jurys(_ promotions: [Promotion]) throws -> CalendrierOfficiel.Rubrique {
    let tous = try promotions.flatMap { promotion in
      try registre.jurys(promotion.id).filter { $0.rectification == nil }.map { (promotion, $0) }
    }
    return CalendrierOfficiel.Rubrique(
      titre: "Jurys",
      lignes: tous.sorted { ($0.1.date, $0.1.id) < ($1.1.date, $1.1.id) }.map { promotion, jury in
        .init(
          periode: .jour(jury.date),
          libelle: jury.nature.libelle,
          concernes: promotion.nom,
        )
      },
    )
  }

  /// Those of the règlement of the whole establishment.
  private func adoptions(_ annee: AnneeUniversitaire) throws -> [CalendrierOfficiel.Adoption] {
    guard let profil = try registre.profils(annee).first(where: { $0.departement == nil }) else {
      return []
    }
    return [
      .init(instance: "Conseil de l’IUT", jour: profil.conseil),
      .init(instance: "CFVU", jour: profil.cfvu),
    ]
  }
}

extension SessionDeJury.Nature {
  fileprivate var libelle: String {
    switch self {
    case .semestre(let numero): "Jury du semestre \(numero.valeur)"
    case .annee: "Jury de fin d’année"
    }
  }
}

extension AnneeOuverte {
  /// Semesters, holidays and windows, each in the order of its days.
  fileprivate var rubriques: [CalendrierOfficiel.Rubrique] {
    let bornes = CalendrierOfficiel.Ligne(
      periode: .intervalle(debut, fin),
      libelle: "Année universitaire",
    )
    return [
      .init(titre: "Semestres", lignes: [bornes] + lignes { $0.estUnSemestre }),
      .init(titre: "Interruptions des cours", lignes: lignes { $0 == .vacances }),
      .init(titre: "Périodes de dépôt des demandes", lignes: lignes { $0 == .fenetre }),
    ].filter { !$0.lignes.isEmpty }
  }

  private func lignes(_ garder: (Nature) -> Bool) -> [CalendrierOfficiel.Ligne] {
    periodes.filter { garder($0.nature) }.sorted { ($0.debut, $0.fin) < ($1.debut, $1.fin) }
      .map { periode in
        .init(
          periode: periode.debut == periode.fin
            ? .jour(periode.debut) : .intervalle(periode.debut, periode.fin),
          libelle: periode.nom,
        )
      }
  }
}

extension AnneeOuverte.Nature {
  fileprivate var estUnSemestre: Bool {
    if case .semestre = self { true } else { false }
  }
}
