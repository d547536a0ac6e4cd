// swift-tools-version: 6.2
import PackageDescription

// One program that feeds libFuzzer's inputs to the properties of Tests/FuzzTests/Targets, which
// Sources/FuzzTargets is a link to. Built by run.sh only: it needs flags that reach every module.

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let modules = Target.Dependency.product(name: "VoorseinModules", package: "voorsein")

let package = Package(
  name: "voorsein-fuzz",
  dependencies: [.package(name: "voorsein", path: "..")],
  targets: [
    .target(name: "FuzzTargets", dependencies: [modules], swiftSettings: settings),
    .executableTarget(
      name: "voorsein-fuzz", dependencies: ["FuzzTargets", modules], swiftSettings: settings),
  ]
)
