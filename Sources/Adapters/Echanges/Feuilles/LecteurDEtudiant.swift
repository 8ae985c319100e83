internal import Scolarite
internal import Spreadsheets
internal import Text

/// Reads the rows of one sheet as students.
struct LecteurDEtudiant {
  private let entete: EnTeteDeFeuille
  /// Whether « oui » in the column of the status means an alternant.
  private let statutEstUneQuestion: Bool

  private static let questions: Set<Intitule> = Set(
    ["Alternance", "Alternant(e)", "Apprenti(e)", "Apprentissage"].map { Intitule($0) }
  )

  init(_ entete: EnTeteDeFeuille) {
    self.entete = entete
    let titre = entete.colonnes[.statut].map { entete.feuille[entete.ligne, $0].displayed }
    statutEstUneQuestion = titre.map { Self.questions.contains(Intitule($0)) } ?? false
  }

  mutating func lire(_ rang: Int, _ fautes: inout FautesEnCours) -> LigneDEtudiant {
    var ligne = LigneDEtudiant(
      feuille: entete.feuille.name,
      rang: rang,
      colonnes: entete.colonnes,
    )
    for (champ, colonne) in entete.colonnes {
      let cellule = entete.feuille[rang, colonne]
      if case .error = cellule {
        fautes.add(.erreurDeFormule, ligne.place(champ), lu: cellule)
      } else if cellule.isBlank {
        guard champ == .nom || champ == .prenom else { continue }
        fautes.add(.celluleVide(attendu: champ.attendu), ligne.place(champ))
      } else if !poser(cellule, champ, sur: &ligne) {
        fautes.add(.valeur(attendu: champ.attendu), ligne.place(champ), lu: cellule)
      }
    }
    return ligne
  }

  /// Sets a field from its cell.
  /// - Returns: whether the cell holds what the field expects.
  private func poser(
    _ cellule: Cell,
    _ champ: ChampDEtudiant,
    sur ligne: inout LigneDEtudiant,
  ) -> Bool {
    let texte = cellule.texteSimple
    switch champ {
    case .ine: return poser(ValeurDEtudiant.ine(cellule), &ligne.ine)
    case .nip: return poser(ValeurDEtudiant.nip(cellule), &ligne.nip)
    case .nom: return poser(texte, &ligne.nom)
    case .nomDUsage: return poser(texte, &ligne.nomDUsage)
    case .prenom: return poser(texte, &ligne.prenom)
    case .prenomDUsage: return poser(texte, &ligne.prenomDUsage)
    case .civilite: return poser(texte.flatMap(Civilite.init(ecrite:)), &ligne.civilite)
    case .naissance: return poser(ValeurDEtudiant.jour(cellule), &ligne.naissance)
    case .courriel: return poser(texte.flatMap(ValeurDEtudiant.courriel), &ligne.courriel)
    case .telephone: return poser(ValeurDEtudiant.telephone(cellule), &ligne.telephone)
    case .statut: return poser(statut(cellule), &ligne.statut)
    case .groupeTD: return poser(texte, &ligne.groupeTD)
    case .groupeTP: return poser(texte, &ligne.groupeTP)
    case .groupe: return poser(texte, &ligne.groupe)
    case .parcours: return poser(texte, &ligne.parcours)
    case .bac: return poser(texte, &ligne.typeDeBac)
    case .boursier: return poser(ValeurDEtudiant.ouiOuNon(cellule), &ligne.boursier)
    }
  }

  private func poser<Valeur>(_ valeur: Valeur?, _ champ: inout Valeur?) -> Bool {
    champ = valeur
    return valeur != nil
  }

  private func poser(_ valeur: String?, _ champ: inout String) -> Bool {
    champ = valeur ?? ""
    return valeur != nil
  }

  private func statut(_ cellule: Cell) -> Statut? {
    if statutEstUneQuestion, let oui = ValeurDEtudiant.ouiOuNon(cellule) {
      return oui ? .alternant : .initial
    }
    return cellule.texteSimple.flatMap { Statut(ecritParUnSecretariat: $0) }
  }
}

extension Cell {
  /// A text or a number on one line, its spaces made single; `nil` for anything else.
  var texteSimple: String? {
    switch self {
    case .text(let texte):
      texte.split(whereSeparator: \.isWhitespace).joined(separator: " ").nonEmpty
    case .number: displayed
    case .empty, .boolean, .date, .dateTime, .error: nil
    }
  }
}
