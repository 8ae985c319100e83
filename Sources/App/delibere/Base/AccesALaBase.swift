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

  /// Checks that a base is there: only `base creer`, `base restaurer` and `base demonstration` make one.
  static func exigerUneBase(_ adresse: AdresseDeBase) throws {
    let lieu: String
    switch adresse {
    case .sqlite(let chemin):
      guard !fileExists(chemin) else { return }
      lieu = "le fichier « \(chemin) » n’existe pas"
    case .postgresql:
      guard try EntretienDeBase(adresse).schema() == 0 else { return }
      lieu = "cette base PostgreSQL n’est pas une base de Délibéré"
    }
    throw Abandon(
      code: .base,
      messages: [
        "\(lieu). Rien n’a été fait ; vérifiez --base ou DELIBERE_BASE, ou créez-la avec "
          + "« delibere base creer »"
      ],
    )
  }

  static func entretien(_ saisie: Saisie) throws(Abandon) -> EntretienDeBase {
    EntretienDeBase(try adresse(saisie))
  }

  /// The upkeep of a base that is there.
  static func entretienDUneBase(_ saisie: Saisie) throws(Abandon) -> EntretienDeBase {
    let entretien = try entretien(saisie)
    try tenter { try exigerUneBase(entretien.adresse) }
    return entretien
  }

  /// Checks that a file can be made: its folder is there, and lets the account write.
  static func exigerUneDestination(_ chemin: String) throws(Abandon) {
    let parties = chemin.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let dossier = parties.isEmpty ? "." : parties.joined(separator: "/") + "/"
    let constat: String
    if !fileExists(dossier) {
      constat = "le dossier « \(dossier) » n’existe pas"
    } else if unsafe access(dossier, W_OK) != 0 {
      constat = "le dossier « \(dossier) » n’est pas ouvert en écriture à ce compte"
    } else {
      return
    }
    throw .fichier([
      "\(constat). Rien n’a été fait ; créez-le, changez ses droits ou prenez-en un autre"
    ])
  }

  /// Checks that the file of a base can be made; a server says for itself.
  static func exigerUneDestination(_ adresse: AdresseDeBase) throws(Abandon) {
    switch adresse {
    case .sqlite(let chemin): if !fileExists(chemin) { try exigerUneDestination(chemin) }
    case .postgresql: return
    }
  }

  /// Runs what works on the base; each error becomes its message and its code.
  static func tenter<Resultat>(_ corps: () throws -> Resultat) throws(Abandon) -> Resultat {
    do {
      return try corps()
    } catch let erreur as Abandon {
      throw erreur
    } catch let erreur as ErreurDeRegistre {
      throw Abandon(code: .base, messages: [erreur.phrase])
    } catch Refus.donnees(let fautes) where fautes.count > 1 {
      let lignes = fautes.map { "\($0.lieu) \($0.nature.phrase)" }
      throw Abandon(
        code: .refus,
        messages: lignes + ["rien n’a été écrit ; corrigez, puis recommencez"],
      )
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
      throw Abandon(
        code: .fichier,
        messages: ["\(chemin) : \(error.description) ; rien n’a été vérifié"],
      )
    }
    do {
      return try TeteDeChaine.lire(json: String(decoding: octets, as: UTF8.self))
    } catch {
      let message =
        "\(chemin) : ce n’est pas un fichier de têtes ; rien n’a été vérifié. Donnez "
        + "celui de « delibere journal tete », ou le « .tete.json » d’une sauvegarde"
      throw Abandon(code: .fichier, messages: [message])
    }
  }

  static let optionTete = Commande.Option(
    nom: "tete",
    valeur: "FICHIER",
    aide: "une tête gardée ailleurs (journal tete, ou le .tete.json d’une sauvegarde)",
  )
}
