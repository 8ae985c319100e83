internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// The rooms of a session, and the hours of each of its days.
enum PageDesLieux {
  static let routes: [Route] = [
    .lecture("/session-2/{campagne}/calendrier/lieux") { try await montrer($0) },
    .envoi("/session-2/{campagne}/calendrier/lieux", par: ecrire),
  ]

  private static func montrer(
    _ visite: Visite,
    _ envoyee: SaisieLue? = nil,
    _ statut: HTTPStatus = .ok,
  ) async throws -> HTTPResponse {
    let id = try visite.campagneDeSession2()
    let vue = try await visite.demander(VoirLeCalendrierDeSession2(id))
    let saisie = envoyee ?? SaisieLue(vue.lieux?.champs ?? ["version": "0"])
    let champs = champs(saisie, vue)
    return visite.page("Salles et créneaux", fil: visite.filDeSession2(vue), statut: statut) {
      vue.chomesOuverts.avis
      vue.besoinsSansSalle.avis
      Carte("Où et quand") {
        p(.class("aide")) {
          Typographie.phrase(
            (vue.session.premierJour == vue.session.dernierJour
              ? "La session tient en un jour. Laissez vide une demi-journée "
              : "La session va du \(vue.session.premierJour.enLettres) au "
                + "\(vue.session.dernierJour.enLettres). Laissez vide un jour, ou une demi-journée, ")
              + "où aucune épreuve n’a lieu."
          )
        }
        ResumeDesErreurs(de: champs)
        Formulaire(vers: Chemin.calendrierDeSession2(id, "lieux"), jeton: visite.jeton) {
          input(.type("hidden"), .name("version"), .value(saisie["version"]))
          HTMLList(champs.map { AnyHTML($0) })
          Boutons(Bouton("Enregistrer", .premier))
        }
      }
      if vue.calendrier != nil {
        Encart(
          .attention,
          "Un calendrier existe déjà. Une salle ou un créneau retiré qu’il occupe sera signalé, et "
            + "ce qui s’y trouvait sera à déplacer.",
        )
      }
    }
  }

  private static func champs(_ saisie: SaisieLue, _ vue: VoirLeCalendrierDeSession2.Vue) -> [Champ]
  {
    let jours = vue.session.jours
    return [
      Champ(
        "salles",
        "Salles",
        .texteLong(saisie["salles"], lignes: 6),
        aide: aideDesSalles(vue),
        erreur: saisie.fautes["salles"],
        estFacultatif: true,
      )
    ]
      + jours.map { jour in
        Champ(
          "jour-\(jour)",
          jour.enLettres,
          .texte(saisie["jour-\(jour)"]),
          aide: aide(jour, vue),
          erreur: saisie.fautes["jour-\(jour)"],
          estFacultatif: true,
        )
      }
  }

  /// How rooms are written, and the words in which exams ask for them.
  private static func aideDesSalles(_ vue: VoirLeCalendrierDeSession2.Vue) -> String {
    let demandes =
      vue.besoins.isEmpty
      ? "" : " Les épreuves demandent : \(vue.besoins.map(\.equipement).enListe)."
    return "Une par ligne, avec ses places et, s’il y en a, son équipement : "
      + "« Amphi A ; 120 ; vidéoprojecteur, prises ». Une épreuve ne va que dans une salle qui a "
      + "tout ce qu’elle demande." + demandes
  }

  /// How slots are written, on the first day; why people may be away.
  private static func aide(_ jour: Jour, _ vue: VoirLeCalendrierDeSession2.Vue) -> String? {
    let chome = vue.chomes.first { $0.jour == jour }.map { ["\($0.raison.enPhrase)"] } ?? []
    let forme =
      jour == vue.session.premierJour
      ? [
        "Les créneaux du matin et de l’après-midi : « 8 h à 10 h, 10 h 30 à 12 h 30, 14 h à 16 h »."
      ] : []
    let phrases = chome + forme
    return phrases.isEmpty ? nil : phrases.joined(separator: " ")
  }

  private static func ecrire(_ visite: Visite) async throws -> HTTPResponse {
    let id = try visite.campagneDeSession2()
    let vue = try await visite.demander(VoirLeCalendrierDeSession2(id))
    var saisie = SaisieLue(try visite.formulaire())
    let jours = vue.session.jours
    let salles = saisie.salles()
    let creneaux = jours.flatMap { saisie.creneaux($0) }
    guard saisie.fautes.isEmpty else {
      return try await montrer(visite, saisie, .unprocessableContent)
    }
    do {
      try await visite.faire(
        DefinirLesLieuxDeSession2(
          LieuxDeSession2(
            campagne: id,
            salles: salles,
            creneaux: creneaux,
            version: Int64(saisie["version"]) ?? 0,
          )
        )
      )
    } catch let refus as Refus {
      let premier = jours.first.map { "jour-\($0)" } ?? "salles"
      guard saisie.prendre(refus, champs: ["créneaux": premier], defaut: "salles") else {
        throw refus
      }
      return try await montrer(visite, saisie, .unprocessableContent)
    }
    return visite.versLaPage(Chemin.calendrierDeSession2(id), fait: .lieuxEnregistres)
  }
}

