internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

/// The form of a request.
struct FormulaireDeRedoublement: HTML {
  private let ouverte: VoirSesRedoublements.Ouverte
  private let saisie: SaisieLue
  private let vu: DossierVu
  private let jeton: Jeton

  init(
    _ ouverte: VoirSesRedoublements.Ouverte,
    _ envoyee: SaisieLue?,
    _ vu: DossierVu,
    _ jeton: Jeton,
  ) {
    self.ouverte = ouverte
    saisie = envoyee ?? SaisieLue([:])
    self.vu = vu
    self.jeton = jeton
  }

  func render(into output: inout HTMLOutput) { corps.render(into: &output) }

  private var corps: some HTML {
    let semestres = semestres
    let autres = autres
    return HTMLGroup(
      p {
        Typographie.phrase(
          "Un redoublement n’est jamais automatique : la demande est examinée. Un refus serait motivé, "
            + "avec des conseils d’orientation ; l’étudiant peut demander à être entendu avant."
        )
      },
      ResumeDesErreurs(de: semestres + autres),
      Formulaire(vers: vu.adresse("redoublement"), jeton: jeton, aDesFichiers: true) {
        input(.type("hidden"), .name("promotion"), .value("\(ouverte.promotion.id)"))
        for champ in semestres { champ }
        for champ in autres { champ }
        Boutons(Bouton("Déposer la demande", .premier))
        p(.role("status"), .data("progres", "Envoi de la demande…")) {}
      },
    )
  }

  private var semestres: [Champ] {
    ouverte.semestres.map { semestre in
      let nom = "s\(semestre.valeur)"
      return Champ(
        nom,
        "Redoubler le semestre \(semestre.valeur)",
        .coche(saisie[nom] == "oui"),
        erreur: saisie.fautes[nom],
      )
    }
  }

  private var autres: [Champ] {
    [
      Champ(
        "motif",
        "Pourquoi",
        .texteLong(saisie["motif"]),
        aide: "Ce qui s’est passé cette année, et ce qui changera.",
        erreur: saisie.fautes["motif"],
      ),
      Champ(
        "anterieurs",
        "Semestres déjà redoublés dans un autre établissement",
        .texte(saisie["anterieurs"]),
        aide: "« 1, 2 » ; ceux que l’IUT connaît sont comptés sans vous.",
        erreur: saisie.fautes["anterieurs"],
        estFacultatif: true,
      ),
      Champ(
        "audition",
        vu.estLeSien
          ? "Je demande à être entendu avant la décision"
          : "L’étudiant demande à être entendu avant la décision",
        .coche(saisie["audition"] == "oui"),
      ),
      Champ(
        "piece",
        "Pièce",
        .fichier(accepte: "application/pdf,image/jpeg,image/png"),
        aide: "PDF, JPEG ou PNG ; elle est nécessaire pour invoquer une force majeure.",
        erreur: saisie.fautes["piece"],
        estFacultatif: true,
      ),
    ]
  }
}
