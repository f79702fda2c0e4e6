import ArgumentParser
import Diagnostics
import Foundation
import Site

/// Where the site is.
struct SiteOption: ParsableArguments {
  @Option(
    name: .customLong("site"),
    help: ArgumentHelp(
      "The folder that holds site/site.yml.",
      discussion: "Default: the nearest one at or above the current folder.", valueName: "dir"))
  var root: String?

  /// The site's folder, or an error of usage.
  func folder() throws -> SiteFolder {
    let here = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
    if let root {
      let folder = SiteFolder(root: URL(fileURLWithPath: root, relativeTo: here))
      guard FileManager.default.fileExists(atPath: folder.root.path) else {
        throw ValidationError("there is no folder \(root)")
      }
      return folder
    }
    guard let folder = SiteFolder.find(from: here) else {
      throw ValidationError(
        "no site here: neither \(here.path) nor a folder above it holds "
          + "\(SiteFolder.siteFilePath). Name the site's folder with --site.")
    }
    return folder
  }
}

/// The options that every command takes which runs articles, and what follows from them.
struct CommonOptions: ParsableArguments {
  @OptionGroup var site: SiteOption

  @Option(help: "How many articles to compile and run at once. Default: one for each core.")
  var jobs: Int?

  @Flag(
    name: .customLong("no-cache"),
    help: "Run the code of every article, even where its results are known from before.")
  var noCache = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs needs a number from 1 on") }
  }

  func folder() throws -> SiteFolder { try site.folder() }
}
