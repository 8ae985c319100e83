public import Scolarite

/// What names an exam of a session: its UE, its form, and whoever sits it alone.
public struct CleDEpreuve: Hashable, Sendable {
  public let ue: CodeUE
  public let forme: FormeDEpreuve
  /// Who sits it under continuous supervision, apart from the others.
  public let individuel: Identifiant<Etudiant>?

  public init(_ ue: CodeUE, _ forme: FormeDEpreuve, individuel: Identifiant<Etudiant>? = nil) {
    self.ue = ue
    self.forme = forme
    self.individuel = individuel
  }

  /// Reads « UE21-ecrit » or « UE21-ecrit-34 ».
  public init?(_ texte: some StringProtocol) {
    let parties = texte.split(separator: "-", omittingEmptySubsequences: false)
    guard (2...3).contains(parties.count), let ue = CodeUE(parties[0]),
      let forme = FormeDEpreuve(rawValue: String(parties[1]))
    else { return nil }
    self.ue = ue
    self.forme = forme
    guard parties.count == 3 else {
      individuel = nil
      return
    }
    guard let etudiant = Int64(parties[2]).flatMap({ Identifiant<Etudiant>($0) }) else {
      return nil
    }
    individuel = etudiant
  }

  /// The exam of everybody.
  public var commune: CleDEpreuve { CleDEpreuve(ue, forme) }

  /// « UE21, écrit ».
  public var phrase: String { "\(ue.texte), \(forme.phrase)" }
}

extension CleDEpreuve: Comparable, CustomStringConvertible {
  /// « UE21-ecrit », in addresses, forms and the signed text.
  public var description: String {
    "\(ue.texte)-\(forme.rawValue)" + (individuel.map { "-\($0)" } ?? "")
  }

  public static func < (gauche: CleDEpreuve, droite: CleDEpreuve) -> Bool {
    (gauche.ue.texte, gauche.forme.rawValue, gauche.individuel?.valeur ?? 0)
      < (droite.ue.texte, droite.forme.rawValue, droite.individuel?.valeur ?? 0)
  }
}
