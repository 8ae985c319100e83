internal import Actes
internal import Documents
internal import Terrain
internal import Text

/// What transcripts cost as they are handed over, beside their texts shown by Pango and Cairo alone.
enum MesuresDesDocuments {
  private struct Passe {
    let nom: String
    let pages: Int
    let temps: Temps

    /// Pages in a second of a core.
    var debit: Int {
      Int(Int128(pages) * 1_000_000_000_000_000_000 / max(temps.calcul.attoseconds, 1))
    }
  }

  /// - Parameter nombre: how many transcripts are printed.
  /// - Returns: the table and its notes.
  /// - Throws: when a font is missing.
  static func texte(_ nombre: Int) async throws -> String {
    let semestres = try ReleveMesure.semestres()
    func releves(_ rangs: Range<Int>) -> [ReleveMesure] {
      rangs.map { ReleveMesure(semestres, $0) }
    }
    let presse = Presse()
    _ = try await presse.imprimer([releves(0..<1)[0].document]) { _ in }
    let (nue, imprimee) = try await alterner(min(nombre, 1000), presse, releves)
    let registre = try await RelevesDuRegistre(nombre)
    defer { registre.fermer() }
    Processus.oublierLaMemoireMaximale()
    let memoireAvant = Processus.memoire
    let edites = try await registre.editer(Presse())
    let memoire = Processus.memoireMaximale
    let promotion = Passe(
      nom: "150 relevés du registre au fichier, presse comprise",
      pages: 2 * min(nombre, 150),
      temps: edites.premiere,
    )
    let annee = Passe(
      nom: "\(enMilliers(edites.releves)) relevés du registre au fichier",
      pages: 2 * edites.releves,
      temps: edites.toutes,
    )
    var table = TextTable([
      .init("Mesure"), .init("Pages", .right), .init("Durée", .right), .init("Cœur", .right),
      .init("Pages/s", .right), .init("Pages/s de cœur", .right), .init("Page nue", .right),
    ])
    for passe in [nue, imprimee, promotion, annee] {
      let duree = passe.temps.duree.attoseconds
      table.add([
        passe.nom, enMilliers(passe.pages), Grandeur.duree(passe.temps.duree).texte,
        Grandeur.duree(passe.temps.calcul).texte,
        enMilliers(Int(Int128(passe.pages) * 1_000_000_000_000_000_000 / max(duree, 1))),
        enMilliers(passe.debit), "\(passe.debit * 100 / max(nue.debit, 1)) %",
      ])
    }
    return frenchSpacing(
      table.render()
        + """

        – Chaque relevé est un fichier de deux pages, MMI première année, cinq UE à chaque semestre :
        structure, code carré, signature. La page nue ne montre que les mêmes textes. Ces deux lignes
        alternent par blocs de 50 relevés. Les deux dernières partent d’une base SQLite, jurys clos :
        chaque relevé est composé sur ce qui est scellé, reçoit son code, est imprimé. Cible : 60 %
        de la page nue, 150 relevés en moins de 3 s, 10 000 en moins de 180 s sous 1 Gio.
        – Mémoire au plus : \(Self.memoire(memoire)), \(Self.memoire(memoireAvant)) avant le premier
        relevé (le même processus a rempli la base).
        – Charge de la machine pendant la dernière minute : \(Processus.charge ?? "inconnue").

        """
    )
  }

  private static func memoire(_ octets: Int?) -> String {
    octets.map { Grandeur.memoire(octets: $0).texte } ?? "inconnue"
  }

  /// Both kinds of pages by turns, so that the same weather falls on both.
  private static func alterner(
    _ nombre: Int,
    _ presse: Presse,
    _ releves: (Range<Int>) -> [ReleveMesure],
  ) async throws -> (Passe, Passe) {
    let nue = PageNue()
    var (dureeNue, dureeImprimee) = (Temps(), Temps())
    for debut in stride(from: 0, to: nombre, by: 50) {
      let lot = releves(debut..<min(debut + 50, nombre))
      let pages = lot.flatMap(\.pages)
      dureeNue += Temps { for page in pages { _ = nue.imprimer(page) } }
      dureeImprimee += try await passe("", lot, presse).temps
    }
    return (
      Passe(nom: "pages nues, un fil", pages: 2 * nombre, temps: dureeNue),
      Passe(nom: "relevés, deux fils", pages: 2 * nombre, temps: dureeImprimee),
    )
  }

  private static func passe(
    _ nom: String,
    _ releves: [ReleveMesure],
    _ presse: Presse,
  ) async throws -> Passe {
    let documents = releves.map(\.document)
    let depart = Temps.Depart()
    _ = try await presse.imprimer(documents) { _ in }
    return Passe(nom: nom, pages: 2 * releves.count, temps: depart.temps)
  }
}
