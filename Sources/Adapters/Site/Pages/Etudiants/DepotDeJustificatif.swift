internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// The form by which a student, or the secretariat for them, gives a document for an absence.
enum DepotDeJustificatif {
  static let routes: [Route] = [
    .lecture("/etudiants/{etudiant}/justificatifs/nouveau") { try await montrer($0) },
    .lecture("/moi/justificatifs/nouveau") { try await montrer($0) },
    .envoi("/etudiants/{etudiant}/justificatifs/nouveau", par: deposer),
    .envoi("/moi/justificatifs/nouveau", par: deposer),
  ]

  static func montrer(_ visite: Visite, _ envoyee: SaisieLue? = nil, _ statut: HTTPStatus = .ok)
    async throws -> HTTPResponse
  {
    let vu = try visite.dossierVu()
    let etat = try await visite.demander(VoirLesAbsencesDUnEtudiant(vu.etudiant))
    guard etat.peutDeposer else { throw Refus.interdit(.deposerUnJustificatif) }
    let jour = visite.site.bureau.horloge.maintenant().jour.description
    let saisie =
      envoyee ?? SaisieLue(["du": jour, "au": jour, "de-heure": "8:00", "a-heure": "18:00"])
    let champs = champs(saisie, vu)
    return visite.page(
      "Déposer un justificatif",
      fil: [
        Lien(
          vu.estLeSien ? "Mon dossier" : etat.etudiant.nomAffiche,
          vers: vu.adresse("absences"),
        )
      ],
      scripts: [Fichiers.script("envoi.js")],
      statut: statut,
    ) {
      Carte("L’absence et sa pièce") {
        p { Typographie.phrase(etat.delais.phrase) }
        ResumeDesErreurs(de: champs)
        Formulaire(
          vers: vu.adresse("justificatifs", "nouveau"),
          jeton: visite.jeton,
          aDesFichiers: true,
        ) {
          Rangee {
            champs[0]
            champs[1]
          }
          Rangee {
            champs[2]
            champs[3]
          }
          champs[4]
          champs[5]
          Boutons(Bouton("Déposer", .premier))
          p(.role("status"), .data("progres", "Envoi de la pièce…")) {}
        }
      }
    }
  }

  private static func champs(_ saisie: SaisieLue, _ vu: DossierVu) -> [Champ] {
    let natures = Justificatif.Nature.allCases.map { Choix($0.rawValue, $0.phrase) }
    return [
      Champ("du", "Du", .date(saisie["du"]), erreur: saisie.fautes["du"]),
      Champ("de-heure", "À partir de", .texte(saisie["de-heure"]), aide: "« 8:00 »"),
      Champ("au", "Au", .date(saisie["au"]), erreur: saisie.fautes["au"]),
      Champ("a-heure", "Jusqu’à", .texte(saisie["a-heure"]), aide: "« 18:00 »"),
      Champ(
        "nature",
        "Nature",
        .choix(natures, choisi: saisie.facultatif("nature")),
        erreur: saisie.fautes["nature"],
      ),
      Champ(
        "piece",
        "Pièce",
        .fichier(accepte: "application/pdf,image/jpeg,image/png"),
        aide: "PDF, JPEG ou PNG, \(Fichier.limite / 1_000_000) Mo au plus.",
        erreur: saisie.fautes["piece"],
        estFacultatif: !vu.estLeSien,
      ),
    ]
  }

  private static func deposer(_ visite: Visite) async throws -> HTTPResponse {
    let vu = try visite.dossierVu()
    let envoi = try visite.formulaire()
    var saisie = SaisieLue(envoi)
    let du = instant(saisie["du"], saisie["de-heure"])
    let au = instant(saisie["au"], saisie["a-heure"])
    let nature = Justificatif.Nature(rawValue: saisie["nature"])
    let piece = envoi.file("piece")
    if du == nil { saisie.fautes["du"] = "Donnez un jour et une heure : « 8:00 »." }
    if au == nil { saisie.fautes["au"] = "Donnez un jour et une heure : « 18:00 »." }
    if let du, du.jour > visite.site.bureau.horloge.maintenant().jour {
      saisie.fautes["du"] =
        "Cette absence n’a pas commencé : annoncez-la, ou demandez une autorisation."
    }
    if nature == nil { saisie.fautes["nature"] = "Choisissez la nature." }
    if piece == nil, vu.estLeSien { saisie.fautes["piece"] = "Joignez la pièce." }
    guard let du, let au, let nature, saisie.fautes.isEmpty else {
      return try await montrer(visite, saisie, .unprocessableContent)
    }
    do {
      var fichier: String?
      if let piece {
        fichier = try await visite.faire(
          DeposerUnFichier(etudiant: vu.etudiant, octets: piece.bytes())
        )
      }
      try await visite.faire(
        DeposerUnJustificatif(
          etudiant: vu.etudiant,
          du: du,
          au: au,
          nature: nature,
          fichier: fichier,
        )
      )
      return visite.versLaPage(vu.adresse("absences"), fait: .justificatifDepose)
    } catch let refus as Refus {
      guard saisie.prendre(refus, champs: ["fichier": "piece"], defaut: "au") else { throw refus }
      return try await montrer(visite, saisie, .unprocessableContent)
    }
  }

  /// A day and « 8:00 » or « 8 h 30 ».
  private static func instant(_ jour: String, _ heure: String) -> Instant? {
    let chiffres = heure.split { !$0.isNumber }.map(String.init)
    guard (1...2).contains(chiffres.count) else { return nil }
    let parties = chiffres.map { $0.count == 1 ? "0" + $0 : $0 }
    return Instant("\(jour)T\(parties[0]):\(parties.count > 1 ? parties[1] : "00")")
  }
}
