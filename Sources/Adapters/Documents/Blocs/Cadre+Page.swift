internal import Actes
internal import PDF
internal import QRCode
internal import Text

extension Cadre {
  private static let coteDuCode = 46.0

  var page: PDFPage {
    var page = document.nature.page
    let (gauche, code) = (pied, carre)
    page.footer = { numero in
      .init(
        left: gauche,
        right: PDFText(numero.text),
        square: code,
        isContent: numero.rank == numero.count && code != nil,
      )
    }
    return page
  }

  /// How whoever holds the document checks it, in one sentence; empty where it has no code.
  var verification: String {
    let verification = document.verification
    guard !verification.code.isEmpty else { return "" }
    let ou = verification.adresse.isEmpty ? "" : " \(verification.adresse), "
    return frenchSpacing("Vérifiez ce document :\(ou) code \(verification.code)")
  }

  /// The verification, the code in clear, and the foot that the establishment writes.
  private var pied: PDFText {
    let verification = document.verification
    let fin = document.cadre.pied.split(whereSeparator: \.isNewline).joined(separator: " · ")
    guard !verification.code.isEmpty else { return PDFText(francais: fin) }
    var texte = PDFText(francais: "Vérifiez ce document : ")
    if verification.adresse.isEmpty {
      texte = texte + PDFText("donnez ce code à l’établissement")
    } else {
      texte = texte + PDFText(verification.adresse).linked(to: verification.adresse)
    }
    texte = texte + "\nCode " + PDFText(verification.code).semibold.coloured(.ink)
    return fin.isEmpty ? texte : texte + "\n" + PDFText(francais: fin)
  }

  private var carre: PDFSquare? {
    let verification = document.verification
    let texte = verification.adresse.isEmpty ? verification.code : verification.adresse
    guard !verification.code.isEmpty, let code = QRCode(texte) else { return nil }
    return PDFSquare(
      code.modules,
      count: code.side,
      side: Self.coteDuCode,
      alternative: "Code carré de vérification : \(texte)",
    )
  }
}

extension NatureDeDocument {
  /// The sheet, with room at its foot for the verification.
  var page: PDFPage {
    switch self {
    case .releveProvisoire, .releveDefinitif, .supplementAuDiplome:
      page(.init(top: 36, right: 42, bottom: 88, left: 42))
    case .attestationDeReussite, .certificatDeDUT, .certificatDeBUT:
      page(.init(top: 48, right: 64, bottom: 92, left: 64))
    case .lettreDeDecision, .refusDeRedoublement, .procesVerbalDeFraude, .invitationAExpliquer,
      .saisineDisciplinaire, .notificationDeSanction, .decisionDeBonification, .accuseDeSession2,
      .decisionDInscriptionTardive, .amenagementsDeSession2, .convocationAConsulter,
      .reponseAContestation:
      page(.init(top: 42, right: 68, bottom: 90, left: 68))
    case .procesVerbal, .procesVerbalAnonyme, .procesVerbalDeCommission:
      page(.init(top: 34, right: 36, bottom: 86, left: 36))
    case .convocation, .listeDeSalle, .feuilleDEmargement, .calendrierOfficiel:
      page(.init(top: 40, right: 48, bottom: 90, left: 48))
    }
  }

  private func page(_ marges: PDFPage.Margins) -> PDFPage {
    PDFPage(size: estEnLargeur ? .a4Landscape : .a4, margins: marges, watermark: filigrane)
  }
}
