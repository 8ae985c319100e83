internal import Scolarite
internal import Text

extension Agenda.Evenement {
  /// The spans of the calendar of a year that are asked for, as events.
  static func periodes(
    de annee: AnneeOuverte,
    ecrite: Horodatage,
    _ garder: (AnneeOuverte.Nature) -> Bool = { _ in true },
  ) -> [Agenda.Evenement] {
    // What names a span lasts when its days change: its semester, or its name.
    var vus: [String: Int] = [:]
    return annee.periodes.compactMap { periode in
      let nom = "annee-\(annee.id)-" + periode.marque
      let rang = vus[nom, default: 0] + 1
      vus[nom] = rang
      guard garder(periode.nature) else { return nil }
      return Agenda.Evenement(
        cle: rang == 1 ? nom : "\(nom)-\(rang)",
        quand: .journees(periode.debut, periode.fin),
        titre: periode.nom,
        details: ["Année \(annee.annee)"],
        version: annee.version,
        ecrit: ecrite,
      )
    }
  }

  /// The window of a campaign, and the first day of what it prepares.
  static func campagne(_ datee: Datee<Campagne>, _ promotion: Promotion) -> [Agenda.Evenement] {
    let campagne = datee.chose
    func evenement(_ cle: String, _ quand: Agenda.Quand, _ titre: String, _ detail: String)
      -> Agenda.Evenement
    {
      Agenda.Evenement(
        cle: "\(cle)-\(campagne.id)",
        quand: quand,
        titre: titre,
        details: [promotion.nom, detail],
        version: campagne.version,
        ecrit: datee.ecrite,
      )
    }
    let fenetre = evenement(
      "campagne",
      .journees(campagne.ouverture.jour, campagne.cloture.jour),
      "Campagne : \(campagne.intitule)",
      "Du \(campagne.ouverture.enClair) au \(campagne.cloture.enClair)",
    )
    guard let jour = campagne.jour else { return [fenetre] }
    let titre: String =
      switch campagne.nature {
      case .session2: "Session 2 : premier jour des épreuves"
      case .bonus, .amenagement, .redoublement, .autre: "Commission : \(campagne.intitule)"
      }
    return [
      fenetre,
      evenement("jour-de-campagne", .journees(jour, jour), titre, campagne.intitule),
    ]
  }

  /// The day of a jury.
  static func jury(_ datee: Datee<JuryAnnonce>, _ promotion: Promotion) -> Agenda.Evenement {
    let jury = datee.chose
    let objet: String =
      switch jury.nature {
      case .semestre(let numero): "semestre \(numero.valeur)"
      case .annee: "année"
      }
    return Agenda.Evenement(
      cle: "jury-\(jury.id)",
      quand: .journees(jury.date, jury.date),
      titre: "Jury : \(promotion.nom), \(objet)"
        + (jury.estUneRectification ? " (rectification)" : ""),
      details: jury.estMembre ? ["Vous y siégez."] : [],
      occupe: jury.estMembre,
      version: jury.version,
      ecrit: datee.ecrite,
    )
  }
}

extension AnneeOuverte.Periode {
  /// « semestre-1 », « vacances-toussaint ».
  fileprivate var marque: String {
    switch nature {
    case .semestre(let numero): "semestre-\(numero.valeur)"
    case .vacances: "vacances-" + nom.enMarque
    case .fenetre: "fenetre-" + nom.enMarque
    }
  }
}

extension String {
  /// Its letters and digits in ASCII, hyphens between.
  fileprivate var enMarque: String {
    folded.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }.joined(separator: "-")
      .prefix(80).lowercased()
  }
}

extension Instant {
  /// « 03/11/2026 à 14 h 05 ».
  fileprivate var enClair: String {
    func deux(_ nombre: Int) -> String { (nombre < 10 ? "0" : "") + String(nombre) }
    return "\(deux(jour.quantieme))/\(deux(jour.mois))/\(jour.annee) à "
      + "\(minute / 60) h \(deux(minute % 60))"
  }
}
