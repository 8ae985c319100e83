internal import Glibc
internal import PDF
internal import Synchronization
internal import Terrain
internal import Text
internal import Threads

/// What a printed page costs, beside the same texts shown by Pango and Cairo alone.
enum MesuresPDF {
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
  static func texte(_ nombre: Int) throws -> String {
    let jour = exige(PDFDate(2026, 7, 3), "it is a date")
    let (nue, imprimee) = try alterner(min(nombre, 1000), jour)
    let premieres = try lot(min(nombre, 150), jour)
    let memoireAvant = Processus.memoireMaximale
    let deux = try aDeux(nombre, jour)
    let memoire = Processus.memoireMaximale
    let (jointes, taille) = try joindre(nombre, jour)
    var table = TextTable([
      .init("Mesure"), .init("Pages", .right), .init("Durée", .right), .init("Cœur", .right),
      .init("Pages/s de cœur", .right),
      .init("Page nue", .right),
    ])
    for passe in [nue, imprimee, premieres, deux, jointes] {
      table.add([
        passe.nom, enMilliers(passe.pages), Grandeur.duree(passe.temps.duree).texte,
        Grandeur.duree(passe.temps.calcul).texte, enMilliers(passe.debit),
        "\(passe.debit * 100 / max(nue.debit, 1)) %",
      ])
    }
    return frenchSpacing(
      table.render()
        + """

        – « Cœur » est le temps de processeur, que la charge de la machine ne change guère.
        – Chaque page est un fichier : quarante lignes de six colonnes, trois paragraphes, un titre,
        un code carré, un pied de page, structure et métadonnées ; la page nue ne montre que les
        mêmes textes. Ces deux lignes alternent par blocs de 50 pages. Cible : 60 % de la page nue,
        150 pages en moins de 3 s, 10 000 en moins de 180 s sous 1 Gio.
        – Mémoire au plus : \(memoireEnClair(memoireAvant)) avec une presse, \
        \(memoireEnClair(memoire)) avec deux fils, \
        \(memoireEnClair(Processus.memoireMaximale)) avec le fichier joint, qui pèse \
        \(Grandeur.memoire(octets: taille).texte).
        – Charge de la machine pendant la dernière minute : \(Processus.charge ?? "inconnue").

        """
    )
  }

  private static func memoireEnClair(_ octets: Int?) -> String {
    octets.map { Grandeur.memoire(octets: $0).texte } ?? "inconnue"
  }

  /// Both kinds of pages by turns, so that the same weather falls on both.
  private static func alterner(_ nombre: Int, _ jour: PDFDate) throws -> (Passe, Passe) {
    let presse = try PDFPress()
    let nue = PageNue()
    var (dureeNue, dureeImprimee) = (Temps(), Temps())
    _ = nue.imprimer(ReleveDEssai(0).textes)
    _ = try presse.print(ReleveDEssai(0).document(le: jour))
    for debut in stride(from: 0, to: nombre, by: 50) {
      let releves = (debut..<min(debut + 50, nombre)).map { ReleveDEssai($0) }
      let textes = releves.map(\.textes)
      let documents = releves.map { $0.document(le: jour) }
      dureeNue += Temps { for page in textes { _ = nue.imprimer(page) } }
      dureeImprimee += try Temps {
        for document in documents { _ = try presse.print(document) }
      }
    }
    return (
      Passe(nom: "page nue, un fil", pages: nombre, temps: dureeNue),
      Passe(nom: "relevé, un fil", pages: nombre, temps: dureeImprimee),
    )
  }

  /// A press opened and a promotion printed, nothing being warm.
  private static func lot(_ nombre: Int, _ jour: PDFDate) throws -> Passe {
    let temps = try Temps {
      let presse = try PDFPress()
      for rang in 0..<nombre { _ = try presse.print(ReleveDEssai(rang).document(le: jour)) }
    }
    return Passe(nom: "une promotion, presse comprise", pages: nombre, temps: temps)
  }

  /// Two threads, each with its press, which take one transcript after the other.
  private static func aDeux(_ nombre: Int, _ jour: PDFDate) throws -> Passe {
    let suite = Suite()
    let temps = Temps {
      let fils = (0..<2).map { rang in
        startThread(named: "presse \(rang)") {
          do {
            let presse = try PDFPress()
            while case let rang = suite.suivant(), rang < nombre {
              _ = try presse.print(ReleveDEssai(rang).document(le: jour))
            }
          } catch {
            suite.manquer(error)
          }
        }
      }
      for fil in fils { pthread_join(fil, nil) }
    }
    if let faute = suite.faute { throw faute }
    return Passe(nom: "deux fils, une presse chacun", pages: nombre, temps: temps)
  }

  private static func joindre(_ nombre: Int, _ jour: PDFDate) throws -> (Passe, Int) {
    var taille = 0
    let temps = try Temps {
      let info = PDFInfo(title: "Relevés", created: jour)
      let reliure = try PDFPress().binder(info, isTagged: false)
      for rang in 0..<nombre {
        try reliure.add(ReleveDEssai(rang).document(le: jour), outline: "Étudiante \(rang)")
      }
      taille = try reliure.finish().count
    }
    return (Passe(nom: "joints en un fichier, un fil", pages: nombre, temps: temps), taille)
  }
}

/// The ranks that threads take in turn, and what went wrong.
private final class Suite: Sendable {
  private let etat = Mutex<(prochain: Int, faute: (any Error)?)>((0, nil))

  var faute: (any Error)? { etat.withLock { $0.faute } }

  func suivant() -> Int {
    etat.withLock { etat in
      defer { etat.prochain += 1 }
      return etat.prochain
    }
  }

  func manquer(_ erreur: any Error) { etat.withLock { $0.faute = erreur } }
}
