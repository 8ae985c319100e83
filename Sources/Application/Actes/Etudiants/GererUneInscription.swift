public import Scolarite

/// Enrols a student whom the register knows: a repeater, somebody who comes from elsewhere.
public struct InscrireUnEtudiant: Acte {
  public static let nom = "inscrire-un-etudiant"
  public let etudiant: Identifiant<Etudiant>
  public let promotion: Identifiant<Promotion>
  public let semestres: [NumeroSemestre]
  public let statut: Statut
  public let debut: Jour

  public init(
    _ etudiant: Identifiant<Etudiant>,
    promotion: Identifiant<Promotion>,
    semestres: [NumeroSemestre],
    statut: Statut,
    debut: Jour,
  ) {
    self.etudiant = etudiant
    self.promotion = promotion
    self.semestres = semestres
    self.statut = statut
    self.debut = debut
  }

  public func executer(_ travail: Travail) throws -> Inscription {
    let promotion = try travail.promotion(promotion)
    let permis = try travail.exiger(.gererLesEtudiants, promotion.lieu)
    _ = try travail.identite(etudiant)
    let siennes = try travail.registre.inscriptions(etudiant: etudiant)
    guard !siennes.contains(where: { $0.promotion == promotion.id }) else {
      throw Refus.etat(.dejaInscrit)
    }
    guard !semestres.isEmpty, semestres.allSatisfy({ $0.annee == promotion.anneeBUT }) else {
      throw Refus.donnees([.init("semestres", .absente)])
    }
    let inscription = Inscription(
      id: try travail.registre.nouvelIdentifiant(),
      etudiant: etudiant,
      promotion: promotion.id,
      semestres: semestres.sorted(),
      statuts: [.init(depuis: debut, statut: statut)],
      debut: debut,
      fin: nil,
      version: 1,
    )
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.inscription, inscription.id),
      sujet: etudiant,
      apres: inscription.faits,
    )
    try travail.registre.ajouter([inscription], ecriture)
    return inscription
  }
}

/// Ends an enrolment before the end of the year: demission, transfer, césure.
public struct TerminerUneInscription: Acte {
  public static let nom = "terminer-une-inscription"
  public let inscription: Identifiant<Inscription>
  /// `nil` undoes an end that was a mistake.
  public let fin: Inscription.Fin?
  /// The version that was read.
  public let version: Int64

  public init(_ inscription: Identifiant<Inscription>, fin: Inscription.Fin?, version: Int64) {
    self.inscription = inscription
    self.fin = fin
    self.version = version
  }

  public func executer(_ travail: Travail) throws {
    let (avant, permis) = try travail.inscription(inscription)
    if let fin {
      guard !fin.motif.isEmpty else { throw Refus.etat(.motifManquant) }
      guard fin.jour >= avant.debut else {
        throw Refus.etat(.horsPeriode(du: avant.debut, au: fin.jour))
      }
    }
    try travail.remplacer(avant, avant.avec(fin: fin, version: version), Self.nom, permis)
  }
}

/// Changes how a student follows the year, from a day on: an apprenticeship found in January.
public struct ChangerDeStatut: Acte {
  public static let nom = "changer-de-statut"
  public let inscription: Identifiant<Inscription>
  public let statut: Statut
  public let depuis: Jour
  /// The version that was read.
  public let version: Int64

  public init(
    _ inscription: Identifiant<Inscription>,
    statut: Statut,
    depuis: Jour,
    version: Int64,
  ) {
    self.inscription = inscription
    self.statut = statut
    self.depuis = depuis
    self.version = version
  }

  public func executer(_ travail: Travail) throws {
    let (avant, permis) = try travail.inscription(inscription)
    if let fin = avant.fin { throw Refus.etat(.inscriptionTerminee(fin.jour)) }
    guard depuis >= avant.debut else {
      throw Refus.etat(.horsPeriode(du: avant.debut, au: depuis))
    }
    let statuts =
      avant.statuts.filter { $0.depuis < depuis } + [.init(depuis: depuis, statut: statut)]
    try travail.remplacer(avant, avant.avec(statuts: statuts, version: version), Self.nom, permis)
  }
}

