// swift-tools-version: 6.1
// SPDX-License-Identifier: GPL-3.0-or-later

import PackageDescription

/// The pure half: values in, values out. No Foundation, no files, no clock.
let core: [Target] = [
  .target(name: "Archive"),
  .target(name: "Findings", dependencies: ["Archive"]),
  .target(name: "Language", dependencies: ["Archive", "Findings"]),
  .target(name: "Templates", dependencies: ["Archive", "Findings", "Language"]),
  .target(name: "Reading", dependencies: ["Archive", "Findings", "Language", "Templates"]),
  .target(
    name: "Dialogue", dependencies: ["Archive", "Findings", "Language", "Templates", "Reading"]),
  .target(
    name: "Authoring", dependencies: ["Findings", "Language", "Templates", "Reading", "Dialogue"],
    exclude: ["Pages"]),
]

/// The edges: everything that reads, writes or draws.
let edges: [Target] = [
  .target(
    name: "RuleFiles",
    dependencies: [
      "Archive", "Findings", "Language", "Templates", "Reading", "Dialogue",
      .product(name: "Yams", package: "Yams"),
    ]),
  .target(
    name: "Transcripts",
    dependencies: [
      "Findings", .product(name: "Yams", package: "Yams"),
    ]),
  .systemLibrary(
    name: "CReadline", providers: [.apt(["libreadline-dev"])]),
  .target(name: "Terminal", dependencies: ["CReadline"]),
  .executableTarget(
    name: "mend",
    dependencies: [
      "Authoring", "Dialogue", "Findings", "Language", "Reading", "RuleFiles", "Templates",
      "Terminal", "Transcripts",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
      .product(name: "Mustache", package: "swift-mustache"),
    ]),
]

let tests: [Target] = [
  .target(name: "TestSupport", path: "Tests/TestSupport"),
  .testTarget(name: "TerminalTests", dependencies: ["Terminal", "TestSupport"]),
  .testTarget(
    name: "DialogueTests",
    dependencies: ["Authoring", "Dialogue", "Reading", "RuleFiles", "Language"]),
  .testTarget(
    name: "LanguageTests", dependencies: ["Language", "Findings", "Reading", "RuleFiles"],
    exclude: ["Fixtures"]),
  .testTarget(name: "TemplatesTests", dependencies: ["Templates", "Language", "Findings"]),
  .testTarget(
    name: "ReadingTests",
    dependencies: ["Reading", "Templates", "Language", "Findings", "RuleFiles"]),
  .testTarget(
    name: "RuleFilesTests",
    dependencies: ["RuleFiles", "Findings", "Reading", "Templates", "Dialogue", "TestSupport"]),
  .testTarget(name: "MendTests", dependencies: ["mend", "Authoring", "TestSupport"]),
  .testTarget(
    name: "AuthoringTests",
    dependencies: [
      "Authoring", "RuleFiles", "Findings", "Reading", "Dialogue", "Templates", "Language",
    ],
    exclude: ["Support/validate.py"]),
  .testTarget(
    name: "TranscriptsTests",
    dependencies: ["Transcripts", "Authoring", "Findings", .product(name: "Yams", package: "Yams")]),
]

let package = Package(
  name: "mend",
  products: [
    .library(
      name: "MendCore",
      targets: [
        "Archive", "Findings", "Language", "Templates", "Reading", "Dialogue", "Authoring",
      ]),
    .executable(name: "mend", targets: ["mend"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: core + edges + tests,
  swiftLanguageModes: [.v6]
)
