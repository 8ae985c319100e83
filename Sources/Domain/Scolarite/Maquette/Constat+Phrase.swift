extension Constat.Nature {
  /// The finding in one French sentence, with its figures.
  ///
  /// One switch for all, long but flat, so that the compiler asks for the sentence of a new case.
  public var phrase: String {
    switch self {
    case .chiffreFaux(let recalcul):
      "imprimé \(recalcul.imprime), recalculé \(recalcul.recalcule) (\(recalcul.origine.phrase))"
    case .totalAbsent: "la ligne de total n’est pas imprimée"
    case .conventionUnitaire(let minimum, let maximum):
      "coefficient 1 imprimé pour chaque UE alors que les modules y pèsent de \(minimum) à "
        + "\(maximum) : ce chiffre ne dit pas le poids de l’UE dans son regroupement"
    case .poidsHorsBornes(let sae, let surLaPaire, let annee):
      "les SAÉ pèsent \(sae.pourcentage) % de l’UE, hors de 40 à 60 %"
        + Self.precision(surLaPaire, annee)
    case .creditsDuSemestre(let somme): "les UE du semestre donnent \(somme) ECTS au lieu de 30"
    case .creditsDeLUEIncoherents(let ue, let total):
      "l’UE donne \(ue) ECTS mais sa ligne de total en imprime \(total)"
    case .creditsCumulesEnEnTete(let imprime, let annuels):
      "\(imprime) ECTS annoncés : crédits cumulés depuis la première année, "
        + "le tableau de l’année en donne \(annuels)"
    case .colonneManquante: "chiffre non imprimé"
    case .typeEvaluationManquant: "type d’évaluation non imprimé"
    case .typeEvaluationInattendu(let type):
      "type d’évaluation « \(type.sigle) » : le BUT ne connaît que le contrôle continu (CC)"
    case .enseigneSansCoefficient(let heures, let projet):
      "enseigné (\(heures) h encadrées, \(projet) h de projet) mais de coefficient 0 : "
        + "évalué, il ne compte pas"
    case .niHeureNiCoefficient: "ligne sans heure ni coefficient dans cette UE"
    case .ueSansCoefficient: "les coefficients de l’UE sont tous nuls : aucune moyenne possible"
    case .moinsDeDeuxEvaluations(let nombre):
      "\(nombre) évaluation prévue : le contrôle continu suppose plusieurs épreuves par UE"
    case .codeNonCanonique(let code): "code « \(code.imprime) », lu \(code.canonique)"
    case .codesVoisins(let premier, let second, let titre):
      "code « \(premier.imprime) » ici et « \(second.imprime) » ailleurs pour « \(titre) » : "
        + "une faute de frappe en ferait deux modules"
    case .titresDifferents(let premier, let second):
      "intitulé « \(premier) » ici et « \(second) » ailleurs pour le même code"
    case .motMalEcrit(let lu, let attendu): "« \(lu) » imprimé pour « \(attendu) »"
    case .niveauPourAnnee(let libelle, let niveaux):
      "« \(libelle) » désigne l’année : les UE y sont de niveau "
        + niveaux.map { String($0.valeur) }.joined(separator: " et ")
    case .typeEvaluationSurTotal(let type):
      "type d’évaluation « \(type.sigle) » imprimé sur une ligne de total"
    case .codeUEContredit(let semestre, let competence):
      "le code ne suit pas la règle UE + semestre \(semestre.valeur) + compétence \(competence)"
    case .codeRepete(let code): "« \(code) » figure deux fois"
    case .semestreHorsAnnee(let annee):
      "ce semestre n’appartient pas à l’année \(annee.valeur) du BUT"
    case .competenceInconnue(let numero):
      "le référentiel ne connaît pas la compétence \(numero) pour cette année et ce parcours"
    case .niveauContredit(let lu, let referentiel):
      "niveau \(lu.valeur) indiqué, niveau \(referentiel.valeur) au référentiel"
    case .rcueIncomplet(let competence, let niveau):
      "regroupement \(competence) niveau \(niveau.valeur) : une seule UE dans l’année, "
        + "la compensation demande les deux semestres"
    case .rcueDeMemeSemestre(let competence, let niveau, let ues):
      "regroupement \(competence) niveau \(niveau.valeur) : plusieurs UE du même semestre ("
        + ues.map(\.texte).joined(separator: ", ") + ")"
    case .poidsContraireAuxHeures(let cas):
      "coefficient \(cas.coefficient) pour \(cas.heures) h ici, \(cas.autreCoefficient) pour "
        + "\(cas.autresHeures) h en \(cas.autreUE.texte) : plus de poids pour moins d’heures"
    case .poidsSansHeures(let titre, let poids, let total, let ues):
      "« \(titre) » n’a aucune heure et pèse \(poids) sur \(total) dans le semestre (\(ues) UE)"
    case .creditsContrairesAuxHeures(let cas, let autres):
      "\(cas.credits) ECTS pour \(cas.heures) h, alors que "
        + autres.map { "\($0.ue.texte) en donne \($0.credits) pour \($0.heures) h" }
        .joined(separator: " et ")
    case .creditsAuDixieme: "les ECTS de chaque UE valent son coefficient divisé par dix, arrondi"
    case .totalImprimeDeuxFois(let libelle): "« \(libelle) » est imprimé deux fois sur la ligne"
    case .libelleDeCompetenceAbsent(let libelle):
      "intitulé de compétence absent du tableau du semestre : « \(libelle) », "
        + "repris du référentiel d’après le code de l’UE"
    case .libelleDeCompetenceDifferent(let lu, let referentiel):
      "intitulé imprimé « \(lu) », au référentiel « \(referentiel) »"
    }
  }
}

extension Recalcul.Origine {
  /// What was added up, in French.
  public var phrase: String {
    switch self {
    case .ligne: "CM + TD + TP de la ligne"
    case .modulesDuPole: "somme des modules du pôle"
    case .modulesDeLUE: "somme des modules de l’UE"
    case .coefficientUnitaire: "coefficient 1 pour chaque UE de cette feuille"
    case .uesDuSemestre: "somme des UE du semestre"
    case .semestres: "somme des semestres"
    case .tableau: "total du tableau"
    }
  }
}

extension Constat.Nature {
  /// The share over both UE of the competence, which counts in the third year only.
  fileprivate static func precision(_ poids: Fraction?, _ annee: AnneeBUT) -> String {
    guard let poids else { return "" }
    let texte = " (sur les deux UE de la compétence : \(poids.pourcentage) %"
    return texte + (annee.valeur == 3 ? ")" : ", ce qui ne compte qu’en troisième année)")
  }
}

extension Fraction {
  /// The share as a percentage with one decimal, never rounded across 40 or 60.
  public var pourcentage: String {
    (self * 100).affichee(decimales: 1, sansFranchir: [40, 60])
  }
}
