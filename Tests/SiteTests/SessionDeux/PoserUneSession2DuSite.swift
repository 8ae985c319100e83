import Actes
import Scolarite
import Soutien
import Testing

/// Opens a session 2 with an exam on the UE of a module, for which one student is enrolled, with a
/// mark and a request to see the copy; gives what stands where it was done.
struct PoserUneSession2DuSite: Acte {
  static let nom = "poser-une-session-2-du-site"
  let promotion: Identifiant<Promotion>
  let etudiant: Identifiant<Etudiant>
  let module: String
  /// `nil` for one that is made.
  var epreuve: EpreuveDeSession2?
  /// `nil` for no mark and no request.
  var note: Note?
  /// `nil` for the last but tenth day of the year.
  var jour: Jour?
  var delai: Int? = 10

  func executer(_ travail: Travail) throws -> (
    epreuve: EpreuveDeSession2, consultation: ConsultationDeCopie
  ) {
    let registre = travail.registre
    let promotion = try travail.promotion(self.promotion)
    let siennes = try registre.consultationsDeCopie(etudiant: etudiant)
    if let consultation = siennes.first,
      let epreuve = try registre.epreuveDeSession2(consultation.epreuve)
    {
      return (epreuve, consultation)
    }
    let permis = try travail.exiger(.gererLesCampagnes, promotion.lieu)
    let epreuve = try self.epreuve ?? conduire(promotion, travail)
    let inscription = InscriptionEnSession2(
      promotion: promotion.id,
      etudiant: etudiant,
      campagne: epreuve.campagne,
      ues: [epreuve.ue],
      version: 1,
    )
    let inscrite = try travail.inscrire(Self.nom, permis, Objet(.campagne, epreuve.campagne))
    try #require(try registre.ecrire(inscription, inscrite))
    let consultation = ConsultationDeCopie(
      id: try registre.nouvelIdentifiant(),
      epreuve: epreuve.id,
      campagne: epreuve.campagne,
      etudiant: etudiant,
      texte: "",
      depose: travail.moment.instant,
    )
    guard let note else { return (epreuve, consultation) }
    _ = try SaisirUneNoteDeSession2(
      promotion: promotion.id,
      etudiant: etudiant,
      epreuve: .ue(epreuve.ue),
      entree: .note(note),
    ).executer(travail)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.consultationDeCopie, consultation.id),
      sujet: etudiant,
    )
    try registre.ajouter(consultation, ecriture)
    return (epreuve, consultation)
  }

  private func conduire(_ promotion: Promotion, _ travail: Travail) throws
    -> EpreuveDeSession2
  {
    let jour = self.jour ?? Jour(cloturant: promotion.annee).plus(jours: -10)
    let ouverture = try #require(Instant("\(Jour(ouvrant: promotion.annee))T08:00"))
    let campagne = try OuvrirUneCampagne(
      promotion: promotion.id,
      nature: .session2,
      intitule: "Session 2",
      ouverture: ouverture,
      cloture: try #require(Instant("\(jour.plus(jours: -2))T18:00")),
      jour: jour,
    ).executer(travail)
    let ue = try #require(
      try travail.programme(promotion).ues.first {
        $0.modules.contains { $0.code.canonique == module }
      }
    )
    let epreuves = try PoserUneSession2(campagne: campagne, ues: [ue.code], delai: delai)
      .executer(travail)
    return try #require(epreuves.first)
  }
}
