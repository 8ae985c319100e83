internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage

/// The marks of a sheet taken back, for a test or a whole promotion: what it changes, then writing.
///
/// Nothing is kept between the two: the page that is to be confirmed carries the file.
struct RepriseDeNotes {
  let titre: String
  let fil: [Lien]
  /// Where the form is sent.
  let adresse: SafeURL
  /// Where one goes back to.
  let retour: SafeURL
  /// What the sheet may be.
  let aide: String
  let releve: @Sendable (FeuilleRecue, _ remplacer: Bool) throws -> ReleveRapporte

  func recevoir(_ visite: Visite) async throws -> HTTPResponse {
    let formulaire = try visite.formulaire()
    guard let recue = FeuilleRecue(formulaire) else {
      return montrer(visite, ["Choisissez un fichier."], .unprocessableContent)
    }
    let remplacer = formulaire["remplacer"] == "oui"
    let motif = (formulaire["motif"] ?? "").sansBords
    do {
      let releve = try releve(recue, remplacer)
      let plan = try await visite.demander(PrevoirDesNotes(releve))
      let faute =
        plan.changePubliees && motif.isEmpty
        ? "Les étudiants voient des notes qui changent : dites pourquoi." : nil
      guard formulaire["confirme"] == "oui" else { return apercu(visite, plan, recue, remplacer) }
      guard faute == nil else { return apercu(visite, plan, recue, remplacer, faute) }
      try await visite.faire(ImporterDesNotes(releve, motif: motif.isEmpty ? nil : motif))
      return visite.versLaPage(retour, fait: .notesReprises)
    } catch let refusee as FeuilleRefusee {
      return montrer(visite, refusee.lignes, .unprocessableContent)
    } catch Refus.donnees(let fautes) {
      let lignes = fautes.map { "\($0.lieu) \($0.nature.phrase)" }
      return montrer(visite, lignes, .unprocessableContent)
    }
  }

  /// The page where a filled sheet is given back, with what was wrong in the last one.
  func montrer(_ visite: Visite, _ fautes: [String] = [], _ statut: HTTPStatus = .ok)
    -> HTTPResponse
  {
    page(visite, titre, statut) {
      if !fautes.isEmpty {
        Encart(
          .erreur,
          titre: "La feuille n’est pas reprise, rien n’a été écrit.",
          annonce: .alerte,
        ) {
          ul {
            for faute in fautes.prefix(Self.fautesMontrees) { li { Typographie.phrase(faute) } }
          }
          if fautes.count > Self.fautesMontrees {
            p { "Et \(compte(fautes.count - Self.fautesMontrees, "autre"))." }
          }
        }
      }
      Carte("La feuille remplie") {
        p { "\(aide) Rien n’est écrit avant que vous ayez vu ce qui change.".enPhraseSuite }
        Formulaire(vers: adresse, jeton: visite.jeton, aDesFichiers: true) {
          Champ("feuille", "Fichier", .fichier(accepte: ".xlsx,.ods,.csv"))
          Champ(
            "remplacer",
            "Remplacer aussi les notes saisies depuis",
            .coche(),
            aide: "Sinon, une note changée entre-temps arrête la reprise et vous est montrée.",
          )
          Boutons(Bouton("Voir ce qui change", .premier))
          p(.role("status"), .data("progres", "Lecture de la feuille…")) {}
        }
      }
    }
  }

  /// More than anybody mends at once.
  private static let fautesMontrees = 100

  private func page<Contenu: HTML>(
    _ visite: Visite,
    _ titre: String,
    _ statut: HTTPStatus = .ok,
    @HTMLBuilder _ contenu: () -> Contenu,
  ) -> HTTPResponse {
    visite.page(
      titre,
      fil: fil,
      scripts: [Fichiers.script("envoi.js")],
      statut: statut,
      contenu: contenu,
    )
  }

  // MARK: What would change

  private func apercu(
    _ visite: Visite,
    _ plan: PlanDeNotes,
    _ recue: FeuilleRecue,
    _ remplacer: Bool,
    _ faute: String? = nil,
  ) -> HTTPResponse {
    let lignes = plan.nouvelles + plan.changees
    return page(
      visite,
      "Ce que la feuille change",
      faute == nil ? .ok : .unprocessableContent,
    ) {
      Chiffres([
        ChiffreCle("Nouvelles notes", String(plan.nouvelles.count)),
        ChiffreCle("Notes changées", String(plan.changees.count)),
        ChiffreCle("Déjà là", String(plan.identiques)),
      ])
      if !lignes.isEmpty { confirmation(visite, plan, recue, remplacer, faute) }
      Carte(recue.nom) { table(lignes) }
    }
  }

  private func table(_ lignes: [PlanDeNotes.Ligne]) -> some HTML {
    Tableau(
      "Notes de la feuille",
      colonnes: [
        .init("Étudiant"), .init("Évaluation"), .init("Avant", .chiffres),
        .init("Après", .chiffres),
      ],
      lignes: lignes.map { ligne in
        .init([
          "\(ligne.etudiant.nomAffiche)", "\(ligne.evaluation.module), \(ligne.evaluation.nom)",
          "\(ligne.avant?.entree.texte(sur: ligne.evaluation.bareme) ?? "")",
          "\(ligne.apres.texte(sur: ligne.evaluation.bareme))",
        ])
      },
      vide: EtatVide("La feuille ne change rien", "Toutes ses notes sont déjà enregistrées."),
    )
  }

  private func confirmation(
    _ visite: Visite,
    _ plan: PlanDeNotes,
    _ recue: FeuilleRecue,
    _ remplacer: Bool,
    _ faute: String?,
  ) -> some HTML {
    Formulaire(vers: adresse, jeton: visite.jeton, aDesFichiers: true) {
      input(.type("hidden"), .name("confirme"), .value("oui"))
      input(.type("hidden"), .name("nom"), .value(recue.nom))
      input(.type("hidden"), .name("remplacer"), .value(remplacer ? "oui" : ""))
      input(.type("hidden"), .name("contenu"), .value(recue.enBase16))
      if plan.changePubliees {
        Champ(
          "motif",
          "Motif des changements",
          .texte(),
          aide: "Les étudiants voient déjà ces notes : le journal gardera le motif.",
          erreur: faute,
        )
      }
      Boutons(
        Bouton("Enregistrer ces notes", .premier),
        Bouton("Renoncer", .discret, vers: retour),
      )
      p(.role("status"), .data("progres", "Écriture des notes…")) {}
    }
  }
}

extension PlanDeNotes {
  /// Whether a mark that students see would change.
  fileprivate var changePubliees: Bool { changees.contains { $0.evaluation.publiee } }
}
