internal import Actes
internal import Echanges
internal import JSON
internal import Scolarite
internal import Text

/// `delibere annee`, `departement`, `formation` and `maquette deposer`.
enum GererLaStructure {
  static func ouvrirUneAnnee(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    let fil = ["delibere", "annee", "ouvrir"]
    let ecrite = saisie.arguments[0]
    let annee = try AnneeUniversitaire(ecrite: ecrite, ecrite, fil)
    let debut = try saisie.jour("debut", fil) ?? Jour(ouvrant: annee)
    let fin = try saisie.jour("fin", fil) ?? Jour(cloturant: annee)
    guard let janvier = Jour(annee.debut + 1, 1, 31), let fevrier = Jour(annee.debut + 1, 2, 1)
    else { throw .usage("« \(ecrite) » : une année est attendue", fil) }
    let impairs = try saisie.jour("fin-impairs", fil) ?? janvier
    let pairs = try saisie.jour("debut-pairs", fil) ?? fevrier
    guard impairs < pairs else {
      throw .usage(
        "les semestres pairs (\(pairs)) commencent avant la fin des impairs (\(impairs)) : donnez "
          + "--fin-impairs et --debut-pairs",
        fil,
      )
    }
    let periodes = (1...6).compactMap { NumeroSemestre($0) }.map { numero in
      AnneeOuverte.Periode(
        nature: .semestre(numero),
        nom: "Semestre \(numero.valeur)",
        debut: numero.valeur % 2 == 1 ? debut : pairs,
        fin: numero.valeur % 2 == 1 ? impairs : fin,
      )
    }
    let acte = OuvrirUneAnnee(annee, debut: debut, fin: fin, periodes: periodes)
    let ouverte = try Guichet.ouvrir(saisie) { guichet in
      do {
        return try guichet.faire(acte)
      } catch Refus.etat(.nomDejaPris) {
        throw Abandon(
          code: .refus,
          messages: ["l’année \(annee) est déjà ouverte ; rien n’a été fait"],
        )
      }
    }
    console.print(
      frenchSpacing(
        "Année \(ouverte.annee) ouverte, du \(debut) au \(fin) : semestres impairs jusqu’au "
          + "\(impairs), semestres pairs depuis le \(pairs).\n"
      )
    )
    return .succes
  }

  static func creerUnDepartement(_ saisie: Saisie, _ console: Console) throws(Abandon)
    -> CodeDeSortie
  {
    let nom = try saisie.exiger("nom", ["delibere", "departement", "creer"])
    let acte = CreerUnDepartement(code: saisie.arguments[0], intitule: nom)
    let cree = try Guichet.ouvrir(saisie) { try $0.faire(acte) }
    console.print(frenchSpacing("Département « \(cree.code) » créé : \(cree.nom).\n"))
    return .succes
  }

  static func creerUneFormation(_ saisie: Saisie, _ console: Console) throws(Abandon)
    -> CodeDeSortie
  {
    let fil = ["delibere", "formation", "creer"]
    let (nom, code) = (try saisie.exiger("nom", fil), try saisie.exiger("departement", fil))
    let creee = try Guichet.ouvrir(saisie) { guichet in
      let departement = try guichet.demander(VoirLaStructure()).departement(code)
      return try guichet.faire(
        CreerUneFormation(
          departement: departement.id,
          code: saisie.arguments[0],
          intitule: nom,
        )
      )
    }
    console.print(frenchSpacing("Formation « \(creee.code) » créée : \(creee.nom).\n"))
    return .succes
  }

  static func deposerUneMaquette(_ saisie: Saisie, _ console: Console) throws(Abandon)
    -> CodeDeSortie
  {
    let fil = ["delibere", "maquette", "deposer"]
    let code = try saisie.exiger("formation", fil)
    var maquette = try FichierDeMaquette.lire(saisie)[0].lecture.maquette
    if saisie.valeur("annee") != nil {
      maquette.identite.anneeUniversitaire = try saisie.annee("annee", fil)
    }
    let (lue, irregularite) = (maquette, saisie.valeur("irregularite"))
    let phrase = try Guichet.ouvrir(saisie) { try deposer(lue, code, irregularite, $0) }
    console.print(frenchSpacing(phrase))
    return .succes
  }
  private static func deposer(
    _ maquette: Maquette,
    _ code: String,
    _ irregularite: String?,
    _ guichet: Guichet,
  ) throws -> String {
    let texte = MaquetteJSON.encode(maquette).rendered()
    let formation = try guichet.demander(VoirLaStructure()).formation(code)
    let annee = maquette.identite.anneeUniversitaire
    let derniere = try guichet.demander(VoirLesMaquettes(formation: formation.id, annee: annee))
      .first { $0.anneeBUT == maquette.identite.annee }
    if let derniere, derniere.texte == texte {
      return "Cette maquette est déjà déposée (version \(derniere.numero)) : rien n’a changé.\n"
    }
    let deposee = try guichet.faire(
      DeposerUneMaquette(formation: formation.id, texte: texte, irregularite: irregularite)
    )
    return "Maquette « \(maquette.identite.mention) », BUT \(deposee.anneeBUT.valeur), \(annee), "
      + "déposée pour « \(formation.code) » (version \(deposee.numero)) : \(maquette.ues.count) UE.\n"
  }
}
