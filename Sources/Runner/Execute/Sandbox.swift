import Foundation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What stands between an article's program and the machine.
///
/// With bubblewrap the program has no network, sees the system read-only and nothing of anybody's
/// files, has a private temporary folder and processes of its own, and is nobody in particular even
/// when the generator is root. Without it there are only limits on what it uses.
public struct Sandbox: Sendable, Equatable {
  /// The path of bubblewrap, if it works here.
  var bubblewrap: String?
  /// `prlimit` and `setpriv` of util-linux.
  var limiter: String?
  var userSwitch: String?

  /// For provenance.
  public var name: String {
    switch (bubblewrap, limiter) {
    case (.some, _): "bubblewrap: no network, read-only system, private files, resource limits"
    case (nil, .some): "resource limits only"
    case (nil, nil): "limits of time and records only"
    }
  }

  /// What works on this machine, found by trying it.
  static func find(toolchain: Toolchain, core: CoreLibrary, scratch: String) -> Sandbox {
    let here = Sandbox(
      bubblewrap: nil, limiter: Toolchain.search("prlimit"),
      userSwitch: geteuid() == 0 ? Toolchain.search("setpriv") : nil)
    guard let bubblewrap = Toolchain.search("bwrap"), here.limiter != nil else { return here }
    var candidate = here
    candidate.bubblewrap = bubblewrap
    let trial = candidate.command(
      ["/usr/bin/env", "true"], folder: scratch, toolchain: toolchain, core: core,
      limits: RunLimits(), seconds: 10)
    let result = try? Tool.run(trial, scratch: scratch, seconds: 20)
    return result?.succeeded == true ? candidate : here
  }

  /// The path at which a sandboxed program sees the folder that it lies in.
  private static let mountPoint = "/article"

  /// The path of a file of the program's folder as the program sees it.
  func path(_ file: String, in folder: String) -> String {
    bubblewrap == nil ? "\(folder)/\(file)" : "\(Sandbox.mountPoint)/\(file)"
  }

  /// The whole command line that runs `program`, which lies in `folder`.
  func command(
    _ program: [String], folder: String, toolchain: Toolchain, core: CoreLibrary,
    limits: RunLimits, seconds: Double
  ) -> [String] {
    guard let bubblewrap else {
      return limiting(limits, seconds, sharesUser: true)
        + ["/usr/bin/env", "-C", folder] + program
    }
    var arguments = [
      bubblewrap, "--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts",
      "--unshare-cgroup-try", "--die-with-parent", "--new-session",
    ]
    if userSwitch == nil {
      arguments += ["--unshare-user"]
    } else {
      arguments += ["--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]
    }
    for path in ["/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32"] {
      arguments += ["--ro-bind-try", path, path]
    }
    arguments += Sandbox.folders(above: "/etc/alternatives")
    for path in ["ld.so.cache", "ld.so.conf", "ld.so.conf.d", "alternatives", "localtime"] {
      arguments += ["--ro-bind-try", "/etc/" + path, "/etc/" + path]
    }
    arguments += ["--proc", "/proc", "--dev", "/dev", "--perms", "1777", "--tmpfs", "/tmp"]
    for path in [toolchain.runtime, toolchain.helpers, core.libraries] {
      arguments += Sandbox.folders(above: path) + ["--ro-bind", path, path]
    }
    arguments += ["--ro-bind", folder, Sandbox.mountPoint, "--chdir", "/tmp", "--"]
    return arguments + limiting(limits, seconds, sharesUser: userSwitch == nil)
      + anonymously() + program
  }

  /// Makes the folders above a path, for everybody to enter: bubblewrap's own are for root alone.
  private static func folders(above path: String) -> [String] {
    let parts = path.split(separator: "/").dropLast()
    return parts.indices.flatMap { index in
      ["--perms", "0755", "--dir", "/" + parts[...index].joined(separator: "/")]
    }
  }

  /// As a user who owns nothing, when we are root: root is not held by a limit on processes.
  private func anonymously() -> [String] {
    guard let userSwitch else { return [] }
    return [
      userSwitch, "--reuid=65534", "--regid=65534", "--clear-groups", "--no-new-privs",
      "--inh-caps=-all", "--bounding-set=-all",
    ]
  }

  private func limiting(_ limits: RunLimits, _ seconds: Double, sharesUser: Bool) -> [String] {
    guard let limiter else { return [] }
    // The kernel counts all processes of the user, not only this program's.
    let others = Sandbox.runningProcesses(of: sharesUser ? geteuid() : 65534)
    let cpu = Int(min(seconds, 1e6).rounded(.up))
    return [
      limiter, "--as=\(limits.memory)", "--fsize=\(limits.output)", "--cpu=\(cpu)", "--core=0",
      "--nproc=\(others + limits.processes)", "--",
    ]
  }

  /// Processes and their threads.
  private static func runningProcesses(of user: uid_t) -> Int {
    let files = FileManager.default
    let entries = (try? files.contentsOfDirectory(atPath: "/proc")) ?? []
    var count = 0
    for entry in entries where entry.allSatisfy(\.isNumber) {
      var information = stat()
      guard stat("/proc/\(entry)", &information) == 0, information.st_uid == user else { continue }
      count += (try? files.contentsOfDirectory(atPath: "/proc/\(entry)/task").count) ?? 1
    }
    return count
  }

  /// What a program in this sandbox finds in its environment.
  func environment(
    toolchain: Toolchain, folder: String, seed: RunSeed
  ) -> [String: String] {
    let temporary = bubblewrap == nil ? folder : "/tmp"
    var environment = [
      RunSeed.variable: seed.digest,
      "PATH": "/usr/bin:/bin", "HOME": temporary, "TMPDIR": temporary, "LC_ALL": "C.UTF-8",
      "SWIFT_DETERMINISTIC_HASHING": "1",
      // One thread adds in one order.
      "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1",
      "SWIFT_BACKTRACE": [
        "enable=yes", "color=no", "interactive=no", "threads=crashed", "registers=none",
        "images=none", "output-to=stderr", "timeout=20s", "swift-backtrace=" + toolchain.backtracer,
      ].joined(separator: ","),
    ]
    environment["OPENBLAS_CORETYPE"] = Sandbox.commonKernel
    return environment
  }

  /// OpenBLAS would take the fastest kernel for the processor, and each adds in an order of its
  /// own. This one runs on every processor of its architecture, so that all of them give the same
  /// bits.
  private static let commonKernel: String? = {
    #if arch(x86_64)
      "Prescott"
    #elseif arch(arm64)
      "ARMV8"
    #else
      nil
    #endif
  }()

  /// bubblewrap reports a signal as an exit status above 128, like a shell.
  func end(_ end: ChildProcess.End) -> ChildProcess.End {
    if bubblewrap != nil, case .exited(let status) = end, status > 128, status < 128 + 65 {
      return .signalled(status - 128)
    }
    return end
  }
}
