import Model
import CCSV
import CZlib
enum P {}
