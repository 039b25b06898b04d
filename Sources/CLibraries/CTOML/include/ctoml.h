#pragma once

// toml++ is C++ with templates and exceptions: Swift can call neither. This hands out its tree as a flat list.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum ctoml_kind {
  CTOML_TABLE,
  CTOML_ARRAY,
  CTOML_STRING,
  CTOML_INTEGER,
  CTOML_FLOAT,
  CTOML_BOOLEAN,
  CTOML_DATE_OR_TIME,
} ctoml_kind;

/// A node of the tree, in pre-order: what it holds follows it with a greater depth, which is at most 16. Lines and columns count from 1,
/// columns in characters; 0 where unknown. The pointers live as long as the document.
typedef struct ctoml_entry {
  ctoml_kind kind;
  uint32_t depth;
  /// Its name in the table that holds it, in UTF-8; NULL in an array and for the root.
  const char *key;
  size_t key_count;
  uint32_t key_line;
  uint32_t key_column;
  uint32_t line;
  uint32_t column;
  /// Of a string, in UTF-8.
  const char *text;
  size_t text_count;
  /// Of an integer.
  int64_t integer;
  /// Of a float.
  double number;
  /// Of a boolean.
  bool boolean;
} ctoml_entry;

typedef struct ctoml_document ctoml_document;

/// Reads a document; NULL only where memory ran out. Free it with `ctoml_free`.
/// The caller bounds the size, and the dots and brackets: deep nesting costs stack.
ctoml_document *ctoml_read(const char *bytes, size_t count);

/// Why the bytes are no TOML, and where; NULL where they are.
const char *ctoml_error(const ctoml_document *document, uint32_t *line, uint32_t *column);

/// Number of nodes; 0 where there is an error.
size_t ctoml_count(const ctoml_document *document);

/// The node at an index below `ctoml_count`.
ctoml_entry ctoml_at(const ctoml_document *document, size_t index);

void ctoml_free(ctoml_document *document);

#ifdef __cplusplus
}
#endif
