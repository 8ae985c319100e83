// swift-tools-version: 6.2

import PackageDescription

/// The one set of compiler settings, the same for every target.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

/// How much the compiler optimises a module in debug builds.
///
/// The tests draw dossiers and calendars by the hundred thousand, which takes ten times longer
/// without. A module that is optimised whole is four times faster again, and compiled again whole.
enum Effort {
  case none
  case files
  case whole

  var settings: [SwiftSetting] {
    switch self {
    case .none: []
    case .files: [.unsafeFlags(["-O"], .when(configuration: .debug))]
    case .whole:
      [
        .unsafeFlags(
          ["-O", "-disable-batch-mode", "-whole-module-optimization", "-num-threads", "2"],
          .when(configuration: .debug),
        )
      ]
    }
  }
}

/// A library of one layer: `Sources/<layer>/<name>`.
func library(
  _ name: String,
  in layer: String,
  optimised effort: Effort = .none,
  needs dependencies: [Target.Dependency] = [],
  resources: [Resource] = [],
  exclude: [String] = [],
) -> Target {
  .target(
    name: name,
    dependencies: dependencies,
    path: "Sources/\(layer)/\(name)",
    exclude: exclude,
    resources: resources,
    swiftSettings: settings + effort.settings,
  )
}

/// A C library of the system, found by pkg-config: `Sources/Bindings/<name>`.
func binding(_ name: String, to library: String, in package: String) -> Target {
  .systemLibrary(
    name: name,
    path: "Sources/Bindings/\(name)",
    pkgConfig: library,
    providers: [.apt([package])],
  )
}

/// The data files that ship, inside the binary.
let donnees: [Resource] = [
  "referentiel.json", "maquettes/mmi-but1.json", "maquettes/rt-iom-but2.json",
  "profils/but-national-2022.json", "profils/iut-dijon-2022.json",
  "profils/iut-larochesuryon-2025.json", "profils/but-informatique-session2.json",
  "profils/but-arrondi-2-decimales.json", "profils/bts-exceptionnel-2021.json",
  "specialites-bts.json",
].map { .embedInCode("Donnees/\($0)") }

/// The style sheet, the fonts and the sign of the site, inside the binary.
let apparence: [Resource] = [
  "delibere.css", "favicon.svg", "inter-regular.woff2", "inter-semibold.woff2",
].map { .embedInCode("Ressources/\($0)") }

/// The scripts of the site, inside the binary.
let scripts: [Resource] = [
  "grille.js", "recherche.js", "placement.js", "envoi.js", "jury.js", "simulateur.js",
  "copie.js", "calendrier-session2.js",
].map {
  .embedInCode("Scripts/\($0)")
}

/// The tests of one module: `Tests/<name>Tests`.
func tests(
  of name: String,
  needs dependencies: [Target.Dependency] = [],
  exclude: [String] = [],
) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.target(name: name)] + dependencies,
    path: "Tests/\(name)Tests",
    exclude: exclude,
    swiftSettings: settings,
  )
}

/// What tests of several modules share: `Tests/<name>`.
func support(
  _ name: String,
  needs dependencies: [Target.Dependency],
  exclude: [String] = [],
) -> Target {
  .target(
    name: name,
    dependencies: dependencies,
    path: "Tests/\(name)",
    exclude: exclude,
    swiftSettings: settings,
  )
}

