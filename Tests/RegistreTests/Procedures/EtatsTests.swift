import Actes
import Echanges
import SQL
import Scolarite
import Testing

@testable import Registre

/// What the state of things and the law keep from happening.
@Suite("États et règlement")
struct EtatsTests {
  private static func terrain(_ moteur: SQLEngine) async throws -> (RegistreDEssai, TerrainDEssai) {
    let essai = try await RegistreDEssai(moteur)
    return (essai, try await TerrainDEssai("MMI", essai))
  }

  /// The refusal that an act of the console meets.
  private static func refus(_ acte: some Acte, _ essai: RegistreDEssai) async throws -> Refus? {
    do {
      _ = try await essai.faire(acte)
      return nil
    } catch let refus as Refus {
      return refus
    }
  }

  private static let gel = "code de l’éducation, article L. 613-1"

  // MARK: Règlement

  private static func adoption(
    _ departement: Identifiant<Departement>?,
    _ profil: String,
    irregularite: String? = nil,
    version: Int64? = nil,
  ) throws -> AdopterUnProfil {
    AdopterUnProfil(
      departement: departement,
      annee: .essai,
      profil: profil,
      texte: try Bibliotheque { _ in nil }.recueil(profil),
      conseil: nil,
      cfvu: nil,
      irregularite: irregularite,
      version: version,
    )
  }

  @Test("un département ne quitte pas en cours d’année le règlement de l’établissement")
  func premierProfilTardif() async throws {
    let essai = try await RegistreDEssai(.sqlite)
    _ = try await essai.faire(
      OuvrirUneAnnee(
        .essai,
        debut: Jour(ouvrant: .essai),
        fin: Jour(cloturant: .essai),
        periodes: [],
      )
    )
    let departement = try await essai.faire(CreerUnDepartement(code: "MMI", intitule: "MMI")).id
    _ = try await essai.faire(Self.adoption(nil, "iut-larochesuryon-2025"))
    try essai.horloge.regler("2025-10-02")
    let limite = try BureauDEssai.jour("2025-10-01")
    let autre = try Self.adoption(departement, "iut-dijon-2022")
    #expect(try await Self.refus(autre, essai) == .regle(article: Self.gel, .figeDepuis(limite)))
    _ = try await essai.faire(Self.adoption(departement, "iut-larochesuryon-2025"))
    _ = try await essai.faire(
      Self.adoption(departement, "iut-dijon-2022", irregularite: "vote tardif", version: 1)
    )
    let adoptes = try await essai.lire { try $0.profils(.essai) }
    let adopte = adoptes.first { $0.departement == departement }
    #expect(adopte?.irregularite == "vote tardif")
  }

  @Test("qui n’a pas lu le règlement en vigueur ne l’écrase pas", arguments: SQLEngine.allCases)
  func adoptionAveugle(_ moteur: SQLEngine) async throws {
    let (essai, terrain) = try await Self.terrain(moteur)
    let aveugle = try Self.adoption(terrain.promotion.departement, "iut-dijon-2022")
    #expect(try await Self.refus(aveugle, essai)?.estUnConflit == true)
  }

  @Test("revenir à une maquette antérieure est un changement comme un autre")
  func retourDeMaquette() async throws {
    let (essai, terrain) = try await Self.terrain(.sqlite)
    let promotion = terrain.promotion
    let premiere = promotion.maquette
    try await essai.faire(
      ChangerDeMaquette(promotion: promotion.id, maquette: terrain.seconde.id)
    )
    try essai.horloge.regler("2025-10-02")
    let retour = ChangerDeMaquette(promotion: promotion.id, maquette: premiere)
    let limite = try BureauDEssai.jour("2025-10-01")
    #expect(try await Self.refus(retour, essai) == .regle(article: Self.gel, .figeDepuis(limite)))
    let encore = ChangerDeMaquette(promotion: promotion.id, maquette: terrain.seconde.id)
    #expect(try await Self.refus(encore, essai) == nil, "elle la suit déjà")
  }

