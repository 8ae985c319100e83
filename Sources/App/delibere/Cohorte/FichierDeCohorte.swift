internal import Echanges
internal import Files
internal import Scolarite
internal import Text

/// The folder of a cohort named on the command line.
struct FichierDeCohorte {
  let chemin: String
  let lue: CohorteLue

  /// Two million lines of marks fit in this.
  private static let limite = 256 * 1_048_576

  /// Reads the folder that was written, or the promotion of a base that an option names.
  static func lire(_ saisie: Saisie, _ fil: [String]) throws(Abandon) -> FichierDeCohorte {
    guard let nom = saisie.valeur("promotion") else {
      guard let chemin = saisie.arguments.first else {
        throw .usage("il manque COHORTE, ou --promotion", fil)
      }
      return try lire(chemin, saisie)
    }
    if let chemin = saisie.arguments.first {
      throw .usage("« \(chemin) » est de trop avec --promotion", fil)
    }
    if let option = ["profil", "maquette"].first(where: { saisie.valeur($0) != nil }) {
      throw .usage("« --\(option) » ne va pas avec --promotion : la base a les siens", fil)
    }
    return try PromotionDeLaBase.lire(nom, saisie)
  }

  /// Reads the folder, with the profile and the curriculum asked for in place of its own.
  static func lire(_ chemin: String, _ saisie: Saisie) throws(Abandon) -> FichierDeCohorte {
    let bibliotheque = Bibliotheque { nom in
      (try? readFile("\(chemin)/\(nom)", limit: limite)) ?? (try? readFile(nom, limit: limite))
    }
    do throws(CohorteError) {
      let lue = try CohorteCSV.read(
        { nom throws(FileError) in try contenu("\(chemin)/\(nom)") },
        bibliotheque,
        profil: saisie.valeur("profil"),
        maquette: saisie.valeur("maquette"),
      )
      return FichierDeCohorte(chemin: chemin, lue: lue)
    } catch {
      throw .fichier(error.lignes.map { "\(chemin)/\($0)" })
    }
  }

  /// The bytes of a file; `nil` where there is none.
  private static func contenu(_ chemin: String) throws(FileError) -> [UInt8]? {
    do throws(FileError) {
      return try readFile(chemin, limit: limite)
    } catch {
      guard error != .notFound else { return nil }
      throw error
    }
  }

  /// The promotion deliberated.
  func deliberer() -> Propositions {
    let dossiers = lue.etudiants.map(\.dossier)
    var cohorte = Cohorte(
      annee: lue.annee,
      anneeBUT: lue.anneeBUT,
      programme: lue.programme,
      reglement: lue.reglement,
      disposition: Disposition(dossiers),
    )
    cohorte.reserver(dossiers.count)
    for dossier in dossiers { cohorte.ajouter(dossier) }
    return Propositions(cohorte)
  }

  /// The student of that identifier, or of that name when only one has it.
  func etudiant(_ cherche: String) throws(Abandon) -> EtudiantLu {
    if let etudiant = lue.etudiants.first(where: { $0.identifiant == cherche }) { return etudiant }
    let nommes = lue.etudiants.filter { etudiant in
      [etudiant.nom, etudiant.nomComplet, "\(etudiant.nom) \(etudiant.prenom)"]
        .contains { $0.folded == cherche.folded }
    }
    if nommes.count == 1, let etudiant = nommes.first { return etudiant }
    guard nommes.isEmpty else {
      let identifiants = nommes.map(\.identifiant).joined(separator: ", ")
      throw .fichier(["\(chemin) : plusieurs étudiants se nomment « \(cherche) » : \(identifiants)"]
      )
    }
    let proche = suggestion(cherche, lue.etudiants.map(\.identifiant))
    throw .fichier(["\(chemin) : aucun étudiant « \(cherche) »\(proche)"])
  }
}

extension EtudiantLu {
  /// « Lise Amarante »; empty when no name is known.
  var nomComplet: String {
    [prenom, nom].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// « e001 (Lise Amarante) ».
  var designation: String { nomComplet.isEmpty ? identifiant : "\(identifiant) (\(nomComplet))" }
}
