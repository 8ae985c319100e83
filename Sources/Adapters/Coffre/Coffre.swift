public import Actes
internal import Hashing
internal import Threads

/// Passwords by Argon2id on a thread of their own, everything else by random bits and SHA-256.
///
/// One thread, of low priority: however many people sign in, the others are served. Who comes when
/// too many wait is told so at once.
public final class Coffre: Secrets {
  private let file: FileDAttente
  private let cout: PasswordHash.Cost
  /// What a password is compared with where there is none, so that it takes as long.
  private let leurre: String

  /// - Parameter attente: how many may wait.
  public convenience init(attente: Int = 200) {
    self.init(attente: attente, cout: .interactive)
  }

  init(attente: Int, cout: PasswordHash.Cost) {
    file = FileDAttente(attente)
    self.cout = cout
    guard let leurre = PasswordHash.make(Hexadecimal.text(Random.bytes(16)), cost: cout) else {
      preconditionFailure("there is memory for one hash")
    }
    self.leurre = leurre
  }

  public func hacher(_ motDePasse: String) async throws -> String {
    let cout = cout
    guard let hachage = try await file.faire({ PasswordHash.make(motDePasse, cost: cout) }) else {
      throw RefusDEntree.affluence
    }
    return hachage
  }

  public func convient(_ motDePasse: String, a hachage: String?) async throws -> Bool {
    let compare = hachage ?? leurre
    return try await file.faire { PasswordHash.matches(motDePasse, compare) } && hachage != nil
  }

  public func secret() -> SecretDonne {
    let texte = Hexadecimal.text(Random.bytes(32))
    return SecretDonne(texte: texte, empreinte: empreinte(texte))
  }

  /// Neither 0, O, 1, I nor L: 16 signs of 31.
  private static let signes = Array("23456789ABCDEFGHJKMNPQRSTUVWXYZ")

  public func code() -> SecretDonne {
    var signes: [Character] = []
    while signes.count < 16 {
      // Bytes beyond the last whole multiple are thrown away, so that no sign is likelier.
      for octet in Random.bytes(32) where signes.count < 16 && octet < 248 {
        signes.append(Self.signes[Int(octet) % Self.signes.count])
      }
    }
    let texte = stride(from: 0, to: 16, by: 4).map { String(signes[$0..<$0 + 4]) }
      .joined(separator: "-")
    return SecretDonne(texte: texte, empreinte: empreinte(code: texte))
  }

  public func empreinte(_ texte: String) -> Empreinte {
    let chiffres = Hexadecimal.text(SHA256.digest(Array(texte.utf8)))
    guard let empreinte = Empreinte(chiffres) else {
      preconditionFailure("a digest has 64 digits")
    }
    return empreinte
  }

  public func empreinte(code: String) -> Empreinte {
    empreinte("code:" + String(code.uppercased().filter { $0.isLetter || $0.isNumber }))
  }

  public func cleDuSecondFacteur() -> [UInt8] { Random.bytes(OneTimeCode.keySize) }

  public func texte(cle: [UInt8]) -> String { OneTimeCode.text(cle) }

  public func cle(texte: String) -> [UInt8]? { OneTimeCode.key(texte) }

  public func secondFacteur(_ cle: [UInt8], pas: Int64) -> String {
    OneTimeCode.digits(cle, counter: pas)
  }
}
