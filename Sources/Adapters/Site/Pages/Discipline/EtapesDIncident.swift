internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// What is sent from the file of an incident, one form a step.
enum EtapesDIncident {
  /// A form of the page, which is also the last part of its address.
  enum Etape: String, CaseIterable {
    case identification, degat
    case procesVerbal = "proces-verbal"
    case invitation, explications, direction, rapport, section, classement, decision
    case notification, recours, annulation

    func cle(_ etudiant: Identifiant<Etudiant>?) -> String {
      rawValue + (etudiant.map { "-\($0)" } ?? "")
    }
  }

  static let routes: [Route] = [
    .envoi("/discipline/{incident}/identification") { try await envoyer($0, .identification) },
    .envoi("/discipline/{incident}/degat") { try await envoyer($0, .degat) },
    .envoi("/discipline/{incident}/proces-verbal") { try await envoyer($0, .procesVerbal) },
    .envoi("/discipline/{incident}/invitation") { try await envoyer($0, .invitation) },
    .envoi("/discipline/{incident}/explications") { try await envoyer($0, .explications) },
    .envoi("/discipline/{incident}/direction") { try await envoyer($0, .direction) },
    .envoi("/discipline/{incident}/rapport") { try await envoyer($0, .rapport) },
    .envoi("/discipline/{incident}/section") { try await envoyer($0, .section) },
    .envoi("/discipline/{incident}/classement") { try await envoyer($0, .classement) },
    .envoi("/discipline/{incident}/decision") { try await envoyer($0, .decision) },
    .envoi("/discipline/{incident}/notification") { try await envoyer($0, .notification) },
    .envoi("/discipline/{incident}/recours") { try await envoyer($0, .recours) },
    .envoi("/discipline/{incident}/annulation") { try await envoyer($0, .annulation) },
  ]

  private static func envoyer(_ visite: Visite, _ etape: Etape) async throws -> HTTPResponse {
    let incident: Identifiant<Incident> = try visite.identifiant("incident", .incident)
    var saisie = SaisieLue(try visite.formulaire())
    let etudiant = Int64(saisie["etudiant"]).flatMap { Identifiant<Etudiant>($0) }
    let sien: Set<Etape> = [.identification, .degat, .procesVerbal]
    let cle = etape.cle(sien.contains(etape) ? nil : etudiant)
    do {
      guard let faire = acte(etape, incident, etudiant, &saisie, visite) else {
        return try await PageDUnIncident.montrer(visite, (cle, saisie), .unprocessableContent)
      }
      try await faire()
      return visite.versLaPage(Chemin.incident(incident), fait: .etapeEnregistree)
    } catch let refus as Refus {
      guard saisie.prendreEnDiscipline(refus, defaut: etape.defaut) else { throw refus }
      return try await PageDUnIncident.montrer(visite, (cle, saisie), .unprocessableContent)
    }
  }

  private typealias Fait = () async throws -> Void

  private static func acte(
    _ etape: Etape,
    _ incident: Identifiant<Incident>,
    _ etudiant: Identifiant<Etudiant>?,
    _ saisie: inout SaisieLue,
    _ visite: Visite,
  ) -> Fait? {
    let version = saisie.version
    switch etape {
    case .degat:
      guard let degat = degat(&saisie) else { return nil }
      return pret(visite, ReglerUnDegat(incident: incident, degat: degat, version: version))
    case .procesVerbal:
      guard let procesVerbal = procesVerbal(&saisie) else { return nil }
      return pret(
        visite,
        DresserLeProcesVerbal(incident: incident, procesVerbal, version: version),
      )
    case .identification, .invitation, .explications, .direction, .rapport, .section, .classement,
      .decision, .notification, .recours, .annulation:
      guard let etudiant else {
        saisie.fautes["etudiant"] = "Choisissez l’étudiant."
        return nil
      }
      return acteSur(etape, incident, etudiant, &saisie, visite)
    }
  }

  private static func acteSur(
    _ etape: Etape,
    _ incident: Identifiant<Incident>,
    _ etudiant: Identifiant<Etudiant>,
    _ saisie: inout SaisieLue,
    _ visite: Visite,
  ) -> Fait? {
    let (version, texte) = (saisie.version, saisie["texte"])
    switch etape {
    case .identification:
      return pret(
        visite,
        IdentifierUnEtudiant(
          incident: incident,
          etudiant: etudiant,
          inconnus: saisie["inconnus"],
          version: version,
        ),
      )
    case .annulation:
      return pret(
        visite,
        AnnulerUneEtape(incident: incident, etudiant: etudiant, motif: texte, version: version),
      )
    case .degat, .procesVerbal: return nil
    case .invitation, .explications, .direction, .rapport, .section, .classement, .decision,
      .notification, .recours:
      guard let date = Jour(saisie["date"]) else {
        saisie.fautes["date"] = "Cette date n’existe pas."
        return nil
      }
      return acteDate(etape, incident, etudiant, date, &saisie, visite)
    }
  }

