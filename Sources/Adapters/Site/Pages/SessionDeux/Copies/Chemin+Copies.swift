internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

extension Chemin {
  static let mesCopies: SafeURL = "/moi/session-2/copies"
  static let monSoutien: SafeURL = "/moi/session-2/soutien"

  static func copies(_ campagne: Identifiant<Campagne>, _ suite: String...) -> SafeURL {
    de(["session-2", "\(campagne)", "copies"] + suite)
  }

  static func effetsDeSession2(_ campagne: Identifiant<Campagne>) -> SafeURL {
    de(["session-2", "\(campagne)", "effets"])
  }

  static func contestations(_ campagne: Identifiant<Campagne>, _ suite: String...) -> SafeURL {
    de(["session-2", "\(campagne)", "contestations"] + suite)
  }

  static func soutien(_ campagne: Identifiant<Campagne>, _ suite: String...) -> SafeURL {
    de(["session-2", "\(campagne)", "soutien"] + suite)
  }
}

extension Visite {
  /// The mark that somebody typed out of 20; a fault is noted.
  func entreeDeCopie(_ saisie: inout SaisieLue, _ champ: String) -> Entree? {
    let entree = site.feuilles.entree(tapee: saisie[champ], bareme: 20)
    if entree == nil { saisie.fautes[champ] = "Attendu : \(site.feuilles.attendu(bareme: 20))." }
    return entree
  }
}

extension Entree {
  /// « 12,5 », « ABI, absence injustifiée ».
  var deSession2: String {
    guard let sens = enClair else { return texte(sur: 20) }
    return self == .absenceJustifiee
      ? "ABJ, absence justifiée : la session 1 est gardée" : "\(mot), \(sens)"
  }
}

/// Where what a student does with session 2 leads.
struct LiensDeSession2: Composant {
  private let campagne: Identifiant<Campagne>
  private let courant: Lieu

  enum Lieu: Hashable {
    case copies, effets, contestations, soutien
  }

  init(_ campagne: Identifiant<Campagne>, _ courant: Lieu) {
    self.campagne = campagne
    self.courant = courant
  }

  var corps: some HTML {
    Onglets(
      "Notes et suites de la session 2",
      [
        Lien("Copies", vers: Chemin.copies(campagne), estCourant: courant == .copies),
        Lien("Effets", vers: Chemin.effetsDeSession2(campagne), estCourant: courant == .effets),
        Lien(
          "Contestations",
          vers: Chemin.contestations(campagne),
          estCourant: courant == .contestations,
        ), Lien("Soutien", vers: Chemin.soutien(campagne), estCourant: courant == .soutien),
      ],
    )
  }
}
