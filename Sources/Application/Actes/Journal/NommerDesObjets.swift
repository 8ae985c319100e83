internal import Scolarite

/// What a thing of the journal is called, and where the person can see it.
public struct ObjetNomme: Hashable, Sendable {
  /// « évaluation « DS 1 » (R101) »; « évaluation 12, retirée » where it is no more.
  public let phrase: String
  public let cible: Cible?

  public init(phrase: String, cible: Cible?) {
    self.phrase = phrase
    self.cible = cible
  }

  /// A thing that has a page, open to the person.
  public enum Cible: Hashable, Sendable {
    case etudiant(Identifiant<Etudiant>)
    case evaluation(Identifiant<EvaluationDeModule>)
    case note(Identifiant<EvaluationDeModule>, Identifiant<Etudiant>)
    case promotion(Identifiant<Promotion>)
    case utilisateur(Identifiant<Utilisateur>)
  }
}

/// The names of the things that entries of the journal bear on.
public struct NommerDesObjets: Question {
  public static let nom = "nommer-des-objets"
  /// As the journal writes them: « evaluation/12 ».
  public let objets: [String]
  /// The student whose journal is read; `nil` for that of the establishment.
  public let etudiant: Identifiant<Etudiant>?

  public init(_ objets: some Sequence<String>, etudiant: Identifiant<Etudiant>? = nil) {
    self.objets = Set(objets).sorted()
    self.etudiant = etudiant
  }

  public func executer(_ travail: Travail) throws -> [String: ObjetNomme] {
    let lieux = try etudiant.map { try travail.lieux(de: $0) } ?? [.etablissement]
    _ = try travail.exiger(.voirLeJournal, parmi: lieux)
    var nommes: [String: ObjetNomme] = [:]
    for objet in objets { nommes[objet] = try ObjetLu(objet)?.nommer(travail) }
    return nommes
  }
}

/// An object of the journal, parted.
private struct ObjetLu {
  let sorte: Objet.Sorte
  let numero: Int64
  let second: Int64?

  init?(_ texte: String) {
    let parties = texte.split(separator: "/")
    guard let sorte = parties.first.flatMap({ Objet.Sorte(rawValue: String($0)) }),
      parties.count > 1, let numero = Int64(parties[1])
    else { return nil }
    self.sorte = sorte
    self.numero = numero
    second = parties.count > 2 ? Int64(parties[2]) : nil
  }

  func nommer(_ travail: Travail) throws -> ObjetNomme {
    switch sorte {
    case .evaluation: return try evaluation(travail)
    case .note: return try note(travail)
    case .etudiant: return try personne("", numero, travail)
    case .fichier: return try personne("fichier de ", numero, travail)
    case .amenagement: return try personne("aménagement de ", second, travail)
    case .avis: return try personne("avis sur ", second, travail)
    case .session2: return try personne("session 2 de ", second, travail)
    case .suite: return try personne("suite d’études de ", second, travail)
    case .decision: return try personne("décision du jury sur ", second, travail)
    case .presence: return try presence(travail)
    case .seance: return ObjetNomme(phrase: try seance(travail), cible: nil)
    case .inscription: return try inscription(travail)
    case .promotion: return try promotion(travail)
    case .groupe: return try groupe(travail)
    case .utilisateur: return try compte("compte de ", numero, travail)
    case .habilitation: return try compte("rôle de ", second, travail)
    case .jeton: return try compte("jeton de ", second, travail)
    case .departement:
      let nom = try travail.registre.departements().first { $0.id.valeur == numero }?.code
      return simple(nom.map { "département \($0)" })
    case .formation:
      return simple(try travail.registre.formations().first { $0.id.valeur == numero }?.code)
    case .etablissement: return ObjetNomme(phrase: "l’établissement", cible: nil)
    case .annee, .maquette, .profil, .justificatif, .signalement, .autorisation,
      .indisponibilite, .rattrapage, .bonus, .engagement, .commission,
      .demandeDAmenagement, .incident, .constat, .consultation,
      .campagne, .demande, .jury,
      .copies, .consultationDeCopie, .soutien, .sessionBTS, .candidatBTS,
      .conservation, .situation, .redoublement, .anneeSuivante, .document,
      .epreuveDeSession2, .inscriptionTardive:
      return simple(nil)
    case .calendrierDeSession2, .contrainte, .chevauchement: return simple(nil)
    case .modele: return ObjetNomme(phrase: "un modèle de document", cible: nil)
    case .enTete: return ObjetNomme(phrase: "l’en-tête des documents", cible: nil)
    }
  }

  /// A thing without page: its name, or its kind and its number.
  private func simple(_ nom: String?) -> ObjetNomme {
    ObjetNomme(phrase: nom ?? "\(sorte.nomSeul) \(numero)", cible: nil)
  }

  private func retire() -> ObjetNomme { simple("\(sorte.nomSeul) \(numero), retirée") }
}

extension ObjetLu {
  private func evaluation(_ travail: Travail) throws -> ObjetNomme {
    guard let id = Identifiant<EvaluationDeModule>(numero),
      let evaluation = try travail.registre.evaluation(id)
    else { return retire() }
    let estOuverte = travail.peut(.voirLesNotes, try travail.lieu(de: evaluation))
    return ObjetNomme(
      phrase: "évaluation \(evaluation.nomSitue)",
      cible: estOuverte ? .evaluation(id) : nil,
    )
  }

