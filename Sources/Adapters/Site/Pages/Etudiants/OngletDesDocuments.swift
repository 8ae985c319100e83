internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage

/// The documents of a record: those that may be printed, and those that were given.
enum OngletDesDocuments {
  static func montrer(_ visite: Visite) async throws -> HTTPResponse {
    let vu = try visite.dossierVu()
    let fiche = try await visite.demander(VoirUnEtudiant(vu.etudiant))
    let documents = try await visite.demander(VoirLesDocumentsDUnEtudiant(vu.etudiant))
    let aEditer = try await BlocDeDocuments(vu, fiche, visite)
    return visite.dossier(vu, fiche, .documents) {
      if let aEditer { aEditer.corps }
      Carte("Documents déposés") {
        Tableau(
          "Documents déposés",
          colonnes: [.init("Document"), .init("Pour"), .init("Déposé")],
          lignes: documents.map { document in
            Tableau.Ligne([
              Cellule(Lien(document.raison.titre, vers: Chemin.fichier(document.fichier))),
              Cellule(document.raison.objet), "\(document.depose.enLettres)",
            ])
          },
          vide: EtatVide(
            "Aucun document",
            "Ceux qui accompagnent un justificatif ou une demande apparaissent ici.",
          ),
        )
      }
    }
  }

  /// A file, as it was given.
  static func donner(_ visite: Visite) async throws -> HTTPResponse {
    let fichier = try await visite.demander(LireUnFichier(visite.valeurs["fichier"] ?? ""))
    return .fichier(
      fichier.octets,
      nom: "document-\(fichier.empreinte.prefix(8)).\(fichier.format.extensionDeNom)",
      type: fichier.format.rawValue,
    )
  }
}

extension Fichier.Format {
  /// How names of such files end.
  var extensionDeNom: String {
    switch self {
    case .pdf: "pdf"
    case .jpeg: "jpg"
    case .png: "png"
    }
  }
}

extension VoirLesDocumentsDUnEtudiant.Raison {
  fileprivate var titre: String {
    switch self {
    case .justificatif(let justificatif): "Justificatif, \(justificatif.nature.phrase)"
    case .demande(_, let campagne): "Demande, \(campagne.intitule)"
    case .redoublement: "Demande de redoublement"
    case .engagement(let demande, let piece):
      demande.objet.type.phrase(piece.nature).enPhraseSansPoint
    case .amenagement: "Demande d’aménagement"
    case .tardive: "Inscription tardive en session 2"
    }
  }

  fileprivate var objet: AnyHTML {
    switch self {
    case .justificatif(let justificatif):
      AnyHTML(Lien(justificatif.periode, vers: Chemin.justificatif(justificatif.id)))
    case .demande(let demande, _): AnyHTML(demande.texte)
    case .redoublement(let procedure): AnyHTML(procedure.motif)
    case .engagement(let demande, _): AnyHTML(demande.objet.intitule)
    case .amenagement(let demande): AnyHTML(demande.situation.phrase)
    case .tardive(let demande): AnyHTML(demande.texte)
    }
  }
}
