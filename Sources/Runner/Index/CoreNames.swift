import Foundation
import Synchronization

/// The names that the core library gives to articles, as the toolchain's symbol graphs list them:
/// functions, operators, variables and types at the top level of its modules, members with their
/// type before them (`Claim.exact`), and operators that are members by themselves, too.
final class CoreNames: Sendable {
  private let toolchain: Toolchain
  private let core: CoreLibrary
  /// Where the names are kept for later runs.
  private let memoryFile: String
  /// A folder of this run's own.
  private let folder: String
  private let names = Mutex<Set<String>?>(nil)

  static let modules = ["Evident", "Evidence", "MathCore", "Records"]

  init(toolchain: Toolchain, core: CoreLibrary, memoryFile: String, folder: String) {
    self.toolchain = toolchain
    self.core = core
    self.memoryFile = memoryFile
    self.folder = folder
  }

  /// Read when first asked for; the articles that run at the same time wait for one reader.
  func all() throws(ChildProcess.Failure) -> Set<String> {
    let result: Result<Set<String>, ChildProcess.Failure> = names.withLock { names in
      if let names { return .success(names) }
      do {
        let all = try remembered() ?? readAll()
        names = all
        return .success(all)
      } catch let failure as ChildProcess.Failure {
        return .failure(failure)
      } catch {
        return .failure(.init(message: "\(error)"))
      }
    }
    return try result.get()
  }

  /// The names of an earlier run, and what the modules were like then.
  private struct Memory: Codable {
    var modules: [String]
    var names: [String]
  }

  /// Size and time of each module: what tells a rebuilt library from the old one.
  private func fingerprints() -> [String] {
    CoreNames.modules.map { module in
      let path = "\(core.modules)/\(module).swiftmodule"
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      let time = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
      return "\(path) \(attributes?[.size] ?? 0) \(time)"
    }
  }

  private func remembered() -> Set<String>? {
    guard let data = FileManager.default.contents(atPath: memoryFile),
      let memory = try? JSONDecoder().decode(Memory.self, from: data),
      memory.modules == fingerprints()
    else { return nil }
    return Set(memory.names)
  }

  private func readAll() throws(ChildProcess.Failure) -> Set<String> {
    var all: Set<String> = []
    for module in CoreNames.modules { all.formUnion(try read(module)) }
    // Without a memory the next run reads again; nothing else depends on it.
    let memory = Memory(modules: fingerprints(), names: all.sorted())
    try? JSONEncoder().encode(memory).write(to: URL(fileURLWithPath: memoryFile), options: .atomic)
    return all
  }

  private struct Graph: Decodable {
    struct Symbol: Decodable {
      struct Kind: Decodable { var identifier: String }
      var kind: Kind
      var pathComponents: [String]
    }
    var symbols: [Symbol]
  }

  private func read(_ module: String) throws(ChildProcess.Failure) -> Set<String> {
    var arguments = [
      toolchain.symbolGraphExtract, "-module-name", module, "-target", toolchain.target, "-I",
      core.modules, "-output-dir", folder, "-minimum-access-level", "public",
      "-skip-inherited-docs",
    ]
    if let sdk = toolchain.sdk { arguments += ["-sdk", sdk] }
    for map in core.moduleMaps { arguments += ["-Xcc", "-fmodule-map-file=" + map] }
    let result = try Tool.run(arguments, scratch: folder)
    let file = "\(folder)/\(module).symbols.json"
    guard result.succeeded, let data = FileManager.default.contents(atPath: file),
      let graph = try? JSONDecoder().decode(Graph.self, from: data)
    else {
      throw .init(message: "the names of module \(module) cannot be read: \(result.errors)")
    }
    return Set(
      graph.symbols.flatMap { symbol -> [String] in
        let path = symbol.pathComponents
        guard path.count <= 2, let last = path.last else { return [] }
        let name = ArticleIndex.baseName(last)
        guard path.count == 2 else { return [name] }
        let isOperator = !(name.first?.isLetter ?? true)
        return ["\(path[0]).\(name)"] + (isOperator ? [name] : [])
      })
  }
}
