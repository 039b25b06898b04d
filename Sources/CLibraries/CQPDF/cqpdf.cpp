#include "cqpdf.h"

// Without it the headers warn of a pointer type that isn't used here.
#define POINTERHOLDER_TRANSITION 4
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFLogger.hh>

#include <memory>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

struct File {
  std::string name;
  QPDFObjectHandle stream;
};

// Ends a stream of any length as soon as nobody wants more of it.
class Spout : public Pipeline {
public:
  Spout(CQPDFVessel vessel, void *context) : Pipeline("spout", nullptr), vessel(vessel), context(context) {}

  void write(unsigned char const *bytes, size_t count) override {
    if (is_shut || !vessel(context, bytes, count)) {
      is_shut = true;
      throw std::runtime_error("enough");
    }
  }

  void finish() override {}

  bool is_shut = false;

private:
  CQPDFVessel vessel;
  void *context;
};

// Whether at most one filter makes more of its input. Between two that do, any amount may flow that nobody sees.
bool is_packed_once(QPDFObjectHandle stream) {
  auto filters = stream.getDict().getKey("/Filter");
  int unpacking = 0;
  if (filters.isArray()) {
    if (filters.getArrayNItems() > 8) return false;
    for (auto filter : filters.getArrayAsVector()) {
      auto name = filter.isName() ? filter.getName() : "";
      unpacking += name != "/ASCIIHexDecode" && name != "/AHx" && name != "/ASCII85Decode" && name != "/A85";
    }
  }
  return unpacking <= 1;
}

} // namespace

struct CQPDFFiles {
  QPDF document;
  std::vector<File> files;
  size_t most = 0;
  std::set<QPDFObjGen> listed;

  bool is_full() const { return files.size() >= most; }

  // The leaves of a tree whose knots have /Kids, from left to right; damaged and circular ones come to an end too.
  template <typename Visit> void walk(QPDFObjectHandle root, Visit visit) {
    constexpr size_t most_knots = 100'000;
    std::set<QPDFObjGen> seen;
    std::vector<QPDFObjectHandle> waiting{root};
    for (size_t knots = 0; !waiting.empty() && knots < most_knots && !is_full(); knots++) {
      auto knot = waiting.back();
      waiting.pop_back();
      if (!knot.isDictionary() || (knot.isIndirect() && !seen.insert(knot.getObjGen()).second)) continue;
      visit(knot);
      auto kids = knot.getKey("/Kids");
      if (!kids.isArray()) continue;
      for (int i = kids.getArrayNItems(); i > 0 && waiting.size() < most_knots; i--)
        waiting.push_back(kids.getArrayItem(i - 1));
    }
  }

  // A file specification (ISO 32000-1, 7.11.3).
  void list(QPDFObjectHandle specification) {
    if (is_full() || !specification.isDictionary()) return;
    auto streams = specification.getKey("/EF");
    if (!streams.isDictionary()) return;
    for (auto key : {"/UF", "/F", "/Unix", "/DOS", "/Mac"}) {
      auto stream = streams.getKey(key);
      if (!stream.isStream()) continue;
      if (!listed.insert(stream.getObjGen()).second) return;
      std::string name;
      for (auto nameKey : {"/UF", "/F", "/Unix", "/DOS", "/Mac"}) {
        auto text = specification.getKey(nameKey);
        if (name.empty() && text.isString()) name = text.getUTF8Value();
      }
      files.push_back(File{name, stream});
      return;
    }
  }

  void list_associated(QPDFObjectHandle owner) {
    auto associated = owner.getKey("/AF");
    if (associated.isDictionary()) list(associated);
    if (!associated.isArray()) return;
    for (int i = 0; i < associated.getArrayNItems() && !is_full(); i++) list(associated.getArrayItem(i));
  }

  void list_all() {
    auto catalogue = document.getRoot();
    auto names = catalogue.getKey("/Names");
    if (names.isDictionary())
      walk(names.getKey("/EmbeddedFiles"), [this](QPDFObjectHandle knot) {
        auto pairs = knot.getKey("/Names");
        if (!pairs.isArray()) return;
        for (int i = 1; i < pairs.getArrayNItems() && !is_full(); i += 2) list(pairs.getArrayItem(i));
      });
    list_associated(catalogue);
    walk(catalogue.getKey("/Pages"), [this](QPDFObjectHandle page) {
      list_associated(page);
      auto marks = page.getKey("/Annots");
      if (!marks.isArray()) return;
      for (int i = 0; i < marks.getArrayNItems() && !is_full(); i++) {
        auto mark = marks.getArrayItem(i);
        if (mark.isDictionary() && mark.getKey("/Subtype").isNameAndEquals("/FileAttachment")) list(mark.getKey("/FS"));
      }
    });
  }
};

CQPDFFiles *cqpdf_open(const uint8_t *bytes, size_t count, size_t most) {
  try {
    auto files = std::make_unique<CQPDFFiles>();
    files->most = most;
    files->document.setSuppressWarnings(true);
    auto silence = QPDFLogger::create();
    silence->setInfo(silence->discard());
    silence->setError(silence->discard());
    silence->setWarn(silence->discard());
    files->document.setLogger(silence);
    files->document.processMemoryFile("print", reinterpret_cast<const char *>(bytes), count);
    try {
      files->list_all();
    } catch (std::exception const &) {
      // What was found up to the damage is kept.
    }
    return files.release();
  } catch (...) {
    return nullptr;
  }
}

size_t cqpdf_count(const CQPDFFiles *files) { return files->files.size(); }

const char *cqpdf_name(const CQPDFFiles *files, size_t index) { return files->files[index].name.c_str(); }

bool cqpdf_pour(CQPDFFiles *files, size_t index, CQPDFVessel vessel, void *context) {
  try {
    auto &stream = files->files[index].stream;
    if (!is_packed_once(stream)) return false;
    Spout spout(vessel, context);
    bool is_unpacked = false;
    bool is_whole = stream.pipeStreamData(&spout, &is_unpacked, 0, qpdf_dl_specialized, true);
    return is_whole && is_unpacked && !spout.is_shut;
  } catch (...) {
    return false;
  }
}

void cqpdf_free(CQPDFFiles *files) { delete files; }
