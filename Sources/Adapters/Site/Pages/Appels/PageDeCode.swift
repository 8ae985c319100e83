internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import QRCode
internal import Scolarite

/// What the screen of a room shows: the code of the moment, as text and for telephones.
///
/// The browser comes back by itself when the code changes, without any script.
enum PageDeCode {
  static let routes: [Route] = [.lecture("/appels/{seance}/code", par: montrer)]

  private static func montrer(_ visite: Visite) async throws -> HTTPResponse {
    let feuille = try await visite.demander(VoirLEmargement(visite.creneau()))
    let seance = feuille.seance
    let moment = visite.site.bureau.horloge.maintenant().horodatage
    guard let emargement = feuille.emargement,
      let code = emargement.code(a: moment, visite.site.portier.secrets)
    else { return visite.versLaPage(Chemin.appel(seance.id)) }
    let adresse = visite.site.reglages.adresse + Chemin.emarger(seance.id, code).text
    let lisible = "\(code.prefix(3))\u{A0}\(code.dropFirst(3))"
    var reponse = visite.page(
      "Émargement, \(seance.intitule)",
      fil: [Lien("Appel", vers: Chemin.appel(seance.id))],
    ) {
      Chiffres([
        ChiffreCle(
          "Code",
          lisible,
          precision: "change toutes les \(emargement.pas) secondes",
        ),
        ChiffreCle(
          "Signatures",
          "\(feuille.lignes.count { $0.signature != nil })",
          precision: "sur \(feuille.lignes.count)",
        ),
      ])
      Carte("À lire avec un téléphone") {
        if let dessin = QRCode(adresse) { DessinDEmargement(dessin) }
        p {
          Typographie.phrase(
            "Ou ouvrez \(visite.site.reglages.adresse)\(Chemin.emarger.text) et recopiez le code."
          )
        }
      }
    }
    reponse.headers.add("refresh", "\(emargement.reste(a: moment))")
    return reponse
  }
}

/// The code of a sign-in, black on white whatever the colours of the page, to be read from afar.
private struct DessinDEmargement: Composant {
  private let code: QRCode

  init(_ code: QRCode) { self.code = code }

  var corps: some HTML {
    svg(
      .viewBox("0 0 \(code.extent) \(code.extent)"),
      .width(300),
      .height(300),
      .role("img"),
      .aria("label", "Code à lire avec un téléphone ; le code en chiffres dit la même chose"),
    ) {
      rect(.width("\(code.extent)"), .height("\(code.extent)"), .fill("#fff")) {}
      path(.d(code.path), .fill("#000")) {}
    }
  }
}
