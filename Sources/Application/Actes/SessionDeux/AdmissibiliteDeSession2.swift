public import Scolarite

/// Whether a student may sit a UE at session 2 and why, as it was when the list was published.
public struct AdmissibiliteDeSession2: Hashable, Sendable {
  public let campagne: Identifiant<Campagne>
  public let etudiant: Identifiant<Etudiant>
  public let ue: CodeUE
  public let raison: Raison
  /// The average of the UE after session 1, as it is shown; `nil` where there is none.
  public let moyenne: String?

  /// Why it is open or not.
  public enum Raison: String, CaseIterable, Hashable, Sendable {
    case nonAcquise = "non-acquise"
    /// Marks are missing: no average, no acquisition.
    case incomplete
    case acquise, compensee, capitalisee
    /// By a decision of the jury, an equivalence or the level above.
    case acquiseAutrement = "acquise-autrement"
    /// The average of the semester reaches the threshold, where the règlement opens by semester.
    case semestreSuffisant = "semestre-suffisant"
    case ajourneDefinitif = "ajourne-definitif"
    /// The student left.
    case parti

    public var estOuverte: Bool { self == .nonAcquise || self == .incomplete }
  }

  public init(
    campagne: Identifiant<Campagne>,
    etudiant: Identifiant<Etudiant>,
    ue: CodeUE,
    raison: Raison,
    moyenne: String?,
  ) {
    self.campagne = campagne
    self.etudiant = etudiant
    self.ue = ue
    self.raison = raison
    self.moyenne = moyenne
  }

  public var estOuverte: Bool { raison.estOuverte }
}

extension AdmissibiliteDeSession2.Raison {
  public var phrase: String {
    switch self {
    case .nonAcquise: "non acquise après la session 1"
    case .incomplete: "sans moyenne, des notes manquent"
    case .acquise: "acquise directement"
    case .compensee: "acquise par compensation"
    case .capitalisee: "capitalisée une année précédente"
    case .acquiseAutrement: "acquise par décision ou par le niveau supérieur"
    case .semestreSuffisant: "la moyenne du semestre atteint le seuil"
    case .ajourneDefinitif: "ajournement définitif"
    case .parti: "parti de la formation"
    }
  }
}
