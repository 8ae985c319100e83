internal import CSV
internal import Scolarite
internal import Text

extension CohorteDecoder {
  private static let colonnesDeDecision = ["code", "auteur", "date", "motif"]

  /// Reads `anterieurs.csv`: the UE of earlier years.
  mutating func lireAnterieurs(_ table: inout TableCSV) {
    let obligatoires = ["etudiant", "annee_universitaire", "ue", "moyenne"]
    guard table.verifier(obligatoires, Self.colonnesDeDecision, &fautes) else { return }
    lire(&table) { decoder, table throws(Refus) in
      let etudiant = try decoder.etudiant(table)
      let annee = try decoder.anneeAnterieure(table)
      let (ue, programme) = try decoder.ueAnterieure(table)
      let moyenne = try table.valeurFacultative("moyenne", "une moyenne de 0 à 20") { texte in
        TableCSV.positif(texte).flatMap { $0 <= 20 ? $0 : nil }
      }
      let decision = try decoder.decisionAnterieure(table, ue, annee)
      if moyenne == nil, decision == nil {
        throw table.refus("moyenne", "il manque la moyenne de \(ue.code.texte), ou une décision")
      }
      var suivie = try decoder.suivie(table, etudiant, annee, ue, programme)
      let nom = decoder.etudiants[etudiant].identifiant
      try decoder.noter(
        .ueAnterieure(annee, ue.code),
        de: etudiant,
        table,
        "ue",
        "\(ue.code.texte) de « \(nom) » en \(annee)",
      )
      suivie.ues.append((ue, moyenne))
      if let decision { suivie.decisions.append(decision) }
      decoder.etudiants[etudiant].anterieures[annee] = suivie
    }
    verifierLOrdre(table.fichier)
  }

  private func anneeAnterieure(_ table: TableCSV) throws(Refus) -> AnneeUniversitaire {
    let annee = try table.valeur("annee_universitaire", "une année universitaire (2022-2023)") {
      AnneeUniversitaire($0)
    }
    guard annee < cadre.entete.annee else {
      throw table.refus(
        "annee_universitaire",
        "\(annee) n’est pas avant \(cadre.entete.annee), l’année de la cohorte",
      )
    }
    return annee
  }

  /// The UE that the row names, with the curriculum that has it.
  private func ueAnterieure(_ table: TableCSV) throws(Refus) -> (UEDeProgramme, Programme) {
    let code = try table.codeUE("ue")
    for programme in cadre.programmes {
      guard let ue = programme.ue(code) else { continue }
      guard ue.semestre.annee.valeur <= cadre.entete.anneeBUT.valeur else {
        throw table.refus(
          "ue",
          "\(code.texte) est du BUT \(ue.semestre.annee.valeur), la cohorte est en "
            + "BUT \(cadre.entete.anneeBUT.valeur) : les années ne reviennent pas en arrière",
        )
      }
      return (ue, programme)
    }
    throw table.refus(
      "ue",
      "\(code.texte) n’est dans aucune maquette : ajoutez la sienne à « maquettes_anterieures » de "
        + CadreDecoder.fichier,
    )
  }

  private func decisionAnterieure(
    _ table: TableCSV,
    _ ue: UEDeProgramme,
    _ annee: AnneeUniversitaire,
  ) throws(Refus) -> DecisionDeJury? {
    guard table.facultatif("code") == nil else {
      return try table.decision(sur: .ue(ue.code), annee)
    }
    for colonne in Self.colonnesDeDecision where table.facultatif(colonne) != nil {
      throw table.refus(colonne, "« \(colonne) » est d’une décision, dont il manque le code")
    }
    return nil
  }

  /// The year of the student that takes the UE: of one year of the BUT and one curriculum.
  private func suivie(
    _ table: TableCSV,
    _ etudiant: Int,
    _ annee: AnneeUniversitaire,
    _ ue: UEDeProgramme,
    _ programme: Programme,
  ) throws(Refus) -> EtudiantEnCours.AnneeAnterieure {
    let anneeBUT = ue.semestre.annee
    guard let suivie = etudiants[etudiant].anterieures[annee] else {
      return EtudiantEnCours.AnneeAnterieure(
        programme: programme,
        anneeBUT: anneeBUT,
        position: table.reader.position(0),
      )
    }
    guard suivie.anneeBUT == anneeBUT else {
      throw table.refus(
        "ue",
        "\(ue.code.texte) est du BUT \(anneeBUT.valeur), mais la ligne "
          + "\(suivie.position.line) met « \(etudiants[etudiant].identifiant) » en "
          + "BUT \(suivie.anneeBUT.valeur) la même année",
      )
    }
    guard suivie.programme.ue(ue.code) != nil else {
      throw table.refus(
        "ue",
        "\(ue.code.texte) n’est pas de la même maquette que l’UE de la ligne "
          + "\(suivie.position.line), de la même année",
      )
    }
    return suivie
  }

  /// Checks that no student goes back to a former year of the BUT.
  private mutating func verifierLOrdre(_ fichier: String) {
    for etudiant in etudiants where etudiant.anterieures.count > 1 {
      let annees = etudiant.anterieures.sorted { $0.key < $1.key }
      for (avant, apres) in zip(annees, annees.dropFirst())
      where avant.value.anneeBUT.valeur > apres.value.anneeBUT.valeur {
        fautes.add(
          fichier,
          apres.value.position,
          "« \(etudiant.identifiant) » est en BUT \(apres.value.anneeBUT.valeur) en \(apres.key) "
            + "après le BUT \(avant.value.anneeBUT.valeur) en \(avant.key) (ligne "
            + "\(avant.value.position.line)) : les années de formation ne reviennent pas en arrière",
        )
      }
    }
  }
}
