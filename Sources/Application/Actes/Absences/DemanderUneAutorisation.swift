public import Scolarite

/// Asks that an absence be authorised, before it begins; for a minor, a guardian asks (R1.2.9).
public struct DemanderUneAutorisation: ActeALimite {
  public static let nom = "demander-une-autorisation"
  public let etudiant: Identifiant<Etudiant>
  public let du: Instant
  public let au: Instant
  public let motif: String
  public let responsable: String?
  public let fichier: String?

  public init(
    _ etudiant: Identifiant<Etudiant>,
    du: Instant,
    au: Instant,
    motif: String,
    responsable: String? = nil,
    fichier: String? = nil,
  ) {
    self.etudiant = etudiant
    self.du = du
    self.au = au
    self.motif = motif
    self.responsable = responsable
    self.fichier = fichier
  }

  public func executer(_ travail: Travail) throws -> AutorisationDAbsence {
    let lieux = try travail.lieuxPresents(de: etudiant)
    let permis = try travail.exiger(.annoncerUneAbsence, parmi: lieux)
    let (_, identite) = try travail.identite(etudiant)
    try travail.verifierLaPeriode(du, au)
    guard du.rangs > travail.arrivee.instant.rangs else { throw Refus.etat(.absenceCommencee) }
    guard !motif.isEmpty else { throw Refus.etat(.motifManquant) }
    if responsable == nil, identite.estMineur(le: travail.moment.jour) {
      throw Refus.etat(.responsableLegalManquant)
    }
    if try travail.suivi(etudiant, le: du.jour)?.statut == .alternant {
      throw Refus.regle(article: "2", .sansObjetPourUnAlternant)
    }
    try travail.verifierLeFichier(fichier, etudiant)
    let autorisation = AutorisationDAbsence(
      id: try travail.registre.nouvelIdentifiant(),
      etudiant: etudiant,
      du: du,
      au: au,
      motif: motif,
      responsable: responsable,
      fichier: fichier,
      depose: travail.arrivee.instant,
      etat: .demandee,
      justificatif: nil,
      version: 1,
    )
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.autorisation, autorisation.id),
      sujet: etudiant,
      apres: autorisation.faits,
    )
    try travail.registre.ajouter(autorisation, ecriture)
    return autorisation
  }
}

/// Answers a request: granted, with conditions or without, or refused with the reason.
///
/// Granting writes the document that justifies the absences, so that what the roll says later is
/// justified as it is written.
public struct DeciderDUneAutorisation: Acte {
  public static let nom = "decider-d-une-autorisation"
  public let autorisation: Identifiant<AutorisationDAbsence>
  public let reponse: Reponse
  public let version: Int64

  /// What the head of the department answers.
  public enum Reponse: Hashable, Sendable {
    case accorder
    /// `avant`: after the delay of the règlement where nothing is said.
    case accorderSous(condition: String, avant: Instant?)
    case refuser(motif: String)
  }

  public init(
    _ autorisation: Identifiant<AutorisationDAbsence>,
    _ reponse: Reponse,
    version: Int64,
  ) {
    self.autorisation = autorisation
    self.reponse = reponse
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> AutorisationDAbsence {
    guard let avant = try travail.registre.autorisation(autorisation) else {
      throw Refus.inconnu(.autorisation)
    }
    let lieux = try travail.lieux(de: avant)
    let permis = try travail.exiger(.autoriserUneAbsence, parmi: lieux)
    guard avant.etat == .demandee else { throw Refus.etat(.autorisationDecidee) }
    var apres = avant
    apres.etat = try etat(avant, travail)
    apres.version = version
    if case .accordee = apres.etat {
      apres.justificatif = try travail.registre.nouvelIdentifiant()
    }
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.autorisation, avant.id),
      sujet: avant.etudiant,
      avant: avant.faits,
      apres: apres.faits,
    )
    if let justificatif = apres.justificatif {
      try travail.registre.ajouter(apres.justification(justificatif, travail), ecriture)
    }
    guard try travail.registre.remplacer(apres, ecriture) else {
      let objet = Objet(.autorisation, avant.id)
      throw try travail.conflit(objet, avant.faits, apres.faits, avant.version)
    }
    apres.version += 1
    return apres
  }

  private func etat(_ demande: AutorisationDAbsence, _ travail: Travail) throws
    -> AutorisationDAbsence.Etat
  {
    switch reponse {
    case .accorder: return .accordee(nil)
    case .accorderSous(let condition, let avant):
      guard !condition.isEmpty else { throw Refus.donnees([.init("condition", .absente)]) }
      let delais = try travail.delaisDAbsence(demande.etudiant, le: demande.du.jour)
      let echeance = avant ?? delais.echeance(depuis: travail.moment.instant)
      guard echeance.rangs > travail.moment.instant.rangs else {
        let vu = "\(echeance)"
        throw Refus.donnees([.init("avant", .horsBornes(vu: vu, bornes: "après maintenant"))])
      }
      return .accordee(.init(texte: condition, echeance: echeance))
    case .refuser(let motif):
      guard !motif.isEmpty else { throw Refus.etat(.motifManquant) }
      return .refusee(motif: motif)
    }
  }
}

