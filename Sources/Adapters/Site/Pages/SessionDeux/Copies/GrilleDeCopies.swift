internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

/// What stands on the page of an exam of session 2.
struct GrilleDeCopies: Composant {
  private let grille: OuvrirUneGrilleDeCopies.Grille
  private let saisie: SaisieLue
  private let attendu: String
  private let jeton: Jeton

  init(
    _ grille: OuvrirUneGrilleDeCopies.Grille,
    _ saisie: SaisieLue,
    _ feuilles: any Feuilles,
    _ jeton: Jeton,
  ) {
    self.grille = grille
    self.saisie = saisie
    self.jeton = jeton
    attendu = feuilles.attendu(bareme: 20)
  }

  private func adresse(_ suite: String) -> SafeURL {
    Chemin.copies(grille.campagne.id, "\(grille.epreuve.id)", suite)
  }

  @HTMLBuilder var corps: some HTML {
    if let copies = grille.copies {
      Carte("Correction") { resume(copies) }
      if copies.versees == nil {
        ecarts(copies)
        Carte("Copies") { lectures(copies) }
        if grille.verse { Carte("Verser les notes") { versement(copies) } }
      } else {
        Carte("Notes versées") { versees(copies) }
      }
    } else if grille.prepare {
      Carte("Comment les copies sont-elles notées ?") { preparation(nil) }
    } else {
      EtatVide(
        "Les copies ne sont pas encore préparées",
        "Le secrétariat dit d’abord comment elles sont notées et tire leurs numéros.",
      )
    }
  }

  // MARK: How they are marked

  @HTMLBuilder private func resume(_ copies: CopiesDEpreuve) -> some HTML {
    Definitions([
      ("Correction", "\(copies.mode.phrase)"),
      (
        "Anonymat",
        copies.estAnonyme
          ? (copies.cacheLesNoms
            ? "les correcteurs ne voient que des numéros" : "levé au versement des notes")
          : "non",
      ),
      (
        "Écart admis sans motif",
        copies.ecartSansMotif.map { "\($0) point\($0 >= 2 ? "s" : "") sur 20" } ?? "sans objet",
      ),
      (
        "Copies prêtes",
        "\(grille.lignes.count { $0.etat.estPrete }) sur \(grille.lignes.count + grille.sansNumero)",
      ), ("Ce que la note remplace", "\(remplacees)"),
    ])
    if grille.prepare, grille.sansNumero > 0, copies.versees == nil { numerosManquants(copies) }
    if grille.prepare, copies.versees == nil, grille.lignes.allSatisfy({ $0.estVierge }) {
      details {
        summary { "Changer la correction" }
        preparation(copies)
      }
    }
  }

  private var remplacees: String {
    switch grille.epreuve.porteSur {
    case .ue: "la moyenne de l’UE"
    case .modules(let codes): codes.joined(separator: ", ")
    }
  }

  private func numerosManquants(_ copies: CopiesDEpreuve) -> some HTML {
    HTMLGroup(
      Encart(
        .attention,
        titre: "\(grille.sansNumero) sans numéro.",
        "Des étudiants se sont inscrits depuis le tirage.",
      ),
      Formulaire(vers: adresse("preparer"), jeton: jeton) {
        input(.type("hidden"), .name("version"), .value("\(copies.version)"))
        input(.type("hidden"), .name("mode"), .value(copies.mode.rawValue))
        input(.type("hidden"), .name("anonyme"), .value(copies.estAnonyme ? "oui" : "non"))
        input(
          .type("hidden"),
          .name("ecart"),
          .value(copies.ecartSansMotif.map { "\($0)" } ?? ""),
        )
        Boutons(Bouton("Tirer les numéros qui manquent", .second))
      },
    )
  }

  private func preparation(_ copies: CopiesDEpreuve?) -> some HTML {
    let modes = [
      Choix("simple", "Une saisie"),
      Choix(
        "double-saisie",
        "Double saisie",
        aide: "Deux personnes saisissent les mêmes notes ; les écarts sont réglés.",
      ),
      Choix(
        "double-correction",
        "Double correction",
        aide: "Deux personnes corrigent, puis s’accordent.",
      ),
    ]
    let champs = [
      Champ(
        "mode",
        "Correction",
        .parmi(modes, choisi: saisie.facultatif("mode") ?? copies?.mode.rawValue),
        erreur: saisie.fautes["mode"],
      ),
      Champ(
        "anonyme",
        "Copies anonymes : les correcteurs ne voient que des numéros",
        .coche(saisie["anonyme"] == "oui" || copies?.estAnonyme == true),
      ),
      Champ(
        "ecart",
        "Écart admis sans motif",
        .nombre(saisie.facultatif("ecart") ?? copies?.ecartSansMotif.map { "\($0)" } ?? ""),
        aide:
          "En points sur 20, pour une double correction : au-delà, la note d’accord dit pourquoi.",
        erreur: saisie.fautes["ecart"],
        estFacultatif: true,
      ),
    ]
    return HTMLGroup(
      ResumeDesErreurs(de: champs),
      Formulaire(vers: adresse("preparer"), jeton: jeton) {
        input(.type("hidden"), .name("version"), .value("\(copies?.version ?? 0)"))
        HTMLList(champs.map { AnyHTML($0) })
        Boutons(Bouton("Préparer les copies et tirer les numéros", .premier))
      },
    )
  }

