internal import Actes
internal import Echanges
internal import JSON
internal import Scolarite
internal import Text

/// A promotion of a base in place of the folder of a cohort.
enum PromotionDeLaBase {
  /// The options that name one.
  static let options =
    [
      Commande.Option(
        nom: "promotion",
        valeur: "NOM",
        aide: "une promotion de la base, au lieu d’un dossier",
      )
    ] + Guichet.options

  /// Reads the promotion as the jury will see it.
  static func lire(_ nom: String, _ saisie: Saisie) throws(Abandon) -> FichierDeCohorte {
    let lue = try Guichet.ouvrir(saisie) { guichet in
      let promotion = try guichet.promotion(nom)
      return try guichet.demander(LirePourDeliberer(promotion: promotion.id))
    }
    guard !lue.etudiants.isEmpty else {
      throw Abandon(
        code: .refus,
        messages: [
          "« \(nom) » n’a pas encore d’étudiants ; inscrivez-les avec « delibere etudiants importer »"
        ],
      )
    }
    return FichierDeCohorte(chemin: nom, lue: lue)
  }
}

/// Gives a promotion with the names of its students, in their order.
private struct LirePourDeliberer: Question {
  static let nom = "lire-pour-deliberer"
  let promotion: Identifiant<Promotion>

  func executer(_ travail: Travail) throws -> CohorteLue {
    let promotion = try travail.promotion(promotion)
    _ = try travail.exiger(.voirLesNotes, promotion.lieu)
    let lue = try travail.lire(promotion)
    let identites = Dictionary(
      uniqueKeysWithValues: try travail.registre.etudiants(promotion.id).map { ($0.id, $0) }
    )
    let etudiants = zip(lue.etudiants, lue.dossiers).map { id, dossier in
      EtudiantLu(identites[id]?.identite, dossier)
    }
    return CohorteLue(
      entete: EnTeteDeCohorte(
        nom: promotion.nom,
        annee: promotion.annee,
        anneeBUT: promotion.anneeBUT,
        maquette: .string(promotion.nom),
        profil: try profil(promotion, travail),
      ),
      programme: lue.programme,
      reglement: lue.reglement,
      etudiants: etudiants.sorted { $0.cle < $1.cle },
    )
  }

  /// The name of the règlement in force, that of the department first.
  private func profil(_ promotion: Promotion, _ travail: Travail) throws -> String {
    let profils = try travail.registre.profils(promotion.annee)
    let sien = profils.first { $0.departement == promotion.departement }
    return (sien ?? profils.first { $0.departement == nil })?.nom ?? ""
  }
}

extension EtudiantLu {
  /// A student of the base, by number; the number of the record once the person is erased.
  fileprivate init(_ identite: IdentiteDEtudiant?, _ dossier: Dossier) {
    let identifiant = identite?.nip ?? dossier.etudiant
    self.init(
      identifiant: identifiant,
      nom: identite?.nomUsuel ?? "",
      prenom: identite?.prenomUsuel ?? "",
      dossier: Dossier(etudiant: identifiant, annees: dossier.annees),
    )
  }

  /// What a list is sorted by.
  fileprivate var cle: (String, String, String) { (nom.folded, prenom.folded, identifiant) }
}
