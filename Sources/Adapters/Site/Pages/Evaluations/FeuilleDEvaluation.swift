internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage

/// The sheet of a test: given to be filled in, taken back.
enum FeuilleDEvaluation {
  static func donner(_ visite: Visite) async throws -> HTTPResponse {
    let contenu = try await visite.demander(PreparerUneFeuille(visite.evaluation()))
    let octets = try visite.site.feuilles.feuille(
      contenu,
      le: visite.site.bureau.horloge.maintenant().jour,
    )
    let evaluation = contenu.releve.evaluation
    return .fichier(octets, nom: "\(evaluation.module)-\(evaluation.nom).xlsx")
  }

  /// First says what the sheet would change; writes it once that is confirmed.
  static func reprendre(_ visite: Visite) async throws -> HTTPResponse {
    let grille = try await visite.ouvrirLaGrille().aSaisir()
    let formulaire = try visite.formulaire()
    guard let recue = FeuilleRecue(formulaire) else {
      return visite.reprise(grille, ["Choisissez un fichier."], .unprocessableContent)
    }
    let contenu = try await visite.demander(PreparerUneFeuille(grille.evaluation.id))
    do {
      let releve = try visite.site.feuilles.releve(
        recue,
        contenu,
        remplacer: formulaire["remplacer"] == "oui",
      )
      let motif = (formulaire["motif"] ?? "").sansBords
      guard formulaire["confirme"] == "oui" else {
        let plan = try await visite.demander(PrevoirDesNotes(releve))
        return visite.apercu(grille, plan, recue, remplacer: formulaire["remplacer"] == "oui")
      }
      try await visite.faire(ImporterDesNotes(releve, motif: motif.isEmpty ? nil : motif))
      return visite.versLaPage(Chemin.evaluation(grille.evaluation.id), fait: .notesReprises)
    } catch let refusee as FeuilleRefusee {
      return visite.reprise(grille, refusee.lignes, .unprocessableContent)
    } catch Refus.donnees(let fautes) {
      let lignes = fautes.map { "\($0.lieu) \($0.nature.phrase)" }
      return visite.reprise(grille, lignes, .unprocessableContent)
    }
  }
}

extension FeuilleRecue {
  /// Larger than any sheet that people fill in, small enough to come back in a form.
  private static let limite = 4 << 20

  /// The file that was chosen, or the one that the page of confirmation sends back.
  init?(_ formulaire: HTTPForm) {
    if let fichier = formulaire.file("feuille"), fichier.count <= Self.limite {
      self.init(nom: fichier.fileName, octets: fichier.bytes())
    } else if let nom = formulaire["nom"],
      let gardes = formulaire["contenu"].flatMap(octets(deBase16:))
    {
      self.init(nom: nom, octets: gardes)
    } else {
      return nil
    }
  }
}

/// Bytes written in hexadecimal, as a hidden field carries them.
private func octets(deBase16 texte: String) -> [UInt8]? {
  let chiffres = texte.utf8.map { octet -> UInt8? in
    switch octet {
    case 0x30...0x39: octet - 0x30
    case 0x61...0x66: octet - 0x57
    case _: nil
    }
  }
  guard chiffres.count.isMultiple(of: 2) else { return nil }
  var octets: [UInt8] = []
  for rang in stride(from: 0, to: chiffres.count, by: 2) {
    guard let haut = chiffres[rang], let bas = chiffres[rang + 1] else { return nil }
    octets.append(haut << 4 | bas)
  }
  return octets
}

extension Visite {
  /// The page where a filled sheet is given back, with what was wrong in the last one.
  func reprise(
    _ grille: OuvrirUneGrille.Grille,
    _ fautes: [String] = [],
    _ statut: HTTPStatus = .ok,
  ) -> HTTPResponse {
    let evaluation = grille.evaluation
    let fil = fil(grille) + [Lien(evaluation.nom, vers: Chemin.evaluation(evaluation.id))]
    return page("Reprendre une feuille", fil: fil, statut: statut) {
      if !fautes.isEmpty {
        Encart(
          .erreur,
          titre: "La feuille n’est pas reprise, rien n’a été écrit.",
          annonce: .alerte,
        ) {
          ul { for faute in fautes { li { Typographie.phrase(faute) } } }
        }
      }
      Carte("La feuille remplie") {
        p {
          "Celle que donne « Feuille à remplir », ou un tableau qui nomme les étudiants et "
            + "l’évaluation. Rien n’est écrit avant que vous ayez vu ce qui change."
        }
        Formulaire(
          vers: Chemin.evaluation(evaluation.id, "reprise"),
          jeton: jeton,
          aDesFichiers: true,
        ) {
          Champ("feuille", "Fichier", .fichier(accepte: ".xlsx,.ods,.csv"))
          Champ(
            "remplacer",
            "Remplacer aussi les notes saisies depuis",
            .coche(),
            aide: "Sinon, une note changée entre-temps arrête la reprise et vous est montrée.",
          )
          Boutons(Bouton("Voir ce qui change", .premier))
        }
      }
    }
  }

