import Actes
import Demonstration
import Registre
import SQL
import Scolarite
import Soutien
import Testing

@testable import Fiction

@Suite("IUT fictif")
struct DemonstrationTests {
  @Test("chaque rôle a un compte qui le tient", arguments: SQLEngine.allCases)
  func roles(_ moteur: SQLEngine) async throws {
    let iut = try await IUTInstalle(moteur)
    let comptes = iut.installe.comptes
    #expect(Set(comptes.map(\.role)) == Set(Role.allCases))
    #expect(Set(comptes.map(\.utilisateur.identifiant)).count == comptes.count)
    for compte in comptes {
      let tenues = try await iut.essai.lire {
        try $0.habilitations(compte.utilisateur.id, le: iut.jour)
      }
      #expect(!tenues.isEmpty && tenues.allSatisfy { $0.role == compte.role })
      #expect(compte.description.hasPrefix(compte.utilisateur.nom))
      #expect((compte.utilisateur.etudiant != nil) == (compte.role == .etudiant))
    }
    #expect(comptes.count { $0.role == .etudiant } == 3)
    #expect(comptes.first?.utilisateur.identifiant == "admin")
    let bilan = try EntretienDeBase(RegistreDEssai.adresse(iut.essai.base)).verifier()
    #expect(bilan.estIntact)
  }

  @Test("l’enseignant a des notes à saisir dans les deux promotions, et n’y voit que ses modules")
  func enseignant() async throws {
    let iut = try await IUTInstalle(.sqlite)
    let enseignant = try #require(iut.installe.comptes.first { $0.role == .enseignant })
    for promotion in iut.presentes {
      let siennes = try await iut.essai.bureau.demander(
        VoirLesEvaluations(promotion.id),
        par: .utilisateur(enseignant.utilisateur.id),
        dans: iut.essai.iut,
      )
      let etudiants = try await iut.etudiants(promotion)
      let toutes = try await iut.epreuves(promotion)
      let tenues = toutes.filter { epreuve in
        siennes.contains(epreuve.prevue) && epreuve.prevue.date.map { $0 <= iut.jour } ?? false
      }
      #expect(tenues.contains { $0.manquants(parmi: etudiants) > 0 })
      #expect(siennes.count < toutes.count)
    }
  }

  @Test("la promotion de l’an passé est complète, et une seconde installation refusée")
  func passee() async throws {
    let iut = try await IUTInstalle(.sqlite)
    await #expect(throws: Refus.etat(.baseNonVide)) { try await iut.essai.faire(iut.acte) }
    let etudiants = try await iut.etudiants(iut.passee)
    for epreuve in try await iut.epreuves(iut.passee) {
      #expect(epreuve.prevue.publiee && epreuve.prevue.verrouillee)
      #expect(epreuve.manquants(parmi: etudiants) == 0)
    }
    let propositions = try await iut.propositions(iut.passee)
    #expect(propositions.count == etudiants.count)
    #expect(propositions.allSatisfy { $0.ues.allSatisfy { !$0.incomplete } })
    #expect(propositions.contains { $0.autorisee == true })
    #expect(propositions.contains { $0.ues.contains { !$0.acquise } })
  }

  @Test("personne n’existe : tous les noms sont ceux de la fiction")
  func noms() async throws {
    let iut = try await IUTInstalle(.sqlite)
    for promotion in iut.installe.promotions {
      let identites = try await iut.etudiants(promotion).compactMap(\.identite)
      #expect(identites.count >= 24)
      for identite in identites {
        #expect(EtatCivil.noms.contains(identite.nomCivil))
        #expect(EtatCivil.prenoms.contains(identite.prenomCivil))
        #expect(identite.courriel?.hasSuffix(".example") == true)
      }
    }
    for compte in iut.installe.comptes where compte.role != .administrateur {
      let mots = compte.utilisateur.nom.split(separator: " ", maxSplits: 1).map(String.init)
      #expect(EtatCivil.prenoms.contains(mots[0]) && EtatCivil.noms.contains(mots[1]))
    }
  }
}
