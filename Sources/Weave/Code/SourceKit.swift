// The toolchain's own reader of Swift code, `libsourcekitdInProc`, loaded when it is first needed
// and called by names that are looked up then. Only this file touches it.

import CSourceKit
import Foundation
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// One request at a time: sourcekitd would cancel the other.
final class SourceKit: Sendable {
  /// Why the library cannot be used.
  struct Unavailable: Error, Equatable, CustomStringConvertible {
    var description: String
  }

  /// A process has one sourcekitd at most: the first library that was asked for.
  private static let only = Mutex<Result<SourceKit, Unavailable>?>(nil)

  /// - Parameter library: the path of `libsourcekitdInProc.so`.
  static func shared(library: String) throws(Unavailable) -> SourceKit {
    let result = only.withLock { loaded in
      if case .success(let kit)? = loaded { return Result<SourceKit, Unavailable>.success(kit) }
      let result = Result { () throws(Unavailable) in try load(library) }
      loaded = result
      return result
    }
    return try result.get()
  }

  static func load(_ library: String) throws(Unavailable) -> SourceKit {
    try SourceKit(library: library)
  }

  private let functions: Mutex<SourceKitFunctions>

  private init(library: String) throws(Unavailable) {
    guard FileManager.default.fileExists(atPath: library) else {
      throw Unavailable(description: "there is no \(library)")
    }
    guard let handle = dlopen(library, RTLD_NOW | RTLD_LOCAL) else {
      throw Unavailable(description: dlerror().map { String(cString: $0) } ?? "it cannot be loaded")
    }
    guard let functions = SourceKitFunctions(handle) else {
      throw Unavailable(description: "\(library) lacks a function that is needed")
    }
    SignalHandlers.kept { functions.initialize() }
    self.functions = Mutex(functions)
  }

  /// What the parser says of each stretch of the code; empty when it says nothing.
  func syntaxMap(of code: String) -> [SyntaxSpan] {
    functions.withLock { $0.syntaxMap(of: code) }
  }
}

/// The functions of the library, and the one conversation that is held with them.
private struct SourceKitFunctions {
  let initialize: sourcekitd_initialize_f
  let uid: sourcekitd_uid_get_from_cstr_f
  let text: sourcekitd_uid_get_string_ptr_f
  let makeRequest: sourcekitd_request_dictionary_create_f
  let setUID: sourcekitd_request_dictionary_set_uid_f
  let setNumber: sourcekitd_request_dictionary_set_int64_f
  let setText: sourcekitd_request_dictionary_set_stringbuf_f
  let releaseRequest: sourcekitd_request_release_f
  let send: sourcekitd_send_request_sync_f
  let isError: sourcekitd_response_is_error_f
  let value: sourcekitd_response_get_value_f
  let dispose: sourcekitd_response_dispose_f
  let entry: sourcekitd_variant_dictionary_get_value_f
  let number: sourcekitd_variant_dictionary_get_int64_f
  let kind: sourcekitd_variant_dictionary_get_uid_f
  let count: sourcekitd_variant_array_get_count_f
  let element: sourcekitd_variant_array_get_value_f

  init?(_ library: UnsafeMutableRawPointer) {
    func find<T>(_ name: String, as type: T.Type = T.self) -> T? {
      dlsym(library, "sourcekitd_" + name).map { unsafeBitCast($0, to: type) }
    }
    guard let initialize: sourcekitd_initialize_f = find("initialize"),
      let uid: sourcekitd_uid_get_from_cstr_f = find("uid_get_from_cstr"),
      let text: sourcekitd_uid_get_string_ptr_f = find("uid_get_string_ptr"),
      let makeRequest: sourcekitd_request_dictionary_create_f = find("request_dictionary_create"),
      let setUID: sourcekitd_request_dictionary_set_uid_f = find("request_dictionary_set_uid"),
      let setNumber: sourcekitd_request_dictionary_set_int64_f = find(
        "request_dictionary_set_int64"),
      let setText: sourcekitd_request_dictionary_set_stringbuf_f = find(
        "request_dictionary_set_stringbuf"),
      let releaseRequest: sourcekitd_request_release_f = find("request_release"),
      let send: sourcekitd_send_request_sync_f = find("send_request_sync"),
      let isError: sourcekitd_response_is_error_f = find("response_is_error"),
      let value: sourcekitd_response_get_value_f = find("response_get_value"),
      let dispose: sourcekitd_response_dispose_f = find("response_dispose"),
      let entry: sourcekitd_variant_dictionary_get_value_f = find("variant_dictionary_get_value"),
      let number: sourcekitd_variant_dictionary_get_int64_f = find("variant_dictionary_get_int64"),
      let kind: sourcekitd_variant_dictionary_get_uid_f = find("variant_dictionary_get_uid"),
      let count: sourcekitd_variant_array_get_count_f = find("variant_array_get_count"),
      let element: sourcekitd_variant_array_get_value_f = find("variant_array_get_value")
    else { return nil }
    (self.initialize, self.uid, self.text) = (initialize, uid, text)
    (self.makeRequest, self.setUID, self.setNumber) = (makeRequest, setUID, setNumber)
    (self.setText, self.releaseRequest, self.send) = (setText, releaseRequest, send)
    (self.isError, self.value, self.dispose) = (isError, value, dispose)
    (self.entry, self.number, self.kind) = (entry, number, kind)
    (self.count, self.element) = (count, element)
  }

  /// A document that is opened, read and closed again. It is parsed only, never type-checked.
  func syntaxMap(of code: String) -> [SyntaxSpan] {
    let name = "block.swift"
    let answer =
      ask("source.request.editor.open") { request in
        set(request, "key.name", name)
        set(request, "key.sourcetext", code)
        for (key, value) in [
          ("key.enablesyntaxmap", 1), ("key.enablesubstructure", 0), ("key.enablediagnostics", 0),
          ("key.syntactic_only", 1),
        ] {
          setNumber(request, uid(key), Int64(value))
        }
      } read: {
        spans(in: $0)
      }
    _ = ask("source.request.editor.close") {
      set($0, "key.name", name)
    } read: { _ in
      true
    }
    return SyntaxSpan.tidied(answer ?? [], count: code.utf8.count)
  }

  private func set(_ request: sourcekitd_object_t, _ key: String, _ value: String) {
    var value = value
    value.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        setText(request, uid(key), $0.baseAddress, $0.count)
      }
    }
  }

  private func ask<Answer>(
    _ kind: String, _ fill: (sourcekitd_object_t) -> Void,
    read: (sourcekitd_variant_t) -> Answer
  ) -> Answer? {
    guard let request = makeRequest(nil, nil, 0) else { return nil }
    defer { releaseRequest(request) }
    setUID(request, uid("key.request"), uid(kind))
    fill(request)
    guard let response = send(request) else { return nil }
    defer { dispose(response) }
    return isError(response) ? nil : read(value(response))
  }

  private func spans(in answer: sourcekitd_variant_t) -> [SyntaxSpan] {
    let map = entry(answer, uid("key.syntaxmap"))
    let (kindKey, offsetKey, lengthKey) = (uid("key.kind"), uid("key.offset"), uid("key.length"))
    return (0..<count(map)).compactMap { index in
      let token = element(map, index)
      guard let name = kind(token, kindKey).flatMap({ text($0) }),
        let kind = SyntaxKind(sourceKit: String(cString: name))
      else { return nil }
      let offset = Int(number(token, offsetKey))
      let length = Int(number(token, lengthKey))
      return offset >= 0 && length > 0 ? SyntaxSpan(kind, offset..<offset + length) : nil
    }
  }
}
