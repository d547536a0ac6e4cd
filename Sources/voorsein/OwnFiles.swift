import Glibc

/// Who may read what the program makes.
enum OwnFiles {
  /// Takes group and others every access to what is made from here on, whatever the caller's mask allows.
  ///
  /// Also the folders and files of the libraries: workbooks and the files that SQLite puts beside a database.
  static func keepForOwner() { umask(0o077) }
}
