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
    try DataFileError.decode(bytes) { cursor throws(JSONDecodingError) in
      try DossierDecoder(bibliotheque: bibliotheque).dossier(cursor)
    }
  }
}

struct DossierDecoder {
  let bibliotheque: Bibliotheque

  private static let cles = [
    "format", "etudiant", "profil", "reglages", "date", "annees", "redoublement", "bts",
  ]

  func dossier(_ cursor: JSONCursor) throws(JSONDecodingError) -> DossierLu {
    let objet = try cursor.object(knowing: Self.cles)
    try objet.required("format").expect(format: "delibere/dossier/1")
    let etudiant = try objet.required("etudiant").texte("l’identifiant de l’étudiant")
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

  /// The settings imposed on the profile.
  func surcharges(
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

  /// The règlement of one day, or why there is none.
  func reglages(
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

extension AnneeUniversitaire {
  /// The year that opens in September 2021, when the rules of the BTS of 2021 are in force.
  static var sessionBTS: AnneeUniversitaire {
    guard let annee = AnneeUniversitaire(debut: 2021) else {
      preconditionFailure("2021 is within the years admitted")
    }
    return annee
  }
}
