extension ICSProblem {
  /// The problem in French, with what became of it.
  public var phrase: String { "ligne \(line) : \(kind.phrase)" }
}

extension ICSProblem.Kind {
  /// The problem in French, without its line.
  public var phrase: String {
    switch self {
    case .tooLarge(let limit): "le fichier dépasse \(limit) octets, il n’est pas lu"
    case .notACalendar: "BEGIN:VCALENDAR attendu : ce n’est pas un calendrier"
    case .unreadableLine: "ligne illisible, « NOM:valeur » attendu"
    case .lineTooLong(let limit): "ligne de plus de \(limit) octets"
    case .notUTF8: "ligne qui n’est pas en UTF-8"
    case .unbalanced(let name): "\(name) commence ou finit sans l’autre"
    case .tooManyEvents(let limit): "plus de \(limit) évènements, les suivants ne sont pas lus"
    case .tooManyProperties(let limit): "évènement de plus de \(limit) lignes, écarté"
    case .missing(let name): "évènement sans \(name), écarté"
    case .repeated(let name): "\(name) donné deux fois, évènement écarté"
    case .malformed(let name): "\(name) incorrect, évènement écarté"
    case .unknownZone(let name): "fuseau « \(name) » inconnu, évènement écarté"
    case .yearOutOfRange(let year): "année \(year) hors de 1996 à 2199, évènement écarté"
    case .endBeforeStart: "fin avant le début, évènement écarté"
    case .unsupportedRecurrence(let part): "répétition non gérée (\(part)), évènement écarté"
    case .ignoredProperty(let name): "\(name) sans effet ici"
    case .ignoredComponent(let name): "\(name) sans effet ici"
    case .strayEscape(let name): "barre oblique inverse inattendue dans \(name), gardée"
    case .sameIdentifier: "identifiant déjà donné, les deux évènements sont gardés"
    case .startOutsideRule: "le premier jour ne suit pas la répétition, il est gardé"
    }
  }
}
