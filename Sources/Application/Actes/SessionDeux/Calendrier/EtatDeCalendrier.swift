public import Scolarite

/// What keeps the calendar of a session, or the day of an exam, from going on.
public enum EtatDeCalendrier: Hashable, Sendable {
  /// Neither rooms nor hours were entered.
  case sansLieux
  /// No exam has a form, or nobody sits any.
  case sansEpreuve
  /// No calendar can be, and why.
  case impossible(String)
  /// A placement that cannot hold, whatever it costs: why.
  case placeImpossible([String])
  /// As many searches go on as the server carries.
  case recherchesEnCours
  case sansBrouillon
  case nonSigne
  /// Published already: there is nothing new.
  case dejaPublie
  case nonPublie
  /// What was read is no longer what would be signed.
  case empreinteChangee
  /// What lacks before it can be signed.
  case incomplet([String])
  /// What was signed is no longer what exams and arrangements say.
  case perime([String])
  /// Exams and arrangements say what the calendar says.
  case aJour
  /// It was to be published by that day (R0.4).
  case tropTard(limite: Jour)
  /// It is confirmed on those enrolled, once enrolment has closed.
  case inscriptionsOuvertes(jusqua: Instant)
  case dejaSignale
  /// Both the identity document and the student card are to be seen (R0.18).
  case pieceManquante
  case copieSansPresence
  /// Somebody who signed in is not absent.
  case present
  /// They signed in at another form of the UE: they are not absent from it.
  case presentAilleurs(FormeDEpreuve)
  /// Somebody who is noted absent signs in once that is taken back; handed over, it is a mark.
  case noteAbsent(estVerse: Bool)
  /// Somebody who has a mark is not absent.
  case dejaNote
  /// There is no absence to take back.
  case sansAbsence
  case horsDeLaSeance
  /// So many times, a student called to the exam of a UE neither signed in nor was said absent.
  case sansSuite(Int)

  public var phrase: String {
    switch self {
    case .sansLieux: "aucun créneau n’est encore donné : entrez d’abord les salles et les heures"
    case .sansEpreuve:
      "il n’y a aucune épreuve à placer : il faut que la liste des admissibles soit publiée et que "
        + "des formes d’épreuve soient choisies"
    case .impossible(let raison): "aucun calendrier n’est possible : \(raison)"
    case .placeImpossible(let raisons):
      "cette place ne convient pas : " + raisons.joined(separator: " ; ")
    case .recherchesEnCours:
      "d’autres recherches sont en cours : attendez la fin de l’une d’elles, ou arrêtez-la"
    case .sansBrouillon: "il n’y a pas de calendrier à l’étude"
    case .nonSigne: "la direction des études n’a pas signé ce calendrier"
    case .dejaPublie: "ce calendrier est déjà publié"
    case .nonPublie: "le calendrier n’est pas publié"
    case .empreinteChangee:
      "le calendrier a changé depuis que vous l’avez lu : relisez-le, puis signez"
    case .incomplet(let raisons):
      "le calendrier ne peut être signé : " + raisons.joined(separator: " ; ")
    case .perime(let raisons):
      "le calendrier signé ne dit plus ce que disent les épreuves et les aménagements : "
        + raisons.joined(separator: " ; ") + " ; mettez-le à jour, puis faites-le signer de nouveau"
    case .aJour: "les durées et les temps majorés de ce calendrier sont à jour"
    case .tropTard(let limite):
      "le calendrier devait être publié au moins trois semaines avant la session, le "
        + "\(limite.enFrancais) au plus tard"
    case .inscriptionsOuvertes(let limite):
      "les inscriptions sont ouvertes jusqu’au \(limite.enToutesLettres)"
    case .dejaSignale: "le secrétariat connaît déjà ce chevauchement"
    case .pieceManquante:
      "la pièce d’identité et la carte d’étudiant doivent être vues toutes les deux"
    case .copieSansPresence: "l’étudiant n’a pas émargé : il n’a pas de copie"
    case .present: "l’étudiant a émargé à cette épreuve"
    case .presentAilleurs(let forme):
      "l’étudiant a émargé à une autre forme de cette UE (\(forme.phrase)) : il n’en est pas absent"
    case .noteAbsent(let estVerse):
      "l’étudiant est noté absent à l’épreuve de cette UE : le secrétariat "
        + (estVerse
          ? "corrige d’abord sa note, depuis « Copies », avec son motif"
          : "retire d’abord cette absence, sur cette page, avec son motif")
    case .dejaNote: "l’étudiant a déjà une note à cette épreuve : il n’en est pas absent"
    case .sansAbsence: "l’étudiant n’est pas noté absent à cette épreuve : il n’y a rien à retirer"
    case .horsDeLaSeance: "l’étudiant n’est pas convoqué à cette épreuve"
    case .sansSuite(let nombre):
      nombre == 1
        ? "un étudiant convoqué n’a pas émargé : dites s’il était absent"
        : "\(nombre) étudiants convoqués n’ont pas émargé : dites s’ils étaient absents"
    }
  }
}
