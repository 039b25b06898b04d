import CHarfBuzz

/// Shapes bytes of one font with HarfBuzz; script and direction are guessed from the letters.
func shapeRun(_ text: [UInt8], with face: FontFace) -> GlyphRun {
  let buffer = hb_buffer_create()
  defer { hb_buffer_destroy(buffer) }
  text.withUnsafeBytes { bytes in
    hb_buffer_add_utf8(
      buffer, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), 0, Int32(bytes.count))
  }
  hb_buffer_guess_segment_properties(buffer)
  let isBackward = hb_buffer_get_direction(buffer) == HB_DIRECTION_RTL
  hb_shape(face.font, buffer, nil, 0)

  var count: UInt32 = 0
  let informations = UnsafeBufferPointer(start: hb_buffer_get_glyph_infos(buffer, &count), count: Int(count))
  let positions = UnsafeBufferPointer(start: hb_buffer_get_glyph_positions(buffer, &count), count: Int(count))
  let scale = 1000 / face.unitsPerEm
  var glyphs: [GlyphRun.Glyph] = []
  glyphs.reserveCapacity(Int(count))
  var pen = 0.0
  for (information, position) in zip(informations, positions) {
    glyphs.append(
      GlyphRun.Glyph(
        id: information.codepoint, x: pen + Double(position.x_offset) * scale, y: Double(position.y_offset) * scale))
    pen += Double(position.x_advance) * scale
  }
  let order = isBackward ? informations.reversed().map(\.cluster) : informations.map(\.cluster)
  return GlyphRun(
    face: face.index, text: text, glyphs: glyphs, clusters: clusters(order, textLength: text.count),
    isBackward: isBackward, advance: pen)
}

/// Groups glyphs by the byte at which their text begins; `starts` ascends in the order of the text.
private func clusters(_ starts: [UInt32], textLength: Int) -> [GlyphRun.Cluster] {
  var result: [GlyphRun.Cluster] = []
  var position = 0
  while position < starts.count {
    var next = position + 1
    while next < starts.count, starts[next] == starts[position] { next += 1 }
    let end = next < starts.count ? Int(starts[next]) : textLength
    // The first cluster also covers bytes before it, so that all bytes are spoken for.
    let start = position == 0 ? 0 : Int(starts[position])
    result.append(GlyphRun.Cluster(bytes: end - start, glyphs: next - position))
    position = next
  }
  return result
}

/// The one letter that a letter and a mark make together, as Unicode composes them.
func composed(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
  var result: hb_codepoint_t = 0
  guard hb_unicode_compose(hb_unicode_funcs_get_default(), letter.value, mark.value, &result) != 0 else { return nil }
  return Unicode.Scalar(result)
}
