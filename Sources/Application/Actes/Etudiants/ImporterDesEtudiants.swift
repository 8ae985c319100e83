internal import Scolarite

/// Tells what an import of students would change, without changing it.
public struct PrevoirDesInscriptions: Question {
  public static let nom = "prevoir-des-inscriptions"
  public let promotion: Identifiant<Promotion>
  public let etudiants: [NouvelEtudiant]

  public init(promotion: Identifiant<Promotion>, etudiants: [NouvelEtudiant]) {
    self.promotion = promotion
    self.etudiants = etudiants
  }

  public func executer(_ travail: Travail) throws -> PlanDInscription {
    let promotion = try travail.promotion(promotion)
    _ = try travail.exiger(.gererLesEtudiants, promotion.lieu)
    return try travail.plan(etudiants, promotion)
  }
}

/// Enrols the students of a list in a promotion: all of them or none.
///
/// A student is known by INE, else by NIP; what the list says of a known student replaces what
/// stood, except that an empty cell changes nothing, and that a student whom the person sees nowhere
/// is enrolled as another department wrote the identity.
public struct ImporterDesEtudiants: Acte {
  public static let nom = "importer-des-etudiants"
  public let promotion: Identifiant<Promotion>
  public let etudiants: [NouvelEtudiant]
  /// Where they come from: the name of a file.
  public let source: String

  public init(promotion: Identifiant<Promotion>, etudiants: [NouvelEtudiant], source: String) {
    self.promotion = promotion
    self.etudiants = etudiants
    self.source = source
  }

  public func executer(_ travail: Travail) throws -> PlanDInscription {
    let promotion = try travail.promotion(promotion)
    let permis = try travail.exiger(.gererLesEtudiants, promotion.lieu)
    let plan = try travail.plan(etudiants, promotion)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.promotion, promotion.id),
      apres: [
        "source": .texte(source), "nouveaux": .entier(Int64(plan.nouveaux.count)),
        "connus": .entier(Int64(plan.connus.count)),
        "dejaInscrits": .entier(Int64(plan.dejaInscrits.count)),
      ],
    )
    let crees = try creer(plan.nouveaux, travail, permis)
    try mettreAJour(plan.connus + plan.dejaInscrits, travail, permis)
    let inscrits = crees + plan.connus.map { ($0.etudiant.id, $0.nouveau) }
    let dAilleurs = Set(plan.connus.filter(\.estDAilleurs).map(\.etudiant.id))
    try inscrire(inscrits, promotion, travail, permis, ecriture, dAilleurs)
    try grouper(
      inscrits + plan.dejaInscrits.map { ($0.etudiant.id, $0.nouveau) },
      promotion,
      travail,
      permis,
    )
    return plan
  }

  private typealias Inscrit = (id: Identifiant<Etudiant>, nouveau: NouvelEtudiant)

  /// Each new student has an entry of the journal of their own, so that it can be erased with them.
  private func creer(_ nouveaux: [NouvelEtudiant], _ travail: Travail, _ permis: Permis) throws
    -> [Inscrit]
  {
    try nouveaux.map { nouveau in
      (try travail.creer(nouveau.identite, permis), nouveau)
    }
  }

  private func mettreAJour(
    _ rapproches: [PlanDInscription.Rapproche],
    _ travail: Travail,
    _ permis: Permis,
  ) throws {
    for rapproche in rapproches where !rapproche.changements.isEmpty {
      guard let avant = rapproche.etudiant.identite else { continue }
      let apres = avant.completee(par: rapproche.nouveau.identite)
      let ecriture = try travail.inscrire(
        ModifierUnEtudiant.nom,
        permis,
        Objet(.etudiant, rapproche.etudiant.id),
        sujet: rapproche.etudiant.id,
        avant: avant.faits,
        apres: apres.faits,
        motif: source,
      )
      _ = try travail.registre.remplacer(
        Etudiant(
          id: rapproche.etudiant.id,
          identite: apres,
          version: rapproche.etudiant.version,
        ),
        ecriture,
      )
    }
  }

  /// Enrolments are written together; each student has an entry that says it.
  private func inscrire(
    _ inscrits: [Inscrit],
    _ promotion: Promotion,
    _ travail: Travail,
    _ permis: Permis,
    _ ecriture: Ecriture,
    _ dAilleurs: Set<Identifiant<Etudiant>>,
  ) throws {
    let semestres = promotion.anneeBUT.semestres
    let debut = try travail.registre.annee(promotion.annee)?.debut ?? Jour(ouvrant: promotion.annee)
    let inscriptions = try inscrits.map { inscrit in
      Inscription(
        id: try travail.registre.nouvelIdentifiant(),
        etudiant: inscrit.id,
        promotion: promotion.id,
        semestres: semestres,
        statuts: [.init(depuis: debut, statut: inscrit.nouveau.statut)],
        debut: debut,
        fin: nil,
        version: 1,
      )
    }
    for inscription in inscriptions {
      _ = try travail.inscrire(
        InscrireUnEtudiant.nom,
        permis,
        Objet(.inscription, inscription.id),
        sujet: inscription.etudiant,
        apres: inscription.faits,
        motif: dAilleurs.contains(inscription.etudiant)
          ? "\(source) ; étudiant d’un autre département, identité laissée telle quelle" : source,
      )
    }
    try travail.registre.ajouter(inscriptions, ecriture)
  }

  /// Puts students in their groups, made where they do not exist yet.
  private func grouper(
    _ inscrits: [Inscrit],
    _ promotion: Promotion,
    _ travail: Travail,
    _ permis: Permis,
  ) throws {
    var groupes = Dictionary(
      uniqueKeysWithValues: try travail.registre.groupes(promotion.id).map { ($0.nom, $0.id) }
    )
    let presents = Set(
      try travail.registre.membres(promotion.id).map { Appartenance($0.groupe, $0.etudiant) }
    )
    let noms = Set(inscrits.flatMap(\.nouveau.groupes)).sorted()
    for nom in noms {
      if groupes[nom] == nil {
        let nature: Groupe.Nature = nom.hasPrefix("TP") ? .tp : nom.hasPrefix("TD") ? .td : .autre
        groupes[nom] = try CreerUnGroupe(
          promotion: promotion.id,
          nature: nature,
          intitule: nom,
        ).executer(travail).id
      }
      guard let groupe = groupes[nom] else { continue }
      let entrants = inscrits.filter {
        $0.nouveau.groupes.contains(nom) && !presents.contains(Appartenance(groupe, $0.id))
      }.map(\.id)
      guard !entrants.isEmpty else { continue }
      let ecriture = try travail.inscrire(
        "entrer-dans-un-groupe",
        permis,
        Objet(.groupe, groupe),
        apres: ["etudiants": .liste(entrants.map { Faits.Valeur($0) })],
      )
      try travail.registre.entrer(entrants, dans: groupe, ecriture)
    }
  }

  private struct Appartenance: Hashable {
    let groupe: Identifiant<Groupe>
    let etudiant: Identifiant<Etudiant>

    init(_ groupe: Identifiant<Groupe>, _ etudiant: Identifiant<Etudiant>) {
      self.groupe = groupe
      self.etudiant = etudiant
    }
  }
}
