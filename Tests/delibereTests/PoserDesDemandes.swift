import Actes
import Scolarite
import Soutien
import Testing

@testable import delibere

extension IUTDEssai {
  /// Does an act on the base, as whoever holds the machine.
  func faire<A: Acte>(_ acte: A) throws -> A.Resultat {
    let ligne = Commande(nom: "essai", resume: "", options: Guichet.options, action: .groupe([]))
    return try Guichet.ouvrir(try Saisie(["--base", base], de: ligne, [])) { try $0.faire(acte) }
  }
}

/// Puts a session 2 on the one promotion of a base: Zoé is enrolled and has an arrangement, was
/// refused a late enrolment and had her mark kept; Noé waits for a decision, and for a day that is
/// fixed.
struct PoserDesDemandes: Acte {
  static let nom = "poser-des-demandes"
  let zoe: String
  let noe: String
  /// Whether the arrangements are settled.
  let arretes: Bool

  struct Posees: Sendable {
    let refusee: Identifiant<InscriptionTardive>
    let deposee: Identifiant<InscriptionTardive>
    let maintenue: Identifiant<ConsultationDeCopie>
    let aConsulter: Identifiant<ConsultationDeCopie>
  }

  func executer(_ travail: Travail) throws -> Posees {
    let registre = travail.registre
    let promotion = try #require(try registre.promotions().first)
    let (zoe, noe) = (
      try #require(try registre.etudiant(nip: zoe)).id,
      try #require(try registre.etudiant(nip: noe)).id,
    )
    let ue = try #require(CodeUE("UE11"))
    let campagne = try OuvrirUneCampagne(
      promotion: promotion.id,
      nature: .session2,
      intitule: "Session 2",
      ouverture: instant("2026-06-12T08:00"),
      cloture: instant("2026-06-26T23:59"),
      jour: instant("2026-07-06T08:00").jour,
    ).executer(travail)
    let epreuves = try PoserUneSession2(campagne: campagne, ues: [ue], inscrits: [zoe: [ue]])
      .executer(travail)
    let epreuve = try #require(epreuves.first)
    let permis = try travail.exiger(.administrer, .etablissement)
    let ecriture = try travail.inscrire(Self.nom, permis, Objet(.campagne, campagne.id))
    _ = try registre.ecrire(
      EcartDAmenagement(
        campagne: campagne.id,
        etudiant: zoe,
        nature: .tiersTemps,
        maintenu: true,
        precision: "",
        motif: "Avis du médecin.",
      ),
      ecriture,
    )
    if arretes { try travail.marquer(.amenagements, de: campagne.id, ecriture) }
    let jour = try instant("2026-07-08T10:30").jour
    return Posees(
      refusee: try tardive(
        zoe,
        epreuve,
        .refusee(le: jour, motif: "Hors délai."),
        ecriture,
        travail,
      ),
      deposee: try tardive(noe, epreuve, .deposee, ecriture, travail),
      maintenue: try consultation(
        zoe,
        epreuve,
        .maintenue(le: jour, motif: "Le barème est le même."),
        ecriture,
        travail,
      ),
      aConsulter: try consultation(noe, epreuve, nil, ecriture, travail),
    )
  }

  private func tardive(
    _ etudiant: Identifiant<Etudiant>,
    _ epreuve: EpreuveDeSession2,
    _ etat: InscriptionTardive.Etat,
    _ ecriture: Ecriture,
    _ travail: Travail,
  ) throws -> Identifiant<InscriptionTardive> {
    let demande = InscriptionTardive(
      id: try travail.registre.nouvelIdentifiant(),
      campagne: epreuve.campagne,
      etudiant: etudiant,
      ues: [epreuve.ue],
      texte: "hospitalisation",
      fichier: nil,
      depose: try instant("2026-06-28T09:05"),
      etat: etat,
    )
    try travail.registre.ajouter(demande, ecriture)
    return demande.id
  }

  /// A request whose day is fixed, and what came of it.
  private func consultation(
    _ etudiant: Identifiant<Etudiant>,
    _ epreuve: EpreuveDeSession2,
    _ issue: ConsultationDeCopie.Issue?,
    _ ecriture: Ecriture,
    _ travail: Travail,
  ) throws -> Identifiant<ConsultationDeCopie> {
    var consultation = ConsultationDeCopie(
      id: try travail.registre.nouvelIdentifiant(),
      epreuve: epreuve.id,
      campagne: epreuve.campagne,
      etudiant: etudiant,
      texte: "",
      depose: try instant("2026-07-07T09:00"),
    )
    try travail.registre.ajouter(consultation, ecriture)
    consultation.rendezVous = .init(quand: try instant("2026-07-08T10:30"), lieu: "Bureau 12")
    consultation.issue = issue
    guard try travail.registre.remplacer(consultation, ecriture) else {
      throw Refus.inconnu(.consultationDeCopie)
    }
    return consultation.id
  }

  private func instant(_ texte: String) throws -> Instant { try #require(Instant(texte)) }
}
