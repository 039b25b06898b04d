import ArgumentParser

extension KsefRender {
  /// Does what the arguments ask, and ends the process with an exit code where it fails.
  ///
  /// They are read as the named command alone reads them, or else the default one: the tree of all commands takes longer
  /// to build, and is wanted only by help and mistakes. Whatever one command can't read goes to the tree, which says why.
  package static func call(_ arguments: [String]) {
    do {
      var command = try commandAlone(arguments) ?? parseAsRoot(arguments)
      try command.run()
    } catch {
      exit(withError: error)
    }
  }

  /// Nil where the arguments ask about the program, or aren't what the command takes.
  private static func commandAlone(_ arguments: [String]) -> (any ParsableCommand)? {
    guard let first = arguments.first, first != "help", arguments.count > 1 || !first.hasPrefix("-") else { return nil }
    let named = configuration.subcommands.first { $0._commandName == first }
    let command = named ?? RenderCommand.self
    do {
      let parsed = try command.parseAsRoot(named == nil ? arguments : Array(arguments.dropFirst()))
      return type(of: parsed) == command ? parsed : nil
    } catch {
      // The tree meets the same again, and knows what to call it.
      return nil
    }
  }
}
