public import Scolarite

/// The codes of juries in words: for those who decide, and for those on whom it was decided.
///
/// They agree with nobody’s gender, which is not known.
public enum PhrasesDeJury {
  /// What the code of a year stands for; `nil` for a code that is not of the trade.
  public static func sens(_ code: String) -> String? {
    switch code {
    case "ADM": "année validée"
    case "ADJ": "année validée par décision du jury"
    case "ADSUP": "année validée par un niveau supérieur"
    case "PASD": "passage de droit"
    case "PAS1NCI": "passage par décision du jury"
    case "ATJ": "année non validée, par décision du jury"
    case "RED": "redoublement"
    case "NAR": "non-validation, réorientation"
    case "DEF": "défaillance"
    case "ABAN": "abandon"
    case "DEM": "démission"
    case "ABL": "année blanche"
    case "EXCLU": "exclusion"
    case "AJOURNE": "ajournement définitif"
    case _: nil
    }
  }

  /// What deciding a code means.
  public static func sens(_ code: DecisionDeJury.Code) -> String {
    switch code {
    case .adj: "acquise par le jury"
    case .atj: "non validée, autre raison"
    case .pas1nci: "passe par le jury"
    case .red: "redoublement"
    case .nar: "réorientation"
    case .def: "défaillance"
    case .aban: "abandon"
    case .dem: "démission"
    case .abl: "année blanche"
    case .exclu: "exclusion"
    case .ajourne: "ajournement définitif"
    }
  }

  /// Where a year has no code.
  public static let sansCode = "le jury doit décider, ou une note manque"

  /// Of a UE or an RCUE, for its student.
  public static func ue(_ code: String) -> String {
    switch code {
    case "ADM": "acquise"
    case "CMP": "acquise par compensation"
    case "ADJ": "acquise par décision du jury"
    case "ADJR": "acquise car le jury a validé la compétence"
    case "ADSUP": "acquise grâce au niveau supérieur"
    case "AJ": "non acquise"
    case "ATJ": "non validée par le jury"
    case "DEF": "défaillance"
    case "ABAN": "abandon"
    case "DEM": "démission"
    case "": "pas de décision"
    case _: code
    }
  }

  /// Of a diploma, for its student.
  public static func attribution(_ diplome: DiplomeAttribue) -> String {
    switch diplome {
    case .dut: "Vous obtenez le DUT : les 120 premiers crédits sont acquis."
    case .but: "Vous obtenez le BUT : toutes ses UE sont acquises."
    }
  }

  /// Of a year, for its student.
  public static func annee(_ code: String) -> String {
    switch code {
    case "ADM": "Votre année est validée."
    case "ADJ": "Votre année est validée par décision du jury."
    case "ADSUP": "Votre année est validée grâce à un niveau supérieur."
    case "PASD": "Vous continuez de droit, sans que toute l’année soit validée."
    case "PAS1NCI": "Vous continuez par décision du jury, sans que toute l’année soit validée."
    case "RED": "Votre année n’est pas validée ; vous pouvez redoubler."
    case "NAR": "Votre année n’est pas validée et le redoublement n’est pas autorisé."
    case "AJOURNE": "Votre ajournement est définitif."
    case "ATJ": "Votre année n’est pas validée par le jury."
    case "DEF": "Le jury a constaté votre défaillance."
    case "ABAN": "Le jury a constaté un abandon."
    case "DEM": "Votre démission est enregistrée."
    case "ABL": "Une année blanche vous est accordée."
    case "EXCLU": "Une exclusion a été prononcée."
    case _: "Le jury a décidé : \(code)."
    }
  }

  /// Entry into a semester, for its student.
  public static func passage(vers semestre: NumeroSemestre, estAutorise: Bool) -> String {
    estAutorise
      ? "Vous pouvez entrer en semestre \(semestre.valeur)."
      : "Vous n’entrez pas en semestre \(semestre.valeur)."
  }
}
