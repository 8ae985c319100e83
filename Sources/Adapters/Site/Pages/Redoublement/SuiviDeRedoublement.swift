internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

/// A request as its student follows it.
struct SuiviDeRedoublement: HTML {
  private let sienne: VoirSesRedoublements.Sienne
  private let maximum: Int
  private let vu: DossierVu
  private let jeton: Jeton

  init(
    _ sienne: VoirSesRedoublements.Sienne,
    _ maximum: Int,
    _ vu: DossierVu,
    _ jeton: Jeton,
  ) {
    self.sienne = sienne
    self.maximum = maximum
    self.vu = vu
    self.jeton = jeton
  }

  func render(into output: inout HTMLOutput) { corps.render(into: &output) }

  private var procedure: ProcedureDeRedoublement { sienne.procedure }

  private var corps: some HTML {
    Carte("Demande de \(sienne.promotion.nom), \(sienne.promotion.annee)") {
      Definitions([
        ("État", Cellule(procedure.pastilleDEtudiant)),
        ("Semestres", "\(procedure.semestresEnMots)"),
        ("Audition", "\(procedure.auditionEnMots)"),
        (
          "Pièce",
          procedure.fichier.map { Cellule(Lien("Lire la pièce", vers: Chemin.fichier($0))) }
            ?? "aucune",
        ),
      ])
      reponse
      Frise(EtapesDeRedoublement.moments(procedure))
      if let compteurs = sienne.compteurs {
        CompteursDeRedoublement(compteurs, maximum, procedure)
      }
      if procedure.etat == .deposee { actions }
    }
  }

  @HTMLBuilder private var reponse: some HTML {
    if let decision = procedure.decision {
      Encart(
        decision.sens == .autoriser ? .succes : .attention,
        titre: decision.sens == .autoriser
          ? "Le redoublement est autorisé" : "Le redoublement est refusé",
      ) {
        if !decision.motivation.isEmpty {
          p { Typographie.phrase("Motif : \(decision.motivation)".enPhrase) }
        }
        if !decision.conseils.isEmpty {
          p { Typographie.phrase("Conseils d’orientation : \(decision.conseils)".enPhrase) }
        }
        if decision.sens == .refuser { recours }
      }
    }
  }

  @HTMLBuilder private var recours: some HTML {
    if !procedure.manques.isEmpty {
      p {
        Typographie.phrase(
          "Il manque à ce refus : \(procedure.manques.joined(separator: ", ")). Vous pouvez demander "
            + "que cela soit corrigé."
        )
      }
    }
    p {
      Typographie.phrase(
        "Dans les deux mois qui suivent la notification, vous pouvez demander à la direction de l’IUT "
          + "de revoir sa décision, ou saisir le tribunal administratif."
      )
    }
  }

  private var actions: some HTML {
    HTMLGroup(
      Formulaire(
        vers: Chemin.redoublement(procedure.id, "demande"),
        jeton: jeton,
        aDesFichiers: true,
      ) {
        input(.type("hidden"), .name("version"), .value(String(procedure.version)))
        input(.type("hidden"), .name("etudiant"), .value("\(procedure.etudiant)"))
        Champ(
          "piece",
          procedure.fichier == nil ? "Joindre une pièce" : "Remplacer la pièce",
          .fichier(accepte: "application/pdf,image/jpeg,image/png"),
          aide: "PDF, JPEG ou PNG, \(Fichier.limite / 1_000_000) Mo au plus.",
          estFacultatif: true,
          cle: "suivi-piece",
        )
        div(.class("boutons")) {
          Bouton("Joindre la pièce", nom: "effet", valeur: "piece")
          if !procedure.audition.demandee {
            Bouton("Demander à être entendu", nom: "effet", valeur: "audition")
          }
          Bouton("Retirer la demande", .discret, nom: "effet", valeur: "retirer")
        }
      }
    )
  }
}
