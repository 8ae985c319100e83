internal import Actes
internal import Demonstration
internal import Echanges
internal import Registre
internal import Scolarite
internal import Text

/// `delibere base demonstration`: makes a base that holds an IUT that does not exist.
enum FaireUneDemonstration {
  static func executer(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    let jour = try saisie.jour("le", ["delibere", "base", "demonstration"])
    let adresse = try AccesALaBase.entretien(saisie).adresse
    try AccesALaBase.exigerUneDestination(adresse)
    let installe = try AccesALaBase.tenter {
      try installer(le: jour ?? Horloge.reelle.maintenant().jour, adresse)
    }
    console.print(frenchSpacing(texte(installe)))
    return .succes
  }

  private static func installer(le jour: Jour, _ adresse: AdresseDeBase) throws
    -> InstallerUnIUT.Installe
  {
    guard let fondation = InstallerUnIUT.fondation else {
      throw Abandon(code: .refus, messages: ["l’établissement fictif n’a pas de nom"])
    }
    let acte = InstallerUnIUT(le: jour, try textes())
    let registre = try RegistreSQL(adresse, lecteurs: 1)
    defer { registre.fermer() }
    let bureau = Bureau(registre: registre, horloge: .reelle, formats: FormatsDEchange())
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
      return try await bureau.fonder(fondation, puis: acte, console: compte)
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
    return .init(mmi: mmi, rt: rt, profil: (profil, recueil))
  }

  private static func texte(_ installe: InstallerUnIUT.Installe) -> String {
    var tableau = TextTable([.init("Identifiant"), .init("Rôle"), .init("Qui", maximumWidth: 54)])
    for compte in installe.comptes {
      tableau.add([compte.utilisateur.identifiant, compte.role.rawValue, compte.description])
    }
    let promotions = installe.promotions.map { "  \($0.nom) (\($0.annee))\n" }
    return "« IUT de Nulle-Part » est installé, avec trois promotions :\n\n"
      + promotions.joined() + "\nLes comptes, tous fictifs :\n\n" + tableau.render()
  }
}
