internal import Scolarite

extension ContenuDeDocument {
  /// What the digest of a document is taken of: its values, in an order that never changes.
  var faits: Faits {
    switch self {
    case .releve(let releve): ["releve": .faits(releve.faits)]
    case .attestation(let attestation): ["attestation": .faits(attestation.faits)]
    case .diplome(let certificat): ["diplome": .faits(certificat.faits)]
    case .supplement(let supplement): ["supplement": .faits(supplement.faits)]
    case .procesVerbal(let procesVerbal): ["proces-verbal": .faits(procesVerbal.faits)]
    case .lettre(let lettre): ["lettre": .faits(lettre.faits)]
    case .refus(let refus): ["refus": .faits(refus.faits)]
    case .presence(let liste): ["presence": .faits(liste.faits)]
    case .convocation(let convocation): ["convocation": .faits(convocation.faits)]
    case .calendrier(let calendrier): ["calendrier": .faits(calendrier.faits)]
    case .discipline(let piece): ["discipline": .faits(piece.faits)]
    case .bonification(let decision): ["bonification": .faits(decision.faits)]
    case .commission(let seance): ["commission": .faits(seance.faits)]
    case .session2(let lettre): ["session-2": .faits(lettre.faits)]
    }
  }
}

extension Faits.Valeur {
  fileprivate init(textes: [String]) { self = .liste(textes.map { .texte($0) }) }

  /// A row of a table.
  fileprivate static func ligne(_ cases: String?...) -> Faits.Valeur {
    .liste(cases.map { Faits.Valeur($0) })
  }
}

extension Titulaire {
  fileprivate var faits: Faits {
    [
      "nom": .texte(nom), "prenom": .texte(prenom), "usage": Faits.Valeur(nomDUsage),
      "nip": .texte(nip), "ine": Faits.Valeur(ine), "naissance": Faits.Valeur(naissance),
    ]
  }
}

extension Cursus {
  fileprivate var faits: Faits {
    [
      "formation": .texte(formation), "parcours": Faits.Valeur(parcours),
      "departement": .texte(departement), "annee": .texte(annee.description),
      "but": anneeBUT.map { .entier(Int64($0.valeur)) } ?? .vide,
      "statut": Faits.Valeur(statut.map { "\($0)" }),
    ]
  }
}

extension VoiesDeRecours {
  fileprivate var valeur: Faits.Valeur {
    .ligne(autorite, adresse, tribunal, adresseDuTribunal)
  }
}

extension Releve {
  fileprivate var faits: Faits {
    [
      "titulaire": .faits(titulaire.faits), "cursus": .faits(cursus.faits),
      "semestres": .liste(
        semestres.map { semestre in
          .faits([
            "numero": .entier(Int64(semestre.numero.valeur)),
            "ues": .liste(semestre.ues.map { .faits($0.faits) }),
          ])
        }
      ), "bilan": bilan.map { .faits($0.faits) } ?? .vide,
    ]
  }
}

extension Releve.UE {
  fileprivate var faits: Faits {
    [
      "ue": .ligne(
        code.texte,
        libelle,
        moyenne,
        malus,
        bonus,
        decision,
        credits,
        creditsPossibles,
        capitaliseeEn?.description,
      ),
      "modules": .liste(modules.map { .ligne($0.code, $0.titre, $0.coefficient, $0.moyenne) }),
    ]
  }
}

extension Releve.Bilan {
  fileprivate var faits: Faits {
    [
      "jury": Faits.Valeur(jury),
      "rcues": .liste(rcues.map { .ligne($0.competence, $0.moyenne, $0.decision) }),
      "annee": .ligne(annee?.code, annee?.sens), "passage": Faits.Valeur(passage),
      "credits": .ligne(credits, creditsCumules),
      "absences": .liste(absences.map { .ligne("\($0.semestre.valeur)", $0.heures, $0.malus) }),
      "diplome": Faits.Valeur(diplome),
    ]
  }
}

extension AttestationDeReussite {
  fileprivate var faits: Faits {
    [
      "titulaire": .faits(titulaire.faits), "cursus": .faits(cursus.faits),
      "jury": Faits.Valeur(jury), "credits": .texte(credits),
    ]
  }
}

