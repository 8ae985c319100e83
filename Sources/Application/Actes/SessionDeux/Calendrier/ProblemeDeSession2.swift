public import Calendrier
internal import Scolarite

/// A session as the engine of exam calendars takes it, and the way back from its ranks.
public struct ProblemeDeSession2: Hashable, Sendable {
  public let campagne: Identifiant<Campagne>
  public let probleme: ProblemeDExamens
  /// The exam of each rank.
  public let cles: [CleDEpreuve]
  /// The student of each rank.
  public let etudiants: [Identifiant<Etudiant>]
  public let creneaux: [LieuxDeSession2.Creneau]
  /// The rooms of the session, as the problem ranks them.
  let salles: [LieuxDeSession2.Salle]
  /// What the room of each exam must have: what it needs, as far as some room has it.
  let besoins: [[EquipementDeSalle]]

  /// The sittings of a calendar.
  public func seances(_ calendrier: CalendrierDExamens) -> [SeanceDeSession2] {
    TexteDeCalendrier.ordre(
      calendrier.placements.map { placement in
        let epreuve = probleme.epreuves[placement.epreuve]
        return SeanceDeSession2(
          cles[placement.epreuve],
          debut: creneaux[placement.periode].debut,
          minutes: epreuve.duree,
          salle: placement.salle.map { probleme.salles[$0].nom } ?? "",
          convoques: placement.candidats.map { rang in
            .init(etudiants[rang], majoration: majoration(de: rang, a: placement.epreuve))
          },
        )
      }
    )
  }

  /// The calendar of sittings; what the session no longer knows (an exam, a period, a room) is left
  /// out, so that its account names it as missing.
  public func calendrier(_ seances: [SeanceDeSession2]) -> CalendrierDExamens {
    let epreuves = Self.rangs(cles)
    let periodes = Self.rangs(creneaux.map(\.debut))
    let salles = Self.rangs(probleme.salles.map(\.nom))
    let rangs = Self.rangs(etudiants)
    return CalendrierDExamens(
      placements: seances.compactMap { seance in
        guard let epreuve = epreuves[seance.epreuve], let periode = periodes[seance.debut] else {
          return nil
        }
        return .init(
          epreuve: epreuve,
          candidats: seance.convoques.compactMap { rangs[$0.etudiant] },
          periode: periode,
          salle: salles[seance.salle],
        )
      }
    )
  }

  /// Where things stand in their order; the first of those that are the same.
  static func rangs<Chose: Hashable>(_ choses: [Chose]) -> [Chose: Int] {
    Dictionary(
      choses.enumerated().map { ($0.element, $0.offset) },
      uniquingKeysWith: { premier, _ in premier },
    )
  }
}

extension ProblemeDeSession2 {
  /// `individuels`: exams sat alone, under continuous supervision, by the calendar in hand.
  init(_ matiere: MatiereDeCalendrier, _ lieux: LieuxDeSession2, individuels: [CleDEpreuve] = [])
    throws(Refus)
  {
    guard !lieux.creneaux.isEmpty else { throw .etat(.calendrierDeSession2(.sansLieux)) }
    guard !matiere.epreuves.isEmpty else { throw .etat(.calendrierDeSession2(.sansEpreuve)) }
    campagne = matiere.session.id
    creneaux = lieux.creneaux
    salles = lieux.salles
    let etudiants = matiere.candidats.keys.sorted()
    self.etudiants = etudiants
    let rangs = Self.rangs(etudiants)
    let aPlacer = Self.epreuves(matiere, individuels)
    cles = aPlacer.map(\.cle)
    let responsables = Array(Set(aPlacer.compactMap(\.jury))).sorted()
    let parJury = Self.rangs(responsables)
    let retenus = aPlacer.map { $0.besoins.filter(lieux.salles.offrent) }
    besoins = retenus
    var permises: [[Int]?] = []
    for (une, siens) in zip(aPlacer, retenus) {
      permises.append(try Self.salles(pour: une.cle, siens, parmi: lieux.salles))
    }
    let nombre = lieux.salles.count
    do throws(ProblemeDExamens.Faute) {
      probleme = try ProblemeDExamens(
        epreuves: zip(aPlacer, permises).map { une, siennes in
          Epreuve(
            nom: une.cle.description,
            duree: une.minutes,
            candidats: une.etudiants.compactMap { rangs[$0] },
            forme: une.cle.forme.duMoteur,
            exclusive: une.cle.forme == .oral || une.cle.individuel != nil,
            salles: siennes,
            sallesAuPlus: une.cle.forme == .ecrit ? max(1, min(100, nombre)) : 1,
            surveillants: (une.jury.flatMap { parJury[$0] }).map { [$0] } ?? [],
            intitule: une.cle.phrase,
          )
        },
        periodes: lieux.creneaux.map { creneau in
          Periode(
            date: creneau.debut.jour.description,
            debut: creneau.debut.minute * 60,
            duree: creneau.minutes,
            code: creneau.debut.description,
          )
        },
        salles: lieux.salles.map { Salle(nom: $0.nom, capacite: $0.places) },
        candidats: etudiants.map { Self.candidat($0, matiere, lieux.creneaux) },
        surveillants: responsables.map { Surveillant(nom: "responsable \($0)") },
        poids: .deSession,
        horaire: .parHeure,
      )
    } catch {
      let raison = Self.phrase(error, aPlacer.map(\.cle), retenus, lieux.salles)
      throw .etat(.calendrierDeSession2(.impossible(raison)))
    }
  }

