internal import JSON
public import Scolarite

/// What a dossier file asks to be computed.
public struct DossierLu: Sendable {
  public let etudiant: String
  /// The name of the profile, as written.
  public let profil: String
  /// The day on which the règlement is read.
  public let date: Jour
  public let reglages: Reglages
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
    let date = try objet.optional("date")?.jour() ?? dateParDefaut(demande)
    return DossierLu(
      etudiant: etudiant,
      profil: try objet.required("profil").string(),
      date: date,
      reglages: try reglages(objet, le: date),
      demande: demande,
    )
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

  /// The first of September that opens the last year; the normal session for the BTS of 2021.
  private func dateParDefaut(_ demande: DossierLu.Demande) -> Jour {
    guard case .but(let dossier) = demande, let derniere = dossier.annees.last,
      let annee = AnneeUniversitaire(debut: derniere.annee.debut)
    else { return Jour(ouvrant: .sessionBTS) }
    return Jour(ouvrant: annee)
  }

  private func reglages(
    _ objet: JSONObjectCursor,
    le date: Jour,
  ) throws(JSONDecodingError) -> Reglages {
    let profil = try objet.required("profil")
    var surcharges: [String: ValeurDeParametre] = [:]
    for (nom, valeur) in try objet.optional("reglages")?.entries() ?? [] {
      guard let parametre = Parametre.nomme(nom) else {
        throw valeur.refused("« \(nom) » n’est pas un réglage")
      }
      surcharges[nom] = try valeur.valeur(de: parametre)
    }
    let couches: [Profil]
    let nom = try profil.string()
    do throws(DataFileError) {
      couches = try bibliotheque.couches(nom)
    } catch {
      throw profil.refused(error.description)
    }
    do throws(Reglages.Defaut) {
      return try Reglages(couches, le: date, surcharges: surcharges)
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
      let annee = try annee(cursor)
      if let precedente = annees.last, precedente.annee >= annee.annee {
        throw cursor.refused(
          "\(annee.annee) vient après \(precedente.annee) : les années s’écrivent de la plus "
            + "ancienne à la plus récente, chacune une fois"
        )
      }
      annees.append(annee)
    }
    return annees
  }

  private func annee(_ cursor: JSONCursor) throws(JSONDecodingError) -> AnneeSuivie {
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
      if let volume { programme = programme.avec(volume, pour: semestre.numero) }
      semestres.append(semestre)
    }
    return AnneeSuivie(
      annee: universitaire,
      anneeBUT: anneeBUT,
      programme: programme,
      semestres: semestres,
      bonus: try objet.optional("bonus")?.bonus() ?? Bonus(),
      session2: try objet.optional("session2")?.session2(programme),
      decisions: try decisions(objet, universitaire, programme),
    )
  }

  private func decisions(
    _ objet: JSONObjectCursor,
    _ annee: AnneeUniversitaire,
    _ programme: Programme,
  ) throws(JSONDecodingError) -> [DecisionDeJury] {
    try objet.optional("decisions")?.map { cursor throws(JSONDecodingError) in
      let decision = try cursor.decisionDeJury()
      guard decision.acte.date >= Jour(ouvrant: annee) else {
        throw cursor.refused("la décision est datée d’avant l’année \(annee)")
      }
      if case .ue(let code) = decision.sur, programme.ue(code) == nil {
        throw cursor.refused("\(code.texte) n’est pas une UE de l’année")
      }
      return decision
    } ?? []
  }

  private func programme(_ cursor: JSONCursor) throws(JSONDecodingError) -> Programme {
    guard case .string(let nom) = cursor.node.value else { return try cursor.programme() }
    do throws(DataFileError) {
      return Programme(try bibliotheque.maquette(nom))
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