  // MARK: What is read

  @HTMLBuilder private func lectures(_ copies: CopiesDEpreuve) -> some HTML {
    if grille.peutSaisir {
      if let faute = saisie.fautes["rang"] {
        Encart(.erreur, titre: "Rien n’a été enregistré.", annonce: .alerte, faute)
      }
      p(.class("aide")) {
        Typographie.phrase(
          (copies.mode == .simple
            ? ""
            : grille.rang == .seconde ? "Vous faites la seconde lecture. " : "Première lecture. ")
            + "Attendu, sur 20 : \(attendu). Une case vide ne change rien."
        )
      }
      Formulaire(vers: adresse("lectures"), jeton: jeton) {
        input(.type("hidden"), .name("rang"), .value("\(grille.rang.rawValue)"))
        tableau(copies, saisissable: true)
        Boutons(Bouton("Enregistrer les notes", .premier))
      }
    } else {
      tableau(copies, saisissable: false)
    }
  }

  private func tableau(_ copies: CopiesDEpreuve, saisissable: Bool) -> some HTML {
    Tableau(
      "Copies de \(grille.epreuve.ue.texte)",
      colonnes: [
        .init(copies.cacheLesNoms ? "Copie" : "Étudiant"),
        .init("Autre lecture", .chiffres, estSecondaire: true),
        .init("Note sur 20", .chiffres), .init("État"),
      ],
      lignes: rangees.map {
        ligne(
          $0,
          copies,
          saisissable: saisissable,
        )
      },
      vide: EtatVide("Personne n’est inscrit à cette épreuve"),
    )
  }

  private var rangees: [OuvrirUneGrilleDeCopies.Ligne] {
    grille.lignes.contains { $0.etudiant == nil }
      ? grille.lignes
      : grille.lignes.sorted {
        ($0.etudiant?.nomAffiche ?? "", $0.numero) < ($1.etudiant?.nomAffiche ?? "", $1.numero)
      }
  }

  private func ligne(
    _ ligne: OuvrirUneGrilleDeCopies.Ligne,
    _ copies: CopiesDEpreuve,
    saisissable: Bool,
  ) -> Tableau.Ligne {
    let autre: LectureDeCopie.Rang = grille.rang == .premiere ? .seconde : .premiere
    let sienne = ligne.lectures[grille.rang]
    let montree =
      copies.mode == .simple
      ? "–"
      : ligne.cachees.contains(autre)
        ? "faite" : ligne.lectures[autre]?.entree.texte(sur: 20) ?? "–"
    return Tableau.Ligne([
      "\(ligne.intitule)", "\(montree)",
      saisissable ? champ(ligne, sienne) : "\(sienne?.entree.texte(sur: 20) ?? "–")",
      Cellule(ligne.pastille),
    ])
  }

  private func champ(_ ligne: OuvrirUneGrilleDeCopies.Ligne, _ sienne: LectureDeCopie?)
    -> Cellule
  {
    let nom = "copie-\(ligne.numero)"
    return Cellule(
      HTMLGroup(
        SaisieEnTableau(
          nom,
          "Note de \(ligne.intitule)",
          valeur: saisie.facultatif(nom) ?? sienne?.entree.texte(sur: 20) ?? "",
          erreur: saisie.fautes[nom],
        ),
        input(
          .type("hidden"),
          .name("version-\(ligne.numero)"),
          .value("\(sienne?.version ?? 0)"),
        ),
      )
    )
  }

  // MARK: Differences

  @HTMLBuilder private func ecarts(_ copies: CopiesDEpreuve) -> some HTML {
    let ecarts = grille.lignes.filter { $0.estARegler }
    if !ecarts.isEmpty {
      Carte("Écarts à régler") {
        Tableau(
          "Écarts entre les deux lectures",
          colonnes: [
            .init("Copie"), .init("Première", .chiffres), .init("Seconde", .chiffres),
            .init("Motif exigé"),
          ],
          lignes: ecarts.map { ligne in
            Tableau.Ligne([
              "\(ligne.intitule)",
              "\(ligne.lectures[.premiere]?.entree.texte(sur: 20) ?? "–")",
              "\(ligne.lectures[.seconde]?.entree.texte(sur: 20) ?? "–")",
              "\(ligne.etat == .aRegler(exigeUnMotif: true) ? "oui" : "non")",
            ])
          },
        )
        if grille.peutSaisir { accord(ecarts, "Régler la copie", "Note retenue") }
      }
    }
  }

