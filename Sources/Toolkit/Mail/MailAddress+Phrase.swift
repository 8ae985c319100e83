extension MailAddress.Fault {
  /// The fault in French and what to do about it, without the address.
  public var phrase: String {
    switch self {
    case .empty: "l’adresse est vide"
    case .blank: "l’adresse contient une espace ou un caractère de commande : retirez-le"
    case .tooLong(let limit):
      limit < 254
        ? "ce qui précède l’arobase dépasse \(limit) caractères"
        : "l’adresse dépasse \(limit) caractères"
    case .atSign: "une adresse a une arobase, et une seule : nom@domaine"
    case .quoted: "les adresses entre guillemets ne sont pas acceptées"
    case .internationalLocalPart: "ce qui précède l’arobase doit être sans accent"
    case .localPart:
      "ce qui précède l’arobase n’est pas un nom : lettres, chiffres et points, aucun point au "
        + "début, à la fin ou deux de suite"
    case .internationalDomain:
      "le domaine a des caractères accentués : donnez sa forme en « xn--… »"
    case .literal: "un domaine est attendu après l’arobase, non une adresse du réseau"
    case .domain: "le domaine n’est pas valide : des mots séparés par des points, iut.example.org"
    }
  }
}
