internal import Scolarite

/// The minutes of a jury, on what it sealed.
extension Composition {
  /// - Throws: `Refus.etat(.juryOuvert)` while it is not closed.
  func procesVerbal(estAnonyme: Bool) throws -> Brut {
    let (session, cloture) = try juryClos()
    let lignes = try lignes(cloture, estAnonyme: estAnonyme)
    let decidees = lignes.map(\.decidee)
    let ues = try travail.programme(promotion).ues.map(\.code).filter { code in
      decidees.contains { $0.ues.contains { $0.code == code } } && session.porte(sur: code)
    }
    let rcues =
      session.nature == .annee ? Set(decidees.flatMap { $0.rcues.map(\.cle) }).sorted() : []
    let procesVerbal = ProcesVerbal(
      cursus: cursus(),
      session: session,
      reglement: cloture.profil,
      conseil: cloture.conseil,
      cfvu: cloture.cfvu,
      derogation: cloture.derogation,
      empreinte: travail.registre.empreinte(cloture.canonique),
      ues: ues,
      rcues: rcues.map(\.nom),
      lignes: lignes.map { $0.imprimee(ues, rcues, session, estAnonyme: estAnonyme) },
      ecarts: lignes.flatMap { $0.ecarts(estAnonyme: estAnonyme) },
      codes: session.nature == .annee ? Self.comptes(decidees) : [],
    )
    return Brut(
      etudiant: nil,
      objet: "jury/\(session.id)",
      contenu: .procesVerbal(procesVerbal),
      champs: [.jury: session.date.enFrancais],
    )
  }

  /// By name; by number where nobody is named.
  private func lignes(_ cloture: ClotureDeJury, estAnonyme: Bool) throws -> [LigneDeJury] {
    let connus = Dictionary(uniqueKeysWithValues: etudiants.map { ($0.id, $0) })
    let lignes = try travail.rejouer(cloture).compactMap { rejoue in
      connus[rejoue.scelle.etudiant].map { LigneDeJury(etudiant: $0, rejoue: rejoue) }
    }
    return estAnonyme
      ? lignes.sorted { ($0.numero.count, $0.numero) < ($1.numero.count, $1.numero) }
      : lignes.parNom(\.etudiant)
  }

  private static func comptes(_ decidees: [Proposition]) -> [ProcesVerbal.Compte] {
    Dictionary(grouping: decidees) { $0.codeAnnee ?? "" }
      .map { code, siennes in
        ProcesVerbal.Compte(
          code: code.isEmpty ? "–" : code,
          sens: PhrasesDeJury.sens(code) ?? "sans décision",
          nombre: siennes.count,
        )
      }
      .sorted { ($1.nombre, $0.code) < ($0.nombre, $1.code) }
  }
}

extension SessionDeJury {
  fileprivate func porte(sur ue: CodeUE) -> Bool {
    switch nature {
    case .semestre(let numero): ue.semestre == numero
    case .annee: true
    }
  }
}

/// A student in the minutes of a jury.
private struct LigneDeJury {
  let etudiant: Etudiant
  let rejoue: ScelleRejoue

  var decidee: Proposition { rejoue.decidee }
  var numero: String { etudiant.identite?.nip ?? "\(etudiant.id)" }

  var nom: String {
    etudiant.identite.map { "\($0.nomCivil.uppercased()) \($0.prenomCivil)" } ?? etudiant.nomAffiche
  }

  func imprimee(
    _ ues: [CodeUE],
    _ rcues: [CleRCUE],
    _ session: SessionDeJury,
    estAnonyme: Bool,
  ) -> ProcesVerbal.Ligne {
    ProcesVerbal.Ligne(
      etudiant: estAnonyme ? numero : nom,
      nip: estAnonyme ? "" : numero,
      ues: ues.map { code in
        let ue = decidee.ues.first { $0.code == code }
        return .init(moyenne: ue?.moyenne?.moyenneAffichee ?? "–", code: ue?.mention ?? "")
      },
      rcues: rcues.map { cle in
        let rcue = decidee.rcues.first { $0.cle == cle }
        return .init(moyenne: rcue?.moyenne?.moyenneAffichee ?? "–", code: rcue?.mention ?? "")
      },
      annee: session.nature == .annee ? decidee.codeAnnee ?? "–" : "",
      credits: decidee.ects.abregee,
    )
  }

  /// Reasons tell of people: they are for those who may know who it is.
  func ecarts(estAnonyme: Bool) -> [ProcesVerbal.Ecart] {
    rejoue.scelle.decisions.compactMap { decision in
      let propose = rejoue.proposee.code(sur: decision.sur)
      guard propose != decision.code.rawValue else { return nil }
      return ProcesVerbal.Ecart(
        etudiant: estAnonyme ? numero : nom,
        objet: decision.sur.enClair,
        propose: propose ?? "–",
        decide: decision.code.rawValue,
        motif: estAnonyme ? "dans le procès-verbal complet" : decision.motif,
      )
    }
  }
}

extension DecisionDeJury.Objet {
  /// « UE11 », « compétence 2 », « année », « passage ».
  fileprivate var enClair: String {
    switch self {
    case .ue(let code): code.texte
    case .rcue(let competence): "compétence \(competence)"
    case .annee: "année"
    case .passage: "passage"
    }
  }
}
