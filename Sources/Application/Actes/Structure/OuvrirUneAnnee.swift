public import Scolarite

/// Opens a university year with its calendar.
public struct OuvrirUneAnnee: Acte {
  public static let nom = "ouvrir-une-annee"
  public let annee: AnneeUniversitaire
  public let debut: Jour
  public let fin: Jour
  public let periodes: [AnneeOuverte.Periode]

  public init(
    _ annee: AnneeUniversitaire,
    debut: Jour,
    fin: Jour,
    periodes: [AnneeOuverte.Periode],
  ) {
    self.annee = annee
    self.debut = debut
    self.fin = fin
    self.periodes = periodes
  }

  public func executer(_ travail: Travail) throws -> AnneeOuverte {
    let permis = try travail.exiger(.structurer, .etablissement)
    guard try travail.registre.annee(annee) == nil else {
      throw Refus.etat(.nomDejaPris(annee.description))
    }
    let ouverte = AnneeOuverte(
      id: try travail.registre.nouvelIdentifiant(),
      annee: annee,
      debut: debut,
      fin: fin,
      periodes: periodes,
      version: 1,
    )
    try ouverte.verifier()
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.annee, ouverte.id),
      apres: ouverte.faits,
    )
    try travail.registre.ajouter(ouverte, ecriture)
    return ouverte
  }
}

/// Changes the calendar of a year; its first day moves back no more once the règlement is fixed.
public struct ChangerLeCalendrier: Acte {
  public static let nom = "changer-le-calendrier"
  /// As it is to be, at the version that was read.
  public let annee: AnneeOuverte

  public init(_ annee: AnneeOuverte) {
    self.annee = annee
  }

  public func executer(_ travail: Travail) throws {
    let permis = try travail.exiger(.structurer, .etablissement)
    guard let avant = try travail.registre.annee(annee.annee), avant.id == annee.id else {
      throw Refus.inconnu(.annee)
    }
    try annee.verifier()
    if annee.debut > avant.debut, let retard = try travail.retard(avant.annee) {
      throw Refus.regle(article: Travail.articleDuGel, .figeDepuis(retard))
    }
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.annee, annee.id),
      avant: avant.faits,
      apres: annee.faits,
    )
    guard try travail.registre.remplacer(annee, ecriture) else {
      throw try travail.conflit(Objet(.annee, annee.id), avant.faits, annee.faits, avant.version)
    }
  }
}

extension AnneeOuverte {
  /// Spans lie within the year, with names, and semesters do not overlap.
  fileprivate func verifier() throws(Refus) {
    guard debut <= fin else { throw .etat(.horsPeriode(du: debut, au: fin)) }
    for periode in periodes {
      guard !periode.nom.isEmpty else { throw .donnees([.init("periode", .absente)]) }
      guard periode.debut <= periode.fin, debut <= periode.debut, periode.fin <= fin else {
        throw .etat(.horsPeriode(du: debut, au: fin))
      }
    }
    try verifierLesSemestres()
  }

  /// Two semesters of one year of the BUT cannot run at once.
  private func verifierLesSemestres() throws(Refus) {
    for (rang, periode) in periodes.enumerated() {
      guard case .semestre(let numero) = periode.nature else { continue }
      for autre in periodes.dropFirst(rang + 1) {
        guard case .semestre(let second) = autre.nature, second.annee == numero.annee else {
          continue
        }
        let separes = periode.fin < autre.debut || autre.fin < periode.debut
        guard separes, numero != second else {
          throw .etat(.horsPeriode(du: periode.debut, au: periode.fin))
        }
      }
    }
  }

  fileprivate var faits: Faits {
    [
      "annee": .texte(annee.description), "debut": Faits.Valeur(debut), "fin": Faits.Valeur(fin),
      "periodes": .liste(
        periodes.map { periode in
          .faits([
            "nom": .texte(periode.nom), "debut": Faits.Valeur(periode.debut),
            "fin": Faits.Valeur(periode.fin),
          ])
        }
      ),
    ]
  }
}
