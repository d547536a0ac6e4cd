// swift-tools-version: 6.2
import PackageDescription

// The house, bottom up. docs/architecture.md draws it; HouseRulesTests holds it.

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

func module(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource]? = nil)
  -> Target
{
  .target(
    name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

func library(_ name: String, apt package: String) -> Target {
  .systemLibrary(name: name, providers: [.apt([package])])
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
  name: "voorsein",
  products: [
    .executable(name: "voorsein", targets: ["voorsein"]),
    // For Fuzz/ alone; nobody else may build on it.
    .library(
      name: "VoorseinModules",
      targets: ["Model", "Diagnostics", "Tabular", "Definitions", "Pipeline", "Feeds", "Stages"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    module("Model", []),
    module("Diagnostics", []),
    module("Tabular", ["Model", "CCSV", "CZlib"]),
    module("Definitions", ["Model", "Diagnostics", yams]),
    module("Pipeline", ["Model", "Diagnostics", "Definitions", "Tabular", crypto]),

    module("Feeds", ["Model", "Diagnostics", "Definitions", "Tabular", "Pipeline"]),
    module("Stages", ["Model", "Diagnostics", "Definitions", "Pipeline"]),
    module("State", ["Model", "Diagnostics", "Definitions", "Pipeline", grdb, sqlite]),
    module(
      "Reports",
      ["Model", "Diagnostics", "Definitions", "Tabular", "Pipeline", "CXLSXWriter", mustache]),
    module("Samples", ["Model", "Tabular"]),

    .executableTarget(
      name: "voorsein",
      dependencies: [
        "Model", "Diagnostics", "Definitions", "Tabular", "Pipeline",
        "Feeds", "Stages", "State", "Reports", "Samples", argumentParser, logging,
      ],
      swiftSettings: settings),

    .target(
      name: "TestSupport", dependencies: ["Model", "Tabular"], path: "Tests/TestSupport",
      swiftSettings: settings),
    tests("ModelTests", ["Model", "TestSupport"]),
    tests("DiagnosticsTests", ["Diagnostics", "TestSupport"]),
    tests("TabularTests", ["Tabular", "Model", "TestSupport"]),
    tests("DefinitionsTests", ["Definitions", "Model", "Diagnostics", "TestSupport"]),
    tests(
      "PipelineTests",
      ["Pipeline", "Definitions", "Model", "Diagnostics", "Tabular", "TestSupport"]),
    tests(
      "FeedsTests",
      ["Feeds", "Pipeline", "Definitions", "Model", "Diagnostics", "Tabular", "TestSupport"]),
    tests(
      "StagesTests",
      [
        "Stages", "Pipeline", "Definitions", "Model", "Diagnostics", "Samples", "Tabular",
        "TestSupport",
      ]),
    tests(
      "StateTests",
      ["State", "Pipeline", "Definitions", "Model", "Diagnostics", "TestSupport", grdb]),
    tests(
      "ReportsTests",
      ["Reports", "Pipeline", "Definitions", "Model", "Diagnostics", "Tabular", "TestSupport"]),
    tests("SamplesTests", ["Samples", "Model", "Tabular", "TestSupport"]),
    tests(
      "FeedContractTests",
      ["Feeds", "Pipeline", "Definitions", "Model", "Diagnostics", "Tabular", "TestSupport"]),
    tests("CaseTests", ["Model", "Tabular", "TestSupport", "voorsein"]),
    tests(
      "FuzzTests",
      [
        "Feeds", "Stages", "Pipeline", "Definitions", "Model", "Diagnostics", "Tabular",
        "TestSupport",
      ]),
    tests("HouseRulesTests", ["Diagnostics", "TestSupport"]),

    library("CCSV", apt: "libcsv-dev"),
    library("CZlib", apt: "zlib1g-dev"),
    library("CXLSXWriter", apt: "libxlsxwriter-dev"),
  ]
)
