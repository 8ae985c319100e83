/// Where the nodes and ribbons of a flow stand, in hundredths of a pixel: everything is whole, so that
/// the ribbons of a node are exactly as high as what they carry.
struct DispositionDeSankey {
  /// A node in its column.
  struct Place: Hashable {
    let noeud: Int
    let x: Int
    let y: Int
    let hauteur: Int
  }

  /// A link between the edges of two nodes.
  struct Ruban: Hashable {
    let lien: Int
    let x1: Int
    let y1: Int
    let x2: Int
    let y2: Int
    let hauteur: Int
  }

  static let largeurDeNoeud = 1200
  /// From a column to the next: a node and the names beside it.
  static let pasPermis = 23_000...36_000
  /// How wide the drawing would be.
  static let largeurVisee = 108_000
  static let haut = 4_000
  /// What two lines of text need.
  static let hauteurDuTexte = 3_200
  static let ecart = 1_400
  /// How high the highest column would be, and the bounds of one unit of weight.
  static let hauteurVisee = 42_000
  static let bornes = 60...900

  let unite: Int
  /// By node.
  private(set) var places: [Place] = []
  /// By link.
  private(set) var rubans: [Ruban] = []
  let pas: Int
  let largeur: Int
  private(set) var hauteur = 0

  private let noeuds: [Sankey.Noeud]
  private let liens: [Sankey.Flot]

  /// - Precondition: links lead to later columns, between nodes that exist.
  init(_ noeuds: [Sankey.Noeud], _ liens: [Sankey.Flot]) {
    self.noeuds = noeuds
    self.liens = liens
    let parColonne = Dictionary(grouping: noeuds.indices) { noeuds[$0].colonne }
    let lourde = parColonne.values.map { $0.map { noeuds[$0].poids }.reduce(0, +) }.max() ?? 1
    unite = min(
      max(Self.hauteurVisee / max(lourde, 1), Self.bornes.lowerBound),
      Self.bornes.upperBound,
    )
    let colonnes = (noeuds.map(\.colonne).max() ?? 0) + 1
    pas = min(
      max(Self.largeurVisee / colonnes, Self.pasPermis.lowerBound),
      Self.pasPermis.upperBound,
    )
    largeur = colonnes * pas
    let ordre = OrdreDeSankey(parColonne, liens).colonnes
    placer(ordre)
    relier()
  }

  private mutating func placer(_ ordre: [Int: [Int]]) {
    var placees: [Int: Place] = [:]
    for (colonne, siens) in ordre {
      var y = Self.haut
      for noeud in siens {
        let sienne = noeuds[noeud].poids * unite
        placees[noeud] = Place(noeud: noeud, x: colonne * pas, y: y, hauteur: sienne)
        y += max(sienne, Self.hauteurDuTexte) + Self.ecart
      }
      hauteur = max(hauteur, y)
    }
    places = noeuds.indices.compactMap { placees[$0] }
  }

  /// Ribbons leave and arrive in the order of what stands at their other end.
  private mutating func relier() {
    var departs = places.map(\.y)
    var arrivees = departs
    var debuts: [Int: Int] = [:]
    var fins: [Int: Int] = [:]
    for lien in liens.indices.sorted(by: {
      places[liens[$0].vers].rang < places[liens[$1].vers].rang
    }) {
      debuts[lien] = departs[liens[lien].de]
      departs[liens[lien].de] += liens[lien].poids * unite
    }
    for lien in liens.indices.sorted(by: { places[liens[$0].de].rang < places[liens[$1].de].rang })
    {
      fins[lien] = arrivees[liens[lien].vers]
      arrivees[liens[lien].vers] += liens[lien].poids * unite
    }
    rubans = liens.indices.map { lien in
      Ruban(
        lien: lien,
        x1: places[liens[lien].de].x + Self.largeurDeNoeud,
        y1: debuts[lien] ?? 0,
        x2: places[liens[lien].vers].x,
        y2: fins[lien] ?? 0,
        hauteur: liens[lien].poids * unite,
      )
    }
  }
}

extension DispositionDeSankey.Place {
  /// From top to bottom, then from left to right.
  fileprivate var rang: (Int, Int) { (y, x) }
}

/// The nodes of each column, in an order that keeps ribbons from crossing.
struct OrdreDeSankey {
  private(set) var colonnes: [Int: [Int]]
  private let liens: [Sankey.Flot]

  /// How often the columns are gone through.
  static let passages = 6

  init(
    _ parColonne: [Int: [Int]],
    _ liens: [Sankey.Flot],
    passages: Int = Self.passages,
  ) {
    self.liens = liens
    colonnes = parColonne.mapValues { $0.sorted() }
    var meilleures = colonnes
    var moins = croisements
    for passage in 0..<passages where moins > 0 {
      let versLaDroite = passage.isMultiple(of: 2)
      for colonne in colonnes.keys.sorted(by: versLaDroite ? { $0 < $1 } : { $0 > $1 }) {
        ranger(colonne, versLaDroite: versLaDroite)
      }
      let nombre = croisements
      if nombre < moins { (meilleures, moins) = (colonnes, nombre) }
    }
    colonnes = meilleures
  }

  /// The rank of each node in its column.
  private var rangs: [Int: Int] {
    var rangs: [Int: Int] = [:]
    for siens in colonnes.values {
      for (rang, noeud) in siens.enumerated() { rangs[noeud] = rang }
    }
    return rangs
  }

  /// Puts each node of a column at the mean of those that it is linked to on one side; what has no
  /// link there stays where it was.
  private mutating func ranger(_ colonne: Int, versLaDroite: Bool) {
    let rangs = rangs
    let siens = colonnes[colonne] ?? []
    let cles = siens.map { noeud -> Int in
      let voisins = liens.filter { (versLaDroite ? $0.vers : $0.de) == noeud }
      let poids = voisins.map(\.poids).reduce(0, +)
      guard poids > 0 else { return (rangs[noeud] ?? 0) * 1000 }
      let somme = voisins.map { (rangs[versLaDroite ? $0.de : $0.vers] ?? 0) * 1000 * $0.poids }
      return somme.reduce(0, +) / poids
    }
    colonnes[colonne] = zip(siens, cles).enumerated().sorted {
      ($0.element.1, $0.offset) < ($1.element.1, $1.offset)
    }.map(\.element.0)
  }

  /// How many students cross others.
  var croisements: Int {
    let rangs = rangs
    var nombre = 0
    for (rang, un) in liens.enumerated() {
      for autre in liens[(rang + 1)...] {
        guard let (de, vers) = Self.ecarts(un, autre, rangs) else { continue }
        if de * vers < 0 { nombre += min(un.poids, autre.poids) }
      }
    }
    return nombre
  }

  private static func ecarts(_ un: Sankey.Flot, _ autre: Sankey.Flot, _ rangs: [Int: Int])
    -> (Int, Int)?
  {
    guard un.colonnes == autre.colonnes else { return nil }
    guard let a = rangs[un.de], let b = rangs[autre.de], let c = rangs[un.vers],
      let d = rangs[autre.vers]
    else { return nil }
    return (a - b, c - d)
  }
}
