import Testing

/// One fault put in a file of a sound cohort.
struct FauteDeCohorte: Sendable, CustomTestStringConvertible {
  let fichier: String
  /// The text that is replaced.
  let cible: String
  let remplacement: String
  /// « ligne:colonne », empty when no place can be named.
  let place: String
  /// What the sentence must hold.
  let mots: String

  init(_ fichier: String, _ cible: String, _ remplacement: String, _ place: String, _ mots: String)
  {
    self.fichier = fichier
    self.cible = cible
    self.remplacement = remplacement
    self.place = place
    self.mots = mots
  }

  var testDescription: String { "\(fichier) : \(remplacement.prefix(60))" }

  static let entete: [FauteDeCohorte] = [
    ("\"nom\"", "\"nmo\"", "3:3", "clé inconnue « nmo »"),
    ("cohorte/1", "cohorte/2", "2:13", "delibere/cohorte/1"),
    ("Deuxième année d’essai", "", "3:10", "le nom de la cohorte"),
    ("2025-2026", "2025-2027", "4:26", "une année universitaire"),
    ("\"annee_but\": 2", "\"annee_but\": 4", "5:16", "une année du BUT"),
    ("\"annee_but\": 2", "\"annee_but\": 3", "6:15", "aucune UE de l’année 3"),
    ("\"maquette\": {", "\"maquette\": 1, \"x\": {", "6:18", "clé inconnue « x »"),
    ("\"code\": \"UE32\"", "\"code\": \"UE31\"", "9:5", "UE31 est écrite deux fois"),
    ("but-informatique-session2", "lune", "14:13", "profil « lune » introuvable"),
    ("2026-07-06", "2026-7-6", "15:15", "une date"),
    ("partRessources", "partRessource", "16:34", "« partRessource » n’est pas un réglage"),
    ("\"UE12\"", "\"UE31\"", "22:5", "UE31 est déjà dans la maquette"),
    ("{\n  \"format\"", "[", "1:2", "attendu"),
  ].map { FauteDeCohorte("cohorte.json", $0.0, $0.1, $0.2, $0.3) }

  static let etudiants: [FauteDeCohorte] = [
    ("e1;Amarante", ";Amarante", "2:1", "il manque l’identifiant"),
    ("e3;;", "\" e3\";;", "4:1", "commence ou finit par une espace"),
    ("e2;Bruyère;Noé;alternant;", "e2;Bruyère;Noé;alternante;", "3:16", "« continue »"),
    ("Noé;alternant;", "Noé;S3:alternant;", "3:16", "(« S3:initial S4:alternant »)"),
    ("Noé;alternant;", "Noé;S3:alternant S3:initial;", "3:16", "de chaque semestre suivi"),
    ("Noé;alternant;", "Noé;S3:alternant S4:apprenti;", "3:16", "de chaque semestre suivi"),
    ("Noé;alternant;", "Noé;S3:alternant S1:initial;", "3:16", "de chaque semestre suivi"),
    ("S4:alternant;", "S4:alternant;3", "5:6", "(« S3:initial »)"),
    ("3 4", "3 3", "2:26", "un ou deux semestres de l’année (3 ou 4)"),
    ("3 4", "2 3", "2:26", "un ou deux semestres de l’année (3 ou 4)"),
    ("e3;;;;4", "e1;;;;4\ne3;;;;4", "4:1", "l’étudiant « e1 » : déjà à la ligne 2"),
    ("prenom", "prenoms", "1:14", "colonne inconnue « prenoms » (vouliez-vous dire « prenom » ?)"),
  ].map { FauteDeCohorte("etudiants.csv", $0.0, $0.1, $0.2, $0.3) }

