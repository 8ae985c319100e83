internal import Actes
internal import Files
internal import Glibc
internal import Scolarite
internal import Synchronization
internal import Text

/// `delibere documents`: prints what is handed over, and says what a code confirms.
enum EditerDesDocuments {
  static let fil = ["delibere", "documents", "editer"]

  /// Papers of procedures and of the commission are printed from their files, on the site.
  static let natures = NatureDeDocument.allCases.filter {
    !$0.estDisciplinaire && !$0.estDeCommission
  }

  static func executer(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    guard let nature = natures.first(where: { $0.rawValue == saisie.arguments[0] }) else {
      throw .usage(
        "« \(saisie.arguments[0]) » n’est pas une nature de document"
          + suggestion(saisie.arguments[0], natures.map(\.rawValue)),
        fil,
      )
    }
    let dossier = saisie.valeur("sortie") ?? "."
    try AccesALaBase.exigerUneDestination("\(dossier)/document.pdf")
    let compte = try Guichet.ouvrir(saisie) { guichet in
      let editeur = guichet.editeur(site: saisie.valeur("site") ?? "")
      let estDUneAnnee = saisie.valeur("annee") != nil
      var compte = Compte()
      for cible in try cibles(nature, saisie, guichet) {
        let chacun = saisie.porte("chacun") || cible.estUneDemande
        let lot = Lot(cible: cible, dossier: dossier, chacun: chacun)
        do {
          try lot.editer(nature, editeur, guichet, &compte, console)
        } catch Refus.etat(.aucunDocument) where estDUneAnnee {
          continue
        } catch Refus.etat(.documentSansObjet(let raison)) {
          guard let nom = cible.parmiDAutres else { throw Refus.etat(.documentSansObjet(raison)) }
          console.printError(frenchSpacing("\(nom) : \(raison.phrase)\n"))
          compte.ecartes += 1
        }
      }
      guard compte.documents > 0 || estDUneAnnee else { throw Refus.etat(.aucunDocument) }
      return compte
    }
    console.print(frenchSpacing("\(compte.phrase)\n"))
    return .succes
  }

  static func confirmer(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    let code = saisie.arguments[0]
    let trouve = try Guichet.ouvrir(saisie) { guichet in
      try guichet.confirmer(code)
    }
    guard let trouve else {
      console.printError(frenchSpacing("Aucun document n’a le code « \(code) ».\n"))
      return .erreursTrouvees
    }
    let suite =
      trouve.remplaceLe.map { ", remplacé le \($0.enFrancais) par un autre" }
      ?? ", le dernier de sa sorte"
    console.print(
      frenchSpacing("\(trouve.nature.phrase) du \(trouve.date.enFrancais)\(suite).\n")
    )
    return .succes
  }

  /// How many documents were written, and who got none.
  struct Compte {
    var documents = 0
    var fichiers = 0
    var ecartes = 0

    var phrase: String {
      let sans = ecartes == 0 ? "" : " ; \(ecartes) sans document, nommés plus haut"
      return "\(compte(documents, "document")) en \(compte(fichiers, "fichier"))\(sans)."
    }
  }
}

/// The documents of one target.
private struct Lot {
  let cible: CibleDEdition
  let dossier: String
  let chacun: Bool

  func editer(
    _ nature: NatureDeDocument,
    _ editeur: EditeurDeDocuments,
    _ guichet: Guichet,
    _ compte: inout EditerDesDocuments.Compte,
    _ console: Console,
  ) throws {
    let demande = DemandeDeDocuments(nature, sur: cible.cible, etudiants: cible.etudiants)
    let edition = try guichet.editer(demande, editeur)
    for ecarte in edition.ecartes {
      console.printError(
        frenchSpacing("\(ecarte.etudiant.nomAffiche) : \(ecarte.raison.phrase)\n")
      )
    }
    let chemins = chemins(nature, edition)
    try chemins.forEach(Self.exigerLibre)
    let suivi = Suivi(cible.nom, edition.documents.count, console)
    let fichiers = try imprimer(edition, editeur, suivi)
    for (chemin, octets) in zip(chemins, fichiers) { try Self.ecrire(octets, chemin) }
    compte.documents += edition.documents.count
    compte.fichiers += chemins.count
    compte.ecartes += edition.ecartes.count
  }

  private func imprimer(
    _ edition: EditeurDeDocuments.Edition,
    _ editeur: EditeurDeDocuments,
    _ suivi: Suivi,
  ) throws -> [[UInt8]] {
    let chacun = chacun
    do {
      return try attendre {
        chacun
          ? try await editeur.imprimerChacun(edition) { suivi.avancer($0) }
          : [try await editeur.imprimer(edition) { suivi.avancer($0) }]
      }
    } catch let erreur as ErreurDImpression {
      throw Abandon(
        code: .refus,
        messages: ["document \(erreur.rang + 1) : \(erreur.phrase) ; aucun fichier n’est écrit"],
      )
    }
  }

  /// « releves/releve-definitif-mmi-1-22000417.pdf »: the number names the student, not the name.
  private func chemins(_ nature: NatureDeDocument, _ edition: EditeurDeDocuments.Edition)
    -> [String]
  {
    let base = "\(dossier)/\(nature.rawValue)-\(cible.nom.pourUnFichier)"
    guard chacun, edition.documents.count > 1 || edition.etudiants.first.flatMap(\.self) != nil
    else { return ["\(base).pdf"] }
    return edition.etudiants.map { etudiant in
      let numero = etudiant.map { $0.identite?.nip ?? "\($0.id)" } ?? ""
      return "\(base)-\(numero.pourUnFichier).pdf"
    }
  }

  private static func exigerLibre(_ chemin: String) throws {
    guard fileExists(chemin) else { return }
    throw Abandon(
      code: .fichier,
      messages: [
        "\(chemin) : ce fichier existe déjà, il n’a pas été touché ; prenez un autre dossier"
      ],
    )
  }

  private static func ecrire(_ octets: [UInt8], _ chemin: String) throws {
    do throws(FileError) {
      try writeFile(chemin, octets)
    } catch {
      throw Abandon(code: .fichier, messages: ["\(chemin) : \(error.description)"])
    }
  }
}

extension String {
  /// Letters without accents, digits and hyphens: a name that every disk takes.
  fileprivate var pourUnFichier: String {
    folded.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
  }
}

/// Says how far a long printing has come, at each twentieth of it.
private final class Suivi: Sendable {
  private let nom: String
  private let total: Int
  private let dernier = Mutex(0)
  private let dire: @Sendable (String) -> Void

  /// Short printings say nothing.
  init(_ nom: String, _ total: Int, _ console: Console) {
    self.nom = nom
    self.total = total
    // Only this writes while the command waits, one line at a time.
    nonisolated(unsafe) let ecrire = console.printError
    dire = { unsafe ecrire($0) }
  }

  func avancer(_ fait: Int) {
    let vingtieme = max(total / 20, 25)
    dernier.withLock { dernier in
      guard fait - dernier >= vingtieme || fait == total && dernier > 0 else { return }
      dernier = fait
      dire(frenchSpacing("\(nom) : \(fait) sur \(total)\n"))
    }
  }
}
