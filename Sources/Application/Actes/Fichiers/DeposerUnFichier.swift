/// Gives a file to a student's record, to be named by a justificatif or a request.
public struct DeposerUnFichier: Acte {
  public static let nom = "deposer-un-fichier"
  public let etudiant: Identifiant<Etudiant>
  public let octets: [UInt8]

  public init(etudiant: Identifiant<Etudiant>, octets: [UInt8]) {
    self.etudiant = etudiant
    self.octets = octets
  }

  public func executer(_ travail: Travail) throws -> String {
    let lieux = try travail.lieux(de: etudiant)
    let permis = try travail.exiger(.deposerUnJustificatif, parmi: lieux)
    _ = try travail.identite(etudiant)
    guard octets.count <= Fichier.limite else {
      let bornes = "\(Fichier.limite / 1_000_000) Mo au plus"
      throw Refus.donnees([.init("fichier", .horsBornes(vu: "\(octets.count)", bornes: bornes))])
    }
    guard let format = Fichier.Format(octets) else {
      throw Refus.donnees([.init("fichier", .illisible(vu: "ni PDF, ni JPEG, ni PNG"))])
    }
    if format == .pdf { try examiner(travail) }
    let empreinte = travail.registre.empreinte(octets)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.fichier, etudiant),
      sujet: etudiant,
      apres: [
        "fichier": .texte(empreinte), "taille": .entier(Int64(octets.count)),
        "format": .texte(format.rawValue),
      ],
    )
    let fichier = Fichier(empreinte: empreinte, format: format, octets: octets)
    try travail.registre.ajouter(fichier, de: etudiant, ecriture)
    return empreinte
  }

  private func examiner(_ travail: Travail) throws {
    let registre = travail.registre
    var examen = ExamenDePDF(octets) { registre.decomprimer($0, limite: $1) }
    let vu: String
    switch examen.examiner() {
    case .rien: return
    case .script:
      vu = "un PDF qui contient un script ou une action : enregistrez-le de nouveau sans eux"
    case .illisible:
      vu = "un PDF dont le contenu ne peut pas être vérifié : imprimez-le dans un nouveau PDF"
    }
    throw Refus.donnees([.init("fichier", .illisible(vu: vu))])
  }
}

/// Reads a file: whoever gave it, or treats what refers to it.
public struct LireUnFichier: Question {
  public static let nom = "lire-un-fichier"
  public let fichier: String

  public init(_ fichier: String) {
    self.fichier = fichier
  }

  public func executer(_ travail: Travail) throws -> Fichier {
    let proprietaires = try travail.registre.proprietaires(fichier: fichier)
    guard try permet(proprietaires, travail) else { throw Refus.inconnu(.fichier) }
    guard let fichier = try travail.registre.fichier(fichier) else { throw Refus.inconnu(.fichier) }
    return fichier
  }

  private func permet(_ proprietaires: [Identifiant<Etudiant>], _ travail: Travail) throws -> Bool {
    let siens = proprietaires.contains { etudiant in
      travail.peut(.deposerUnJustificatif, Lieu(etudiant: etudiant))
    }
    if siens { return true }
    return try travail.registre.references(fichier: fichier).contains { reference in
      switch reference.nature {
      case .justificatif:
        return try travail.justificatifs(de: reference.etudiant, .traiterLesJustificatifs)
          .contains { $0.fichier == fichier }
      case .autorisation:
        return try travail.registre.autorisations(etudiant: reference.etudiant).contains {
          guard $0.fichier == fichier else { return false }
          return travail.peut(.suivreLesAbsences, unDe: try travail.lieux(de: $0))
        }
      case .redoublement:
        return try travail.lieux(de: reference.etudiant).contains { lieu in
          lieu.promotion == reference.promotion
            && Travail.voientLesRedoublements.contains { travail.peut($0, lieu.sansEtudiant) }
        }
      case .engagement:
        return try travail.lieux(de: reference.etudiant).contains { lieu in
          lieu.promotion == reference.promotion
            && Travail.voientLesEngagements.contains { travail.peut($0, lieu.sansEtudiant) }
        }
      case .amenagement:
        return try travail.registre.demandesDAmenagement(etudiant: reference.etudiant).contains {
          guard $0.fichier == fichier else { return false }
          return travail.peut($0.situation.droit, try travail.promotion($0.promotion).lieu)
        }
      case .tardive:
        return try travail.lieux(de: reference.etudiant).contains { lieu in
          lieu.promotion == reference.promotion
            && [.gererLesCampagnes, .deciderEnSession2].contains {
              travail.peut($0, lieu.sansEtudiant)
            }
        }
      case .demande:
        return try travail.lieux(de: reference.etudiant).contains {
          $0.promotion == reference.promotion && travail.peut(.gererLesCampagnes, $0)
        }
      }
    }
  }
}

extension Travail {
  /// A file that a thing names must have been given to the same student's record.
  func verifierLeFichier(_ fichier: String?, _ etudiant: Identifiant<Etudiant>) throws {
    guard let fichier else { return }
    guard try registre.contient(fichier: fichier, de: etudiant) else {
      throw Refus.inconnu(.fichier)
    }
  }
}
