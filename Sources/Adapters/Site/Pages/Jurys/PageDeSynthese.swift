internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// The synthesis of a closed jury, to read, print and take away.
enum SyntheseDuJury {
  static let routes: [Route] = [
    .lecture("/jurys/{jury}/synthese") { visite in
      visite.synthese(try await lire(visite))
    },
    .lecture("/jurys/{jury}/synthese.xlsx") { visite in
      try visite.fichier(Feuillet(try await lire(visite)), .xlsx)
    },
    .lecture("/jurys/{jury}/synthese.csv") { visite in
      try visite.fichier(Feuillet(try await lire(visite)), .csv)
    },
  ]

  private static func lire(_ visite: Visite) async throws -> SyntheseDeJury {
    try await visite.demander(SynthetiserUnJury(visite.numeroDeJury()))
  }
}

extension Visite {
  func synthese(_ synthese: SyntheseDeJury) -> HTTPResponse {
    let session = synthese.cloture.session
    return page(
      "Synthèse du \(session.titre.enMinuscule), \(synthese.promotion.nomEntier)",
      fil: fil(session, synthese.promotion, jusquAuJury: true),
    ) {
      Bouton("XLSX", vers: Chemin.jury(session.id, "synthese.xlsx"))
      Bouton("CSV", vers: Chemin.jury(session.id, "synthese.csv"))
    } contenu: {
      rectifiee(synthese)
      Chiffres(chiffres(synthese))
      Carte("Séance") { seance(synthese) }
      if session.nature == .annee { codes(synthese) }
      ues(synthese)
      ecarts(synthese)
      if session.nature == .annee { issues(synthese) }
      credits(synthese)
    }
  }

  @HTMLBuilder private func rectifiee(_ synthese: SyntheseDeJury) -> some HTML {
    if !synthese.rectifications.isEmpty {
      Encart(.attention, titre: "Des décisions de ce jury ont été remplacées.") {
        p {
          Typographie.phrase("Cette synthèse est celle de la première délibération. Voir aussi :")
        }
        ul {
          for session in synthese.rectifications {
            li {
              Lien(
                "la délibération du \(session.date.enLettres)",
                vers: Chemin.jury(session.id, "synthese"),
              )
            }
          }
        }
      }
    }
  }

  private func chiffres(_ synthese: SyntheseDeJury) -> [ChiffreCle] {
    let passent = synthese.lignes.count { $0.decidee.autorisee == true }
    let total = synthese.lignes.count
    let passage = synthese.lignes.contains { $0.decidee.vers != nil }
    return [ChiffreCle("Étudiants", "\(total)")]
      + (passage && synthese.cloture.session.nature == .annee
        ? [ChiffreCle("Peuvent passer", "\(passent)", precision: "sur \(total)")] : [])
      + [
        ChiffreCle(
          "Écarts aux propositions",
          "\(synthese.ecarts.count)",
          precision: "chacun a son motif",
        )
      ]
  }

  private func seance(_ synthese: SyntheseDeJury) -> some HTML {
    let (cloture, session) = (synthese.cloture, synthese.cloture.session)
    return HTMLGroup(
      Definitions(
        [
          ("Date", "\(session.date.enLettres)"),
          ("Nomination", "\(session.nomination ?? "non renseignée")"),
          ("Règlement", "\(cloture.profil)"),
          ("Adopté par le conseil de l’IUT", "\(cloture.conseil?.enLettres ?? "date inconnue")"),
          ("Adopté par la CFVU", "\(cloture.cfvu?.enLettres ?? "date inconnue")"),
        ] + (cloture.derogation.map { [("Clos malgré cela", "\($0)")] } ?? [])
          + (session.rectification.map { [("Erreur matérielle", "\($0.preuve)")] } ?? []) + [
            ("Empreinte", Cellule(code { String(synthese.empreinte.prefix(16)) }))
          ]
      ),
      Tableau(
        "Membres du jury",
        colonnes: [.init("Nom"), .init("Qualité"), .init("Présence")],
        lignes: session.membres.map { membre in
          .init(["\(membre.nom)", "\(membre.qualite.phrase)", "\(membre.presence)"])
        },
        vide: EtatVide("Aucun membre n’est nommé"),
      ),
    )
  }

  // MARK: Figures

  private func codes(_ synthese: SyntheseDeJury) -> some HTML {
    Carte("Codes de l’année") {
      Tableau(
        "Codes proposés par le règlement, et après les décisions du jury",
        colonnes: [
          .init("Code"), .init("Sens"), .init("Proposés", .chiffres), .init("Décidés", .chiffres),
        ],
        lignes: synthese.codes.map { un in
          let code = un.code ?? "sans code"
          return .init([
            "\(code)", "\(code.sensDAnnee)", "\(un.proposes)", "\(un.decides)",
          ])
        },
      )
    }
  }

  private func ues(_ synthese: SyntheseDeJury) -> some HTML {
    Carte("Réussite par UE") {
      Barres(
        "UE acquises",
        resume: "Sur les étudiants qui suivent chaque UE, décisions du jury comprises.",
        parts: Self.parts,
        barres: synthese.reussite.map { Self.barre($0.ue.texte, $0.taux) },
      )
    }
  }

