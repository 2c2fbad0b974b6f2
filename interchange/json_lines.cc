// JSON Lines: articles and annotations, told apart line by line.

#include <fmt/format.h>
#include <google/protobuf/stubs/logging.h>
#include <google/protobuf/util/json_util.h>
#include <simdjson.h>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "graph/assemble.h"
#include "interchange/lines.h"
#include "interchange/sources.h"

namespace casus::interchange {
namespace {

namespace dom = simdjson::dom;

constexpr std::size_t kMaxDepth = 64;

std::string_view type_name(dom::element element) {
  switch (element.type()) {
    case dom::element_type::ARRAY:
      return "an array";
    case dom::element_type::OBJECT:
      return "an object";
    case dom::element_type::INT64:
    case dom::element_type::UINT64:
    case dom::element_type::DOUBLE:
      return "a number";
    case dom::element_type::STRING:
      return "a string";
    case dom::element_type::BOOL:
      return "true or false";
    case dom::element_type::NULL_VALUE:
      return "null";
  }
  return "of no known type";
}

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

v1::ArticleAnnotation read_annotation(std::string_view line) {
  const google::protobuf::LogSilencer silence;  // the library never prints
  v1::ArticleAnnotation annotation;
  const auto status = google::protobuf::util::JsonStringToMessage(
      google::protobuf::StringPiece(line.data(), line.size()), &annotation);
  if (!status.ok()) {
    throw InputError(fmt::format("is no annotation: {} (its fields are those of ArticleAnnotation)",
                                 status.message().ToString()));
  }
  if (annotation.article().id().empty()) {
    annotation.mutable_article()->set_id(annotation.article().url());
  }
  return annotation;
}

}  // namespace

std::variant<v1::Article, v1::ArticleAnnotation> parse_json_record(std::string_view line) {
  check_text(line);
  dom::parser parser;
  dom::element root;
  if (auto error = parser.allocate(line.size(), kMaxDepth); error != simdjson::SUCCESS) {
    throw InputError(fmt::format("cannot be taken as JSON: {}", simdjson::error_message(error)));
  }
  if (auto error = parser.parse(line.data(), line.size()).get(root); error != simdjson::SUCCESS) {
    throw InputError(fmt::format("is no JSON: {}", simdjson::error_message(error)));
  }
  dom::object object;
  if (root.get(object) != simdjson::SUCCESS) {
    throw InputError(fmt::format("is {}; expected an object, one a line.", type_name(root)));
  }
  dom::element part;
  if (object.at_key("article").get(part) == simdjson::SUCCESS &&
      object.at_key("extractor").get(part) == simdjson::SUCCESS) {
    return read_annotation(line);
  }
  return read_article(object);
}

void read_json_lines(std::istream& in, const Source& source, const ReadLimits& limits,
                     const ReadCallbacks& callbacks) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  LineReader lines(in, limits.record_bytes);
  bool any = false;
  const auto report = [&](std::string_view what) {
    callbacks.on_error(
        InputError(fmt::format("{}, line {}: {}", source.name, lines.number(), what)));
  };
  for (;;) {
    const LineReader::Outcome outcome = lines.next();
    if (outcome == LineReader::Outcome::end) break;
    if (outcome == LineReader::Outcome::too_long) {
      any = true;
      report(fmt::format("is longer than the {} bytes that are taken.", limits.record_bytes));
      continue;
    }
    std::string_view line = lines.line();
    if (lines.number() == 1 && line.starts_with(kByteOrderMark)) {
      line.remove_prefix(kByteOrderMark.size());
    }
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    any = true;

    std::optional<std::variant<v1::Article, v1::ArticleAnnotation>> record;
    try {
      record = parse_json_record(line);
    } catch (const InputError& error) {
      report(error.what());
      continue;
    }
    const auto name = [&](v1::Article& article) {
      if (article.id().empty()) article.set_id(fmt::format("{}#{}", source.id, lines.number()));
    };
    if (auto* article = std::get_if<v1::Article>(&*record)) {
      name(*article);
      callbacks.on_article(std::move(*article));
    } else {
      auto& annotation = std::get<v1::ArticleAnnotation>(*record);
      name(*annotation.mutable_article());
      callbacks.on_annotation(std::move(annotation));
    }
  }
  if (lines.failed()) {
    callbacks.on_error(InputError(source.name + ": cannot be read to its end."));
  } else if (!any) {
    callbacks.on_error(InputError(source.name + ": is empty; expected one JSON object a line."));
  }
}

}  // namespace casus::interchange
