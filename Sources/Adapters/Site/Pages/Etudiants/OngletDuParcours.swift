internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// What a student follows and followed.
enum OngletDuParcours {
  static func montrer(_ visite: Visite) async throws -> HTTPResponse {
    let vu = try visite.dossierVu()
    let fiche = try await visite.demander(VoirUnEtudiant(vu.etudiant))
    let nouvelles = vu.estLeSien ? try await visite.demander(VoirSesNouvelles()) : nil
    let litSaProcedure =
      vu.estLeSien && visite.peut(.voirSaProcedure, Lieu(etudiant: vu.etudiant))
    let procedures =
      litSaProcedure ? try await visite.demander(CompterSesProcedures(vu.etudiant)) : 0
    let litSonBTS = vu.estLeSien && visite.peut(.voirLesDecisions, Lieu(etudiant: vu.etudiant))
    let bts = litSonBTS ? try await visite.demander(VoirSesSessionsBTS(vu.etudiant)).count : 0
    let estSoi = visite.visiteur?.utilisateur.etudiant == vu.etudiant
    return visite.dossier(vu, fiche, .parcours) {
      if procedures > 0 {
        Encart(.attention) {
          p {
            Typographie.phrase("Une procédure disciplinaire vous concerne. ")
            Lien("Lire ce qui vous a été envoyé", vers: Chemin.maDiscipline)
          }
        }
      }
      if bts > 0 {
        p { Lien("Suivre ma session exceptionnelle du BTS", vers: Chemin.monBTS) }
      }
      if let nouvelles { BlocDeNouvelles(nouvelles, visite).corps }
      if fiche.parcours.isEmpty { EtatVide("Aucune inscription n’est enregistrée") }
      if fiche.droits.contains(.deposerUneDemande) {
        p { Lien("Demander à redoubler, ou suivre une demande", vers: vu.adresse("redoublement")) }
        p { Lien("Faire reconnaître un engagement", vers: vu.adresse("engagement")) }
        p { Lien("Session 2 : s’inscrire, ou suivre", vers: vu.adresse("session-2")) }
        if vu.estLeSien {
          p { Lien("Demander un aménagement", vers: Chemin.mesAmenagements) }
        }
      }
      HTMLList(fiche.parcours.map { annee($0, vu, fiche, estSoi) })
    }
  }

  private static func annee(
    _ suivie: VoirUnEtudiant.Suivie,
    _ vu: DossierVu,
    _ fiche: VoirUnEtudiant.Fiche,
    _ estSoi: Bool,
  ) -> some HTML {
    let inscription = suivie.inscription
    return Carte("\(suivie.promotion.nom), \(suivie.promotion.annee)") {
      if vu.estLeSien {
        Bouton(
          "Résultats",
          .discret,
          vers: Chemin.avec(vu.adresse("resultats"), [("promotion", "\(suivie.promotion.id)")]),
        )
      }
      if suivie.voitLesNotes {
        Bouton("Notes", .discret, vers: OngletDesNotes.adresse(vu, suivie.promotion.id))
      }
      if !estSoi {
        Bouton("Sa promotion", .discret, vers: Chemin.promotion(suivie.promotion.id, "etudiants"))
      }
      if fiche.droits.contains(.gererLesEtudiants), !vu.estLeSien {
        Bouton("Changer l’inscription", .discret, vers: Chemin.inscription(inscription))
      }
    } contenu: {
      Definitions(termes(suivie))
    }
  }

  private static func termes(_ suivie: VoirUnEtudiant.Suivie) -> [(String, Cellule)] {
    let inscription = suivie.inscription
    let semestres = inscription.semestres.map { "S\($0.valeur)" }.joined(separator: ", ")
    var termes: [(String, Cellule)] = [
      ("Semestres", "\(semestres)"), ("Statut", "\(statuts(inscription))"),
      ("Groupes", "\(groupes(suivie))"), ("Inscription", Cellule(etat(inscription))),
    ]
    if let siennes = suivie.decisions {
      termes.append(("Décisions du jury", Cellule(decisions(siennes))))
    }
    return termes
  }

  private static func statuts(_ inscription: Inscription) -> String {
    inscription.statuts.enumerated().map { rang, date in
      date.statut.phrase + (rang == 0 ? "" : " depuis le \(date.depuis.enLettres)")
    }.joined(separator: ", ")
  }

  private static func groupes(_ suivie: VoirUnEtudiant.Suivie) -> String {
    suivie.groupes.isEmpty ? "aucun" : suivie.groupes.map(\.nom).joined(separator: ", ")
  }

  @HTMLBuilder private static func etat(_ inscription: Inscription) -> some HTML {
    if let fin = inscription.fin {
      Pastille(fin.cause.phrase, .attention)
      " le \(fin.jour.enLettres) : \(fin.motif)".enPhraseSuite
    } else {
      "depuis le \(inscription.debut.enLettres)"
    }
  }

  @HTMLBuilder private static func decisions(_ decisions: [DecisionDeJury]) -> some HTML {
    if decisions.isEmpty {
      "aucune encore"
    } else {
      ul {
        for decision in decisions {
          li {
            "\(decision.sur.phrase) : \(decision.enClair) (\(decision.code.rawValue)), le \(decision.acte.date.enLettres). Motif : \(decision.acte.motif)"
              .enPhraseSuite
          }
        }
      }
    }
  }
}

extension String {
  /// With the no-break spaces of French typography.
  var enPhraseSuite: String { Typographie.phrase(self) }
}

extension Statut {
  /// How the year is followed, in French.
  var phrase: String {
    switch self {
    case .initial: "formation initiale"
    case .alternant: "alternance"
    case .continu: "formation continue"
    }
  }
}

extension Inscription.Cause {
  /// Why the student left, in French.
  var phrase: String {
    switch self {
    case .demission: "démission"
    case .transfert: "transfert"
    case .cesure: "césure"
    case .exclusion: "exclusion"
    case .autre: "autre cause"
    }
  }
}

extension DecisionDeJury.Objet {
  /// What was decided on, in French.
  var phrase: String {
    switch self {
    case .ue(let code): code.texte
    case .rcue(let competence): "Compétence \(competence)"
    case .annee: "Année"
    case .passage: "Passage"
    }
  }
}

extension DecisionDeJury {
  /// What was decided, without its code.
  var enClair: String {
    switch sur {
    case .ue, .rcue: PhrasesDeJury.ue(code.rawValue)
    case .annee: PhrasesDeJury.annee(code.rawValue).enMinuscule.filter { $0 != "." }
    case .passage: "accordé par le jury"
    }
  }
}
