#ifndef CASUS_INTERCHANGE_READERS_H_
#define CASUS_INTERCHANGE_READERS_H_

// Bytes to articles and annotations. Readers stream: memory is bounded by the largest record, and
// a record that is too large is an error of its own. A bad record is reported through `on_error`
// with the file and line or byte and does not stop the records after it.
// Threads: a reader belongs to one thread.

#include <cstddef>
#include <filesystem>
#include <functional>
#include <istream>
#include <string>
#include <string_view>
#include <variant>

#include "casus/v1/annotation.pb.h"
#include "graph/error.h"

namespace casus::interchange {

struct ReadLimits {
  std::size_t record_bytes = 32 << 20;  // one line, one file of text, one frame
};

struct ReadCallbacks {
  std::function<void(v1::Article&&)> on_article;
  std::function<void(v1::ArticleAnnotation&&)> on_annotation;
  std::function<void(const InputError&)> on_error;
};

// Reads whatever `path` is: a .txt article, a .jsonl file of articles or of annotations (told line
// by line: an annotation has "article" and "extractor"), a .pb file of length-delimited
// annotations, a folder of these (walked in the order of names, without following links), or "-"
// for JSON Lines on standard input. An article without an id of its own, or a url, gets its path
// below `path` as id (a file named directly, its name; in .jsonl and .pb files, with '#' and the
// number of its line or frame). Other file types inside a folder are skipped; named directly, they
// are errors, and so are empty files and folders with nothing to read. Annotations are handed over
// as they are written: graph's `validate` checks them. Returns normally after errors; throws
// nothing but what the callbacks throw.
void read_input(const std::filesystem::path& path, const ReadLimits& limits,
                const ReadCallbacks& callbacks);

// A .txt article: optional header lines `Title:`, `Published:` or `Date:`, `Source:` or `Outlet:`,
// `URL:`, `Language:` (any order, any case, each once, then the body, which is kept byte for byte
// after the blank lines that follow the header); a body that begins with `date YYYY-MM-DD` gives
// the date and keeps its text. A byte order mark is dropped. `id` is used where there is no url.
// Throws InputError (not UTF-8, a date that is none, empty, binary) that does not name the file.
v1::Article parse_text_article(std::string_view bytes, const std::string& id);

// One JSON object: an article (id, url, title, outlet, published, language, text; other fields are
// left alone), or an annotation (other fields are errors). The id is empty where there is neither
// id nor url. Throws InputError with the byte or field.
std::variant<v1::Article, v1::ArticleAnnotation> parse_json_record(std::string_view line);

}  // namespace casus::interchange

#endif  // CASUS_INTERCHANGE_READERS_H_
