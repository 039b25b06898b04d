// libpng tells of errors by longjmp, which Swift can't be jumped out of: this is the least of it in C, writing a picture
// of one bit a pixel.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Takes a part of the file; false where it can't.
typedef bool (*CDotPNGSink)(void *context, const uint8_t *bytes, size_t count);

// Writes the whole file; false where libpng or the sink gave up.
//   rows: packed without padding but to whole bytes, the leftmost dot in the highest bit, 1 for black.
//   pixels_per_metre: of both directions.
bool cdotpng_write(
    const uint8_t *rows, uint32_t width, uint32_t height, uint32_t pixels_per_metre, CDotPNGSink sink, void *context);
