public import Actes
import Scolarite

/// Puts a session 2 in the register of a promotion whose règlement holds none: an exam whose form is
/// to be chosen, a late enrolment that waits; gives what stands where it was done.
public struct InstallerUneSession2: Acte {
  public static let nom = "installer-une-session-2"
  let promotion: Identifiant<Promotion>
  /// A module of the UE of the exam.
  let module: String
  let etudiant: Identifiant<Etudiant>
  let choix: ChoixDeSession2

  public init(
    promotion: Identifiant<Promotion>,
    module: String,
    etudiant: Identifiant<Etudiant>,
    choix: ChoixDeSession2,
  ) {
    self.promotion = promotion
    self.module = module
    self.etudiant = etudiant
    self.choix = choix
  }

  public struct Installee: Sendable {
    public let session: SessionDeRattrapage
    public let epreuve: EpreuveDeSession2
    public let tardive: InscriptionTardive
  }

  struct Introuvable: Error {}

  public func executer(_ travail: Travail) throws -> Installee {
    guard let promotion = try travail.registre.promotion(promotion),
      let ue = try travail.programme(promotion).ues.first(where: { ue in
        ue.modules.contains { $0.code.canonique == module }
      })
    else { throw Introuvable() }
    if let faite = try faite(ue.code, travail) { return faite }
    guard let ouverture = Instant("\(choix.publicationPrevue)T00:00") else { throw Introuvable() }
    let permis = try travail.exiger(.gererLesCampagnes, promotion.lieu)
    let campagne = Campagne(
      id: try travail.registre.nouvelIdentifiant(),
      promotion: promotion.id,
      nature: .session2,
      intitule: choix.intitule,
      ouverture: ouverture,
      cloture: choix.limiteInscription,
      jour: choix.premierJour,
      parametres: [],
      version: 1,
    )
    let epreuve = EpreuveDeSession2(
      id: try travail.registre.nouvelIdentifiant(),
      campagne: campagne.id,
      ue: ue.code,
    )
    let tardive = InscriptionTardive(
      id: try travail.registre.nouvelIdentifiant(),
      campagne: campagne.id,
      etudiant: etudiant,
      ues: [ue.code],
      texte: "hospitalisation",
      fichier: nil,
      depose: travail.moment.instant,
    )
    let session = session(campagne)
    let ecriture = try travail.inscrire(Self.nom, permis, Objet(.campagne, campagne.id))
    try travail.registre.ajouter(campagne, ecriture)
    try travail.registre.ajouter(session, ecriture)
    try travail.registre.ajouter(epreuve, ecriture)
    try travail.registre.ajouter(tardive, ecriture)
    return Installee(session: session, epreuve: epreuve, tardive: tardive)
  }

  /// What another test put there.
  private func faite(_ ue: CodeUE, _ travail: Travail) throws -> Installee? {
    guard let session = try travail.registre.sessionsDeRattrapage(promotion).first,
      let epreuve = try travail.registre.epreuvesDeSession2(session.campagne).first(where: {
        $0.ue == ue
      }),
      let tardive = try travail.registre.inscriptionsTardives(session.campagne).first
    else { return nil }
    return Installee(session: session, epreuve: epreuve, tardive: tardive)
  }

  private func session(_ campagne: Campagne) -> SessionDeRattrapage {
    SessionDeRattrapage(
      campagne: campagne.id,
      promotion: campagne.promotion,
      intitule: choix.intitule,
      premierJour: choix.premierJour,
      dernierJour: choix.dernierJour,
      ouverture: campagne.ouverture,
      limiteInscription: choix.limiteInscription,
      publicationPrevue: choix.publicationPrevue,
      adoptee: choix.adoptee,
      jury: choix.jury,
      delaiDeConsultation: choix.delaiDeConsultation,
    )
  }
}
