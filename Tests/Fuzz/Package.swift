// swift-tools-version: 6.1
// SPDX-License-Identifier: GPL-3.0-or-later

import PackageDescription

/// Fuzz targets, apart from the main package so that it needs none of this. `./run` builds and runs them.
let package = Package(
  name: "fuzz",
  products: [
    .library(name: "FuzzTemplates", type: .static, targets: ["FuzzTemplates"]),
    .library(name: "FuzzRules", type: .static, targets: ["FuzzRules"]),
    .library(name: "FuzzReading", type: .static, targets: ["FuzzReading"]),
  ],
  dependencies: [.package(url: "https://github.com/jpsim/Yams", from: "6.2.2")],
  targets: [
    .target(name: "Findings"),
    .target(name: "Language", dependencies: ["Findings"]),
    .target(name: "Templates", dependencies: ["Findings", "Language"]),
    .target(name: "Reading", dependencies: ["Findings", "Language", "Templates"]),
    .target(name: "Dialogue", dependencies: ["Findings", "Language", "Templates", "Reading"]),
    .target(
      name: "RuleFiles",
      dependencies: [
        "Findings", "Language", "Templates", "Reading", "Dialogue",
        .product(name: "Yams", package: "Yams"),
      ]),
    .target(name: "FuzzTemplates", dependencies: ["Templates", "Language", "Findings"]),
    .target(name: "FuzzRules", dependencies: ["RuleFiles", "Reading", "Findings"]),
    .target(name: "FuzzReading", dependencies: ["RuleFiles", "Reading", "Language", "Findings"]),
  ],
  swiftLanguageModes: [.v6]
)
