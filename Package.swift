// swift-tools-version: 6.1
import PackageDescription

// The road a page travels: Article → Runner → Ledger → Weave → Site. Arrows go one way.
// What an article's own code imports (Evident and what stands behind it) forms one dynamic
// library, `EvidentKit`; no public signature in it names a type of another package.
let package = Package(
  name: "evident",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "evident", targets: ["EvidentCommand"]),
    .library(
      name: "EvidentKit", type: .dynamic,
      targets: ["Records", "MathCore", "Certificates", "Evidence", "Evident"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CCmarkGFM",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CFLINT", providers: [.apt(["libflint-dev"]), .brew(["flint"])]),
    .systemLibrary(name: "CFLINT2", providers: [.apt(["libflint-arb-dev"])]),
    .systemLibrary(
      name: "CLAPACKE", providers: [.apt(["liblapacke-dev", "libopenblas-dev"])]),
    .systemLibrary(
      name: "CJavaScriptCore", pkgConfig: "javascriptcoregtk-4.1",
      providers: [.apt(["libjavascriptcoregtk-4.1-dev"])]),
    .systemLibrary(name: "CSourceKit"),

    // What an article imports.
    .target(name: "Records"),
    .target(name: "MathCore", dependencies: ["CFLINT", "CFLINT2", "CLAPACKE"]),
    .target(name: "Certificates", dependencies: ["Records", "MathCore"]),
    .target(name: "Evidence", dependencies: ["MathCore", "Records", "Certificates"]),
    .target(name: "Evident", dependencies: ["Evidence"]),

    // The road.
    .target(name: "Diagnostics"),
    .target(
      name: "Article",
      dependencies: ["CCmarkGFM", "Diagnostics", .product(name: "Yams", package: "Yams")]),
    .target(name: "Runner", dependencies: ["Article", "Records", "Diagnostics"]),
    .target(
      name: "Ledger",
      dependencies: ["Article", "Runner", "Records", "MathCore", "Certificates", "Diagnostics"]),
    .target(
      name: "Weave", dependencies: ["Article", "Ledger", "Runner", "CJavaScriptCore", "CSourceKit"]),
    .target(
      name: "Site",
      dependencies: [
        "Article", "Runner", "Ledger", "Weave", "Diagnostics",
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "Yams", package: "Yams"),
      ]),
    .target(
      name: "Preview",
      dependencies: [
        "Site", "Weave", "Ledger", "Runner", "Article", "Diagnostics",
        .product(name: "FlyingFox", package: "FlyingFox"),
      ]),
    .executableTarget(
      name: "EvidentCommand",
      dependencies: [
        "Site", "Preview", "Ledger", "Diagnostics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
    .testTarget(name: "RecordsTests", dependencies: ["Records"]),
    .testTarget(name: "MathCoreTests", dependencies: ["MathCore"]),
    .testTarget(name: "EvidenceTests", dependencies: ["Evident"]),
    .testTarget(name: "CertificatesTests", dependencies: ["Certificates", "Evident"]),
    .testTarget(name: "ArticleTests", dependencies: ["Article"]),
    .testTarget(name: "RunnerTests", dependencies: ["Runner"]),
    .testTarget(name: "LedgerTests", dependencies: ["Ledger", "Evident"]),
    .testTarget(name: "WeaveTests", dependencies: ["Weave"]),
    .testTarget(name: "SiteTests", dependencies: ["Site"]),
    .testTarget(name: "PreviewTests", dependencies: ["Preview"]),
  ],
  swiftLanguageModes: [.v6]
)