/// Puts a student in a group, or takes the student out.
public struct PlacerDansUnGroupe: Acte {
  public static let nom = "placer-dans-un-groupe"
  public let etudiant: Identifiant<Etudiant>
  public let groupe: Identifiant<Groupe>
  public let present: Bool

  public init(_ etudiant: Identifiant<Etudiant>, groupe: Identifiant<Groupe>, present: Bool = true)
  {
    self.etudiant = etudiant
    self.groupe = groupe
    self.present = present
  }

  public func executer(_ travail: Travail) throws {
    guard let groupe = try travail.registre.groupe(groupe) else { throw Refus.inconnu(.groupe) }
    let promotion = try travail.promotion(groupe.promotion)
    let permis = try travail.exiger(.gererLesEtudiants, promotion.lieu)
    let inscrit = try travail.registre.inscriptions(etudiant: etudiant).contains {
      $0.promotion == promotion.id
    }
    guard inscrit else { throw Refus.etat(.etudiantNonInscrit) }
    let dedans = try travail.registre.groupes(etudiant: etudiant).contains(groupe.id)
    guard dedans != present else { return }
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.groupe, groupe.id, etudiant),
      sujet: etudiant,
      avant: ["present": .verdict(dedans)],
      apres: ["present": .verdict(present)],
    )
    if present {
      try travail.registre.entrer([etudiant], dans: groupe.id, ecriture)
    } else {
      try travail.registre.sortir(etudiant, de: groupe.id, ecriture)
    }
  }
}

extension Travail {
  /// An enrolment and the right to change it.
  fileprivate func inscription(_ id: Identifiant<Inscription>) throws -> (Inscription, Permis) {
    guard let inscription = try registre.inscription(id) else { throw Refus.inconnu(.inscription) }
    let promotion = try promotion(inscription.promotion)
    return (inscription, try exiger(.gererLesEtudiants, promotion.lieu))
  }

  fileprivate func remplacer(
    _ avant: Inscription,
    _ apres: Inscription,
    _ acte: String,
    _ permis: Permis,
  ) throws {
    let objet = Objet(.inscription, avant.id)
    let ecriture = try inscrire(
      acte,
      permis,
      objet,
      sujet: avant.etudiant,
      avant: avant.faits,
      apres: apres.faits,
    )
    guard try registre.remplacer(apres, ecriture) else {
      throw try conflit(objet, avant.faits, apres.faits, avant.version)
    }
  }
}

extension Inscription {
  fileprivate func avec(fin: Fin?, version: Int64) -> Inscription {
    copie(statuts: statuts, fin: fin, version: version)
  }

  fileprivate func avec(statuts: [StatutDate], version: Int64) -> Inscription {
    copie(statuts: statuts, fin: fin, version: version)
  }

  private func copie(statuts: [StatutDate], fin: Fin?, version: Int64) -> Inscription {
    Inscription(
      id: id,
      etudiant: etudiant,
      promotion: promotion,
      semestres: semestres,
      statuts: statuts,
      debut: debut,
      fin: fin,
      version: version,
    )
  }

  var faits: Faits {
    [
      "promotion": Faits.Valeur(promotion),
      "semestres": .liste(semestres.map { .entier(Int64($0.valeur)) }),
      "statuts": .liste(
        statuts.map { .texte("\($0.statut.rawValue) depuis le \($0.depuis)") }
      ),
      "debut": Faits.Valeur(debut), "fin": Faits.Valeur(fin?.jour),
      "cause": Faits.Valeur(fin?.cause.rawValue), "motif": Faits.Valeur(fin?.motif),
    ]
  }
}
