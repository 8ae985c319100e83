internal import Scolarite

/// A year of a student, with what the rules make of it.
struct AnneeEtablie {
  let etudiant: Etudiant
  let dossier: Dossier
  let suivie: AnneeSuivie
  let resultats: Resultats<SansPreuve>
  let resultat: ResultatDAnnee<SansPreuve>
  let reglages: Reglages
  /// The end-of-year jury that sealed it; `nil` while marks alone are known.
  let jury: SessionDeJury?

  /// - Returns: `nil` where the dossier does not hold that year.
  init?(
    _ etudiant: Etudiant,
    _ dossier: Dossier,
    _ reglement: Reglement,
    _ annee: AnneeUniversitaire,
    jury: SessionDeJury?,
  ) {
    resultats = Deliberation<SansPreuve>.resultats(dossier, reglement)
    guard let suivie = dossier.annees.last(where: { $0.annee == annee }),
      let resultat = resultats.annees.last(where: { $0.annee == annee })
    else { return nil }
    self.etudiant = etudiant
    self.dossier = dossier
    self.suivie = suivie
    self.resultat = resultat
    self.jury = jury
    reglages = reglement.reglages(annee)
  }

  var etat: EtatDAnnee<SansPreuve> { resultat.finale }
  var statut: Statut? { suivie.semestres.last?.statut }
}

/// The words of a curriculum.
struct MotsDeMaquette {
  let titres: [String: String]
  let competences: [CodeUE: String]

  init(_ promotion: Promotion, _ travail: Travail) throws {
    guard let maquette = try travail.registre.maquette(promotion.maquette) else {
      throw Refus.inconnu(.maquette)
    }
    titres = try travail.formats.titres(maquette.texte)
    competences = try travail.formats.competences(maquette.texte)
  }
}

extension Composition {
  /// Published marks only, whoever asks: it goes out of the institution.
  func relevesProvisoires(_ retenues: [Identifiant<Etudiant>: Jour]) throws -> [Issue] {
    let mots = try MotsDeMaquette(promotion, travail)
    let lus = try dossiersPublies()
    let reglement = try travail.reglement(promotion)
    return try etudiants.compactMap { etudiant in
      guard let dossier = lus[etudiant.id] else { return nil }
      return try issue(etudiant, retenues) {
        guard
          let annee = AnneeEtablie(etudiant, dossier, reglement, promotion.annee, jury: nil)
        else { throw Refus.etat(.etudiantNonInscrit) }
        return try releve(annee, mots)
      }
    }
  }

  private func dossiersPublies() throws -> [Identifiant<Etudiant>: Dossier] {
    if let seul = demande.seul {
      return [seul: try travail.dossier(seul, promotion, .publiee)]
    }
    let lue = try travail.lire(promotion, .publiee, avecLesPartis: true)
    return Dictionary(uniqueKeysWithValues: zip(lue.etudiants, lue.dossiers))
  }

  /// A document of a student, or why there is none.
  func issue(
    _ etudiant: Etudiant,
    _ retenues: [Identifiant<Etudiant>: Jour] = [:],
    _ composer: () throws -> Brut,
  ) throws -> Issue {
    if let depuis = retenues[etudiant.id] {
      return .failure(Ecart(etudiant: etudiant, raison: .retenu(depuis: depuis)))
    }
    do {
      return .success(try composer())
    } catch let ecart as Ecart {
      return .failure(ecart)
    }
  }

  /// The definitive transcript once a jury sealed the year, else the provisional one.
  func releve(_ annee: AnneeEtablie, _ mots: MotsDeMaquette) throws -> Brut {
    let numeros = annee.suivie.semestres.map(\.numero).sorted()
    let releve = Releve(
      titulaire: try titulaire(annee.etudiant),
      cursus: cursus(annee.etudiant.id, annee.statut),
      semestres: numeros.map { Releve.Semestre($0, annee, mots) },
      bilan: annee.jury.map { Releve.Bilan(annee, $0, mots) },
    )
    var champs: [ChampDeModele: String] = [
      .semestre: numeros.map { "S\($0.valeur)" }.joined(separator: " et ")
    ]
    champs[.jury] = annee.jury?.date.enFrancais
    return Brut(etudiant: annee.etudiant, contenu: .releve(releve), champs: champs)
  }
}

extension Releve.Semestre {
  fileprivate init(_ numero: NumeroSemestre, _ annee: AnneeEtablie, _ mots: MotsDeMaquette) {
    let ues = annee.suivie.programme.ues.filter { $0.semestre == numero }
    self.init(
      numero: numero,
      ues: ues.compactMap { ue in
        annee.etat.ues[ue.code].map { Releve.UE(ue, $0, annee, mots) }
      },
    )
  }
}

