#include "cli/correcting.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <charconv>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <string_view>

#include "cli/printer.h"
#include "cli/render.h"
#include "cli/text.h"
#include "graph/kinds.h"
#include "interchange/writers.h"
#include "query/text.h"

namespace casus::cli {
namespace {

constexpr std::size_t kMaxPassageShown = 100;

std::string from_environment(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr ? value : "";
}

std::string now() {
  std::time_t seconds = std::time(nullptr);
  const std::string fixed = from_environment("SOURCE_DATE_EPOCH");
  if (!fixed.empty()) {
    const auto [end, error] = std::from_chars(fixed.data(), fixed.data() + fixed.size(), seconds);
    if (error != std::errc() || end != fixed.data() + fixed.size() || seconds < 0) {
      throw UsageError("$SOURCE_DATE_EPOCH is '" + fixed + "'; expected seconds since 1970.");
    }
  }
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(seconds));
}

}  // namespace

void add_signature(CLI::App& command, Signature& signature) {
  command.add_option("--author", signature.author, "who says so; else $CASUS_AUTHOR, else $USER")
      ->type_name("NAME");
  command.add_option("--reason", signature.reason, "why")->type_name("TEXT");
  add_format(command, signature.format);
}

v1::Correction signed_correction(const Signature& signature, v1::CorrectionKind::Value kind) {
  v1::Correction correction;
  correction.set_kind(kind);
  correction.set_reason(signature.reason);
  correction.set_time(now());
  for (const std::string& author :
       {signature.author, from_environment("CASUS_AUTHOR"), from_environment("USER")}) {
    if (correction.author().empty()) correction.set_author(author);
  }
  if (correction.author().empty()) {
    throw UsageError("A correction needs an author: give --author NAME, or set $CASUS_AUTHOR.");
  }
  return correction;
}

std::string in_words(const v1::CorrectionEnd& end) {
  if (end.article().empty()) return fmt::format("{} ({})", end.words(), end.key());
  const std::string& words =
      end.kind() == v1::NodeKind::claim || end.passage().empty() ? end.words() : end.passage();
  return fmt::format("the {} “{}” ({})", name_of(end.kind()),
                     query::one_line(words, kMaxPassageShown), end.key());
}

std::string in_words(const v1::Correction& correction) {
  const std::string node = in_words(correction.node());
  switch (correction.kind()) {
    case v1::CorrectionKind::alias:
      return fmt::format("gave {} the name “{}”", node, correction.name());
    case v1::CorrectionKind::merge:
      return fmt::format("merged {} with {}", node, in_words(correction.other()));
    case v1::CorrectionKind::split:
      return fmt::format("split {} from {}", node, in_words(correction.other()));
    case v1::CorrectionKind::reject:
      return fmt::format("rejected {}", node);
    case v1::CorrectionKind::undo:
      return fmt::format("took back correction {} about {}", correction.undoes(), node);
    default:
      return "corrected " + node;
  }
}

void print_correction(const v1::Correction& correction, const Signature& signature) {
  if (signature.format == Format::json) {
    std::cout << interchange::to_json_line(correction) << '\n';
    return;
  }
  Printer printer = Printer::for_stdout();
  printer.paragraph(
      0, fmt::format("{}: {} {}.", correction.number(), correction.author(), in_words(correction)));
  if (correction.kind() != v1::CorrectionKind::undo) {
    printer.paragraph(2, fmt::format("Take it back: casus undo {}", correction.number()),
                      Tone::faint);
  }
}

}  // namespace casus::cli
