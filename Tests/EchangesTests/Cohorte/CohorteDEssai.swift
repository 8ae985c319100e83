import Echanges
import Foundation
import Scolarite
import Testing

/// The folder of a cohort as texts.
struct CohorteDEssai: Sendable {
  var fichiers: [String: String]

  func lire(profil: String? = nil, maquette: String? = nil) throws(CohorteError) -> CohorteLue {
    let fichiers = fichiers
    let bibliotheque = Bibliotheque { nom in fichiers[nom].map { Array($0.utf8) } }
    return try CohorteCSV.read(
      { nom in fichiers[nom].map { Array($0.utf8) } },
      bibliotheque,
      profil: profil,
      maquette: maquette,
    )
  }

  /// The same folder with the content of a file replaced; `nil` takes it away.
  func avec(_ nom: String, _ contenu: String?) -> CohorteDEssai {
    var copie = self
    copie.fichiers[nom] = contenu
    return copie
  }

  /// The dossier of one student.
  func dossier(_ identifiant: String) throws -> Dossier {
    try #require(try lire().etudiants.first { $0.identifiant == identifiant }).dossier
  }

  /// A second year with one file of each kind, one thing a line.
  static let base = CohorteDEssai(
    fichiers: [
      "cohorte.json": """
      {
        "format": "delibere/cohorte/1",
        "nom": "Deuxième année d’essai",
        "annee_universitaire": "2025-2026",
        "annee_but": 2,
        "maquette": { "ues": [
          { "code": "UE31", "competence": 1, "niveau": 2, "ects": 15,
            "modules": { "R301": 3, "SAÉ 3.01": 2 } },
          { "code": "UE32", "competence": 2, "niveau": 2, "ects": 15, "modules": { "R302": 1 } },
          { "code": "UE41", "competence": 1, "niveau": 2, "ects": 15,
            "modules": { "R401": 1, "R402": 1 } },
          { "code": "UE42", "competence": 2, "niveau": 2, "ects": 15, "modules": { "R402": 1 } }
        ] },
        "profil": "but-informatique-session2",
        "session2": "2026-07-06",
        "reglages": { "partRessources": "40" },
        "maquettes_anterieures": [
          { "ues": [
            { "code": "UE11", "competence": 1, "niveau": 1, "ects": 30 },
            { "code": "UE21", "competence": 1, "niveau": 1, "ects": 30 }
          ] },
          { "ues": [{ "code": "UE12", "competence": 2, "niveau": 1, "ects": 30 }] }
        ]
      }

      """,
      "etudiants.csv": """
      etudiant;nom;prenom;statut;semestres
      e1;Amarante;Lise;initial;3 4
      e2;Bruyère;Noé;alternant;
      e3;;;;4
      e4;;;S3:initial S4:alternant;

      """,
      "notes.csv": """
      etudiant;module;evaluation;note;coefficient
      e1;R301;;12,5;
      e1;SAE3.01;Dossier;13/15;
      e1;SAE3.01;Oral;ABJ refus: motif;0,5
      e1;R302;;ABJ 12;
      e2;R301;;ABI;2
      e2;R402;;EXC;
      e3;R402;;9;

      """,
      "absences.csv": """
      etudiant;semestre;abi_heures;abj_heures;avis_auteur;avis_date;avis_motif;debut;heures;motif;declaree
      e1;3;2,5;1;commission;2026-07-01;avis;;;;
      e1;4;;;;;;2026-03-02T08:00;2;ITI;2026-03-02T07:30
      e2;4;;;;;;2026-03-02T08:00;1,5;ABJ;

      """,
      "bonus.csv": """
      etudiant;activite;points;seances
      e1;sport;;20
      e1;élu;0,5;
      e2;sport;0,25;

      """,
      "anterieurs.csv": """
      etudiant;annee_universitaire;ue;moyenne;code;auteur;date;motif
      e1;2024-2025;UE11;9,5;ADJ;jury;2025-07-03;progrès
      e1;2024-2025;UE21;12;;;;
      e2;2024-2025;UE31;8;;;;
      e2;2023-2024;UE12;11;;;;
      e2;2024-2025;annee;;RED;jury;2025-07-03;résultats
      e2;2024-2025;C2;;ADJ;jury;2025-07-03;progrès
      e3;2025-2026;UE42;13;EQUIV;commission;2025-09-10;acquis
      e3;2024-2025;UE32;;EQUIV;commission;2024-09-10;acquis

      """,
      "decisions.csv": """
      etudiant;sur;code;auteur;date;motif
      e1;UE31;ADJ;jury;2026-07-03;motif
      e2;annee;RED;jury;2026-07-03;motif

      """,
      "session2.csv": """
      etudiant;ue;sur;note
      e1;UE32;R302;11
      e2;UE41;;
      e2;UE42;UE42;ABI

      """,
    ]
  )

  /// The same folder without the optional files.
  static let minimale = CohorteDEssai(
    fichiers: base.fichiers.filter { ["cohorte.json", "notes.csv"].contains($0.key) }
  )

  /// A folder of the repository.
  static func exemple(_ nom: String) throws -> CohorteDEssai {
    let dossier = Exemples.racine.appending(path: "Exemples/cohortes/\(nom)")
    let noms = try FileManager.default.contentsOfDirectory(atPath: dossier.path)
    return CohorteDEssai(
      fichiers: Dictionary(
        uniqueKeysWithValues: try noms.map {
          ($0, try String(contentsOf: dossier.appending(path: $0), encoding: .utf8))
        }
      )
    )
  }
}

/// Any value as one text, the same for equal values whatever the order of their dictionaries.
func canonique(_ valeur: Any) -> String {
  let miroir = Mirror(reflecting: valeur)
  guard !miroir.children.isEmpty else { return "\(valeur)" }
  let enfants = miroir.children.map { "\($0.label ?? ""):\(canonique($0.value))" }
  let sansOrdre = miroir.displayStyle == .dictionary || miroir.displayStyle == .set
  return "(" + (sansOrdre ? enfants.sorted() : enfants).joined(separator: ",") + ")"
}