  /// What a sheet would change, before it does.
  fileprivate func apercu(
    _ grille: OuvrirUneGrille.Grille,
    _ plan: PlanDeNotes,
    _ recue: FeuilleRecue,
    remplacer: Bool,
  ) -> HTTPResponse {
    let evaluation = grille.evaluation
    let fil = fil(grille) + [Lien(evaluation.nom, vers: Chemin.evaluation(evaluation.id))]
    let lignes = plan.nouvelles + plan.changees
    return page("Ce que la feuille change", fil: fil) {
      Chiffres([
        ChiffreCle("Nouvelles notes", String(plan.nouvelles.count)),
        ChiffreCle("Notes changées", String(plan.changees.count)),
        ChiffreCle("Déjà là", String(plan.identiques)),
      ])
      Carte(recue.nom) {
        Tableau(
          "Notes de la feuille",
          colonnes: [
            .init("Étudiant"), .init("Évaluation"), .init("Avant", .chiffres),
            .init("Après", .chiffres),
          ],
          lignes: lignes.map { ligne in
            .init([
              "\(ligne.etudiant.nomAffiche)", "\(ligne.evaluation.nom)",
              "\(ligne.avant?.entree.texte(sur: ligne.evaluation.bareme) ?? "")",
              "\(ligne.apres.texte(sur: ligne.evaluation.bareme))",
            ])
          },
          vide: EtatVide("La feuille ne change rien", "Toutes ses notes sont déjà enregistrées."),
        )
        if !lignes.isEmpty { confirmation(grille, recue, remplacer, plan) }
      }
    }
  }

  private func confirmation(
    _ grille: OuvrirUneGrille.Grille,
    _ recue: FeuilleRecue,
    _ remplacer: Bool,
    _ plan: PlanDeNotes,
  ) -> some HTML {
    Formulaire(
      vers: Chemin.evaluation(grille.evaluation.id, "reprise"),
      jeton: jeton,
      aDesFichiers: true,
    ) {
      input(.type("hidden"), .name("confirme"), .value("oui"))
      input(.type("hidden"), .name("nom"), .value(recue.nom))
      input(.type("hidden"), .name("remplacer"), .value(remplacer ? "oui" : ""))
      input(.type("hidden"), .name("contenu"), .value(base16(recue.octets)))
      if !plan.changees.isEmpty, grille.evaluation.publiee {
        Champ(
          "motif",
          "Motif des changements",
          .texte(),
          aide: "Les étudiants voient déjà ces notes : le journal gardera le motif.",
        )
      }
      Boutons(
        Bouton("Enregistrer ces notes", .premier),
        Bouton("Renoncer", .discret, vers: Chemin.evaluation(grille.evaluation.id)),
      )
    }
  }

  func base16(_ octets: [UInt8]) -> String {
    let chiffres = Array("0123456789abcdef".utf8)
    var texte: [UInt8] = []
    texte.reserveCapacity(2 * octets.count)
    for octet in octets {
      texte.append(chiffres[Int(octet >> 4)])
      texte.append(chiffres[Int(octet & 15)])
    }
    return String(decoding: texte, as: UTF8.self)
  }
}

extension HTTPResponse {
  /// A file to be kept by whoever asks.
  static func fichier(
    _ octets: [UInt8],
    nom: String,
    type: String = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ) -> HTTPResponse {
    var reponse = HTTPResponse(.ok, .bytes(octets), mediaType: type)
    let code = nom.utf8.reduce(into: "") { texte, octet in
      let estSimple =
        octet < 0x80
        && (Character(Unicode.Scalar(octet)).isLetter
          || Character(Unicode.Scalar(octet)).isNumber || octet == 0x2D || octet == 0x2E)
      let chiffres = String(octet, radix: 16, uppercase: true)
      texte += estSimple ? String(Unicode.Scalar(octet)) : "%" + (octet < 16 ? "0" : "") + chiffres
    }
    reponse.headers.add("content-disposition", "attachment; filename*=UTF-8''\(code)")
    return reponse
  }
}
