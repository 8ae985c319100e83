internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// The marks of a student in a year, with what the rules make of them.
enum OngletDesNotes {
  /// The tab, for one year.
  static func adresse(_ vu: DossierVu, _ promotion: Identifiant<Promotion>) -> SafeURL {
    SafeURL(vu.adresse("notes").text + "?promotion=\(promotion)") ?? vu.adresse("notes")
  }

  static func montrer(_ visite: Visite) async throws -> HTTPResponse {
    let vu = try visite.dossierVu()
    let fiche = try await visite.demander(VoirUnEtudiant(vu.etudiant))
    let annees = fiche.parcours.filter(\.voitLesNotes).map(\.promotion)
    let demandee = visite.question("promotion")
    let choisie = annees.first { "\($0.id)" == demandee } ?? (demandee.isEmpty ? annees.first : nil)
    guard let choisie else {
      guard fiche.parcours.isEmpty else { throw Refus.interdit(.voirLesNotes) }
      return visite.dossier(vu, fiche, .notes) { EtatVide("Aucune inscription, donc aucune note") }
    }
    let releve = try await visite.demander(
      VoirLesNotesParModule(vu.etudiant, promotion: choisie.id)
    )
    return visite.dossier(vu, fiche, .notes) {
      if annees.count > 1 {
        Onglets(
          "Années",
          annees.map { une in
            Lien(
              "\(une.nom), \(une.annee)",
              vers: adresse(vu, une.id),
              estCourant: une.id == choisie.id,
            )
          },
        )
      }
      if releve.vue == .publiee {
        Encart(
          .information,
          "Seules comptent ici les notes publiées ; le jury voit les autres aussi.",
        )
      }
      if let resultat = releve.resultat { ues(resultat, releve) }
      HTMLList(semestres(releve).map { modules($0, releve, vu) })
      if releve.modules.isEmpty {
        EtatVide("Aucune note pour l’instant", "Elles apparaîtront ici une fois publiées.")
      }
    }
  }

  // MARK: UE

  private static func ues(
    _ resultat: ResultatDAnnee<SansPreuve>,
    _ releve: VoirLesNotesParModule.Releve,
  ) -> some HTML {
    let ues = resultat.finale.ues.values.sorted { $0.ue.code.texte < $1.ue.code.texte }
    let estEntiere = releve.vue == .interne
    let colonnes: [Tableau.Colonne] =
      [
        .init("UE"), .init("Moyenne", .chiffres), .init("Bonus", .chiffres, estSecondaire: true),
        .init("Malus", .chiffres, estSecondaire: true),
      ] + (estEntiere ? [.init("Code proposé")] : []) + [.init("Il manque", estSecondaire: true)]
    return Carte("Moyennes des UE") {
      Tableau(
        "Moyennes des UE de \(releve.promotion.nom)",
        colonnes: colonnes,
        lignes: ues.map { ue in
          let debut: [Cellule] = [
            "\(ue.ue.code.texte)",
            Cellule(moyenne(ue.moyenne?.valeur)),
            "\(ue.bonus.surDeuxDecimales)", "\(ue.malus.surDeuxDecimales)",
          ]
          let code: [Cellule] = estEntiere ? ["\(ue.code)"] : []
          return Tableau.Ligne(debut + code + ["\(manque(ue.manque))"])
        },
        vide: EtatVide("Aucune UE dans cette année"),
      )
    }
  }

  private static func moyenne(_ valeur: Fraction?) -> String {
    valeur.map { "\($0.surDeuxDecimales)" } ?? "–"
  }

  /// The first marks that are missing; there may be dozens.
  private static func manque(_ noms: [String]) -> String {
    guard noms.count > 2 else { return noms.joined(separator: ", ") }
    return "\(noms[0]) et \(compte(noms.count - 1, "autre"))"
  }

  // MARK: Modules

  private static func semestres(_ releve: VoirLesNotesParModule.Releve) -> [NumeroSemestre] {
    Set(releve.modules.map(\.module.semestre)).sorted()
  }

  private static func modules(
    _ semestre: NumeroSemestre,
    _ releve: VoirLesNotesParModule.Releve,
    _ vu: DossierVu,
  ) -> some HTML {
    var lignes: [Tableau.Ligne] = []
    for module in releve.modules where module.module.semestre == semestre {
      lignes.append(enTete(module, vu))
      lignes += module.epreuves.map { epreuve($0, releve, vu) }
    }
    return Carte("Semestre \(semestre.valeur)") {
      Tableau(
        "Notes du semestre \(semestre.valeur)",
        colonnes: colonnes(vu),
        lignes: lignes,
      )
    }
  }

  private static func colonnes(_ vu: DossierVu) -> [Tableau.Colonne] {
    let communes: [Tableau.Colonne] = [
      .init("Module, évaluation"), .init("Note", .chiffres), .init("Sur", .chiffres),
      .init("Coefficient", .chiffres, estSecondaire: true), .init("Date", estSecondaire: true),
    ]
    guard !vu.estLeSien else { return communes }
    return communes + [.init("État"), .init("Saisie", estSecondaire: true)]
  }

  private static func enTete(_ module: VoirLesNotesParModule.ModuleNote, _ vu: DossierVu)
    -> Tableau.Ligne
  {
    let titre =
      vu.estLeSien
      ? AnyHTML(module.module.nomEntier)
      : AnyHTML(Lien(module.module.nomEntier, vers: module.module.adresse))
    let moyenne = module.moyenne.map { $0.surDeuxDecimales } ?? "incomplète"
    let cellules: [Cellule] = [
      Cellule(titre), Cellule(Element("strong", [], moyenne)),
      "\(module.moyenne == nil ? "" : "20")", "", "",
    ]
    return Tableau.Ligne(cellules + (vu.estLeSien ? [] : ["", ""]), estChoisie: true)
  }

  private static func epreuve(
    _ epreuve: VoirLesNotesParModule.Epreuve,
    _ releve: VoirLesNotesParModule.Releve,
    _ vu: DossierVu,
  ) -> Tableau.Ligne {
    let evaluation = epreuve.evaluation
    let communes: [Cellule] = [
      "\(evaluation.nom)", Cellule(note(epreuve)), "\(evaluation.bareme.description)",
      "\(evaluation.coefficient.description)", "\(evaluation.date?.enLettres ?? "")",
    ]
    guard !vu.estLeSien else { return Tableau.Ligne(communes) }
    let etat =
      evaluation.verrouillee
      ? Pastille("verrouillée")
      : evaluation.publiee
        ? Pastille("publiée", .succes) : Pastille("non publiée", .attention)
    return Tableau.Ligne(communes + [Cellule(etat), Cellule(saisie(epreuve, vu))])
  }

  @HTMLBuilder private static func note(_ epreuve: VoirLesNotesParModule.Epreuve) -> some HTML {
    let entree = epreuve.note?.note.entree ?? .enAttente
    entree.texte(sur: epreuve.evaluation.bareme)
    if let clair = entree.enClair { small { " \(clair)".enPhraseSuite } }
  }

  @HTMLBuilder private static func saisie(
    _ epreuve: VoirLesNotesParModule.Epreuve,
    _ vu: DossierVu,
  ) -> some HTML {
    if let note = epreuve.note {
      Lien(
        note.note.version > 1 ? "\(note.note.version) versions" : "historique",
        vers: Chemin.evaluation(epreuve.evaluation.id, "notes", "\(vu.etudiant)"),
      )
      if let auteur = epreuve.auteur { ", \(auteur)" }
    }
  }
}
