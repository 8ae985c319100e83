/// What an act bears on, as the journal names it: « evaluation/12 ».
public struct Objet: Hashable, Sendable {
  public let nom: String

  /// A kind of thing and its number.
  public init<De>(_ sorte: Sorte, _ identifiant: Identifiant<De>) {
    nom = "\(sorte.rawValue)/\(identifiant)"
  }

  /// The thing within another that has no number of its own: a mark of a student at a test.
  public init<De, A>(_ sorte: Sorte, _ identifiant: Identifiant<De>, _ autre: Identifiant<A>) {
    nom = "\(sorte.rawValue)/\(identifiant)/\(autre)"
  }

  /// What is kept in the register.
  public enum Sorte: String, CaseIterable, Hashable, Sendable {
    case etablissement, departement, annee, formation, maquette, profil, promotion, groupe
    case etudiant, inscription, amenagement
    case evaluation, note, seance, presence, justificatif
    case signalement, autorisation, indisponibilite, rattrapage
    case bonus, engagement, commission
    case demandeDAmenagement = "demande-d-amenagement"
    case avis, incident, constat, consultation, campagne, demande, session2, jury, decision,
      situation
    case copies
    case consultationDeCopie = "consultation-de-copie"
    case soutien
    case redoublement, suite
    case anneeSuivante = "annee-suivante"
    case utilisateur, habilitation, fichier, conservation, jeton, document, modele
    case calendrierDeSession2 = "calendrier-de-session-2"
    case contrainte, chevauchement
    case enTete = "en-tete"
    case epreuveDeSession2 = "epreuve-de-session-2"
    case inscriptionTardive = "inscription-tardive"
    case sessionBTS = "session-bts"
    case candidatBTS = "candidat-bts"
  }
}
