internal import JSON
internal import Scolarite

extension JSONCursor {
  /// A mark on 20, or « 13/15 ».
  func note() throws(JSONDecodingError) -> Note {
    let texte: String
    switch node.value {
    case .number(let literal): texte = literal
    case .string(let ecrit): texte = ecrit
    default: throw invalid("une note")
    }
    guard let note = Note(texte) else {
      throw invalid("une note de 0 à son barème (« 12,5 » ou « 13/15 »)")
    }
    return note
  }

  /// A mark, or what stands in its place.
  func entree() throws(JSONDecodingError) -> Entree {
    switch node.value {
    case .object: return try entreeJustifiee()
    case .string(let mot):
      guard let entree = Entree(ecrite: mot) else {
        throw invalid("une note de 0 à son barème (« 12,5 », « 13/15 ») ou \(Entree.motsAdmis)")
      }
      return entree
    default: return .note(try note())
    }
  }

  /// `{ "ABJ": "12" }` or `{ "ABJ": { "refus": "motif" } }`.
  private func entreeJustifiee() throws(JSONDecodingError) -> Entree {
    let cursor = try object(knowing: ["ABJ"]).required("ABJ")
    guard case .object = cursor.node.value else { return .rattrapee(try cursor.note()) }
    let motif = try cursor.object(knowing: ["refus"]).required("refus")
    guard let texte = try motif.string().nonEmptyText else {
      throw motif.invalid("le motif du refus de rattrapage")
    }
    return .sansRattrapage(motif: texte)
  }

  func bonus() throws(JSONDecodingError) -> Bonus {
    let objet = try object(knowing: ["sport", "engagement"])
    return Bonus(
      sport: try objet.optional("sport")?.sport(),
      engagements: try objet.optional("engagement")?.map { cursor throws(JSONDecodingError) in
        let activite = try cursor.object(knowing: ["type", "points"])
        return Bonus.Engagement(
          type: try activite.required("type").texte("le type d’engagement"),
          points: try activite.required("points").nombre(),
        )
      } ?? [],
    )
  }

  private func sport() throws(JSONDecodingError) -> Bonus.Sport {
    guard case .object = node.value else { return .points(try nombre()) }
    let seances = try object(knowing: ["seances"]).required("seances")
    let nombre = try seances.integer()
    guard (0...366).contains(nombre) else { throw seances.invalid("un nombre de séances") }
    return .seances(nombre)
  }

  /// What was sat at session 2, for UE enrolled for only.
  func session2(_ programme: Programme) throws(JSONDecodingError) -> SessionDeux {
    let objet = try object(knowing: ["date", "inscriptions", "notes"])
    let date = try objet.optional("date")?.jour()
    let inscriptions = try objet.required("inscriptions").map { cursor throws(JSONDecodingError) in
      let code = try cursor.codeUE()
      guard programme.ue(code) != nil else {
        throw cursor.refused("\(code.texte) n’est pas une UE de l’année")
      }
      return code
    }
    for (rang, code) in inscriptions.enumerated() where inscriptions[..<rang].contains(code) {
      throw try objet.required("inscriptions").refused("\(code.texte) est écrite deux fois")
    }
    let inscrites = programme.ues.filter { inscriptions.contains($0.code) }
    var notesUE: [CodeUE: Entree] = [:]
    var notesModules: [String: Entree] = [:]
    for (nom, valeur) in try objet.optional("notes")?.entries() ?? [] {
      if let code = CodeUE(nom) {
        guard inscriptions.contains(code) else {
          throw valeur.refused("l’étudiant n’est pas inscrit à « \(nom) » en session 2")
        }
        guard notesUE.updateValue(try valeur.entree(), forKey: code) == nil else {
          throw valeur.refused("deux notes de session 2 pour \(code.texte)")
        }
      } else {
        let modules = Set(inscrites.flatMap(\.modules).map(\.code.canonique))
        guard let code = CodeModule(nom)?.canonique, modules.contains(code) else {
          throw valeur.refused(
            "« \(nom) » n’est ni une UE inscrite en session 2 ni un de ses modules"
          )
        }
        guard notesModules.updateValue(try valeur.entree(), forKey: code) == nil else {
          throw valeur.refused("deux notes de session 2 pour « \(nom) »")
        }
      }
    }
    return SessionDeux(
      date: date,
      inscriptions: inscriptions,
      notesUE: notesUE,
      notesModules: notesModules,
    )
  }