  /// The steps that have a day.
  private static func acteDate(
    _ etape: Etape,
    _ incident: Identifiant<Incident>,
    _ etudiant: Identifiant<Etudiant>,
    _ date: Jour,
    _ saisie: inout SaisieLue,
    _ visite: Visite,
  ) -> Fait? {
    let (version, texte) = (saisie.version, saisie["texte"])
    switch etape {
    case .invitation:
      return pret(
        visite,
        InviterASExpliquer(
          incident: incident,
          etudiants: [etudiant],
          date: date,
          texte: texte,
          version: version,
        ),
      )
    case .explications:
      return pret(
        visite,
        ConsignerLesExplications(
          incident: incident,
          etudiant: etudiant,
          date: date,
          texte: texte,
          version: version,
        ),
      )
    case .direction:
      guard let chef = ChefDeSaisine(rawValue: saisie["chef"]) else {
        saisie.fautes["chef"] = "Choisissez le fondement."
        return nil
      }
      return pret(
        visite,
        SaisirLaDirection(
          incident: incident,
          etudiants: [etudiant],
          chef: chef,
          date: date,
          texte: texte,
          version: version,
        ),
      )
    case .rapport:
      return pret(
        visite,
        RapporterALaPresidence(
          incident: incident,
          etudiants: [etudiant],
          date: date,
          texte: texte,
          version: version,
        ),
      )
    case .section:
      return pret(
        visite,
        SaisirLaSection(incident: incident, etudiants: [etudiant], date: date, version: version),
      )
    case .notification:
      return pret(
        visite,
        NotifierLaSanction(incident: incident, etudiant: etudiant, date: date, version: version),
      )
    case .recours:
      return pret(
        visite,
        EnregistrerUnRecours(
          incident: incident,
          etudiant: etudiant,
          date: date,
          texte: texte,
          version: version,
        ),
      )
    case .classement, .decision:
      guard let issue = issue(etape, &saisie) else { return nil }
      return pret(
        visite,
        ConclureUnIncident(
          incident: incident,
          etudiant: etudiant,
          issue: issue,
          date: date,
          version: version,
        ),
      )
    case .identification, .degat, .procesVerbal, .annulation: return nil
    }
  }

  private static func issue(_ etape: Etape, _ saisie: inout SaisieLue)
    -> ConclureUnIncident.Issue?
  {
    if etape == .classement { return .classe(motif: saisie["texte"]) }
    if saisie["sanction"] == "relaxe" { return .relaxe(motif: saisie["texte"]) }
    guard let nature = Incident.Sanction.Nature(rawValue: saisie["sanction"]) else {
      saisie.fautes["sanction"] = "Choisissez la décision."
      return nil
    }
    let sanction = Incident.Sanction(
      nature,
      mois: Int(saisie["mois"]),
      sursis: saisie["sursis"] == "oui",
      annuleLEpreuve: saisie["nulle"] == "oui",
    )
    guard let sanction else {
      saisie.fautes["mois"] =
        "Une exclusion temporaire dure de 1 à 60 mois, avec sursis si elle n’excède pas 24 mois ; "
        + "les autres sanctions n’ont pas de durée (article R. 811-36)."
      return nil
    }
    return .sanction(sanction)
  }

  private static func degat(_ saisie: inout SaisieLue) -> Incident.Degat? {
    let (valeur, montant) = (saisie.centimes("valeur"), saisie.centimes("montant"))
    let etat = Incident.Degat.Etat(rawValue: saisie["suite"])
    if etat == nil { saisie.fautes["suite"] = "Choisissez la suite." }
    guard let valeur, let montant, let etat else { return nil }
    return Incident.Degat(
      designation: saisie["designation"],
      valeur: valeur,
      montant: montant,
      etat: etat,
      facture: saisie["facture"],
    )
  }

  private static func procesVerbal(_ saisie: inout SaisieLue) -> Incident.ProcesVerbal? {
    guard let jour = Jour(saisie["date"]) else {
      saisie.fautes["date"] = "Cette date n’existe pas."
      return nil
    }
    let signants = saisie.lignes("surveillants").map { (nom: $0, aSigne: true) }
    let refusants = saisie.lignes("refusants").map { (nom: $0, aSigne: false) }
    let surveillants = (signants + refusants).map {
      Incident.ProcesVerbal.Signataire(nom: $0.nom, aSigne: $0.aSigne)
    }
    let auteurs = saisie["auteurs"].split(separator: ",").compactMap {
      Int64($0).flatMap { Identifiant<Etudiant>($0) }
    }
    var siens: [Incident.ProcesVerbal.Signataire] = []
    for auteur in auteurs {
      switch saisie["auteur-\(auteur)"] {
      case "signe": siens.append(.init(nom: "", etudiant: auteur, aSigne: true))
      case "refuse": siens.append(.init(nom: "", etudiant: auteur, aSigne: false))
      case _: saisie.fautes["auteur-\(auteur)"] = "Dites si le procès-verbal est contresigné."
      }
    }
    guard siens.count == auteurs.count else { return nil }
    return Incident.ProcesVerbal(
      jour: jour,
      mesures: saisie["mesures"],
      pieces: saisie["pieces"],
      participation: saisie["participation"] == "expulsion"
        ? .expulsion(motif: saisie["expulsion"]) : .continuee,
      signatures: surveillants + siens,
    )
  }

  private static func pret<A: Acte>(_ visite: Visite, _ acte: A) -> Fait {
    { try await visite.faire(acte) }
  }
}

extension EtapesDIncident.Etape {
  /// The field that bears what the règlement says.
  fileprivate var defaut: String {
    switch self {
    case .identification: "etudiant"
    case .degat: "designation"
    case .procesVerbal, .section, .notification: "date"
    case .decision: "sanction"
    case .invitation, .explications, .direction, .rapport, .classement, .recours, .annulation:
      "texte"
    }
  }
}
