public import Scolarite

/// The queue of mail, to whom and about what people want to be written to.
///
/// What the program does with the queue changes no fact and has no entry of the journal; what a
/// person asks has one.
public protocol RegistreDuCourrier {
  // MARK: The queue

  /// Puts a message in the queue, unless one with its key was already put there for that person.
  /// - Returns: whether it was put.
  @discardableResult
  func poster(_ courrier: Courrier) throws -> Bool
  /// Whether a message is due that nobody has in hand.
  func attendUnCourrier(a moment: Horodatage) throws -> Bool
  /// How many attempts began since a moment, whoever made them.
  func essaisDeCourrier(depuis moment: Horodatage) throws -> Int
  /// How many messages of a kind were put there for a person since a moment.
  func courriers(
    _ sorte: SorteDeCourrier,
    pour utilisateur: Identifiant<Utilisateur>,
    depuis moment: Horodatage,
  ) throws -> Int
  /// Takes messages that are due in hand, the oldest first; each attempt is counted here.
  /// - Parameters:
  ///   - limite: the most that are taken.
  ///   - bail: what names whoever takes them.
  ///   - jusqua: from when somebody else may.
  ///   - moment: now.
  /// - Returns: those taken.
  /// - Throws: when the register cannot.
  func prendreDesCourriers(
    _ limite: Int,
    bail: String,
    jusqua: Horodatage,
    a moment: Horodatage,
  ) throws -> [Pli]
  /// Writes what became of a message in hand; nothing where somebody else has it by now.
  /// - Returns: whether it was still in hand.
  func regler(
    _ courrier: Identifiant<Courrier>,
    bail: String,
    _ suite: SuiteDePli,
    a moment: Horodatage,
  ) throws -> Bool
  /// Gives back the messages in hand, as if they had not been taken.
  func rendreLesCourriers(bail: String) throws
  func comptesDuCourrier() throws -> [EtatDeCourrier: Int]
  func courrier(_ id: Identifiant<Courrier>) throws -> CourrierSuivi?
  /// Those of some states, the latest first.
  func courriers(_ etats: Set<EtatDeCourrier>, limite: Int) throws -> [CourrierSuivi]
  /// Makes a message due now, as if it had never been tried.
  func relancer(
    _ courrier: Identifiant<Courrier>,
    perime: Horodatage,
    a moment: Horodatage,
    _ ecriture: Ecriture,
  ) throws
  /// Forgets what was settled, and notices told, before a moment.
  func oublierLesCourriers(avant moment: Horodatage) throws

  // MARK: People

  /// Where somebody is written to: the address that was given, that of the student’s record, or the
  /// login where it is one.
  func adresseDeCourrier(_ utilisateur: Identifiant<Utilisateur>) throws -> String?
  /// The address that was given for an account.
  func adresseDonnee(_ utilisateur: Identifiant<Utilisateur>) throws -> String?
  /// The active accounts that are written to at an address, as many as the limit at most.
  func utilisateurs(adresse: String, limite: Int) throws -> [Utilisateur]
  /// Puts the address of an account, or takes it away.
  func fixer(
    adresse: String?,
    de utilisateur: Identifiant<Utilisateur>,
    _ ecriture: Ecriture,
  ) throws
  func sujetsCoupes(_ utilisateur: Identifiant<Utilisateur>) throws -> Set<SujetDAvis>
  func couper(
    _ sujets: Set<SujetDAvis>,
    de utilisateur: Identifiant<Utilisateur>,
    _ ecriture: Ecriture,
  ) throws

  // MARK: Notices

  /// The key of links that switch notices off, and the entry up to which the journal was gone
  /// through; `nil` before the first time.
  func releveDuCourrier() throws -> (cle: String, entree: Int64)?
  func releverLeCourrier(cle: String, jusqua entree: Int64) throws
  /// What acts bore on after an entry and since a moment.
  func objets(desActes actes: Set<String>, apres: Int64, depuis: Horodatage) throws
    -> [(acte: String, objet: String)]
  /// Notes that the marks of a published test are new for the students who have one: those written
  /// after an entry, or all, by a publication no later than another entry.
  func aviser(
    desNotes evaluation: Identifiant<EvaluationDeModule>,
    toutes: Bool,
    apres: Int64,
    jusqua: Int64,
    a moment: Horodatage,
  ) throws
  /// Notes that acts bore on students, after an entry and since a moment.
  func aviser(
    _ sujet: SujetDAvis,
    desActes actes: Set<String>,
    apres: Int64,
    depuis: Horodatage,
  ) throws
  /// Notes that absences were announced, after an entry and since a moment, for the teachers of the
  /// slots where the students are expected.
  func aviserDesAbsences(annonceesPar acte: String, apres: Int64, depuis: Horodatage) throws
  /// Notes that open juries meet between two days, for their members.
  func aviserDesJurys(du premier: Jour, au dernier: Jour, a moment: Horodatage) throws
  /// Notes that campaigns of session 2 close between two instants, for those who did not enrol.
  func aviserDeLaSession2(de premier: Instant, a dernier: Instant, _ moment: Horodatage) throws
  /// Notes things that are told once and for all.
  func aviser(_ avis: [AvisParCourrier]) throws
  /// What is to be told to people whose last news is older than a moment, or the first than
  /// another, in the order of people.
  func avisMurs(calmes: Horodatage, anciens: Horodatage, personnes: Int) throws
    -> [AvisParCourrier]
  /// Notes that these things were told.
  func marquerTraites(_ avis: [AvisParCourrier]) throws
}
