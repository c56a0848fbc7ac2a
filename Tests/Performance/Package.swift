// swift-tools-version: 6.2

import PackageDescription

// A package of its own, so that the product does not depend on what measures it.
let package = Package(
  name: "Performance",
  targets: [
    .executableTarget(
      name: "service-benchmark", swiftSettings: [.treatAllWarnings(as: .error)])
  ]
)
