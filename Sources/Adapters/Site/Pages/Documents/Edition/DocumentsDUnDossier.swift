internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// The documents that a student may be given, from their record or as their own.
enum DocumentsDUnDossier {
  static let routes: [Route] = [
    .envoi("/etudiants/{etudiant}/documents/{nature}", par: imprimer),
    .envoi("/moi/documents", par: imprimer),
  ]

  private static func imprimer(_ visite: Visite) async throws -> HTTPResponse {
    let vu = try visite.dossierVu()
    let envoi = try visite.formulaire()
    let nature = try visite.nature(visite.valeurs["nature"] ?? envoi.ligne("nature")) {
      $0.estIndividuel && !$0.estDisciplinaire
    }
    let cible: DemandeDeDocuments.Cible =
      switch nature {
      case .decisionDeBonification: .engagement(try envoi.lu("engagement", .engagement))
      case .lettreDeDecision: .jury(try envoi.lu("jury", .jury))
      case .accuseDeSession2, .amenagementsDeSession2:
        .session2(try envoi.lu("campagne", .campagne), nil)
      case .decisionDInscriptionTardive:
        .inscriptionTardive(try envoi.lu("tardive", .inscriptionTardive))
      case .convocationAConsulter, .reponseAContestation:
        .consultationDeCopie(try envoi.lu("consultation", .consultationDeCopie))
      case _:
        .promotion(
          try await visite.promotion(Int64(envoi.ligne("promotion")).flatMap { .init($0) }, vu)
        )
      }
    return try await visite.imprimer(
      DemandeDeDocuments(nature, sur: cible, etudiants: [vu.etudiant])
    )
  }
}

extension HTTPForm {
  /// What a hidden field names.
  fileprivate func lu<De>(_ nom: String, _ sorte: Objet.Sorte) throws(Refus) -> Identifiant<De> {
    guard let id = Int64(ligne(nom)).flatMap({ Identifiant<De>($0) }) else {
      throw .inconnu(sorte)
    }
    return id
  }
}

extension DemandeDeDocuments.Cible {
  /// The hidden field by which the form of a student’s document names it.
  fileprivate var champ: (nom: String, valeur: String)? {
    switch self {
    case .promotion(let id): ("promotion", "\(id)")
    case .jury(let id): ("jury", "\(id)")
    case .engagement(let id): ("engagement", "\(id)")
    case .session2(let id, _): ("campagne", "\(id)")
    case .inscriptionTardive(let id): ("tardive", "\(id)")
    case .consultationDeCopie(let id): ("consultation", "\(id)")
    case .evaluation, .seance, .annee, .incident, .sessionBTS, .commission: nil
    }
  }
}

/// A document of one student, got by one button.
struct DocumentATelecharger {
  private let nature: NatureDeDocument
  private let cible: DemandeDeDocuments.Cible
  private let vu: DossierVu
  private let jeton: Jeton

  init(
    _ nature: NatureDeDocument,
    sur cible: DemandeDeDocuments.Cible,
    _ vu: DossierVu,
    _ jeton: Jeton,
  ) {
    self.nature = nature
    self.cible = cible
    self.vu = vu
    self.jeton = jeton
  }

  /// The form around its button.
  func formulaire<Contenu: HTML>(@HTMLBuilder _ bouton: () -> Contenu) -> some HTML {
    let dedans = bouton()
    let adresse =
      vu.estLeSien ? vu.adresse("documents") : vu.adresse("documents", nature.rawValue)
    return Formulaire(vers: adresse, jeton: jeton) {
      if vu.estLeSien { input(.type("hidden"), .name("nature"), .value(nature.rawValue)) }
      if let champ = cible.champ {
        input(.type("hidden"), .name(champ.nom), .value(champ.valeur))
      }
      dedans
    }
  }

  /// « Télécharger la réponse ».
  func bouton(_ texte: String) -> some HTML {
    formulaire { Boutons(Bouton(texte)) }
  }
}

extension Visite {
  /// The promotion that a form names, else the last of the student.
  fileprivate func promotion(
    _ id: Identifiant<Promotion>?,
    _ vu: DossierVu,
  ) async throws -> Identifiant<Promotion> {
    if let id { return id }
    let fiche = try await demander(VoirUnEtudiant(vu.etudiant))
    guard let derniere = fiche.parcours.first else { throw Refus.inconnu(.promotion) }
    return derniere.promotion.id
  }
}

/// What may be printed for a student in a year, and what was handed over.
struct BlocDeDocuments {
  let vu: DossierVu
  let fiche: VoirUnEtudiant.Fiche
  let promotion: Promotion
  let proposes: [ProposerDesDocuments.Propose]
  let emis: [VoirLesDocumentsEmis.Emis]
  let jeton: Jeton

  /// - Returns: `nil` where the person edits no document of the student.
  init?(_ vu: DossierVu, _ fiche: VoirUnEtudiant.Fiche, _ visite: Visite) async throws {
    let promotions = fiche.parcours.map(\.promotion).filter { promotion in
      vu.estLeSien
        || visite.peut(.editerLesDocuments, promotion.lieu.etudiant(vu.etudiant))
    }
    let demandee = visite.question("promotion")
    guard
      let promotion = promotions.first(where: { "\($0.id)" == demandee }) ?? promotions.first
    else { return nil }
    self.vu = vu
    self.fiche = fiche
    self.promotion = promotion
    proposes = try await visite.demander(ProposerDesDocuments(vu.etudiant, promotion.id))
    emis = try await visite.demander(VoirLesDocumentsEmis(vu.etudiant))
    jeton = visite.jeton
  }

