import CXLSXWriter
enum P {}
