extension Preuve {
  /// What malus and bonus make of the average of the modules.
  func recitDeMoyenneFinale(_ seuil: Fraction?) -> Recit {
    let moyenne = nombre ?? .zero
    let (brute, malus, bonus) = (nombre("brute") ?? 0, nombre("malus") ?? 0, nombre("bonus") ?? 0)
    let exacte = min(max(brute - malus + bonus, 0), 20)
    let inchangee = malus == 0 && bonus == 0
    let phrases = [
      inchangee
        ? "\(depart) \(brute.face(seuil))." : calcul(brute, malus, bonus, seuil),
      bornee(brute - malus + bonus),
      arrondie(exacte, moyenne),
      malus > 0 ? sansMalus(min(max(brute + bonus, 0), 20), moyenne, seuil) : nil,
    ]
    return Recit(
      titre: "Votre moyenne dans l’\(sujet) est de \(moyenne.face(seuil)).",
      phrases: phrases.compactMap(\.self),
      suites: [premisse("brute")].compactMap(\.self)
        + (malus > 0 ? [premisse("malus")].compactMap(\.self) : [])
        + (bonus > 0 ? [premisse("bonus")].compactMap(\.self) : []),
      reglages: moyenne == exacte ? [] : reglages(.arrondiAvantComparaison),
      estMuet: inchangee && moyenne == brute,
    )
  }

  private func calcul(
    _ brute: Fraction,
    _ malus: Fraction,
    _ bonus: Fraction,
    _ seuil: Fraction?,
  ) -> String {
    var mots = ["\(depart) \(brute.face(seuil))"]
    var signes = brute.face(seuil)
    if malus > 0 {
      mots.append("vos absences injustifiées retirent \(malus.points)")
      signes += " − \(malus.courte)"
    }
    if bonus > 0 {
      mots.append("votre bonification ajoute \(bonus.points)")
      signes += " + \(bonus.courte)"
    }
    return "\(Francais.liste(mots)) : \(signes) \((brute - malus + bonus).resultat(seuil))."
  }

  private var depart: String {
    premisse("brute")?.regle == .noteSession2
      ? "Avec la session 2, vos modules vous donnent" : "Vos modules vous donnent"
  }

  private func bornee(_ somme: Fraction) -> String? {
    if somme > 20 { return "Une moyenne ne dépasse pas 20 : le surplus ne compte pas." }
    return somme < 0 ? "Une moyenne ne descend pas sous 0." : nil
  }

  /// The rounding that a setting asks for, where it changed the average.
  func arrondie(_ exacte: Fraction, _ moyenne: Fraction) -> String? {
    guard exacte != moyenne, case .mot(let mot) = reglages(.arrondiAvantComparaison).first?.valeur
    else { return nil }
    let avant = exacte.moyenneAffichee(sansFranchir: [moyenne])
    return "Votre établissement arrondit la moyenne à \(mot) décimales avant de la comparer : "
      + "\(avant) devient \(moyenne.moyenneAffichee)."
  }

  private func sansMalus(_ sans: Fraction, _ moyenne: Fraction, _ seuil: Fraction?) -> String {
    let phrase = "Sans ces absences, elle serait de \(sans.face(seuil))"
    guard let seuil, moyenne < seuil, sans >= seuil else { return phrase + "." }
    return phrase + " et atteindrait \(seuil.courte)."
  }

  /// Which of several averages of a UE taken again counts.
  func recitDeReprise(_ seuil: Fraction?) -> Recit {
    let essais = termes.map { terme in
      "\((terme.valeur.nombre ?? 0).face(seuil)) en \(Francais.premierMot(terme.nom))"
    }
    let derniere = choisit(.moyenneRedoublant, "derniere")
    let choix = derniere ? termes.last : termes.first { $0.valeur == conclusion }
    let bloquees = termes.filter { $0.nom.hasSuffix("(bloquée)") && $0.valeur != conclusion }
    let bloquee =
      derniere || bloquees.isEmpty
      ? []
      : [
        "Une moyenne obtenue pendant un semestre bloqué par les absences n’est prise qu’à défaut "
          + "d’autre."
      ]
    return Recit(
      titre: "La moyenne retenue dans l’\(sujet) est de \((nombre ?? 0).face(seuil)).",
      phrases: [
        "Vous avez suivi cette UE plusieurs fois : \(Francais.liste(essais)).",
        "Le règlement retient \(derniere ? "la dernière" : "la meilleure").",
      ] + bloquee,
      suites: [choix.flatMap(premisse)].compactMap(\.self),
      reglages: reglages(.moyenneRedoublant),
    )
  }

  /// What session 2 changed, and whether it replaces or only improves.
  var recitDeSession2: Recit {
    let retenue = nombre ?? .zero
    let note = nombre("session2") ?? .zero
    let avant = nombre("session1")
    let meilleure = choisit(.modeNoteSession2, "meilleure")
    let objet = sujet.hasPrefix("UE") ? "la moyenne retenue pour l’" : "la note retenue pour "
    let obtenu =
      avant.map { "Vous aviez \($0.moyenneAffichee) à la session 1 et vous obtenez " }
      ?? "La session 1 ne vous donnait pas de note ; vous obtenez "
    let zero = note == 0 ? ["Une absence injustifiée à la session 2 compte pour 0."] : []
    let regle =
      meilleure
      ? "Pour cette UE, le règlement garde la meilleure des deux"
      : "La note de la session 2 remplace celle de la session 1"
        + (avant.map { retenue < $0 } ?? false ? ", même plus basse" : "")
    return Recit(
      titre: "Après la session 2, \(objet)\(sujet) est de \(retenue.moyenneAffichee).",
      phrases: ["\(obtenu)\(note.moyenneAffichee) à la session 2."] + zero
        + [regle + (avant.map { effet(retenue - $0) } ?? "") + "."],
      suites: retenue == note ? [] : [premisse("session1")].compactMap(\.self),
      reglages: reglages(.modeNoteSession2),
    )
  }

  private func effet(_ gain: Fraction) -> String {
    if gain > 0 { return " : vous gagnez \(gain.points)" }
    return gain < 0 ? " : vous perdez \((.zero - gain).points)" : ""
  }
}
