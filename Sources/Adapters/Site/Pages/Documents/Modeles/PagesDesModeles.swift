internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage

/// The templates of documents: what stands around what each says, written by place and by version.
enum PagesDesModeles {
  static let routes: [Route] = lecture + ecriture

  private static let lecture: [Route] = [
    .lecture("/administration/documents") { visite in
      guard let premier = visite.premierLieuDeModele else { throw Refus.interdit(.structurer) }
      return visite.versLaPage(premier.adresse())
    },
    .lecture("/administration/documents/images/{image}") { visite in
      let image = try await visite.demander(
        VoirUneImageDeDocument(visite.valeurs["image"] ?? "")
      )
      return .apercu(
        image.octets,
        nom: "image.\(image.format.extensionDeNom)",
        type: image.format.rawValue,
      )
    },
    .lecture("/administration/documents/{lieu}") { visite in
      let lieu = try visite.lieuDeModele()
      return visite.modeles(lieu, try await visite.demander(VoirLesModeles(lieu.departement)))
    },
    .lecture("/administration/documents/{lieu}/{modele}") { visite in
      try await FormulaireDeModele.montrer(visite)
    },
    .lecture("/administration/documents/{lieu}/{modele}/versions") { visite in
      let (lieu, nature) = (try visite.lieuDeModele(), try visite.modeleDemande())
      let versions = try await visite.demander(VoirLesVersions(nature, lieu.departement))
      return visite.versions(lieu, nature, versions)
    },
    .lecture("/administration/documents/{lieu}/en-tete") { visite in
      try await FormulaireDEnTete.montrer(visite)
    },
    .lecture("/administration/documents/{lieu}/en-tete/versions") { visite in
      let lieu = try visite.lieuDeModele()
      let versions = try await visite.demander(VoirLesVersions(nil, lieu.departement))
      return visite.versions(lieu, nil, versions)
    },
  ]

  private static let ecriture: [Route] = [
    .envoi("/administration/documents/{lieu}/{modele}", par: FormulaireDeModele.enregistrer),
    .envoi("/administration/documents/{lieu}/{modele}/apercu", par: FormulaireDeModele.apercevoir),
    .envoi("/administration/documents/{lieu}/en-tete", par: FormulaireDEnTete.enregistrer),
    .envoi("/administration/documents/{lieu}/en-tete/apercu", par: FormulaireDEnTete.apercevoir),
  ]
}

/// The establishment, or a department that words documents its own way.
struct LieuDeModele: Sendable {
  let departement: Identifiant<Departement>?

  func adresse(_ suite: String...) -> SafeURL {
    Chemin.de(
      ["administration", "documents", departement.map { "\($0)" } ?? "etablissement"] + suite
    )
  }

  func adresse(_ nature: NatureDeDocument?, _ suite: String...) -> SafeURL {
    Chemin.de(
      ["administration", "documents", departement.map { "\($0)" } ?? "etablissement"]
        + [nature?.rawValue ?? "en-tete"] + suite
    )
  }
}

extension Visite {
  /// The first place whose templates the person may write.
  fileprivate var premierLieuDeModele: LieuDeModele? {
    if peut(.structurer, .etablissement) { return LieuDeModele(departement: nil) }
    for habilitation in visiteur?.habilitations ?? [] {
      guard case .departement(let id) = habilitation.portee,
        habilitation.role.droits.contains(.structurer)
      else { continue }
      return LieuDeModele(departement: id)
    }
    return nil
  }

  /// The place that the address names.
  func lieuDeModele() throws(Refus) -> LieuDeModele {
    if valeurs["lieu"] == "etablissement" { return LieuDeModele(departement: nil) }
    return LieuDeModele(departement: try identifiant("lieu", .departement))
  }

  /// The kind of documents that the address names.
  func modeleDemande() throws(Refus) -> NatureDeDocument {
    guard let nature = NatureDeDocument(rawValue: valeurs["modele"] ?? "") else {
      throw .inconnu(.modele)
    }
    return nature
  }

