internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

extension Visite {
  /// Who gets a document and who does not, before anything is printed.
  func preparer(_ demande: DemandeDeDocuments, faute: String? = nil) async throws -> HTTPResponse {
    let composes = try await demander(ComposerDesDocuments(demande))
    return page(
      composes.titre,
      fil: try await fil(composes),
      avis: faute.map { [Avis(.erreur, $0)] } ?? [],
      statut: faute == nil ? .ok : .unprocessableContent,
    ) {
      if demande.nature.estIndividuel {
        individuels(composes)
      } else {
        Carte("Le document") {
          HTMLList(composes.documents.map { document in p { etat(document) } })
          Formulaire(vers: Chemin.documents(demande), jeton: jeton) {
            Boutons(Bouton("Imprimer", .premier))
          }
        }
      }
      sansDocument(composes.ecartes)
    }
  }

  private func fil(_ composes: DocumentsComposes) async throws -> [Lien] {
    guard let promotion = composes.promotion else { return [] }
    let siennes = [
      Lien("Promotions", vers: Chemin.promotions),
      Lien(promotion.nom, vers: Chemin.promotion(promotion.id)),
    ]
    switch composes.demande.sur {
    case .promotion, .seance, .annee, .incident, .engagement, .commission, .session2, .sessionBTS,
      .consultationDeCopie, .inscriptionTardive:
      return siennes + [Lien("Documents", vers: Chemin.promotion(promotion.id, "documents"))]
    case .jury(let id):
      let jurys = try await demander(PreparerLesDocuments(promotion.id)).jurys
      return jurys.first { $0.id == id }.map { fil($0, promotion, jusquAuJury: true) } ?? siennes
    case .evaluation(let id):
      return siennes + [
        Lien("Évaluation", vers: Chemin.evaluation(id)),
        Lien("Documents", vers: Chemin.evaluation(id, "documents")),
      ]
    }
  }

  // MARK: Those who get one

  @HTMLBuilder private func individuels(_ composes: DocumentsComposes) -> some HTML {
    if composes.documents.isEmpty {
      EtatVide(
        "Personne n’a droit à ce document pour l’instant",
        composes.ecartes.isEmpty ? nil : "La raison est dite pour chacun, ci-dessous.",
      )
    } else {
      Carte(compte(composes.documents.count, "document") + " à imprimer") {
        cocher(composes.demande)
      } contenu: {
        Formulaire(vers: Chemin.documents(composes.demande), jeton: jeton) {
          Boutons(Bouton("Imprimer les documents cochés", .premier))
          p(.class("aide")) { Self.duree.enPhraseSuite }
          Tableau(
            "Étudiants qui ont un document",
            colonnes: [.init("Étudiant"), .init("État", estSecondaire: true)],
            lignes: composes.documents.map(ligne),
          )
        }
      }
    }
  }

  private static let duree =
    "Un seul PDF, un document après l’autre. Comptez deux secondes pour 150 : la page attend. Un "
    + "document déjà remis garde son code et sa date ; un document qui ne dit plus la même chose "
    + "remplace le précédent."

  private var sontCoches: Bool { question("coches") != "non" }

  private func cocher(_ demande: DemandeDeDocuments) -> some HTML {
    let adresse = Chemin.documents(demande)
    return sontCoches
      ? Bouton("Ne cocher personne", .discret, vers: Chemin.avec(adresse, [("coches", "non")]))
      : Bouton("Cocher tout le monde", .discret, vers: adresse)
  }

  private func ligne(_ document: DocumentCompose) -> Tableau.Ligne {
    Tableau.Ligne([Cellule(coche(document)), Cellule(etat(document))])
  }

  @HTMLBuilder private func coche(_ document: DocumentCompose) -> some HTML {
    if let etudiant = document.etudiant {
      let id = "etudiant-\(etudiant.id)"
      div(.class("coche")) {
        input(
          .type("checkbox"),
          .id(id),
          .name("etudiant"),
          .value("\(etudiant.id)"),
          .checked(sontCoches),
        )
        label(.for(id)) { etudiant.nomAffiche }
      }
    }
  }

  /// Whether it was handed over, and under which code.
  @HTMLBuilder private func etat(_ document: DocumentCompose) -> some HTML {
    if let emis = document.emis {
      Pastille("déjà remis", .succes)
      " le \(emis.date.enLettres), code ".enPhraseSuite
      code { emis.code }
    } else if let avant = document.remplace {
      Pastille("à refaire", .attention)
      " remplacera celui du \(avant.date.enLettres)".enPhraseSuite
    } else {
      Pastille("nouveau")
    }
  }

  // MARK: Those who get none

  @HTMLBuilder private func sansDocument(_ ecartes: [DocumentsComposes.Ecarte]) -> some HTML {
    if !ecartes.isEmpty {
      Carte(compte(ecartes.count, "étudiant") + " sans document") {
        Tableau(
          "Étudiants sans document",
          colonnes: [.init("Étudiant"), .init("Pourquoi", estSecondaire: true)],
          lignes: ecartes.map { ecarte in
            Tableau.Ligne([
              Cellule(
                Lien(ecarte.etudiant.nomAffiche, vers: Chemin.etudiant(ecarte.etudiant.id))
              ),
              "\(ecarte.raison.phrase.enPhrase.enPhraseSuite)",
            ])
          },
        )
      }
    }
  }
}
