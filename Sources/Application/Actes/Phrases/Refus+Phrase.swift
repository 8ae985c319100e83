extension Refus {
  /// Why the act did not happen and what to do, in French.
  public var phrase: String {
    switch self {
    case .interdit(let droit):
      "vous n’avez pas le droit de \(droit.phrase) ici ; rien n’a été fait, adressez-vous à qui "
        + "administre l’établissement"
    case .inconnu(let sorte):
      "\(sorte.phrase) n’existe pas, ou vous n’y avez pas accès ; rien n’a été fait"
    case .conflit(let conflit): conflit.phrase
    case .etat(let etat): "\(etat.phrase) ; rien n’a été fait"
    case .regle(let article, let etat): "\(etat.phrase) (\(article)) ; rien n’a été fait"
    case .donnees(let fautes):
      "rien n’a été écrit, ceci est à corriger : "
        + fautes.map { "\($0.lieu) \($0.nature.phrase)" }.joined(separator: " ; ")
    }
  }
}

extension Refus.Conflit {
  /// Who wrote what in between.
  public var phrase: String {
    "\(auteur) a modifié « \(objet) » entre-temps : il y a maintenant « \(actuelle) », vous "
      + "demandiez « \(proposee) ». Rien n’a été écrit ; relisez, puis confirmez ou renoncez"
  }
}

extension Refus.Faute.Nature {
  /// What is wrong with the value.
  public var phrase: String {
    switch self {
    case .absente: "manque"
    case .illisible(let vu): "n’est pas lisible (« \(vu) »)"
    case .tropLongue(let vu, let limite):
      "est trop long, \(limite) signes au plus (« \(vu.prefix(40))… »)"
    case .horsBornes(let vu, let bornes): "est hors des bornes : « \(vu) », \(bornes) attendu"
    case .inconnue(let vu): "nomme « \(vu) », qui n’est pas connu"
    case .horsDesInscrits(let vu): "ne passe pas l’épreuve, ou est parti avant elle (« \(vu) »)"
    case .enDouble(let vu): "est donné deux fois (« \(vu) »)"
    case .contraire(let vu, let enPlace):
      "est « \(vu) », alors que « \(enPlace) » est déjà enregistré"
    }
  }
}
