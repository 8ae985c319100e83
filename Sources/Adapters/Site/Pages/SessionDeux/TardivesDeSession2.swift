internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// Late enrolments, and the decision on each.
enum TardivesDeSession2 {
  static func liste(
    _ fiche: VoirUneSessionDeux.Fiche,
    _ envoyee: SaisieLue?,
    _ jeton: Jeton,
  ) -> some HTML {
    HTMLList(
      fiche.tardives.map { paire in
        AnyHTML(tardive(paire.demande, paire.etudiant, fiche, envoyee, jeton))
      }
    )
  }

  @HTMLBuilder private static func tardive(
    _ demande: InscriptionTardive,
    _ etudiant: Etudiant,
    _ fiche: VoirUneSessionDeux.Fiche,
    _ envoyee: SaisieLue?,
    _ jeton: Jeton,
  ) -> some HTML {
    h3 {
      etudiant.nomAffiche
      " "
      demande.pastille
    }
    Definitions([
      ("UE", "\(demande.ues.map(\.texte).joined(separator: ", "))"),
      ("Déposée le", "\(demande.depose.enLettres)"), ("Motif", "\(demande.texte)"),
      (
        "Justificatif",
        Cellule(
          HTMLList(demande.fichier.map { [Lien("Lire la pièce", vers: Chemin.fichier($0))] } ?? [])
        ),
      ),
    ])
    if let reponse = demande.reponse {
      p { Typographie.phrase(reponse) }
      demande.lettre(DossierVu(etudiant: demande.etudiant, estLeSien: false), jeton)
    }
    if demande.estOuverte, fiche.droits.contains(.deciderEnSession2) {
      decision(fiche, demande, envoyee, jeton)
    }
  }

  private static func decision(
    _ fiche: VoirUneSessionDeux.Fiche,
    _ demande: InscriptionTardive,
    _ envoyee: SaisieLue?,
    _ jeton: Jeton,
  ) -> some HTML {
    let nom = "reponse-\(demande.id)"
    return Formulaire(
      vers: Chemin.session2(fiche.session.campagne, "tardives", "\(demande.id)"),
      jeton: jeton,
    ) {
      input(.type("hidden"), .name("version"), .value("\(demande.version)"))
      Champ(
        "reponse",
        "Motif de la décision",
        .texteLong(envoyee?.fautes[nom] == nil ? "" : envoyee?["reponse"] ?? "", lignes: 2),
        erreur: envoyee?.fautes[nom],
        cle: nom,
      )
      Boutons(
        Bouton("Accepter", .premier, nom: "sens", valeur: "accepter"),
        Bouton("Refuser", .second, nom: "sens", valeur: "refuser"),
      )
    }
  }

  static func decider(_ visite: Visite) async throws -> HTTPResponse {
    let id = try visite.campagneDeSession2()
    let demande: Identifiant<InscriptionTardive> = try visite.identifiant(
      "tardive",
      .inscriptionTardive,
    )
    let fiche = try await visite.demander(VoirUneSessionDeux(id))
    guard fiche.droits.contains(.deciderEnSession2) else {
      throw Refus.interdit(.deciderEnSession2)
    }
    var saisie = SaisieLue(try visite.formulaire())
    let sens = saisie["sens"]
    do {
      guard sens == "accepter" || sens == "refuser" else {
        return visite.erreur(.unprocessableContent, "dites si la demande est acceptée ou refusée")
      }
      try await visite.faire(
        DeciderDUneInscriptionTardive(
          demande,
          accepte: sens == "accepter",
          motif: saisie["reponse"],
          version: saisie.version,
        )
      )
      return visite.versLaPage(Chemin.session2(id), fait: .tardiveDecidee)
    } catch let refus as Refus {
      guard saisie.prendreToutRefus(refus, defaut: "reponse-\(demande)") else { throw refus }
      return try await PageDeSession2.montrer(visite, saisie, .unprocessableContent)
    }
  }
}
