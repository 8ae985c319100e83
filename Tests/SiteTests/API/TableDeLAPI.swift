import Actes
import HTTPServer
import Scolarite

@testable import Site

/// Who may ask for an operation, how far a role must reach for it, and a request that is right.
struct LigneDeLAPI: Sendable {
  let operation: String
  let roles: Set<Role>
  let portee: Portee
  /// The address and the body, on a department.
  let demande: @Sendable (APIDEssai, APIDEssai.Departement) async throws -> (String, String?)

  enum Portee {
    /// Nobody is refused: what the person may not see is left out.
    case partout
    case promotion
    /// A role on the module is enough.
    case module
    /// A role on any module of the promotion is enough.
    case unModule
  }

  init(
    _ operation: String,
    _ roles: Set<Role>,
    _ portee: Portee,
    _ demande:
      @escaping @Sendable (APIDEssai, APIDEssai.Departement) async throws -> (String, String?),
  ) {
    self.operation = operation
    self.roles = roles
    self.portee = portee
    self.demande = demande
  }
}

extension Set<Role> {
  fileprivate static let voientLesEtudiants = Set(Role.allCases).subtracting([
    .administrateur, .etudiant,
  ])
  fileprivate static let voientLesNotes: Self = [
    .direction, .directeurDesEtudes, .responsableDeDepartement, .responsableDeModule, .enseignant,
    .secretariat, .jury,
  ]
  fileprivate static let gerent: Self = [
    .directeurDesEtudes, .responsableDeModule, .enseignant, .secretariat,
  ]
  fileprivate static let saisissent: Self = [.responsableDeModule, .enseignant, .secretariat]
  fileprivate static let deverrouillent: Self = [
    .direction, .directeurDesEtudes, .responsableDeDepartement,
  ]
}

/// The rights of every operation.
enum TableDeLAPI {
  static let toutes: [LigneDeLAPI] = lectures + evaluations + notes + etudiants

  private static let lectures: [LigneDeLAPI] = [
    .init("lireQuiJeSuis", Set(Role.allCases), .partout) { _, _ in ("/api/v1/moi", nil) },
    .init("listerLesPromotions", Set(Role.allCases), .partout) { _, _ in
      ("/api/v1/promotions", nil)
    },
    .init("lireUnePromotion", .voientLesEtudiants, .unModule) {
      ("/api/v1/promotions/\($1.promotion.id)", nil)
    },
    .init("listerLesEtudiants", .voientLesEtudiants, .unModule) {
      ("/api/v1/promotions/\($1.promotion.id)/etudiants", nil)
    },
    .init("lireLesResultats", .voientLesNotes, .promotion) {
      ("/api/v1/promotions/\($1.promotion.id)/resultats", nil)
    },
    .init("listerMesModules", Set(Role.allCases), .partout) { _, _ in ("/api/v1/modules", nil) },
    .init("lireUnModule", .voientLesNotes, .module) {
      ("/api/v1/promotions/\($1.promotion.id)/modules/\($1.notee.module)", nil)
    },
  ]

  private static let evaluations: [LigneDeLAPI] = [
    .init("listerLesEvaluations", Set(Role.allCases), .partout) {
      ("/api/v1/promotions/\($1.promotion.id)/evaluations", nil)
    },
    .init("creerUneEvaluation", .gerent, .module) { essai, la in
      ("/api/v1/promotions/\(la.promotion.id)/evaluations", Corps.nouvelle(essai, la))
    },
    .init("lireUneEvaluation", .voientLesNotes, .module) {
      ("/api/v1/evaluations/\($1.notee.id)", nil)
    },
    .init("modifierUneEvaluation", .gerent, .module) {
      ("/api/v1/evaluations/\(try await $0.evaluation($1).id)", Corps.modifiee($0))
    },
    .init("supprimerUneEvaluation", .gerent, .module) {
      ("/api/v1/evaluations/\(try await $0.evaluation($1).id)", nil)
    },
    .init("publierUneEvaluation", .gerent, .module) {
      ("/api/v1/evaluations/\(try await $0.evaluation($1).id)/publication", #"{"publiee":true}"#)
    },
    .init("verrouillerUneEvaluation", .gerent, .module) {
      ("/api/v1/evaluations/\(try await $0.evaluation($1).id)/verrou", nil)
    },
    .init("deverrouillerUneEvaluation", .deverrouillent, .module) {
      let evaluation = try await $0.evaluation($1)
      try await $0.faire(VerrouillerUneEvaluation(evaluation.id))
      return ("/api/v1/evaluations/\(evaluation.id)/deverrouillage", #"{"motif":"erreur"}"#)
    },
  ]

  private static let notes: [LigneDeLAPI] = [
    .init("lireLesNotes", .voientLesNotes, .module) {
      ("/api/v1/evaluations/\($1.notee.id)/notes", nil)
    },
    .init("ecrireDesNotes", .saisissent, .module) {
      ("/api/v1/evaluations/\(try await $0.evaluation($1).id)/notes", Corps.lot($1))
    },
    .init("ecrireUneNote", .saisissent, .module) {
      let evaluation = try await $0.evaluation($1)
      return ("/api/v1/evaluations/\(evaluation.id)/notes/\($1.etudiant)", Corps.note)
    },
    .init("lireLHistoireDUneNote", .voientLesNotes, .module) {
      ("/api/v1/evaluations/\($1.notee.id)/notes/\($1.etudiant)/histoire", nil)
    },
  ]

  private static let etudiants: [LigneDeLAPI] = [
    .init("lireLesNotesDUnEtudiant", .voientLesNotes.union([.etudiant]), .promotion) {
      ("/api/v1/etudiants/\($1.etudiant)/notes", nil)
    },
    .init(
      "lireLesAbsencesDUnEtudiant",
      [
        .direction, .directeurDesEtudes, .responsableDeDepartement, .responsableDeModule,
        .secretariat, .jury, .etudiant,
      ],
      .promotion,
    ) { ("/api/v1/etudiants/\($1.etudiant)/absences", nil) },
  ]
}

/// Bodies that are right.
enum Corps {
  static let note = #"{"note":{"nature":"note","valeur":13.5},"version":0}"#

  static func nouvelle(_ essai: APIDEssai, _ departement: APIDEssai.Departement) -> String {
    """
    {"semestre":\(departement.notee.semestre.valeur),"module":"\(departement.notee.module)",\
    "nom":"Oral \(essai.horloge.moment.horodatage.millisecondes)","date":"2025-11-03",\
    "coefficient":0.5,"bareme":40,"groupes":[]}
    """
  }

  static func modifiee(_ essai: APIDEssai) -> String {
    """
    {"nom":"Oral \(essai.horloge.moment.horodatage.millisecondes)","date":null,"coefficient":2,\
    "bareme":20,"groupes":[],"version":1,"motif":null}
    """
  }

  static func lot(_ departement: APIDEssai.Departement) -> String {
    let lignes = departement.etudiants.map {
      #"{"etudiant":\#($0),"note":{"nature":"note","valeur":12.345678},"version":0}"#
    }
    return #"{"notes":[\#(lignes.joined(separator: ","))],"motif":"reprise"}"#
  }
}
