internal import Scolarite

/// Puts several students in a group at once, or takes them out: all of them or none.
///
/// A student has one TD, one TP and one parcours: entering one leaves the other of its kind.
public struct PlacerDesEtudiants: Acte {
  public static let nom = "placer-des-etudiants"
  public let etudiants: [Identifiant<Etudiant>]
  public let groupe: Identifiant<Groupe>
  public let present: Bool

  public init(
    _ etudiants: [Identifiant<Etudiant>],
    groupe: Identifiant<Groupe>,
    present: Bool = true,
  ) {
    self.etudiants = etudiants
    self.groupe = groupe
    self.present = present
  }

  public func executer(_ travail: Travail) throws {
    guard let groupe = try travail.registre.groupe(groupe) else { throw Refus.inconnu(.groupe) }
    _ = try travail.exiger(.gererLesEtudiants, travail.promotion(groupe.promotion).lieu)
    let exclus = try present ? exclus(groupe, travail) : [:]
    for etudiant in Set(etudiants).sorted() {
      for quitte in exclus[etudiant] ?? [] {
        try PlacerDansUnGroupe(etudiant, groupe: quitte, present: false).executer(travail)
      }
      try PlacerDansUnGroupe(etudiant, groupe: groupe.id, present: present).executer(travail)
    }
  }

  /// The groups that a student leaves by entering this one.
  private func exclus(_ groupe: Groupe, _ travail: Travail) throws
    -> [Identifiant<Etudiant>: [Identifiant<Groupe>]]
  {
    guard groupe.nature.estUnique else { return [:] }
    let memes = Set(
      try travail.registre.groupes(groupe.promotion)
        .filter { $0.nature == groupe.nature && $0.id != groupe.id }.map(\.id)
    )
    let membres = try travail.registre.membres(groupe.promotion)
      .filter { memes.contains($0.groupe) }
    return Dictionary(grouping: membres, by: \.etudiant).mapValues { $0.map(\.groupe) }
  }
}

extension Groupe.Nature {
  /// Whether a student stands in one group of the kind at most.
  public var estUnique: Bool {
    switch self {
    case .td, .tp, .parcours: true
    case .option, .autre: false
    }
  }
}
