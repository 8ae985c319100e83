extension Etat {
  /// What keeps the act from happening and what to do, in French.
  public var phrase: String {
    switch self {
    case .evaluationVerrouillee:
      "l’évaluation est verrouillée, ses notes sont celles du jury : il faut d’abord la "
        + "déverrouiller"
    case .evaluationDejaPubliee: "l’évaluation est déjà publiée"
    case .evaluationNonPubliee: "l’évaluation n’est pas publiée"
    case .evaluationNotee(let nombre):
      "\(nombre) notes sont saisies, ce dont elles dépendent ne peut être retiré"
    case .nomDejaPris(let nom): "le nom « \(nom) » est déjà pris : choisissez-en un autre"
    case .identifiantDejaPris(let identifiant):
      "« \(identifiant) » est déjà porté par quelqu’un d’autre"
    case .etudiantNonInscrit: "l’étudiant n’y est pas inscrit, ou ne l’est plus"
    case .dejaInscrit: "l’étudiant y est déjà inscrit"
    case .inscriptionTerminee(let jour): "l’inscription a pris fin le \(jour)"
    case .inscriptionEnCours:
      "la personne est inscrite cette année : terminez l’inscription, ou confirmez l’effacement avec "
        + "son motif"
    case .figeDepuis(let jour):
      "cela ne peut plus changer depuis le \(jour) : donnez le motif pour passer outre"
    case .moduleInconnu(let code): "la maquette ne contient pas le module « \(code) »"
    case .horsPeriode(let debut, let fin): "le jour doit être entre le \(debut) et le \(fin)"
    case .motifManquant: "il faut un motif"
    case .baseNonVide: "la base contient déjà des données, il en faut une vide"
    case .dernierAdministrateur:
      "il n’y aurait plus personne pour administrer l’établissement : donnez d’abord ce rôle à "
        + "quelqu’un d’autre"
    case .aucunReglement: "aucun règlement n’est en vigueur cette année-là : adoptez-en un"
    }
  }
}
