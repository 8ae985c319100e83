internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// Years, their semesters, holidays and windows for requests.
enum PagesDuCalendrier {
  static let routes: [Route] = [
    .lecture("/administration/calendrier") { visite in
      visite.calendrier(try await visite.demander(VoirLeCalendrier()))
    },
    .lecture("/administration/calendrier/nouvelle") { visite in
      let etat = try await visite.calendrierAChanger()
      return visite.nouvelleAnnee(FormulaireDAnnee(apres: etat.annees.first, visite.aujourdHui))
    },
    .envoi("/administration/calendrier/nouvelle", par: ouvrir),
    .lecture("/administration/calendrier/{annee}") { visite in
      let annee = try await visite.lireLAnnee()
      return visite.annee(annee, FormulaireDAnnee(annee))
    },
    .envoi("/administration/calendrier/{annee}", par: changer),
    .lecture("/administration/calendrier/{annee}/agenda.ics") { visite in
      let annee = visite.valeurs["annee"] ?? ""
      let agenda = try await visite.demander(ExporterLeCalendrier(annee))
      return .fichier(
        try visite.site.bureau.formats.ics(agenda),
        nom: "calendrier-\(annee).ics",
        type: typeDeCalendrier,
      )
    },
  ]

  private static func ouvrir(_ visite: Visite) async throws -> HTTPResponse {
    _ = try await visite.calendrierAChanger()
    var formulaire = FormulaireDAnnee(try visite.formulaire())
    guard let valeurs = formulaire.lire() else {
      return visite.nouvelleAnnee(formulaire, .unprocessableContent)
    }
    do {
      try await visite.faire(
        OuvrirUneAnnee(
          valeurs.annee,
          debut: valeurs.debut,
          fin: valeurs.fin,
          periodes: valeurs.periodes,
        )
      )
      return visite.versLaPage(Administration.calendrier.adresse, fait: .anneeOuverte)
    } catch let refus as Refus {
      guard formulaire.prendre(refus) else { throw refus }
      return visite.nouvelleAnnee(formulaire, .unprocessableContent)
    }
  }

  private static func changer(_ visite: Visite) async throws -> HTTPResponse {
    let annee = try await visite.lireLAnnee()
    var formulaire = FormulaireDAnnee(try visite.formulaire(), de: annee.annee)
    guard let valeurs = formulaire.lire() else {
      return visite.annee(annee, formulaire, .unprocessableContent)
    }
    do {
      try await visite.faire(
        ChangerLeCalendrier(
          AnneeOuverte(
            id: annee.id,
            annee: annee.annee,
            debut: valeurs.debut,
            fin: valeurs.fin,
            periodes: valeurs.periodes,
            version: valeurs.version,
          )
        )
      )
      return visite.versLaPage(Administration.calendrier.adresse, fait: .calendrierChange)
    } catch Refus.conflit(let conflit) {
      formulaire.prendre(conflit)
      return visite.annee(annee, formulaire, .conflict)
    } catch let refus as Refus {
      guard formulaire.prendre(refus) else { throw refus }
      return visite.annee(annee, formulaire, .unprocessableContent)
    }
  }
}

extension Visite {
  /// The calendar, for somebody who may change it.
  fileprivate func calendrierAChanger() async throws -> VoirLeCalendrier.Etat {
    let etat = try await demander(VoirLeCalendrier())
    guard etat.peutChanger else { throw Refus.interdit(.structurer) }
    return etat
  }

  fileprivate func lireLAnnee() async throws -> AnneeOuverte {
    let annees = try await calendrierAChanger().annees
    guard let annee = annees.first(where: { $0.annee.description == valeurs["annee"] }) else {
      throw Refus.inconnu(.annee)
    }
    return annee
  }

  // MARK: The pages

  func calendrier(_ etat: VoirLeCalendrier.Etat) -> HTTPResponse {
    let ouvrir = Bouton("Ouvrir une année", .premier, vers: Chemin.nouvelleAnnee)
    return page("Calendrier") {
      if etat.peutChanger { ouvrir }
    } contenu: {
      onglets(.calendrier)
      if etat.annees.isEmpty {
        EtatVide(
          "Aucune année n’est ouverte",
          "Une année ouverte reçoit ses semestres, ses vacances et ses fenêtres de demande.",
          action: etat.peutChanger ? ouvrir : nil,
        )
      }
      HTMLList(etat.annees.map { carte($0, peutChanger: etat.peutChanger) })
    }
  }

  private func carte(_ ouverte: AnneeOuverte, peutChanger: Bool) -> some HTML {
    Carte("Année \(ouverte.annee)") {
      Bouton("Ajouter à mon agenda", vers: Chemin.agenda(ouverte.annee))
      if peut(.editerLesDocuments, .etablissement) { calendrierOfficiel(ouverte.annee) }
      if peutChanger { Bouton("Changer", vers: Chemin.annee(ouverte.annee)) }
    } contenu: {
      p { "Du \(ouverte.debut.enLettres) au \(ouverte.fin.enLettres)." }
      if ouverte.fin < aujourdHui {
        details(.class("donnees")) {
          summary { compte(ouverte.periodes.count, "période") }
          periodes(ouverte)
        }
      } else {
        periodes(ouverte)
      }
    }
  }

  private func periodes(_ annee: AnneeOuverte) -> some HTML {
    Tableau(
      "Périodes de l’année \(annee.annee)",
      colonnes: [.init("Période"), .init("Nature"), .init("Dates", estSecondaire: true)],
      lignes: annee.periodes.sorted { ($0.debut, $0.fin) < ($1.debut, $1.fin) }.map { periode in
        Tableau.Ligne([
          "\(Typographie.phrase(periode.nom))", "\(periode.nature.phrase)",
          "du \(periode.debut.enLettres) au \(periode.fin.enLettres)",
        ])
      },
      vide: EtatVide("Aucune période", "Les semestres et les vacances se donnent ici."),
    )
  }

  func nouvelleAnnee(_ formulaire: FormulaireDAnnee, _ statut: HTTPStatus = .ok) -> HTTPResponse {
    page(
      "Ouvrir une année",
      fil: fil(.calendrier),
      avis: formulaire.avis,
      statut: statut,
    ) {
      Carte("Année et périodes") {
        formulaire.corps(vers: Chemin.nouvelleAnnee, jeton: jeton, bouton: "Ouvrir l’année")
      }
    }
  }

  func annee(
    _ annee: AnneeOuverte,
    _ formulaire: FormulaireDAnnee,
    _ statut: HTTPStatus = .ok,
  ) -> HTTPResponse {
    page(
      "Année \(annee.annee)",
      fil: fil(.calendrier),
      avis: formulaire.avis,
      statut: statut,
    ) {
      Carte("Périodes") {
        formulaire.corps(vers: Chemin.annee(annee.annee), jeton: jeton, bouton: "Enregistrer")
      }
    }
  }
}

extension Chemin {
  static let nouvelleAnnee: SafeURL = "/administration/calendrier/nouvelle"

  static func annee(_ annee: AnneeUniversitaire) -> SafeURL {
    de(["administration", "calendrier", annee.description])
  }

  /// The calendar of a year, for one’s own programs.
  static func agenda(_ annee: AnneeUniversitaire) -> SafeURL {
    de(["administration", "calendrier", annee.description, "agenda.ics"])
  }
}

extension AnneeOuverte.Nature {
  /// What a span is for, in words.
  var phrase: String {
    switch self {
    case .semestre(let numero): "semestre \(numero.valeur)"
    case .vacances: "vacances"
    case .fenetre: "fenêtre de demandes"
    }
  }
}
