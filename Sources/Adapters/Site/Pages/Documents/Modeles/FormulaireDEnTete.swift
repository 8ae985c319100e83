internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage

/// The letterhead as it is typed.
struct FormulaireDEnTete {
  let lieu: LieuDeModele
  /// Where it is to hold, in words.
  let nomDuLieu: String
  let enVigueur: EnTeteEnVigueur
  private var saisi: EnTeteDeDocument
  private var logo = ImageEnvoyee()
  private var fautes: [String: String] = [:]
  private(set) var avis: [Avis] = []
  private var estEnConflit = false

  private init(_ lieu: LieuDeModele, _ nomDuLieu: String, _ enVigueur: EnTeteEnVigueur) {
    self.lieu = lieu
    self.nomDuLieu = nomDuLieu
    self.enVigueur = enVigueur
    let enTete = enVigueur.enTete
    saisi = EnTeteDeDocument(
      departement: lieu.departement,
      lignes: enTete.lignes,
      pied: enTete.pied,
      logo: enTete.logo,
      version: enTete.departement == lieu.departement ? enTete.version : 0,
    )
  }

  private mutating func lire(_ envoi: HTTPForm, _ editeur: EditeurDeDocuments) {
    saisi.lignes = envoi.lignes("lignes")
    saisi.pied = envoi.ligne("pied")
    saisi.version = Int64(envoi.ligne("version")) ?? 0
    logo = ImageEnvoyee(envoi, "logo", editeur)
  }

  private mutating func prendre(_ siennes: [Refus.Faute]) {
    for faute in siennes {
      guard case .tropLongue(_, let limite) = faute.nature else {
        fautes[faute.lieu] = faute.nature.phrase.enPhrase
        continue
      }
      fautes[faute.lieu] = "C’est trop long : \(limite) signes au plus."
    }
  }

  /// Takes the version that stands, so that who reads again may confirm.
  private mutating func prendre(_ conflit: Refus.Conflit) {
    saisi.version = conflit.version
    estEnConflit = true
    avis = [
      Avis(
        .attention,
        titre: "Modifié entre-temps",
        conflit.phraseSansContenu + " Ce qui est en place est montré à côté de ce que vous tapiez.",
      )
    ]
  }

  // MARK: Requests

  static func montrer(_ visite: Visite) async throws -> HTTPResponse {
    var formulaire = try await ouvrir(visite)
    let version = visite.question("version")
    guard !version.isEmpty else { return visite.enTete(formulaire) }
    let versions = try await visite.demander(VoirLesVersions(nil, formulaire.lieu.departement))
    guard let choisie = versions.first(where: { "\($0.numero)" == version }),
      let enTete = choisie.enTete
    else { throw Refus.inconnu(.enTete) }
    formulaire.saisi.lignes = enTete.lignes
    formulaire.saisi.pied = enTete.pied
    formulaire.avis = [
      Avis(
        .information,
        "Voici le texte de la version \(version), du \(visite.enLettres(choisie.horodatage)) : il "
          + "vaudra une fois enregistré.",
      )
    ]
    return visite.enTete(formulaire)
  }

  private static func ouvrir(_ visite: Visite) async throws -> FormulaireDEnTete {
    let lieu = try visite.lieuDeModele()
    let etat = try await visite.demander(VoirLesModeles(lieu.departement))
    return FormulaireDEnTete(lieu, etat.nom(lieu), etat.enTete)
  }

  static func enregistrer(_ visite: Visite) async throws -> HTTPResponse {
    var formulaire = try await ouvrir(visite)
    formulaire.lire(try visite.formulaire(), visite.site.editeur)
    guard formulaire.logo.faute == nil else {
      return visite.enTete(formulaire, .unprocessableContent)
    }
    do {
      try await visite.faire(EcrireUnEnTete(formulaire.saisi, logo: formulaire.logo.changement))
      return visite.versLaPage(formulaire.lieu.adresse(), fait: .enTeteEnregistre)
    } catch Refus.donnees(let siennes) {
      formulaire.prendre(siennes)
      return visite.enTete(formulaire, .unprocessableContent)
    } catch Refus.conflit(let conflit) {
      formulaire.prendre(conflit)
      return visite.enTete(formulaire, .conflict)
    }
  }

