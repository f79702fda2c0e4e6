// One thread for one JavaScript engine. Deeply nested TeX needs a deep stack, which the threads of
// Swift's pool do not promise, and JavaScriptCore is happiest where it was born.

import Foundation
import Synchronization

/// A thread with an 8 MB stack that does one job after the other. It ends when nobody holds it.
final class EngineThread: Sendable {
  private let jobs = JobQueue()

  init(name: String, stackSize: Int = 8 << 20) {
    let jobs = jobs
    let thread = Thread {
      while let job = jobs.next() { autoreleased(job) }
    }
    thread.name = name
    thread.stackSize = stackSize
    thread.start()
  }

  deinit { jobs.close() }

  /// Does `work` on this thread and waits for its result.
  func perform<Result: Sendable>(_ work: @escaping @Sendable () -> Result) -> Result {
    let answer = Answer<Result>()
    jobs.add { answer.give(work()) }
    return answer.take()
  }
}

private func autoreleased(_ job: () -> Void) {
  #if canImport(ObjectiveC)
    autoreleasepool { job() }
  #else
    job()
  #endif
}

/// What is still to do. `NSCondition` guards `pending` and `isClosed`.
private final class JobQueue: @unchecked Sendable {
  private let condition = NSCondition()
  private var pending: [@Sendable () -> Void] = []
  private var isClosed = false

  func add(_ job: @escaping @Sendable () -> Void) {
    condition.withLock {
      pending.append(job)
      condition.signal()
    }
  }

  func close() {
    condition.withLock {
      isClosed = true
      condition.signal()
    }
  }

  /// The next job, or `nil` when there will be none.
  func next() -> (@Sendable () -> Void)? {
    condition.withLock {
      while pending.isEmpty && !isClosed { condition.wait() }
      return pending.isEmpty ? nil : pending.removeFirst()
    }
  }
}

/// A result on its way from one thread to another.
private final class Answer<Value: Sendable>: @unchecked Sendable {
  private let condition = NSCondition()
  private var value: Value?

  func give(_ value: Value) {
    condition.withLock {
      self.value = value
      condition.signal()
    }
  }

  func take() -> Value {
    condition.withLock {
      while true {
        if let value { return value }
        condition.wait()
      }
    }
  }
}
