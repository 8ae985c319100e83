public import Actes
public import Mail
internal import Scolarite

/// Hands letters over to a server by SMTP.
public final class FacteurSMTP: Facteur {
  private let client: SMTPClient
  private let expediteur: Mailbox
  private let reponse: Mailbox?

  /// - Parameters:
  ///   - client: the server.
  ///   - expediteur: who writes.
  ///   - reponse: who receives answers, where it is another.
  public init(_ client: SMTPClient, expediteur: Mailbox, reponse: Mailbox? = nil) {
    self.client = client
    self.expediteur = expediteur
    self.reponse = reponse
  }

  public func remettre(_ lettre: Lettre) async -> Remise {
    let adresse: MailAddress
    do throws(MailAddress.Fault) {
      adresse = try MailAddress(lettre.adresse)
    } catch {
      return .refusee(code: nil, error.phrase)
    }
    let octets: [UInt8]
    do throws(MailError) {
      octets = try rediger(lettre, a: adresse)
    } catch {
      return .refusee(code: nil, error.phrase)
    }
    let issues = await client.send(octets, from: expediteur.address, to: [adresse])
    return issues.first.map(Remise.init) ?? .interrompue
  }

  /// Says goodbye to the server.
  public func raccrocher() async { await client.closeIdle() }

  /// The bytes of a letter: always the same for one letter.
  public func rediger(_ lettre: Lettre, a adresse: MailAddress) throws(MailError) -> [UInt8] {
    var message = try MailMessage(
      from: expediteur,
      to: [try Mailbox(adresse, name: lettre.nom.surUneLigne)],
      subject: lettre.objet.surUneLigne,
      date: MailDate(lettre.ecrite),
      identifier: try MessageID(lettre.reference),
      text: lettre.texte,
    )
    message.html = PageDeLettre(lettre).html
    if let reponse { message.replyTo = [reponse] }
    // A site that is not encrypted has no address that mailboxes would take.
    message.unsubscription = lettre.desinscription.flatMap { page in
      try? Unsubscription(page: page, isOneClick: true)
    }
    return try message.rendered()
  }
}

extension Remise {
  /// What became of a letter, from what the server answered.
  init(_ issue: SMTPOutcome) {
    switch issue {
    case .accepted(let reponse): self = .remise(code: reponse.code)
    case .refused(let reponse):
      // Who writes is refused, whoever reads: it is for the administrator, not for the letter.
      self =
        reponse.step == .sender
        ? .plusTard(code: reponse.code, reponse.phrase, deTous: true)
        : .refusee(code: reponse.code, reponse.phrase)
    case .later(.cancelled), .later(.overloaded): self = .interrompue
    case .later(.answer(let reponse)):
      let estDeTous = reponse.step != .recipient && reponse.step != .content
      self = .plusTard(code: reponse.code, reponse.phrase, deTous: estDeTous)
    case .later(.authentication(let reponse)), .later(.serverRefuses(let reponse)):
      self = .plusTard(code: reponse.code, issue.raison, deTous: true)
    case .later: self = .plusTard(code: nil, issue.raison, deTous: true)
    }
  }
}

extension SMTPOutcome {
  /// Why it is for later, without anybody’s address.
  fileprivate var raison: String {
    guard case .later(let delai) = self else { return phrase }
    return delai.phrase
  }
}

extension MailDate {
  /// The moment on the clock of Paris, with what separates it from UTC.
  fileprivate init(_ moment: Moment) throws(MailError) {
    let jour = moment.jour
    let depuis = Jour(1970, 1, 1).map { jour.ecart(depuis: $0) } ?? 0
    let minutes = depuis * 1_440 + moment.instant.minute
    let ecart = minutes - Int(moment.horodatage.millisecondes / 60_000)
    try self.init(
      year: jour.annee,
      month: jour.mois,
      day: jour.quantieme,
      hour: moment.instant.minute / 60,
      minute: moment.instant.minute % 60,
      second: Int(moment.horodatage.millisecondes / 1_000 % 60),
      offset: (-720...840).contains(ecart) ? ecart : 60,
    )
  }
}

extension String {
  /// Without what could end a line: a name or a title is one line of a head.
  fileprivate var surUneLigne: String {
    var scalaires = String.UnicodeScalarView()
    for scalaire in unicodeScalars {
      switch scalaire.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: scalaires.append(" ")
      case _: scalaires.append(scalaire)
      }
    }
    return String(String(scalaires).prefix(200))
  }
}
