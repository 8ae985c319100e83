import Actes
import Demonstration
import HTTPServer
import Scolarite
import Testing

@Suite("Pages du secrétariat")
struct SecretariatTests {
  @Test("la recherche montre les étudiants trouvés, et le seul fragment à un script")
  func recherche() async throws {
    let essai = try await SecretariatDEssai()
    let page = try await essai.secretariat()
    let nom = try await essai.nom(essai.ici.etudiants[0])
    let entiere = try await page.lire("/etudiants?q=\(try encode(nom))")
    #expect(entiere.statut == .ok && entiere.contient("/etudiants/\(essai.ici.etudiants[0])"))
    #expect(entiere.contient("<h1"))
    let fragment = try await page.lire(
      "/etudiants?q=zzzz",
      entetes: [("x-fragment", "1")],
    )
    #expect(fragment.statut == .ok && !fragment.contient("<h1"))
    #expect(fragment.contient("Personne ne correspond à « zzzz »"))
  }

  @Test("les pages d’un autre département se refusent, celles de rien n’existent pas")
  func ailleurs() async throws {
    let essai = try await SecretariatDEssai()
    let navigateur = try await essai.secretariat()
    let etudiant = essai.ailleurs.etudiants[0]
    for suite in ["", "/notes", "/absences", "/documents", "/journal", "/identite"] {
      let page = try await navigateur.lire("/etudiants/\(etudiant)\(suite)")
      #expect(page.statut == .forbidden, "\(suite)")
    }
    let promotion = essai.ailleurs.promotion.id
    for suite in ["etudiants", "etudiants/importer"] {
      let page = try await navigateur.lire("/promotions/\(promotion)/\(suite)")
      #expect(page.statut == .forbidden, "\(suite)")
    }
    for adresse in ["/etudiants/999999", "/etudiants/abc", "/promotions/999999/etudiants"] {
      #expect(try await navigateur.lire(adresse).statut == .notFound, "\(adresse)")
    }
    let envoi = try await navigateur.envoyer(
      "/promotions/\(promotion)/groupes",
      [("nom", "TD 9"), ("nature", "td")],
    )
    #expect(envoi.statut == .forbidden)
  }

  @Test("toutes les parties d’un dossier s’ouvrent au secrétariat qui l’a")
  func dossier() async throws {
    let essai = try await SecretariatDEssai()
    let navigateur = try await essai.secretariat()
    let etudiant = essai.ici.etudiants[0]
    for suite in ["", "/notes", "/absences", "/documents", "/identite"] {
      let page = try await navigateur.lire("/etudiants/\(etudiant)\(suite)")
      #expect(page.statut == .ok, "\(suite)")
      #expect(page.contient(try await essai.nom(etudiant)), "\(suite)")
    }
    let accueil = try await navigateur.lire("/")
    #expect(accueil.statut == .ok && accueil.contient("Justificatifs à traiter"))
  }

  @Test("un étudiant ouvre son dossier, sans rien de ce qui n’est pas publié, et aucun autre")
  func etudiant() async throws {
    let essai = try await SecretariatDEssai()
    let (lui, autre) = (essai.ici.etudiants[0], essai.ici.etudiants[1])
    let navigateur = try await essai.navigateur(.etudiant, sur: .etudiant(lui), etudiant: lui)
    let modele = try #require(essai.ici.evaluations.first)
    let secrete = try await essai.faire(
      CreerUneEvaluation(
        promotion: essai.ici.promotion.id,
        semestre: modele.semestre,
        module: modele.module,
        intitule: "Épreuve gardée secrète",
        date: nil,
      )
    )
    _ = try await essai.faire(
      SaisirUneNote(
        evaluation: secrete.id,
        etudiant: lui,
        entree: .note(try #require(Note(7))),
        version: 0,
      )
    )
    for suite in ["", "/notes", "/absences", "/documents", "/identite"] {
      let page = try await navigateur.lire("/moi\(suite)")
      #expect(page.statut == .ok, "\(suite)")
      #expect(!page.contient("gardée secrète"), "\(suite)")
    }
    try await essai.faire(PublierUneEvaluation(secrete.id))
    #expect(try await navigateur.lire("/moi/notes").contient("gardée secrète"))
    for suite in ["", "/notes", "/absences", "/documents", "/identite"] {
      let page = try await navigateur.lire("/etudiants/\(autre)\(suite)")
      #expect(page.statut == .forbidden, "\(suite)")
    }
    #expect(
      try await navigateur.lire("/etudiants").contient("Aucune promotion ne vous est ouverte")
    )
    let accueil = try await navigateur.lire("/")
    #expect(accueil.contient("Ouvrir mon dossier") && !accueil.contient("Justificatifs à traiter"))
  }

