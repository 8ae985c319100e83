/// Everything that is answered to « what do I still need? ».
public struct Besoin: Sendable {
  public let objectif: Objectif
  public let situation: Situation
  public let attendues: NotesAttendues
  public let moindre: Reponse
  /// Each test alone; empty where the objective is reached or out of reach.
  public let seules: [NoteNecessaire]

  /// - Parameters:
  ///   - objectif: what is to be reached in the last year of the dossier.
  ///   - situation: that year, as it can still move.
  ///   - pas: the step of marks, which divides 20.
  public init(_ objectif: Objectif, _ situation: Situation, pas: Decimale) {
    self.objectif = objectif
    self.situation = situation
    attendues = situation.notesAttendues(objectif, pas: pas)
    moindre = situation.moindreEnsemble(objectif, pas: pas)
    if case .ensemble = moindre {
      seules = situation.notesNecessaires(objectif, pas: pas)
    } else {
      seules = []
    }
  }
}
