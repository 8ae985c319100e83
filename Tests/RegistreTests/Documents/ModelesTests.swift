import Actes
import SQL
import Scolarite
import Testing

@Suite("Modèles de documents")
struct ModelesTests {
  private let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3]

  @Test(
    "un modèle s’écrit par versions, celui du département passe avant",
    arguments: SQLEngine.allCases,
  )
  func versions(_ moteur: SQLEngine) async throws {
    let bureau = try await BureauDEssai(moteur)
    let (essai, edition) = (bureau.essai, EditionDEssai(bureau.essai))
    let departement = bureau.promotion.departement
    func titre() async throws -> String {
      try await edition.editer(
        .releveProvisoire,
        sur: .promotion(bureau.promotion.id),
        [bureau.etudiant],
      ).documents[0].cadre.titre
    }
    #expect(try await titre() == "Relevé de notes provisoire")
    let image = try edition.editeur.image(png, lieu: "signature")
    var commun = ModeleDeDocument.fourni(.releveProvisoire)
    commun.titre = "Relevé de {{annee}}"
    commun = try await essai.faire(EcrireUnModele(commun, signature: .remplacer(image)))
    #expect(commun.version == 1 && commun.signature != nil)
    #expect(try await titre() == "Relevé de 2025-2026")
    let garde = try #require(commun.signature)
    #expect(try await essai.faire(VoirUneImageDeDocument(garde)).octets == png)

    var sien = ModeleDeDocument(
      nature: .releveProvisoire,
      departement: departement,
      titre: "Notes de {{etudiant}}",
    )
    sien = try await essai.faire(EcrireUnModele(sien))
    #expect(try await titre().hasPrefix("Notes de "))
    let etat = try await essai.faire(VoirLesModeles(departement))
    let vigueur = try #require(etat.modeles.first { $0.modele.nature == .releveProvisoire })
    #expect(vigueur.origine == .departement && vigueur.modele == sien)
    #expect(etat.modeles.count { $0.origine == .fourni } == NatureDeDocument.allCases.count - 1)

    var suite = commun
    suite.titre = "Relevé"
    suite = try await essai.faire(EcrireUnModele(suite, signature: .retirer))
    #expect(suite.version == 2 && suite.signature == nil)
    let versions = try await essai.faire(VoirLesVersions(.releveProvisoire, nil))
    #expect(versions.map(\.numero) == [2, 1] && versions.last?.modele == commun)
    let conflit = try await bureau.refus { _ = try await essai.faire(EcrireUnModele(commun)) }
    #expect(conflit?.estUnConflit == true)
  }

  @Test("l’en-tête aussi ; ses images se gardent ou se retirent", arguments: SQLEngine.allCases)
  func enTete(_ moteur: SQLEngine) async throws {
    let bureau = try await BureauDEssai(moteur)
    let edition = EditionDEssai(bureau.essai)
    let logo = try edition.editeur.image(png, lieu: "logo")
    var enTete = EnTeteDeDocument(lignes: "IUT de Nulle-Part\n\nDépartement MMI", pied: "1, rue")
    enTete = try await bureau.essai.faire(EcrireUnEnTete(enTete, logo: .remplacer(logo)))
    let document = try await edition.editer(
      .releveProvisoire,
      sur: .promotion(bureau.promotion.id),
      [bureau.etudiant],
    ).documents[0]
    #expect(document.cadre.entete == ["IUT de Nulle-Part", "Département MMI"])
    #expect(document.cadre.logo == png && document.cadre.pied == "1, rue")
    enTete = try await bureau.essai.faire(EcrireUnEnTete(enTete))
    #expect(enTete.version == 2 && enTete.logo != nil)
    enTete = try await bureau.essai.faire(EcrireUnEnTete(enTete, logo: .retirer))
    #expect(enTete.logo == nil)
  }

  @Test("un champ inconnu, une accolade ouverte, un texte trop long sont refusés à leur place")
  func fautes() async throws {
    let bureau = try await BureauDEssai(.sqlite)
    func fautes(_ modele: ModeleDeDocument) async throws -> [Refus.Faute] {
      let refus = try await bureau.refus {
        _ = try await bureau.essai.faire(EcrireUnModele(modele))
      }
      guard case .donnees(let fautes) = refus else { return [] }
      return fautes
    }
    let inconnu = ModeleDeDocument(
      nature: .procesVerbal,
      titre: "PV",
      avant: "Note de {{etudiant}}, {{ jury }}",
      apres: "{{moyenne",
    )
    #expect(
      try await fautes(inconnu) == [
        .init("avant", .inconnue(vu: "{{etudiant}}")), .init("apres", .illisible(vu: "{{moyenne")),
      ]
    )
    let long = ModeleDeDocument(
      nature: .procesVerbal,
      titre: " ",
      avant: String(repeating: "a", count: 4_001),
    )
    #expect(try await fautes(long).map(\.lieu) == ["titre", "avant"])
    let rien = try await bureau.essai.lire { try $0.modeles() }
    #expect(rien.isEmpty)
  }

  @Test("une image qui n’en est pas une, ou trop lourde, est refusée")
  func images() async throws {
    let editeur = EditionDEssai(try await RegistreDEssai(.sqlite)).editeur
    for octets in [Array("pas une image".utf8), png + [UInt8](repeating: 0, count: 1_000_000)] {
      #expect(throws: Refus.self) { try editeur.image(octets, lieu: "logo") }
    }
  }

  @Test("l’aperçu montre ce qui s’écrit, sans rien garder")
  func apercu() async throws {
    let bureau = try await BureauDEssai(.sqlite)
    for nature in NatureDeDocument.allCases {
      var modele = ModeleDeDocument.fourni(nature)
      modele.titre = "Essai de {{ville}}"
      let vu = try await bureau.essai.faire(
        ApercevoirUnModele(modele, EnTeteDeDocument(lignes: "Ligne"))
      )
      #expect(vu.cadre.titre.hasPrefix("Essai de ") && vu.cadre.entete == ["Ligne"])
      #expect(vu.verification.code == "EXEMPLE" && vu.nature == nature)
    }
    let modeles = try await bureau.essai.lire { try $0.modeles() }
    #expect(modeles.isEmpty)
  }
}
