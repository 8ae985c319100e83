internal import Actes

extension Presence.Pointage {
  /// The word of the form.
  var mot: String {
    switch self {
    case .present: "present"
    case .absent: "absent"
    case .retard: "retard"
    case .exclu: "exclu"
    }
  }

  /// The minutes, or the reason.
  var detail: String {
    switch self {
    case .present, .absent: ""
    case .retard(let minutes): "\(minutes)"
    case .exclu(let motif, nil): motif
    case .exclu(let motif, let minutes?): "\(minutes) \(motif)"
    }
  }

  /// What a form says, `nil` where the detail is missing.
  init?(_ mot: String, _ detail: String) {
    switch mot {
    case "present": self = .present
    case "absent": self = .absent
    case "retard":
      guard let minutes = Int(detail) else { return nil }
      self = .retard(minutes: minutes)
    case "exclu":
      // « 30 bavardage » : half an hour; without a number, the whole slot.
      let chiffres = detail.prefix { $0.isASCII && $0.isNumber }
      let motif = detail.dropFirst(chiffres.count).drop { $0 == " " || $0 == "\u{A0}" }
      guard !motif.isEmpty else { return nil }
      self = .exclu(motif: String(motif), minutes: Int(chiffres))
    case _: return nil
    }
  }
}