  /// Who, when, why.
  func acte() throws(JSONDecodingError) -> ActeMotive {
    try object(knowing: ["auteur", "date", "motif"]).acte()
  }

  func decisionDeJury() throws(JSONDecodingError) -> DecisionDeJury {
    let objet = try object(knowing: ["sur", "code", "auteur", "date", "motif"])
    let sur = try objet.required("sur").objetDeDecision()
    let code = try objet.required("code").valeur(de: DecisionDeJury.Code.self)
    guard let decision = DecisionDeJury(sur: sur, code: code, acte: try objet.acte()) else {
      let codes = DecisionDeJury.codes(sur).map(\.rawValue).joined(separator: ", ")
      throw try objet.required("code").invalid("\(codes)")
    }
    return decision
  }

  private func objetDeDecision() throws(JSONDecodingError) -> DecisionDeJury.Objet {
    let texte = try string()
    guard let objet = DecisionDeJury.Objet(texte) else {
      throw invalid(DecisionDeJury.Objet.attendu)
    }
    return objet
  }

  func demandeDeRedoublement() throws(JSONDecodingError) -> DemandeDeRedoublement {
    let objet = try object(knowing: ["demande", "deja", "supplement", "refus"])
    let demande = try objet.optional("demande")?.semestres() ?? []
    guard Set(demande).count == demande.count else {
      throw try objet.required("demande").refused("le même semestre est demandé deux fois")
    }
    return DemandeDeRedoublement(
      demande: demande,
      deja: try objet.optional("deja")?.semestres() ?? [],
      supplement: try objet.optional("supplement")?.supplement(),
      refus: try objet.optional("refus")?.refus(),
    )
  }

  private func semestres() throws(JSONDecodingError) -> [NumeroSemestre] {
    try map { cursor throws(JSONDecodingError) in
      let texte = try cursor.string()
      guard texte.first == "S", let numero = Int(texte.dropFirst()).flatMap(NumeroSemestre.init)
      else { throw cursor.invalid("un semestre (« S1 » à « S6 »)") }
      return numero
    }
  }

  /// The director's authorisation, with the document that proves force majeure.
  private func supplement() throws(JSONDecodingError) -> ActeMotive {
    let objet = try object(knowing: ["auteur", "date", "motif", "document"])
    let document = try objet.required("document")
    guard try document.string().nonEmptyText != nil else {
      throw document.invalid("le document qui atteste la force majeure")
    }
    return try objet.acte()
  }

  private func refus() throws(JSONDecodingError) -> DemandeDeRedoublement.Refus {
    let objet = try object(knowing: ["audition_demandee", "entendu", "motivation", "conseils"])
    return DemandeDeRedoublement.Refus(
      auditionDemandee: try objet.required("audition_demandee").bool(),
      entendu: try objet.required("entendu").bool(),
      motivation: try objet.required("motivation").string(),
      conseils: try objet.required("conseils").string(),
    )
  }
}

extension JSONObjectCursor {
  /// The author, the date and the reason of an act; none may be empty.
  func acte() throws(JSONDecodingError) -> ActeMotive {
    let date = try required("date").jour()
    let auteur = try required("auteur")
    let motif = try required("motif")
    guard try auteur.string().nonEmptyText != nil else { throw auteur.invalid("un auteur") }
    guard let acte = ActeMotive(auteur: try auteur.string(), date: date, motif: try motif.string())
    else { throw motif.invalid("un motif") }
    return acte
  }
}

extension String {
  /// The text, or `nil` when it is empty.
  fileprivate var nonEmptyText: String? { isEmpty ? nil : self }
}
