internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage

/// A template as it is typed.
struct FormulaireDeModele {
  let lieu: LieuDeModele
  /// Where it is to hold, in words.
  let nomDuLieu: String
  private let enVigueur: ModeleEnVigueur
  private var saisi: ModeleDeDocument
  private var signature = ImageEnvoyee()
  private var fautes: [String: String] = [:]
  private(set) var avis: [Avis] = []

  /// What stands, or the text of a version.
  private init(_ lieu: LieuDeModele, _ nomDuLieu: String, _ enVigueur: ModeleEnVigueur) {
    self.lieu = lieu
    self.nomDuLieu = nomDuLieu
    self.enVigueur = enVigueur
    let modele = enVigueur.modele
    saisi = ModeleDeDocument(
      nature: modele.nature,
      departement: lieu.departement,
      titre: modele.titre,
      avant: modele.avant,
      apres: modele.apres,
      qualite: modele.qualite,
      nom: modele.nom,
      signature: modele.signature,
      version: modele.departement == lieu.departement ? modele.version : 0,
    )
  }

  private mutating func lire(_ envoi: HTTPForm, _ editeur: EditeurDeDocuments) {
    saisi.titre = envoi.ligne("titre")
    saisi.avant = envoi.lignes("avant")
    saisi.apres = envoi.lignes("apres")
    saisi.qualite = envoi.ligne("qualite")
    saisi.nom = envoi.ligne("nom")
    saisi.version = Int64(envoi.ligne("version")) ?? 0
    signature = ImageEnvoyee(envoi, "signature", editeur)
  }

  private mutating func reprendre(_ modele: ModeleDeDocument, _ avis: Avis) {
    saisi.titre = modele.titre
    saisi.avant = modele.avant
    saisi.apres = modele.apres
    saisi.qualite = modele.qualite
    saisi.nom = modele.nom
    self.avis = [avis]
  }

  // MARK: Refusals

  /// Notes what an act says of the values, at their fields.
  private mutating func prendre(_ siennes: [Refus.Faute]) {
    for faute in siennes { fautes[faute.lieu] = phrase(faute.nature) }
  }

  private func phrase(_ nature: Refus.Faute.Nature) -> String {
    switch nature {
    case .absente: "Donnez le titre du document."
    case .tropLongue(_, let limite): "C’est trop long : \(limite) signes au plus."
    case .inconnue(let vu):
      "« \(vu) » ne donne rien dans ce document. Les champs qui existent : \(champsConnus)."
    case .illisible(let vu): "Des accolades restent ouvertes : « \(vu)… »."
    case .horsBornes, .horsDesInscrits, .enDouble, .contraire: nature.phrase.enPhrase
    }
  }

  private var champsConnus: String {
    ChampDeModele.de(saisi.nature).map { "{{\($0.rawValue)}}" }.joined(separator: ", ")
  }

  /// Takes the version that stands, so that who reads again may confirm.
  private mutating func prendre(_ conflit: Refus.Conflit) {
    saisi.version = conflit.version
    avis = [
      Avis(
        .attention,
        titre: "Modifié entre-temps",
        conflit.phraseSansContenu + " Ce qui est en place est montré à côté de ce que vous tapiez.",
      )
    ]
    estEnConflit = true
  }

  private var estEnConflit = false

  // MARK: Requests

  static func montrer(_ visite: Visite) async throws -> HTTPResponse {
    var formulaire = try await ouvrir(visite)
    let version = visite.question("version")
    let nature = formulaire.saisi.nature
    if version == "0" {
      formulaire.reprendre(
        .fourni(nature),
        Avis(.information, "Voici le texte fourni : il vaudra une fois enregistré."),
      )
    } else if !version.isEmpty {
      let versions = try await visite.demander(
        VoirLesVersions(nature, formulaire.lieu.departement)
      )
      guard let choisie = versions.first(where: { "\($0.numero)" == version }),
        let modele = choisie.modele
      else { throw Refus.inconnu(.modele) }
      formulaire.reprendre(
        modele,
        Avis(
          .information,
          "Voici le texte de la version \(version), du \(visite.enLettres(choisie.horodatage)) : "
            + "il vaudra une fois enregistré.",
        ),
      )
    }
    return visite.modele(formulaire)
  }

  private static func ouvrir(_ visite: Visite) async throws -> FormulaireDeModele {
    let (lieu, nature) = (try visite.lieuDeModele(), try visite.modeleDemande())
    let etat = try await visite.demander(VoirLesModeles(lieu.departement))
    guard let sien = etat.modeles.first(where: { $0.modele.nature == nature }) else {
      throw Refus.inconnu(.modele)
    }
    return FormulaireDeModele(lieu, etat.nom(lieu), sien)
  }

  static func enregistrer(_ visite: Visite) async throws -> HTTPResponse {
    var formulaire = try await ouvrir(visite)
    formulaire.lire(try visite.formulaire(), visite.site.editeur)
    do {
      guard formulaire.signature.faute == nil else {
        return visite.modele(formulaire, .unprocessableContent)
      }
      try await visite.faire(
        EcrireUnModele(formulaire.saisi, signature: formulaire.signature.changement)
      )
      return visite.versLaPage(formulaire.lieu.adresse(), fait: .modeleEnregistre)
    } catch Refus.donnees(let siennes) {
      formulaire.prendre(siennes)
      return visite.modele(formulaire, .unprocessableContent)
    } catch Refus.conflit(let conflit) {
      formulaire.prendre(conflit)
      return visite.modele(formulaire, .conflict)
    }
  }

