internal import Scolarite

/// Opens the exceptional session of the BTS of 2021 for a speciality (R3.1).
public struct OuvrirUneSessionBTS: Acte {
  public static let nom = "ouvrir-une-session-bts"
  public let departement: Identifiant<Departement>
  public let specialite: Specialite

  /// One that ships, by its code, or one given in its JSON format.
  public enum Specialite: Hashable, Sendable {
    case fournie(String)
    case json(String)
  }

  public init(departement: Identifiant<Departement>, specialite: Specialite) {
    self.departement = departement
    self.specialite = specialite
  }

  public func executer(_ travail: Travail) throws -> SessionBTS {
    let permis = try travail.exiger(.gererLesCampagnes, Lieu(departement: departement))
    guard try travail.registre.departements().contains(where: { $0.id == departement }) else {
      throw Refus.inconnu(.departement)
    }
    let lue = try lire(travail)
    let session = SessionBTS(
      id: try travail.registre.nouvelIdentifiant(),
      departement: departement,
      intitule: "BTS \(lue.intitule), session \(CandidatBTS.millesime)",
      specialite: travail.formats.texte(lue),
      version: 1,
    )
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.sessionBTS, session.id),
      apres: session.faits + ["specialite": .texte(session.specialite)],
    )
    try travail.registre.ajouter(session, ecriture)
    return session
  }

  private func lire(_ travail: Travail) throws -> SpecialiteBTS {
    switch specialite {
    case .fournie(let code):
      guard let fournie = travail.formats.specialitesBTS.first(where: { $0.code == code }) else {
        throw Refus.donnees([.init("specialite", .inconnue(vu: code))])
      }
      return fournie
    case .json(let texte):
      do {
        return try travail.formats.specialiteBTS(texte)
      } catch {
        throw Refus.donnees([.init("fichier", .illisible(vu: "\(error)"))])
      }
    }
  }
}

/// Makes somebody a candidate: a student of the register, or a person whom it does not know yet.
public struct InscrireUnCandidatBTS: Acte {
  public static let nom = "inscrire-un-candidat-bts"
  public let session: Identifiant<SessionBTS>
  public let nip: String
  public let nomCivil: String
  public let prenom: String

  public init(session: Identifiant<SessionBTS>, nip: String, nom: String, prenom: String) {
    self.session = session
    self.nip = nip
    nomCivil = nom
    self.prenom = prenom
  }

  public func executer(_ travail: Travail) throws -> InscriptionBTS {
    let (session, _) = try travail.sessionBTS(session)
    let permis = try travail.exiger(.gererLesCampagnes, session.lieu)
    try session.exigerNonProclamee()
    let ligne = LigneDeBTS(nip: nip, nom: nomCivil, prenom: prenom, lieu: "numéro")
    if let faute = try travail.faute(ligne) { throw Refus.donnees([faute]) }
    let etudiant = try travail.etudiantBTS(ligne, permis)
    return try travail.inscrireAuBTS(etudiant, session, Self.nom, permis)
  }
}

extension Travail {
  /// The student of a row, written where the register does not know them.
  func etudiantBTS(_ ligne: LigneDeBTS, _ permis: Permis) throws -> Identifiant<Etudiant> {
    if let connu = try registre.etudiant(nip: ligne.nip) { return connu.id }
    let identite = IdentiteDEtudiant(
      nip: ligne.nip,
      nomCivil: ligne.nom,
      prenomCivil: ligne.prenom,
    )
    let etudiant = Etudiant(
      id: try registre.nouvelIdentifiant(),
      identite: identite,
      version: 1,
    )
    let ecriture = try inscrire(
      InscrireUnCandidatBTS.nom,
      permis,
      Objet(.etudiant, etudiant.id),
      sujet: etudiant.id,
      apres: identite.faits,
    )
    try registre.ajouter([etudiant], ecriture)
    return etudiant.id
  }

  func inscrireAuBTS(
    _ etudiant: Identifiant<Etudiant>,
    _ session: SessionBTS,
    _ acte: String,
    _ permis: Permis,
  ) throws -> InscriptionBTS {
    let siennes = try registre.inscriptionsBTS(etudiant: etudiant)
    guard !siennes.contains(where: { $0.session == session.id }) else {
      throw Refus.etat(.bts(.dejaCandidat))
    }
    let inscription = InscriptionBTS(
      id: try registre.nouvelIdentifiant(),
      session: session.id,
      etudiant: etudiant,
      version: 1,
    )
    let ecriture = try inscrire(
      acte,
      permis,
      Objet(.candidatBTS, inscription.id),
      sujet: etudiant,
      apres: inscription.faits,
    )
    try registre.ajouter(inscription, ecriture)
    return inscription
  }
}
