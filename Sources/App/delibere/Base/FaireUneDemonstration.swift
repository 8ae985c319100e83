internal import Actes
internal import Coffre
internal import Demonstration
internal import Echanges
internal import Files
internal import Registre
internal import Scolarite
internal import Site
internal import Text

/// `delibere base demonstration`: makes a base that holds an IUT that does not exist.
enum FaireUneDemonstration {
  static func executer(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    let jour = try saisie.jour("le", ["delibere", "base", "demonstration"])
    let adresse = try AccesALaBase.entretien(saisie).adresse
    try AccesALaBase.exigerUneDestination(adresse)
    let installe = try AccesALaBase.tenter {
      try installer(le: jour, .reelle, adresse)
    }
    console.print(frenchSpacing(texte(installe)))
    return .succes
  }

  private static func installer(le jour: Jour?, _ horloge: Horloge, _ adresse: AdresseDeBase) throws
    -> InstallerUnIUT.Installe
  {
    guard let fondation = InstallerUnIUT.fondation else {
      throw Abandon(code: .refus, messages: ["l’établissement fictif n’a pas de nom"])
    }
    let acte = InstallerUnIUT(le: jour ?? horloge.maintenant().jour, try textes())
    let registre = try RegistreSQL(adresse, lecteurs: 1)
    defer { registre.fermer() }
    let bureau = Bureau(registre: registre, horloge: horloge, formats: FormatsDEchange())
    let compte = Guichet.compte
    return try attendre {
      let codes = try await registre.etablissements().map(\.code)
      guard codes.isEmpty else {
        throw Abandon(
          code: .refus,
          messages: [
            "cette base a déjà un établissement : \(codes.joined(separator: ", ")). Rien n’a été "
              + "fait ; donnez avec --base une base qui n’existe pas encore"
          ],
        )
      }
      let installe = try await bureau.fonder(fondation, puis: acte, console: compte)
      let hachage = try await Coffre().hacher(MotDePasseMontre.texte)
      let iut = try await registre.etablissements()[0].id
      for compte in installe.comptes {
        let acte = ChangerDeMotDePasse(hachage, depuis: nil)
        try await bureau.faire(acte, par: .utilisateur(compte.utilisateur.id), dans: iut)
      }
      return installe
    }
  }

  /// Makes the base of the demonstration where there is none yet.
  static func siBesoin(_ adresse: AdresseDeBase, _ horloge: Horloge, _ console: Console) throws {
    guard case .sqlite(let chemin) = adresse, !fileExists(chemin) else { return }
    try AccesALaBase.exigerUneDestination(adresse)
    console.print(frenchSpacing("Un IUT fictif est installé dans \(chemin)…\n"))
    _ = try installer(le: nil, horloge, adresse)
  }

  /// The accounts of a demonstration; none of a real establishment is ever shown.
  static func comptes(_ registre: RegistreSQL, _ etablissement: Etablissement) throws
    -> [ReglagesDuSite.CompteMontre]
  {
    guard etablissement.code == InstallerUnIUT.fondation?.fondation.code else {
      throw Abandon(
        code: .refus,
        messages: [
          "« \(etablissement.nom) » n’est pas la démonstration : ses comptes ne sont montrés à "
            + "personne. Rien n’est servi ; retirez --demonstration, ou donnez une autre --base"
        ],
      )
    }
    return try attendre {
      try await registre.lire(etablissement.id) { registre in
        let roles = Dictionary(grouping: try registre.habilitations(), by: \.utilisateur)
        return try registre.utilisateurs().filter(\.actif).map { utilisateur in
          let siens = Set(roles[utilisateur.id, default: []].map(\.habilitation.role.phrase))
          return .init(
            identifiant: utilisateur.identifiant,
            description: ([utilisateur.nom] + siens.sorted()).joined(separator: ", "),
          )
        }
      }
    }
  }

  /// The curricula and the règlement that ship.
  private static func textes() throws -> InstallerUnIUT.Textes {
    guard let mmi = Bibliotheque.texte(maquette: "mmi-but1"),
      let rt = Bibliotheque.texte(maquette: "rt-iom-but2")
    else {
      throw Abandon(code: .fichier, messages: ["les maquettes embarquées sont introuvables"])
    }
    let profil = "iut-larochesuryon-2025"
    let recueil = try Bibliotheque { _ in nil }.recueil(profil)
    let antenne = "iut-nulle-part-antenne"
    let avecSession2 = try Bibliotheque { nom in
      nom == antenne ? Array(profilDeLAntenne.utf8) : nil
    }.recueil(antenne)
    return .init(
      mmi: mmi,
      rt: rt,
      profil: (profil, recueil),
      avecSession2: (antenne, avecSession2),
    )
  }

  /// What the branch adds to the règlement of the institute.
  private static let profilDeLAntenne = """
    {
      "format": "delibere/profil/1",
      "nom": "iut-nulle-part-antenne",
      "titre": "IUT de Nulle-Part, antenne de Quelque-Part : avec une session 2",
      "couche": "departement",
      "herite": "iut-larochesuryon-2025",
      "parametres": {
        "session2Active": [
          { "depuis": "2021-09-01", "valeur": true, "source": "procédure de session 2, § 1" }
        ],
        "critereSession2": [
          { "depuis": "2021-09-01", "valeur": "ue", "source": "procédure de session 2, § 2" }
        ],
        "modeNoteSession2": [
          { "depuis": "2021-09-01", "valeur": "remplacement", "source": "procédure de session 2, § 2" }
        ]
      }
    }
    """

  private static func texte(_ installe: InstallerUnIUT.Installe) -> String {
    var tableau = TextTable([.init("Identifiant"), .init("Rôle"), .init("Qui", maximumWidth: 54)])
    for compte in installe.comptes {
      tableau.add([compte.utilisateur.identifiant, compte.role.rawValue, compte.description])
    }
    let promotions = installe.promotions.map { "  \($0.nom) (\($0.annee))\n" }
    return "« IUT de Nulle-Part » est installé, avec quatre promotions :\n\n"
      + promotions.joined() + "\nLes comptes, tous fictifs, ont pour mot de passe « "
      + MotDePasseMontre.texte + " » :\n\n" + tableau.render()
  }
}
