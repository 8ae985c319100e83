internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

/// How copies are marked.
extension GrilleDeCopies {
  @HTMLBuilder func resume(_ copies: CopiesDEpreuve) -> some HTML {
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

  /// The form that says how they are marked; `nil` before it was ever said.
  func preparation(_ copies: CopiesDEpreuve?) -> some HTML {
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
}
