internal import Actes
internal import Scolarite

/// The sheet of a session: the candidates that it has, with what stands, so that it can come back
/// without changing anything.
struct FeuilleDeBTS {
  private let vue: VoirUneSessionBTS.Vue

  init(_ vue: VoirUneSessionBTS.Vue) { self.vue = vue }

  private var epreuves: [SpecialiteBTS.Epreuve] { vue.specialite.epreuves }

  /// Where an absence has a document of its own: a candidate has others elsewhere.
  private var propres: [SpecialiteBTS.Epreuve] {
    epreuves.filter { epreuve in
      vue.candidats.contains { candidat in
        candidat.inscription.piece(epreuve) != nil
          && candidat.inscription.pieceCommune(epreuves) == nil
      }
    }
  }

  func octets(_ feuilles: any Feuilles, le jour: Jour) throws -> [UInt8] {
    let propres = propres
    return try feuilles.tableau(
      "Candidats",
      colonnes: ["Numéro étudiant", "Nom", "Prénom"] + epreuves.map(\.nomEntier)
        + ["Livret", "Justificatif"] + propres.map { "Justificatif \($0.code)" },
      lignes: vue.candidats.compactMap { ligne($0, propres) },
      le: jour,
    )
  }

  /// `nil` for a person who was erased.
  private func ligne(
    _ candidat: VoirUneSessionBTS.Candidat,
    _ propres: [SpecialiteBTS.Epreuve],
  ) -> [String]? {
    guard let identite = candidat.etudiant.identite else { return nil }
    let inscription = candidat.inscription
    let commune = inscription.pieceCommune(epreuves)
    return [identite.nip, identite.nomUsuel, identite.prenomUsuel]
      + epreuves.map { inscription.resultats[$0.code]?.mot ?? "" }
      + [inscription.livret, commune ?? ""]
      + propres.map { commune == nil ? inscription.piece($0) ?? "" : "" }
  }
}

extension InscriptionBTS {
  /// The document of the absence at an épreuve.
  fileprivate func piece(_ epreuve: SpecialiteBTS.Epreuve) -> String? {
    guard case .absence(let piece) = resultats[epreuve.code] else { return nil }
    return piece
  }

  /// The one document of every absence that has one; `nil` where they differ.
  fileprivate func pieceCommune(_ epreuves: [SpecialiteBTS.Epreuve]) -> String? {
    let pieces = Set(epreuves.compactMap { piece($0) })
    return pieces.count == 1 ? pieces.first : nil
  }
}
