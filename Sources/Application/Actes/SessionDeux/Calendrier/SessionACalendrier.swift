internal import Scolarite
internal import Text

/// The form of an exam of session 2.
public typealias FormeDEpreuve = EpreuveDeSession2.Forme

/// What the calendar of a session is made from: its exams, who sits them, what was granted and
/// declared.
struct SessionACalendrier {
  let session: SessionDeRattrapage
  let promotion: Promotion
  let campagne: Campagne

  var id: Identifiant<Campagne> { session.campagne }
  var premierJour: Jour { session.premierJour }
  var dernierJour: Jour { max(session.premierJour, session.dernierJour) }
}

/// Who sits which exams, with everything that a calendar must take into account.
struct MatiereDeCalendrier {
  let session: SessionACalendrier
  /// Those whose form is chosen, in the order of UE.
  let epreuves: [EpreuveDeSession2]
  /// UE open to somebody whose form nobody has chosen.
  let sansForme: [CodeUE]
  /// The UE of each student who sits some.
  let candidats: [Identifiant<Etudiant>: [CodeUE]]
  /// Whether these are the students who enrolled, rather than those who may.
  let estSurInscrits: Bool
  let noms: [Identifiant<Etudiant>: String]
  let amenagements: [Identifiant<Etudiant>: [AmenagementDeSession2]]
  let contraintes: [ContrainteDeSession2]

  init(_ session: SessionACalendrier, surInscrits: Bool? = nil, _ travail: Travail) throws {
    self.session = session
    let registre = travail.registre
    estSurInscrits =
      surInscrits
      ?? (session.session.limiteInscription.rangs < travail.moment.instant.rangs)
    candidats =
      estSurInscrits
      ? Dictionary(
        try registre.inscritsEnSession2(session.id).filter { !$0.ues.isEmpty }
          .map { ($0.etudiant, $0.ues) },
        uniquingKeysWith: { premiere, _ in premiere },
      )
      : try registre.admissibles(session.id)
    let ouvertes = Set(candidats.values.flatMap(\.self))
    let toutes = try registre.epreuvesDeSession2(session.id).filter { ouvertes.contains($0.ue) }
    epreuves = toutes.filter(\.estChoisie)
    let choisies = Set(epreuves.map(\.ue))
    sansForme = ouvertes.subtracting(choisies).sorted { $0.texte < $1.texte }
    noms = Dictionary(
      try registre.etudiants(session.promotion.id).map { ($0.id, $0.nomme.nomAffiche) },
      uniquingKeysWith: { premier, _ in premier },
    )
    amenagements = Dictionary(
      grouping: try travail.amenagements(de: session.session),
      by: \.etudiant,
    )
    contraintes = try registre.contraintesDeSession2(session.id)
  }

  /// The students of a UE, in the order of their names.
  func candidats(a ue: CodeUE) -> [Identifiant<Etudiant>] {
    candidats.filter { $0.value.contains(ue) }.map(\.key).sorted {
      (noms[$0]?.folded ?? "", $0) < (noms[$1]?.folded ?? "", $1)
    }
  }

  func nom(_ etudiant: Identifiant<Etudiant>) -> String {
    noms[etudiant] ?? "étudiant \(etudiant)"
  }
}

extension Travail {
  /// The session 2 of a campaign, with its promotion.
  func sessionACalendrier(_ id: Identifiant<Campagne>) throws -> SessionACalendrier {
    let session = try sessionDeRattrapage(id)
    return SessionACalendrier(
      session: session,
      promotion: try promotion(session.promotion),
      campagne: try campagne(id),
    )
  }

  /// The same, for whoever conducts the campaign.
  func sessionAConduire(_ id: Identifiant<Campagne>) throws -> (SessionACalendrier, Permis) {
    let session = try sessionACalendrier(id)
    return (session, try exiger(.gererLesCampagnes, session.promotion.lieu))
  }
}
