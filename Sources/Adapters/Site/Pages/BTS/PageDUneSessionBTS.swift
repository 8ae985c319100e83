internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// A session of the BTS: where it stands, its candidates, what is next.
enum PageDUneSessionBTS {
  static let routes: [Route] = [
    .lecture("/bts/{bts}") { try await montrer($0) },
    .envoi("/bts/{bts}/candidats", par: EnvoisDUneSessionBTS.inscrire),
    .envoi("/bts/{bts}/proclamation", par: EnvoisDUneSessionBTS.proclamer),
    .envoi("/bts/{bts}/correction", par: EnvoisDUneSessionBTS.corriger),
    .envoi("/bts/{bts}/convoquer", par: EnvoisDUneSessionBTS.convoquer),
    .envoi("/bts/{bts}/convocations", par: EnvoisDUneSessionBTS.imprimer),
    .envoi("/bts/{bts}/cloture", par: EnvoisDUneSessionBTS.clore),
  ]

  static func montrer(
    _ visite: Visite,
    _ envoyee: SaisieLue? = nil,
    _ statut: HTTPStatus = .ok,
  ) async throws -> HTTPResponse {
    let vue = try await visite.demander(VoirUneSessionBTS(visite.sessionBTS()))
    let saisie = envoyee ?? SaisieLue([:])
    let session = vue.session
    return visite.page(
      session.intitule,
      fil: [Lien("Jurys", vers: Chemin.jurys), Lien("BTS", vers: Chemin.bts)],
      statut: statut,
    ) {
      if session.proclamation == nil, vue.droits.contains(.gererLesCampagnes),
        vue.droits.contains(.saisirLesNotes)
      {
        Bouton("Reprendre une liste", vers: Chemin.sessionBTS(session.id, "liste"))
      }
    } contenu: {
      if vue.specialite.aConfirmer {
        Encart(
          .attention,
          titre: "Coefficients à confirmer.",
          "Source : \(vue.specialite.source). Vérifiez-les avant tout usage réel.",
        )
      }
      if !vue.rouverts.isEmpty {
        Encart(
          .attention,
          titre: "Le jury doit délibérer de nouveau, pour erreur matérielle.",
          vue.rouverts.map(\.etudiant.nomAffiche).joined(separator: ", ") + ".",
        )
      }
      Chiffres(chiffres(vue))
      Carte("Étapes") { Frise(etapes(vue, visite)) }
      FormulairesDUneSessionBTS.suite(vue, saisie, visite.jeton)
      if !vue.sousLaMoyenne.isEmpty {
        Carte("Candidats sous 10") { TableauxDUneSessionBTS.sousLaMoyenne(vue) }
      }
      Carte("Tous les candidats") { TableauxDUneSessionBTS.candidats(vue) }
      if session.proclamation == nil, vue.droits.contains(.gererLesCampagnes) {
        Carte("Ajouter un candidat") {
          FormulairesDUneSessionBTS.ajout(session, saisie, visite.jeton)
        }
      }
      Carte("Épreuves de la spécialité") {
        TableauxDUneSessionBTS.specialite(vue.specialite)
      }
    }
  }

  private static func chiffres(_ vue: VoirUneSessionBTS.Vue) -> [ChiffreCle] {
    let autorises = vue.candidats.count { $0.inscription.decision?.autorise == true }
    let admis = vue.candidats.count { $0.resultat?.admis.valeur == true }
    return [
      ChiffreCle("Candidats", "\(vue.candidats.count)"),
      ChiffreCle("Sous 10", "\(vue.sousLaMoyenne.count)"),
      ChiffreCle("Autorisés", "\(autorises)"),
      ChiffreCle(
        "Admis",
        "\(admis)",
        precision: vue.session.close == nil ? "d’après ce qui est saisi" : nil,
      ),
    ]
  }

  private static func etapes(_ vue: VoirUneSessionBTS.Vue, _ visite: Visite) -> [Frise.Moment] {
    let session = vue.session
    let autorises = vue.candidats.map(\.inscription).filter { $0.decision?.autorise == true }
    let convoques = autorises.count { $0.convocation != nil }
    let tenus = autorises.reduce(0) { $0 + $1.oraux.values.count { $0.issue != nil } }
    var moments = [
      Frise.Moment(
        session.proclamation?.enLettres ?? "à venir",
        "Proclamation des résultats de la session normale",
        ton: session.proclamation == nil ? .attention : .succes,
      )
    ]
    if let limite = session.dernierJourDeConvocation {
      let aujourdHui = visite.site.bureau.horloge.maintenant().jour
      let estEnRetard = convoques < autorises.count && aujourdHui > limite
      moments.append(
        Frise.Moment(
          "\(limite.enLettres) au plus tard",
          "Convocation des candidats autorisés : \(convoques) sur \(autorises.count)",
          ton: estEnRetard ? .erreur : convoques == autorises.count ? .succes : .attention,
          detail: estEnRetard
            ? "Les huit jours sont passés : une convocation demande le motif du retard." : nil,
        )
      )
      moments.append(
        Frise.Moment(
          "après la convocation",
          "Oraux tenus : \(tenus) sur \(2 * autorises.count)",
          ton: tenus == 2 * autorises.count ? .succes : .attention,
        )
      )
    }
    moments.append(
      Frise.Moment(
        session.close?.enLettres ?? "à venir",
        "Clôture : les candidats lisent leurs oraux et leur admission",
        ton: session.close == nil ? .neutre : .succes,
      )
    )
    return moments
  }
}
