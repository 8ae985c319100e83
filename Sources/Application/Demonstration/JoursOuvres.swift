internal import Actes
internal import Scolarite

/// The days of a university year on which courses are held.
struct JoursOuvres {
  private let tous: [Jour]
  private let periodes: [NumeroSemestre: ClosedRange<Jour>]

  init(_ annee: AnneeUniversitaire, _ ouverte: AnneeOuverte?) {
    var periodes: [NumeroSemestre: ClosedRange<Jour>] = [:]
    var vacances: [ClosedRange<Jour>] = []
    for periode in ouverte?.periodes ?? [] {
      switch periode.nature {
      case .semestre(let numero): periodes[numero] = periode.debut...periode.fin
      case .vacances: vacances.append(periode.debut...periode.fin)
      case .fenetre: continue
      }
    }
    self.periodes = periodes
    tous = Self.semaines(annee).filter { jour in !vacances.contains { $0.contains(jour) } }
  }

  /// The days of a semester.
  func semestre(_ numero: NumeroSemestre) -> [Jour] {
    guard let periode = periodes[numero] else { return [] }
    return tous.filter(periode.contains)
  }

  /// The first days from a day on.
  func suivants(_ jour: Jour, _ nombre: Int) -> [Jour] {
    Array(tous.drop { $0 < jour }.prefix(nombre))
  }

  /// The last days before a day, in its semester, the latest first.
  func precedents(_ jour: Jour, _ nombre: Int, _ semestre: NumeroSemestre) -> [Jour] {
    Array(self.semestre(semestre).filter { $0 < jour }.suffix(nombre).reversed())
  }

  /// The semester of a year of the BUT to which a day belongs: the last that has begun.
  func enCours(_ annee: AnneeBUT, le jour: Jour) -> NumeroSemestre? {
    let commences = annee.semestres.filter { periodes[$0].map { $0.lowerBound <= jour } ?? false }
    return commences.last ?? annee.semestres.first
  }

  /// Monday to Friday, from September to August; 3 January 2000 was a Monday.
  private static func semaines(_ annee: AnneeUniversitaire) -> [Jour] {
    guard let lundi = Jour(2000, 1, 3) else { return [] }
    let mois = (9...12).map { (annee.debut, $0) } + (1...8).map { (annee.debut + 1, $0) }
    return mois.flatMap { annee, mois in (1...31).compactMap { Jour(annee, mois, $0) } }
      .filter { $0.ecart(depuis: lundi) % 7 < 5 }
  }
}

extension [Jour] {
  /// So many days of them, evenly spread from the first to the last; none where there is no day.
  func repartis(_ nombre: Int) -> [Jour?] {
    (0..<nombre).map { isEmpty ? nil : self[$0 * count / nombre] }
  }
}