  static func apercevoir(_ visite: Visite) async throws -> HTTPResponse {
    var formulaire = try await ouvrir(visite)
    formulaire.lire(try visite.formulaire(), visite.site.editeur)
    do {
      guard formulaire.signature.faute == nil else {
        return visite.modele(formulaire, .unprocessableContent)
      }
      let octets = try await visite.site.editeur.apercevoir(
        ApercevoirUnModele(formulaire.saisi, signature: formulaire.signature.changement),
        par: visite.demandeur(),
        dans: visite.etablissement,
      )
      return .apercu(octets, nom: "Aperçu.pdf", type: typeDePDF)
    } catch Refus.donnees(let siennes) {
      formulaire.prendre(siennes)
      return visite.modele(formulaire, .unprocessableContent)
    } catch let erreur as ErreurDImpression {
      return visite.erreur(.conflict, erreur.phrase)
    }
  }

  // MARK: The form

  var nature: NatureDeDocument { saisi.nature }
  var origine: OrigineDeModele { enVigueur.origine }

  private var textes: [Champ] {
    [
      Champ("titre", "Titre imprimé", .texte(saisi.titre), erreur: fautes["titre"]),
      Champ(
        "avant",
        "Paragraphes avant ce que dit le document",
        .texteLong(saisi.avant, lignes: 5),
        aide: "Un paragraphe par ligne.",
        erreur: fautes["avant"],
        estFacultatif: true,
      ),
      Champ(
        "apres",
        "Paragraphes après",
        .texteLong(saisi.apres, lignes: 5),
        aide: "Un paragraphe par ligne.",
        erreur: fautes["apres"],
        estFacultatif: true,
      ),
    ]
  }

  private var signataire: [Champ] {
    [
      Champ(
        "qualite",
        "Qualité de qui signe",
        .texte(saisi.qualite),
        aide: "Par exemple « La directrice de l’IUT » ; vide, personne ne signe.",
        erreur: fautes["qualite"],
        estFacultatif: true,
      ),
      Champ("nom", "Son nom", .texte(saisi.nom), erreur: fautes["nom"], estFacultatif: true),
    ]
  }

  private var image: [Champ] {
    signature.champs(
      "signature",
      "Image de la signature",
      aideDeTaille: "Elle est imprimée au-dessus du nom.",
      enPlace: saisi.signature != nil,
    )
  }

  func corps(_ visite: Visite) -> some HTML {
    HTMLGroup(
      ResumeDesErreurs(de: textes + signataire + image),
      Formulaire(vers: lieu.adresse(nature), jeton: visite.jeton, aDesFichiers: true) {
        input(.type("hidden"), .name("version"), .value("\(saisi.version)"))
        HTMLList(textes)
        Rangee { HTMLList(signataire) }
        if saisi.signature != nil {
          p { visite.image(saisi.signature, "Signature en place") }
        }
        HTMLList(image)
        Boutons(
          Bouton("Enregistrer", .premier),
          Bouton("Aperçu dans un nouvel onglet", enAparte: lieu.adresse(nature, "apercu")),
        )
        p(.class("aide")) { "L’aperçu parle d’une personne inventée, et n’enregistre rien." }
      },
    )
  }

  /// What somebody else wrote meanwhile, field by field.
  @HTMLBuilder var enPlace: some HTML {
    if estEnConflit {
      Carte("En place aujourd’hui") {
        Definitions(
          [
            ("Titre imprimé", enVigueur.modele.titre, saisi.titre),
            ("Paragraphes avant", enVigueur.modele.avant, saisi.avant),
            ("Paragraphes après", enVigueur.modele.apres, saisi.apres),
            ("Qualité", enVigueur.modele.qualite, saisi.qualite),
            ("Nom", enVigueur.modele.nom, saisi.nom),
          ].map { nom, place, tape in
            (
              nom,
              Cellule(
                HTMLGroup(
                  place.isEmpty ? "rien" : place,
                  place == tape ? nil : " ",
                  place == tape ? nil : Pastille("autre que le vôtre", .attention),
                )
              ),
            )
          }
        )
      }
    }
  }
}

extension Visite {
  fileprivate func modele(_ formulaire: FormulaireDeModele, _ statut: HTTPStatus = .ok)
    -> HTTPResponse
  {
    let (lieu, nature) = (formulaire.lieu, formulaire.nature)
    return page(nature.phrase, fil: fil(lieu), avis: formulaire.avis, statut: statut) {
      Bouton("Versions", vers: lieu.adresse(nature, "versions"))
    } contenu: {
      formulaire.enPlace
      Carte("Pour \(formulaire.nomDuLieu)") {
        p {
          "Texte en vigueur : "
          formulaire.origine.pastille
        }
        formulaire.corps(self)
      }
      Carte("Champs à citer dans un texte") {
        Tableau(
          "Champs de ce document",
          colonnes: [.init("Champ"), .init("Ce qui prend sa place")],
          lignes: ChampDeModele.de(nature).map { champ in
            Tableau.Ligne([Cellule(code { "{{\(champ.rawValue)}}" }), "\(champ.phrase)"])
          },
        )
      }
    }
  }
}
