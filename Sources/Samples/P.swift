import Model
enum P {}
