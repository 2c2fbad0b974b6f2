#include <fmt/format.h>
#include <google/protobuf/descriptor.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/doubts.h"
#include "graph/items.h"
#include "graph/names.h"
#include "graph/utf8.h"

namespace casus {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

struct PlacedSpan {
  v1::Span span;
  std::string field;
};

// Every span with an extent, in the order of the fields, whatever message it stands in.
void collect_spans(const Message& message, const FieldPath& where, std::vector<PlacedSpan>& out) {
  if (message.GetDescriptor() == v1::Span::descriptor()) {
    const auto& span = static_cast<const v1::Span&>(message);
    if (has_extent(span)) out.push_back({span, where.text()});
    return;
  }
  const auto& reflection = *message.GetReflection();
  std::vector<const FieldDescriptor*> fields;
  reflection.ListFields(message, &fields);
  for (const FieldDescriptor* field : fields) {
    if (field->cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE) continue;
    FieldPath path{&where, field->name()};
    if (!field->is_repeated()) {
      collect_spans(reflection.GetMessage(message, field), path, out);
      continue;
    }
    const int size = reflection.FieldSize(message, field);
    for (path.index = 0; path.index < size; ++path.index) {
      collect_spans(reflection.GetRepeatedMessage(message, field, path.index), path, out);
    }
  }
}

// Scripts that put spaces between words and glue nothing to a name: elsewhere a span may well end
// within a word.
bool is_word_character(UChar32 character) {
  if (u_isdigit(character)) return true;
  if (!u_isalpha(character)) return false;
  UErrorCode error = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(character, &error);
  return script == USCRIPT_LATIN || script == USCRIPT_CYRILLIC || script == USCRIPT_GREEK;
}

bool is_mark(UChar32 character) { return (U_GET_GC_MASK(character) & U_GC_M_MASK) != 0; }

// Of UTF-8; negative for what is none.
UChar32 character_at(std::string_view text, std::size_t at) {
  UChar32 character = 0;
  U8_NEXT(text.data(), at, text.size(), character);
  return character;
}

// Whether a word goes on over `at`, which is on a character's boundary.
bool cuts_word(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size()) return false;
  std::size_t begin = at - 1;
  while (begin > 0 && !is_character_boundary(text, begin)) --begin;
  const UChar32 before = character_at(text, begin);
  const UChar32 after = character_at(text, at);
  if (before < 0 || after < 0) return false;
  return is_word_character(before) && (is_word_character(after) || is_mark(after));
}

// Byte offsets of the units that another way of counting has; the last is the text's end.
using Units = std::vector<std::uint32_t>;

Units code_points(std::string_view text) {
  Units units;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_character_boundary(text, i)) units.push_back(static_cast<std::uint32_t>(i));
  }
  units.push_back(static_cast<std::uint32_t>(text.size()));
  return units;
}

Units utf16_units(std::string_view text) {
  Units units;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_character_boundary(text, i)) continue;
    units.push_back(static_cast<std::uint32_t>(i));
    const bool pair = static_cast<unsigned char>(text[i]) >= 0xF0;
    if (pair) units.push_back(static_cast<std::uint32_t>(i));
  }
  units.push_back(static_cast<std::uint32_t>(text.size()));
  return units;
}

bool is_broken(std::string_view text, const v1::Span& span) {
  for (const std::uint32_t at : {span.begin(), span.end()}) {
    if (at > text.size() || !is_character_boundary(text, at) || cuts_word(text, at)) return true;
  }
  return false;
}

bool is_broken(std::string_view text, const v1::Span& span, const Units& units) {
  for (const std::uint32_t at : {span.begin(), span.end()}) {
    if (at >= units.size() || cuts_word(text, units[at])) return true;
  }
  return false;
}

