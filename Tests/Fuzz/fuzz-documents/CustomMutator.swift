import CLibFuzzer
import DocumentFuzzing

/// libFuzzer asks this for every change: half of the time an element is changed, else bytes are, as libFuzzer does.
@_cdecl("LLVMFuzzerCustomMutator")
func customMutator(data: UnsafeMutablePointer<UInt8>, size: Int, capacity: Int, seed: UInt32) -> Int {
  guard seed & 1 == 0 else { return LLVMFuzzerMutate(data, size, capacity) }
  var mutation = ElementMutation(seed: UInt64(seed))
  let bytes = Array(UnsafeBufferPointer(start: data, count: size))
  let mutated = mutation.mutated(bytes) { text in
    let room = text.count + 64
    return [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      guard let start = buffer.baseAddress else { return }
      buffer.initialize(repeating: 0)
      for (index, byte) in text.enumerated() { buffer[index] = byte }
      count = LLVMFuzzerMutate(start, text.count, room)
    }
  }
  guard let mutated, mutated.count <= capacity else { return LLVMFuzzerMutate(data, size, capacity) }
  data.update(from: mutated, count: mutated.count)
  return mutated.count
}