  @Test("une identité mal saisie revient avec ce qui était tapé, bien saisie elle est écrite")
  func identite() async throws {
    let essai = try await SecretariatDEssai()
    let navigateur = try await essai.secretariat()
    let etudiant = essai.ici.etudiants[0]
    let adresse = "/etudiants/\(etudiant)/identite"
    let champs = [
      ("version", "1"), ("nip", "X1"), ("prenom", "Zoé"), ("courriel", "zoe@etu.example"),
    ]
    let refusee = try await navigateur.envoyer(
      adresse,
      champs + [("nom", ""), ("naissance", "2026-02-31")],
    )
    #expect(refusee.statut == .unprocessableContent)
    #expect(refusee.contient("zoe@etu.example") && refusee.contient("Cette date n’existe pas."))
    for naissance in ["2030-01-01", "2025-11-21", "1905-01-01"] {
      let invraisemblable = try await navigateur.envoyer(
        adresse,
        champs + [("nom", "Dubrûle"), ("naissance", naissance)],
      )
      #expect(invraisemblable.statut == .unprocessableContent)
      #expect(invraisemblable.contient("ne donne pas un âge de 10 à 100 ans"))
    }
    let prise = try await navigateur.envoyer(
      adresse,
      champs + [("nom", "Dubrûle"), ("naissance", "2015-11-20")],
    )
    #expect(prise.statut == .seeOther && prise.suite == adresse)
    #expect(try await essai.nom(etudiant) == "Dubrûle Zoé")
    let perimee = try await navigateur.envoyer(adresse, champs + [("nom", "Autre")])
    #expect(perimee.statut == .conflict)
  }

  @Test(
    "les étudiants cochés entrent dans un groupe créé, puis une inscription prend fin et reprend"
  )
  func groupesEtFin() async throws {
    let essai = try await SecretariatDEssai()
    let navigateur = try await essai.secretariat()
    let liste = "/promotions/\(essai.ici.promotion.id)"
    let cree = try await navigateur.envoyer(
      "\(liste)/groupes",
      [("nom", "Option Z"), ("nature", "option")],
    )
    #expect(cree.statut == .seeOther)
    let groupe = try #require(cree.suite?.split(separator: "=").last.map(String.init))
    let personne = try await navigateur.envoyer("\(liste)/etudiants", [("groupe", groupe)])
    #expect(personne.statut == .unprocessableContent)
    let deux = essai.ici.etudiants.prefix(2)
    let places = try await navigateur.envoyer(
      "\(liste)/etudiants",
      deux.map { ("etudiant", "\($0)") } + [("groupe", groupe), ("effet", "placer")],
    )
    #expect(places.statut == .seeOther)
    let filtree = try await navigateur.lire("\(liste)/etudiants?groupe=\(groupe)")
    #expect(filtree.contient("Option Z (2)"))
    #expect(!filtree.contient("value=\"\(essai.ici.etudiants[2])\""))

    let inscriptions = try await essai.bureau.registre.lire(essai.iut.id) {
      [etudiant = essai.ici.etudiants[0]] in try $0.inscriptions(etudiant: etudiant)
    }
    let inscription = try #require(inscriptions.first)
    let fin = "/etudiants/\(essai.ici.etudiants[0])/inscriptions/\(inscription.id)/fin"
    let champs = [("jour", "2025-11-19"), ("cause", "demission"), ("version", "1")]
    let sansMotif = try await navigateur.envoyer(fin, champs + [("motif", "")])
    #expect(sansMotif.statut == .unprocessableContent && sansMotif.contient("motif"))
    let terminee = try await navigateur.envoyer(fin, champs + [("motif", "réorientation")])
    #expect(terminee.statut == .seeOther)
    #expect(try await navigateur.lire("\(liste)/etudiants").contient("démission"))
    let annulee = try await navigateur.envoyer(fin, [("effet", "annuler"), ("version", "2")])
    #expect(annulee.statut == .seeOther)
    #expect(try await !navigateur.lire("\(liste)/etudiants").contient("démission"))
  }

