import Actes
import HTTPServer
import Scolarite
import Soutien
import Testing

@testable import Site

@Suite("Calendrier de session 2 sur le site")
struct CalendrierDeSession2DuSiteTests {
  /// A published calendar of RT with one student called to one exam, and the pages that lead there.
  private struct Terrain {
    let essai: SiteDEssai
    let pose: CalendrierPose
    let etudiant: Utilisateur
    let secretariat: Navigateur

    var ici: String { "/session-2/\(pose.campagne)/calendrier" }

    init() async throws {
      essai = try await SiteDEssai.commun.value
      let promotion = essai.rt
      let inscrits = try await essai.lire { try $0.inscriptions(promotion.id).map(\.etudiant) }
      let campagne = try await essai.faire(
        OuvrirUneCampagne(
          promotion: promotion.id,
          nature: .session2,
          intitule: "Session 2 d’essai",
          ouverture: try #require(Instant("2026-11-01T08:00")),
          cloture: try #require(Instant("2026-12-01T08:00")),
        )
      )
      let module = try #require(
        try await essai.lire { try $0.evaluations(promotion.id) }.first
      ).module
      let lui = try #require(inscrits.last)
      pose = try await essai.faire(
        CalendrierPose.Poser(
          campagne: campagne,
          etudiant: lui,
          module: module,
          jour: try #require(Jour("2027-01-11")),
        )
      )
      let identifiant = "session-2-\(pose.campagne)"
      etudiant = try await essai.faire(
        CreerUnUtilisateur(.init(identifiant: identifiant, nom: "Lui-même", etudiant: lui))
      )
      _ = try await essai.faire(
        DonnerUnRole(
          .etudiant,
          sur: .etudiant(lui),
          a: etudiant.id,
          depuis: try #require(Jour("2026-09-01")),
        )
      )
      let nouveau = try await essai.faire(
        CreerUnUtilisateur(.init(identifiant: "s-\(identifiant)", nom: "Secrétariat"))
      )
      _ = try await essai.faire(
        DonnerUnRole(
          .secretariat,
          sur: .promotion(promotion.id),
          a: nouveau.id,
          depuis: try #require(Jour("2026-09-01")),
        )
      )
      secretariat = try await essai.navigateur(nouveau)
    }
  }

  @Test("la page du calendrier dit où il en est, la grille ce que coûte un déplacement")
  func pages() async throws {
    let terrain = try await Terrain()
    let page = try await terrain.secretariat.lire(terrain.ici)
    #expect(page.code == 200 && page.contient("Direction des études"))
    #expect(page.contient("Signalés par les étudiants") && page.contient("stage"))
    let grille = try await terrain.secretariat.lire("\(terrain.ici)/grille")
    #expect(grille.contient("Amphi A") && grille.contient("data-creneau=\"2027-01-11T09:00\""))
    let question = "epreuve=\(terrain.pose.cle)&vers=2027-01-11T09:00&salle=Amphi%20A"
    let prix = try await terrain.secretariat.lire("\(terrain.ici)/prix?\(question)")
    #expect(prix.code == 200 && prix.contient("coût"))
    let confirmation = try await terrain.secretariat.lire("\(terrain.ici)/grille?\(question)")
    #expect(confirmation.contient("Déplacer \(terrain.pose.cle.phrase)"))
  }

  @Test("une durée changée depuis la publication se dit, et se reporte d’un bouton")
  func miseAJour() async throws {
    let terrain = try await Terrain()
    let campagne = terrain.pose.campagne
    let bouton = "Mettre à jour durées et temps majorés"
    #expect(try await !terrain.secretariat.lire(terrain.ici).contient(bouton))
    let epreuves = try await terrain.essai.lire { try $0.epreuvesDeSession2(campagne) }
    var epreuve = try #require(epreuves.first)
    epreuve.durees = [.ecrit: 90]
    _ = try await terrain.essai.faire(ChoisirUneEpreuve(epreuve))
    let page = try await terrain.secretariat.lire(terrain.ici)
    #expect(page.contient(bouton) && page.contient("lisent encore le calendrier publié"))
    let envoi = try await terrain.secretariat.envoyer(
      "\(terrain.ici)/mise-a-jour",
      [("version", "0")],
    )
    #expect(envoi.suite == terrain.ici)
    let relue = try await terrain.secretariat.lire(terrain.ici)
    #expect(!relue.contient(bouton) && relue.contient("version 2"))
    let encore = try await terrain.secretariat.envoyer(
      "\(terrain.ici)/mise-a-jour",
      [("version", "1")],
    )
    #expect(encore.code == 409 && encore.contient("sont à jour"))
  }

  @Test("des salles mal écrites sont refusées, et ce qui était écrit reste")
  func salles() async throws {
    let terrain = try await Terrain()
    let page = try await terrain.secretariat.envoyer(
      "\(terrain.ici)/lieux",
      [("version", "1"), ("salles", "Amphi sans place"), ("jour-2027-01-11", "8 h à 10 h")],
    )
    #expect(page.code == 422 && page.contient("n’est pas une salle"))
    #expect(page.contient("Amphi sans place") && page.contient("8 h à 10 h"))
    let bonne = try await terrain.secretariat.envoyer(
      "\(terrain.ici)/lieux",
      [
        ("version", "1"), ("salles", "Amphi B ; 60\nC12 ; 20 ; Ordinateurs ; prises"),
        ("jour-2027-01-11", "8 h à 10 h, 10 h 30 à 12 h 30"),
      ],
    )
    #expect(bonne.suite == terrain.ici)
    let relue = try await terrain.secretariat.lire("\(terrain.ici)/lieux")
    #expect(relue.contient("Amphi B ; 60\nC12 ; 20 ; Ordinateurs, prises"))
    #expect(relue.contient("10 h 30 à 12 h 30"))
  }

  @Test("un besoin qu’aucune salle n’offre se lit sur le calendrier et avec les salles")
  func besoins() async throws {
    let terrain = try await Terrain()
    let campagne = terrain.pose.campagne
    let epreuves = try await terrain.essai.lire { try $0.epreuvesDeSession2(campagne) }
    var epreuve = try #require(epreuves.first)
    epreuve.besoins = "ordinateurs, prises"
    _ = try await terrain.essai.faire(ChoisirUneEpreuve(epreuve))
    let ue = epreuve.ue.texte
    for page in [terrain.ici, "\(terrain.ici)/lieux"] {
      let lue = try await terrain.secretariat.lire(page)
      #expect(lue.contient("Aucune salle n’a ce que des épreuves demandent."))
      #expect(lue.contient("ordinateurs (\(ue))") && lue.contient("prises (\(ue))"))
    }
    _ = try await terrain.secretariat.envoyer(
      "\(terrain.ici)/lieux",
      [
        ("version", "1"), ("salles", "Amphi A ; 40 ; Prise\nC12 ; 20 ; Ordinateur, prises"),
        ("jour-2027-01-11", "9 h à 11 h"),
      ],
    )
    let equipee = try await terrain.secretariat.lire(terrain.ici)
    #expect(!equipee.contient("Aucune salle n’a"))
    let question = "epreuve=\(terrain.pose.cle)&vers=2027-01-11T09:00&salle="
    let grille = try await terrain.secretariat.lire("\(terrain.ici)/grille?\(question)C12")
    #expect(grille.contient("Amphi A n’a pas ce que demande"))
    let prix = try await terrain.secretariat.lire("\(terrain.ici)/prix?\(question)C12")
    #expect(prix.code == 200 && prix.contient("coût"))
  }

  @Test("l’étudiant lit ses épreuves, déclare et signale ; un autre ne voit rien de lui")
  func etudiant() async throws {
    let terrain = try await Terrain()
    let lui = try await terrain.essai.navigateur(terrain.etudiant)
    let page = try await lui.lire("/moi/session-2/calendrier")
    #expect(page.code == 200 && page.contient("Session 2 d’essai"))
    #expect(page.contient("Amphi A") && page.contient("Chevauchement"))
    let ici = "/moi/session-2/\(terrain.pose.campagne)"
    let fausse = try await lui.envoyer(
      "\(ici)/contraintes",
      [
        ("nature", "stage"), ("du", "2027-01-11"), ("heure-du", "midi"), ("au", "2027-01-11"),
        ("heure-au", "18 h"),
      ],
    )
    #expect(fausse.code == 422 && fausse.contient("Écrivez l’heure"))
    let encore = try await lui.envoyer(
      "\(ici)/signalements",
      [("epreuves", "\(terrain.pose.cle)")],
    )
    #expect(encore.code == 409 && encore.contient("connaît déjà"))
    let voisin = try await terrain.essai.navigateur(terrain.essai.compte(.etudiant))
    let sienne = try await voisin.envoyer(
      "\(ici)/contraintes/\(terrain.pose.contrainte)"
    )
    #expect(sienne.code == 403)
  }

  @Test("on n’émarge pas sans la carte d’étudiant, ni avant l’heure")
  func emargement() async throws {
    let terrain = try await Terrain()
    let jour = "/session-2/\(terrain.pose.campagne)/jour"
    let liste = try await terrain.secretariat.lire(jour)
    #expect(liste.code == 200 && liste.contient(terrain.pose.cle.phrase))
    let tirees = try await terrain.secretariat.envoyer("\(jour)/places")
    #expect(tirees.suite == jour)
    let epreuve = try await terrain.secretariat.lire("\(jour)/\(terrain.pose.cle)")
    #expect(epreuve.contient("place ") && epreuve.contient("fin à 10 h"))
    let lui = try #require(terrain.etudiant.etudiant)
    let sans = try await terrain.secretariat.envoyer(
      "\(jour)/\(terrain.pose.cle)/etudiants/\(lui)",
      [("version", "0"), ("piece", "oui"), ("arrivee", "9 h")],
    )
    #expect(sans.code == 409 && sans.contient("procédure de session 2, § 4"))
  }
}
