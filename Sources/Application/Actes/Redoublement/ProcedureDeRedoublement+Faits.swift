internal import Scolarite

extension ProcedureDeRedoublement {
  /// As the journal keeps it.
  var faits: Faits {
    [
      "promotion": Faits.Valeur(promotion), "semestres": Self.valeur(semestres),
      "anterieurs": Self.valeur(anterieurs), "motif": .texte(motif),
      "fichier": Faits.Valeur(fichier), "depose": .texte(depose.description),
      "audition": .faits(audition.faits),
      "proposition": proposition.map { .faits($0.faits) } ?? .vide,
      "supplement": supplement.map { .faits($0.faits) } ?? .vide,
      "decision": decision.map { .faits($0.faits) } ?? .vide,
      "derogation": Faits.Valeur(derogation), "notifiee": Faits.Valeur(notifiee),
      "retiree": Faits.Valeur(retiree),
    ]
  }

  private static func valeur(_ semestres: [NumeroSemestre]) -> Faits.Valeur {
    .liste(semestres.map { .entier(Int64($0.valeur)) })
  }
}

extension ProcedureDeRedoublement.Audition {
  fileprivate var faits: Faits {
    [
      "demandee": .verdict(demandee), "date": Faits.Valeur(date), "devant": .texte(devant),
      "tenue": .verdict(tenue),
    ]
  }
}

extension ProcedureDeRedoublement.Reponse {
  fileprivate var faits: Faits {
    [
      "sens": .texte(sens.rawValue), "motivation": .texte(motivation),
      "conseils": .texte(conseils), "auteur": .texte(auteur), "date": Faits.Valeur(date),
    ]
  }
}

extension ProcedureDeRedoublement.Supplement {
  fileprivate var faits: Faits {
    [
      "auteur": .texte(acte.auteur), "date": Faits.Valeur(acte.date), "motif": .texte(acte.motif),
      "fichier": .texte(fichier),
    ]
  }
}
