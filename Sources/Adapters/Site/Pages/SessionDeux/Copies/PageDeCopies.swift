internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// The grid of an exam of session 2: how its copies are marked, what is read on them, differences
/// settled, marks handed over.
enum PageDeCopies {
  static let routes: [Route] = [
    .lecture("/session-2/{campagne}/copies/{epreuve}") { try await montrer($0) },
    .lecture("/session-2/{campagne}/copies/{epreuve}/numeros", par: numeros),
    .envoi("/session-2/{campagne}/copies/{epreuve}/preparer", par: preparer),
    .envoi("/session-2/{campagne}/copies/{epreuve}/lectures", par: saisir),
    .envoi("/session-2/{campagne}/copies/{epreuve}/accord", par: regler),
    .envoi("/session-2/{campagne}/copies/{epreuve}/verser", par: verser),
  ]

  private static func epreuve(_ visite: Visite) throws(Refus) -> Identifiant<EpreuveDeSession2> {
    try visite.identifiant("epreuve", .copies)
  }

  private static func adresse(_ visite: Visite, _ suite: String...) throws(Refus) -> SafeURL {
    let campagne = try visite.campagneDeSession2()
    return Chemin.de(
      ["session-2", "\(campagne)", "copies", "\(try epreuve(visite))"] + suite
    )
  }

  static func montrer(
    _ visite: Visite,
    _ saisie: SaisieLue = SaisieLue([:]),
    _ statut: HTTPStatus = .ok,
  ) async throws -> HTTPResponse {
    let grille = try await visite.demander(OuvrirUneGrilleDeCopies(epreuve(visite)))
    let page = GrilleDeCopies(grille, saisie, visite.site.feuilles, visite.jeton)
    return visite.page(
      "Copies de \(grille.epreuve.ue.texte)",
      fil: [Lien("Copies", vers: Chemin.copies(grille.campagne.id))],
      statut: statut,
    ) {
      if grille.prepare, grille.copies != nil {
        Bouton(
          "Numéros des copies",
          vers: Chemin.copies(grille.campagne.id, "\(grille.epreuve.id)", "numeros"),
        )
      }
    } contenu: {
      page
    }
  }

  private static func numeros(_ visite: Visite) async throws -> HTTPResponse {
    let liste = try await visite.demander(VoirLesNumerosDeCopie(epreuve(visite)))
    let epreuve = liste.epreuve
    return visite.page(
      "Numéros des copies de \(epreuve.ue.texte)",
      fil: [
        Lien("Copies", vers: Chemin.copies(liste.campagne.id)),
        Lien(epreuve.ue.texte, vers: Chemin.copies(liste.campagne.id, "\(epreuve.id)")),
      ],
    ) {
      Encart(
        .information,
        titre: "Cette liste ne va pas aux correcteurs.",
        "Portez le numéro sur chaque copie, puis masquez le nom.",
      )
      Tableau(
        "Numéros des copies",
        colonnes: [.init("Étudiant"), .init("Copie", .chiffres)],
        lignes: liste.lignes.parNom(\.etudiant).map {
          Tableau.Ligne(["\($0.etudiant.nomAffiche)", "\($0.numero)"])
        },
        vide: EtatVide("Aucun numéro n’est tiré", "Personne n’est inscrit à cette épreuve."),
      )
    }
  }

  // MARK: What is sent

