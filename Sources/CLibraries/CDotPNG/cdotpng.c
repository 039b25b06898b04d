#include "cdotpng.h"

#include <png.h>
#include <setjmp.h>

typedef struct {
  CDotPNGSink sink;
  void *context;
} Target;

static void write_part(png_structp png, png_bytep bytes, png_size_t count) {
  Target *target = png_get_io_ptr(png);
  if (!target->sink(target->context, bytes, count)) png_error(png, "the sink refused");
}

static void flush_nothing(png_structp png) { (void)png; }

// libpng would tell standard error what the caller tells better.
static void leave(png_structp png, png_const_charp message) {
  (void)message;
  png_longjmp(png, 1);
}

static void keep_quiet(png_structp png, png_const_charp message) {
  (void)png;
  (void)message;
}

bool cdotpng_write(
    const uint8_t *rows, uint32_t width, uint32_t height, uint32_t pixels_per_metre, CDotPNGSink sink, void *context) {
  Target target = {sink, context};
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, leave, keep_quiet);
  if (png == NULL) return false;
  png_infop info = png_create_info_struct(png);
  if (info == NULL || setjmp(png_jmpbuf(png))) {
    png_destroy_write_struct(&png, &info);
    return false;
  }
  png_set_write_fn(png, &target, write_part, flush_nothing);
  png_set_IHDR(
      png, info, width, height, 1, PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
      PNG_FILTER_TYPE_DEFAULT);
  png_set_pHYs(png, info, pixels_per_metre, pixels_per_metre, PNG_RESOLUTION_METER);
  png_write_info(png, info);
  png_set_invert_mono(png);
  size_t stride = ((size_t)width + 7) / 8;
  for (uint32_t row = 0; row < height; row++) png_write_row(png, rows + row * stride);
  png_write_end(png, NULL);
  png_destroy_write_struct(&png, &info);
  return true;
}
