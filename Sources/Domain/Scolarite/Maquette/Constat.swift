/// Something to correct or to question in a curriculum, with its place.
public struct Constat: Hashable, Sendable {
  /// How much it matters; nothing of it ever changes a coefficient.
  public enum Gravite: String, CaseIterable, Hashable, Comparable, Sendable {
    /// The document contradicts itself or the text.
    case erreur
    /// A rule is not kept, or something is missing.
    case avertissement
    /// To be looked at by someone who knows.
    case information

    public static func < (gauche: Gravite, droite: Gravite) -> Bool {
      gauche.rang < droite.rang
    }

    private var rang: Int {
      switch self {
      case .erreur: 0
      case .avertissement: 1
      case .information: 2
      }
    }
  }

  public let gravite: Gravite
  public let lieu: Lieu
  public let nature: Nature

  public init(_ gravite: Gravite, a lieu: Lieu, _ nature: Nature) {
    self.gravite = gravite
    self.lieu = lieu
    self.nature = nature
  }

  /// What was found, as data; the sentence is made by `phrase`.
  public enum Nature: Hashable, Sendable {
    // Sums
    case chiffreFaux(Recalcul)
    case totalAbsent
    case conventionUnitaire(minimum: Decimale, maximum: Decimale)
    // Weights and credits
    case poidsHorsBornes(sae: Fraction, surLaPaire: Fraction?, annee: AnneeBUT)
    case creditsDuSemestre(Decimale)
    case creditsDeLUEIncoherents(ue: Decimale, total: Decimale)
    case creditsCumulesEnEnTete(imprime: Decimale, annuels: Decimale)
    // Holes
    case colonneManquante
    case typeEvaluationManquant
    case typeEvaluationInattendu(TypeEvaluation)
    case enseigneSansCoefficient(heures: Decimale, projet: Decimale)
    case niHeureNiCoefficient
    case ueSansCoefficient
    case moinsDeDeuxEvaluations(Int)
    // Codes and labels
    case codeNonCanonique(CodeModule)
    case codesVoisins(CodeModule, CodeModule, titre: String)
    case titresDifferents(String, String)
    case motMalEcrit(lu: String, attendu: String)
    case niveauPourAnnee(libelle: String, niveaux: [Niveau])
    case typeEvaluationSurTotal(TypeEvaluation)
    // Structure
    case codeUEContredit(semestre: NumeroSemestre, competence: Int)
    case codeRepete(String)
    case semestreHorsAnnee(AnneeBUT)
    case competenceInconnue(Int)
    case niveauContredit(lu: Niveau, referentiel: Niveau)
    case rcueIncomplet(competence: String, niveau: Niveau)
    case rcueDeMemeSemestre(competence: String, niveau: Niveau, ues: [CodeUE])
    // To be questioned
    case poidsContraireAuxHeures(PoidsContraire)
    case poidsSansHeures(titre: String, poids: Decimale, sur: Decimale, ues: Int)
    /// A UE that gives fewer credits than the others for more hours.
    case creditsContrairesAuxHeures(CreditsEtHeures, autres: [CreditsEtHeures])
    case creditsAuDixieme
    // Reading
    case totalImprimeDeuxFois(String)
    case libelleDeCompetenceAbsent(String)
    case libelleDeCompetenceDifferent(lu: String, referentiel: String)
  }

  /// A module that weighs more where it is taught less.
  public struct PoidsContraire: Hashable, Sendable {
    public let heures: Decimale
    public let coefficient: Decimale
    public let autreUE: CodeUE
    public let autresHeures: Decimale
    public let autreCoefficient: Decimale
  }

  /// What a UE gives and asks.
  public struct CreditsEtHeures: Hashable, Sendable {
    public let ue: CodeUE
    public let credits: Decimale
    public let heures: Decimale
  }
}

extension Constat.Nature {
  /// Whether no result can be computed from a curriculum with this fault.
  public var empecheLeCalcul: Bool {
    switch self {
    case .codeRepete, .ueSansCoefficient, .rcueDeMemeSemestre, .codeUEContredit: true
    default: false
    }
  }
}
