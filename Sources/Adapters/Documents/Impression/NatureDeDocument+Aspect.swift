internal import Actes
internal import PDF

extension NatureDeDocument {
  /// Letters and certificates in a serif, tables in a sans serif.
  var typographie: PDFTypography {
    switch self {
    case .releveProvisoire, .releveDefinitif, .supplementAuDiplome:
      PDFTypography(size: 8.5, headingSizes: [17, 11.5, 9.5])
    case .attestationDeReussite, .certificatDeDUT, .certificatDeBUT:
      PDFTypography(
        body: .romain,
        headings: .romain,
        size: 13,
        headingSizes: [30, 18, 14],
      )
    case .lettreDeDecision, .refusDeRedoublement, .procesVerbalDeFraude, .invitationAExpliquer,
      .saisineDisciplinaire, .notificationDeSanction, .decisionDeBonification, .accuseDeSession2,
      .decisionDInscriptionTardive, .amenagementsDeSession2, .convocationAConsulter,
      .reponseAContestation:
      PDFTypography(
        body: .romain,
        headings: .romain,
        size: 10.5,
        leading: 1.28,
        headingSizes: [13, 12, 11],
      )
    case .procesVerbal, .procesVerbalAnonyme, .procesVerbalDeCommission:
      PDFTypography(size: 8.5, headingSizes: [17, 11.5, 9.5])
    case .convocation, .listeDeSalle, .feuilleDEmargement, .calendrierOfficiel:
      PDFTypography(size: 9.5, headingSizes: [19, 12, 10])
    }
  }

  /// Too wide for a page that stands upright.
  var estEnLargeur: Bool {
    self == .procesVerbal || self == .procesVerbalAnonyme || self == .procesVerbalDeCommission
  }

  var filigrane: String? { self == .releveProvisoire ? "PROVISOIRE" : nil }
}

extension PDFFont {
  /// Without ligatures: Poppler loses, in the structure, what follows one.
  fileprivate static let romain = PDFFont.libertine.with(features: "liga=0,dlig=0")
}

extension DocumentAImprimer {
  /// Who or what it is about: its line in a table of contents.
  var sujet: String {
    switch contenu {
    case .releve(let releve): releve.titulaire.nomComplet
    case .attestation(let attestation): attestation.titulaire.nomComplet
    case .diplome(let certificat): certificat.titulaire.nomComplet
    case .supplement(let supplement): supplement.titulaire.nomComplet
    case .procesVerbal(let procesVerbal): procesVerbal.cursus.formation
    case .lettre(let lettre): lettre.titulaire.nomComplet
    case .refus(let refus): refus.titulaire.nomComplet
    case .presence(let liste): liste.epreuve.module
    case .convocation(let convocation): convocation.titulaire.nomComplet
    case .calendrier(let calendrier): calendrier.objet
    case .discipline(let piece): piece.titulaire?.nomComplet ?? piece.cursus.formation
    case .bonification(let decision): decision.titulaire.nomComplet
    case .session2(let lettre): lettre.titulaire.nomComplet
    case .commission(let seance): "séance du \(seance.jour.enClair)"
    }
  }

  /// What the file says that it is.
  var intitule: String { "\(cadre.titre) – \(sujet)" }
}
