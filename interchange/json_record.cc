// An article or an annotation of one JSON object.

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "graph/assemble.h"
#include "interchange/json.h"
#include "interchange/json_message.h"
#include "interchange/sources.h"

namespace casus::interchange {
namespace {

namespace dom = simdjson::dom;

// A field that is absent or null is empty.
std::string string_field(dom::object object, std::string_view name) {
  dom::element value;
  if (object.at_key(name).get(value) != simdjson::SUCCESS || value.is_null()) return {};
  std::string_view text;
  if (value.get(text) != simdjson::SUCCESS) {
    // Ids of databases are often numbers.
    if (name == "id" && value.is_int64()) return std::to_string(std::int64_t(value));
    throw InputError(fmt::format("{}: expected a string, but it is {}.", name, type_name(value)));
  }
  if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos) {
    throw InputError(fmt::format("{}: has a NUL at byte {}; text has none.", name, nul));
  }
  return std::string(text);
}

v1::Article read_article(dom::object object) {
  v1::Article article;
  article.set_id(string_field(object, "id"));
  article.set_url(string_field(object, "url"));
  article.set_title(string_field(object, "title"));
  article.set_outlet(string_field(object, "outlet"));
  article.set_published(read_date("published", string_field(object, "published")));
  article.set_updated(read_updated("updated", string_field(object, "updated")));
  article.set_language(string_field(object, "language"));
  article.set_text(string_field(object, "text"));
  if (article.id().empty()) article.set_id(article.url());
  if (article.text().find_first_not_of(" \t\r\n") == std::string::npos) {
    dom::element part;
    if (object.at_key("article").get(part) == simdjson::SUCCESS) {
      throw InputError("extractor: is missing; an annotation has 'article' and 'extractor'.");
    }
    throw InputError("text: is missing or empty; expected the article's text.");
  }
  if (article.text().size() > kMaxTextBytes) {
    throw InputError(fmt::format("text: has {} bytes; at most {} are taken. Split the article.",
                                 article.text().size(), kMaxTextBytes));
  }
  return article;
}

}  // namespace

JsonRecord parse_record(std::string_view line) {
  constexpr std::size_t kMostFaults = 1000;
  dom::parser parser;
  const dom::element root = parse_json(line, parser);
  dom::object object;
  if (root.get(object) != simdjson::SUCCESS) {
    throw InputError(fmt::format("is {}; expected an object, one a line.", type_name(root)));
  }
  dom::element part;
  if (object.at_key("article").get(part) != simdjson::SUCCESS ||
      object.at_key("extractor").get(part) != simdjson::SUCCESS) {
    return {read_article(object), {}};
  }
  v1::ArticleAnnotation annotation;
  FaultList faults(kMostFaults);
  read_message(object, annotation, {}, faults);
  return {std::move(annotation), std::move(faults).take()};
}

std::variant<v1::Article, v1::ArticleAnnotation> parse_json_record(std::string_view line) {
  JsonRecord record = parse_record(line);
  if (!record.faults.empty()) throw InputError(record.faults.front().text());
  return std::move(record.content);
}

}  // namespace casus::interchange
