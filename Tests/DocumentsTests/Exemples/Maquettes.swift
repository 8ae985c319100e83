/// UE and modules of curricula that exist, for transcripts of their true length.
struct UEDeMaquette {
  let code: String
  let libelle: String
  let ects: String
  let modules: [(code: String, titre: String, coefficient: String)]
}

enum Maquettes {
  static let mmi1: [UEDeMaquette] = [
    UEDeMaquette(
      code: "UE11",
      libelle: "Comprendre les éléments de communication et les attentes utilisateurs",
      ects: "5",
      modules: [
        ("R103", "Ergonomie et accessibilité", "3"),
        ("R104", "Culture numérique", "3"),
        ("R105", "Stratégie de communication", "2"),
        ("R109", "Culture artistique", "1"),
        ("R116", "Représentation et traitement de l’information", "1"),
        ("R118", "Économie et droit du numérique", "2"),
        ("R119", "PPP", "0,5"),
        ("SAE101", "Audit de communication numérique", "9"),
      ],
    ),
    UEDeMaquette(
      code: "UE12",
      libelle: "Concevoir une réponse stratégique",
      ects: "6",
      modules: [
        ("R101", "Anglais", "1"),
        ("R102", "Anglais renforcé", "1"),
        ("R105", "Stratégies de communication", "3"),
        ("R106", "Expression, communication", "2"),
        ("R119", "PPP", "0,5"),
        ("SAE102", "Recommandation de communication numérique", "6"),
      ],
    ),
    UEDeMaquette(
      code: "UE13",
      libelle: "Exprimer un message par des productions simples",
      ects: "8",
      modules: [
        ("R101", "Anglais", "1"),
        ("R107", "Écriture multimédia et narration", "3"),
        ("R108", "Production graphique", "4"),
        ("R109", "Culture artistique", "2"),
        ("R110", "Production audio et vidéo", "4"),
        ("R116", "Représentation et traitement de l’information", "3"),
        ("R119", "PPP", "0,5"),
        ("SAE103", "Design graphique", "6"),
        ("SAE104", "Production audio et vidéo", "6"),
      ],
    ),
    UEDeMaquette(
      code: "UE14",
      libelle: "Développer un site web simple et le mettre en ligne",
      ects: "8",
      modules: [
        ("R112", "Intégration web", "5"),
        ("R113", "Développement web", "4"),
        ("R115", "Hébergement", "3"),
        ("R119", "PPP", "0,5"),
        ("SAE105", "Produire un site web", "12"),
      ],
    ),
    UEDeMaquette(
      code: "UE15",
      libelle: "Entreprendre un projet numérique",
      ects: "3",
      modules: [
        ("R101", "Anglais", "1"),
        ("R102", "Anglais renforcé", "1"),
        ("R106", "Expression, communication", "2"),
        ("R118", "Économie et droit du numérique", "1"),
        ("R117", "Gestion de projet", "3"),
        ("R119", "PPP", "4"),
        ("SAE106", "Gestion de projet pour une recommandation de communication numérique", "10"),
      ],
    ),
  ]

  static let mmi2: [UEDeMaquette] = [
    UEDeMaquette(
      code: "UE21",
      libelle: "Comprendre les éléments de communication et les attentes utilisateurs",
      ects: "4",
      modules: [
        ("R203", "Ergonomie et accessibilité", "3"),
        ("R204", "Culture numérique", "3"),
        ("R216", "Représentation et traitement de l’information", "1"),
        ("R219", "PPP", "0,5"),
        ("SAE201", "Exploration des usages", "4"),
        ("SAE210", "Portfolio", "1"),
      ],
    ),
    UEDeMaquette(
      code: "UE22",
      libelle: "Concevoir une réponse stratégique",
      ects: "4",
      modules: [
        ("R201", "Anglais", "3"),
        ("R202", "Anglais renforcé", "2"),
        ("R205", "Stratégie de communication", "3"),
        ("R219", "PPP", "0,5"),
        ("SAE202", "Concevoir un produit ou un service et sa communication", "5"),
        ("SAE210", "Portfolio", "1"),
      ],
    ),
    UEDeMaquette(
      code: "UE23",
      libelle: "Exprimer un message par des productions simples",
      ects: "9",
      modules: [
        ("R201", "Anglais", "1"),
        ("R202", "Anglais renforcé", "1"),
        ("R207", "Écriture multimédia et narration", "3"),
        ("R208", "Production graphique", "4"),
        ("R209", "Culture artistique", "3"),
        ("R210", "Production audio et vidéo", "4"),
        ("R216", "Représentation et traitement de l’information", "2"),
        ("R219", "PPP", "0,5"),
        ("SAE202", "Concevoir un produit ou un service et sa communication", "12"),
        ("SAE210", "Portfolio", "1"),
      ],
    ),
    UEDeMaquette(
      code: "UE24",
      libelle: "Développer un site web simple et le mettre en ligne",
      ects: "9",
      modules: [
        ("R211", "Gestion de contenus", "2"),
        ("R212", "Intégration web", "4"),
        ("R213", "Développement web", "4"),
        ("R214", "Système d’information", "3"),
        ("R215", "Hébergement", "3"),
        ("R219", "PPP", "0,5"),
        ("SAE202", "Concevoir un produit ou un service et sa communication", "2"),
        ("SAE203", "Site web et base de données", "10"),
        ("SAE210", "Portfolio", "1"),
      ],
    ),
    UEDeMaquette(
      code: "UE25",
      libelle: "Entreprendre un projet numérique",
      ects: "4",
      modules: [
        ("R201", "Anglais", "1"),
        ("R206", "Expression, communication et rhétorique", "3"),
        ("R217", "Gestion de projet", "3"),
        ("R218", "Économie et droit du numérique", "3"),
        ("R219", "PPP", "4"),
        ("SAE202", "Concevoir un produit ou un service et sa communication", "3"),
        ("SAE204", "Construire sa présence en ligne", "6"),
        ("SAE210", "Portfolio", "1"),
      ],
    ),
  ]