  @HTMLBuilder var corps: some HTML {
    AnneeVue(vu: vu, fiche: fiche, promotion: promotion).annees(.documents)
    retenue
    Carte("\(vu.estLeSien ? "Mes documents" : "Documents à éditer"), \(promotion.nomEntier)") {
      Tableau(
        "Documents de l’année \(promotion.annee)",
        colonnes: [
          .init("Document"), .init("État", estSecondaire: true),
          .init(vu.estLeSien ? "Télécharger" : "Imprimer"),
        ],
        lignes: proposes.map(ligne),
      )
    }
    Carte(vu.estLeSien ? "Déjà reçus" : "Déjà remis") { dejaRemis }
  }

  // MARK: What may be asked for

  /// Since when everything is withheld, and whom to ask.
  @HTMLBuilder private var retenue: some HTML {
    if let depuis = proposes.compactMap(\.retenueDepuis).first {
      Encart(
        .attention,
        titre: vu.estLeSien
          ? "Vos relevés et attestations attendent." : "Relevés et attestations sont retenus.",
      ) {
        p {
          Typographie.phrase(
            vu.estLeSien
              ? "Une procédure disciplinaire vous concernant est en cours depuis le "
                + "\(depuis.enLettres). Ils vous seront remis à sa conclusion ; vos notes se "
                + "lisent toujours ici (règlement des études, article 5)."
              : "Une procédure disciplinaire est en cours depuis le \(depuis.enLettres) : ni relevé "
                + "ni attestation avant sa conclusion (règlement des études, article 5). "
                + "Convocations et lettres restent."
          )
        }
        if vu.estLeSien {
          p {
            Lien("Lire la procédure", vers: Chemin.maDiscipline)
          }
          p {
            Typographie.phrase(
              "Une question ? Le secrétariat de votre département vous répondra."
            )
          }
        }
      }
    }
  }

  private func ligne(_ propose: ProposerDesDocuments.Propose) -> Tableau.Ligne {
    Tableau.Ligne([
      "\(propose.titre)", Cellule(etat(propose)), Cellule(bouton(propose)),
    ])
  }

  @HTMLBuilder private func etat(_ propose: ProposerDesDocuments.Propose) -> some HTML {
    switch propose.issue {
    case .pret(let emis?): "remis le \(emis.date.enLettres)".enPhraseSuite
    case .pret(nil): propose.demande.nature.presentation.enPhraseSuite
    case .ecarte(.retenu(let depuis)): "retenu depuis le \(depuis.enLettres)".enPhraseSuite
    case .ecarte(let raison): raison.phrase.enPhrase.enPhraseSuite
    case .impossible(let etat): etat.phrase.enPhrase.enPhraseSuite
    }
  }

  @HTMLBuilder private func bouton(_ propose: ProposerDesDocuments.Propose) -> some HTML {
    if case .pret = propose.issue {
      let demande = propose.demande
      DocumentATelecharger(demande.nature, sur: demande.sur, vu, jeton).formulaire {
        button(.class("bouton discret"), .type("submit")) {
          vu.estLeSien ? "Télécharger" : "Imprimer"
          span(.class("invisible")) { " : \(propose.titre.enMinuscule)".enPhraseSuite }
        }
      }
    } else {
      span(.aria("hidden", "true")) { "–" }
      span(.class("invisible")) { "pas de document" }
    }
  }

  // MARK: What was handed over

  private var dejaRemis: some HTML {
    Tableau(
      vu.estLeSien ? "Documents reçus" : "Documents remis",
      colonnes: [
        .init("Document"), .init("Remis le"), .init("Année", estSecondaire: true),
        .init("Code", estSecondaire: true), .init("État", estSecondaire: true),
      ],
      lignes: emis.map { un in
        Tableau.Ligne([
          "\(un.document.nature.phrase)", "\(un.document.date.enLettres)",
          "\(un.promotion?.nomEntier ?? "–")",
          Cellule(
            Lien(
              un.document.code,
              vers: Chemin.de(["verifier", un.document.code]),
            )
          ),
          Cellule(
            un.remplaceLe.map { Pastille("remplacé le \($0.enLettres)", .attention) }
              ?? Pastille("en vigueur", .succes)
          ),
        ])
      },
      vide: EtatVide(
        vu.estLeSien ? "Vous n’avez encore demandé aucun document" : "Aucun document n’a été remis",
        "Chacun porte un code : quiconque le tient peut vérifier qu’il vient d’ici.",
      ),
    )
  }
}

extension ProposerDesDocuments.Propose {
  /// « Lettre de notification du jury, Jury de fin d’année du 3 juillet 2026 ».
  fileprivate var titre: String {
    if let engagement { return "\(demande.nature.phrase), \(engagement.objet.intitule)" }
    if !ues.isEmpty {
      return "\(demande.nature.phrase), \(ues.map(\.texte).joined(separator: ", "))"
    }
    guard let jury else { return demande.nature.phrase }
    return "\(demande.nature.phrase), \(jury.titre.enMinuscule) du \(jury.date.enLettres)"
  }

  fileprivate var retenueDepuis: Jour? {
    if case .ecarte(.retenu(let depuis)) = issue { depuis } else { nil }
  }
}
