// swift-tools-version: 6.2

import PackageDescription

/// Every target of the project: Swift 6 mode comes with the tools version, warnings are errors.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]
/// The rooms that calculate are optimised in debug builds too: their tests plan hundreds of rounds.
let fast: [SwiftSetting] = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

// The rooms stand in the data's order: files → records → round → program → plans → reports.
// A room imports only rooms above it.
let package = Package(
  name: "jetbd",
  products: [
    .executable(name: "jetbd", targets: ["jetbd"]),
    // For Tests/Performance, which measures the readers and fuzzes them for as long as one likes.
    .library(name: "Intake", targets: ["Records", "Intake"]),
    .library(name: "IntakeFuzzing", targets: ["IntakeFuzzing"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
  ],
  targets: [
    .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CGLPK", providers: [.apt(["libglpk-dev"])]),
    .systemLibrary(name: "CMessageDigest", providers: [.apt(["libmd-dev"])]),
    .systemLibrary(name: "CZip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .target(name: "CLinux", cSettings: [.define("_GNU_SOURCE")]),
    .target(name: "Records", dependencies: ["CMessageDigest"], swiftSettings: strict),
    .target(name: "Spreadsheets", dependencies: ["CXLSXWriter"], swiftSettings: strict),
    .target(
      name: "Intake",
      dependencies: [
        "Records", "Spreadsheets", "CExpat", "CZip", .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict),
    .target(
      name: "Round", dependencies: ["Records", .product(name: "BigInt", package: "BigInt")],
      swiftSettings: fast),
    .target(name: "Optimisation", dependencies: ["CGLPK"], swiftSettings: fast),
    .target(
      name: "Plans", dependencies: ["Records"],
      // In the code, so that the one binary can be moved anywhere.
      resources: [
        .embedInCode("Schemas/plans.schema.json"),
        .embedInCode("Schemas/certificate.schema.json"),
        .embedInCode("Schemas/inputs.schema.json"),
        .embedInCode("Schemas/status.schema.json"),
      ],
      swiftSettings: strict),
    .target(
      name: "Pages",
      dependencies: ["Plans", .product(name: "Mustache", package: "swift-mustache")],
      resources: [.embedInCode("Browser/page.js"), .embedInCode("Browser/lists.js")],
      swiftSettings: strict),
    .target(
      name: "Pairing",
      dependencies: ["Round", "Optimisation", "Plans"], swiftSettings: fast),
    .target(name: "Proof", dependencies: ["Round", "Plans"], swiftSettings: fast),
    .target(
      name: "Reports", dependencies: ["Round", "Plans", "Pages", "Spreadsheets"],
      swiftSettings: strict),
    .target(name: "StatusPages", dependencies: ["Plans", "Pages"], swiftSettings: strict),
    .target(
      name: "Worker",
      dependencies: ["Intake", "Round", "Pairing", "Proof", "Reports", "CLinux"],
      swiftSettings: strict),
    .target(
      name: "Service",
      dependencies: [
        "Records", "Plans", "StatusPages", "CLinux",
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "jetbd",
      dependencies: [
        "Worker", "Proof", "Service",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .testTarget(name: "RecordsTests", dependencies: ["Records"], swiftSettings: strict),
    .testTarget(
      name: "IntakeTests", dependencies: ["Intake", "IntakeFuzzing", "Spreadsheets"],
      swiftSettings: strict),
    .testTarget(name: "RoundTests", dependencies: ["Round"], swiftSettings: strict),
    .testTarget(name: "OptimisationTests", dependencies: ["Optimisation"], swiftSettings: strict),
    .testTarget(
      name: "PairingTests", dependencies: ["Pairing", "Proof", "Intake", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["Reports", "StatusPages", "Spreadsheets", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "StatusPagesTests", dependencies: ["StatusPages", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ServiceTests", dependencies: ["Service", "StatusPages"], swiftSettings: strict),
    .testTarget(
      name: "ProofTests", dependencies: ["Proof"], swiftSettings: strict),
    .testTarget(
      name: "jetbdTests", dependencies: ["jetbd", "Plans", "CXLSXWriter", "TestSupport"],
      swiftSettings: strict),

    // Checks that share nothing with the solver's path: no room of the product is imported.
    .target(
      name: "TestSupport",
      dependencies: [
        .product(name: "BigInt", package: "BigInt"), .product(name: "Yams", package: "Yams"),
      ],
      path: "Tests/Support", swiftSettings: strict),
    // Cases for the readers, damaged by a seed: shared by IntakeTests and Tests/Performance.
    .target(
      name: "IntakeFuzzing", dependencies: ["Intake", "Plans", "CZip", "TestSupport"],
      path: "Tests/Fuzzing", swiftSettings: strict),
    .testTarget(name: "SupportTests", dependencies: ["TestSupport"], swiftSettings: strict),
  ]
)
