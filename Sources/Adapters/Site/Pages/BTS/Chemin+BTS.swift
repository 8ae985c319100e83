internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

extension Chemin {
  static let bts: SafeURL = "/bts"
  static let monBTS: SafeURL = "/moi/bts"

  static func sessionBTS(_ id: Identifiant<SessionBTS>, _ suite: String...) -> SafeURL {
    de(["bts", "\(id)"] + suite)
  }

  static func candidatBTS(_ id: Identifiant<InscriptionBTS>, _ suite: String...) -> SafeURL {
    de(["bts", "candidats", "\(id)"] + suite)
  }
}

extension CandidatBTS.Domaine {
  /// « oral général ».
  var oral: String {
    switch self {
    case .general: "oral général"
    case .professionnel: "oral professionnel"
    }
  }

  var mot: String {
    switch self {
    case .general: "général"
    case .professionnel: "professionnel"
    }
  }
}

extension SpecialiteBTS.Epreuve {
  /// « E4 Étude d’un système ».
  var nomEntier: String { "\(code) \(intitule)" }
}

extension SpecialiteBTS.Epreuve.Forme {
  var mot: String {
    switch self {
    case .ponctuelle: "ponctuelle"
    case .ccf: "CCF, conservée"
    case .stage: "stage, conservée"
    }
  }
}

extension InscriptionBTS.Resultat {
  /// « 12,5 », « ABI », « ABJ ».
  var mot: String {
    switch self {
    case .note(let note): note.description
    case .absence(let piece): piece == nil ? "ABI" : "ABJ"
    }
  }
}

extension InscriptionBTS.Oral {
  /// « 9,5 sur 20 », « absent », « le 15 juillet 2021 à 9 h 00, salle B12 ».
  var enMots: String {
    switch issue {
    case .note(let note): "\(note) sur 20"
    case .absence: "absent"
    case nil: quandEtOu
    }
  }

  var quandEtOu: String {
    "le \(debut.jour.enLettres) à \(Typographie.heure(debut.minute / 60, debut.minute % 60)), "
      + "salle \(salle)"
  }
}

extension InscriptionBTS.Accompagnement {
  /// « Entretien personnalisé du 3 juillet 2021 ».
  var titre: String { "\(nature.titre) du \(jour.enLettres)" }
}

extension InscriptionBTS.Accompagnement.Nature {
  var titre: String {
    switch self {
    case .entretien: "Entretien personnalisé"
    case .seance: "Séance de travail"
    }
  }
}

extension InscriptionBTS.Accompagnement.Suite {
  var mot: String {
    switch self {
    case .propose: "proposé"
    case .suivi: "suivi"
    case .decline: "décliné"
    }
  }
}

extension VoirUneSessionBTS.Candidat {
  /// Where the candidate stands.
  func pastille(_ session: SessionBTS) -> Pastille {
    Pastille.duBTS(inscription, session, resultat)
  }
}

extension Pastille {
  /// Where a candidate stands.
  static func duBTS<M: Motivation>(
    _ inscription: InscriptionBTS,
    _ session: SessionBTS,
    _ resultat: ResultatBTS<M>?,
  ) -> Pastille {
    if inscription.estRouverte { return Pastille("à délibérer de nouveau", .attention) }
    guard let resultat else { return Pastille("incomplet", .attention) }
    if session.close != nil || (session.proclamation != nil && !resultat.concerne) {
      return resultat.admis.valeur ? Pastille("admis", .succes) : Pastille("non admis", .neutre)
    }
    guard resultat.concerne else {
      return resultat.admis.valeur
        ? Pastille("moyenne atteinte", .succes) : Pastille("à justifier", .attention)
    }
    guard let decision = inscription.decision else {
      return resultat.autorise.valeur
        ? Pastille("au jury", .attention)
        : Pastille("à justifier", .erreur)
    }
    return decision.autorise
      ? Pastille("autorisé", .information) : Pastille("non autorisé", .neutre)
  }
}

extension Visite {
  func sessionBTS() throws(Refus) -> Identifiant<SessionBTS> {
    try identifiant("bts", .sessionBTS)
  }

  func candidatBTS() throws(Refus) -> Identifiant<InscriptionBTS> {
    try identifiant("candidat", .candidatBTS)
  }

  /// Whether the person sees sessions of the BTS of some department.
  var voitLeBTS: Bool {
    visiteur?.habilitations.contains { habilitation in
      switch habilitation.portee {
      case .etablissement, .departement: habilitation.role.droits.contains(.voirLesDecisions)
      case .promotion, .module, .etudiant: false
      }
    } ?? false
  }
}

extension Set<Droit> {
  /// Refuses before a form is read what its act would refuse.
  func exiger(_ droit: Droit) throws(Refus) {
    guard contains(droit) else { throw .interdit(droit) }
  }
}