extension [JourChome] {
  /// What is said of slots on days on which people may be away; nothing is forbidden.
  @HTMLBuilder var avis: some HTML {
    if !isEmpty {
      Encart(
        .attention,
        titre: "Des épreuves sont prévues un jour chômé ou de vacances.",
      ) {
        ul {
          for chome in self {
            li { Typographie.phrase("\(chome.jour.enLettres) : \(chome.raison)") }
          }
        }
        p {
          Typographie.phrase(
            "Rien ne l’interdit : assurez-vous que les locaux ouvrent et que chacun peut venir."
          )
        }
      }
    }
  }
}

extension [BesoinDeSalle] {
  /// What is said of needs that no room meets: nothing is forbidden, since nothing could be placed.
  @HTMLBuilder var avis: some HTML {
    if !isEmpty {
      Encart(.attention, titre: "Aucune salle n’a ce que des épreuves demandent.") {
        ul {
          for besoin in self {
            li { besoin.enClair.enPhraseSuite }
          }
        }
        p {
          Typographie.phrase(
            "Le calendrier n’en tient pas compte : complétez l’équipement d’une salle, ou changez "
              + "les besoins de l’épreuve."
          )
        }
      }
    }
  }
}

extension BesoinDeSalle {
  /// « Aucune salle n’a : ordinateurs (UE12) ».
  fileprivate var enClair: String {
    "Aucune salle n’a : \(equipement.nom) (\(ues.map(\.texte).joined(separator: ", ")))"
  }
}

extension LieuxDeSession2 {
  /// What stands in the fields of the form.
  fileprivate var champs: [String: String] {
    var champs = [
      "version": "\(version)",
      "salles": salles.map(\.ligne).joined(separator: "\n"),
    ]
    for (jour, siens) in Dictionary(grouping: creneaux, by: \.debut.jour) {
      champs["jour-\(jour)"] = siens.map { creneau in
        "\(creneau.debut.minute.enHeures) à \(creneau.fin.enHeures)"
      }.joined(separator: ", ")
    }
    return champs
  }
}

extension LieuxDeSession2.Salle {
  /// « Amphi A ; 120 ; vidéoprojecteur, prises », with common spaces, for a field.
  fileprivate var ligne: String {
    "\(nom) ; \(places)" + (equipements.isEmpty ? "" : " ; \(equipements.enListe)")
  }
}

extension Int {
  /// Minutes since midnight as « 8 h 30 », with common spaces, for a field.
  fileprivate var enHeures: String {
    let minutes = self % 60
    return "\(self / 60) h" + (minutes == 0 ? "" : " \(minutes < 10 ? "0" : "")\(minutes)")
  }
}

extension SaisieLue {
  fileprivate mutating func salles() -> [LieuxDeSession2.Salle] {
    var salles: [LieuxDeSession2.Salle] = []
    for ligne in lignes("salles") {
      let parties = ligne.split(separator: ";", maxSplits: 2).map { String($0).sansBords }
      guard parties.count >= 2, let places = Int(parties[1]) else {
        fautes["salles"] =
          "« \(ligne) » n’est pas une salle : écrivez son nom, un point-virgule, ses places et, "
          + "après un autre point-virgule, son équipement s’il y en a."
        continue
      }
      let equipements = parties.count == 3 ? EquipementDeSalle.liste(parties[2]) : []
      salles.append(.init(parties[0], places: places, equipements: equipements))
    }
    return salles
  }

  fileprivate mutating func creneaux(_ jour: Jour) -> [LieuxDeSession2.Creneau] {
    let nom = "jour-\(jour)"
    var creneaux: [LieuxDeSession2.Creneau] = []
    for mot in self[nom].split(whereSeparator: { $0 == "," || $0 == ";" || $0.isNewline }) {
      let bornes = mot.split(whereSeparator: { $0 == "à" || $0 == "-" || $0 == "–" })
      guard bornes.count == 2, let debut = minutesLues(bornes[0]),
        let fin = minutesLues(bornes[1]), debut < fin,
        let instant = Instant("\(jour)T\(deux(debut / 60)):\(deux(debut % 60))")
      else {
        fautes[nom] = "« \(String(mot).sansBords) » n’est pas un créneau : écrivez « 8 h à 10 h »."
        continue
      }
      creneaux.append(.init(instant, minutes: fin - debut))
    }
    return creneaux
  }

  private func deux(_ nombre: Int) -> String { (nombre < 10 ? "0" : "") + String(nombre) }
}
