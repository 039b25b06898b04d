#include "czxing.h"

// Chooses UTF-8 for Result::text() in ZXing 1.4; without it the header warns, though only bytes() is used here.
#define ZX_USE_UTF8
#include <ZXing/ReadBarcode.h>

struct CZXingSymbols {
  ZXing::Results results;
};

CZXingSymbols *czxing_search(const uint8_t *gray, int width, int height, CZXingSearch search) {
  try {
    using namespace ZXing;
    DecodeHints hints;
    hints.setTryHarder(true)
        .setTryRotate(search.any_direction)
        .setTryDownscale(search.any_direction)
        .setBinarizer(search.global_threshold ? Binarizer::GlobalHistogram : Binarizer::LocalAverage)
        .setFormats(search.other_kinds ? BarcodeFormat::Aztec | BarcodeFormat::DataMatrix | BarcodeFormat::PDF417
                                       : BarcodeFormats(BarcodeFormat::QRCode));
    return new CZXingSymbols{ReadBarcodes(ImageView(gray, width, height, ImageFormat::Lum), hints)};
  } catch (...) {
    return nullptr;
  }
}

size_t czxing_count(const CZXingSymbols *symbols) { return symbols->results.size(); }

CZXingSymbol czxing_symbol(const CZXingSymbols *symbols, size_t index) {
  const auto &result = symbols->results[index];
  CZXingSymbol symbol{};
  symbol.bytes = result.bytes().data();
  symbol.count = result.bytes().size();
  const auto &corners = result.position();
  for (int i = 0; i < 4; i++) {
    symbol.x[i] = corners[i].x;
    symbol.y[i] = corners[i].y;
  }
  return symbol;
}

void czxing_free(CZXingSymbols *symbols) { delete symbols; }
