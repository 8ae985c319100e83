internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

/// One session 2 as its student sees it.
struct SaSession2 {
  let sienne: VoirSaSessionDeux.Sienne
  let present: Instant
  let vu: DossierVu
  private let envoi: Envoi?
  let visite: Visite

  /// The forms of the page: what was refused is told at the one that was sent.
  enum Envoye { case reponse, tardive, amenagement }

  /// What was sent and refused, of which session and by which form.
  struct Envoi {
    let campagne: Identifiant<Campagne>
    let formulaire: Envoye
    let saisie: SaisieLue
  }

  init(
    _ sienne: VoirSaSessionDeux.Sienne,
    _ present: Instant,
    _ vu: DossierVu,
    _ envoi: Envoi?,
    _ visite: Visite,
  ) {
    self.sienne = sienne
    self.present = present
    self.vu = vu
    self.envoi = envoi
    self.visite = visite
  }

  /// What stands in a form: what was sent by it, if it was.
  func saisie(_ formulaire: Envoye) -> SaisieLue {
    guard let envoi, envoi.campagne == session.campagne, envoi.formulaire == formulaire else {
      return SaisieLue([:])
    }
    return envoi.saisie
  }

  var session: SessionDeRattrapage { sienne.session }
  var ouvertes: [AdmissibiliteDeSession2] { sienne.lignes.filter(\.estOuverte) }
  private var publiee: Bool { session.publicationSession1 != nil }
  private var estOuverte: Bool { publiee && present <= session.limiteInscription }

  @HTMLBuilder var corps: some HTML {
    Carte("\(session.intitule), \(sienne.promotion.nomEntier)") {
      etat
      dates
    }
    if publiee {
      if let accuse = sienne.accuse { AnyHTML(recu(accuse)) }
      if !ouvertes.isEmpty, estOuverte { inscription }
      if !sienne.lignes.isEmpty { Carte("UE par UE") { tableau } }
      if let besoin = sienne.besoin, let objectif = sienne.objectif {
        CeQueChangeLaSession2(besoin, objectif, sienne).corps
      }
      if sienne.besoin == nil, estOuverte, !ouvertes.isEmpty {
        p {
          Lien(
            "Voir ce que chaque choix peut changer",
            vers: Chemin.avec(vu.adresse("session-2"), [("simulation", "oui")]),
          )
        }
      }
      if !ouvertes.isEmpty, !estOuverte { TardiveDite(self).corps }
    }
    AmenagementsDits(self).corps
  }

  // MARK: Where it stands

  /// Why a request was refused whose form is not, or no longer, on the page.
  private var fauteSansFormulaire: String? {
    let tardive = publiee && !ouvertes.isEmpty && !estOuverte && TardiveDite(self).seDemande
    let amenagement = vu.estLeSien && present.jour <= session.limiteAmenagements
    return (tardive ? nil : saisie(.tardive).fautes.values.first)
      ?? (amenagement ? nil : saisie(.amenagement).fautes.values.first)
  }

  /// What a new deliberation changed, in a sentence each.
  private func phrases(_ revue: RevueDAdmissibilite) -> String {
    let retirees = revue.retirees.map(\.texte).joined(separator: ", ")
    return [
      "Les UE ouvertes ci-dessous sont celles d’aujourd’hui.",
      retirees.isEmpty
        ? nil : "Ont quitté votre inscription, parce qu’elles ne sont plus ouvertes : \(retirees).",
      revue.limite.map { "Vous pouvez répondre jusqu’au \($0.enLettres), minute comprise." },
    ].compactMap(\.self).joined(separator: " ")
  }

  @HTMLBuilder private var etat: some HTML {
    if let revue = sienne.revue {
      Encart(
        .information,
        titre: "Le jury a délibéré de nouveau sur votre session 1.",
        phrases(revue),
      )
    }
    if !estOuverte, let faute = saisie(.reponse).fautes["ues"] {
      Encart(.erreur, titre: "Votre réponse n’est pas enregistrée.", annonce: .alerte, faute)
    }
    if let faute = fauteSansFormulaire {
      Encart(.erreur, titre: "Votre demande n’est pas déposée.", annonce: .alerte, faute)
    }
    if !publiee {
      Encart(
        .information,
        titre: "Les résultats de la session 1 ne sont pas encore publiés.",
        "Vous saurez alors quelles UE vous pouvez repasser, et pourrez vous inscrire en ligne.",
      )
    } else if ouvertes.isEmpty {
      Encart(
        .succes,
        titre: "Aucune UE ne vous est ouverte.",
        "Une UE acquise, directement, par compensation ou par capitalisation, ne se repasse pas "
          + "(procédure de session 2, § 2).",
      )
    } else if estOuverte {
      Encart(
        .attention,
        titre: sienne.accuse == nil
          ? "Répondez avant le \(session.limiteInscription.enLettres)."
          : "Vous pouvez changer votre réponse jusqu’au \(session.limiteInscription.enLettres).",
        "L’inscription n’est pas automatique : l’absence de réponse vaut renoncement, et l’heure est "
          + "celle du serveur (procédure de session 2, § 3).",
      )
    } else {
      Encart(
        .information,
        titre: "Les inscriptions sont closes depuis le \(session.limiteInscription.enLettres).",
        sienne.estMuet
          ? "Vous n’avez pas répondu : cela vaut renoncement. Seul un cas de force majeure, prouvé par "
            + "un document officiel, permet encore de demander une inscription."
          : "Ce que vous avez répondu est ci-dessous.",
      )
    }
  }

