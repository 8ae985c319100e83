internal import Scolarite

extension CohorteDecoder {
  private static let heures = ["abi_heures", "abj_heures"]
  private static let avis = ["avis_auteur", "avis_date", "avis_motif"]
  private static let creneaux = ["debut", "heures", "motif"]

  /// Reads `absences.csv`: hours of a semester, slots, or both.
  mutating func lireAbsences(_ table: inout TableCSV) {
    let enCreneaux = table.porte(Self.creneaux + ["declaree"])
    let enHeures = table.porte(Self.heures + Self.avis) || !enCreneaux
    let obligatoires =
      ["etudiant", "semestre"] + (enHeures ? Self.heures : []) + (enCreneaux ? Self.creneaux : [])
    let facultatives = (enHeures ? Self.avis : []) + (enCreneaux ? ["declaree"] : [])
    guard table.verifier(obligatoires, facultatives, &fautes) else { return }
    let deuxFormes = enHeures && enCreneaux
    lire(&table) { decoder, table throws(Refus) in
      let etudiant = try decoder.etudiant(table)
      let semestre = try decoder.semestre(table, de: etudiant)
      guard enCreneaux, !deuxFormes || table.remplit(Self.creneaux + ["declaree"]) else {
        return try decoder.heures(table, etudiant, semestre)
      }
      if table.remplit(Self.heures + Self.avis) {
        throw table.refus("debut", "une ligne donne des heures ou un créneau, pas les deux")
      }
      try decoder.creneau(table, etudiant, semestre)
    }
  }

  private mutating func heures(
    _ table: TableCSV,
    _ etudiant: Int,
    _ semestre: NumeroSemestre,
  ) throws(Refus) {
    let heures = EtudiantEnCours.Heures(
      abi: try table.nombreFacultatif("abi_heures") ?? .zero,
      abj: try table.nombreFacultatif("abj_heures") ?? .zero,
      avis: table.remplit(Self.avis) ? try table.acte("avis_") : nil,
    )
    let nom = etudiants[etudiant].identifiant
    try noter(
      .absences(semestre),
      de: etudiant,
      table,
      "semestre",
      "les absences de « \(nom) » au semestre \(semestre.valeur)",
    )
    etudiants[etudiant].heures[semestre] = heures
  }

  private mutating func creneau(
    _ table: TableCSV,
    _ etudiant: Int,
    _ semestre: NumeroSemestre,
  ) throws(Refus) {
    let instant = "un instant (2026-03-02T13:59)"
    let debut = try table.valeur("debut", instant) { Instant($0) }
    guard cadre.entete.annee.contient(debut.jour) else {
      throw table.refus(
        "debut",
        "le créneau du \(debut.jour) n’est pas de l’année \(cadre.entete.annee)",
      )
    }
    let heures = try table.nombre("heures")
    guard Absences.Creneau.admet(heures) else {
      throw table.invalide("heures", heures.description, Absences.Creneau.dureeAttendue)
    }
    let declaree = try table.valeurFacultative("declaree", instant) { Instant($0) }
    let motif = try table.valeur("motif", Absences.Motif.attendu) {
      Absences.Motif($0, declaree: declaree)
    }
    guard declaree == nil || motif.seDeclare else {
      throw table.refus("declaree", "seule une ITI se déclare")
    }
    let nom = etudiants[etudiant].identifiant
    let quoi = "un créneau de « \(nom) » au même instant"
    try noter(.creneau(debut), de: etudiant, table, "debut", quoi)
    etudiants[etudiant].creneaux[semestre, default: []].append(
      Absences.Creneau(debut: debut, heures: heures, motif: motif)
    )
  }
}

extension TableCSV {
  /// Whether the row says something in one of these columns.
  fileprivate func remplit(_ colonnes: [String]) -> Bool {
    colonnes.contains { facultatif($0) != nil }
  }
}