  /// Those of the engine bear names that the types of documents bear here too.
  private typealias Epreuve = Calendrier.Epreuve
  private typealias Candidat = Calendrier.Candidat

  /// An exam with those who sit it.
  private struct APlacer {
    let cle: CleDEpreuve
    let minutes: Int
    let etudiants: [Identifiant<Etudiant>]
    /// Who examines, for an oral.
    let jury: Identifiant<Utilisateur>?
    /// What its room must have.
    let besoins: [EquipementDeSalle]
  }

  private static func epreuves(_ matiere: MatiereDeCalendrier, _ individuels: [CleDEpreuve])
    -> [APlacer]
  {
    matiere.epreuves.flatMap { epreuve -> [APlacer] in
      let inscrits = matiere.candidats(a: epreuve.ue)
      return epreuve.formes.flatMap { forme -> [APlacer] in
        let commune = CleDEpreuve(epreuve.ue, forme)
        let minutes = epreuve.durees[forme, default: 0]
        let seuls = individuels.filter { cle in
          cle.commune == commune && cle.individuel.map(inscrits.contains) ?? false
        }
        let jury = forme == .oral ? epreuve.choisiePar : nil
        let besoins = forme == .projet ? [] : epreuve.besoinsDeSalle
        let reste = inscrits.filter { etudiant in !seuls.contains { $0.individuel == etudiant } }
        let groupe = APlacer(
          cle: commune,
          minutes: minutes,
          etudiants: reste,
          jury: jury,
          besoins: besoins,
        )
        return (reste.isEmpty ? [] : [groupe])
          + seuls.sorted().map { cle in
            APlacer(
              cle: cle,
              minutes: minutes,
              etudiants: cle.individuel.map { [$0] } ?? [],
              jury: jury,
              besoins: besoins,
            )
          }
      }
    }
  }

  private static func candidat(
    _ etudiant: Identifiant<Etudiant>,
    _ matiere: MatiereDeCalendrier,
    _ creneaux: [LieuxDeSession2.Creneau],
  ) -> Candidat {
    let siens = matiere.amenagements[etudiant] ?? []
    let contraintes = matiere.contraintes.filter { $0.etudiant == etudiant }
    return Candidat(
      nom: "\(etudiant)",
      majoration: siens.contains { $0.nature == .tiersTemps } ? .tiersTemps : .aucune,
      installation: siens.contains { $0.nature == .assistant }
        ? .seul : siens.contains { $0.nature == .salleIsolee } ? .aPart : .commune,
      indisponible: creneaux.indices.filter { rang in
        let creneau = creneaux[rang]
        return contraintes.contains {
          $0.touche(creneau.debut.jour, de: creneau.debut.minute, a: creneau.fin)
        }
      },
      identite: matiere.nom(etudiant),
    )
  }

  /// The place of the fault in the words of a session.
  private static func phrase(
    _ faute: ProblemeDExamens.Faute,
    _ cles: [CleDEpreuve],
    _ besoins: [[EquipementDeSalle]],
    _ salles: [LieuxDeSession2.Salle],
  ) -> String {
    guard case .epreuve(let rang) = faute.lieu, cles.indices.contains(rang) else {
      return faute.description
    }
    if case .aucuneSalleAssezGrande(let places) = faute.raison, !besoins[rang].isEmpty {
      return tropPetites(pour: cles[rang], besoins[rang], parmi: salles, places: places)
    }
    return "\(cles[rang].phrase) : \(faute.raison.phrase)"
  }
}

extension FormeDEpreuve {
  fileprivate var duMoteur: Calendrier.Epreuve.Forme {
    switch self {
    case .ecrit: .ecrit
    case .oral: .oral
    case .projet: .projet
    }
  }
}
