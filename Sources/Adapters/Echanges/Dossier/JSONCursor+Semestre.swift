internal import JSON
internal import Scolarite
internal import Text

extension JSONCursor {
  /// A simplified curriculum: only what results depend on.
  func programme() throws(JSONDecodingError) -> Programme {
    let objet = try object(knowing: ["ues", "volumes"])
    var ues: [UEDeProgramme] = []
    for cursor in try objet.required("ues").array() {
      let ue = try cursor.ueDeProgramme()
      guard !ues.contains(where: { $0.code == ue.code }) else {
        throw cursor.refused("\(ue.code.texte) est écrite deux fois")
      }
      if let autre = ues.first(where: { $0.rcue == ue.rcue && $0.semestre == ue.semestre }) {
        throw cursor.refused(
          "\(ue.code.texte) et \(autre.code.texte) sont du même semestre et du même niveau de la "
            + "même compétence : un regroupement prend une UE par semestre"
        )
      }
      ues.append(ue)
    }
    var volumes: [NumeroSemestre: Programme.Volume] = [:]
    for (cle, valeur) in try objet.optional("volumes")?.entries() ?? [] {
      guard cle.first == "S", let numero = Int(cle.dropFirst()).flatMap(NumeroSemestre.init) else {
        throw valeur.refused("« \(cle) » n’est pas un semestre (« S1 » à « S6 »)")
      }
      volumes[numero] = try valeur.volume()
    }
    return Programme(ues: ues, volumes: volumes)
  }

  /// The hours of a semester: « 359 », or `{ "hors_projet": "359", "projet": "60" }`.
  private func volume() throws(JSONDecodingError) -> Programme.Volume {
    guard case .object = node.value else {
      return Programme.Volume(horsProjet: try nombre(), projet: .zero)
    }
    let objet = try object(knowing: ["hors_projet", "projet"])
    return Programme.Volume(
      horsProjet: try objet.required("hors_projet").nombre(),
      projet: try objet.optional("projet")?.nombre() ?? .zero,
    )
  }

  private func ueDeProgramme() throws(JSONDecodingError) -> UEDeProgramme {
    let objet = try object(
      knowing: ["code", "competence", "niveau", "ects", "coefficient", "modules"])
    let code = try objet.required("code").codeUE()
    guard let semestre = code.semestre else {
      throw try objet.required("code").invalid("un code d’UE dont le semestre va de 1 à 6")
    }
    var modules: [ModuleDeProgramme] = []
    for (nom, valeur) in try objet.optional("modules")?.entries() ?? [] {
      let module = try valeur.moduleDeProgramme(nom)
      guard !modules.contains(where: { $0.code.canonique == module.code.canonique }) else {
        throw valeur.refused("« \(nom) » est écrit deux fois")
      }
      modules.append(module)
    }
    let somme = modules.map(\.coefficient).somme()
    if !modules.isEmpty, somme == .zero {
      throw try objet.required("modules").invalid("des coefficients dont la somme n’est pas nulle")
    }
    return UEDeProgramme(
      code: code,
      semestre: semestre,
      competence: try objet.required("competence").numeroDeCompetence(),
      niveau: try objet.required("niveau").niveau(),
      ects: try objet.required("ects").nombre(),
      coefficient: try objet.optional("coefficient")?.nombre() ?? somme,
      modules: modules,
    )
  }

  /// « 3 », or `{ "coef": "3", "nature": "sae" }`.
  private func moduleDeProgramme(_ nom: String) throws(JSONDecodingError) -> ModuleDeProgramme {
    guard let code = CodeModule(nom) else {
      throw refused("« \(nom) » n’est pas un code de module")
    }
    let parNom: Module.Nature = code.canonique.hasPrefix("SAE") ? .sae : .ressource
    guard case .object = node.value else {
      return ModuleDeProgramme(code: code, nature: parNom, coefficient: try nombre())
    }
    let objet = try object(knowing: ["coef", "nature"])
    return ModuleDeProgramme(
      code: code,
      nature: try objet.optional("nature")?.valeur(de: Module.Nature.self) ?? parNom,
      coefficient: try objet.required("coef").nombre(),
    )
  }

  /// The number of a semester, before the rest of it is read.
  func numeroDuSemestre() throws(JSONDecodingError) -> NumeroSemestre {
    let cles = try entries().map(\.key)
    return try object(knowing: cles).required("numero").numeroDeSemestre()
  }

