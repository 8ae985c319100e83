internal import Actes
internal import PDF
internal import Text

/// What a jury decided, told to a student.
struct PageDeLettre {
  private let lettre: LettreDeDecision

  init(_ lettre: LettreDeDecision) { self.lettre = lettre }

  func blocs(_ cadre: Cadre) -> [PDFBlock] {
    Courrier(titulaire: lettre.titulaire, cursus: lettre.cursus).tete(cadre) + cadre.avant
      + decisions(annoncees: !cadre.avant.isEmpty) + motifs + cadre.apres
      + cadre.signatures(sansLieu: true)
      + VoiesImprimees(lettre.recours).blocs
  }

  /// What was decided; the template may already say of which jury.
  private func decisions(annoncees: Bool) -> [PDFBlock] {
    let qui = annoncees ? "Il" : "Le jury du \(lettre.jury.enClair)"
    guard !lettre.decisions.isEmpty else {
      return [.text(PDFText(francais: "\(qui) n’a pris aucune décision à votre sujet."))]
    }
    let quoi = lettre.decisions.count > 1 ? "les décisions suivantes :" : "la décision suivante :"
    return [
      .text(PDFText(francais: "\(qui) a pris à votre sujet \(quoi)")), .lettre(lettre.decisions),
    ]
  }

  private var motifs: [PDFBlock] {
    guard !lettre.motifs.isEmpty else { return [] }
    let annonce = "Le jury s’est écarté de ce que donnait l’application des règles, pour "
    let suite = lettre.motifs.count > 1 ? "les motifs suivants :" : "le motif suivant :"
    return [.text(PDFText(francais: annonce + suite)), .lettre(lettre.motifs)]
  }
}

/// That a student may not repeat the year.
struct PageDeRefus {
  private let refus: RefusDeRedoublement

  init(_ refus: RefusDeRedoublement) { self.refus = refus }

  func blocs(_ cadre: Cadre) -> [PDFBlock] {
    Courrier(titulaire: refus.titulaire, cursus: refus.cursus).tete(cadre) + cadre.avant + corps
      + cadre.apres + cadre.signatures(sansLieu: true)
      + VoiesImprimees(refus.recours, avecErreur: false).blocs
  }

  private var corps: [PDFBlock] {
    var reponse = "Vous avez demandé, le \(refus.demande.enClair), à redoubler la "
    reponse += "\(refus.cursus.anneeBUT?.enClair ?? "formation") du \(refus.cursus.formation). "
    if let audition = refus.audition {
      reponse += "Une audition a eu lieu le \(audition.enClair). "
    }
    reponse += "Par décision du \(refus.decision.enClair), cette demande est refusée."
    return [.text(PDFText(francais: reponse))]
      + partie("Motifs de la décision", refus.motivation, sinon: "Aucun motif n’est enregistré.")
      + partie(
        "Conseils pour la suite",
        refus.conseils,
        sinon: "Prenez contact avec votre direction des études, qui vous conseillera.",
      )
  }

  private func partie(_ titre: String, _ texte: String, sinon: String) -> [PDFBlock] {
    let paragraphes = texte.split(whereSeparator: \.isNewline).map(String.init)
    return [.heading(PDFText(titre), level: 2)]
      + (paragraphes.isEmpty ? [sinon] : paragraphes).map {
        .text(PDFText(francais: $0))
      }
  }
}

/// The head of a letter: to whom, where and when, about what.
struct Courrier {
  let titulaire: Titulaire
  let cursus: Cursus

  func tete(_ cadre: Cadre) -> [PDFBlock] {
    var destinataire: [PDFBlock] = [
      .paragraph(
        PDFParagraph(
          PDFText(titulaire.nomComplet).semibold.sized(titulaire.nomComplet.corps(12)),
          before: 0,
        )
      )
    ]
    if let usage = titulaire.nomDUsage {
      destinataire.append(.ligne(PDFText(francais: "Nom d’usage : ").discret + PDFText(usage)))
    }
    if !titulaire.nip.isEmpty {
      destinataire.append(.ligne(PDFText(francais: "NIP : ").discret + PDFText(titulaire.nip)))
    }
    let lignes = [cursus.formation, cursus.parcoursEnClair, cursus.annees]
    destinataire += lignes.compactMap { $0 }.map { .ligne(PDFText(francais: $0).sized(10)) }
    return cadre.entete + [
      .space(4), .columns([PDFColumn([]), PDFColumn(destinataire)], gap: 20),
      .paragraph(PDFParagraph(PDFText(cadre.lieuEtDate), .trailing, before: 16)), .space(6),
      .heading(PDFText(francais: "Objet : \(cadre.document.cadre.titre)"), level: 1),
      .paragraph(PDFParagraph("Madame, Monsieur,", before: 12)),
    ]
  }
}

extension PDFBlock {
  /// Sentences, each with its dash.
  fileprivate static func lettre(_ phrases: [String]) -> PDFBlock {
    .list(PDFList(phrases.map { PDFText(francais: $0) }))
  }
}

/// How a decision is contested.
struct VoiesImprimees {
  private let voies: VoiesDeRecours?
  private let avecErreur: Bool

  /// The part on wrong marks goes where marks decided.
  init(_ voies: VoiesDeRecours?, avecErreur: Bool = true) {
    self.voies = voies
    self.avecErreur = avecErreur
  }

  /// On one page, so that it can be kept.
  var blocs: [PDFBlock] {
    [
      .together(
        [.heading("Voies et délais de recours", level: 2)]
          + (avecErreur ? [voie("Erreur matérielle", PhrasesDeRecours.erreur)] : [])
          + [voie("Recours gracieux", PhrasesDeRecours.gracieux)]
          + destinataire("À écrire à", voies.map { ($0.autorite, $0.adresse) })
          + [voie("Recours contentieux", PhrasesDeRecours.contentieux)]
          + destinataire("Tribunal compétent", voies.map { ($0.tribunal, $0.adresseDuTribunal) })
      )
    ]
  }

  private func voie(_ titre: String, _ texte: String) -> PDFBlock {
    .text(PDFText("\(titre). ").semibold + phrase(texte))
  }

  private func phrase(_ texte: String) -> PDFText { PDFText(francais: texte) }

  private func destinataire(_ titre: String, _ lui: (nom: String, adresse: String)?) -> [PDFBlock] {
    guard let lui else { return [.retrait(phrase(PhrasesDeRecours.adresseManquante))] }
    let adresse = lui.adresse.split(whereSeparator: \.isNewline).map(String.init)
    let suite = ([lui.nom] + adresse).filter { !$0.isEmpty }.joined(separator: ", ")
    return [.retrait(PDFText(francais: "\(titre) : ").semibold + PDFText(francais: suite))]
  }
}

extension PDFBlock {
  fileprivate static func retrait(_ texte: PDFText) -> PDFBlock {
    .paragraph(PDFParagraph(texte, before: 4, indent: 16))
  }
}
