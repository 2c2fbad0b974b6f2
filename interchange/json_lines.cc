// JSON Lines, and files that are one document of JSON: articles and annotations, told apart one by
// one.

#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "interchange/json.h"
#include "interchange/lines.h"
#include "interchange/sources.h"
#include "interchange/words.h"

namespace casus::interchange {

namespace dom = simdjson::dom;

namespace {

void report(const Source& source, std::string where, std::string_view what,
            const ReadCallbacks& callbacks) {
  callbacks.on_error(ReadError(source.name, std::move(where), std::string(what)));
}

// `where` the record stands; `number`, of its line or in the array, makes the id of what has none,
// "" if there is but one.
void take_record(std::string_view json, const Source& source, const std::string& where,
                 const std::string& number, const ReadCallbacks& callbacks) {
  const std::string id = source.id + number;
  if (is_known({"json", json, id}, callbacks)) return;
  std::optional<JsonRecord> record;
  try {
    record = parse_record(json);
  } catch (const InputError& error) {
    return report(source, where, error.what(), callbacks);
  }
  if (auto* article = std::get_if<v1::Article>(&record->content)) {
    if (article->id().empty()) article->set_id(id);
    return callbacks.on_article(std::move(*article));
  }
  hand_on({source.name, where, std::move(std::get<v1::ArticleAnnotation>(record->content)),
           std::move(record->faults)},
          id, callbacks);
}

// The records of a file of JSON, line by line or as one document.
class Records {
 public:
  Records(ByteSource& in, const Source& source, const ReadLimits& limits,
          const ReadCallbacks& callbacks)
      : lines_(in, limits.record_bytes), source_(source), limits_(limits), callbacks_(callbacks) {}

  // Goes to the next line that is not blank; false at the end. One that is too long is reported.
  bool next() {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    for (;;) {
      const LineReader::Outcome outcome = lines_.next();
      if (outcome == LineReader::Outcome::end) break;
      if (outcome == LineReader::Outcome::too_long) {
        any_ = true;
        fail(fmt::format("is longer than the {} bytes that are taken.", limits_.record_bytes));
        continue;
      }
      line_ = lines_.line();
      if (lines_.number() == 1 && line_.starts_with(kByteOrderMark)) {
        line_.remove_prefix(kByteOrderMark.size());
      }
      line_ = trim(line_);
      if (line_.empty()) continue;
      any_ = true;
      return true;
    }
    if (!any_) report(source_, "", "is empty; expected one JSON object a line.", callbacks_);
    return false;
  }

  std::string_view line() const { return line_; }

  // The line is a record of its own.
  void take_line() const {
    take_record(line_, source_, fmt::format("line {}", lines_.number()),
                fmt::format("#{}", lines_.number()), callbacks_);
  }

  // The line is where a document begins that goes to the end of the file.
  void take_document() {
    std::string document(line_);
    LineReader::Outcome outcome = lines_.next();
    for (; outcome == LineReader::Outcome::line; outcome = lines_.next()) {
      if (document.size() + lines_.line().size() >= limits_.record_bytes) break;
      (document += '\n') += lines_.line();
    }
    if (outcome != LineReader::Outcome::end) {
      return report(source_, "",
                    fmt::format("is longer than the {} bytes that are taken of one document; "
                                "write one object a line, in a .jsonl file.",
                                limits_.record_bytes),
                    callbacks_);
    }
    take(document);
  }

 private:
  void fail(std::string_view what) const {
    report(source_, fmt::format("line {}", lines_.number()), what, callbacks_);
  }

  void take(const std::string& document) const {
    if (!document.starts_with('[')) return take_record(document, source_, "", "", callbacks_);
    dom::parser parser;
    dom::array elements;
    try {
      elements = parse_json(document, parser).get_array();
    } catch (const InputError& error) {
      return report(source_, "", error.what(), callbacks_);
    }
    std::uint64_t number = 0;
    for (const dom::element element : elements) {
      ++number;
      take_record(simdjson::to_string(element), source_, fmt::format("object {}", number),
                  fmt::format("#{}", number), callbacks_);
    }
    if (number == 0) report(source_, "", "holds an empty array.", callbacks_);
  }

  LineReader lines_;
  std::string_view line_;
  bool any_ = false;
  const Source& source_;
  const ReadLimits& limits_;
  const ReadCallbacks& callbacks_;
};

}  // namespace

void read_json_lines(ByteSource& in, const Source& source, const ReadLimits& limits,
                     const ReadCallbacks& callbacks) {
  Records records(in, source, limits, callbacks);
  while (records.next()) records.take_line();
}

void read_json(ByteSource& in, const Source& source, const ReadLimits& limits,
               const ReadCallbacks& callbacks) {
  Records records(in, source, limits, callbacks);
  if (!records.next()) return;
  if (!records.line().starts_with('{') || !records.line().ends_with('}')) {
    return records.take_document();
  }
  do {
    records.take_line();
  } while (records.next());
}

}  // namespace casus::interchange
