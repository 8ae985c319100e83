internal import CSV
internal import Scolarite
internal import Text

extension CohorteDecoder {
  /// What stands for the code of a decision where a UE is granted.
  static let equivalence = "EQUIV"
  static let colonnesDeDecision = ["code", "auteur", "date", "motif"]

  /// Reads `anterieurs.csv`: the earlier years, and the UE granted in that of the cohort.
  mutating func lireAnterieurs(_ table: inout TableCSV) {
    let obligatoires = ["etudiant", "annee_universitaire", "ue", "moyenne"]
    guard table.verifier(obligatoires, Self.colonnesDeDecision, &fautes) else { return }
    let avant = fautes.nombre
    lire(&table) { decoder, table throws(Refus) in
      let etudiant = try decoder.etudiant(table)
      let annee = try decoder.anneeAnterieure(table)
      let objet = try table.valeur("ue", DecisionDeJury.Objet.attendu) { DecisionDeJury.Objet($0) }
      guard annee != decoder.cadre.entete.annee else {
        return try decoder.accorder(table, etudiant, objet)
      }
      switch objet {
      case .ue(let code): try decoder.lireUneUE(table, etudiant, annee, code)
      case .rcue, .annee, .passage: try decoder.lireUneDecision(table, etudiant, annee, objet)
      }
    }
    verifierLOrdre(table.fichier)
    if fautes.nombre == avant { verifierLesObjets(table.fichier) }
  }

  /// A UE of an earlier year: its average, a decision on it, or both; or the act that grants it.
  private mutating func lireUneUE(
    _ table: TableCSV,
    _ etudiant: Int,
    _ annee: AnneeUniversitaire,
    _ code: CodeUE,
  ) throws(Refus) {
    let (ue, programme) = try ueAnterieure(table, code)
    let moyenne = try table.moyenneAnterieure()
    let accordee = try table.accordee(moyenne)
    let decision = accordee == nil ? try decisionAnterieure(table, ue, annee) : nil
    if accordee == nil, decision == nil, moyenne == nil {
      throw table.refus("moyenne", "il manque la moyenne de \(code.texte), ou une décision")
    }
    var suivie = try suivie(table, etudiant, annee, ue, programme)
    if let decision { try verifierLAccord(decision, table, etudiant, annee) }
    try noterLAnterieur(table, etudiant, annee, .ue(code))
    suivie.ues.append((ue, accordee ?? moyenne.map { .moyenne(Fraction($0)) }))
    etudiants[etudiant].anterieures[annee] = suivie
    if let decision { ajouter(decision, table, etudiant, annee) }
  }

  mutating func noterLAnterieur(
    _ table: TableCSV,
    _ etudiant: Int,
    _ annee: AnneeUniversitaire,
    _ objet: DecisionDeJury.Objet,
  ) throws(Refus) {
    let quoi = "\(objet.nom) de « \(etudiants[etudiant].identifiant) » en \(annee)"
    try noter(.anterieur(annee, objet), de: etudiant, table, "ue", quoi)
  }

  private func anneeAnterieure(_ table: TableCSV) throws(Refus) -> AnneeUniversitaire {
    let annee = try table.valeur("annee_universitaire", "une année universitaire (2022-2023)") {
      AnneeUniversitaire($0)
    }
    guard annee <= cadre.entete.annee else {
      throw table.refus(
        "annee_universitaire",
        "\(annee) vient après \(cadre.entete.annee), l’année de la cohorte",
      )
    }
    return annee
  }

  /// The UE that the row names, with the curriculum that has it.
  private func ueAnterieure(
    _ table: TableCSV,
    _ code: CodeUE,
  ) throws(Refus) -> (UEDeProgramme, Programme) {
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
}
