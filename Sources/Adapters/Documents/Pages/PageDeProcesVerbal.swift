internal import Actes
internal import PDF
internal import Scolarite

/// The minutes of a closed jury.
struct PageDeProcesVerbal {
  private let procesVerbal: ProcesVerbal
  private let estAnonyme: Bool

  init(_ procesVerbal: ProcesVerbal, estAnonyme: Bool) {
    self.procesVerbal = procesVerbal
    self.estAnonyme = estAnonyme
  }

  func blocs(_ cadre: Cadre) -> [PDFBlock] {
    cadre.entete + [cadre.titre] + presentation + cadre.avant
      + TableauDeJury(procesVerbal, estAnonyme: estAnonyme).blocs + comptes + ecarts + cadre.apres
      + empreinte + MembresImprimes(procesVerbal.session.membres).signatures(cadre.lieuEtDate)
      + cadre.signatures(sansLieu: true)
  }

  private var presentation: [PDFBlock] {
    let cursus = procesVerbal.cursus
    let formation =
      [cursus.formation, cursus.parcoursEnClair, cursus.annees, cursus.departement]
      .compactMap { $0 }.filter { !$0.isEmpty }
    let gauche: [PDFBlock] =
      formation.enumerated().map { rang, ligne in
        let texte = PDFText(francais: ligne)
        return .ligne(rang == 0 ? texte.semibold.sized(10.5) : texte)
      } + [.ligne(PDFText(francais: nature).semibold)]
    let droite = reglement.map { PDFBlock.ligne(PDFText(francais: $0)) }
    return [
      .columns(
        [
          PDFColumn(gauche), PDFColumn(droite),
          PDFColumn(MembresImprimes(procesVerbal.session.membres).liste),
        ],
        gap: 22,
      ), .space(4),
    ]
  }

  private var nature: String {
    let session = procesVerbal.session
    let objet =
      switch session.nature {
      case .semestre(let numero): "Jury du semestre\u{A0}\(numero.valeur)"
      case .annee: "Jury de fin d’année"
      }
    return "\(objet), réuni le \(session.date.enClair)"
  }

  private var reglement: [String] {
    var lignes = ["Règlement : \(procesVerbal.reglement)"]
    lignes.append(adoption("le conseil de l’IUT", procesVerbal.conseil))
    lignes.append(adoption("la CFVU", procesVerbal.cfvu))
    if let derogation = procesVerbal.derogation {
      lignes.append("Jury clos par dérogation : \(derogation)")
    }
    if let nomination = procesVerbal.session.nomination {
      lignes.append("Nomination du jury : \(nomination)")
    }
    if let rectification = procesVerbal.session.rectification {
      lignes.append("Nouvelle délibération pour erreur matérielle : \(rectification.preuve)")
    }
    return lignes
  }

  private func adoption(_ conseil: String, _ jour: Jour?) -> String {
    jour.map { "Adopté par \(conseil) le \($0.enClair)" }
      ?? "Date d’adoption par \(conseil) : non enregistrée"
  }

  private var comptes: [PDFBlock] {
    guard !procesVerbal.codes.isEmpty else { return [] }
    let table = PDFTable(
      [.init(.fixed(60)), .init(.fixed(340)), .init(.fixed(70), .trailing)],
      header: [["Code", "Sens", "Étudiants"].enTete],
      rows: procesVerbal.codes.map { compte in
        [
          .init(PDFText(compte.code).semibold, isHeader: true), .init(francais: compte.sens),
          .init(PDFText(String(compte.nombre))),
        ]
      },
      size: 8,
      padding: 2,
    )
    return [.together([.heading("Décisions sur l’année", level: 2), .table(table)])]
  }

  private var ecarts: [PDFBlock] {
    let titre = PDFBlock.heading("Décisions qui s’écartent de la proposition", level: 2)
    guard !procesVerbal.ecarts.isEmpty else {
      return [
        titre, .text(PDFText(francais: "Le jury ne s’est écarté d’aucune proposition.")),
      ]
    }
    let table = PDFTable(
      [
        .init(.share(1.3)), .init(.share(1)), .init(.fixed(70)), .init(.fixed(70)),
        .init(.share(3)),
      ],
      header: [
        [estAnonyme ? "Numéro" : "Étudiant", "Objet", "Proposé", "Décidé", "Motif"].enTete
      ],
      rows: procesVerbal.ecarts.map { ecart in
        [
          .init(PDFText(ecart.etudiant), isHeader: true), .init(francais: ecart.objet),
          .init(PDFText(ecart.propose)), .init(PDFText(ecart.decide).semibold),
          .init(francais: ecart.motif),
        ]
      },
      size: 7.6,
      padding: 2.2,
    )
    return [titre, .table(table)]
  }

  private var empreinte: [PDFBlock] {
    guard !procesVerbal.empreinte.isEmpty else { return [] }
    let texte = PDFText(francais: "Empreinte des décisions scellées : ")
    return [.text((texte + PDFText(procesVerbal.empreinte)).sized(7.5).discret)]
  }
}
