internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// Where a student signs: with the code of the screen, read or typed.
enum PageDEmargement {
  static let routes: [Route] = [
    .lecture("/emarger") { try await montrer($0, SaisieLue([:])) },
    .lecture("/emarger/{seance}/{code}") { visite in
      let seance = try visite.creneau()
      return try await montrer(
        visite,
        SaisieLue(["seance": "\(seance)", "code": visite.valeurs["code"] ?? ""]),
        lue: seance,
      )
    },
    .envoi("/emarger", par: signer),
  ]

  private static func montrer(
    _ visite: Visite,
    _ saisie: SaisieLue,
    lue: Identifiant<Seance>? = nil,
    _ statut: HTTPStatus = .ok,
  ) async throws -> HTTPResponse {
    let etudiant = try visite.sien()
    let seances = try await visite.demander(VoirSesEmargements(etudiant, seance: lue))
    let aSigner = seances.filter { $0.signe == nil }
    let champs = champs(saisie, aSigner)
    return visite.page("Signer ma présence", statut: statut) {
      for sienne in seances {
        if let signe = sienne.signe {
          Encart(
            .succes,
            "\(sienne.seance.intitule) : vous avez signé à "
              + Typographie.heure(signe.minute / 60, signe.minute % 60) + ".",
          )
        }
      }
      if aSigner.isEmpty, saisie.fautes.isEmpty {
        EtatVide(
          "Rien à signer maintenant",
          "Un créneau se signe quand son enseignant en a ouvert l’émargement.",
        )
      } else {
        Carte("Le code affiché dans la salle") {
          ResumeDesErreurs(de: champs)
          Formulaire(vers: Chemin.emarger, jeton: visite.jeton) {
            HTMLList(champs.map { AnyHTML($0) })
            Boutons(Bouton("Signer ma présence", .premier))
          }
          p {
            Typographie.phrase(
              "Signer pour un autre est une fraude à l’assiduité ; un appareil qui signe pour "
                + "plusieurs est signalé à l’enseignant. Rien d’autre n’est gardé de l’appareil."
            )
          }
        }
      }
    }
  }

  private static func champs(_ saisie: SaisieLue, _ seances: [VoirSesEmargements.ASigner])
    -> [Champ]
  {
    let choix = seances.map { Choix("\($0.seance.id)", $0.seance.intitule) }
    let seul = seances.count == 1 ? seances.first.map { "\($0.seance.id)" } : nil
    return [
      Champ(
        "seance",
        "Créneau",
        .choix(choix, choisi: saisie.facultatif("seance") ?? seul),
        erreur: saisie.fautes["seance"],
      ),
      Champ(
        "code",
        "Code",
        .entier(saisie["code"]),
        aide: "Six chiffres, qui changent.",
        erreur: saisie.fautes["code"],
        remplissage: "off",
      ),
    ]
  }

  private static func signer(_ visite: Visite) async throws -> HTTPResponse {
    var saisie = SaisieLue(try visite.formulaire())
    let etudiant = try visite.sien()
    guard let seance = Int64(saisie["seance"]).flatMap({ Identifiant<Seance>($0) }) else {
      saisie.fautes["seance"] = "Choisissez le créneau."
      return try await montrer(visite, saisie, .unprocessableContent)
    }
    guard case .allowed = visite.site.signatures.take("\(etudiant)", at: .now) else {
      saisie.fautes["code"] = "Trop d’essais : attendez quelques secondes, puis recommencez."
      return try await montrer(visite, saisie, .unprocessableContent)
    }
    let appareil = visite.appareil()
    do {
      try await visite.faire(visite.signature(seance, etudiant, saisie["code"], appareil))
      var reponse = visite.versLaPage(Chemin.emarger, fait: .presenceSignee)
      visite.garder(appareil, &reponse)
      return reponse
    } catch let refus as Refus {
      guard saisie.prendre(refus, champs: [:], defaut: "code") else { throw refus }
      return try await montrer(visite, saisie, .unprocessableContent)
    }
  }
}

extension Visite {
  /// The student who is signed in.
  fileprivate func sien() throws(Refus) -> Identifiant<Etudiant> {
    guard let sien = visiteur?.utilisateur.etudiant else { throw .inconnu(.etudiant) }
    return sien
  }

  private static let nomDAppareil: HTTPFieldName.Exact = "appareil"

  /// What this browser was given the first time that it signed, or what it will be given.
  fileprivate func appareil() -> String {
    if let connu = requete.cookies[Self.nomDAppareil.text], connu.utf8.count == 64 {
      return connu
    }
    return site.portier.secrets.secret().texte
  }

  /// The signature, with digests that compare within this slot only.
  fileprivate func signature(
    _ seance: Identifiant<Seance>,
    _ etudiant: Identifiant<Etudiant>,
    _ code: String,
    _ appareil: String,
  ) -> SignerSaPresence {
    let secrets = site.portier.secrets
    return SignerSaPresence(
      a: seance,
      etudiant,
      code: code,
      appareil: secrets.empreinte("appareil:\(seance):\(appareil)"),
      adresse: secrets.empreinte(
        "adresse:\(seance):\(site.selDesAdresses):\(requete.client.network)"
      ),
      secrets: secrets,
    )
  }

  fileprivate func garder(_ appareil: String, _ reponse: inout HTTPResponse) {
    let temoin = HTTPCookie(
      Self.nomDAppareil,
      appareil,
      maxAge: .seconds(31_536_000),
      isSecure: site.reglages.estChiffre,
    )
    guard let temoin else { preconditionFailure("hexadecimal digits fit in a cookie") }
    reponse.setCookie(temoin)
  }
}
