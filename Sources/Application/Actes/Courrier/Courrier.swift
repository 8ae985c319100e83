/// A message of the queue.
public struct Courrier: Hashable, Sendable {
  public let id: Identifiant<Courrier>
  public let utilisateur: Identifiant<Utilisateur>
  public let sorte: SorteDeCourrier
  /// What keeps the same thing from being written twice to one person.
  public let cle: String
  /// What it tells of, and can be switched off by its link.
  public let sujets: [SujetDAvis]
  public let objet: String
  public let texte: String
  /// The Message-ID, the same at each attempt.
  public let reference: String
  public let cree: Horodatage
  /// From when it is of no use any more.
  public let perime: Horodatage

  public init(
    id: Identifiant<Courrier>,
    utilisateur: Identifiant<Utilisateur>,
    sorte: SorteDeCourrier,
    cle: String,
    sujets: [SujetDAvis],
    objet: String,
    texte: String,
    reference: String,
    cree: Horodatage,
    perime: Horodatage,
  ) {
    self.id = id
    self.utilisateur = utilisateur
    self.sorte = sorte
    self.cle = cle
    self.sujets = sujets
    self.objet = objet
    self.texte = texte
    self.reference = reference
    self.cree = cree
    self.perime = perime
  }
}

/// A message in hand, with whom it goes to now.
public struct Pli: Hashable, Sendable {
  public let courrier: Courrier
  /// The attempts begun, this one included.
  public let essais: Int
  public let nom: String
  /// `nil` where there is nowhere to write to.
  public let adresse: String?

  public init(_ courrier: Courrier, essais: Int, nom: String, adresse: String?) {
    self.courrier = courrier
    self.essais = essais
    self.nom = nom
    self.adresse = adresse
  }
}

/// What becomes of a message after an attempt.
public struct SuiteDePli: Hashable, Sendable {
  public let etat: EtatDeCourrier
  /// When it is tried next, where it waits.
  public let prochain: Horodatage
  /// The code of the answer, where there was one.
  public let code: Int?
  /// What happened, without any word of the server nor anybody’s address.
  public let reponse: String?

  public init(_ etat: EtatDeCourrier, prochain: Horodatage, code: Int?, reponse: String?) {
    self.etat = etat
    self.prochain = prochain
    self.code = code
    self.reponse = reponse
  }
}

/// A message as the administrator follows it: neither its subject nor its text.
public struct CourrierSuivi: Hashable, Sendable {
  public let id: Identifiant<Courrier>
  public let utilisateur: Utilisateur
  public let sorte: SorteDeCourrier
  public let etat: EtatDeCourrier
  public let essais: Int
  public let cree: Horodatage
  public let prochain: Horodatage
  public let perime: Horodatage
  public let code: Int?
  public let reponse: String?

  public init(
    id: Identifiant<Courrier>,
    utilisateur: Utilisateur,
    sorte: SorteDeCourrier,
    etat: EtatDeCourrier,
    essais: Int,
    cree: Horodatage,
    prochain: Horodatage,
    perime: Horodatage,
    code: Int?,
    reponse: String?,
  ) {
    self.id = id
    self.utilisateur = utilisateur
    self.sorte = sorte
    self.etat = etat
    self.essais = essais
    self.cree = cree
    self.prochain = prochain
    self.perime = perime
    self.code = code
    self.reponse = reponse
  }
}

/// Something to tell a person, once things are quiet.
public struct AvisParCourrier: Hashable, Sendable {
  public let utilisateur: Identifiant<Utilisateur>
  public let sujet: SujetDAvis
  /// The thing: « evaluation/12 ».
  public let objet: String
  /// The entry of the journal that made it; 0 for what the calendar brings.
  public let entree: Int64
  public let horodatage: Horodatage

  public init(
    utilisateur: Identifiant<Utilisateur>,
    sujet: SujetDAvis,
    objet: String,
    entree: Int64,
    horodatage: Horodatage,
  ) {
    self.utilisateur = utilisateur
    self.sujet = sujet
    self.objet = objet
    self.entree = entree
    self.horodatage = horodatage
  }

  /// The number of the thing.
  var numero: Int64? {
    objet.split(separator: "/").dropFirst().first.flatMap { Int64($0) }
  }
}