  static let notes: [FauteDeCohorte] = [
    (
      "evaluation;note", "evaluations;note", "1:17",
      "« evaluations » (vouliez-vous dire « evaluation »",
    ),
    (";note;", ";notes;", "1:28", "« note »"),
    ("R301;;12,5", "R310;;12,5", "2:4", "« R310 » n’est pas un module de l’année"),
    ("R301;;12,5", ";;12,5", "2:4", "il manque le code du module"),
    ("12,5", "20,5", "2:10", "note : lu « 20,5 », attendu : une note de 0 à son barème"),
    ("12,5", "-1", "2:10", "lu « -1 »"),
    ("12,5", "abi", "2:10", "lu « abi »"),
    ("12,5", "", "2:10", "il manque « note »"),
    ("13/15", "16/15", "3:20", "lu « 16/15 »"),
    ("ABJ refus: motif", "ABJ refus:", "4:17", "ABJ refus: motif"),
    ("ABJ 12", "ABJ 21", "5:10", "lu « ABJ 21 »"),
    ("0,5", "x", "4:34", "coefficient : lu « x », attendu : un nombre positif"),
    ("e1;SAE3.01;Oral", "e1;Saé 3.01;Dossier", "4:13", "déjà à la ligne 3"),
    ("e1;R302", "e3;R302", "5:4", "« R302 » est du semestre 3, que « e3 » ne suit pas"),
    ("e2;R301;;ABI;2", "e2;R301;;ABI", "6:13", "4 cellules au lieu de 5"),
    ("e2;R301;;ABI;2", "e2;R301;;ABI;2;", "6:16", "6 cellules au lieu de 5"),
  ].map { FauteDeCohorte("notes.csv", $0.0, $0.1, $0.2, $0.3) }

  static let absences: [FauteDeCohorte] = [
    ("e1;3;2,5", "e1;2;2,5", "2:4", "un semestre que suit l’étudiant (3 ou 4)"),
    ("e1;3;2,5", "e1;3;-2", "2:6", "abi_heures : lu « -2 »"),
    ("commission;", ";", "2:12", "il manque « avis_auteur »"),
    ("2026-07-01", "juillet", "2:23", "avis_date : lu « juillet »"),
    ("e2;4;", "e1;4;", "4:11", "un créneau de « e1 » au même instant : déjà à la ligne 3"),
    ("e1;4;;", "e1;4;1;", "3:12", "des heures ou un créneau"),
    ("08:00;2;", "08h;2;", "3:11", "debut : lu « 2026-03-02T08h »"),
    ("2026-03-02T08:00;2;", "2026-09-02T08:00;2;", "3:11", "n’est pas de l’année 2025-2026"),
    (";2;ITI", ";25;ITI", "3:28", "24 heures au plus"),
    (";2;ITI", ";0;ITI", "3:28", "24 heures au plus"),
    (";2;ITI", ";2;Iti", "3:30", "motif : lu « Iti »"),
    ("1,5;ABJ;", "1,5;ABJ;2026-03-02T07:30", "4:36", "seule une ITI se déclare"),
    (
      "e1;4;;;;;;2026-03-02T08:00;2;ITI;2026-03-02T07:30", "e1;3;1;1;;;;;;;", "3:4",
      "les absences de « e1 » au semestre 3 : déjà à la ligne 2",
    ),
    ("abj_heures", "abj", "1:30", "vouliez-vous dire « abj_heures »"),
  ].map { FauteDeCohorte("absences.csv", $0.0, $0.1, $0.2, $0.3) }

  static let bonus: [FauteDeCohorte] = [
    ("sport;;20", "sport;;367", "2:11", "un nombre de séances"),
    ("sport;;20", "sport;1;20", "2:12", "pas les deux"),
    ("sport;;20", "sport;;", "2:4", "il manque les points ou les séances"),
    ("élu;0,5;", "élu;;", "3:8", "il manque « points »"),
    ("élu;0,5;", "élu;0,5;3", "3:12", "seul le sport compte des séances"),
    ("élu;0,5;", "Sport;0,5;", "3:4", "le sport de « e1 » : déjà à la ligne 2"),
    ("élu;0,5;", ";0,5;", "3:4", "il manque « activite »"),
  ].map { FauteDeCohorte("bonus.csv", $0.0, $0.1, $0.2, $0.3) }

