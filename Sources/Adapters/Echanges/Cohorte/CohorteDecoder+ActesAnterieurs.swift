internal import CSV
internal import Scolarite
internal import Text

// The acts that `anterieurs.csv` holds: decisions of the jury, UE granted.
extension CohorteDecoder {
  /// A decision of an earlier year on an RCUE, the year or the passage.
  mutating func lireUneDecision(
    _ table: TableCSV,
    _ etudiant: Int,
    _ annee: AnneeUniversitaire,
    _ objet: DecisionDeJury.Objet,
  ) throws(Refus) {
    guard table.facultatif("moyenne") == nil else {
      throw table.refus("moyenne", "seule une UE a une moyenne ici, pas « \(objet.nom) »")
    }
    let decision = try table.decision(sur: objet, annee)
    try noterLAnterieur(table, etudiant, annee, objet)
    try verifierLAccord(decision, table, etudiant, annee)
    ajouter(decision, table, etudiant, annee)
  }

  /// A UE of the year of the cohort, granted to the student.
  mutating func accorder(
    _ table: TableCSV,
    _ etudiant: Int,
    _ objet: DecisionDeJury.Objet,
  ) throws(Refus) {
    let annee = cadre.entete.annee
    guard table.facultatif("code") == Self.equivalence else {
      throw table.refus(
        table.facultatif("code") == nil ? "annee_universitaire" : "code",
        "\(annee) est l’année de la cohorte : seule une UE accordée (\(Self.equivalence)) s’y écrit "
          + "ici, les décisions du jury vont dans decisions.csv et les notes dans notes.csv",
      )
    }
    guard case .ue(let code) = objet, let ue = cadre.programme.ue(code) else {
      throw table.refus("ue", "\(objet.nom) n’est pas une UE de l’année de la cohorte")
    }
    guard etudiants[etudiant].semestres.contains(ue.semestre) else {
      let nom = etudiants[etudiant].identifiant
      throw table.refus(
        "ue",
        "\(code.texte) est du semestre \(ue.semestre.valeur), que « \(nom) » ne suit pas",
      )
    }
    guard let accordee = try table.accordee(try table.moyenneAnterieure()) else { return }
    try noterLAnterieur(table, etudiant, annee, objet)
    etudiants[etudiant].accordees.append((ue, accordee))
  }

  /// Refuses a decision that another of the same year denies.
  func verifierLAccord(
    _ decision: DecisionDeJury,
    _ table: TableCSV,
    _ etudiant: Int,
    _ annee: AnneeUniversitaire,
  ) throws(Refus) {
    let prises = etudiants[etudiant].decisionsAnterieures[annee] ?? []
    guard
      let autre = prises.first(where: {
        $0.decision.sur != decision.sur && $0.decision.contredit(decision)
      })
    else { return }
    throw table.refus("ue", "la décision de la ligne \(autre.position.line) dit le contraire")
  }

  mutating func ajouter(
    _ decision: DecisionDeJury,
    _ table: TableCSV,
    _ etudiant: Int,
    _ annee: AnneeUniversitaire,
  ) {
    let place = table.reader.position(table.rang("ue") ?? 0)
    etudiants[etudiant].decisionsAnterieures[annee, default: []].append((decision, place))
  }

  func decisionAnterieure(
    _ table: TableCSV,
    _ ue: UEDeProgramme,
    _ annee: AnneeUniversitaire,
  ) throws(Refus) -> DecisionDeJury? {
    guard table.facultatif("code") == nil else {
      return try table.decision(sur: .ue(ue.code), annee, autres: [Self.equivalence])
    }
    for colonne in Self.colonnesDeDecision where table.facultatif(colonne) != nil {
      throw table.refus(colonne, "« \(colonne) » est d’une décision, dont il manque le code")
    }
    return nil
  }
}

extension TableCSV {
  func moyenneAnterieure() throws(Refus) -> Decimale? {
    try valeurFacultative("moyenne", "une moyenne de 0 à 20") { texte in
      TableCSV.positif(texte).flatMap { $0 <= 20 ? $0 : nil }
    }
  }

  /// The act that grants the UE of the row, with its mark; `nil` when the code is another.
  func accordee(
    _ note: Decimale?
  ) throws(Refus) -> SemestreSuivi.MoyenneConnue? {
    guard facultatif("code") == CohorteDecoder.equivalence else { return nil }
    return .equivalence(try acte(), note: note.map { Fraction($0) })
  }
}
