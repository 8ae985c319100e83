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
    if seDemande { Carte("Demander une inscription tardive") { formulaire } }
  }

  /// Whether one may be asked for: none waits, and no exam was sat.
  var seDemande: Bool {
    !page.sienne.tardives.contains(where: \.estOuverte)
      && page.present.jour < page.session.premierJour
  }

  @HTMLBuilder private func ligne(_ demande: InscriptionTardive) -> some HTML {
    p {
      demande.pastille
      " "
      Typographie.phrase(
        "\(demande.ues.map(\.texte).joined(separator: ", ")), déposée le \(demande.depose.enLettres)."
      )
    }
    if let reponse = demande.reponse {
      Encart(.information, titre: "Réponse.", reponse)
      demande.lettre(page.vu, page.visite.jeton)
    }
  }

  private var formulaire: some HTML {
    let saisie = page.saisie(.tardive)
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

extension InscriptionTardive {
  /// The decision on paper.
  func lettre(_ vu: DossierVu, _ jeton: Jeton) -> some HTML {
    DocumentATelecharger(.decisionDInscriptionTardive, sur: .inscriptionTardive(id), vu, jeton)
      .bouton("Télécharger la décision")
  }
}
