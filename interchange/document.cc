// What is common to inputs that are one article, and what standard input holds.

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "graph/keys.h"
#include "interchange/encoding.h"
#include "interchange/sources.h"
#include "interchange/words.h"

namespace casus::interchange {
namespace {

// Neither text in ASCII nor the bytes of another encoding have these.
bool is_binary(std::string_view head) {
  return std::any_of(head.begin(), head.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x09 || (byte > 0x0D && byte < 0x20 && byte != 0x1B);
  });
}

// What is told apart by nothing else is told apart by its bytes.
std::string document_id(const Source& source, std::string_view bytes) {
  if (source.id != "-") return source.id;
  const std::string key = article_key(bytes);
  return source.id + '#' + key.substr(key.find(':') + 1);
}

}  // namespace

void read_document(ByteSource& in, const Source& source, const ReadLimits& limits,
                   const ReadCallbacks& callbacks, const DocumentType& type) {
  v1::Article article;
  try {
    std::string bytes = read_whole(in, limits.record_bytes);
    if (bytes.empty()) throw InputError("is empty; expected an article.");
    const std::string id = document_id(source, bytes);
    if (is_known({type.name, bytes, id}, callbacks)) return;
    article = type.parse(to_utf8(std::move(bytes), type.markup), id);
  } catch (const ReadFailure&) {
    throw;
  } catch (const InputError& error) {
    callbacks.on_error(ReadError(source.name, {}, error.what()));
    return;
  }
  callbacks.on_article(std::move(article));
}

namespace {

// Looks as far ahead as it must: who writes into a pipe may be waiting for what comes of it.
std::string_view head_of(PeekedBytes& in) {
  constexpr std::size_t kMost = 4096;
  for (std::size_t size = 8;; size *= 2) {
    const std::string_view head = in.peek(size);
    if (head.size() < size || size >= kMost) return head;
    const std::string_view text = trim(head.starts_with("\xEF\xBB\xBF") ? head.substr(3) : head);
    if (text.starts_with('{')) return head;  // a line of JSON
  }
}

std::string decoded(std::string_view head) {
  const std::string encoding = marked_encoding(head);
  if (encoding.empty()) return std::string(head);
  StringBytes in(head);
  DecodedBytes text(in, encoding);
  return read_whole(text, std::string::npos);
}

}  // namespace

void read_any(ByteSource& bytes, const Source& source, const ReadLimits& limits,
              const ReadCallbacks& callbacks) {
  PeekedBytes in(bytes);
  const std::string head = decoded(head_of(in));
  const std::string_view text = trim(head);
  if (text.starts_with('{') || text.starts_with('[')) {
    return read_json(in, source, limits, callbacks);
  }
  if (is_binary(text)) {
    return callbacks.on_error(ReadError(
        source.name, {},
        "is binary; expected text, HTML, a feed, JSON or any of them packed by gzip. Annotations "
        "in protobuf are read from a file whose name ends in .pb."));
  }
  const bool markup = text.starts_with('<');
  if (markup && is_feed(text)) return read_feed(in, source, limits, callbacks);
  (markup ? read_page : read_text)(in, source, limits, callbacks);
}

}  // namespace casus::interchange
