internal import Scolarite

extension IdentiteDEtudiant {
  /// The fields with the names that lists and the journal give them.
  var champs: [(nom: String, valeur: String?)] {
    [
      ("ine", ine), ("nip", nip), ("nom", nomCivil), ("prenom", prenomCivil),
      ("nomDUsage", nomDUsage), ("prenomDUsage", prenomDUsage),
      ("naissance", naissance?.description), ("courriel", courriel), ("telephone", telephone),
      ("baccalaureat", baccalaureat),
    ]
  }

  /// What the journal keeps of an identity.
  var faits: Faits {
    Faits(champs.map { .init($0.nom, Faits.Valeur($0.valeur)) })
  }

  /// The fields that differ.
  func changements(vers autre: IdentiteDEtudiant) -> [PlanDInscription.Changement] {
    zip(champs, autre.champs).filter { $0.valeur != $1.valeur }.map { avant, apres in
      .init(champ: avant.nom, avant: avant.valeur, apres: apres.valeur)
    }
  }

  /// The same with what another says; where it says nothing, what stood remains.
  func completee(par autre: IdentiteDEtudiant) -> IdentiteDEtudiant {
    IdentiteDEtudiant(
      ine: autre.ine ?? ine,
      nip: autre.nip,
      nomCivil: autre.nomCivil,
      prenomCivil: autre.prenomCivil,
      nomDUsage: autre.nomDUsage ?? nomDUsage,
      prenomDUsage: autre.prenomDUsage ?? prenomDUsage,
      naissance: autre.naissance ?? naissance,
      courriel: autre.courriel ?? courriel,
      telephone: autre.telephone ?? telephone,
      baccalaureat: autre.baccalaureat ?? baccalaureat,
    )
  }

  /// What is missing, too long, or of nobody on that day.
  func fautes(_ lieu: String, le jour: Jour) -> [Refus.Faute] {
    let obligatoires = ["nip", "nom", "prenom"]
    let age = naissance.map { jour.anneesRevolues(depuis: $0) } ?? Self.ages.lowerBound
    return champs.compactMap { champ in
      if champ.nom == "naissance", !Self.ages.contains(age) {
        let bornes = "un âge de \(Self.ages.lowerBound) à \(Self.ages.upperBound) ans"
        return .init("\(lieu), naissance", .horsBornes(vu: champ.valeur ?? "", bornes: bornes))
      }
      let valeur = champ.valeur ?? ""
      if valeur.isEmpty {
        let manque = obligatoires.contains(champ.nom) || champ.valeur != nil
        return manque ? .init("\(lieu), \(champ.nom)", .absente) : nil
      }
      if champ.nom == "courriel", !Self.estUnCourriel(valeur) {
        return .init("\(lieu), courriel", .illisible(vu: valeur))
      }
      let limite = Self.limites[champ.nom] ?? Travail.longueurDeNom
      guard valeur.count > limite else { return nil }
      return .init("\(lieu), \(champ.nom)", .tropLongue(vu: valeur, limite: limite))
    }
  }

  /// Whether it has the shape of an address: one « @ » between two parts, no white space.
  private static func estUnCourriel(_ texte: String) -> Bool {
    let parties = texte.split(separator: "@", omittingEmptySubsequences: false)
    return parties.count == 2 && parties.allSatisfy { !$0.isEmpty }
      && !texte.contains(where: \.isWhitespace)
  }

  /// How old a student can be.
  private static let ages = 10...100
  private static let limites = ["ine": 20, "nip": 40]
}

extension Jour {
  /// The birthdays since a day; negative before it.
  fileprivate func anneesRevolues(depuis naissance: Jour) -> Int {
    let annees = annee - naissance.annee
    return (mois, quantieme) < (naissance.mois, naissance.quantieme) ? annees - 1 : annees
  }
}
