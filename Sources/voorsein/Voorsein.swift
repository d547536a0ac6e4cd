import ArgumentParser
@main struct Voorsein: ParsableCommand { func run() { print("x") } }