  private func ecarts(_ synthese: SyntheseDeJury) -> some HTML {
    Carte("Écarts aux propositions") {
      Tableau(
        "Ce que le jury a décidé contre la proposition du règlement, ou là où il n’y en avait pas",
        colonnes: [
          .init("Étudiant"), .init("Sur"), .init("Proposé"), .init("Décidé"), .init("Motif"),
        ],
        lignes: synthese.ecarts.map { ecart in
          .init([
            Cellule(Lien(ecart.etudiant.nomAffiche, vers: Chemin.etudiant(ecart.etudiant.id))),
            "\(ecart.decision.sur.nomDeSynthese)", "\(ecart.propose ?? "aucun code")",
            "\(ecart.decision.code.rawValue)", "\(ecart.decision.motif)",
          ])
        },
        vide: EtatVide("Aucun écart", "Le jury a suivi toutes les propositions."),
      )
    }
  }

  private func issues(_ synthese: SyntheseDeJury) -> some HTML {
    Carte("Étudiants par décision") {
      for issue in synthese.issues {
        let code = issue.code ?? "sans code"
        let sens = PhrasesDeJury.sens(code).map { " (\($0))" } ?? ""
        h3 { Typographie.phrase("\(code)\(sens) : \(compte(issue.etudiants.count, "étudiant"))") }
        ul(.class("liens")) {
          for etudiant in issue.etudiants {
            li { Lien(etudiant.nomAffiche, vers: Chemin.etudiant(etudiant.id)) }
          }
        }
      }
    }
  }

  private func credits(_ synthese: SyntheseDeJury) -> some HTML {
    let credits = synthese.credits
    return Carte("Crédits de l’année") {
      Histogramme(
        "ECTS gagnés dans l’année",
        resume: compte(synthese.lignes.count, "étudiant") + ", de six en six crédits.",
        classes: "ECTS",
        compte: "Étudiants",
        barres: credits.map { un in
          .init(un.de == un.a ? "\(un.de)" : "\(un.de)–\(un.a)", un.nombre)
        },
      )
    }
  }
}

extension SessionDeJury.Membre {
  fileprivate var presence: String { present ? "présent" : "absent" }
}

extension DecisionDeJury.Objet {
  fileprivate var nomDeSynthese: String {
    switch self {
    case .ue(let code): code.texte
    case .rcue(let competence): "compétence C\(competence)"
    case .annee: "année"
    case .passage: "passage"
    }
  }
}

extension Feuillet {
  /// Everything on one sheet, part after part.
  init(_ synthese: SyntheseDeJury) {
    let session = synthese.cloture.session
    self.init(
      titre: "Synthèse \(session.titre) \(synthese.promotion.nomEntier)",
      colonnes: ["Partie", "Quoi", "Proposé", "Décidé", "Nombre", "Sur", "Précision"],
      lignes: Self.seance(synthese) + Self.chiffres(synthese) + Self.personnes(synthese),
    )
  }

  private static func seance(_ synthese: SyntheseDeJury) -> [[String]] {
    let (cloture, session) = (synthese.cloture, synthese.cloture.session)
    return [
      ["Séance", "Date", "", "", "", "", session.date.enLettres],
      ["Séance", "Nomination", "", "", "", "", session.nomination ?? ""],
      ["Séance", "Règlement", "", "", "", "", cloture.profil],
      ["Séance", "Empreinte", "", "", "", "", synthese.empreinte],
    ]
      + session.membres.map {
        ["Membres", $0.nom, "", "", "", "", "\($0.qualite.phrase), \($0.presence)"]
      }
  }

  private static func chiffres(_ synthese: SyntheseDeJury) -> [[String]] {
    let codes = synthese.codes.map { un in
      ["Codes de l’année", un.code ?? "sans code", "\(un.proposes)", "\(un.decides)", "", "", ""]
    }
    let ues = synthese.reussite.map { ue, taux in
      ["UE acquises", ue.texte, "", "", "\(taux.acquises)", "\(taux.suivies)", taux.enPourcents]
    }
    let credits = synthese.credits.map { un in
      ["ECTS de l’année", "\(un.de) à \(un.a)", "", "", "\(un.nombre)", "", ""]
    }
    return (synthese.cloture.session.nature == .annee ? codes : []) + ues + credits
  }

  private static func personnes(_ synthese: SyntheseDeJury) -> [[String]] {
    let ecarts = synthese.ecarts.map { ecart in
      [
        "Écarts", "\(ecart.etudiant.nomAffiche), \(ecart.decision.sur.nomDeSynthese)",
        ecart.propose ?? "", ecart.decision.code.rawValue, "", "", ecart.decision.motif,
      ]
    }
    let etudiants = synthese.lignes.map { ligne in
      [
        "Étudiants", ligne.etudiant.nomAffiche, ligne.proposee.codeAnnee ?? "",
        ligne.decidee.codeAnnee ?? "", ligne.decidee.ects.affichee(decimales: 0), "60", "ECTS",
      ]
    }
    return ecarts + etudiants
  }
}