extension CertificatDeDiplome {
  fileprivate var faits: Faits {
    [
      "titulaire": .faits(titulaire.faits), "cursus": .faits(cursus.faits),
      "diplome": .texte(diplome.rawValue), "jury": Faits.Valeur(jury), "credits": .texte(credits),
    ]
  }
}

extension SupplementAuDiplome {
  fileprivate var faits: Faits {
    [
      "titulaire": .faits(titulaire.faits), "cursus": .faits(cursus.faits),
      "diplome": .texte(diplome.rawValue), "jury": Faits.Valeur(jury), "credits": .texte(credits),
      "etablissement": .ligne(etablissement, universite, rncp), "langues": .init(textes: langues),
      "competences": .liste(competences.map { .ligne($0.libelle, $0.niveau?.texte) }),
      "annees": .liste(annees.map { .faits($0.faits) }),
      "echelle": .ligne(echelle.bareme, echelle.seuil),
      "codes": .liste(echelle.codes.map { .ligne($0.code, $0.sens) }),
      "repartition": .liste(echelle.repartition.map { .ligne($0.moyennes, $0.part) }),
      "distinctions": .init(textes: distinctions), "renseignements": .init(textes: renseignements),
    ]
  }
}

extension Niveau {
  fileprivate var texte: String { "\(self)" }
}

extension SupplementAuDiplome.Annee {
  fileprivate var faits: Faits {
    [
      "annee": .ligne("\(anneeBUT.valeur)", annee.description, statut.map { "\($0)" }, note),
      "semestres": .liste(
        semestres.map { semestre in
          .faits([
            "numero": .entier(Int64(semestre.numero.valeur)),
            "ues": .liste(semestre.ues.map(\.valeur)),
          ])
        }
      ),
      "rcues": .liste(
        rcues.map { .ligne($0.competence, $0.niveau?.texte, $0.moyenne, $0.decision) }
      ), "decision": .ligne(decision?.code, decision?.sens, credits),
    ]
  }
}

extension SupplementAuDiplome.UE {
  fileprivate var valeur: Faits.Valeur {
    .ligne(
      code.texte,
      libelle,
      moyenne,
      decision,
      credits,
      creditsPossibles,
      capitaliseeEn?.description,
    )
  }
}

extension LettreDeDecision {
  fileprivate var faits: Faits {
    [
      "titulaire": .faits(titulaire.faits), "cursus": .faits(cursus.faits),
      "jury": Faits.Valeur(jury), "decisions": .init(textes: decisions),
      "motifs": .init(textes: motifs), "recours": recours?.valeur ?? .vide,
    ]
  }
}

extension RefusDeRedoublement {
  fileprivate var faits: Faits {
    [
      "titulaire": .faits(titulaire.faits), "cursus": .faits(cursus.faits),
      "demande": Faits.Valeur(demande), "decision": Faits.Valeur(decision),
      "audition": Faits.Valeur(audition), "motivation": .texte(motivation),
      "conseils": .texte(conseils), "recours": recours?.valeur ?? .vide,
    ]
  }
}

extension PieceDisciplinaire {
  fileprivate var faits: Faits {
    [
      "titulaire": titulaire.map { .faits($0.faits) } ?? .vide, "cursus": .faits(cursus.faits),
      "parties": .liste(parties.map { .liste([.texte($0.titre), .init(textes: $0.textes)]) }),
      "signatures": .liste(signatures.map { .ligne($0.nom, $0.qualite, $0.mention) }),
    ]
  }
}

extension DecisionDeBonification {
  fileprivate var faits: Faits {
    [
      "titulaire": .faits(titulaire.faits), "cursus": .faits(cursus.faits),
      "demande": Faits.Valeur(demande), "activite": .texte(activite), "type": .texte(type),
      "commission": Faits.Valeur(commission), "decision": Faits.Valeur(decision),
      "sens": .texte(sens.phrase), "motif": .texte(motif),
      "recours": recours?.valeur ?? .vide,
    ]
  }
}

