#ifndef CASUS_INTERCHANGE_SOURCES_H_
#define CASUS_INTERCHANGE_SOURCES_H_

// Readers of one stream each; `read_input` opens the streams. Errors go to `on_error`; nothing is
// thrown but what the callbacks throw.

#include <istream>
#include <string>
#include <string_view>

#include "interchange/readers.h"

namespace casus::interchange {

// What a stream is called.
struct Source {
  std::string name;  // in errors: the path as given
  std::string id;    // of an article that has none: the path below the argument that named it
};

void read_text(std::istream& in, const Source& source, const ReadLimits& limits,
               const ReadCallbacks& callbacks);
// An article without id and url gets the source's id, '#' and its line.
void read_json_lines(std::istream& in, const Source& source, const ReadLimits& limits,
                     const ReadCallbacks& callbacks);
void read_frames(std::istream& in, const Source& source, const ReadLimits& limits,
                 const ReadCallbacks& callbacks);

// Throws InputError if the bytes are binary (a NUL) or not UTF-8.
void check_text(std::string_view bytes);
// The day as YYYY-MM-DD, empty if `text` is; throws InputError that names the field.
std::string read_date(std::string_view field, std::string_view text);

}  // namespace casus::interchange

#endif  // CASUS_INTERCHANGE_SOURCES_H_