  private func accord(
    _ lignes: [OuvrirUneGrilleDeCopies.Ligne],
    _ bouton: String,
    _ titre: String,
  ) -> some HTML {
    let champs = [
      Champ(
        "numero",
        "Copie",
        .choix(
          lignes.map { Choix("\($0.numero)", $0.intitule) },
          choisi: saisie.facultatif("numero"),
        ),
        erreur: saisie.fautes["numero"],
      ),
      Champ(
        "accord",
        titre,
        .nombre(saisie["accord"]),
        aide: "Attendu, sur 20 : \(attendu).",
        erreur: saisie.fautes["accord"],
      ),
      Champ(
        "motif",
        "Motif",
        .texte(saisie["motif"]),
        erreur: saisie.fautes["motif"],
        estFacultatif: grille.copies?.versees == nil,
      ),
    ]
    return HTMLGroup(
      ResumeDesErreurs(de: champs),
      Formulaire(vers: adresse("accord"), jeton: jeton) {
        HTMLList(champs.map { AnyHTML($0) })
        HTMLList(
          lignes.map { ligne in
            AnyHTML(
              input(
                .type("hidden"),
                .name("accord-version-\(ligne.numero)"),
                .value("\(ligne.lectures[.accord]?.version ?? 0)"),
              )
            )
          }
        )
        Boutons(Bouton(bouton, .second))
      },
    )
  }

  // MARK: Handing over

  @HTMLBuilder private func versement(_ copies: CopiesDEpreuve) -> some HTML {
    let reste = grille.lignes.count { !$0.etat.estPrete } + grille.sansNumero
    if grille.lignes.isEmpty && grille.sansNumero == 0 {
      p { "Personne n’est inscrit à cette épreuve." }
    } else if reste > 0 {
      p {
        Typographie.phrase(
          "\(compte(reste, "copie")) attend\(reste > 1 ? "ent" : "") encore sa note"
            + (copies.estAnonyme ? " : les noms restent cachés." : ".")
        )
      }
    } else {
      p {
        Typographie.phrase(
          "Toutes les copies sont notées."
            + (copies.estAnonyme
              ? " Le versement lève l’anonymat ; le journal le garde." : "")
            + " Les étudiants ne verront rien avant la clôture du jury."
        )
      }
      Formulaire(vers: adresse("verser"), jeton: jeton) {
        input(.type("hidden"), .name("version"), .value("\(copies.version)"))
        Boutons(
          Bouton(
            copies.estAnonyme ? "Lever l’anonymat et verser les notes" : "Verser les notes",
            .premier,
          )
        )
      }
    }
  }

  @HTMLBuilder private func versees(_ copies: CopiesDEpreuve) -> some HTML {
    Tableau(
      "Notes de \(grille.epreuve.ue.texte)",
      colonnes: [
        .init("Étudiant"), .init("Copie", .chiffres, estSecondaire: true),
        .init("Note", .chiffres), .init("Motif", estSecondaire: true),
      ],
      lignes: rangees.map { ligne in
        Tableau.Ligne([
          "\(ligne.intitule)", "\(ligne.numero)", "\(ligne.conclue?.texte(sur: 20) ?? "–")",
          "\(ligne.lectures[.accord]?.motif ?? "–")",
        ])
      },
      vide: EtatVide("Personne n’est inscrit à cette épreuve"),
    )
    if grille.estPubliee {
      Encart(
        .information,
        titre: "Publiées à la clôture du jury.",
        "Une note ne change plus que pour une erreur matérielle avérée, par une nouvelle délibération.",
      )
      p { Lien("Contestations", vers: Chemin.contestations(grille.campagne.id)) }
    } else if grille.peutSaisir {
      details {
        summary { "Corriger une note avant le jury" }
        accord(grille.lignes, "Corriger la note", "Note exacte")
      }
    }
  }
}

extension OuvrirUneGrilleDeCopies.Ligne {
  /// The name, or « copie 214 » while names are hidden.
  fileprivate var intitule: String { etudiant?.nomAffiche ?? "copie \(numero)" }

  fileprivate var estVierge: Bool { lectures.isEmpty && cachees.isEmpty }

  fileprivate var estARegler: Bool {
    if case .aRegler = etat { true } else { false }
  }

  fileprivate var conclue: Entree? {
    switch etat {
    case .conclue(let entree), .absente(let entree): entree
    case .attendue, .aRegler, .contradictoire: nil
    }
  }

  fileprivate var pastille: Pastille {
    switch etat {
    case .attendue: Pastille(estVierge ? "à noter" : "en cours", .attention)
    case .aRegler: Pastille("lectures différentes", .erreur)
    case .conclue: Pastille("notée", .succes)
    case .absente(let entree): Pastille(entree.mot + ", sans copie", .neutre)
    case .contradictoire(let entree):
      Pastille("notée, mais \(entree.mot) le jour de l’épreuve", .erreur)
    }
  }
}
