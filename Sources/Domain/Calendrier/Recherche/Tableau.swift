/// A flat table without bounds checks, reference counting or copies, for the loop of the search.
///
/// Every index is checked in debug builds, with which the tests run. Who makes a table frees it;
/// only `Etat` makes any, and frees them when it ends.
@safe
struct Tableau<Element: BitwiseCopyable> {
  private let base: UnsafeMutablePointer<Element>
  let nombre: Int

  init(repeating valeur: Element, count nombre: Int) {
    self.nombre = nombre
    unsafe base = .allocate(capacity: max(nombre, 1))
    unsafe base.initialize(repeating: valeur, count: nombre)
  }

  init(_ valeurs: [Element]) {
    nombre = valeurs.count
    unsafe base = .allocate(capacity: max(nombre, 1))
    for i in 0..<nombre { unsafe (base + i).initialize(to: valeurs[i]) }
  }

  @inline(__always)
  subscript(_ i: Int) -> Element {
    get {
      assert(i >= 0 && i < nombre)
      return unsafe base[i]
    }
    nonmutating set {
      assert(i >= 0 && i < nombre)
      unsafe base[i] = newValue
    }
  }

  @inline(__always)
  func echanger(_ i: Int, _ j: Int) {
    let x = self[i]
    self[i] = self[j]
    self[j] = x
  }

  func copier(de autre: Tableau<Element>) {
    precondition(autre.nombre == nombre)
    unsafe base.update(from: autre.base, count: nombre)
  }

  func liberer() {
    unsafe base.deallocate()
  }
}

extension Tableau where Element == Int32 {
  /// Adds a multiple of a row of another table: `self[i + k] += facteur × autre[j + k]`.
  @inline(__always)
  func ajouter(_ facteur: Int32, fois autre: Tableau<Int32>, de j: Int, a i: Int, nombre n: Int) {
    assert(i >= 0 && i + n <= nombre && j >= 0 && j + n <= autre.nombre)
    let destination = unsafe base + i
    let source = unsafe autre.base + j
    for k in 0..<n {
      unsafe destination[k] = destination[k] &+ facteur &* source[k]
    }
  }
}
