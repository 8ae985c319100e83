/// A module in the average of a UE, with its true part of that average.
private struct Ligne {
  let nom: String
  let valeur: Fraction
  let coefficient: Fraction
  /// From 0 to 1; the parts of a UE add up to 1.
  let part: Fraction
  let preuve: Preuve?

  /// « R103 (8,00, coefficient 8) ».
  func ecrite(_ seuil: Fraction?) -> String {
    "\(nom) (\(valeur.face(seuil)), coefficient \(coefficient.courte))"
  }
}

extension Preuve {
  /// The modules that weigh most, those that cost most, and what would reach the threshold.
  func recitDUE(_ seuil: Fraction?) -> Recit {
    guard let moyenne = nombre else { return recitDUESansMoyenne }
    let titre = "La moyenne de vos modules dans l’\(sujet) est de \(moyenne.face(seuil))."
    let lignes = lignes
    guard !lignes.isEmpty else {
      return Recit(
        titre: titre,
        phrases: ["Elle nous a été transmise telle quelle, sans le détail des notes."],
        estMuet: true,
      )
    }
    let phrases = [composition(lignes, seuil), parts]
    let ecarts = seuil.map { [contributions(lignes, $0), remede(lignes, $0, moyenne)] } ?? []
    return Recit(
      titre: titre,
      phrases: (phrases + ecarts).compactMap(\.self),
      suites: lignes.filter { ligne in
        (seuil.map { ligne.valeur < $0 } ?? false) || ligne.preuve?.aUneEntreeParticuliere == true
      }.compactMap(\.preuve),
    )
  }

  private var recitDUESansMoyenne: Recit {
    guard conclusion.texte != "non suivie" else {
      return Recit(
        titre: "Vous n’avez pas encore suivi l’\(sujet).",
        phrases: ["Votre dossier ne contient aucun résultat pour cette UE."],
      )
    }
    return Recit(
      titre: "La moyenne de l’\(sujet) n’est pas encore connue.",
      phrases: attentes(dans: "l’UE"),
    )
  }

  /// The modules, weighed as the rule weighs them: one pool, or two poles at fixed shares.
  private var lignes: [Ligne] {
    let modules = termes.filter { $0.nom.contains(":") && $0.poids != nil }
    func total(_ retenus: [Terme]) -> Fraction {
      retenus.reduce(.zero) { $0 + ($1.poids ?? 0) }
    }
    let poles = ["ressource:", "sae:"].map { pole in modules.filter { $0.nom.hasPrefix(pole) } }
    let parts = seuil(.partRessources).map { [$0, 100 - $0] }
    return modules.compactMap { terme in
      guard let valeur = terme.valeur.nombre, let poids = terme.poids else { return nil }
      let pole = terme.nom.hasPrefix("ressource:") ? 0 : 1
      let deuxPoles = parts != nil && poles.allSatisfy { !$0.isEmpty }
      let base = total(deuxPoles ? poles[pole] : modules)
      let taux = deuxPoles ? parts.flatMap { $0[pole].divise(par: 100) } ?? 1 : 1
      return Ligne(
        nom: terme.nom.split(separator: ":", maxSplits: 1).last.map(String.init) ?? terme.nom,
        valeur: valeur,
        coefficient: poids,
        part: poids.divise(par: base).map { $0 * taux } ?? 0,
        preuve: premisse(de: terme),
      )
    }
  }

  private func composition(_ lignes: [Ligne], _ seuil: Fraction?) -> String {
    guard lignes.count > 1 else {
      return "Elle vient d’un seul module : \(lignes[0].ecrite(seuil))."
    }
    guard lignes.count > 3 else {
      return "Elle réunit \(Francais.liste(lignes.map { $0.ecrite(seuil) }))."
    }
    let lourds = lignes.sorted { $0.part > $1.part }.prefix(2).map { ligne in
      seuil == nil ? ligne.ecrite(nil) : "\(ligne.nom) (coefficient \(ligne.coefficient.courte))"
    }
    return "Elle réunit \(lignes.count) modules, chacun selon son coefficient ; les plus lourds "
      + "sont \(Francais.liste(lourds))."
  }

  private var parts: String? {
    guard let part = seuil(.partRessources) else { return nil }
    return "Le règlement donne \(part.courte) % de la moyenne aux ressources et "
      + "\((100 - part).courte) % aux SAÉ (situations d’apprentissage et d’évaluation)."
  }

  /// What each module takes from the threshold, or brings above it.
  private func contributions(_ lignes: [Ligne], _ seuil: Fraction) -> String? {
    let ecarts = lignes.map { (ligne: $0, ecart: ($0.valeur - seuil) * $0.part) }
    let couts = ecarts.filter { $0.ecart < 0 }.sorted { $0.ecart < $1.ecart }
    let gains = ecarts.filter { $0.ecart > 0 }.sorted { $0.ecart > $1.ecart }
    guard lignes.count > 1, let pire = couts.first else { return nil }
    func points(_ ecart: Fraction) -> String { max(ecart, .zero - ecart).pointsArrondis }
    let autres = couts.dropFirst().prefix(2).map { "\($0.ligne.ecrite(seuil)) \(points($0.ecart))" }
    let premier = "\(pire.ligne.ecrite(seuil)) vous coûte \(points(pire.ecart))"
    let gain = gains.first.map { premier in
      let suivants = gains.dropFirst().prefix(1).map {
        "\($0.ligne.ecrite(seuil)) \(points($0.ecart))"
      }
      let dit = "\(premier.ligne.ecrite(seuil)) vous rapporte \(points(premier.ecart))"
      return " ; \(Francais.liste([dit] + suivants))"
    }
    return "Par rapport à \(seuil.courte), " + Francais.liste([premier] + autres) + (gain ?? "")
      + "."
  }

  /// The mark that the heaviest of the low modules would need, when a mark can be enough.
  private func remede(_ lignes: [Ligne], _ seuil: Fraction, _ moyenne: Fraction) -> String? {
    let basses = lignes.filter { $0.valeur < seuil && $0.part > 0 }
    guard moyenne < seuil, let lourde = basses.max(by: { $0.part < $1.part }),
      let hausse = (seuil - moyenne).divise(par: lourde.part)
    else { return nil }
    let requise = (lourde.valeur + hausse).centiemesAuDessus
    guard requise <= 20 else { return nil }
    return "Avec \(requise.affichee(decimales: 2)) en \(lourde.nom) au lieu de "
      + "\(lourde.valeur.face(seuil)), elle atteindrait \(seuil.courte)."
  }
}
