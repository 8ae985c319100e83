import Actes
import HTTPServer
import Scolarite
import Testing

@Suite("Site : BTS, session exceptionnelle de 2021")
struct BTSDuSiteTests {
  private static let entete =
    "Numéro étudiant;Nom;Prénom;E1;E2;E31;E32;E41;E42;E5;E6;Livret;Justificatif"

  /// The fields of a form of a candidate at its present version.
  private static func champs(
    _ terrain: TerrainDeDocuments,
    _ autres: [(String, String)],
  ) async throws -> [(String, String)] {
    let lue = try await terrain.lire { [id = terrain.etudiant] in
      try $0.inscriptionsBTS(etudiant: id).first?.version
    }
    return [("version", "\(try #require(lue))")] + autres
  }

  @Test("de la liste à l’admission, chacun lit ce qu’il doit, quand il le doit")
  func chaine() async throws {
    let terrain = try await TerrainDeDocuments()
    let identiteLue = try await terrain.lire { [id = terrain.etudiant] in
      try $0.etudiant(id)?.identite
    }
    let identite = try #require(identiteLue)
    let qui = "\(identite.nip);\(identite.nomCivil);\(identite.prenomCivil)"
    let departement = "\(terrain.promotion.departement)"
    let bureau = terrain.bureau
    let lui = try await terrain.sien()
    let direction = try await terrain.essai.navigateur(.direction, sur: .etablissement)
    #expect(try await lui.lire("/bts").statut == .forbidden)
    #expect(try await lui.lire("/moi/bts").contient("candidat à aucune session"))
    let sans = try await bureau.envoyer("/bts", [("departement", departement)])
    #expect(sans.statut == .unprocessableContent && sans.contient("Choisissez une spécialité"))
    let ouverte = try await bureau.envoyer(
      "/bts",
      [("departement", departement), ("specialite", "ELT")],
    )
    let page = try #require(ouverte.suite)
    let faux = try await bureau.deposer(
      page + "/liste",
      "bts.csv",
      Self.entete + "\n\(qui);9;9;9;21;ABJ;9;9;9;;",
    )
    #expect(faux.statut == .unprocessableContent && faux.contient("G2") && faux.contient("H2"))
    let apercu = try await bureau.deposer(
      page + "/liste",
      "bts.csv",
      Self.entete + "\n\(qui);8;10;9;8;7;9;10;11;Sérieux;",
    )
    #expect(apercu.contient("Candidats à ajouter"))
    let octets = Array((Self.entete + "\n\(qui);8;10;9;8;7;9;10;11;Sérieux;").utf8)
    let reprise = try await bureau.envoyer(
      page + "/liste",
      [
        ("confirme", "oui"), ("nom", "bts.csv"),
        ("contenu", FeuilleRecue(nom: "bts.csv", octets: octets).hexadecimal),
      ],
    )
    #expect(reprise.suite == page)
    let inscriptionLue = try await terrain.lire { [id = terrain.etudiant] in
      try $0.inscriptionsBTS(etudiant: id).first?.id
    }
    let candidat = "/bts/candidats/\(try #require(inscriptionLue))"
    let avant = try await lui.lire("/moi/bts")
    #expect(avant.contient("ne sont pas proclamés") && !avant.contient("Session normale"))
    #expect(!avant.contient("Sérieux"))
    let tot = try await direction.envoyer(
      page + "/proclamation",
      [("version", "1"), ("proclamation", "2021-07-05")],
    )
    #expect(tot.statut == .unprocessableContent && tot.contient("article 2-2"))
    let decide = try await direction.envoyer(
      candidat + "/decision",
      Self.champs(terrain, [("decision", "oui")]),
    )
    #expect(decide.suite == candidat)
    let proclamee = try await direction.envoyer(
      page + "/proclamation",
      [("version", "1"), ("proclamation", "2021-07-05")],
    )
    #expect(proclamee.suite == page)
    let lue = try await lui.lire("/moi/bts")
    #expect(lue.contient("autorise à vous présenter") && !lue.contient("Vous n’obtenez pas"))
    #expect(try await lui.lire("/moi").contient("Les résultats du BTS sont proclamés"))
    let hors = try await lui.envoyer(
      "/moi/bts",
      Self.champs(
        terrain,
        [("candidat", candidat.split(separator: "/").last.map(String.init) ?? "")],
      ),
    )
    #expect(hors.statut == .unprocessableContent && hors.contient("§ 4"))
    let tard = try await bureau.envoyer(page + "/convoquer", [("convocation", "2021-07-14")])
    #expect(tard.statut == .unprocessableContent && tard.contient("13 juillet 2021"))
    #expect(tard.contient("§ 3"))
    let convoque = try await bureau.envoyer(
      page + "/convoquer",
      [("convocation", "2021-07-14"), ("retard", "panne")],
    )
    #expect(convoque.suite == page)
    #expect(try await bureau.lire(candidat).contient("Convoqué hors délai"))
    let lettre = try await lui.envoyer(
      "/moi/bts/convocation",
      [("session", page.split(separator: "/").last.map(String.init) ?? "")],
    )
    #expect(lettre.statut == .ok && lettre.disposition?.contains(".pdf") == true)
    let envois: [(String, [(String, String)])] = [
      ("discipline", [("discipline", "Culture générale et expression")]),
      (
        "oral",
        [
          ("domaine", "general"), ("jour", "2021-07-20"), ("heure", "9 h 00"), ("salle", "B1"),
        ],
      ),
      (
        "oral",
        [
          ("domaine", "professionnel"), ("jour", "2021-07-20"), ("heure", "10 h 00"),
          ("salle", "B1"),
        ],
      ),
      ("note", [("domaine", "general"), ("note", "15")]),
      ("note", [("domaine", "professionnel"), ("note", "7")]),
    ]
    for (suite, champs) in envois {
      let fait = try await bureau.envoyer(
        candidat + "/" + suite,
        Self.champs(terrain, champs),
      )
      #expect(fait.suite == candidat, "\(suite)")
    }
    #expect(!(try await lui.lire("/moi/bts").contient("15 sur 20")))
    let close = try await direction.envoyer(page + "/cloture", [("version", "2")])
    #expect(close.suite == page)
    let admis = try await lui.lire("/moi/bts")
    #expect(admis.contient("Vous obtenez le BTS") && admis.contient("15 sur 20"))
    let pourquoi = try await bureau.lire(candidat + "/pourquoi")
    #expect(pourquoi.contient("remplace vos épreuves ponctuelles"))
    #expect(pourquoi.contient("n’est pas strictement supérieure") && pourquoi.contient("8,00"))
  }
}

extension FeuilleRecue {
  /// As the page of confirmation sends it back.
  var hexadecimal: String {
    octets.map { octet in
      let texte = String(octet, radix: 16)
      return texte.count == 1 ? "0" + texte : texte
    }.joined()
  }
}
