internal import Scolarite

/// Where the decisions lead each student of a promotion, on what its year-end jury sealed.
struct SuitesDePromotion {
  private let reglement: Reglement
  private let dossiers: [Identifiant<Etudiant>: Dossier]
  private let deliberes: Set<Identifiant<Etudiant>>
  private let perimes: Set<Identifiant<Etudiant>>
  private let procedures: [Identifiant<Etudiant>: ProcedureDeRedoublement]

  /// `avecLesPerimes`: whether whose facts have changed since the jury is undecided.
  init(_ promotion: Promotion, _ travail: Travail, avecLesPerimes: Bool = true) throws {
    let registre = travail.registre
    let clos = Set(
      try registre.jurys(promotion.id).filter { $0.close && $0.nature == .annee }.map(\.id)
    )
    let lue = try travail.lire(promotion, avecLesPartis: true)
    reglement = lue.reglement
    dossiers = Dictionary(uniqueKeysWithValues: zip(lue.etudiants, lue.dossiers))
    deliberes = Set(
      try registre.deliberees(promotion: promotion.id).filter { clos.contains($0.jury) }
        .map(\.etudiant)
    )
    perimes =
      clos.isEmpty || !avecLesPerimes
      ? []
      : Set(
        try ScellesPerimes(promotion.id).executer(travail).filter { clos.contains($0.jury) }
          .map(\.etudiant)
      )
    procedures = Dictionary(
      uniqueKeysWithValues: try registre.redoublements(promotion.id).map { ($0.etudiant, $0) }
    )
  }

  func suite(_ inscription: Inscription) throws(Refus) -> Suite {
    guard let dossier = dossiers[inscription.etudiant] else { throw .etat(.etudiantNonInscrit) }
    let deliberation: FinDAnnee.Deliberee =
      if !deliberes.contains(inscription.etudiant) {
        .jamais
      } else if perimes.contains(inscription.etudiant) {
        .perimee
      } else {
        .close
      }
    let fin = FinDAnnee(
      deliberation: deliberation,
      procedure: procedures[inscription.etudiant]?.issue ?? .aucune,
      depart: inscription.fin.map { "\($0.cause.phrase) le \($0.jour.enFrancais)" },
    )
    return Suite.apres(dossier, reglement, fin)
  }
}

extension Inscription.Cause {
  /// The cause, in French.
  fileprivate var phrase: String {
    switch self {
    case .demission: "démission"
    case .transfert: "transfert"
    case .cesure: "césure"
    case .exclusion: "exclusion"
    case .autre: "départ"
    }
  }
}

extension Jour {
  /// « 03/11/2026 ».
  fileprivate var enFrancais: String {
    let chiffres = description.split(separator: "-")
    return chiffres.reversed().joined(separator: "/")
  }
}
