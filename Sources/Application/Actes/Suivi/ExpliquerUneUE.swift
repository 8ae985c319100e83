public import Scolarite

/// Why a student has what they have in a UE: the proof, told in French and step by step.
public struct ExpliquerUneUE: Question {
  public static let nom = "expliquer-une-ue"
  public let promotion: Identifiant<Promotion>
  public let etudiant: Identifiant<Etudiant>
  public let ue: CodeUE

  /// A UE of a student with its grounds.
  public struct Expliquee: Sendable {
    public let promotion: Promotion
    public let etudiant: Etudiant
    public let ue: UEDeProgramme
    /// `nil` while a mark is awaited.
    public let moyenne: Fraction?
    /// Which marks count in it.
    public let vue: Vue
    /// The code proposed; `nil` where the student does not follow the UE, and for whoever sees
    /// published marks only: a verdict on a part of them would be none.
    public let mention: String?
    public let acquise: Bool
    /// The account, year by year, as the student reads it.
    public let recit: [Chapitre]
    /// The proofs of the year, after session 2 where there was one.
    public let preuves: [Preuve]
  }

  public init(
    _ promotion: Identifiant<Promotion>,
    de etudiant: Identifiant<Etudiant>,
    _ ue: CodeUE,
  ) {
    self.promotion = promotion
    self.etudiant = etudiant
    self.ue = ue
  }

  /// A student reads what is published; whoever sees the marks of the promotion reads all of it.
  public func executer(_ travail: Travail) throws -> Expliquee {
    let (dossier, reglement) = try LireUnDossier(etudiant, promotion: promotion).executer(travail)
    let promotion = try travail.promotion(promotion)
    guard let personne = try travail.registre.etudiant(etudiant) else {
      throw Refus.inconnu(.etudiant)
    }
    guard let prevue = try travail.programme(promotion).ue(ue) else {
      throw Refus.etat(.moduleInconnu(ue.texte))
    }
    let vue: Vue = travail.peut(.voirLesNotes, promotion.lieu) ? .interne : .publiee
    let resultats = Deliberation<AvecPreuve>.resultats(dossier, reglement)
    let annee = resultats.annees.last?.finale
    let resultat = annee?.ues[ue]
    let preuves = (annee?.traces ?? []).flatMap(AvecPreuve.preuve).portant(sur: ue.texte)
    let moyennes = preuves.flatMap(\.desMoyennes)
    return Expliquee(
      promotion: promotion,
      etudiant: personne.nomme,
      ue: prevue,
      moyenne: resultat?.moyenne?.valeur,
      vue: vue,
      mention: vue == .interne ? resultat?.code : nil,
      acquise: vue == .interne && resultat?.acquise ?? false,
      recit: vue == .interne ? resultats.chapitres(sur: ue.texte) : Self.recit(moyennes),
      preuves: vue == .interne ? preuves : moyennes,
    )
  }

  /// How an average comes about, told without what it would decide.
  private static func recit(_ moyennes: [Preuve]) -> [Chapitre] {
    Chapitre.composer([(titre: "Votre moyenne", preuves: moyennes)], sur: nil)
  }
}

extension Preuve {
  /// The highest grounds of averages in these; nothing of what they would decide.
  fileprivate var desMoyennes: [Preuve] {
    Self.moyennes.contains(regle.nom) ? [self] : premisses.flatMap(\.desMoyennes)
  }

  private static let moyennes: Set<String> = [
    "malus", "taux-absence", "iti", "moyenne-module", "moyenne-ue", "moyenne-finale",
    "moyenne-reprise", "bonus", "seances-sport", "note-session2",
  ]
}
