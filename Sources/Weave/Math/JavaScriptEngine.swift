// JavaScriptCore through its C interface: strings in, strings out. An engine belongs to the thread
// that made it (see `EngineThread`); nothing here is shared.

#if os(macOS)
  import JavaScriptCore
#else
  import CJavaScriptCore
#endif

/// A JavaScript context that evaluates scripts and calls functions of strings.
final class JavaScriptEngine {
  /// An exception that a script threw, as text.
  struct Thrown: Error, Equatable { var message: String }

  private let context: JSGlobalContextRef

  init() throws(Thrown) {
    guard let context = JSGlobalContextCreate(nil) else {
      throw Thrown(message: "JavaScriptCore could not be started")
    }
    self.context = context
  }

  deinit { JSGlobalContextRelease(context) }

  /// A function that lives as long as its engine.
  struct Function { fileprivate var object: JSObjectRef }

  /// Runs a script and throws what it threw.
  func run(_ script: String) throws(Thrown) {
    _ = try evaluate(script)
  }

  /// Evaluates an expression that gives a function, and keeps it.
  func function(_ expression: String) throws(Thrown) -> Function {
    let value = try evaluate(expression)
    guard JSValueIsObject(context, value), let object = JSValueToObject(context, value, nil),
      JSObjectIsFunction(context, object)
    else { throw Thrown(message: "not a function: \(expression.prefix(80))") }
    JSValueProtect(context, object)
    return Function(object: object)
  }

  /// Calls `function` with strings; its result as a string.
  func call(_ function: Function, _ arguments: [String]) throws(Thrown) -> String {
    let values: [JSValueRef?] = arguments.map { argument in
      withString(argument) { JSValueMakeString(context, $0) }
    }
    var exception: JSValueRef?
    let result = JSObjectCallAsFunction(
      context, function.object, nil, values.count, values, &exception)
    if let exception { throw Thrown(message: text(exception)) }
    guard let result else { throw Thrown(message: "no result") }
    return text(result)
  }

  private func evaluate(_ script: String) throws(Thrown) -> JSValueRef {
    var exception: JSValueRef?
    let result = withString(script) {
      JSEvaluateScript(context, $0, nil, nil, 1, &exception)
    }
    if let exception { throw Thrown(message: text(exception)) }
    guard let result else { throw Thrown(message: "no result") }
    return result
  }

  /// UTF-16, so that a NUL in the text is a character like any other.
  private func withString<Result>(_ text: String, _ body: (JSStringRef?) -> Result) -> Result {
    let string = JSStringCreateWithCharacters(Array(text.utf16), text.utf16.count)
    defer { JSStringRelease(string) }
    return body(string)
  }

  private func text(_ value: JSValueRef) -> String {
    guard let string = JSValueToStringCopy(context, value, nil) else { return "unprintable" }
    defer { JSStringRelease(string) }
    let units = UnsafeBufferPointer(
      start: JSStringGetCharactersPtr(string), count: JSStringGetLength(string))
    return String(decoding: units, as: UTF16.self)
  }
}
