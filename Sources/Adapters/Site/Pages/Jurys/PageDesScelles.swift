internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

extension Visite {
  // MARK: What was sealed

  func scelles(_ verification: VerifierUnJury.Verification) -> HTTPResponse {
    let session = verification.cloture.session
    let promotion = verification.promotion
    let fautifs = verification.scelles.count { !$0.seRejoue }
    return page(
      "Scellés",
      fil: fil(session, promotion, jusquAuJury: true),
    ) {
      Bouton("Synthèse", vers: Chemin.jury(session.id, "synthese"))
      Bouton("Télécharger", vers: Chemin.jury(session.id, "scelles.json"))
    } contenu: {
      if fautifs == 0 {
        Encart(
          .succes,
          titre: "Tout se vérifie.",
          "Les empreintes tiennent, et les faits scellés, délibérés de nouveau sous le règlement scellé, donnent les propositions scellées.",
        )
      } else {
        Encart(
          .erreur,
          titre: "\(compte(fautifs, "proposition")) ne se rejoue pas à l’identique.",
          "Le programme a peut-être changé depuis : comparez avec le vérificateur indépendant.",
        )
      }
      perimes(verification)
      Carte("Clôture") { definitions(verification) }
      Carte("Décisions scellées") { tableDesScelles(verification) }
    }
  }

  @HTMLBuilder private func perimes(_ verification: VerifierUnJury.Verification) -> some HTML {
    let noms = Dictionary(
      uniqueKeysWithValues: verification.scelles.map { ($0.etudiant.id, $0.etudiant.nomAffiche) }
    )
    if !verification.perimes.isEmpty {
      Encart(
        .attention,
        titre: "Des faits ont changé depuis la clôture : ces décisions sont périmées.",
      ) {
        for perime in verification.perimes {
          p { strong { noms[perime.etudiant] ?? "étudiant \(perime.etudiant)" } }
          ul { for ligne in perime.differences { li { ligne.enPhraseSuite } } }
        }
        if verification.peutRectifier {
          p {
            Lien(
              "Ouvrir une nouvelle délibération",
              vers: Chemin.jury(verification.cloture.session.id, "rectification"),
            )
          }
        }
      }
    }
  }

  private func definitions(_ verification: VerifierUnJury.Verification) -> some HTML {
    let cloture = verification.cloture
    return Definitions([
      ("Jury", "\(cloture.session.titre), \(cloture.session.date.enLettres)"),
      ("Présidence", "\(cloture.session.president?.nom ?? "–")"),
      (
        "Membres présents",
        "\(cloture.session.membres.filter(\.present).map(\.nom).joined(separator: ", "))",
      ),
      ("Règlement", "\(cloture.profil)"),
      ("Conseil de l’IUT", "\(cloture.conseil?.enLettres ?? "date non connue")"),
      ("CFVU", "\(cloture.cfvu?.enLettres ?? "date non connue")"),
      ("Dérogation", "\(cloture.derogation ?? "aucune")"),
      ("Empreinte", Cellule(code { verification.empreinte })),
    ])
  }

  private func tableDesScelles(_ verification: VerifierUnJury.Verification) -> some HTML {
    let perimes = Set(verification.perimes.map(\.etudiant))
    let session = verification.cloture.session
    return Tableau(
      "Décisions scellées, par étudiant",
      colonnes: [
        .init("Étudiant"), .init("Année"), .init("Décisions du jury"), .init("Vérification"),
        .init("Empreinte", estSecondaire: true),
      ],
      lignes: verification.scelles.map { verifie in
        let decisions = verifie.scelle.decisions.map {
          "\($0.sur.titre) : \($0.code.rawValue) (\($0.motif))"
        }
        return .init([
          "\(verifie.etudiant.nomAffiche)", "\(verifie.decidee.codeAnnee ?? "–")",
          "\(decisions.isEmpty ? verifie.adoption(session) : decisions.joined(separator: " ; "))",
          Cellule(
            verifie.seRejoue
              ? perimes.contains(verifie.etudiant.id)
                ? Pastille("périmé", .attention) : Pastille("vérifié", .succes)
              : Pastille("ne se rejoue pas", .erreur)
          ),
          Cellule(code { String(verifie.empreinte.prefix(16)) }),
        ])
      },
    )
  }

  // MARK: An error put right

  func rectifier(
    _ verification: VerifierUnJury.Verification,
    choisis: Set<String>? = nil,
    date: String = "",
    preuve: String = "",
    fautes: [String: String] = [:],
  ) -> HTTPResponse {
    let session = verification.cloture.session
    let coches = choisis ?? Set(verification.perimes.map { "\($0.etudiant)" })
    let champs = [
      Champ("date", "Jour de la nouvelle délibération", .date(date), erreur: fautes["date"]),
      Champ(
        "preuve",
        "Ce qui prouve l’erreur matérielle",
        .texteLong(preuve, lignes: 2),
        aide: "« note de R203 reportée 8 au lieu de 18, copie jointe ».",
        erreur: fautes["preuve"],
      ),
    ]
    return page(
      "Nouvelle délibération",
      fil: fil(session, verification.promotion, jusquAuJury: true),
      statut: fautes.isEmpty ? .ok : .unprocessableContent,
    ) {
      ResumeDesErreurs(de: champs)
      Carte("Erreur matérielle") {
        p {
          "Le jury délibère de nouveau pour les étudiants cochés ; ce qu’il décidera remplacera ce qui était scellé, qui reste lisible."
        }
        Formulaire(vers: Chemin.jury(session.id, "rectification"), jeton: jeton) {
          Rangee { for champ in champs { champ } }
          fieldset(.class("champ")) {
            legend { "Étudiants" }
            if let faute = fautes["etudiant"] { p(.class("faute"), .role("alert")) { faute } }
            for verifie in verification.scelles {
              div(.class("coche")) {
                input(
                  .type("checkbox"),
                  .id("etudiant-\(verifie.etudiant.id)"),
                  .name("etudiant"),
                  .value("\(verifie.etudiant.id)"),
                  .checked(coches.contains("\(verifie.etudiant.id)")),
                )
                label(.for("etudiant-\(verifie.etudiant.id)")) { verifie.etudiant.nomAffiche }
              }
            }
          }
          Boutons(Bouton("Ouvrir la délibération", .premier))
        }
      }
    }
  }
}

extension VerifierUnJury.ScelleVerifie {
  /// What the jury did where it decided nothing else than what was proposed.
  fileprivate func adoption(_ session: SessionDeJury) -> String {
    let estOuverte = session.nature == .annee && decidee.codeAnnee == nil
    return estOuverte ? "laissé sans décision" : "proposition adoptée"
  }
}
