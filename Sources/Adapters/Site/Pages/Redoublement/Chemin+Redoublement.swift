internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

extension Chemin {
  static func redoublement(_ id: Identifiant<ProcedureDeRedoublement>, _ suite: String...)
    -> SafeURL
  {
    de(["redoublements", "\(id)"] + suite)
  }
}

extension ProcedureDeRedoublement {
  /// « S1 et S2 ».
  var semestresEnMots: String { Self.enMots(semestres) }

  static func enMots(_ semestres: [NumeroSemestre]) -> String {
    semestres.map { "S\($0.valeur)" }.joined(separator: " et ")
  }

  /// Where it stands, for whoever decides.
  var pastille: Pastille {
    switch etat {
    case .deposee: Pastille("à instruire", .attention)
    case .proposee: Pastille("proposition faite", .information)
    case .decidee: Pastille("à notifier : \(issueEnMots)", .attention)
    case .notifiee: Pastille(issueEnMots, decision?.sens == .autoriser ? .succes : .neutre)
    case .retiree: Pastille("retirée", .neutre)
    }
  }

  /// Where it stands, for the student.
  var pastilleDEtudiant: Pastille {
    switch etat {
    case .deposee, .proposee, .decidee: Pastille("en attente de réponse", .information)
    case .notifiee, .retiree: pastille
    }
  }

  private var issueEnMots: String {
    switch decision?.sens {
    case .autoriser: "autorisé"
    case .refuser: "refusé"
    case nil: "sans décision"
    }
  }

  /// What became of the hearing.
  var auditionEnMots: String {
    let devant = audition.devant.isEmpty ? "" : " devant \(audition.devant)"
    guard let date = audition.date else {
      return audition.demandee ? "demandée, à organiser" : "non demandée"
    }
    return audition.tenue
      ? "tenue le \(date.enLettres)\(devant)" : "prévue le \(date.enLettres)\(devant)"
  }
}

extension ProcedureDeRedoublement.Sens {
  var phrase: String {
    switch self {
    case .autoriser: "autoriser le redoublement"
    case .refuser: "refuser le redoublement"
    }
  }
}