  /// The path to the templates of a place.
  func fil(_ lieu: LieuDeModele) -> [Lien] { [Lien("Modèles de documents", vers: lieu.adresse())] }

  // MARK: The list

  func modeles(_ lieu: LieuDeModele, _ etat: VoirLesModeles.Etat) -> HTTPResponse {
    page("Modèles de documents") {
      if let visiteur, Administration.allCases.count(where: { $0.sOuvre(a: visiteur) }) > 1 {
        onglets(.documents)
      }
      lieux(lieu, etat)
      Carte("En-tête, \(etat.nom(lieu))") {
        Bouton("Modifier l’en-tête", vers: lieu.adresse("en-tete"))
      } contenu: {
        enTete(etat.enTete)
      }
      Carte("Modèles, \(etat.nom(lieu))") {
        p(.class("aide")) {
          "Ce que chaque document dit vient des notes et des jurys ; un modèle donne son titre, "
            + "les paragraphes autour et qui signe.".enPhraseSuite
        }
        Tableau(
          "Modèles de documents",
          colonnes: [
            .init("Document"), .init("Texte"), .init("Titre imprimé", estSecondaire: true),
            .init("Signataire", estSecondaire: true),
          ],
          lignes: etat.modeles.map { en in
            Tableau.Ligne([
              Cellule(Lien(en.modele.nature.phrase, vers: lieu.adresse(en.modele.nature))),
              Cellule(en.origine.pastille), "\(en.modele.titre)",
              "\(en.modele.signataire)",
            ])
          },
        )
      }
    }
  }

  @HTMLBuilder private func lieux(_ lieu: LieuDeModele, _ etat: VoirLesModeles.Etat) -> some HTML {
    let tout =
      etat.voitLeTout
      ? [
        Lien(
          "Tout l’établissement",
          vers: LieuDeModele(departement: nil).adresse(),
          estCourant: lieu.departement == nil,
        )
      ] : []
    let liens =
      tout
      + etat.departements.map { departement in
        Lien(
          departement.nom,
          vers: LieuDeModele(departement: departement.id).adresse(),
          estCourant: lieu.departement == departement.id,
        )
      }
    if liens.count > 1 { Onglets("Modèles de", liens) }
  }

  @HTMLBuilder private func enTete(_ en: EnTeteEnVigueur) -> some HTML {
    Definitions([
      (
        "Lignes", "\(en.enTete.lignes.split(whereSeparator: \.isNewline).joined(separator: " – "))",
      ),
      ("Pied de page", "\(en.enTete.pied.isEmpty ? "aucun" : en.enTete.pied)"),
      ("Logo", Cellule(image(en.enTete.logo, "Logo de l’en-tête"))),
      ("Texte", Cellule(en.origine.pastille)),
    ])
  }

  /// An image of a template as it is kept.
  @HTMLBuilder func image(_ empreinte: String?, _ alternative: String) -> some HTML {
    if let empreinte {
      img(
        .class("vignette"),
        .src(Chemin.de(["administration", "documents", "images", empreinte])),
        .alt(alternative),
      )
    } else {
      "aucun"
    }
  }
}

extension VoirLesModeles.Etat {
  /// « tout l’établissement », « Réseaux et télécommunications ».
  func nom(_ lieu: LieuDeModele) -> String {
    departements.first { $0.id == lieu.departement }?.nom ?? "tout l’établissement"
  }
}

extension OrigineDeModele {
  var pastille: Pastille {
    switch self {
    case .fourni: Pastille("fourni")
    case .etablissement: Pastille("de l’établissement", .information)
    case .departement: Pastille("du département", .succes)
    }
  }
}

extension ModeleDeDocument {
  fileprivate var signataire: String {
    let parties = [qualite, nom].filter { !$0.isEmpty }
    return parties.isEmpty ? "personne" : parties.joined(separator: ", ")
  }
}
