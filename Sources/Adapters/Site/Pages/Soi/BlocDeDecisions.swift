internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

/// What a closed jury decided, in plain words, with its reasons and how to contest it.
struct BlocDeDecisions {
  private let decisions: DecisionsRendues
  private let voies: VoiesDeRecours?
  private let bilan: Bilan

  init(_ decisions: DecisionsRendues, _ voies: VoiesDeRecours?, _ bilan: Bilan) {
    self.decisions = decisions
    self.voies = voies
    self.bilan = bilan
  }

  @HTMLBuilder var corps: some HTML {
    Carte("Décisions du jury du \(decisions.jury.date.enLettres)", ancre: "decisions") {
      if let preuve = decisions.rectification {
        Encart(
          .information,
          titre: "Nouvelle délibération",
          "Elle corrige une erreur matérielle et remplace la précédente : \(preuve)",
        )
      }
      if let diplome = decisions.diplome {
        p(.class("verdict")) { Typographie.phrase(CodeDeJury.attribution(diplome)) }
      }
      if decisions.annee != nil || decisions.passage != nil { annee }
      if !decisions.rcues.isEmpty { tableau("Compétences (RCUE)", decisions.rcues) }
      tableau("UE", decisions.ues)
    }
    Carte("Contester une décision", ancre: "recours") { VoiesEcrites(voies).corps }
  }

  // MARK: The year

  @HTMLBuilder private var annee: some HTML {
    if let annee = decisions.annee {
      p(.class("verdict")) { Typographie.phrase(CodeDeJury.annee(annee.code)) }
      p(.class("aide")) {
        Typographie.phrase("Code \(annee.code)" + ects + ".")
      }
    }
    if let passage = decisions.passage {
      p(.class(decisions.annee == nil ? "verdict" : "suite-de-verdict")) {
        Typographie.phrase(
          passage.estAutorise
            ? "Vous pouvez entrer en semestre \(passage.vers.valeur)."
            : "Vous n’entrez pas en semestre \(passage.vers.valeur)."
        )
      }
      if let motif = passage.motif ?? decisions.annee?.motif { motive(motif) }
      p(.class("aide")) { Typographie.phrase("\(passage.enonce) (\(passage.article))") }
    } else if let annee = decisions.annee {
      if let motif = annee.motif { motive(motif) }
      if !annee.enonce.isEmpty {
        p(.class("aide")) { Typographie.phrase("\(annee.enonce) (\(annee.article))") }
      }
    }
  }

  private var ects: String { decisions.ects.map { ", \($0.courte) crédits ECTS" } ?? "" }

  private func motive(_ motif: String) -> some HTML {
    p { Typographie.phrase("Motif écrit par le jury : « \(motif) »") }
  }

  // MARK: UE and RCUE

  private func tableau(_ titre: String, _ verdicts: [DecisionsRendues.Verdict]) -> some HTML {
    Tableau(
      titre,
      colonnes: [
        .init(titre), .init("Moyenne", .chiffres), .init("Décision"),
        .init("Pourquoi", estSecondaire: true),
      ],
      lignes: verdicts.map { verdict in
        Tableau.Ligne([
          "\(verdict.sur)",
          "\(verdict.moyenne?.moyenneAffichee ?? "–")", Cellule(decision(verdict)),
          "\(Typographie.phrase("\(verdict.enonce) (\(verdict.article))"))",
        ])
      },
      vide: EtatVide("Aucune décision"),
    )
  }

  private func decision(_ verdict: DecisionsRendues.Verdict) -> some HTML {
    HTMLGroup(
      Pastille(CodeDeJury.ue(verdict.code), verdict.estAcquis ? .succes : .attention),
      " ",
      small { verdict.code },
      verdict.motif.map { motif in
        AnyHTML(small(.class("dessous")) { Typographie.phrase("Motif du jury : \(motif)") })
      },
    )
  }
}

/// The codes of juries in words that a first-year understands.
enum CodeDeJury {
  /// Of a UE or an RCUE.
  static func ue(_ code: String) -> String {
    switch code {
    case "ADM": "acquise"
    case "CMP": "acquise par compensation"
    case "ADJ": "acquise par décision du jury"
    case "ADJR": "acquise car le jury a validé la compétence"
    case "ADSUP": "acquise grâce au niveau supérieur"
    case "AJ": "non acquise"
    case "ATJ": "non validée par le jury"
    case "DEF": "défaillant"
    case "ABAN": "abandon"
    case "DEM": "démission"
    case "": "pas de décision"
    case _: code
    }
  }

  /// Of a diploma.
  static func attribution(_ diplome: DiplomeAttribue) -> String {
    switch diplome {
    case .dut: "Vous obtenez le DUT : les 120 premiers crédits sont acquis."
    case .but: "Vous obtenez le BUT : toutes ses UE sont acquises."
    }
  }

  /// Of a year.
  static func annee(_ code: String) -> String {
    switch code {
    case "ADM": "Votre année est validée."
    case "ADJ": "Votre année est validée par décision du jury."
    case "ADSUP": "Votre année est validée grâce à un niveau supérieur."
    case "PASD": "Vous continuez de droit, sans que toute l’année soit validée."
    case "PAS1NCI": "Vous continuez par décision du jury, sans que toute l’année soit validée."
    case "RED": "Vous êtes ajourné et autorisé à redoubler."
    case "NAR": "Vous êtes ajourné et n’êtes pas autorisé à redoubler."
    case "AJOURNE": "Vous êtes définitivement ajourné."
    case "ATJ": "Votre année n’est pas validée par le jury."
    case "DEF": "Le jury vous a déclaré défaillant."
    case "ABAN": "Le jury a constaté un abandon."
    case "DEM": "Votre démission est enregistrée."
    case "ABL": "Une année blanche vous est accordée."
    case "EXCLU": "Une exclusion a été prononcée."
    case _: "Le jury a décidé : \(code)."
    }
  }
}
