#include "extract/document/transcript.h"

#include <algorithm>

namespace casus::extract {
namespace {

constexpr std::uint32_t kLongestBracket = 8;  // tokens between the marks

// From "[" at the token to behind its "]"; empty if there is none.
Range bracket_at(const Document& document, std::uint32_t token, std::uint32_t end) {
  if (document[token].text != "[") return {};
  for (std::uint32_t i = token + 1; i < end && i - token <= kLongestBracket + 1; ++i)
    if (document[i].text == "]") return {token, i + 1};
  return {};
}

bool marks_recording(const Document& document, Range bracket, std::string_view which) {
  return bracket.size() == 4 && document[bracket.begin + 1].lower == which &&
         (document[bracket.begin + 2].lower == "recording" ||
          document[bracket.begin + 2].lower == "relay" ||
          document[bracket.begin + 2].lower == "video");
}

bool asks_questions(std::string_view who) {
  return who == "question" || who == "reporter" || who == "correspondent" || who == "interviewer" ||
         who == "moderator" || who == "newsman";
}

// "Okello" of "[Okello, head of the depot]".
Range before_comma(const Document& document, Range inside) {
  for (std::uint32_t i = inside.begin; i < inside.end; ++i)
    if (document[i].text == ",") return {inside.begin, i};
  return inside;
}

bool all_capitals(const Document& document, Range words) {
  for (std::uint32_t i = words.begin; i < words.end; ++i)
    if (!document[i].capital) return false;
  return !words.empty();
}

}  // namespace

std::vector<Turn> turns_of(const Document& document) {
  std::vector<Turn> turns(document.sentences().size());
  bool recorded = false;  // now
  bool records = false;   // anywhere in the text
  bool asks = false;
  std::vector<bool> outside(turns.size(), false);
  Range name;
  for (std::size_t s = 0; s < turns.size(); ++s) {
    const Range sentence = document.sentences()[s].tokens;
    std::uint32_t from = sentence.begin;
    std::uint32_t end = sentence.end;
    bool opens = true;  // nothing but brackets so far
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      const Range bracket = bracket_at(document, i, sentence.end);
      if (bracket.empty()) {
        opens = opens && i < document.sentences()[s].body;
        continue;
      }
      const Range inside{bracket.begin + 1, bracket.end - 1};
      if (marks_recording(document, bracket, "begin")) {
        recorded = records = opens = true;
        name = {};
      } else if (marks_recording(document, bracket, "end")) {
        if (!opens) end = bracket.begin;
        recorded = false;
        if (opens) name = {};
      } else if (const Range label = before_comma(document, inside);
                 opens && label.size() <= 4 && all_capitals(document, label)) {
        const bool asked = asks_questions(document[label.begin].lower);
        asks = asks || asked;
        name = asked ? Range{} : label;
      }
      if (opens) from = bracket.end;
      i = bracket.end - 1;
    }
    if (!name.empty() && from < end) turns[s] = {name, {from, end}};
    outside[s] = !recorded && end == sentence.end;
    if (end != sentence.end) name = {};
  }
  for (std::size_t s = 0; s < turns.size(); ++s)
    if (records ? outside[s] : !asks) turns[s] = {};
  return turns;
}

}  // namespace casus::extract
