/// How an account opens, without any secret.
public struct EtatDeSerrure: Hashable, Sendable {
  public let utilisateur: Identifiant<Utilisateur>
  public let aUnMotDePasse: Bool
  public let aUnSecondFacteur: Bool
  public let bloqueeJusqua: Horodatage?
  /// Until when the code that was given opens, where one was not used.
  public let codeJusqua: Horodatage?

  public init(
    utilisateur: Identifiant<Utilisateur>,
    aUnMotDePasse: Bool,
    aUnSecondFacteur: Bool,
    bloqueeJusqua: Horodatage?,
    codeJusqua: Horodatage?,
  ) {
    self.utilisateur = utilisateur
    self.aUnMotDePasse = aUnMotDePasse
    self.aUnSecondFacteur = aUnSecondFacteur
    self.bloqueeJusqua = bloqueeJusqua
    self.codeJusqua = codeJusqua
  }

  /// Whether too many failures keep it shut at a moment.
  public func estBloquee(_ moment: Horodatage) -> Bool {
    bloqueeJusqua.map { moment < $0 } ?? false
  }

  /// Whether a code waits to be used at a moment.
  public func attendUnCode(_ moment: Horodatage) -> Bool { codeJusqua.map { moment < $0 } ?? false }
}
