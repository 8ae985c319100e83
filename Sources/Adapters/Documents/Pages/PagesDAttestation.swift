internal import Actes
internal import PDF
internal import Scolarite

/// That a year was validated.
struct PageDAttestation {
  private let attestation: AttestationDeReussite

  init(_ attestation: AttestationDeReussite) { self.attestation = attestation }

  func blocs(_ cadre: Cadre) -> [PDFBlock] {
    let cursus = attestation.cursus
    return PageSolennelle(titulaire: attestation.titulaire, cursus: cursus)
      .blocs(
        cadre,
        verbe: "a validé la \(cursus.anneeBUT?.enClair ?? "formation") du",
        objet: cursus.formation,
        suite: [
          "au titre de l’année universitaire \(cursus.annee)",
          "par décision du jury du \(attestation.jury.enClair)",
          "et a obtenu \(attestation.credits) crédits européens (ECTS).",
        ],
      )
  }
}

/// That a diploma was obtained.
struct PageDeCertificat {
  private let certificat: CertificatDeDiplome

  init(_ certificat: CertificatDeDiplome) { self.certificat = certificat }

  func blocs(_ cadre: Cadre) -> [PDFBlock] {
    let cursus = certificat.cursus
    return PageSolennelle(titulaire: certificat.titulaire, cursus: cursus)
      .blocs(
        cadre,
        verbe: "a obtenu le",
        objet: certificat.diplome.nomEntier,
        specialite: certificat.diplome.specialite(cursus.formation),
        suite: [
          "au titre de l’année universitaire \(cursus.annee)",
          "par décision du jury du \(certificat.jury.enClair)",
          "avec \(certificat.credits) crédits européens (ECTS).",
        ],
      )
  }
}

/// A page that a person keeps: all in the middle, in large letters.
private struct PageSolennelle {
  let titulaire: Titulaire
  let cursus: Cursus

  func blocs(
    _ cadre: Cadre,
    verbe: String,
    objet: String,
    specialite: String? = nil,
    suite: [String],
  ) -> [PDFBlock] {
    var blocs = cadre.entete
    blocs += [.space(26), .heading(cadre.titreSimple, level: 1, .centre), .space(16)]
    blocs += cadre.avantAuMilieu
    blocs += [.space(6), .milieu(nom, avant: 8)]
    blocs += identite + [.space(12), .milieu(PDFText(francais: verbe)), .space(2)]
    blocs.append(.heading(PDFText(francais: objet).sized(objet.corps(18)), level: 2, .centre))
    if let specialite { blocs.append(.milieu(PDFText(francais: specialite).sized(15), avant: 3)) }
    if let parcours = cursus.parcoursEnClair {
      blocs.append(.milieu(PDFText(francais: parcours).italic, avant: 3))
    }
    blocs.append(.space(8))
    blocs += suite.map { .milieu(PDFText(francais: $0), avant: 2) }
    return blocs + [.space(12)] + cadre.apresAuMilieu + [.space(8)] + cadre.signatures(hauteur: 52)
  }

  /// Names and birth each on its line, numbers together.
  private var identite: [PDFBlock] {
    let (numeros, autres) = titulaire.faits.reduce(into: ([PDFText](), [PDFText]())) {
      let texte = PDFText(francais: "\($1.0) : ").discret + PDFText($1.1)
      if ["NIP", "INE"].contains($1.0) { $0.0.append(texte) } else { $0.1.append(texte) }
    }
    return (autres + (numeros.isEmpty ? [] : [numeros.joined])).map { .milieu($0, avant: 1) }
  }

  private var nom: PDFText {
    PDFText(titulaire.nomComplet).semibold.sized(titulaire.nomComplet.corps(23))
  }
}

extension PDFBlock {
  fileprivate static func milieu(_ texte: PDFText, avant: Double? = nil) -> PDFBlock {
    .paragraph(PDFParagraph(texte, .centre, before: avant))
  }
}

extension Cadre {
  fileprivate var titreSimple: PDFText { PDFText(francais: document.cadre.titre) }

  fileprivate var avantAuMilieu: [PDFBlock] { Self.auMilieu(document.cadre.avant) }
  fileprivate var apresAuMilieu: [PDFBlock] { Self.auMilieu(document.cadre.apres) }

  private static func auMilieu(_ paragraphes: [String]) -> [PDFBlock] {
    paragraphes.filter { !$0.allSatisfy(\.isWhitespace) }.map { .milieu(PDFText(francais: $0)) }
  }
}

extension DiplomeAttribue {
  var nomEntier: String {
    switch self {
    case .dut: "Diplôme universitaire de technologie"
    case .but: "Bachelor universitaire de technologie"
    }
  }

  /// « Réseaux et télécommunications », from « BUT Réseaux et télécommunications ».
  func specialite(_ formation: String) -> String {
    let mots = formation.split(separator: " ", maxSplits: 1)
    let specialite = mots.first == "BUT" && mots.count == 2 ? String(mots[1]) : formation
    return "Spécialité « \(specialite) »"
  }
}