  private var dates: some HTML {
    let jours =
      session.premierJour == session.dernierJour
      ? "le \(session.premierJour.enLettres)"
      : "du \(session.premierJour.enLettres) au \(session.dernierJour.enLettres)"
    let calendrier =
      sienne.etapes[.calendrier].map { "publié le \($0.enLettres)" }
      ?? "publié au plus tard le \(session.limiteCalendrier.enLettres)"
    return Definitions([
      ("Épreuves", "\(jours)"), ("Calendrier officiel", "\(calendrier)"),
      ("Inscriptions", "jusqu’au \(session.limiteInscription.enLettres), minute comprise"),
      ("Aménagements", "à demander au plus tard le \(session.limiteAmenagements.enLettres)"),
    ])
  }

  private func recu(_ accuse: AccuseDeSession2) -> some HTML {
    let sansEpreuve =
      sienne.revue?.aLaisse(accuse) == true
      ? "plus d’épreuve : les UE choisies ne sont plus ouvertes" : "je renonce à la session 2"
    return Carte("Accusé de réception", ancre: "accuse") {
      Definitions([
        ("Référence", "\(accuse.reference)"),
        ("Reçu le", "\(visite.aLaSeconde(accuse.recu))"),
        (
          "Réponse",
          accuse.ues.isEmpty
            ? "\(sansEpreuve)"
            : "je m’inscris : \(accuse.ues.map(\.texte).joined(separator: ", "))",
        ),
      ])
      DocumentATelecharger(
        .accuseDeSession2,
        sur: .session2(session.campagne, nil),
        vu,
        visite.jeton,
      )
      .bouton("Télécharger l’accusé")
    }
  }

  // MARK: Enrolment

  private var inscription: some HTML {
    let saisie = saisie(.reponse)
    let prises = Set(sienne.accuse?.ues ?? [])
    let relue = !saisie.fautes.isEmpty
    let champs = ouvertes.enumerated().map { rang, ligne in
      let nom = "ue-" + ligne.ue.texte
      let epreuve = sienne.epreuves.first { $0.ue == ligne.ue }
      return Champ(
        nom,
        "\(ligne.ue.texte)\(ligne.moyenne.map { ", moyenne \($0)" } ?? "")",
        .coche(relue ? saisie[nom] == "oui" : prises.contains(ligne.ue)),
        aide: epreuve.map { epreuve in
          (epreuve.estChoisie ? epreuve.enMots.enPhraseSansPoint : "Épreuve pas encore choisie")
            + " ; " + epreuve.effet(meilleure: sienne.meilleures.contains(ligne.ue)) + "."
        },
        erreur: rang == 0 ? saisie.fautes["ues"] : nil,
      )
    }
    return Carte(sienne.accuse == nil ? "S’inscrire" : "Changer sa réponse", ancre: "inscription") {
      ResumeDesErreurs(de: champs)
      Formulaire(
        vers: vu.adresse("session-2", "\(session.campagne)"),
        jeton: visite.jeton,
      ) {
        input(.type("hidden"), .name("version"), .value("\(sienne.accuse?.version ?? 0)"))
        HTMLList(champs.map { AnyHTML($0) })
        Boutons(
          Bouton("M’inscrire aux UE cochées", .premier, nom: "sens", valeur: "inscrire"),
          Bouton("Je renonce à la session 2", .discret, nom: "sens", valeur: "renoncer"),
        )
        p(.role("status"), .data("progres", "Envoi de la réponse…")) {}
      }
    }
  }

  private var tableau: some HTML {
    Tableau(
      "Vos UE après la session 1",
      colonnes: [
        .init("UE"), .init("Moyenne", .chiffres), .init("Session 2"),
      ],
      lignes: sienne.lignes.map { ligne in
        Tableau.Ligne([
          "\(ligne.ue.texte)", "\(ligne.moyenne ?? "–")",
          Cellule(
            HTMLGroup(
              ligne.estOuverte ? Pastille("ouverte", .information) : Pastille("fermée", .neutre),
              " ",
              small(.class("aide")) { Typographie.phrase(ligne.raison.phrase) },
            )
          ),
        ])
      },
    )
  }
}

extension Visite {
  /// « 3 novembre 2026 à 14 h 05 min 09 s ».
  func aLaSeconde(_ horodatage: Horodatage) -> String {
    let secondes = horodatage.millisecondes / 1_000 % 60
    return "\(enLettres(horodatage)) et \(secondes) s"
  }
}