  static let anterieurs: [FauteDeCohorte] = [
    ("e1;2024-2025;UE21", "e1;2025-2026;UE21", "3:4", "vont dans decisions.csv"),
    ("e1;2024-2025;UE21", "e1;2026-2027;UE21", "3:4", "2026-2027 vient après 2025-2026"),
    ("e1;2024-2025;UE21", "e1;2024;UE21", "3:4", "une année universitaire"),
    ("UE21;12", "UE51;12", "3:14", "« maquettes_anterieures »"),
    ("UE21;12", "R101;12", "3:14", "« UE22 », « C2 », « annee » ou « passage »"),
    ("UE21;12", "UE31;12", "3:14", "la ligne 2 met « e1 » en BUT 1"),
    ("UE21;12", "UE12;12", "3:14", "n’est pas de la même maquette"),
    ("UE21;12", "UE11;12", "3:14", "UE11 de « e1 » en 2024-2025 : déjà à la ligne 2"),
    ("UE21;12", "UE21;21", "3:19", "une moyenne de 0 à 20"),
    ("UE21;12", "UE21;", "3:19", "il manque la moyenne de UE21"),
    (";ADJ;jury", ";;jury", "2:24", "il manque le code"),
    (";ADJ;", ";RED;", "2:23", "« ADJ » ou « ATJ »"),
    ("2025-07-03", "2024-07-03", "2:32", "avant l’année 2024-2025"),
    ("e2;2023-2024", "e2;2024-2025", "5:14", "BUT 2 la même année"),
    (
      "e2;2024-2025;UE31;8;;;;\ne2;2023-2024;UE12", "e2;2023-2024;UE31;8;;;;\ne2;2024-2025;UE12",
      "5:1", "après le BUT 2 en 2023-2024 (ligne 4)",
    ),
    (";ADJ;", ";equiv;", "2:23", "« DEM » ou « EQUIV »"),
    ("annee;;RED", "annee;9;RED", "6:20", "seule une UE a une moyenne"),
    ("annee;;RED", "annee;;", "6:21", "il manque « code »"),
    ("annee;;RED", "annee;;ATJ", "6:21", "« PAS1NCI »"),
    ("annee;;RED", "annee;;EQUIV", "6:21", "« PAS1NCI »"),
    ("2024-2025;C2", "2024-2025;passage", "7:14", "la décision de la ligne 6 dit le contraire"),
    (
      "2024-2025;C2", "2024-2025;annee", "7:14", "annee de « e2 » en 2024-2025 : déjà à la ligne 6",
    ),
    ("2024-2025;C2", "2024-2025;C3", "7:14", "C3 n’est pas au programme"),
    ("2024-2025;C2", "2022-2023;C2", "7:14", "aucune UE de « e2 » en 2022-2023"),
    ("EQUIV;commission;2025", "ADJ;commission;2025", "8:22", "vont dans decisions.csv"),
    ("2025-2026;UE42", "2025-2026;UE32", "8:14", "du semestre 3, que « e3 » ne suit pas"),
    ("2025-2026;UE42", "2025-2026;UE12", "8:14", "UE12 n’est pas une UE de l’année"),
    ("2025-2026;UE42;13", "2025-2026;annee;", "8:14", "annee n’est pas une UE de l’année"),
    ("UE42;13", "UE42;21", "8:19", "une moyenne de 0 à 20"),
    ("EQUIV;commission;2024", "EQUIV;;2024", "9:26", "il manque « auteur »"),
  ].map { FauteDeCohorte("anterieurs.csv", $0.0, $0.1, $0.2, $0.3) }

  static let decisions: [FauteDeCohorte] = [
    ("e1;UE31", "e1;R301", "2:4", "« UE22 », « C2 », « annee » ou « passage »"),
    ("e1;UE31", "e1;UE51", "2:4", "UE51 n’est pas au programme"),
    ("e1;UE31", "e2;UE21", "2:4", "UE21 n’est pas au programme"),
    ("e1;UE31", "e1;C3", "2:4", "C3 n’est pas au programme"),
    ("ADJ", "RED", "2:9", "code : lu « RED », attendu : « ADJ »"),
    ("ADJ", "adj", "2:9", "code : lu « adj »"),
    (";jury;", ";;", "2:13", "il manque « auteur »"),
    ("2026-07-03", "2025-07-03", "2:18", "avant l’année 2025-2026"),
    ("e2;annee;RED", "e1;UE31;ATJ", "3:4", "la décision de la ligne 2"),
    ("motif\ne2", "\ne2", "2:29", "il manque « motif »"),
  ].map { FauteDeCohorte("decisions.csv", $0.0, $0.1, $0.2, $0.3) }

