#ifndef CASUS_INTERCHANGE_READERS_H_
#define CASUS_INTERCHANGE_READERS_H_

// Bytes to articles and annotations. Readers stream: memory is bounded by the largest record, and
// a record that is too large is an error of its own. A bad record is reported through `on_error`
// with the file and line or byte and does not stop the records after it.
// Threads: a reader belongs to one thread.

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "casus/v1/annotation.pb.h"
#include "graph/error.h"
#include "graph/fault.h"

namespace casus::interchange {

// Raised with every change of what is read of the same bytes.
inline constexpr int kReadingRules = 2;

struct ReadLimits {
  std::size_t record_bytes = 32 << 20;  // one line, one file of text, one document, one frame
};

// What is wrong with a source, or with one record of it.
class ReadError : public InputError {
 public:
  // An error that says itself where it is.
  ReadError(const InputError& error) : InputError(error), reason_(error.what()) {}
  // "SOURCE, WHERE: REASON"; without `where` of the source as a whole.
  ReadError(std::string source, std::string where, std::string reason);

  const std::string& source() const { return source_; }
  const std::string& where() const { return where_; }
  const std::string& reason() const { return reason_; }

 private:
  std::string source_;
  std::string where_;
  std::string reason_;
};

// An annotation as it is written, and all that cannot be read of it.
struct AnnotationRecord {
  std::string source;  // the path as given
  std::string where;   // "line 3"; empty: it is all of the source
  v1::ArticleAnnotation annotation;
  std::vector<Fault> faults;
};

// A record before it is read: what decides, with kReadingRules, what comes of it.
struct RawRecord {
  std::string_view type;   // "text", "page", "json" or "frame"
  std::string_view bytes;  // unpacked, and of a document in its own encoding
  const std::string& id;   // of its article, where the record says neither id nor url
};

struct ReadCallbacks {
  std::function<void(v1::Article&&)> on_article;
  std::function<void(v1::ArticleAnnotation&&)> on_annotation;
  std::function<void(const ReadError&)> on_error;
  // For who looks for faults: if set, annotations come here and not to `on_annotation`, also those
  // of which not all can be read, which otherwise are errors.
  std::function<void(AnnotationRecord&&)> on_annotation_record = {};
  // For who keeps records in mind: asked before one is read, and if it says true the record is
  // passed over; else what is handed over next comes of it. It throws no InputError. Items of feeds
  // are not asked about.
  std::function<bool(const RawRecord&)> is_known = {};
};

// Reads whatever `path` is, by the ending of its name, in any case, before which `.gz` may stand
// for a file that gzip packed:
//   .txt    an article
//   .html .htm .xhtml       an article
//   .xml .rss .atom         a feed, of which each item is an article
//   .jsonl  articles or annotations, one a line (told line by line: an annotation has "article" and
//           "extractor")
//   .json   the same, or one document: an object, or an array of objects
//   .pb     length-delimited annotations
// or a folder of these, or "-", standard input: JSON, a feed, a page or an article in text, told by
// its first bytes; gzip is told by its first bytes everywhere. A folder is walked some thousand
// names at a time, in their order, without following links; other file types in it are skipped.
// Named directly, they are errors, and so are empty files and folders with nothing to read. An
// article without an id of its own, or a url, gets its path below `path` as id (a file named
// directly, its name; of one of several in a file, with '#' and the number of its line, frame or
// object); a text or page on standard input gets "-#" and a digest of its bytes.
// JSON must be UTF-8; text, pages and feeds may be in any encoding that can be told (see
// interchange/encoding.h). Annotations are handed over as they are written: graph's `validate`
// checks them. Returns normally after errors; throws nothing but what the callbacks throw.
void read_input(const std::filesystem::path& path, const ReadLimits& limits,
                const ReadCallbacks& callbacks);

// A .txt article: optional header lines `Title:`, `Published:` or `Date:`, `Updated:`, `Source:` or
// `Outlet:`, `URL:`, `Language:` (any order, any case, each once, then the body, which is kept byte
// for byte after the blank lines that follow the header); a body that begins with `date YYYY-MM-DD`
// gives the date and keeps its text, and so does one with a line "UPDATED 14:05" near its beginning
// or its end (see interchange/moments.h). A byte order mark is dropped. `id` is used where there is
// no url. Throws InputError (not UTF-8, a date that is none, empty, binary) that does not name the
// file.
v1::Article parse_text_article(std::string_view bytes, const std::string& id);

// An HTML page, in UTF-8. Title, day of publication, update, outlet, language and url are what it
// says in schema.org's JSON-LD, else in OpenGraph, else in its meta elements, else what it shows;
// the text is the body of the article (see interchange/html/body.h), or what JSON-LD gives for it
// where the page shows none. The id is its url, else `id`. Throws InputError (no text of an
// article, too much of it, too large a page) that does not name the file.
v1::Article parse_page_article(std::string_view html, const std::string& id);

// One JSON object: an article (id, url, title, outlet, published, updated, language, text; other
// fields are left alone), or an annotation (other fields are errors). The id is empty where there
// is neither id nor url. Throws InputError with the byte or field; of several fields that are
// wrong, with the first.
std::variant<v1::Article, v1::ArticleAnnotation> parse_json_record(std::string_view line);

}  // namespace casus::interchange

#endif  // CASUS_INTERCHANGE_READERS_H_
