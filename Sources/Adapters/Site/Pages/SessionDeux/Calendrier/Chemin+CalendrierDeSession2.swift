internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

extension Chemin {
  static let monCalendrierDeSession2: SafeURL = "/moi/session-2/calendrier"

  /// The pages of the calendar of a session.
  static func calendrierDeSession2(_ id: Identifiant<Campagne>, _ suite: String...) -> SafeURL {
    de(["session-2", "\(id)", "calendrier"] + suite)
  }

  /// The pages of the day of its exams.
  static func jourDeSession2(_ id: Identifiant<Campagne>, _ suite: String...) -> SafeURL {
    de(["session-2", "\(id)", "jour"] + suite)
  }

  /// What one student does about the calendar of a session.
  static func mienCalendrier(_ id: Identifiant<Campagne>, _ suite: String...) -> SafeURL {
    de(["moi", "session-2", "\(id)"] + suite)
  }
}

extension Visite {
  func campagneDeSession2() throws(Refus) -> Identifiant<Campagne> {
    try identifiant("campagne", .campagne)
  }

  /// The exam that the address names.
  func epreuveDeSession2() throws(Refus) -> CleDEpreuve {
    guard let cle = valeurs["cle"].flatMap({ CleDEpreuve($0) }) else {
      throw .inconnu(.calendrierDeSession2)
    }
    return cle
  }

  /// Says that the exam lacks in a form, to whoever conducts the session; others hear that they do not.
  func epreuveAbsente(_ id: Identifiant<Campagne>) async throws -> Refus {
    _ = try await demander(VoirLeCalendrierDeSession2(id))
    return Refus.donnees([.init("épreuve", .absente)])
  }

  func filDeSession2(_ vue: VoirLeCalendrierDeSession2.Vue, jusquAuCalendrier: Bool = true)
    -> [Lien]
  {
    [Lien(vue.session.intitule, vers: Chemin.session2(vue.session.campagne))]
      + (jusquAuCalendrier
        ? [Lien("Calendrier", vers: Chemin.calendrierDeSession2(vue.session.campagne))] : [])
  }
}

extension SeanceDeSession2 {
  /// « de 9 h à 11 h 40 ».
  var horaireEnClair: String {
    "de \(Typographie.heure(debut.minute / 60, debut.minute % 60)) à "
      + Typographie.heure(min(fin, 1439) / 60, min(fin, 1439) % 60)
  }

  /// « Amphi A », or that it needs none.
  var lieuEnClair: String { salle.isEmpty ? "sans salle" : salle }
}

/// « 8 h », « 10 h 30 », « 8:30 » in minutes since midnight.
func minutesLues(_ texte: some StringProtocol) -> Int? {
  let parties = String(texte).lowercased().filter { !$0.isWhitespace }
    .split(omittingEmptySubsequences: false) { $0 == "h" || $0 == ":" }
  guard parties.count == 2, let heures = Int(parties[0]),
    let minutes = parties[1].isEmpty ? 0 : Int(parties[1]), (0...23).contains(heures),
    (0...59).contains(minutes)
  else { return nil }
  return 60 * heures + minutes
}
