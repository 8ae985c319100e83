public import Scolarite

/// What in a session of the BTS keeps an act from happening.
public enum ObstacleBTS: Hashable, Sendable {
  /// The results of the normal session are proclaimed: they stand.
  case proclamee(Jour)
  case nonProclamee
  case close(Jour)
  case sansCandidat
  case dejaCandidat
  /// So many candidates lack a result.
  case resultatsManquants(Int)
  /// So many candidates below 10 wait for the jury.
  case decisionsManquantes(Int)
  case moyenneAtteinte
  /// Absent without a document at these épreuves.
  case absenceSansPiece([String])
  case nonAutorise
  /// The last day on which they could be summoned.
  case convocationTardive(Jour)
  case avantLaProclamation(Jour)
  case nonConvoque
  /// What the candidate may choose from.
  case horsDeLaListe([String])
  case disciplineManquante
  /// An oral has its day: the discipline stands.
  case oralFixe
  case oralNonFixe
  case oralNote
  /// Both orals at once, or the room taken.
  case oralEnMemeTemps
  /// So many candidates who were authorised wait for an oral.
  case orauxManquants(Int)
  /// The jury is to deliberate again on that candidate.
  case dejaRouverte
  case nonRouverte
  /// On so many candidates the jury is to deliberate again.
  case casRouverts(Int)
  /// So many candidates are summoned: the eight days stand.
  case dejaConvoques(Int)
  /// The first day of what cannot come before the proclamation.
  case proclamationTropTard(Jour)
}

extension ObstacleBTS {
  var phrase: String {
    switch self {
    case .proclamee(let jour):
      "les résultats de la session normale sont proclamés depuis le \(jour.enFrancais) : ils ne "
        + "changent plus, sauf erreur matérielle prouvée, pour laquelle la direction rouvre le cas "
        + "du candidat"
    case .nonProclamee: "les résultats de la session normale ne sont pas proclamés"
    case .close(let jour): "la session est close depuis le \(jour.enFrancais)"
    case .sansCandidat: "la session n’a aucun candidat"
    case .dejaCandidat: "cette personne est déjà candidate à cette session"
    case .resultatsManquants(let nombre):
      nombre == 1
        ? "il manque un résultat à un candidat" : "il manque un résultat à \(nombre) candidats"
    case .decisionsManquantes(let nombre):
      nombre == 1
        ? "un candidat sous 10 attend que le jury l’autorise ou non"
        : "\(nombre) candidats sous 10 attendent que le jury les autorise ou non"
    case .moyenneAtteinte:
      "la moyenne du candidat atteint 10 : la session de rattrapage n’est pas pour lui"
    case .absenceSansPiece(let epreuves):
      "le candidat est absent sans justificatif (\(epreuves.joined(separator: ", "))) : enregistrez "
        + "d’abord la pièce qui justifie son absence"
    case .nonAutorise: "le jury n’a pas autorisé ce candidat à se présenter au rattrapage"
    case .convocationTardive(let limite):
      "les huit jours sont passés : les candidats devaient être convoqués le "
        + "\(limite.enFrancais) au plus tard. Pour convoquer malgré tout, donnez le motif du "
        + "retard, que le journal garde"
    case .avantLaProclamation(let jour):
      "cela ne peut précéder la proclamation des résultats, le \(jour.enFrancais)"
    case .nonConvoque: "le candidat n’est pas convoqué"
    case .horsDeLaListe(let disciplines):
      "la discipline se choisit dans la liste de la spécialité : "
        + disciplines.joined(separator: ", ")
    case .disciplineManquante: "le candidat n’a pas encore choisi sa discipline"
    case .oralFixe: "la date de l’oral général est fixée : la discipline ne change plus"
    case .oralNonFixe: "cet oral n’a encore ni date ni salle"
    case .oralNote: "cet oral est déjà noté : sa date ne change plus"
    case .oralEnMemeTemps:
      "le candidat a déjà un oral à cette heure, ou un autre candidat occupe la salle : laissez "
        + "\(SessionBTS.minutesDOral) minutes entre deux débuts"
    case .orauxManquants(let nombre):
      nombre == 1
        ? "un oral d’un candidat autorisé n’est pas noté"
        : "\(nombre) oraux de candidats autorisés ne sont pas notés"
    case .dejaRouverte:
      "le cas de ce candidat est rouvert : le jury délibère d’abord de nouveau"
    case .nonRouverte: "le cas de ce candidat n’est pas rouvert"
    case .casRouverts(let nombre):
      nombre == 1
        ? "le cas d’un candidat est rouvert : le jury délibère d’abord de nouveau"
        : "les cas de \(nombre) candidats sont rouverts : le jury délibère d’abord de nouveau"
    case .dejaConvoques(let nombre):
      (nombre == 1 ? "un candidat est déjà convoqué" : "\(nombre) candidats sont déjà convoqués")
        + " : les huit jours courent du jour proclamé, qui ne change plus"
    case .proclamationTropTard(let jour):
      "un oral ou une nouvelle délibération est du \(jour.enFrancais) : la proclamation ne peut "
        + "être plus tardive"
    }
  }
}

extension SessionBTS {
  /// The time that an oral takes at least.
  static let minutesDOral = 20
}
