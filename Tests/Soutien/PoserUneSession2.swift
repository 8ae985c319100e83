public import Actes
public import Scolarite

/// Puts a session 2 of one day on a campaign, without the procedures that lead there: written exams
/// of ninety minutes, who may sit them, who is enrolled.
public struct PoserUneSession2: Acte {
  public static let nom = "poser-une-session-2"
  let campagne: Campagne
  /// Those that have an exam.
  let ues: [CodeUE]
  let admissibles: [Identifiant<Etudiant>: [CodeUE]]
  let inscrits: [Identifiant<Etudiant>: [CodeUE]]
  /// When the results of session 1 were made known, if they were.
  let publication: Jour?
  let adoptee: Jour?
  /// How many days a student has to ask for their copy.
  let delai: Int?

  public init(
    campagne: Campagne,
    ues: [CodeUE],
    admissibles: [Identifiant<Etudiant>: [CodeUE]] = [:],
    inscrits: [Identifiant<Etudiant>: [CodeUE]] = [:],
    publication: Jour? = nil,
    adoptee: Jour? = nil,
    delai: Int? = nil,
  ) {
    self.campagne = campagne
    self.ues = ues
    self.admissibles = admissibles
    self.inscrits = inscrits
    self.publication = publication
    self.adoptee = adoptee
    self.delai = delai
  }

  /// - Returns: the exams, in the order of their UE.
  public func executer(_ travail: Travail) throws -> [EpreuveDeSession2] {
    guard let jour = campagne.jour else { throw Refus.inconnu(.campagne) }
    let registre = travail.registre
    let ecriture = try travail.inscrire(
      Self.nom,
      travail.exiger(.gererLesCampagnes, travail.promotion(campagne.promotion).lieu),
      Objet(.campagne, campagne.id),
    )
    try registre.ajouter(
      SessionDeRattrapage(
        posee: campagne,
        le: jour,
        publication: publication,
        adoptee: adoptee,
        delai: delai,
      ),
      ecriture,
    )
    let epreuves = try ues.map { ue in
      EpreuveDeSession2(
        id: try registre.nouvelIdentifiant(),
        campagne: campagne.id,
        ue: ue,
        durees: [.ecrit: 90],
      )
    }
    for epreuve in epreuves { try registre.ajouter(epreuve, ecriture) }
    try registre.ajouter(admissibilites, ecriture)
    try inscrire(ecriture, travail)
    return epreuves
  }

  private var admissibilites: [AdmissibiliteDeSession2] {
    admissibles.flatMap { etudiant, ues in
      ues.map { ue in
        AdmissibiliteDeSession2(
          campagne: campagne.id,
          etudiant: etudiant,
          ue: ue,
          raison: .nonAcquise,
          moyenne: "8,5",
        )
      }
    }
  }

  private func inscrire(_ ecriture: Ecriture, _ travail: Travail) throws {
    for (etudiant, ues) in inscrits {
      let inscription = InscriptionEnSession2(
        promotion: campagne.promotion,
        etudiant: etudiant,
        campagne: campagne.id,
        ues: ues,
        version: 1,
      )
      guard try travail.registre.ecrire(inscription, ecriture) else {
        throw Refus.etat(.dejaInscrit)
      }
    }
  }
}

extension SessionDeRattrapage {
  /// That of a campaign, all on one day.
  init(
    posee campagne: Campagne,
    le jour: Jour,
    publication: Jour? = nil,
    adoptee: Jour? = nil,
    delai: Int? = nil,
  ) {
    self.init(
      campagne: campagne.id,
      promotion: campagne.promotion,
      intitule: campagne.intitule,
      premierJour: jour,
      dernierJour: jour,
      ouverture: campagne.ouverture,
      limiteInscription: campagne.cloture,
      publicationPrevue: campagne.ouverture.jour,
      publicationSession1: publication,
      adoptee: adoptee,
      delaiDeConsultation: delai,
    )
  }
}