  static let session2: [FauteDeCohorte] = [
    ("UE32;R302", "UE33;R302", "2:4", "UE33 n’est pas une UE de l’année"),
    ("UE32;R302", "UE12;R302", "2:4", "UE12 n’est pas une UE de l’année"),
    ("UE32;R302", "UE32;R301", "2:9", "UE32 ou un de ses modules"),
    ("UE32;R302", "UE32;UE31", "2:9", "UE32 ou un de ses modules"),
    ("UE32;R302", "UE32;", "2:9", "il manque ce qui est repassé"),
    ("R302;11", "R302;22", "2:14", "note : lu « 22 »"),
    ("UE41;;", "UE42;UE42;9", "4:9", "pour UE42 : déjà à la ligne 3"),
    ("e2;UE42;UE42;ABI", "e3;UE42;R402;9", "4:9", "UE42 est accordée sans notes"),
    ("UE42;UE42;ABI", "UE41;;", "4:4", "l’inscription de « e2 » à UE41 : déjà à la ligne 3"),
  ].map { FauteDeCohorte("session2.csv", $0.0, $0.1, $0.2, $0.3) }

  /// What the shape of a file breaks, whatever the file.
  static let formes: [FauteDeCohorte] = [
    ("bonus.csv", "e1;élu", "\"e1;élu", "3:1", "guillemet n’est fermé nulle part"),
    ("bonus.csv", "e1;élu", "e1;é\"lu", "3:5", "guillemet au milieu d’une cellule"),
    ("bonus.csv", "e1;élu", "e1;é\u{0}lu", "3:5", "binaire"),
    ("bonus.csv", "points;seances", "points;points", "1:26", "écrite deux fois"),
    ("bonus.csv", "points;seances", "points;", "1:26", "colonne sans nom"),
    ("notes.csv", "\ne1;R301", "\re1;R301", "1:44", "retour chariot"),
    (
      "notes.csv", CohorteDEssai.base.fichiers["notes.csv"] ?? "", "etudiant;R301;R3O2\ne1;12;\n",
      "1:15", "« R3O2 » n’est pas un module de l’année (vouliez-vous dire « R302 » ?)",
    ),
    (
      "notes.csv", CohorteDEssai.base.fichiers["notes.csv"] ?? "", "R301;R302\n12;\n", "1:1",
      "il manque la colonne « etudiant »",
    ),
    (
      "notes.csv", CohorteDEssai.base.fichiers["notes.csv"] ?? "", "etudiant;R301*x\ne1;12\n",
      "1:10",
      "« x » n’est pas un coefficient",
    ),
    (
      "notes.csv", CohorteDEssai.base.fichiers["notes.csv"] ?? "", "etudiant;R301/\ne1;12\n",
      "1:10",
      "il manque le nom de l’évaluation",
    ),
    (
      "notes.csv", CohorteDEssai.base.fichiers["notes.csv"] ?? "", "etudiant;R301;r301*2\ne1;12;\n",
      "1:15", "déjà en 1:10",
    ),
    (
      "notes.csv", CohorteDEssai.base.fichiers["notes.csv"] ?? "",
      "etudiant;R301;Etudiant\ne1;12;\n",
      "1:15", "est écrite deux fois",
    ),
    (
      "notes.csv", CohorteDEssai.base.fichiers["notes.csv"] ?? "", "etudiant;R301\ne1;12\ne1;\n",
      "3:1", "les notes de « e1 » : déjà à la ligne 2",
    ),
    (
      "notes.csv", CohorteDEssai.base.fichiers["notes.csv"] ?? "", "etudiant;R301\ne1;douze\n",
      "2:4", "lu « douze »",
    ),
    (
      "notes.csv", CohorteDEssai.base.fichiers["notes.csv"] ?? "", "etudiant;R301\ne3;12\n",
      "2:4", "que « e3 » ne suit pas",
    ),
  ].map { FauteDeCohorte($0.0, $0.1, $0.2, $0.3, $0.4) }
}
