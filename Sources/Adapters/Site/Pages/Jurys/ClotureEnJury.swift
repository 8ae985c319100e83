internal import Actes
internal import HTTPServer
internal import Scolarite

/// The end of a jury, and what comes after it.
enum ClotureEnJury {
  static let routes: [Route] = [
    .lecture("/jurys/{jury}/cloture") { visite in visite.cloture(try await visite.aClore()) },
    .envoi("/jurys/{jury}/cloture", par: clore),
    .lecture("/jurys/{jury}/scelles") { visite in
      visite.scelles(try await visite.demander(VerifierUnJury(visite.numeroDeJury())))
    },
    .lecture("/jurys/{jury}/scelles.json") { visite in
      let jury = try visite.numeroDeJury()
      let texte = try await visite.demander(ExporterUnJury(jury))
      return .fichier(Array(texte.utf8), nom: "jury-\(jury).json", type: "application/json")
    },
    .lecture("/jurys/{jury}/rectification") { visite in
      visite.rectifier(try await visite.aRectifier())
    },
    .envoi("/jurys/{jury}/rectification", par: rectifier),
  ]

  private static func clore(_ visite: Visite) async throws -> HTTPResponse {
    let jury = try visite.numeroDeJury()
    let envoi = try visite.formulaire()
    let derogation = (envoi["derogation"] ?? "").sansBords
    do {
      _ = try await visite.faire(
        CloreUnJury(
          jury,
          version: envoi["version"].flatMap { Int64($0) } ?? 0,
          vue: envoi["vue"],
          derogation: derogation.isEmpty ? nil : derogation,
        )
      )
    } catch let refus as Refus {
      switch refus {
      case .etat(.decisionsManquantes), .etat(.sansPresident), .etat(.propositionsChangees),
        .etat(.clotureAReprendre), .regle:
        let seance = try await visite.aClore()
        return visite.cloture(seance, faute: refus.phrase.enPhrase, .unprocessableContent)
      case .interdit, .inconnu, .conflit, .etat, .donnees: throw refus
      }
    }
    return visite.versLaPage(Chemin.jury(jury, "scelles"), fait: .juryClos)
  }

  private static func rectifier(_ visite: Visite) async throws -> HTTPResponse {
    let verification = try await visite.aRectifier()
    let envoi = try visite.formulaire()
    let choisis = envoi.fields.all("etudiant")
    let etudiants = choisis.compactMap { Int64($0).flatMap { Identifiant<Etudiant>($0) } }
    let preuve = (envoi["preuve"] ?? "").sansBords
    let date = (envoi["date"] ?? "").sansBords
    var fautes: [String: String] = [:]
    let premier = verification.cloture.session.date
    if let jour = Jour(date), jour < premier {
      fautes["date"] = "Le premier jury est du \(premier.enLettres) : celui-ci vient après."
    }
    if Jour(date) == nil { fautes["date"] = "Donnez le jour de la délibération." }
    if preuve.isEmpty { fautes["preuve"] = "Dites ce qui prouve l’erreur." }
    if etudiants.isEmpty { fautes["etudiant"] = "Cochez au moins un étudiant." }
    guard fautes.isEmpty, let jour = Jour(date) else {
      return visite.rectifier(
        verification,
        choisis: Set(choisis),
        date: date,
        preuve: preuve,
        fautes: fautes,
      )
    }
    let nouveau = try await visite.faire(
      RouvrirPourErreurMaterielle(
        jury: verification.cloture.session.id,
        etudiants: etudiants,
        date: jour,
        preuve: preuve,
      )
    )
    return visite.versLaPage(Chemin.jury(nouveau.id), fait: .juryOuvert)
  }
}
