internal import Scolarite

/// A year that a student has failed and follows again.
struct Echec {
  let annee: AnneeSuivie
  /// The ranks of the UE that are not taken again.
  let acquises: Set<Int>
  let repris: Set<NumeroSemestre>
}

extension PromotionFictive {
  /// The years of the BUT before the present one, most of them acquired in full.
  ///
  /// The present year was already followed `recul` times.
  func anterieures(_ portrait: Portrait, recul: Int, _ hasard: inout Hasard) -> [AnneeSuivie] {
    var endette = false
    return anterieures.enumerated().map { rang, plan in
      var moyennes = hasard.moyennesPassees(plan, portrait)
      hasard.reussir(&moyennes)
      let avant = anneeBUT.valeur - plan.anneeBUT.valeur + recul
      let annee = annee(avant: avant)
      var decisions: [DecisionDeJury] = []
      if !endette, hasard.chance(surMille: modele.dettes), let rcue = dette(rang, &hasard) {
        endette = true
        moyennes.porter(rcue, a: 800 + hasard.entier(5...190))
        if hasard.chance(surMille: 400) { decisions = validation(moyennes, parmi: rcue, annee) }
      }
      let alternant = portrait.alternant && plan.anneeBUT.valeur > 1
      return moyennes.annee(annee, alternant ? .alternant : .initial, decisions: decisions)
    }
  }

  /// An RCUE that a student may lack and yet have gone on: the upper level can validate it.
  private func dette(_ rang: Int, _ hasard: inout Hasard) -> [Int]? {
    let plan = anterieures[rang]
    let rcue = hasard.parmi(plan.rcues)
    let suivante = rang + 1 < anterieures.count ? anterieures[rang + 1] : self.plan
    guard plan.rcues.count >= 3, rcue.count == 2, let ue = rcue.first else { return nil }
    let cle = plan.programme.ues[ue].rcue
    let superieur = suivante.programme.ues.contains {
      $0.competence == cle.competence && $0.niveau > cle.niveau
    }
    return superieur || suivante.anneeBUT == anneeBUT ? rcue : nil
  }

  /// The decision by which a jury acquires the weakest of some UE.
  private func validation(
    _ moyennes: MoyennesPassees,
    parmi ues: [Int],
    _ annee: AnneeUniversitaire,
  ) -> [DecisionDeJury] {
    let manquantes = ues.filter { moyennes.centiemes[$0] < 1000 }
    guard let ue = manquantes.min(by: { moyennes.centiemes[$0] < moyennes.centiemes[$1] }) else {
      return []
    }
    let code = moyennes.plan.programme.ues[ue].code
    return decision(.ue(code), .adj, annee, "progression constante sur l’année")
  }

  private func decision(
    _ objet: DecisionDeJury.Objet,
    _ code: DecisionDeJury.Code,
    _ annee: AnneeUniversitaire,
    _ motif: String,
  ) -> [DecisionDeJury] {
    guard let date = Jour(annee.debut + 1, 7, 4),
      let acte = ActeMotive(auteur: "jury", date: date, motif: motif),
      let decision = DecisionDeJury(sur: objet, code: code, acte: acte)
    else { preconditionFailure("a jury decides that code on that object in July") }
    return [decision]
  }

  private func annee(avant nombre: Int) -> AnneeUniversitaire {
    guard let annee = AnneeUniversitaire(debut: annee.debut - nombre) else {
      preconditionFailure("a promotion begins its studies from 2000 on")
    }
    return annee
  }
}

// MARK: - Repeating

extension PromotionFictive {
  /// The same year, followed the year before and failed.
  func echec(_ portrait: Portrait, _ hasard: inout Hasard) -> Echec {
    let annee = annee(avant: 1)
    var moyennes = hasard.moyennesPassees(plan, portrait)
    hasard.echouer(&moyennes)
    var acquises = moyennes.acquises
    var decisions = decision(.annee, .red, annee, "résultats insuffisants pour poursuivre")
    let manquantes = plan.competences.indices.filter { !acquises.contains($0) }
    if manquantes.count > 1, hasard.chance(surMille: 150) {
      let ue = hasard.parmi(manquantes)
      acquises.insert(ue)
      decisions += validation(moyennes, parmi: [ue], annee)
    }
    return Echec(
      annee: moyennes.annee(annee, .initial, decisions: decisions),
      acquises: acquises,
      repris: repris(manquantes.filter { !acquises.contains($0) }, &hasard),
    )
  }

  /// The semesters of the UE to take again; sometimes only the one that has the most.
  private func repris(_ manquantes: [Int], _ hasard: inout Hasard) -> Set<NumeroSemestre> {
    let numeros = manquantes.map { plan.programme.ues[$0].semestre }
    guard hasard.chance(surMille: modele.capitalisation) else { return Set(numeros) }
    let parNombre = Dictionary(grouping: numeros, by: \.self).mapValues(\.count)
    let pire = parNombre.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return Set(pire.map { [$0.key] } ?? [])
  }
}

extension Hasard {
  /// UE granted to a student who comes from elsewhere, by rank, one in two with a mark.
  mutating func equivalences(
    _ plan: PlanDAnnee,
    _ annee: AnneeUniversitaire,
  ) -> [Int: SemestreSuivi.MoyenneConnue] {
    guard let date = Jour(annee.debut, 9, 10),
      let acte = ActeMotive(
        auteur: "commission pédagogique",
        date: date,
        motif: "acquis d’une autre formation",
      )
    else { preconditionFailure("a commission meets in September") }
    var accordees: [Int: SemestreSuivi.MoyenneConnue] = [:]
    for _ in 0..<entier(1...3) {
      let note = chance(surCent: 50) ? Fraction(Decimale(milliemes: 500 * entier(20...32))) : nil
      accordees[entier(0...(plan.competences.count - 1))] = .equivalence(acte, note: note)
    }
    return accordees
  }
}
