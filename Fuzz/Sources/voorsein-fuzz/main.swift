import FuzzTargets
import Glibc
import Model

// Hands this program over to libFuzzer: `voorsein-fuzz --target=amount FOLDER -max_total_time=60`.
// libFuzzer passes over options that begin with two hyphens.

@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ test: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt

/// The target, where a C function can find it.
nonisolated(unsafe) var target: FuzzTarget?

/// Holds the target's property against one input; libFuzzer keeps the input that stops the program.
@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  do throws(BrokenPromise) {
    try target?.hold(ByteView(start: start, count: count))
  } catch {
    fatalError(error.description)
  }
  return 0
}

let option = "--target="
target = CommandLine.arguments.first { $0.hasPrefix(option) }
  .flatMap { FuzzTarget(rawValue: String($0.dropFirst(option.count))) }
guard target != nil else {
  print("say \(option) and one of \(FuzzTarget.allCases.map(\.rawValue))")
  exit(64)
}
var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
exit(runDriver(&count, &arguments, testOneInput))
