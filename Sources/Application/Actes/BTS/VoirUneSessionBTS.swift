public import Scolarite

/// The sessions of the BTS that the person may see, and the departments where they may open one.
public struct VoirLesSessionsBTS: Question {
  public static let nom = "voir-les-sessions-bts"

  /// Sessions, newest first.
  public struct Liste: Sendable {
    public let sessions: [(session: SessionBTS, departement: Departement, candidats: Int)]
    /// Where the person may open one.
    public let ouvrables: [Departement]
    /// The specialities that ship.
    public let specialites: [SpecialiteBTS]
  }

  public init() {}

  public func executer(_ travail: Travail) throws -> Liste {
    let departements = try travail.registre.departements()
    let vus = departements.filter { travail.peut(.voirLesDecisions, Lieu(departement: $0.id)) }
    guard !vus.isEmpty else { throw Refus.interdit(.voirLesDecisions) }
    let sessions = try travail.registre.sessionsBTS().reversed().compactMap { session in
      try vus.first { $0.id == session.departement }.map { departement in
        (
          session: session, departement: departement,
          candidats: try travail.registre.inscriptionsBTS(session.id).count,
        )
      }
    }
    return Liste(
      sessions: sessions,
      ouvrables: vus.filter { travail.peut(.gererLesCampagnes, Lieu(departement: $0.id)) },
      specialites: travail.formats.specialitesBTS,
    )
  }
}

/// A session with its candidates, by name.
public struct VoirUneSessionBTS: Question {
  public static let nom = "voir-une-session-bts"
  public let session: Identifiant<SessionBTS>

  /// A session as those who conduct it see it.
  public struct Vue: Sendable {
    public let session: SessionBTS
    public let specialite: SpecialiteBTS
    public let candidats: [Candidat]
    public let droits: Set<Droit>

    /// Those below 10.
    public var sousLaMoyenne: [Candidat] { candidats.filter { $0.resultat?.concerne == true } }

    /// Those who are authorised and not summoned; a case that is reopened waits for the jury, unless
    /// the session is closed: the jury then waits for the orals.
    public var aConvoquer: [Candidat] {
      candidats.filter { candidat in
        let inscription = candidat.inscription
        return inscription.decision?.autorise == true && inscription.convocation == nil
          && inscription.estRouverte == (session.close != nil)
      }
    }

    /// Those on whom the jury is to deliberate again.
    public var rouverts: [Candidat] { candidats.filter(\.inscription.estRouverte) }
  }

  /// A candidate with what the rules make of the results.
  public struct Candidat: Sendable {
    public let inscription: InscriptionBTS
    public let etudiant: Etudiant
    /// `nil` while a result is missing.
    public let resultat: ResultatBTS<SansPreuve>?
  }

  public init(_ session: Identifiant<SessionBTS>) {
    self.session = session
  }

  public func executer(_ travail: Travail) throws -> Vue {
    let (session, specialite) = try travail.sessionBTS(session)
    _ = try travail.exiger(.voirLesDecisions, session.lieu)
    let personnes = Dictionary(
      uniqueKeysWithValues: try travail.registre.candidatsBTS(session.id).map { ($0.id, $0) }
    )
    let candidats = try travail.registre.inscriptionsBTS(session.id).compactMap { inscription in
      personnes[inscription.etudiant].map { etudiant in
        Candidat(
          inscription: inscription,
          etudiant: etudiant.nomme,
          resultat: inscription.resultat(specialite, session),
        )
      }
    }
    return Vue(
      session: session,
      specialite: specialite,
      candidats: candidats.parNom(\.etudiant),
      droits: travail.droitsSurLeBTS(session.lieu),
    )
  }
}

/// A candidate with the proofs of the results, for those who conduct the session.
public struct VoirUnCandidatBTS: Question {
  public static let nom = "voir-un-candidat-bts"
  public let inscription: Identifiant<InscriptionBTS>

  public init(_ inscription: Identifiant<InscriptionBTS>) {
    self.inscription = inscription
  }

