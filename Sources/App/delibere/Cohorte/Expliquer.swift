internal import Echanges
internal import JSON
internal import Scolarite
internal import Text

/// `delibere expliquer`: one student, or one UE of a promotion, in plain words.
enum Expliquer {
  static func run(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    let fichier = try FichierDeCohorte.lire(saisie, ["delibere", "expliquer"])
    if let cherche = saisie.valeur("etudiant") {
      let etudiant = try fichier.etudiant(cherche)
      if let ecrite = saisie.valeur("ue") { _ = try ue(ecrite, fichier) }
      let sujet = saisie.valeur("ue") ?? saisie.valeur("sur")
      if saisie.valeur("format") == "json" {
        let resultats = Deliberation<AvecPreuve>.resultats(etudiant.dossier, fichier.lue.reglement)
        console.print(
          ResultatsJSON.encode(resultats, de: fichier.lue.dossier(etudiant)).rendered()
        )
        return .succes
      }
      let profondeur = try profondeur(saisie)
      console.print(
        frenchSpacing(texte(etudiant, fichier.lue, sur: sujet, profondeur: profondeur))
      )
      return .succes
    }
    guard saisie.valeur("format") != "json" else {
      throw .usage("« --format json » demande « --etudiant »", ["delibere", "expliquer"])
    }
    guard let ecrite = saisie.valeur("ue") else {
      throw .usage(
        "il manque « --etudiant » ou « --ue » : ce qu’il faut expliquer",
        ["delibere", "expliquer"],
      )
    }
    console.print(frenchSpacing(TexteDUE.texte(try ue(ecrite, fichier), fichier)))
    return .succes
  }

  /// A UE of the curriculum.
  private static func ue(
    _ ecrite: String,
    _ fichier: FichierDeCohorte,
  ) throws(Abandon) -> UEDeProgramme {
    guard let ue = CodeUE(ecrite).flatMap({ fichier.lue.programme.ue($0) }) else {
      let codes = fichier.lue.programme.ues.map(\.code.texte)
      throw .fichier([
        "« \(ecrite) » n’est pas une UE de la maquette\(suggestion(ecrite, codes)) "
          + "(\(codes.joined(separator: ", ")))"
      ])
    }
    return ue
  }

  /// How far the steps under each result are told.
  private static func profondeur(_ saisie: Saisie) throws(Abandon) -> Int {
    guard let ecrite = saisie.valeur("profondeur") else { return 2 }
    guard let profondeur = Int(ecrite), (0...9).contains(profondeur) else {
      throw .usage(
        "« --profondeur \(ecrite) » : un nombre de 0 à 9 est attendu",
        ["delibere", "expliquer"],
      )
    }
    return profondeur
  }

  private static func texte(
    _ etudiant: EtudiantLu,
    _ lue: CohorteLue,
    sur sujet: String?,
    profondeur: Int,
  ) -> String {
    let resultats = Deliberation<AvecPreuve>.resultats(etudiant.dossier, lue.reglement)
    return "\(etudiant.designation), \(lue.nom), \(lue.annee)\n"
      + TexteDExplication.texte(resultats, sur: sujet, profondeur: profondeur)
  }
}

/// A UE told to the people who teach it: what it weighs, how the promotion did, who misses it.
enum TexteDUE {
  static func texte(_ ue: UEDeProgramme, _ fichier: FichierDeCohorte) -> String {
    let propositions = fichier.deliberer()
    let resultats = ResultatsDeCohorte(
      fichier.lue,
      propositions,
      marge: ResultatsDeCohorte.margeUsuelle,
    )
    let siennes = resultats.statistiques.first { $0.ue == ue.code }?.statistiques
    return
      "\(ue.code.texte) : semestre \(ue.semestre.valeur), compétence \(ue.competence), "
      + "niveau \(ue.niveau.valeur), \(ue.ects) ECTS\n\n" + poids(ue) + "\n"
      + (siennes.map { resume($0) + "\n" } ?? "")
      + (siennes.map {
        TexteDeCohorte.histogramme("Moyennes de la promotion", $0.histogramme) + "\n"
      } ?? "") + etudiants(ue, resultats)
  }

  private static func poids(_ ue: UEDeProgramme) -> String {
    let total = ue.modules.map(\.coefficient).somme()
    var table = TextTable([
      .init("Module"), .init("Coefficient", .right), .init("Part de l’UE", .right),
    ])
    for module in ue.modules {
      let part = Fraction(module.coefficient, de: total)
      table.add([
        module.code.imprime, module.coefficient.description,
        part.map { ($0 * 100).affichee(decimales: 1) + " %" } ?? "–",
      ])
    }
    return table.render()
  }

  private static func resume(_ statistiques: Statistiques) -> String {
    let codes = statistiques.mentions.map { "\($0.nombre) \($0.mention)" }
    let chiffres = [
      ("moyenne", statistiques.moyenne), ("médiane", statistiques.mediane),
      ("minimum", statistiques.minimum), ("maximum", statistiques.maximum),
    ].compactMap { nom, valeur in valeur.map { "\(nom) \($0.moyenneAffichee)" } }
    return "\(compte(statistiques.effectif, "moyenne")) : \(chiffres.joined(separator: ", "))\n"
      + "Codes proposés : \(codes.joined(separator: ", "))\n"
  }

  /// The students who do not have the UE, the nearest first.
  private static func etudiants(_ ue: UEDeProgramme, _ resultats: ResultatsDeCohorte) -> String {
    let lignes = resultats.lignes.compactMap { ligne in
      ligne.proposition.ues.first { $0.code == ue.code && !$0.acquise }.map { (ligne, $0) }
    }.sorted { ($1.1.moyenne ?? -1) < ($0.1.moyenne ?? -1) }
    guard !lignes.isEmpty else { return "Tous les étudiants qui la suivent l’ont acquise.\n" }
    var table = TextTable([
      .init("Ne l’ont pas acquise", maximumWidth: 40), .init("Moyenne", .right), .init("Code"),
      .init("Session 2"),
    ])
    for (ligne, sienne) in lignes {
      table.add([
        ligne.etudiant.designation, sienne.moyenne.map(\.moyenneAffichee) ?? "–", sienne.mention,
        ligne.proposition.ouvertes.contains(ue.code) ? "ouverte" : "",
      ])
    }
    return table.render()
  }
}