  @Test("un numéro connu avec d’autres noms ne renomme personne, une inscription garde sa date")
  func inscriptionParNumero() async throws {
    let essai = try await SecretariatDEssai()
    let navigateur = try await essai.secretariat()
    let (promotion, etudiant) = (essai.ici.promotion.id, essai.ici.etudiants[0])
    let connu = try await essai.bureau.registre.lire(essai.iut.id) { try $0.etudiant(etudiant) }
    let nip = try #require(connu?.identite?.nip)
    let nom = try await essai.nom(etudiant)
    let adresse = "/promotions/\(promotion)/inscriptions"
    let suite = [("statut", "initial"), ("debut", "2025-11-03")]
    let refusee = try await navigateur.envoyer(
      adresse,
      [("nip", nip), ("nom", "Autre"), ("prenom", "Nom")] + suite,
    )
    #expect(refusee.statut == .unprocessableContent)
    #expect(refusee.contient("Ce numéro est celui de quelqu’un d’autre"))
    #expect(try await essai.nom(etudiant) == nom)
    let prise = try await navigateur.envoyer(
      adresse,
      [("nip", "N-77"), ("nom", "Neuf"), ("prenom", "Noé")] + suite,
    )
    #expect(prise.statut == .seeOther)
    let debuts = try await essai.bureau.registre.lire(essai.iut.id) { registre in
      try registre.inscriptions(promotion).map { "\($0.debut)" }
    }
    #expect(debuts.contains("2025-11-03"))
  }

  @Test("une liste se montre avant d’être écrite, puis s’écrit telle quelle")
  func importation() async throws {
    let essai = try await SecretariatDEssai()
    let navigateur = try await essai.secretariat()
    let liste = "/promotions/\(essai.ici.promotion.id)/etudiants"
    let csv = "NIP;Nom;Prénom;Groupes;Couleur\n777001;Sévère;Anaïs;TD 1;bleu\n"
    let apercu = try await navigateur.deposer("\(liste)/importer", "liste.csv", csv)
    #expect(apercu.statut == .ok)
    #expect(apercu.contient("Sévère Anaïs") && apercu.contient("« Couleur »"))
    #expect(try await !navigateur.lire(liste).contient("Sévère"))

    let garde = try #require(apercu.texte.firstMatch(of: /name="contenu" value="([0-9a-f]+)"/)?.1)
    let ecrite = try await navigateur.envoyer(
      "\(liste)/importer",
      [("confirme", "oui"), ("nom", "liste.csv"), ("contenu", String(garde))],
    )
    #expect(ecrite.statut == .seeOther)
    let suite = try #require(ecrite.suite)
    let apres = try await navigateur.lire(suite)
    #expect(apres.contient("Sévère Anaïs") && apres.contient("1 nouvel étudiant"))

    let fautive = try await navigateur.deposer(
      "\(liste)/importer",
      "liste.csv",
      "NIP;Nom;Prénom\n;Sans;Numéro\n",
    )
    #expect(fautive.statut == .unprocessableContent && fautive.contient("rien n’a été écrit"))
  }