  private static func preparer(_ visite: Visite) async throws -> HTTPResponse {
    let grille = try await visite.demander(OuvrirUneGrilleDeCopies(epreuve(visite)))
    guard grille.prepare else { throw Refus.interdit(.gererLesCampagnes) }
    var saisie = SaisieLue(try visite.formulaire())
    let mode = CopiesDEpreuve.Mode(rawValue: saisie["mode"])
    if mode == nil { saisie.fautes["mode"] = "Choisissez la correction." }
    let ecart = saisie.facultatif("ecart").flatMap { Decimale($0) }
    if ecart == nil, saisie.facultatif("ecart") != nil {
      saisie.fautes["ecart"] = "Écrivez les points comme « 2,5 »."
    }
    guard let mode, saisie.fautes.isEmpty else {
      return try await montrer(visite, saisie, .unprocessableContent)
    }
    do {
      try await visite.faire(
        PreparerLesCopies(
          epreuve(visite),
          mode: mode,
          estAnonyme: saisie["anonyme"] == "oui",
          ecartSansMotif: ecart,
          graine: .random(in: .min ... .max),
          version: saisie.version,
        )
      )
      return visite.versLaPage(try adresse(visite), fait: .copiesPreparees)
    } catch let refus as Refus {
      guard saisie.prendreToutRefus(refus, defaut: "mode") else { throw refus }
      return try await montrer(visite, saisie, .unprocessableContent)
    }
  }

  private static func saisir(_ visite: Visite) async throws -> HTTPResponse {
    let grille = try await visite.demander(OuvrirUneGrilleDeCopies(epreuve(visite)))
    guard grille.peutSaisir else { throw Refus.interdit(.saisirLesNotes) }
    var saisie = SaisieLue(try visite.formulaire())
    let rang = Int(saisie["rang"]).flatMap { LectureDeCopie.Rang(rawValue: $0) }
    guard let rang else {
      saisie.fautes["rang"] = "La lecture manque : rechargez la page."
      return try await montrer(visite, saisie, .unprocessableContent)
    }
    var lignes: [SaisirDesCopies.Ligne] = []
    for (champ, tapee) in try visite.formulaire().fields.items.map({ ($0.name, $0.value) }) {
      guard champ.hasPrefix("copie-"), let numero = Int(champ.dropFirst("copie-".count)),
        !tapee.sansBords.isEmpty
      else { continue }
      guard let entree = visite.entreeDeCopie(&saisie, champ) else { continue }
      lignes.append(.init(numero, entree, version: Int64(saisie["version-\(numero)"]) ?? 0))
    }
    guard saisie.fautes.isEmpty else {
      return try await montrer(visite, saisie, .unprocessableContent)
    }
    do {
      try await visite.faire(SaisirDesCopies(epreuve(visite), rang, lignes))
      return visite.versLaPage(try adresse(visite), fait: .copiesSaisies)
    } catch let refus as Refus {
      guard saisie.prendreToutRefus(refus, defaut: "rang") else { throw refus }
      return try await montrer(visite, saisie, .unprocessableContent)
    }
  }

  private static func regler(_ visite: Visite) async throws -> HTTPResponse {
    let grille = try await visite.demander(OuvrirUneGrilleDeCopies(epreuve(visite)))
    guard grille.copies?.versees == nil ? grille.peutSaisir : grille.corrige else {
      throw Refus.interdit(.saisirLesNotes)
    }
    var saisie = SaisieLue(try visite.formulaire())
    let numero = Int(saisie["numero"])
    if numero == nil { saisie.fautes["numero"] = "Choisissez la copie." }
    guard let entree = visite.entreeDeCopie(&saisie, "accord"), let numero else {
      return try await montrer(visite, saisie, .unprocessableContent)
    }
    do {
      try await visite.faire(
        ReglerUneCopie(
          epreuve(visite),
          numero: numero,
          entree,
          motif: saisie.facultatif("motif"),
          version: Int64(saisie["accord-version-\(numero)"]) ?? saisie.version,
        )
      )
      return visite.versLaPage(try adresse(visite), fait: .copieReglee)
    } catch let refus as Refus {
      let defaut = refus == .etat(.motifManquant) ? "motif" : "accord"
      guard saisie.prendreToutRefus(refus, defaut: defaut) else { throw refus }
      return try await montrer(visite, saisie, .unprocessableContent)
    }
  }

  private static func verser(_ visite: Visite) async throws -> HTTPResponse {
    let saisie = SaisieLue(try visite.formulaire())
    try await visite.faire(VerserLesNotes(epreuve(visite), version: saisie.version))
    return visite.versLaPage(try adresse(visite), fait: .notesVersees)
  }
}
