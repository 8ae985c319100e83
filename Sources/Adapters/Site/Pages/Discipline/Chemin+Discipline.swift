internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

extension Chemin {
  static let discipline: SafeURL = "/discipline"
  static let maDiscipline: SafeURL = "/moi/discipline"

  static func incident(_ id: Identifiant<Incident>, _ suite: String...) -> SafeURL {
    de(["discipline", "\(id)"] + suite)
  }
}

extension Incident {
  /// « 3 novembre 2026 à 14 h 05 ».
  var dateEnLettres: String {
    "\(date.jour.enLettres) à \(Typographie.heure(date.minute / 60, date.minute % 60))"
  }
}

extension Incident.Suite {
  /// Where it stands.
  var pastille: Pastille {
    switch etat {
    case .signale:
      guard let derniere = etapes.last else { return Pastille("signalé", .attention) }
      return Pastille(derniere.nature.phrase, .information)
    case .sectionSaisie: return Pastille("devant la section disciplinaire", .attention)
    case .classe: return Pastille("classé sans suite", .neutre)
    case .relaxe: return Pastille("relaxe", .neutre)
    case .sanctionne(let sanction): return Pastille(sanction.phrase, .neutre)
    }
  }

  /// What was done, in order.
  var moments: [Frise.Moment] {
    etapes.map { etape in
      let auteur = etape.par.isEmpty ? "" : "Enregistré par \(etape.par)."
      let detail = [etape.texte, auteur].filter { !$0.isEmpty }.joined(separator: " — ")
      return .init(
        etape.jour.enLettres,
        etape.nature.phrase.enPhraseSansPoint,
        detail: detail.isEmpty ? nil : "\(detail)",
      )
    }
  }
}

extension SaisieLue {
  /// A day and an hour, « 2026-11-03 » and « 14 h 05 » or « 14:05 »; faults are noted.
  mutating func instant(_ jour: String, _ heure: String) -> Instant? {
    guard let date = Jour(self[jour]) else {
      fautes[jour] = "Cette date n’existe pas."
      return nil
    }
    let parties = self[heure].filter { !$0.isWhitespace }.lowercased()
      .split(omittingEmptySubsequences: false) { $0 == "h" || $0 == ":" }.map(String.init)
    let minutes = parties.count == 2 ? (parties[1].isEmpty ? "00" : parties[1]) : ""
    let heures = parties.first ?? ""
    let instant = Instant("\(date)T\(heures.count == 1 ? "0" + heures : heures):\(minutes)")
    if instant == nil { fautes[heure] = "Écrivez l’heure comme « 14 h 05 »." }
    return instant
  }

  /// « 120,50 » in cents; a fault is noted.
  mutating func centimes(_ nom: String) -> Int64? {
    if self[nom].isEmpty { return 0 }
    let parties = self[nom].filter { !$0.isWhitespace && $0 != "€" }
      .split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }.map(String.init)
    let reste = parties.count == 2 ? parties[1] : ""
    let chiffres = parties.allSatisfy { $0.utf8.allSatisfy { (48...57).contains($0) } }
    guard chiffres, (1...2).contains(parties.count), reste.count <= 2, parties[0].count <= 9,
      let euros = Int64(parties[0])
    else {
      fautes[nom] = "Écrivez un montant comme « 120,50 »."
      return nil
    }
    return euros * 100 + (Int64(reste + (reste.count == 1 ? "0" : "")) ?? 0)
  }

  /// Its lines, those without a word left out.
  func lignes(_ nom: String) -> [String] {
    self[nom].split(whereSeparator: \.isNewline).map { String($0).sansBords }
      .filter { !$0.isEmpty }
  }

  /// The same as `prendre`, with the faults of the règlement too, by the names of these forms.
  mutating func prendreEnDiscipline(_ refus: Refus, defaut: String) -> Bool {
    if case .regle = refus {
      fautes[defaut] = refus.phrase.enPhrase
      return true
    }
    let champs = [
      "étudiants": "etudiant-1", "étudiant": "etudiant", "description": "recit",
      "pièces": "pieces", "matériel": "designation",
    ]
    return prendre(refus, champs: champs, defaut: defaut)
  }
}
