import HTML
import HTTPServer
import Habillage
import Testing

@Suite struct PageTests {
  private let page = PageDesComposants(dans: .exemple).markup

  private func valeurs(_ attribut: String) throws -> [String] {
    let motif = try Regex("[ ]\(attribut)=\"([^\"]*)\"", as: (Substring, Substring).self)
    return page.matches(of: motif).map { String($0.output.1) }
  }

  @Test("une page a un seul titre, une seule zone principale, une langue")
  func plan() {
    #expect(page.matches(of: /<h1[ >]/).count == 1)
    #expect(page.matches(of: /<main[ >]/).count == 1)
    #expect(page.hasPrefix("<!DOCTYPE html><html lang=\"fr\">"))
    #expect(page.contains("<title>Composants – Délibéré</title>"))
    #expect(page.contains("<a class=\"eviter\" href=\"#contenu\">Aller au contenu</a>"))
  }

  @Test("aucun identifiant n’est écrit deux fois")
  func identifiants() throws {
    let ids = try valeurs("id")
    #expect(ids.count > 20)
    #expect(Set(ids).count == ids.count, "\(ids.filter { id in ids.count { $0 == id } > 1 })")
  }

  @Test(
    "étiquettes, aides et fautes désignent ce qui existe",
    arguments: ["for", "aria-describedby"],
  )
  func references(attribut: String) throws {
    let ids = Set(try valeurs("id"))
    let cites = try valeurs(attribut).flatMap { $0.split(separator: " ").map(String.init) }
    #expect(!cites.isEmpty)
    #expect(cites.allSatisfy(ids.contains), "\(cites.filter { !ids.contains($0) })")
  }

  @Test("chaque saisie visible a un nom pour qui ne la voit pas")
  func saisies() throws {
    let etiquettes = Set(try valeurs("for"))
    let saisies = page.matches(of: /<(input|select|textarea)([^>]*)>/).map { String($0.2) }
      .filter { !$0.contains("type=\"hidden\"") }
    #expect(saisies.count > 15)
    for saisie in saisies {
      let id = saisie.firstMatch(of: /[ ]id="([^"]*)"/).map { String($0.1) } ?? ""
      #expect(etiquettes.contains(id) || saisie.contains(" aria-label=\""), "\(saisie)")
    }
  }

  @Test("rien n’est écrit qu’une politique stricte refuserait")
  func politique() {
    #expect(!page.contains(" style="))
    #expect(!page.contains("<style"))
    #expect(page.firstMatch(of: /<script(?! src=)/) == nil)
    #expect(page.firstMatch(of: /[ ]on[a-z]+="/) == nil)
  }

  @Test("chaque formulaire qui écrit a son jeton")
  func jetons() {
    let formulaires = page.matches(
      of: /<form[^>]* method="post"[^>]*>(<input type="hidden"[^>]*>)?/
    )
    #expect(formulaires.count == 3)
    #expect(formulaires.allSatisfy { $0.1 != nil })
  }

  @Test("sans menu ni personne, le bandeau n’a que la marque")
  func bandeauNu() {
    let cadre = Cadre(nonce: .init(), etablissement: "IUT de Nulle-Part")
    let nue = PageComplete("Se connecter", dans: cadre) { p { "a" } }.markup
    #expect(!nue.contains("<nav"))
    #expect(!nue.contains("<details"))
    #expect(!nue.contains("class=\"actions\""))
    #expect(nue.contains("</svg>Délibéré</a></header><main"))
  }

  @Test("les scripts portent le nombre de la page et attendent qu’elle soit lue")
  func scripts() {
    var cadre = Cadre.exemple
    cadre.scripts = [Habillage.icone]
    let page = PageComplete("A", dans: cadre) { "b" }.markup
    #expect(
      page.contains("<script src=\"\(Habillage.icone)\" defer nonce=\"\(cadre.nonce)\"></script>")
    )
    #expect(
      page.contains(
        "<link rel=\"stylesheet\" href=\"\(Habillage.feuille)\" nonce=\"\(cadre.nonce)\">"
      )
    )
  }
}
