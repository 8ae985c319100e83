internal import Calendrier
internal import HTML

/// Where the most loaded students stand.
enum LesPlusCharges {
  static let gauche = 230
  static let nombre = 12
}

// The load of students, day by day.
extension DessinDeCalendrier {
  /// How many students have so many exams each day: the more, the darker; the number is written.
  var chaleur: some HTML {
    let haut = hautDeLaChaleur
    return g(.class("chaleur")) {
      texte("sousTitre", 16, haut, "Charge des étudiants par jour")
      texte(
        "resume",
        16,
        haut + 18,
        "Combien d’étudiants inscrits ont ce nombre d’épreuves ce jour-là.",
      )
      HTMLList(
        (0...charge.plusGrandNombre).map { nombre in
          texte("colonne", 120 + nombre * 92 + 44, haut + 42, Self.nom(nombre))
        }
      )
      HTMLList(charge.jours.indices.map { ligneDeChaleur($0, haut + 50 + $0 * 30) })
    }
  }

  private static func nom(_ nombre: Int) -> String {
    nombre == 0 ? "aucune" : nombre == 1 ? "1 épreuve" : "\(nombre) épreuves"
  }

  private func ligneDeChaleur(_ jour: Int, _ y: Int) -> some HTML {
    let effectifs = charge.effectifs(jour: jour)
    let total = max(effectifs.reduce(0, +), 1)
    let nom = charge.jours[jour].isEmpty ? "jour \(jour + 1)" : charge.jours[jour]
    return HTMLGroup(
      texte("salle", 16, y + 18, nom),
      HTMLList(
        effectifs.enumerated().map { nombre, effectif in
          let degre = effectif == 0 ? 0 : 1 + min(effectif * 4 / total, 3)
          return HTMLGroup(
            cadre("case d\(degre)", 120 + nombre * 92, y, 88, 26),
            texte("nombre n\(degre)", 120 + nombre * 92 + 44, y + 18, "\(effectif)"),
          )
        }
      ),
    )
  }

  /// Those with most exams on one day: a square for each period in which they are called.
  var plusCharges: some HTML {
    let haut = hautDesPlusCharges
    return g(.class("charges")) {
      texte("sousTitre", 16, haut, "Étudiants les plus chargés")
      texte(
        "resume",
        16,
        haut + 18,
        "Un carré par créneau où l’étudiant est attendu ; le chiffre compte ses épreuves.",
      )
      HTMLList(
        charge.lesPlusCharges.prefix(LesPlusCharges.nombre).enumerated().map { rang, candidat in
          ligneDeCandidat(candidat, haut + 30 + rang * 22)
        }
      )
    }
  }

  private func ligneDeCandidat(_ candidat: Int, _ y: Int) -> some HTML {
    let siennes = charge.periodes[candidat]
    let parJour = charge.parJour[candidat].max() ?? 0
    let fin = LesPlusCharges.gauche + probleme.periodes.count * 20 + charge.jours.count * 8 + 8
    return HTMLGroup(
      texte("petit", 16, y + 13, coupe(probleme.nommer(candidat: candidat), 34)),
      HTMLList(
        probleme.periodes.indices.map { p in
          carre(
            siennes.count { $0 == p },
            LesPlusCharges.gauche + p * 20 + probleme.jours[p] * 8,
            y,
          )
        }
      ),
      texte(
        "petit",
        fin,
        y + 13,
        "\(siennes.count) épreuves, jusqu’à \(parJour) le même jour",
      ),
    )
  }

  @HTMLBuilder private func carre(_ nombre: Int, _ x: Int, _ y: Int) -> some HTML {
    cadre(nombre == 0 ? "case d0" : nombre == 1 ? "case d3" : "case double", x, y, 17, 17)
    if nombre > 0 { texte("nombre n3", x + 8, y + 13, "\(nombre)") }
  }
}
