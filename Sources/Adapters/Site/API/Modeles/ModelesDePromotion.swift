internal import Actes
internal import JSON
internal import Scolarite

/// Promotions, modules and tests as the API writes them.
enum ModelesDePromotion {
  static let promotion = Modele<Promotion>.objet(
    "Promotion",
    [
      .init("id", .identifiant, "Le numéro de la promotion.") { $0.id.valeur },
      .init("nom", .texte, "Son nom, « MMI 1 ».") { $0.nom },
      .init("annee", .annee, "L’année universitaire, « 2026-2027 ».") { $0.annee },
      .init("anneeBUT", .entier(1...3), "L’année du BUT.") { $0.anneeBUT.valeur },
      .init("departement", .identifiant, "Le numéro du département.") { $0.departement.valeur },
      .init("formation", .identifiant, "Le numéro de la formation.") { $0.formation.valeur },
      .init("version", .version, "Sa version.") { $0.version },
    ],
  )

  static let groupe = Modele<Groupe>.objet(
    "Groupe",
    [
      .init("id", .identifiant, "Le numéro du groupe.") { $0.id.valeur },
      .init("nature", .choix(Groupe.Nature.allCases.map(\.rawValue)), "Ce pour quoi il est fait.") {
        $0.nature.rawValue
      },
      .init("nom", .texte, "Son nom.") { $0.nom },
    ],
  )

  private static let poids = Modele<ModuleEnseigne.Poids>.objet(
    "Poids",
    [
      .init("ue", .texte, "Le code de l’UE.") { $0.ue.texte },
      .init("coefficient", .decimal, "Le coefficient du module dans l’UE.") { $0.coefficient },
    ],
  )

  static let module = Modele<ModuleEnseigne>.objet(
    "Module",
    [
      .init("promotion", .identifiant, "Le numéro de la promotion.") { $0.promotion.id.valeur },
      .init("code", .texte, "Le code du module, « R101 ».") { $0.code },
      .init("titre", .texte, "Son titre.") { $0.titre },
      .init("nature", .choix(Module.Nature.allCases.map(\.rawValue)), "Ressource ou SAÉ.") {
        $0.nature.rawValue
      },
      .init("semestre", .semestre, "Le semestre.") { $0.semestre.valeur },
      .init("ues", poids.liste, "Les UE où il compte.") { $0.ues },
    ],
  )

  static let description = Modele<DecrireUnePromotion.Description>.objet(
    "PromotionDecrite",
    [
      .init("promotion", promotion, "La promotion.") { $0.promotion },
      .init("modules", module.liste, "Ses modules, dans l’ordre de la maquette.") { $0.modules },
      .init("groupes", groupe.liste, "Ses groupes.") { $0.groupes },
    ],
  )

  static let inscrit = Modele<VoirLesInscrits.Inscrit>.objet(
    "Inscrit",
    [
      .init("etudiant", .identifiant, "Le numéro de l’étudiant.") { $0.etudiant.id.valeur },
      .init("identite", ouNul: identite, "Qui c’est ; null une fois la personne effacée.") {
        $0.etudiant.identite
      },
      .init("statut", .choix(Statut.allCases.map(\.rawValue)), "Le dernier statut de l’année.") {
        ($0.inscription.statuts.last?.statut ?? .initial).rawValue
      },
      .init("semestres", Modele<Int>.semestre.liste, "Les semestres suivis.") {
        $0.inscription.semestres.map(\.valeur).sorted()
      },
      .init("groupes", Modele<Int64>.identifiant.liste, "Les numéros de ses groupes.") {
        $0.groupes.map(\.valeur).sorted()
      },
      .init("fin", ouNul: .jour, "Le dernier jour, si l’étudiant est parti.") {
        $0.inscription.fin?.jour
      },
    ],
  )

  private static let identite = Modele<IdentiteDEtudiant>.objet(
    "Identite",
    [
      .init("nom", .texte, "Le nom en usage.") { $0.nomUsuel },
      .init("prenom", .texte, "Le prénom en usage.") { $0.prenomUsuel },
      .init("nip", .texte, "Le numéro donné par l’établissement.") { $0.nip },
      .init("ine", ouNul: .texte, "Le numéro national, pour qui gère les étudiants.") { $0.ine },
      .init("courriel", ouNul: .texte, "Le courriel, pour qui gère les étudiants.") { $0.courriel },
    ],
  )

  /// A part of a list.
  static func page<Element>(_ nom: String, _ modele: Modele<Element>) -> Modele<Page<Element>> {
    .objet(
      nom,
      [
        .init("elements", modele.liste, "Les éléments, dans l’ordre de leurs numéros.") {
          $0.elements
        },
        .init(
          "suite",
          ouNul: .identifiant,
          "Ce que « apres » doit valoir pour la suite ; null à la fin.",
        ) {
          $0.suite
        },
      ],
    )
  }
}

extension Modele where Valeur == AnneeUniversitaire {
  static var annee: Modele { Modele(schema: .texte(.annee)) { .string($0.description) } }
}
