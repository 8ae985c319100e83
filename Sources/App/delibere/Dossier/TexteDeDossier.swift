internal import Echanges
internal import Scolarite
internal import Text

/// What is asked for besides the results.
struct MotifsDemandes {
  let preuves: Bool
  let explications: Bool
  /// The one subject that they concern; `nil` for all.
  let sujet: String?
}

/// The results of a dossier for a person to read.
enum TexteDeDossier {
  static func texte<M: Motivation>(
    _ resultats: Resultats<M>,
    de lu: DossierLu,
    avec motifs: MotifsDemandes,
  ) -> String {
    var texte = "Dossier \(lu.etudiant), règlement « \(lu.profil) » au \(lu.date)\n"
    for annee in resultats.annees {
      let titre = "\nBUT \(annee.anneeBUT.valeur), \(annee.annee)"
      if let session1 = annee.session1 {
        texte += "\(titre), après la session 1\n" + etat(session1)
        texte += "\(titre), après la session 2\n" + etat(annee.finale)
      } else {
        texte += "\(titre)\n" + etat(annee.finale)
      }
    }
    for annee in resultats.annees where !annee.ensuite.rcues.isEmpty {
      let rcues = annee.ensuite.rcues.map(\.nom).joined(separator: ", ")
      texte +=
        "\nBUT \(annee.anneeBUT.valeur), \(annee.annee), depuis validé par le niveau "
        + "supérieur : \(rcues) (ADSUP)"
        + (annee.ensuite.annee ? ", et donc l’année (ADSUP)\n" : "\n")
    }
    texte += diplomes(resultats)
    if let redoublement = resultats.redoublement { texte += redouble(redoublement) }
    if motifs.preuves { texte += TexteDePreuve.texte(resultats.preuves, sur: motifs.sujet) }
    if motifs.explications { texte += TexteDExplication.texte(resultats, sur: motifs.sujet) }
    return frenchSpacing(texte)
  }

  static func texte<M: Motivation>(
    _ resultat: ResultatBTS<M>,
    de lu: DossierLu,
    avec motifs: MotifsDemandes,
  ) -> String {
    var texte = "Candidat \(lu.etudiant), session exceptionnelle du BTS de 2021\n"
    texte += "Moyenne à la session normale : \(resultat.avant.valeur.moyenneAffichee)\n"
    texte += "Autorisé à se présenter : \(ouiNon(resultat.autorise.valeur))\n"
    for domaine in CandidatBTS.Domaine.allCases {
      let nom = domaine == .general ? "général" : "professionnel"
      texte +=
        "L’oral remplace les épreuves du domaine \(nom) : "
        + "\(ouiNon(resultat.remplace[domaine] ?? false))\n"
    }
    texte += "Moyenne après la session : \(resultat.apres.valeur.moyenneAffichee)\n"
    texte += "Résultat : \(resultat.admis.valeur ? "admis" : "ajourné")\n"
    if motifs.preuves { texte += TexteDePreuve.texte(resultat.preuves, sur: motifs.sujet) }
    if motifs.explications { texte += TexteDExplication.texte(resultat, sur: motifs.sujet) }
    return frenchSpacing(texte)
  }

  private static func ouiNon(_ valeur: Bool) -> String { valeur ? "oui" : "non" }

  private static func etat<M: Motivation>(_ etat: EtatDAnnee<M>) -> String {
    var texte = ues(etat) + "\n" + rcues(etat) + "\n"
    texte +=
      "Crédits de l’année : \(etat.ects.valeur.affichee(decimales: 0)) ECTS, "
      + "depuis le début : \(etat.ectsCumules.affichee(decimales: 0))\n"
    if let poursuite = etat.poursuite { texte += passage(poursuite) }
    if let code = etat.codeAnnee {
      texte += "Code de l’année : \(code) (\(etat.codeDecide ? "décidé" : "proposé"))\n"
    }
    if !etat.ouvertes.isEmpty {
      texte +=
        "Session 2 ouverte pour : "
        + etat.ouvertes.map(\.texte).joined(separator: ", ") + "\n"
    }
    for signalement in etat.signalements { texte += "À voir par le jury : \(signalement)\n" }
    return texte
  }

  private static func ues<M: Motivation>(_ etat: EtatDAnnee<M>) -> String {
    var table = TextTable([
      .init("UE"), .init("Brute", .right), .init("Malus", .right), .init("Bonus", .right),
      .init("Moyenne", .right), .init("Code"), .init("Acquise", maximumWidth: 44),
      .init("ECTS", .right),
    ])
    for ue in etat.ues.values.sorted(by: { $0.ue.code.texte < $1.ue.code.texte }) {
      table.add([
        ue.ue.code.texte, ue.brute?.moyenneAffichee ?? "–", points(ue.malus), points(ue.bonus),
        ue.moyenne?.valeur.moyenneAffichee ?? "–", ue.code, etatDAcquisition(ue),
        ue.acquise ? ue.ue.ects.description : "0",
      ])
    }
    return table.render()
  }

  private static func points(_ valeur: Fraction) -> String {
    valeur == 0 ? "" : valeur.affichee(decimales: 1, sansFranchir: [valeur])
  }

  private static func etatDAcquisition<M: Motivation>(_ ue: ResultatUE<M>) -> String {
    if let mode = ue.mode { return ue.capitalisee ? "capitalisée" : mode.rawValue }
    if !ue.manque.isEmpty { return "incomplète : \(ue.manque.joined(separator: ", "))" }
    return ue.bloque ? "non validée (absences)" : "non acquise"
  }

  private static func rcues<M: Motivation>(_ etat: EtatDAnnee<M>) -> String {
    var table = TextTable([
      .init("Regroupement"), .init("UE"), .init("Moyenne", .right), .init("Code"), .init("Validé"),
    ])
    for rcue in etat.rcues.values.sorted(by: { $0.cle < $1.cle }) {
      table.add([
        rcue.cle.sujet,
        rcue.ues.map(\.texte).joined(separator: " + "),
        rcue.moyenne?.valeur.moyenneAffichee ?? "–", rcue.code, ouiNon(rcue.valide),
      ])
    }
    return table.render()
  }

  private static func passage<M: Motivation>(_ poursuite: Poursuite<M>) -> String {
    let verdict =
      switch poursuite.autorisee {
      case true?: "autorisé"
      case false?: "refusé"
      case nil: "impossible à dire, un résultat manque"
      }
    let motifs = poursuite.motifs.isEmpty ? "" : " (\(poursuite.motifs.joined(separator: " ; ")))"
    return "Passage en S\(poursuite.vers.valeur) : \(verdict)\(motifs)\n"
  }

  private static func diplomes<M: Motivation>(_ resultats: Resultats<M>) -> String {
    guard !resultats.annees.isEmpty else { return "" }
    return "\nDUT : \(ouiNon(resultats.dut.valeur)), BUT : \(ouiNon(resultats.but.valeur)) "
      + "(\(resultats.ects.affichee(decimales: 0)) ECTS acquis)\n"
  }

  private static func redouble<M: Motivation>(_ redoublement: Redoublement<M>) -> String {
    var texte = "\nRedoublement possible : \(ouiNon(redoublement.possible))"
    if !redoublement.motifs.isEmpty {
      texte += " (\(redoublement.motifs.joined(separator: " ; ")))"
    }
    texte += ", \(redoublement.compteur) comptés, \(redoublement.reste) restants\n"
    if let refus = redoublement.refus {
      texte +=
        refus.manques.isEmpty
        ? "Refus régulier\n" : "Refus irrégulier : \(refus.manques.joined(separator: ", "))\n"
    }
    return texte
  }
}