/// Says whether the condition of an authorisation was met; where it was not, the absences are no
/// longer justified (R1.2.10).
public struct ConstaterUneCondition: Acte {
  public static let nom = "constater-une-condition"
  public let autorisation: Identifiant<AutorisationDAbsence>
  public let remplie: Bool
  public let version: Int64

  public init(
    _ autorisation: Identifiant<AutorisationDAbsence>,
    remplie: Bool,
    version: Int64,
  ) {
    self.autorisation = autorisation
    self.remplie = remplie
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> AutorisationDAbsence {
    guard let avant = try travail.registre.autorisation(autorisation) else {
      throw Refus.inconnu(.autorisation)
    }
    let lieux = try travail.lieux(de: avant)
    let permis = try travail.exiger(.autoriserUneAbsence, parmi: lieux)
    guard case .accordee(var condition?) = avant.etat, condition.constat == nil else {
      throw Refus.etat(.sansCondition)
    }
    condition.constat = .init(remplie: remplie, le: travail.moment.instant)
    var apres = avant
    apres.etat = .accordee(condition)
    apres.version = version
    let objet = Objet(.autorisation, avant.id)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      objet,
      sujet: avant.etudiant,
      avant: avant.faits,
      apres: apres.faits,
    )
    guard try travail.registre.remplacer(apres, ecriture) else {
      throw try travail.conflit(objet, avant.faits, apres.faits, avant.version)
    }
    if !remplie, let justificatif = try avant.justificatif.flatMap(travail.registre.justificatif) {
      _ = try TraiterUnJustificatif(
        justificatif.id,
        .refuse(motif: "condition non remplie : \(condition.texte)"),
        version: justificatif.version,
      ).executer(travail)
    }
    apres.version += 1
    return apres
  }
}

extension AutorisationDAbsence {
  /// What justifies the absences that it covers.
  fileprivate func justification(_ id: Identifiant<Justificatif>, _ travail: Travail)
    -> Justificatif
  {
    Justificatif(
      id: id,
      etudiant: etudiant,
      du: du,
      au: au,
      nature: .autorisation,
      depose: depose,
      fichier: fichier,
      etat: .accepte,
      traitement: .init(par: travail.auteur, le: travail.moment.instant),
      version: 1,
    )
  }
}

extension Travail {
  /// The places where a student is enrolled during what is asked for, and one’s own record.
  func lieux(de autorisation: AutorisationDAbsence) throws -> [Lieu] {
    try PeriodesDInscription(autorisation.etudiant, registre)
      .lieux(du: autorisation.du.jour, au: autorisation.au.jour)
  }
}

extension IdentiteDEtudiant {
  /// Whether the student is under eighteen; not where no birth is known.
  public func estMineur(le jour: Jour) -> Bool {
    guard let naissance else { return false }
    let age = jour.annee - naissance.annee
    let avant = (jour.mois, jour.quantieme) < (naissance.mois, naissance.quantieme)
    return (avant ? age - 1 : age) < 18
  }
}
