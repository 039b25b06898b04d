// ZXing is C++ and throws; Swift can call neither, so this is the least of it in C: search a picture, list what it holds.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// What to look for, and how hard.
typedef struct {
  bool global_threshold; // one threshold for the whole picture instead of one for each neighbourhood
  bool any_direction;    // also turn the picture by 90, 180 and 270 degrees, and look at it made smaller
  bool other_kinds;      // Aztec, Data Matrix and PDF417 instead of QR
} CZXingSearch;

// One symbol in the picture. Its bytes belong to the list it came from.
typedef struct {
  const uint8_t *bytes; // the payload without character-set conversion; not terminated, may hold zeros
  size_t count;
  int x[4]; // corners in pixels, clockwise from the symbol's own top left
  int y[4];
} CZXingSymbol;

// The symbols found in one picture.
typedef struct CZXingSymbols CZXingSymbols;

// Searches a gray picture without padding between rows. NULL where ZXing gave up with an exception.
CZXingSymbols *czxing_search(const uint8_t *gray, int width, int height, CZXingSearch search);
size_t czxing_count(const CZXingSymbols *symbols);
// `index` must be below the count.
CZXingSymbol czxing_symbol(const CZXingSymbols *symbols, size_t index);
void czxing_free(CZXingSymbols *symbols);

#ifdef __cplusplus
}
#endif