  static let rt3: [UEDeMaquette] = [
    UEDeMaquette(
      code: "UE31",
      libelle: "Administrer les réseaux et l’Internet",
      ects: "7",
      modules: [
        ("R301", "Réseaux de campus", "11"),
        ("R302", "Réseaux opérateurs", "9"),
        ("R303", "Services réseaux avancés", "11"),
        ("R304", "Services d’annuaires", "4"),
        ("R311", "Anglais : Le monde du travail", "6"),
        ("R312", "Expression-Culture-Communication Professionnelle 3 : savoir collaborer", "4"),
        ("R313", "Projet Personnel et Professionnel", "2"),
        ("R315", "Gestion de projet 2 : Utiliser les méthodes de gestion de projet", "2"),
        ("Saé 302", "Développer des applications communicantes", "4"),
        ("Saé 3.IOM.03", "Concevoir un réseau multi-sites intégrant des objets connectés", "17"),
      ],
    ),
    UEDeMaquette(
      code: "UE32",
      libelle: "Connecter les entreprises et les usagers",
      ects: "10",
      modules: [
        ("R301", "Réseaux de campus", "4"),
        ("R302", "Réseaux opérateurs", "6"),
        ("R305", "Chaînes de transmissions numériques", "20"),
        ("R306", "Fibres optiques et propagation", "10"),
        ("R307", "Réseaux d’accès", "10"),
        ("R310", "Gestion d’un système de bases de données", "2"),
        ("R311", "Anglais : Le monde du travail", "3"),
        ("R312", "Expression-Culture-Communication Professionnelle 3 : savoir collaborer", "4"),
        ("R313", "Projet Personnel et Professionnel", "1"),
        ("R314", "Analyse de Fourier", "10"),
        ("R315", "Gestion de projet 2 : Utiliser les méthodes de gestion de projet", "2"),
        ("Saé 301", "Mettre en oeuvre un système de transmission", "20"),
        ("Saé 302", "Développer des applications communicantes", "4"),
        ("Saé 3.IOM.03", "Concevoir un réseau multi-sites intégrant des objets connectés", "6"),
      ],
    ),
    UEDeMaquette(
      code: "UE33",
      libelle: "Créer des outils et applications informatiques pour les R&T",
      ects: "5",
      modules: [
        ("R308", "Consolidation de la programmation", "12"),
        ("R309", "Programmation événementielle", "8"),
        ("R310", "Gestion d’un système de bases de données", "4"),
        ("R311", "Anglais : Le monde du travail", "4"),
        ("R312", "Expression-Culture-Communication Professionnelle 3 : savoir collaborer", "4"),
        ("R313", "Projet Personnel et Professionnel", "1"),
        ("R315", "Gestion de projet 2 : Utiliser les méthodes de gestion de projet", "2"),
        ("Saé 302", "Développer des applications communicantes", "14"),
      ],
    ),
    UEDeMaquette(
      code: "UE34",
      libelle: "Gérer les infrastructures des réseaux mobiles",
      ects: "4",
      modules: [
        ("R3.IOM.16", "Introduction à l’Internet des Objets", "3"),
        ("R3.IOM.17", "Collecte et traitement des données issues IoT", "7"),
        ("Saé 3.IOM.03", "Concevoir un réseau multi-sites intégrant des objets connectés", "13"),
        ("Saé 3.IOM.04", "Découvrir et mettre en place un réseau IoT", "14"),
      ],
    ),
    UEDeMaquette(
      code: "UE35",
      libelle:
        "Mettre en œuvre des applications et des protocoles sécurisés pour l’Internet des Objets",
      ects: "4",
      modules: [
        ("R3.IOM.16", "Introduction à l’Internet des Objets", "3"),
        ("R3.IOM.17", "Collecte et traitement des données issues IoT", "17"),
        ("Saé 3.IOM.03", "Concevoir un réseau multi-sites intégrant des objets connectés", "11"),
        ("Saé 3.IOM.04", "Découvrir et mettre en place un réseau IoT", "11"),
      ],
    ),
  ]
}
