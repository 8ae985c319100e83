/// Annealing whose temperature falls with the share of the budget that is spent.
struct Recuit {
  private let budget: Recherche.Budget
  private let melange: Melange
  private let temperatures: (Double, Double)?
  private let debut: Int
  private var propositions = 0
  private var lots = 0
  private var arrete = false
  private let pasDuBilan: Int?
  private var prochainBilan = 0
  private var bilan: Bilan?

  /// Levels of the pilot run, and the share of the budget that it takes.
  private static let niveaux = 48
  private static let partDuPilote = 0.05

  init(_ reglages: Recherche.Reglages, _ modele: Modele, debut: Int) {
    budget = reglages.budget
    melange = reglages.melange ?? Melange.pour(modele.probleme)
    temperatures = reglages.temperatures
    pasDuBilan = reglages.pasDuBilan
    self.debut = debut
  }

  /// Anneals until the budget is spent; returns the number of proposals.
  mutating func refroidir(
    _ etat: inout Etat,
    horloge: () -> Int,
    suivre: (Recherche.Progres) -> Bool,
  ) -> Int {
    let tirages = Tableau<Int32>(Etat.tirages)
    defer { tirages.liberer() }
    let plan: Refroidissement
    if let (chaud, froid) = temperatures {
      plan = Refroidissement(de: chaud, a: froid)
    } else {
      plan = piloter(&etat, tirages, horloge, suivre)
    }
    let depart = avancement(horloge)
    while !arrete {
      let part = avancement(horloge)
      if part >= 1 { break }
      let temperature = plan.temperature((part - depart) / (1 - depart))
      avancer(&etat, temperature, tirages, horloge, suivre)
    }
    if etat.cout < etat.meilleurCout { etat.noterLeMeilleur() }
    return propositions
  }

  /// One lot of proposals at one temperature.
  private mutating func avancer(
    _ etat: inout Etat,
    _ temperature: Double,
    _ tirages: Tableau<Int32>,
    _ horloge: () -> Int,
    _ suivre: (Recherche.Progres) -> Bool,
  ) {
    if lots & 15 == 0 {
      let duree = horloge() - debut
      compter(&etat, duree)
      let progres = Recherche.Progres(
        propositions: propositions,
        duree: duree,
        cout: etat.cout,
        meilleur: min(etat.meilleurCout, etat.cout),
        temperature: temperature,
        acceptations: etat.acceptations,
        bilan: bilan,
      )
      if !suivre(progres) { arrete = true }
    }
    lots += 1
    var tours = Recherche.lot
    if case .propositions(let total) = budget {
      tours = min(max(1, min(tours, total / 8192)), total - propositions)
    }
    etat.tourner(
      tours,
      temperature: UInt64(temperature * 65_536),
      melange: melange,
      tirages: tirages,
    )
    propositions += tours
  }

  /// Takes the account of the best calendar when it is time to.
  private mutating func compter(_ etat: inout Etat, _ duree: Int) {
    guard let pasDuBilan, duree >= prochainBilan else { return }
    if etat.cout < etat.meilleurCout { etat.noterLeMeilleur() }
    bilan = etat.modele.probleme.bilan(etat.meilleurCalendrier())
    prochainBilan = duree + pasDuBilan
  }

  /// The share of the budget that is spent.
  private func avancement(_ horloge: () -> Int) -> Double {
    switch budget {
    case .propositions(let total): total > 0 ? Double(propositions) / Double(total) : 1
    case .nanosecondes(let total): total > 0 ? Double(horloge() - debut) / Double(total) : 1
    }
  }

  /// Cools quickly once, and notes how much the cost varies at each temperature.
  private mutating func piloter(
    _ etat: inout Etat,
    _ tirages: Tableau<Int32>,
    _ horloge: () -> Int,
    _ suivre: (Recherche.Progres) -> Bool,
  ) -> Refroidissement {
    let amplitude = etat.amplitude(melange: melange, tirages: tirages)
    let complet = Refroidissement(de: 20 * amplitude, a: 0.4)
    let depart = avancement(horloge)
    var mesures: [(temperature: Double, ecartType: Double)] = []
    for k in 0..<Self.niveaux {
      if arrete || avancement(horloge) >= 1 { break }
      let temperature = complet.temperature((Double(k) + 0.5) / Double(Self.niveaux))
      let fin = depart + Self.partDuPilote * Double(k + 1) / Double(Self.niveaux)
      var mesure = Mesure()
      repeat {
        avancer(&etat, temperature, tirages, horloge, suivre)
        mesure.ajouter(Double(etat.cout))
      } while (avancement(horloge) < fin || mesure.nombre < 8) && !arrete
        && avancement(horloge) < 1
      mesures.append((temperature, mesure.ecartType))
    }
    return Refroidissement(pilote: mesures)
  }

  /// Mean and variance of a flow of numbers.
  private struct Mesure {
    var nombre = 0.0
    private var moyenne = 0.0
    private var carres = 0.0

    mutating func ajouter(_ x: Double) {
      nombre += 1
      let ecart = x - moyenne
      moyenne += ecart / nombre
      carres += ecart * (x - moyenne)
    }

    var ecartType: Double { nombre > 1 ? (carres / (nombre - 1)).squareRoot() : 0 }
  }
}