  private func note(_ travail: Travail) throws -> ObjetNomme {
    guard let id = Identifiant<EvaluationDeModule>(numero),
      let etudiant = second.flatMap({ Identifiant<Etudiant>($0) })
    else { return simple(nil) }
    let nom = try travail.nom(de: etudiant)
    guard let evaluation = try travail.registre.evaluation(id) else {
      return ObjetNomme(phrase: "note de \(nom) à une évaluation retirée", cible: nil)
    }
    let estOuverte = travail.peut(.voirLesNotes, try travail.lieu(de: evaluation))
    return ObjetNomme(
      phrase: "note de \(nom) à \(evaluation.nomSitue)",
      cible: estOuverte ? .note(id, etudiant) : nil,
    )
  }

  private func personne(_ debut: String, _ numero: Int64?, _ travail: Travail) throws
    -> ObjetNomme
  {
    guard let id = numero.flatMap({ Identifiant<Etudiant>($0) }) else { return simple(nil) }
    let estOuvert = try travail.voit(id)
    return ObjetNomme(
      phrase: debut + (try travail.nom(de: id)),
      cible: estOuvert ? .etudiant(id) : nil,
    )
  }

  private func seance(_ travail: Travail) throws -> String {
    guard let seance = try Identifiant<Seance>(numero).flatMap({ try travail.registre.seance($0) })
    else { return "séance \(numero), retirée" }
    let jour = seance.debut.jour
    let module = seance.module.map { " de \($0)" } ?? ""
    return "séance\(module) du \(jour.enFrancais)"
  }

  private func presence(_ travail: Travail) throws -> ObjetNomme {
    guard let id = second.flatMap({ Identifiant<Etudiant>($0) }) else { return simple(nil) }
    let phrase = "présence de \(try travail.nom(de: id)), \(try seance(travail))"
    return ObjetNomme(phrase: phrase, cible: try travail.voit(id) ? .etudiant(id) : nil)
  }

  private func inscription(_ travail: Travail) throws -> ObjetNomme {
    let lue = try Identifiant<Inscription>(numero).flatMap { try travail.registre.inscription($0) }
    guard let lue else { return retire() }
    let promotion = try travail.registre.promotion(lue.promotion).map { " en \($0.nom)" } ?? ""
    return ObjetNomme(
      phrase: "inscription de \(try travail.nom(de: lue.etudiant))\(promotion)",
      cible: try travail.voit(lue.etudiant) ? .etudiant(lue.etudiant) : nil,
    )
  }

  private func promotion(_ travail: Travail) throws -> ObjetNomme {
    let lue = try Identifiant<Promotion>(numero).flatMap { try travail.registre.promotion($0) }
    guard let lue else { return retire() }
    return ObjetNomme(
      phrase: "promotion \(lue.nom), \(lue.annee)",
      cible: travail.peut(.voirLesNotes, lue.lieu) ? .promotion(lue.id) : nil,
    )
  }

  private func groupe(_ travail: Travail) throws -> ObjetNomme {
    let lu = try Identifiant<Groupe>(numero).flatMap { try travail.registre.groupe($0) }
    guard let lu else { return simple(nil) }
    let promotion = try travail.registre.promotion(lu.promotion).map { " de \($0.nom)" } ?? ""
    let membre = try second.flatMap { Identifiant<Etudiant>($0) }.map { try travail.nom(de: $0) }
    return simple((membre.map { "\($0) dans le " } ?? "") + "groupe \(lu.nom)\(promotion)")
  }

  private func compte(_ debut: String, _ numero: Int64?, _ travail: Travail) throws -> ObjetNomme {
    let lu = try numero.flatMap { Identifiant<Utilisateur>($0) }.flatMap {
      try travail.registre.utilisateur($0)
    }
    guard let lu else { return simple(nil) }
    let estOuvert = travail.peut(.administrer, .etablissement)
    return ObjetNomme(phrase: debut + lu.nom, cible: estOuvert ? .utilisateur(lu.id) : nil)
  }
}

extension EvaluationDeModule {
  /// « DS 1 » (R101).
  fileprivate var nomSitue: String { "« \(nom) » (\(module))" }
}

extension Travail {
  /// Whether the page of a student is open to the person.
  fileprivate func voit(_ etudiant: Identifiant<Etudiant>) throws -> Bool {
    peut(.voirLesEtudiants, unDe: try lieux(de: etudiant))
  }

  /// The name of a student; « un étudiant effacé » where it is no more.
  fileprivate func nom(de etudiant: Identifiant<Etudiant>) throws -> String {
    guard let lu = try registre.etudiant(etudiant), lu.identite != nil else {
      return "un étudiant effacé"
    }
    return lu.nomAffiche
  }
}

extension Objet.Sorte {
  /// The kind without article, before a number.
  fileprivate var nomSeul: String {
    phrase.split(separator: " ").dropFirst().joined(separator: " ")
  }
}
