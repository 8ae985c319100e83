import Actes
import Echanges
import Scolarite

/// Puts a session 2 in the register of a promotion whose règlement holds none: an exam whose form is
/// to be chosen, a late enrolment that waits.
struct InstallerUneSession2: Acte {
  static let nom = "installer-une-session-2"
  let promotion: Identifiant<Promotion>
  let module: String
  let etudiant: Identifiant<Etudiant>

  struct Installee: Sendable {
    let session: SessionDeRattrapage
    let epreuve: EpreuveDeSession2
    let tardive: InscriptionTardive
  }

  struct Introuvable: Error {}

  func executer(_ travail: Travail) throws -> Installee {
    guard let promotion = try travail.registre.promotion(promotion),
      let ue = try travail.programme(promotion).ues.first(where: { ue in
        ue.modules.contains { $0.code.canonique == module }
      })
    else { throw Introuvable() }
    let permis = try travail.exiger(.gererLesCampagnes, promotion.lieu)
    let choix = try TerrainDeSession2.choix()
    let campagne = Campagne(
      id: try travail.registre.nouvelIdentifiant(),
      promotion: promotion.id,
      nature: .session2,
      intitule: choix.intitule,
      ouverture: try BureauDEssai.instant("2026-06-12T00:00"),
      cloture: choix.limiteInscription,
      jour: choix.premierJour,
      parametres: [],
      version: 1,
    )
    let session = SessionDeRattrapage(
      campagne: campagne.id,
      promotion: promotion.id,
      intitule: choix.intitule,
      premierJour: choix.premierJour,
      dernierJour: choix.dernierJour,
      ouverture: campagne.ouverture,
      limiteInscription: choix.limiteInscription,
      publicationPrevue: choix.publicationPrevue,
      adoptee: choix.adoptee,
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
    let ecriture = try travail.inscrire(Self.nom, permis, Objet(.campagne, campagne.id))
    try travail.registre.ajouter(campagne, ecriture)
    try travail.registre.ajouter(session, ecriture)
    try travail.registre.ajouter(epreuve, ecriture)
    try travail.registre.ajouter(tardive, ecriture)
    return Installee(session: session, epreuve: epreuve, tardive: tardive)
  }
}
