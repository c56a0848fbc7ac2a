/// A name as a relative address: nothing in it can lead elsewhere or end an attribute.
package func address(_ name: String) -> String {
  let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~".utf8)
  let digits = Array("0123456789ABCDEF")
  return name.utf8.reduce(into: "") { address, byte in
    if plain.contains(byte) {
      address.unicodeScalars.append(Unicode.Scalar(byte))
    } else {
      address += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
    }
  }
}
