internal import Scolarite

extension Composition {
  func supplements(_ retenues: [Identifiant<Etudiant>: Jour]) throws -> [Issue] {
    let mots = try motsDesAnnees()
    return try desScelles(retenues) { try supplement($0, mots) }
  }

  /// The words of every curriculum that students of the promotion followed.
  private func motsDesAnnees() throws -> [AnneeUniversitaire: MotsDeMaquette] {
    let suivies = try travail.registre.promotions(desEtudiantsDe: promotion.id)
    return Dictionary(
      try travail.registre.promotions()
        .filter { suivies.contains($0.id) && $0.annee <= promotion.annee }
        .map { ($0.annee, try MotsDeMaquette($0, travail)) },
      uniquingKeysWith: { premier, _ in premier },
    )
  }

  private func supplement(
    _ annee: AnneeEtablie,
    _ mots: [AnneeUniversitaire: MotsDeMaquette],
  ) throws -> Brut {
    guard let jury = annee.jury, let diplome = DiplomeAttribue(fin: promotion.anneeBUT),
      annee.resultats.attribue(diplome)
    else {
      let diplome = DiplomeAttribue(fin: promotion.anneeBUT) ?? .but
      throw Ecart(etudiant: annee.etudiant, raison: .sansDiplome(diplome))
    }
    let titulaire = try titulaire(annee.etudiant)
    let supplement = SupplementAuDiplome(
      titulaire: titulaire,
      cursus: cursus(annee.etudiant.id, annee.statut),
      diplome: diplome,
      jury: jury.date,
      credits: annee.resultats.ects(pour: diplome).abregee,
      etablissement: try travail.registre.etablissement().nom,
      langues: ["français"],
      competences: Self.competences(annee, mots[promotion.annee]),
      annees: Self.annees(annee).compactMap { suivie in
        annee.resultats.annees.last { $0.annee == suivie.annee }.map {
          SupplementAuDiplome.Annee(suivie, $0, mots[suivie.annee])
        }
      },
      echelle: .desRegles,
    )
    return Brut(
      etudiant: annee.etudiant,
      contenu: .supplement(supplement),
      champs: [.jury: jury.date.enFrancais, .diplome: diplome.rawValue],
    )
  }

  /// Of a year that was repeated, the last one.
  private static func annees(_ annee: AnneeEtablie) -> [AnneeSuivie] {
    let suivies = annee.dossier.annees
    return suivies.filter { suivie in
      !suivies.contains { $0.anneeBUT == suivie.anneeBUT && $0.annee > suivie.annee }
    }
  }

  /// What the last year certifies, each competence at its level.
  private static func competences(_ annee: AnneeEtablie, _ mots: MotsDeMaquette?)
    -> [SupplementAuDiplome.Competence]
  {
    annee.etat.rcues.values.sorted { $0.cle < $1.cle }.map { rcue in
      .init(
        libelle: rcue.ues.first.flatMap { mots?.competences[$0] } ?? rcue.cle.nom,
        niveau: rcue.cle.niveau,
      )
    }
  }
}

extension SupplementAuDiplome.Annee {
  fileprivate init(
    _ suivie: AnneeSuivie,
    _ resultat: ResultatDAnnee<SansPreuve>,
    _ mots: MotsDeMaquette?,
  ) {
    let etat = resultat.finale
    let numeros = Set(etat.ues.values.map(\.ue.semestre)).sorted()
    self.init(
      anneeBUT: suivie.anneeBUT,
      annee: suivie.annee,
      statut: suivie.semestres.last?.statut,
      semestres: numeros.map { numero in
        SupplementAuDiplome.Semestre(
          numero: numero,
          ues: etat.ues.values.filter { $0.ue.semestre == numero }
            .sorted { $0.ue.code.texte < $1.ue.code.texte }
            .map { SupplementAuDiplome.UE($0, suivie.annee, mots) },
        )
      },
      rcues: etat.rcues.values.sorted { $0.cle < $1.cle }.map { rcue in
        SupplementAuDiplome.RCUE(
          competence: rcue.ues.first.flatMap { mots?.competences[$0] } ?? rcue.cle.nom,
          niveau: rcue.cle.niveau,
          moyenne: rcue.moyenne?.valeur.moyenneAffichee,
          decision: rcue.code,
        )
      },
      decision: etat.codeAnnee.map {
        Releve.Decision(code: $0, sens: PhrasesDeJury.sens($0) ?? "décision du jury")
      },
      credits: etat.ects.valeur.abregee,
    )
  }
}

extension SupplementAuDiplome.UE {
  fileprivate init(
    _ resultat: ResultatUE<SansPreuve>,
    _ annee: AnneeUniversitaire,
    _ mots: MotsDeMaquette?,
  ) {
    let ue = resultat.ue
    self.init(
      code: ue.code,
      libelle: mots?.competences[ue.code] ?? "",
      moyenne: resultat.moyenne?.valeur.moyenneAffichee,
      decision: resultat.code,
      credits: resultat.acquise ? ue.ects.description : "0",
      creditsPossibles: ue.ects.description,
      capitaliseeEn: resultat.annee < annee ? resultat.annee : nil,
    )
  }
}

extension SupplementAuDiplome.Echelle {
  /// Marks out of 20, UE acquired from 10 (arrêté BUT, 4.3), and the codes of juries.
  fileprivate static let desRegles = SupplementAuDiplome.Echelle(
    bareme: "20",
    seuil: "10",
    codes: [
      .init(code: "ADM", sens: "UE acquise, compétence ou année validée par sa moyenne"),
      .init(code: "CMP", sens: "UE acquise par compensation"),
      .init(code: "ADJ", sens: "acquise ou validée par décision du jury"),
      .init(code: "ADJR", sens: "UE acquise par la validation de la compétence"),
      .init(code: "ADSUP", sens: "acquise ou validée par un niveau supérieur"),
      .init(code: "AJ", sens: "non acquise"),
      .init(code: "PASD", sens: "passage de droit dans l’année suivante"),
      .init(code: "PAS1NCI", sens: "passage par décision du jury"),
      .init(code: "RED", sens: "redoublement"),
    ],
  )
}
