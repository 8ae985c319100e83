internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

/// After the limit: what was asked for force majeure, and the form to ask.
struct TardiveDite {
  private let page: SaSession2

  init(_ page: SaSession2) { self.page = page }

  @HTMLBuilder var corps: some HTML {
    if !page.sienne.tardives.isEmpty {
      Carte("Inscription tardive demandée", ancre: "tardive") {
        HTMLList(page.sienne.tardives.map { AnyHTML(ligne($0)) })
      }
    }
    if !page.sienne.tardives.contains(where: \.estOuverte), page.present.jour < page.session.premierJour {
      Carte("Demander une inscription tardive") { formulaire }
    }
  }

  @HTMLBuilder private func ligne(_ demande: InscriptionTardive) -> some HTML {
    p {
      demande.pastille
      " "
      Typographie.phrase(
        "\(demande.ues.map(\.texte).joined(separator: ", ")), déposée le \(demande.depose.enLettres)."
      )
    }
    if let reponse = demande.reponse { Encart(.information, titre: "Réponse.", reponse) }
  }

  private var formulaire: some HTML {
    let saisie = page.saisie
    let prises = Set(page.sienne.accuse?.ues ?? [])
    let ues = page.ouvertes.filter { !prises.contains($0.ue) }.enumerated().map { rang, ligne in
      Champ(
        "ue-" + ligne.ue.texte,
        ligne.ue.texte,
        .coche(saisie["ue-" + ligne.ue.texte] == "oui"),
        erreur: rang == 0 ? saisie.fautes["ues"] : nil,
      )
    }
    let champs = [
      Champ(
        "texte",
        "Ce qui vous a empêché de répondre",
        .texteLong(saisie["texte"], lignes: 4),
        erreur: saisie.fautes["texte"],
      ),
      Champ(
        "piece",
        "Document officiel",
        .fichier(accepte: "application/pdf,image/jpeg,image/png"),
        aide: "Certificat d’hospitalisation, convocation… : sans lui, la demande est refusée.",
        erreur: saisie.fautes["piece"],
      ),
    ]
    return HTMLGroup(
      p {
        Typographie.phrase(
          "Aucune inscription tardive n’est possible sans motif de force majeure attesté par un "
            + "justificatif officiel (procédure de session 2, § 3). Le responsable du département "
            + "décide."
        )
      },
      ResumeDesErreurs(de: ues + champs),
      Formulaire(
        vers: page.vu.adresse("session-2", "\(page.session.campagne)", "tardive"),
        jeton: page.visite.jeton,
        aDesFichiers: true,
      ) {
        HTMLList((ues + champs).map { AnyHTML($0) })
        Boutons(Bouton("Déposer la demande", .second))
      },
    )
  }
}

/// The arrangements of a student at session 2, and how to ask before the limit.
struct AmenagementsDits {
  private let page: SaSession2

  init(_ page: SaSession2) { self.page = page }

  @HTMLBuilder var corps: some HTML {
    Carte("Mes aménagements à la session 2", ancre: "amenagements") {
      if page.sienne.amenagements.isEmpty {
        p(.class("aide")) { "Aucun aménagement n’est accordé." }
      } else {
        ul {
          HTMLList(page.sienne.amenagements.map { amenagement in li { dit(amenagement) } })
        }
      }
      if page.vu.estLeSien, page.present.jour <= page.session.limiteAmenagements { formulaire }
    }
  }

  private func dit(_ amenagement: AmenagementDeSession2) -> String {
    let precision = amenagement.precision.isEmpty ? "" : " : \(amenagement.precision)"
    let suite =
      amenagement.motif.map { ", différent de la session 1. \($0.enPhrase)" }
      ?? ", comme à la session 1"
    return Typographie.phrase(amenagement.nature.phrase.enPhraseSansPoint + precision + suite)
  }

  private var formulaire: some HTML {
    let saisie = page.saisie
    let souhaits = Amenagement.Nature.allCases.enumerated().map { rang, nature in
      Champ(
        "souhait-" + nature.rawValue,
        nature.phrase.enPhraseSansPoint,
        .coche(saisie["souhait-" + nature.rawValue] == "oui"),
        erreur: rang == 0 ? saisie.fautes["souhaits"] : nil,
      )
    }
    let champs = [
      Champ(
        "besoin",
        "Votre besoin",
        .texteLong(saisie["besoin"], lignes: 3),
        aide: "Ne donnez pas de diagnostic : seul le service chargé du handicap vous lit.",
        erreur: saisie.fautes["besoin"],
      ),
      Champ(
        "piece",
        "Pièce",
        .fichier(accepte: "application/pdf,image/jpeg,image/png"),
        erreur: saisie.fautes["piece"],
        estFacultatif: true,
        cle: "piece-amenagement",
      ),
    ]
    return details {
      summary { "Demander un aménagement pour la session 2" }
      ResumeDesErreurs(de: souhaits + champs)
      Formulaire(
        vers: page.vu.adresse("session-2", "\(page.session.campagne)", "amenagement"),
        jeton: page.visite.jeton,
        aDesFichiers: true,
      ) {
        HTMLList((souhaits + champs).map { AnyHTML($0) })
        Boutons(Bouton("Déposer la demande", .second))
      }
    }
  }
}
