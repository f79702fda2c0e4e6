// TeX to HTML with MathML, by KaTeX inside JavaScriptCore, at build time. Equal formulas are
// typeset once. Safe to use from any thread; one engine does the work, one formula at a time.

import Foundation
import Synchronization

/// Why a formula does not typeset.
public struct TeXError: Error, Equatable, Sendable {
  /// A sentence without a full stop, as KaTeX says it.
  public var message: String
  /// Where, in UTF-16 units from the formula's start; `nil` when only the formula is known.
  public var offset: Int?
  /// The error is in the body of a site macro that the formula uses.
  public var isInMacro: Bool

  public init(_ message: String, offset: Int? = nil, isInMacro: Bool = false) {
    self.message = message
    self.offset = offset
    self.isInMacro = isInMacro
  }
}

/// Typesets formulas. Make one for a site and share it.
public final class MathTypesetter: Sendable {
  private struct Formula: Hashable {
    var tex: String
    var display: Bool
  }

  private let thread = EngineThread(name: "evident.mathematics")
  private let engine: KaTeXEngine
  private let known = Mutex<[Formula: Result<String, TeXError>]>([:])

  /// Starts the engine. Macros are what the site file declares, `\R` to `\mathbb{R}`.
  public init(
    katex: KaTeXInstallation, macros: [String: String] = [:]
  ) throws(MathEngineError) {
    guard let script = try? String(contentsOfFile: katex.script, encoding: .utf8) else {
      throw .unreadable(path: katex.script)
    }
    let started = thread.perform { () -> Result<KaTeXEngine, MathEngineError> in
      do throws(JavaScriptEngine.Thrown) {
        return .success(try KaTeXEngine(script: script, macros: macros))
      } catch {
        return .failure(.broken(error.message))
      }
    }
    engine = try started.get()
  }

  /// The formula as HTML with MathML inside, or why it does not typeset.
  public func typeset(_ tex: String, display: Bool) -> Result<String, TeXError> {
    let formula = Formula(tex: tex, display: display)
    if let result = known.withLock({ $0[formula] }) { return result }
    let result = thread.perform { [engine] in engine.typeset(tex, display: display) }
    known.withLock { $0[formula] = result }
    return result
  }

  /// How many different formulas were typeset so far.
  public var distinctFormulas: Int { known.withLock { $0.count } }
}

/// KaTeX, loaded. Only ever touched on its typesetter's thread, which is what makes it sendable.
private final class KaTeXEngine: @unchecked Sendable {
  private let engine: JavaScriptEngine
  private let function: JavaScriptEngine.Function
  private let macros: String

  init(script: String, macros: [String: String]) throws(JavaScriptEngine.Thrown) {
    engine = try JavaScriptEngine()
    try engine.run(script)
    function = try engine.function(KaTeXProgram.typesetFunction)
    self.macros = Self.json(macros)
    if case .failure(let error) = typeset("x", display: false) {
      throw JavaScriptEngine.Thrown(message: error.message)
    }
  }

  func typeset(_ tex: String, display: Bool) -> Result<String, TeXError> {
    do throws(JavaScriptEngine.Thrown) {
      return read(try engine.call(function, [tex, display ? "display" : "inline", macros]))
    } catch {
      return .failure(TeXError(error.message))
    }
  }

  /// Reads the program's answer: `+html` or `-position|where|message`.
  private func read(_ answer: String) -> Result<String, TeXError> {
    if answer.first == "+" { return .success(String(answer.dropFirst())) }
    let parts = answer.dropFirst().split(
      separator: "|", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return .failure(TeXError(answer)) }
    return .failure(
      TeXError(String(parts[2]), offset: Int(parts[0]), isInMacro: parts[1] == "macro"))
  }

  private static func json(_ macros: [String: String]) -> String {
    let data = try? JSONSerialization.data(withJSONObject: macros, options: [.sortedKeys])
    return data.map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}
