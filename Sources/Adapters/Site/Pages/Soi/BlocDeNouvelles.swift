internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// What is new for a student since they last said that they had read.
struct BlocDeNouvelles {
  private let nouvelles: Nouvelles
  private let jeton: Jeton
  private let enLettres: (Horodatage) -> String
  /// How many are shown at once.
  private static let limite = 12

  init(_ nouvelles: Nouvelles, _ visite: Visite) {
    self.nouvelles = nouvelles
    jeton = visite.jeton
    enLettres = { visite.site.bureau.horloge.instant($0).jour.enLettres }
  }

  @HTMLBuilder var corps: some HTML {
    Carte(
      nouvelles.estUneSuite ? "Nouveau depuis votre dernière lecture" : "Nouveau ce dernier mois",
      ancre: "nouvelles",
    ) {
      if nouvelles.liste.isEmpty {
        p(.class("aide")) { "Rien de nouveau." }
      } else {
        liste
      }
    }
  }

  @HTMLBuilder private var liste: some HTML {
    let reste = nouvelles.liste.count - Self.limite
    ul(.class("nouvelles")) {
      HTMLList(nouvelles.liste.prefix(Self.limite).map { une in li { ligne(une) } })
    }
    if reste > 0 { p(.class("aide")) { "Et \(compte(reste, "autre")), avant celles-ci." } }
    Formulaire(vers: "/moi/nouvelles", jeton: jeton) {
      input(.type("hidden"), .name("jusqua"), .value(String(nouvelles.jusqua)))
      Boutons(Bouton("J’ai tout lu"))
    }
  }

  private func ligne(_ nouvelle: Nouvelle) -> some HTML {
    HTMLGroup(
      Lien(nouvelle.nature.phrase, vers: nouvelle.nature.adresse),
      small(.class("dessous")) { enLettres(nouvelle.horodatage) },
    )
  }

  static func marquer(_ visite: Visite) async throws -> HTTPResponse {
    let jusqua = Int64(try visite.formulaire()["jusqua"] ?? "") ?? 0
    try await visite.faire(MarquerSesNouvelles(jusqua: jusqua))
    return visite.versLaPage(Chemin.moi, fait: .nouvellesLues)
  }
}

extension Nouvelle.Nature {
  /// What is new, without what stands in it.
  fileprivate var phrase: String {
    switch self {
    case .note(let epreuve, let estCorrigee):
      estCorrigee
        ? "Note modifiée : \(epreuve.module), \(epreuve.nom)"
        : "Note publiée : \(epreuve.module), \(epreuve.nom)"
    case .justificatif(_, .accepte): "Votre justificatif est accepté"
    case .justificatif(_, .aCompleter): "Votre justificatif est à compléter"
    case .justificatif(_, .refuse): "Votre justificatif est refusé"
    case .engagement(_, .accepte): "La commission vous accorde une bonification"
    case .engagement(_, .aCompleter): "Votre demande de bonification est à compléter"
    case .engagement(_, .refuse): "La commission a statué sur votre demande de bonification"
    case .amenagement(_, .accepte): "Votre demande d’aménagement est accordée"
    case .amenagement(_, .aCompleter), .amenagement(_, .refuse):
      "Votre demande d’aménagement a reçu une réponse"
    case .copie(_, .accepte), .copie(_, .aCompleter):
      "Votre demande de consultation de copie avance"
    case .copie(_, .refuse): "Votre demande de consultation de copie a reçu sa réponse"
    case .erreurReprise:
      "L’erreur reconnue sur votre copie ne l’est plus : votre demande attend une réponse"
    case .soutienAnnule: "Une séance de soutien est annulée"
    case .session2(.admissibilite): "Une session 2 vous est ouverte"
    case .session2(.admissibiliteRevue): "Les UE ouvertes pour vous en session 2 ont changé"
    case .session2(.limite): "La limite d’inscription en session 2 a changé"
    case .session2(.renoncement):
      "Votre silence vaut renoncement à la session 2"
    case .session2(.amenagements): "Vos aménagements pour la session 2 sont arrêtés"
    case .session2(.amenagement): "Un de vos aménagements change à la session 2"
    case .session2(.tardive): "Votre demande d’inscription tardive a reçu une réponse"
    case .convocation(_, false): "Le calendrier de la session 2 est publié"
    case .convocation(_, true): "Vos épreuves de session 2 ont changé"
    case .decision(_, false): "Les décisions du jury sont disponibles"
    case .decision(_, true): "Le jury a délibéré de nouveau"
    case .bts(.proclamation): "Les résultats du BTS sont proclamés"
    case .bts(.convocation): "Vous êtes convoqué aux oraux du BTS"
    case .bts(.oral): "Un de vos oraux du BTS est fixé, ou a changé"
    case .bts(.accompagnement): "Un accompagnement vous est proposé pour le BTS"
    case .bts(.cloture): "Le jury du BTS a clos la session de rattrapage"
    case .bts(.reouverture): "Le jury du BTS reprend votre cas"
    case .bts(.deliberation): "Le jury du BTS a délibéré de nouveau sur votre cas"
    }
  }

  /// Where it is read.
  fileprivate var adresse: SafeURL {
    switch self {
    case .note(let epreuve, _):
      Chemin.avec("/moi/notes", [("promotion", "\(epreuve.promotion)")])
    case .justificatif(let id, _): Chemin.justificatif(id)
    case .convocation: Chemin.monCalendrierDeSession2
    case .engagement: Chemin.monEngagement
    case .amenagement: Chemin.mesAmenagements
    case .copie, .erreurReprise: Chemin.mesCopies
    case .soutienAnnule: Chemin.monSoutien
    case .session2: Chemin.maSession2
    case .bts: Chemin.monBTS
    case .decision(let promotion, _):
      Chemin.avec("/moi/resultats", [("promotion", "\(promotion)")])
    }
  }
}
