internal import JSON
internal import Scolarite
internal import Text

extension DossierDecoder {
  func annees(_ objet: JSONObjectCursor) throws(JSONDecodingError) -> [AnneeSuivie] {
    var annees: [AnneeSuivie] = []
    for cursor in try objet.optional("annees")?.array() ?? [] {
      let annee = try annee(cursor, apres: annees)
      if let precedente = annees.last, precedente.annee >= annee.annee {
        throw cursor.refused(
          "\(annee.annee) vient après \(precedente.annee) : les années s’écrivent de la plus "
            + "ancienne à la plus récente, chacune une fois"
        )
      }
      if let precedente = annees.last, annee.anneeBUT.valeur < precedente.anneeBUT.valeur {
        throw cursor.refused(
          "BUT \(annee.anneeBUT.valeur) après BUT \(precedente.anneeBUT.valeur) : les années de "
            + "formation ne reviennent pas en arrière"
        )
      }
      annees.append(annee)
    }
    return annees
  }

  private func annee(
    _ cursor: JSONCursor,
    apres precedentes: [AnneeSuivie],
  ) throws(JSONDecodingError) -> AnneeSuivie {
    let objet = try cursor.object(
      knowing: [
        "annee_universitaire", "annee_but", "statut", "maquette", "semestres", "bonus", "session2",
        "decisions",
      ])
    let universitaire = try objet.required("annee_universitaire").anneeUniversitaire()
    let statut = try objet.optional("statut")?.valeur(de: Statut.self) ?? .initial
    let anneeBUT = try objet.required("annee_but").annee()
    var programme = try programme(try objet.required("maquette"))
    var semestres: [SemestreSuivi] = []
    for element in try objet.required("semestres").array() {
      let numero = try element.numeroDuSemestre()
      guard numero.annee == anneeBUT, !semestres.contains(where: { $0.numero == numero }) else {
        throw element.refused(
          "le semestre \(numero.valeur) est écrit deux fois, ou n’est pas de l’année "
            + "\(anneeBUT.valeur) du BUT"
        )
      }
      let (semestre, volume) = try element.semestre(statut, programme)
      try verifierCreneaux(semestre, universitaire, element)
      if let volume { programme = programme.avec(volume, pour: semestre.numero) }
      semestres.append(semestre)
    }
    guard !semestres.isEmpty else {
      throw try objet.required("semestres").refused("une année compte un ou deux semestres")
    }
    return AnneeSuivie(
      annee: universitaire,
      anneeBUT: anneeBUT,
      programme: programme,
      semestres: semestres,
      bonus: try objet.optional("bonus")?.bonus() ?? Bonus(),
      session2: try session2(objet, programme, semestres),
      decisions: try decisions(objet, universitaire, precedentes.map(\.programme) + [programme]),
    )
  }

  private func verifierCreneaux(
    _ semestre: SemestreSuivi,
    _ annee: AnneeUniversitaire,
    _ cursor: JSONCursor,
  ) throws(JSONDecodingError) {
    for creneau in semestre.absences.creneaux {
      guard annee.contient(creneau.debut.jour) else {
        throw cursor.refused("le créneau du \(creneau.debut.jour) n’est pas de l’année \(annee)")
      }
    }
  }

  /// Session 2; a module cannot be resat in a UE whose average alone is known.
  private func session2(
    _ objet: JSONObjectCursor,
    _ programme: Programme,
    _ semestres: [SemestreSuivi],
  ) throws(JSONDecodingError) -> SessionDeux? {
    guard let cursor = objet.optional("session2") else { return nil }
    let session2 = try cursor.session2(programme)
    for ue in programme.ues where session2.inscriptions.contains(ue.code) {
      let donnee = semestres.contains { $0.moyennes[ue.code] != nil }
      let repris = ue.modules.map(\.code).filter { session2.notesModules[$0.canonique] != nil }
      guard donnee, let module = repris.first else { continue }
      throw cursor.refused(
        "la moyenne de \(ue.code.texte) est donnée sans ses notes : la note de session 2 de "
          + "« \(module.imprime) » ne peut y entrer, donnez celle de l’UE"
      )
    }
    return session2
  }

  private func decisions(
    _ objet: JSONObjectCursor,
    _ annee: AnneeUniversitaire,
    _ programmes: [Programme],
  ) throws(JSONDecodingError) -> [DecisionDeJury] {
    let ues = programmes.flatMap(\.ues)
    var decisions: [DecisionDeJury] = []
    for cursor in try objet.optional("decisions")?.array() ?? [] {
      let decision = try cursor.decisionDeJury()
      guard decision.acte.date >= Jour(ouvrant: annee) else {
        throw cursor.refused("la décision est datée d’avant l’année \(annee)")
      }
      if let inconnu = decision.sur.inconnu(parmi: ues) {
        throw cursor.refused("\(inconnu) n’est pas au programme")
      }
      guard !decisions.contains(where: { $0.contredit(decision) }) else {
        throw cursor.refused(
          "une autre décision du dossier dit le contraire, ou porte sur le même objet"
        )
      }
      decisions.append(decision)
    }
    return decisions
  }

  /// A curriculum by its name, its file, or written in place.
  func programme(_ cursor: JSONCursor) throws(JSONDecodingError) -> Programme {
    guard case .string(let nom) = cursor.node.value else {
      guard try cursor.entries().contains(where: { $0.key == "semestres" }) else {
        return try cursor.programme()
      }
      let reading = try MaquetteJSON.read(cursor.node, referentiel: bibliotheque.referentiel)
      do throws(DataFileError) {
        return try Bibliotheque.programme(reading.maquette, nom: "écrite dans le dossier")
      } catch {
        throw cursor.refused(error.description)
      }
    }
    do throws(DataFileError) {
      return try bibliotheque.programme(nom)
    } catch {
      throw cursor.refused(error.description)
    }
  }
}

extension Programme {
  /// The same programme with the hours of a semester given elsewhere.
  fileprivate func avec(_ volume: Volume, pour semestre: NumeroSemestre) -> Programme {
    Programme(ues: ues, volumes: volumes.merging([semestre: volume]) { _, nouveau in nouveau })
  }
}
