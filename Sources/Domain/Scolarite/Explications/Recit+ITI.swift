extension Preuve {
  /// Whether a declared unavailability was accepted, and why.
  var recitDITI: Recit {
    let jour = Francais.date(String(sujet.split(separator: " ").last ?? ""))
    let quota = (seuil(.joursITI) ?? .zero).courte
    let limite = (seuil(.heureLimiteITI) ?? .zero).heures
    guard !accorde else {
      return Recit(
        titre: "Votre indisponibilité du \(jour) est acceptée.",
        phrases: [
          "Vous l’avez déclarée à temps, avant \(limite) le jour même.",
          "C’est votre \(Francais.ordinal(compte("jours"))) jour d’indisponibilité sur les \(quota) de "
            + "l’année.",
          "Ces heures comptent comme une absence justifiée.",
        ],
        reglages: reglages(.heureLimiteITI),
      )
    }
    return Recit(
      titre: "Votre indisponibilité du \(jour) n’est pas acceptée.",
      phrases: [
        refusDITI(quota, limite), "Ces heures comptent donc comme une absence injustifiée.",
      ],
      reglages: reglages(.heureLimiteITI) + (vrai("alternant") ? reglages(.itiAlternants) : []),
    )
  }

  private func refusDITI(_ quota: String, _ limite: String) -> String {
    if vrai("alternant"), !actif(.itiAlternants) {
      return "Les alternants ne disposent pas de jours d’indisponibilité."
    }
    guard let minute = nombre("minute") else { return "Elle n’a pas été déclarée." }
    guard minute < (seuil(.heureLimiteITI) ?? .zero) * 60 else {
      return "Elle devait être déclarée le jour même avant \(limite) : elle l’a été trop tard."
    }
    return "Les \(quota) jours d’indisponibilité de l’année étaient déjà pris."
  }
}