// Whether the spans of the text are wrong as bytes and right in another unit.
bool counts_characters(std::string_view text, const std::vector<PlacedSpan>& spans,
                       FaultList& doubts) {
  std::size_t broken = 0;
  const PlacedSpan* first = nullptr;
  for (const PlacedSpan& placed : spans) {
    if (placed.span.part() != v1::TextPart::text || !is_broken(text, placed.span)) continue;
    if (++broken == 1) first = &placed;
  }
  if (broken == 0) return false;
  struct Counting {
    std::string_view what;
    Units units;
  };
  const Counting countings[] = {{"code points, as Python's len() does", code_points(text)},
                                {"UTF-16 units, as JavaScript and Java do", utf16_units(text)}};
  for (const Counting& counting : countings) {
    if (counting.units.size() > text.size()) continue;  // each is one byte: nothing to tell
    const auto wrong = static_cast<std::size_t>(
        std::count_if(spans.begin(), spans.end(), [&](const PlacedSpan& placed) {
          return placed.span.part() == v1::TextPart::text &&
                 is_broken(text, placed.span, counting.units);
        }));
    // One that is wrong either way does not hide what the others show.
    if (wrong * 4 >= broken) continue;
    const std::string subject =
        broken == 1
            ? "cuts a word or a character, and would not"
            : fmt::format("and {} other spans cut words or characters, and {} of them would",
                          broken - 1, wrong == 0 ? "none" : std::to_string(wrong));
    doubts.add(
        FaultKind::offsets, first->field,
        fmt::format("{} if offsets counted {}; they are bytes of UTF-8.", subject, counting.what));
    return true;
  }
  return false;
}

std::string_view words_of(const v1::ArticleAnnotation& annotation, const v1::Span& span) {
  const std::string_view text = span.part() == v1::TextPart::title ? annotation.article().title()
                                                                   : annotation.article().text();
  if (!has_extent(span) || span.end() > text.size()) return {};
  return text.substr(span.begin(), span.end() - span.begin());
}

// The wording beside a span is what the span reads, but for spaces, marks and what stands around,
// or else the name of the actor that it stands for.
template <typename Parties>
void compare_wording(const v1::ArticleAnnotation& annotation, const Items& items,
                     const Parties& parties, FieldPath at, FaultList& doubts) {
  for (at.index = 0; at.index < parties.size() && !doubts.full(); ++at.index) {
    const std::string_view read = words_of(annotation, parties[at.index].span());
    const std::string& given = parties[at.index].text();
    if (read.empty() || given.empty()) continue;
    const v1::Actor* const actor = items.actor(parties[at.index].actor());
    if (actor != nullptr && given == actor->name()) continue;
    const std::string a = normalise_name(read);
    const std::string b = normalise_name(given);
    if (a.find(b) != std::string::npos || b.find(a) != std::string::npos) continue;
    doubts.add(FaultKind::words, {&at, "text"},
               fmt::format("is '{}', but the span beside it reads '{}'.", utf8_head(given, 80),
                           utf8_head(read, 80)));
  }
}

}  // namespace

void doubt_spans(const v1::ArticleAnnotation& annotation, FaultList& doubts) {
  std::vector<PlacedSpan> spans;
  collect_spans(annotation, {}, spans);
  const bool characters = counts_characters(annotation.article().text(), spans, doubts);
  for (const PlacedSpan& placed : spans) {
    if (doubts.full()) return;
    const bool in_title = placed.span.part() == v1::TextPart::title;
    if (characters && !in_title) continue;
    const std::string& text = in_title ? annotation.article().title() : annotation.article().text();
    for (const std::uint32_t at : {placed.span.begin(), placed.span.end()}) {
      if (at > text.size() || !is_character_boundary(text, at) || !cuts_word(text, at)) continue;
      doubts.add(FaultKind::words, placed.field,
                 fmt::format("cuts a word at byte {}: '{}'.", at,
                             utf8_head(words_of(annotation, placed.span), 80)));
    }
  }
  if (characters) return;
  const Items items(annotation);
  for (int i = 0; i < annotation.events_size() && !doubts.full(); ++i) {
    const FieldPath event{nullptr, "events", i};
    compare_wording(annotation, items, annotation.events(i).initiators(), {&event, "initiators"},
                    doubts);
    compare_wording(annotation, items, annotation.events(i).targets(), {&event, "targets"}, doubts);
  }
}

}  // namespace casus