  @Test("le début de l’année ne recule plus une fois le règlement figé")
  func debutDAnnee() async throws {
    let (essai, _) = try await Self.terrain(.sqlite)
    let annee = try #require(try await essai.lire { try $0.annee(.essai) })
    func reportee(_ jour: String) throws -> ChangerLeCalendrier {
      ChangerLeCalendrier(
        AnneeOuverte(
          id: annee.id,
          annee: annee.annee,
          debut: try BureauDEssai.jour(jour),
          fin: annee.fin,
          periodes: [],
          version: annee.version,
        )
      )
    }
    try essai.horloge.regler("2025-10-02")
    let limite = try BureauDEssai.jour("2025-10-01")
    #expect(
      try await Self.refus(reportee("2025-12-01"), essai)
        == .regle(article: Self.gel, .figeDepuis(limite))
    )
    #expect(try await Self.refus(reportee("2025-08-25"), essai) == nil)
  }

  // MARK: Tests and marks

  @Test(
    "une évaluation dont parlent une séance ou un incident reste",
    arguments: SQLEngine.allCases,
  )
  func evaluationCitee(_ moteur: SQLEngine) async throws {
    let (essai, terrain) = try await Self.terrain(moteur)
    _ = try await essai.faire(
      CreerDesSeances(
        promotion: terrain.promotion.id,
        seances: [
          .init(
            module: terrain.module,
            debut: BureauDEssai.instant("2025-10-09T08:00"),
            minutes: 60,
            nature: .examen,
            evaluation: terrain.vide.id,
          )
        ],
      )
    )
    _ = try await essai.faire(
      TerrainDEssai.incident(
        terrain.promotion,
        [terrain.etudiant],
        evaluation: terrain.ailleurs.id,
      )
    )
    #expect(
      try await Self.refus(SupprimerUneEvaluation(terrain.vide.id), essai)
        == .etat(.evaluationCitee(seances: 1, incidents: 0))
    )
    #expect(
      try await Self.refus(SupprimerUneEvaluation(terrain.ailleurs.id), essai)
        == .etat(.evaluationCitee(seances: 0, incidents: 1))
    )
  }

  @Test("un import ne note que ceux qui passent l’épreuve", arguments: SQLEngine.allCases)
  func horsDuGroupe(_ moteur: SQLEngine) async throws {
    let (essai, terrain) = try await Self.terrain(moteur)
    let membres = try await essai.lire { try $0.membres(terrain.promotion.id) }
    let dehors = try #require(
      [terrain.etudiant, terrain.voisin].first { etudiant in
        !membres.contains { $0.groupe == terrain.groupe.id && $0.etudiant == etudiant }
      }
    )
    var evaluation = terrain.vide
    evaluation.groupes = [terrain.groupe.id]
    try await essai.faire(ModifierUneEvaluation(evaluation))
    let note = try TerrainDEssai.note()
    let importation = ImporterDesNotes(
      ReleveRapporte(
        promotion: terrain.promotion.id,
        notes: [
          NoteRapportee(
            etudiant: .init(id: dehors),
            evaluation: .numero(evaluation.id),
            entree: note,
            lieu: "B2",
          )
        ],
        source: "x",
        depuis: nil,
        remplacer: false,
      )
    )
    guard case .donnees(let fautes) = try await Self.refus(importation, essai) else {
      Issue.record("la note est entrée")
      return
    }
    #expect(fautes.map(\.lieu) == ["B2"])
    let chargement = ChargerDesNotes(
      promotion: terrain.promotion.id,
      notes: [.init(evaluation: evaluation.id, etudiant: dehors, entree: note)],
      source: "x",
    )
    #expect(try await Self.refus(chargement, essai) == .etat(.etudiantNonInscrit))
  }

  @Test("un chargement où une note est deux fois, ou déjà là, est refusé en clair")
  func chargementEnDouble() async throws {
    let (essai, terrain) = try await Self.terrain(.sqlite)
    let note = try TerrainDEssai.note()
    func chargement(_ evaluations: [EvaluationDeModule]) -> ChargerDesNotes {
      ChargerDesNotes(
        promotion: terrain.promotion.id,
        notes: evaluations.map {
          .init(evaluation: $0.id, etudiant: terrain.etudiant, entree: note)
        },
        source: "x",
      )
    }
    for evaluations in [[terrain.vide, terrain.vide], [terrain.notee]] {
      guard case .donnees = try await Self.refus(chargement(evaluations), essai) else {
        Issue.record("le chargement passe")
        return
      }
    }
  }

  @Test(
    "qui est parti n’a plus de note ni d’appel après son départ",
    arguments: SQLEngine.allCases,
  )
  func depart(_ moteur: SQLEngine) async throws {
    let (essai, terrain) = try await Self.terrain(moteur)
    let depart = try BureauDEssai.jour("2025-10-01")
    try await essai.faire(
      TerminerUneInscription(
        terrain.inscription.id,
        fin: .init(jour: depart, cause: .demission, motif: "réorientation"),
        version: 1,
      )
    )
    let appel = FaireLAppel(seance: terrain.aVenir.id, [.init(terrain.etudiant, .absent)])
    #expect(try await Self.refus(appel, essai) == .etat(.etudiantNonInscrit))
    let correction = FaireLAppel(
      seance: terrain.seance.id,
      [.init(terrain.etudiant, .present, version: 1)],
    )
    #expect(try await Self.refus(correction, essai) == nil, "ce qui était écrit se corrige")
    func saisie(_ entree: Entree) -> SaisirUneNote {
      SaisirUneNote(
        evaluation: terrain.vide.id,
        etudiant: terrain.etudiant,
        entree: entree,
        version: 0,
      )
    }
    var evaluation = terrain.vide
    evaluation.date = try BureauDEssai.jour("2025-10-02")
    try await essai.faire(ModifierUneEvaluation(evaluation))
    let apres = try saisie(TerrainDEssai.note())
    #expect(try await Self.refus(apres, essai) == .etat(.inscriptionTerminee(depart)))
    #expect(try await Self.refus(saisie(.sansObjet("DEM")), essai) == nil)
  }

  // MARK: People

  @Test("on n’écrit rien sur qui n’est pas connu, ou ne l’est plus")
  func inconnus() async throws {
    let (essai, terrain) = try await Self.terrain(.sqlite)
    let inconnu = try #require(Identifiant<Etudiant>(9_999))
    try await essai.faire(
      EffacerUnePersonne(terrain.etudiant, motif: "à sa demande", memeInscrit: true)
    )
    for etudiant in [inconnu, terrain.etudiant] {
      let personne = DesignerUnePersonneDeConfiance(
        PersonneDeConfiance(nom: "Ami", lien: "ami", telephone: "01", courriel: nil),
        de: etudiant,
      )
      let amenagement = AccorderUnAmenagement(
        .autre,
        a: etudiant,
        precision: "intime",
        depuis: terrain.inscription.debut,
        jusqua: nil,
      )
      let compte = CreerUnUtilisateur(.init(identifiant: "lui", nom: "Lui", etudiant: etudiant))
      #expect(try await Self.refus(personne, essai) == .inconnu(.etudiant))
      #expect(try await Self.refus(amenagement, essai) == .inconnu(.etudiant))
      #expect(try await Self.refus(compte, essai) == .inconnu(.etudiant))
    }
  }

  @Test("deux lignes d’une liste ne désignent pas la même personne")
  func memePersonne() async throws {
    let (essai, terrain) = try await Self.terrain(.sqlite)
    func ligne(_ ine: String?, _ nip: String, _ lieu: String) -> NouvelEtudiant {
      NouvelEtudiant(
        identite: IdentiteDEtudiant(ine: ine, nip: nip, nomCivil: "Un", prenomCivil: "Une"),
        statut: .initial,
        groupes: [],
        lieu: lieu,
      )
    }
    func importation(_ lignes: [NouvelEtudiant]) -> ImporterDesEtudiants {
      ImporterDesEtudiants(promotion: terrain.promotion.id, etudiants: lignes, source: "x")
    }
    _ = try await essai.faire(importation([ligne("INE1", "NIP1", "ligne 2")]))
    let double = importation([ligne("INE1", "NIP2", "ligne 2"), ligne(nil, "NIP1", "ligne 3")])
    guard case .donnees(let fautes) = try await Self.refus(double, essai) else {
      Issue.record("la liste passe")
      return
    }
    #expect(fautes.map(\.lieu) == ["ligne 3"])
  }

  @Test("un administrateur à venir, ou dont le rôle a pris fin, n’est pas un administrateur")
  func administrateurs() async throws {
    let essai = try await RegistreDEssai(.sqlite)
    let premier = try #require(
      try await essai.lire { try $0.habilitations() }.first?.habilitation.role == .administrateur
        ? try await essai.lire { try $0.habilitations() }.first : nil
    )
    let suppleant = try await essai.faire(CreerUnUtilisateur(.init(identifiant: "s", nom: "S")))
    _ = try await essai.faire(
      DonnerUnRole(
        .administrateur,
        sur: .etablissement,
        a: suppleant.id,
        depuis: BureauDEssai.jour("2026-01-01"),
      )
    )
    let retrait = RetirerUnRole(premier.id, le: try BureauDEssai.jour("2025-08-31"))
    #expect(
      try await Self.refus(retrait, essai)
        == .etat(.horsPeriode(du: premier.depuis, au: try BureauDEssai.jour("2025-08-31")))
    )
    try essai.horloge.regler("2025-09-10")
    let hier = RetirerUnRole(premier.id, le: try BureauDEssai.jour("2025-09-09"))
    #expect(try await Self.refus(hier, essai) == .etat(.dernierAdministrateur))
    try essai.horloge.regler("2026-01-02")
    #expect(try await Self.refus(hier, essai) == nil)
  }
}
