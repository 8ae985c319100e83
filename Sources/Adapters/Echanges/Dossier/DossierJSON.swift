internal import JSON
public import Scolarite

/// What a dossier file asks to be computed.
public struct DossierLu: Sendable {
  public let etudiant: String
  /// The name of the profile, as written.
  public let profil: String
  /// The day on which the règlement of the last year is read.
  public let date: Jour
  public let reglement: Reglement
  public let demande: Demande

  /// A student of the BUT, or a candidate of the BTS of 2021.
  public enum Demande: Sendable {
    case but(Dossier)
    case bts(CandidatBTS)
  }
}

/// The JSON format of a dossier, described in `docs/dossiers.md`.
public enum DossierJSON {
  /// Reads a dossier, its profile and its curricula.
  ///
  /// Refuses what cannot be: a mark outside its scale, two marks for one test, an unknown code,
  /// years out of order, a resit of a UE not enrolled for.
  public static func read(
    _ bytes: [UInt8],
    _ bibliotheque: Bibliotheque,
  ) throws(DataFileError) -> DossierLu {
    let cursor = try DataFileError.parse(bytes)
    var decoder = DossierDecoder(bibliotheque: bibliotheque)
    do throws(JSONDecodingError) {
      return try decoder.dossier(cursor)
    } catch {
      throw .decoding(error)
    }
  }
}

struct DossierDecoder {
  let bibliotheque: Bibliotheque

  private static let cles = [
    "format", "etudiant", "profil", "reglages", "date", "annees", "redoublement", "bts",
  ]

  mutating func dossier(_ cursor: JSONCursor) throws(JSONDecodingError) -> DossierLu {
    let objet = try cursor.object(knowing: Self.cles)
    try objet.required("format").expect(format: "delibere/dossier/1")
    let etudiant = try objet.required("etudiant").string()
    let annees = try annees(objet)
    let demande = try demande(objet, etudiant, annees)
    let date = try objet.optional("date")?.jour()
    return DossierLu(
      etudiant: etudiant,
      profil: try objet.required("profil").string(),
      date: date ?? annees.last.map { Jour(ouvrant: $0.annee) } ?? Jour(ouvrant: .sessionBTS),
      reglement: try reglement(objet, demande, annees, le: date),
      demande: demande,
    )
  }

  /// One règlement for each year, read on its first day unless the dossier names one day for all.
  private func reglement(
    _ objet: JSONObjectCursor,
    _ demande: DossierLu.Demande,
    _ annees: [AnneeSuivie],
    le date: Jour?,
  ) throws(JSONDecodingError) -> Reglement {
    let profil = try objet.required("profil")
    let nom = try profil.string()
    let couches: [Profil]
    do throws(DataFileError) {
      couches = try bibliotheque.couches(nom)
    } catch {
      throw profil.refused(error.description)
    }
    if case .bts = demande { return Reglement() }
    let surcharges = try surcharges(objet)
    var parAnnee: [AnneeUniversitaire: Reglages] = [:]
    for annee in annees {
      parAnnee[annee.annee] = try reglages(
        couches,
        profil,
        le: date ?? Jour(ouvrant: annee.annee),
        surcharges,
      )
    }
    guard let derniere = annees.last, let courant = parAnnee[derniere.annee] else {
      let jour = date ?? Jour(ouvrant: .sessionBTS)
      return Reglement(courant: try reglages(couches, profil, le: jour, surcharges))
    }
    return Reglement(courant: courant, parAnnee: parAnnee)
  }

  private func demande(
    _ objet: JSONObjectCursor,
    _ etudiant: String,
    _ annees: [AnneeSuivie],
  ) throws(JSONDecodingError) -> DossierLu.Demande {
    if let bts = objet.optional("bts") {
      for cle in ["annees", "redoublement"] {
        if let autre = objet.optional(cle) {
          throw autre.refused("un candidat au BTS n’a pas « \(cle) »")
        }
      }
      return .bts(try bts.candidatBTS())
    }
    let redoublement = try objet.optional("redoublement")?.demandeDeRedoublement()
    guard !annees.isEmpty || redoublement != nil else {
      throw try objet.required("annees").invalid("au moins une année")
    }
    return .but(Dossier(etudiant: etudiant, annees: annees, redoublement: redoublement))
  }

  private func surcharges(
    _ objet: JSONObjectCursor
  ) throws(JSONDecodingError) -> [String: ValeurDeParametre] {
    var surcharges: [String: ValeurDeParametre] = [:]
    for (nom, valeur) in try objet.optional("reglages")?.entries() ?? [] {
      guard let parametre = Parametre.nomme(nom) else {
        throw valeur.refused("« \(nom) » n’est pas un réglage")
      }
      surcharges[nom] = try valeur.valeur(de: parametre)
    }
    return surcharges
  }

  private func reglages(
    _ couches: [Profil],
    _ profil: JSONCursor,
    le jour: Jour,
    _ surcharges: [String: ValeurDeParametre],
  ) throws(JSONDecodingError) -> Reglages {
    do throws(Reglages.Defaut) {
      return try Reglages(couches, le: jour, surcharges: surcharges)
    } catch {
      throw profil.refused(error.phrase)
    }
  }
}

// MARK: - Years

extension DossierDecoder {
  private func annees(_ objet: JSONObjectCursor) throws(JSONDecodingError) -> [AnneeSuivie] {
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
      let (semestre, volume) = try element.semestre(statut, programme)
      guard semestre.numero.annee == anneeBUT,
        !semestres.contains(where: { $0.numero == semestre.numero })
      else {
        throw element.refused(
          "le semestre \(semestre.numero.valeur) est écrit deux fois, ou n’est pas de l’année "
            + "\(anneeBUT.valeur) du BUT"
        )
      }
      try verifierCreneaux(semestre, universitaire, element)
      if let volume { programme = programme.avec(volume, pour: semestre.numero) }
      semestres.append(semestre)
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
    let debut = Jour(ouvrant: annee)
    for creneau in semestre.absences.creneaux {
      guard (0..<366).contains(creneau.debut.jour.ecart(depuis: debut)) else {
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

  private func programme(_ cursor: JSONCursor) throws(JSONDecodingError) -> Programme {
    guard case .string(let nom) = cursor.node.value else { return try cursor.programme() }
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

extension AnneeUniversitaire {
  /// The year that opens in September 2021, when the rules of the BTS of 2021 are in force.
  fileprivate static var sessionBTS: AnneeUniversitaire {
    guard let annee = AnneeUniversitaire(debut: 2021) else {
      preconditionFailure("2021 is within the years admitted")
    }
    return annee
  }
}

extension DecisionDeJury.Objet {
  /// What the decision is about when no UE of the programmes has it.
  fileprivate func inconnu(parmi ues: [UEDeProgramme]) -> String? {
    switch self {
    case .ue(let code): ues.contains { $0.code == code } ? nil : code.texte
    case .rcue(let competence):
      ues.contains { $0.competence == competence } ? nil : "C\(competence)"
    case .annee, .passage: nil
    }
  }
}
