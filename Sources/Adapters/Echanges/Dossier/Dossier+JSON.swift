internal import JSON
internal import Scolarite

// What stands around the marks of a dossier, as JSON.

extension Programme {
  /// The simplified curriculum.
  func json() throws(DossierJSON.Inexprimable) -> JSONNode {
    var liste: [JSONNode] = []
    for ue in ues {
      guard ue.code.semestre == ue.semestre else { throw .semestreDeLUE(ue.code) }
      liste.append(ue.json)
    }
    let heures = volumes.sorted { $0.key < $1.key }.map { numero, volume in
      JSONNode.Member("S\(numero.valeur)", volume.json)
    }
    return ["ues": .array(liste), "volumes": .object(heures)]
  }
}

extension Programme.Volume {
  /// The hours without project alone where there is none with it.
  fileprivate var json: JSONNode {
    guard projet != .zero else { return .decimale(horsProjet) }
    return ["hors_projet": .decimale(horsProjet), "projet": .decimale(projet)]
  }
}

extension UEDeProgramme {
  fileprivate var json: JSONNode {
    [
      "code": .string(code.texte), "competence": .entier(competence),
      "niveau": .entier(niveau.valeur), "ects": .decimale(ects),
      "coefficient": .decimale(coefficient),
      "modules": .object(modules.map { .init($0.code.imprime, $0.json) }),
    ]
  }
}

extension ModuleDeProgramme {
  fileprivate var json: JSONNode {
    ["coef": .decimale(coefficient), "nature": .string(nature.rawValue)]
  }
}

extension ActeMotive {
  var membres: [JSONNode.Member] {
    [
      .init("auteur", .string(auteur)), .init("date", .string(date.description)),
      .init("motif", .string(motif)),
    ]
  }
}

extension Bonus {
  var json: JSONNode {
    var membres: [JSONNode.Member] = []
    switch sport {
    case nil: break
    case .points(let points): membres.append(.init("sport", .decimale(points)))
    case .seances(let nombre): membres.append(.init("sport", ["seances": .entier(nombre)]))
    }
    if !engagements.isEmpty {
      let liste = engagements.map { engagement -> JSONNode in
        ["type": .string(engagement.type), "points": .decimale(engagement.points)]
      }
      membres.append(.init("engagement", .array(liste)))
    }
    return .object(membres)
  }
}

extension SessionDeux {
  var json: JSONNode {
    let notes =
      notesUE.map { ($0.key.texte, $0.value) } + notesModules.map { ($0.key, $0.value) }
    var membres: [JSONNode.Member] = []
    if let date { membres.append(.init("date", .string(date.description))) }
    membres.append(.init("inscriptions", .array(inscriptions.map { .string($0.texte) })))
    membres.append(
      .init("notes", .object(notes.sorted { $0.0 < $1.0 }.map { .init($0.0, $0.1.json) }))
    )
    return .object(membres)
  }
}

extension DecisionDeJury {
  var json: JSONNode {
    .object(
      [.init("sur", .string(sur.nom)), .init("code", .string(code.rawValue))] + acte.membres
    )
  }
}

extension DemandeDeRedoublement {
  var json: JSONNode {
    func noms(_ semestres: [NumeroSemestre]) -> JSONNode {
      .array(semestres.map { .string("S\($0.valeur)") })
    }
    var membres: [JSONNode.Member] = [
      .init("demande", noms(demande)), .init("deja", noms(deja)),
    ]
    if let supplement {
      membres.append(
        .init("supplement", .object(supplement.membres + [.init("document", "au dossier")]))
      )
    }
    if let refus {
      membres.append(
        .init(
          "refus",
          [
            "audition_demandee": .bool(refus.auditionDemandee), "entendu": .bool(refus.entendu),
            "motivation": .string(refus.motivation), "conseils": .string(refus.conseils),
          ],
        )
      )
    }
    return .object(membres)
  }
}
