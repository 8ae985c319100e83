import Actes
import SQL
import Soutien
import Testing

struct FichiersTests {
  private static let pdf = Array("%PDF-1.7\nun certificat".utf8)

  @Test("un fichier est gardé une fois et lu par qui le doit", arguments: SQLEngine.allCases)
  func lecture(_ moteur: SQLEngine) async throws {
    let bureau = try await BureauDEssai(moteur)
    let lui = try await bureau.enPersonne(bureau.etudiant)
    let autre = try await bureau.enPersonne(bureau.etudiants[1])
    let depot = DeposerUnFichier(etudiant: bureau.etudiant, octets: Self.pdf)
    let empreinte = try await bureau.essai.faire(depot, par: lui)
    #expect(try await bureau.essai.faire(depot, par: lui) == empreinte)
    let lu = try await bureau.essai.faire(LireUnFichier(empreinte), par: lui)
    #expect(lu.octets == Self.pdf && lu.format == .pdf)
    let parUnAutre = try await bureau.refus {
      _ = try await bureau.essai.faire(LireUnFichier(empreinte), par: autre)
    }
    #expect(parUnAutre == .inconnu(.fichier))
    let chef = try await bureau.essai.utilisateur(
      .responsableDeDepartement,
      sur: .departement(bureau.promotion.departement),
    )
    let sansReference = try await bureau.refus {
      _ = try await bureau.essai.faire(LireUnFichier(empreinte), par: chef)
    }
    #expect(sansReference == .inconnu(.fichier))
    let justificatif = DeposerUnJustificatif(
      etudiant: bureau.etudiant,
      du: try BureauDEssai.instant("2025-10-06T00:00"),
      au: try BureauDEssai.instant("2025-10-06T23:59"),
      nature: .medical,
      fichier: empreinte,
    )
    _ = try await bureau.essai.faire(justificatif, par: lui)
    #expect(try await bureau.essai.faire(LireUnFichier(empreinte), par: chef) == lu)
    let volee = DeposerUnJustificatif(
      etudiant: bureau.etudiants[1],
      du: justificatif.du,
      au: justificatif.au,
      nature: .medical,
      fichier: empreinte,
    )
    let refus = try await bureau.refus { _ = try await bureau.essai.faire(volee, par: autre) }
    #expect(refus == .inconnu(.fichier))
  }

  @Test("ce qui n’est ni PDF ni image, ou pèse trop, est refusé")
  func formats() async throws {
    let bureau = try await BureauDEssai(.sqlite)
    let trop = Self.pdf + [UInt8](repeating: 0, count: Fichier.limite)
    for octets in [Array("MZ\u{1}".utf8), [], trop] {
      let refus = try await bureau.refus {
        _ = try await bureau.essai.faire(
          DeposerUnFichier(etudiant: bureau.etudiant, octets: octets)
        )
      }
      guard case .donnees = refus else {
        Issue.record("\(octets.prefix(8)) est admis")
        continue
      }
    }
    #expect(Fichier.Format([0xFF, 0xD8, 0xFF, 0xE0]) == .jpeg)
  }

  @Test("un fichier abîmé se dénonce par son nom", arguments: SQLEngine.allCases)
  func abime(_ moteur: SQLEngine) async throws {
    let bureau = try await BureauDEssai(moteur)
    let empreinte = try await bureau.essai.faire(
      DeposerUnFichier(etudiant: bureau.etudiant, octets: Self.pdf)
    )
    let connexion = try bureau.essai.base.connect()
    try connexion.execute(
      "UPDATE fichier SET octets = ?1",
      [.blob(Self.pdf.dropLast() + [0])],
    )
    await #expect(throws: ErreurDeRegistre.fichierEndommage(empreinte)) {
      try await bureau.essai.faire(LireUnFichier(empreinte))
    }
  }
}
