// swift-tools-version: 6.2

import PackageDescription

/// Warnings are errors here too.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

// A package of its own, so that the product does not depend on what measures it.
let package = Package(
  name: "Performance",
  dependencies: [.package(name: "jetbd", path: "../..")],
  targets: [
    .executableTarget(name: "service-benchmark", swiftSettings: strict),
    .executableTarget(
      name: "intake-benchmark", dependencies: [.product(name: "Intake", package: "jetbd")],
      swiftSettings: strict),
    .executableTarget(
      name: "intake-fuzz",
      dependencies: [.product(name: "IntakeFuzzing", package: "jetbd")], swiftSettings: strict),
  ]
)
