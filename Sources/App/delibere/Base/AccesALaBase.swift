internal import Actes
internal import Echanges
internal import Files
internal import Glibc
internal import Registre
internal import Scolarite

/// Where the base is, and what its errors become on the command line.
enum AccesALaBase {
  static let option = Commande.Option(
    nom: "base",
    valeur: "ADRESSE",
    aide:
      "un fichier SQLite ou postgresql://… ; par défaut DELIBERE_BASE, sinon delibere.sqlite ici",
  )

  /// The address that was written, that of the environment, or the file of the current folder.
  static func adresse(_ saisie: Saisie) throws(Abandon) -> AdresseDeBase {
    let environnement = unsafe getenv("DELIBERE_BASE").map { unsafe String(cString: $0) }
    let texte = saisie.valeur("base") ?? environnement ?? "delibere.sqlite"
    guard let adresse = AdresseDeBase(texte) else {
      throw .usage("« \(texte) » n’est pas l’adresse d’une base", ["delibere", "base"])
    }
    return adresse
  }

  static func entretien(_ saisie: Saisie) throws(Abandon) -> EntretienDeBase {
    EntretienDeBase(try adresse(saisie))
  }

  /// Runs what works on the base; each error becomes its message and its code.
  static func tenter<Resultat>(_ corps: () throws -> Resultat) throws(Abandon) -> Resultat {
    do {
      return try corps()
    } catch let erreur as Abandon {
      throw erreur
    } catch let erreur as ErreurDeRegistre {
      throw Abandon(code: .base, messages: [erreur.phrase])
    } catch let refus as Refus {
      throw Abandon(code: .refus, messages: [refus.phrase])
    } catch let refus as RefusDeSauvegarde {
      throw Abandon(code: code(refus), messages: [refus.phrase])
    } catch let erreur as DataFileError {
      throw .fichier(["\(erreur.description) ; rien n’a été écrit"])
    } catch let defaut as Reglages.Defaut {
      throw .fichier(["\(defaut.phrase) ; rien n’a été écrit"])
    } catch {
      throw Abandon(code: .base, messages: ["\(error)"])
    }
  }

  private static func code(_ refus: RefusDeSauvegarde) -> CodeDeSortie {
    switch refus {
    case .dejaLa, .fichier, .descriptionIllisible: .fichier
    case .empreinteDifferente, .abimee, .journalAltere: .erreursTrouvees
    case .destinationOccupee: .refus
    }
  }

  /// The heads of the file that an option names; none without it.
  static func tetes(_ saisie: Saisie) throws(Abandon) -> [TeteDeChaine] {
    guard let chemin = saisie.valeur("tete") else { return [] }
    let octets: [UInt8]
    do throws(FileError) {
      octets = try readFile(chemin, limit: 16 * 1_048_576)
    } catch {
      throw Abandon(code: .fichier, messages: ["\(chemin) : \(error.description)"])
    }
    do {
      return try TeteDeChaine.lire(json: String(decoding: octets, as: UTF8.self))
    } catch {
      let message = "\(chemin) : ce n’est pas un fichier de têtes (delibere journal tete)"
      throw Abandon(code: .fichier, messages: [message])
    }
  }

  static let optionTete = Commande.Option(
    nom: "tete",
    valeur: "FICHIER",
    aide: "une tête gardée ailleurs (journal tete, ou le .tete.json d’une sauvegarde)",
  )
}