  @Test("un justificatif se traite et sa pièce ne s’ouvre qu’à qui y a droit")
  func justificatif() async throws {
    let essai = try await SecretariatDEssai()
    let navigateur = try await essai.secretariat()
    let etudiant = essai.ici.etudiants[0]
    let fichier = try await essai.faire(
      DeposerUnFichier(etudiant: etudiant, octets: Array("%PDF-1.7 essai".utf8))
    )
    let justificatif = try await essai.faire(
      DeposerUnJustificatif(
        etudiant: etudiant,
        du: try #require(Instant("2025-11-17T08:00")),
        au: try #require(Instant("2025-11-17T18:00")),
        nature: .deces,
        fichier: fichier,
      )
    )
    #expect(try await navigateur.lire("/").contient("hors du délai de 48 h"))
    let adresse = "/justificatifs/\(justificatif.id)"
    let refusee = try await navigateur.envoyer(
      adresse,
      [("etat", "refuse"), ("motif", ""), ("version", "1")],
    )
    #expect(refusee.statut == .unprocessableContent)
    let acceptee = try await navigateur.envoyer(
      adresse,
      [("etat", "accepte"), ("motif", ""), ("version", "1")],
    )
    #expect(acceptee.statut == .seeOther)
    #expect(try await navigateur.lire(adresse).contient("accepté"))
    let piece = try await navigateur.lire("/fichiers/\(fichier)")
    #expect(piece.statut == .ok && piece.texte == "%PDF-1.7 essai")
    #expect(piece.disposition?.hasPrefix("attachment") == true)

    let autre = essai.ici.etudiants[1]
    let camarade = try await essai.navigateur(.etudiant, sur: .etudiant(autre), etudiant: autre)
    #expect(try await camarade.lire("/fichiers/\(fichier)").statut == .notFound)
    #expect(try await camarade.lire(adresse).statut == .notFound)
  }

  @Test("un étudiant dépose un justificatif avec sa pièce, pour lui seulement")
  func depot() async throws {
    let essai = try await SecretariatDEssai()
    let (lui, autre) = (essai.ici.etudiants[0], essai.ici.etudiants[1])
    let navigateur = try await essai.navigateur(.etudiant, sur: .etudiant(lui), etudiant: lui)
    let champs = [
      ("du", "2025-11-19"), ("de-heure", "8 h"), ("au", "2025-11-19"), ("a-heure", "18:00"),
      ("nature", "medical"),
    ]
    let sansPiece = try await navigateur.envoyer("/moi/justificatifs/nouveau", champs)
    #expect(sansPiece.statut == .unprocessableContent && sansPiece.contient("Joignez la pièce."))
    let ailleurs = try await navigateur.envoyer(
      "/etudiants/\(autre)/justificatifs/nouveau",
      champs,
    )
    #expect(ailleurs.statut == .forbidden)
    let faussePiece = try await navigateur.deposer(
      "/moi/justificatifs/nouveau",
      "piece.pdf",
      "ceci n’est pas un PDF",
      champ: "piece",
      avec: champs,
    )
    #expect(faussePiece.statut == .unprocessableContent)
    let depose = try await navigateur.deposer(
      "/moi/justificatifs/nouveau",
      "piece.pdf",
      "%PDF-1.7 certificat",
      champ: "piece",
      avec: champs,
    )
    #expect(depose.statut == .seeOther && depose.suite == "/moi/absences")
    #expect(try await navigateur.lire("/moi/absences").contient("certificat médical"))
    #expect(
      try await navigateur.lire("/moi/documents").contient("Justificatif, certificat médical")
    )
  }

  private func encode(_ texte: String) throws -> String {
    let item = HTTPItems([.init(name: "q", value: texte)]).encoded
    return String(item.dropFirst(2))
  }
}

extension SecretariatDEssai {
  /// The name that lists show.
  func nom(_ etudiant: Identifiant<Etudiant>) async throws -> String {
    let connu = try await bureau.registre.lire(iut.id) { try $0.etudiant(etudiant) }
    return try #require(connu).nomAffiche
  }
}
