import Actes
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
    if let faite = try faite(ue.code, travail) { return faite }
    let permis = try travail.exiger(.gererLesCampagnes, promotion.lieu)
    guard let premier = Jour("2027-01-11"), let publication = Jour("2026-12-14"),
      let ouverture = Instant("2026-12-14T00:00"), let limite = Instant("2026-12-23T23:59")
    else { throw Introuvable() }
    let campagne = Campagne(
      id: try travail.registre.nouvelIdentifiant(),
      promotion: promotion.id,
      nature: .session2,
      intitule: "Session 2",
      ouverture: ouverture,
      cloture: limite,
      jour: premier,
      parametres: [],
      version: 1,
    )
    let session = SessionDeRattrapage(
      campagne: campagne.id,
      promotion: promotion.id,
      intitule: campagne.intitule,
      premierJour: premier,
      dernierJour: premier,
      ouverture: ouverture,
      limiteInscription: limite,
      publicationPrevue: publication,
      adoptee: Jour(ouvrant: promotion.annee),
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
}
