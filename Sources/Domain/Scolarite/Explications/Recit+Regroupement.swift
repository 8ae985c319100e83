extension Preuve {
  /// The term of a UE in the mean of its RCUE: « UE12 (2025-2026) ».
  func membre(_ ue: String) -> Terme? { membres.first { Francais.premierMot($0.nom) == ue } }

  private var membres: [Terme] { termes.filter { $0.poids != nil } }

  /// The grounds of the averages of the two UE.
  var moyennesDesUE: [Preuve] { membres.compactMap(premisse) }

  /// The mean of an RCUE over its two UE.
  func recitDeMoyenneRCUE(_ seuil: Fraction?) -> Recit {
    let moyenne = (nombre ?? .zero).face(seuil)
    return Recit(
      titre: "La moyenne du \(Francais.regroupement(sujet)) est de \(moyenne).",
      phrases: [ensemble(seuil)]
        + [ponderation, arrondie(exacte, nombre ?? .zero)].compactMap(\.self),
      suites: moyennesDesUE,
      reglages: reglages(.ponderationRCUE)
        + (exacte == nombre ? [] : reglages(.arrondiAvantComparaison)),
    )
  }

  private func ensemble(_ seuil: Fraction?) -> String {
    "Ensemble, \(ues(seuil)) ont pour moyenne \(calcul(seuil))."
  }

  /// « l’UE12 (9,30) et l’UE22 (10,90) », with the years when they differ.
  private func ues(_ seuil: Fraction?) -> String {
    let annees = Set(membres.map { $0.nom.split(separator: " ").last })
    return Francais.liste(
      membres.map { membre in
        let note = (membre.valeur.nombre ?? .zero).face(seuil)
        let annee = membre.nom.split(separator: " ").last.map {
          $0.filter { $0 != "(" && $0 != ")" }
        }
        let quand = annees.count > 1 ? annee.map { ", en \($0)" } ?? "" : ""
        return "l’\(Francais.premierMot(membre.nom)) (\(note)\(quand))"
      }
    )
  }

  /// « (9,30 + 10,90) ÷ 2 = 10,10 ».
  private func calcul(_ seuil: Fraction?) -> String {
    let lignes = membres.map { (($0.valeur.nombre ?? .zero).face(seuil), $0.poids ?? 1) }
    let bonus = nombre("bonus").map { " + \($0.courte) de bonification" } ?? ""
    return "\(Francais.moyenne(lignes))\(bonus) \(exacte.resultat(seuil))"
  }

  /// The mean before any rounding.
  private var exacte: Fraction {
    let points = membres.reduce(Fraction.zero) { $0 + ($1.valeur.nombre ?? 0) * ($1.poids ?? 0) }
    let poids = membres.reduce(Fraction.zero) { $0 + ($1.poids ?? 0) }
    return min((points.divise(par: poids) ?? .zero) + (nombre("bonus") ?? .zero), 20)
  }

  private var ponderation: String? {
    if choisit(.ponderationRCUE, "ects") { return "Chaque UE y compte selon ses crédits." }
    return choisit(.ponderationRCUE, "coefficient")
      ? "Chaque UE y compte selon son coefficient." : nil
  }

  /// The other UE of the competence, and the mean of both.
  func avecLAutre(_ ue: String, _ seuil: Fraction?) -> String? {
    guard let autre = membres.first(where: { Francais.premierMot($0.nom) != ue }) else {
      return nil
    }
    let note = (autre.valeur.nombre ?? .zero).face(seuil)
    return "Mais avec l’\(Francais.premierMot(autre.nom)) (\(note)), elle forme le "
      + "\(Francais.regroupement(sujet)), et leur moyenne est \(calcul(seuil))."
  }

  /// By how much an RCUE reaches the threshold.
  var avance: String? {
    guard let seuil = seuil(.seuilRCUE), let moyenne = nombre("moyenne") else { return nil }
    let marge =
      moyenne == seuil
      ? "Elle atteint exactement \(seuil.courte)"
      : "Elle dépasse \(seuil.courte) de \((moyenne - seuil).points)"
    let hautes = premisse("moyenne")?.membres.filter { ($0.valeur.nombre ?? 0) >= seuil } ?? []
    return marge
      + (hautes.isEmpty
        ? " : cela suffit à compenser."
        : " : ce que l’une des deux UE a en plus compense ce qui manque à l’autre.")
  }
}

extension Preuve {
  /// Whether an RCUE has the average, and what it lacks.
  var recitDeRCUE: Recit {
    let nom = Francais.regroupement(sujet)
    guard let calcul = premisse("moyenne"), let moyenne = nombre("moyenne") else {
      return recitDeRCUESansMoyenne(nom)
    }
    let seuil = seuil(.seuilRCUE) ?? .zero
    let comment = calcul.recit(seuil)
    let basses = calcul.membres.filter { ($0.valeur.nombre ?? 0) < seuil }
    let verdict =
      accorde
      ? (basses.isEmpty ? toutesAuSeuil(seuil) : avance ?? "")
      : "Elle est sous \(seuil.courte) : il manque \((seuil - moyenne).points)."
    return Recit(
      titre: "Le \(nom) \(accorde ? "a" : "n’a pas") la moyenne.",
      phrases: comment.phrases + [verdict]
        + (accorde ? [] : [calcul.remede(seuil, moyenne)].compactMap(\.self)),
      suites: accorde ? [] : comment.suites,
      reglages: comment.reglages,
      seuil: seuil,
    )
  }

  private func toutesAuSeuil(_ seuil: Fraction) -> String {
    "Ses deux UE atteignent \(seuil.courte) chacune : rien n’est à compenser."
  }

  /// The points that one of the UE would have needed.
  private func remede(_ seuil: Fraction, _ moyenne: Fraction) -> String? {
    let total = membres.reduce(Fraction.zero) { $0 + ($1.poids ?? 0) }
    let basse = membres.min { ($0.valeur.nombre ?? 0) < ($1.valeur.nombre ?? 0) }
    guard let basse, let poids = basse.poids, let valeur = basse.valeur.nombre,
      let hausse = ((seuil - moyenne) * total).divise(par: poids), valeur + hausse <= 20
    else { return nil }
    let requise = (valeur + hausse).centiemesAuDessus.affichee(decimales: 2)
    return "Avec \(requise) à l’\(Francais.premierMot(basse.nom)) au lieu de "
      + "\(valeur.face(seuil)), le regroupement aurait la moyenne."
  }

  private func recitDeRCUESansMoyenne(_ nom: String) -> Recit {
    guard !accorde else {
      return Recit(
        titre: "Le \(nom) est validé.",
        phrases: [
          "Vous avez acquis ses deux UE, \(Francais.liste(termes.map { "l’\($0.nom)" })) : cela "
            + "suffit, même si l’une d’elles n’a pas de note."
        ],
      )
    }
    let attendues = termes.filter { $0.valeur.texte != nil }.map { "de l’\($0.nom)" }
    let phrases =
      (termes.count < 2
        ? ["L’autre UE de cette compétence n’a pas encore été suivie."] : [])
      + (attendues.isEmpty
        ? [] : ["Il manque encore la moyenne \(Francais.liste(attendues))."])
    return Recit(
      titre: "Le résultat du \(nom) n’est pas encore connu.",
      phrases: phrases + ["Le regroupement aura une moyenne dès que ses deux UE en auront une."],
      suites: termes.filter { $0.valeur.texte != nil }.compactMap(premisse),
    )
  }
}