extension Releve.UE {
  /// Malus, bonus, decision and credits are those of a jury: a provisional transcript has none.
  fileprivate init(
    _ ue: UEDeProgramme,
    _ resultat: ResultatUE<SansPreuve>,
    _ annee: AnneeEtablie,
    _ mots: MotsDeMaquette,
  ) {
    let estDefinitif = annee.jury != nil
    let estAnterieure = resultat.annee < annee.suivie.annee
    let moyenne =
      estDefinitif || estAnterieure ? resultat.moyenne?.valeur : resultat.brute
    let credits = resultat.acquise ? ue.ects.description : "0"
    self.init(
      code: ue.code,
      libelle: mots.competences[ue.code] ?? "",
      moyenne: moyenne?.moyenneAffichee,
      malus: estDefinitif && resultat.malus > 0 ? "−" + resultat.malus.abregee : nil,
      bonus: estDefinitif && resultat.bonus > 0 ? "+" + resultat.bonus.abregee : nil,
      decision: estDefinitif ? resultat.code : nil,
      credits: estDefinitif ? credits : nil,
      creditsPossibles: ue.ects.description,
      capitaliseeEn: estAnterieure ? resultat.annee : nil,
      modules: ue.modules.map { Releve.Module($0, ue, annee, mots) },
    )
  }
}

extension Releve.Module {
  fileprivate init(
    _ module: ModuleDeProgramme,
    _ ue: UEDeProgramme,
    _ annee: AnneeEtablie,
    _ mots: MotsDeMaquette,
  ) {
    let code = module.code.canonique
    let suivi = annee.suivie.semestres.first { $0.numero == ue.semestre }
    let epreuves = suivi?.notes[code] ?? []
    let enSession2 = annee.session2(code, ue)
    let moyenne = annee.reglages.moyenneDeModule(
      code,
      epreuves,
      suivi?.statut ?? .initial,
      apres: enSession2.map { (ue.code, $0) },
    )
    let vide = epreuves.contains { $0.entree == .enAttente } ? "en attente" : "–"
    self.init(
      code: module.code.imprime,
      titre: mots.titres[code] ?? "",
      coefficient: module.coefficient.description,
      moyenne: moyenne.map { $0.moyenneAffichee + (enSession2 == nil ? "" : " (s. 2)") } ?? vide,
    )
  }
}

extension AnneeEtablie {
  /// What stands at session 2 for a module of a UE that was open to it.
  fileprivate func session2(_ module: String, _ ue: UEDeProgramme) -> Entree? {
    guard jury != nil, let session2 = suivie.session2,
      session2.inscriptions.contains(ue.code),
      resultat.session1?.ouvertes.contains(ue.code) == true
    else { return nil }
    return session2.notesModules[module]
  }
}

extension Releve.Bilan {
  fileprivate init(_ annee: AnneeEtablie, _ jury: SessionDeJury, _ mots: MotsDeMaquette) {
    let etat = annee.etat
    let diplome = DiplomeAttribue(fin: annee.suivie.anneeBUT)
    self.init(
      jury: jury.date,
      rcues: etat.rcues.values.sorted { $0.cle < $1.cle }.map { rcue in
        let titre = rcue.ues.first.flatMap { mots.competences[$0] }
        return Releve.RCUE(
          competence: ([rcue.cle.nom] + (titre.map { [$0] } ?? [])).joined(separator: " – "),
          moyenne: rcue.moyenne?.valeur.moyenneAffichee,
          decision: rcue.code,
        )
      },
      annee: etat.codeAnnee.map {
        Releve.Decision(code: $0, sens: PhrasesDeJury.sens($0) ?? "décision du jury")
      },
      passage: etat.poursuite.flatMap { poursuite in
        poursuite.autorisee.map {
          "entrée en semestre \(poursuite.vers.valeur) \($0 ? "autorisée" : "non autorisée")"
        }
      },
      credits: etat.ects.valeur.abregee,
      creditsCumules: etat.ectsCumules.abregee,
      absences: etat.semestres.sorted { $0.numero < $1.numero }.map { semestre in
        Releve.Absences(
          semestre: semestre.numero,
          heures: "\(semestre.heuresABI) h",
          malus: semestre.malus > 0 ? "−\(semestre.malus.abregee)" : nil,
        )
      },
      diplome: diplome.flatMap { annee.resultats.attribue($0) ? $0.rawValue : nil },
    )
  }
}
