internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

/// What the person may do next about an incident, one form a step.
struct FormulairesDIncident: HTML {
  typealias Etape = EtapesDIncident.Etape

  let fiche: LireUnDossierDisciplinaire.Fiche
  let envoyee: (cle: String, saisie: SaisieLue)?
  let jour: Jour
  let jeton: Jeton

  init(
    _ fiche: LireUnDossierDisciplinaire.Fiche,
    _ envoyee: (cle: String, saisie: SaisieLue)?,
    jour: Jour,
    jeton: Jeton,
  ) {
    self.fiche = fiche
    self.envoyee = envoyee
    self.jour = jour
    self.jeton = jeton
  }

  var incident: Incident { fiche.incident }
  var suit: Bool { fiche.droits.contains(.suivreLaDiscipline) }
  var gere: Bool { fiche.droits.contains(.gererLaDiscipline) }

  func render(into output: inout HTMLOutput) { corps.render(into: &output) }

  @HTMLBuilder private var corps: some HTML {
    if incident.comportement == .fraude, fiche.peutDresser, !incident.suites.isEmpty {
      Carte("Procès-verbal", ancre: "proces-verbal") { procesVerbal }
    }
    if suit {
      HTMLList(procedures)
      if incident.comportement == .degradation {
        Carte("Dégradation", ancre: "degat") { degat }
      }
      Carte("Nommer un étudiant", ancre: "identification") { identification }
    }
  }

  var procedures: [AnyHTML] {
    fiche.etudiants.compactMap { etudiant in
      incident.suite(etudiant.id).map { AnyHTML(procedure(etudiant, $0)) }
    }
  }

  func lue(_ cle: String, _ valeurs: [String: String]) -> SaisieLue {
    guard let envoyee, envoyee.cle == cle else { return SaisieLue(valeurs) }
    return envoyee.saisie
  }

  func champ(
    _ cle: String,
    _ lue: SaisieLue,
    _ nom: String,
    _ libelle: String,
    _ saisie: Saisie,
    _ aide: String? = nil,
    estFacultatif: Bool = false,
  ) -> Champ {
    Champ(
      nom,
      libelle,
      saisie,
      aide: aide,
      erreur: lue.fautes[nom],
      estFacultatif: estFacultatif,
      cle: "\(cle)-\(nom)",
    )
  }

  func formulaire(
    _ etape: EtapesDIncident.Etape,
    _ etudiant: Identifiant<Etudiant>?,
    _ champs: [Champ],
    _ bouton: Bouton,
    caches: [(String, String)] = [],
  ) -> some HTML {
    HTMLGroup(
      ResumeDesErreurs(de: champs),
      Formulaire(vers: Chemin.incident(incident.id, etape.rawValue), jeton: jeton) {
        input(.type("hidden"), .name("version"), .value(String(incident.version)))
        if let etudiant {
          input(.type("hidden"), .name("etudiant"), .value("\(etudiant)"))
        }
        for cache in caches { input(.type("hidden"), .name(cache.0), .value(cache.1)) }
        for champ in champs { champ }
        div(.class("boutons")) { bouton }
      },
    )
  }

  /// A step with a day and a text, folded until it is wanted.
  func etape(
    _ etape: EtapesDIncident.Etape,
    _ etudiant: Etudiant,
    _ titre: String,
    texte: (libelle: String, aide: String?, estFacultatif: Bool)? = nil,
    autres: (String, SaisieLue) -> [Champ] = { _, _ in [] },
    bouton: Bouton,
    avecDate: Bool = true,
  ) -> AnyHTML {
    let cle = etape.cle(etudiant.id)
    let lue = lue(cle, ["date": jour.description])
    var champs = avecDate ? [champ(cle, lue, "date", "Le", .date(lue["date"]))] : []
    champs += autres(cle, lue)
    if let texte {
      champs.append(
        champ(
          cle,
          lue,
          "texte",
          texte.libelle,
          .texteLong(lue["texte"], lignes: 3),
          texte.aide,
          estFacultatif: texte.estFacultatif,
        )
      )
    }
    return AnyHTML(
      details(.open(envoyee?.cle == cle)) {
        summary { Typographie.phrase(titre) }
        formulaire(etape, etudiant.id, champs, bouton)
      }
    )
  }
}
