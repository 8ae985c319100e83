internal import Actes
internal import HTTPServer
internal import Scolarite

/// Marks of a test.
enum OperationsDesNotes {
  /// Marks written at once, at most.
  private static let parLot = 500

  static let toutes: [Operation] = [
    Operation(
      .get,
      "/api/v1/evaluations/{evaluation}/notes",
      "lireLesNotes",
      .notes,
      "Les notes d’une évaluation",
      "Une ligne par étudiant qui la passe, même sans note.",
      acces: .droit(.voirLesNotes),
      requete: [.apres, .limite],
      donne: ModelesDePromotion.page("PageDeNotes", ModelesDeNote.ligne),
    ) { appel in
      let lignes = try await appel.demander(VoirUneEvaluation(appel.evaluation)).lignes
      return appel.page(lignes.sorted { $0.etudiant.id < $1.etudiant.id }, \.etudiant.id.valeur)
    },
    Operation(
      .post,
      "/api/v1/evaluations/{evaluation}/notes",
      "ecrireDesNotes",
      .notes,
      "Écrire plusieurs notes, toutes ou aucune",
      "Chacune avec la version lue. La réponse a les notes dans l’ordre où elles sont données ; si une "
        + "seule ne peut être écrite, aucune ne l’est, et chaque ligne en cause est dite.",
      acces: .droit(.saisirLesNotes),
      corps: .nomme(
        "LotDeNotes",
        .objet([
          .init(
            nom: "notes",
            schema: .liste(.nomme("NoteDeLot", .objet(ligne)), auPlus: parLot),
            description: "Les notes, \(parLot) au plus.",
          ), ModelesDeNote.motif,
        ]),
      ),
      donne: ModelesDeNote.inscrite.liste,
      par: ecrireDesNotes,
    ),
    Operation(
      .put,
      "/api/v1/evaluations/{evaluation}/notes/{etudiant}",
      "ecrireUneNote",
      .notes,
      "Écrire la note d’un étudiant",
      "Avec la version lue ; si quelqu’un a écrit entre-temps, rien n’est écrit et « conflits » donne "
        + "les deux valeurs.",
      acces: .droit(.saisirLesNotes),
      corps: .nomme(
        "NoteAEcrire",
        .objet([note, ModelesDeNote.versionLue, ModelesDeNote.motif]),
      ),
      donne: ModelesDeNote.inscrite,
      par: ecrireUneNote,
    ),
    Operation(
      .get,
      "/api/v1/evaluations/{evaluation}/notes/{etudiant}/histoire",
      "lireLHistoireDUneNote",
      .notes,
      "Tout ce qu’a été une note, du premier état au dernier",
      acces: .droit(.voirLesNotes),
      donne: ModelesDeNote.ancienne.liste,
    ) { appel in
      let etats = try await appel.demander(
        VoirLHistoireDUneNote(appel.evaluation, de: appel.etudiant)
      )
      let auteurs = try await appel.demander(NommerDesAuteurs(Set(etats.compactMap(\.auteur))))
      return etats.map { ($0, $0.auteur.flatMap { auteurs[$0] }) }
    },
  ]

  // MARK: Bodies

  private static let note = Schema.Membre(
    nom: "note",
    schema: ModelesDeNote.entreeDonnee,
    description: "Ce qui doit y être.",
  )

  private static let ligne: [Schema.Membre] = [
    .init(nom: "etudiant", schema: .identifiant, description: "Le numéro de l’étudiant."),
    note, ModelesDeNote.versionLue,
  ]

  /// How acts call the parts of an entry.
  private static let lieux = ["barème": "/note/valeur", "note": "/note/precision"]

  // MARK: What they do

  @Sendable private static func ecrireUneNote(_ appel: Appel) async throws -> NoteInscrite {
    let corps = appel.corps
    let bareme = try await appel.demander(LireUneEvaluation(appel.evaluation)).bareme
    let acte = SaisirUneNote(
      evaluation: try appel.evaluation,
      etudiant: try appel.etudiant,
      entree: try NatureDEntree.lire(corps.exiger("note", corps.objet("note")), sur: bareme),
      version: try corps.exiger("version", corps.entier("version")),
      motif: corps.texte("motif"),
    )
    do {
      return try await appel.faire(acte)
    } catch let refus as Refus {
      throw ProblemeDAPI(refus, lieux: lieux)
    }
  }

  @Sendable private static func ecrireDesNotes(_ appel: Appel) async throws -> [NoteInscrite] {
    let bareme = try await appel.demander(LireUneEvaluation(appel.evaluation)).bareme
    var lignes: [SaisirDesNotes.Ligne] = []
    var fautes: [FauteDAPI] = []
    for objet in appel.corps.objets("notes") {
      do throws(ProblemeDAPI) {
        lignes.append(try lire(objet, bareme))
      } catch {
        fautes += error.fautes
      }
    }
    guard fautes.isEmpty else { throw ProblemeDAPI.invalide(fautes) }
    do {
      let motif = appel.corps.texte("motif")
      return try await appel.faire(
        SaisirDesNotes(evaluation: appel.evaluation, lignes, motif: motif)
      )
    } catch let lot as LotRefuse {
      throw ProblemeDAPI(lot, dans: "notes", lieux: lieux)
    }
  }

  private static func lire(_ objet: ObjetLu, _ bareme: Decimale) throws(ProblemeDAPI)
    -> SaisirDesNotes.Ligne
  {
    SaisirDesNotes.Ligne(
      try objet.exiger("etudiant", objet.identifiant("etudiant")),
      try NatureDEntree.lire(objet.exiger("note", objet.objet("note")), sur: bareme),
      version: try objet.exiger("version", objet.entier("version")),
    )
  }
}
