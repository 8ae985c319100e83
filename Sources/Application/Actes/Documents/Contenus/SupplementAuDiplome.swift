public import Scolarite

/// What accompanies a diploma so that others can recognise it, in the eight sections of the European
/// model: what the software knows of them, the rest being the same for all.
public struct SupplementAuDiplome: Hashable, Sendable {
  public let titulaire: Titulaire
  /// That of the last year.
  public let cursus: Cursus
  public let diplome: DiplomeAttribue
  /// The day on which it was attributed.
  public let jury: Jour
  /// Those that count for the diploma.
  public let credits: String
  /// Where it was prepared: « IUT de Nulle-Part ».
  public let etablissement: String
  /// Who delivers the diploma, where that is somebody else.
  public let universite: String?
  /// Its number in the national register of qualifications, « 35457 »; `nil` where none is known.
  public let rncp: String?
  /// In which it was taught, « français » first.
  public let langues: [String]
  /// What the holder is able to do, each at the level reached.
  public let competences: [Competence]
  /// The years that count for the diploma, the first one first.
  public let annees: [Annee]
  public let echelle: Echelle
  /// « Mention bien », in words that stand alone.
  public let distinctions: [String]
  /// Internships, stays abroad, commitments that were recognised: a sentence each.
  public let renseignements: [String]

  /// A competence of the speciality.
  public struct Competence: Hashable, Sendable {
    public let libelle: String
    /// `nil` where the référentiel is not known.
    public let niveau: Niveau?

    public init(libelle: String, niveau: Niveau?) {
      self.libelle = libelle
      self.niveau = niveau
    }
  }

  public init(
    titulaire: Titulaire,
    cursus: Cursus,
    diplome: DiplomeAttribue,
    jury: Jour,
    credits: String,
    etablissement: String,
    universite: String? = nil,
    rncp: String? = nil,
    langues: [String],
    competences: [Competence],
    annees: [Annee],
    echelle: Echelle,
    distinctions: [String] = [],
    renseignements: [String] = [],
  ) {
    self.titulaire = titulaire
    self.cursus = cursus
    self.diplome = diplome
    self.jury = jury
    self.credits = credits
    self.etablissement = etablissement
    self.universite = universite
    self.rncp = rncp
    self.langues = langues
    self.competences = competences
    self.annees = annees
    self.echelle = echelle
    self.distinctions = distinctions
    self.renseignements = renseignements
  }
}
