internal import Actes
internal import PDF
internal import Scolarite

/// What accompanies a diploma, in the eight sections of the European model.
struct PageDeSupplement {
  private let supplement: SupplementAuDiplome
  private var diplome: DiplomeAttribue { supplement.diplome }

  init(_ supplement: SupplementAuDiplome) { self.supplement = supplement }

  func blocs(_ cadre: Cadre) -> [PDFBlock] {
    cadre.entete + [cadre.titre, .space(5)] + objet + cadre.avant + identite + intitule + niveau
      + ContenuDeSupplement(supplement).blocs + fonction + renseignements(cadre)
      + certification(cadre) + SystemeSuperieur.blocs
  }

  /// Whose diploma, and which.
  private var objet: [PDFBlock] {
    let nom = supplement.titulaire.nomComplet
    let diplome = PDFText(francais: diplome.nomEntier).semibold.sized(10.5)
    return [
      .paragraph(PDFParagraph(PDFText(nom).semibold.sized(nom.corps(12.5)), before: 0)),
      .ligne(diplome), .ligne(PDFText(francais: domaine.joined(separator: " · "))), .space(3),
    ]
  }

  /// The speciality, then the parcours where there is one.
  private var domaine: [String] {
    [diplome.specialite(supplement.cursus.formation)]
      + (supplement.cursus.parcoursEnClair.map { [$0] } ?? [])
  }

  private var identite: [PDFBlock] {
    let titulaire = supplement.titulaire
    var faits: [Rubrique.Fait] = [.init("1.1", "Nom de famille", PDFText(titulaire.nom).semibold)]
    if let nomDUsage = titulaire.nomDUsage {
      faits.append(.init("", "Nom d’usage", PDFText(nomDUsage)))
    }
    let naissance = titulaire.naissance?.enClair ?? "non enregistrée"
    faits += [
      .init("1.2", "Prénom", PDFText(titulaire.prenom.ouTiret).semibold),
      .init("1.3", "Date de naissance", naissance),
      .init("1.4", "Numéros d’identification", PDFText(numeros)),
    ]
    return Rubrique("1. Identité du titulaire", faits).blocs
  }

  private var numeros: String {
    let titulaire = supplement.titulaire
    let numeros = [("INE", titulaire.ine ?? ""), ("NIP", titulaire.nip)].filter { !$0.1.isEmpty }
    return numeros.map { "\($0)\u{A0}\($1)" }.joined(separator: " · ").ouTiret
  }

  private var intitule: [PDFBlock] {
    let assure = [supplement.etablissement, supplement.cursus.departement]
    let langues = supplement.langues.joined(separator: ", ")
    return Rubrique(
      "2. Diplôme",
      [
        .init(
          "2.1",
          "Intitulé et grade",
          PDFText(francais: diplome.nomEntier).semibold
            + PDFText(francais: "\n\(diplome.nature)"),
        ), .init("2.2", "Domaine d’études", domaine.joined(separator: "\n")),
        .init(
          "2.3",
          "Établissement qui délivre le diplôme",
          supplement.universite ?? supplement.etablissement.ouTiret,
        ),
        .init(
          "2.4",
          "Établissement qui assure la formation",
          assure.filter { !$0.isEmpty }.joined(separator: ", ").ouTiret,
        ),
        .init(
          "2.5",
          "Langue de formation et d’évaluation",
          langues.isEmpty ? "non enregistrée" : langues,
        ),
      ],
    ).blocs
  }

  private var niveau: [PDFBlock] {
    Rubrique(
      "3. Niveau du diplôme",
      [
        .init("3.1", "Niveau", diplome.niveau), .init("3.2", "Durée officielle", diplome.duree),
        .init("3.3", "Conditions d’accès", SystemeSuperieur.acces),
      ],
    ).blocs
  }

  private var fonction: [PDFBlock] {
    Rubrique(
      "5. Fonction du diplôme",
      [
        .init("5.1", "Poursuite d’études", diplome.poursuite),
        .init("5.2", "Statut professionnel", metiers),
      ],
    ).blocs
  }

  /// Where the trades are described: the register, or the national program.
  private var metiers: PDFText {
    guard let rncp = supplement.rncp, !rncp.isEmpty else {
      return PDFText(
        francais: "Les métiers visés sont décrits par le programme national de la spécialité."
      )
    }
    let fiche = PDFText(francais: "RNCP \(rncp)")
    let estUnNumero = rncp.utf8.allSatisfy { (48...57).contains($0) }
    return PDFText(
      francais: """
        Le diplôme est inscrit au répertoire national des certifications professionnelles, qui \
        décrit les activités et les métiers visés : fiche\u{20}
        """
    )
      + (estUnNumero
        ? fiche.linked(to: "https://www.francecompetences.fr/recherche/rncp/\(rncp)/") : fiche)
      + "."
  }

  private func renseignements(_ cadre: Cadre) -> [PDFBlock] {
    let titre = PDFBlock.heading("6. Renseignements complémentaires", level: 2)
    let liste: [PDFBlock] =
      supplement.renseignements.isEmpty
      ? []
      : [.list(PDFList(supplement.renseignements.map { PDFText(francais: $0) }))]
    let blocs = liste + cadre.apres
    let rien = "Aucun renseignement complémentaire n’est enregistré."
    return [titre] + (blocs.isEmpty ? [.text(PDFText(francais: rien))] : blocs)
  }

  /// On one page, as what is signed.
  private func certification(_ cadre: Cadre) -> [PDFBlock] {
    let faits: [Rubrique.Fait] = [
      .init("7.1", "Diplôme attribué", "par le jury du \(supplement.jury.enClair)"),
      .init("7.2", "Supplément délivré", "le \(cadre.document.date.enClair)"),
    ]
    return [
      .together(Rubrique("7. Certification", faits).blocs + cadre.signatures(hauteur: 40)),
      .space(8),
    ]
  }
}

extension String {
  /// A dash where nothing is known.
  fileprivate var ouTiret: String { isEmpty ? "–" : self }
}
