#include "ctoml.h"

#include <exception>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <toml++/toml.h>
#include <vector>

// Deeper than any file of ours; what walks the list may then recurse without a thought.
static constexpr uint32_t deepest = 16;

struct ctoml_document {
  toml::table root;
  std::vector<ctoml_entry> entries;
  std::optional<std::string> error;
  toml::source_position errorPosition{};

  void append(const toml::node &node, const toml::key *key, uint32_t depth) {
    if (depth > deepest) throw std::length_error("tables and lists are nested too deeply");
    ctoml_entry entry{};
    entry.depth = depth;
    entry.line = node.source().begin.line;
    entry.column = node.source().begin.column;
    if (key) {
      entry.key = key->str().data();
      entry.key_count = key->str().size();
      entry.key_line = key->source().begin.line;
      entry.key_column = key->source().begin.column;
    }
    entry.kind = CTOML_DATE_OR_TIME;
    if (const auto *string = node.as_string()) {
      entry.kind = CTOML_STRING;
      entry.text = string->get().data();
      entry.text_count = string->get().size();
    } else if (const auto *integer = node.as_integer()) {
      entry.kind = CTOML_INTEGER;
      entry.integer = integer->get();
    } else if (const auto *number = node.as_floating_point()) {
      entry.kind = CTOML_FLOAT;
      entry.number = number->get();
    } else if (const auto *boolean = node.as_boolean()) {
      entry.kind = CTOML_BOOLEAN;
      entry.boolean = boolean->get();
    } else if (node.is_array()) {
      entry.kind = CTOML_ARRAY;
    } else if (node.is_table()) {
      entry.kind = CTOML_TABLE;
    }
    entries.push_back(entry);
    if (const auto *array = node.as_array()) {
      for (const auto &element : *array) append(element, nullptr, depth + 1);
    } else if (const auto *table = node.as_table()) {
      for (const auto &[name, element] : *table) append(element, &name, depth + 1);
    }
  }
};

// No exception may cross into Swift: each becomes an error of the document, a lack of memory becomes NULL.
ctoml_document *ctoml_read(const char *bytes, size_t count) {
  try {
    auto document = std::make_unique<ctoml_document>();
    try {
      document->root = toml::parse(std::string_view(bytes, count));
      document->append(document->root, nullptr, 0);
    } catch (const toml::parse_error &error) {
      document->error = std::string(error.description());
      document->errorPosition = error.source().begin;
    } catch (const std::bad_alloc &) {
      return nullptr;
    } catch (const std::exception &error) {
      document->error = error.what();
    }
    if (document->error) document->entries.clear();
    return document.release();
  } catch (...) {
    return nullptr;
  }
}

const char *ctoml_error(const ctoml_document *document, uint32_t *line, uint32_t *column) {
  if (!document->error) return nullptr;
  *line = document->errorPosition.line;
  *column = document->errorPosition.column;
  return document->error->c_str();
}

size_t ctoml_count(const ctoml_document *document) { return document->entries.size(); }

ctoml_entry ctoml_at(const ctoml_document *document, size_t index) { return document->entries[index]; }

void ctoml_free(ctoml_document *document) { delete document; }
