public import JSON
public import Scolarite

extension DossierJSON {
  /// Why the format cannot say a dossier exactly.
  public enum Inexprimable: Error, Hashable, Sendable {
    /// A UE whose code names another semester than its own, or none.
    case semestreDeLUE(CodeUE)
    /// An average that no decimal number is.
    case moyenne(CodeUE, String)
  }

  /// A dossier in the format that `read` accepts: one JSON value for one dossier.
  ///
  /// The document that proves the force majeure of a supplement is not part of a dossier: the file
  /// says that it is kept elsewhere.
  public static func encode(_ dossier: Dossier, profil: String) throws(Inexprimable) -> JSONNode {
    var annees: [JSONNode] = []
    for annee in dossier.annees { annees.append(try annee.json()) }
    var membres: [JSONNode.Member] = [
      .init("format", "delibere/dossier/1"), .init("etudiant", .string(dossier.etudiant)),
      .init("profil", .string(profil)), .init("annees", .array(annees)),
    ]
    if let redoublement = dossier.redoublement {
      membres.append(.init("redoublement", redoublement.json))
    }
    return .object(membres)
  }
}

extension AnneeSuivie {
  fileprivate func json() throws(DossierJSON.Inexprimable) -> JSONNode {
    var suivis: [JSONNode] = []
    for semestre in semestres { suivis.append(try semestre.json()) }
    var membres: [JSONNode.Member] = [
      .init("annee_universitaire", .string(annee.description)),
      .init("annee_but", .entier(anneeBUT.valeur)), .init("maquette", try programme.json()),
      .init("semestres", .array(suivis)),
    ]
    if bonus != Bonus() { membres.append(.init("bonus", bonus.json)) }
    if let session2 { membres.append(.init("session2", session2.json)) }
    if !decisions.isEmpty {
      membres.append(.init("decisions", .array(decisions.map(\.json))))
    }
    return .object(membres)
  }
}

extension SemestreSuivi {
  fileprivate func json() throws(DossierJSON.Inexprimable) -> JSONNode {
    var membres: [JSONNode.Member] = [
      .init("numero", .entier(numero.valeur)), .init("statut", .string(statut.rawValue)),
    ]
    if !notes.isEmpty {
      let modules = notes.sorted { $0.key < $1.key }
      membres.append(
        .init("notes", .object(modules.map { .init($0.key, .array($0.value.map(\.json))) }))
      )
    }
    if !moyennes.isEmpty {
      var connues: [JSONNode.Member] = []
      for (ue, moyenne) in moyennes.sorted(by: { $0.key.texte < $1.key.texte }) {
        connues.append(.init(ue.texte, try moyenne.json(ue)))
      }
      membres.append(.init("moyennes", .object(connues)))
    }
    if let absences = absences.json { membres.append(.init("absences", absences)) }
    if let avisContraire {
      membres.append(.init("avis_contraire", .object(avisContraire.membres)))
    }
    return .object(membres)
  }
}

extension SemestreSuivi.MoyenneConnue {
  fileprivate func json(_ ue: CodeUE) throws(DossierJSON.Inexprimable) -> JSONNode {
    switch self {
    case .moyenne(let moyenne):
      guard let decimale = Decimale(exacte: moyenne) else {
        throw .moyenne(ue, moyenne.exacte)
      }
      return .decimale(decimale)
    case .equivalence(let acte, nil): return ["equivalence": .object(acte.membres)]
    case .equivalence(let acte, let note?):
      // 52/3 on 20 is the mark 52/60: any fraction is a mark on its own scale.
      let vingtiemes = note.denominateur * 20
      guard vingtiemes < Decimale.borne else { throw .moyenne(ue, note.exacte) }
      let ecrite = JSONNode.string("\(note.numerateur)/\(vingtiemes)")
      return ["equivalence": .object(acte.membres + [.init("note", ecrite)])]
    }
  }
}

extension Decimale {
  /// The decimal number that a fraction is; `nil` where it is none of six decimals.
  fileprivate init?(exacte fraction: Fraction) {
    let millioniemes = fraction * 1_000_000
    guard millioniemes.denominateur == 1, let valeur = Int64(exactly: millioniemes.numerateur)
    else {
      return nil
    }
    self.init(enMillioniemes: valeur)
  }
}

extension Evaluation {
  fileprivate var json: JSONNode {
    [
      "evaluation": .string(nom), "note": entree.json, "coefficient": .decimale(coefficient),
    ]
  }
}

extension Entree {
  /// A mark as it was entered, or what stands in its place.
  var json: JSONNode {
    switch self {
    case .note(let note): .string(note.description)
    case .rattrapee(let note): ["ABJ": .string(note.description)]
    case .sansRattrapage(let motif): ["ABJ": ["refus": .string(motif)]]
    case .absenceInjustifiee, .excuse, .enAttente, .absenceJustifiee, .indisponibilite, .nulle,
      .sansObjet:
      .string(mot)
    }
  }
}

extension Absences {
  /// `nil` where there are none.
  fileprivate var json: JSONNode? {
    guard heuresABI != .zero || heuresABJ != .zero || !creneaux.isEmpty else { return nil }
    return [
      "abi_heures": .decimale(heuresABI), "abj_heures": .decimale(heuresABJ),
      "creneaux": .array(creneaux.map(\.json)),
    ]
  }
}

extension Absences.Creneau {
  fileprivate var json: JSONNode {
    var membres: [JSONNode.Member] = [
      .init("debut", .string(debut.description)), .init("heures", .decimale(heures)),
      .init("motif", .string(motif.mot)),
    ]
    if case .indisponibilite(let declaree?) = motif {
      membres.append(.init("declaree", .string(declaree.description)))
    }
    return .object(membres)
  }
}

extension Absences.Motif {
  fileprivate var mot: String {
    switch self {
    case .injustifiee: "ABI"
    case .justifiee: "ABJ"
    case .indisponibilite: "ITI"
    }
  }
}
