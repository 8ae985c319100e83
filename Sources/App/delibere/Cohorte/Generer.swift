internal import Echanges
internal import Fiction
internal import Files
internal import JSON
internal import Scolarite

/// `delibere generer`: a promotion of students who do not exist.
enum Generer {
  private static let chemin = ["delibere", "generer"]

  static func run(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    let dossier = saisie.arguments[0]
    let nombre = try entier(saisie, "etudiants", defaut: 100, dans: 1...100_000)
    let graine = try entier(saisie, "graine", defaut: 1, dans: 0...Int.max)
    let maquettes = [saisie.valeur("maquette") ?? "mmi-but1"] + saisie.valeurs("anterieure")
    let entete = try entete(saisie, maquettes)
    let bibliotheque = Bibliotheque { nom in try? readFile(nom, limit: limite) }
    var fichiers: [(nom: String, octets: [UInt8])]
    do throws(DataFileError) {
      var programmes: [Programme] = []
      for maquette in maquettes { programmes.append(try bibliotheque.programme(maquette)) }
      var modele = PromotionFictive.Modele()
      modele.graine = UInt64(graine)
      if saisie.porte("apprentis") { modele.alternants = 1000 }
      fichiers = try self.fichiers(entete, programmes, nombre, modele)
    } catch {
      throw .fichier([error.description])
    }
    do throws(FileError) {
      for maquette in maquettes where !Bibliotheque.maquettesEmbarquees.contains(maquette) {
        fichiers.append((nomCourt(maquette), try readFile(maquette, limit: limite)))
      }
      try makeFolder(dossier)
      for fichier in fichiers { try writeFile("\(dossier)/\(fichier.nom)", fichier.octets) }
    } catch {
      throw .fichier(["\(dossier) : \(error.description)"])
    }
    console.print("\(dossier) : \(compte(nombre, "étudiant")), \(fichiers.count) fichiers\n")
    return .succes
  }

  private static func entier(
    _ saisie: Saisie,
    _ option: String,
    defaut: Int,
    dans plage: ClosedRange<Int>,
  ) throws(Abandon) -> Int {
    guard let ecrit = saisie.valeur(option) else { return defaut }
    guard let nombre = Int(ecrit), plage.contains(nombre) else {
      throw .usage(
        "« --\(option) \(ecrit) » : un nombre de \(plage.lowerBound) à \(plage.upperBound) est "
          + "attendu",
        chemin,
      )
    }
    return nombre
  }

  private static let limite = 8 * 1_048_576

  /// The name of a file in its folder: a curriculum given by its path is copied beside the rest.
  private static func nomCourt(_ chemin: String) -> String {
    chemin.split(separator: "/").last.map(String.init) ?? chemin
  }

  private static func entete(
    _ saisie: Saisie,
    _ maquettes: [String],
  ) throws(Abandon) -> EnTeteDeCohorte {
    let debut = try entier(saisie, "annee", defaut: 2025, dans: 2003...2099)
    guard let annee = AnneeUniversitaire(debut: debut),
      let anneeBUT = AnneeBUT(try entier(saisie, "but", defaut: 1, dans: 1...3))
    else { preconditionFailure("both were checked") }
    let noms = maquettes.map(nomCourt)
    return EnTeteDeCohorte(
      nom: saisie.valeur("nom") ?? "Promotion fictive, \(noms[0])",
      annee: annee,
      anneeBUT: anneeBUT,
      maquette: .string(noms[0]),
      profil: saisie.valeur("profil") ?? "but-national-2022",
      maquettesAnterieures: noms.dropFirst().map { .string($0) },
    )
  }

  private static func fichiers(
    _ entete: EnTeteDeCohorte,
    _ programmes: [Programme],
    _ nombre: Int,
    _ modele: PromotionFictive.Modele,
  ) throws(DataFileError) -> [(nom: String, octets: [UInt8])] {
    let anterieurs = Dictionary(
      programmes.dropFirst().compactMap { programme in
        programme.ues.first.map { ($0.semestre.annee, programme) }
      },
      uniquingKeysWith: { premier, _ in premier },
    )
    guard
      let promotion = PromotionFictive(
        modele,
        annee: entete.annee,
        anneeBUT: entete.anneeBUT,
        programme: programmes[0],
        anterieurs: anterieurs,
      )
    else { throw .unusable("la maquette n’est pas celle de l’année \(entete.anneeBUT.valeur)") }
    let etudiants = promotion.etudiants(nombre).map {
      EtudiantLu(identifiant: $0.identifiant, nom: $0.nom, prenom: $0.prenom, dossier: $0.dossier)
    }
    do throws(CohorteError) {
      return try CohorteCSV.write(entete, programmes, etudiants)
    } catch {
      throw .unusable(error.description)
    }
  }
}
