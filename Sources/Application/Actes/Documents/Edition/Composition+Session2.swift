internal import Scolarite

/// Documents of a session 2, from its published calendar.
extension Composition {
  /// What every document of a session is drawn from.
  private struct Source {
    let session: SessionDeRattrapage
    let publie: CalendrierDeSession2
    let epreuves: [CodeUE: EpreuveDeSession2]
    let amenagements: [Identifiant<Etudiant>: [AmenagementDeSession2]]
    let tirage: TirageDesPlaces?
    private let titres: TitresDUE

    init(_ campagne: Identifiant<Campagne>, _ promotion: Promotion, _ travail: Travail) throws {
      session = try travail.sessionDeRattrapage(campagne)
      publie = try travail.calendrierPublie(campagne)
      epreuves = Dictionary(
        try travail.registre.epreuvesDeSession2(campagne).map { ($0.ue, $0) },
        uniquingKeysWith: { premiere, _ in premiere },
      )
      amenagements = Dictionary(
        grouping: try travail.amenagements(de: session),
        by: \.etudiant,
      )
      tirage = try travail.tirage(publie)
      titres = try TitresDUE(promotion, travail)
    }

    func titre(_ ue: CodeUE) -> String { titres.titre(ue) }

    func amenagements(de etudiant: Identifiant<Etudiant>) -> [String] {
      (amenagements[etudiant] ?? []).map(\.phrase)
    }

    /// What is permitted, or how the work is handed in.
    func consignes(_ seance: SeanceDeSession2) -> String {
      let seul = seance.estIndividuelle ? "Passage individuel sous surveillance continue. " : ""
      let epreuve = epreuves[seance.epreuve.ue]
      guard seance.epreuve.forme != .projet else { return "Projet à rendre avant l’heure dite." }
      let materiel = epreuve?.materiel ?? ""
      return seul + "Pièce d’identité et carte d’étudiant obligatoires. Matériel autorisé : "
        + (materiel.isEmpty ? "aucun." : materiel + (materiel.hasSuffix(".") ? "" : "."))
    }

    func epreuve(_ seance: SeanceDeSession2, pour etudiant: Identifiant<Etudiant>? = nil)
      -> Epreuve
    {
      let horaire = etudiant.flatMap { seance.horaire(de: $0) }
      let debut = seance.debut.a(minute: horaire?.debut ?? seance.debut.minute)
      let place = etudiant.flatMap { tirage?.place(de: $0, a: seance.epreuve) }
      let minutes = horaire.map { $0.fin - $0.debut } ?? seance.minutes
      return Epreuve(
        module: titre(seance.epreuve.ue),
        intitule: "Session 2, \(seance.epreuve.forme.phrase)",
        jour: seance.debut.jour,
        heure: debut.heure,
        duree: seance.epreuve.forme == .projet ? "" : Epreuve.duree(minutes),
        lieu: seance.salle + (place.map { ", place \($0)" } ?? ""),
        consignes: consignes(seance),
      )
    }
  }

  func convocations(_ campagne: Identifiant<Campagne>) throws -> [Issue] {
    let source = try Source(campagne, promotion, travail)
    return etudiants.compactMap { etudiant in
      let siennes = source.publie.seances(de: etudiant.id)
      guard !siennes.isEmpty else {
        return demande.seul == nil
          ? nil : .failure(Ecart(etudiant: etudiant, raison: .sansEpreuve))
      }
      do throws(Ecart) {
        let convocation = Convocation(
          titulaire: try titulaire(etudiant),
          cursus: cursus(etudiant.id),
          epreuves: siennes.map { source.epreuve($0, pour: etudiant.id) },
          amenagements: source.amenagements(de: etudiant.id),
        )
        return .success(
          Brut(etudiant: etudiant, objet: objet, contenu: .convocation(convocation))
        )
      } catch {
        return .failure(error)
      }
    }
  }

  /// One list for each room of an exam.
  func presences(_ campagne: Identifiant<Campagne>, _ epreuve: CleDEpreuve) throws -> [Issue] {
    let source = try Source(campagne, promotion, travail)
    let connus = Dictionary(
      etudiants.map { ($0.id, $0) },
      uniquingKeysWith: { premier, _ in premier },
    )
    return source.publie.seances.filter { $0.epreuve == epreuve }.map { seance in
      let lignes = seance.convoques.map { convoque -> ListeDePresence.Ligne in
        let etudiant = connus[convoque.etudiant]
        let place = source.tirage?.place(de: convoque.etudiant, a: epreuve)
        let horaire = seance.horaire(de: convoque.etudiant)
        let fin = horaire.map { "fin à " + seance.debut.a(minute: min($0.fin, 24 * 60 - 1)).heure }
        return ListeDePresence.Ligne(
          nom: etudiant?.nomAffiche ?? "étudiant \(convoque.etudiant)",
          nip: etudiant?.identite?.nip ?? "",
          place: place.map { "place \($0)" } ?? "",
          amenagements: source.amenagements(de: convoque.etudiant)
            + (convoque.majoration > 0 ? [fin].compactMap(\.self) : []),
        )
      }
      return .success(
        Brut(
          etudiant: nil,
          objet: objet + "/\(seance.salle)",
          contenu: .presence(
            ListeDePresence(
              cursus: cursus(),
              epreuve: source.epreuve(seance),
              lignes: lignes,
              surveillants: [],
              regles: ConstatDeSalle.regles,
            )
          ),
        )
      )
    }
  }

  /// The official calendar, with its signature.
  func calendrierDeSession2(_ campagne: Identifiant<Campagne>) throws -> Brut {
    let source = try Source(campagne, promotion, travail)
    let jours = Dictionary(grouping: source.publie.seances) { $0.debut.jour }
    let signature = source.publie.signature
    return Brut(
      etudiant: nil,
      objet: objet,
      contenu: .calendrier(
        CalendrierOfficiel(
          objet: source.session.intitule,
          portee: [promotion.nom],
          rubriques: jours.keys.sorted().map { jour in
            CalendrierOfficiel.Rubrique(
              titre: jour.enFrancais,
              introduction: jour == jours.keys.min()
                ? signature.map { "Empreinte SHA-256 du calendrier signé : \($0.empreinte)." } ?? ""
                : "",
              lignes: (jours[jour] ?? []).sorted {
                ($0.debut.rangs, $0.epreuve) < ($1.debut.rangs, $1.epreuve)
              }.filter { !$0.estIndividuelle }.map { seance in
                .init(
                  periode: .jour(jour, heure: seance.debut.heure),
                  libelle: source.titre(seance.epreuve.ue),
                  concernes: seance.epreuve.forme.phrase,
                  note: [seance.salle, Epreuve.duree(seance.minutes), source.consignes(seance)]
                    .filter { !$0.isEmpty }.joined(separator: ", "),
                )
              },
            )
          },
          adoptions: [
            .init(
              instance: "Direction des études" + (signature.map { " (\($0.nom))" } ?? ""),
              jour: signature?.moment.jour,
            )
          ],
        )
      ),
    )
  }
}

extension AmenagementDeSession2 {
  /// « tiers-temps », with what is said of it.
  public var phrase: String {
    switch nature {
    case .autre where !precision.isEmpty: precision
    case _: precision.isEmpty ? nature.phrase : "\(nature.phrase) : \(precision)"
    }
  }
}