  /// The letterhead on an example of a document that has a signature.
  static func apercevoir(_ visite: Visite) async throws -> HTTPResponse {
    var formulaire = try await ouvrir(visite)
    formulaire.lire(try visite.formulaire(), visite.site.editeur)
    guard formulaire.logo.faute == nil else {
      return visite.enTete(formulaire, .unprocessableContent)
    }
    let etat = try await visite.demander(VoirLesModeles(formulaire.lieu.departement))
    guard
      let exemple = etat.modeles.first(where: { $0.modele.nature == .attestationDeReussite })
    else { throw Refus.inconnu(.modele) }
    do {
      let octets = try await visite.site.editeur.apercevoir(
        ApercevoirUnModele(
          exemple.modele.ici(formulaire.lieu),
          formulaire.saisi,
          logo: formulaire.logo.changement,
        ),
        par: visite.demandeur(),
        dans: visite.etablissement,
      )
      return .apercu(octets, nom: "Aperçu.pdf", type: typeDePDF)
    } catch Refus.donnees(let siennes) {
      formulaire.prendre(siennes)
      return visite.enTete(formulaire, .unprocessableContent)
    } catch let erreur as ErreurDImpression {
      return visite.erreur(.conflict, erreur.phrase)
    }
  }

  // MARK: The form

  private var champs: [Champ] {
    [
      Champ(
        "lignes",
        "Lignes de l’en-tête",
        .texteLong(saisi.lignes, lignes: 4),
        aide: "La première est le nom, en gras ; puis, par exemple, le département.",
        erreur: fautes["lignes"],
        estFacultatif: true,
      ),
      Champ(
        "pied",
        "Pied de page",
        .texte(saisi.pied),
        aide: "Une adresse, sur une ligne.",
        erreur: fautes["pied"],
        estFacultatif: true,
      ),
    ]
  }

  private var image: [Champ] {
    logo.champs(
      "logo",
      "Logo",
      aideDeTaille: "Il est imprimé en haut à gauche.",
      enPlace: saisi.logo != nil,
    )
  }

  func corps(_ visite: Visite) -> some HTML {
    HTMLGroup(
      ResumeDesErreurs(de: champs + image),
      Formulaire(vers: lieu.adresse(nil), jeton: visite.jeton, aDesFichiers: true) {
        input(.type("hidden"), .name("version"), .value("\(saisi.version)"))
        HTMLList(champs)
        if saisi.logo != nil { p { visite.image(saisi.logo, "Logo en place") } }
        HTMLList(image)
        Boutons(
          Bouton("Enregistrer", .premier),
          Bouton("Aperçu dans un nouvel onglet", enAparte: lieu.adresse("en-tete", "apercu")),
        )
        p(.class("aide")) { "L’aperçu parle d’une personne inventée, et n’enregistre rien." }
      },
    )
  }

  /// What somebody else wrote meanwhile.
  @HTMLBuilder var enPlace: some HTML {
    if estEnConflit {
      Carte("En place aujourd’hui") {
        Definitions([
          ("Lignes", "\(enVigueur.enTete.lignes)"),
          ("Pied de page", "\(enVigueur.enTete.pied.isEmpty ? "rien" : enVigueur.enTete.pied)"),
        ])
      }
    }
  }
}

extension ModeleDeDocument {
  /// The same template, as a place would write it.
  fileprivate func ici(_ lieu: LieuDeModele) -> ModeleDeDocument {
    ModeleDeDocument(
      nature: nature,
      departement: lieu.departement,
      titre: titre,
      avant: avant,
      apres: apres,
      qualite: qualite,
      nom: nom,
      signature: signature,
    )
  }
}

extension Visite {
  fileprivate func enTete(_ formulaire: FormulaireDEnTete, _ statut: HTTPStatus = .ok)
    -> HTTPResponse
  {
    let lieu = formulaire.lieu
    return page("En-tête", fil: fil(lieu), avis: formulaire.avis, statut: statut) {
      Bouton("Versions", vers: lieu.adresse(nil, "versions"))
    } contenu: {
      formulaire.enPlace
      Carte("Pour \(formulaire.nomDuLieu)") {
        p {
          "Texte en vigueur : "
          formulaire.enVigueur.origine.pastille
        }
        formulaire.corps(self)
      }
    }
  }
}
