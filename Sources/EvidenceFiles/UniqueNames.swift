/// Names under which files can be told apart, since an archive may hold two members of the same name.
struct UniqueNames {
  private var taken: Set<String> = []

  /// The name itself, or the name with a number behind it where another file has it.
  mutating func unique(_ name: String) -> String {
    if taken.insert(name).inserted { return name }
    var number = 2
    while !taken.insert("\(name) (\(number))").inserted { number += 1 }
    return "\(name) (\(number))"
  }
}
