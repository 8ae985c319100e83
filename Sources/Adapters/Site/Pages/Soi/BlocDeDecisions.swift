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
        p(.class("verdict")) { Typographie.phrase(PhrasesDeJury.attribution(diplome)) }
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
      p(.class("verdict")) { Typographie.phrase(PhrasesDeJury.annee(annee.code)) }
      p(.class("aide")) {
        Typographie.phrase("Code \(annee.code)" + ects + ".")
      }
    }
    if let passage = decisions.passage {
      p(.class(decisions.annee == nil ? "verdict" : "suite-de-verdict")) {
        Typographie.phrase(
          PhrasesDeJury.passage(vers: passage.vers, estAutorise: passage.estAutorise)
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

  private var ects: String { decisions.ects.map { ", \($0.abregee) crédits ECTS" } ?? "" }

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
      Pastille(PhrasesDeJury.ue(verdict.code), verdict.estAcquis ? .succes : .attention),
      " ",
      small { verdict.code },
      verdict.motif.map { motif in
        AnyHTML(small(.class("dessous")) { Typographie.phrase("Motif du jury : \(motif)") })
      },
    )
  }
}
