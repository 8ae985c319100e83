internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

extension Visite {
  func maquette(_ vue: VoirUneMaquette.Controlee) -> HTTPResponse {
    page(vue.promotion, .maquette) {
      if !vue.estSuivie {
        Encart(
          .information,
          "Vous voyez la version \(vue.deposee.numero), que la promotion ne suit pas.",
        )
      }
      Chiffres(chiffres(vue))
      Carte("Ce que les contrôles relèvent", ancre: "constats") {
        telechargements(vue.promotion, "maquette")
      } contenu: {
        constats(vue)
      }
      HTMLList(vue.maquette.semestres.map { semestre($0, vue) })
      Carte("Versions de la maquette") { versions(vue) }
    }
  }

  private func semestre(_ semestre: Maquette.Semestre, _ vue: VoirUneMaquette.Controlee)
    -> some HTML
  {
    HTMLGroup(
      HTMLList(
        semestre.ues.map { ue in
          Carte("\(ue.code.texte), \(ue.competence.libelle)", ancre: ue.code.texte) {
            TableDUE(semestre.numero, ue, vue)
          }
        }
      ),
      totaux(semestre, vue),
    )
  }

  private func chiffres(_ vue: VoirUneMaquette.Controlee) -> [ChiffreCle] {
    let chiffres = vue.rapport.bilanDesChiffres
    let credits = vue.rapport.bilanDesCredits
    let graves = vue.rapport.constats.count { $0.gravite == .erreur }
    return [
      ChiffreCle("Version", "\(vue.deposee.numero)", precision: vue.maquette.identite.mention),
      ChiffreCle(
        "Heures et coefficients",
        "\(chiffres.concordent)",
        precision: "concordent sur \(chiffres.sur) recalculés",
      ),
      ChiffreCle(
        "Crédits",
        "\(credits.concordent)",
        precision: "concordent sur \(credits.sur) recalculés",
      ),
      ChiffreCle(
        "Constats",
        "\(vue.rapport.constats.count)",
        precision: "dont \(compte(graves, "erreur"))",
      ),
    ]
  }

  // MARK: Findings

  private func constats(_ vue: VoirUneMaquette.Controlee) -> some HTML {
    let tous = vue.rapport.parControle.flatMap { controle, constats in
      constats.map { (controle: controle, constat: $0) }
    }.sorted { $0.constat.gravite < $1.constat.gravite }
    return Tableau(
      "Constats des contrôles, les plus graves d’abord",
      colonnes: [
        .init("Place"), .init("Gravité"), .init("Constat"), .init("Article", estSecondaire: true),
      ],
      lignes: tous.map { un in
        Tableau.Ligne([
          place(un.constat.lieu), Cellule(un.constat.gravite.pastille),
          "\(Typographie.phrase(un.constat.nature.phrase))", "\(un.controle.article.description)",
        ])
      },
      vide: EtatVide("Rien à signaler", "Aucun contrôle ne trouve de défaut à cette maquette."),
    )
  }

  /// The place, which leads to the table of its UE.
  private func place(_ lieu: Scolarite.Lieu) -> Cellule {
    guard let ue = lieu.ue, let adresse = SafeURL("#\(ue.texte)") else {
      return "\(lieu.description)"
    }
    return Cellule(Lien(lieu.description, vers: adresse))
  }

  // MARK: Totals of a semester

  private func totaux(_ semestre: Maquette.Semestre, _ vue: VoirUneMaquette.Controlee) -> some HTML
  {
    let recalcul = semestre.totalRecalcule(vue.maquette.conventionCoefficientUE)
    let heures = "\(semestre.heuresEncadrees.description) heures encadrées"
    return Carte("Semestre \(semestre.numero.valeur), total") {
      Tableau(
        "Total du semestre \(semestre.numero.valeur), \(heures)",
        colonnes: [.init("Ligne")] + Colonne.affichees.map { .init($0.titre, .chiffres) },
        lignes: [
          Tableau.Ligne(
            ["Total du semestre"]
              + Colonne.affichees.map { TotalCompare(semestre.total?[$0], recalcul[$0]).cellule }
          )
        ],
      )
    }
  }

  // MARK: Versions

  private func versions(_ vue: VoirUneMaquette.Controlee) -> some HTML {
    Tableau(
      "Versions déposées de cette maquette",
      colonnes: [
        .init("Version"), .init("Déposée"), .init("Par"), .init("Hors délai"), .init("État"),
      ],
      lignes: vue.versions.map { version in
        let deposee = version.deposee
        let estSuivie = deposee.id == vue.promotion.maquette
        return Tableau.Ligne(
          [
            Cellule(
              Lien(
                "Version \(deposee.numero)",
                vers: Chemin.avec(
                  Chemin.promotion(vue.promotion.id, "maquette"),
                  [("version", "\(deposee.numero)")],
                ),
                estCourant: deposee.id == vue.deposee.id,
              )
            ),
            "\(version.horodatage.map(enLettres) ?? "inconnu")",
            "\(version.auteur?.nom ?? "l’administration du serveur")",
            Cellule(
              deposee.irregularite.map { "irrégulière (L. 613-1) : \($0)" }
                ?? "dans les délais"
            ), Cellule(estSuivie ? Pastille("suivie", .succes) : nil),
          ],
          estChoisie: deposee.id == vue.deposee.id,
        )
      },
    )
  }
}

extension Constat.Gravite {
  /// How much a finding matters, as a label.
  var pastille: Pastille {
    switch self {
    case .erreur: Pastille("erreur", .erreur)
    case .avertissement: Pastille("avertissement", .attention)
    case .information: Pastille("information", .information)
    }
  }
}

extension Feuillet {
  /// The lines of the curriculum as printed.
  init(_ vue: VoirUneMaquette.Controlee) {
    let colonnes = Colonne.affichees.filter { $0 != .ects }
    self.init(
      titre: "Maquette \(vue.promotion.nomEntier)",
      colonnes: ["Semestre", "UE", "ECTS de l’UE", "Module", "Titre"] + colonnes.map(\.titre)
        + ["À voir"],
      lignes: vue.maquette.modulesSitues.map { lieu, module in
        let constats = vue.rapport.constats.filter { $0.lieu.dans(nil) == lieu }
        let ue = vue.maquette.ues.first { $0.code == lieu.ue }
        return [
          lieu.semestre.map { "\($0.valeur)" } ?? "", lieu.ue?.texte ?? "",
          ue?.ects.description ?? "", module.code.imprime, module.titre,
        ] + colonnes.map { module.chiffres[$0]?.description ?? "" } + [
          constats.map(\.nature.phrase).joined(separator: " ; ")
        ]
      },
    )
  }
}
