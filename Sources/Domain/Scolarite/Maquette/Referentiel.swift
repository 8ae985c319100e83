/// The national référentiels: which level of which competence each year develops, by parcours.
///
/// A curriculum sheet does not print levels, and a level is not a year: competences 4 and 5 of
/// R&T IOM start at level 1 in the second year (A5).
public struct Referentiel: Sendable {
  public let specialites: [Specialite]
  public let etablissements: [Etablissement]

  public init(specialites: [Specialite], etablissements: [Etablissement]) {
    self.specialites = specialites
    self.etablissements = etablissements
  }

  /// A speciality of the BUT.
  public struct Specialite: Sendable {
    public let code: String
    public let mention: String
    public let parcours: [ParcoursDeReference]
    public let competences: [CompetenceDeReference]

    public init(
      code: String,
      mention: String,
      parcours: [ParcoursDeReference],
      competences: [CompetenceDeReference],
    ) {
      self.code = code
      self.mention = mention
      self.parcours = parcours
      self.competences = competences
    }

    /// The stages of the competences that a year of a parcours develops, by national number.
    public func etapes(annee: AnneeBUT, parcours: Parcours?) -> [Int: EtapeDeCompetence] {
      var etapes: [Int: EtapeDeCompetence] = [:]
      for competence in competences
      where competence.parcours == nil || competence.parcours == parcours?.code {
        guard let etape = competence.etapes.first(where: { $0.annee == annee }) else { continue }
        etapes[competence.numero] = EtapeDeCompetence(
          competence: Competence(
            numero: competence.numero,
            code: competence.code,
            libelle: etape.libelle,
          ),
          niveau: etape.niveau,
        )
      }
      return etapes
    }
  }

  /// A parcours and its number in the national register, where it is known.
  public struct ParcoursDeReference: Sendable {
    public let parcours: Parcours
    public let rncp: String?

    public init(parcours: Parcours, rncp: String?) {
      self.parcours = parcours
      self.rncp = rncp
    }
  }

  /// A competence and the level that each year develops.
  public struct CompetenceDeReference: Sendable {
    public let numero: Int
    public let code: String
    /// The code of the only parcours that has it; `nil` when all have it.
    public let parcours: String?
    public let etapes: [Etape]

    /// One year of a competence.
    public struct Etape: Sendable {
      public let annee: AnneeBUT
      public let niveau: Niveau
      public let libelle: String

      public init(annee: AnneeBUT, niveau: Niveau, libelle: String) {
        self.annee = annee
        self.niveau = niveau
        self.libelle = libelle
      }
    }

    public init(numero: Int, code: String, parcours: String?, etapes: [Etape]) {
      self.numero = numero
      self.code = code
      self.parcours = parcours
      self.etapes = etapes
    }
  }

  /// A competence at the level that one year develops.
  public struct EtapeDeCompetence: Sendable {
    public let competence: Competence
    public let niveau: Niveau
  }

  /// An institution that a sheet names by its address only.
  public struct Etablissement: Sendable {
    /// The domain of its mail addresses.
    public let domaine: String
    public let nom: String

    public init(domaine: String, nom: String) {
      self.domaine = domaine
      self.nom = nom
    }
  }

  /// The speciality of that name, case and accents aside.
  public func specialite(mention: String, egale: (String, String) -> Bool) -> Specialite? {
    specialites.first { egale($0.mention, mention) }
  }
}
