internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

/// The forms of a session, each open as long as its act is.
enum FormulairesDUneSessionBTS {
  @HTMLBuilder static func suite(
    _ vue: VoirUneSessionBTS.Vue,
    _ saisie: SaisieLue,
    _ jeton: Jeton,
  ) -> some HTML {
    let session = vue.session
    if session.proclamation == nil, vue.droits.contains(.cloreUnJury), !vue.candidats.isEmpty {
      Carte("Proclamer les résultats") { proclamation(session, saisie, jeton) }
    }
    if session.proclamation != nil, session.close == nil || !vue.aConvoquer.isEmpty,
      vue.droits.contains(.gererLesCampagnes)
    {
      Carte("Convoquer les candidats autorisés") { convocation(vue, saisie, jeton) }
    }
    if session.proclamation != nil, vue.droits.contains(.editerLesDocuments),
      vue.candidats.contains(where: { $0.inscription.convocation != nil })
    {
      Carte("Convocations à remettre") {
        p { "La lettre de chaque candidat convoqué, avec ses oraux, dans un seul fichier." }
        Formulaire(vers: Chemin.sessionBTS(session.id, "convocations"), jeton: jeton) {
          Boutons(Bouton("Imprimer les convocations", .second))
        }
      }
    }
    if session.proclamation != nil, session.close == nil, vue.droits.contains(.cloreUnJury) {
      Carte("Clore la session") { cloture(session, saisie, jeton) }
      if vue.candidats.allSatisfy({ $0.inscription.convocation == nil }) {
        Carte("Corriger le jour de la proclamation") { correction(session, saisie, jeton) }
      }
    }
  }

  private static func proclamation(_ session: SessionBTS, _ saisie: SaisieLue, _ jeton: Jeton)
    -> some HTML
  {
    let champ = Champ(
      "proclamation",
      "Jour de la proclamation",
      .date(saisie["proclamation"]),
      aide: "Les résultats ne changent plus ensuite, sauf erreur prouvée ; les huit jours de la "
        + "convocation courent de ce jour, qui ne compte pas.",
      erreur: saisie.fautes["proclamation"],
    )
    return HTMLGroup(
      ResumeDesErreurs(de: [champ]),
      Formulaire(vers: Chemin.sessionBTS(session.id, "proclamation"), jeton: jeton) {
        input(.type("hidden"), .name("version"), .value("\(session.version)"))
        champ
        Boutons(Bouton("Proclamer les résultats", .premier))
      },
    )
  }

  @HTMLBuilder private static func convocation(
    _ vue: VoirUneSessionBTS.Vue,
    _ saisie: SaisieLue,
    _ jeton: Jeton,
  ) -> some HTML {
    let attendus = vue.aConvoquer
    if attendus.isEmpty {
      p { "Tous les candidats autorisés sont convoqués." }
    } else {
      let champs = [
        Champ(
          "convocation",
          "Convoqués le",
          .date(saisie["convocation"]),
          aide: vue.session.dernierJourDeConvocation.map { "Le \($0.enLettres) au plus tard." },
          erreur: saisie.fautes["convocation"],
        ),
        Champ(
          "retard",
          "Motif du retard",
          .texte(saisie["retard"]),
          aide: "Seulement après les huit jours ; le journal le garde.",
          erreur: saisie.fautes["retard"],
          estFacultatif: true,
        ),
      ]
      ResumeDesErreurs(de: champs)
      p {
        Typographie.phrase(
          "À convoquer : " + attendus.map(\.etudiant.nomAffiche).joined(separator: ", ") + "."
        )
      }
      Formulaire(vers: Chemin.sessionBTS(vue.session.id, "convoquer"), jeton: jeton) {
        Rangee { HTMLList(champs.map { AnyHTML($0) }) }
        Boutons(Bouton("Convoquer \(compte(attendus.count, "candidat"))", .premier))
      }
    }
  }

  private static func cloture(_ session: SessionBTS, _ saisie: SaisieLue, _ jeton: Jeton)
    -> some HTML
  {
    HTMLGroup(
      saisie.fautes["cloture"].map { Encart(.erreur, annonce: .alerte, $0) },
      p {
        "Le jury clôt quand les deux oraux de chaque candidat autorisé sont notés. Les candidats "
        "lisent alors leurs notes et leur admission, et rien ne change plus, sauf erreur prouvée."
      },
      Formulaire(vers: Chemin.sessionBTS(session.id, "cloture"), jeton: jeton) {
        input(.type("hidden"), .name("version"), .value("\(session.version)"))
        Boutons(Bouton("Clore la session", .premier))
      },
    )
  }

  private static func correction(_ session: SessionBTS, _ saisie: SaisieLue, _ jeton: Jeton)
    -> some HTML
  {
    let champs = [
      Champ(
        "corrigee",
        "Jour exact de la proclamation",
        .date(saisie["corrigee"]),
        aide: "Les huit jours de la convocation courront de ce jour.",
        erreur: saisie.fautes["corrigee"],
      ),
      Champ(
        "motif-corrigee",
        "Motif",
        .texte(saisie["motif-corrigee"]),
        aide: "Le journal le garde.",
        erreur: saisie.fautes["motif-corrigee"],
      ),
    ]
    return HTMLGroup(
      ResumeDesErreurs(de: champs),
      p { "Tant que personne n’est convoqué." },
      Formulaire(vers: Chemin.sessionBTS(session.id, "correction"), jeton: jeton) {
        input(.type("hidden"), .name("version"), .value("\(session.version)"))
        Rangee { HTMLList(champs.map { AnyHTML($0) }) }
        Boutons(Bouton("Corriger le jour", .second))
      },
    )
  }

  static func ajout(_ session: SessionBTS, _ saisie: SaisieLue, _ jeton: Jeton)
    -> some HTML
  {
    let champs = [
      Champ(
        "numero",
        "Numéro d’étudiant",
        .texte(saisie["numero"]),
        aide: "Celui d’un étudiant déjà connu le retrouve, si le nom est le sien.",
        erreur: saisie.fautes["numero"],
      ),
      Champ("nom", "Nom", .texte(saisie["nom"]), erreur: saisie.fautes["nom"]),
      Champ("prenom", "Prénom", .texte(saisie["prenom"]), erreur: saisie.fautes["prenom"]),
    ]
    return HTMLGroup(
      ResumeDesErreurs(de: champs),
      Formulaire(vers: Chemin.sessionBTS(session.id, "candidats"), jeton: jeton) {
        Rangee { HTMLList(champs.map { AnyHTML($0) }) }
        Boutons(Bouton("Ajouter le candidat", .second))
      },
    )
  }
}
