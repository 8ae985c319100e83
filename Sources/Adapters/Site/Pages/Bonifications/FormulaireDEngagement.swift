internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// The form of a request for engagement of one type, with its list of proofs.
struct FormulaireDEngagement: HTML {
  /// How many spans of work the form takes.
  static let lignesDeTravail = 10

  let campagne: Campagne
  let type: TypeDEngagement
  let saisie: SaisieLue
  let vu: DossierVu
  let jeton: Jeton

  func render(into output: inout HTMLOutput) { corps.render(into: &output) }

  private var corps: some HTML {
    let activite = activite
    let exclusions = Self.exclusions(type).map { motif in
      Champ(
        "exclu-" + motif.rawValue,
        motif.question,
        .coche(saisie["exclu-" + motif.rawValue] == "oui"),
      )
    }
    let pieces = type.pieces.map(piece)
    let travail = type == .emploi ? (1...Self.lignesDeTravail).map(travail) : []
    let champs = activite + travail.flatMap(\.self) + pieces.flatMap(\.self)
    return HTMLGroup(
      ResumeDesErreurs(de: champs),
      Formulaire(vers: vu.adresse("engagement"), jeton: jeton, aDesFichiers: true) {
        input(.type("hidden"), .name("campagne"), .value("\(campagne.id)"))
        input(.type("hidden"), .name("type"), .value(type.rawValue))
        HTMLList(activite.map { AnyHTML($0) })
        if !travail.isEmpty {
          h3 { "Heures de travail" }
          p {
            Typographie.phrase(
              "Comptent les heures faites entre le 1er septembre et le 31 mai, hors vacances : "
                + "\(DecompteDHeures.minimum) au moins. Écrivez une ligne par période, coupée aux "
                + "vacances."
            )
          }
          HTMLList(travail.map { ligne in AnyHTML(Rangee { HTMLList(ligne.map { AnyHTML($0) }) }) })
        }
        h3 { "Pièces" }
        p {
          Typographie.phrase(
            "Toutes sont exigées. Une attestation que vous avez établie vous-même n’est pas recevable."
          )
        }
        HTMLList(
          pieces.map { paire in
            AnyHTML(
              HTMLGroup(
                Rangee { HTMLList(paire.map { AnyHTML($0) }) },
                gardee(paire[0].nom),
              )
            )
          }
        )
        h3 { "Ce qui exclut une activité" }
        p { "Cochez ce qui est vrai de la vôtre." }
        HTMLList(exclusions.map { AnyHTML($0) })
        Boutons(
          Bouton("Déposer la demande", .premier),
          Bouton("Choisir un autre type", .discret, vers: vu.adresse("engagement")),
        )
        p(.role("status"), .data("progres", "Envoi de la demande…")) {}
      },
    )
  }

  static func exclusions(_ type: TypeDEngagement) -> [MotifDIrrecevabilite] {
    MotifDIrrecevabilite.declarees.filter { $0 != .alternance || type == .emploi }
  }

  private var activite: [Champ] {
    [
      Champ(
        "activite",
        "Activité",
        .texte(saisie["activite"]),
        aide: "Ce que vous faites : « trésorière », « maraudes du mardi ».",
        erreur: saisie.fautes["activite"],
      ),
      Champ(
        "organisme",
        "Organisme",
        .texte(saisie["organisme"]),
        aide: "L’association, l’employeur, le service.",
        erreur: saisie.fautes["organisme"],
      ), Champ("du", "Du", .date(saisie["du"]), erreur: saisie.fautes["du"]),
      Champ("au", "Au", .date(saisie["au"]), erreur: saisie.fautes["au"]),
      Champ(
        "description",
        "Description",
        .texteLong(saisie["description"], lignes: 6),
        aide:
          "Ce que l’engagement apporte à d’autres, sa régularité, ce que vous y apprenez : il doit "
          + "être citoyen et solidaire, réel et sérieux.",
        erreur: saisie.fautes["description"],
      ),
    ]
  }

  private func travail(_ rang: Int) -> [Champ] {
    let facultatif = rang > 1
    return [
      Champ(
        "travail-\(rang)",
        "Période \(rang), du",
        .date(saisie["travail-\(rang)"]),
        erreur: saisie.fautes["travail-\(rang)"],
        estFacultatif: facultatif,
      ),
      Champ(
        "travail-au-\(rang)",
        "au",
        .date(saisie["travail-au-\(rang)"]),
        estFacultatif: facultatif,
      ),
      Champ(
        "heures-\(rang)",
        "Heures",
        .nombre(saisie["heures-\(rang)"]),
        estFacultatif: facultatif,
      ),
    ]
  }

  /// The document and who drew it up.
  private func piece(_ nature: PieceDEngagement.Nature) -> [Champ] {
    let auteurs = PieceDEngagement.Auteur.allCases.map { Choix($0.rawValue, $0.phrase) }
    let deja = saisie.facultatif(nature.lieu + "-gardee") != nil
    return [
      Champ(
        nature.lieu,
        type.phrase(nature).enPhraseSansPoint,
        .fichier(accepte: "application/pdf,image/jpeg,image/png"),
        aide: deja
          ? "Votre fichier est reçu ; n’en choisissez un autre que pour le remplacer."
          : "PDF, JPEG ou PNG, \(Fichier.limite / 1_000_000) Mo au plus.",
        erreur: saisie.fautes[nature.lieu],
        estFacultatif: deja,
      ),
      Champ(
        nature.lieu + "-par",
        "Établie par",
        .choix(auteurs, choisi: saisie.facultatif(nature.lieu + "-par")),
        erreur: saisie.fautes[nature.lieu + "-par"],
      ),
    ]
  }

  /// What was received already comes back in a field, so that it is not sent twice.
  private func gardee(_ nom: String) -> some HTML {
    input(.type("hidden"), .name(nom + "-gardee"), .value(saisie[nom + "-gardee"]))
  }
}
