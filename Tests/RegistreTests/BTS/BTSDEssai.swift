import Actes
import Scolarite
import Testing

/// Sessions of the BTS of a department, each one step further.
struct BTSDEssai: Sendable {
  /// Without candidates.
  let normale: Identifiant<SessionBTS>
  /// Below 10, before the jury.
  let aDecider: InscriptionBTS
  /// Where the jury has decided on everybody.
  let aProclamer: Identifiant<SessionBTS>
  let proclamee: Identifiant<SessionBTS>
  /// Authorised, neither summoned nor examined.
  let enRattrapage: InscriptionBTS
  /// Where both orals were sat.
  let aClore: Identifiant<SessionBTS>
  let note: InscriptionBTS

  static let discipline = "Culture générale et expression"

  /// The same mark at every épreuve but some.
  static func resultats(_ note: Decimale, sauf autres: [String: InscriptionBTS.Resultat] = [:])
    throws -> [String: InscriptionBTS.Resultat]
  {
    let codes = ["E1", "E2", "E31", "E32", "E41", "E42", "E5", "E6"]
    let mark = try #require(Note(note))
    return Dictionary(uniqueKeysWithValues: codes.map { ($0, .note(mark)) })
      .merging(autres) { $1 }
  }

  init(
    _ departement: Identifiant<Departement>,
    _ etudiant: Identifiant<Etudiant>,
    _ essai: RegistreDEssai,
  ) async throws {
    let lu = try await essai.lire { try $0.etudiant(etudiant) }
    let identite = try #require(lu?.identite)
    func ouvrir() async throws -> Identifiant<SessionBTS> {
      try await essai.faire(
        OuvrirUneSessionBTS(departement: departement, specialite: .fournie("ELT"))
      ).id
    }
    func relire(_ id: Identifiant<InscriptionBTS>) async throws -> InscriptionBTS {
      let lue = try await essai.lire { try $0.inscriptionBTS(id) }
      return try #require(lue)
    }
    func candidat(_ session: Identifiant<SessionBTS>) async throws -> InscriptionBTS {
      let inscrit = try await essai.faire(
        InscrireUnCandidatBTS(
          session: session,
          nip: identite.nip,
          nom: identite.nomCivil,
          prenom: identite.prenomCivil,
        )
      )
      try await essai.faire(
        SaisirLesResultatsBTS(
          inscrit.id,
          Self.resultats(9),
          livret: "Travail régulier.",
          version: inscrit.version,
        )
      )
      return try await relire(inscrit.id)
    }
    func autorise(_ session: Identifiant<SessionBTS>) async throws -> InscriptionBTS {
      let inscrit = try await candidat(session)
      try await essai.faire(
        DeciderPourUnCandidatBTS(inscrit.id, autorise: true, version: inscrit.version)
      )
      return try await relire(inscrit.id)
    }
    func proclamer(_ session: Identifiant<SessionBTS>) async throws {
      try await essai.faire(
        ProclamerUneSessionBTS(session, le: BureauDEssai.jour("2021-07-05"), version: 1)
      )
    }
    normale = try await ouvrir()
    aDecider = try await candidat(try await ouvrir())
    aProclamer = try await ouvrir()
    _ = try await autorise(aProclamer)
    proclamee = try await ouvrir()
    enRattrapage = try await autorise(proclamee)
    try await proclamer(proclamee)
    aClore = try await ouvrir()
    let presque = try await autorise(aClore)
    try await proclamer(aClore)
    try await essai.faire(
      ConvoquerDesCandidatsBTS(aClore, [presque.id], le: BureauDEssai.jour("2021-07-13"))
    )
    var version = try await relire(presque.id).version
    try await essai.faire(
      ChoisirUneDisciplineBTS(presque.id, Self.discipline, version: version)
    )
    for (rang, domaine) in CandidatBTS.Domaine.allCases.enumerated() {
      version = try await relire(presque.id).version
      try await essai.faire(
        FixerUnOralBTS(
          presque.id,
          domaine,
          .init(debut: BureauDEssai.instant("2021-07-1\(5 + rang)T09:00"), salle: "B12"),
          version: version,
        )
      )
      try await essai.faire(
        NoterUnOralBTS(
          presque.id,
          domaine,
          .note(try #require(Note(12))),
          version: version + 1,
        )
      )
    }
    note = try await relire(presque.id)
  }
}
