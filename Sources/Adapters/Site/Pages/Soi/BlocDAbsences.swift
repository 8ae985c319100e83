internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

/// What absences cost now, and what more of them would, semester by semester.
struct BlocDAbsences {
  private let semestres: [CoutDesAbsences]
  private let indisponibilites: Int

  init(_ semestres: [CoutDesAbsences], _ indisponibilites: Int) {
    self.semestres = semestres
    self.indisponibilites = indisponibilites
  }

  @HTMLBuilder var corps: some HTML {
    if semestres.isEmpty { EtatVide("Aucun semestre n’est suivi cette année") }
    HTMLList(semestres.map { AnyHTML(semestre($0)) })
    if indisponibilites > 0, semestres.contains(where: \.estSoumis) {
      p(.class("aide")) {
        Typographie.phrase(
          "Il vous reste \(compte(indisponibilites, "jour")) d’indisponibilité à déclarer cette "
            + "année (ITI) : à déclarer avant l’absence."
        )
      }
    }
  }

  @HTMLBuilder private func semestre(_ cout: CoutDesAbsences) -> some HTML {
    h3 { "Semestre \(cout.semestre.valeur)" }
    if cout.estSoumis {
      Chiffres(chiffres(cout))
      if let limite = cout.limite { trentePourCent(limite) }
    } else {
      p {
        Typographie.phrase(
          "Vous êtes alternant : vos absences ne retirent pas de points ici, elles sont signalées à "
            + "votre CFA."
        )
      }
    }
  }

  private func chiffres(_ cout: CoutDesAbsences) -> [ChiffreCle] {
    let enPoints = cout.malus > 0 ? "−" + cout.malus.abregee : "0"
    var chiffres = [
      ChiffreCle(
        "Points perdus",
        enPoints,
        unite: "par UE",
        precision: "pour \(heures(Fraction(cout.heuresInjustifiees))) sans justification",
      )
    ]
    if let suivant = cout.suivant {
      chiffres.append(
        ChiffreCle(
          "Prochain palier",
          avant(suivant, cout),
          precision: "ensuite −\(suivant.malus.abregee) par UE",
        )
      )
    }
    chiffres.append(
      ChiffreCle(
        "Heures justifiées",
        cout.heuresJustifiees.description,
        unite: "h",
        precision: "sans points perdus",
      )
    )
    return chiffres
  }

  /// What is left before the next step, in words.
  private func avant(_ palier: CoutDesAbsences.Palier, _ cout: CoutDesAbsences) -> String {
    let reste = palier.heures - Fraction(cout.heuresInjustifiees)
    guard reste > 0 else { return "dès la prochaine" }
    return (palier.estInclus ? "dans " : "après ") + heures(reste)
  }

  private func trentePourCent(_ limite: CoutDesAbsences.Limite) -> some HTML {
    let seuil = "\(limite.pourcentage.affichee(decimales: 0)) %"
    let manquees = heures(limite.manquees)
    let texte =
      limite.estAtteinte
      ? "Vous avez manqué \(manquees), justifiées ou non, et le seuil de \(seuil) du semestre est de "
        + "\(heures(limite.heures)). Le règlement dit qu’un tel semestre n’est pas validé, sauf avis "
        + "contraire : parlez-en tout de suite à votre directeur des études."
      : "Vous avez manqué \(manquees), justifiées ou non. À partir de \(heures(limite.heures)) "
        + "(\(seuil) du semestre), le règlement dit que le semestre n’est pas validé, sauf avis "
        + "contraire. Il reste \(heures(limite.reste))."
    return Encart(limite.estAtteinte ? .attention : .neutre, texte)
  }

  /// « 4,5 h ».
  private func heures(_ heures: Fraction) -> String { "\(heures.abregee)\u{A0}h" }
}
