#pragma once
#include <cairo.h>
#include <cairo-ft.h>
#include <cairo-pdf.h>
#include <cairo-svg.h>

/* Cairo knows user data by an address that never moves; Swift has no such address that all threads may share. */
static inline const cairo_user_data_key_t *ccairo_font_owner_key(void) {
  static const cairo_user_data_key_t key;
  return &key;
}
