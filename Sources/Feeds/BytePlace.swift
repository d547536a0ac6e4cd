import Glibc
internal import Model

extension ByteView {
  /// Where a byte stands first, from 0; `nil` if it does not.
  ///
  /// - Complexity: O(*n*), many bytes at a time.
  @inline(__always)
  func place(of byte: UInt8) -> Int? {
    memchr(start, Int32(byte), count).map { UnsafeRawPointer($0) - UnsafeRawPointer(start) }
  }
}
