// Plain text: what is common to all readers of it, and articles in .txt files.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "graph/assemble.h"
#include "graph/dates.h"
#include "graph/utf8.h"
#include "interchange/encoding.h"
#include "interchange/moments.h"
#include "interchange/sources.h"
#include "interchange/words.h"

namespace casus::interchange {
namespace {

enum class Header { title, published, updated, outlet, url, language };

std::optional<Header> header_named(std::string_view word) {
  struct Name {
    std::string_view word;
    Header header;
  };
  static constexpr std::array<Name, 8> kNames = {{{"title", Header::title},
                                                  {"published", Header::published},
                                                  {"date", Header::published},
                                                  {"updated", Header::updated},
                                                  {"source", Header::outlet},
                                                  {"outlet", Header::outlet},
                                                  {"url", Header::url},
                                                  {"language", Header::language}}};
  for (const Name& name : kNames) {
    if (same_word(word, name.word)) return name.header;
  }
  return std::nullopt;
}

void set(v1::Article& article, Header header, std::string_view value) {
  switch (header) {
    case Header::title:
      article.set_title(std::string(value));
      break;
    case Header::published:
      article.set_published(read_date("Published", value));
      break;
    case Header::updated:
      article.set_updated(read_updated("Updated", value));
      break;
    case Header::outlet:
      article.set_outlet(std::string(value));
      break;
    case Header::url:
      article.set_url(std::string(value));
      break;
    case Header::language:
      article.set_language(std::string(value));
      break;
  }
}

// Takes the header lines off the head of `rest`, and the blank lines after them if there are any.
void read_header(std::string_view& rest, v1::Article& article) {
  std::array<bool, 6> seen{};
  bool any = false;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    const std::size_t next = std::min(end + 1, rest.size());
    if (any && trim(line).empty()) {
      rest.remove_prefix(next);
      // After the first blank line only blank lines belong to the header.
      while (!rest.empty()) {
        const std::size_t stop = std::min(rest.find('\n'), rest.size());
        if (!trim(rest.substr(0, stop)).empty()) return;
        rest.remove_prefix(std::min(stop + 1, rest.size()));
      }
      return;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return;
    const std::optional<Header> header = header_named(trim(line.substr(0, colon)));
    if (!header) return;
    bool& known = seen.at(static_cast<std::size_t>(*header));
    if (known) return;  // the second of its kind is how the body begins
    known = any = true;
    set(article, *header, trim(line.substr(colon + 1)));
    rest.remove_prefix(next);
  }
}

// "date 2023-12-08 Rockets were ..."
std::string date_at_head(std::string_view body) {
  constexpr std::string_view kWord = "date";
  constexpr std::string_view kShape = "0000-00-00";
  body = trim(body.substr(0, 256));
  if (!same_word(body.substr(0, kWord.size()), kWord)) return {};
  body.remove_prefix(kWord.size());
  const std::string_view rest = trim(body);
  if (rest.size() == body.size()) return {};
  const std::string_view word = rest.substr(0, std::min(rest.find_first_of(kSpace), rest.size()));
  const bool shaped =
      std::equal(word.begin(), word.end(), kShape.begin(), kShape.end(),
                 [](char c, char s) { return s == '0' ? c >= '0' && c <= '9' : c == s; });
  return shaped ? read_date("date", word) : std::string();
}

}  // namespace

void check_text(std::string_view bytes) {
  if (const std::size_t nul = bytes.find('\0'); nul != std::string_view::npos) {
    throw InputError(fmt::format("is binary (a NUL at byte {}); expected text in UTF-8.", nul));
  }
  if (const auto at = find_invalid_utf8(bytes)) {
    throw InputError(fmt::format("is not UTF-8 at byte {}; convert it to UTF-8.", *at));
  }
}

std::string read_date(std::string_view field, std::string_view text) {
  if (text.empty()) return {};
  const std::optional<Day> day = parse_day(text);
  if (!day) {
    throw InputError(
        fmt::format("{}: '{}' is no date; expected YYYY-MM-DD.", field, utf8_head(text, 80)));
  }
  return format_day(*day);
}

std::string read_updated(std::string_view field, std::string_view text) {
  if (text.empty()) return {};
  const std::optional<Moment> moment = parse_moment(text);
  if (!moment || !moment->day.known()) {
    throw InputError(
        fmt::format("{}: '{}' is no date and time; expected YYYY-MM-DDThh:mm:ss with its offset "
                    "from UTC, or Z, or a date alone.",
                    field, utf8_head(text, 80)));
  }
  return format_moment(*moment);
}

v1::Article parse_text_article(std::string_view bytes, const std::string& id) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  check_text(bytes);
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  v1::Article article;
  read_header(bytes, article);
  if (trim(bytes).empty()) throw InputError("has no text; expected the article's body.");
  if (bytes.size() > kMaxTextBytes) {
    throw InputError(fmt::format("has {} bytes of text; at most {} are taken. Split the article.",
                                 bytes.size(), kMaxTextBytes));
  }
  article.set_text(std::string(bytes));
  if (article.published().empty()) article.set_published(date_at_head(bytes));
  if (article.updated().empty()) {
    article.set_updated(
        update_in_text(bytes, parse_day(article.published()).value_or(Day::unknown())));
  }
  article.set_id(article.url().empty() ? id : article.url());
  return article;
}

void read_text(ByteSource& in, const Source& source, const ReadLimits& limits,
               const ReadCallbacks& callbacks) {
  read_document(in, source, limits, callbacks, {"text", Markup::none, &parse_text_article});
}

}  // namespace casus::interchange
