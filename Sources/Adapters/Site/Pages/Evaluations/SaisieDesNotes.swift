internal import Actes
internal import HTTPServer
internal import JSON
internal import Scolarite

/// Marks typed in the grid: one by one as they are left, or all with the form.
enum SaisieDesNotes {
  /// How one mark went.
  private enum Issue {
    case ecrite(NoteInscrite)
    /// Nothing was to be written.
    case inchangee(String)
    case refusee(String)
    /// Somebody else wrote in between.
    case conflit(Refus.Conflit)
  }

  // MARK: One mark

  static func une(_ visite: Visite) async throws -> HTTPResponse {
    let grille = try await visite.ouvrirLaGrille().aSaisir()
    let etudiant: Identifiant<Etudiant> = try visite.identifiant("etudiant", .etudiant)
    let formulaire = try visite.formulaire()
    let tapee = (formulaire["valeur"] ?? "").sansBords
    let issue = try await ecrire(
      tapee,
      de: etudiant,
      version: formulaire["version"].flatMap { Int64($0) } ?? 0,
      motif: formulaire["motif"] ?? "",
      grille,
      visite,
    )
    guard visite.veutDuJSON else {
      return visite.versLaPage(Chemin.evaluation(grille.evaluation.id))
    }
    let doute = try await doute(etudiant, visite)
    return json(reponse(issue, grille.evaluation, doute))
  }

  private static func doute(_ etudiant: Identifiant<Etudiant>, _ visite: Visite) async throws
    -> Doute?
  {
    try await visite.ouvrirLaGrille().lignes.first { $0.etudiant.id == etudiant }?.doute
  }

  private static func reponse(_ issue: Issue, _ evaluation: EvaluationDeModule, _ doute: Doute?)
    -> JSONNode
  {
    switch issue {
    case .ecrite(let note):
      let texte = note.entree.texte(sur: evaluation.bareme)
      let (message, ton) =
        doute.map { ($0.phrase, "attention") } ?? (note.entree.enClair ?? "enregistrée", "succes")
      return [
        "enregistree": true, "version": .number(String(note.version)), "texte": .string(texte),
        "message": .string(message), "ton": .string(ton),
      ]
    case .inchangee(let texte):
      return [
        "enregistree": true, "texte": .string(texte), "message": "enregistrée", "ton": "succes",
      ]
    case .refusee(let phrase):
      return ["enregistree": false, "message": .string(phrase), "ton": "erreur"]
    case .conflit(let conflit):
      return [
        "enregistree": false, "version": .number(String(conflit.version)),
        "texte": .string(conflit.version == 0 ? "" : conflit.actuelle),
        "message": .string(phrase(conflit)), "ton": "erreur",
      ]
    }
  }

  private static func json(_ corps: JSONNode) -> HTTPResponse {
    HTTPResponse(.ok, .bytes(Array(corps.compact().utf8)), mediaType: "application/json")
  }

  // MARK: The whole form

  static func toutes(_ visite: Visite) async throws -> HTTPResponse {
    let avant = try await visite.ouvrirLaGrille().aSaisir()
    let formulaire = try visite.formulaire()
    let motif = (formulaire["motif"] ?? "").sansBords
    var fautes: [Identifiant<Etudiant>: GrilleAffichee.Faute] = [:]
    var ecrites = 0
    for ligne in avant.lignes {
      let id = ligne.etudiant.id
      guard let champ = formulaire["note-\(id)"] else { continue }
      let tapee = champ.sansBords
      let issue = try await ecrire(
        tapee,
        de: id,
        version: formulaire["version-\(id)"].flatMap { Int64($0) } ?? 0,
        motif: motif,
        avant,
        visite,
      )
      switch issue {
      case .ecrite: ecrites += 1
      case .inchangee: continue
      case .refusee(let phrase): fautes[id] = .init(tapee: tapee, message: phrase)
      case .conflit(let conflit): fautes[id] = .init(tapee: tapee, message: phrase(conflit))
      }
    }
    var affichee = GrilleAffichee(try await visite.ouvrirLaGrille(), visite.site.feuilles)
    guard !fautes.isEmpty else {
      return visite.versLaPage(Chemin.evaluation(avant.evaluation.id), fait: .notesEnregistrees)
    }
    affichee.fautes = fautes
    affichee.enregistrees = ecrites
    affichee.motif = motif
    return visite.grille(affichee, .unprocessableContent)
  }

  // MARK: Writing

  /// Writes what was typed, unless it is what stands.
  private static func ecrire(
    _ tapee: String,
    de etudiant: Identifiant<Etudiant>,
    version: Int64,
    motif: String,
    _ grille: OuvrirUneGrille.Grille,
    _ visite: Visite,
  ) async throws -> Issue {
    let ligne = grille.lignes.first { $0.etudiant.id == etudiant }
    let bareme = grille.evaluation.bareme
    let enPlace = ligne?.note?.entree.texte(sur: bareme) ?? ""
    if tapee == enPlace, version == ligne?.note?.version ?? 0 { return .inchangee(enPlace) }
    // Emptied: the mark is awaited again.
    let lue =
      tapee.isEmpty ? .enAttente : visite.site.feuilles.entree(tapee: tapee, bareme: bareme)
    guard let lue else {
      return .refusee("Attendu : \(visite.site.feuilles.attendu(bareme: bareme)).")
    }
    if lue == ligne?.note?.entree, version == ligne?.note?.version { return .inchangee(enPlace) }
    do {
      let note = try await visite.faire(
        SaisirUneNote(
          evaluation: grille.evaluation.id,
          etudiant: etudiant,
          entree: lue,
          version: version,
          motif: motif.isEmpty ? nil : motif,
        )
      )
      return .ecrite(note)
    } catch Refus.conflit(let conflit) {
      return .conflit(conflit)
    } catch let refus as Refus {
      return .refusee(refus.phrase.enPhrase)
    }
  }

  private static func phrase(_ conflit: Refus.Conflit) -> String {
    "Entre-temps, \(conflit.auteur) a mis « \(conflit.actuelle) ». Retapez votre note pour la "
      + "remplacer, ou laissez la sienne."
  }
}
