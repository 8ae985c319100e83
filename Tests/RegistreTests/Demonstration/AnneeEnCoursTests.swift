import Actes
import Demonstration
import SQL
import Scolarite
import Testing

@Suite("IUT fictif, année en cours")
struct AnneeEnCoursTests {
  @Test("le semestre avance jusqu’au jour de la visite")
  func semestre() async throws {
    let iut = try await IUTInstalle(.sqlite)
    for promotion in iut.presentes {
      let etudiants = try await iut.etudiants(promotion)
      let epreuves = try await iut.epreuves(promotion)
      #expect(Set(epreuves.map(\.prevue.semestre)).count == 1)
      #expect(epreuves.count { $0.prevue.publiee } == epreuves.count / 2)
      let saisies = epreuves.filter { !$0.prevue.publiee && $0.notes.count == etudiants.count }
      #expect(saisies.count >= 2)
      let entamees = epreuves.filter { (1..<etudiants.count).contains($0.notes.count) }
      #expect(entamees.count == 2)
      #expect(entamees.allSatisfy { $0.notes.contains { $0.entree == .enAttente } })
      let vides = epreuves.filter { $0.notes.isEmpty }
      #expect(vides.count { $0.prevue.date.map { $0 <= iut.jour } ?? false } == 1)
      #expect(vides.count > 1)
      #expect(try await iut.propositions(promotion).contains { $0.autorisee == nil })
    }
  }

  @Test(
    "les épreuves notées sont passées, les autres à venir, quel que soit le jour",
    arguments: ["2025-09-01", "2026-02-01", "2028-08-31"],
  )
  func dates(_ jour: String) async throws {
    let iut = try await IUTInstalle(.sqlite, le: jour)
    for promotion in iut.presentes {
      let etudiants = try await iut.etudiants(promotion)
      let epreuves = try await iut.epreuves(promotion)
      for epreuve in epreuves where !epreuve.notes.isEmpty {
        #expect(try #require(epreuve.prevue.date) <= iut.jour)
      }
      for epreuve in epreuves where epreuve.prevue.date.map({ $0 > iut.jour }) ?? true {
        #expect(epreuve.notes.isEmpty && !epreuve.prevue.publiee)
      }
      #expect(epreuves.contains { $0.prevue.publiee })
      #expect(epreuves.contains { !$0.prevue.publiee && $0.manquants(parmi: etudiants) > 0 })
      _ = try await iut.propositions(promotion)
    }
    #expect(iut.passee.annee.debut == iut.presentes.first.map { $0.annee.debut - 1 })
  }

  @Test("celle qui est partie n’a plus de note ni d’appel après son dernier jour")
  func depart() async throws {
    let iut = try await IUTInstalle(.sqlite)
    let mmi = try #require(iut.presentes.first)
    let inscriptions = try await iut.essai.lire { try $0.inscriptions(mmi.id) }
    let partie = try #require(inscriptions.first { $0.fin != nil })
    let fin = try #require(partie.fin)
    #expect(inscriptions.count { $0.fin != nil } == 1)
    #expect(fin.jour < iut.jour)
    for epreuve in try await iut.epreuves(mmi) {
      guard let date = epreuve.prevue.date, date > fin.jour else { continue }
      let sienne = epreuve.notes.first { $0.etudiant == partie.etudiant }
      #expect(sienne.map { $0.entree == .sansObjet("DEM") } ?? true)
    }
    let presences = try await iut.essai.lire { try $0.presences(etudiant: partie.etudiant) }
    #expect(!presences.isEmpty && presences.allSatisfy { $0.debut.jour <= fin.jour })
  }

  @Test(
    "les étudiants de l’année dont on montre le compte ont manqué, avec chaque réponse possible"
  )
  func absences() async throws {
    let iut = try await IUTInstalle(.sqlite)
    for promotion in iut.presentes {
      let inscrits = try await iut.essai.lire { try $0.inscriptions(promotion.id).map(\.etudiant) }
      let comptes = iut.installe.comptes.compactMap(\.utilisateur.etudiant)
      let etudiant = try #require(comptes.first { inscrits.contains($0) })
      let absences = try await iut.essai.lire { try $0.presences(etudiant: etudiant) }
        .filter(\.presence.estUneAbsence)
      #expect(absences.count >= 5 && absences.allSatisfy { $0.debut.jour < iut.jour })
      let justificatifs = try await iut.essai.lire { try $0.justificatifs(etudiant: etudiant) }
      let mots = Set(
        justificatifs.map { justificatif in
          switch justificatif.etat {
          case .depose: "déposé"
          case .aCompleter: "à compléter"
          case .accepte: "accepté"
          case .refuse: "refusé"
          }
        }
      )
      #expect(mots.count == 4)
    }
  }

  @Test("des justificatifs attendent, des aménagements courent, des séances sont à venir")
  func vie() async throws {
    let iut = try await IUTInstalle(.sqlite)
    for promotion in iut.presentes {
      let justificatifs = try await iut.essai.lire { try $0.justificatifs(promotion: promotion.id) }
      #expect(justificatifs.count { $0.etat == .depose } >= 3)
      let etudiants = try await iut.etudiants(promotion)
      let amenagements = try await iut.essai.lire { registre in
        try etudiants.flatMap { try registre.amenagements($0.id) }
      }
      #expect(amenagements.count == 4)
      let groupes = try await iut.essai.lire { try $0.groupes(promotion.id) }
      #expect(Set(groupes.map(\.nature)) == [.td, .tp])
    }
    let annee = try #require(iut.presentes.first?.annee)
    let calendrier = try #require(try await iut.essai.lire { try $0.annee(annee) })
    #expect(calendrier.periodes.contains { $0.nature == .vacances })
  }
}
