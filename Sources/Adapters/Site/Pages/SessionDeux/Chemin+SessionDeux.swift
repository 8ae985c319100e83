internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

extension Chemin {
  static let sessions2: SafeURL = "/session-2"
  static let maSession2: SafeURL = "/moi/session-2"

  static func session2(_ id: Identifiant<Campagne>, _ suite: String...) -> SafeURL {
    de(["session-2", "\(id)"] + suite)
  }
}

extension Visite {
  /// The campaign that the address names.
  func campagneDeSession2() throws(Refus) -> Identifiant<Campagne> {
    try identifiant("campagne", .campagne)
  }
}

extension SessionDeRattrapage {
  /// The way that leads to a page of the session, for those who conduct it.
  func fil(_ promotion: Promotion) -> [Lien] {
    [
      Lien("Session 2", vers: Chemin.sessions2),
      Lien("\(intitule), \(promotion.nomEntier)", vers: Chemin.session2(campagne)),
    ]
  }
}

extension PisteDeSession2 {
  /// Where the track is worked on; `nil` where nothing opens it yet.
  func adresse(_ campagne: Identifiant<Campagne>) -> SafeURL? {
    switch self {
    case .admissibilite, .inscriptions: Chemin.session2(campagne, "admissibilite")
    case .formes: Chemin.session2(campagne, "epreuves")
    case .amenagements: Chemin.session2(campagne, "amenagements")
    case .jury: Chemin.jurys
    case .calendrier: Chemin.calendrierDeSession2(campagne)
    case .epreuves: Chemin.jourDeSession2(campagne)
    case .notes: Chemin.copies(campagne)
    case .publication: Chemin.effetsDeSession2(campagne)
    case .contestation: Chemin.contestations(campagne)
    }
  }
}

extension EcheanceDeSession2.Etat {
  var pastille: Pastille {
    switch self {
    case .aVenir: Pastille("à venir", .neutre)
    case .ouverte: Pastille("ouverte", .information)
    case .faite: Pastille("faite", .succes)
    case .enRetard: Pastille("en retard", .erreur)
    }
  }

  var ton: Ton {
    switch self {
    case .aVenir: .neutre
    case .ouverte: .information
    case .faite: .succes
    case .enRetard: .erreur
    }
  }
}

extension EcheanceDeSession2 {
  /// « au plus tard le 15 juin 2026 », « entre le 19 et le 26 ».
  var quand: String {
    if piste == .inscriptions, let limite { return "jusqu’au \(limite.enLettres)" }
    if piste == .epreuves, let ouvre, let auPlusTard {
      return ouvre == auPlusTard
        ? "le \(ouvre.enLettres)" : "du \(ouvre.enLettres) au \(auPlusTard.enLettres)"
    }
    if let auPlusTard { return "au plus tard le \(auPlusTard.enLettres)" }
    if let ouvre { return "à partir du \(ouvre.enLettres), sans limite fixée" }
    return "sans date fixée"
  }

  /// What the dates come from, and what was done.
  var detail: String {
    var phrases: [String] = []
    if let auPlusTot, let auPlusTard {
      phrases.append(
        "Limite à fixer entre le \(auPlusTot.enLettres) et le \(auPlusTard.enLettres)."
      )
    }
    if let faitLe {
      phrases.append(
        joursDeRetard > 0
          ? "Fait le \(faitLe.enLettres), avec \(compte(joursDeRetard, "jour")) de retard."
          : "Fait le \(faitLe.enLettres)."
      )
    } else {
      phrases.append("C’est \(piste.acteur.aQui) d’agir.")
    }
    return phrases.joined(separator: " ")
  }
}

extension ActeurDeSession2 {
  /// « au secrétariat », after « c’est ».
  fileprivate var aQui: String {
    switch self {
    case .secretariat: "au secrétariat"
    case .responsablesDeModule: "aux responsables de module"
    case .serviceHandicap: "au service chargé du handicap"
    case .directionDesEtudes: "à la direction des études"
    case .etudiants: "aux étudiants"
    case .surveillants: "aux surveillants"
    case .correcteurs: "aux correcteurs"
    case .jury: "au jury"
    }
  }
}

extension ReponseDeSession2? {
  /// What a student answered; silence is a renunciation once the limit is past.
  func pastille(estFerme: Bool) -> Pastille {
    switch self {
    case .inscrit(let ues):
      Pastille("inscrit : \(ues.map(\.texte).joined(separator: ", "))", .succes)
    case .renonce: Pastille("renonce", .neutre)
    case .silence: Pastille("renoncement par silence", .neutre)
    case nil:
      estFerme
        ? Pastille("sans réponse : renoncement", .neutre) : Pastille("pas encore", .attention)
    }
  }
}

extension InscriptionTardive {
  var pastille: Pastille {
    switch etat {
    case .deposee: Pastille("à décider", .attention)
    case .acceptee: Pastille("acceptée", .succes)
    case .refusee: Pastille("refusée", .neutre)
    }
  }

  /// The reason of the decision.
  var reponse: String? {
    switch etat {
    case .deposee: nil
    case .acceptee(let jour, let motif): "Acceptée le \(jour.enLettres). \(motif.enPhrase)"
    case .refusee(let jour, let motif): "Refusée le \(jour.enLettres). \(motif.enPhrase)"
    }
  }
}

extension EpreuveDeSession2 {
  /// « Écrit surveillé de 1 h 30 et oral individuel de 20 min ».
  var enMots: String {
    guard estChoisie else { return "pas encore choisie" }
    let phrases = formes.map { forme in
      forme.phrase + (durees[forme].flatMap(Self.dite).map { " de " + $0 } ?? "")
    }
    guard let derniere = phrases.last, phrases.count > 1 else { return phrases.first ?? "" }
    return phrases.dropLast().joined(separator: ", ") + " et " + derniere
  }

  /// « 45 min », « 1 h 30 »; `nil` for none.
  private static func dite(_ minutes: Int) -> String? {
    guard minutes > 0 else { return nil }
    return minutes < 60 ? "\(minutes) min" : Typographie.heure(minutes / 60, minutes % 60)
  }

  /// What its mark stands for.
  func effet(meilleure: Bool) -> String {
    let objet =
      switch porteSur {
      case .ue: "la moyenne de l’UE"
      case .modules(let codes): "la note de \(codes.joined(separator: ", "))"
      }
    return meilleure
      ? "la meilleure des deux est gardée pour \(objet)" : "elle remplace \(objet)"
  }
}
