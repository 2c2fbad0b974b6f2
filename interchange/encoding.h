#ifndef CASUS_INTERCHANGE_ENCODING_H_
#define CASUS_INTERCHANGE_ENCODING_H_

// Text in any encoding to UTF-8. Which one it is, is told by a byte order mark, else by its being
// well-formed UTF-8 beyond ASCII, else by what the document declares, else by its letters (ICU's
// detection). A declaration that the bytes contradict counts for nothing. As browsers do,
// "iso-8859-1" and its like are read as the Windows code pages that contain them.

#include <memory>
#include <string>
#include <string_view>

#include "interchange/bytes.h"

namespace casus::interchange {

enum class Markup { none, html, xml };

// The name, for `DecodedBytes`, of the encoding that `bytes`, the head of a document or all of it,
// are in. `complete` says that it is all of it: only then can a last character be cut off.
// Throws InputError where it cannot be told.
std::string encoding_of(std::string_view bytes, Markup markup, bool complete);

// What a byte order mark at the head of `bytes` says; empty if there is none.
std::string marked_encoding(std::string_view bytes);

// What `in` holds, in UTF-8, decoded as it is read; no byte order mark. What is malformed becomes
// U+FFFD. `encoding` is one that `encoding_of` named.
class DecodedBytes : public ByteSource {
 public:
  DecodedBytes(ByteSource& in, const std::string& encoding);
  ~DecodedBytes() override;

  std::size_t read(char* data, std::size_t size) override;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// A whole document in UTF-8. Throws InputError where its encoding cannot be told, and where it is
// binary: where a NUL is left in it.
std::string to_utf8(std::string bytes, Markup markup);

}  // namespace casus::interchange

#endif  // CASUS_INTERCHANGE_ENCODING_H_
