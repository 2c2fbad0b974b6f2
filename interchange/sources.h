#ifndef CASUS_INTERCHANGE_SOURCES_H_
#define CASUS_INTERCHANGE_SOURCES_H_

// Readers of one source of bytes each; `read_input` opens the sources. What is wrong with the bytes
// goes to `on_error`; nothing is thrown but what the callbacks throw, and the ReadFailure of a
// source that ends before its end.

#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "interchange/bytes.h"
#include "interchange/encoding.h"
#include "interchange/readers.h"

namespace casus::interchange {

// What a source is called.
struct Source {
  std::string name;  // in errors: the path as given
  // Of an article that has none: the path below the argument that named it; "-": standard input.
  std::string id;
};

// .txt: one article.
void read_text(ByteSource& in, const Source& source, const ReadLimits& limits,
               const ReadCallbacks& callbacks);
// .jsonl: an article without id and url gets the source's id, '#' and its line.
void read_json_lines(ByteSource& in, const Source& source, const ReadLimits& limits,
                     const ReadCallbacks& callbacks);
// .json: JSON Lines where the first line is an object of its own, else one document, an object or
// an array of objects; there '#' stands before an object's number in the array.
void read_json(ByteSource& in, const Source& source, const ReadLimits& limits,
               const ReadCallbacks& callbacks);
// .html, .htm, .xhtml: one article.
void read_page(ByteSource& in, const Source& source, const ReadLimits& limits,
               const ReadCallbacks& callbacks);
// .xml, .rss, .atom: a feed; each of its items is an article.
void read_feed(ByteSource& in, const Source& source, const ReadLimits& limits,
               const ReadCallbacks& callbacks);
// Whether a document, in UTF-8, begins as a feed does.
bool is_feed(std::string_view head);
// .pb: length-delimited annotations.
void read_frames(ByteSource& in, const Source& source, const ReadLimits& limits,
                 const ReadCallbacks& callbacks);
// Whatever standard input holds, told by its first bytes.
void read_any(ByteSource& in, const Source& source, const ReadLimits& limits,
              const ReadCallbacks& callbacks);

// An article that is the whole of a source.
struct DocumentType {
  std::string_view name;  // see RawRecord
  Markup markup;
  v1::Article (*parse)(std::string_view text, const std::string& id);
};
void read_document(ByteSource& in, const Source& source, const ReadLimits& limits,
                   const ReadCallbacks& callbacks, const DocumentType& type);

// Whether a record is to be passed over.
bool is_known(const RawRecord& record, const ReadCallbacks& callbacks);

// One JSON object, with all that cannot be read of an annotation. Throws InputError where there is
// no record.
struct JsonRecord {
  std::variant<v1::Article, v1::ArticleAnnotation> content;
  std::vector<Fault> faults;
};
JsonRecord parse_record(std::string_view line);

// To whom an annotation is for; one with faults, but for warnings, is an error where nobody asked
// for faults. `fallback_id` is the article's id if there is neither id nor url.
void hand_on(AnnotationRecord&& record, const std::string& fallback_id,
             const ReadCallbacks& callbacks);

// Throws InputError if the bytes are binary (a NUL) or not UTF-8.
void check_text(std::string_view bytes);
// The day as YYYY-MM-DD, empty if `text` is; throws InputError that names the field.
std::string read_date(std::string_view field, std::string_view text);
// The same with the time, where there is one: as `Article.updated` holds it.
std::string read_updated(std::string_view field, std::string_view text);

}  // namespace casus::interchange

#endif  // CASUS_INTERCHANGE_SOURCES_H_
