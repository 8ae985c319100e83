internal import Scolarite

/// Erases everything that is beyond its time: records, closed accounts, contents of the journal.
public struct AppliquerLaConservation: Acte {
  public static let nom = "appliquer-la-conservation"

  /// What was erased.
  public struct Resultat: Hashable, Sendable {
    public var personnes = 0
    public var comptes = 0
    /// Contents of the journal erased for their age, those of persons apart.
    public var contenus = 0
    /// Students taken off incidents whose records are three years old.
    public var procedures = 0
  }

  public init() {}

  public func executer(_ travail: Travail) throws -> Resultat {
    let permis = try travail.exiger(.effacerUnePersonne, .etablissement)
    var resultat = Resultat()
    for personne in try travail.personnesAEffacer(le: travail.moment.jour) {
      try EffacerUnePersonne(personne.etudiant, motif: Self.motif).executer(travail)
      resultat.personnes += 1
    }
    resultat.procedures = try travail.effacerLaDiscipline(permis, motif: Self.motif)
    resultat.comptes = try effacerLesComptes(travail, permis)
    resultat.contenus = try effacerLeJournal(travail, permis)
    _ = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.etablissement, travail.registre.etablissement().id),
      apres: [
        "personnes": .entier(Int64(resultat.personnes)),
        "comptes": .entier(Int64(resultat.comptes)),
        "contenus": .entier(Int64(resultat.contenus)),
        "procedures": .entier(Int64(resultat.procedures)),
      ],
    )
    return resultat
  }

  private static let motif = "durée de conservation dépassée"

  private func effacerLesComptes(_ travail: Travail, _ permis: Permis) throws -> Int {
    guard let limite = try travail.limite(.comptes) else { return 0 }
    let comptes = try travail.registre.comptesFermes(avant: limite)
    for compte in comptes {
      let ecriture = try travail.inscrire(
        "effacer-un-compte",
        permis,
        Objet(.utilisateur, compte.id),
        motif: Self.motif,
      )
      try travail.registre.effacer(compte.id, ecriture)
    }
    return comptes.count
  }

  private func effacerLeJournal(_ travail: Travail, _ permis: Permis) throws -> Int {
    guard let limite = try travail.limite(.journal),
      let derniere = try travail.registre.derniereEntreePleine(avant: limite)
    else { return 0 }
    let ecriture = try travail.inscrire(
      "effacer-le-journal",
      permis,
      Objet(.conservation, derniere),
      motif: Self.motif,
    )
    return try travail.registre.effacerLesContenus(jusqua: derniere, ecriture)
  }
}

extension Travail {
  /// The moment before which data of a kind is beyond its time, by days of 24 hours.
  fileprivate func limite(_ categorie: Conservation.Categorie) throws -> Horodatage? {
    guard let limite = try conservation(categorie)?.limite(le: moment.jour) else { return nil }
    let jours = Int64(moment.jour.ecart(depuis: limite))
    return Horodatage(millisecondes: moment.horodatage.millisecondes - jours * 86_400_000)
  }
}