let package = Package(
  name: "delibere",
  products: [.executable(name: "delibere", targets: ["delibere"])],
  targets: [
    // Bindings: C libraries of Debian, one module each.
    binding("CSQLite", to: "sqlite3", in: "libsqlite3-dev"),
    binding("CPostgreSQL", to: "libpq", in: "libpq-dev"),
    binding("CSodium", to: "libsodium", in: "libsodium-dev"),
    binding("CZip", to: "libzip", in: "libzip-dev"),
    binding("CExpat", to: "expat", in: "libexpat1-dev"),
    binding("CXLSXWriter", to: "xlsxwriter", in: "libxlsxwriter-dev"),
    binding("CMicroHTTPD", to: "libmicrohttpd", in: "libmicrohttpd-dev"),
    binding("CQREncode", to: "libqrencode", in: "libqrencode-dev"),
    binding("CCURL", to: "libcurl", in: "libcurl4-openssl-dev"),
    binding("CCrypto", to: "libcrypto", in: "libssl-dev"),
    // Pango and what it stands on: Cairo, Fontconfig.
    binding("CPango", to: "pangocairo", in: "libpango1.0-dev"),
    binding("CTurboJPEG", to: "libturbojpeg", in: "libturbojpeg0-dev"),
    // It has no file of pkg-config.
    .systemLibrary(
      name: "CHyphen",
      path: "Sources/Bindings/CHyphen",
      providers: [.apt(["libhyphen-dev"])],
    ),
    binding("CZlib", to: "zlib", in: "zlib1g-dev"),
    // Toolkit: knows no word of the domain.
    library("Text", in: "Toolkit", optimised: .files),
    library("JSON", in: "Toolkit", optimised: .files, needs: ["Text"]),
    library("CSV", in: "Toolkit", optimised: .files, needs: ["Text"]),
    library("Files", in: "Toolkit"),
    library("Inflating", in: "Toolkit", needs: ["CZlib"]),
    library("Threads", in: "Toolkit"),
    library("SQL", in: "Toolkit", optimised: .files, needs: ["Threads"]),
    library("Hashing", in: "Toolkit", needs: ["CSodium", "CCrypto"]),
    library("SQLite", in: "Toolkit", optimised: .files, needs: ["SQL", "CSQLite"]),
    library("PostgreSQL", in: "Toolkit", optimised: .files, needs: ["SQL", "CPostgreSQL"]),
    library(
      "Spreadsheets",
      in: "Toolkit",
      needs: ["CSV", "Text", "CZip", "CExpat", "CXLSXWriter"],
    ),
    library("HTML", in: "Toolkit", optimised: .files),
    library("QRCode", in: "Toolkit", needs: ["CQREncode"]),
    library("PDF", in: "Toolkit", needs: ["CPango", "CTurboJPEG", "CHyphen", "CZlib"]),
    library("HTTPServer", in: "Toolkit", needs: ["Files", "Hashing", "Threads", "CMicroHTTPD"]),
    library("Transfers", in: "Toolkit", needs: ["Threads", "CCURL"]),
    library("HTTPClient", in: "Toolkit", needs: ["Transfers", "CCURL"]),
    library("Mail", in: "Toolkit", needs: ["Transfers", "Hashing", "CCURL"]),
    library("ICalendar", in: "Toolkit"),
    library("JOSE", in: "Toolkit", needs: ["JSON", "Hashing", "CCrypto"]),
    library("XML", in: "Toolkit", needs: ["CExpat"]),
    // Domain: values and rules, pure.
    library("Scolarite", in: "Domain", optimised: .whole),
    // Exam timetabling, which knows nothing of IUTs.
    library("Calendrier", in: "Domain", optimised: .files),
    // People who do not exist, for demonstrations, tests and measures.
    library("Fiction", in: "Domain", optimised: .files, needs: ["Scolarite"]),
    // Application: what people do and ask, and the ports that it needs.
    library("Actes", in: "Application", needs: ["Scolarite", "Calendrier", "Text"]),
    // An IUT that does not exist, made by the acts that people do.
    library("Demonstration", in: "Application", needs: ["Actes", "Fiction", "Scolarite"]),
    // Adapters: what comes in and goes out as data.
    library(
      "Echanges",
      in: "Adapters",
      optimised: .files,
      needs: ["Actes", "Scolarite", "JSON", "CSV", "ICalendar", "Spreadsheets", "Text"],
      resources: donnees,
    ),
    // Adapters: sessions of exams as workbooks and drawings, searches that go on.
    library(
      "Epreuves",
      in: "Adapters",
      needs: ["Actes", "Calendrier", "HTML", "Scolarite", "Spreadsheets", "Text", "Threads"],
    ),
    // Adapters: how pages look; knows neither the register nor the acts.
    library(
      "Habillage",
      in: "Adapters",
      needs: ["HTML", "HTTPServer", "Text"],
      resources: apparence,
      exclude: ["Ressources/TIERS.md", "Ressources/inter-LICENCE.txt"],
    ),
    // Adapters: who comes, as a university says it.
    library(
      "Identites",
      in: "Adapters",
      needs: ["Actes", "HTTPClient", "JOSE", "JSON", "XML", "Hashing"],
    ),
    // Adapters: where facts live.
    library(
      "Registre",
      in: "Adapters",
      needs: [
        "Actes", "Scolarite", "JSON", "Files", "Hashing", "Threads", "SQL", "SQLite",
        "PostgreSQL", "Inflating",
      ],
    ),
    // Adapters: how messages look, and the server that takes them.
    library("Courrier", in: "Adapters", needs: ["Actes", "HTML", "Mail", "Scolarite"]),
    // Adapters: passwords, codes and tokens.
    library("Coffre", in: "Adapters", needs: ["Actes", "Hashing", "Threads"]),
    // Adapters: what is printed.
    library(
      "Documents",
      in: "Adapters",
      needs: ["Actes", "Scolarite", "PDF", "QRCode", "Text", "Threads"],
    ),
    // Adapters: the web site.
    library(
      "Site",
      in: "Adapters",
      needs: [
        "Actes", "Scolarite", "Habillage", "HTML", "HTTPServer", "JSON", "QRCode", "Text",
      ],
      resources: scripts,
    ),
    // App: the command line, where all meet.
    .executableTarget(
      name: "delibere",
      dependencies: [
        "Scolarite", "Calendrier", "Fiction", "Actes", "Coffre", "Courrier", "Demonstration",
        "Documents", "Echanges", "Epreuves", "HTTPClient", "HTTPServer", "Identites", "Mail",
        "Registre",
        "Site", "Threads", "JSON", "Text", "Files", "Spreadsheets",
      ],
      path: "Sources/App/delibere",
      swiftSettings: settings,
    ),
    // What measures stand on: curricula, règlements, students who do not exist.
    .target(
      name: "Terrain",
      dependencies: ["Scolarite", "Fiction", "Echanges"],
      path: "Benchmarks/Terrain",
      swiftSettings: settings,
    ),
    // The two ways to a proposal, compared; it builds without the site nor the base.
    .executableTarget(
      name: "Accord",
      dependencies: ["Terrain", "Scolarite", "Fiction", "Echanges", "Files", "Text"],
      path: "Benchmarks/Accord",
      swiftSettings: settings,
    ),
    // Measures: what it costs, beside what it could cost at least.
    .executableTarget(
      name: "Mesures",
      dependencies: [
        "Terrain", "Scolarite", "Fiction", "Actes", "Coffre", "Demonstration", "Echanges",
        "Registre", "Site", "SQL", "PostgreSQL", "Soutien", "Text", "Threads", "Files",
        "HTTPServer", "HTML", "PDF",
        "CPango", "Documents",
      ],
      path: "Benchmarks/Mesures",
      swiftSettings: settings,
    ),
    // One search of the exam calendar: what `Benchmarks/examens` runs; it builds without the rest.
    .executableTarget(
      name: "UneRecherche",
      dependencies: ["Calendrier", "Files"],
      path: "Benchmarks/Examens",
      swiftSettings: settings,
    ),
    support(
      "Soutien",
      needs: ["Actes", "Scolarite", "SQL", "SQLite", "PostgreSQL", "Threads"],
      exclude: ["Serveurs"],
    ),
    tests(of: "SQL", needs: ["SQLite", "PostgreSQL", "Soutien", "Files", "Threads"]),
    tests(of: "Text"),
    tests(of: "JSON", needs: ["Text"]),
    tests(of: "CSV", needs: ["Text"]),
    tests(of: "Files"),
    tests(of: "Spreadsheets", needs: ["CSV", "Text"], exclude: ["Fichiers"]),
    tests(of: "Hashing"),
    tests(of: "Coffre", needs: ["Actes", "Hashing"]),
    tests(of: "HTML", needs: ["Text"]),
    tests(of: "QRCode"),
    tests(of: "PDF", needs: ["Files"]),
    tests(of: "Habillage", needs: ["HTML", "HTTPServer", "Hashing", "Files"]),
    tests(of: "HTTPServer", needs: ["Files", "Threads"]),
    tests(of: "HTTPClient", needs: ["HTTPServer", "Soutien"]),
    tests(of: "Mail", needs: ["Hashing", "Soutien"]),
    tests(of: "ICalendar", needs: ["Soutien"]),
    tests(of: "JOSE", needs: ["JSON", "Hashing"]),
    tests(of: "XML"),
    tests(
      of: "Identites",
      needs: ["Actes", "Scolarite", "HTTPClient", "HTTPServer", "Soutien"],
    ),
    tests(
      of: "Documents",
      needs: ["Actes", "Scolarite", "Files", "CPango"],
      exclude: ["Images"],
    ),
    tests(of: "Scolarite"),
    tests(of: "Calendrier"),
    tests(of: "Epreuves", needs: ["Actes", "Calendrier", "Spreadsheets", "XML"]),
    tests(of: "Fiction", needs: ["Scolarite", "Echanges"]),
    tests(
      of: "Echanges",
      needs: ["Scolarite", "Fiction", "JSON", "Spreadsheets", "Text", "Files"],
      exclude: ["Cas", "Feuilles/Fichiers"],
    ),
    tests(
      of: "Registre",
      needs: [
        "Actes", "Calendrier", "Coffre", "Demonstration", "Echanges", "Scolarite", "Fiction",
        "JSON",
        "Hashing", "Spreadsheets", "SQL", "SQLite", "PostgreSQL", "Files", "Soutien", "Threads",
      ],
    ),
    tests(
      of: "Site",
      needs: [
        "Actes", "Coffre", "Demonstration", "Documents", "Echanges", "Epreuves", "Fiction",
        "Habillage",
        "Hashing", "HTTPServer", "ICalendar", "JSON", "Registre", "Scolarite", "SQL", "Soutien",
      ],
    ),
    tests(
      of: "Courrier",
      needs: [
        "Actes", "Coffre", "Demonstration", "Echanges", "Mail", "Registre", "Scolarite", "SQL",
        "Soutien",
      ],
    ),
    tests(
      of: "delibere",
      needs: ["Actes", "Registre", "Scolarite", "CSV", "JSON", "Soutien", "SQL"],
      exclude: ["Gardes"],
    ),
  ],
)