  public func executer(_ travail: Travail) throws -> FicheBTS {
    let inscription = try travail.inscriptionBTS(inscription)
    let (session, specialite) = try travail.sessionBTS(inscription.session)
    _ = try travail.exiger(.voirLesDecisions, session.lieu)
    guard let etudiant = try travail.registre.etudiant(inscription.etudiant) else {
      throw Refus.inconnu(.candidatBTS)
    }
    return FicheBTS(
      session: session,
      specialite: specialite,
      inscription: inscription,
      etudiant: etudiant.nomme,
      resultat: inscription.resultat(specialite, session),
      droits: travail.droitsSurLeBTS(session.lieu),
    )
  }
}

/// A candidate, as far as whoever asks may know.
public struct FicheBTS: Sendable {
  public let session: SessionBTS
  public let specialite: SpecialiteBTS
  public let inscription: InscriptionBTS
  public let etudiant: Etudiant
  /// `nil` while a result is missing, or is not to be known.
  public let resultat: ResultatBTS<AvecPreuve>?
  public let droits: Set<Droit>

  /// Whether results and decision may change: nothing is proclaimed, or the case is reopened.
  public var aSesResultatsOuverts: Bool {
    session.proclamation == nil || inscription.estRouverte
  }

  /// Whether the jury has said its last word.
  public var estClose: Bool { session.close != nil && !inscription.estRouverte }

  /// The average that the oral of a field was held against.
  public func moyennePonctuelle(_ domaine: CandidatBTS.Domaine) -> Fraction? {
    specialite.moyennePonctuelle(domaine, inscription.resultats.mapValues(\.selonLesRegles))
  }
}

/// One’s own sessions of the BTS: nothing of the results before the proclamation, nothing of the
/// orals before the jury closes, nothing of either while it is to deliberate again.
public struct VoirSesSessionsBTS: Question {
  public static let nom = "voir-ses-sessions-bts"
  public let etudiant: Identifiant<Etudiant>

  public init(_ etudiant: Identifiant<Etudiant>) {
    self.etudiant = etudiant
  }

  public func executer(_ travail: Travail) throws -> [FicheBTS] {
    let siennes = try travail.registre.inscriptionsBTS(etudiant: etudiant).map { inscription in
      (inscription, try travail.sessionBTS(inscription.session))
    }
    let lieux = siennes.map { $0.1.0.lieu.etudiant(etudiant) } + [Lieu(etudiant: etudiant)]
    _ = try travail.exiger(.voirLesDecisions, parmi: lieux)
    let (personne, _) = try travail.identite(etudiant)
    return siennes.map { inscription, lue in
      let (session, specialite) = lue
      return FicheBTS(
        session: session,
        specialite: specialite,
        inscription: inscription.montrable(session),
        etudiant: personne.nomme,
        resultat: session.proclamation == nil || inscription.estRouverte
          ? nil
          : inscription.resultat(specialite, session, avecLesOraux: session.close != nil),
        droits: [],
      )
    }
  }
}

extension InscriptionBTS {
  /// What the candidate may read.
  fileprivate func montrable(_ session: SessionBTS) -> InscriptionBTS {
    var montree = self
    montree.livret = ""
    if session.proclamation == nil || estRouverte {
      montree.resultats = [:]
      // Whoever is summoned knows that they are authorised.
      if convocation == nil || decision?.autorise != true { montree.decision = nil }
    }
    if session.close == nil || estRouverte {
      montree.oraux = oraux.mapValues { Oral(debut: $0.debut, salle: $0.salle) }
    }
    return montree
  }
}

extension Travail {
  /// What the person may do about a session.
  fileprivate func droitsSurLeBTS(_ lieu: Lieu) -> Set<Droit> {
    let droits: [Droit] = [
      .gererLesCampagnes, .saisirLesNotes, .deciderEnJury, .cloreUnJury, .deposerUneDemande,
      .editerLesDocuments,
    ]
    return Set(droits.filter { peut($0, lieu) })
  }
}
