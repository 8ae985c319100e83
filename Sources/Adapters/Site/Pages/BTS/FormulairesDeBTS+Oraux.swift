internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

/// The two orals: when and where, what came of them.
extension FormulairesDeBTS {
  var oraux: some HTML {
    HTMLList(CandidatBTS.Domaine.allCases.map { AnyHTML(oral($0)) })
  }

  @HTMLBuilder private func oral(_ domaine: CandidatBTS.Domaine) -> some HTML {
    let oral = inscription.oraux[domaine]
    h3 { Typographie.phrase(domaine.oral.enPhraseSansPoint) }
    if let oral {
      p {
        Typographie.phrase(
          oral.quandEtOu.enPhraseSansPoint
            + (oral.issue == nil ? "" : " : \(oral.enMots)") + "."
        )
      }
      remplacement(domaine, oral)
    }
    if !estClose, oral?.issue == nil, fiche.droits.contains(.gererLesCampagnes) {
      fixation(domaine, oral)
    }
    if !estClose, let oral, fiche.droits.contains(.saisirLesNotes) { notation(domaine, oral) }
  }

  @HTMLBuilder private func remplacement(
    _ domaine: CandidatBTS.Domaine,
    _ oral: InscriptionBTS.Oral,
  ) -> some HTML {
    if oral.note != nil, inscription.decision?.autorise == true, let resultat = fiche.resultat {
      p {
        Typographie.phrase(
          resultat.remplace[domaine] == true
            ? "Cette note remplace la moyenne des épreuves ponctuelles du domaine \(domaine.mot)."
            : "Cette note n’est pas supérieure à la moyenne des épreuves ponctuelles du domaine "
              + "\(domaine.mot) : elle ne change rien."
        )
      }
    }
  }

  private func fixation(_ domaine: CandidatBTS.Domaine, _ oral: InscriptionBTS.Oral?) -> some HTML {
    let cle = domaine.rawValue
    func valeur(_ nom: String, _ actuelle: String?) -> String {
      saisie["domaine"] == cle ? saisie.facultatif(nom) ?? actuelle ?? "" : actuelle ?? ""
    }
    func faute(_ nom: String) -> String? {
      saisie["domaine"] == cle ? saisie.fautes[nom] : nil
    }
    let heure = oral.map { Typographie.heure($0.debut.minute / 60, $0.debut.minute % 60) }
    let champs = [
      Champ(
        "jour",
        "Jour",
        .date(valeur("jour", oral?.debut.jour.description)),
        erreur: faute("jour"),
        cle: "jour-\(cle)",
      ),
      Champ(
        "heure",
        "Heure",
        .texte(valeur("heure", heure)),
        erreur: faute("heure"),
        cle: "heure-\(cle)",
      ),
      Champ(
        "salle",
        "Salle",
        .texte(valeur("salle", oral?.salle)),
        erreur: faute("salle"),
        cle: "salle-\(cle)",
      ),
    ]
    return HTMLGroup(
      ResumeDesErreurs(de: champs),
      Formulaire(vers: adresse("oral"), jeton: jeton) {
        version
        input(.type("hidden"), .name("domaine"), .value(cle))
        Rangee { HTMLList(champs.map { AnyHTML($0) }) }
        Boutons(Bouton(oral == nil ? "Fixer l’\(domaine.oral)" : "Déplacer l’\(domaine.oral)"))
      },
      oral == nil
        ? nil
        : Formulaire(vers: adresse("oral"), jeton: jeton) {
          version
          input(.type("hidden"), .name("domaine"), .value(cle))
          input(.type("hidden"), .name("effet"), .value("retirer"))
          Boutons(Bouton("Retirer la date de l’\(domaine.oral)", .discret))
        },
    )
  }

  private func notation(_ domaine: CandidatBTS.Domaine, _ oral: InscriptionBTS.Oral) -> some HTML {
    let cle = domaine.rawValue
    let sienne = saisie["domaine"] == cle
    let champ = Champ(
      "note",
      "Note de l’\(domaine.oral), sur 20",
      .texte((sienne ? saisie.facultatif("note") : nil) ?? note(oral)),
      aide: "Une note comme « 12,5 », ou « ABS » ; vide efface.",
      erreur: sienne ? saisie.fautes["note"] : nil,
      estFacultatif: true,
      cle: "note-\(cle)",
    )
    return HTMLGroup(
      ResumeDesErreurs(de: [champ]),
      Formulaire(vers: adresse("note"), jeton: jeton) {
        version
        input(.type("hidden"), .name("domaine"), .value(cle))
        champ
        Boutons(Bouton("Noter l’\(domaine.oral)", .second))
      },
    )
  }

  private func note(_ oral: InscriptionBTS.Oral) -> String {
    switch oral.issue {
    case nil: ""
    case .note(let note): note.description
    case .absence: "ABS"
    }
  }
}