extension SeanceDeCommission {
  fileprivate var faits: Faits {
    [
      "annee": .texte(annee.description), "jour": Faits.Valeur(jour),
      "close": Faits.Valeur(close), "lieu": .texte(lieu),
      "membres": .liste(
        membres.map { .ligne($0.nom, $0.qualite, $0.estPresent ? "présent" : "absent") }
      ),
      "decisions": .liste(
        decisions.map { .ligne($0.etudiant, $0.promotion, $0.activite, $0.sens, $0.motif) }
      ), "observations": .texte(observations),
    ]
  }
}

extension LettreDeSession2 {
  fileprivate var faits: Faits {
    [
      "titulaire": .faits(titulaire.faits), "cursus": .faits(cursus.faits),
      "introduction": .init(textes: introduction), "decision": .texte(decision),
      "liste": .init(textes: liste),
      "parties": .liste(parties.map { .liste([.texte($0.titre), .init(textes: $0.textes)]) }),
      "recours": recours.valeur,
    ]
  }
}

extension LettreDeSession2.Recours {
  fileprivate var valeur: Faits.Valeur {
    switch self {
    case .aucun: .vide
    case .ouvert(let voies): .liste([voies?.valeur ?? .vide])
    }
  }
}

extension ProcesVerbal {
  fileprivate var faits: Faits {
    [
      "cursus": .faits(cursus.faits), "session": .faits(session.faits),
      "reglement": .texte(reglement), "conseil": Faits.Valeur(conseil), "cfvu": Faits.Valeur(cfvu),
      "derogation": Faits.Valeur(derogation), "empreinte": .texte(empreinte),
      "ues": .init(textes: ues.map(\.texte)), "rcues": .init(textes: rcues),
      "lignes": .liste(lignes.map(\.valeur)),
      "ecarts": .liste(
        ecarts.map { .ligne($0.etudiant, $0.objet, $0.propose, $0.decide, $0.motif) }
      ), "codes": .liste(codes.map { .ligne($0.code, $0.sens, "\($0.nombre)") }),
    ]
  }
}

extension ProcesVerbal.Ligne {
  fileprivate var valeur: Faits.Valeur {
    .liste([
      .ligne(etudiant, nip, annee, credits),
      .liste((ues + rcues).map { .ligne($0.moyenne, $0.code) }),
    ])
  }
}

extension Epreuve {
  fileprivate var valeur: Faits.Valeur {
    .ligne(module, intitule, jour?.description, heure, duree, lieu, consignes)
  }
}

extension ListeDePresence {
  fileprivate var faits: Faits {
    [
      "cursus": .faits(cursus.faits), "epreuve": epreuve.valeur,
      "lignes": .liste(
        lignes.map { .liste([.ligne($0.nom, $0.nip, $0.place), .init(textes: $0.amenagements)]) }
      ), "surveillants": .init(textes: surveillants), "regles": .texte(regles),
    ]
  }
}

extension Convocation {
  fileprivate var faits: Faits {
    [
      "titulaire": .faits(titulaire.faits), "cursus": .faits(cursus.faits),
      "epreuves": .liste(epreuves.map(\.valeur)), "amenagements": .init(textes: amenagements),
    ]
  }
}

extension CalendrierOfficiel {
  fileprivate var faits: Faits {
    [
      "objet": .texte(objet), "portee": .init(textes: portee),
      "rubriques": .liste(
        rubriques.map { rubrique in
          .faits([
            "titre": .ligne(rubrique.titre, rubrique.introduction),
            "lignes": .liste(
              rubrique.lignes.map {
                .ligne($0.periode.texte, $0.libelle, $0.concernes, $0.note)
              }
            ),
          ])
        }
      ),
      "adoptions": .liste(adoptions.map { .ligne($0.instance, $0.jour?.description) }),
    ]
  }
}

extension CalendrierOfficiel.Periode {
  fileprivate var texte: String {
    switch self {
    case .jour(let jour, let heure): "le \(jour) \(heure)"
    case .intervalle(let debut, let fin): "du \(debut) au \(fin)"
    case .jusquAu(let jour, let heure): "jusqu’au \(jour) \(heure)"
    case .aPartirDu(let jour): "à partir du \(jour)"
    case .aFixer: "à fixer"
    }
  }
}
