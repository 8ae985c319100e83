import Glibc
import Testing

@Suite("Ce dont les documents ont l’air")
struct ImagesTests {
  private static let dossier = String(
    #filePath.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" }
  )
  /// Where what was seen and the difference go, for whoever must judge.
  private static let constats =
    String(dossier.split(separator: "/").dropLast(2).reduce("") { "\($0)/\($1)" })
    + "/.build/images-des-documents"
  /// In ten-thousandths of the pixels: another version of Poppler smooths letters otherwise.
  private static let tolerance = 40

  @Test(
    "La première page de chaque document a l’air de l’image gardée",
    arguments: Exemples.tous.map(\.nom),
  )
  func premierePage(_ nom: String) async throws {
    let exemple = try #require(Exemples.tous.first { $0.nom == nom })
    let fichier = try await Imprime(exemple.document)
    try comparer(fichier.image(page: 1), nom)
  }

  @Test(
    "La dernière page d’un document qui en a plusieurs aussi",
    arguments: ["proces-verbal", "releve-definitif", "supplement-au-diplome"],
  )
  func dernierePage(_ nom: String) async throws {
    let exemple = try #require(Exemples.tous.first { $0.nom == nom })
    let fichier = try await Imprime(exemple.document)
    let derniere = try #require(fichier.pages)
    #expect(derniere > 1)
    try comparer(fichier.image(page: derniere), nom + "-fin")
  }

  private func comparer(_ vue: ImageDePage, _ nom: String) throws {
    let gardee = "\(Self.dossier)/Images/\(nom).png"
    if unsafe getenv("REECRIRE_LES_IMAGES") != nil {
      try vue.ecrire(gardee)
      return
    }
    let attendue = try ImageDePage(gardee)
    let ecart = vue.ecart(attendue)
    guard ecart > Self.tolerance else { return }
    unsafe mkdir(Self.constats, 0o755)
    try vue.ecrire("\(Self.constats)/\(nom).png")
    try attendue.difference(vue).ecrire("\(Self.constats)/\(nom)-difference.png")
    Issue.record("\(nom) : \(ecart) pixels sur 10 000 diffèrent ; voir \(Self.constats)")
  }
}
