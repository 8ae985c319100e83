internal import Scolarite

extension Proposition {
  /// All that a jury decides on, in one text: the same as long as nothing of it changes.
  ///
  /// A semester jury decides on its semester alone.
  fileprivate func texte(_ nature: SessionDeJury.Nature) -> String {
    var mots: [String] = []
    mots.reserveCapacity(ues.count + rcues.count + semestres.count + 1)
    for ue in ues where nature.porte(sur: ue.code.semestre) {
      mots.append(
        "\(ue.code.texte) \(Self.nombre(ue.moyenne)) \(ue.mention) \(ue.acquise) \(ue.bloquee)"
      )
    }
    for semestre in semestres where nature.porte(sur: semestre.numero) {
      mots.append("S\(semestre.numero.valeur) \(semestre.heuresABI) \(Self.nombre(semestre.malus))")
    }
    guard nature == .annee else { return mots.joined(separator: "\n") }
    for rcue in rcues {
      mots.append("\(rcue.cle.nom) \(Self.nombre(rcue.moyenne)) \(rcue.mention) \(rcue.valide)")
    }
    mots.append(
      "\(codeAnnee ?? "") \(autorisee.map { "\($0)" } ?? "") \(Self.nombre(ectsCumules))"
    )
    return mots.joined(separator: "\n")
  }

  private static func nombre(_ valeur: Fraction?) -> String {
    valeur.map { "\($0.numerateur)/\($0.denominateur)" } ?? ""
  }
}

extension SessionDeJury.Nature {
  fileprivate func porte(sur numero: NumeroSemestre?) -> Bool {
    switch self {
    case .semestre(let sien): sien == numero
    case .annee: true
    }
  }
}

extension Travail {
  /// The digest of a proposal as a jury sees it.
  func vue(_ proposition: Proposition, _ nature: SessionDeJury.Nature) -> String {
    registre.empreinte(["proposition": .texte(proposition.texte(nature))])
  }

  /// The digest of all the proposals of a jury.
  func vue(_ deliberee: PromotionDeliberee) -> String {
    registre.empreinte([
      "etudiants": .liste(deliberee.lue.etudiants.map { Faits.Valeur($0) }),
      "propositions": .liste(deliberee.vues.map { .texte($0) }),
    ])
  }

  /// The digest of what the rules propose now to a jury for a student; that of nothing where they
  /// propose nothing.
  func vue(_ etudiant: Identifiant<Etudiant>, _ session: SessionDeJury, _ promotion: Promotion)
    throws -> String
  {
    var dossier = try dossier(etudiant, promotion)
    if try precedeLaSession2(session) { dossier = dossier.sansSessionDeux }
    if let rectifie = session.rectification?.jury {
      let siennes = try registre.deliberees(etudiant: etudiant, promotion: promotion.id)
      dossier = dossier.decidant(
        DecisionsDeliberees.enVigueur(siennes.filter { $0.origine != rectifie })
      )
    }
    let proposition = dossier.proposition(try reglement(promotion))
    return proposition.map { vue($0, session.nature) } ?? registre.empreinte(["proposition": .vide])
  }
}
