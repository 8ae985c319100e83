/// A place in a curriculum, as a reader finds it: semester, UE, line, column.
public struct Lieu: Hashable, Sendable {
  /// A line of the table or of the first page.
  public enum Ligne: Hashable, Sendable {
    case entete
    /// The name of the competence, printed beside the UE.
    case competence
    /// A ressource or a SAÉ, by its rank from 0 in its pole.
    case module(CodeModule, Module.Nature, rang: Int)
    case totalDuPole(Module.Nature)
    case totalUE
    case totalSemestre
    case totalNiveau
  }

  public var semestre: NumeroSemestre?
  public var ue: CodeUE?
  public var ligne: Ligne?
  public var colonne: Colonne?

  public init(
    semestre: NumeroSemestre? = nil,
    ue: CodeUE? = nil,
    ligne: Ligne? = nil,
    colonne: Colonne? = nil,
  ) {
    self.semestre = semestre
    self.ue = ue
    self.ligne = ligne
    self.colonne = colonne
  }

  /// The same line, in one of its columns; `nil` for the line as a whole.
  public func dans(_ colonne: Colonne?) -> Lieu {
    Lieu(semestre: semestre, ue: ue, ligne: ligne, colonne: colonne)
  }

  /// A line of the same UE or semester.
  public func ligne(_ ligne: Ligne) -> Lieu { Lieu(semestre: semestre, ue: ue, ligne: ligne) }
}

extension Lieu: CustomStringConvertible {
  /// « S3 › UE31 › R301 › CM ».
  public var description: String {
    let parties = [
      semestre.map { "S\($0.valeur)" }, ue?.texte, ligne?.description, colonne?.libelle,
    ]
    let presentes = parties.compactMap(\.self)
    return presentes.isEmpty ? "maquette" : presentes.joined(separator: " › ")
  }
}

extension Lieu.Ligne: CustomStringConvertible {
  public var description: String {
    switch self {
    case .entete: "en-tête"
    case .competence: "compétence"
    case .module(let code, _, _): code.imprime
    case .totalDuPole(.ressource): "total ressources"
    case .totalDuPole(.sae): "total SAÉ"
    case .totalUE: "total UE"
    case .totalSemestre: "total semestre"
    case .totalNiveau: "total de l’année"
    }
  }
}

// MARK: - Walking a curriculum with places

extension Maquette {
  /// Every UE with its place.
  public var uesSituees: [(lieu: Lieu, ue: UE)] {
    semestres.flatMap { semestre in
      semestre.ues.map { (Lieu(semestre: semestre.numero, ue: $0.code), $0) }
    }
  }

  /// Every ressource and SAÉ with its place, in the printed order.
  public var modulesSitues: [(lieu: Lieu, module: Module)] {
    uesSituees.flatMap { lieu, ue in ue.modulesSitues(dans: lieu) }
  }
}

extension UE {
  /// Every ressource and SAÉ of the UE with its place.
  func modulesSitues(dans lieu: Lieu) -> [(lieu: Lieu, module: Module)] {
    Module.Nature.allCases.flatMap { nature in
      modules(nature).enumerated().map { rang, module in
        (lieu.ligne(.module(module.code, nature, rang: rang)), module)
      }
    }
  }
}
