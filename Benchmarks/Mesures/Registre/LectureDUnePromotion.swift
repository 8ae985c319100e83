internal import Actes
internal import Demonstration
internal import Echanges
internal import Registre
internal import SQL

/// A promotion read from the register and deliberated, nothing being known before.
struct LectureDUnePromotion {
  private static let effectif = 150
  private static let passages = 20
  private let base: BaseDeMesure

  init(_ moteur: SQLEngine) async throws {
    base = try await BaseDeMesure(
      moteur,
      effectif: Self.effectif,
      evaluations: 1...2,
      contenu: .notes,
    )
  }

  func section() async throws -> Section {
    let froid = try await lectures { Processus.viderLesCaches() }
    let nues = try lecturesNues()
    let notes = base.installee.evaluations.count
    base.registre.fermer()
    return Section([
      Ligne(
        "\(base.moteur.enseigne) : \(Self.effectif) étudiants × \(notes) évaluations lus et "
          + "délibérés à froid (connexion neuve, maquette et règlement relus), premier passage",
        froid.premier,
        limite: nues.mediane,
        "lire les mêmes lignes de notes sur une connexion ouverte",
        cible: base.moteur == .sqlite ? .milliseconds(20) : nil,
      ),
      Ligne(
        "… médiane",
        froid.mediane,
        limite: nues.mediane,
        "lire les mêmes lignes de notes sur une connexion ouverte",
        cible: base.moteur == .sqlite ? .milliseconds(20) : nil,
      ),
    ])
  }

  private func lectures(_ avant: () -> Void) async throws -> Releve {
    var durees: [Duration] = []
    for _ in 0...Self.passages {
      let registre = try RegistreSQL(base.registre.adresse, lecteurs: 1)
      let bureau = Bureau(registre: registre, horloge: .mesures, formats: FormatsDEchange())
      avant()
      durees.append(
        try await chronometrer {
          let vivante = try await bureau.demander(
            DelibererUnePromotion(base.installee.promotion.id),
            par: .console(BaseDeMesure.compte),
            dans: base.iut,
          )
          precondition(vivante[base.installee.etudiants[0]] != nil, "the first student is there")
        }
      )
      registre.fermer()
    }
    return Releve(durees)
  }

  private func lecturesNues() throws -> Releve {
    let connexion = try base.ouvrir()
    var durees: [Duration] = []
    let horloge = ContinuousClock()
    for _ in 0...Self.passages {
      let debut = horloge.now
      var somme: Int64 = 0
      try connexion.query(
        "SELECT evaluation, etudiant, version, mot, valeur, bareme, motif FROM note",
        [],
      ) { somme &+= $0.integer(4) }
      durees.append(debut.duration(to: horloge.now))
      precondition(somme > 0, "marks were read")
    }
    return Releve(durees)
  }
}
