import Fiction
import Scolarite

/// Everything that a dossier holds, as lines of text in an order of their own.
struct Empreinte {
  let lignes: [String]

  init(_ dossier: Dossier) {
    lignes = [dossier.etudiant] + dossier.annees.flatMap(Self.lignes)
  }

  init(_ etudiant: EtudiantFictif) {
    lignes =
      ["\(etudiant.identifiant) \(etudiant.prenom) \(etudiant.nom)"]
      + Empreinte(etudiant.dossier).lignes
  }

  /// A number that changes with any letter (FNV-1a).
  var valeur: String {
    let somme = lignes.joined(separator: "\n").utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3
    }
    return String(somme, radix: 16)
  }

  private static func lignes(_ annee: AnneeSuivie) -> [String] {
    ["\(annee.annee) BUT\(annee.anneeBUT.valeur)", texte(annee.bonus)]
      + annee.decisions.map { "\(texte($0.sur)) \($0.code.rawValue) \(texte($0.acte))" }
      + annee.semestres.flatMap(lignes)
      + (annee.session2.map(lignes) ?? [])
  }

  private static func lignes(_ semestre: SemestreSuivi) -> [String] {
    let avis = semestre.avisContraire.map(texte) ?? ""
    let moyennes = semestre.moyennes.map { "\($0.key.texte) \(texte($0.value))" }
    let notes = semestre.notes.map { "\($0.key) \($0.value.map(texte).joined(separator: " "))" }
    return ["S\(semestre.numero.valeur) \(semestre.statut.rawValue) \(avis)"]
      + moyennes.sorted() + notes.sorted() + [texte(semestre.absences)]
  }

  private static func lignes(_ session2: SessionDeux) -> [String] {
    ["\(session2.date?.description ?? "") \(session2.inscriptions.map(\.texte))"]
      + session2.notesUE.map { "\($0.key.texte) \($0.value.mot)" }.sorted()
      + session2.notesModules.map { "\($0.key) \($0.value.mot)" }.sorted()
  }

  private static func texte(_ evaluation: Evaluation) -> String {
    "\(evaluation.nom):\(evaluation.entree.mot):\(evaluation.coefficient)"
  }

  private static func texte(_ acte: ActeMotive) -> String {
    "\(acte.auteur) \(acte.date) \(acte.motif)"
  }

  private static func texte(_ objet: DecisionDeJury.Objet) -> String {
    switch objet {
    case .ue(let code): code.texte
    case .rcue(let competence): "C\(competence)"
    case .annee: "année"
    case .passage: "passage"
    }
  }

  private static func texte(_ moyenne: SemestreSuivi.MoyenneConnue) -> String {
    switch moyenne {
    case .moyenne(let valeur): valeur.exacte
    case .equivalence(let acte, let note): "\(texte(acte)) \(note?.exacte ?? "")"
    }
  }

  private static func texte(_ bonus: Bonus) -> String {
    let sport =
      switch bonus.sport {
      case nil: ""
      case .points(let points): "\(points) points"
      case .seances(let nombre): "\(nombre) séances"
      }
    return ([sport] + bonus.engagements.map { "\($0.type) \($0.points)" }).joined(separator: " ")
  }

  private static func texte(_ absences: Absences) -> String {
    let creneaux = absences.creneaux.map { creneau in
      "\(texte(creneau.debut)) \(creneau.heures) \(texte(creneau.motif))"
    }
    return "\(absences.heuresABI) \(absences.heuresABJ) \(creneaux)"
  }

  private static func texte(_ motif: Absences.Motif) -> String {
    switch motif {
    case .injustifiee: "ABI"
    case .justifiee: "ABJ"
    case .indisponibilite(let declaree): "ITI \(declaree.map(texte) ?? "")"
    }
  }

  private static func texte(_ instant: Instant) -> String { "\(instant.jour) \(instant.minute)" }
}