  /// A semester followed, and its hours when they are given.
  func semestre(
    _ statut: Statut,
    _ programme: Programme,
  ) throws(JSONDecodingError) -> (SemestreSuivi, Programme.Volume?) {
    let objet = try object(
      knowing: [
        "numero", "statut", "notes", "moyennes", "absences", "avis_contraire", "volume_heures",
      ])
    let numero = try objet.required("numero").numeroDeSemestre()
    let siennes = programme.ues.filter { $0.semestre == numero }
    let volume = try objet.optional("volume_heures")?.nombre()
    let semestre = SemestreSuivi(
      numero: numero,
      statut: try objet.optional("statut")?.valeur(de: Statut.self) ?? statut,
      notes: try objet.optional("notes")?.notes(siennes) ?? [:],
      moyennes: try objet.optional("moyennes")?.moyennes(siennes) ?? [:],
      absences: try objet.optional("absences")?.absences() ?? Absences(),
      avisContraire: try objet.optional("avis_contraire")?.acte(),
    )
    let projet = programme.volumes[numero]?.projet ?? .zero
    return (semestre, volume.map { Programme.Volume(horsProjet: $0, projet: projet) })
  }

  private func notes(_ ues: [UEDeProgramme]) throws(JSONDecodingError) -> [String: [Evaluation]] {
    let connus = Set(ues.flatMap(\.modules).map(\.code.canonique))
    var notes: [String: [Evaluation]] = [:]
    for (nom, valeur) in try entries() {
      guard let code = CodeModule(nom)?.canonique, connus.contains(code) else {
        throw valeur.refused("« \(nom) » n’est pas un module du semestre")
      }
      guard notes[code] == nil else {
        throw valeur.refused("deux notes pour « \(nom) »")
      }
      notes[code] = try valeur.evaluations(nom)
    }
    return notes
  }

  private func evaluations(_ module: String) throws(JSONDecodingError) -> [Evaluation] {
    guard case .array = node.value else {
      return [Evaluation(nom: module, entree: try entree(), coefficient: 1)]
    }
    var evaluations: [Evaluation] = []
    for cursor in try array() {
      let objet = try cursor.object(knowing: ["evaluation", "note", "coefficient", "date"])
      let nom = try objet.required("evaluation").texte("le nom de l’évaluation")
      guard !evaluations.contains(where: { $0.nom == nom }) else {
        throw cursor.refused("deux notes pour l’évaluation « \(nom) »")
      }
      _ = try objet.optional("date")?.jour()
      evaluations.append(
        Evaluation(
          nom: nom,
          entree: try objet.required("note").entree(),
          coefficient: try objet.optional("coefficient")?.nombre() ?? 1,
        )
      )
    }
    return evaluations
  }

  private func moyennes(
    _ ues: [UEDeProgramme]
  ) throws(JSONDecodingError) -> [CodeUE: SemestreSuivi.MoyenneConnue] {
    var moyennes: [CodeUE: SemestreSuivi.MoyenneConnue] = [:]
    for (nom, valeur) in try entries() {
      guard let code = CodeUE(nom), ues.contains(where: { $0.code == code }) else {
        throw valeur.refused("« \(nom) » n’est pas une UE du semestre")
      }
      guard moyennes[code] == nil else { throw valeur.refused("deux moyennes pour \(code.texte)") }
      if case .object = valeur.node.value {
        moyennes[code] = try valeur.equivalence()
      } else {
        let moyenne = try valeur.nombre()
        guard moyenne <= 20 else { throw valeur.invalid("une moyenne de 0 à 20") }
        moyennes[code] = .moyenne(Fraction(moyenne))
      }
    }
    return moyennes
  }

  private func equivalence() throws(JSONDecodingError) -> SemestreSuivi.MoyenneConnue {
    let cursor = try object(knowing: ["equivalence"]).required("equivalence")
    let objet = try cursor.object(knowing: ["auteur", "date", "motif", "note"])
    let note = try objet.optional("note")?.note()
    return .equivalence(try objet.acte(), note: note?.surVingt)
  }

  private func absences() throws(JSONDecodingError) -> Absences {
    let objet = try object(knowing: ["abi_heures", "abj_heures", "creneaux"])
    return Absences(
      heuresABI: try objet.optional("abi_heures")?.nombre() ?? .zero,
      heuresABJ: try objet.optional("abj_heures")?.nombre() ?? .zero,
      creneaux: try objet.optional("creneaux")?.map { cursor throws(JSONDecodingError) in
        try cursor.creneau()
      } ?? [],
    )
  }

  private func creneau() throws(JSONDecodingError) -> Absences.Creneau {
    let objet = try object(knowing: ["debut", "heures", "motif", "declaree"])
    let declaree = try objet.optional("declaree")?.instant()
    let mot = try objet.required("motif")
    guard let motif = Absences.Motif(try mot.string(), declaree: declaree) else {
      throw mot.invalid(Absences.Motif.attendu)
    }
    if let cursor = objet.optional("declaree"), !motif.seDeclare {
      throw cursor.refused("seule une ITI se déclare")
    }
    let heures = try objet.required("heures").nombre()
    guard Absences.Creneau.admet(heures) else {
      throw try objet.required("heures").invalid(Absences.Creneau.dureeAttendue)
    }
    return Absences.Creneau(
      debut: try objet.required("debut").instant(),
      heures: heures,
      motif: motif,
    )
  }
}
